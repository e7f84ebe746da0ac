// The items as a list: what each is, when, how much, and what can be done with it.
import { ICONS } from "../kit/cards.js";
import { html } from "../kit/view.js";
import { money, platform, statusName, t, tagged, when } from "../kit/words.js";
import { edit, found, handle, load, loadMore, mayWrite, more, pick, picked, search, status } from "./state.js";

const overdue = (item) => {
  const at = item.fields.due ?? null;
  return item.status === "open" && at !== null && new Date(at.length === 10 ? `${at}T23:59:59` : at) < new Date();
};

function facts(item) {
  const of = item.fields;
  const at = of.due ?? of.start;
  return [of.assignee, of.location ?? (of.platform && platform(of.platform)), item.repeats, at ? null : of.body !== item.title && of.body].filter(Boolean).join(" · ");
}

function Chips({ item }) {
  return html`
    ${item.status !== "open" && html`<span class=${`chip ${item.status}`}>${statusName(item.status, item.kind)}</span>`}
    ${overdue(item) && html`<span class="chip late">${t("items.late")}</span>`}
    ${item.priority === "high" && html`<span class="chip high">${t("priority.high")}</span>`}
    ${item.flags.map((flag) => html`<span class="chip flag" key=${flag}>${t(`flag.${flag}`)}</span>`)}
    ${tagged(item.tags.filter((tag) => tag !== item.fields.category)).map((tag) => html`<span class="chip" key=${tag}>#${tag}</span>`)}`;
}

function Thing({ item }) {
  const at = item.fields.due ?? item.fields.start;
  const known = facts(item);
  const open = item.status === "open";
  const finish = item.kind === "bill" ? "pay" : "complete";
  return html`<li class=${`thing ${item.status}`} tabindex="-1" data-row="">
    ${mayWrite.value && html`<label class="pick"><input type="checkbox" data-key="x" checked=${picked.value.has(item.id)} onChange=${(event) => pick(item.id, event.target.checked)} /><span class="unseen">${t("items.choose.one", { title: item.title })}</span></label>`}
    <span class="picture" aria-hidden="true">${ICONS[item.kind]}</span>
    <div class="what"><p class="name"><span class="unseen">${t(`kind.${item.kind}`)}: </span><bdi>${item.title}</bdi></p>
      <p class="more"><${Chips} item=${item} />${known && html`<span class="facts-line">${known}</span>`}</p></div>
    <span class="when">${at ? html`<time dateTime=${at}>${when(at, { short: true })}</time>` : ""}</span>
    <span class="sum">${item.kind === "bill" ? money(item.fields.amount, item.fields.currency) : ""}</span>
    <span class="does">
      ${mayWrite.value && open && html`<button type="button" class="small main" data-key="c" onClick=${() => handle(item, finish)}>${t(`items.${finish}`)}</button>`}
      ${mayWrite.value && open && html`<button type="button" class="small" data-key="u" onClick=${() => handle(item, "cancel")}>${t("items.cancel")}</button>`}
      ${mayWrite.value && !open && html`<button type="button" class="small" data-key="c" onClick=${() => handle(item, "reopen")}>${t("items.reopen")}</button>`}
      <button type="button" class="small" data-key="e" onClick=${() => edit(item)}>${t(mayWrite.value ? "items.edit" : "book.look")}</button>
      <button type="button" class="unseen" data-key="Enter" tabindex="-1" aria-hidden="true" onClick=${() => edit(item)}></button>
    </span>
  </li>`;
}

export function List() {
  const all = found();
  if (all.length === 0) {
    const key = search.value ? "items.none.found" : status.value === "open" || !status.value ? "items.empty" : "items.none";
    return html`<div class="empty"><p>${t(key)}</p></div>`;
  }
  return html`<ul class="list">${all.map((item) => html`<${Thing} key=${item.id} item=${item} />`)}</ul>
    ${more.value && html`<p class="further"><button type="button" onClick=${() => loadMore().catch(load)}>${t("items.more")}</button></p>`}`;
}
