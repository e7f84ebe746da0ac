"""A reading in doubt waits for a person, who accepts or rejects it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine import by_hand, doubts, lessons, reviews, rulebook, rules_by_hand
from engine.cli import main
from engine.doubts import NothingToReview
from engine.examples import misses
from engine.gateways.signals import MessageEdited
from engine.web.words import LANGUAGES, catalogue
from executors.corrections import WrongField
from parsers.doubts import KEEPS
from rules.book import load, read
from sql import query
from tests.engine.stage import START, Stage, react, seen

RULE = {
    "id": "careful",
    "when": {"reaction": "🧐"},
    "parse": {"use": "bill", "min_confidence": 0.9},
    "do": [{"create_bill": {"priority": "high"}}],
    "on_low_confidence": "review",
}
DOUBTFUL = "CFE mañana"
FILE = """version: 1
rules:
  - id: careful
    when: { reaction: "🧐" }
    do: [create_bill: {}]
    examples:
"""


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


def bill(stage: Stage) -> dict[str, Any]:
    (row,) = stage.rows(
        "select i.title, b.vendor, b.amount::text, b.currency, b.due_on::text, i.tags, i.status::text "
        "from items i join bills b on b.item_id = i.id"
    )
    return row


def test_what_is_corrected_is_made_with_what_was_set(stage: Stage, waiting: str) -> None:
    done = toque(
        stage, "correct", waiting, "--set", "due=2026-01-16", "--set", "amount=890.5", "--set", "vendor=Telmex"
    )
    assert "Telmex, created" in done.stdout, done.output
    assert bill(stage) | {"tags": []} == {
        "title": "Telmex", "vendor": "Telmex", "amount": "890.5", "currency": "MXN", "due_on": "2026-01-16",
        "tags": [], "status": "open",
    }  # fmt: skip
    assert stage.rows("select outcome from reviews") == [{"outcome": "corrected"}]
    assert toque(stage).stdout == "Nothing waits.\n"


def test_what_was_set_wins_over_an_edit_of_the_message(stage: Stage, waiting: str) -> None:
    reviews.correct(stage.db, int(waiting), {"due": "2026-01-16", "tags": ["home", "now"]})
    stage.tell(MessageEdited("M1", "Pagar CFE $900 vence 20 enero", START + timedelta(minutes=1)))
    stage.settle()
    assert (bill(stage)["amount"], bill(stage)["due_on"], bill(stage)["tags"]) == (
        "900.00",
        "2026-01-16",
        ["home", "now"],
    )


def test_what_was_read_can_be_taken_away(stage: Stage, waiting: str) -> None:
    reviews.correct(stage.db, int(waiting), {"due": ""})
    assert bill(stage)["due_on"] is None


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("due=tomorrow", "due: 'tomorrow' is not a day such as 2026-01-16."),
        ("due=2026-02-30", "is not a day"),
        ("due=9999-01-01", "is not a day"),
        ("due=2026-01-16T10:00", "is not a day"),
        ("amount=much", "is not an amount such as 890.00"),
        ("amount=NaN", "is not an amount"),
        ("amount=1e40", "is not an amount"),
        ("currency=pesos", "is not a currency"),
        ("priority=hihg", "low, medium, high or critical"),
        ("recurrence=sometimes", "a rule such as FREQ=MONTHLY"),
        ("start=2026-01-16", "A bill has no field start. It has: title, vendor, amount"),
        ("vendor=", "cannot be empty"),
        ("2.due=2026-01-16", "There is no item 2: there are 1."),
    ],
)
def test_a_field_that_cannot_be_so_is_said_and_nothing_is_made(
    stage: Stage, waiting: str, said: str, hint: str
) -> None:
    refused = toque(stage, "correct", waiting, "--set", said)
    assert refused.exit_code == 1
    assert hint in refused.output
    assert stage.items() == []
    assert len(told(stage)) == 1
    assert toque(stage, "correct", waiting, "--set", "due").exit_code == 64


def test_of_several_items_each_is_set_by_its_number(stage: Stage) -> None:
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [RULE]}).rules, origin="ui")
    stage.tell(seen("CFE mañana\nAgua pasado mañana"), react("🧐"))
    stage.settle()
    id_ = int(told(stage)[0]["id"])
    with pytest.raises(WrongField, match=r"There are: 1 bill CFE, 2 bill Agua. Say for example: 1.due"):
        reviews.correct(stage.db, id_, {"due": "2026-01-16"})
    reviews.correct(stage.db, id_, {"2.due": "2026-01-16", "1.amount": 10})
    rows = stage.rows("select vendor, amount::text, due_on::text from bills order by vendor")
    assert rows == [
        {"vendor": "Agua", "amount": None, "due_on": "2026-01-16"},
        {"vendor": "CFE", "amount": "10", "due_on": "2026-01-03"},
    ]


def test_a_correction_becomes_an_example_of_its_rule(stage: Stage, waiting: str) -> None:
    done = toque(stage, "correct", waiting, "--set", "amount=890", "--keep-example")
    assert "It is an example of the rule careful now" in done.stdout
    assert "It does not read it so yet" in done.stdout
    rule = rules_by_hand.one(stage.db, stage.id, "careful").rule
    (example,) = rule.examples
    assert (rule.version, example.say, example.holds) == (2, DOUBTFUL, False)
    assert (example.at, example.from_) == ("2026-01-02T09:00:00-06:00", "+525512345678")
    assert example.expect["amount"] == "890"
    assert list(misses(rule)) == []
    because = rules_by_hand.history(stage.db, stage.id, "careful")[-1].because
    assert because == f"an example from review {waiting}"


def test_an_example_that_its_rule_reads_so_already_is_quoted(stage: Stage, waiting: str) -> None:
    sure = RULE | {"parse": {"use": "bill"}}
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [sure]}).rules, origin="ui")
    done = reviews.correct(stage.db, int(waiting), {"vendor": "CFE"})
    assert lessons.keep(stage.db, done.review, done.example)
    assert rules_by_hand.one(stage.db, stage.id, "careful").rule.examples[0].holds


def test_the_example_of_a_rule_of_a_file_is_printed_to_be_pasted(stage: Stage, waiting: str) -> None:
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [RULE]}).rules, origin="file")
    done = toque(stage, "correct", waiting, "--set", "due=2026-01-16", "--keep-example")
    assert "A file manages the rule careful" in done.stderr
    pasted = "\n".join("      " + line for line in done.stdout.partition("\n")[2].splitlines())
    (rule,) = load(FILE + pasted).rules
    assert rule.examples[0].expect["due"] == "2026-01-16"


def test_what_waits_says_how_sure_it_is_and_what_it_would_make(stage: Stage, waiting: str) -> None:
    (one,) = told(stage)
    doubtful = one["doubtful"]
    assert (str(one["id"]), doubtful["asked"], doubtful["doubts"]) == (waiting, 0.9, ["no_amount"])
    assert 0.5 < doubtful["confidence"] < 0.9
    (draft,) = doubtful["drafts"]
    assert (draft["kind"], draft["title"], draft["priority"], draft["fields"]["due"]) == (
        "bill", "CFE", "high", "2026-01-03",
    )  # fmt: skip
    assert draft["spans"]["due"] == [4, 10]


def test_every_doubt_has_words_on_the_pages() -> None:
    for language in LANGUAGES:
        assert {f"doubt.{name}" for name in KEEPS} <= set(catalogue(language)["words"]), language


def test_a_decision_that_is_taken_back_waits_again_and_what_was_made_is_cancelled(stage: Stage, waiting: str) -> None:
    toque(stage, "correct", waiting, "--set", "due=2026-01-16", "--set", "vendor=Telmex")
    assert "1 decision taken back" in toque(stage, "undo", waiting).stdout
    assert stage.items() == [("bill", "Telmex", "cancelled")]
    assert [str(one["id"]) for one in told(stage)] == [waiting]
    assert toque(stage, "accept", waiting).exit_code == 0
    assert (bill(stage)["vendor"], bill(stage)["due_on"], bill(stage)["status"]) == ("CFE", "2026-01-03", "open")
    said = stage.rows("select body->>'review' as it from live_feed where event = 'review' order by id")
    assert [row["it"] for row in said] == ["corrected", "waiting", "accepted"]


def test_what_was_rejected_can_be_taken_back_once_and_not_after_it_was_read_again(stage: Stage, waiting: str) -> None:
    for words in ("reject", "undo"):
        assert toque(stage, words, waiting).exit_code == 0
    assert "Nobody has decided" in toque(stage, "undo", waiting).output
    toque(stage, "reject", waiting)
    stage.tell(react(None, n=2))
    stage.settle()
    assert "read again since" in toque(stage, "undo", waiting).output
    assert told(stage) == []


def test_what_is_done_by_now_is_not_taken_back(stage: Stage, waiting: str) -> None:
    toque(stage, "accept", waiting)
    by_hand.finish(stage.db, [stage.rows("select id from items")[0]["id"]])
    assert toque(stage, "undo", waiting).exit_code == 1
    assert stage.items() == [("bill", "CFE", "done")]
    assert told(stage) == []


def test_what_waits_is_found_without_a_look_at_all_that_was_decided(stage: Stage, waiting: str) -> None:
    rest = "connection_id, queue_id, address, revision, emoji, outcome, error, explanation, heard_at, took_ms"
    stage.db.execute(
        f"insert into action_execution_log (message_id, {rest})"
        f" select 'N' || n, {rest} from action_execution_log, generate_series(1, 3000) n where id = %s",
        [waiting],
    )
    stage.db.execute(
        """
        with reacted as (
            insert into whatsapp_message_reactions
                (connection_id, message_id, address, chat, emoji, server_second, outer_ids, settled_revision)
            select connection_id, message_id, address, 'c', emoji, 1, '{}', 1
            from action_execution_log
            where message_id like 'N%'
            returning connection_id, message_id, address
        )
        insert into reviews (connection_id, message_id, address, revision, rule_id, outcome)
        select connection_id, message_id, address, 1, 'careful', 'rejected' from reacted
        """
    )
    stage.compact()
    assert doubts.count(stage.db) == len(doubts.waiting(stage.db)) == 1
    assert stage.blocks(query("review.count"), {"connections": None, "most": 100}) < 20
    whole = {"connections": None, "id": None, "rule": None, "before": None, "before_rule": None, "n": 100}
    assert stage.blocks(query("review.waiting"), whole) < 100


def test_a_decision_ends_the_looking_and_taking_it_back_begins_it_again(stage: Stage, waiting: str) -> None:
    looked_at = "select waits from action_execution_log"
    assert stage.rows(looked_at) == [{"waits": True}]
    toque(stage, "reject", waiting)
    assert stage.rows(looked_at) == [{"waits": False}]
    toque(stage, "undo", waiting)
    assert stage.rows(looked_at) == [{"waits": True}]
    assert doubts.count(stage.db) == 1


def test_where_two_rules_doubt_a_reading_the_other_goes_on_waiting(stage: Stage) -> None:
    rules = [RULE, RULE | {"id": "wary"}]
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": rules}).rules, origin="ui")
    stage.tell(seen(DOUBTFUL), react("🧐"))
    stage.settle()
    assert doubts.count(stage.db) == 2
    (one, _) = doubts.waiting(stage.db)
    reviews.reject(stage.db, one.id, rule_id="careful")
    assert [each.rule_id for each in doubts.waiting(stage.db)] == ["wary"]
    assert doubts.count(stage.db) == 1
