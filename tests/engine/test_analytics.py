"""Statistics, counted by hand beforehand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
import pytest

from engine import analytics
from engine.analytics import Asked
from engine.spreadsheet import as_csv
from engine.upkeep import STATS
from sql import query
from tests.engine.stage import FRIEND, PHONE, Stage

MONDAY = datetime(2026, 1, 12, tzinfo=UTC)
LID = "99887766@lid"
WEEK = Asked(since=MONDAY, until=MONDAY + timedelta(days=7))

LOG = [
    # when, who, emoji, outcome, error, seconds to the item, ms to decide, confidence
    ((0, 9, 0), PHONE, "✅", "created", None, 0.010, 1.0, 0.9),
    ((0, 9, 20), PHONE, "✅", "created", None, 0.020, 2.0, 0.7),
    ((0, 23, 30), LID, "💳", "failed", "no_bill", 0.030, 3.0, None),
    ((1, 9, 5), PHONE, "💳", "failed", "no_bill", 0.040, 4.0, None),
    ((1, 9, 50), FRIEND, "✅", "converted", None, 0.050, 5.0, 0.5),
    ((2, 10, 0), FRIEND, "🎈", "no_rule", None, 0.060, 6.0, None),
    ((2, 11, 0), PHONE, None, "cancelled", None, 0.070, 7.0, None),
    # A message that a rule watches, and one of the week before.
    ((3, 8, 0), "", "", "created", None, 0.080, 8.0, 0.8),
    ((-1, 8, 0), PHONE, "✅", "created", None, 9.0, 9.0, 0.1),
]


@pytest.fixture
def told(stage: Stage) -> Stage:
    """A stage with a week that was counted by hand."""
    db = stage.db
    (owner,) = db.execute(
        "insert into people (connection_id, name) values (%s, 'Ana') returning id", [stage.id]
    ).fetchone()
    for address in (PHONE, LID):
        db.execute(
            "insert into addresses (connection_id, address, person_id) values (%s, %s, %s)", [stage.id, address, owner]
        )
    for n, ((day, hour, minute), who, emoji, outcome, error, seconds, ms, sure) in enumerate(LOG):
        at = MONDAY + timedelta(days=day, hours=hour, minutes=minute)
        db.execute(
            """insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome,
                error, explanation, heard_at, created_at, took_ms, confidence)
            values (%s, %s, %s, %s, 1, %s, %s, %s, '{}', %s, %s, %s, %s)""",
            [stage.id, n, f"M{n}", who, emoji, outcome, error, at, at + timedelta(seconds=seconds), ms, sure],
        )
        db.execute(
            """insert into whatsapp_messages (connection_id, id, chat, author, kind, text, sent_at)
            values (%s, %s, %s, %s, 'text', %s, %s)""",
            [stage.id, f"M{n}", FRIEND, FRIEND, f"Los {n} kilos de mango", at],
        )
    return stage


def ask(stage: Stage, name: str, asked: Asked = WEEK) -> list[dict[str, Any]]:
    return analytics.ask(stage.db, name, asked)


def columns(rows: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_the_emojis_used_most_and_by_how_many_people(told: Stage) -> None:
    rows = columns(ask(told, "top_emojis"), "emoji", "reactions", "people", "share_percent")
    # The phone and the LID are one person.
    assert rows == [("✅", 3, 2, 50.0), ("💳", 2, 1, 33.3), ("🎈", 1, 1, 16.7)]


def test_success_counts_what_was_asked_for_and_not_what_no_rule_answers(told: Stage) -> None:
    rows = columns(
        ask(told, "success"), "emoji", "reactions", "done", "failed", "nothing", "success_percent", "commonest_error"
    )
    assert rows == [
        ("✅", 3, 3, 0, 0, 100.0, None),
        ("💳", 2, 0, 2, 0, 0.0, "no_bill"),
        ("🎈", 1, 0, 0, 1, None, None),
    ]


def test_a_reading_in_doubt_that_was_accepted_is_done_and_one_that_waits_is_not(told: Stage) -> None:
    told.db.execute("update action_execution_log set outcome = 'accepted', error = 'unsure' where message_id = 'M3'")
    rows = columns(ask(told, "success"), "emoji", "done", "failed", "success_percent", "commonest_error")
    assert rows[1] == ("💳", 1, 1, 50.0, "no_bill")
    assert columns(ask(told, "people"), "success_percent", "commonest_errors")[0] == (75.0, ["no_bill"])
    assert columns(ask(told, "failed_patterns"), "error", "times") == [("no_bill", 1)]
    assert columns(ask(told, "volume"), "done", "failed")[1] == (2, 0)
    (funnel,) = columns(ask(told, "funnel"), "asked", "failed")
    assert funnel == (5, 1)


def test_the_hours_are_those_of_the_zone_that_was_asked_for(told: Stage) -> None:
    in_utc = columns(ask(told, "hourly"), "weekday", "hour", "reactions")
    assert in_utc == [(1, 9, 2), (1, 23, 1), (2, 9, 2), (3, 10, 1)]
    # Kathmandu is five hours and three quarters ahead.
    there = columns(
        ask(told, "hourly", Asked(WEEK.since, WEEK.until, "Asia/Kathmandu")), "weekday", "hour", "reactions"
    )
    assert there == [(1, 14, 1), (1, 15, 1), (2, 5, 1), (2, 14, 1), (2, 15, 1), (3, 15, 1)]


def test_the_volume_goes_by_day_and_by_hour_where_it_is_short(told: Stage) -> None:
    rows = columns(ask(told, "volume"), "at", "settled", "done", "undone", "failed", "nothing")
    assert rows == [
        (MONDAY, 3, 2, 0, 1, 0),
        (MONDAY + timedelta(days=1), 2, 1, 0, 1, 0),
        (MONDAY + timedelta(days=2), 2, 0, 1, 0, 1),
        (MONDAY + timedelta(days=3), 1, 1, 0, 0, 0),
    ]
    short = ask(told, "volume", Asked(MONDAY, MONDAY + timedelta(days=1)))
    assert columns(short, "at", "settled") == [(MONDAY + timedelta(hours=9), 2), (MONDAY + timedelta(hours=23), 1)]


def test_a_person_is_one_under_all_addresses(told: Stage) -> None:
    first, second = ask(told, "people")
    assert (first["name"], first["addresses"], first["reactions"]) == ("Ana", sorted([PHONE, LID]), 4)
    assert (first["per_active_day"], first["favourites"], first["busiest_hour"]) == (2.0, ["✅", "💳"], 9)
    assert (first["success_percent"], first["mean_confidence"], first["commonest_errors"]) == (50.0, 0.8, ["no_bill"])
    assert (second["name"], second["addresses"], second["reactions"]) == (None, [FRIEND], 2)
    assert (second["per_active_day"], second["success_percent"], second["commonest_errors"]) == (1.0, 100.0, None)


def test_who_reacts_most_is_told_from_groups_of_reactions_and_not_from_each_again_and_again(told: Stage) -> None:
    many = 5000
    react(told, many, people=1)
    sorts = [node for node in plan(told, "people") if "Grouping Sets" in node]
    told_apart = {ways(node): max(below["Actual Rows"] for below in node["Plans"]) for node in sorts}
    assert told_apart.keys() == {2, 5}
    assert told_apart[2] > many > told_apart[5] * 10


def test_of_those_who_react_most_only_their_own_reactions_are_looked_at_again(told: Stage) -> None:
    many = 40_000
    react(told, many, people=4000)
    looks = [node for node in plan(told, "people") if node.get("Relation Name") == "action_execution_log"]
    assert sorted(node["Index Name"] for node in looks) == [
        "action_execution_log_by_address", "action_execution_log_heard",
    ]  # fmt: skip
    again = next(node for node in looks if node["Index Name"] == "action_execution_log_by_address")
    assert again["Actual Rows"] * again["Actual Loops"] < many / 50


def react(stage: Stage, many: int, *, people: int) -> None:
    stage.db.execute(
        """insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome,
            error, explanation, heard_at, took_ms, confidence)
        select %s, n, 'N' || n, 'A' || n %% %s, 1, (array['✅', '💳'])[1 + n %% 2], 'created', null, '{}',
            %s + n * interval '10 s', 1, 0.5
        from generate_series(1, %s) n""",
        [stage.id, people, MONDAY, many],
    )
    stage.db.execute("vacuum analyze action_execution_log")


@pytest.mark.parametrize(("name", "node_type"), [("latency", "WindowAgg"), ("top_emojis", "Sort")])
def test_what_is_sorted_is_few_and_not_every_reaction_nor_everybody(told: Stage, name: str, node_type: str) -> None:
    many = 2000
    react(told, many, people=1000)
    told.db.execute("update action_execution_log set created_at = heard_at + interval '1 ms' * (id % 40)")
    told.compact()  # The planner goes by what there is, and not by what the update left.
    sorts = [node["Actual Rows"] for node in plan(told, name) if node["Node Type"] == node_type]
    assert sorts
    assert max(sorts) < many / 10


def plan(stage: Stage, name: str) -> list[dict[str, Any]]:
    with stage.db.transaction():
        stage.db.execute(query("analytics.ask"), WEEK.settings())
        # As where rows are wide and of many weeks: only an index is worth while.
        stage.db.execute("set local enable_seqscan = off")
        stage.db.execute("set local enable_bitmapscan = off")
        (found,) = stage.db.execute(f"explain (analyze, format json) {analytics.statement(name)}").fetchone()
    return every(found[0]["Plan"])


def ways(node: dict[str, Any]) -> int:
    return sum(len(one.get("Hash Keys") or one["Group Keys"]) for one in node["Grouping Sets"])


def every(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [node, *(below for child in node.get("Plans", ()) for below in every(child))]


def test_texts_that_failed_alike_stand_together(told: Stage) -> None:
    (row,) = ask(told, "failed_patterns")
    assert (row["error"], row["emoji"], row["pattern"], row["times"]) == ("no_bill", "💳", "los # kilos de mango", 2)
    assert (row["last_message_id"], row["last_at"]) == ("M3", MONDAY + timedelta(days=1, hours=9, minutes=5))


def test_the_funnel_goes_from_the_reaction_to_what_became_of_the_item(told: Stage) -> None:
    for n, status in enumerate(("open", "done", "done", "cancelled")):
        told.db.execute(
            """insert into items (connection_id, kind, title, status, message_id, address, chat, rule_id, step,
                position, rule_version, revision, language, confidence, reading, cancelled_because, done_at, created_at)
            values (%s, 'task', 'T', %s, %s, %s, %s, 'task', 0, 0, 1, 1, 'es', 1, 'r', %s, %s, %s)""",
            [told.id, status, f"M{n}", PHONE, FRIEND, "unreacted" if status == "cancelled" else None,
             MONDAY if status == "done" else None, MONDAY + timedelta(days=n)],
        )  # fmt: skip
    assert ask(told, "funnel") == [{
        "reacted": 6, "asked": 5, "failed": 2, "taken_back": 1, "from_messages": 1, "created": 4, "still_open": 1,
        "done": 2, "undone": 1,
    }]  # fmt: skip


def test_latencies_are_of_the_rank_that_they_say(told: Stage) -> None:
    (row,) = ask(told, "latency")
    assert columns([row], "settled", "p50_ms", "p95_ms", "p99_ms") == [(8, 40.0, 80.0, 80.0)]
    assert columns([row], "deciding_p50_ms", "deciding_p95_ms") == [(4.0, 8.0)]
    days = columns(ask(told, "latency_daily"), "day", "settled", "p50_ms", "p99_ms")
    assert days == [
        (date(2026, 1, 12), 3, 20.0, 30.0),
        (date(2026, 1, 13), 2, 40.0, 50.0),
        (date(2026, 1, 14), 2, 60.0, 70.0),
        (date(2026, 1, 15), 1, 80.0, 80.0),
    ]
    # Days begin elsewhere at other hours; none is lost by it.
    there = ask(told, "latency_daily", Asked(WEEK.since, WEEK.until, "America/Mexico_City"))
    assert sum(row["settled"] for row in there) == 8


def test_parsers_are_told_apart_by_language(told: Stage) -> None:
    readings = [("bill", "es", "no_bill", None, 3.0), ("bill", "es", None, 0.9, 1.0), ("task", "en", None, 0.5, 2.0)]
    for parser, language, error, sure, ms in readings:
        told.db.execute(
            """insert into nlp_processing_log (connection_id, message_id, parser, language, error, confidence, took_ms,
                created_at) values (%s, 'M', %s, %s, %s, %s, %s, %s)""",
            [told.id, parser, language, error, sure, ms, MONDAY],
        )
    names = ("parser", "language", "readings", "read", "success_percent", "mean_confidence", "mean_ms", "longest_ms")
    rows = ask(told, "nlp")
    assert columns(rows, *names) == [
        ("bill", "es", 2, 1, 50.0, 0.9, 2.0, 3.0),
        ("task", "en", 1, 1, 100.0, 0.5, 2.0, 2.0),
    ]
    assert columns(rows, "commonest_errors") == [(["no_bill"],), (None,)]


def test_the_days_come_from_the_view_that_the_upkeep_renews(told: Stage) -> None:
    told.db.execute(query(STATS))
    rows = columns(ask(told, "daily"), "day", "settled", "done", "undone", "failed", "mean_ms")
    assert rows == [
        (date(2026, 1, 12), 3, 2, 0, 1, 2.0),
        (date(2026, 1, 13), 2, 1, 0, 1, 4.5),
        (date(2026, 1, 14), 2, 0, 1, 0, 6.5),
        (date(2026, 1, 15), 1, 1, 0, 0, 8.0),
    ]


@pytest.mark.parametrize("name", analytics.names())
def test_nobody_is_told_of_a_connection_that_was_not_asked_for(told: Stage, name: str) -> None:
    told.db.execute(query(STATS))
    nothing = ask(told, name, Asked(WEEK.since, WEEK.until, connections=[told.id + 1]))
    assert not any(value for row in nothing for value in row.values())
    assert ask(told, name, Asked(WEEK.since, WEEK.until, connections=[])) == nothing


@pytest.mark.parametrize("name", analytics.names())
def test_each_file_runs_by_hand_as_it_is(database_url: str, name: str) -> None:
    # As psql would: no parameters, the last seven days.
    with psycopg.connect(database_url, autocommit=True) as db:
        db.execute(analytics.statement(name))
    assert analytics.title(name).endswith(".")


def test_what_a_spreadsheet_would_carry_out_is_text() -> None:
    table = analytics.as_table([{"a": "=cmd()", "b": ["✅", "💳"], "c": 1}])
    assert table == [["a", "b", "c"], ["=cmd()", ["✅", "💳"], 1]]
    assert as_csv(table) == "a,b,c\r\n'=cmd(),✅ 💳,1\r\n"
