// What the parts of settings share: what was laid into the page, a word of what was done, and a line to the server.
import { act } from "../kit/act.js";
import { $, announce } from "../kit/dom.js";
import { hear } from "../kit/line.js";
import { reach, whyNot } from "../kit/reach.js";
import { say } from "../kit/state.js";
import { html, render, signal } from "../kit/view.js";
import { t } from "../kit/words.js";

export const first = JSON.parse($("first").textContent);
export const fault = signal("");
export const said = signal("");

export const reasons = (refusal) => [refusal.message, ...(refusal.said?.errors ?? []).map((one) => one.detail)].join(" ");

// Does something, and says what came of it; a refusal stands on the page in the server's own words.
export async function attempt(work, words = "") {
  try {
    const answer = await work();
    fault.value = "";
    said.value = words;
    if (words) announce(words);
    return answer ?? true;
  } catch (refusal) {
    said.value = "";
    fault.value = reasons(refusal);
    return null;
  }
}

// What is read, with its tag for who changes it.
export async function read(address) {
  const answer = await reach(address, { headers: { Accept: "application/json" } });
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw Object.assign(new Error(whyNot(body)), { said: body });
  return { ...body, tag: answer.headers.get("etag") };
}

export async function pages(address, name) {
  const all = [];
  for (let cursor = ""; cursor !== null;) {
    const page = await act("GET", `${address}?limit=500${cursor && `&cursor=${cursor}`}`);
    all.push(...page[name]);
    cursor = page.next_cursor;
  }
  return all;
}

export const numberName = (id) => first.numbers.find((one) => one.id === id)?.title ?? `#${id}`;

export const Said = () => html`
  ${fault.value && html`<p class="notice" role="alert">${fault.value}</p>`}
  ${said.value && html`<p class="notice good"><bdi>${said.value}</bdi></p>`}`;

// The numbers to choose among, as boxes; none chosen may mean all, which `all` says.
export function Numbers({ name = "numbers", chosen = [], all }) {
  return html`<fieldset class="entry"><legend>${t("settings.numbers")}</legend>
    ${all && html`<p class="hint">${all}</p>`}
    ${first.numbers.map((one) => html`<label class="box" key=${one.id}><input type="checkbox" name=${name} value=${one.id} defaultChecked=${chosen.includes(one.id)} /> <bdi>${one.title}</bdi></label>`)}
    ${first.numbers.length === 0 && html`<p class="hint">${t("settings.numbers.none")}</p>`}
  </fieldset>`;
}

export const ticked = (form, name) => [...form.elements].filter((one) => one.name === name && one.checked).map((one) => one.value);

export function Buttons({ onClose, words, danger = false, off = false }) {
  return html`<p class="buttons"><button type="button" onClick=${onClose}>${t("items.close")}</button><button type="submit" class=${danger ? "main danger" : "main"} disabled=${off}>${words}</button></p>`;
}

// Draws a part in place of what the server laid there, and keeps the word in the head true.
export function draw(Part, hearers = {}) {
  $("part").replaceChildren();
  render(html`<${Part} />`, $("part"));
  hear(null, { row: () => {}, anew: () => {}, state: say, ...hearers });
}
