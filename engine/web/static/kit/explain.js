// Why something is as it is: the message with what was read from it, the rules, and what each of them said.
import { ask } from "./api.js";
import { rows } from "./cards.js";
import { make } from "./dom.js";
import { annotated, spansOf } from "./marks.js";
import { html, useEffect, useRef, useSignal } from "./view.js";
import { verdicts } from "./why.js";
import { languageName, percent, ruleNamed, t } from "./words.js";

// The action behind a row of the feed, with its explanation.
export async function actionOf(told) {
  if (told.action_id) return ask(`/api/actions/${told.action_id}`);
  const found = await ask(`/api/actions?connection=${told.connection}&message_id=${encodeURIComponent(told.message_id)}`);
  const own = found.actions.filter((action) => action.address === told.address);
  return own.find((action) => action.revision === told.revision && action.outcome === told.outcome) ?? own[0];
}

// "No amount is given", of each doubt.
export const doubtsOf = (doubts) => doubts.map((doubt) => t(`doubt.${doubt}`));

function remarks({ drafts, doubtful = [], language }) {
  const read = drafts.length > 0 || doubtful.length > 0;
  return [
    read && t("story.read.in", { language: languageName(language) }),
    drafts.length > 0 && t("story.sure", { percent: percent(drafts[0].confidence) }),
    ...doubtful.map((one) => t("explain.asked", { percent: percent(one.confidence), rule: ruleNamed(one.rule), asked: percent(one.asked) })),
    ...doubtful.flatMap((one) => doubtsOf(one.doubts)),
  ].filter(Boolean);
}

function message(action) {
  const { explanation } = action;
  const said = remarks(explanation);
  const text = make("p", "words", ...(action.text ? annotated(action.text, spansOf(explanation)) : [t("story.gone")]));
  text.dir = "auto";
  text.lang = explanation.language ?? "";
  return make("blockquote", "reading", text, said.length ? make("p", "faint", said.join(" · ")) : null);
}

export function explained(action) {
  const { explanation } = action;
  const rules = [...explanation.rules].sort((one, other) => Number(other.fired) - Number(one.fired));
  const drafts = [...explanation.drafts, ...(explanation.doubtful ?? []).flatMap((one) => one.drafts)];
  const read = drafts.map((draft) => rows(draft.fields, draft.spans, draft.repeats)).filter((facts) => facts.children.length);
  const all = rules.length ? make("ul", "rules", ...verdicts(rules)) : make("p", "faint", t("rule.none"));
  return [message(action), make("div", "sides", make("div", "", ...read), all)];
}

// `row`: of the feed. `action`: the action itself, or its number.
export function Why({ row, action, alone = false }) {
  const place = useRef(null);
  const fault = useSignal("");
  const number = useSignal(null);
  useEffect(() => {
    const asked = typeof action === "object" ? Promise.resolve(action) : actionOf(row ?? { action_id: action });
    asked.then((found) => {
      if (!found) throw new Error();
      place.current?.replaceChildren(...explained(found));
      number.value = found.id;
    }).catch(() => { fault.value = t("live.fault"); });
  }, []);
  return html`<div class="because"><div ref=${place}></div>${fault.value && html`<p class="faint">${fault.value}</p>`}
    ${!alone && number.value && html`<p class="by-itself"><a href=${`/actions/${number.value}`}>${t("explain.alone")}</a></p>`}</div>`;
}
