// What is done with one person or chat, each in a sheet that says first what it touches.
import { addressShown, isOwn } from "../kit/address.js";
import { Sheet } from "../kit/sheet.js";
import { html, useEffect, useSignal } from "../kit/view.js";
import { city, languageName, locale, regionName, t } from "../kit/words.js";
import { Zones, zoneOf } from "../kit/zones.js";
import { Addresses } from "./list.js";
import { answers, chatTitle, exportOf, forget, keyOf, lookAtKept, lookAtMerge, lookAtSplit, merge, people, setChat, setPerson, sheet, split, titleOf } from "./state.js";

const MOST = 8; // candidates that are shown at once
const COUNTS = ["messages", "texts", "edits", "reactions", "items", "items_of_others", "explanations", "groups"];
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const known = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
const REGIONS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter((code) => known.of(code));

const close = () => { sheet.value = null; };
const said = (refusal) => [refusal.message, ...(refusal.said?.errors ?? []).map((one) => one.detail)].join(" ");

// Does something, and says on the sheet why not.
function useWork() {
  const fault = useSignal("");
  const busy = useSignal(false);
  const work = async (doing) => {
    busy.value = true;
    fault.value = "";
    try {
      await doing();
    } catch (refusal) {
      fault.value = said(refusal);
    }
    busy.value = false;
  };
  return [work, busy, fault];
}

const Fault = ({ fault }) => fault.value && html`<p class="notice" role="alert">${fault.value}</p>`;

function Buttons({ label, disabled, danger = false }) {
  return html`<div class="buttons"><button type="button" onClick=${close}>${t("items.close")}</button><button type="submit" class=${danger ? "main danger" : "main"} disabled=${disabled}>${label}</button></div>`;
}

const Zone = ({ value, hint }) => html`<div class="entry"><label for="person-zone">${t("people.zone")}</label><input id="person-zone" name="zone" list="zones" defaultValue=${value ?? ""} placeholder=${hint} autocomplete="off" spellcheck="false" /><${Zones} /></div>`;

const Language = ({ value, hint }) => html`<div class="entry"><label for="person-language">${t("people.language")}</label><select id="person-language" name="language">
  <option value="" selected=${!value}>${hint}</option>${answers.value.map((one) => html`<option key=${one} value=${one} selected=${one === value}>${languageName(one)}</option>`)}</select></div>`;

const Name = ({ value, hint }) => html`<div class="entry"><label for="person-name">${t("people.name")}</label><input id="person-name" name="name" defaultValue=${value ?? ""} placeholder=${hint} maxlength="200" autocomplete="off" /></div>`;

const typed = (name, value) => (name === "zone" && value ? zoneOf(value) : value);
const fieldsOf = (form) => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typed(name, value.trim())]));

function Edit({ one }) {
  const [work, busy, fault] = useWork();
  const submit = (event) => {
    event.preventDefault();
    const fields = fieldsOf(event.currentTarget);
    work(() => setPerson(one, { ...fields, region: fields.region.toUpperCase() }));
  };
  const { zone, language, region } = one.effective;
  return html`<form onSubmit=${submit}>
    <${Addresses} one=${one} /><${Fault} fault=${fault} />
    <${Name} value=${one.name} hint=${one.calls_themselves ?? ""} />
    <${Zone} value=${one.zone} hint=${t("people.from_number", { what: city(zone) })} />
    <div class="entries"><${Language} value=${one.language} hint=${t("people.from_number", { what: languageName(language) })} />
    <div class="entry"><label for="person-region">${t("people.region")}</label><input id="person-region" name="region" list="regions" pattern="[A-Za-z]{2}" maxlength="2" defaultValue=${one.region ?? ""} placeholder=${t("people.from_number", { what: regionName(region) })} autocomplete="off" />
      <datalist id="regions">${REGIONS.map((code) => html`<option key=${code} value=${code}>${regionName(code)}</option>`)}</datalist></div></div>
    <p class="faint">${t("people.home.why")}</p>
    <${Buttons} label=${t("items.save")} disabled=${busy.value} />
  </form>`;
}

function EditChat({ one }) {
  const [work, busy, fault] = useWork();
  const submit = (event) => {
    event.preventDefault();
    const fields = fieldsOf(event.currentTarget);
    work(() => setChat(one, fields));
  };
  return html`<form onSubmit=${submit}>
    <${Fault} fault=${fault} />
    <${Name} value=${one.name} hint=${one.subject ?? one.with_whom ?? ""} />
    <${Zone} value=${one.zone} hint=${t("people.each")} />
    <${Language} value=${one.language} hint=${t("people.each")} />
    <p class="faint">${t("people.chat.why")}</p>
    <${Buttons} label=${t("items.save")} disabled=${busy.value} />
  </form>`;
}

function Touched({ told }) {
  return html`<p>${told.messages === 0 ? t("people.touches.none") : t(told.messages === 1 ? "people.touches.one" : "people.touches", { n: told.messages, items: told.items })}</p>`;
}

function Merge({ one }) {
  const [work, busy, fault] = useWork();
  const sought = useSignal("");
  const other = useSignal(null);
  const told = useSignal(null);
  const wanted = sought.value.trim().toLocaleLowerCase();
  const candidates = people.value.filter((each) => each.connection_id === one.connection_id && keyOf(each) !== keyOf(one)
    && [each.name, each.calls_themselves, ...each.addresses].filter(Boolean).join(" ").toLocaleLowerCase().includes(wanted));
  const rest = candidates.length - MOST;
  const choose = (each) => work(async () => {
    other.value = each;
    told.value = null;
    told.value = await lookAtMerge(one, each);
  });
  const submit = (event) => {
    event.preventDefault();
    work(() => merge(one, other.value));
  };
  const names = other.value && one.name && other.value.name;
  return html`<form onSubmit=${submit}>
    <${Fault} fault=${fault} />
    <div class="entry"><label for="other">${t("items.search")}</label><input id="other" type="search" value=${sought.value} onInput=${(event) => { sought.value = event.target.value; }} autocomplete="off" /></div>
    <fieldset class="candidates"><legend class="unseen">${t("people.merge.who", { name: titleOf(one) })}</legend>
      ${candidates.slice(0, MOST).map((each) => html`<label key=${keyOf(each)}><input type="radio" name="other" checked=${other.value && keyOf(other.value) === keyOf(each)} onChange=${() => choose(each)} /><span><bdi>${titleOf(each)}</bdi> <${Addresses} one=${each} /></span></label>`)}
      ${candidates.length === 0 && html`<p class="faint">${t("items.none.found")}</p>`}${rest > 0 && html`<p class="faint">${t("people.merge.more", { n: rest })}</p>`}
    </fieldset>
    ${told.value && html`<section class="preview" aria-live="polite"><h3>${t("people.merge.become")}</h3>
      <p class="name"><bdi>${titleOf(told.value.person)}</bdi></p><${Addresses} one=${told.value.person} /><${Touched} told=${told.value} />
      ${names && html`<p class="warning">${t("people.merge.names", { name: titleOf(told.value.person) })}</p>`}
      ${told.value.person.is_owner && html`<p class="warning">${t("people.merge.owner")}</p>`}</section>`}
    <${Buttons} label=${t("people.merge.do")} disabled=${busy.value || !told.value} />
  </form>`;
}

function Split({ one }) {
  const [work, busy, fault] = useWork();
  const chosen = useSignal([]);
  const told = useSignal(null);
  const pick = (address, on) => {
    chosen.value = on ? [...chosen.value, address] : chosen.value.filter((each) => each !== address);
    told.value = null;
    if (chosen.value.length > 0 && chosen.value.length < one.addresses.length) work(async () => { told.value = await lookAtSplit(one, chosen.value); });
  };
  const submit = (event) => {
    event.preventDefault();
    work(() => split(one, chosen.value));
  };
  return html`<form onSubmit=${submit}>
    <${Fault} fault=${fault} />
    <fieldset class="candidates"><legend class="unseen">${t("people.split.which", { name: titleOf(one) })}</legend>
      ${one.addresses.filter((address) => !isOwn(address)).map((address) => html`<label key=${address}><input type="checkbox" checked=${chosen.value.includes(address)} onChange=${(event) => pick(address, event.target.checked)} /><span>${addressShown(address, true)}</span></label>`)}</fieldset>
    ${chosen.value.length === one.addresses.length && html`<p class="warning">${t("people.split.all")}</p>`}
    ${told.value && html`<section class="preview" aria-live="polite"><${Touched} told=${told.value} /><p class="faint">${t("people.split.stays")}</p></section>`}
    <${Buttons} label=${t("people.split.do")} disabled=${busy.value || !told.value} />
  </form>`;
}

function Privacy({ one }) {
  const [work, busy, fault] = useWork();
  const kept = useSignal(null);
  const typed = useSignal("");
  useEffect(() => { work(async () => { kept.value = await lookAtKept(one); }); }, []);
  const name = one.name ?? one.calls_themselves ?? addressShown(one.addresses[0], true);
  const submit = (event) => {
    event.preventDefault();
    const itemsToo = event.currentTarget.elements.items.checked;
    work(() => forget(one, itemsToo));
  };
  const n = (key) => new Intl.NumberFormat(locale).format(kept.value[key]);
  return html`<form onSubmit=${submit}>
    <${Fault} fault=${fault} />
    ${kept.value && html`<dl class="kept">${COUNTS.map((key) => html`<div key=${key}><dt>${t(`kept.${key}`)}</dt><dd>${n(key)}</dd></div>`)}</dl>
      ${kept.value.rules.length > 0 && html`<p class="faint">${t("kept.rules", { rules: kept.value.rules.join(", ") })}</p>`}
      <p><a href=${exportOf(one)} download="person.json">${t("people.export")}</a></p>
      ${one.is_owner ? html`<p class="faint">${t("people.forget.owner")}</p><div class="buttons"><button type="button" onClick=${close}>${t("items.close")}</button></div>` : html`
      <section class="preview danger"><h3>${t("people.forget")}</h3><p>${t("people.forget.what")}</p>
        <label class="check"><input type="checkbox" name="items" /> ${t(kept.value.items_of_others === 1 ? "people.forget.items.one" : "people.forget.items", { n: n("items_of_others") })}</label>
        <div class="entry"><label for="typed">${t("people.forget.type", { name })}</label><input id="typed" autocomplete="off" value=${typed.value} onInput=${(event) => { typed.value = event.target.value; }} /></div></section>
      <${Buttons} label=${t("people.forget.do")} disabled=${busy.value || typed.value.trim() !== name} danger />`}`}
  </form>`;
}

const SHEETS = {
  edit: [Edit, titleOf],
  merge: [Merge, (one) => t("people.merge.who", { name: titleOf(one) })],
  split: [Split, (one) => t("people.split.which", { name: titleOf(one) })],
  privacy: [Privacy, (one) => t("people.privacy.of", { name: titleOf(one) })],
  chat: [EditChat, chatTitle],
};

export function Open() {
  if (!sheet.value) return null;
  const { what, one } = sheet.value;
  const [What, title] = SHEETS[what];
  return html`<${Sheet} key=${what + keyOf(one)} title=${title(one)} onClose=${close}><${What} one=${one} /><//>`;
}
