"""Why a reaction came to what it came to, in a form that is kept, shown and answered from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from engine import outcome
from engine.decide import Decision, Failure
from engine.situation import Reaction
from executors.errand import Errand, Standing, Turn
from executors.items import Written
from executors.plan import Wanted
from executors.reminders import moments
from parsers.draft import BillData, EventData, TaskData
from rules.match import Index, Verdict

_SILENT = frozenset({"kept", "nothing", "no_rule", outcome.TOO_OLD, outcome.OWN_MESSAGE, outcome.OVERTAKEN})
"""Outcomes that nobody is told of: nothing changed that the person does not know."""
_NO_REPLY = {"to": "none"}
"""Of what was begun before replies were kept with it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept and shown of one settled reaction."""

    outcome: str
    error: str | None
    explanation: dict[str, Any]
    """As `sql.parameters.as_json` takes it: no copies of what was decided."""
    items: Sequence[Written]
    reply_to: str
    """`self`, `chat` or `none`."""

    @classmethod
    def of(
        cls,
        reaction: Reaction,
        verdict: str | None,
        decision: Decision | None,
        written: Sequence[Written],
        turned: Sequence[Turn] = (),
    ) -> Told:
        """Tell what became of `reaction`, of its items and of what it sent out."""
        result = outcome.of(verdict, decision, written, turned)
        failures = [_failure(reaction, failure) for failure in decision.failures] if decision else []
        place = reaction.locale()
        explanation = {
            "emoji": reaction.emoji,
            "outcome": result,
            "language": decision.language if decision else place.language,
            "locale": {"zone": place.zone, "region": place.region, "language": place.language},
            "rules": [verdict_as_json(one) for one in decision.asked] if decision else [],
            **({"book": decision.book.index.digest} if decision else {}),
            "drafts": [draft_as_json(want) for want in decision.wanted] if decision else [],
            "failures": failures,
            **_doubtful(decision),
            "skipped": decision.skipped if decision else (),
            "shadow": [draft_as_json(want) for want in decision.shadowed] if decision else [],
            "errands": [turn_as_json(turn) for turn in turned],
            "shadow_errands": [errand_as_json(one) for one in decision.shadow_errands] if decision else [],
            "offers": decision.offers if decision else (),
            "changes": written,
        }
        sent = _sent_out(reaction, result, decision, turned)
        explanation["sent_out"] = sent
        error = failures[0].code if failures else None
        late = any(item.because == "undo_over" for item in written)
        return cls(result, error, explanation, written, "self" if late else _reply_to(result, decision, sent))


def _doubtful(decision: Decision | None) -> dict[str, Any]:
    """Return what waits for a person, where anything does."""
    if decision is None or not decision.doubtful:
        return {}
    return {
        "doubtful": [
            {
                "rule": one.rule_id, "confidence": one.confidence, "asked": one.asked, "doubts": one.doubts,
                "drafts": [draft_as_json(want) for want in one.wanted],
            }
            for one in decision.doubtful
        ]
    }  # fmt: skip


def _failure(reaction: Reaction, failure: Failure) -> Failure:
    if not reaction.message_known:
        return replace(failure, code=outcome.UNKNOWN_MESSAGE)
    if failure.code == "empty" and reaction.text is None:
        return replace(failure, code="no_text")
    return failure


def _sent_out(
    reaction: Reaction, result: str, decision: Decision | None, turned: Sequence[Turn]
) -> dict[str, Any] | None:
    """Return how to confirm what goes out where there is no item to speak of; None where they see it by themselves."""
    if result != outcome.SENT or not reaction.address or (decision and decision.wanted):
        return None
    names = {one.rule.id: one.rule.name for one in decision.verdicts} if decision else {}
    sent = [one for turn in turned if turn.sends and (one := turn.errand or turn.standing)]
    seen = {one.rule_id for one in sent if _is_seen(one)}
    told: dict[str, Any] = {one.rule_id: one.terms.get("reply", _NO_REPLY) for one in sent if one.rule_id not in seen}
    replies = {rule_id: reply for rule_id, reply in told.items() if reply["to"] != "none"}
    if not replies:
        return None
    called = [names.get(rule_id, rule_id) for rule_id in replies]
    return {"rules": called, "reply": next(iter(replies.values())), "taken_back": reaction.emoji is None}


def _is_seen(one: Errand | Standing) -> bool:
    """Tell whether whoever reacted sees in a chat of theirs what goes out."""
    if one.action == "send_message" and isinstance(one, Errand):
        return one.options.get("to", "self") in {"self", "chat"}
    return one.action == "react"


def _reply_to(result: str, decision: Decision | None, sent: Mapping[str, Any] | None) -> str:
    if result in _SILENT:
        return "none"
    if result == outcome.SENT:
        return str(sent["reply"]["to"]) if sent else "none"
    if decision is None:
        return "self"  # taken back: the item's own terms are looked at when the answer is written
    replies = [want.terms["reply"] for want in decision.wanted] + [failure.reply for failure in decision.failures]
    return _first(replies) if replies else ("none" if result == outcome.UNKNOWN_MESSAGE else "self")


def _first(replies: Iterable[Any]) -> str:
    return next((str(reply["to"]) for reply in replies if reply["to"] != "none"), "none")


def decision_as_json(decision: Decision) -> dict[str, Any]:
    """Return a decision that was not carried out, as `sql.parameters.as_json` takes it."""
    return {
        "language": decision.language,
        "rules": [verdict_as_json(one) for one in decision.verdicts],
        "drafts": [draft_as_json(want) for want in decision.wanted],
        "failures": decision.failures,
        **_doubtful(decision),
        "skipped": decision.skipped,
        "shadow": [draft_as_json(want) for want in decision.shadowed],
        "errands": [errand_as_json(one) for one in decision.errands],
        "shadow_errands": [errand_as_json(one) for one in decision.shadow_errands],
    }


def errand_as_json(errand: Errand) -> dict[str, Any]:
    """Return what a rule sends out; secrets stand in it by their names alone."""
    return {
        "rule": errand.rule_id, "version": errand.rule_version, "step": errand.step, "action": errand.action,
        "options": dict(errand.options),
    }  # fmt: skip


def turn_as_json(turn: Turn) -> dict[str, Any]:
    """Return what became of something that a rule sends out."""
    one = turn.errand or turn.standing
    told = {"rule": one.rule_id, "version": one.rule_version, "step": one.step, "action": one.action} if one else {}
    return told | {"how": turn.how, "options": dict(turn.errand.options) if turn.errand else {}}


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    """Return a rule's verdict: whether it fired, and each condition that was looked at."""
    return {
        "id": verdict.rule.id,
        "version": verdict.rule.version,
        "name": verdict.rule.name,
        "fired": verdict.fired,
        "reason": verdict.reason,
        "checks": verdict.checks,
    }


def book_as_json(index: Index) -> list[dict[str, Any]]:
    """Return what a book says of a reaction that is about none of its rules, once for all such reactions."""
    return [
        {"id": one.rule.id, "version": one.rule.version, "name": one.rule.name, "reason": one.reason}
        for one in index.silent
    ]


def with_all_rules(explanation: Mapping[str, Any], book: Iterable[Mapping[str, Any]] | None) -> dict[str, Any]:
    """Return a kept explanation with the verdict on every rule in order; `book` is as `book_as_json` gave it.

    None for one that was kept with all of its verdicts, as all were at first.
    """
    told = {name: value for name, value in explanation.items() if name != "book"}
    if book is None:
        return told
    asked = {(rule["id"], rule["version"]): rule for rule in told["rules"]}
    others = ({**rule, "fired": False, "checks": []} for rule in book)
    return told | {"rules": [asked.get((rule["id"], rule["version"]), rule) for rule in others]}


def draft_as_json(want: Wanted) -> dict[str, Any]:
    """Return an item as it was wanted, with the span of text behind each field."""
    return {
        "rule": want.rule_id, "version": want.rule_version, "step": want.step, "position": want.position,
        "kind": want.kind, "title": want.title, "priority": want.priority, "tags": want.tags, "fields": want.data,
        "zone": want.zone, "language": want.language, "confidence": want.confidence, "spans": want.spans,
        "people": want.people, "remind": _reminders(want),
    }  # fmt: skip


def _reminders(want: Wanted) -> list[dict[str, str]]:
    """Return when its rule reminds of it; a moment that is past when the item is made is left out then."""
    when, before = _when(want), want.terms.get("remind")
    if when is None or not isinstance(before, list):
        return []
    told = moments(before, when.replace(tzinfo=ZoneInfo(want.zone)) if isinstance(when, datetime) else when, want.zone)
    return [{"before": one.before, "at": one.at.isoformat()} for one in told]


def _when(want: Wanted) -> date | datetime | None:
    match want.data:
        case TaskData() | BillData():
            return want.data.due
        case EventData():
            return want.data.start
        case _:
            return None
