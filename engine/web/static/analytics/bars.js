// Charts made of lines of text with a bar each, and the dots of the hours: no more than shapes beside their words.
import { html, signal } from "../kit/view.js";
import { t } from "../kit/words.js";
import { emoji, error, hour, language, ms, number, parser, percent, person, shortWeekday, sure } from "./said.js";

const width = (share) => ({ width: `${Math.max(0, Math.min(1, share)) * 100}%` });

// `parts`: what the bar is made of, each a share of the whole width and how it is painted.
function Bar({ label, parts, words }) {
  return html`<li><span class="label">${label}</span><span class="track" aria-hidden="true">${parts.map(([share, look]) => html`<span key=${look} class=${`part ${look}`} style=${width(share)}></span>`)}</span><span class="words">${words}</span></li>`;
}

const most = (rows, name) => Math.max(1, ...rows.map((row) => row[name]));

const STEPS = ["reacted", "asked", "failed", "from_messages", "taken_back", "created", "still_open", "done", "undone"];
const STEP_LOOKS = { failed: "failed", taken_back: "undone", undone: "undone", still_open: "nothing" };
export const funnelSteps = ([row]) => STEPS.map((name) => ({ step: t(`funnel.${name}`), name, count: row[name] }));

export function Funnel({ rows }) {
  const all = funnelSteps(rows).filter((one) => one.count > 0 || ["reacted", "created", "done"].includes(one.name));
  const top = most(all, "count");
  return html`<ol class="bars">${all.map((one) => html`<${Bar} key=${one.name} label=${one.step} parts=${[[one.count / top, STEP_LOOKS[one.name] ?? "done"]]} words=${number(one.count)} />`)}</ol>`;
}

export function TopEmojis({ rows }) {
  const top = most(rows, "reactions");
  return html`<ol class="bars short">${rows.slice(0, 10).map((row) => html`<${Bar} key=${row.emoji} label=${emoji(row.emoji)} parts=${[[row.reactions / top, "done"]]} words=${`${number(row.reactions)} · ${t("column.people").toLowerCase()}: ${number(row.people)}`} />`)}</ol>`;
}

export function Success({ rows }) {
  const asked = rows.filter((row) => row.success_percent !== null).slice(0, 10);
  if (asked.length === 0) return html`<p class="faint">${t("analytics.none")}</p>`;
  return html`<ol class="bars short">${asked.map((row) => {
    const all = row.done + row.failed;
    return html`<${Bar} key=${row.emoji} label=${emoji(row.emoji)} parts=${[[row.done / all, "done"], [row.failed / all, "failed"]]} words=${`${percent(row.success_percent)} · ${t("analytics.of", { done: number(row.done), all: number(all) })}`} />`;
  })}</ol><ul class="keys">${["done", "failed"].map((look) => html`<li key=${look}><span class=${`swatch ${look}`} aria-hidden="true"></span>${t(`column.${look}`)}</li>`)}</ul>`;
}

export function Nlp({ rows }) {
  return html`<ol class="bars long">${rows.slice(0, 12).map((row) => html`<${Bar} key=${`${row.parser}.${row.language}`} label=${`${parser(row.parser)} · ${language(row.language)}`} parts=${[[row.success_percent / 100, "done"], [1 - row.success_percent / 100, "failed"]]} words=${`${percent(row.success_percent)} · ${t("analytics.of", { done: number(row.read), all: number(row.readings) })} · ${t("column.mean_confidence").toLowerCase()} ${sure(row.mean_confidence)} · ${ms(row.mean_ms)}`} />`)}</ol>`;
}

export function People({ rows }) {
  const top = most(rows, "reactions");
  return html`<ol class="bars long">${rows.map((row) => html`<${Bar} key=${row.addresses[0]} label=${person(row)} parts=${[[row.reactions / top, "done"]]} words=${html`${number(row.reactions)} · ${(row.favourites ?? []).map((one) => html`<span key=${one}>${emoji(one)}</span>`)} · ${t("column.success_percent").toLowerCase()} ${percent(row.success_percent)}`} />`)}</ol>`;
}

export function Patterns({ rows }) {
  const top = most(rows, "times");
  return html`<ol class="bars long">${rows.slice(0, 10).map((row, n) => html`<${Bar} key=${n} label=${html`${emoji(row.emoji)} <bdi class="private">${row.pattern ?? t("analytics.unread")}</bdi>`} parts=${[[row.times / top, "failed"]]} words=${`${number(row.times)} · ${error(row.error)}`} />`)}</ol>`;
}

const NARROW = matchMedia("(max-width: 40rem)");
const [WIDE_CELL, NARROW_CELL, HIGH, LEFT, TOP] = [24, 11.5, 24, 48, 24];
const narrow = signal(NARROW.matches);
NARROW.addEventListener("change", () => { narrow.value = NARROW.matches; });

// A dot for each hour of the week; its area is how much, not its tone.
export function Hours({ rows }) {
  const top = most(rows, "reactions");
  // Where there is little room the days are as wide as it, and the letters stay as large as they are.
  const cell = narrow.value ? NARROW_CELL : WIDE_CELL;
  const every = narrow.value ? 6 : 3;
  const x = (n) => LEFT + n * cell + cell / 2;
  const y = (n) => TOP + (n - 1) * HIGH + HIGH / 2;
  return html`<svg class="hours" viewBox=${`0 0 ${LEFT + 24 * cell} ${TOP + 7 * HIGH}`} role="img" aria-label=${t("chart.hourly.about")}>
    ${[0, 3, 6, 9, 12, 15, 18, 21].filter((n) => n % every === 0).map((n) => html`<text key=${n} x=${x(n)} y="13" text-anchor="middle">${hour(n)}</text>`)}
    ${[1, 2, 3, 4, 5, 6, 7].map((n) => html`<g key=${n}><line x1=${LEFT} x2=${LEFT + 24 * cell} y1=${y(n)} y2=${y(n)} /><text x="0" y=${y(n) + 4}>${shortWeekday(n)}</text></g>`)}
    ${rows.map((row) => html`<circle key=${`${row.weekday}.${row.hour}`} cx=${x(row.hour)} cy=${y(row.weekday)} r=${Math.max(2, Math.sqrt(row.reactions / top) * (Math.min(cell, HIGH) / 2 + (narrow.value ? 1 : -1)))}><title>${`${shortWeekday(row.weekday)} ${hour(row.hour)}: ${number(row.reactions)}`}</title></circle>`)}
  </svg>`;
}
