// The keyboard of every page. `g` and a letter goes to a page, `/` to the search, `j` and `k` from line to line,
// `?` shows what there is; a letter that a line or the page offers (`data-key`) presses that button.

const help = document.getElementById("help");
const box = document.getElementById("keys-on");
const STORED = "toque_keys_off"; // whoever dictates or presses keys by accident switches them off
const GOING_MS = 1500;

let going = 0;

const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);

function step(by) {
  const all = rows();
  const here = all.indexOf(document.activeElement.closest("[data-row]"));
  const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return Boolean(next);
}

function press(key) {
  const row = document.activeElement.closest("[data-row]");
  const wanted = `[data-key="${CSS.escape(key)}"]`;
  const button = row?.querySelector(wanted) ?? [...document.querySelectorAll(wanted)].find((one) => !one.closest("[data-row]"));
  if (!button || button.disabled || button.offsetParent === null) return false;
  button.click();
  return true;
}

function find() {
  const field = document.querySelector("[data-search]");
  field?.focus();
  field?.select?.();
  return Boolean(field);
}

function go(key) {
  const link = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  link?.click();
  return Boolean(link);
}

function meant(event) {
  const { key } = event;
  if (Date.now() - going < GOING_MS) {
    going = 0;
    return go(key);
  }
  if (key === "g") {
    going = Date.now();
    return true;
  }
  if (key === "?") {
    help.showModal();
    return true;
  }
  if (key === "/") return find();
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  // On a button both press that button, as everywhere.
  if (key === "Enter" || key === " ") return document.activeElement.matches("[data-row]") && press(key);
  return key.length === 1 && press(key);
}

if (help) {
  box.checked = localStorage.getItem(STORED) === null;
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, "1");
  });
  document.getElementById("help-button").addEventListener("click", () => help.showModal());
  help.addEventListener("click", (event) => { if (event.target === help) help.close(); });
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !box.checked) return;
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    if (meant(event)) event.preventDefault();
  });
}
