// Many items at once: first what it would touch, then the doing, then the way back.
import { html, useEffect, useRef, useSignal } from "../kit/view.js";
import { locale, t } from "../kit/words.js";
import { bulk, carryOut, choose, found, picked, preview } from "./state.js";

const days = (n) => new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "long" }).format(n);

export function Bar() {
  const tag = useSignal("");
  const n = picked.value.size;
  if (n === 0) return null;
  const all = found();
  return html`<section class="bar" aria-label=${t("items.chosen", { n })}>
    <strong>${t("items.chosen", { n })}</strong>
    <button type="button" onClick=${() => { choose(all.map((item) => item.id)); }}>${t("items.choose.all", { n: all.length })}</button>
    <button type="button" onClick=${() => preview({ action: "complete" })}>${t("items.complete")}</button>
    <button type="button" onClick=${() => preview({ action: "cancel" })}>${t("items.cancel")}</button>
    <button type="button" onClick=${() => preview({ action: "move_due", days: 1 })}>${t("items.move.day")}</button>
    <button type="button" onClick=${() => preview({ action: "move_due", days: 7 })}>${t("items.move.week")}</button>
    <form onSubmit=${(event) => { event.preventDefault(); const words = tag.value.trim(); if (words) preview({ action: "tag", tag: words }); else event.currentTarget.elements[0].focus(); }}>
      <label class="unseen" for="bulk-tag">${t("items.tag")}</label>
      <input id="bulk-tag" placeholder=${t("items.tag")} maxlength="60" pattern="[^\\s#]+" value=${tag.value} onInput=${(event) => { tag.value = event.target.value; }} />
      <button type="submit">${t("items.tag.do")}</button>
    </form>
    <button type="button" class="plain" onClick=${() => { choose([]); }}>${t("items.choose.none")}</button>
  </section>`;
}

export function Preview() {
  const dialog = useRef(null);
  const now = bulk.value;
  useEffect(() => {
    if (now && !dialog.current.open) dialog.current.showModal();
    if (!now && dialog.current.open) dialog.current.close();
  }, [now]);
  const told = now?.told;
  return html`<dialog ref=${dialog} class="sheet" aria-labelledby="preview-title" onClose=${() => { bulk.value = null; }}>
    ${now && html`<div>
      <h2 id="preview-title">${t(`items.bulk.${now.what.action}`, { n: told.touched, tag: now.what.tag ?? "", days: days(now.what.days ?? 0) })}</h2>
      ${told.left_alone > 0 && html`<p class="faint">${t("items.bulk.left", { n: told.left_alone })}</p>`}
      <ul class="touched">${told.items.map((item) => html`<li key=${item.id}><bdi>${item.title}</bdi></li>`)}</ul>
      <p class="faint">${t("items.bulk.back")}</p>
      <div class="buttons"><button type="button" onClick=${() => { bulk.value = null; }}>${t("items.close")}</button><button type="button" class="main" disabled=${told.touched === 0} onClick=${carryOut}>${t("items.bulk.do")}</button></div>
    </div>`}
  </dialog>`;
}
