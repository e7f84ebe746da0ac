from __future__ import annotations

from datetime import date, datetime

import pytest

from parsers import ParseError


def test_an_event_has_everything_that_its_message_says(read):
    text = "Mañana a las 5 dentista con Ana en Polanco"
    draft = read("calendar", "es", text)
    data = draft.data
    assert (draft.kind, data.title, data.start) == (
        "event",
        "Dentista con Ana",
        datetime.fromisoformat("2026-03-05T17:00"),
    )
    assert (data.location, data.attendees) == ("Polanco", ("Ana",))
    assert text[slice(*draft.spans["start"])] == "Mañana a las 5"
    assert text[slice(*draft.spans["location"])] == "Polanco"


PLACES = [
    ("es", "cita el lunes a las 9 en el SAT", "SAT"),
    ("es", "asado el domingo en lo de Fede", "lo de Fede"),
    ("es", "cena mañana a las 8 en casa de los Robles con Ana", "casa de los Robles"),
    ("es", "turno el lunes 9:30 hs en Av. 5 de Mayo 300", "Av. 5 de Mayo 300"),
    ("es", "boda 14 de mayo 5pm Hacienda Los Olivos", "Hacienda Los Olivos"),
    ("es", "clase en inglés mañana a las 4", None),
    ("en", "lunch tomorrow noon at Blue Plate Diner", "Blue Plate Diner"),
    ("en", "roast at Nan's this Sunday 1pm", "Nan's"),
    ("en", "train to Pune tomorrow 6am", None),
    ("en", "review on Friday at 3pm in room 12 with Bo", "room 12"),
    ("pt", "churras no sábado na casa do Tonho", "casa do Tonho"),
    ("pt", "show sexta 21h no Bar do Ivo", "Bar do Ivo"),
    ("pt", "piquenique amanhã à tarde na Quinta da Boa Vista", "Quinta da Boa Vista"),
]


@pytest.mark.parametrize(("language", "text", "place"), PLACES)
def test_a_place_is_as_written_without_its_preposition(read, language, text, place):
    assert read("calendar", language, text).data.location == place


CHANNELS = [
    ("es", "reunión por zoom mañana a las 9", "zoom", "Reunión"),
    ("es", "llamada por teléfono mañana a las 9", "phone", "Llamada"),
    ("es", "llamada mañana a las 9", None, "Llamada"),
    ("en", "catch up over WhatsApp tomorrow 9am", "whatsapp", "Catch up"),
    ("en", "meet the neighbours tomorrow 9am", None, "Meet the neighbours"),
    ("en", "sync tomorrow 9am https://meet.google.com/abc", "meet", "Sync"),
    ("pt", "papo pelo zap amanhã às 10h", "whatsapp", "Papo"),
    ("pt", "daily no Teams amanhã às 10h", "teams", "Daily"),
]


@pytest.mark.parametrize(("language", "text", "channel", "title"), CHANNELS)
def test_a_channel_counts_only_where_it_is_named_as_one(read, language, text, channel, title):
    data = read("calendar", language, text).data
    assert (data.platform, data.title) == (channel, title)


PEOPLE = [
    ("en", "lunch with Mark and Lisa Friday noon", ("Mark", "Lisa")),
    ("en", "coffee w/ Theo tomorrow 9am", ("Theo",)),
    ("en", "lunch with coach Dana tomorrow", ()),
    ("en", "lunch with Ana's team tomorrow", ()),
    ("en", "call with the bank tomorrow", ()),
    ("en", "call with Acme Corp tomorrow", ()),
    ("es", "café con la Cata y mi hermana mañana", ("Cata",)),
    ("es", "cita con la Dra. Ruiz mañana", ()),
    ("es", "café con ana mañana", ("Ana",)),
    ("es", "junta con @Beto mañana", ("Beto",)),
    ("pt", "cinema com a Bia e o Caio hoje", ("Bia", "Caio")),
]


@pytest.mark.parametrize(("language", "text", "people"), PEOPLE)
def test_given_names_come_and_roles_do_not(read, language, text, people):
    assert read("calendar", language, text).data.attendees == people


def test_a_mention_leaves_the_title_with_its_preposition(read):
    assert read("calendar", "es", "junta con @Beto mañana a las 4").data.title == "Junta"


def test_labelled_lines_name_their_fields(read):
    text = "project kickoff\nWhen: Tuesday 10 March, 10:00 - 11:30\nWhere: Room 4B\nGuests: sam@example.com, Ana"
    data = read("calendar", "en", text).data
    assert (data.title, data.location, data.attendees) == ("Project kickoff", "Room 4B", ("sam@example.com", "Ana"))
    assert (data.start, data.duration_minutes) == (datetime.fromisoformat("2026-03-10T10:00"), 90)


def test_pictograms_are_labels_too(read):
    data = read("calendar", "pt", "Show do Djavan\n📅 7 de abril\n🕘 21h\n📍 Allianz Parque").data
    assert (data.title, data.location, data.start) == (
        "Show do Djavan",
        "Allianz Parque",
        datetime.fromisoformat("2026-04-07T21:00"),
    )


def test_a_day_alone_is_an_all_day_event(read):
    assert read("calendar", "es", "cumple de Sofi el 21").data.start == date(2026, 3, 21)


def test_a_span_of_days_includes_both(read):
    data = read("calendar", "en", "road trip March 12-15").data
    assert (data.start, data.end, data.duration_minutes) == (date(2026, 3, 12), date(2026, 3, 15), None)


def test_a_weekday_in_the_title_stays_there(read):
    data = read("calendar", "en", "Sunday lunch with gran this Sunday 1pm").data
    assert (data.title, data.start) == ("Sunday lunch with gran", datetime.fromisoformat("2026-03-08T13:00"))


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("es", "che cuándo nos juntamos", "no_datetime"),
        ("en", "the sun was brutal", "no_datetime"),
        ("es", "mañana a las 5", "no_title"),
        ("pt", "amanhã às 15h @Ana", "no_title"),
        ("en", "@Ana", "no_datetime"),
    ],
)
def test_an_event_needs_a_time_and_a_title(read, language, text, code):
    with pytest.raises(ParseError) as caught:
        read("calendar", language, text)
    assert caught.value.code == code


DOUBTED = [
    ("es", "junta el martes 25 a las 5", "weekday_mismatch"),
    ("es", "junta el martes 25 de marzo a las 5", "weekday_mismatch"),
    ("es", "junta mañana 5pm hora de Tijuana", "other_zone"),
    ("en", "call tomorrow 5pm London time", "other_zone"),
    ("en", "call tomorrow 5pm ET", "other_zone"),
    ("es", "junta mañana 5pm London time", "other_zone"),
    ("en", "call tomorrow at 5pm hora de Madrid", "other_zone"),
    ("pt", "reunião amanhã 17h horário de Brasília", "other_zone"),
    ("de", "Anruf morgen 17 Uhr Londoner Zeit", "other_zone"),
]


@pytest.mark.parametrize(("language", "text", "doubt"), DOUBTED)
def test_a_day_that_is_another_weekday_and_an_hour_of_elsewhere_are_doubted(read, language, text, doubt):
    assert doubt in read("calendar", language, text).doubts


@pytest.mark.parametrize("text", ["junta el miércoles 25 a las 5", "junta mañana 5pm UTC"])
def test_the_right_weekday_and_the_own_zone_are_not_doubted(read, text):
    assert not read("calendar", "es", text).doubts
