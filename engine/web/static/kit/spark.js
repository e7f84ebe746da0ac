// A small line of how a number went, without axes: the number beside it says where it stands.
import { html } from "./view.js";

const [WIDTH, HEIGHT, EDGE] = [100, 28, 2];

// `values`, the oldest first; where there is none (null) the line has a gap. `most`: the height of the whole.
export function Spark({ values, most = 0, className = "" }) {
  const top = Math.max(most, ...values.map((value) => value ?? 0)) || 1;
  const x = (n) => (n / Math.max(1, values.length - 1)) * WIDTH;
  const y = (value) => HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE);
  let pen = "M";
  const line = values.map((value, n) => {
    if (value === null) {
      pen = "M";
      return "";
    }
    const point = `${pen}${x(n).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = "L";
    return point;
  }).join("");
  // A value alone between two gaps is a dot.
  const alone = values.map((value, n) => (value !== null && values[n - 1] == null && values[n + 1] == null ? `M${x(n).toFixed(1)} ${y(value).toFixed(1)}h.01` : "")).join("");
  return html`<svg class=${`spark ${className}`} viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true"><path d=${line} /><path class="alone" d=${alone} /></svg>`;
}
