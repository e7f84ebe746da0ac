// Cards of items: what a reaction became, in the story and in the list.
import { make, picture, unseen } from "./dom.js";
import { category, list, money, platform, statusName, t, tagged, when } from "./words.js";

export const ICONS = { task: "✅", event: "📅", bill: "💳", note: "📝" };

// The colour of a field, the same in the text and on the card.
const COLOURS = {
  vendor: "vendor", account: "vendor", amount: "amount", currency: "amount", due: "when", start: "when", end: "when",
  duration_minutes: "when", recurrence: "when", title: "title", body: "title", description: "title", location: "where",
  platform: "where", url: "where", attendees: "who", assignee: "who", priority: "weight",
};
export const colour = (field) => COLOURS[field] ?? "other";

// A field as a person reads it; nothing where nothing was said.
export function shown(field, value, fields) {
  if (value === null || value === undefined || value === "" || value.length === 0) return null;
  switch (field) {
    case "due": case "start": case "end": return when(String(value));
    case "amount": return money(value, fields.currency);
    case "category": return category(value) || null;
    case "platform": return platform(value);
    case "duration_minutes": return t("minutes", { n: value });
    case "priority": return t(`priority.${value}`);
    default: return Array.isArray(value) ? list(value) : String(value);
  }
}

const ROWS = [
  "amount", "due", "start", "end", "duration_minutes", "location", "platform", "url", "attendees", "assignee", "recurrence",
  "category", "account", "description",
];

// `repeats`: its recurrence in words, which the server says as the answers do.
export function rows(fields, spans = {}, repeats = null) {
  const facts = make("dl", "facts");
  for (const field of ROWS) {
    const words = field === "recurrence" ? repeats : shown(field, fields[field], fields);
    if (words === null) continue;
    const name = make("dt", "", make("span", "swatch"), t(`field.${field}`));
    if (spans[field]) name.dataset.colour = colour(field);
    facts.append(make("div", "", name, make("dd", "", words)));
  }
  return facts;
}

function chips(item, change) {
  const all = make("p", "chips");
  const status = change?.status ?? item.status;
  all.append(make("span", `chip ${status}`, statusName(status, item.kind)));
  if (change?.was && change.was !== item.kind) all.append(make("span", "chip", t("status.was", { kind: t(`kind.${change.was}`) })));
  if (["high", "critical", "low"].includes(item.priority)) all.append(make("span", `chip ${item.priority}`, t(`priority.${item.priority}`)));
  for (const flag of item.flags ?? []) all.append(make("span", "chip flag", t(`flag.${flag}`)));
  // A bill's category stands among its facts already.
  for (const tag of tagged((item.tags ?? []).filter((one) => one !== item.fields?.category))) all.append(make("span", "chip", `#${tag}`));
  return all;
}

// A whole card; `item` is as the API has it, or only what the reaction's own record says of it.
export function card(item, change) {
  const status = change?.status ?? item.status;
  const name = make("p", "item-title", item.title);
  name.dir = "auto";
  const top = make("div", "item-top", picture(ICONS[item.kind] ?? "•", "item-icon"), make("div", "", make("p", "item-kind", t(`kind.${item.kind}`)), name));
  const element = make("li", `item ${item.kind} ${status}`, top);
  if (item.fields) element.append(rows(item.fields, item.spans, item.repeats));
  element.append(chips(item, change));
  return element;
}

// One line of the list.
export function line(item) {
  const fields = item.fields;
  const at = fields.due ?? fields.start;
  const sum = item.kind === "bill" ? shown("amount", fields.amount, fields) : null;
  const name = make("p", "item-title", item.title);
  name.dir = "auto";
  const facts = [at && when(at, { short: true }), fields.location].filter(Boolean).join(" · ");
  const pair = make("div", "pair", name, sum && make("p", "sum", sum));
  const rest = make("div", "", unseen(`${t(`kind.${item.kind}`)}: `), pair, facts && make("p", "faint", facts));
  if (item.status !== "open" || item.flags.length) rest.append(chips({ ...item, tags: [], priority: "" }));
  return make("li", `item line ${item.kind} ${item.status}`, picture(ICONS[item.kind] ?? "•", "item-icon"), rest);
}
