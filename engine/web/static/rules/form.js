// The common keys of a rule as a form; what it does not know stays in the YAML, untouched.
import { html, useSignal } from "../kit/view.js";
import { emojiName, emojis, t } from "../kit/words.js";
import { Steps } from "./steps.js";
import { free, idOf } from "./templates.js";
import { change, checked, kept, says, writable } from "./writing.js";

const PEOPLE = ["owner", "anyone", "members", "admins"];
const CHATS = ["any", "groups", "direct", "self"];
const PARSERS = ["", "task", "calendar", "bill", "note", "none"];
const REPLIES = ["self", "chat", "none"];

export const listed = (value) => (value === undefined || value === null ? [] : [value].flat()).map(String);
const split = (words) => words.split(/[,\n]/).map((one) => one.trim()).filter(Boolean);
const short = (some) => (some.length === 1 ? some[0] : some);

export function Entry({ id, label, hint, children }) {
  return html`<div class="entry"><label for=${id}>${label}</label>${children}${hint && html`<p class="faint" id=${`${id}-hint`}>${hint}</p>`}</div>`;
}

export const Choice = ({ id, value, options, onChange }) => html`<select id=${id} value=${value} disabled=${!writable.value} onChange=${(event) => onChange(event.target.value)}>${options.map(([key, words]) => html`<option key=${key} value=${key}>${words}</option>`)}</select>`;

// What is being typed stays, whatever an answer to the field before it lays out anew meanwhile.
export function Line({ id, value, onChange, type = "text", ...rest }) {
  const typed = useSignal(null);
  const going = useSignal(0);
  const put = async (words) => {
    going.value += 1;
    await onChange(words.trim());
    going.value -= 1;
    if (typed.value === words) typed.value = null;
  };
  const leave = () => {
    if (!going.value) typed.value = null; // nothing was changed
  };
  return html`<input id=${id} type=${type} value=${typed.value ?? value} maxlength="200" disabled=${!writable.value} onInput=${(event) => { typed.value = event.target.value; }} onChange=${(event) => put(event.target.value)} onBlur=${leave} ...${rest} />`;
}

function Emojis({ when }) {
  const typed = useSignal("");
  const some = listed(when.reaction);
  const put = (all) => change(["/when/reaction", short(all)]);
  const add = (emoji) => {
    typed.value = "";
    if (emoji && !some.includes(emoji)) put([...some, emoji]);
  };
  return html`<fieldset class="entry"><legend>${t("form.emoji")}</legend>
    <div class="emojis">${some.map((emoji) => html`<button type="button" key=${emoji} class="emoji-chip" disabled=${!writable.value || some.length === 1} aria-label=${t("form.emoji.off", { emoji: emojiName(emoji) })} title=${t("form.emoji.off", { emoji: emojiName(emoji) })} onClick=${() => put(some.filter((one) => one !== emoji))}><span aria-hidden="true">${emoji}</span></button>`)}
      ${writable.value && html`<input id="form-emoji" class="another" aria-label=${t("form.emoji.add")} placeholder="+" value=${typed.value} onInput=${(event) => { typed.value = event.target.value; }} onChange=${() => add(typed.value.trim())} onKeyDown=${(event) => { if (event.key === "Enter") { event.preventDefault(); add(typed.value.trim()); } }} />`}</div>
    ${writable.value && html`<details class="palette"><summary>${t("form.emoji.choose")}</summary><div class="grid">${emojis.map((emoji) => html`<button type="button" key=${emoji} aria-pressed=${String(some.includes(emoji))} aria-label=${emojiName(emoji)} onClick=${() => (some.includes(emoji) ? some.length > 1 && put(some.filter((one) => one !== emoji)) : add(emoji))}>${emoji}</button>`)}</div></details>`}
  </fieldset>`;
}

function When({ when }) {
  const message = when.message !== undefined && when.message !== null;
  const by = listed(when.by);
  const person = by.length > 0 && !PEOPLE.includes(by[0]);
  const chats = listed(when.chat);
  const named = chats.length > 1 || (chats.length === 1 && !CHATS.includes(chats[0]));
  const turn = (to) => (to === "message" ? change(["/when/reaction", null], ["/when/message", "any"]) : change(["/when/message", null], ["/when/reaction", "📌"]));
  return html`<${Entry} id="form-sets-off" label=${t("form.when")}><${Choice} id="form-sets-off" value=${message ? "message" : "reaction"} options=${[["reaction", t("form.when.reaction")], ["message", t("form.when.message")]]} onChange=${turn} /></${Entry}>
    ${!message && html`<${Emojis} when=${when} />`}
    <div class="pair">
      <${Entry} id="form-by" label=${t("book.who")}><${Choice} id="form-by" value=${person ? "some" : by[0] ?? "owner"} options=${[...PEOPLE.map((one) => [one, t(`book.by.${one}`)]), ["some", t("form.by.some")]]} onChange=${(value) => change(["/when/by", value === "owner" ? null : value === "some" ? "+5215512345678" : value])} />
        ${person && html`<${Line} id="form-people" aria-label=${t("form.by.some")} value=${by.join(", ")} onChange=${(words) => change(["/when/by", split(words).length ? short(split(words)) : null])} />`}</${Entry}>
      <${Entry} id="form-chat" label=${t("book.where")}><${Choice} id="form-chat" value=${named ? "some" : chats[0] ?? "any"} options=${[...CHATS.map((one) => [one, t(`book.chat.${one}`)]), ["some", t("form.chat.some")]]} onChange=${(value) => change(["/when/chat", value === "any" ? null : value === "some" ? t("form.chat.example") : value])} />
        ${named && html`<${Line} id="form-chats" aria-label=${t("form.chat.some")} value=${chats.join(", ")} onChange=${(words) => change(["/when/chat", split(words).length ? short(split(words)) : null])} />`}</${Entry}>
    </div>`;
}

const mapping = (value) => value && typeof value === "object" && !Array.isArray(value);

function Rest({ rule }) {
  const parse = mapping(rule.parse) ? rule.parse.use : rule.parse;
  const reply = mapping(rule.reply) ? rule.reply : {};
  const conditions = Array.isArray(rule.if) ? rule.if.length : 0;
  const tick = (key, usual, words, hint) => html`<label class="tick"><input type="checkbox" checked=${rule[key] ?? usual} disabled=${!writable.value} onChange=${(event) => change([`/${key}`, event.target.checked === usual && rule[key] === undefined ? null : event.target.checked])} /><span>${words}<span class="faint">${hint}</span></span></label>`;
  return html`<div class="pair">
      <${Entry} id="form-parse" label=${t("form.parse")}><${Choice} id="form-parse" value=${parse ?? ""} options=${PARSERS.map((one) => [one, t(`form.parse.${one || "own"}`)])} onChange=${(value) => change([mapping(rule.parse) && value ? "/parse/use" : "/parse", value || null])} /></${Entry}>
      <${Entry} id="form-reply" label=${t("form.reply")}><${Choice} id="form-reply" value=${reply.to ?? "self"} options=${REPLIES.map((one) => [one, t(`form.reply.${one}`)])} onChange=${(value) => change(["/reply/to", value])} /></${Entry}>
    </div>
    ${conditions > 0 && html`<p class="faint">${t(conditions > 1 ? "form.conditions" : "form.condition", { n: conditions })}</p>`}
    <${Steps} steps=${Array.isArray(rule.do) ? rule.do : []} />
    <div class="ticks">
      ${tick("enabled", true, t("form.enabled"), t("form.enabled.hint"))}
      ${tick("shadow", false, t("form.shadow"), t("form.shadow.hint"))}
      ${tick("stop", false, t("form.stop"), t("form.stop.hint"))}
    </div>
    <${Entry} id="form-order" label=${t("form.order")} hint=${t("form.order.hint")}><${Line} id="form-order" type="number" step="1" value=${rule.order ?? 100} onChange=${(value) => change(["/order", value === "" ? null : Number(value)])} /></${Entry}>`;
}

// The id of a new rule goes with its name, until somebody writes one.
function rename(rule, name) {
  const [was, now] = [idOf(rule.name ?? ""), idOf(name)];
  const follows = !kept.value && now && was && (rule.id === was || rule.id?.replace(/-\d+$/, "") === was);
  return change(["/name", name || null], ...(follows ? [["/id", free(now)]] : []));
}

export function Form() {
  const rule = says.value;
  if (!rule) return checked.value && html`<p class="faint">${t("form.unreadable")}</p>`;
  return html`<div class="fields">
    <div class="pair">
      <${Entry} id="form-name" label=${t("form.name")}><${Line} id="form-name" value=${rule.name ?? ""} placeholder=${rule.id} maxlength="100" onChange=${(name) => rename(rule, name)} /></${Entry}>
      <${Entry} id="form-id" label=${t("form.id")}>${kept.value ? html`<input id="form-id" value=${kept.value.id} disabled />` : html`<${Line} id="form-id" value=${rule.id ?? ""} maxlength="63" pattern="[a-z0-9][a-z0-9_\\-]*" onChange=${(value) => change(["/id", value || null])} />`}</${Entry}>
    </div>
    <${When} when=${mapping(rule.when) ? rule.when : {}} />
    <${Rest} rule=${rule} />
  </div>`;
}
