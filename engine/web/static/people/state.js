// Who and which chats there are, what of it is open, and how it changes; every part of the page reads from here.
import { act } from "../kit/act.js";
import { ask } from "../kit/api.js";
import { acting, looking } from "../kit/acting.js";
import { batch, signal } from "../kit/view.js";
import { t } from "../kit/words.js";

const PAGE = 500;
const CLEAR = "toque_clear"; // as on the live page: numbers and messages are hidden unless somebody said otherwise

export const view = signal(location.hash === "#chats" ? "chats" : "people");
export const people = signal([]);
export const chats = signal(null); // null: not fetched yet
export const search = signal("");
export const sheet = signal(null); // { what, one }
export const clear = signal(localStorage.getItem(CLEAR) !== null);
export const mayWrite = signal(false);
export const mayForget = signal(false);
export const answers = signal([]); // the languages that answers can be in

export const keyOf = (one) => `${one.connection_id} ${one.addresses.join(" ")}`;
export const titleOf = (one) => one.name ?? one.calls_themselves ?? (one.is_owner ? t("you") : t("people.nameless"));
export const chatTitle = (one) => one.name ?? one.subject ?? one.with_whom ?? t("people.chat.nameless");

export function unmask() {
  clear.value = !clear.value;
  if (clear.value) localStorage.setItem(CLEAR, "1");
  else localStorage.removeItem(CLEAR);
}

async function all(address, name) {
  let page = await ask(`${address}?limit=${PAGE}`);
  const rows = page[name];
  while (page.next_cursor) {
    page = await ask(`${address}?limit=${PAGE}&cursor=${encodeURIComponent(page.next_cursor)}`);
    rows.push(...page[name]);
  }
  return rows;
}

export const { away, load } = looking("items.fault", async () => {
  const wanted = view.value === "chats";
  const rows = await (wanted ? all("/api/chats", "chats") : all("/api/people", "people"));
  if (wanted) chats.value = rows;
  else people.value = rows;
});

export const { notice, fault, tell, attempt } = acting({ after: load });

export function show(which) {
  batch(() => {
    view.value = which;
    search.value = "";
  });
  history.replaceState(null, "", which === "chats" ? "#chats" : location.pathname);
  load();
}

const has = (names) => names.filter(Boolean).join(" ").toLocaleLowerCase().includes(search.value.trim().toLocaleLowerCase());
export const found = () => people.value.filter((one) => has([one.name, one.calls_themselves, ...one.addresses]));
export const foundChats = () => (chats.value ?? []).filter((one) => has([one.name, one.subject, one.with_whom, ...one.addresses]));

// Of what a sheet was for: it is done with, and what is shown is looked at anew.
function done(words, undo = null) {
  sheet.value = null;
  tell(words, undo);
  load();
}

const post = (one, verb, body) => act("POST", `/api/people/${verb}?connection=${one.connection_id}`, body);

export async function setPerson(one, { name, zone, language, region }) {
  const home = Object.fromEntries(Object.entries({ zone, language, region }).filter(([, value]) => value));
  await post(one, "preferences", { address: one.addresses[0], name, forget: true, ...home });
  done(t("people.told.set", { name: name || titleOf(one) }));
}

export async function setChat(one, { name, zone, language }) {
  const said = Object.fromEntries(Object.entries({ name, zone, language }).filter(([, value]) => value));
  await act("POST", `/api/chats/settings?connection=${one.connection_id}`, { address: one.addresses[0], forget: true, ...said });
  done(t("people.told.set", { name: name || chatTitle(one) }));
}

const two = (one, other) => ({ one: one.addresses[0], other: other.addresses[0] });
export const lookAtMerge = (one, other) => post(one, "merge", { ...two(one, other), dry_run: true });

export async function merge(one, other) {
  await post(one, "merge", two(one, other));
  done(t("people.told.merge", { one: titleOf(one), other: titleOf(other) }), () => mergedBack(one, other));
}

// They are two again, each with what was set for them: the one that is the owner stays who it is.
const mergedBack = (one, other) => attempt(async () => {
  const [kept, gone] = other.is_owner ? [other, one] : [one, other];
  await post(kept, "split", { address: gone.addresses[0], others: gone.addresses.slice(1) });
  for (const each of [kept, gone]) await setPerson(each, { name: each.name ?? "", zone: each.zone, language: each.language, region: each.region });
  done(t("people.told.back"));
});

const apart = (addresses) => ({ address: addresses[0], others: addresses.slice(1) });
export const lookAtSplit = (one, addresses) => post(one, "split", { ...apart(addresses), dry_run: true });

export async function split(one, addresses) {
  await post(one, "split", apart(addresses));
  const left = one.addresses.find((address) => !addresses.includes(address));
  done(t("people.told.split", { name: titleOf(one) }), () => attempt(async () => {
    await post(one, "merge", { one: left, other: addresses[0] });
    done(t("people.told.back"));
  }));
}

const whose = (one) => `person=${encodeURIComponent(one.addresses[0])}&connection=${one.connection_id}`;
export const lookAtKept = (one) => ask(`/api/privacy?${whose(one)}`);
export const exportOf = (one) => `/api/privacy/export?${whose(one)}`;

export async function forget(one, itemsToo) {
  await act("POST", `/api/privacy/forget?connection=${one.connection_id}`, { person: one.addresses[0], items_too: itemsToo });
  done(t("people.told.forgotten"));
}
