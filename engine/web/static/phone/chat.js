// The phone: its chats, the messages of the open one, and who reacted how.
import { $, announce, make, unseen } from "../kit/dom.js";
import { formatted, plain } from "../kit/said.js";
import { dayOf, emojiName, hour, language, t } from "../kit/words.js";
import * as hands from "./hands.js";

const FIRST = { es: "lupe", en: "sam", pt: "marina" };
const SELF = "self";
const BANNER_MS = 12000;
const MOST_NEWS = 3;

let chats = [];
let open = null;
let onOpen = () => {};
const seen = new Map(); // by chat: how many of its messages were looked at
let first = true;

export const currentChat = () => chats.find((chat) => chat.id === open);
export const allChats = () => chats;

export function messageOf(id) {
  for (const chat of chats) {
    const message = chat.messages.find((one) => one.message_id === id);
    if (message) return { chat, message };
  }
  return null;
}

export const ownReaction = (message) => message.reactions.find((one) => one.from_me)?.emoji ?? null;
export const nameOf = (chat) => (chat.kind === SELF ? t("chat.self") : chat.name);
export const bubbleOf = (id) => document.querySelector(`[data-message="${CSS.escape(id)}"]`);

export function personName(who) {
  if (who === "owner") return t("you");
  return chats.find((chat) => chat.id === who)?.name ?? who;
}

export function start({ menu, opened }) {
  onOpen = opened;
  hands.start({ menu, tab: show });
  $("banner").addEventListener("click", () => show(chats.find((chat) => chat.kind === SELF).id, { focus: true }));
}

export function update(told) {
  const news = chats.length ? arrived(told) : [];
  chats = told;
  if (first) {
    first = false;
    for (const chat of chats) seen.set(chat.id, chat.messages.length);
    open = sessionStorage.getItem("toque.chat");
  }
  if (!chats.some((chat) => chat.id === open)) open = (chats.find((chat) => chat.id === FIRST[language]) ?? chats[0]).id;
  draw();
  // A phone that was started anew has nothing but new messages; nobody wants to hear them all.
  for (const { chat, message } of news.slice(-MOST_NEWS)) {
    if (message.by_product && chat.id !== open) notify(message);
    else if (chat.id === open && !message.from_me) announce(`${personName(message.from)}: ${message.text}`);
    else if (message.by_product) announce(`${t("message.toque")}: ${message.text}`);
  }
}

function arrived(told) {
  const before = new Set(chats.flatMap((chat) => chat.messages.map((message) => message.message_id)));
  return told.flatMap((chat) => chat.messages.filter((one) => !before.has(one.message_id)).map((message) => ({ chat, message })));
}

function notify(message) {
  $("banner-text").textContent = plain(message.text);
  $("banner").hidden = false;
  leaveLater();
  announce(`${t("note.answer")}: ${plain(message.text)}`);
}

let leaving = null;

// The mark on the chat stays; what lies over the messages goes, unless somebody is about to choose it.
function leaveLater() {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    if ($("banner").matches(":hover, :focus")) leaveLater();
    else $("banner").hidden = true;
  }, BANNER_MS);
}

export function show(id, { focus = false } = {}) {
  open = id;
  sessionStorage.setItem("toque.chat", id);
  $("messages").replaceChildren();
  if (currentChat().kind === SELF) $("banner").hidden = true;
  draw();
  $("messages").scrollTop = $("messages").scrollHeight;
  onOpen(currentChat());
  if (focus) ($("messages").querySelector(".row:last-child .bubble") ?? $(`chat-${id}`)).focus();
}

function draw() {
  drawChats();
  const chat = currentChat();
  $("with-name").textContent = nameOf(chat);
  $("with-about").textContent = about(chat);
  paint($("with-avatar"), chat);
  $("chat").setAttribute("aria-labelledby", `chat-${chat.id}`);
  $("messages").setAttribute("aria-label", t("messages", { name: nameOf(chat) }));
  $("messages-empty").hidden = chat.messages.length > 0;
  $("messages-empty").textContent = t(chat.kind === SELF ? "chat.empty" : "chat.empty.other");
  drawMessages(chat);
  seen.set(chat.id, chat.messages.length);
}

function about(chat) {
  if (chat.kind === SELF) return t("chat.self.about");
  if (chat.kind === "group") return t("chat.about.group", { names: chat.members.map(personName).join(", ") });
  return t(chat.language ? `chat.about.${chat.language}` : "chat.about");
}

function paint(avatar, chat) {
  const place = chats.indexOf(chat);
  avatar.dataset.tint = String(chat.kind === SELF ? "you" : place % 5);
  avatar.textContent = chat.kind === SELF ? "✎" : [...chat.name][0].toUpperCase();
}

function drawChats() {
  const tabs = $("chats");
  // The three who write first, then the chat in which answers arrive.
  const order = [...chats].sort((one, other) => rank(one) - rank(other));
  order.forEach((chat, place) => {
    let tab = $(`chat-${chat.id}`);
    if (!tab) {
      tab = make("button", "chat-tab", make("span", "avatar"), make("span", "chat-name"), make("span", "unread", unseen(t("chat.unread"))));
      Object.assign(tab, { type: "button", id: `chat-${chat.id}` });
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", "chat");
      tab.addEventListener("click", () => show(chat.id));
      tab.querySelector(".avatar").setAttribute("aria-hidden", "true");
    }
    if (tabs.children[place] !== tab) tabs.insertBefore(tab, tabs.children[place] ?? null);
    const unread = chat.id !== open && chat.messages.length > (seen.get(chat.id) ?? 0);
    paint(tab.querySelector(".avatar"), chat);
    tab.querySelector(".chat-name").textContent = nameOf(chat);
    tab.querySelector(".unread").hidden = !unread;
    tab.setAttribute("aria-selected", String(chat.id === open));
    tab.tabIndex = chat.id === open ? 0 : -1;
  });
}

function rank(chat) {
  if (chat.kind === SELF) return 3.5;
  return chats.filter((one) => one.kind !== SELF).indexOf(chat) + 1;
}

// Messages that stand already keep their elements, and with them the focus.
function drawMessages(chat) {
  const all = $("messages");
  const low = all.scrollHeight - all.scrollTop - all.clientHeight < 60;
  const wanted = new Set(chat.messages.map((message) => message.message_id));
  for (const row of [...all.querySelectorAll(".row")]) if (!wanted.has(row.dataset.row)) row.remove();
  all.querySelectorAll(".day").forEach((day) => day.remove());
  let place = null;
  let day = "";
  for (const message of chat.messages) {
    let row = all.querySelector(`[data-row="${CSS.escape(message.message_id)}"]`);
    if (!row) {
      row = make("li", "row");
      row.dataset.row = message.message_id;
    }
    const before = place ? place.nextSibling : all.firstChild;
    if (before !== row) all.insertBefore(row, before);
    if (dayOf(message.at) !== day) {
      day = dayOf(message.at);
      const mark = make("li", "day", make("span", "", day));
      all.insertBefore(mark, row);
    }
    drawMessage(row, chat, message);
    place = row;
  }
  hands.rove(all.querySelector('.bubble[tabindex="0"]') ?? all.querySelector(".row:last-child .bubble"));
  // Whoever looks at the end keeps seeing the end, also when a reaction makes it longer.
  if (low) all.scrollTop = all.scrollHeight;
}

function drawMessage(row, chat, message) {
  const state = JSON.stringify(message);
  if (row.dataset.state === state) return;
  row.dataset.state = state;
  row.classList.toggle("mine", message.from_me && !message.by_product);
  row.classList.toggle("toque", message.by_product);
  row.classList.toggle("deleted", message.deleted);
  let bubble = row.querySelector(".bubble");
  if (!bubble) {
    bubble = make("div", "bubble");
    bubble.dataset.message = message.message_id;
    bubble.setAttribute("role", "button");
    bubble.setAttribute("aria-haspopup", "dialog");
    bubble.tabIndex = -1;
    row.append(bubble);
  }
  bubble.toggleAttribute("aria-disabled", message.deleted);
  if (message.deleted) bubble.setAttribute("aria-disabled", "true");
  const author = message.by_product ? t("message.toque") : chat.kind === "group" && !message.from_me ? personName(message.from) : "";
  const text = make("span", "said", ...(message.deleted ? [t("message.deleted")] : formatted(message.text)));
  text.dir = "auto";
  if (!message.from_me && chat.language) text.lang = chat.language;
  const small = make("span", "small", message.edited && !message.deleted ? `${t("message.edited")} · ` : "", hour(message.at));
  // Read aloud from what stands in it, each in its language: who, the text, when, and who reacted how.
  const who = author ? make("span", "author", author) : unseen(`${personName(message.from)}: `);
  bubble.replaceChildren(who, text, unseen(". "), small, unseen(message.deleted ? "" : reacted(message)));
  row.querySelector(".reactions")?.remove();
  if (message.reactions.length && !message.deleted) row.append(reactions(message));
}

function reactions(message) {
  const all = make("p", "reactions");
  all.setAttribute("aria-hidden", "true"); // the bubble's own name says them
  for (const one of message.reactions) {
    all.append(make("span", one.from_me ? "reaction own" : "reaction", one.emoji));
  }
  return all;
}

function reacted(message) {
  if (!message.reactions.length) return "";
  const all = message.reactions.map((one) => t("message.reaction", { name: personName(one.by), emoji: emojiName(one.emoji) }));
  return `. ${t("message.reactions", { who: all.join(", ") })}`;
}

export function focusOn(id) {
  const bubble = bubbleOf(id);
  if (bubble) hands.goTo(bubble);
}
