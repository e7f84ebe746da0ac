// A sheet over the page for one thing; it is there for as long as it is drawn, Escape and the button close it.
import { html, useEffect, useRef } from "./view.js";

export function Sheet({ title, onClose, children }) {
  const dialog = useRef(null);
  useEffect(() => { dialog.current.showModal(); }, []);
  return html`<dialog ref=${dialog} class="sheet" aria-labelledby="sheet-title" onClose=${onClose}>
    <h2 id="sheet-title">${title}</h2>${children}
  </dialog>`;
}
