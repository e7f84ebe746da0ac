// Two texts line by line: what stayed, went and came.
import { html } from "../kit/view.js";
import { t } from "../kit/words.js";

const MOST = 600; // lines: beyond that all of the old went and all of the new came
const NEAR = 2; // lines around a change that are shown

export function lines(before, after) {
  const [old, now] = [before, after].map((text) => text.replace(/\n$/, "").split("\n"));
  if (old.length > MOST || now.length > MOST) return [...old.map((text) => ["-", text]), ...now.map((text) => ["+", text])];
  // The longest common run of lines, from the end: [n][m] is what is left behind both.
  const left = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let n = old.length - 1; n >= 0; n -= 1) {
    for (let m = now.length - 1; m >= 0; m -= 1) left[n][m] = old[n] === now[m] ? left[n + 1][m + 1] + 1 : Math.max(left[n + 1][m], left[n][m + 1]);
  }
  const found = [];
  let [n, m] = [0, 0];
  while (n < old.length || m < now.length) {
    if (n < old.length && m < now.length && old[n] === now[m]) {
      found.push([" ", old[n]]);
      n += 1;
      m += 1;
    } else if (n < old.length && (m >= now.length || left[n + 1][m] >= left[n][m + 1])) {
      found.push(["-", old[n]]);
      n += 1;
    } else {
      found.push(["+", now[m]]);
      m += 1;
    }
  }
  return found;
}

const WORDS = { "+": "diff.came", "-": "diff.went" };

export function Diff({ before, after, label }) {
  const all = lines(before, after);
  const near = all.map((_, n) => all.slice(Math.max(0, n - NEAR), n + NEAR + 1).some(([sign]) => sign !== " "));
  if (!near.includes(true)) return html`<p class="faint">${t("diff.none")}</p>`;
  return html`<div class="diff" role="group" tabindex="0" aria-label=${label}>${all.map(([sign, text], n) => near[n] && html`<div key=${n} class=${sign === "+" ? "came" : sign === "-" ? "went" : "stayed"}><span aria-hidden="true">${sign}</span>${sign !== " " && html`<span class="unseen">${t(WORDS[sign])} </span>`}<code>${text || " "}</code>${n + 1 < all.length && !near[n + 1] ? html`<span class="gap" aria-hidden="true">⋯</span>` : ""}</div>`)}</div>`;
}
