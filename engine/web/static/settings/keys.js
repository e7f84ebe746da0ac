// The keys of programs and of calendars: who has one, what it may, a new one that is shown once, and an end to any of them.
import { act } from "../kit/act.js";
import { Copied } from "../kit/copy.js";
import { Sheet } from "../kit/sheet.js";
import { ago, day } from "../kit/times.js";
import { html, signal } from "../kit/view.js";
import { list, t } from "../kit/words.js";
import { Calendars, isCalendar } from "./calendars.js";
import { Buttons, Numbers, Said, attempt, draw, first, numberName, pages, ticked } from "./parts.js";

const LASTS = [30, 90, 365, 0];
// What a key of each scope can try first.
const TRIES = {
  "items:read": "/api/items", "rules:read": "/api/rules", "queue:read": "/api/queue", "people:read": "/api/people",
  "connections:read": "/api/connections", "analytics:read": "/api/analytics", "metrics:read": "/metrics", "audit:read": "/api/audit",
};

const keys = signal(null);
const making = signal(false);
const made = signal(null);
const ending = signal(null);

const words = (scope) => t(`scope.${scope.replace(":", ".")}`);
const state = (key) => key.state.split(" ").at(-1);
const sample = (key) => {
  const address = TRIES[Object.keys(TRIES).find((scope) => key.scopes.includes(scope) || key.scopes.includes("admin"))] ?? "/api/me";
  return `curl -H 'Authorization: Bearer ${key.key}' ${location.origin}${address}`;
};

async function load() {
  keys.value = (await pages("/api/keys", "keys")).reverse();
}

async function make(event) {
  event.preventDefault();
  const { elements } = event.currentTarget;
  const scopes = ticked(event.currentTarget, "scopes");
  const days = Number(elements.days.value);
  const numbers = ticked(event.currentTarget, "numbers").map(Number);
  const wanted = { name: elements.name.value, scopes, ...(days && { days }), ...(numbers.length && { connections: numbers }) };
  const answer = await attempt(() => act("POST", "/api/keys", wanted));
  if (!answer) return;
  making.value = false;
  made.value = answer;
  attempt(load);
}

async function revoke(event) {
  event.preventDefault();
  const key = ending.value;
  ending.value = null;
  await attempt(() => act("POST", `/api/keys/${key.id}/revoke`, {}), t("keys.revoked", { name: key.name }));
  attempt(load);
}

function Form() {
  return html`<form class="card fill" onSubmit=${make} aria-labelledby="new-key">
    <h3 id="new-key">${t("keys.new")}</h3>
    <label for="key-name">${t("keys.name")}</label>
    <p class="hint" id="key-name-hint">${t("keys.name.hint")}</p>
    <input id="key-name" name="name" required maxlength="100" aria-describedby="key-name-hint" />
    <fieldset class="entry scopes"><legend>${t("keys.scopes")}</legend>
      ${first.scopes.map((scope) => html`<label class="box" key=${scope}><input type="checkbox" name="scopes" value=${scope} /> <span><code>${scope}</code> <span class="faint">${words(scope)}</span></span></label>`)}
    </fieldset>
    <label for="key-days">${t("keys.lasts")}</label>
    <select id="key-days" name="days">${LASTS.map((n) => html`<option key=${n} value=${n} selected=${n === 365}>${n ? t("keys.days", { n }) : t("keys.never")}</option>`)}</select>
    ${first.numbers.length > 1 && html`<${Numbers} all=${t("keys.numbers.all")} />`}
    <${Buttons} onClose=${() => { making.value = false; }} words=${t("keys.make")} />
  </form>`;
}

function Once() {
  const key = made.value;
  return html`<section class="card once" aria-labelledby="made-key">
    <h3 id="made-key">${t("keys.made", { name: key.name })}</h3>
    <p><strong>${t("keys.once")}</strong></p>
    <${Copied} text=${key.key} label=${t("keys.key")} />
    <p class="faint">${t("keys.try")}</p>
    <${Copied} text=${sample(key)} label=${t("keys.try")} />
    <p class="buttons"><button type="button" class="main" onClick=${() => { made.value = null; }}>${t("keys.kept")}</button></p>
  </section>`;
}

function Key({ one }) {
  const facts = [
    one.account ?? t("keys.nobodys"),
    one.connections && t("keys.only", { numbers: list(one.connections.map(numberName)) }),
    one.last_used_at ? t("keys.used", { ago: ago(one.last_used_at) }) : t("keys.unused"),
    one.expires_at ? t("keys.until", { day: day(one.expires_at) }) : t("keys.forever"),
  ].filter(Boolean);
  return html`<li class=${state(one)} tabindex="-1" data-row="">
    <div class="what"><p><bdi class="name">${one.name}</bdi> <code>${one.prefix}…</code> <span class=${`chip ${state(one) === "active" ? "good" : ""}`}>${t(`keys.is.${state(one)}`)}</span></p>
      <p class="faint">${facts.join(" · ")}</p>
      ${!isCalendar(one) && html`<p class="scopes-line">${one.scopes.map((scope) => html`<span class="chip" key=${scope} title=${scope}>${words(scope)}</span>`)}</p>`}</div>
    ${state(one) === "active" && html`<button type="button" class="small danger" onClick=${() => { ending.value = one; }}>${t("keys.revoke")}</button>`}
  </li>`;
}

const Rows = ({ those }) => those?.length > 0 && html`<ul class="rows">${those.map((one) => html`<${Key} key=${one.id} one=${one} />`)}</ul>`;

function Keys() {
  const programs = keys.value?.filter((one) => !isCalendar(one));
  return html`<div class="head"><h2>${t("settings.keys")}</h2>${!made.value && !making.value && html`<button type="button" class="main" onClick=${() => { making.value = true; }}>${t("keys.new")}</button>`}</div><p class="lead">${t("keys.lead")}</p><${Said} />
    ${made.value ? html`<${Once} />` : making.value && html`<${Form} />`}
    ${programs?.length === 0 && !making.value && html`<p class="empty">${t("keys.none")}</p>`}
    <${Rows} those=${programs} />
    <${Calendars} reload=${load}><${Rows} those=${keys.value?.filter(isCalendar)} /><//>
    ${ending.value && html`<${Sheet} title=${t("keys.revoke.ask", { name: ending.value.name })} onClose=${() => { ending.value = null; }}>
      <form onSubmit=${revoke}><p>${t("keys.revoke.what")}</p><${Buttons} danger=${true} onClose=${() => { ending.value = null; }} words=${t("keys.revoke")} /></form>
    <//>`}`;
}

attempt(load).finally(() => draw(Keys));
