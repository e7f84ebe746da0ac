// What the page of items shows, and how it comes and changes; every part of the page reads from here.
import { act } from "../kit/act.js";
import { ask } from "../kit/api.js";
import { acting, choosing, looking } from "../kit/acting.js";
import { reach, whyNot } from "../kit/reach.js";
import { batch, signal } from "../kit/view.js";
import { has, t, tagged } from "../kit/words.js";

const PAGE = 200;
const MOST_PAGES = 10;

export const kind = signal("");
export const status = signal("open");
export const search = signal("");
export const month = signal(null); // the first day of the month that is shown; null: the list
export const items = signal([]);
export const totals = signal([]); // what the bills come to, by month and currency
export const more = signal(null); // the cursor of the next page
export const editing = signal(null); // an item with its text and tag
export const bulk = signal(null); // what is about to be done to many
export const firstDay = signal(1); // of a week where the reader is: 1 is Monday, 7 Sunday
export const mayWrite = signal(false);
export const mayAudit = signal(false);

export const iso = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

function address(cursor) {
  const asked = new URLSearchParams({ order: "due", limit: PAGE });
  if (kind.value) asked.set("kind", kind.value);
  if (status.value) asked.set("status", status.value);
  if (month.value) {
    asked.set("due_from", iso(month.value));
    asked.set("due_to", iso(new Date(month.value.getFullYear(), month.value.getMonth() + 1, 0)));
  }
  if (cursor) asked.set("cursor", cursor);
  return `/api/items?${asked}`;
}

async function summed() {
  if (kind.value !== "bill" || status.value === "cancelled") return [];
  return (await ask(`/api/bills/totals${status.value && `?status=${status.value}`}`)).totals;
}

export const { away, load } = looking("items.fault", async () => {
  let [page, sums] = await Promise.all([ask(address()), summed()]);
  const all = page.items;
  // A month is right only where it is whole.
  for (let n = 1; month.value && page.next_cursor && n < MOST_PAGES; n += 1) {
    page = await ask(address(page.next_cursor));
    all.push(...page.items);
  }
  batch(() => {
    items.value = all;
    totals.value = sums;
    more.value = page.next_cursor;
    keep(all);
  });
});

export const { picked, pick, choose, keep } = choosing();
export const { notice, fault, tell, attempt } = acting({ after: load });

export async function loadMore() {
  const page = await ask(address(more.value));
  batch(() => {
    items.value = [...items.value, ...page.items];
    more.value = page.next_cursor;
  });
}

export const found = () => {
  const wanted = search.value.trim().toLocaleLowerCase();
  if (!wanted) return items.value;
  return items.value.filter((item) => [item.title, item.fields.body, item.fields.location, ...item.tags, ...tagged(item.tags)].join(" ").toLocaleLowerCase().includes(wanted));
};

export function show(values) {
  batch(() => {
    if ("kind" in values) kind.value = values.kind;
    if ("status" in values) status.value = values.status;
    if ("month" in values) month.value = values.month;
    choose([]);
    if (kind.value !== "event") month.value = null;
  });
  history.replaceState(null, "", kind.value ? `?kind=${kind.value}` : location.pathname);
  load();
}

// "Hecha: …" of a task, "Hecho: …" of an event.
const told = (verb, { kind, title }) => t(has(`items.told.${verb}.${kind}`) ? `items.told.${verb}.${kind}` : `items.told.${verb}`, { title });
const BACK = { complete: "reopen", pay: "reopen", cancel: "reopen" };

// Does something to one item, and offers the way back.
export const handle = (item, verb) => attempt(async () => {
  const path = verb === "pay" ? `/api/bills/${item.id}/pay` : `/api/items/${item.id}/${verb}`;
  await act("POST", path);
  tell(told(verb, item), BACK[verb] ? () => handle(item, BACK[verb]) : null);
});

export const edit = (item) => attempt(async () => {
  const answer = await reach(`/api/items/${item.id}`, { headers: { Accept: "application/json" } });
  const told = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(whyNot(told));
  editing.value = { ...told, tag: answer.headers.get("etag") };
});

export async function save(item, changes) {
  await act("PATCH", `/api/${item.kind}s/${item.id}`, changes, { "If-Match": item.tag });
  editing.value = null;
  tell(t("items.told.edit", { title: item.title }));
  load();
}

const wanted = (what, dry) => ({ ids: [...picked.value], ...what, dry_run: dry });

export const preview = (what) => attempt(async () => {
  bulk.value = { what, told: await act("POST", "/api/items/bulk", wanted(what, true)) };
});

export const carryOut = () => attempt(async () => {
  const done = await act("POST", "/api/items/bulk", wanted(bulk.value.what, false));
  bulk.value = null;
  choose([]);
  tell(t("items.told.bulk", { n: done.touched }), done.id && (() => attempt(async () => {
    const back = await act("POST", `/api/items/bulk/${done.id}/undo`, {});
    tell(t("items.told.back", { n: back.undone.length }));
  })));
});
