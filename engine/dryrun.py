"""Decide without a database: what a message would come to if somebody reacted to it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from engine import clock, locale
from engine.gateways.signals import OWNER
from engine.locale import PHONE_HOST, Preferences
from engine.situation import Situation, local
from rules.conditions import ChatFacts, Facts, PersonFacts


def situation(
    text: str,
    emoji: str,
    *,
    phone: str | None,
    at: datetime | None,
    zone: str | None,
    language: str | None,
    home: Preferences | None = None,
) -> Situation:
    """Return the situation of the owner, with this phone number, reacting at once to a message sent at `at`.

    `at` may be naive: then it is wall-clock time in the person's zone. `home` is where the WhatsApp number is.
    """
    address = f"{phone.lstrip('+')}{PHONE_HOST}" if phone else OWNER
    person = Preferences(zone=zone, language=language)
    nobody = Preferences()
    # Without a phone number or a home nothing tells the country: the zone's or English at UTC.
    place = locale.of([address], rule=nobody, chat=nobody, person=person, connection=home or nobody)
    moment = at or clock.now()
    instant = (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(place.zone))).astimezone(UTC)
    wall = local(instant, place.zone)
    facts = Facts(emoji, text, wall, wall, ChatFacts(address), PersonFacts((OWNER, address), None, is_owner=True))
    return Situation(facts, place, instant, instant)
