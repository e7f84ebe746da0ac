// Reads JSON lines {text, lang, monthFirst, now} and answers each with chrono-node's first date and its microseconds.
//
// Run in the directory that chrono-node is installed in, with TZ=UTC: `now` is a wall-clock time without a zone, and so
// is the answer. {"knows": false} where chrono-node has no locale for the language.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const chrono = createRequire(`${process.cwd()}/`)("chrono-node");
const cases = readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

const pad = (number, digits = 2) => String(number).padStart(digits, "0");

function localeOf({ lang, monthFirst }) {
  return lang === "en" && !monthFirst ? chrono.en.GB : chrono[lang]?.casual;
}

function read(asked, text) {
  const found = localeOf(asked).parse(text, new Date(`${asked.now}Z`), { forwardDate: true });
  if (!found.length) return null;
  const { start } = found[0];
  const day = `${pad(start.get("year"), 4)}-${pad(start.get("month"))}-${pad(start.get("day"))}`;
  if (!start.isCertain("hour")) return day;
  return `${day}T${pad(start.get("hour"))}:${pad(start.get("minute"))}:${pad(start.get("second"))}`;
}

function microseconds(asked, spaces) {
  const text = asked.text + " ".repeat(spaces);
  const began = performance.now();
  read(asked, text);
  return (performance.now() - began) * 1000;
}

const known = cases.filter(localeOf);
for (let round = 0; round < 5; round += 1) known.forEach((asked) => read(asked, asked.text));
for (const asked of cases) {
  const answer = localeOf(asked)
    ? { knows: true, answer: read(asked, asked.text), us: Math.min(...[1, 2, 3].map((n) => microseconds(asked, n))) }
    : { knows: false };
  console.log(JSON.stringify(answer));
}
