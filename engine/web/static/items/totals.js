// What the bills come to, by month and currency, to the cent: amounts are added as whole numbers, not as floats.
import { html } from "../kit/view.js";
import { locale, money, t } from "../phone/words.js";
import { found } from "./state.js";

const PLACES = 4;

const units = (amount) => {
  const [whole, cents = ""] = amount.split(".");
  return BigInt(whole + cents.padEnd(PLACES, "0").slice(0, PLACES));
};

const text = (sum) => {
  const digits = String(sum).padStart(PLACES + 1, "0");
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
};

// [[month, [[currency, sum], …]], …], the months in order; "" is what has no day.
export function totals(bills) {
  const months = new Map();
  for (const { fields } of bills) {
    if (fields.amount === null) continue;
    const month = (fields.due ?? "").slice(0, 7);
    const sums = months.get(month) ?? new Map();
    sums.set(fields.currency, (sums.get(fields.currency) ?? 0n) + units(fields.amount));
    months.set(month, sums);
  }
  const order = (month) => month || "~";
  return [...months].sort(([one], [other]) => (order(one) < order(other) ? -1 : 1)).map(([month, sums]) => [month, [...sums].sort().map(([currency, sum]) => [currency, text(sum)])]);
}

const named = (month) => (month ? new Date(`${month}-15T12:00:00`).toLocaleDateString(locale, { month: "long", year: "numeric" }) : t("items.no_day"));

export function Totals() {
  const all = totals(found().filter((item) => item.kind === "bill" && item.status !== "cancelled"));
  if (all.length === 0) return null;
  return html`<section class="totals" aria-labelledby="totals-title"><h2 id="totals-title">${t("items.totals")}</h2>
    <dl>${all.map(([month, sums]) => html`<div key=${month}><dt>${named(month)}</dt>${sums.map(([currency, sum]) => html`<dd key=${currency}>${money(sum, currency)}</dd>`)}</div>`)}</dl>
  </section>`;
}
