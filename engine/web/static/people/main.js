// The page of people and chats: draws what the server laid into it, then goes on over the API.
import { $ } from "../kit/dom.js";
import { hear } from "../kit/line.js";
import { Notice } from "../kit/notice.js";
import { say } from "../kit/state.js";
import { html, render } from "../kit/view.js";
import { t } from "../kit/words.js";
import { Chats, People } from "./list.js";
import { Open } from "./sheets.js";
import { answers, away, clear, fault, load, mayForget, mayWrite, notice, people, search, show, unmask, view } from "./state.js";

const VIEWS = ["people", "chats"];

function Head() {
  return html`<div class="head">
    <div class="kinds" role="group" aria-label=${t("nav.people")}>${VIEWS.map((one) => html`<button type="button" key=${one} aria-pressed=${String(view.value === one)} onClick=${() => show(one)}>${t(`people.view.${one}`)}</button>`)}</div>
    <div class="tools">
      <button type="button" data-key="b" aria-pressed=${String(!clear.value)} onClick=${unmask}>${t("people.mask")}</button>
      <label class="unseen" for="search">${t("items.search")}</label>
      <input id="search" type="search" data-search="" placeholder=${t("items.search")} value=${search.value} onInput=${(event) => { search.value = event.target.value; }} />
    </div>
  </div>`;
}

const Whole = () => html`<${Head} /><${Notice} fault=${fault.value || away.value} notice=${notice.value} undoKey="u" />${view.value === "chats" ? html`<${Chats} />` : html`<${People} />`}<${Open} />`;

const first = JSON.parse($("first").textContent);
people.value = first.people;
answers.value = first.answers;
mayWrite.value = first.may_write;
mayForget.value = first.may_forget;
$("people").replaceChildren();
render(html`<${Whole} />`, $("people"));
load();
hear(null, { anew: load, state: say });
// All messages are read to know who was heard: not at every reaction, but whenever somebody looks again.
document.addEventListener("visibilitychange", () => { if (!document.hidden) load(); });
