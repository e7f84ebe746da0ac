"""The explain card in the terminal: what a reaction comes to, where each field was read, and which rules said what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from rich.console import Console
from rich.text import Text

from engine.decide import Decision
from engine.explain import decision_as_json
from engine.preview import preview, said
from engine.shown import often
from engine.situation import Situation
from engine.underline import MARGIN, underlined
from executors.destinations.wording import WORDINGS
from parsers import language
from sql.parameters import as_json

Told = Mapping[str, Any]

_INDENT = "  "
_SILENT = {"title", "priority", "tags", "currency", "body", "description"}
"""Fields that stand elsewhere on the card."""
_CHATS = {"self": "to yourself", "chat": "in the chat"}


@dataclass(frozen=True, slots=True)
class Card:
    """What there is to show of one decision, carried out or not."""

    emoji: str | None
    text: str | None
    """None where it was let go."""
    where: str
    """Language, country and zone."""
    explanation: Told
    """As `explain` keeps it."""
    reply: tuple[str, str] | None = None
    """Where the answer would go, and its words."""
    carried_out: bool = False
    said: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """What is written or notified, by the rule and the step that says it."""


def of_decision(decision: Decision, situation: Situation) -> Card:
    """Return the card of a decision that was not carried out."""
    place = situation.locale
    heard = language.detect(situation.facts.text, place.prior)
    spoken = decision.language
    if heard.code == spoken and heard.evidence:
        spoken += f" ({heard.confidence:.2f}: {', '.join(heard.evidence[:3])})"
    return Card(
        emoji=situation.facts.emoji,
        text=situation.facts.text,
        where=f"{spoken} · {place.region} · {place.zone}",
        explanation=json.loads(as_json(decision_as_json(decision))),
        reply=preview(decision, situation),
        said={
            (errand.rule_id, errand.step): words
            for errand, words in zip(decision.errands, said(decision, situation, decision.errands), strict=True)
        },
    )


def show(console: Console, card: Card) -> None:
    """Print a card."""
    told = card.explanation
    fired = [rule for rule in told["rules"] if rule["fired"]]
    names = ", ".join(f"{rule['id']} v{rule['version']}" for rule in fired) or "no rule"
    # A message as such has no emoji, a reaction that was taken back none any more.
    mark = "💬" if card.emoji == "" else card.emoji or "↩️"
    for line in (
        Text.assemble((mark, "bold"), "  ", (names, "bold"), "   ", (card.where, "dim")),
        Text(),
        *_message(card),
        *(line for draft in told["drafts"] for line in _draft(draft, card)),
        *(line for draft in told.get("shadow", ()) for line in _draft(draft, card, shadow=True)),
        *(line for failure in told["failures"] for line in _failure(failure)),
        *_changes(told.get("changes", ())),
        *_errands(card),
        *_reply(card),
        *_rules(told),
    ):
        console.print(line, soft_wrap=True)


def _message(card: Card) -> Iterable[Text]:
    if card.text is None:
        yield Text(f"{MARGIN}(the text is not kept any more)", "dim")
        return
    if not card.text.strip():
        yield Text(f"{MARGIN}(no text)", "dim")
        return
    yield from underlined(card.text, _spans(card.explanation))


def _spans(told: Told) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    drafts = told["drafts"] or told.get("shadow", ())
    for n, draft in enumerate(drafts, 1):
        numbered = {f"{name} {n}" if len(drafts) > 1 else name: span for name, span in draft["spans"].items()}
        found |= {name: (start, end) for name, (start, end) in numbered.items()}
    for failure in told["failures"]:
        found |= {name: (start, end) for name, (start, end) in failure["spans"].items()}
    return found


def _draft(draft: Told, card: Card, *, shadow: bool = False) -> Iterable[Text]:
    yield Text()
    if shadow:
        mark, does = ("◌ ", "bold yellow"), "only watched, would create"
    else:
        mark, does = ("✓ ", "bold green"), "read as" if card.carried_out else "would create"
    said = Text.assemble(mark, f"{does} 1 {draft['kind']}: ", (draft["title"], "bold"))
    yield said.append(f"   {draft['rule']} v{draft['version']} · {draft['confidence']:.0%} sure", "dim")
    fields = draft["fields"]
    rows = {name: _field(name, value) for name, value in fields.items() if name not in _SILENT and value}
    if fields.get("amount"):
        rows["amount"] = f"{fields['amount']} {fields['currency']}"
    rows |= {name: fields[name] for name in ("description", "body") if fields.get(name) not in {None, "", card.text}}
    rows["priority"] = draft["priority"]
    if draft["tags"]:
        rows["tags"] = " ".join(f"#{tag}" for tag in draft["tags"])
    if draft.get("remind"):
        rows["reminders"] = ", ".join(_when(one["at"][:16]) for one in draft["remind"])
    yield from _listed(rows)


def _field(name: str, value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    if name == "recurrence":
        return f"{often(str(value), 'en')} ({value})"
    if name in {"due", "start", "end"}:
        return _when(str(value))
    if name == "duration_minutes":
        hours, minutes = divmod(int(value), 60)
        return " ".join(f"{n} {unit}" for n, unit in ((hours, "h"), (minutes, "min")) if n)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _when(moment: str) -> str:
    if "T" not in moment:
        return f"{date.fromisoformat(moment):%a %Y-%m-%d}"
    return f"{datetime.fromisoformat(moment):%a %Y-%m-%d %H:%M}"


def _listed(rows: Mapping[str, str]) -> Iterable[Text]:
    width = max((len(_NAMES.get(name, name)) for name in rows), default=0) + 3
    for name, value in rows.items():
        line = Text.assemble(MARGIN, (f"{_NAMES.get(name, name):<{width}}", "dim"))
        yield line.append(f"\n{' ' * (width + len(MARGIN))}".join(value.splitlines()))


_NAMES = {"duration_minutes": "lasts", "recurrence": "repeats", "platform": "by", "url": "link"}


def _failure(failure: Told) -> Iterable[Text]:
    yield Text()
    waits = ", and waits for you: toque review" if failure.get("review") else ""
    yield Text.assemble(("✗ ", "bold red"), f"{failure['rule_id']}: {_refusal(failure)}{waits}")
    rows = {name: _field(name, value) for name, value in failure["partial"].items() if value}
    if rows:
        yield Text(f"{_INDENT}understood all the same", "dim")
        yield from _listed(rows)
    if failure["example"]:
        yield Text.assemble((f"{_INDENT}try like this   ", "dim"), failure["example"], f" {failure['example_emoji']}")


def _refusal(failure: Told) -> str:
    """Return why nothing was made, as a sentence, and its code."""
    words = WORDINGS["en"].troubles.get(failure["code"])
    if words is None:
        return str(failure["code"])
    more = f" {words.with_amount}" if words.with_amount and failure["partial"].get("amount") is not None else ""
    return f"{words.plain}{more} ({failure['code']})"


def _changes(changes: Sequence[Told]) -> Iterable[Text]:
    if changes:
        yield Text()
    for change in changes:
        was = f", was a {change['was']}" if change.get("was") else ""
        said = f"{change['kind']} {change['id']} {change['title']}: {change['how']}{was}"
        yield Text.assemble(("→ ", "bold"), said)


_HOWS = {
    "begun": "", "again": "again: ", "changed": "again, with what changed: ", "taken_back": "taken back: ",
    "kept": "done before: ",
}  # fmt: skip


def _errands(card: Card) -> Iterable[Text]:
    """Yield what would be sent out besides, or was; nothing is sent by showing it."""
    told = card.explanation
    one = [*told.get("errands", ())]
    watched = [*told.get("shadow_errands", ())]
    if one or watched:
        yield Text()
    for errand in one:
        would = _HOWS.get(errand.get("how", ""), "") if card.carried_out else "would "
        yield Text.assemble(("⇢ ", "bold"), f"{would}{_does(errand)}   ", (_by(errand), "dim"))
        for line in card.said.get((errand["rule"], errand["step"]), "").splitlines():
            yield Text.assemble((f"{_INDENT}│ ", "dim"), line)
    for errand in watched:
        yield Text.assemble(("◌ ", "bold yellow"), f"only watched, would {_does(errand)}   ", (_by(errand), "dim"))


def _by(errand: Told) -> str:
    return f"{errand['rule']} v{errand['version']}"


def _does(errand: Told) -> str:
    options = errand["options"]
    match errand["action"]:
        case "webhook":
            signed = " (signed)" if "sign_with" in options else ""
            return f"call {options['url']}{signed}" if options else "call another program"
        case "notify":
            severity = f" ({options['severity']})" if "severity" in options else ""
            return f"notify {options['channel']}{severity}" if options else "notify a channel"
        case "react":
            return f"react with {options['emoji']}" if options else "react"
        case _:
            to = str(options.get("to", "self"))
            return f"write {_CHATS.get(to, 'to the author' if to == 'author' else f'to {to}')}"


def _reply(card: Card) -> Iterable[Text]:
    if card.reply is None:
        return
    to, words = card.reply
    yield Text()
    yield Text(f"answer {_CHATS.get(to, to)}, where it is a text", "dim")
    for line in words.splitlines():
        yield Text.assemble((f"{_INDENT}│ ", "dim"), line)


def _rules(told: Told) -> Iterable[Text]:
    """Yield what each rule answered: those that fired with all of it, the others with their first no."""
    asked = [line for rule in told["rules"] if rule["fired"] for line in _answers(rule)]
    if asked:
        yield Text()
        yield from asked
    for step in told["skipped"]:
        yield Text(f"{step['rule_id']}: {step['action']} left out: {_no(step['checks'][-1])}", "dim")
    others = [f"{rule['id']} ({_reason(rule)})" for rule in told["rules"] if not rule["fired"]]
    if others:
        yield Text()
        yield Text(f"not fired: {', '.join(others)}", "dim")


def _answers(rule: Told) -> Iterable[Text]:
    for check in rule["checks"]:
        if check["op"] != "by" and check["field"] != "emoji":
            yield Text(f"{rule['id']}: {_question(check)}: {check['actual'] or 'yes'}", "dim")


def _reason(rule: Told) -> str:
    """Return why a rule did not fire: its first condition that does not hold, in full."""
    if rule["reason"] in {"condition", "chat", "by"} and rule["checks"]:
        return _no(rule["checks"][-1])
    reason, _, other = str(rule["reason"]).partition(":")
    told = {"stopped_by": f"stopped by {other}", "left_to": f"left to {other}", "disabled": "switched off"}
    return told.get(reason, str(rule["reason"]))


def _no(check: Told) -> str:
    return f"{_question(check)}, but it is {check['actual'] or 'nothing'}"


def _question(check: Told) -> str:
    return f"{check['field']} {check['op']} {check['expected']}".rstrip()
