// What a message says, with *bold* as WhatsApp writes it.
import { make } from "./dom.js";

const BOLD = /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu;
export const plain = (text) => text.replace(BOLD, "$1");

export function formatted(text) {
  const found = [];
  let from = 0;
  for (const one of text.matchAll(BOLD)) {
    found.push(text.slice(from, one.index), make("strong", "", one[1]));
    from = one.index + one[0].length;
  }
  return [...found, text.slice(from)];
}
