// A new rule begins from one that works: its YAML stands in the editor, to be changed.
import { html, useEffect } from "../kit/view.js";
import { t } from "../kit/words.js";
import { rules, show } from "./state.js";

// The lines after the name, in the reader's language: `~` is the tag, `%` the note that says what to change.
const KINDS = {
  task: ["🛒", 'when: { reaction: "🛒" }', "parse: task", "do:", "  - create_task: { tags: [~] } %"],
  event: ["🍽️", 'when: { reaction: "🍽️" }', "parse: calendar", "do:", "  - create_event: { duration: 2h, tags: [~] } %"],
  bill: ["🏠", 'when: { reaction: "🏠" }', "parse: bill", "do:", "  - create_bill: { tags: [~], remind: [3d, 1d] } %"],
  note: ["💡", 'when: { reaction: "💡" }', "parse: note", "do:", "  - create_note: { tags: [~] } %"],
  claim: ["👀", 'when: { reaction: "👀", chat: groups, by: members } %', "parse: task", "do:", "  - create_task: { assignee: reactor }"],
  message: ["💬", "when: { message: any, chat: groups, by: anyone } %", "if:", "  - { field: text, contains: [no funciona, not working] }", "parse: note", "do:", "  - create_note: { tags: [~] }"],
};
export const known = (from) => Object.hasOwn(KINDS, from);

// Its name as an id: "Avería" is "averia".
export const idOf = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "");

export function free(id) {
  const taken = new Set(rules.value.map((rule) => rule.id));
  let made = id;
  for (let n = 2; taken.has(made); n += 1) made = `${id}-${n}`;
  return made;
}

export function written(from) {
  const [, ...lines] = KINDS[from];
  const body = lines.map((line) => line.replace("[~]", () => `[${t(`template.${from}.tag`)}]`).replace("%", () => `# ${t(`template.${from}.hint`)}`));
  const name = t(`template.${from}.name`);
  return [`id: ${free(idOf(name))}`, `name: ${name}`, ...body, ""].join("\n");
}

// What to try it on at first.
export const sample = (from) => t(`template.${from}.try`);

export function Templates() {
  useEffect(() => {
    const back = (event) => { if (event.key === "Escape" && !document.querySelector("dialog[open]")) show({ view: "list" }); };
    addEventListener("keydown", back);
    return () => removeEventListener("keydown", back);
  }, []);
  return html`<section class="beginnings" aria-labelledby="begin">
  <p><a class="small" href="/rules" onClick=${(event) => { event.preventDefault(); show({ view: "list" }); }}>← ${t("book.back")}</a></p>
  <h2 id="begin">${t("book.begin")}</h2>
  <ul class="kinds-of">${Object.entries(KINDS).map(([from, [emoji]]) => html`<li key=${from}><button type="button" data-row="" onClick=${() => show({ view: "new", from })}><span class="picture" aria-hidden="true">${emoji}</span><strong>${t(`template.${from}`)}</strong><span class="faint">${t(`template.${from}.about`)}</span></button></li>`)}</ul>
</section>`;
}
