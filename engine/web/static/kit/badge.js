// How many readings wait for a person, beside the name of the page in the list of pages; it stays true by the stream.
import { overhear } from "./line.js";

const KEPT = "toque_waiting";
const SOON_MS = 400;
const most = 100; // the server counts no further
const badge = document.querySelector("[data-badge=inbox]");

let soon = null;

function show(n) {
  badge.hidden = n === 0;
  badge.firstElementChild.textContent = n >= most ? `${most - 1}+` : String(n);
}

async function look() {
  soon = null;
  try {
    const answer = await fetch("/api/review/count", { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const { waiting } = await answer.json();
    sessionStorage.setItem(KEPT, String(waiting));
    show(waiting);
  } catch {
    // The number that stood there stays; the next row asks again.
  }
}

const again = () => { soon ??= setTimeout(look, SOON_MS); };

if (badge) {
  // At once what it was on the page before, then what it is.
  show(Number(sessionStorage.getItem(KEPT) ?? 0));
  overhear({ row: again, review: again, anew: again });
  look();
}
