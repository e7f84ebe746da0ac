// One rule: the form and the YAML beside it, what is wrong, and below the trying, the past and the versions.
import { Sheet } from "../kit/sheet.js";
import { html, useEffect, useSignal } from "../kit/view.js";
import { t } from "../kit/words.js";
import { Code, Faults } from "./code.js";
import { Diff } from "./diff.js";
import { Form } from "./form.js";
import { forget, Past } from "./past.js";
import { mayWrite, numbers, remove, show } from "./state.js";
import { sample } from "./templates.js";
import { message, Trial } from "./trial.js";
import { Versions, Who } from "./versions.js";
import { adopt, ahead, begin, busy, checked, connection, dirty, errors, faults, kept, moreFaults, other, save, saveAnyway, says, settle, trouble, turnTo, writable, write, yaml } from "./writing.js";

function Head({ name, leave, drop }) {
  const rule = kept.value;
  const on = rule && rule.state !== "off";
  return html`<div class="editor-head">
    <div><button type="button" class="small" onClick=${leave}>← ${t("nav.rules")}</button>
      <h2><bdi>${name}</bdi> ${rule && html`<span class="chip">${t("versions.one", { n: rule.version })}</span>`}${rule && html`<span class=${`chip ${on ? "done" : ""}`}>${t(rule.state === "shadow" ? "book.shadow" : on ? "book.on" : "book.off")}</span>`}${dirty.value && html`<span class="chip late">${t("book.unsaved")}</span>`}</h2></div>
    <div class="tools">
      ${!rule && numbers.value.length > 1 && html`<label class="unseen" for="number">${t("book.number")}</label><select id="number" value=${connection.value} onChange=${(event) => { connection.value = Number(event.target.value); }}>${numbers.value.map((one) => html`<option key=${one.id} value=${one.id}>${one.title}</option>`)}</select>`}
      ${writable.value && rule && html`<button type="button" onClick=${drop}>${t("book.delete")}</button>`}
      ${writable.value && rule && html`<button type="button" disabled=${dirty.value || busy.value} title=${dirty.value ? t("versions.dirty") : ""} onClick=${() => turnTo(!on)}>${t(on ? "book.turn.off" : "book.turn.on")}</button>`}
      ${writable.value && html`<button type="button" class="main" disabled=${busy.value || (!dirty.value && Boolean(rule))} onClick=${save}>${t("items.save")}</button>`}
    </div>
  </div>`;
}

function ReadOnly() {
  if (writable.value) return null;
  if (!mayWrite.value) return html`<p class="notice">${t("book.viewer")}</p>`;
  return html`<p class="notice">${t("book.file")} <button type="button" class="small" onClick=${adopt}>${t("book.adopt")}</button></p>`;
}

function Ahead() {
  const plan = ahead.value;
  return plan && html`<${Sheet} title=${t("ahead.title")} onClose=${() => { ahead.value = null; }}>
    <ul class="faults">${plan.conflicts.map((one, n) => html`<li key=${n} class=${one.severity}><span class="mark" aria-hidden="true">${one.severity === "warning" ? "!" : "✕"}</span><p>${one.says} <span class="faint">${one.hint}</span></p></li>`)}</ul>
    <p class="faint">${t("ahead.about")}</p>
    <div class="buttons"><button type="button" onClick=${() => { ahead.value = null; }}>${t("ahead.back")}</button><button type="button" class="main" onClick=${saveAnyway}>${t("ahead.save")}</button></div>
  </${Sheet}>`;
}

function Meanwhile() {
  const now = other.value;
  return now && html`<${Sheet} title=${t("meanwhile.title")} onClose=${() => { other.value = null; }}>
    <ul class="touched">${now.versions.map((one) => html`<li key=${one.version}><strong>${t("versions.one", { n: one.version })}</strong> <${Who} one=${one} /><p class="changes">${one.changes.join(" · ")}</p></li>`)}</ul>
    <h3>${t("meanwhile.diff")}</h3>
    <${Diff} before=${now.yaml} after=${yaml.value} label=${t("meanwhile.diff")} />
    <div class="buttons"><button type="button" onClick=${() => settle({ mine: false })}>${t("meanwhile.theirs")}</button><button type="button" class="main" onClick=${() => settle({ mine: true })}>${t("meanwhile.mine")}</button></div>
  </${Sheet}>`;
}

// What must not happen by a slip of the hand is asked once more; the way back is offered all the same.
function Sure({ of, title, about, does, close }) {
  return html`<${Sheet} title=${title} onClose=${close}><p>${about}</p><div class="buttons"><button type="button" onClick=${close}>${t("items.close")}</button><button type="button" class="main" onClick=${of}>${does}</button></div></${Sheet}>`;
}

// By itself: while somebody types, nothing else of the page is drawn anew.
function Yaml() {
  const n = errors.value.length;
  return html`<section class="pane yaml" aria-labelledby="yaml-title"><h3 id="yaml-title">${t("book.yaml")}${checked.value && html`<span class=${`chip ${n ? "flag" : "done"}`}>${n ? t(n === 1 ? "book.error" : "book.errors", { n }) : t("book.sound")}</span>`}</h3>
    <${Code} text=${yaml.value} faults=${faults.value} write=${write} disabled=${!writable.value} />
    <${Faults} faults=${faults.value} more=${moreFaults.value} text=${yaml.value} write=${write} disabled=${!writable.value} /></section>`;
}

export function Editor({ where }) {
  const sure = useSignal(null); // { title, about, does, of }
  const leave = () => {
    const of = () => show({ view: "list" });
    if (dirty.value && writable.value && (kept.value || yaml.value)) sure.value = { title: t("leave.title"), about: t("leave.about"), does: t("leave.do"), of };
    else of();
  };
  const drop = () => { sure.value = { title: t("delete.title", { name: kept.value.in_words.name }), about: t("delete.about"), does: t("book.delete"), of: () => { sure.value = null; remove(kept.value); } }; };
  useEffect(() => {
    if (!where.stays || !kept.value) begin(where);
    if (where.view === "new") message.value = sample(where.from);
    else if (!where.stays) message.value = "";
    return forget;
  }, []);
  useEffect(() => {
    const example = says.value?.examples?.[0]?.say;
    if (kept.value && says.value && !message.value) message.value = typeof example === "string" ? example : t("template.bill.try");
  }, [kept.value?.id, says.value !== null]);
  useEffect(() => {
    const keys = (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        save();
      } else if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) {
        // From a field first to the page, then back to the list.
        if (document.activeElement.matches("input, textarea, select")) document.activeElement.blur();
        else leave();
      }
    };
    const unload = (event) => { if (dirty.value && writable.value) event.preventDefault(); };
    addEventListener("keydown", keys);
    addEventListener("beforeunload", unload);
    return () => {
      removeEventListener("keydown", keys);
      removeEventListener("beforeunload", unload);
    };
  }, []);
  // A rule that is no more, or a server that does not answer: there is nothing to edit.
  if (trouble.value && where.view === "rule" && !kept.value) {
    return html`<section class="editor"><button type="button" class="small" onClick=${leave}>← ${t("nav.rules")}</button><p class="notice" role="alert">${trouble.value}</p></section>`;
  }
  const name = kept.value?.in_words.name ?? says.value?.name ?? t("book.new");
  return html`<section class="editor" aria-label=${name}>
    <${Head} name=${name} leave=${leave} drop=${drop} /><${ReadOnly} />
    ${trouble.value && html`<p class="notice" role="alert">${trouble.value}</p>`}
    ${where.view === "rule" && !checked.value && !trouble.value ? html`<div class="pane to-come" aria-busy="true"></div>` : html`<div class="both">
      <section class="pane" aria-labelledby="form-title"><h3 id="form-title">${t("book.form")}</h3><${Form} /></section>
      <div class="right"><${Yaml} /><${Trial} /></div>
    </div>
    <div class="both even"><${Past} /><${Versions} /></div>`}
    <${Ahead} /><${Meanwhile} />${sure.value && html`<${Sure} ...${sure.value} close=${() => { sure.value = null; }} />`}
  </section>`;
}
