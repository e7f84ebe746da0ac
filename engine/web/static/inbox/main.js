// The inbox: draws what the server laid into it, then goes on as readings come and others decide.
import { calm } from "../kit/calm.js";
import { $ } from "../kit/dom.js";
import { Currencies } from "../kit/fields.js";
import { hear } from "../kit/line.js";
import { Notice } from "../kit/notice.js";
import { say } from "../kit/state.js";
import { html, render } from "../kit/view.js";
import { t } from "../kit/words.js";
import { Card } from "./card.js";
import { away, cards, first, heard, keyOf, load, loadMore, mayKeep, mayWrite, more, undoLast, waiting } from "./state.js";

const RULE = "- id: bill\n  when: { reaction: \"💳\" }\n  parse: { use: bill, min_confidence: 0.8 }\n  on_low_confidence: review\n  do: [create_bill: {}]";

const Empty = () => html`<div class="empty"><p class="big" aria-hidden="true">✓</p><p><strong>${t("inbox.empty")}</strong></p><p>${t("inbox.empty.more")}</p><pre tabindex="0"><code>${RULE}</code></pre></div>`;

function Count() {
  const n = waiting();
  return n === 0 ? null : html`<p class="count">${t(n === 1 ? "inbox.waits.one" : "inbox.waits", { n: more.value ? `${n}+` : n })}</p>`;
}

const Whole = () => html`
  <${Currencies} /><${Count} />
  <${Notice} fault=${away.value} />
  ${!mayWrite.value && cards.value.length > 0 && html`<p class="notice">${t("inbox.look")}</p>`}
  ${cards.value.length === 0 ? html`<${Empty} />` : html`<ol class="cards">${cards.value.map((card) => html`<${Card} key=${keyOf(card)} card=${card} />`)}</ol>`}
  ${more.value && html`<p class="further"><button type="button" onClick=${loadMore}>${t("items.more")}</button></p>`}
  <button type="button" class="unseen" data-key="u" tabindex="-1" aria-hidden="true" onClick=${undoLast}></button>`;

const again = calm(load);

// Only what could not be read waits, and what waits here is read again where its reaction or message changes.
function row(told) {
  if (!told.error && !cards.value.some((card) => card.message_id === told.message_id)) return;
  again();
}

const told = JSON.parse($("first").textContent);
mayWrite.value = told.may_write;
mayKeep.value = told.may_keep;
first(told);
$("inbox").replaceChildren();
render(html`<${Whole} />`, $("inbox"));
load();
hear(null, { row, review: heard, anew: load, state: say });
