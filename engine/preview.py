"""The answer that a decision would be told with, if it were carried out."""

from __future__ import annotations

from engine.decide import Decision
from engine.locale import Locale
from engine.reader import NEAR
from engine.situation import Situation, local
from executors.destinations.help import Offer, render_help
from executors.destinations.replies import Occasion, ReplyItem, Trouble, render
from executors.destinations.wording.voice import day_of
from executors.plan import Wanted
from parsers.draft import BillData, TaskData


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
