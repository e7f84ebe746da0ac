// Fingers, mouse and keys on the phone: what opens the reactions, and what moves among messages and chats.
import { $ } from "../kit/dom.js";

const HOLD_MS = 450;
const SLOP = 10; // pixels that a finger may move while it holds

let menu = () => {};
let tab = () => {};

export function start(given) {
  ({ menu, tab } = given);
  $("chats").addEventListener("keydown", chooseByKey);
  $("messages").addEventListener("keydown", moveByKey);
  $("messages").addEventListener("click", (event) => {
    const bubble = event.target.closest(".bubble");
    // Whoever marks a part of the text does not want the reactions.
    if (bubble && getSelection().isCollapsed) menu(bubble.dataset.message);
  });
  $("messages").addEventListener("contextmenu", (event) => {
    const bubble = event.target.closest(".bubble");
    if (!bubble) return;
    event.preventDefault();
    menu(bubble.dataset.message);
  });
  holdToOpen();
}

// Only for fingers: a mouse clicks, and the menu opens.
function holdToOpen() {
  let timer = null;
  let from = null;
  const stop = () => clearTimeout(timer);
  $("messages").addEventListener("pointerdown", (event) => {
    const bubble = event.target.closest(".bubble");
    stop();
    if (!bubble || event.pointerType === "mouse") return;
    from = [event.clientX, event.clientY];
    timer = setTimeout(() => menu(bubble.dataset.message), HOLD_MS);
  });
  $("messages").addEventListener("pointermove", (event) => {
    if (from && Math.hypot(event.clientX - from[0], event.clientY - from[1]) > SLOP) stop();
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) $("messages").addEventListener(end, stop);
}

export function rove(bubble) {
  if (!bubble) return;
  for (const other of $("messages").querySelectorAll(".bubble")) other.tabIndex = other === bubble ? 0 : -1;
}

function moveByKey(event) {
  const bubble = event.target.closest(".bubble");
  if (!bubble) return;
  const all = [...$("messages").querySelectorAll(".bubble")];
  const here = all.indexOf(bubble);
  const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    const next = all[Math.max(0, Math.min(all.length - 1, to))];
    goTo(next);
    next.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" || event.key === " " || event.key === "ContextMenu") {
    event.preventDefault();
    menu(bubble.dataset.message);
  }
}

function chooseByKey(event) {
  const tabs = [...$("chats").children];
  const here = tabs.indexOf(event.target.closest('[role="tab"]'));
  const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (here < 0 || to === undefined) return;
  event.preventDefault();
  const next = tabs[(to + tabs.length) % tabs.length];
  tab(next.id.slice("chat-".length));
  next.focus();
}

// The page itself stays where it is.
export function goTo(bubble) {
  rove(bubble);
  bubble.focus({ preventScroll: true });
}
