// Many at once: which are meant, how many of what that touches, the doing with how far it is, and the way back.
import { Sheet } from "../kit/sheet.js";
import { html, useSignal } from "../kit/view.js";
import { t } from "../kit/words.js";
import { named } from "./lists.js";
import { asking, carryOut, count, doing, letters, list, mayWrite, numbers, picked, preview, rows, stop } from "./state.js";

const FEW = 5; // that are named in the preview

const verbs = () => (list.value === "dead" ? ["retry", "discard"] : ["restore"]);
const idle = () => !mayWrite.value || !letters() || rows.value.length === 0;

// All that the filter lets through.
export function All() {
  if (idle()) return null;
  return html`<p class="all">${verbs().map((verb) => html`<button type="button" key=${verb} onClick=${() => preview(verb)}>${t(`queue.${verb}.all`)}</button>`)}</p>`;
}

// Those that were chosen.
export function Bar() {
  const n = picked.value.size;
  if (idle() || n === 0) return null;
  return html`<section class="bar" aria-label=${t("queue.chosen", { n })}>
    <strong>${t("queue.chosen", { n })}</strong>
    ${verbs().map((verb) => html`<button type="button" key=${verb} onClick=${() => preview(verb, [...picked.value])}>${t(`queue.${verb}`)}</button>`)}
    <button type="button" class="plain" onClick=${() => { picked.value = new Set(); }}>${t("queue.choose.none")}</button>
  </section>`;
}

const numberOf = (id) => numbers.value.find((one) => one.id === id)?.title ?? id;

function Counts({ told }) {
  const several = new Set(told.counts.map((one) => one.connection_id)).size > 1;
  return html`<table class="counts"><tbody>${told.counts.map((one) => html`<tr key=${`${one.connection_id}.${one.kind}`}><th scope="row">${t(`work.${one.kind}`)}${several && html` · <bdi>${numberOf(one.connection_id)}</bdi>`}</th><td>${count(one.letters)}</td></tr>`)}</tbody></table>`;
}

function Some({ told }) {
  const few = told.letters.slice(0, FEW);
  return html`<ul class="touched">${few.map((row) => html`<li key=${row.id}>${row.emoji ?? ""} ${named(row)}: ${t(`failed.${row.reason}`)}</li>`)}
    ${few.length < told.touched && html`<li class="faint">${t("queue.ask.more", { n: count(told.touched - few.length) })}</li>`}</ul>`;
}

function Progress() {
  const { done, total } = doing.value;
  const words = t("queue.doing", { done: count(done), total: count(total) });
  return html`<div class="progress"><label for="progress">${words}</label><progress id="progress" max=${total} value=${done}></progress>
    <div class="buttons"><button type="button" onClick=${stop}>${t("queue.stop")}</button></div></div>`;
}

function How({ action, reason, rules }) {
  if (action === "discard") {
    return html`<div class="entry"><label for="reason">${t("queue.reason")}</label><input id="reason" maxlength="500" required aria-describedby="reason-hint" value=${reason.value} onInput=${(event) => { reason.value = event.target.value; }} /><p class="faint" id="reason-hint">${t("queue.reason.hint")}</p></div>`;
  }
  if (action !== "retry") return null;
  return html`<fieldset class="rules-of"><legend>${t("queue.rules")}</legend>${["now", "then"].map((one) => html`<label key=${one}><input type="radio" name="rules" value=${one} checked=${rules.value === one} onChange=${() => { rules.value = one; }} /> ${t(`queue.rules.${one}`)}</label>`)}</fieldset>`;
}

function Question() {
  const { action, told } = asking.value;
  const reason = useSignal("");
  const rules = useSignal("now");
  const submit = (event) => {
    event.preventDefault();
    carryOut(action === "discard" ? { reason: reason.value.trim() } : action === "retry" ? { rules: rules.value } : {});
  };
  return html`<form onSubmit=${submit}>
    ${told.touched === 0 ? html`<p>${t("queue.ask.none")}</p>` : html`<${Counts} told=${told} /><${Some} told=${told} /><p class="faint">${t(`queue.ask.${action}.about`)}</p>`}
    ${doing.value ? html`<${Progress} />` : html`${told.touched > 0 && html`<${How} action=${action} reason=${reason} rules=${rules} />`}
      <div class="buttons"><button type="button" onClick=${() => { asking.value = null; }}>${t("queue.close")}</button>${told.touched > 0 && html`<button type="submit" class="main" disabled=${action === "discard" && !reason.value.trim()}>${t("queue.do")}</button>`}</div>`}
  </form>`;
}

// Closed while a job goes on, it goes on: what became of it is told on the page.
export function Preview() {
  if (!asking.value) return null;
  const { action, told } = asking.value;
  return html`<${Sheet} title=${t(`queue.ask.${action}`, { n: count(told.touched) })} onClose=${() => { asking.value = null; }}><${Question} /></${Sheet}>`;
}
