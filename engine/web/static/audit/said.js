// An entry of the record as a sentence, and its values as a person reads them.
import { day, moment } from "../kit/times.js";
import { category, city, has, languageName, list, money, platform, regionName, statusName, t, tagged, when } from "../kit/words.js";

// What leads to the thing itself, where there is a page for it.
const WHERE = {
  item: (id) => `/items?item=${id}`, action: (id) => `/actions/${id}`, review: (id) => `/actions/${id}`, rule: (id) => `/rules?rule=${encodeURIComponent(id)}`,
  connection: () => "/settings/connections", account: () => "/settings/accounts", key: () => "/settings/keys",
};

const quoted = (text) => t("record.quoted", { text });
const parts = (subject) => { const [kind, ...rest] = subject.split(":"); return { kind, id: rest.join(":") }; };
const both = (one) => [one.after, one.before].map((side) => (Array.isArray(side) ? side[0] : side)).filter((side) => side !== null && typeof side === "object");
const told = (one, ...names) => both(one).flatMap((side) => names.map((name) => side[name])).find((name) => typeof name === "string" && name);

export const itemName = (id, titles = {}) => (titles[id] ? quoted(titles[id]) : t("record.item", { id }));
// The starter rules have a name in every language while nobody gave them another.
function ruleName(one, id) {
  const name = both(one).map((side) => side.rule?.name).find(Boolean) ?? id;
  return has(`rules.${id}`) && name.toLowerCase() === id ? t(`rules.${id}`) : name;
}

const idsOf = (one) => [...new Set(both(one).flatMap((side) => Object.keys(side)))].filter((id) => /^\d+$/.test(id));

// What an entry is about: { text, href }. `known`: the names of accounts, keys and numbers.
export function thing(one, known = {}) {
  const { kind, id } = parts(one.subject);
  const named = known[one.subject];
  const text = (() => {
    switch (kind) {
      case "item": return told(one, "title") ? quoted(told(one, "title")) : itemName(id);
      case "bulk": return itemName(idsOf(one)[0], one.titles);
      case "rule": return quoted(ruleName(one, id));
      case "action": return Object.keys(one.titles ?? {}).length ? list(Object.values(one.titles).map(quoted)) : t("record.reaction");
      case "review": return t("record.reading");
      case "account": case "key": case "connection": return named ?? told(one, "name", "instance") ?? id;
      case "person": case "people": return told(one, "name", "calls_themselves") ?? t("record.somebody");
      case "chat": case "chats": return told(one, "name", "subject") ? quoted(told(one, "name", "subject")) : "";
      default: return id;
    }
  })();
  return { text, href: id && kind !== "bulk" ? WHERE[kind]?.(id) ?? null : null };
}

// How many things an entry is about.
export function count(one) {
  const { kind } = parts(one.subject);
  if (kind === "letter") return 1;
  if (kind === "queue") return one.after?.ids?.length ?? (Array.isArray(one.before) ? one.before.length : 1);
  return idsOf(one).length || 1;
}

// The sentence in pieces: [["who"], " pagó ", ["what"]].
export function sentence(one) {
  const n = count(one);
  // An account's role and its numbers are changed as one; where the role stayed, it was the numbers.
  const numbers = one.action === "account.role" && one.before && one.before.role === one.after?.role;
  const key = numbers ? "record.account.numbers" : [n === 1 && `record.${one.action}.one`, `record.${one.action}`].find((each) => each && has(each)) ?? "record.unknown";
  return t(key, { n, action: one.action }).split(/(\{who\}|\{what\})/).filter(Boolean).map((part) => (part === "{who}" ? ["who"] : part === "{what}" ? ["what"] : part));
}

// What differs says nothing that the sentence has not said already.
const SAID = {
  "item.complete": ["status", "done_at"], "item.pay": ["status", "done_at"], "item.cancel": ["status", "done_at"], "item.reopen": ["status", "done_at"],
  "items.complete": ["status"], "items.cancel": ["status"], "items.reopen": ["status"], "rule.enable": ["state", "enabled"], "rule.disable": ["state", "enabled"],
  "connection.pause": ["enabled"], "connection.resume": ["enabled"], "rule.make": ["name", "version", "managed_by"], "rule.delete": ["version", "managed_by"],
  "account.enable": ["enabled"], "account.disable": ["enabled"],
};
const NEVER = ["id", "connection_id", "message_id", "updated_at", "created_at", "line_since", "line_state", "line_reason", "last_heard_at", "slug", "follows", "rule_version", "chat_id"];
export const isSaid = (action, field) => NEVER.includes(field) || (SAID[action] ?? []).includes(field);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/;
const PARSED = { task: "task", calendar: "calendar", bill: "bill", note: "note", none: "none" };
const word = (key, value) => (has(`${key}.${value}`) ? t(`${key}.${value}`) : String(value));

// A value of a field; `side` is what stands beside it, `known` the names of numbers.
export function written(value, field = "", side = {}, known = {}) {
  if (value === null || value === undefined || value === "") return t("audit.nothing");
  if (Array.isArray(value)) return value.length ? shownList(value, field, known) : t("audit.nothing");
  switch (field) {
    case "state": return { on: t("book.on"), off: t("book.off"), shadow: t("book.shadow") }[value] ?? word("keys.is", value);
    case "managed_by": return t(value === "ui" ? "audit.page" : "audit.a_file");
    case "parse": return PARSED[value] ? t(`form.parse.${PARSED[value]}`) : String(value);
    case "status": return has(`status.${value}`) ? statusName(value, side?.kind) : String(value);
    case "role": case "priority": case "topology": case "kind": return word(field, value);
    case "flags": return word("flag", value);
    case "scopes": return word("scope", value.replace(":", "."));
    case "amount": return money(value, side?.currency);
    case "category": return category(value) || t("audit.nothing");
    case "platform": return platform(value);
    case "zone": return city(value);
    case "language": return languageName(value);
    case "region": return regionName(value);
    case "reply": return has(`form.reply.${value}`) ? t(`form.reply.${value}`) : String(value);
    default: break;
  }
  if (value === true || value === false) return t(value ? "audit.yes" : "audit.no");
  if (typeof value === "string" && field === "") return word("status", value);
  if (typeof value === "string" && ["due", "start", "end"].includes(field)) return when(value);
  if (typeof value === "string" && MOMENT.test(value)) return moment(value);
  if (typeof value === "string" && DAY.test(value)) return value.length === 10 ? day(`${value}T12:00:00`) : when(value);
  return String(value);
}

function shownList(value, field, known) {
  if (field === "tags") return tagged(value).map((tag) => `#${tag}`).join(" ") || t("audit.nothing");
  if (field === "connections") return list(value.map((id) => known[`connection:${id}`] ?? String(id)));
  return value.map((one) => written(one, field, {}, known)).join(", ");
}
