// The lines of the queue: what each is, about what and where, how it stands, and what can be done with it.
import { lasts, moment, secondsTo, ago } from "../kit/times.js";
import { html, useSignal } from "../kit/view.js";
import { emojiName, t } from "../kit/words.js";
import { clock, count, counted, filtered, letters, list, load, loadMore, mayWrite, more, pick, picked, preview, restore, retry, rows } from "./state.js";
import { Trace } from "./trace.js";

const PICTURES = { settle: "💬", deliver: "↩️", ask: "❔", reminder: "⏰", webhook: "🔗", notify: "🔔", send_message: "✉️", react: "👍", upkeep: "🧹", repair: "🧩" };
const NEVER_AGAIN = new Set(["upkeep", "repair"]); // made anew by themselves

function about(row) {
  const who = row.own || row.ours ? t("you") : row.who;
  const place = row.place && row.place !== who ? t("live.in", { place: row.place }) : "";
  return [who && t("queue.by", { who }), place].filter(Boolean).join(" ");
}

export const named = (row) => [t(`work.${row.kind}`), row.emoji ? emojiName(row.emoji) : "", about(row)].filter(Boolean).join(" · ");

const Time = ({ at, words }) => html`<time dateTime=${at} title=${moment(at)}>${words}</time>`;
const attempts = (n) => (n === 1 ? t("queue.attempts.one") : t("queue.attempts", { n }));

function Failure({ row }) {
  return html`<div class="failure"><p class="reason">${t(`failed.${row.reason}`)}</p><p class="next">${t(`failed.${row.reason}.next`)}</p></div>`;
}

function Letter({ row }) {
  const first = row.first_failed_at && secondsTo(row.last_failed_at) - secondsTo(row.first_failed_at) > 60;
  return html`${row.discarded_because ? html`<div class="failure"><p class="reason"><bdi>${t("queue.given.up", { why: row.discarded_because })}</bdi></p><p class="next">${t(`failed.${row.reason}`)}</p></div>` : html`<${Failure} row=${row} />`}
    <div class="times"><p>${attempts(row.attempts)}</p><p><${Time} at=${row.last_failed_at} words=${t("queue.failed.last", { when: ago(row.last_failed_at) })} /></p>
      ${first && html`<p><${Time} at=${row.first_failed_at} words=${t("queue.failed.first", { when: ago(row.first_failed_at) })} /></p>`}</div>`;
}

const Lane = ({ row }) => html`<p class="lane">${row.priority !== "normal" && html`<span class=${`chip ${row.priority}`}>${t("queue.priority")}: ${t(`queue.priority.${row.priority}`)}</span>`}${row.lane && html`<span class="chip">${t("queue.lane")}: <bdi>${row.lane}</bdi></span>`}</p>`;

function Waiting({ row }) {
  const due = secondsTo(row.run_at) <= 0;
  const words = due ? t("queue.since", { lasts: lasts(-secondsTo(row.run_at)) }) : row.attempts ? t("queue.again", { when: ago(row.run_at), n: row.attempts, most: row.max_attempts }) : ago(row.run_at);
  return html`<div class="failure">${row.reason && html`<p class="next">${t(`failed.${row.reason}`)}</p>`}<${Lane} row=${row} /></div>
    <div class="times"><p class=${due ? "due" : ""}><${Time} at=${row.run_at} words=${words} /></p></div>`;
}

function InWork({ row }) {
  const left = secondsTo(row.lease_until);
  return html`<div class="failure"><p class="next">${t("queue.worker")} <bdi>${row.worker}</bdi> · ${t("queue.attempt", { n: row.attempts, most: row.max_attempts })}</p><${Lane} row=${row} /></div>
    <div class="times"><p class=${left < 0 ? "due" : ""}><${Time} at=${row.lease_until} words=${left < 0 ? t("queue.left.over") : t("queue.left", { lasts: lasts(left) })} /></p></div>`;
}

const STATES = { dead: Letter, discarded: Letter, waiting: Waiting, work: InWork };

function Does({ row, open }) {
  const toggle = () => { open.value = !open.value; };
  const write = mayWrite.value;
  return html`<span class="does">
    ${write && list.value === "dead" && !NEVER_AGAIN.has(row.kind) && html`<button type="button" class="small main" data-key="r" onClick=${() => retry(row)}>${t("queue.retry")}</button>`}
    ${write && list.value === "dead" && html`<button type="button" class="small" data-key="x" onClick=${() => preview("discard", [row.id])}>${t("queue.discard")}</button>`}
    ${write && list.value === "discarded" && html`<button type="button" class="small main" data-key="r" onClick=${() => restore([row.id])}>${t("queue.restore")}</button>`}
    <button type="button" class="small" data-key="e" aria-expanded=${String(open.value)} onClick=${toggle}>${t("queue.why")}</button>
    <button type="button" class="unseen" data-key="Enter" tabindex="-1" aria-hidden="true" onClick=${toggle}></button>
  </span>`;
}

function Line({ row }) {
  const open = useSignal(false);
  const State = STATES[list.value];
  const words = row.title ?? row.snippet;
  return html`<li class=${`job ${list.value}`} tabindex="-1" data-row="">
    <div class="cells">
      ${mayWrite.value && letters() && html`<label class="pick"><input type="checkbox" data-key=" " checked=${picked.value.has(row.id)} onChange=${(event) => pick(row.id, event.target.checked)} /><span class="unseen">${t("queue.choose.one", { what: named(row) })}</span></label>`}
      <span class="picture" aria-hidden="true">${row.emoji ?? PICTURES[row.kind]}</span>
      <div class="what"><p class="name">${t(`work.${row.kind}`)}${row.emoji && html`<span class="unseen"> ${emojiName(row.emoji)}</span>`}</p>${about(row) && html`<p class="who">${about(row)}</p>`}${words && html`<p class="snippet private"><bdi>${words}</bdi></p>`}</div>
      <${State} row=${row} />
      <${Does} row=${row} open=${open} />
    </div>
    ${open.value && html`<${Trace} row=${row} />`}
  </li>`;
}

function Nothing() {
  const some = filtered() && letters() ? ".found" : "";
  return html`<div class="empty"><p>${t(`queue.${list.value}.none${some}`)}</p></div>`;
}

export function List() {
  void clock.value; // times that are shown move on with it
  if (rows.value.length === 0) return html`<${Nothing} />`;
  return html`<ul class="list">${rows.value.map((row) => html`<${Line} key=${`${list.value}.${row.id}`} row=${row} />`)}</ul>
    ${more.value && html`<p class="further"><button type="button" onClick=${() => loadMore().catch(load)}>${t("queue.more")}</button> ${!filtered() && html`<span class="faint">${t("queue.shown", { n: count(rows.value.length), all: count(counted()[list.value]) })}</span>`}</p>`}`;
}
