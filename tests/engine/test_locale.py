"""Whose zone, whose country, whose language: the chain, link by link."""

from __future__ import annotations

import pytest

from engine.locale import Locale, Preferences, of, phone

NOBODY = Preferences()
MEXICAN = "5215512345678@s.whatsapp.net"
HOME = Preferences("America/Mexico_City", "MX", "es")


def locale(address: str = MEXICAN, **said: Preferences) -> Locale:
    known = {"rule": NOBODY, "chat": NOBODY, "person": NOBODY, "connection": HOME} | said
    return of([address], **known)


@pytest.mark.parametrize(
    ("address", "region", "first_zone"),
    [
        (MEXICAN, "MX", "America/Mexico_City"),
        ("5491151234567@s.whatsapp.net", "AR", "America/Buenos_Aires"),
        ("5511987654321@s.whatsapp.net", "BR", "America/Sao_Paulo"),
        ("447700900123@s.whatsapp.net", "GB", "Europe/London"),
        ("+34612345678", "ES", "Europe/Madrid"),
        ("351912345678@s.whatsapp.net", "PT", "Europe/Lisbon"),
        ("551187654321@s.whatsapp.net", "BR", "America/Sao_Paulo"),
        ("15550001111@s.whatsapp.net", "US", "America/New_York"),
        ("12125550123@s.whatsapp.net", "US", "America/New_York"),
    ],
)
def test_a_phone_number_tells_country_and_zone(address: str, region: str, first_zone: str) -> None:
    known = phone(address)
    assert known is not None
    assert known.region == region
    assert known.zones[0] == first_zone


@pytest.mark.parametrize("address", ["200000000000002@lid", "120363041234567890@g.us", "me", "", "US.123", "+0"])
def test_what_is_no_phone_number_tells_nothing(address: str) -> None:
    assert phone(address) is None


def test_the_zone_of_the_connection_holds_where_the_prefix_allows_it() -> None:
    tijuana = Preferences("America/Tijuana", "MX", "es")
    assert locale(connection=tijuana).zone == "America/Tijuana"


def test_a_prefix_of_another_country_brings_its_own_zone_and_region() -> None:
    abroad = locale("447700900123@s.whatsapp.net")
    assert (abroad.zone, abroad.region, abroad.language) == ("Europe/London", "GB", "en")


def test_somebody_without_a_phone_number_is_at_home_where_the_connection_is() -> None:
    assert locale("200000000000002@lid") == Locale("America/Mexico_City", "MX", "es", {"es": 1.0})


def test_the_rule_wins_over_the_chat_over_the_person() -> None:
    rule, chat, person = (Preferences(zone) for zone in ("Europe/Paris", "Europe/Madrid", "Europe/Lisbon"))
    assert locale(rule=rule, chat=chat, person=person).zone == "Europe/Paris"
    assert locale(chat=chat, person=person).zone == "Europe/Madrid"
    assert locale(person=person).zone == "Europe/Lisbon"


def test_replies_are_in_the_persons_language_then_the_chats_then_the_prefixs() -> None:
    english, portuguese = Preferences(language="en"), Preferences(language="pt")
    assert locale(person=english, chat=portuguese).language == "en"
    assert locale(chat=portuguese).language == "pt"
    assert locale().language == "es"
