// How many readings wait for a person, beside the name of the page in the list of pages; it stays true by the stream.
import { calm } from "./calm.js";
import { overhear } from "./line.js";

const KEPT = "toque_waiting";
const most = 100; // the server counts no further
const badge = document.querySelector("[data-badge=inbox]");

let waiting = 0;

function show(n) {
  badge.hidden = n === 0;
  badge.firstElementChild.textContent = n >= most ? `${most - 1}+` : String(n);
}

async function look() {
  try {
    const answer = await fetch("/api/review/count", { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    ({ waiting } = await answer.json());
    sessionStorage.setItem(KEPT, String(waiting));
    show(waiting);
  } catch {
    // The number that stood there stays; the next row asks again.
  }
}

const again = calm(look);
// Only what could not be read waits; and while something waits, a reaction that changes may end that.
const row = (told) => { if (told.error || waiting) again(); };

if (badge) {
  // At once what it was on the page before, then what it is.
  show(Number(sessionStorage.getItem(KEPT) ?? 0));
  overhear({ row, review: again, anew: again });
  look();
}
