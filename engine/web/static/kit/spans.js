// Cuts a text where something was read from it. Spans count code points; JavaScript's strings count UTF-16 units.

// Where each code point begins, and where the last one ends.
export function beginnings(text) {
  const places = [0];
  for (const one of text) places.push(places.at(-1) + one.length);
  return places;
}

// Returns the text in pieces, each with the names of the spans that cover it, the narrowest first.
// Neighbours that are covered alike are one piece.
export function pieces(text, spans) {
  const places = beginnings(text);
  const last = places.length - 1;
  const known = spans
    .map(({ name, start, end }) => ({ name, start: Math.max(0, start), end: Math.min(last, end) }))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => (one.end - one.start) - (other.end - other.start));
  const cuts = [...new Set([0, last, ...known.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const found = [];
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    const [start, end] = [cuts[n], cuts[n + 1]];
    const names = [...new Set(known.filter((span) => span.start <= start && end <= span.end).map((span) => span.name))];
    found.push({ text: text.slice(places[start], places[end]), names });
  }
  return found;
}
