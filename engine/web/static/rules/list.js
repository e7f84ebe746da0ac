// The rules of each number in the order in which they are asked, a line each.
import { html } from "../kit/view.js";
import { emojiName, locale, t } from "../kit/words.js";
import { acted, emojisOf, found, givenNone, keyOf, mayWrite, numbers, rules, search, show, turn } from "./state.js";

export const open = (rule) => show({ view: "rule", id: rule.id, connection: rule.connection_id });

function Switch({ rule }) {
  const on = rule.state !== "off";
  if (!mayWrite.value || rule.managed_by === "file") return html`<span class=${`chip ${on ? "done" : ""}`}>${t(on ? "book.on" : "book.off")}</span>`;
  return html`<label class="toggle"><input type="checkbox" role="switch" checked=${on} onChange=${(event) => { event.target.checked = on; turn(rule, !on); }} /><span class="track" aria-hidden="true"></span><span class="unseen">${t("book.switch", { name: rule.in_words.name })}</span><span aria-hidden="true" class="word">${t(on ? "book.on" : "book.off")}</span></label>`;
}

// What it did lately; nothing is said faintly, so that what nobody uses is seen.
function Acted({ rule }) {
  const n = acted.value.get(keyOf(rule)) ?? 0;
  const words = t(n === 0 ? "book.acted.none" : n === 1 ? "book.acted.one" : "book.acted", { n: new Intl.NumberFormat(locale).format(n) });
  return html`<p class=${`acted ${n ? "" : "never"}`}>${words}</p>`;
}

function Line({ rule }) {
  const { name, does, who, where } = rule.in_words;
  const emojis = emojisOf(rule.rule);
  return html`<li class=${`thing ruled ${rule.state}`} data-row="" tabindex="-1">
    <span class="picture"><span aria-hidden="true">${emojis[0] ?? "💬"}</span><span class="unseen">${emojis.length ? emojis.map(emojiName).join(", ") : t("book.every_message")}</span>${emojis.length > 1 && html`<span class="others" aria-hidden="true">${emojis.slice(1).join(" ")}</span>`}</span>
    <div class="what"><p class="name"><bdi>${name}</bdi>${name !== rule.id && html` <code>${rule.id}</code>`}</p><p class="does-what">${does}</p></div>
    <${Acted} rule=${rule} />
    <p class="whom"><span class="unseen">${t("book.who")}: </span>${who}<span class="dotted" aria-hidden="true"> · </span><br /><span class="unseen">${t("book.where")}: </span>${where}</p>
    <span class="flags">${rule.state === "shadow" && html`<span class="chip late">${t("book.shadow")}</span>`}${rule.managed_by === "file" && html`<span class="chip">${t("book.by_file")}</span>`}<${Switch} rule=${rule} /></span>
    <span class="does"><button type="button" class="small" data-key="e" onClick=${() => open(rule)}>${t(mayWrite.value && rule.managed_by === "ui" ? "items.edit" : "book.look")}<span class="unseen">: ${name}</span></button><button type="button" class="unseen" data-key="Enter" tabindex="-1" aria-hidden="true" onClick=${() => open(rule)}></button></span>
  </li>`;
}

function Rows({ some }) {
  if (some.length === 0) return html`<div class="empty"><p>${t(search.value ? "items.none.found" : "book.empty")}</p></div>`;
  return html`<ul class="list">${some.map((rule) => html`<${Line} key=${keyOf(rule)} rule=${rule} />`)}</ul>`;
}

export function List() {
  const some = found();
  const several = numbers.value.length > 1;
  return html`<div class="head">
      <p class="faint">${t("book.lead")}</p>
      <div class="tools">
        <label class="unseen" for="search">${t("items.search")}</label>
        <input id="search" type="search" data-search="" placeholder=${t("items.search")} value=${search.value} onInput=${(event) => { search.value = event.target.value; }} />
        ${mayWrite.value && numbers.value.length > 0 && html`<button type="button" class="main" data-key="n" onClick=${() => show({ view: "new", from: "" })}>${t("book.new")}</button>`}
      </div>
    </div>
    ${numbers.value.length === 0 && html`<div class="empty"><p>${givenNone.value ? t("number.none.yours") : html`${t("book.no_number")} <code>toque connect evolution</code>`}</p></div>`}
    ${several ? numbers.value.map((number) => html`<section key=${number.id}><h2 class="number"><bdi>${number.title}</bdi></h2><${Rows} some=${some.filter((rule) => rule.connection_id === number.id)} /></section>`)
      : numbers.value.length === 1 && html`<${Rows} some=${some} />`}
    ${!mayWrite.value && rules.value.length > 0 && html`<p class="faint below">${t("book.viewer")}</p>`}`;
}
