"""How things are: the worst comes first, with what to type against it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from engine import overview, rulebook
from engine.access import MACHINE
from engine.metrics import Standing
from engine.overview import Line, Now, Numbers, Problem, worst
from engine.web.sentence import sentence
from engine.web.words import LANGUAGES
from rules.book import read
from tests.engine.stage import Stage, react, seen

AT = datetime(2026, 1, 15, 12, tzinfo=UTC)
HOME = Line(1, "home", "open", AT)


def standing(*, late: float = 0.0, at_work: bool = True) -> Standing:
    oldest = [{"event_type": "settle", "seconds": late}]
    return Standing([], oldest, [], [], [], [{"busy": int(at_work), "at_work": at_work}])


@pytest.mark.parametrize(
    ("found", "lines", "dead", "code"),
    [
        (standing(), [HOME], 0, "fine"),
        (standing(), [HOME], 3, "dead"),
        (standing(late=90), [HOME], 3, "late"),
        (standing(late=90), [HOME, Line(2, "shop", "silent", AT)], 3, "silent"),
        (standing(late=90), [Line(2, "shop", "silent", AT), Line(3, "bar", "close", None)], 0, "close"),
        (standing(late=90, at_work=False), [Line(3, "bar", "close", None)], 0, "no_worker"),
        (standing(late=90, at_work=False), [], 0, "no_number"),
        (standing(), [Line(1, "home", "paused", AT)], 0, "fine"),
    ],
)
def test_the_worst_comes_first(found: Standing, lines: list[Line], dead: int, code: str) -> None:
    problem = worst(found, lines, dead)
    assert problem.code == code
    assert (problem.remedy is None) is (code == "fine")


def test_who_was_given_no_number_is_not_told_to_connect_one() -> None:
    assert worst(standing(), [], 0, limited=True) == Problem("none_given")


def now(problem: Problem, **numbers: Any) -> Now:
    calm = {
        "waiting_seconds": 0.0,
        "waited": [],
        "a_minute": 0,
        "minutes": [],
        "success": None,
        "hours": [],
        "doubts": [],
    }
    return Now(problem, [HOME], Numbers(**({"review": 0} | calm | numbers)), None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "code", ["fine", "dead", "late", "silent", "connecting", "close", "no_worker", "no_number", "none_given"]
)
def test_every_state_has_a_sentence_in_every_language(language: str, code: str) -> None:
    said = sentence(now(Problem(code, "home", 3, AT, 90.0, "toque work")), language)
    assert said
    assert "{" not in said


def test_all_good_says_what_waits_and_who_is_needed() -> None:
    def said(**numbers: Any) -> str:
        return sentence(now(Problem("fine"), **numbers), "en")

    assert said() == "All good: no reaction since yesterday, nothing waiting, nothing needs you."
    assert "1 reading needs you" in said(review=1)
    assert "the oldest has waited 20 seconds, 2 readings need you" in said(review=2, waiting_seconds=20.0)


def test_only_readings_in_doubt_are_drawn_beside_those_that_wait(stage: Stage) -> None:
    rule = {"when": {"reaction": "🧐"}, "parse": {"use": "bill", "min_confidence": 0.99}, "on_low_confidence": "review"}
    book = read({"version": 1, "rules": [{"id": "careful", "do": [{"create_bill": {}}]} | rule]})
    rulebook.save(stage.db, stage.id, book.rules, origin="ui")
    stage.tell(seen("CFE mañana", "M1"), react("🧐", "M1"), seen("Gracias", "M2"), react("💳", "M2"))
    stage.settle()
    assert stage.outcomes() == ["failed", "failed"]
    numbers = overview.look(stage.db, MACHINE).numbers
    assert (numbers.review, numbers.doubts[-1], numbers.success) == (1, 1, 0.0)
