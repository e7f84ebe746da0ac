// What a page says of what was just done, with the way back; or what went wrong, which goes before it.
import { html } from "./view.js";
import { t } from "./words.js";

// `notice`: { words, undo } or null; `undoKey`: the key that undoes, where the page has none of that letter.
export function Notice({ fault, notice, undoKey = undefined }) {
  if (fault) return html`<p class="notice" role="alert">${fault}</p>`;
  if (!notice) return null;
  const { words, undo } = notice;
  return html`<p class="notice good"><bdi>${words}</bdi>${undo && html` <button type="button" class="small" data-key=${undoKey} onClick=${undo}>${t("notice.undo")}</button>`}</p>`;
}
