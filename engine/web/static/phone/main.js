// The phone's page: what happens on the phone goes to the demo's gateway, what Toque makes of it comes by the feed.
import { act, ask } from "../kit/api.js";
import { line } from "../kit/cards.js";
import { $, announce, coalesced } from "../kit/dom.js";
import { say } from "../kit/state.js";
import { t, told as words } from "../kit/words.js";
import * as chat from "./chat.js";
import * as hints from "./hints.js";
import * as menu from "./menu.js";
import * as story from "./story.js";
import { listen } from "./stream.js";
import * as write from "./write.js";

let items = [];
let place = null; // in the feed
const seen = new Set(); // a resumed feed may repeat rows

// --- what the phone shows ----------------------------------------------------------------------------------------

const fetchChats = coalesced(async () => {
  try {
    const { chats } = await ask("/demo/chats");
    $("phone-fault").hidden = true;
    chat.update(chats);
    write.forChat(chat.currentChat());
    story.draw();
    drawItems();
    point();
  } catch {
    fault(t("phone.fault"));
  }
});

function fault(words) {
  $("phone-fault").textContent = words;
  $("phone-fault").hidden = false;
}

// Marks the message that the first hint speaks of.
function point({ scroll = false } = {}) {
  const wanted = hints.target();
  for (const bubble of document.querySelectorAll(".bubble")) {
    bubble.classList.toggle("hinted", Boolean(wanted) && bubble.querySelector(".said")?.textContent === wanted);
  }
  const hinted = document.querySelector(".bubble.hinted");
  if (scroll && hinted) $("messages").scrollTop = hinted.offsetParent.offsetTop - 140;
}

// --- what is done on the phone -----------------------------------------------------------------------------------

async function attempt(what, body) {
  try {
    const said = await act(what, body);
    if (what === "say") hints.wrote(said.message_id);
    await fetchChats();
    return true;
  } catch (refusal) {
    fault(refusal.message);
    return false;
  }
}

function openMenu(id) {
  const found = chat.messageOf(id);
  if (found) menu.openFor(found.chat, found.message, chat.bubbleOf(id));
}

// --- what Toque made of it ---------------------------------------------------------------------------------------

const fetchItems = coalesced(async () => {
  try {
    items = (await ask("/api/items?limit=200")).items;
    $("items-fault").hidden = true;
    story.know(items);
    story.draw();
    drawItems();
  } catch (refusal) {
    $("items-fault").textContent = t("items.fault", { why: refusal.message });
    $("items-fault").hidden = false;
  }
});

const fetchActions = coalesced(async () => {
  story.heard((await ask("/api/actions?limit=20")).actions);
});

function drawItems() {
  const here = items.filter((item) => chat.messageOf(item.message_id));
  const earlier = items.filter((item) => !chat.messageOf(item.message_id));
  $("items").replaceChildren(...here.map(line));
  $("items-empty").hidden = items.length > 0;
  $("earlier").hidden = earlier.length === 0;
  $("earlier-title").textContent = t("items.earlier", { n: earlier.length });
  $("earlier-items").replaceChildren(...earlier.map(line));
}

async function settled(event) {
  place = event.lastEventId || place;
  const told = JSON.parse(event.data);
  if (seen.has(told.id)) return;
  seen.add(told.id);
  if (!told.by_hand) hints.settled(told);
  const { actions } = await ask(`/api/actions?limit=5&message_id=${encodeURIComponent(told.message_id)}`);
  story.heard(actions);
  story.showNewest();
  await fetchItems();
  $("result-news").hidden = $("bench").dataset.view === "result";
  const latest = actions.find((action) => action.outcome === told.outcome);
  // What was done by hand is no reaction's: it has only what the feed says of it.
  const headline = told.by_hand ? words(told.items[0].kind, told.items[0].how, 1) : latest && story.headline(latest);
  if (headline) announce([headline, ...told.items.map((item) => item.title)].join(": "));
}

async function anew() {
  await fetchChats();
  await Promise.all([fetchActions(), fetchItems()]).catch(() => {});
  story.draw();
}

// --- the two sides, one at a time where it is narrow -------------------------------------------------------------

for (const button of document.querySelectorAll(".views [data-view]")) {
  button.addEventListener("click", () => {
    $("bench").dataset.view = button.dataset.view;
    for (const other of document.querySelectorAll(".views [data-view]")) other.setAttribute("aria-pressed", String(other === button));
    if (button.dataset.view === "result") $("result-news").hidden = true;
    scrollTo(0, 0);
  });
}

// -----------------------------------------------------------------------------------------------------------------

chat.start({ menu: openMenu, opened: (one) => { write.forChat(one); point({ scroll: true }); } });
write.start(attempt);
hints.start();
addEventListener("hints", () => point());
menu.start({
  react: (message, emoji) => attempt("react", { message_id: message.message_id, emoji }),
  edit: write.edit,
  remove: (message) => attempt("delete", { message_id: message.message_id }),
  closed: (id) => { if (document.activeElement === document.body || $("menu").contains(document.activeElement)) chat.focusOn(id); },
});
await anew();
point({ scroll: true });

listen(() => "/demo/stream", { changed: fetchChats }, (fine) => (fine ? fetchChats() : null));
const feed = listen(
  () => (place ? `/api/stream?after=${encodeURIComponent(place)}` : "/api/stream"),
  {
    settled,
    resync: (event) => {
      place = event.lastEventId || null;
      feed.again();
      anew();
    },
  },
  (fine) => {
    say(fine ? "live" : "connecting");
    // What came before the line was open is fetched.
    if (fine) Promise.all([fetchActions(), fetchItems()]).then(story.draw, () => {});
  },
);
