// A text that is taken along: shown whole, and copied by a button where the browser lets a page do so.
import { announce } from "./dom.js";
import { html, useSignal } from "./view.js";
import { t } from "./words.js";

export function Copied({ text, label }) {
  const done = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    done.value = true;
    announce(t("live.copied"));
  };
  return html`<div class="taken"><pre tabindex="0" aria-label=${label}><code>${text}</code></pre>
    ${navigator.clipboard && html`<button type="button" onClick=${copy}>${t(done.value ? "live.copied" : "live.copy")}</button>`}</div>`;
}
