// The live page. Whatever comes from a chat is set as text, never as markup.
import { ask } from "./phone/api.js";
import { ICONS } from "./phone/cards.js";
import { $ } from "./phone/dom.js";
import { say } from "./phone/state.js";
import { category, has, money, t, told as words, trouble, when } from "./phone/words.js";

const KEEP = 200; // lines of the feed that stay on the page

const seen = new Set(); // a resumed feed may repeat rows
let source = null;
let place = null;
let paused = false;
let kind = "";

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
}

function clock(iso) {
  const at = new Date(iso);
  const time = make("time", "", at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" }));
  time.dateTime = iso;
  time.title = at.toLocaleString();
  return time;
}

// --- the feed ---------------------------------------------------------------------------------------------------

function line(told) {
  const row = make("li");
  row.tabIndex = -1;
  row.dataset.row = "";
  row.append(make("span", "emoji", told.emoji === "" ? "💬" : told.emoji || "↩"));
  const rest = make("div");
  const top = make("div", "top");
  const look = told.error ? " bad" : (told.items || []).length ? "" : " dull";
  top.append(make("span", `outcome${look}`, outcome(told)), clock(told.at));
  rest.append(top);
  for (const item of told.items || []) {
    const made = make("div", "made");
    made.append(`${ICONS[item.kind] || "•"} `);
    made.append(make(item.status === "cancelled" ? "s" : "span", "", item.title));
    made.append(make("span", "faint", ` · ${t(`status.${item.status}`)}`));
    rest.append(made);
  }
  if (told.error) rest.append(make("div", "faint", trouble(told.error)));
  rest.append(why(told));
  row.append(rest);
  return row;
}

function outcome(told) {
  const items = told.items || [];
  const alike = items.length && items.every((item) => item.kind === items[0].kind && item.how === items[0].how);
  return alike ? words(items[0].kind, items[0].how, items.length) : t(`outcome.${told.outcome || "nothing"}`, { emoji: told.emoji || "" });
}

function reason(code) {
  const [what, by] = String(code || "condition").split(":");
  return has(`reason.${what}`) ? t(`reason.${what}`, { rule: by || "" }) : what;
}

function why(told) {
  const details = make("details");
  const took = typeof told.took_ms === "number" ? ` · ${told.took_ms.toFixed(told.took_ms < 10 ? 1 : 0)} ms` : "";
  details.append(make("summary", "", `${t("story.why")}${took}`));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.dataset.asked) return;
    details.dataset.asked = "1";
    const text = make("p", "faint", "…");
    details.append(text);
    try {
      text.replaceWith(reasons(await explanation(told)));
    } catch {
      text.textContent = t("live.fault");
      delete details.dataset.asked;
    }
  });
  return details;
}

function reasons(told) {
  const all = make("div");
  const rules = make("ul", "rules");
  for (const rule of told?.rules || []) {
    const entry = make("li", rule.fired ? "fired" : "faint");
    entry.append(make("strong", "", `${rule.fired ? "✓" : "–"} ${rule.id} `));
    entry.append(rule.fired ? `v${rule.version}` : reason(rule.reason));
    rules.append(entry);
  }
  const whole = make("details");
  const text = make("pre", "", JSON.stringify(told ?? null, null, 2));
  text.tabIndex = 0;
  whole.append(make("summary", "", t("live.whole")), text);
  all.append(rules, whole);
  return all;
}

async function explanation(told) {
  if (told.action_id) return (await ask(`/api/actions/${told.action_id}`)).explanation;
  const found = await ask(`/api/actions?message_id=${encodeURIComponent(told.message_id)}`);
  const own = found.actions.filter((action) => action.address === told.address);
  return (own.find((action) => action.emoji === told.emoji && action.outcome === told.outcome) || own[0])?.explanation;
}

function show(event) {
  place = event.lastEventId || place;
  const told = JSON.parse(event.data);
  if (seen.has(told.id)) return;
  seen.add(told.id);
  const row = line(told);
  // What came before the page was opened does not flash.
  if (Date.now() - new Date(told.at) < 10000) row.classList.add("new");
  $("feed").prepend(row);
  while ($("feed").children.length > KEEP) $("feed").lastChild.remove();
  if (seen.size > 5000) seen.delete(seen.values().next().value);
  $("feed-empty").hidden = true;
  soon();
}

function watch() {
  const address = place ? `/api/stream?after=${encodeURIComponent(place)}` : "/api/stream?last=20";
  source = new EventSource(address);
  source.addEventListener("open", () => {
    say("live");
    soon();
    setTimeout(() => { $("feed-empty").hidden = $("feed").children.length > 0; }, 400);
  });
  source.addEventListener("settled", show);
  source.addEventListener("resync", (event) => {
    place = event.lastEventId || null;
    again(0, true);
  });
  source.addEventListener("error", () => {
    say("connecting");
    // After an answer that is no stream (503) a browser does not try again by itself.
    if (source.readyState === EventSource.CLOSED) again(3000, false);
  });
}

function again(wait, anew) {
  source.close();
  if (anew) {
    place = null;
    seen.clear();
    $("feed").replaceChildren();
  }
  setTimeout(() => { if (!paused) watch(); }, wait);
}

// --- the items --------------------------------------------------------------------------------------------------

function facts(item) {
  const of = item.fields;
  switch (item.kind) {
    case "task": return [of.due && when(of.due), of.assignee, item.repeats];
    case "event": return [of.start && when(of.start), of.location || of.platform, item.repeats];
    case "bill": return [of.due && when(of.due), item.repeats];
    default: return [of.body === item.title ? null : of.body];
  }
}

function card(item) {
  const row = make("li", item.status);
  row.append(make("span", "icon", ICONS[item.kind] || "•"));
  const rest = make("div");
  const top = make("div", "top");
  top.append(make("span", "title", item.title));
  if (item.kind === "bill") top.append(make("span", "sum", money(item.fields.amount, item.fields.currency)));
  rest.append(top);
  const known = facts(item).filter(Boolean).join(" · ");
  if (known) rest.append(make("div", "faint", known));
  const chips = make("div", "chips");
  chips.append(make("span", `chip ${item.status}`, t(`status.${item.status}`)));
  if (item.priority === "high") chips.append(make("span", "chip high", t("priority.high")));
  for (const flag of item.flags) chips.append(make("span", "chip flag", t(`flag.${flag}`)));
  for (const tag of item.tags) {
    const word = tag === item.fields.category ? category(tag) : `#${tag}`;
    if (word) chips.append(make("span", "chip", word));
  }
  rest.append(chips);
  row.append(rest);
  return row;
}

let asked = 0;

async function refresh() {
  const mine = ++asked;
  try {
    const { items } = await ask(`/api/items?limit=100${kind && `&kind=${kind}`}`);
    if (mine !== asked) return; // a newer question is on its way
    $("items").replaceChildren(...items.map(card));
    $("items-empty").hidden = items.length > 0;
    $("items-fault").hidden = true;
  } catch (fault) {
    $("items-fault").textContent = t("items.fault", { why: fault.message });
    $("items-fault").hidden = false;
  }
}

let waiting = null;

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 150);
}

// --- buttons ----------------------------------------------------------------------------------------------------

for (const button of document.querySelectorAll("[data-kind]")) {
  button.addEventListener("click", () => {
    kind = button.dataset.kind;
    for (const other of document.querySelectorAll("[data-kind]")) other.setAttribute("aria-pressed", String(other === button));
    refresh();
  });
}

$("pause").addEventListener("click", () => {
  paused = !paused;
  $("pause").setAttribute("aria-pressed", String(paused));
  $("pause").textContent = t(paused ? "live.resume" : "live.pause");
  if (paused) {
    source.close();
    say("paused");
  } else {
    say("connecting");
    watch(); // goes on from where it stopped: nothing is missed
  }
});

$("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText($("try").textContent);
  $("copy").textContent = t("live.copied");
});

addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => { if (event.persisted && !paused) watch(); });

watch();
refresh();
