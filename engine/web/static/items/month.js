// Events as a month: a day a square, on a narrow screen a day a line.
import { html } from "../kit/view.js";
import { locale, t } from "../kit/words.js";
import { edit, firstDay, found, iso, month, show } from "./state.js";

export const thisMonth = () => new Date(new Date().getFullYear(), new Date().getMonth(), 1);
const turned = (by) => new Date(month.value.getFullYear(), month.value.getMonth() + by, 1);

export function days() {
  const first = month.value;
  const before = (first.getDay() - (firstDay.value % 7) + 7) % 7;
  const length = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  const cells = Math.ceil((before + length) / 7) * 7;
  return Array.from({ length: cells }, (_, n) => new Date(first.getFullYear(), first.getMonth(), 1 - before + n));
}

function Day({ day, events, names }) {
  const inside = day.getMonth() === month.value.getMonth();
  const today = iso(day) === iso(new Date());
  return html`<li class=${`day ${inside ? "" : "outside"} ${today ? "today" : ""} ${events.length ? "" : "free"}`}>
    <p class="number"><span class="weekday">${names.format(day)} </span><time dateTime=${iso(day)}>${day.getDate()}</time>${today && html`<span class="unseen"> (${t("day.today")})</span>`}</p>
    ${events.map((item) => html`<button type="button" key=${item.id} class=${`event ${item.status}`} data-row="" onClick=${() => edit(item)}>${item.fields.start.length > 10 && html`<span class="at">${item.fields.start.slice(11, 16)} </span>`}<bdi>${item.title}</bdi></button>`)}
  </li>`;
}

export function Month() {
  const names = new Intl.DateTimeFormat(locale, { weekday: "short" });
  const all = days();
  const by = new Map();
  for (const item of found()) {
    if (!item.fields.start) continue;
    const day = item.fields.start.slice(0, 10);
    by.set(day, [...(by.get(day) ?? []), item]);
  }
  const title = month.value.toLocaleDateString(locale, { month: "long", year: "numeric" });
  return html`<section class="month" aria-labelledby="month-title">
    <div class="head"><h2 id="month-title" aria-live="polite">${title}</h2><div class="tools">
      <button type="button" aria-label=${t("items.month.before")} onClick=${() => show({ month: turned(-1) })}>‹</button>
      <button type="button" onClick=${() => show({ month: thisMonth() })}>${t("day.today")}</button>
      <button type="button" aria-label=${t("items.month.after")} onClick=${() => show({ month: turned(1) })}>›</button></div></div>
    <div class="weekdays" aria-hidden="true">${all.slice(0, 7).map((day) => html`<span key=${iso(day)}>${names.format(day)}</span>`)}</div>
    <ol class="days">${all.map((day) => html`<${Day} key=${iso(day)} day=${day} names=${names} events=${by.get(iso(day)) ?? []} />`)}</ol>
  </section>`;
}
