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

// A day, or a day and an hour as the clock of its own zone shows it (what stands before the offset).
export function when(text, { short = false } = {}) {
  const dated = text.length === 10;
  const at = new Date(dated ? `${text}T12:00:00` : text.slice(0, 19));
  if (Number.isNaN(at.getTime())) return text;
  const shown = { weekday: short ? "short" : "long", day: "numeric", month: short ? "short" : "long" };
  if (at.getFullYear() !== new Date().getFullYear()) shown.year = "numeric";
  if (!dated) Object.assign(shown, { hour: "numeric", minute: "2-digit" });
  return at.toLocaleString(locale, shown);
}

// Whether people here write the sign of a currency before the amount, and whether a space stands between.
const LAYOUT = new Intl.NumberFormat(locale, { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" }).formatToParts(1).map((part) => part.type);
const SIGN_FIRST = LAYOUT.indexOf("currency") < LAYOUT.indexOf("integer");
const GAP = LAYOUT.includes("literal") ? "\u00a0" : "";
const centless = (code) => data.money.whole.includes(code) || new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions().maximumFractionDigits === 0;

// An amount as the answers in the chat write it: "$1,250.00 MXN", "R$ 187,40"; the rule is `Voice.money`'s.
export function money(amount, currency) {
  if (amount === null || amount === undefined) return data.money.none;
  const code = (currency ?? "").toUpperCase();
  try {
    const digits = /^[A-Z]{3}$/.test(code) && centless(code) && Number.isInteger(Number(amount)) ? 0 : 2;
    // The amount is text, so that no digit is lost; only its look is the browser's.
    const written = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: "always", signDisplay: "never" }).format(amount);
    const minus = Number(amount) < 0 ? "-" : "";
    const sign = data.money.signs[code];
    if (sign) return SIGN_FIRST ? `${minus}${sign}${GAP}${written}` : `${minus}${written}\u00a0${sign}`;
    if (data.money.dollars.includes(code) && SIGN_FIRST) return `${minus}$${GAP}${written}\u00a0${code}`;
    return `${minus}${written}\u00a0${code}`.trim();
  } catch {
    return `${amount} ${code}`.trim();
  }
}

export const percent = (share) => new Intl.NumberFormat(locale, { style: "percent" }).format(share);
export const list = (some) => new Intl.ListFormat(locale, { type: "conjunction" }).format(some);
export const regionName = (code) => new Intl.DisplayNames(locale, { type: "region" }).of(code);
export const languageName = (code) => new Intl.DisplayNames(locale, { type: "language" }).of(code);
export const hour = (iso) => new Date(iso).toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });

export function dayOf(iso) {
  const at = new Date(iso);
  const days = Math.round((new Date().setHours(12, 0, 0, 0) - new Date(at).setHours(12, 0, 0, 0)) / 86400000);
  if (days === 0) return t("day.today");
  if (days === 1) return t("day.yesterday");
  return at.toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" });
}
