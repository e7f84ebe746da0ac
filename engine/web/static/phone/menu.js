// What opens over a message: the reactions, and what else can be done with it.
import { $, make } from "../kit/dom.js";
import { plain } from "../kit/said.js";
import { emojiName, emojis, sameEmoji, t } from "../kit/words.js";
import { nameOf, ownReaction } from "./chat.js";

const QUICK = ["✅", "📅", "💳", "📝", "❓"];

let subject = null; // { chat, message }
let doing = {};
let after = () => {};

export function start({ react, edit, remove, closed }) {
  doing = { react, edit, remove };
  after = closed;
  const menu = $("menu");
  // Only a press that began outside closes it: the finger that held the message open is lifted outside, too.
  let outside = false;
  menu.addEventListener("pointerdown", (event) => { outside = event.target === menu; });
  menu.addEventListener("click", (event) => { if (event.target === menu && outside) menu.close(); });
  menu.addEventListener("keydown", moveByKey);
  menu.addEventListener("close", () => {
    document.querySelector(".bubble.chosen")?.classList.remove("chosen");
    after(subject.message.message_id);
  });
  addEventListener("resize", () => menu.open && menu.close());
}

export function openFor(chat, message, bubble) {
  if ($("menu").open || message.deleted) return;
  subject = { chat, message };
  $("menu-title").textContent = t("menu", { text: plain(message.text) });
  $("quick").replaceChildren(...QUICK.map(emojiButton), moreButton());
  $("more").replaceChildren(...others().map(emojiButton));
  $("more").hidden = true;
  $("acts").replaceChildren(...acts());
  bubble.classList.add("chosen");
  $("menu").showModal();
  place(bubble);
  ($("quick").querySelector('[aria-pressed="true"]') ?? $("quick").firstElementChild).focus();
}

// The reaction that is on the message already is among the others even when it is an unusual one.
function others() {
  const own = ownReaction(subject.message);
  const known = emojis.filter((emoji) => !QUICK.includes(emoji));
  const strange = own && ![...QUICK, ...known].some((emoji) => sameEmoji(emoji, own));
  return strange ? [own, ...known] : known;
}

function emojiButton(emoji) {
  const own = sameEmoji(ownReaction(subject.message), emoji);
  const button = make("button", "emoji-button", emoji);
  button.type = "button";
  button.dataset.emoji = emoji;
  button.setAttribute("aria-pressed", String(own));
  button.setAttribute("aria-label", own ? t("menu.mine", { emoji: emojiName(emoji) }) : emojiName(emoji));
  button.title = emojiName(emoji);
  button.addEventListener("click", () => finish(() => doing.react(subject.message, own ? null : emoji)));
  return button;
}

function moreButton() {
  const button = make("button", "emoji-button plus", make("span", "", "+"));
  button.type = "button";
  button.setAttribute("aria-label", t("menu.more"));
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "more");
  button.title = t("menu.more");
  button.addEventListener("click", () => {
    $("more").hidden = !$("more").hidden;
    button.setAttribute("aria-expanded", String(!$("more").hidden));
    place(document.querySelector(".bubble.chosen"));
    if (!$("more").hidden) $("more").firstElementChild.focus();
  });
  return button;
}

function acts() {
  const { chat, message } = subject;
  const own = ownReaction(message);
  const name = message.from_me ? null : chat.kind === "group" ? message.from : nameOf(chat);
  return [
    own && act(t("menu.back", { emoji: own }), "back", () => doing.react(message, null)),
    !message.by_product && act(name ? t("menu.edit.as", { name }) : t("menu.edit"), "edit", () => doing.edit(message)),
    !message.by_product && act(name ? t("menu.delete.as", { name }) : t("menu.delete"), "delete", () => doing.remove(message)),
  ].filter(Boolean);
}

function act(words, name, work) {
  const button = make("button", `act ${name}`, words);
  button.type = "button";
  button.addEventListener("click", () => finish(work));
  return button;
}

function finish(work) {
  $("menu").close();
  work();
}

// Beside the message, wholly on the screen.
function place(bubble) {
  const menu = $("menu");
  const around = bubble.getBoundingClientRect();
  // Not its rectangle: that is smaller while it opens.
  const own = { width: menu.offsetWidth, height: menu.offsetHeight };
  const room = 8;
  const below = around.bottom + room + own.height < innerHeight;
  const above = around.top - room - own.height;
  const top = below ? around.bottom + room : Math.max(room, Math.min(above, innerHeight - own.height - room));
  const left = Math.max(room, Math.min(innerWidth - own.width - room, around.left));
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}

// The nearest button in the direction of the arrow.
function moveByKey(event) {
  const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
  const from = event.target.closest("button");
  if (!way || !from) return;
  event.preventDefault();
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [x, y] = middle(from);
  let best = null;
  for (const button of $("menu").querySelectorAll("button")) {
    if (button === from || !button.offsetParent) continue;
    const [bx, by] = middle(button);
    const along = (bx - x) * way[0] + (by - y) * way[1];
    const aside = Math.abs((bx - x) * way[1]) + Math.abs((by - y) * way[0]);
    if (along < 4) continue;
    const far = along + aside * 3;
    if (!best || far < best.far) best = { button, far };
  }
  best?.button.focus();
}
