// The words of the page's language, and how it writes days and money.

const data = await (await fetch(`/words/${document.documentElement.lang}.json`)).json();
export const language = data.language;

const HOMES = { es: "es-MX", en: "en-GB", pt: "pt-BR" };
export const locale = navigator.languages.find((one) => one.startsWith(`${language}-`)) ?? HOMES[language];

export const has = (key) => Object.hasOwn(data.words, key);

const plural = new Intl.PluralRules(locale);
const isOne = (n) => typeof n === "number" && n !== 0 && plural.select(n) === "one"; // nobody says "0 chosen" as of one

// The words of a key, its blanks filled in; of one thing (`n`) those of `key.one`, where there are some.
export function t(name, values = {}) {
  const key = isOne(values.n) && has(`${name}.one`) ? `${name}.one` : name;
  if (!has(key)) return String(key.split(".").pop()).replaceAll("_", " ");
  return data.words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// "💳 credit card", for labels; variation selectors and skin tones make no other name.
const bare = (emoji) => emoji.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, "");
const names = new Map(Object.entries(data.emoji).map(([emoji, name]) => [bare(emoji), name]));
export const emojis = Object.keys(data.emoji);
export const emojiName = (emoji) => names.get(bare(emoji)) ?? emoji;
export const sameEmoji = (one, other) => Boolean(one && other) && bare(one) === bare(other);

// A rule by its name: the starter rules have theirs in every language.
export const ruleNamed = (id, name = id) => (has(`rules.${id}`) ? t(`rules.${id}`) : name);

// How an item stands, as its kind has it: a task is "hecha", a bill "pagado".
export const statusName = (status, kind) => (has(`status.${status}.${kind}`) ? t(`status.${status}.${kind}`) : t(`status.${status}`));

// "Bill made", "2 bills made": the words that the answers in the chat have too.
export function told(kind, how, n) {
  const words = data.kinds[kind]?.[how];
  return words ? words[n === 1 ? 0 : 1].replaceAll("{n}", n) : t(`outcome.${how}`);
}

export const trouble = (code) => data.troubles[code] ?? data.troubles.other ?? t(code);
// A bill of no kind in particular is not called "other".
export const category = (name) => (name === "other" ? "" : data.categories[name] ?? t(name));
// A tag that Toque gave is a category; others stay as they were typed.
export const tagged = (tags) => tags.map((tag) => (tag === "other" ? "" : data.categories[tag] ?? tag)).filter(Boolean);
export const platform = (name) => data.platforms[name] ?? name;
// The city that a time zone is named after: "Ciudad de México"; a zone that has none goes by its own name.
export const city = (zone) => (zone.includes("/") && !zone.startsWith("Etc/") ? data.cities[zone] ?? zone.split("/").pop().replaceAll("_", " ") : zone);

// How dates and numbers are written here: each way is made once, since to make it takes longer than to use it.
const ways = new Map();

export function written(kind, shown) {
  const key = kind + JSON.stringify(shown);
  if (!ways.has(key)) ways.set(key, new Intl[kind](locale, shown));
  return ways.get(key);
}

export function dated(moment, shown) {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? "" : written("DateTimeFormat", shown).format(at);
}

// A day, or a day and an hour as the clock of its own zone shows it (what stands before the offset).
export function when(text, { short = false } = {}) {
  const whole = text.length === 10;
  const at = new Date(whole ? `${text}T12:00:00` : text.slice(0, 19));
  if (Number.isNaN(at.getTime())) return text;
  const shown = { weekday: short ? "short" : "long", day: "numeric", month: short ? "short" : "long" };
  if (at.getFullYear() !== new Date().getFullYear()) shown.year = "numeric";
  if (!whole) Object.assign(shown, { hour: "numeric", minute: "2-digit" });
  return dated(at, shown);
}

// Whether people here write the sign of a currency before the amount, and whether a space stands between.
let layout = null; // asked for with the first amount: most pages have none, and the browser takes long to load it

function layoutHere() {
  if (layout) return layout;
  const parts = written("NumberFormat", { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" }).formatToParts(1).map((part) => part.type);
  layout = { signFirst: parts.indexOf("currency") < parts.indexOf("integer"), gap: parts.includes("literal") ? "\u00a0" : "" };
  return layout;
}

const centless = (code) => data.money.whole.includes(code) || written("NumberFormat", { style: "currency", currency: code }).resolvedOptions().maximumFractionDigits === 0;

// An amount as the answers in the chat write it: "$1,250.00 MXN", "R$ 187,40"; the rule is `Voice.money`'s.
export function money(amount, currency) {
  if (amount === null || amount === undefined) return data.money.none;
  const code = (currency ?? "").toUpperCase();
  try {
    const digits = /^[A-Z]{3}$/.test(code) && centless(code) && Number.isInteger(Number(amount)) ? 0 : 2;
    // The amount is text, so that no digit is lost; only its look is the browser's.
    const number = written("NumberFormat", { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: "always", signDisplay: "never" }).format(amount);
    const { signFirst, gap } = layoutHere();
    const minus = Number(amount) < 0 ? "-" : "";
    const sign = data.money.signs[code];
    if (sign) return signFirst ? `${minus}${sign}${gap}${number}` : `${minus}${number}\u00a0${sign}`;
    if (data.money.dollars.includes(code) && signFirst) return `${minus}$${gap}${number}\u00a0${code}`;
    return `${minus}${number}\u00a0${code}`.trim();
  } catch {
    return `${amount} ${code}`.trim();
  }
}

export const percent = (share) => written("NumberFormat", { style: "percent" }).format(share);
export const list = (some) => written("ListFormat", { type: "conjunction" }).format(some);
export const regionName = (code) => written("DisplayNames", { type: "region" }).of(code);
export const languageName = (code) => written("DisplayNames", { type: "language" }).of(code);
export const hour = (iso) => dated(iso, { hour: "numeric", minute: "2-digit" });

export function dayOf(iso) {
  const at = new Date(iso);
  const days = Math.round((new Date().setHours(12, 0, 0, 0) - new Date(at).setHours(12, 0, 0, 0)) / 86400000);
  if (days === 0) return t("day.today");
  if (days === 1) return t("day.yesterday");
  return dated(at, { weekday: "long", day: "numeric", month: "long" });
}
