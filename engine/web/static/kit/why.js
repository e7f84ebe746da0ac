// Why a reaction did what it did: the rules, whether each acted, and on which grounds.
import { make, picture } from "./dom.js";
import { took } from "./times.js";
import { ruleNamed, t } from "./words.js";

let open = false; // stays so from one reaction to the next

export function why(action) {
  const rules = [...action.explanation.rules].sort((one, other) => Number(other.fired) - Number(one.fired));
  const all = make("ul", "rules", ...verdicts(rules));
  const lasted = took(action.took_ms);
  const details = make("details", "why", make("summary", "", t("story.why"), lasted ? make("span", "faint", t("story.took", { ms: lasted })) : null), rules.length ? all : make("p", "faint", t("rule.none")));
  details.open = open;
  details.addEventListener("toggle", () => { open = details.open; });
  return details;
}

// What each rule of one explanation said, a line a rule.
export const verdicts = (rules) => rules.map((rule) => verdict(rule, rules));

const nameOf = (rule) => ruleNamed(rule.id, rule.name || rule.id);

function verdict(rule, rules) {
  const mark = picture(rule.fired ? "✓" : "–", "mark");
  const words = t(rule.fired ? "rule.fired" : "rule.not", { rule: nameOf(rule), version: rule.version });
  const reasons = rule.fired ? rule.checks.map(check) : [reason(rule, rules), ...rule.checks.filter((one) => !one.passed).map(check)];
  const link = make("a", "rule", words);
  link.href = `/rules?rule=${encodeURIComponent(rule.id)}`;
  return make("li", rule.fired ? "fired" : "", mark, make("p", "", link, " ", make("span", "faint", reasons.join(" · "))));
}

function reason(rule, rules) {
  const [what, by = ""] = String(rule.reason ?? "condition").split(":");
  return t(`reason.${what}`, { rule: by && nameOf(rules.find((one) => one.id === by) ?? { id: by }) });
}

function check(one) {
  const { field, actual, expected } = one;
  if (field === "emoji") return t(one.passed ? "check.emoji" : "check.emoji.not", { actual, expected });
  if (field === "person") return expected === "owner" ? t("check.owner") : t("check.person", { expected });
  return t("check.other", { field, actual: String(actual ?? "") });
}
