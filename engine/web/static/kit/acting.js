// What pages with lists share: looking, doing something with a word of what was done or why not, and choosing several.
import { announce, coalesced } from "./dom.js";
import { batch, signal } from "./view.js";
import { t } from "./words.js";

// Looking, again and again: what is in the way of it stands in `away`, and is gone as soon as looking works again.
export function looking(words, work) {
  const away = signal("");
  const load = coalesced(async () => {
    try {
      await work();
      away.value = "";
    } catch (refusal) {
      away.value = t(words, { why: refusal.message });
    }
  });
  return { away, load };
}

// Doing: `tell` says what was done, with the way back; a refusal stays until something else is done. `after` looks anew.
export function acting({ after, why = (refusal) => refusal.message }) {
  const notice = signal(null); // { words, undo }
  const fault = signal("");
  function tell(words, undo = null) {
    batch(() => {
      notice.value = { words, undo };
      fault.value = "";
    });
    announce(words);
  }
  async function attempt(work) {
    try {
      await work();
      fault.value = "";
    } catch (refusal) {
      fault.value = why(refusal);
    }
    return after();
  }
  return { notice, fault, tell, attempt };
}

// Choosing some of what is shown: what is no longer there is no longer chosen.
export function choosing() {
  const picked = signal(new Set());
  const choose = (ids) => { picked.value = new Set(ids); };
  function pick(id, on) {
    const next = new Set(picked.value);
    if (on) next.add(id);
    else next.delete(id);
    picked.value = next;
  }
  function keep(rows) {
    const there = new Set(rows.map((row) => row.id));
    choose([...picked.value].filter((id) => there.has(id)));
  }
  return { picked, pick, choose, keep };
}
