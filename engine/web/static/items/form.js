// One item: the message it was read from with its coloured words, and its fields to change by hand.
import { html, useEffect, useRef, useSignal } from "../kit/view.js";
import { colour } from "../phone/cards.js";
import { annotated } from "../phone/marks.js";
import { make } from "../phone/dom.js";
import { t } from "../phone/words.js";
import { editing, mayWrite, save } from "./state.js";

// The fields of each kind, in their order, with how each is typed in.
const FIELDS = {
  task: [["due", "moment"], ["assignee", "line"], ["description", "text"]],
  event: [["start", "moment"], ["end", "moment"], ["location", "line"], ["url", "line"]],
  bill: [["vendor", "line"], ["amount", "amount"], ["currency", "currency"], ["due", "day"], ["account", "line"]],
  note: [["body", "text"]],
};
const NEEDED = new Set(["title", "start", "vendor", "currency", "body"]);

const written = (item, field) => (field === "title" ? item.title : String(item.fields[field] ?? ""));
// What a browser's own field for a day and an hour takes; the offset is the item's zone, which stays.
const typed = (value, how) => (how === "moment" && value.length > 10 ? value.slice(0, 16) : value);
const sort = (how, value) => (how === "day" || (how === "moment" && value.length === 10) ? "date" : how === "moment" ? "datetime-local" : "text");

function Field({ item, field, how }) {
  const value = typed(written(item, field), how);
  const id = `field-${field}`;
  const given = { id, name: field, defaultValue: value, required: NEEDED.has(field), disabled: !mayWrite.value };
  const input = how === "text"
    ? html`<textarea ...${given} rows="3" maxlength="10000"></textarea>`
    : html`<input ...${given} type=${sort(how, value)} inputmode=${how === "amount" ? "decimal" : undefined} pattern=${how === "amount" ? "\\d+([.]\\d{1,4})?" : how === "currency" ? "[A-Z]{3}" : undefined} maxlength="500" />`;
  return html`<div class="entry"><label for=${id} data-colour=${item.spans[field] ? colour(field) : undefined}><span class="swatch"></span>${t(`field.${field}`)}</label>${input}</div>`;
}

function changes(item, form) {
  const found = {};
  for (const [field, how] of [["title", "line"], ...FIELDS[item.kind]]) {
    const value = form.elements[field].value.trim();
    if (value === typed(written(item, field), how)) continue;
    found[field] = value === "" ? null : value;
  }
  return found;
}

function Message({ item }) {
  const place = useRef(null);
  useEffect(() => {
    if (!item.text) return;
    const spans = Object.entries(item.spans).map(([name, [start, end]]) => ({ name: name.split(".").pop(), start, end }));
    const words = make("p", "words", ...annotated(item.text, spans));
    words.dir = "auto";
    place.current.replaceChildren(words);
  }, [item.id]);
  return html`<div class="reading" ref=${place}>${!item.text && html`<p class="faint">${t("items.text.gone")}</p>`}</div>`;
}

export function Form() {
  const item = editing.value;
  const dialog = useRef(null);
  const fault = useSignal("");
  useEffect(() => {
    if (item && !dialog.current.open) dialog.current.showModal();
    if (!item && dialog.current.open) dialog.current.close();
    fault.value = "";
  }, [item]);
  const submit = async (event) => {
    event.preventDefault();
    const wanted = changes(item, event.currentTarget);
    if (Object.keys(wanted).length === 0) {
      editing.value = null;
      return;
    }
    try {
      await save(item, wanted);
    } catch (refusal) {
      fault.value = [refusal.message, ...(refusal.said?.errors ?? []).map((one) => one.detail)].join(" ");
    }
  };
  return html`<dialog ref=${dialog} class="sheet" aria-labelledby="sheet-title" onClose=${() => { editing.value = null; }}>
    ${item && html`<form key=${item.id} onSubmit=${submit}>
      <h2 id="sheet-title">${t(`kind.${item.kind}`)}</h2>
      <${Message} item=${item} />
      <p class="faint">${t("items.by", { rule: item.rule_id, version: item.rule_version })}</p>
      ${fault.value && html`<p class="notice" role="alert">${fault.value}</p>`}
      <${Field} item=${item} field="title" how="line" />
      ${FIELDS[item.kind].map(([field, how]) => html`<${Field} key=${field} item=${item} field=${field} how=${how} />`)}
      <div class="buttons"><button type="button" onClick=${() => { editing.value = null; }}>${t("items.close")}</button>${mayWrite.value && html`<button type="submit" class="main">${t("items.save")}</button>`}</div>
    </form>`}
  </dialog>`;
}
