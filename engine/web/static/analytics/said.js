// How the numbers, days and names of the statistics are read in the person's language.
import { html } from "../kit/view.js";
import { emojiName, has, languageName, list, locale, t, trouble } from "../kit/words.js";

export const first = JSON.parse(document.getElementById("first").textContent);

const whole = new Intl.NumberFormat(locale);
const brief = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
const unit = (name, digits) => new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits });
const millis = [unit("millisecond", 1), unit("millisecond", 0), unit("second", 1)];
const weekdays = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
const shortWeekdays = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
const hours = new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" });
const monday = (n) => new Date(Date.UTC(2024, 0, n)); // the 1st of January 2024 is a Monday

export const number = (n) => (n === null ? "–" : whole.format(n));
export const decimal = (n) => (n === null ? "–" : brief.format(n));
export const percent = (n) => (n === null ? "–" : share.format(n / 100));
export const sure = (n) => (n === null ? "–" : share.format(n));
export const ms = (n) => (n === null ? "–" : n < 10 ? millis[0].format(n) : n < 1000 ? millis[1].format(n) : millis[2].format(n / 1000));
export const weekday = (n) => weekdays.format(monday(n));
export const shortWeekday = (n) => shortWeekdays.format(monday(n));
export const hour = (n) => (n === null ? "–" : hours.format(new Date(Date.UTC(2024, 0, 1, n))));

const zoned = (how) => new Intl.DateTimeFormat(locale, { ...how, timeZone: first.zone });
const dayName = zoned({ weekday: "short", day: "numeric", month: "short" });
const hourName = zoned({ weekday: "short", hour: "numeric", minute: "2-digit" });
const momentName = zoned({ dateStyle: "medium", timeStyle: "short" });
const shortDay = zoned({ day: "numeric", month: "short" });
const shortHour = zoned({ hour: "numeric" });
const dated = new Intl.DateTimeFormat("en-CA", { timeZone: first.zone });

export const HOURLY = (new Date(first.until) - new Date(first.since)) / 3600000 <= 48;
export const step = (iso, short = false) => (HOURLY ? (short ? shortHour : hourName) : short ? shortDay : dayName).format(new Date(iso));
export const moment = (iso) => momentName.format(new Date(iso));
export const dateOf = (iso) => dated.format(new Date(iso));
// A day as such, which no zone moves.
export const day = (iso, short = false) => new Date(`${iso}T12:00:00Z`).toLocaleDateString(locale, { timeZone: "UTC", weekday: short ? undefined : "short", day: "numeric", month: "short" });

export const emoji = (one) => html`<span class="emoji" aria-hidden="true">${one}</span><span class="unseen">${emojiName(one)}</span>`;
export const emojis = (some) => html`${(some ?? []).map((one) => html`<span key=${one}>${emoji(one)} </span>`)}`;
export const language = (code) => (code ? languageName(code) : "–");
export const parser = (name) => (has(`kind.${name}`) ? t(`kind.${name}`) : name === "calendar" ? t("kind.event") : name);
export const error = (code) => (code ? trouble(code) : "–");
export const errors = (codes) => (codes?.length ? list(codes.map(trouble)) : "–");

// Who: the name, else the number as it is dialled; what is neither stays unnamed.
export function person(row) {
  const number_ = row.addresses.map((one) => /^(\d{7,15})@s\.whatsapp\.net$/.exec(one)?.[1]).find(Boolean);
  return html`<bdi>${row.name ?? (row.addresses.includes("me") ? t("you") : number_ ? `+${number_}` : t("analytics.somebody"))}</bdi>`;
}
