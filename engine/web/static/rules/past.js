// What the rule, as it stands, would have made of the last days, beside what there is; nothing is changed by it.
import { act } from "../kit/act.js";
import { ask } from "../kit/api.js";
import { announce } from "../kit/dom.js";
import { html, signal } from "../kit/view.js";
import { locale, t } from "../kit/words.js";
import { at } from "./state.js";
import { connection, errors, says, yaml } from "./writing.js";

const SPANS = [7, 30, 90];
const SHOWN = 40;

const days = signal(30);
const job = signal(null);
const fault = signal("");
let source = null;

export function forget() {
  source?.close();
  job.value = null;
  fault.value = "";
}

async function begin() {
  forget();
  try {
    const asked = { days: days.value, rule: says.value.id, rules: yaml.value, beside: true };
    job.value = { ...(await act("POST", at("/backtest", connection.value), asked)), of: yaml.value };
    watch(job.value.id);
  } catch (refusal) {
    fault.value = refusal.message;
  }
}

function watch(id) {
  source = new EventSource(`/api/jobs/${id}/stream`);
  source.addEventListener("progress", (event) => { job.value = { ...job.value, ...JSON.parse(event.data) }; });
  source.addEventListener("finished", () => end(id));
  source.addEventListener("error", () => end(id)); // whoever hears nothing more looks once
}

async function end(id) {
  source.close();
  try {
    job.value = { ...job.value, ...(await ask(`/api/jobs/${id}`)) };
    if (job.value.state === "failed") fault.value = job.value.error;
    if (job.value.state === "done") announce(headline(job.value.answer));
  } catch (refusal) {
    fault.value = refusal.message;
  }
}

async function cancel() {
  source?.close();
  try {
    job.value = { ...job.value, ...(await act("POST", `/api/jobs/${job.value.id}/cancel`)) };
  } catch (refusal) {
    fault.value = refusal.message;
  }
}

const counted = (answer) => answer.rules[0] ?? { matches: 0, items: 0, same: 0, new: 0, changed: 0, gone: 0 };
const headline = (answer) => t("past.headline", { matches: counted(answer).matches, items: counted(answer).items });
const day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" });

function Found({ answer }) {
  const sums = counted(answer);
  const items = answer.items.filter((one) => one.difference !== "same");
  const same = answer.items.filter((one) => one.difference === "same");
  const beyond = Math.max(0, answer.items.length - SHOWN) + answer.more_items;
  return html`<div class="found"><p class="headline">${headline(answer)}</p>
    <ul class="sums">${["new", "changed", "gone", "same"].map((how) => html`<li key=${how} class=${how}><strong>${sums[how]}</strong> ${t(`past.${how}`)}</li>`)}</ul>
    ${answer.items.length > 0 && html`<ul class="touched past-items" tabindex="0" aria-label=${t("past.items")}>${[...items, ...same].slice(0, SHOWN).map((one, n) => html`<li key=${n}><time dateTime=${one.reacted_at}>${day.format(new Date(one.reacted_at))}</time><span aria-hidden="true">${one.emoji || "💬"}</span><bdi>${one.draft?.title ?? (one.item ? `#${one.item}` : "")}</bdi><span class=${`chip ${one.difference}`}>${t(`past.${one.difference}`)}</span></li>`)}</ul>`}
    ${beyond > 0 && html`<p class="faint">${t("past.more", { n: beyond })}</p>`}
    ${answer.lacks.map((line, n) => html`<p key=${n} class="faint">${line}</p>`)}</div>`;
}

function Progress({ now }) {
  if (!["waiting", "running"].includes(now.state)) return null;
  return html`<div class="progress"><label for="past-progress">${t("past.running", { done: now.done, total: now.total ?? "…" })}</label><progress id="past-progress" max=${now.total || 1} value=${now.total ? now.done : undefined}></progress><button type="button" class="small" onClick=${cancel}>${t("past.stop")}</button></div>`;
}

export function Past() {
  const now = job.value;
  const working = now && ["waiting", "running"].includes(now.state);
  return html`<section class="past pane" aria-labelledby="past-title"><h2 id="past-title">${t("past.title")}</h2><p class="faint">${t("past.lead")}</p>
    <div class="tools left"><label class="unseen" for="past-days">${t("past.days")}</label><select id="past-days" value=${days.value} onChange=${(event) => { days.value = Number(event.target.value); }}>${SPANS.map((n) => html`<option key=${n} value=${n}>${t("past.last", { n })}</option>`)}</select>
      <button type="button" disabled=${Boolean(working || errors.value.length || !says.value)} onClick=${begin}>${t("past.begin")}</button></div>
    ${fault.value && html`<p class="notice" role="alert">${fault.value}</p>`}
    ${now && html`<${Progress} now=${now} />`}
    ${now?.state === "cancelled" && html`<p class="faint">${t("past.cancelled")}</p>`}
    ${now?.answer && html`${now.of !== yaml.value && html`<p class="faint">${t("past.older")}</p>`}<${Found} answer=${now.answer} />`}
  </section>`;
}
