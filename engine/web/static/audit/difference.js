// What was before and what is after, as a list of what differs; whatever stood there is shown as text.
import { moment } from "../kit/times.js";
import { html, useSignal } from "../kit/view.js";
import { has, t } from "../kit/words.js";

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;
const AT_ONCE = 8;
const WRAPS = new Set(["fields", "rule"]); // what only holds the rest
const OF_ITSELF = new Set(["updated_at"]); // moves with whatever else is changed
const WORDS = new Set(["status", "role", "priority", "topology"]); // of these the values are words too

const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const simple = (value) => value === null || typeof value !== "object";

// {"a": {"b": 1}} as [["a › b", 1]]; a list of simple things stays one value.
function flat(value, path = []) {
  if (plain(value)) return Object.entries(value).flatMap(([name, inner]) => flat(inner, [...path, name]));
  if (Array.isArray(value) && !value.every(simple)) return value.flatMap((inner, n) => flat(inner, [...path, String(n + 1)]));
  return [[path, value]];
}

const key = (path) => path.join(" › ");

function word(name) {
  const known = [`audit.field.${name}`, `field.${name}`].find(has);
  return known ? t(known) : name.replaceAll("_", " ");
}

export function differences(before, after) {
  const was = new Map(flat(before ?? null).map(([path, value]) => [key(path), value]));
  const now = new Map(flat(after ?? null).map(([path, value]) => [key(path), value]));
  const paths = new Map([...flat(before ?? null), ...flat(after ?? null)].map(([path]) => [key(path), path]));
  return [...paths].filter(([, path]) => !OF_ITSELF.has(path.at(-1)))
    .map(([name, path]) => ({ field: path.at(-1), name: path.filter((one, n) => n === path.length - 1 || !WRAPS.has(one)).map(word).join(" › "), was: was.get(name) ?? null, now: now.get(name) ?? null }))
    .filter((one) => JSON.stringify(one.was) !== JSON.stringify(one.now));
}

function written(value, field = "") {
  if (WORDS.has(field) && has(`${field}.${value}`)) return t(`${field}.${value}`);
  if (value === null || value === "") return t("audit.nothing");
  if (value === true || value === false) return t(value ? "audit.yes" : "audit.no");
  if (Array.isArray(value)) return value.length ? value.map((one) => written(one)).join(", ") : t("audit.nothing");
  if (typeof value === "string" && MOMENT.test(value)) return moment(value);
  return String(value);
}

function One({ one, sides }) {
  return html`<div class="differs"><dt>${one.name || t("audit.value")}</dt><dd>
    ${sides !== "after" && html`<del><span class="unseen">${t("audit.before")}: </span><bdi>${written(one.was, one.field)}</bdi></del>`}
    ${sides === "both" && html` <span class="arrow" aria-hidden="true">→</span> `}
    ${sides !== "before" && html`<ins><span class="unseen">${t("audit.after")}: </span><bdi>${written(one.now, one.field)}</bdi></ins>`}</dd></div>`;
}

export function Difference({ entry }) {
  const all = useSignal(false);
  if (entry.erased_at) return html`<p class="faint">${t("audit.erased", { at: moment(entry.erased_at) })}</p>`;
  const found = differences(entry.before, entry.after);
  if (found.length === 0) return null;
  const sides = entry.before === null ? "after" : entry.after === null ? "before" : "both";
  const shown = all.value ? found : found.slice(0, AT_ONCE);
  return html`<dl class="difference">${shown.map((one) => html`<${One} key=${one.name} one=${one} sides=${sides} />`)}</dl>
    ${found.length > shown.length && html`<button type="button" class="small" onClick=${() => { all.value = true; }}>${t("audit.more.fields", { n: found.length - shown.length })}</button>`}`;
}
