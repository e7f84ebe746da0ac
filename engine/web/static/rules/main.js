// The page of rules: the list, or one rule in the editor.
import { $ } from "../kit/dom.js";
import { hear } from "../kit/line.js";
import { Notice } from "../kit/notice.js";
import { say } from "../kit/state.js";
import { html, render, useEffect, useRef } from "../kit/view.js";
import { Editor } from "./editor.js";
import { List } from "./list.js";
import { acted, away, fault, follow, givenNone, keyOf, load, mayWrite, notice, numbers, place, rules } from "./state.js";
import { Templates } from "./templates.js";

function Whole() {
  const { view, id, connection, from } = place.value;
  const first = useRef(true);
  const where = `${view} ${id ?? from ?? ""} ${connection ?? ""}`;
  useEffect(() => {
    // Whoever opens something begins at its top, with a screen reader too.
    if (!first.current) $("title").focus({ preventScroll: view === "list" });
    first.current = false;
    $("title").classList.toggle("unseen", view !== "list");
  }, [where]);
  if (view === "list") return html`<${Notice} fault=${fault.value || away.value} notice=${notice.value} /><${List} />`;
  if (view === "new" && !from) return html`<${Templates} />`;
  return html`<${Notice} fault=${fault.value || away.value} notice=${notice.value} /><${Editor} key=${where} where=${place.value} />`;
}

const first = JSON.parse($("first").textContent);
mayWrite.value = first.may_write;
numbers.value = first.numbers;
givenNone.value = first.given_none;
rules.value = first.rules;
acted.value = new Map(first.acted.map((one) => [keyOf(one), one.times]));
follow();
$("things").replaceChildren();
render(html`<${Whole} />`, $("things"));
if (!first.whole) load();
// What somebody changed elsewhere is there when one comes back to the list.
document.addEventListener("visibilitychange", () => { if (!document.hidden && place.value.view === "list") load(); });
hear(null, { row: () => {}, anew: load, state: say });
