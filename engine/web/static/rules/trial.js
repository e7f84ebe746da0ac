// What the rule, as it stands, would make of a message: the words coloured as one types, and why others do not act.
import { act } from "../kit/act.js";
import { rows } from "../kit/cards.js";
import { coalesced, make } from "../kit/dom.js";
import { annotated, spansOf } from "../kit/marks.js";
import { formatted } from "../kit/said.js";
import { html, signal, useEffect, useRef } from "../kit/view.js";
import { verdicts } from "../kit/why.js";
import { emojiName, languageName, percent, t, trouble as excuse } from "../kit/words.js";
import { emojisOf } from "./state.js";
import { calmly, connection, dirty, errors, kept, says, yaml } from "./writing.js";

export const message = signal("");
const emoji = signal(""); // "": the first of the rule
const chat = signal(""); // "": the first that the rule is for
const decision = signal(null);
const fault = signal("");
const tried = signal(""); // the text that the decision is about

const about = (rule) => Boolean(rule?.when?.message);
// Where it can be tried: in the chats that the rule names, and in one of each kind.
const KINDS = ["direct", "groups", "self"];
const named = (rule) => [rule?.when?.chat ?? []].flat().map(String).filter((one) => one && one !== "any" && !KINDS.includes(one));
const usual = (rule) => [rule?.when?.chat ?? []].flat().map(String).find((one) => one && one !== "any") ?? "direct";
const place = (rule) => ([...named(rule), ...KINDS].includes(chat.value) ? chat.value : usual(rule));
const chosen = () => (emojisOf(says.value ?? {}).includes(emoji.value) ? emoji.value : emojisOf(says.value ?? {})[0]);

const soon = calmly(coalesced(async () => {
  const text = message.value.trim();
  if (!text || errors.value.length || !says.value) return;
  const asked = { text: message.value, chat: place(says.value), rules: yaml.value, beside: true };
  if (!about(says.value)) asked.emoji = chosen();
  // A rule for certain people is tried as one of them.
  const from = [says.value.when?.by ?? []].flat().map(String).find((one) => /^\+\d{6,15}$/.test(one));
  if (from) asked.from = from;
  try {
    decision.value = await act("POST", `/api/rules/test?connection=${connection.value}`, asked);
    tried.value = asked.text;
    fault.value = "";
  } catch (refusal) {
    fault.value = refusal.message;
  }
}));

function sum(drafts) {
  const counts = new Map();
  for (const { kind } of drafts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, n]) => t(n === 1 ? `trial.one.${kind}` : `trial.many.${kind}`, { n })).join(", ");
}

function Outcome() {
  const read = useRef(null);
  const answer = useRef(null);
  const found = decision.value;
  const id = says.value?.id;
  useEffect(() => {
    if (!found || !read.current) return;
    const reading = make("p", "words", ...annotated(tried.value, spansOf(found)));
    reading.dir = "auto";
    reading.lang = found.language;
    const facts = found.drafts.map((draft) => make("section", "draft", make("h3", "", draft.title), rows(draft.fields, draft.spans, draft.repeats)));
    answer.current?.replaceChildren(...formatted(found.answer.text));
    read.current.replaceChildren(make("blockquote", "reading", reading), ...facts);
  }, [found]);
  if (errors.value.length) return html`<p class="faint">${t("trial.mend")}</p>`;
  if (fault.value) return html`<p class="notice" role="alert">${fault.value}</p>`;
  if (!found) return message.value.trim() ? null : html`<p class="faint">${t("trial.empty")}</p>`; // else it is being read
  const mine = [...found.drafts, ...(found.shadow ?? [])].filter((draft) => draft.rule === id);
  const errands = [...(found.errands ?? []), ...(found.shadow_errands ?? [])].filter((one) => one.rule === id);
  const fired = found.rules.find((rule) => rule.id === id)?.fired;
  const doubt = (found.doubtful ?? []).find((one) => one.rule === id);
  const headline = doubt ? t("explain.asked", { percent: percent(doubt.confidence), rule: says.value?.name ?? id, asked: percent(doubt.asked) }) : mine.length ? t("trial.would", { what: sum(mine) }) : fired ? (found.failures.length ? excuse(found.failures[0].code) : errands.length ? t("trial.sends") : t("trial.nothing")) : t("trial.not");
  const others = [...found.rules].sort((one, other) => Number(other.fired) - Number(one.fired) || Number(other.id === id) - Number(one.id === id));
  const shadowed = (found.shadow ?? []).some((draft) => draft.rule === id);
  return html`<div class="outcome">
    <p class=${`headline ${mine.length || errands.length ? "good" : ""}`} role="status">${headline}${shadowed && html` <span class="chip late">${t("book.shadow")}</span>`}</p>
    <p class="faint">${t("story.read.in", { language: languageName(found.language) })}${found.drafts[0] && ` · ${t("story.sure", { percent: percent(found.drafts[0].confidence) })}`}</p>
    <div ref=${read}></div>
    ${found.answer && html`<div class="reply"><p class="faint">${t(`trial.answer.${found.answer.to}`)}</p><p class="answer" dir="auto" ref=${answer}></p></div>`}
    <details class="because-of" open=${!fired}><summary>${t("story.why")}</summary><${Verdicts} rules=${others} /></details>
  </div>`;
}

function Verdicts({ rules }) {
  const place = useRef(null);
  useEffect(() => { place.current.replaceChildren(...verdicts(rules)); }, [rules]);
  return html`<ul class="rules" ref=${place}></ul>`;
}

export function Trial() {
  const rule = says.value;
  const some = emojisOf(rule ?? {});
  useEffect(() => { decision.value = null; emoji.value = chat.value = ""; }, [kept.value?.id]);
  useEffect(() => soon(), [yaml.value, message.value, chat.value, emoji.value, errors.value.length, rule]);
  return html`<section class="trial pane" aria-labelledby="trial-title"><h2 id="trial-title">${t("trial.title")}</h2><p class="faint">${t(dirty.value ? "trial.lead.unsaved" : "trial.lead")}</p>
    <div class="trial-in">
      <div class="entry"><label for="trial-text">${t("trial.message")}</label><textarea id="trial-text" rows="2" maxlength="4000" dir="auto" value=${message.value} onInput=${(event) => { message.value = event.target.value; }}></textarea></div>
      <div class="pair">${!about(rule) && html`<div class="entry"><label for="trial-emoji">${t("trial.emoji")}</label><select id="trial-emoji" value=${chosen() ?? ""} onChange=${(event) => { emoji.value = event.target.value; }}>${some.map((one) => html`<option key=${one} value=${one}>${one} ${emojiName(one) === one ? "" : emojiName(one)}</option>`)}</select></div>`}
      <div class="entry"><label for="trial-chat">${t("book.where")}</label><select id="trial-chat" value=${place(rule)} onChange=${(event) => { chat.value = event.target.value; }}>${named(rule).map((one) => html`<option key=${one} value=${one}>${one}</option>`)}${KINDS.map((one) => html`<option key=${one} value=${one}>${t(`trial.in.${one}`)}</option>`)}</select></div></div>
    </div>
    <${Outcome} />
  </section>`;
}
