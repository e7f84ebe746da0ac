// The frame of every page: the switch between light and dark, and the keyboard.
import "./kit/badge.js";
import "./kit/keys.js";

const root = document.documentElement;
const button = document.getElementById("theme");
const system = matchMedia("(prefers-color-scheme: dark)");

const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

function show() {
  button.setAttribute("aria-pressed", String(dark()));
}

button.addEventListener("click", () => {
  const wanted = dark() ? "light" : "dark";
  // Whoever chooses what the system has follows the system again.
  const same = (wanted === "dark") === system.matches;
  if (same) delete root.dataset.theme;
  else root.dataset.theme = wanted;
  // A cookie, not the page's own storage: the server then sends the page in the right colours, without a flash.
  document.cookie = `toque_theme=${same ? "" : wanted}; Path=/; SameSite=Lax; Max-Age=${same ? 0 : 31536000}`;
  show();
});

system.addEventListener("change", show);
show();
