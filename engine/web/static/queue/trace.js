// Everything that is known of one line: when what happened to it, what was said, and why it came to be.
import { actionOf, Why } from "../kit/explain.js";
import { moment } from "../kit/times.js";
import { html, useEffect, useSignal } from "../kit/view.js";
import { t } from "../kit/words.js";

const Fact = ({ name, value }) => html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`;

function Decided({ row }) {
  const action = useSignal(undefined);
  const told = { connection: row.connection_id, message_id: row.message_id, address: row.event_data.address };
  useEffect(() => {
    if (!row.message_id) action.value = null;
    else actionOf(told).then((found) => { action.value = found ?? null; }, () => { action.value = null; });
  }, []);
  if (action.value === undefined) return null;
  return action.value ? html`<${Why} action=${action.value} />` : html`<p class="faint">${t("queue.nothing.decided")}</p>`;
}

export function Trace({ row }) {
  const facts = [
    [t("queue.came"), moment(row.created_at)],
    row.first_failed_at && [t("queue.failure.first"), moment(row.first_failed_at)],
    row.last_failed_at && [t("queue.failure.last"), moment(row.last_failed_at)],
    row.last_error && [t("queue.says"), row.last_error],
    [t("queue.typed"), `toque queue retry ${row.id}`],
  ].filter(Boolean);
  return html`<div class="trace"><dl class="facts">${facts.map(([name, value]) => html`<${Fact} key=${name} name=${name} value=${value} />`)}</dl><${Decided} row=${row} /></div>`;
}
