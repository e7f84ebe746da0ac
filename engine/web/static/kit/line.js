// One line to the server for all tabs of a browser: whoever holds the lock listens to the feed and tells the others.
// A browser opens six lines to a host; with one a tab, the seventh tab would stand still.
import { logIn } from "./door.js";

const LOCK = "toque-feed";
const KEPT = 500; // rows for a tab that comes a moment later than they did
const RETRY_MS = 1500;
const ALONE_MS = 3000; // a page that hears nothing by then is one that only overhears

const channel = new BroadcastChannel(LOCK);
const kept = [];
const seen = new Set();

let place = null; // in the feed: where whoever listens next goes on
let state = "connecting";
const listeners = new Set(); // this tab's own hearers
let begun = false;
let source = null; // where this tab is the one that listens
let timer = null;
let me = null; // who the line is for, and what they may

// Hears the feed from `from` on: `row(told)` for each row once, `review(told)` where somebody decided a reading in
// doubt, `state("live" | "connecting")`, and `anew()` where rows were lost and everything is to be fetched again.
export function hear(from, hearers) {
  listeners.add(hearers);
  place = from || place;
  if (begun) {
    hearers.state?.(state);
    if (from && source) listen();
    return;
  }
  begun = true;
  channel.addEventListener("message", ({ data }) => passed(data));
  channel.postMessage({ what: "hello" });
  navigator.locks.request(LOCK, () => new Promise(listen));
}

// Hears what the page hears; where that is nothing, it listens after a while.
export function overhear(hearers) {
  listeners.add(hearers);
  setTimeout(() => { if (!begun) hear(null, hearers); }, ALONE_MS);
}

const each = (what, told) => { for (const one of listeners) one[what]?.(told); };

function passed(message) {
  switch (message.what) {
    case "hello":
      if (source) channel.postMessage({ what: "so far", state, place, rows: kept });
      break;
    case "so far":
      place ??= message.place;
      for (const one of message.rows) take(one);
      turn(message.state);
      break;
    case "row": take(message.row); break;
    case "review": each("review", message.told); break;
    case "state": turn(message.state); break;
    case "anew": anew(message.place); break;
    case "ended": logIn(); break;
    case "other": location.reload(); break;
  }
}

function take({ told, at }) {
  place = at || place;
  if (seen.has(told.id)) return;
  seen.add(told.id);
  if (seen.size > 5000) seen.delete(seen.values().next().value);
  kept.push({ told, at });
  if (kept.length > KEPT) kept.shift();
  each("row", told);
}

function turn(now) {
  if (now === state) return;
  state = now;
  each("state", now);
}

function anew(at) {
  place = at || null;
  seen.clear();
  kept.length = 0;
  each("anew");
}

// --- the tab that listens ---------------------------------------------------------------------------------------

function tell(message) {
  channel.postMessage(message);
  passed(message);
}

function listen() {
  clearTimeout(timer);
  source?.close();
  source = new EventSource(place ? `/api/stream?after=${encodeURIComponent(place)}` : "/api/stream");
  source.addEventListener("open", () => {
    tell({ what: "state", state: "live" });
    know();
  });
  source.addEventListener("settled", (event) => tell({ what: "row", row: { told: JSON.parse(event.data), at: event.lastEventId } }));
  source.addEventListener("review", (event) => tell({ what: "review", told: JSON.parse(event.data) }));
  source.addEventListener("resync", (event) => {
    tell({ what: "anew", place: event.lastEventId });
    timer = setTimeout(listen, 0);
  });
  source.addEventListener("error", () => {
    tell({ what: "state", state: "connecting" });
    // After an answer that is no stream (401, 503) a browser does not try again by itself.
    if (source.readyState === EventSource.CLOSED) timer = setTimeout(again, RETRY_MS);
  });
}

// A line ends too when somebody may or sees something else from now on: then the pages are laid out anew.
async function know() {
  try {
    const answer = await fetch("/api/me", { cache: "no-store" });
    if (!answer.ok) return;
    const { role, scopes, connections } = await answer.json();
    const now = JSON.stringify([role, scopes, connections]);
    if (me && me !== now) tell({ what: "other" });
    me = now;
  } catch {
    // Whoever cannot be reached is asked when the line is open again.
  }
}

async function again() {
  try {
    const { status } = await fetch("/api/me", { cache: "no-store" });
    if (status === 401) return tell({ what: "ended" });
  } catch {
    // Whoever cannot be reached is asked again.
  }
  return listen();
}

// A page that the browser keeps for "back" gives its lock away, and starts anew when it is seen again.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
