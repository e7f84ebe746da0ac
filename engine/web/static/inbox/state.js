// What waits for a person, and what became of it here or elsewhere; every part of the inbox reads from here.
import { act } from "../kit/act.js";
import { ask } from "../kit/api.js";
import { looking } from "../kit/acting.js";
import { announce } from "../kit/dom.js";
import { batch, signal } from "../kit/view.js";
import { t } from "../kit/words.js";

const PAGE = 20;
const WAITS = { how: "waits" };

let last = null; // what was decided here last

export const cards = signal([]); // each reading with `now`: what became of it
export const more = signal(null); // the cursor of the next page
export const mayWrite = signal(false);
export const mayKeep = signal(false); // examples are part of the rules

export const keyOf = (review) => `${review.id} ${review.rule_id}`;
const waits = (review) => ({ ...review, now: WAITS });
export const waiting = () => cards.value.filter((card) => ["waits", "doing"].includes(card.now.how)).length;

export function become(card, now) {
  cards.value = cards.value.map((one) => (keyOf(one) === keyOf(card) ? { ...one, now } : one));
}

export function first(page) {
  cards.value = page.reviews.map(waits);
  more.value = page.next_cursor;
}

// What waits now, between what was decided here meanwhile: that stays where it was, with its way back.
function merge(page) {
  const fresh = new Map(page.reviews.map((review) => [keyOf(review), review]));
  const last = page.next_cursor === null ? 0 : Math.min(...page.reviews.map((review) => review.id));
  const kept = cards.value.map((card) => {
    const review = fresh.get(keyOf(card));
    fresh.delete(keyOf(card));
    if (review) return card.now.how === "doing" ? card : { ...card, ...review, now: card.now.how === "waits" ? card.now : WAITS };
    return card.now.how === "waits" && card.id > last ? { ...card, now: { how: "read_again" } } : card;
  });
  const come = [...fresh.values()].map(waits);
  batch(() => {
    cards.value = [...come, ...kept].sort((one, other) => other.id - one.id);
    if (cards.value.length === page.reviews.length) more.value = page.next_cursor;
  });
  return come.length;
}

export const { away, load } = looking("items.fault", async () => {
  const come = merge(await ask(`/api/review?limit=${PAGE}`));
  if (come) announce(t("inbox.come", { n: come }));
});

export async function loadMore() {
  try {
    const page = await ask(`/api/review?limit=${PAGE}&cursor=${encodeURIComponent(more.value)}`);
    batch(() => {
      cards.value = [...cards.value, ...page.reviews.map(waits)];
      more.value = page.next_cursor;
    });
  } catch (refusal) {
    away.value = t("items.fault", { why: refusal.message });
  }
}

// Somebody decided a reading: here that is known already, elsewhere the card says so.
export function heard(told) {
  if (told.review === "waiting") {
    load();
    return;
  }
  const card = cards.value.find((one) => one.now.how === "waits" && ["message_id", "address", "revision", "rule_id"].every((name) => one[name] === told[name]));
  if (card) become(card, { how: "elsewhere", review: told.review, by: told.by });
}

async function decide(card, how, work) {
  become(card, { how: "doing" });
  try {
    const done = await work();
    const titles = (done?.items ?? []).map((item) => item.title).join(", ");
    become(card, { how, titles, items: done?.items ?? [], example: done?.example ?? null });
    last = keyOf(card);
    announce(t(`inbox.told.${how}`, { titles }));
    return true;
  } catch (refusal) {
    const now = refusal.said?.current;
    if (refusal.status === 409 && now?.review) become(card, now.review === "read_again" ? { how: "read_again" } : { how: "elsewhere", review: now.review, by: now.by });
    else if (refusal.status === 404) become(card, { how: "read_again" });
    else become(card, { how: "waits", fault: [refusal.message, ...(refusal.said?.errors ?? []).map((one) => one.detail)].join(" ") });
    return false;
  }
}

const of = (card, verb) => `/api/review/${card.id}/${verb}?rule=${encodeURIComponent(card.rule_id)}`;

export const accept = (card) => decide(card, "accepted", () => act("POST", of(card, "accept")));
export const reject = (card) => decide(card, "rejected", () => act("POST", of(card, "reject")));
export const correct = (card, fields, keep) =>
  decide(card, "corrected", () => act("POST", `/api/review/${card.id}/correct`, { fields, rule: card.rule_id, keep_example: keep }));

export async function undo(card) {
  const { now } = card;
  become(card, { ...now, undoing: true });
  try {
    await act("POST", of(card, "undo"));
    become(card, WAITS);
    announce(t("inbox.back"));
  } catch (refusal) {
    become(card, { ...now, undoing: false, fault: refusal.message });
  }
}

// Wherever one is: what was decided here last is taken back.
export function undoLast() {
  const card = cards.value.find((one) => keyOf(one) === last && ["accepted", "corrected", "rejected"].includes(one.now.how));
  if (card) undo(card);
}
