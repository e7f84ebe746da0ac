// The word in the head of the page: whether the line to the server is open, and whether anybody works there.
import { ask } from "./api.js";
import { $ } from "./dom.js";
import { t } from "./words.js";

let line = "connecting";
let working = true;

export function say(state) {
  line = state;
  draw();
}

function draw() {
  // An open line alone is no good news: without a worker nothing ever comes over it.
  const shown = line === "live" && !working ? "stalled" : line;
  $("state").dataset.state = shown;
  $("state-word").textContent = t(`state.${shown}`);
}

async function look() {
  if (document.hidden) return;
  try {
    working = (await ask("/api/health")).working !== false;
  } catch {
    return; // whoever does not answer says nothing of the workers; the line itself will tell
  }
  draw();
}

// Not at once: right after a start the workers are still on their way.
setTimeout(look, 5000);
setInterval(look, 10000);
