"""The scripted demo is content with a product that does its work, and with no other."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from demo.scenes import SCENES
from demo.script import play, render
from tests.demo.product import serving


def test_a_product_that_does_its_work_passes_every_step() -> None:
    with serving() as (product, phone):
        steps = play(product.url, phone.url, timeout=40)
    assert [(step.name, step.saw) for step in steps if not step.ok] == []
    assert len(steps) == len(SCENES)
    assert sum(step.took_ms for step in steps) < 20_000


@pytest.mark.parametrize(
    ("flaw", "steps_that_notice"),
    [
        ("deaf to removals", {"Taken back"}),
        ("anyone", {"Somebody else"}),
        ("loop", {"By a program"}),
        ("says it twice", {"Five times, mixed up"}),
        ("mute", {"A bill", "Two bills", "Unreadable"}),
    ],
)
def test_a_flaw_is_noticed(flaw: str, steps_that_notice: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demo.stage.STEP_TIMEOUT", 0.5)
    with serving(flaw) as (product, phone):
        steps = play(product.url, phone.url, timeout=40)
    assert steps_that_notice <= {step.name for step in steps if not step.ok}


def test_without_a_product_the_play_ends_and_says_so() -> None:
    (step,) = play("http://127.0.0.1:9", "http://127.0.0.1:9", timeout=0.2)
    assert not step.ok
    assert "does not answer" in step.saw


def test_the_table_shows_each_step_and_what_was_expected_of_a_wrong_one() -> None:
    (step,) = play("http://127.0.0.1:9", "http://127.0.0.1:9", timeout=0.1)
    screen = Console(file=io.StringIO(), width=120, force_terminal=False)
    render([step], screen)
    shown = screen.file.getvalue()  # type: ignore[attr-defined]  # it is the StringIO from above
    assert "The live feed" in shown
    assert "expected: an open stream" in shown
    assert "1 of 1 steps went wrong" in shown
