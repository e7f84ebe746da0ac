// How each class of things is painted: a colour and a texture, so that nobody needs to tell colours apart.
import { signal } from "../kit/view.js";

const root = document.documentElement;
const TILE = 8;

export const theme = signal(0); // raised when the colours change: what is painted is painted anew
export const LOOKS = ["done", "undone", "failed", "nothing"];

new MutationObserver(() => { theme.value += 1; }).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { theme.value += 1; });

// A variable of the style sheets as a colour that a canvas takes.
export function colour(name) {
  const probe = document.createElement("span");
  probe.style.forcedColorAdjust = "none"; // a chart keeps its textures where the system chooses the colours
  probe.style.color = `var(${name})`;
  root.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

const LINES = {
  undone: [[0, TILE, TILE, 0], [-TILE / 2, TILE / 2, TILE / 2, -TILE / 2], [TILE / 2, TILE * 1.5, TILE * 1.5, TILE / 2]],
  failed: [[0, TILE / 2, TILE, TILE / 2], [TILE / 2, 0, TILE / 2, TILE]],
  nothing: [[0, TILE / 2, TILE, TILE / 2]],
};

// A full tone, slanted lines, a grid, or level lines.
export function paint(look) {
  const tone = colour(`--l-${look}`);
  if (look === "done") return tone;
  const ratio = devicePixelRatio || 1;
  const tile = document.createElement("canvas");
  tile.width = TILE * ratio;
  tile.height = TILE * ratio;
  const pen = tile.getContext("2d");
  pen.scale(ratio, ratio);
  pen.fillStyle = colour(`--l-${look}-soft`);
  pen.fillRect(0, 0, TILE, TILE);
  pen.strokeStyle = tone;
  pen.lineWidth = 2;
  for (const [x1, y1, x2, y2] of LINES[look]) {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  }
  return pen.createPattern(tile, "repeat");
}
