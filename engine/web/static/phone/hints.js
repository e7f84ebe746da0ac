// The four hints that teach it; each is ticked off when Toque has done what it speaks of.
import { $, announce, make, unseen } from "../kit/dom.js";
import { t } from "../kit/words.js";

const STEPS = ["react", "back", "change", "own"];
const KEPT = "toque.hints";
const EMOJI = "💳";

let done = new Set(JSON.parse(localStorage.getItem(KEPT) ?? "[]"));
const written = new Set(JSON.parse(sessionStorage.getItem("toque.written") ?? "[]"));

export function start() {
  $("hints-again").addEventListener("click", () => {
    done = new Set();
    keep();
    $("hints-title").scrollIntoView({ block: "nearest" });
  });
  draw();
}

export const target = () => (done.has("react") ? null : t("hints.react.text"));

// A message that was typed here.
export function wrote(id) {
  written.add(id);
  sessionStorage.setItem("toque.written", JSON.stringify([...written].slice(-50)));
}

export function settled({ message_id: id, outcome, emoji }) {
  const made = ["created", "reopened"].includes(outcome);
  if (made) tick("react");
  if (outcome === "cancelled" && !emoji) tick("back");
  if (outcome === "converted") tick("change");
  if (made && written.has(id)) tick("own");
}

function tick(step) {
  if (done.has(step)) return;
  done.add(step);
  announce(`${t(`hints.${step}`)}: ${t("hints.done")}`);
  keep();
}

function keep() {
  localStorage.setItem(KEPT, JSON.stringify([...done]));
  draw();
  dispatchEvent(new Event("hints"));
}

function draw() {
  const next = STEPS.find((step) => !done.has(step));
  $("hints").replaceChildren(...STEPS.map((step, n) => {
    const mark = make("span", "tick", done.has(step) ? "✓" : String(n + 1));
    mark.setAttribute("aria-hidden", "true");
    const row = make("li", done.has(step) ? "done" : step === next ? "next" : "", mark, make("span", "", t(`hints.${step}`)));
    if (done.has(step)) row.append(unseen(`, ${t("hints.done")}`));
    if (step === next) row.setAttribute("aria-current", "step");
    row.dataset.hint = step;
    return row;
  }));
  $("hints-count").textContent = t("hints.count", { n: done.size });
  $("hints-again").hidden = done.size === 0;
  $("hints-how").replaceChildren(...how(next));
  // Where phone and result are two views, the next step stands above the phone as well.
  $("hint-here").replaceChildren(...how(next));
}

function how(next) {
  if (!next) {
    const [before, after] = t("hints.over").split("{link}");
    const link = make("a", "", t("connect"));
    link.href = "/settings/connections#connect";
    return [before, link, after];
  }
  return [t(`hints.${next}.how`, { text: t("hints.react.text"), emoji: EMOJI })];
}
