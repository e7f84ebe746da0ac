"""Dead letters are found, tried again by the rules of now or of then, or given up with a reason; none goes silently."""

from __future__ import annotations

import json

import psycopg
import pytest
from click.testing import CliRunner, Result

from engine import letters, queue, rulebook
from engine.cli import main
from engine.cli.letters import chosen_by
from engine.letters import Filter
from engine.queue import Claimer
from rules.book import load
from tests.engine.stage import FRIEND, Stage, react, seen

TASKS = """
version: 1
rules:
  - id: bills
    name: Bills
    when: { reaction: ["💳"] }
    do: [{ create_task: {} }]
"""


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    stage = Stage(db, database_url)
    stage.tell(seen(), react("💳"), seen("idea", "M2", chat="120363041234567890@g.us"))
    stage.tell(react("📝", "M2", chat="120363041234567890@g.us"))
    for claim in stage.claims():
        worst = claim.event_data["message_id"] == "M1"
        queue.bury(db, claim, "its worker was ended after 10 s" if worst else "reading it took more than 512 MB")
    return stage


def toque(stage: Stage, *words: str, said: str | None = None) -> Result:
    return CliRunner().invoke(main, ["queue", *words], env={"DATABASE_URL": stage.url}, input=said)


def told(stage: Stage, *words: str) -> list[str]:
    """Return the messages whose letters are listed."""
    return [one["event_data"]["message_id"] for one in json.loads(toque(stage, *words, "--json").output)]


@pytest.mark.parametrize(
    ("words", "messages"),
    [
        ([], ["M2", "M1"]),
        (["--error", "512 mb"], ["M2"]),
        (["--error", "nothing like it"], []),
        (["--connection", "home"], ["M2", "M1"]),
        (["--chat", FRIEND], ["M1"]),
        (["--chat", "120363041234567890@g.us"], ["M2"]),
        (["--older", "1h"], ["M1"]),
        (["--rule", "bill"], ["M1"]),
        (["--rule", "note"], []),
        (["--chat", FRIEND, "--error", "512"], []),
    ],
)
def test_letters_are_found_by_what_is_known_of_them(stage: Stage, words: list[str], messages: list[str]) -> None:
    stage.db.execute(
        "update action_queue set finished_at = now() - interval '2 h' where event_data->>'message_id' = 'M1'"
    )
    stage.db.execute(
        "insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome,"
        " explanation, heard_at, took_ms) values (%s, 1, 'M1', 'me', 0, '💳', 'created', %s, now(), 1)",
        [stage.id, json.dumps({"rules": [{"id": "bill", "fired": True}, {"id": "note", "fired": False}]})],
    )
    assert sorted(told(stage, "ls", *words)) == sorted(messages)


def test_letters_are_found_a_part_at_a_time_with_or_without_their_explanation(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.db.execute(
        "insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome,"
        " explanation, heard_at, took_ms) values (%s, 1, 'M1', 'me', 0, '💳', 'created', '{}', now(), 1)",
        [stage.id],
    )
    stage.db.execute(
        "insert into action_queue (connection_id, event_type, event_data, status, finished_at, last_error, attempts)"
        " select %s, 'settle', '{}', 'failed', now() - n / 3 * interval '1 s', 'many', 8 from generate_series(1, 9) n",
        [stage.id],
    )
    whole = letters.find(stage.db, Filter())
    monkeypatch.setattr(letters, "AT_ONCE", 2)
    assert len(whole) == 11
    assert letters.find(stage.db, Filter()) == whole
    brief = letters.find(stage.db, Filter(), explained=False)
    assert [one.id for one in brief] == [one.id for one in whole]
    assert [one.explanation for one in whole if one.explanation is not None] == [{}]
    assert {one.explanation for one in brief} == {None}
    # Who handles letters needs no explanation of any.
    nothing = dict.fromkeys(("connection", "chat", "rule", "error", "older"))
    assert [one.explanation for one in chosen_by(stage.db, (), nothing, everything=True)] == [None] * 11


def test_a_letter_is_listed_with_its_reason_its_chat_and_its_explanation(stage: Stage) -> None:
    listed = toque(stage, "ls").output
    for words in ("ended after 10 s", "more than 512 MB", "a reaction 💳", "765 4321", "never settled", "retry --all"):
        assert words in listed
    (one,) = [one for one in json.loads(toque(stage, "ls", "--json").output) if one["emoji"] == "💳"]
    assert {"last_error", "explanation", "outcome", "rules", "chat", "attempts"} <= one.keys()


def test_one_is_tried_again_by_itself_and_the_others_stay(stage: Stage) -> None:
    (letter,) = json.loads(toque(stage, "ls", "--error", "10 s", "--json").output)
    assert json.loads(toque(stage, "retry", str(letter["id"]), "--json").output) == {"retried": [letter["id"]]}
    assert stage.rows("select alone, attempts from action_queue where status = 'pending'") == [
        {"alone": True, "attempts": 0}
    ]
    stage.settle()
    assert stage.items() == [("bill", "CFE", "open")]
    assert told(stage, "ls") == ["M2"]


def test_a_letter_of_the_asking_for_gaps_stays_and_keeps_no_other_back(stage: Stage) -> None:
    stage.db.execute(
        "insert into action_queue (connection_id, event_type, event_data, status, finished_at, last_error, lane)"
        " values (%s, 'repair', '{}', 'failed', now(), 'refused', 'repair'),"
        " (%s, 'repair', '{}', 'pending', null, null, 'repair')",
        [stage.id, stage.id],
    )
    assert "2 put back" in toque(stage, "retry", "--all").output
    assert stage.rows("select event_type from action_queue where status = 'failed'") == [{"event_type": "repair"}]


def test_many_are_tried_again_by_a_filter(stage: Stage) -> None:
    assert "1 put back" in toque(stage, "retry", "--all", "--error", "512").output
    assert told(stage, "ls") == ["M1"]


@pytest.mark.parametrize(("rules", "kind"), [("now", "task"), ("then", "bill")])
def test_a_letter_is_tried_again_by_the_rules_of_now_or_of_then(stage: Stage, rules: str, kind: str) -> None:
    rulebook.delete(stage.db, stage.id, "bill")
    rulebook.save(stage.db, stage.id, load(TASKS, "tasks.yaml").rules, origin="ui")
    assert toque(stage, "retry", "--all", "--error", "10 s", "--rules", rules).exit_code == 0
    work(stage)
    assert [item[0] for item in stage.items()] == [kind]


def work(stage: Stage) -> None:
    """Settle as a worker does, which looks whose rules are asked for."""
    from engine.worker import _by_the_rules_of  # noqa: PLC0415 - of this test alone

    while claims := stage.claims():
        _by_the_rules_of(claims, stage.settler).settle(stage.db, claims)


def test_what_is_given_up_is_kept_with_the_reason_and_shown(stage: Stage) -> None:
    (letter,) = json.loads(toque(stage, "ls", "--error", "10 s", "--json").output)
    assert toque(stage, "discard", str(letter["id"])).exit_code == 64, "a reason is needed"
    assert toque(stage, "discard", str(letter["id"]), "--reason", " ").exit_code == 64
    gone = toque(stage, "discard", str(letter["id"]), "--reason", "a joke of Ana's", "--json")
    assert json.loads(gone.output) == {"discarded": [letter["id"]]}
    assert told(stage, "ls") == ["M2"]
    (kept,) = json.loads(toque(stage, "ls", "--discarded", "--json").output)
    assert (kept["id"], kept["discarded_because"], kept["last_error"]) == (
        letter["id"], "a joke of Ana's", "its worker was ended after 10 s",
    )  # fmt: skip
    assert "a joke of Ana's" in toque(stage, "ls", "--discarded").output
    assert stage.rows("select body->>'outcome' as outcome from live_feed order by id desc limit 1") == [
        {"outcome": "discarded"}
    ]
    assert stage.rows("select amount from totals where name = 'discarded'") == [{"amount": 1}]


def test_what_was_given_up_is_brought_back_as_old_as_it_was_and_shown(stage: Stage) -> None:
    (before,) = json.loads(toque(stage, "ls", "--error", "10 s", "--json").output)
    assert toque(stage, "restore", str(before["id"])).exit_code == 1
    toque(stage, "discard", str(before["id"]), "--reason", "too late")
    assert json.loads(toque(stage, "restore", "--all", "--json").output) == {"restored": [before["id"]]}
    (after,) = json.loads(toque(stage, "ls", "--error", "10 s", "--json").output)
    assert after == before
    assert after["first_failed_at"] == after["last_failed_at"] == after["finished_at"]
    newest = stage.rows("select body->>'outcome' as outcome from live_feed order by id desc limit 1")
    assert newest == [{"outcome": "restored"}]
    assert told(stage, "ls", "--discarded") == []


def test_many_are_given_up_only_after_a_yes(stage: Stage) -> None:
    words = ["discard", "--all", "--reason", "too late"]
    assert len(json.loads(toque(stage, *words, "--dry-run", "--json").output)) == 2
    assert toque(stage, *words, said="n\n").exit_code == 1
    assert len(told(stage, "ls")) == 2
    assert "2 given up" in toque(stage, *words, "--yes").output
    assert told(stage, "ls") == []


def test_more_than_one_statement_takes_are_put_back_with_progress_on_standard_error(stage: Stage) -> None:
    stage.db.execute(
        "insert into action_queue (connection_id, event_type, event_data, status, finished_at, last_error, attempts)"
        " select %s, 'settle', '{}', 'failed', now(), 'many', 8 from generate_series(1, 1200)",
        [stage.id],
    )
    done = toque(stage, "retry", "--all", "--error", "many")
    assert "1200 put back" in done.stdout
    assert "1000 of 1200 (80 %)" in done.stderr


@pytest.mark.parametrize("words", [[], ["7", "--all"], ["7", "--error", "x"]])
def test_which_letters_are_meant_must_be_said_in_one_way(stage: Stage, words: list[str]) -> None:
    assert toque(stage, "retry", *words).exit_code == 64


def test_a_length_of_time_that_is_none_is_answered_with_one(stage: Stage) -> None:
    shown = toque(stage, "ls", "--older", "soon")
    assert shown.exit_code == 64
    assert "7d" in shown.output


def test_what_is_held_though_the_lease_is_long_over_is_given_back_and_tried_even_after_its_last_attempt(
    stage: Stage,
) -> None:
    toque(stage, "retry", "--all")
    stage.db.execute("update action_queue set max_attempts = 1")
    held = Claimer("gone", -3600).settles(stage.db, 1)
    Claimer("here", 30).settles(stage.db, 1)
    assert "1 would be given back" in toque(stage, "unstick", "--dry-run").output
    assert json.loads(toque(stage, "unstick", "--older", "2h", "--json").output)["given_back"] == []
    assert json.loads(toque(stage, "unstick", "--json").output)["given_back"] == [held[0].id]
    assert "nothing is stuck" in toque(stage, "unstick").output
    (again,) = Claimer("w", 30).settles(stage.db, 5)
    assert (again.id, again.attempts) == (held[0].id, 2)
    assert queue.complete(stage.db, held) == set(), "its former worker changes nothing"


def test_a_lane_that_a_dead_worker_held_is_free_once_its_answer_is_unstuck(stage: Stage) -> None:
    toque(stage, "retry", "--all", "--error", "10 s")
    stage.settle()
    assert Claimer("gone", 3600).delivery(stage.db)
    stage.db.execute("update action_queue set lease_until = now() - interval '1 h' where status = 'processing'")
    assert Claimer("w", 30).delivery(stage.db) is None
    toque(stage, "unstick")
    assert Claimer("w", 30).delivery(stage.db)


def test_a_queue_with_nothing_to_do_is_drained_at_once_whatever_is_dead_or_scheduled(stage: Stage) -> None:
    stage.db.execute(
        "insert into action_queue (connection_id, event_type, event_data, run_at)"
        " values (%s, 'settle', '{}', now() + interval '1 day'), (%s, 'upkeep', '{}', now())",
        [stage.id, stage.id],
    )
    done = toque(stage, "drain", "--json")
    assert (done.exit_code, json.loads(done.output)) == (0, {"empty": True, "due": 0, "held": 0, "later": 1})
    assert toque(stage, "drain", "--scheduled", "--timeout", "0s").exit_code == 1


def test_a_queue_that_is_not_empty_in_time_is_exit_code_1_with_what_is_left(stage: Stage) -> None:
    toque(stage, "retry", "--all")
    Claimer("w", 30).settles(stage.db, 1)
    late = toque(stage, "drain", "--timeout", "0s", "--json")
    assert late.exit_code == 1
    assert json.loads(late.stdout) == {"empty": False, "due": 1, "held": 1, "later": 0}
    assert "2 not done yet (1 in hand)" in late.stderr
