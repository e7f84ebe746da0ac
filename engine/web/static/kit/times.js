// How long ago, how long still, and when: as people say it.
import { locale } from "./words.js";

const UNITS = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

const unitOf = (seconds) => UNITS.find(([, each]) => Math.round(Math.abs(seconds)) >= each) ?? UNITS.at(-1);
export const secondsTo = (iso) => (new Date(iso) - Date.now()) / 1000;

// "12 minutes ago", "in 2 days".
export function ago(iso) {
  const seconds = secondsTo(iso);
  const [unit, size] = unitOf(seconds);
  return relative.format(Math.round(seconds / size), unit);
}

// "12 min".
export function lasts(seconds) {
  const [unit, size] = unitOf(seconds);
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 0 }).format(Math.max(0, seconds) / size);
}

// "12.4 ms"; nothing where nothing had to be decided.
export function took(ms) {
  if (typeof ms !== "number" || ms < 0.05) return "";
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: ms < 10 ? 1 : 0 }).format(ms)} ms`;
}

// By the clock of a zone, such as a number's; without one by that of the reader.
export const moment = (iso, zone = undefined) => new Date(iso).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone });

const clocks = new Map();

// "6:59:20 p.m.", by the clock of a zone.
export function clock(iso, zone = undefined) {
  if (!clocks.has(zone)) clocks.set(zone, new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", second: "2-digit", timeZone: zone }));
  return clocks.get(zone).format(new Date(iso));
}

export const day = (iso) => new Date(iso).toLocaleDateString(locale, { dateStyle: "medium" });
