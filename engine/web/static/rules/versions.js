// Every version of a rule: when, who and why, what changed, and the way back to it.
import { act } from "../kit/act.js";
import { html, useEffect, useSignal } from "../kit/view.js";
import { locale, t } from "../kit/words.js";
import { Diff } from "./diff.js";
import { at, path } from "./state.js";
import { connection, dirty, goBack, kept, writable } from "./writing.js";

const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

export const Who = ({ one }) => html`<span class="faint"><time dateTime=${one.at}>${moment.format(new Date(one.at))}</time>${one.changed_by && html` · <bdi>${one.changed_by}</bdi>`}${one.because && html` · <span>${one.because}</span>`}</span>`;

function One({ one, before, current }) {
  const open = useSignal(false);
  return html`<li class="version"><div class="version-head"><strong>${t("versions.one", { n: one.version })}</strong>${current && html`<span class="chip done">${t("versions.now")}</span>`}<${Who} one=${one} />
      <span class="does"><button type="button" class="small" aria-expanded=${String(open.value)} onClick=${() => { open.value = !open.value; }}>${t("versions.diff")}<span class="unseen">: ${t("versions.one", { n: one.version })}</span></button>
      ${writable.value && !current && one.yaml && html`<button type="button" class="small" disabled=${dirty.value} title=${dirty.value ? t("versions.dirty") : ""} onClick=${() => goBack(one.version)}>${t("versions.back")}<span class="unseen"> ${t("versions.back.to", { n: one.version })}</span></button>`}</span></div>
    <p class="changes">${one.changes.join(" · ")}</p>
    ${open.value && html`<${Diff} before=${before?.yaml ?? ""} after=${one.yaml ?? ""} label=${t("versions.diff.of", { n: one.version })} />`}</li>`;
}

export function Versions() {
  const all = useSignal([]);
  const fault = useSignal("");
  const rule = kept.value;
  useEffect(() => {
    if (!rule) return;
    act("GET", at(`${path(rule)}/versions`, connection.value)).then(
      ({ versions }) => { all.value = versions; },
      (refusal) => { fault.value = refusal.message; },
    );
  }, [rule?.id, rule?.version]);
  if (!rule) return null;
  return html`<section class="versions pane" aria-labelledby="versions-title"><h2 id="versions-title">${t("versions.title")}</h2>
    ${fault.value && html`<p class="notice" role="alert">${fault.value}</p>`}
    <ol>${all.value.map((one, n) => html`<${One} key=${one.version} one=${one} before=${all.value[n + 1]} current=${one.version === rule.version} />`)}</ol>
  </section>`;
}
