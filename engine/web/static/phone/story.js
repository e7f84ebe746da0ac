// What Toque made of a reaction: the text with what was read from it, the items, the answer, and why.
import { card, rows } from "../kit/cards.js";
import { $, make, picture, unseen } from "../kit/dom.js";
import { annotated, mark, spansOf } from "../kit/marks.js";
import { formatted } from "../kit/said.js";
import { why } from "../kit/why.js";
import { hour, language, languageName, percent, t, told, trouble } from "../kit/words.js";
import { allChats, messageOf, personName } from "./chat.js";

const BEFORE = 5; // earlier reactions that stay in sight

const actions = new Map(); // by id
const texts = new Map(); // by action: the text as it was when the action was first seen
let items = new Map();
let chosen = null; // an earlier action that somebody wants to see; else the newest
let drawn = "";

export const newest = () => [...actions.keys()].sort((one, other) => other - one);

export function heard(some) {
  for (const action of some) {
    actions.set(action.id, action);
    const found = messageOf(action.message_id);
    if (found && !texts.has(action.id)) texts.set(action.id, textAt(found.message, action));
  }
}

// An edited message no longer says what an older action read; only the newest one may be shown upon it.
function textAt(message, action) {
  const newer = [...actions.values()].some((one) => one.message_id === action.message_id && one.id > action.id);
  return message.edited && newer ? null : message.text;
}

export function know(all) {
  items = new Map(all.map((item) => [item.id, item]));
}

export function showNewest() {
  chosen = null;
}

export function draw() {
  const order = newest();
  // What was before this phone was started is told only to who asks for it.
  const id = actions.has(chosen) ? chosen : order.find((one) => messageOf(actions.get(one).message_id));
  const others = order.filter((one) => one !== id).slice(0, BEFORE);
  $("before").hidden = others.length === 0;
  if (id) drawStory(actions.get(id));
  else if (drawn !== "nothing") {
    drawn = "nothing";
    $("story").replaceChildren(nothing());
  }
  $("before-list").replaceChildren(...others.map((one) => line(actions.get(one))));
}

// How it will look, for whoever has not reacted yet: `[vendor|CFE]` is a part that was read.
function nothing() {
  const sample = t("story.empty.sample").split(/(\[\w+\|[^\]]+\])/).map((part) => {
    const [, name, text] = /^\[(\w+)\|(.+)\]$/.exec(part) ?? [];
    return name ? mark({ text, names: [name] }) : part;
  });
  const words = make("p", "words", ...sample);
  words.setAttribute("aria-hidden", "true");
  return make("div", "told empty", words, make("p", "headline", t("story.empty")), make("p", "faint", t("story.empty.more")));
}

// Drawn anew only when what it shows has changed, part by part: the focus stays where it is.
function drawStory(action) {
  const known = `${action.id}/${texts.get(action.id)}`;
  if (drawn !== known) {
    drawn = known;
    const whole = make("article", "told", head(action), reading(action), make("ul", "made"), make("div", "answer"), why(action));
    whole.dataset.outcome = action.outcome;
    $("story").replaceChildren(whole);
  }
  refill(".made", made(action), JSON.stringify(action.explanation.changes.map((change) => [change, items.get(change.id)])));
  const answer = answerTo(action);
  refill(".answer", answer ? bubble(answer, action.explanation.locale?.language) : [], answer?.message_id ?? "");
}

function refill(selector, content, state) {
  const place = $("story").querySelector(selector);
  if (place.dataset.state === state) return;
  place.dataset.state = state;
  place.hidden = content.length === 0;
  place.replaceChildren(...content);
}

// --- the head ---------------------------------------------------------------------------------------------------

export function headline(action) {
  const changes = action.explanation.changes;
  const kinds = new Set(changes.map((change) => change.kind));
  if (changes.length && kinds.size === 1 && changes.every((change) => change.how === changes[0].how)) {
    return told(changes[0].kind, changes[0].how, changes.length);
  }
  if (action.explanation.failures.some((one) => one.review)) return t("outcome.review");
  return t(`outcome.${action.outcome}`, { emoji: action.emoji ?? "" });
}

function occasion(action) {
  const emoji = action.emoji ?? "";
  const found = messageOf(action.message_id);
  const own = found?.message.from_me;
  if (!emoji) return t("story.back");
  const name = found ? personName(found.message.from) : "";
  const edited = action.outcome === "updated" || action.explanation.changes.some((change) => change.how === "flagged");
  if (!found) return t("story.gone");
  if (found.message.deleted) return t("story.deleted", { emoji });
  if (edited && found.message.edited) return t(own ? "story.edited.own" : "story.edited", { name, emoji });
  return t(own ? "story.reacted.own" : "story.reacted", { name, emoji });
}

function head(action) {
  const at = make("time", "", hour(action.created_at));
  at.dateTime = action.created_at;
  return make(
    "div", "told-head",
    picture(action.emoji ?? "↩", "told-emoji"),
    make("div", "", make("h3", "headline", headline(action)), make("p", "faint", `${occasion(action)} · `, at)),
  );
}

// --- the text ---------------------------------------------------------------------------------------------------

function reading(action) {
  const found = messageOf(action.message_id);
  const text = texts.get(action.id);
  const quote = make("blockquote", "reading");
  if (!found) return make("div");
  if (text === null || text === undefined) quote.append(make("p", "faint", t(found.message.deleted ? "message.deleted" : "story.text.changed")));
  else {
    const words = make("p", "words", ...annotated(text, spansOf(action.explanation)));
    words.dir = "auto";
    words.lang = action.explanation.language ?? "";
    quote.append(words);
  }
  const sure = action.explanation.drafts[0]?.confidence;
  const remarks = [];
  if (action.explanation.drafts.length) remarks.push(t("story.read.in", { language: languageName(action.explanation.language) }));
  if (sure !== undefined) remarks.push(t("story.sure", { percent: percent(sure) }));
  if (remarks.length) quote.append(make("p", "faint remarks", remarks.join(" · ")));
  return quote;
}

// --- what it became ---------------------------------------------------------------------------------------------

function made(action) {
  const cards = action.explanation.changes.map((change) => {
    const known = items.get(change.id);
    // What happened since is in the list; the story shows the item as this reaction left it.
    const item = known && known.kind === change.kind ? known : change;
    return card(item, change);
  });
  return [...cards, ...action.explanation.failures.map(failure)];
}

function failure(one) {
  const element = make("li", "item trouble", make("p", "item-title", one.review ? t("story.review") : trouble(one.code)));
  if (one.review) {
    const link = make("a", "", t("nav.inbox"));
    link.href = "/inbox";
    element.append(make("p", "", link));
  }
  const partial = rows(one.partial, one.spans, one.repeats);
  if (partial.children.length) element.append(make("p", "faint", t("story.understood")), partial);
  if (one.example) element.append(make("p", "faint", `${t("story.example")}: `, make("q", "", one.example), ` ${one.example_emoji ?? ""}`));
  return element;
}

// --- the answer -------------------------------------------------------------------------------------------------

// The first answer after the reaction was settled that speaks of what it made: the answers themselves do not say
// which reaction they are for, and a backlog of them comes late.
function answerTo(action) {
  const own = allChats().find((chat) => chat.kind === "self");
  const since = Date.parse(action.created_at) - 1000;
  const words = [...action.explanation.changes.map((change) => change.title), ...action.explanation.failures.map((one) => one.example)].filter(Boolean);
  const next = [...actions.values()].filter((one) => one.message_id === action.message_id && one.id > action.id);
  const until = Math.min(...next.map((one) => Date.parse(one.created_at)), Infinity);
  return own?.messages.find((message) => {
    const at = Date.parse(message.at);
    const fits = action.outcome === "helped" || words.some((word) => message.text.includes(word));
    return message.by_product && at >= since && at < until && fits;
  });
}

// In the language of whoever reacted, which need not be that of the page: then it says so, and where that is changed.
function bubble(message, spoken = language) {
  const label = make("p", "label", t("story.answer"));
  if (spoken.slice(0, 2) !== language) {
    const change = make("a", "", t("story.answer.change"));
    change.href = "/people";
    label.append(t("story.answer.in", { language: languageName(spoken) }), " · ", change);
  }
  const text = make("p", "said", ...formatted(message.text));
  text.dir = "auto";
  return [label, text];
}

// --- before that ------------------------------------------------------------------------------------------------

function line(action) {
  const found = messageOf(action.message_id);
  const about = action.explanation.changes.map((change) => change.title).join(", ") || found?.message.text || t("story.gone");
  const button = make(
    "button", "before-line",
    unseen(t("story.show")),
    picture(action.emoji === "" ? "💬" : (action.emoji ?? "↩"), "emoji"),
    make("span", "before-what", headline(action)),
    make("span", "before-title faint", about),
    make("time", "faint", hour(action.created_at)),
  );
  button.type = "button";
  button.addEventListener("click", () => {
    chosen = action.id;
    draw();
    $("story").querySelector(".headline").scrollIntoView({ block: "center" });
  });
  return make("li", "", button);
}

