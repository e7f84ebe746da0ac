// The page of statistics: each chart fetches its own numbers, all at the same time, and stands as a table too.
import { ask } from "../kit/api.js";
import { $, announce } from "../kit/dom.js";
import { hear } from "../kit/line.js";
import { say } from "../kit/state.js";
import { html, render, useEffect, useSignal } from "../kit/view.js";
import { t } from "../kit/words.js";
import { Funnel, funnelSteps, Hours, Nlp, Patterns, People, Success, TopEmojis } from "./bars.js";
import { Latency, Volume } from "./plots.js";
import { day, decimal, emoji, emojis, error, errors, first, hour, language, moment, ms, number, parser, percent, person, step, sure, weekday } from "./said.js";

const text = (words) => html`<bdi class="private">${words ?? t("analytics.unread")}</bdi>`;
const name = (_, row) => person(row);

// Of each: what draws it, and the columns of its table with how they are written.
const CHARTS = {
  volume: [Volume, { at: (iso) => step(iso), settled: number, done: number, undone: number, failed: number, nothing: number }],
  hourly: [Hours, { weekday, hour, reactions: number }],
  funnel: [Funnel, { step: String, count: number }, funnelSteps],
  top_emojis: [TopEmojis, { emoji, reactions: number, people: number, share_percent: percent }],
  success: [Success, { emoji, reactions: number, done: number, failed: number, nothing: number, success_percent: percent, commonest_error: error }],
  latency_daily: [Latency, { day: (iso) => day(iso), settled: number, p50_ms: ms, p95_ms: ms, p99_ms: ms }],
  nlp: [Nlp, { parser, language, readings: number, read: number, success_percent: percent, mean_confidence: sure, mean_ms: ms, longest_ms: ms, commonest_errors: errors }],
  people: [People, { name, reactions: number, per_active_day: decimal, favourites: emojis, busiest_hour: hour, success_percent: percent, mean_confidence: sure, commonest_errors: errors }],
  failed_patterns: [Patterns, { pattern: text, emoji, error, times: number, last_at: moment }],
};
const WORDS = new Set(["at", "day", "last_at", "weekday", "step", "emoji", "parser", "language", "name", "favourites", "pattern", "error", "commonest_error", "commonest_errors"]);

function address(chart, more = {}) {
  const asked = new URLSearchParams({ since: first.since, until: first.until, zone: first.zone, ...more });
  if (first.connection) asked.set("connection", first.connection);
  return `/api/analytics/${chart}?${asked}`;
}

function Table({ chart, rows }) {
  const [, columns, made] = CHARTS[chart];
  const all = made ? made(rows) : rows;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t(`chart.${chart}`)}><table><caption class="unseen">${t(`chart.${chart}`)}</caption>
    <thead><tr>${Object.keys(columns).map((key) => html`<th key=${key} scope="col" class=${WORDS.has(key) ? "" : "n"}>${t(`column.${key}`)}</th>`)}</tr></thead>
    <tbody>${all.map((row, n) => html`<tr key=${n}>${Object.entries(columns).map(([key, said]) => html`<td key=${key} class=${WORDS.has(key) ? "" : "n"}>${said(row[key], row)}</td>`)}</tr>`)}</tbody></table></div>`;
}

function Card({ chart }) {
  const rows = useSignal(null);
  const fault = useSignal("");
  const table = useSignal(false);
  const [Chart] = CHARTS[chart];
  const load = async () => {
    fault.value = "";
    try {
      ({ rows: rows.value } = await ask(address(chart)));
    } catch (refusal) {
      fault.value = t("analytics.fault", { why: refusal.message });
    }
  };
  useEffect(() => { load(); }, []);
  const turn = () => {
    table.value = !table.value;
    announce(t(table.value ? "analytics.table" : "analytics.chart"));
  };
  const there = rows.value?.length > 0;
  const file = `toque-${chart}-${first.first}-${first.last}.csv`;
  return html`<section class=${`card ${chart}`} tabindex="-1" data-row="" aria-labelledby=${`title-${chart}`}>
    <div class="top"><h2 id=${`title-${chart}`}>${t(`chart.${chart}`)}</h2>
      ${there && html`<p class="tools"><button type="button" data-key="t" aria-pressed=${String(table.value)} onClick=${turn}>${t("analytics.table")}</button><a href=${address(chart, { format: "csv" })} download=${file}>${t("analytics.csv")}</a></p>`}</div>
    <p class="faint">${t(`chart.${chart}.about`)}</p>
    ${fault.value && html`<p class="notice" role="alert">${fault.value} <button type="button" onClick=${load}>${t("analytics.again")}</button></p>`}
    ${rows.value === null && !fault.value && html`<p class="loading">${t("analytics.loading")}</p>`}
    ${rows.value?.length === 0 && html`<p class="nothing">${t("analytics.none")}</p>`}
    ${there && (table.value ? html`<${Table} chart=${chart} rows=${rows.value} />` : html`<${Chart} rows=${rows.value} />`)}
  </section>`;
}

// As on the live page: texts are blurred unless somebody said otherwise.
$("charts").classList.toggle("clear", localStorage.getItem("toque_clear") !== null);
$("charts").replaceChildren();
if (!first.empty) render(html`${Object.keys(CHARTS).map((chart) => html`<${Card} key=${chart} chart=${chart} />`)}`, $("charts"));
hear(null, { row: () => {}, anew: () => {}, state: say });
