// The page of the queue: draws what the server laid into it, and stays true by the feed and by looking now and then.
import { calm } from "../kit/calm.js";
import { $ } from "../kit/dom.js";
import { hear } from "../kit/line.js";
import { Notice } from "../kit/notice.js";
import { say } from "../kit/state.js";
import { lasts, secondsTo } from "../kit/times.js";
import { html, render } from "../kit/view.js";
import { t } from "../kit/words.js";
import { All, Bar, Preview } from "./bulk.js";
import { List } from "./lists.js";
import { away, clock, count, counted, counts, fault, filter, letters, list, load, look, mayWrite, narrow, notice, numbers, rows, show } from "./state.js";

const LISTS = ["dead", "waiting", "work", "discarded"];
const KINDS = ["settle", "deliver", "reminder", "webhook", "notify", "send_message", "react", "ask"];
const AGES = ["", "hour", "day", "week"];
const LATE_SECONDS = 30;
const LOOK_MS = 5000; // between two looks, where nothing is heard
const SOON_MS = 3000; // between two looks, however much is heard
const TYPED_MS = 300;
const BLUR = "toque_clear"; // as on the live page: messages are blurred unless somebody said otherwise

function Sentence() {
  void clock.value;
  const { dead, due_since: since } = counts.value;
  const waits = since ? -secondsTo(since) : 0;
  const late = waits > LATE_SECONDS;
  const words = dead ? t(dead === 1 ? "queue.failed.one" : "queue.failed", { n: count(dead) }) : late ? t("queue.late", { lasts: lasts(waits) }) : t("queue.calm");
  const fine = !dead && !late;
  return html`<p class=${`how ${fine ? "fine" : "bad"}`}><span class="sign" aria-hidden="true">${fine ? "✓" : "!"}</span><span>${words}${!dead && late && html` <code>toque work</code>`}</span></p>`;
}

function Tabs() {
  const n = counted();
  return html`<div class="kinds" role="group" aria-label=${t("queue.lists")}>${LISTS.map((one) => html`<button type="button" key=${one} aria-pressed=${String(list.value === one)} onClick=${() => show(one)}>${t(`queue.${one}`)} <span class="n">${count(n[one])}</span></button>`)}</div>`;
}

function Choice({ name, values, words }) {
  return html`<label class="unseen" for=${name}>${t(`queue.${name}`)}</label>
    <select id=${name} value=${filter.value[name] ?? ""} onChange=${(event) => narrow({ [name]: event.target.value })}>${values.map((one) => html`<option key=${one} value=${one}>${words(one)}</option>`)}</select>`;
}

let typed = null;

function search(event) {
  const { value } = event.target;
  clearTimeout(typed);
  typed = setTimeout(() => narrow({ error: value }), TYPED_MS);
}

function Tools() {
  const several = numbers.value.length > 1;
  return html`<div class="tools">
    ${letters() && html`<${Choice} name="kind" values=${["", ...KINDS]} words=${(one) => (one ? t(`work.${one}`) : t("queue.kind.all"))} />`}
    ${several && html`<${Choice} name="connection" values=${["", ...numbers.value.map((one) => String(one.id))]} words=${(id) => numbers.value.find((one) => String(one.id) === id)?.title ?? t("queue.connection.all")} />`}
    ${letters() && html`<${Choice} name="age" values=${AGES} words=${(one) => t(one ? `queue.age.${one}` : "queue.age.all")} />
      <label class="unseen" for="error">${t("queue.search")}</label><input id="error" type="search" data-search="" placeholder=${t("queue.search")} defaultValue=${filter.value.error} onInput=${search} />`}
  </div>`;
}

const Whole = () => html`
  <${Sentence} />
  <${Tabs} />
  <p class="about faint">${t(`queue.${list.value}.about`)}${!mayWrite.value && letters() && html` ${t("queue.only.read")}`}</p>
  <div class="narrowing"><${Tools} /><${All} /></div>
  <${Notice} fault=${fault.value || away.value} notice=${notice.value} /><${Bar} /><${List} /><${Preview} />`;

// --- staying true -----------------------------------------------------------------------------------------------

const soon = calm(look, { soonMs: SOON_MS, restMs: 0 });
const heard = () => { if (!document.hidden) soon(); }; // whoever comes back looks

const first = JSON.parse($("first").textContent);
mayWrite.value = first.may_write;
numbers.value = first.numbers;
list.value = first.list;
counts.value = first.counts;
rows.value = first.rows;
$("queue").classList.toggle("blurred", localStorage.getItem(BLUR) === null);
$("queue").replaceChildren();
render(html`<${Whole} />`, $("queue"));
load();
hear(null, { row: heard, anew: heard, state: say });
setInterval(() => { if (!document.hidden) look(); }, LOOK_MS);
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
