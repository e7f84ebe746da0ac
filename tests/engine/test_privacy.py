"""What is kept of a person is shown in full and forgotten whole, and what comes late brings nothing of it back."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner, Result
from psycopg.types.json import Json

from engine import clock, directory, privacy, rulebook
from engine.audit import Audit
from engine.cli import main
from engine.decide import Decision
from engine.deliver import Deliverer
from engine.gateways.signals import MessageEdited
from engine.privacy import TheOwner
from engine.queue import Claimer
from engine.settle import Settler
from engine.vault import Vault
from rules.book import read
from sql import query
from sql.parameters import records
from tests.engine.stage import FRIEND, SETTINGS, START, VAULT, Stage, react, seen

LID = "83512345678901@lid"
GROUP = "120363000000000001@g.us"
SECRET_KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="
HERS = "Pagar luz CFE $890 vence 15 enero"
LEFT = ("5587654321", "83512345678901", "Lupe", "CFE", "dentista")


def toque(stage: Stage, *words: str, typed: str = "") -> Result:
    environment = {"DATABASE_URL": stage.url, "NO_COLOR": "1", "TOQUE_SECRET_KEY": SECRET_KEY}
    return CliRunner().invoke(main, ["privacy", *words], env=environment, input=typed)


@pytest.fixture
def told(stage: Stage) -> list[Any]:
    """Let Lupe write and react, in her own chat and in a group, and the owner make a bill of what she wrote."""
    signals = [
        seen(HERS, "M1", author_name="Lupe", aliases=((FRIEND, LID),)),
        react("💳", "M1"),
        seen("Mañana a las 5 dentista", "M2", chat=GROUP, author=LID, author_name="Lupe"),
        react("📅", "M2", chat=GROUP, reactor=LID),
        seen("enviar el contrato a @83512345678901 mañana", "M3", chat=GROUP, author="me", mentions=(LID,)),
        react("✅", "M3", chat=GROUP),
        MessageEdited("M1", f"{HERS} ya", START + timedelta(minutes=1), editor=FRIEND),
    ]
    rule = {
        "id": "by-lupe", "when": {"reaction": "📅", "by": [FRIEND]}, "parse": "calendar", "do": [{"create_event": {}}],
    }  # fmt: skip
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [rule]}).rules, origin="ui")
    stage.tell(*signals)
    stage.settle()
    toque(stage, "show", "Lupe")
    answer_and_try(stage)
    CliRunner().invoke(
        main, ["people", "set", FRIEND, "--name", "Lupe", "--language", "en"],
        env={"DATABASE_URL": stage.url, "TOQUE_SECRET_KEY": SECRET_KEY},
    )  # fmt: skip
    return signals


def answer_and_try(stage: Stage) -> None:
    """Keep what was answered to a request about what she wrote, and what a back-test and one at work found of it."""
    stage.db.execute(
        "insert into idempotency_keys (caller, key, fingerprint, status, body) values ('machine', 'k', 'f', 200, %s)",
        [HERS.encode()],
    )
    for state, answer in (("done", Json({"items": [HERS]})), ("running", None)):
        stage.db.execute(
            "insert into jobs (connection_id, caller, kind, state, answer, finished_at)"
            " values (%s, 'machine', 'backtest', %s, %s, %s)",
            [stage.id, state, answer, clock.now() if answer else None],
        )


def lupe(stage: Stage) -> directory.Person:
    return directory.find(directory.all_people(stage.db), "Lupe", kind="people")[0]


def forget(stage: Stage, *, items_too: bool = False) -> None:
    privacy.forget(stage.db, privacy.bar(stage.db, lupe(stage)), items_too=items_too)


def everything(stage: Stage) -> str:
    """Return all rows of all tables, but for the rules and what only the tables of the schema name."""
    tables = stage.rows(
        "select table_name as name from information_schema.tables where table_schema = 'public'"
        " and table_type = 'BASE TABLE' and table_name not like 'action_rule%%' and table_name <> 'connections'"
    )
    rows = [stage.rows(f"select to_jsonb(t)::text as row from {table['name']} t") for table in tables]
    return "\n".join(row["row"] for some in rows for row in some)


def test_all_of_it_is_counted_and_handed_over(stage: Stage, told: list[Any]) -> None:
    assert told
    found = toque(stage, "show", FRIEND)
    for line in ("messages they wrote", "items that others made of their messages", "by-lupe"):
        assert line in found.output
    everything_of_hers = json.loads(toque(stage, "show", "Lupe", "--json").stdout)
    kept = everything_of_hers["kept"]
    assert {name: kept[name] for name in ("messages", "edits", "reactions", "items", "items_of_others", "rules")} == {
        "messages": 2, "edits": 1, "reactions": 1, "items": 1, "items_of_others": 1, "rules": ["by-lupe"],
    }  # fmt: skip
    assert [one["text"] for one in everything_of_hers["messages"]] == [HERS, "Mañana a las 5 dentista"]
    assert everything_of_hers["items_of_others"][0]["title"] == "CFE"
    assert everything_of_hers["items"][0]["kind"] == "event"


def test_nothing_of_somebody_is_left_in_any_table_where_items_go_too(stage: Stage, told: list[Any]) -> None:
    assert all(part in everything(stage) for part in LEFT)
    done = toque(stage, "forget", FRIEND, "--items-too", typed="Lupe\n")
    assert "Forgotten" in done.output, done.output
    left = everything(stage)
    # A number that another person typed into a message of their own is theirs.
    own = ("contrato", '"assignee": "83512345678901"')
    rows = [line for line in left.splitlines() if not any(part in line for part in own)]
    for part in LEFT:
        assert [line for line in rows if part in line] == []
    assert [one[:2] for one in stage.items()] == [("task", "Enviar el contrato")]
    assert Audit.of(Vault(b"k" * 32)).verify(stage.db).broken is None
    assert stage.rows("select id from jobs") == []
    assert stage.rows("select status, body from idempotency_keys") == [{"status": 200, "body": None}]
    assert told


def test_what_others_made_of_it_stays_theirs_and_is_undone_with_their_reaction(stage: Stage, told: list[Any]) -> None:
    assert told
    forget(stage)
    assert ("bill", "CFE", "open") in stage.items()
    assert FRIEND not in everything(stage)
    stage.tell(react(None, "M1", n=9))
    stage.settle()
    assert ("bill", "CFE", "cancelled") in stage.items()


def test_a_rule_that_asked_about_the_chat_or_a_mention_no_longer_says_whose_it_was(stage: Stage) -> None:
    rule = {"id": "hers", "when": {"reaction": "💳", "chat": [FRIEND]}, "do": [{"create_bill": {}}]}
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [rule]}).rules, origin="ui")
    stage.tell(
        seen("Hola", "M0", author_name="Lupe", aliases=((FRIEND, LID),)),
        seen(HERS, "M1", author="me"),
        react("💳", "M1"),
        seen("comprar pan con @83512345678901 mañana", "M2", chat=GROUP, author="me", mentions=(LID,)),
        react("📅", "M2", chat=GROUP),
    )
    stage.settle()
    assert FRIEND in everything(stage)
    forget(stage)
    assert [part for part in (FRIEND, LID) if part in everything(stage)] == []
    # The rest of what was told of it stays as it was.
    (told,) = stage.rows(
        "select explanation->'rules'->0->'checks' as said from action_execution_log order by id limit 1"
    )
    (chat,) = [check for check in told["said"] if check["field"] == "chat"]
    assert (chat["actual"], chat["passed"]) == ("forgotten", True)


def test_what_comes_late_brings_nothing_back(stage: Stage, told: list[Any]) -> None:
    forget(stage)
    before = everything(stage)
    late = [
        *told,
        seen("de hace mucho", "M0", author_name="Lupe", sent_at=START - timedelta(hours=1)),
        react("📝", "M0", reactor=FRIEND),
        MessageEdited("M1", f"{HERS} otra vez", START + timedelta(minutes=2), editor=FRIEND),
    ]
    stage.tell(*late, each_alone=True)
    stage.settle()
    assert everything(stage) == before
    assert [one.title for one in directory.all_people(stage.db) if not one.is_owner] == []


def test_what_is_on_its_way_in_while_somebody_is_forgotten_is_waited_for(stage: Stage, told: list[Any]) -> None:
    """A webhook told of them before; its transaction ends after the forgetting began."""
    late = {"connection_id": stage.id, "id": "M9", "chat": FRIEND, "author": FRIEND, "text": "dentista", "kind": "text",
            "sent_at": START.isoformat(), "by_us": False, "mentions": []}  # fmt: skip
    person = lupe(stage)
    with psycopg.connect(stage.url) as webhook, psycopg.connect(stage.url) as other:
        webhook.execute(query("intake.store_messages"), {"rows": records([late])})

        def forget_her() -> None:
            barred = privacy.bar(other, person)
            with other.transaction():
                privacy.forget(other, barred, items_too=True)

        forgetting = threading.Thread(target=forget_her)
        forgetting.start()
        # It has begun, as anybody can see.
        while forgetting.is_alive() and not stage.rows("select from forgotten"):
            pass
        webhook.commit()
        forgetting.join()
    left = everything(stage)
    assert [part for part in (FRIEND, LID, "dentista") if part in left] == []
    assert told


def test_nobody_is_forgotten_while_something_is_written_without_end(
    stage: Stage, told: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(privacy, "PATIENCE", 0.0)
    with psycopg.connect(stage.url) as writer:
        writer.execute("update whatsapp_messages set text_kept = true")
        refused = toque(stage, "forget", FRIEND, "--yes")
        assert (refused.exit_code, "try again later" in refused.output) == (1, True)
        writer.rollback()
    assert HERS in everything(stage)
    assert told


def test_a_reaction_that_is_being_settled_while_its_author_is_forgotten_is_read_again(stage: Stage) -> None:
    stage.tell(seen("dentista", "M1", author_name="Lupe"), react("📝", "M1"))

    def guard(work: Callable[[], Decision]) -> Decision:
        decided = work()
        forget(stage, items_too=True)
        return decided

    Settler(SETTINGS, guard, rulebook.Shelf()).settle(stage.db, stage.claims())
    assert "dentista" not in everything(stage)
    stage.settle()
    assert (stage.items(), stage.outcomes()) == ([], ["failed"])
    # And nobody is told of it.
    claim = Claimer("w", 30).delivery(stage.db)
    assert claim
    Deliverer(SETTINGS, VAULT).deliver(stage.db, claim)
    assert stage.rows("select outcome, reason from deliveries") == [
        {"outcome": "superseded", "reason": "whose chat it was, was forgotten"}
    ]


def test_what_somebody_else_did_in_their_chat_counts_and_does_not_say_where_it_was(
    stage: Stage, told: list[Any]
) -> None:
    assert told
    forget(stage)
    stage.tell(react(None, "M1", n=5), react("📝", "M7", n=5))
    stage.settle()
    assert ("bill", "CFE", "cancelled") in stage.items()
    assert FRIEND not in everything(stage)


def test_whoever_writes_again_is_somebody_new(stage: Stage, told: list[Any]) -> None:
    assert told
    forget(stage)
    later = clock.now() + timedelta(minutes=1)
    stage.tell(seen("Pagar agua $120", "N1", author_name="Lupe", aliases=((FRIEND, LID),), sent_at=later))
    (one,) = [person for person in directory.all_people(stage.db) if not person.is_owner]
    assert (set(one.addresses), one.language, one.calls_themselves) == ({FRIEND, LID}, None, "Lupe")


def test_one_is_asked_to_type_the_name_and_a_dry_run_only_counts(stage: Stage, told: list[Any]) -> None:
    assert told
    before = everything(stage)
    assert toque(stage, "forget", FRIEND, "--dry-run").exit_code == 0
    refused = toque(stage, "forget", FRIEND, typed="lupe\n")
    assert (refused.exit_code, "Nobody was forgotten" in refused.output) == (1, True)
    assert everything(stage) == before


def test_the_owner_is_not_forgotten(stage: Stage, told: list[Any]) -> None:
    assert told
    owner = next(one for one in directory.all_people(stage.db) if one.is_owner)
    with pytest.raises(TheOwner):
        privacy.bar(stage.db, owner)
    assert toque(stage, "forget", "me", "--yes").exit_code == 1
