// The live page. Whatever comes from a chat is set as text, never as markup.
"use strict";

const $ = (id) => document.getElementById(id);
const ICONS = { task: "✅", event: "📅", bill: "💳", note: "📝" };
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

function say(state, word) {
  $("state").dataset.state = state;
  $("state-word").textContent = word;
}

function clock(iso) {
  const at = new Date(iso);
  const time = make("time", "", at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" }));
  time.dateTime = iso;
  time.title = at.toLocaleString();
  return time;
}

function day(text, withTime) {
  if (!text) return "";
  // A day has no zone: read as noon of it, so that no zone can move it.
  const dated = text.length === 10;
  const shown = { weekday: "short", day: "numeric", month: "short" };
  // An instant is shown by the clock of its own zone, which is the one before its offset.
  const at = new Date(dated ? `${text}T12:00:00` : text.slice(0, 19));
  if (at.getFullYear() !== new Date().getFullYear()) shown.year = "numeric";
  return dated || !withTime
    ? at.toLocaleDateString([], shown)
    : at.toLocaleString([], { ...shown, hour: "2-digit", minute: "2-digit" });
}

function plain(code) {
  return String(code).replaceAll("_", " ");
}

function often(rule) {
  const found = /FREQ=(\w+)/.exec(rule || "");
  return found ? found[1].toLowerCase() : rule;
}

function money(amount, currency) {
  if (amount === null) return currency;
  try {
    // The amount is text, so that no digit is lost; only its look is the browser's.
    return new Intl.NumberFormat([], { style: "currency", currency, currencyDisplay: "code" }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}

// --- the feed ---------------------------------------------------------------------------------------------------

function line(told) {
  const row = make("li");
  row.append(make("span", "emoji", told.emoji || "↩"));
  const rest = make("div");
  const top = make("div", "top");
  const look = told.error ? " bad" : (told.items || []).length ? "" : " dull";
  top.append(make("span", `outcome${look}`, plain(told.outcome || "settled")), clock(told.at));
  rest.append(top);
  for (const item of told.items || []) {
    const made = make("div", "made");
    made.append(`${ICONS[item.kind] || "•"} `);
    made.append(make(item.status === "cancelled" ? "s" : "span", "", item.title));
    made.append(make("span", "faint", ` · ${item.status}`));
    rest.append(made);
  }
  if (told.error) rest.append(make("div", "faint", plain(told.error)));
  rest.append(why(told));
  row.append(rest);
  return row;
}

function why(told) {
  const details = make("details");
  const took = typeof told.took_ms === "number" ? ` · ${told.took_ms.toFixed(told.took_ms < 10 ? 1 : 0)} ms` : "";
  details.append(make("summary", "", `Why?${took}`));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.dataset.asked) return;
    details.dataset.asked = "1";
    const text = make("p", "faint", "…");
    details.append(text);
    try {
      text.replaceWith(reasons(await explanation(told)));
    } catch {
      text.textContent = "The explanation could not be fetched.";
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
    entry.append(rule.fired ? `v${rule.version} fired` : plain(rule.reason || "did not fire"));
    rules.append(entry);
  }
  const whole = make("details");
  const text = make("pre", "", JSON.stringify(told ?? null, null, 2));
  text.tabIndex = 0;
  whole.append(make("summary", "", "All of it"), text);
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
    say("live", "Live");
    soon();
    setTimeout(() => { $("feed-empty").hidden = $("feed").children.length > 0; }, 400);
  });
  source.addEventListener("settled", show);
  source.addEventListener("resync", (event) => {
    place = event.lastEventId || null;
    again(0, true);
  });
  source.addEventListener("error", () => {
    say("connecting", "Reconnecting…");
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

async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail || answer.statusText);
  return body;
}

function facts(item) {
  const of = item.fields;
  switch (item.kind) {
    case "task": return [of.due && `due ${day(of.due, true)}`, of.assignee, often(of.recurrence)];
    case "event": return [day(of.start, true), of.location || of.platform, often(of.recurrence)];
    case "bill": return [of.due && `due ${day(of.due)}`, often(of.recurrence)];
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
  chips.append(make("span", `chip ${item.status}`, item.status));
  if (item.priority === "high") chips.append(make("span", "chip high", "high priority"));
  for (const flag of item.flags) chips.append(make("span", "chip flag", plain(flag)));
  for (const tag of item.tags) chips.append(make("span", "chip", tag));
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
    $("items-fault").textContent = `The items could not be fetched: ${fault.message}`;
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
  $("pause").textContent = paused ? "Resume" : "Pause";
  if (paused) {
    source.close();
    say("paused", "Paused");
  } else {
    say("connecting", "Connecting…");
    watch(); // goes on from where it stopped: nothing is missed
  }
});

$("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText($("try").textContent);
  $("copy").textContent = "Copied";
});

addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => { if (event.persisted && !paused) watch(); });

watch();
refresh();
