// The record: who changed what, when, from what to what; which entries is chosen above, and stands in the address.
import { act } from "../kit/act.js";
import { $, announce } from "../kit/dom.js";
import { hear } from "../kit/line.js";
import { say } from "../kit/state.js";
import { moment } from "../kit/times.js";
import { html, render, signal } from "../kit/view.js";
import { t } from "../kit/words.js";
import { Difference } from "./difference.js";
import { sentence, thing } from "./said.js";

const END = "toque_audit_end"; // kept here, and said next time: so it is found out whether the end was cut off
const KINDS = ["item", "rule", "connection", "account", "key", "person", "chat", "review", "letter", "action", "bulk"];
const WAIT_MS = 300;

const first = JSON.parse($("first").textContent);
const entries = signal(first.entries);
const next = signal(null);
const busy = signal(false);
const fault = signal("");
const chain = signal(null); // null, "…", or what verifying told
const asked = signal(fromAddress());

function fromAddress() {
  const given = new URLSearchParams(location.search);
  const [kind = "", ...id] = (given.get("subject") ?? "").split(":");
  return { who: given.get("who") ?? "", kind, id: id.join(":"), since: given.get("since") ?? "", until: given.get("until") ?? "" };
}

const subject = () => (asked.value.kind && asked.value.id.trim() ? `${asked.value.kind}:${asked.value.id.trim()}` : asked.value.kind);
// A day is that of whoever asks: from its beginning, to its end.
const edge = (day, days) => { const at = new Date(`${day}T00:00:00`); at.setDate(at.getDate() + days); return at.toISOString(); };

function address(cursor) {
  const { who, since, until } = asked.value;
  const wanted = new URLSearchParams({ limit: 50 });
  if (who.trim()) wanted.set("who", who.trim());
  if (subject()) wanted.set("subject", subject());
  if (since) wanted.set("since", edge(since, 0));
  if (until) wanted.set("until", edge(until, 1));
  if (cursor) wanted.set("cursor", cursor);
  return `/api/audit?${wanted}`;
}

let newest = 0;

async function load(cursor = null) {
  const mine = (newest += 1);
  busy.value = true;
  try {
    const page = await act("GET", address(cursor));
    if (mine !== newest) return; // something else was asked for meanwhile
    entries.value = cursor ? [...entries.value, ...page.entries] : page.entries;
    next.value = page.next_cursor;
    fault.value = "";
  } catch (refusal) {
    fault.value = refusal.message;
  }
  busy.value = false;
}

let soon = null;

function ask(values) {
  asked.value = { ...asked.value, ...values };
  const { who, since, until } = asked.value;
  const shown = new URLSearchParams(Object.entries({ who, subject: subject(), since, until }).filter(([, value]) => value));
  history.replaceState(null, "", shown.size ? `?${shown}` : location.pathname);
  clearTimeout(soon);
  soon = setTimeout(load, WAIT_MS);
}

async function verify() {
  chain.value = "…";
  const kept = localStorage.getItem(END);
  try {
    chain.value = { ...(await act("GET", `/api/audit/verify${kept ? `?end=${kept}` : ""}`)), at: new Date().toISOString() };
    if (chain.value.ok) localStorage.setItem(END, chain.value.end);
    announce(t(chain.value.ok ? "audit.chain.good" : "audit.chain.bad"));
  } catch (refusal) {
    chain.value = null;
    fault.value = refusal.message;
  }
}

const name = (actor, known) => known ?? first.people[actor] ?? (actor.startsWith("cli:") ? t("audit.cli", { name: actor.slice(4) }) : actor === "machine" ? t("audit.machine") : actor);
const known = { ...first.people, ...Object.fromEntries(Object.entries(first.numbers).map(([id, title]) => [`connection:${id}`, title])) };

function Who({ one }) {
  return html`<button type="button" class="plain who" title=${t("audit.only")} onClick=${() => ask({ who: one.actor })}><bdi>${name(one.actor, one.actor_name)}</bdi></button>`;
}

function What({ one }) {
  const { text, href } = thing(one, known);
  return href ? html`<a href=${href}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
}

const Sentence = ({ one }) => sentence(one).map((part) => (typeof part === "string" ? part : part[0] === "who" ? html`<${Who} one=${one} />` : html`<${What} one=${one} />`));

function Entry({ one }) {
  return html`<li class="change" tabindex="-1" data-row="">
    <p class="did"><time dateTime=${one.at}>${moment(one.at, first.zones[one.connection_id])}</time> <span><${Sentence} one=${one} />${one.connection_id !== null && !one.subject.startsWith("connection:") && html` <span class="chip">${first.numbers[one.connection_id] ?? `#${one.connection_id}`}</span>`}</span>
      <span class="place" title=${one.action}>${t("audit.number", { n: one.position })}</span></p>
    <${Difference} entry=${one} known=${known} />
  </li>`;
}

function Chain() {
  const told = chain.value;
  const busy_ = told === "…";
  return html`<section class=${`chain ${told?.ok ? "good" : told?.broken ? "bad" : ""}`} aria-label=${t("audit.chain")}>
    <span class="sign" aria-hidden="true">${told?.ok ? "✓" : told?.broken ? "!" : "?"}</span>
    <div role="status"><p><strong>${t(busy_ ? "audit.chain.now" : told?.ok ? "audit.chain.good" : told?.broken ? "audit.chain.bad" : "audit.chain.not")}</strong></p>
      ${told && !busy_ && html`<p class="faint">${t("audit.chain.told", { n: told.entries, erased: told.erased, at: moment(told.at) })} <code>${told.end}</code></p>`}
      ${told?.broken && html`<p>${told.broken.says}</p><p class="faint">${t("audit.chain.bad.do")}</p>`}
      ${!told && html`<p class="faint">${t("audit.chain.lead")}</p>`}</div>
    <button type="button" class="main" data-key="v" disabled=${busy_} onClick=${verify}>${t(told && !busy_ ? "audit.verify.again" : "audit.verify")}</button>
  </section>`;
}

function Filters() {
  const { who, kind, id, since, until } = asked.value;
  const any = who || kind || since || until;
  return html`<form class="filters" role="search" onSubmit=${(event) => { event.preventDefault(); load(); }}>
    <p><label for="who">${t("audit.who")}</label><input id="who" data-search="" list="people" value=${who} autocomplete="off" onInput=${({ target }) => ask({ who: target.value })} /><datalist id="people">${[...new Set(Object.values(first.people))].map((one) => html`<option key=${one} value=${one}></option>`)}</datalist></p>
    <p><label for="kind">${t("audit.thing")}</label><select id="kind" value=${kind} onChange=${({ target }) => ask({ kind: target.value, id: "" })}><option value="">${t("audit.everything")}</option>${KINDS.map((one) => html`<option key=${one} value=${one}>${t(`thing.${one}`)}</option>`)}</select></p>
    ${kind && html`<p><label for="id">${t("audit.id")}</label><input id="id" value=${id} autocomplete="off" onInput=${({ target }) => ask({ id: target.value })} /></p>`}
    <p><label for="since">${t("audit.since")}</label><input id="since" type="date" value=${since} max=${until || undefined} onInput=${({ target }) => ask({ since: target.value })} /></p>
    <p><label for="until">${t("audit.until")}</label><input id="until" type="date" value=${until} min=${since || undefined} onInput=${({ target }) => ask({ until: target.value })} /></p>
    ${any && html`<button type="button" class="small" onClick=${() => ask({ who: "", kind: "", id: "", since: "", until: "" })}>${t("audit.all")}</button>`}
  </form>`;
}

function Record() {
  const any = Object.values(asked.value).some(Boolean);
  return html`${first.may_verify && html`<${Chain} />`}<${Filters} />
    ${fault.value && html`<p class="notice" role="alert">${fault.value}</p>`}
    ${entries.value.length === 0 && html`<p class="empty">${t(any ? "audit.none.found" : "audit.none")}</p>`}
    <ol class="entries" aria-busy=${String(busy.value)}>${entries.value.map((one) => html`<${Entry} key=${one.position} one=${one} />`)}</ol>
    ${next.value && html`<p class="further"><button type="button" disabled=${busy.value} onClick=${() => load(next.value)}>${t("audit.more")}</button></p>`}`;
}

$("record").replaceChildren();
render(html`<${Record} />`, $("record"));
// What stands there is the newest; only who asked for something else, or for more than one page, is sent for it.
if (!first.whole || [...new URLSearchParams(location.search).keys()].some((key) => key !== "subject")) load();
hear(null, { row: () => {}, anew: () => {}, state: say });
