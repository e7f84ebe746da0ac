// The accounts of people: a link that makes one, what each may and sees, and the door shut to whom has left.
import { act } from "../kit/act.js";
import { Copied } from "../kit/copy.js";
import { Sheet } from "../kit/sheet.js";
import { ago } from "../kit/times.js";
import { html, signal } from "../kit/view.js";
import { list, t } from "../kit/words.js";
import { Buttons, Numbers, Said, attempt, draw, fault, first, numberName, pages, read, said, ticked } from "./parts.js";

const DAYS = [1, 7, 30];

const accounts = signal(null);
const inviting = signal(false);
const role = signal(first.roles.at(-1));
const invited = signal(null);
const changing = signal(null);
const shutting = signal(null);

// Where there is but one number, it is the one that is meant.
const only = first.numbers.length === 1 ? [first.numbers[0].id] : [];

const seesAll = (one) => first.see_all.includes(one);
const mayTouch = (one) => first.roles.includes(one.role);

async function load() {
  accounts.value = await pages("/api/accounts", "accounts");
}

async function invite(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const numbers = ticked(form, "numbers").map(Number);
  if (!seesAll(role.value) && first.numbers.length > 0 && numbers.length === 0) {
    said.value = "";
    fault.value = t("accounts.numbers.some");
    form.querySelector("[name=numbers]").focus();
    return;
  }
  const wanted = { role: role.value, days: Number(form.elements.days.value), ...(!seesAll(role.value) && { connections: numbers }) };
  const answer = await attempt(() => act("POST", "/api/accounts/invite", wanted));
  if (!answer) return;
  inviting.value = false;
  invited.value = answer;
}

// Whoever sits at this machine before there is any account makes their own, here and now.
async function makeFirst() {
  const link = await attempt(() => act("POST", "/api/accounts/invite", { role: "owner", days: 1 }));
  if (link) location.assign(new URL(link.url).pathname);
}

async function open(one) {
  const now = await attempt(() => read(`/api/accounts/${encodeURIComponent(one.name)}`));
  if (!now) return;
  role.value = now.role;
  changing.value = now;
}

async function change(event) {
  event.preventDefault();
  const one = changing.value;
  const wanted = { role: role.value, ...(!seesAll(role.value) && { connections: ticked(event.currentTarget, "numbers").map(Number) }) };
  changing.value = null;
  await attempt(() => act("PATCH", `/api/accounts/${encodeURIComponent(one.name)}`, wanted, { "If-Match": one.tag }), t("accounts.changed", { name: one.name }));
  attemptLoad();
}

async function shut(one) {
  shutting.value = null;
  const verb = one.state === "active" ? "disable" : "enable";
  await attempt(() => act("POST", `/api/accounts/${encodeURIComponent(one.name)}/${verb}`, {}), t(`accounts.${verb}d`, { name: one.name }));
  attemptLoad();
}

// A refusal that stands there stays: what follows is no news.
const attemptLoad = () => load().catch(() => {});

function Roles() {
  return html`<fieldset class="entry"><legend>${t("accounts.role")}</legend>
    ${first.roles.map((one) => html`<label class="box" key=${one}><input type="radio" name="role" value=${one} checked=${role.value === one} onChange=${() => { role.value = one; }} /> <span><strong>${t(`role.${one}`)}</strong> <span class="faint">${t(`role.${one}.may`)}</span></span></label>`)}
  </fieldset>`;
}

function Invite() {
  return html`<form class="card fill" onSubmit=${invite} aria-labelledby="invite">
    <h3 id="invite">${t("accounts.invite")}</h3>
    <${Roles} />
    ${!seesAll(role.value) && html`<${Numbers} chosen=${only} all=${t("accounts.numbers")} />`}
    <label for="days">${t("accounts.days")}</label>
    <select id="days" name="days">${DAYS.map((n) => html`<option key=${n} value=${n} selected=${n === 7}>${t(n === 1 ? "keys.day" : "keys.days", { n })}</option>`)}</select>
    <${Buttons} onClose=${() => { inviting.value = false; }} words=${t("accounts.link")} />
  </form>`;
}

function Link() {
  const { url, role: as, days } = invited.value;
  return html`<section class="card once" aria-labelledby="link">
    <h3 id="link">${t("accounts.link.made", { role: t(`role.${as}`) })}</h3>
    <p><strong>${t("accounts.link.once", { n: days })}</strong></p>
    <${Copied} text=${url} label=${t("accounts.link")} />
    ${/\/\/(localhost|127\.|\[::1\])/.test(url) && html`<p class="faint">${t("accounts.link.here")} <code>TOQUE_PUBLIC_URL</code></p>`}
    <p class="buttons"><button type="button" class="main" onClick=${() => { invited.value = null; }}>${t("accounts.link.kept")}</button></p>
  </section>`;
}

function Account({ one }) {
  const facts = [
    seesAll(one.role) ? t("accounts.sees.all") : one.connections.length ? t("accounts.sees", { numbers: list(one.connections.map(numberName)) }) : t("accounts.sees.none"),
    one.seen_at ? t("accounts.seen", { ago: ago(one.seen_at) }) : t("accounts.unseen"),
    one.keys > 0 && t("accounts.keys", { n: one.keys }),
  ].filter(Boolean);
  return html`<li class=${one.state} tabindex="-1" data-row="">
    <div class="what"><p><bdi class="name">${one.name}</bdi> <span class="chip">${t(`role.${one.role}`)}</span>${one.id === first.me && html` <span class="chip good">${t("you")}</span>`}${one.state === "disabled" && html` <span class="chip bad">${t("accounts.disabled.chip")}</span>`}</p>
      <p class="faint">${facts.join(" · ")}</p></div>
    ${mayTouch(one) && html`<div class="does"><button type="button" class="small" data-key="e" onClick=${() => open(one)}>${t("accounts.change")}</button>
      ${one.id !== first.me && html`<button type="button" class="small danger" onClick=${() => (one.state === "active" ? (shutting.value = one) : shut(one))}>${t(one.state === "active" ? "accounts.disable" : "accounts.enable")}</button>`}</div>`}
  </li>`;
}

function First() {
  return html`<section class="card"><h3>${t("accounts.first")}</h3><p>${t("accounts.first.lead")}</p>
    <p><button type="button" class="main" onClick=${makeFirst}>${t("accounts.first.make")}</button></p></section>`;
}

function Accounts() {
  const none = first.machine && accounts.value?.length === 0;
  return html`<div class="head"><h2>${t("settings.accounts")}</h2>${!invited.value && !inviting.value && !none && html`<button type="button" class="main" onClick=${() => { inviting.value = true; }}>${t("accounts.invite")}</button>`}</div><p class="lead">${t("accounts.lead")}</p><${Said} />
    ${none && html`<${First} />`}
    ${invited.value ? html`<${Link} />` : inviting.value && html`<${Invite} />`}
    ${accounts.value?.length > 0 && html`<ul class="rows">${accounts.value.map((one) => html`<${Account} key=${one.id} one=${one} />`)}</ul>`}
    ${changing.value && html`<${Sheet} title=${changing.value.name} onClose=${() => { changing.value = null; }}>
      <form class="fill" onSubmit=${change}><${Roles} />${!seesAll(role.value) && html`<${Numbers} chosen=${changing.value.connections ?? []} all=${t("accounts.numbers")} />`}
        <p class="faint">${t("accounts.change.now")}</p><${Buttons} onClose=${() => { changing.value = null; }} words=${t("items.save")} /></form>
    <//>`}
    ${shutting.value && html`<${Sheet} title=${t("accounts.disable.ask", { name: shutting.value.name })} onClose=${() => { shutting.value = null; }}>
      <form onSubmit=${(event) => { event.preventDefault(); shut(shutting.value); }}><p>${t("accounts.disable.what")}</p><${Buttons} danger=${true} onClose=${() => { shutting.value = null; }} words=${t("accounts.disable")} /></form>
    <//>`}`;
}

attempt(load).finally(() => draw(Accounts));
