// What was before and what is after, as a list of what differs; whatever stood there is shown as text.
import { moment } from "../kit/times.js";
import { html, useSignal } from "../kit/view.js";
import { has, t } from "../kit/words.js";
import { isSaid, itemName, written } from "./said.js";

const AT_ONCE = 8;
const WRAPS = new Set(["fields", "rule"]); // what only holds the rest

const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const simple = (value) => value === null || typeof value !== "object";

// {"a": {"b": 1}} as [{ path: ["a", "b"], value: 1, side: {"b": 1} }]; a list of simple things stays one value.
function flat(value, path = [], side = {}) {
  if (plain(value)) return Object.entries(value).flatMap(([name, inner]) => flat(inner, [...path, name], value));
  if (Array.isArray(value) && !value.every(simple)) return value.flatMap((inner, n) => flat(inner, [...path, String(n + 1)], side));
  return [{ path, value, side }];
}

const key = (path) => path.join(" › ");
const byPath = (value) => new Map(flat(value ?? null).map((one) => [key(one.path), one]));

function word(name, titles) {
  if (/^\d+$/.test(name) && titles) return itemName(name, titles);
  const known = [`audit.field.${name}`, `field.${name}`].find(has);
  return known ? t(known) : name.replaceAll("_", " ");
}

// [{ name: "monto", was: "$245.50 MXN", now: "$910.50 MXN" }], each as a person reads it.
export function differences(entry, known = {}) {
  const [was, now] = [byPath(entry.before), byPath(entry.after)];
  const several = entry.subject.startsWith("bulk:") || entry.subject.startsWith("action:");
  const titles = several ? entry.titles ?? {} : null;
  const found = [];
  for (const [path, { path: steps }] of new Map([...was, ...now])) {
    const field = steps.at(-1) ?? "";
    if (isSaid(entry.action, field)) continue;
    const [before, after] = [was.get(path), now.get(path)];
    if (JSON.stringify(before?.value ?? null) === JSON.stringify(after?.value ?? null)) continue;
    const of = several && /^\d+$/.test(field) ? "" : field;
    const said = (one) => written(one?.value ?? null, of, one?.side, known);
    const name = steps.filter((one, n) => n === steps.length - 1 || !WRAPS.has(one)).map((one) => word(one, titles)).join(" › ");
    found.push({ name: name || t("audit.value"), was: said(before), now: said(after) });
  }
  return found;
}

function One({ one, sides }) {
  return html`<div class="differs"><dt>${one.name}</dt><dd>
    ${sides !== "after" && html`<del><span class="unseen">${t("audit.before")}: </span><bdi>${one.was}</bdi></del>`}
    ${sides === "both" && html` <span class="arrow" aria-hidden="true">→</span> `}
    ${sides !== "before" && html`<ins><span class="unseen">${t("audit.after")}: </span><bdi>${one.now}</bdi></ins>`}</dd></div>`;
}

export function Difference({ entry, known }) {
  const all = useSignal(false);
  if (entry.erased_at) return html`<p class="faint">${t("audit.erased", { at: moment(entry.erased_at) })}</p>`;
  const found = differences(entry, known);
  if (found.length === 0) return null;
  const sides = entry.before === null ? "after" : entry.after === null ? "before" : "both";
  const shown = all.value ? found : found.slice(0, AT_ONCE);
  return html`<dl class="difference">${shown.map((one) => html`<${One} key=${one.name} one=${one} sides=${sides} />`)}</dl>
    ${found.length > shown.length && html`<button type="button" class="small" onClick=${() => { all.value = true; }}>${t("audit.more.fields", { n: found.length - shown.length })}</button>`}`;
}
