// People and chats, a line each: what they are called, by which addresses, and where they are at home.
import { addressShown, isOwn } from "../kit/address.js";
import { html } from "../kit/view.js";
import { city, dayOf, languageName, locale, regionName, t } from "../kit/words.js";
import { chats, chatTitle, clear, found, foundChats, keyOf, mayForget, mayWrite, search, sheet, titleOf } from "./state.js";

const initial = (title) => [...title.replace(/[^\p{L}\p{N}]/gu, "")][0]?.toLocaleUpperCase() ?? "·";
const open = (what, one) => { sheet.value = { what, one }; };

// What was set stands out; what the number tells is said so.
function Home({ one }) {
  const parts = [["zone", city], ["language", languageName], ["region", regionName]];
  return html`<p class="home">${parts.map(([name, told]) => html`<span key=${name} class=${one[name] ? "set" : "taken"} title=${t(one[name] ? "people.set" : "people.taken")}>${told(one[name] ?? one.effective[name])}</span>`)}</p>`;
}

export function Addresses({ one }) {
  const others = one.addresses.filter((address) => !isOwn(address));
  return html`<p class="addresses">${others.map((address) => html`<span key=${address} class="address">${addressShown(address, clear.value)}</span>`)}</p>`;
}

function Someone({ one }) {
  const title = titleOf(one);
  return html`<li class="someone" tabindex="-1" data-row="">
    <span class="face" aria-hidden="true">${initial(title)}</span>
    <div class="what"><p class="name"><bdi class=${one.name ? "set" : ""} title=${one.name ? t("people.set") : undefined}>${title}</bdi>${one.is_owner && title !== t("you") ? html` <span class="chip">${t("you")}</span>` : ""}${one.addresses.length > 1 && !one.is_owner ? html` <span class="chip">${t("people.aliases", { n: one.addresses.length })}</span>` : ""}</p>
      <${Addresses} one=${one} /></div>
    <${Home} one=${one} />
    <span class="when">${one.heard_at ? html`<time dateTime=${one.heard_at}>${dayOf(one.heard_at)}</time>` : ""}</span>
    <span class="does">
      ${mayWrite.value && html`<button type="button" class="small" data-key="e" onClick=${() => open("edit", one)}>${t("people.edit")}</button>
      <button type="button" class="unseen" data-key="Enter" tabindex="-1" aria-hidden="true" onClick=${() => open("edit", one)}></button>
      <button type="button" class="small" data-key="m" onClick=${() => open("merge", one)}>${t("people.merge")}</button>
      `}
      ${mayForget.value && html`<button type="button" class="small" onClick=${() => open("privacy", one)}>${t("people.privacy")}</button>`}
      ${mayWrite.value && one.addresses.filter((address) => !isOwn(address)).length > (one.is_owner ? 0 : 1) && html`<button type="button" class="small" data-key="s" onClick=${() => open("split", one)}>${t("people.split")}</button>`}
    </span>
  </li>`;
}

export function People() {
  const all = found();
  if (all.length === 0) return html`<div class="empty"><p>${t(search.value ? "items.none.found" : "people.empty")}</p></div>`;
  return html`<ul class="list">${all.map((one) => html`<${Someone} key=${keyOf(one)} one=${one} />`)}</ul>`;
}

const isGroup = (one) => one.addresses.some((address) => address.endsWith("@g.us"));

function Chat({ one }) {
  const told = [isGroup(one) && t("people.group"), one.members !== null && t("people.members", { n: one.members }), t(one.messages === 1 ? "people.messages.one" : "people.messages", { n: new Intl.NumberFormat(locale).format(one.messages) })];
  return html`<li class="someone" tabindex="-1" data-row="">
    <span class="face" aria-hidden="true">${isGroup(one) ? "👥" : initial(chatTitle(one))}</span>
    <div class="what"><p class="name"><bdi class=${one.name ? "set" : ""} title=${one.name ? t("people.set") : undefined}>${chatTitle(one)}</bdi></p><p class="addresses">${told.filter(Boolean).join(" · ")}</p></div>
    <p class="home">${one.zone && html`<span class="set">${city(one.zone)}</span>`}${one.language && html`<span class="set">${languageName(one.language)}</span>`}</p>
    <span class="when">${one.heard_at ? html`<time dateTime=${one.heard_at}>${dayOf(one.heard_at)}</time>` : ""}</span>
    <span class="does">${mayWrite.value && html`<button type="button" class="small" data-key="e" onClick=${() => open("chat", one)}>${t("people.edit")}</button>
      <button type="button" class="unseen" data-key="Enter" tabindex="-1" aria-hidden="true" onClick=${() => open("chat", one)}></button>`}</span>
  </li>`;
}

export function Chats() {
  if (chats.value === null) return null;
  const all = foundChats();
  if (all.length === 0) return html`<div class="empty"><p>${t(search.value ? "items.none.found" : "people.chats.empty")}</p></div>`;
  return html`<ul class="list">${all.map((one) => html`<${Chat} key=${keyOf(one)} one=${one} />`)}</ul>`;
}
