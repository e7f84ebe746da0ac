// Charts over time, drawn by uPlot: what came as columns on one another, how quickly as lines.
import { html, useEffect, useRef, useSignal } from "../kit/view.js";
import { t } from "../kit/words.js";
import { colour, LOOKS, paint, theme } from "./look.js";
import { dateOf, day, first, HOURLY, ms, number, step } from "./said.js";

// As published for scripts and half as heavy as the module; the page loads it before this one.
const { uPlot } = globalThis;
const HEIGHT = 240;
const FONT = '12px "Figtree", system-ui, sans-serif';
const LINES = [["p50_ms", [], "--l-done"], ["p95_ms", [8, 5], "--l-undone"], ["p99_ms", [2, 4], "--l-failed"]];

function axes(labels, values, size) {
  const shared = { stroke: colour("--faint"), font: FONT, ticks: { show: false } };
  const line = { stroke: colour("--line"), width: 1 };
  return [
    // Whole steps only: between two days there is none.
    { ...shared, grid: { show: false }, size: 30, space: 64, incrs: [1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365], values: (_, splits) => splits.map((n) => labels[n] ?? "") },
    { ...shared, grid: line, size, values: (_, splits) => splits.map(values) },
  ];
}

function Plot({ data, options, at }) {
  const place = useRef(null);
  const { value: painted } = theme;
  useEffect(() => {
    const here = place.current;
    const drawn = new uPlot({
      width: here.clientWidth, height: HEIGHT, legend: { show: false }, padding: [12, 8, 0, 0],
      cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
      ...options(),
      hooks: { setCursor: [({ cursor }) => { at.value = cursor.idx ?? null; }] },
    }, data, here);
    const watch = new ResizeObserver(() => drawn.setSize({ width: here.clientWidth, height: HEIGHT }));
    watch.observe(here);
    return () => {
      watch.disconnect();
      drawn.destroy();
    };
  }, [data, painted]);
  return html`<div class="plot" ref=${place}></div>`;
}

const Key = ({ look, name }) => html`<li><span class=${`swatch ${look}`} aria-hidden="true"></span>${name}</li>`;

// --- what came ----------------------------------------------------------------------------------------------------

// Every day or hour of the time that was asked for: one on which nothing happened is an empty column.
function steps() {
  const all = [];
  const end = Math.min(new Date(first.until), Date.now());
  if (HOURLY) {
    for (let at = +new Date(first.since); at < end; at += 3600000) all.push(new Date(at).toISOString());
    return all;
  }
  for (let at = new Date(`${first.first}T12:00:00Z`); at.toISOString().slice(0, 10) <= first.last; at.setUTCDate(at.getUTCDate() + 1)) all.push(at.toISOString().slice(0, 10));
  return all;
}

function stacked(rows) {
  const keyOf = HOURLY ? (iso) => +new Date(iso) : dateOf;
  const known = new Map(rows.map((row) => [keyOf(row.at), row]));
  const all = steps().map((at) => ({ at, ...(known.get(HOURLY ? +new Date(at) : at) ?? { done: 0, undone: 0, failed: 0, nothing: 0 }) }));
  // Nothing is no column, not one without height.
  const sums = LOOKS.map((_, n) => all.map((row) => LOOKS.slice(0, n + 1).reduce((sum, look) => sum + row[look], 0) || null));
  return { all, sums };
}

export function Volume({ rows }) {
  const at = useSignal(null);
  const shown = useRef(null);
  shown.current ??= (() => {
    const { all, sums } = stacked(rows);
    return { all, data: [all.map((_, n) => n), ...sums.toReversed()] };
  })();
  const { all, data } = shown.current;
  const name = (one, short) => (HOURLY ? step(one.at, short) : day(one.at.slice(0, 10), short));
  const options = () => ({
    scales: { x: { time: false, range: [-0.6, all.length - 0.4] }, y: { range: (_, __, most) => [0, Math.max(4, most * 1.08)] } },
    axes: axes(all.map((one) => name(one, true)), (n) => (Number.isInteger(n) ? number(n) : ""), 44),
    // The tallest first: what is drawn later stands before it.
    series: [{}, ...LOOKS.toReversed().map((look) => ({ fill: paint(look), stroke: colour(`--l-${look}`), width: 1, paths: uPlot.paths.bars({ size: [0.7, 64] }), points: { show: false } }))],
  });
  const one = at.value === null ? null : all[at.value];
  const sum = (look) => (one ? one[look] : all.reduce((all_, each) => all_ + each[look], 0));
  return html`<${Plot} data=${data} options=${options} at=${at} />
    <ul class="keys">${LOOKS.map((look) => html`<${Key} key=${look} look=${look} name=${`${t(`column.${look}`)}: ${number(sum(look))}`} />`)}${one && html`<li class="of">${name(one)}</li>`}</ul>`;
}

// --- how quickly --------------------------------------------------------------------------------------------------

export function Latency({ rows }) {
  const at = useSignal(null);
  const shown = useRef(null);
  shown.current ??= (() => {
    const known = new Map(rows.map((row) => [row.day, row]));
    const days = [];
    for (let day_ = new Date(`${first.first}T12:00:00Z`); day_.toISOString().slice(0, 10) <= first.last; day_.setUTCDate(day_.getUTCDate() + 1)) days.push(day_.toISOString().slice(0, 10));
    return { days, data: [days.map((_, n) => n), ...LINES.map(([name]) => days.map((one) => known.get(one)?.[name] ?? null))] };
  })();
  const { days, data } = shown.current;
  const options = () => ({
    scales: { x: { time: false, range: [-0.6, days.length - 0.4] }, y: { range: (_, __, most) => [0, Math.max(10, most * 1.1)] } },
    axes: axes(days.map((one) => day(one, true)), ms, 64),
    series: [{}, ...LINES.map(([, dash, tone]) => ({ stroke: colour(tone), width: 2, dash, points: { show: days.length <= 31, size: 6, fill: colour(tone), stroke: colour(tone) } }))],
  });
  const here = (n) => (at.value === null ? "" : `: ${ms(data[n + 1][at.value])}`);
  return html`<${Plot} data=${data} options=${options} at=${at} />
    <ul class="keys">${LINES.map(([name], n) => html`<${Key} key=${name} look=${`line ${name}`} name=${t(`column.${name}`) + here(n)} />`)}${at.value !== null && html`<li class="of">${day(days[at.value])}</li>`}</ul>`;
}
