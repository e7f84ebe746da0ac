"""A reading in doubt waits for a person, who accepts or rejects it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine import reviews, rulebook
from engine.cli import main
from engine.reviews import NothingToReview
from rules.book import read
from tests.engine.stage import Stage, react, seen

RULE = {
    "id": "careful",
    "when": {"reaction": "🧐"},
    "parse": {"use": "bill", "min_confidence": 0.9},
    "do": [{"create_bill": {"priority": "high"}}],
    "on_low_confidence": "review",
}
DOUBTFUL = "CFE mañana"


def toque(stage: Stage, *words: str) -> Result:
    return CliRunner().invoke(main, ["review", *words], env={"DATABASE_URL": stage.url, "NO_COLOR": "1"})


def told(stage: Stage, *words: str) -> Any:
    return json.loads(toque(stage, *words, "--json").stdout)


@pytest.fixture
def waiting(stage: Stage) -> str:
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [RULE]}).rules, origin="ui")
    stage.tell(seen(DOUBTFUL), react("🧐"))
    stage.settle()
    return str(told(stage)[0]["id"])


def test_what_waits_is_listed_with_what_was_read(stage: Stage, waiting: str) -> None:
    assert stage.items() == []
    (one,) = told(stage, "ls", "--connection", "home")
    assert (one["text"], one["rule_id"], one["rule_version"], one["read"]["vendor"]) == (DOUBTFUL, "careful", 1, "CFE")
    shown = toque(stage).stdout
    for part in (waiting, "🧐", DOUBTFUL, "due: 2026-01-03", "careful v1"):
        assert part in shown


def test_what_is_accepted_becomes_what_was_read_and_follows_its_reaction(stage: Stage, waiting: str) -> None:
    assert "CFE, created" in toque(stage, "accept", waiting).stdout
    assert stage.items() == [("bill", "CFE", "open")]
    made = stage.rows("select rule_id, rule_version, priority from items")
    assert made == [{"rule_id": "careful", "rule_version": 1, "priority": "high"}]
    assert stage.rows("select body->>'by_hand' as it from live_feed order by id desc limit 1") == [{"it": "true"}]
    assert toque(stage).stdout == "Nothing waits.\n"
    stage.tell(react(None, n=2))
    stage.settle()
    assert stage.items() == [("bill", "CFE", "cancelled")]


def test_it_is_accepted_by_the_rule_of_that_moment(stage: Stage, waiting: str) -> None:
    changed = RULE | {"do": [{"create_note": {}}]}
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [changed]}).rules, origin="ui")
    assert [one["kind"] for one in told(stage, "accept", waiting)[0]["items"]] == ["bill"]


def test_what_is_rejected_makes_nothing_and_waits_no_more(stage: Stage, waiting: str) -> None:
    assert toque(stage, "reject", waiting).exit_code == 0
    assert told(stage) == []
    assert stage.items() == []
    refused = toque(stage, "accept", waiting)
    assert refused.exit_code == 1
    assert "toque review ls" in refused.output


@pytest.mark.parametrize("then", [react(None, n=2), react("📝", n=2)])
def test_what_was_read_again_waits_no_more(stage: Stage, waiting: str, then: Any) -> None:
    stage.tell(then)
    stage.settle()
    assert told(stage) == []
    with pytest.raises(NothingToReview):
        reviews.accept(stage.db, int(waiting))


def test_a_text_that_is_gone_cannot_be_accepted_and_goes_on_waiting(stage: Stage, waiting: str) -> None:
    stage.db.execute("update whatsapp_messages set text = null, text_dropped_at = now()")
    with pytest.raises(NothingToReview, match="its text is gone"):
        reviews.accept(stage.db, int(waiting))
    assert len(told(stage)) == 1


def test_several_are_accepted_all_or_none(stage: Stage, waiting: str) -> None:
    assert toque(stage, "accept", waiting, "999999").exit_code == 1
    assert stage.items() == []


def test_what_is_sure_does_not_wait(stage: Stage, waiting: str) -> None:
    stage.tell(seen(id_="M2"), react("🧐", "M2"))
    stage.settle()
    assert [one["id"] for one in told(stage)] == [int(waiting)]
    assert stage.items() == [("bill", "CFE", "open")]
