// One item: the message it was read from with its coloured words, and its fields to change by hand.
import { make } from "../kit/dom.js";
import { changes, Currencies, Field, FIELDS } from "../kit/fields.js";
import { annotated } from "../kit/marks.js";
import { html, useEffect, useLayoutEffect, useRef, useSignal } from "../kit/view.js";
import { ruleNamed, t } from "../kit/words.js";
import { editing, mayAudit, mayWrite, save } from "./state.js";

function Message({ item }) {
  const place = useRef(null);
  useLayoutEffect(() => {
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
      <p class="faint">${t("items.by", { rule: ruleNamed(item.rule_id), version: item.rule_version })} · <a href=${`/items/${item.id}/why`}>${t("story.why")}</a>${mayAudit.value && html` · <a href=${`/audit?subject=item:${item.id}`}>${t("items.history")}</a>`}</p>
      ${fault.value && html`<p class="notice" role="alert">${fault.value}</p>`}
      <${Currencies} />
      <div class="entries">${item.kind === "bill" && html`<${Field} id="field" item=${item} field="title" how="line" disabled=${!mayWrite.value} />`}
      ${FIELDS[item.kind].map(([field, how]) => html`<${Field} key=${field} id="field" item=${item} field=${field} how=${how} disabled=${!mayWrite.value} />`)}</div>
      <div class="buttons"><button type="button" onClick=${() => { editing.value = null; }}>${t("items.close")}</button>${mayWrite.value && html`<button type="submit" class="main">${t("items.save")}</button>`}</div>
    </form>`}
  </dialog>`;
}
