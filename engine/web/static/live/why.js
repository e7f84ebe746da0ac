// Why a line of the feed says what it says: the message with what was read from it, the rules, and what was made.
import { html, useEffect, useRef, useSignal } from "../kit/view.js";
import { ask } from "../phone/api.js";
import { rows } from "../phone/cards.js";
import { make } from "../phone/dom.js";
import { annotated, spansOf } from "../phone/marks.js";
import { verdict } from "../phone/why.js";
import { languageName, percent, t } from "../phone/words.js";

// The action behind a row of the feed, with its explanation.
export async function actionOf(told) {
  if (told.action_id) return ask(`/api/actions/${told.action_id}`);
  const found = await ask(`/api/actions?connection=${told.connection}&message_id=${encodeURIComponent(told.message_id)}`);
  const own = found.actions.filter((action) => action.address === told.address);
  return own.find((action) => action.revision === told.revision && action.outcome === told.outcome) ?? own[0];
}

function words(action) {
  const { explanation } = action;
  const remarks = [];
  if (explanation.drafts.length) {
    remarks.push(t("story.read.in", { language: languageName(explanation.language) }));
    remarks.push(t("story.sure", { percent: percent(explanation.drafts[0].confidence) }));
  }
  const text = make("p", "words", ...(action.text ? annotated(action.text, spansOf(explanation)) : [t("story.gone")]));
  text.dir = "auto";
  text.lang = explanation.language ?? "";
  return make("blockquote", "reading", text, remarks.length ? make("p", "faint", remarks.join(" · ")) : null);
}

function told(action) {
  const { explanation } = action;
  const rules = [...explanation.rules].sort((one, other) => Number(other.fired) - Number(one.fired));
  const read = explanation.drafts.map((draft) => rows(draft.fields, draft.spans, draft.repeats)).filter((facts) => facts.children.length);
  const all = rules.length ? make("ul", "rules", ...rules.map(verdict)) : make("p", "faint", t("rule.none"));
  return [words(action), make("div", "sides", make("div", "", ...read), all)];
}

export function Why({ row }) {
  const place = useRef(null);
  const fault = useSignal("");
  useEffect(() => {
    actionOf(row).then(
      (action) => (action ? place.current?.replaceChildren(...told(action)) : (fault.value = t("live.fault"))),
      () => { fault.value = t("live.fault"); },
    );
  }, []);
  return html`<div class="because"><div ref=${place}></div>${fault.value && html`<p class="faint">${fault.value}</p>`}</div>`;
}
