"""Weeks, months, holidays, counted days and lengths, as said on Wednesday 4 March 2026 at 10:00."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from parsers import PARSERS
from parsers.times import TimePhrase, find_times, last_covered


def only(found: tuple[TimePhrase, ...]) -> TimePhrase:
    assert len(found) == 1, [f.text for f in found]
    return found[0]


def written(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()[:16]


DAYS = [
    ("en", "Monday of this week", "2026-03-02"),
    ("en", "the second Tuesday of May", "2026-05-12"),
    ("en", "the last Friday of this month", "2026-03-27"),
    ("en", "first Sunday of February", "2027-02-07"),
    ("en", "the 20th of next month", "2026-04-20"),
    ("en", "3 Fridays from now", "2026-03-20"),
    ("en", "two weeks after Easter", "2026-04-19"),
    ("en", "3 days before Christmas", "2026-12-22"),
    ("en", "the day after Halloween", "2026-11-01"),
    ("en", "on Thanksgiving", "2026-11-26"),
    ("en", "by Mother's Day", "2026-05-10"),
    ("en", "in four working days", "2026-03-10"),
    ("en", "in 1 year and 2 months", "2027-05-04"),
    ("en", "6/Sep/2027", "2027-09-06"),
    ("en", "2027-Sep-06", "2027-09-06"),
    ("en", "10 / 6 / 2027", "2027-10-06"),
    ("en", "Monday in two weeks", "2026-03-16"),
    ("en", "the upcoming two weeks", "2026-03-18"),
    ("en", "Fri, Jul 17, 2026", "2026-07-17"),
    ("es", "el 21 del 3", "2026-03-21"),
    ("es", "el último día de mayo", "2026-05-31"),
    ("es", "el lunes de la semana pasada", "2026-02-23"),
    ("es", "el primer lunes de junio", "2026-06-01"),
    ("es", "el último viernes del mes", "2026-03-27"),
    ("es", "el 15 del próximo mes", "2026-04-15"),
    ("es", "el uno de mayo", "2026-05-01"),
    ("es", "el día treinta y uno", "2026-03-31"),
    ("es", "para Navidad", "2026-12-25"),
    ("es", "en Viernes Santo", "2026-04-03"),
    ("es", "dos días después de mañana", "2026-03-07"),
    ("es", "el martes de esta semana", "2026-03-03"),
    ("es", "en 4 días hábiles", "2026-03-10"),
    ("pt", "a primeira segunda-feira de junho", "2026-06-01"),
    ("pt", "no dia 15 do próximo mês", "2026-04-15"),
    ("pt", "até a Páscoa", "2026-04-05"),
    ("pt", "daqui a 2 semanas e 3 dias", "2026-03-21"),
    ("pt", "um de maio", "2026-05-01"),
]


@pytest.mark.parametrize(("language", "text", "expected"), DAYS)
def test_a_counted_day_is_found(here, language, text, expected):
    found = only(find_times(text, here(language)))
    assert (written(found.start), found.span) == (expected, (0, len(text)))


STRETCHES = [
    ("en", "next week", "2026-03-09", "2026-03-15"),
    ("en", "this week", "2026-03-02", "2026-03-08"),
    ("en", "last month", "2026-02-01", "2026-02-28"),
    ("en", "in June", "2026-06-01", "2026-06-30"),
    ("en", "Sept 2027", "2027-09-01", "2027-09-30"),
    ("en", "in 2027", "2027-01-01", "2027-12-31"),
    ("en", "next quarter", "2026-04-01", "2026-06-30"),
    ("en", "third quarter of 2027", "2027-07-01", "2027-09-30"),
    ("en", "the first week of May", "2026-05-04", "2026-05-10"),
    ("en", "the week of the 18th", "2026-03-16", "2026-03-22"),
    ("en", "the next 3 days", "2026-03-05", "2026-03-07"),
    ("en", "the past two weeks", "2026-02-18", "2026-03-03"),
    ("en", "the rest of the month", "2026-03-04", "2026-03-31"),
    ("en", "between June and August", "2026-06-01", "2026-08-31"),
    ("en", "from tomorrow to the 10th", "2026-03-05", "2026-03-10"),
    ("en", "from February 20 to March 10", "2026-02-20", "2026-03-10"),
    ("es", "el mes que viene", "2026-04-01", "2026-04-30"),
    ("es", "los próximos 3 días", "2026-03-05", "2026-03-07"),
    ("es", "de junio a agosto", "2026-06-01", "2026-08-31"),
    ("es", "la segunda semana de mayo", "2026-05-11", "2026-05-17"),
    ("es", "el resto de la semana", "2026-03-04", "2026-03-08"),
    ("es", "entre el 3 y el 12 de septiembre", "2026-09-03", "2026-09-12"),
    ("es", "del 4 al 8 del próximo mes", "2026-04-04", "2026-04-08"),
    ("es", "del lunes 9 al viernes 13", "2026-03-09", "2026-03-13"),
    ("pt", "o próximo mês", "2026-04-01", "2026-04-30"),
    ("pt", "nas próximas 2 semanas", "2026-03-05", "2026-03-18"),
    ("pt", "em maio de 2027", "2027-05-01", "2027-05-31"),
]


@pytest.mark.parametrize(("language", "text", "first", "last"), STRETCHES)
def test_a_stretch_of_days_has_a_first_and_a_last(here, language, text, first, last):
    found = only(find_times(text, here(language)))
    assert (written(found.start), written(last_covered(found))) == (first, last)


MOMENTS = [
    ("en", "at 20 past 3 pm", "2026-03-04T15:20"),
    ("en", "quarter of an hour from now", "2026-03-04T10:15"),
    ("en", "in 1.5 hours", "2026-03-04T11:30"),
    ("en", "in two and a half hours", "2026-03-04T12:30"),
    ("en", "tomorrow at 4pm GMT", "2026-03-05T16:00"),
    ("en", "1130 a.m.", "2026-03-04T11:30"),
    ("en", "tonight at 8 o'clock", "2026-03-04T20:00"),
    ("en", "2027-05-06T17:30:00Z", "2027-05-06T17:30"),
    ("es", "a las tres y veinte de la tarde", "2026-03-04T15:20"),
    ("es", "20 minutos pasadas las tres", "2026-03-04T15:20"),
    ("es", "mañana a la una", "2026-03-05T13:00"),
    ("es", "mañana a las 8 en punto de la noche", "2026-03-05T20:00"),
    ("pt", "amanhã à uma", "2026-03-05T13:00"),
]


@pytest.mark.parametrize(("language", "text", "expected"), MOMENTS)
def test_a_moment_is_found_to_the_minute(here, language, text, expected):
    found = only(find_times(text, here(language)))
    assert (written(found.start), found.span) == (expected, (0, len(text)))


LENGTHS = [
    ("en", "1 hour 30 seconds", 3630),
    ("en", "an hour and a quarter", 4500),
    ("en", "2.5 hours", 9000),
    ("en", "1 day and 2 hours", 26 * 3600),
    ("en", "half a day", 12 * 3600),
    ("es", "una hora y media", 5400),
    ("en", "3-4 hours", 4 * 3600),
    ("en", "1h 30min", 5400),
    ("es", "dos horas y cuarto", 8100),
    ("es", "45 segundos", 45),
    ("es", "dos días y 3 horas", 51 * 3600),
    ("pt", "1 hora e 30 segundos", 3630),
    ("pt", "meia hora", 1800),
]


@pytest.mark.parametrize(("language", "text", "seconds"), LENGTHS)
def test_a_length_counts_every_unit(here, language, text, seconds):
    found = only(find_times(text, here(language)))
    assert (found.kind, found.duration_minutes) == ("duration", max(round(seconds / 60), 1))


REPETITIONS = [
    ("en", "the first Monday of every month", "FREQ=MONTHLY;BYDAY=1MO", "2026-04-06"),
    ("en", "twice a day", "FREQ=DAILY", "2026-03-04"),
    ("en", "a quarterly", "FREQ=MONTHLY;INTERVAL=3", None),
    ("en", "mornings at 8", "FREQ=DAILY", "2026-03-05T08:00"),
    ("es", "el último viernes de cada mes", "FREQ=MONTHLY;BYDAY=-1FR", "2026-03-27"),
    ("es", "una vez al año", "FREQ=YEARLY", None),
    ("en", "the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-03-15"),
    ("es", "el 1 y el 15 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-03-15"),
    ("pt", "duas vezes por dia", "FREQ=DAILY", "2026-03-04"),
]


@pytest.mark.parametrize(("language", "text", "rule", "first"), REPETITIONS)
def test_a_counted_repetition_begins_with_its_next_occurrence(here, language, text, rule, first):
    found = find_times(text, here(language))[-1]
    assert (found.kind, found.rrule, written(found.start)) == ("recurrence", rule, first)


TRAPS = [
    ("en", "buy Christmas lights"),
    ("en", "the Christmas party"),
    ("en", "wait for May"),
    ("en", "mar"),
    ("en", "give me 3 more"),
    ("en", "is 32-2015 a date"),
    ("en", "the last one"),
    ("es", "la cena de Navidad"),
    ("es", "la segunda opción"),
    ("es", "uno de ellos"),
    ("es", "ir a una reunión"),
    ("pt", "a segunda via"),
    ("pt", "um de cada"),
]


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_what_only_looks_like_a_longer_time_is_none(here, language, text):
    assert find_times(text, here(language)) == ()


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Call the bank this week"), ("es", "Terminé el informe la semana pasada")]
)
def test_a_week_that_has_begun_sets_no_date(here, language, text):
    assert PARSERS["task"](text, here(language)).data.due is None


def test_friday_of_this_week_is_friday_all_the_same(here):
    assert written(PARSERS["task"]("Call the bank this week on Friday", here("en")).data.due) == "2026-03-06"


def test_a_contract_of_six_months_does_not_make_the_meeting_last_six_months(here):
    found = PARSERS["calendar"]("Meeting tomorrow at 3 about the 6 month contract", here("en")).data
    assert (written(found.start), found.duration_minutes) == ("2026-03-05T15:00", None)


def test_summer_begins_in_december_in_the_south(here):
    assert written(only(find_times("este verano", here("es", region="AR"))).start) == "2026-12-21"
    assert written(only(find_times("este verano", here("es", region="ES"))).start) == "2026-06-21"
