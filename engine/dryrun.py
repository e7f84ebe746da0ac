"""Decide without a database: what a message would come to, by itself or if somebody reacted to it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from engine import clock, locale
from engine.gateways.signals import OWNER
from engine.locale import PHONE_HOST, Preferences
from engine.situation import Situation, local
from rules.address import phone as number_of
from rules.conditions import ChatFacts, Facts, PersonFacts

A_GROUP = "120363000000000000@g.us"
"""The address of a group of which only the name is told, or nothing at all."""
GROUP_HOST = "@g.us"


def situation(
    text: str,
    emoji: str,
    *,
    phone: str | None,
    at: datetime | None,
    zone: str | None,
    language: str | None,
    home: Preferences | None = None,
    chat: str | None = None,
) -> Situation:
    """Return the situation of the owner, with this phone number, reacting at once to a message sent at `at`.

    Without an emoji nobody reacts: the owner wrote the message. `at` may be naive: then it is wall-clock time in the
    person's zone. `home` is where the WhatsApp number is; `chat` is `groups`, `direct`, `self`, an address or a name.
    """
    address = f"{phone.lstrip('+')}{PHONE_HOST}" if phone else OWNER
    person = Preferences(zone=zone, language=language)
    nobody = Preferences()
    # Without a phone number or a home nothing tells the country: the zone's or English at UTC.
    place = locale.of([address], rule=nobody, chat=nobody, person=person, connection=home or nobody)
    moment = at or clock.now()
    instant = (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(place.zone))).astimezone(UTC)
    wall = local(instant, place.zone)
    person_facts = PersonFacts((OWNER, address), None, is_owner=True)
    facts = Facts(emoji, text, wall, wall, _chat(chat, address), person_facts)
    return Situation(facts, place, instant, instant)


def _chat(said: str | None, own: str) -> ChatFacts:
    """Return a chat as a rule names it: a kind of chat, an address, or (of a group) a name."""
    match said:
        case None | "direct" | "any":
            return ChatFacts(own)
        case "self":
            return ChatFacts(own, kind="self")
        case "groups":
            return ChatFacts(A_GROUP, kind="group")
        case _ if "@" in said or number_of(said):
            return ChatFacts(said, kind="group" if said.endswith(GROUP_HOST) else "direct")
        case _:
            return ChatFacts(A_GROUP, name=said, kind="group")
