// The fields of an item to fill in by hand, each typed as what it is: a day and an hour, an amount, a line.
import { colour } from "./cards.js";
import { html } from "./view.js";
import { t, tagged } from "./words.js";

const OF_ALL = [["priority", "priority"], ["tags", "words"]];

// The fields of each kind, in their order, with how each is typed in.
export const FIELDS = {
  task: [["title", "line"], ["due", "moment"], ["assignee", "line"], ["description", "text"], ...OF_ALL],
  event: [["title", "line"], ["start", "moment"], ["end", "moment"], ["location", "line"], ["url", "line"], ...OF_ALL],
  bill: [["vendor", "line"], ["amount", "amount"], ["currency", "currency"], ["due", "day"], ["account", "line"], ...OF_ALL],
  note: [["title", "line"], ["body", "text"], ...OF_ALL],
};
const NEEDED = new Set(["title", "start", "vendor", "currency", "body"]);
const PRIORITIES = ["low", "medium", "high"];
const CURRENCIES = ["MXN", "USD", "EUR", "GBP", "BRL", "COP", "ARS", "CLP", "PEN"];
const OF_ITEM = new Set(["title", "priority", "tags"]);

export const given = (item, field) => (OF_ITEM.has(field) ? item[field] : item.fields[field]) ?? "";

// As the fields of a form hold it: `2026-01-15T17:00` is a day and an hour by the clock of the item's zone.
function written(item, field, how) {
  const value = given(item, field);
  if (field === "tags") return tagged(value || []).join(", ");
  if (Array.isArray(value)) return value.join(", ");
  return how === "moment" ? String(value).slice(0, 16) : String(value);
}

function typed(form, name, how) {
  const value = form.elements[name].value.trim();
  if (how === "moment") {
    const hour = form.elements[`${name}-hour`].value;
    return value && hour ? `${value}T${hour}` : value;
  }
  if (how === "amount") return value.replace(/^(\d+),(\d{1,4})$/, "$1.$2");
  return how === "currency" ? value.toUpperCase() : value;
}

// A tag of ours that was shown in words goes back as it is kept.
function words(value, before) {
  const kept = new Map(before.map((tag) => [tagged([tag])[0], tag]));
  const unseen = before.filter((tag) => tagged([tag]).length === 0);
  const given_ = value.split(",").map((one) => one.trim().replace(/^#/, "")).filter(Boolean);
  return [...unseen, ...given_.map((tag) => kept.get(tag) ?? tag)];
}

// What somebody wrote over what stood there; null where they emptied it. `prefix`: of several items the one meant.
export function changes(item, form, prefix = "") {
  const found = {};
  for (const [field, how] of [["title", "line"], ...FIELDS[item.kind].filter(([one]) => one !== "title")]) {
    const name = prefix + field;
    if (!form.elements[name]) continue;
    const value = typed(form, name, how);
    if (value === written(item, field, how)) continue;
    found[name] = how === "words" ? words(value, given(item, field) || []) : value === "" ? null : value;
  }
  return found;
}

function Control({ how, value, ...rest }) {
  switch (how) {
    case "text": return html`<textarea ...${rest} defaultValue=${value} rows="3" maxlength="10000"></textarea>`;
    case "day": return html`<input ...${rest} type="date" defaultValue=${value} />`;
    case "amount": return html`<input ...${rest} defaultValue=${value} inputmode="decimal" pattern="\\d+([.,]\\d{1,4})?" maxlength="20" autocomplete="off" />`;
    case "currency": return html`<input ...${rest} defaultValue=${value} list="currencies" pattern="[A-Za-z]{3}" maxlength="3" autocomplete="off" />`;
    case "priority": {
      const all = PRIORITIES.includes(value) ? PRIORITIES : [...PRIORITIES, value];
      return html`<select ...${rest}>${all.map((one) => html`<option key=${one} value=${one} selected=${one === value}>${t(`priority.${one}`)}</option>`)}</select>`;
    }
    case "moment": {
      const { id, name, required, ...both } = rest;
      return html`<span class="moment"><input ...${both} id=${id} name=${name} required=${required} type="date" defaultValue=${value.slice(0, 10)} />
        <input ...${both} id=${`${id}-hour`} name=${`${name}-hour`} type="time" defaultValue=${value.slice(11)} aria-label=${t("field.hour")} title=${t("field.hour")} /></span>`;
    }
    default: return html`<input ...${rest} defaultValue=${value} maxlength="500" autocomplete="off" />`;
  }
}

// One field with its name in the colour of its words in the message; `doubt` says why it may be wrong.
export function Field({ item, field, how, id, prefix = "", disabled = false, doubt = "" }) {
  const place = `${id}-${prefix}${field}`;
  const hint = doubt ? `${place}-doubt` : undefined;
  return html`<div class=${`entry of-${how} ${doubt ? "unsure" : ""}`}>
    <label for=${place} data-colour=${item.spans[field] ? colour(field) : undefined}><span class="swatch"></span>${t(`field.${field}`)}</label>
    <${Control} how=${how} value=${written(item, field, how)} id=${place} name=${prefix + field} required=${NEEDED.has(field)} disabled=${disabled} aria-describedby=${hint} />
    ${doubt && html`<p class="doubt" id=${hint}>${doubt}</p>`}
  </div>`;
}

export const Currencies = () => html`<datalist id="currencies">${CURRENCIES.map((one) => html`<option key=${one} value=${one}></option>`)}</datalist>`;
