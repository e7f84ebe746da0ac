// The rule that is being written: its YAML, what that says, what is wrong with it, and how it is saved.
import { act } from "../kit/act.js";
import { announce, coalesced } from "../kit/dom.js";
import { reach, whyNot } from "../kit/reach.js";
import { batch, computed, signal } from "../kit/view.js";
import { t } from "../kit/words.js";
import { at, load, mayWrite, numbers, path, rules, show, tagOf, tell } from "./state.js";
import { known, written } from "./templates.js";

const PAUSE_MS = 450; // after the last key, before anybody is asked
const EVERY_MS = 1500; // and no more often than so: a person may ask the API a hundred times a minute
const SAY_MS = 1200; // a screen reader is told when somebody stopped, not at every key

export const yaml = signal("");
export const saved = signal(""); // the YAML as it is stored
export const says = signal(null); // the rule as JSON; null while its YAML cannot be read
export const faults = signal([]);
export const moreFaults = signal(0); // besides those that an answer tells
export const checked = signal(false); // somebody has looked at it
export const kept = signal(null); // the rule as the server has it; null: a new one
export const connection = signal(0);
export const trouble = signal("");
export const other = signal(null); // { rule, yaml, versions }: what somebody else saved meanwhile
export const ahead = signal(null); // a plan with conflicts, to be looked at first
export const busy = signal(false);

export const dirty = computed(() => yaml.value !== saved.value);
export const errors = computed(() => faults.value.filter((one) => one.severity !== "warning"));
export const writable = computed(() => mayWrite.value && kept.value?.managed_by !== "file");

let speech = null;

// Returns what calls `work` a moment after the last of many calls.
export function calmly(work) {
  let pause = null;
  let last = 0;
  return (now = false) => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      last = Date.now();
      work();
    }, now ? 0 : Math.max(PAUSE_MS, last + EVERY_MS - Date.now()));
  };
}

async function text(address) {
  const answer = await reach(address, { headers: { Accept: "application/yaml" } });
  if (!answer.ok) throw new Error(whyNot(await answer.json().catch(() => null)));
  return answer.text();
}

// Opens a rule, or begins one.
export async function begin(where) {
  batch(() => {
    kept.value = ahead.value = other.value = says.value = null;
    faults.value = [];
    moreFaults.value = 0;
    checked.value = false;
    trouble.value = yaml.value = saved.value = "";
    connection.value = where.connection ?? numbers.value[0]?.id ?? 0;
  });
  try {
    if (where.view === "new") write(known(where.from) ? written(where.from) : "");
    else await take(where.id);
  } catch (refusal) {
    trouble.value = refusal.message;
  }
}

async function take(id) {
  const address = at(path({ id }), connection.value);
  const [rule, words] = await Promise.all([act("GET", address), text(address)]);
  batch(() => {
    kept.value = rule;
    saved.value = words;
    trouble.value = "";
  });
  write(words);
}

// Takes what stands in the YAML now; it is read and looked through a moment later.
export function write(words) {
  yaml.value = words;
  look(!checked.value);
}

const look = calmly(coalesced(async () => {
  const sent = yaml.value;
  try {
    const told = await act("POST", "/api/rules/check", sent);
    if (yaml.value !== sent) return;
    batch(() => {
      faults.value = told.faults;
      moreFaults.value = told.more_faults;
      checked.value = true;
      says.value = told.written && typeof told.written === "object" && !Array.isArray(told.written) ? told.written : null;
      trouble.value = "";
    });
    speak();
  } catch (refusal) {
    trouble.value = refusal.message;
  }
}));

let spoken = "";

function speak() {
  clearTimeout(speech);
  speech = setTimeout(() => {
    const [first] = errors.value;
    const now = first ? `${t(errors.value.length === 1 ? "book.error" : "book.errors", { n: errors.value.length })}: ${told(first)}` : t("book.sound");
    if (now !== spoken) announce(now);
    spoken = now;
  }, SAY_MS);
}

export const told = (one) => [one.line && t("book.line", { n: one.line }), `${one.detail}${one.suggestion ? ` (${one.suggestion})` : ""}`].filter(Boolean).join(": ");

// Changes values by the form: `[["/when/by", "anyone"], …]`. They are written into the YAML as it is at that moment.
export async function change(...values) {
  const changes = values.map(([place, value]) => ({ path: place, value }));
  try {
    let sent;
    let done;
    do {
      sent = yaml.value;
      done = await act("POST", "/api/rules/edit", { yaml: sent, changes });
    } while (yaml.value !== sent);
    batch(() => {
      says.value = done.rule;
      trouble.value = "";
    });
    write(done.yaml);
  } catch (refusal) {
    trouble.value = refusal.message;
  }
}

// --- saving -----------------------------------------------------------------------------------------------------

async function attempt(work) {
  if (busy.value) return;
  busy.value = true;
  try {
    await work();
    trouble.value = "";
  } catch (refusal) {
    if (refusal.status === 412) await meanwhile();
    else if (refusal.said?.errors?.length && refusal.said.errors[0].line) {
      faults.value = refusal.said.errors;
      moreFaults.value = refusal.said.more_errors ?? 0;
    } else trouble.value = refusal.message;
    announce(refusal.message);
  } finally {
    busy.value = false;
  }
}

async function meanwhile() {
  const address = at(path(kept.value), connection.value);
  try {
    const [rule, words, { versions }] = await Promise.all([act("GET", address), text(address), act("GET", at(`${path(kept.value)}/versions`, connection.value))]);
    other.value = { rule, yaml: words, versions: versions.filter((one) => one.version > kept.value.version) };
  } catch (refusal) {
    // Somebody deleted it: what is written here can be kept as a new one.
    trouble.value = refusal.message;
  }
}

// Saves; where the rule gets into another one's way, that is shown first.
export const save = () => writable.value && attempt(async () => {
  const plan = await act("POST", at("/plan?by_hand=true", connection.value), yaml.value);
  if (plan.conflicts.length) ahead.value = plan;
  else await put();
});

export const saveAnyway = () => attempt(put);

async function put() {
  const sent = yaml.value;
  const before = kept.value;
  const now = before
    ? await act("PUT", at(path(before), connection.value), sent, tagOf(before))
    : await act("POST", `/api/rules?connection=${connection.value}`, sent);
  batch(() => {
    kept.value = now;
    saved.value = sent;
    ahead.value = other.value = null;
  });
  if (!before) show({ view: "rule", id: now.id, connection: now.connection_id, stays: true }, { replace: true });
  tell(t("book.told.saved", { name: now.in_words.name, version: now.version }));
  load();
}

// Lets what is written here win over what somebody saved meanwhile, or the other way round.
export function settle({ mine }) {
  const { rule, yaml: theirs } = other.value;
  batch(() => {
    kept.value = rule;
    saved.value = theirs;
    other.value = null;
  });
  if (mine) save();
  else write(theirs);
}

// A file's rule becomes one of this page, as it is.
export const adopt = () => attempt(async () => {
  const now = await act("PUT", at(`${path(kept.value)}?take_over=true`, connection.value), saved.value, tagOf(kept.value));
  kept.value = now;
  tell(t("book.told.adopted", { name: now.in_words.name }));
  load();
});

export const turnTo = (on) => attempt(async () => {
  const now = await act("POST", at(`${path(kept.value)}/${on ? "enable" : "disable"}`, connection.value), undefined, tagOf(kept.value));
  await after(now, t(on ? "book.told.on" : "book.told.off", { name: now.in_words.name }));
});

export const goBack = (version) => attempt(async () => {
  const now = await act("POST", at(`${path(kept.value)}/rollback`, connection.value), { version }, tagOf(kept.value));
  await after(now, t("book.told.rolled", { version, now: now.version }));
});

async function after(now, words) {
  await take(now.id);
  tell(words);
  load();
}

export const taken = (id) => rules.value.some((rule) => rule.id === id && rule.connection_id === connection.value);
