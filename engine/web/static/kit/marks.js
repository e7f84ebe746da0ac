// A message with the words coloured that something was read from.
import { colour } from "./cards.js";
import { make } from "./dom.js";
import { pieces } from "./spans.js";
import { t } from "./words.js";

// The spans of all that was read; of several bills each has its own.
export function spansOf(explanation) {
  return [...explanation.drafts, ...explanation.failures].flatMap((one) =>
    Object.entries(one.spans).map(([name, [start, end]]) => ({ name: name.split(".").pop(), start, end })));
}

export function annotated(text, spans) {
  const found = [];
  for (const piece of pieces(text, spans)) {
    if (piece.names.length) {
      found.push(mark(piece));
      continue;
    }
    // A mark is a box: the question mark right after it must not stand alone on the next line.
    const [tail] = found.length ? /^\S*/u.exec(piece.text) : [""];
    if (tail) found.push(make("span", "tied", found.pop(), tail));
    if (piece.text.length > tail.length) found.push(piece.text.slice(tail.length));
  }
  return found;
}

export function mark({ text, names: all }) {
  // `$890` is amount and currency: one word says both.
  const names = all.filter((name) => name !== "currency" || all.length === 1);
  const words = [...new Set(names.map((name) => t(`field.${name}`)))].join(" · ");
  const element = make("mark", "", make("span", "said", text), make("span", "field", words));
  element.dataset.colour = colour(names[0]);
  return element;
}
