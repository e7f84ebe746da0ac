// What the pages' parts are written with: `html` makes elements of a template, signals tell them when to draw again.
import htm from "../vendor/htm.js";
import { h, render } from "../vendor/preact.js";

export { render };
export { batch, computed, effect, signal, useComputed, useSignal, useSignalEffect } from "../vendor/signals.js";
export { useEffect, useLayoutEffect, useRef } from "../vendor/preact-hooks.js";
export const html = htm.bind(h);
