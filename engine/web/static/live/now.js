// How things are: a sentence with the worst problem first, a chip for each number, four numbers and how they went.
import { Spark } from "../kit/spark.js";
import { moment } from "../kit/times.js";
import { html } from "../kit/view.js";
import { locale, percent, t } from "../kit/words.js";
import { zones } from "./lines.js";

const number = new Intl.NumberFormat(locale);
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

export function seconds(n) {
  const [unit, size] = UNITS.find(([, each]) => n >= each) ?? UNITS.at(-1);
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: n < 10 ? 1 : 0 }).format(n / size);
}

const Fine = () => html`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="m5 13 4.5 4.5L19 7" /></svg>`;

// Where a page does what the command does.
const NUMBERS = ["/settings/connections", "number.look"];
const WHERE = {
  no_number: ["/settings/connections#connect", "connect"], close: NUMBERS, connecting: NUMBERS, silent: NUMBERS, dead: ["/queue", "nav.queue"],
};

function Sentence({ now }) {
  const { code, remedy } = now.problem;
  const fine = code === "fine";
  const where = WHERE[code];
  return html`<p class=${`how ${fine ? "fine" : "bad"}`}>
    <span class="sign" aria-hidden="true">${fine ? html`<${Fine} />` : "!"}</span>
    <span>${now.sentence}${remedy && html` <code>${remedy}</code>`}${where && html` <a href=${where[0]}>${t(where[1])}</a>`}</span>
  </p>`;
}

function Chip({ line }) {
  const at = line.last_heard_at && new Date(line.last_heard_at);
  return html`<li class=${`chip ${line.state}`}>
    <span class="mark" aria-hidden="true"></span><strong>${line.title}</strong> <span>${t(`line.${line.state}`)}</span>
    ${at && html` <time dateTime=${line.last_heard_at} title=${moment(line.last_heard_at, zones.value[line.id])}>${at.toLocaleTimeString(locale, { timeZone: zones.value[line.id], hour: "numeric", minute: "2-digit" })}</time>`}
  </li>`;
}

function Four({ name, value, values, most, look, href }) {
  return html`<div class=${`four ${look ?? ""}`}>
    <dt>${t(`number.${name}`)}</dt>
    <dd><span class="value">${href ? html`<a href=${href} aria-label=${`${t("nav.inbox")}: ${value}`}>${value}</a>` : value}</span><${Spark} values=${values} most=${most} /><span class="of">${t(`number.${name}.of`)}</span></dd>
  </div>`;
}

export function Now({ now }) {
  const of = now.numbers;
  return html`
    <${Sentence} now=${now} />
    ${now.lines.length > 0 && html`<ul class="lines" aria-label=${t("lines")}>${now.lines.map((line) => html`<${Chip} key=${line.id} line=${line} />`)}</ul>`}
    <dl class="numbers">
      <${Four} name="waiting" value=${seconds(of.waiting_seconds)} values=${of.waited} most=${1} look=${of.waiting_seconds >= 60 ? "bad" : ""} />
      <${Four} name="minute" value=${number.format(of.a_minute)} values=${of.minutes} />
      <${Four} name="success" value=${of.success === null ? "–" : percent(of.success)} values=${of.hours} most=${1} />
      <${Four} name="review" value=${of.review >= 100 ? "99+" : number.format(of.review)} values=${of.doubts} look=${of.review > 0 ? "warn" : ""} href="/inbox" />
    </dl>`;
}
