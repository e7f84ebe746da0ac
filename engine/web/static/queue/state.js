// What the page of the queue shows, and how it comes and changes; every part of the page reads from here.
import { act } from "../kit/act.js";
import { ask } from "../kit/api.js";
import { acting, choosing, looking } from "../kit/acting.js";
import { coalesced } from "../kit/dom.js";
import { batch, signal } from "../kit/view.js";
import { locale, t } from "../kit/words.js";

const PAGE = 50;
const MOST = 500; // lines that are asked for at once
export const BY_ID = 1000; // letters that can be named one by one; of more, the filter says which

export const list = signal("dead");
export const counts = signal(null);
export const rows = signal([]);
export const more = signal(null); // the cursor of the next page
export const filter = signal({ kind: "", connection: "", age: "", error: "" });
export const asking = signal(null); // what is about to be done to many: { action, of, told }
export const doing = signal(null); // how far it is: { id, done, total }
export const mayWrite = signal(false);
export const numbers = signal([]);
export const clock = signal(0); // raised whenever times that are shown have moved on

export const count = (n) => new Intl.NumberFormat(locale).format(n);
export const letters = () => list.value === "dead" || list.value === "discarded";
export const counted = () => ({ dead: counts.value.dead, waiting: counts.value.due + counts.value.later, work: counts.value.held, discarded: counts.value.discarded });
export const filtered = () => Object.values(filter.value).some(Boolean);

const AGES = { hour: 3600, day: 86400, week: 604800 };

function meant() {
  const { kind, connection, age, error } = filter.value;
  const which = {};
  if (connection) which.connection = Number(connection);
  if (letters() && kind) which.kind = kind;
  if (letters() && age) which.older = AGES[age];
  if (letters() && error.trim()) which.error = error.trim();
  return which;
}

const ADDRESSES = { dead: "/api/queue", discarded: "/api/queue", waiting: "/api/queue/waiting", work: "/api/queue/in-work" };

function address(cursor, limit = PAGE) {
  const asked = new URLSearchParams(meant());
  if (list.value !== "work") asked.set("limit", limit);
  if (list.value === "discarded") asked.set("discarded", "true");
  if (cursor) asked.set("cursor", cursor);
  return `${ADDRESSES[list.value]}?${asked}`;
}

const found = (page) => page.letters ?? page.waiting ?? page.in_work;

export const { away, load } = looking("queue.fault", async () => {
  const asked = list.value;
  // As many as are there: a list that was looked through further does not shrink under the reader.
  const page = await ask(address(null, Math.min(MOST, Math.max(PAGE, rows.value.length))));
  if (asked !== list.value) return;
  batch(() => {
    rows.value = found(page);
    more.value = page.next_cursor ?? null;
    keep(rows.value);
  });
});

export const { picked, pick, choose, keep } = choosing();

export async function loadMore() {
  const page = await ask(address(more.value));
  batch(() => {
    rows.value = [...rows.value, ...found(page)];
    more.value = page.next_cursor;
  });
}

// The counts stay true by being asked for; the list only where one of them moved, or where it moves by itself.
export const look = coalesced(async () => {
  try {
    const now = await ask("/api/queue/counts");
    const moved = JSON.stringify(now) !== JSON.stringify(counts.value);
    counts.value = now;
    clock.value += 1;
    if (moved || away.value || !letters()) await load();
  } catch (refusal) {
    away.value = t("queue.fault", { why: refusal.message });
  }
});

export function show(name) {
  batch(() => {
    list.value = name;
    rows.value = [];
    more.value = null;
    choose([]);
  });
  history.replaceState(null, "", `?list=${name}`);
  load();
}

export function narrow(values) {
  batch(() => {
    filter.value = { ...filter.value, ...values };
    choose([]);
  });
  load();
}

// --- doing ------------------------------------------------------------------------------------------------------

export const { notice, fault, tell, attempt } = acting({ after: look, why: (refusal) => t("queue.fault", { why: refusal.message }) });

export const retry = (row) => attempt(async () => {
  const { ids } = await act("POST", `/api/queue/${row.id}/retry`, {});
  tell(t("queue.told.retry", { n: ids.length }));
});

export const restore = (ids) => attempt(async () => {
  const done = await act("POST", "/api/queue/bulk", { action: "restore", ids });
  tell(t("queue.told.restore", { n: done.ids.length }));
});

// Looks at what would be touched: `ids`, or all that the filter lets through.
export const preview = (action, ids = null) => attempt(async () => {
  const of = ids ? { ids } : { which: meant() };
  asking.value = { action, of, told: await act("POST", "/api/queue/bulk", { action, ...of, dry_run: true }) };
});

export const carryOut = (how) => attempt(async () => {
  const { action, of, told } = asking.value;
  // What failed since it was looked at is not meant.
  const which = { ...of.which, until: told.until };
  if (of.which && told.touched > BY_ID) return byJobs(action, which, how, told);
  const done = await act("POST", "/api/queue/bulk", { action, ...(of.which ? { which } : of), ...how });
  asking.value = null;
  finished(action, done.ids);
});

function finished(action, ids) {
  choose([]);
  const undo = action === "discard" && ids.length <= BY_ID ? () => restore(ids) : null;
  tell(t(`queue.told.${action}`, { n: count(ids.length) }), undo);
}

// Thousands are a job, one for each number; how far it is comes over a stream.
async function byJobs(action, which, how, told) {
  const perNumber = Map.groupBy(told.counts, (one) => one.connection_id);
  const before = { done: 0, total: told.touched };
  for (const [connection, some] of perNumber) {
    const job = await act("POST", "/api/queue/bulk", { action, which: { ...which, connection }, ...how, as_job: true });
    const end = await follow(job, before);
    if (end.state === "cancelled") {
      doing.value = null;
      asking.value = null;
      return tell(before.done ? t(`queue.told.${action}`, { n: count(before.done) }) : t("queue.told.stopped"));
    }
    if (end.state !== "done") {
      doing.value = null;
      throw new Error(end.error);
    }
    before.done += some.reduce((sum, one) => sum + one.letters, 0);
  }
  batch(() => {
    doing.value = null;
    asking.value = null;
    choose([]);
  });
  return tell(t(`queue.told.${action}`, { n: count(before.done) }));
}

function follow(job, before) {
  doing.value = { id: job.id, ...before };
  return new Promise((resolve) => {
    const source = new EventSource(`/api/jobs/${job.id}/stream`);
    const heard = ({ data }) => {
      const now = JSON.parse(data);
      doing.value = { id: job.id, done: before.done + now.done, total: before.total };
      return now;
    };
    source.addEventListener("progress", heard);
    source.addEventListener("finished", (event) => {
      source.close();
      resolve(heard(event));
    });
  });
}

export const stop = () => attempt(() => act("POST", `/api/jobs/${doing.value.id}/cancel`));
