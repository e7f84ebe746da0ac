// What was looked at and how it was found: in the page's words what it means and what to do, below in the server's own.
import { html } from "../kit/view.js";
import { has, language, t } from "../kit/words.js";

const MARKS = { good: "✓", warning: "!", fault: "✗" };

function Finding({ one }) {
  const key = `finding.${one.about}.${one.level}`;
  return html`<li class=${`finding ${one.level}`}>
    <span class="mark" aria-hidden="true">${MARKS[one.level]}</span>
    <div><p><span class="unseen">${t(`finding.${one.level}`)}: </span><strong>${has(key) ? t(key) : one.says}</strong></p>
      ${has(key) && (language !== "en" || one.level !== "good" || one.about !== "way") && html`<p class="faint" lang="en">${one.says}</p>`}
      ${has(`${key}.fix`) ? html`<p class="fix">${t(`${key}.fix`)}</p>` : one.level !== "good" && one.fix && html`<p class="fix" lang="en">${one.fix}</p>`}</div>
  </li>`;
}

export const Findings = ({ all }) => html`<ul class="findings">${all.map((one, n) => html`<${Finding} key=${n} one=${one} />`)}</ul>`;
