// How long ago, how long still, and when: as people say it.
import { dated, written } from "./words.js";

const UNITS = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

const unitOf = (seconds) => UNITS.find(([, each]) => Math.round(Math.abs(seconds)) >= each) ?? UNITS.at(-1);
export const secondsTo = (iso) => (new Date(iso) - Date.now()) / 1000;

// "12 minutes ago", "in 2 days".
export function ago(iso) {
  const seconds = secondsTo(iso);
  const [unit, size] = unitOf(seconds);
  return written("RelativeTimeFormat", { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

// "12 min".
export function lasts(seconds) {
  const [unit, size] = unitOf(seconds);
  return written("NumberFormat", { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 0 }).format(Math.max(0, seconds) / size);
}

// "12.4 ms"; nothing where nothing had to be decided.
export function took(ms) {
  if (typeof ms !== "number" || ms < 0.05) return "";
  return `${written("NumberFormat", { maximumFractionDigits: ms < 10 ? 1 : 0 }).format(ms)} ms`;
}

// By the clock of a zone, such as a number's; without one by that of the reader.
export const moment = (iso, zone = undefined) => dated(iso, { dateStyle: "medium", timeStyle: "short", timeZone: zone });

// "6:59:20 p.m.", by the clock of a zone.
export const clock = (iso, zone = undefined) => dated(iso, { hour: "numeric", minute: "2-digit", second: "2-digit", timeZone: zone });

export const day = (iso) => dated(iso, { dateStyle: "medium" });
