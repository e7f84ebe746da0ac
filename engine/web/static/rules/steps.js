// What a rule does, a step below the other; options that are rare stand in the YAML alone.
import { html } from "../kit/view.js";
import { t } from "../kit/words.js";
import { Choice, Line, listed } from "./form.js";
import { change, writable } from "./writing.js";

const ACTIONS = ["create_task", "create_event", "create_bill", "create_note", "send_message", "react", "notify", "webhook"];
const PRIORITIES = ["", "low", "medium", "high", "critical"];
// A step that is complete as soon as it is chosen.
const BEGUN = { send_message: { to: "self", text: "👍" }, react: { emoji: "👀" }, notify: { channel: "alerts" }, webhook: { url: "https://example.org/hook" } };
// Of each step, the options that the form has: [key, how it is typed].
const OPTIONS = {
  create_task: [["tags", "list"], ["remind", "list"], ["priority", "priority"], ["assignee", "text"]],
  create_event: [["tags", "list"], ["remind", "list"], ["duration", "text"]],
  create_bill: [["tags", "list"], ["remind", "list"], ["priority", "priority"]],
  create_note: [["tags", "list"]],
  send_message: [["to", "text"], ["text", "text"]],
  react: [["emoji", "text"]],
  notify: [["channel", "text"], ["text", "text"]],
  webhook: [["url", "text"]],
};

const actionOf = (step) => ACTIONS.find((one) => step && Object.hasOwn(step, one));

function Option({ path, name, how, value }) {
  const id = `form${path.replaceAll("/", "-")}`;
  const label = html`<label for=${id}>${t(`option.${name}`)}</label>`;
  if (how === "priority") return html`<div class="option">${label}<${Choice} id=${id} value=${value ?? ""} options=${PRIORITIES.map((one) => [one, t(`option.priority.${one || "own"}`)])} onChange=${(to) => change([path, to || null])} /></div>`;
  // A text a language is for the YAML.
  if (how === "text" && value !== null && typeof value === "object") return html`<p class="faint">${t("option.languages", { name: t(`option.${name}`) })}</p>`;
  const write = (words) => {
    const some = words.split(/[,\s]+(?![^,]*:)/).map((one) => one.trim().replace(/^#/, "")).filter(Boolean);
    const all = name === "remind" ? words.split(",").map((one) => one.trim()).filter(Boolean) : some;
    return change([path, how === "list" ? (all.length ? all : null) : words.trim() || null]);
  };
  return html`<div class="option">${label}<${Line} id=${id} value=${how === "list" ? listed(value).join(", ") : value ?? ""} placeholder=${name === "remind" ? "3d, 1d" : ""} maxlength="500" onChange=${write} /></div>`;
}

function One({ step, n, last }) {
  const action = actionOf(step);
  const path = `/do/${n}`;
  const turn = (to) => change([path, { [to]: BEGUN[to] ?? {}, ...(step?.if && { if: step.if }) }]);
  if (!action) return html`<li class="one-step"><p class="faint">${t("form.step.strange")}</p></li>`;
  return html`<li class="one-step">
    <div class="step-head"><label class="unseen" for=${`form-step-${n}`}>${t("form.step", { n: n + 1 })}</label><${Choice} id=${`form-step-${n}`} value=${action} options=${ACTIONS.map((one) => [one, t(`step.${one}`)])} onChange=${turn} />
      ${writable.value && !last && html`<button type="button" class="small" onClick=${() => change([path, null])}>${t("form.step.away")}<span class="unseen">: ${t("form.step", { n: n + 1 })}</span></button>`}</div>
    <div class="options">${OPTIONS[action].map(([name, how]) => html`<${Option} key=${name} path=${`${path}/${action}/${name}`} name=${name} how=${how} value=${step[action]?.[name]} />`)}</div>
    ${step.if && html`<p class="faint">${t("form.step.if")}</p>`}
  </li>`;
}

export const Steps = ({ steps }) => html`<fieldset class="entry"><legend>${t("form.do")}</legend>
  <ol class="steps">${steps.map((step, n) => html`<${One} key=${n} step=${step} n=${n} last=${steps.length === 1} />`)}</ol>
  ${writable.value && html`<button type="button" class="small" onClick=${() => change([`/do/${steps.length}`, { create_task: {} }])}>${t("form.step.add")}</button>`}
</fieldset>`;
