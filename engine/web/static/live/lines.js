// The feed: a line for each reaction, the newest first. Old lines are dropped, the count stays true.
import { act } from "../kit/act.js";
import { actionOf, Why } from "../kit/explain.js";
import { clock, moment, took } from "../kit/times.js";
import { computed, html, signal, useSignal } from "../kit/view.js";
import { emojiName, t, told as said, trouble } from "../kit/words.js";

export const KEEP = 150; // lines that stay on the page
export const lines = signal([]);
export const mayUndo = signal(false);

export const zones = signal({}); // of each number: what came of it is told by its clock

export function result(row) {
  if (row.review) return t("outcome.review");
  const items = row.items ?? [];
  const alike = items.length > 0 && items.every((item) => item.kind === items[0].kind && item.how === items[0].how);
  return alike ? said(items[0].kind, items[0].how, items.length) : t(`outcome.${row.outcome ?? "nothing"}`, { emoji: row.emoji ?? "" });
}

function who(row) {
  const name = row.own || row.ours ? t("you") : row.who ?? "";
  return row.place && row.place !== name ? [name, t("live.in", { place: row.place })].filter(Boolean).join(" ") : name;
}

const detail = (row) => (row.error ? trouble(row.error) : (row.items ?? []).map((item) => item.title).join(", "));
const look = (row) => (row.review ? "warn" : row.error ? "bad" : (row.items ?? []).length ? "good" : "dull");

const MADE = ["created", "converted", "reopened"];
const TURNED = new Set([...MADE, "cancelled", "done"]); // what an item is then; an edit leaves it as it is
const madeBy = (row) => (row.items ?? []).filter((item) => MADE.includes(item.how));
const reactionOf = (row) => JSON.stringify([row.connection, row.message_id, row.address]);

// What each reaction came to last, and the line after which each item is as it is now.
const newest = computed(() => {
  const [reactions, items] = [new Map(), new Map()];
  for (const row of lines.value) { // the newest first
    if ((row.items ?? []).length === 0) continue;
    const of = reactionOf(row);
    reactions.set(of, Math.max(row.revision ?? 0, reactions.get(of) ?? 0));
    for (const { id, how } of row.items) if (TURNED.has(how) && !items.has(id)) items.set(id, row.id);
  }
  return { reactions, items };
});

// What came to something else since, or what a person has finished or undone, is not undone from here.
export function superseded(row) {
  const { reactions, items } = newest.value;
  const made = madeBy(row);
  return (reactions.get(reactionOf(row)) ?? 0) > (row.revision ?? 0) || (made.length > 0 && made.every((item) => (items.get(item.id) ?? row.id) !== row.id));
}

const undoable = (row) => mayUndo.value && !superseded(row) && madeBy(row).length > 0;

function Emoji({ emoji }) {
  // An empty one is a message that a rule watches, none at all a reaction that was taken back.
  const [shown, name] = emoji ? [emoji, emojiName(emoji)] : emoji === "" ? ["💬", t("live.message")] : ["↩", t("live.back")];
  return html`<span class="emoji"><span aria-hidden="true">${shown}</span><span class="unseen">${name}</span></span>`;
}

async function undo(row, state, newer) {
  state.value = "doing";
  try {
    const action = await actionOf(row);
    await act("POST", `/api/actions/${action.id}/undo`);
    state.value = "done";
  } catch (fault) {
    state.value = fault.message;
    newer.value = fault.said?.action ?? null;
  }
}

export function Line({ row }) {
  const open = useSignal(false);
  const state = useSignal("");
  const zone = zones.value[row.connection];
  const newer = useSignal(null); // the action that the server names in its place
  const undone = state.value === "done";
  const fault = undone || state.value === "doing" ? "" : state.value;
  return html`<li class=${`line ${row.fresh ? "new" : ""} ${undone ? "undone" : ""}`} tabindex="-1" data-row="">
    <div class="row">
      <time dateTime=${row.at} title=${moment(row.at, zone)}>${clock(row.at, zone)}</time>
      <${Emoji} emoji=${row.emoji} />
      <span class="who">${who(row)}</span>
      <span class="snippet"><bdi>${row.snippet ?? ""}</bdi></span>
      <span class=${`result ${look(row)}`}><strong>${result(row)}</strong>${row.review ? html` <a href="/inbox">${t("nav.inbox")}</a>` : detail(row) && html` <span class=${row.error ? "detail" : "detail private"}><bdi>${detail(row)}</bdi></span>`}</span>
      <span class="ms">${took(row.took_ms)}</span>
      <span class="does">
        <span class="done" role="status">${undone && t("live.undone")}</span>
        ${undoable(row) && !undone && html`<button type="button" class="small" data-key="u" disabled=${state.value === "doing"} onClick=${() => undo(row, state, newer)}>${t("live.undo")}</button>`}
        <button type="button" class="small" data-key="e" aria-expanded=${String(open.value)} onClick=${() => { open.value = !open.value; }}>${t("story.why")}</button>
        <button type="button" class="unseen" data-key="Enter" tabindex="-1" aria-hidden="true" onClick=${() => { open.value = !open.value; }}></button>
      </span>
    </div>
    ${fault && html`<p class="said" role="alert">${fault}${newer.value && html` <a href=${`/actions/${newer.value}`}>${t("live.newer")}</a>`}</p>`}
    ${open.value && html`<${Why} row=${row} />`}
  </li>`;
}

export const Lines = () => lines.value.map((row) => html`<${Line} key=${row.id} row=${row} />`);
