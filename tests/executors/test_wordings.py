"""What could not be read is told in the person's language: what was understood, and what is missing."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from executors.destinations.replies import Occasion, ReplyItem, Trouble, render
from executors.destinations.wording import WORDINGS
from executors.destinations.wording.repeats import repeats
from executors.destinations.wording.voice import Voice
from parsers import PARSERS
from parsers.draft import Circumstances, ParseError, TaskData
from sql.parameters import as_json

TODAY = date(2026, 1, 2)
HOMES = {
    "es": "MX", "en": "GB", "pt": "BR", "fr": "FR", "it": "IT", "de": "DE",
}  # fmt: skip
ZONES = {
    "es": "America/Mexico_City", "en": "Europe/London", "pt": "America/Sao_Paulo", "fr": "Europe/Paris",
    "it": "Europe/Rome", "de": "Europe/Berlin",
}  # fmt: skip


def told(language: str, parser: str, text: str) -> list[str]:
    """Return the lines that answer a text that a parser could not read."""
    sent = datetime.fromisoformat("2026-01-02T09:00")
    with pytest.raises(ParseError) as failed:
        PARSERS[parser](text, Circumstances(sent, ZONES[language], HOMES[language], language))
    # As it comes out of the database.
    partial = json.loads(as_json(failed.value.partial))
    return said(language, Trouble(failed.value.code, partial, None, None), text).splitlines()


def said(language: str, trouble: Trouble, excerpt: str = "") -> str:
    return render(
        Occasion(
            emoji="📅", language=language, today=TODAY, sent_on=TODAY, region=HOMES[language], items=(),
            trouble=trouble, named_zone=None, excerpt=excerpt, template=None,
        )
    )  # fmt: skip


def test_every_language_that_is_read_is_answered_in() -> None:
    assert WORDINGS.keys() == HOMES.keys()


@pytest.mark.parametrize(
    ("language", "text", "understood", "missing"),
    [
        ("es", "Cita con el dentista en Polanco", "Entendí: Cita con el dentista · 📍 Polanco",
         "Falta: el día y, si la hay, la hora."),
        ("en", "Dinner with Priya at Dishoom", "Understood: Dinner with Priya · 📍 Dishoom · 👥 Priya",
         "Missing: the day and, if there is one, the time."),
        ("pt", "Reunião com o Paulo no Zoom", "Entendi: Reunião com o Paulo · 💻 Zoom · 👥 Paulo",
         "Falta: o dia e, se houver, a hora."),
        ("fr", "Réunion sur Zoom", "J’ai compris : Réunion · 💻 Zoom",
         "Il manque : le jour et, s’il y en a une, l’heure."),
        ("it", "Riunione su Zoom", "Ho capito: Riunione · 💻 Zoom", "Manca: il giorno e, se c’è, l’ora."),
        ("de", "Besprechung über Zoom", "Verstanden: Besprechung · 💻 Zoom",
         "Es fehlt: der Tag und, wenn es eine gibt, die Uhrzeit."),
    ],
)  # fmt: skip
def test_an_event_without_a_date_says_what_was_understood(
    language: str, text: str, understood: str, missing: str
) -> None:
    lines = told(language, "calendar", text)
    assert text in lines[0]
    assert lines[1:] == [understood, missing]


@pytest.mark.parametrize(
    ("language", "text", "understood", "missing"),
    [
        ("es", "mañana #casa", "Entendí: mañana, sábado 3 de enero · 🏷️ #casa",
         "Falta: qué hay que hacer o recordar."),
        ("en", "@Tom tomorrow", "Understood: tomorrow, Saturday 3 January · 👤 For Tom",
         "Missing: what to do or remember."),
        ("pt", "amanhã #casa", "Entendi: amanhã, sábado, 3 de janeiro · 🏷️ #casa", "Falta: o que fazer ou lembrar."),
        ("fr", "demain #maison", "J’ai compris : demain, samedi 3 janvier · 🏷️ #maison",
         "Il manque : ce qu’il faut faire ou retenir."),
        ("it", "domani #casa", "Ho capito: domani, sabato 3 gennaio · 🏷️ #casa", "Manca: cosa fare o ricordare."),
        ("de", "morgen #haus", "Verstanden: morgen, Samstag, 3. Januar · 🏷️ #haus",
         "Es fehlt: was zu tun oder zu merken ist."),
    ],
)  # fmt: skip
def test_a_task_without_anything_to_do_says_what_was_understood(
    language: str, text: str, understood: str, missing: str
) -> None:
    assert told(language, "task", text)[1:] == [understood, missing]


@pytest.mark.parametrize("language", HOMES)
def test_a_bill_that_is_none_says_the_amount_that_was_read_and_that_nothing_seems_to_be_owed(language: str) -> None:
    partial = {"amount": "890.00", "currency": "USD"}
    lines = said(language, Trouble("no_bill", partial, None, None), "890").splitlines()
    assert "890" in lines[1]
    assert "USD" in lines[1]
    assert lines[2:] == [WORDINGS[language].troubles["no_bill"].with_amount]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Ya pagué la luz, fueron $890"), ("en", "Already paid the electricity bill, £89"),
        ("pt", "Já paguei a luz, foram R$ 89"), ("fr", "J'ai déjà payé l'électricité, 89 €"),
        ("it", "Ho già pagato la luce, 89 €"), ("de", "Den Strom habe ich schon bezahlt, 89 €"),
    ],
)  # fmt: skip
def test_what_is_paid_already_lacks_nothing(language: str, text: str) -> None:
    words = WORDINGS[language]
    lines = told(language, "bill", text)
    assert "89" in lines[1]
    assert lines[2] == words.troubles["no_bill"].with_amount
    assert words.troubles["no_bill"].missing not in "".join(lines)


@pytest.mark.parametrize("language", HOMES)
@pytest.mark.parametrize("code", ["empty", "no_title", "no_datetime", "no_bill"])
def test_every_failure_says_a_sentence_and_what_is_missing(language: str, code: str) -> None:
    lines = said(language, Trouble(code, {}, "x y z", "📅")).splitlines()
    assert lines[0].endswith(".")
    assert len(lines) == (2 if code == "empty" else 3), "what, what is missing, and what would have worked"
    assert "x y z" in lines[-1]


@pytest.mark.parametrize(
    ("rule", "fr", "it", "de"),
    [
        ("DAILY", "tous les jours", "ogni giorno", "jeden Tag"),
        ("WEEKLY;BYDAY=MO,WE", "tous les lundis et mercredis", "ogni lunedì e mercoledì", "jeden Montag und Mittwoch"),
        ("WEEKLY;BYDAY=MO,TU,WE,TH,FR", "du lundi au vendredi", "dal lunedì al venerdì", "von Montag bis Freitag"),
        ("WEEKLY;INTERVAL=2;BYDAY=TU", "une semaine sur deux, le mardi", "ogni 2 settimane, il martedì",
         "alle 2 Wochen dienstags"),
        ("MONTHLY;BYDAY=1MO", "le premier lundi de chaque mois", "il primo lunedì di ogni mese",
         "am ersten Montag jedes Monats"),
        ("MONTHLY;BYDAY=-1SU", "le dernier dimanche de chaque mois", "l’ultima domenica di ogni mese",
         "am letzten Sonntag jedes Monats"),
        ("MONTHLY;BYMONTHDAY=1", "le 1er de chaque mois", "il 1º di ogni mese", "am 1. jedes Monats"),
        ("MONTHLY;BYMONTHDAY=-1", "le dernier jour de chaque mois", "l’ultimo giorno di ogni mese",
         "am letzten Tag jedes Monats"),
        ("MONTHLY;BYMONTHDAY=15,-1", "le 15 et le dernier jour de chaque mois", "il 15 e l’ultimo giorno di ogni mese",
         "am 15. und am letzten Tag jedes Monats"),
        ("MONTHLY;COUNT=3", "tous les mois, 3 fois", "ogni mese, 3 volte", "jeden Monat, 3-mal"),
        ("DAILY;UNTIL=20260401", "tous les jours, jusqu’au mercredi 1er avril",
         "ogni giorno, fino a mercoledì 1º aprile",
         "jeden Tag, bis Mittwoch, 1. April"),
    ],
)  # fmt: skip
def test_a_repetition_is_said_in_french_italian_and_german(rule: str, fr: str, it: str, de: str) -> None:
    voices = [Voice.of(language, HOMES[language], TODAY) for language in ("fr", "it", "de")]
    assert [repeats(voice, f"FREQ={rule}") for voice in voices] == [fr, it, de]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["✅ Tâche notée : *Sortir*", "🗓️ Pour demain, samedi 3 janvier, 17:00", "👤 Pour Ana Ruiz"]),
        ("it", ["✅ Compito annotato: *Sortir*", "🗓️ Entro domani, sabato 3 gennaio, 17:00", "👤 Per Ana Ruiz"]),
        ("de", ["✅ Aufgabe notiert: *Sortir*", "🗓️ Fällig morgen, Samstag, 3. Januar, 17:00", "👤 Für Ana Ruiz"]),
    ],
)
def test_a_task_is_confirmed_in_french_italian_and_german(language: str, lines: list[str]) -> None:
    due = datetime.fromisoformat("2026-01-03T17:00")
    item = ReplyItem(
        1, "task", "Sortir", "open", "created", "medium", (), TaskData("Sortir", None, due, None, (), "Ana Ruiz"), "UTC"
    )
    occasion = Occasion(
        emoji="✅", language=language, today=TODAY, sent_on=TODAY, region=HOMES[language], items=(item,), trouble=None,
        named_zone=None, excerpt="", template=None,
    )  # fmt: skip
    said = render(occasion).splitlines()
    assert said[:3] == lines
    assert said[-1] == WORDINGS[language].undo
