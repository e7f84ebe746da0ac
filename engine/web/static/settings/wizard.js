// Connects a real WhatsApp: whose number it is to be, where its gateway answers, and then each step as it is done.
import { act } from "../kit/act.js";
import { Copied } from "../kit/copy.js";
import { announce } from "../kit/dom.js";
import { batch, html, signal, useEffect, useRef } from "../kit/view.js";
import { city, t } from "../kit/words.js";
import { Findings } from "./findings.js";
import { first, reasons } from "./parts.js";

const LOOK_MS = 2000;
const WAIT_SECONDS = 120;
const KINDS = ["own_number", "bot_number", "cloud"];
// How Evolution is run where there is none yet: docs/connecting.md has the same.
const GUIDE = "https://doc.evolution-api.com/v2/en/get-started/introduction";
const COMMANDS = `docker network create evolution
docker run -d --name evolution-db --network evolution -e POSTGRES_PASSWORD=evolution -v evolution-db:/var/lib/postgresql/data postgres:17
docker run -d --name evolution --network evolution -p 127.0.0.1:8085:8080 -v evolution:/evolution/instances -e AUTHENTICATION_API_KEY=choose-a-long-key -e DATABASE_PROVIDER=postgresql -e DATABASE_CONNECTION_URI=postgresql://postgres:evolution@evolution-db:5432/postgres -e CACHE_REDIS_ENABLED=false -e CACHE_LOCAL_ENABLED=true evoapicloud/evolution-api:v2.3.7`;
const FIELDS = { gateway: "url", key: "api_key", instance: "instance", way: "public_url" };

export const working = signal(false);
const step = signal("whose"); // whose, where, warned, work
const topology = signal("own_number");
const form = signal({ url: "http://localhost:8085", instance: "", api_key: "", public_url: first.public_url || location.origin, name: "" });
const busy = signal("");
const looked = signal(null);
const fault = signal("");
const made = signal(null);
const heard = signal(null);
const waited = signal(0);
const gaveUp = signal(false);

export function begin() {
  batch(() => {
    working.value = true;
    step.value = "whose";
    looked.value = made.value = heard.value = null;
    fault.value = busy.value = "";
    gaveUp.value = false;
  });
  history.replaceState(null, "", "#connect");
}

function end(onEnd) {
  working.value = false;
  history.replaceState(null, "", location.pathname);
  onEnd();
}

const gateway = () => {
  const { url, instance, api_key, public_url } = form.value;
  return { url: url.trim().replace(/\/+$/, ""), instance: instance.trim(), api_key: api_key.trim(), public_url: public_url.trim().replace(/\/+$/, "") };
};

// Shows what a refusal says, at the step where it can be put right.
function refuse(refusal, at) {
  batch(() => {
    fault.value = reasons(refusal);
    busy.value = "";
    step.value = at;
  });
  announce(fault.value);
}

async function look(event) {
  event.preventDefault();
  busy.value = "look";
  fault.value = "";
  looked.value = null;
  try {
    looked.value = await act("POST", "/api/connections/look", gateway());
  } catch (refusal) {
    return refuse(refusal, "where");
  }
  busy.value = "";
  if (!looked.value.usable) return announce(t("connect.not_yet"));
  // That a new instance has kept no message yet stands in nobody's way.
  if (looked.value.findings.some((one) => one.level !== "good" && one.about !== "storage")) step.value = "warned";
  else await connect();
  return null;
}

async function connect() {
  batch(() => {
    step.value = "work";
    busy.value = "store";
    fault.value = "";
  });
  const { name } = form.value;
  try {
    made.value = await act("POST", "/api/connections", { ...gateway(), topology: topology.value, ...(name.trim() && { name: name.trim() }) });
  } catch (refusal) {
    return refuse(refusal, "where");
  }
  form.value = { ...form.value, api_key: "" }; // stored, encrypted: here nobody needs it any more
  return wait();
}

async function wait() {
  batch(() => {
    busy.value = "wait";
    gaveUp.value = false;
    waited.value = 0;
  });
  const { connection, since } = made.value;
  const began = Date.now();
  while (working.value && Date.now() - began < WAIT_SECONDS * 1000) {
    try {
      const told = await act("GET", `/api/connections/${connection.id}/heard?since=${encodeURIComponent(since)}`);
      if (told.heard) {
        batch(() => {
          heard.value = told;
          busy.value = "";
        });
        return announce(t("connect.came"));
      }
    } catch {
      // Whoever cannot be reached is asked again.
    }
    await new Promise((go) => { setTimeout(go, LOOK_MS); });
    waited.value = Math.round((Date.now() - began) / 1000);
  }
  gaveUp.value = true;
  busy.value = "";
  return announce(t("connect.nothing"));
}

const sentence = (what) => t(`connect.what.${what.replaceAll(" ", "_")}`);

function Whose() {
  return html`<form onSubmit=${(event) => { event.preventDefault(); step.value = "where"; }}>
    <fieldset class="kinds"><legend>${t("connect.whose")}</legend>
      ${KINDS.map((kind) => html`<label class="kind" key=${kind}><input type="radio" name="kind" value=${kind} checked=${topology.value === kind} onChange=${() => { topology.value = kind; }} />
        <span><strong>${t(`topology.${kind}`)}</strong><span>${t(`connect.${kind}`)}</span><span class="faint">${t(`connect.${kind}.others`)}</span></span></label>`)}
    </fieldset>
    ${topology.value === "cloud" ? html`<p class="notice">${t("connect.cloud.not")}</p>` : html`<p class="notice"><strong>${t("connect.bans")}</strong> ${t("connect.bans.more")}</p>`}
    <p class="buttons"><button type="submit" class="main" disabled=${topology.value === "cloud"}>${t("connect.on")}</button></p>
  </form>`;
}

function Field({ name, type = "text", needed = true, more = {} }) {
  const wrong = (looked.value?.findings ?? []).find((one) => one.level === "fault" && FIELDS[one.about] === name);
  return html`<label for=${name}>${t(`connect.${name}`)}</label><p class="hint" id=${`${name}-hint`}>${t(`connect.${name}.hint`)}</p>
    <input id=${name} name=${name} type=${type} value=${form.value[name]} required=${needed} aria-invalid=${wrong ? "true" : undefined} aria-describedby=${`${name}-hint`} autocomplete="off" spellcheck=${false} ...${more}
      onInput=${({ target }) => { form.value = { ...form.value, [name]: target.value }; }} />`;
}

function NoneYet() {
  return html`<details class="none-yet"><summary>${t("connect.none")}</summary>
    <ol><li>${t("connect.none.1")}<${Copied} text=${COMMANDS} label=${t("connect.none.1")} /></li><li>${t("connect.none.2")}</li><li>${t("connect.none.3")}</li></ol>
    <p><a href=${GUIDE} rel="noreferrer" target="_blank">${t("connect.none.guide")} ↗</a></p></details>`;
}

function Where() {
  const field = useRef(null);
  const found = looked.value;
  useEffect(() => {
    // Right to what has to be put right.
    const wrong = field.current.querySelector("[aria-invalid]") ?? (found ? null : field.current.querySelector("input"));
    wrong?.focus();
  }, [found]);
  return html`<form class="fill" ref=${field} onSubmit=${look}>
    <p class="lead">${t("connect.where")}</p><${NoneYet} />
    ${fault.value && html`<p class="notice" role="alert">${fault.value}</p>`}
    ${found && !found.usable && html`<section role="alert" class="tested"><p><strong>${t("connect.not_yet")}</strong></p><${Findings} all=${found.findings} /></section>`}
    <${Field} name="url" type="url" />
    <${Field} name="instance" />
    <${Field} name="api_key" type="password" />
    <${Field} name="public_url" type="url" />
    <${Field} name="name" needed=${false} more=${{ maxlength: 100 }} />
    <p class="buttons"><button type="button" onClick=${() => { step.value = "whose"; }}>${t("connect.back")}</button><button type="submit" class="main" disabled=${busy.value !== ""}>${t(busy.value ? "connect.looking" : "connect.do")}</button></p>
  </form>`;
}

function Warned() {
  return html`<p class="lead">${t("connect.warned")}</p><${Findings} all=${looked.value.findings} />
    <p class="buttons"><button type="button" onClick=${() => { step.value = "where"; }}>${t("connect.back")}</button><button type="button" class="main" onClick=${connect}>${t("connect.anyway")}</button></p>`;
}

function Step({ name, now, more }) {
  return html`<li class=${`finding ${now}`}><span class="mark" aria-hidden="true">${{ good: "✓", doing: "", later: "·", warning: "!" }[now]}</span>
    <div><p><strong>${t(`connect.step.${name}`)}</strong>${now === "doing" && html` <span class="faint">${t("connect.doing")}</span>`}</p>${more}</div></li>`;
}

function Work({ onEnd }) {
  const one = made.value;
  // What the first event told of is known better than before it.
  const told = new Set(heard.value?.findings.map((each) => each.about));
  const doubts = looked.value.findings.filter((each) => each.level !== "good" && !told.has(each.about));
  const now = { stored: one ? "good" : "doing", heard: heard.value ? "good" : gaveUp.value ? "warning" : one ? "doing" : "later" };
  const waiting = busy.value === "wait" && html`<p>${t("connect.react")}</p><p class="faint" aria-hidden="true">${t("connect.waited", { n: waited.value, most: WAIT_SECONDS })}</p><progress max=${WAIT_SECONDS} value=${waited.value} aria-label=${t("connect.step.heard")}></progress>`;
  return html`<ul class="findings" aria-live="polite">
      <${Step} name="looked" now="good" more=${doubts.length > 0 && html`<${Findings} all=${doubts} />`} />
      <${Step} name="stored" now=${now.stored} more=${one && html`<p class="faint">${t(one.repaired ? "connect.repaired" : "connect.stored", { name: one.connection.name ?? one.connection.instance, zone: city(one.connection.zone) })}</p>`} />
      <${Step} name="heard" now=${now.heard} more=${waiting || (heard.value && html`<p class="faint">${sentence(heard.value.what)}</p>`)} />
    </ul>
    ${heard.value?.findings.length > 0 && html`<${Findings} all=${heard.value.findings} />`}
    ${gaveUp.value && html`<section class="tested"><p><strong>${t("connect.nothing")}</strong></p><ul class="goes"><li>${t("connect.nothing.docker")}</li><li>${t("connect.nothing.silent")}</li><li>${t("connect.nothing.test")}</li></ul>
      <p class="buttons"><button type="button" onClick=${() => end(onEnd)}>${t("connect.later")}</button><button type="button" class="main" onClick=${wait}>${t("connect.again")}</button></p></section>`}
    ${heard.value && html`<section class="card once" aria-labelledby="try-it"><h3 id="try-it">${t("connect.try")}</h3><p>${t(`connect.try.${one.connection.topology}`)}</p>
      <p class="buttons"><a class="button" href="/live">${t("connect.live")}</a><button type="button" class="main" onClick=${() => end(onEnd)}>${t("connect.end")}</button></p></section>`}`;
}

export function Wizard({ onEnd }) {
  const title = useRef(null);
  useEffect(() => { title.current.focus(); }, [step.value]);
  return html`<section class="wizard" aria-labelledby="wizard">
    <div class="head"><h2 id="wizard" tabindex="-1" ref=${title}>${t("connect")}</h2>${step.value !== "work" && html`<button type="button" class="small" onClick=${() => end(onEnd)}>${t("connect.cancel")}</button>`}</div>
    ${step.value === "whose" && html`<${Whose} />`}${step.value === "where" && html`<${Where} />`}${step.value === "warned" && html`<${Warned} />`}${step.value === "work" && html`<${Work} onEnd=${onEnd} />`}
  </section>`;
}
