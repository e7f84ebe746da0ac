// The page of one action: what came of a reaction, why, and the way back.
import { act } from "../kit/act.js";
import { ICONS } from "../kit/cards.js";
import { $, announce } from "../kit/dom.js";
import { Why } from "../kit/explain.js";
import { hear } from "../kit/line.js";
import { say } from "../kit/state.js";
import { took } from "../kit/times.js";
import { html, render, signal } from "../kit/view.js";
import { dayOf, emojiName, hour, statusName, t, trouble } from "../kit/words.js";

const MADE = ["created", "converted", "reopened", "cancelled"];

const { action, may_undo: mayUndo } = JSON.parse($("first").textContent);
const state = signal("");
const newer = signal(null); // the action that the server names in its place

async function undo() {
  state.value = "doing";
  try {
    await act("POST", `/api/actions/${action.id}/undo`);
    state.value = "done";
    announce(t("live.undone"));
  } catch (fault) {
    state.value = fault.message;
    newer.value = fault.said?.action ?? null;
  }
}

function Summary() {
  const { emoji, explanation } = action;
  const changes = explanation.changes ?? [];
  const waits = (explanation.failures ?? []).some((one) => one.review);
  const shown = emoji || (emoji === "" ? "💬" : "↩");
  const name = emoji ? emojiName(emoji) : t(emoji === "" ? "live.message" : "live.back");
  const lasted = took(action.took_ms);
  return html`<div class="summary">
    <span class="emoji"><span aria-hidden="true">${shown}</span><span class="unseen">${name}</span></span>
    <div><p class="what"><strong>${t(`outcome.${action.outcome}`, { emoji: emoji ?? "" })}</strong>${action.error && html` <span>${waits ? html`${t("explain.waits")} <a href="/inbox">${t("nav.inbox")}</a>` : trouble(action.error)}</span>`}</p>
      <p class="faint"><time dateTime=${action.heard_at}>${dayOf(action.heard_at)} ${hour(action.heard_at)}</time>${lasted && ` · ${t("story.took", { ms: lasted })}`}</p></div>
    ${mayUndo && changes.some((one) => MADE.includes(one.how)) && state.value !== "done" && html`<button type="button" class="plain" data-key="u" disabled=${state.value === "doing"} onClick=${undo}>${t("live.undo")}</button>`}
  </div>
  ${state.value && state.value !== "doing" && html`<p class=${state.value === "done" ? "notice good" : "notice"} role="status">${state.value === "done" ? t("live.undone") : state.value}${newer.value && html` <a href=${`/actions/${newer.value}`}>${t("live.newer")}</a>`}</p>`}
  ${changes.length > 0 && html`<ul class="made">${changes.map((one) => html`<li key=${one.id}><span aria-hidden="true">${ICONS[one.kind]}</span> <a href=${`/items?kind=${one.kind}`}><bdi>${one.title}</bdi></a> <span class=${`chip ${one.status}`}>${statusName(one.status, one.kind)}</span></li>`)}</ul>`}`;
}

if (action) {
  $("action").replaceChildren();
  render(html`<${Summary} /><${Why} action=${action} alone />`, $("action"));
}
hear(null, { state: say });
