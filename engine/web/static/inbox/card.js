// One reading in doubt: the message, what was read from it to be put right, why it waits, and what to do with it.
import { addressShown, isOwn } from "../kit/address.js";
import { ICONS } from "../kit/cards.js";
import { make } from "../kit/dom.js";
import { doubtsOf, Why } from "../kit/explain.js";
import { changes, Field, FIELDS } from "../kit/fields.js";
import { annotated } from "../kit/marks.js";
import { moment } from "../kit/times.js";
import { html, useEffect, useLayoutEffect, useRef, useSignal } from "../kit/view.js";
import { city, dayOf, emojiName, hour, languageName, percent, ruleNamed, t } from "../kit/words.js";
import { accept, correct, mayKeep, mayWrite, reject, undo } from "./state.js";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

// What each doubt is about; a doubt about none of them stands above the fields.
const ABOUT = {
  unread_time: ["title", "vendor"], contested_time: ["due", "start"], weekday_mismatch: ["due", "start"], other_zone: ["due", "start"],
  no_time: ["due", "start"], loose_number: ["title"], two_sentences: ["title"], long_title: ["title"],
  guessed_payee: ["vendor"], no_amount: ["amount"], unread_number: ["amount", "title"],
};

// An older version kept no draft: then what was read is shown, and cannot be put right here.
const itemsOf = (card) => card.drafts;
const fieldsOf = (draft) => FIELDS[draft.kind].map(([field]) => field);

function doubtsBy(card) {
  const fields = new Set(itemsOf(card).flatMap(fieldsOf));
  const by = new Map();
  const rest = [];
  for (const doubt of card.doubts) {
    const field = (ABOUT[doubt] ?? []).find((one) => fields.has(one));
    if (field) by.set(field, [...(by.get(field) ?? []), ...doubtsOf([doubt])]);
    else rest.push(...doubtsOf([doubt]));
  }
  return { by, rest };
}

function Message({ card }) {
  const place = useRef(null);
  useLayoutEffect(() => {
    const all = card.drafts.length ? card.drafts.map((draft) => draft.spans) : [card.spans];
    const spans = all.flatMap((one) => Object.entries(one).map(([name, [start, end]]) => ({ name: name.split(".").pop(), start, end })));
    const words = make("p", "words", ...(card.text ? annotated(card.text, spans) : [t("items.text.gone")]));
    words.dir = "auto";
    words.lang = card.language ?? "";
    place.current.replaceChildren(words);
  }, [card.text, card.revision]);
  return html`<blockquote class="reading" ref=${place}></blockquote>`;
}

function Head({ card }) {
  const name = card.own ? t("you") : card.who ?? t("inbox.somebody");
  const where = card.place && card.place !== card.who ? t("live.in", { place: card.place }) : "";
  // On a number of its own several people react; on one's own it is oneself.
  const other = isOwn(card.address) || !card.address ? "" : card.reactor ?? addressShown(card.address, false);
  return html`<header>
    <span class="emoji"><span aria-hidden="true">${card.emoji || "💬"}</span><span class="unseen">${card.emoji ? emojiName(card.emoji) : t("live.message")}</span></span>
    <p class="from"><bdi class="who">${name}</bdi> ${where && html`<bdi>${where}</bdi>`}${other && html` · <bdi>${t("inbox.reactor", { name: other })}</bdi>`}</p>
    <time dateTime=${card.heard_at} title=${moment(card.heard_at)}>${dayOf(card.heard_at)} ${hour(card.heard_at)}</time>
  </header>`;
}

function Doubt({ card, rest }) {
  if (card.confidence === null) return html`<p class="sure">${t("inbox.unsure", { rule: ruleNamed(card.rule_id) })}</p>`;
  return html`<div class="sure">
    <meter min="0" max="1" low=${card.asked} optimum="1" value=${card.confidence} aria-label=${t("inbox.sure", { percent: percent(card.confidence) })}></meter>
    <p><strong>${t("inbox.sure", { percent: percent(card.confidence) })}</strong> ${t("inbox.asked", { rule: ruleNamed(card.rule_id), percent: percent(card.asked) })}${rest.length ? html` ${rest.map((one) => html`<span class="doubt" key=${one}>${one}</span> `)}` : ""}</p>
  </div>`;
}

const hasHour = (draft) => ["due", "start"].some((field) => String(draft.fields[field] ?? "").length > 10);

function Fields({ card, by }) {
  const several = itemsOf(card).length > 1;
  return itemsOf(card).map((draft, n) => html`<fieldset key=${n} class="draft">
    <legend><span aria-hidden="true">${ICONS[draft.kind]}</span> ${t(`kind.${draft.kind}`)}${several && ` ${n + 1}`}${draft.repeats && html` <span class="faint">${draft.repeats}</span>`}</legend>
    <div class="entries">${FIELDS[draft.kind].map(([field, how]) => html`<${Field} key=${field} id=${`r${card.id}`} prefix=${several ? `${n + 1}.` : ""} item=${draft} field=${field} how=${how} disabled=${!mayWrite.value} doubt=${(by.get(field) ?? []).join(" ")} />`)}</div>
    ${draft.zone !== HERE && (hasHour(draft) || draft.kind === "event") && html`<p class="faint">${t("inbox.zone", { zone: city(draft.zone) })}</p>`}
  </fieldset>`);
}

const Facts = ({ card }) => html`<p class="faint">${t("inbox.old")} ${Object.values(card.read).filter((value) => typeof value !== "object").join(" · ")}</p>`;

function next(row) {
  const all = [...document.querySelectorAll(".card[data-row]")];
  (all[all.indexOf(row) + 1] ?? all[all.indexOf(row) - 1] ?? row)?.focus();
}

function Waits({ card }) {
  const form = useRef(null);
  const changed = useSignal(false);
  const why = useSignal(false);
  const { by, rest } = doubtsBy(card);
  const busy = card.now.how === "doing";
  const found = () => Object.assign({}, ...itemsOf(card).map((draft, n) => changes(draft, form.current, itemsOf(card).length > 1 ? `${n + 1}.` : "")));
  const done = async (work) => {
    const row = form.current.closest("[data-row]");
    if (await work()) next(row);
    else row.focus();
  };
  const submit = (event) => {
    event.preventDefault();
    const fields = found();
    const keep = form.current.elements.keep?.checked ?? false;
    done(() => (Object.keys(fields).length ? correct(card, fields, keep) : accept(card)));
  };
  const start = () => (form.current.querySelector(".unsure :is(input, select, textarea)") ?? form.current.querySelector("input, textarea"))?.focus();
  return html`<form ref=${form} onSubmit=${submit} onInput=${() => { changed.value = Object.keys(found()).length > 0; }}>
    <${Head} card=${card} />
    <${Message} card=${card} />
    <${Doubt} card=${card} rest=${rest} />
    ${card.now.fault && html`<p class="notice" role="alert">${card.now.fault}</p>`}
    ${card.drafts.length ? html`<${Fields} card=${card} by=${by} />` : html`<${Facts} card=${card} />`}
    ${mayWrite.value && mayKeep.value && html`<label class="keep" hidden=${!changed.value}><input type="checkbox" name="keep" /> ${t("inbox.keep", { rule: ruleNamed(card.rule_id) })}</label>`}
    <div class="acts">
      ${mayWrite.value && html`<button type="submit" class="main" data-key="a" disabled=${busy}>${t(changed.value ? "inbox.correct" : "inbox.accept")}</button>
      <button type="submit" class="unseen" data-key="Enter" tabindex="-1" aria-hidden="true" disabled=${busy}></button>
      <button type="button" class="unseen" data-key="c" tabindex="-1" aria-hidden="true" onClick=${start}></button>
      <button type="button" data-key="x" disabled=${busy} onClick=${() => done(() => reject(card))}>${t("inbox.reject")}</button>`}
      <button type="button" class="small" data-key="e" aria-expanded=${String(why.value)} onClick=${() => { why.value = !why.value; }}>${t("story.why")}</button>
    </div>
    ${why.value && html`<${Why} action=${card.id} />`}
  </form>`;
}

function over({ now }) {
  if (now.how === "read_again") return t("inbox.read_again");
  if (now.how === "elsewhere") return now.by ? t(`inbox.by.${now.review}`, { name: now.by }) : t(`inbox.other.${now.review}`);
  return t(`inbox.told.${now.how}`, { titles: now.titles });
}

const MARKS = { accepted: "✓", corrected: "✓", rejected: "✕", elsewhere: "✓", read_again: "↻" };

function Example({ example }) {
  if (!example) return null;
  if (example.kept) return html`<p class="faint">${t(example.holds ? "inbox.kept" : "inbox.kept.not_yet")}</p>`;
  return html`<details><summary>${t("inbox.kept.paste")}</summary><pre tabindex="0"><code>${example.yaml}</code></pre></details>`;
}

function Over({ card }) {
  const { now } = card;
  const own = ["accepted", "corrected", "rejected"].includes(now.how);
  return html`<div class="over ${now.how}">
    <span class="mark" aria-hidden="true">${MARKS[now.how]}</span>
    <p><bdi>${over(card)}</bdi> <bdi class="faint snippet">${card.text}</bdi></p>
    ${now.items?.map((item) => html`<a key=${item.id} class="small" href=${`/items?kind=${item.kind}`}>${t("inbox.see")}</a>`).slice(0, 1)}
    ${own && mayWrite.value && html`<button type="button" class="small" data-key="u" disabled=${now.undoing} onClick=${() => undo(card)}>${t("live.undo")}</button>`}
    <${Example} example=${now.example} />
    ${now.fault && html`<p class="notice" role="alert">${now.fault}</p>`}
  </div>`;
}

export function Card({ card }) {
  const waits = ["waits", "doing"].includes(card.now.how);
  const name = card.own ? t("you") : card.who ?? t("inbox.somebody");
  return html`<li class=${`card ${waits ? "" : "gone"}`} tabindex="-1" data-row="" aria-label=${t("inbox.card", { name, language: card.language ? languageName(card.language) : "" })}>
    ${waits ? html`<${Waits} card=${card} />` : html`<${Over} card=${card} />`}
  </li>`;
}
