// What the page of rules shows, and how it comes and changes; every part of the page reads from here.
import { act } from "../kit/act.js";
import { ask } from "../kit/api.js";
import { acting, looking } from "../kit/acting.js";
import { signal } from "../kit/view.js";
import { t } from "../kit/words.js";

const PAGE = 200;

export const rules = signal([]);
export const numbers = signal([]);
export const acted = signal(new Map()); // how many messages a rule acted on lately, by number and rule

export const keyOf = (rule) => `${rule.connection_id} ${rule.id}`;

export const mayWrite = signal(false);
export const givenNone = signal(false); // there may be numbers, and none is one's own
export const search = signal("");
export const place = signal({ view: "list" }); // or { view: "rule", id, connection } or { view: "new", from }

export const at = (address, connection) => `/api/rules${address}${address.includes("?") ? "&" : "?"}connection=${connection}`;
export const path = (rule) => `/${encodeURIComponent(rule.id)}`;
export const tagOf = (rule) => ({ "If-Match": `"${rule.version}"` });
export const emojisOf = (rule) => [rule.when?.reaction ?? []].flat().filter((one) => typeof one === "string");

export const { away, load } = looking("book.fault", async () => {
  const found = [];
  let cursor = "";
  do {
    const page = await ask(`/api/rules?limit=${PAGE}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    found.push(...page.rules);
    cursor = page.next_cursor;
  } while (cursor);
  rules.value = found;
});

export const { notice, fault, tell, attempt } = acting({ after: load, why: (refusal) => (refusal.status === 412 ? t("book.changed.meanwhile") : refusal.message) });

export const found = () => {
  const wanted = search.value.trim().toLocaleLowerCase();
  if (!wanted) return rules.value;
  return rules.value.filter(({ id, rule, in_words: says }) => [id, says.name, says.does, says.who, says.where, ...emojisOf(rule)].join(" ").toLocaleLowerCase().includes(wanted));
};

// --- where one is -----------------------------------------------------------------------------------------------

const address = (where) => {
  if (where.view === "rule") return `/rules?rule=${encodeURIComponent(where.id)}&connection=${where.connection}`;
  return where.view === "new" ? `/rules?new=${where.from ?? ""}` : "/rules";
};

function read() {
  const asked = new URLSearchParams(location.search);
  if (asked.get("rule")) {
    const id = asked.get("rule");
    const known = rules.value.find((one) => one.id === id);
    return { view: "rule", id, connection: Number(asked.get("connection")) || known?.connection_id || numbers.value[0]?.id };
  }
  return asked.has("new") && mayWrite.value ? { view: "new", from: asked.get("new") } : { view: "list" };
}

export function show(where, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", address(where));
  notice.value = null;
  place.value = where;
}

export const follow = () => { place.value = read(); };
addEventListener("popstate", follow);

// --- what is done to a rule -------------------------------------------------------------------------------------

export const turn = (rule, on) => attempt(async () => {
  await act("POST", at(`${path(rule)}/${on ? "enable" : "disable"}`, rule.connection_id), undefined, tagOf(rule));
  tell(t(on ? "book.told.on" : "book.told.off", { name: rule.in_words.name }));
});

export const remove = (rule) => attempt(async () => {
  await act("DELETE", at(path(rule), rule.connection_id), undefined, tagOf(rule));
  show({ view: "list" }, { replace: true });
  tell(t("book.told.deleted", { name: rule.in_words.name }), () => attempt(async () => {
    await act("POST", at(`${path(rule)}/rollback`, rule.connection_id), { version: rule.version });
    tell(t("book.told.back", { name: rule.in_words.name }));
  }));
});
