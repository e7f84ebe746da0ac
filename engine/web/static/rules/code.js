// Where YAML is written: a text field above a painted copy of itself, with numbers and marks at its lines.
import { html, useEffect, useRef } from "../kit/view.js";
import { t } from "../kit/words.js";

const TOKENS = /(#.*$)|("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|([\w$.-]+(?=\s*:(?:\s|$)))|\b(true|false|null)\b|(-?\b\d+(?:\.\d+)?\b)|([[\]{},:]|^\s*-(?=\s))/gmu;
const NAMES = ["note", "said", "key", "word", "number", "sign"];

function tokens(line) {
  const found = [];
  let from = 0;
  for (const one of line.matchAll(TOKENS)) {
    // A # within a word is none that begins a comment.
    const which = one.slice(1).findIndex((part) => part !== undefined);
    if (which === 0 && one.index > 0 && !/\s/.test(line[one.index - 1])) continue;
    if (one.index > from) found.push({ text: line.slice(from, one.index), at: from });
    found.push({ text: one[0], at: one.index, name: NAMES[which] });
    from = one.index + one[0].length;
  }
  if (from < line.length) found.push({ text: line.slice(from), at: from });
  return found;
}

// Columns count code points.
const unit = (line, column) => [...line].slice(0, column - 1).join("").length;

function Painted({ line, wrong }) {
  const place = wrong ? unit(line, wrong.column ?? 1) : -1;
  const all = tokens(line);
  const hit = wrong && (all.findLast((one) => one.at <= place && one.text.trim()) ?? all.find((one) => one.text.trim()));
  return html`${all.map((one) => html`<span class=${[one.name, one === hit && `wrong ${wrong.severity ?? "error"}`].filter(Boolean).join(" ")}>${one.text}</span>`)}${wrong && html`<span class=${`lens ${wrong.severity ?? "error"}`}>${wrong.detail}</span>`}${"\n"}`;
}

// Enter goes on where the line before began; behind a key or a dash, further in.
function goOn(event, write) {
  const field = event.target;
  const { selectionStart: from, selectionEnd: to, value } = field;
  const line = value.slice(value.lastIndexOf("\n", from - 1) + 1, from);
  const inset = /^\s*(- )?/.exec(line)[0].replace("-", " ") + (/:\s*$/.test(line) ? "  " : "");
  event.preventDefault();
  field.setRangeText(`\n${inset}`, from, to, "end");
  write(field.value);
}

export function go(line, column = 1) {
  const field = document.getElementById("yaml");
  const lines = field.value.split("\n");
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + unit(lines[line - 1] ?? "", column);
  field.focus();
  field.setSelectionRange(from, from);
  field.scrollIntoView({ block: "nearest" });
}

export function Code({ text, faults, write, disabled }) {
  const field = useRef(null);
  const paint = useRef(null);
  const before = useRef([]);
  const lines = text.split("\n");
  const wrong = new Map([...faults].reverse().map((one) => [Math.min(one.line ?? 1, lines.length), one]));
  // A line that stayed as it was is not drawn anew: nobody may wait for the painting while they type.
  const painted = lines.map((line, n) => {
    const was = before.current[n];
    const fault = wrong.get(n + 1);
    return was?.line === line && was.fault === fault ? was : { line, fault, drawn: html`<${Painted} key=${n} line=${line} wrong=${fault} />` };
  });
  before.current = painted;
  const follow = () => { paint.current.scrollLeft = field.current.scrollLeft; };
  // By hand: a value that is set anew while somebody types would move their place.
  useEffect(() => {
    if (field.current.value === text) return;
    const { selectionStart } = field.current;
    field.current.value = text;
    if (document.activeElement === field.current) field.current.setSelectionRange(selectionStart, selectionStart);
  }, [text]);
  useEffect(follow);
  return html`<div class="code">
    <ol class="gutter" aria-hidden="true">${lines.map((_, n) => html`<li key=${n} class=${wrong.get(n + 1) ? wrong.get(n + 1).severity ?? "error" : ""}>${wrong.has(n + 1) ? "●" : n + 1}</li>`)}</ol>
    <div class="paper">
      <pre class="paint" ref=${paint} aria-hidden="true">${painted.map((one) => one.drawn)}</pre>
      <textarea id="yaml" ref=${field} class="ink" rows=${lines.length + 1} wrap="off" spellcheck="false" autocapitalize="off" autocomplete="off" aria-label=${t("book.yaml")} aria-describedby="faults" aria-invalid=${String(faults.some((one) => one.severity !== "warning"))} readonly=${disabled} onInput=${(event) => write(event.target.value)} onScroll=${follow} onKeyDown=${(event) => { if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !disabled) goOn(event, write); }}></textarea>
    </div>
  </div>`;
}

const MOST = 12; // mistakes that are told one by one

// What was probably meant, where that is one word for another: "did you mean 'reaction'?", in any language.
const MEANT = /^[^']+'(.+)'\?$/;

function mend(one, text, write) {
  const meant = MEANT.exec(one.suggestion ?? "")?.[1];
  const was = /'([^']+)'/.exec(one.detail)?.[1];
  const lines = text.split("\n");
  const line = lines[(one.line ?? 0) - 1];
  if (!meant || !was || line === undefined) return null;
  const place = line.indexOf(was, Math.max(0, unit(line, one.column ?? 1)));
  if (place < 0) return null;
  return [meant, () => write(lines.with(one.line - 1, line.slice(0, place) + meant + line.slice(place + was.length)).join("\n"))];
}

export function Faults({ faults, more, text, write, disabled }) {
  return html`<ul class="faults" id="faults">${faults.slice(0, MOST).map((one, n) => {
    const better = !disabled && mend(one, text, write);
    return html`<li key=${n} class=${one.severity ?? "error"}><span class="mark" aria-hidden="true">${one.severity === "warning" ? "!" : "✕"}</span><p>${one.line && html`<button type="button" class="at-line" onClick=${() => go(one.line, one.column ?? 1)}>${t("book.line", { n: one.line })}</button>${" "}`}<span>${one.detail}${one.suggestion && html` <span class="faint">${one.suggestion}</span>`}</span></p>${better && html`<button type="button" class="small" onClick=${better[1]}>${t("book.mend", { word: better[0] })}</button>`}</li>`;
  })}${faults.length > MOST && html`<li class="warning"><p>${t("book.more_faults", { n: faults.length - MOST + more })}</p></li>`}</ul>`;
}
