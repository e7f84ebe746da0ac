// Calendars of others that show the events: a secret address for each, made, copied once, and revoked like a key.
import { act } from "../kit/act.js";
import { Copied } from "../kit/copy.js";
import { html, signal } from "../kit/view.js";
import { t } from "../kit/words.js";
import { Buttons, Numbers, attempt, first, ticked } from "./parts.js";

const SCOPE = "calendar:read";
const MORE = ["tasks", "bills"];

const making = signal(false);
const made = signal(null);

export const isCalendar = (key) => key.scopes.includes(SCOPE);
const here = () => (first.public_url || location.origin).replace(/\/$/, "");
const onlyHere = () => /^https?:\/\/(localhost|127\.|\[::1\])/.test(here());

async function make(event, reload) {
  event.preventDefault();
  const form = event.currentTarget;
  const numbers = ticked(form, "numbers").map(Number);
  const more = ticked(form, "with");
  const wanted = { name: form.elements.name.value, scopes: [SCOPE], ...(numbers.length && { connections: numbers }) };
  const answer = await attempt(() => act("POST", "/api/keys", wanted));
  if (!answer) return;
  making.value = false;
  made.value = { name: answer.name, url: `${here()}/calendar/${answer.key}.ics${more.length ? `?with=${more.join(",")}` : ""}` };
  attempt(reload);
}

function Form({ reload }) {
  return html`<form class="card fill" onSubmit=${(event) => make(event, reload)} aria-labelledby="new-calendar">
    <h3 id="new-calendar">${t("calendars.new")}</h3>
    <label for="calendar-name">${t("calendars.name")}</label>
    <p class="hint" id="calendar-name-hint">${t("calendars.name.hint")}</p>
    <input id="calendar-name" name="name" required maxlength="100" aria-describedby="calendar-name-hint" />
    <fieldset class="entry"><legend>${t("calendars.with")}</legend>
      ${MORE.map((one) => html`<label class="box" key=${one}><input type="checkbox" name="with" value=${one} /> <span>${t(`calendars.with.${one}`)}</span></label>`)}
    </fieldset>
    ${first.numbers.length > 1 && html`<${Numbers} all=${t("calendars.numbers.all")} />`}
    <${Buttons} onClose=${() => { making.value = false; }} words=${t("calendars.make")} />
  </form>`;
}

function Once() {
  return html`<section class="card once" aria-labelledby="made-calendar">
    <h3 id="made-calendar">${t("calendars.made", { name: made.value.name })}</h3>
    <p><strong>${t("calendars.once")}</strong></p>
    <${Copied} text=${made.value.url} label=${t("calendars.address")} />
    ${onlyHere() && html`<p class="notice">${t("calendars.here")} <code>TOQUE_PUBLIC_URL</code></p>`}
    <ul class="faint"><li>${t("calendars.google")}</li><li>${t("calendars.apple")}</li></ul>
    <p class="buttons"><button type="button" class="main" onClick=${() => { made.value = null; }}>${t("keys.kept")}</button></p>
  </section>`;
}

export function Calendars({ reload, children }) {
  return html`<div class="head"><h2>${t("settings.calendars")}</h2>${!made.value && !making.value && html`<button type="button" class="main" onClick=${() => { making.value = true; }}>${t("calendars.new")}</button>`}</div><p class="lead">${t("calendars.lead")}</p>
    ${made.value ? html`<${Once} />` : making.value && html`<${Form} reload=${reload} />`}
    ${children}`;
}
