// The live page: draws what the server laid into it, then goes on over the one line that all tabs share.
import { ask } from "../kit/api.js";
import { $, announce } from "../kit/dom.js";
import { hear } from "../kit/line.js";
import { say } from "../kit/state.js";
import { html, render, signal } from "../kit/view.js";
import { locale, t } from "../kit/words.js";
import { KEEP, Lines, lines, mayUndo, result, zones } from "./lines.js";
import { Now } from "./now.js";

const DRAW_MS = 200; // between two drawings, however quickly lines come
const LOOK_MS = 5000; // between two looks at how things are
const SAY_MS = 10000; // between two words to whoever listens to the page
const BLUR = "toque_clear"; // messages are blurred unless somebody said otherwise

const first = JSON.parse($("first").textContent);
const now = signal(first.now);
const waiting = []; // came, and not drawn yet

let count = 0;
let paused = false;
let drawing = null;
let spoken = 0;

// --- lines as they come -----------------------------------------------------------------------------------------

function row(told) {
  count += 1;
  waiting.unshift({ ...told, fresh: true });
  // What would never be seen is not kept, however long the page rests.
  if (waiting.length > KEEP) waiting.length = KEEP;
  drawing ??= setTimeout(draw, DRAW_MS);
}

function draw() {
  drawing = null;
  $("count").textContent = count ? t(paused ? "live.new" : "live.since", { n: new Intl.NumberFormat(locale).format(paused ? waiting.length : count) }) : "";
  if (paused) return;
  const known = new Set(lines.value.map((line) => line.id));
  const come = waiting.splice(0).filter((line) => !known.has(line.id));
  if (!come.length) return;
  lines.value = [...come, ...lines.value].slice(0, KEEP);
  $("feed-empty").hidden = true;
  speak(come);
  look();
}

function speak(come) {
  if (Date.now() - spoken < SAY_MS) return;
  spoken = Date.now();
  announce(come.length === 1 ? result(come[0]) : t("live.new", { n: come.length }));
}

// Nobody can fill the gap: the newest lines are fetched with the page itself.
const anew = () => location.reload();

// --- how things are ---------------------------------------------------------------------------------------------

let looked = 0;

async function look() {
  if (document.hidden || Date.now() - looked < LOOK_MS - 200) return;
  looked = Date.now();
  try {
    now.value = await ask("/api/overview");
    $("fault").hidden = true;
  } catch {
    $("fault").textContent = t("how.no_database");
    $("fault").hidden = false;
  }
}

const Whole = () => now.value && html`<${Now} now=${now.value} />`;

// --- switches ---------------------------------------------------------------------------------------------------

function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
}

function blur(on) {
  press($("blur"), on);
  $("feed").classList.toggle("blurred", on);
}

$("blur").addEventListener("click", () => {
  const on = localStorage.getItem(BLUR) !== null;
  if (on) localStorage.removeItem(BLUR);
  else localStorage.setItem(BLUR, "1");
  blur(on);
});

$("pause").addEventListener("click", () => {
  paused = !paused;
  press($("pause"), paused);
  $("pause").textContent = t(paused ? "live.resume" : "live.pause");
  draw();
});

$("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText($("try").textContent);
  $("copy").textContent = t("live.copied");
});

// --- from here on -----------------------------------------------------------------------------------------------

blur(localStorage.getItem(BLUR) === null);
mayUndo.value = first.may_undo;
zones.value = first.zones;
lines.value = first.lines;
if (first.now) $("now").replaceChildren();
render(html`<${Whole} />`, $("now"));
$("feed").replaceChildren();
render(html`<${Lines} />`, $("feed"));
hear(first.place, { row, anew, state: say });
setInterval(look, LOOK_MS);
if (!first.now) look();
