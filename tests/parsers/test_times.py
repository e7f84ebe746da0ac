from __future__ import annotations

import sys
from datetime import date, datetime

import pytest

from parsers.times import TimePhrase, find_times


def only(found: tuple[TimePhrase, ...]) -> TimePhrase:
    assert len(found) == 1, [f.text for f in found]
    return found[0]


def written(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()[:16]


# Said on Wednesday 4 March 2026 at 10:00.
DATES = [
    ("es", "hoy", "2026-03-04"),
    ("es", "pasado mañana", "2026-03-06"),
    ("es", "el miércoles", "2026-03-11"),
    ("es", "este miércoles", "2026-03-04"),
    ("es", "el próximo viernes", "2026-03-06"),
    ("es", "el viernes de la próxima semana", "2026-03-13"),
    ("es", "antes del 3", "2026-04-03"),
    ("es", "el 4", "2026-03-04"),
    ("es", "el 31", "2026-03-31"),
    ("es", "el 2 de febrero", "2027-02-02"),
    ("es", "el 29 de febrero", "2028-02-29"),
    ("es", "05/06", "2026-06-05"),
    ("es", "la quincena", "2026-03-15"),
    ("es", "a fin de mes", "2026-03-31"),
    ("es", "el fin de semana", "2026-03-07"),
    ("es", "la semana que viene", "2026-03-09"),
    ("es", "de hoy en ocho", "2026-03-11"),
    ("es", "en quince días", "2026-03-18"),
    ("es", "dentro de tres semanas", "2026-03-25"),
    ("es", "el viernes 27", "2026-03-27"),
    ("en", "next Friday", "2026-03-13"),
    ("en", "this Friday", "2026-03-06"),
    ("en", "Friday next week", "2026-03-13"),
    ("en", "the 31st", "2026-03-31"),
    ("en", "March 2", "2027-03-02"),
    ("en", "5 May 2028", "2028-05-05"),
    ("en", "Saturday, 9 May", "2026-05-09"),
    ("en", "05/06", "2026-05-06"),
    ("en", "25/12", "2026-12-25"),
    ("en", "2026-07-01", "2026-07-01"),
    ("en", "by EOD", "2026-03-04"),
    ("en", "end of next month", "2026-04-30"),
    ("en", "the day after tomorrow", "2026-03-06"),
    ("en", "in two weeks", "2026-03-18"),
    ("en", "3 weeks from now", "2026-03-25"),
    ("en", "next month", "2026-04-01"),
    ("pt", "depois de amanhã", "2026-03-06"),
    ("pt", "na segunda-feira", "2026-03-09"),
    ("pt", "até sexta", "2026-03-06"),
    ("pt", "dia 2", "2026-04-02"),
    ("pt", "daqui a três dias", "2026-03-07"),
    ("pt", "5 de março", "2026-03-05"),
    ("pt", "no fim do mês", "2026-03-31"),
    ("pt", "semana que vem", "2026-03-09"),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_a_day_is_the_one_that_a_person_means(here, language, text, expected):
    found = only(find_times(text, here(language)))
    assert (found.kind, written(found.start), found.span) == ("date", expected, (0, len(text)))


HOURS = [
    ("es", "a las 5", "2026-03-04T17:00"),
    ("es", "a las 9", "2026-03-04T21:00"),
    ("es", "a las 11", "2026-03-04T11:00"),
    ("es", "mañana a las 8", "2026-03-05T08:00"),
    ("es", "hoy a las 8", "2026-03-04T20:00"),
    ("es", "a las 8 de la noche", "2026-03-04T20:00"),
    ("es", "a las 5 y media", "2026-03-04T17:30"),
    ("es", "a las 6 menos cuarto", "2026-03-04T17:45"),
    ("es", "el viernes por la mañana", "2026-03-06T09:00"),
    ("es", "esta noche", "2026-03-04T20:00"),
    ("es", "mañana a medianoche", "2026-03-06T00:00"),
    ("es", "mañana al mediodía", "2026-03-05T12:00"),
    ("es", "mañana 07:15", "2026-03-05T07:15"),
    ("es", "mañana a las 18 hs", "2026-03-05T18:00"),
    ("es", "en media hora", "2026-03-04T10:30"),
    ("es", "las 2 de la madrugada del viernes", "2026-03-06T02:00"),
    ("en", "tomorrow at noon", "2026-03-05T12:00"),
    ("en", "at 5:30", "2026-03-04T17:30"),
    ("en", "7 in the morning tomorrow", "2026-03-05T07:00"),
    ("en", "half past 3", "2026-03-04T15:30"),
    ("en", "quarter to 4", "2026-03-04T15:45"),
    ("en", "tonight at 9", "2026-03-04T21:00"),
    ("en", "this morning", "2026-03-04T09:00"),
    ("en", "12 at night", "2026-03-05T00:00"),
    ("en", "in 2 hours", "2026-03-04T12:00"),
    ("en", "Friday evening", "2026-03-06T19:00"),
    ("en", "8am", "2026-03-05T08:00"),
    ("pt", "amanhã às 15h", "2026-03-05T15:00"),
    ("pt", "quinta 9h30", "2026-03-05T09:30"),
    ("pt", "hoje à noite", "2026-03-04T20:00"),
    ("pt", "às 5 e meia", "2026-03-04T17:30"),
    ("pt", "8 da noite", "2026-03-04T20:00"),
    ("pt", "daqui a meia hora", "2026-03-04T10:30"),
]


@pytest.mark.parametrize(("language", "text", "expected"), HOURS)
def test_an_hour_is_the_one_in_which_people_do_things(here, language, text, expected):
    found = only(find_times(text, here(language)))
    assert (written(found.start), found.end, found.span) == (expected, None, (0, len(text)))


def test_half_five_is_half_past_five_in_britain(here):
    assert written(only(find_times("half 5", here("en", region="GB"))).start) == "2026-03-04T17:30"


RANGES = [
    ("es", "mañana de 3 a 5", "2026-03-05T15:00", "2026-03-05T17:00", 120),
    ("es", "el viernes de 11 a 1", "2026-03-06T11:00", "2026-03-06T13:00", 120),
    ("en", "tomorrow 3-5pm", "2026-03-05T15:00", "2026-03-05T17:00", 120),
    ("en", "tomorrow 11-1pm", "2026-03-05T11:00", "2026-03-05T13:00", 120),
    ("en", "Friday from 10 to 11:30", "2026-03-06T10:00", "2026-03-06T11:30", 90),
    ("en", "Friday 10pm to 2am", "2026-03-06T22:00", "2026-03-07T02:00", 240),
    ("en", "June 12-14", "2026-06-12", "2026-06-14", None),
    ("es", "del 10 al 12", "2026-03-10", "2026-03-12", None),
    ("es", "del 30 de marzo al 2 de abril", "2026-03-30", "2026-04-02", None),
    ("pt", "sexta das 20h à meia-noite", "2026-03-06T20:00", "2026-03-07T00:00", 240),
]


@pytest.mark.parametrize(("language", "text", "start", "end", "minutes"), RANGES)
def test_a_stretch_has_both_its_ends(here, language, text, start, end, minutes):  # noqa: PLR0917 - one row of the table
    found = only(find_times(text, here(language)))
    assert (found.kind, written(found.start), written(found.end)) == ("range", start, end)
    assert found.duration_minutes == minutes


LENGTHS = [
    ("en", "tomorrow 8am for 2 hrs", 120),
    ("en", "tomorrow at 3 for an hour and a half", 90),
    ("es", "mañana 16:00, 1h30", 90),
    ("es", "mañana a las 4, dura 45 min", 45),
    ("pt", "amanhã às 14h, 1h30 de duração", 90),
    ("es", "una reunión de 2 horas", 120),
]


@pytest.mark.parametrize(("language", "text", "minutes"), LENGTHS)
def test_how_long_it_lasts_is_no_end(here, language, text, minutes):
    found = only(find_times(text, here(language)))
    assert (found.duration_minutes, found.end) == (minutes, None)


REPETITIONS = [
    ("es", "todos los lunes", "FREQ=WEEKLY;BYDAY=MO", "2026-03-09"),
    ("es", "los miércoles", "FREQ=WEEKLY;BYDAY=WE", "2026-03-11"),
    ("es", "los miércoles a las 11", "FREQ=WEEKLY;BYDAY=WE", "2026-03-04T11:00"),
    ("es", "cada quince días", "FREQ=WEEKLY;INTERVAL=2", None),
    ("es", "todos los días", "FREQ=DAILY", "2026-03-04"),
    ("es", "todos los días a las 9 am", "FREQ=DAILY", "2026-03-05T09:00"),
    ("es", "cada mes", "FREQ=MONTHLY", None),
    ("es", "el día 2 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=2", "2026-04-02"),
    ("es", "el último día de cada mes", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-03-31"),
    ("es", "lunes, martes y jueves", "FREQ=WEEKLY;BYDAY=MO,TU,TH", "2026-03-05"),
    ("en", "every other Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-03-05"),
    ("en", "on Mondays and Fridays at 6pm", "FREQ=WEEKLY;BYDAY=MO,FR", "2026-03-06T18:00"),
    ("en", "every month on the 3rd", "FREQ=MONTHLY;BYMONTHDAY=3", "2026-04-03"),
    ("en", "every year on 1 June", "FREQ=YEARLY", "2026-06-01"),
    ("en", "weekdays at 9", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-03-05T09:00"),
    ("en", "every 3 months", "FREQ=MONTHLY;INTERVAL=3", None),
    ("en", "every morning", "FREQ=DAILY", "2026-03-05T09:00"),
    ("pt", "toda terça e quinta", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-03-05"),
    ("pt", "todo dia 10", "FREQ=MONTHLY;BYMONTHDAY=10", "2026-03-10"),
    ("pt", "aos domingos", "FREQ=WEEKLY;BYDAY=SU", "2026-03-08"),
]


@pytest.mark.parametrize(("language", "text", "rule", "first"), REPETITIONS)
def test_a_repetition_begins_with_its_next_occurrence(here, language, text, rule, first):
    found = only(find_times(text, here(language)))
    assert (found.kind, found.rrule, written(found.start)) == ("recurrence", rule, first)


TRAPS = [
    ("en", "may I come in"),
    ("en", "march on, soldiers"),
    ("en", "the sun is out"),
    ("en", "give me one second"),
    ("en", "ask April about May"),
    ("en", "version 2.10"),
    ("en", "zip 90210"),
    ("en", "on the 5th floor"),
    ("en", "we are open 24/7"),
    ("en", "the night was long"),
    ("es", "vi el mar desde la casa"),
    ("es", "espera un segundo"),
    ("es", "comida con Domingo"),
    ("es", "la noche mexicana estuvo bien"),
    ("es", "capítulo 8"),
    ("es", "buenas tardes"),
    ("es", "Av. 5 de Mayo 300"),
    ("es", "24 rosas y 10 km"),
    ("pt", "um segundo"),
    ("pt", "bom dia"),
    ("pt", "segunda via do documento"),
    ("pt", "o mar estava calmo"),
    ("pt", "a Quinta da Regaleira"),
]


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_what_only_looks_like_a_time_is_none(here, language, text):
    assert find_times(text, here(language)) == ()


def test_said_at_the_weekend_this_weekend_is_today(here):
    assert written(only(find_times("this weekend", here("en", now="2026-03-07T09:00"))).start) == "2026-03-07"


@pytest.mark.parametrize(("language", "text"), [("en", "next Friday"), ("es", "el próximo viernes")])
def test_said_on_a_sunday_next_friday_is_the_coming_one(here, language, text):
    assert written(only(find_times(text, here(language, now="2026-03-08T09:00"))).start) == "2026-03-13"


def test_a_month_later_is_the_last_day_where_the_month_is_shorter(here):
    assert written(only(find_times("in a month", here("en", now="2026-01-31T09:00"))).start) == "2026-02-28"


def test_every_phrase_of_a_text_is_found_in_order(here):
    text = "Cena de fin de año\n19 de junio\n8:30 pm"
    assert [p.text for p in find_times(text, here("es"))] == ["de fin de año", "19 de junio", "8:30 pm"]


def test_a_phrase_that_the_grammar_does_not_cover_is_read_by_dateparser(here):
    found = only(find_times("10, 2027, March", here("en")))
    assert written(found.start) == "2027-03-10"


def test_dateparser_is_not_loaded_for_what_the_grammar_covers(here):
    loaded = "dateparser" in sys.modules
    find_times("call Ana on Friday at 5", here("en"))
    find_times("just a word", here("en"))
    assert ("dateparser" in sys.modules) == loaded


def test_no_date_goes_past_the_end_of_the_calendar(here):
    late = here("en", now="9999-12-31T23:30")
    for text in ("tomorrow", "next week", "in 9999 months", "in 9000 hours", "every Monday at 5", "the 5th", "at 3"):
        for found in find_times(text, late):
            assert found.start is None or written(found.start)[:4] == "9999"
