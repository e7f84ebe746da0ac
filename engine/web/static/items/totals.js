// What the bills come to, by month and currency: the database sums up, however many there are.
import { html } from "../kit/view.js";
import { locale, money, t } from "../kit/words.js";
import { search, totals } from "./state.js";

const named = (month) => (month ? new Date(`${month}-15T12:00:00`).toLocaleDateString(locale, { month: "long", year: "numeric" }) : t("items.no_day"));

export function Totals() {
  // They are of all bills of this kind and state: beside a search they would say something else than the list.
  if (totals.value.length === 0 || search.value.trim()) return null;
  const months = Map.groupBy(totals.value, (one) => one.month);
  return html`<section class="totals" aria-labelledby="totals-title"><h2 id="totals-title">${t("items.totals")}</h2>
    <dl>${[...months].map(([month, sums]) => html`<div key=${month}><dt>${named(month)}</dt>${sums.map((one) => html`<dd key=${one.currency}>${money(one.amount, one.currency)}</dd>`)}</div>`)}</dl>
  </section>`;
}
