// The numbers: how each is, what it heard and sent, and what can be done with it; a new one by the wizard.
import { act } from "../kit/act.js";
import { Sheet } from "../kit/sheet.js";
import { ago, day, moment } from "../kit/times.js";
import { html, signal } from "../kit/view.js";
import { city, languageName, locale, regionName, t } from "../kit/words.js";
import { Zones, zoneOf } from "../kit/zones.js";
import { Findings } from "./findings.js";
import { Buttons, Said, attempt, draw, first, read } from "./parts.js";
import { Wizard, begin, working } from "./wizard.js";

const LOOK_MS = 10000;

const numbers = signal(null);
const budget = signal(null);
const tests = signal({}); // by number: "…" while it is looked at, then what was found
const editing = signal(null);
const removing = signal(null);

const number = (n) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(n);
const state = (one) => (!one.enabled ? "paused" : one.line_state === "unknown" && one.last_heard_at ? "heard" : one.line_state);

async function load() {
  const [told, sending] = await Promise.all([act("GET", "/api/connections"), act("GET", "/api/connections/sending")]);
  numbers.value = told.connections;
  budget.value = sending;
}

const again = () => load().catch(() => {}); // the word in the head tells of a server that is away

async function toggle(one) {
  const verb = one.enabled ? "pause" : "resume";
  await attempt(() => act("POST", `/api/connections/${one.id}/${verb}`, {}), t(`number.told.${verb}`, { name: one.name ?? one.instance }));
  again();
}

async function test(one) {
  tests.value = { ...tests.value, [one.id]: "…" };
  const told = await attempt(() => act("POST", `/api/connections/${one.id}/test`, { send: false }));
  tests.value = { ...tests.value, [one.id]: told };
  again();
}

async function ask(one) {
  removing.value = await attempt(async () => ({ ...(await read(`/api/connections/${one.id}`)), content: await act("GET", `/api/connections/${one.id}/content`) }));
}

async function remove(event) {
  event.preventDefault();
  const one = removing.value;
  removing.value = null;
  await attempt(() => act("DELETE", `/api/connections/${one.id}`, undefined, { "If-Match": one.tag }), t("number.told.remove", { name: one.name ?? one.instance }));
  again();
}

async function save(event) {
  event.preventDefault();
  const one = editing.value;
  const { elements } = event.currentTarget;
  const typed = (name) => (name === "zone" ? zoneOf(elements[name].value.trim()) : elements[name].value.trim());
  const wanted = Object.fromEntries(["name", "topology", "zone", "region", "language"].map((name) => [name, typed(name)]).filter(([name, value]) => value && value !== (one[name] ?? "")));
  editing.value = null;
  if (Object.keys(wanted).length) await attempt(() => act("PATCH", `/api/connections/${one.id}`, wanted, { "If-Match": one.tag }), t("number.told.change"));
  again();
}

function Budget({ id }) {
  const of = budget.value.connections.find((one) => one.connection_id === id);
  if (!of) return null;
  const { least_seconds: least, most_seconds: most } = budget.value;
  const pace = most === 0 ? t("number.pace.none") : t("number.pace", { least: number(least), most: number(most) });
  return html`<dt>${t("number.sends")}</dt><dd>${t("number.sent", { hour: number(of.sent_hour), day: number(of.sent_day) })} ${of.waiting > 0 && html`<strong>${t("number.waits", { n: number(of.waiting) })}</strong> `}<span class="faint">${pace}</span></dd>`;
}

function Card({ one }) {
  const found = tests.value[one.id];
  const now = state(one);
  return html`<li class="card number" tabindex="-1" data-row="">
    <div class="head"><h3><bdi>${one.name ?? one.instance}</bdi></h3><span class=${`chip line ${now}`}><span class="mark" aria-hidden="true"></span>${t(now === "heard" ? "number.is_heard" : `line.${now}`)}</span></div>
    <dl class="facts-list">
      <dt>${t("number.heard")}</dt><dd>${one.last_heard_at ? html`<time dateTime=${one.last_heard_at} title=${moment(one.last_heard_at)}>${ago(one.last_heard_at)}</time>` : t("number.unheard")}</dd>
      ${budget.value && html`<${Budget} id=${one.id} />`}
      <dt>${t("number.whose")}</dt><dd>${t(`topology.${one.topology}`)}</dd>
      <dt>${t("number.home")}</dt><dd>${city(one.zone)} · ${regionName(one.region)} · ${languageName(one.language)}</dd>
      <dt>${t("number.at")}</dt><dd>${one.gateway}: <bdi>${one.instance}</bdi>${one.base_url && html` <span class="faint">${one.base_url}</span>`}</dd>
      <dt>${t("number.since")}</dt><dd>${day(one.acts_since)} <span class="faint">${t("number.rules", { n: number(one.rules) })}</span></dd>
    </dl>
    ${first.may_write && html`<p class="does">
      <button type="button" class="small" onClick=${() => toggle(one)}>${t(one.enabled ? "number.pause" : "number.resume")}</button>
      <button type="button" class="small" disabled=${found === "…"} onClick=${() => test(one)}>${t(found === "…" ? "number.testing" : "number.test")}</button>
      <button type="button" class="small" data-key="e" onClick=${async () => { editing.value = await attempt(() => read(`/api/connections/${one.id}`)); }}>${t("accounts.change")}</button>
      <button type="button" class="small danger" onClick=${() => ask(one)}>${t("number.remove")}</button></p>`}
    ${found && found !== "…" && html`<section class="tested" aria-label=${t("number.test")}><p role="status"><strong>${t(found.ok ? "number.test.good" : "number.test.bad")}</strong></p><${Findings} all=${found.findings} /></section>`}
  </li>`;
}

function Edit() {
  const one = editing.value;
  const close = () => { editing.value = null; };
  return html`<${Sheet} title=${one.name ?? one.instance} onClose=${close}><form class="fill" onSubmit=${save}>
    <label for="name">${t("number.name")}</label><input id="name" name="name" defaultValue=${one.name ?? one.instance} maxlength="100" required />
    <label for="topology">${t("number.whose")}</label><select id="topology" name="topology">${["own_number", "bot_number"].map((name) => html`<option key=${name} value=${name} selected=${name === one.topology}>${t(`topology.${name}`)}</option>`)}</select>
    <label for="zone">${t("number.zone")}</label><input id="zone" name="zone" list="zones" defaultValue=${one.zone} required /><${Zones} />
    <label for="region">${t("number.region")}</label><input id="region" name="region" defaultValue=${one.region} pattern="[A-Z]{2}" maxlength="2" required />
    <label for="language">${t("number.language")}</label><input id="language" name="language" defaultValue=${one.language} pattern="[a-z]{2}" maxlength="2" required />
    <${Buttons} onClose=${close} words=${t("items.save")} /></form><//>`;
}

function Remove() {
  const one = removing.value;
  const name = one.name ?? one.instance;
  const close = () => { removing.value = null; };
  const { items, messages, rules } = one.content;
  return html`<${Sheet} title=${t("number.remove.ask", { name })} onClose=${close}><form class="fill" onSubmit=${remove}>
    <p>${t("number.remove.what")}</p>
    <ul class="goes"><li>${t("number.remove.items", { n: number(items) })}</li><li>${t("number.remove.messages", { n: number(messages) })}</li><li>${t("number.remove.rules", { n: number(rules) })}</li></ul>
    <p class="faint">${t("number.remove.webhook")}</p>
    <label for="sure">${t("number.remove.sure", { name })}</label><input id="sure" autocomplete="off" required onInput=${({ target }) => target.setCustomValidity(target.value.trim() === name ? "" : t("number.remove.sure", { name }))} />
    <${Buttons} danger=${true} onClose=${close} words=${t("number.remove.do")} /></form><//>`;
}

function Connections() {
  if (working.value) return html`<${Wizard} onEnd=${again} />`;
  return html`<div class="head"><h2>${t("settings.connections")}</h2>${first.may_write && html`<button type="button" class="main" onClick=${begin}>${t("connect")}</button>`}</div>
    ${!first.may_write && html`<p class="lead">${t("number.admins")}</p>`}<${Said} />
    ${numbers.value?.length === 0 && html`<p class="empty">${t(first.may_write ? "number.none" : "number.none.yours")}</p>`}
    ${numbers.value?.length > 0 && html`<ul class="cards">${numbers.value.map((one) => html`<${Card} key=${one.id} one=${one} />`)}</ul>`}
    ${editing.value && html`<${Edit} key=${editing.value.id} />`}${removing.value && html`<${Remove} key=${removing.value.id} />`}`;
}

if (location.hash === "#connect" && first.may_write) begin();
attempt(load).finally(() => draw(Connections, { row: again, anew: again }));
setInterval(() => { if (!document.hidden && !working.value) again(); }, LOOK_MS);
