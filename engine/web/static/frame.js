// The frame of every page: the switch between light and dark, and the keyboard.
import "./kit/badge.js";
import "./kit/keys.js";

const root = document.documentElement;
const button = document.getElementById("theme");
const choices = document.querySelectorAll("[data-theme-choice]"); // on the page of one's own account
const system = matchMedia("(prefers-color-scheme: dark)");

const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

function show() {
  button.setAttribute("aria-pressed", String(dark()));
  for (const one of choices) one.setAttribute("aria-pressed", String(one.dataset.themeChoice === (root.dataset.theme ?? "system")));
}

function choose(wanted) {
  const asSystem = wanted === "system";
  if (asSystem) delete root.dataset.theme;
  else root.dataset.theme = wanted;
  // A cookie, not the page's own storage: the server then sends the page in the right colours, without a flash.
  document.cookie = `toque_theme=${asSystem ? "" : wanted}; Path=/; SameSite=Lax; Max-Age=${asSystem ? 0 : 31536000}`;
  show();
}

button.addEventListener("click", () => {
  const wanted = dark() ? "light" : "dark";
  // Whoever chooses what the system has follows the system again.
  choose((wanted === "dark") === system.matches ? "system" : wanted);
});

for (const one of choices) one.addEventListener("click", () => choose(one.dataset.themeChoice));

// On a narrow screen the pages stand in a row that is moved sideways.
for (const one of document.querySelectorAll(".pages [aria-current], .parts [aria-current]")) one.scrollIntoView({ block: "nearest", inline: "center" });

system.addEventListener("change", show);
show();
