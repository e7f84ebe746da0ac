// The page of items: draws what the server laid into it, and anew whenever a reaction was settled somewhere.
import { calm } from "../kit/calm.js";
import { $ } from "../kit/dom.js";
import { hear } from "../kit/line.js";
import { Notice } from "../kit/notice.js";
import { say } from "../kit/state.js";
import { html, render } from "../kit/view.js";
import { t } from "../kit/words.js";
import { Bar, Preview } from "./bulk.js";
import { Form } from "./form.js";
import { List } from "./list.js";
import { Month, thisMonth } from "./month.js";
import { away, edit, fault, firstDay, items, kind, load, mayAudit, mayWrite, month, notice, search, show, status, totals } from "./state.js";
import { Totals } from "./totals.js";

const KINDS = ["", "task", "event", "bill", "note"];
const STATUSES = ["open", "done", "cancelled", ""];

// What the list shows as a table for a spreadsheet, however many there are.
const table = () => `/api/items.csv?${new URLSearchParams(Object.entries({ kind: kind.value, status: status.value }).filter(([, value]) => value))}`;

function Head() {
  return html`<div class="head">
    <div class="kinds" role="group" aria-label=${t("kinds")}>${KINDS.map((one) => html`<button type="button" key=${one} aria-pressed=${String(kind.value === one)} onClick=${() => show({ kind: one })}>${t(one ? `kinds.${one}` : "kinds.all")}</button>`)}</div>
    <div class="tools">
      ${kind.value === "event" && html`<button type="button" aria-pressed=${String(month.value !== null)} onClick=${() => show({ month: month.value ? null : thisMonth() })}>${t("items.month")}</button>`}
      <label class="unseen" for="status">${t("items.status")}</label>
      <select id="status" value=${status.value} onChange=${(event) => show({ status: event.target.value })}>${STATUSES.map((one) => html`<option key=${one} value=${one}>${t(one ? `items.status.${one}` : "kinds.all")}</option>`)}</select>
      <label class="unseen" for="search">${t("items.search")}</label>
      <input id="search" type="search" data-search="" placeholder=${t("items.search")} value=${search.value} onInput=${(event) => { search.value = event.target.value; }} />
    </div>
  </div>`;
}

const Whole = () => html`
  <${Head} /><${Notice} fault=${fault.value || away.value} notice=${notice.value} /><${Bar} />
  ${month.value ? html`<${Month} />` : html`<div class=${kind.value === "bill" ? "with-totals" : ""}>${kind.value === "bill" && html`<${Totals} />`}<div><${List} />${items.value.length > 0 && html`<p class="as-table"><a href=${table()} download="items.csv">${t("analytics.csv")}</a></p>`}</div></div>`}
  <${Form} /><${Preview} />`;

const again = calm(load);

const first = JSON.parse($("first").textContent);
firstDay.value = first.first_day;
mayWrite.value = first.may_write;
mayAudit.value = first.may_audit;
kind.value = first.kind;
items.value = first.items;
totals.value = first.totals;
$("things").replaceChildren();
render(html`<${Whole} />`, $("things"));
load();
const wanted = new URLSearchParams(location.search).get("item");
if (wanted) edit({ id: Number(wanted) });
hear(null, { row: again, anew: again, state: say });
