"""The answer that a decision would be told with, if it were carried out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine import explain
from engine.decide import Decision
from engine.locale import Locale
from engine.reader import NEAR
from engine.situation import Situation, local
from executors.destinations import Permanent
from executors.destinations.help import Offer, render_help
from executors.destinations.replies import Occasion, ReplyItem, Trouble, fill_own_words, render
from executors.destinations.wording.voice import day_of
from executors.errand import Errand
from executors.plan import Wanted
from parsers.draft import BillData, TaskData
from rules.outside import words_in


def preview(decision: Decision, situation: Situation) -> tuple[str, str] | None:
    """Return where the answer would go (`self` or `chat`) and its words; None where nobody would be answered."""
    place = situation.locale
    if decision.offers:
        offers = [Offer(one.emojis, one.kinds, one.name, one.example) for one in decision.offers]
        return "self", render_help(offers, place.language)
    replies = [want.terms["reply"] for want in decision.wanted] + [failure.reply for failure in decision.failures]
    reply = next((one for one in replies if isinstance(one, dict) and one["to"] != "none"), None)
    if reply is None:
        return None
    failure = next(iter(decision.failures), None)
    words = render(
        Occasion(
            emoji=situation.facts.emoji,
            language=place.language,
            today=situation.facts.reacted_at.date(),
            sent_on=situation.facts.sent_at.date(),
            region=place.region,
            items=tuple(_item(n, want, situation, place) for n, want in enumerate(decision.wanted, 1)),
            trouble=Trouble(failure.code, failure.partial, failure.example, failure.example_emoji) if failure else None,
            named_zone=None,
            excerpt=situation.facts.text[:200],
            template=reply.get("text", {}).get(place.language) if decision.wanted else None,
        )
    )
    return str(reply["to"]), words


def as_record(decision: Decision, situation: Situation) -> dict[str, Any]:
    """Return a decision as programs are shown it, with the answer and with what would be said besides."""
    answer, place = preview(decision, situation), situation.locale
    told = explain.decision_as_json(decision)
    words = said(decision, situation, decision.errands)
    told["errands"] = [one | {"text": text or None} for one, text in zip(told["errands"], words, strict=True)]
    told["locale"] = {"zone": place.zone, "region": place.region, "language": place.language}
    return told | {"answer": {"to": answer[0], "text": answer[1]} if answer else None}


def said(decision: Decision, situation: Situation, errands: Sequence[Errand]) -> list[str]:
    """Return what each errand would say where it says something in words, empty where it does not."""
    return [_said(decision, situation, errand) for errand in errands]


def _said(decision: Decision, situation: Situation, errand: Errand) -> str:
    words = errand.options.get("text")
    if words is None:
        return ""
    place = situation.locale
    own = [want for want in (*decision.wanted, *decision.shadowed) if want.rule_id == errand.rule_id]
    name = next((one.rule.name for one in decision.asked if one.rule.id == errand.rule_id), errand.rule_id)
    occasion = Occasion(
        emoji=situation.facts.emoji, language=place.language, today=situation.facts.reacted_at.date(),
        sent_on=situation.facts.sent_at.date(), region=place.region,
        items=tuple(_item(n, want, situation, place) for n, want in enumerate(own, 1)), trouble=None, named_zone=None,
        excerpt=situation.facts.text[:300], template=None, chat=situation.facts.chat.name or "",
        person=situation.facts.person.name or "", rule=name, event="item.created",
    )  # fmt: skip
    try:
        return fill_own_words(words_in(words, place.language), occasion)
    except Permanent as fault:
        return str(fault)


def _item(number: int, want: Wanted, situation: Situation, place: Locale) -> ReplyItem:
    due = want.data.due if isinstance(want.data, TaskData | BillData) else None
    today = local(situation.reacted_at, want.zone or place.zone).date()
    return ReplyItem(
        id=number,
        kind=want.kind,
        title=want.title,
        status="open",
        change="created",
        priority=want.priority,
        tags=want.tags,
        data=want.data,
        zone=want.zone,
        near_only="priority" not in want.spans and due is not None and day_of(due) - today <= NEAR,
    )
