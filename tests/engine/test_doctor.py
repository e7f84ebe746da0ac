"""The doctor looks at every part, and each fault comes with what to do about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner, Result

from demo.evolution import FakeEvolution
from demo.webhooks import Webhook
from engine.cli import main
from engine.gateways.evolution_client import EVENTS
from tests.engine.stage import NOBODY, Stage, react, seen

KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="


def toque(url: str, *words: str, **settings: str) -> Result:
    environment = {"DATABASE_URL": url, "TOQUE_SECRET_KEY": KEY, "TOQUE_PORT": NOBODY, "NO_COLOR": "1", **settings}
    return CliRunner().invoke(main, ["doctor", *words], env=environment)


def told(url: str, **settings: str) -> dict[str, list[dict[str, Any]]]:
    """Return what was found that is not good, by part."""
    said = json.loads(toque(url, "--json", **settings).stdout)
    return {
        part["about"]: [each for each in part["findings"] if each["level"] != "good"]
        for part in said["parts"]
    }  # fmt: skip


def test_every_part_is_looked_at_and_what_is_well_is_said_too(home: Stage) -> None:
    home.tell(seen())
    done = toque(home.url)
    assert done.exit_code == 1  # no web process runs
    for words in ("PostgreSQL", "Number home", "webhook points here", "4 rules are enabled", "72 h"):
        assert words in done.output
    found = told(home.url)
    # The tests' database may be one without fsync, which is a fault of its own.
    faulty = {about for about, wrong in found.items() if any(each["level"] == "fault" for each in wrong)}
    assert faulty - {"database"} == {"web"}
    assert "toque web" in found["web"][0]["fix"]
    assert "TOQUE_PORT" in found["web"][0]["fix"]


def test_a_webhook_that_points_elsewhere_and_a_reaction_that_failed_are_found(home: Stage, fake: FakeEvolution) -> None:
    fake.set_webhook(Webhook("http://elsewhere.example/hook", {}, events=EVENTS))
    home.tell(seen(), react())
    home.db.execute("update action_queue set status = 'failed', last_error = 'x', finished_at = now()")
    found = told(home.url)
    assert any("toque connect evolution" in (each["fix"] or "") for each in found["number"])
    assert found["queue"][0]["fix"] == "toque queue ls"


def test_a_key_that_opens_nothing_and_one_that_was_not_drawn_are_found(home: Stage) -> None:
    assert "not drawn at random" in told(home.url)["key"][0]["says"]
    other = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="
    assert "cannot be opened with this key" in told(home.url, TOQUE_SECRET_KEY=other)["number"][0]["says"]
    assert told(home.url, TOQUE_SECRET_KEY="short")["key"][0]["level"] == "fault"


def test_a_key_file_that_others_can_read_is_a_fault(home: Stage, tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    file.write_text(KEY)
    file.chmod(0o644)
    settings = {"TOQUE_DATA_DIR": str(tmp_path)}
    environment = {"DATABASE_URL": home.url, "TOQUE_PORT": NOBODY, "NO_COLOR": "1", **settings}
    assert f"chmod 600 {file}" in CliRunner().invoke(main, ["doctor"], env=environment).output


def test_a_transaction_that_somebody_left_open_is_found(home: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.doctor.TRANSACTION_SECONDS", 0.0)
    with psycopg.connect(home.url) as other:
        other.execute("set transaction isolation level repeatable read")
        other.execute("select 1")
        assert any("dead rows" in each["says"] for each in told(home.url)["database"])


def test_no_rule_at_all_is_said_and_an_upkeep_that_fails(home: Stage) -> None:
    home.db.execute("delete from action_rules")
    home.db.execute(
        "insert into action_queue (connection_id, event_type, event_data, max_attempts, last_error) "
        "values (%s, 'upkeep', '{}', 1000, 'drop_log: DiskFull')",
        [home.id],
    )
    found = told(home.url)
    assert "no rule is enabled" in found["rules"][0]["says"]
    assert "drop_log" in found["upkeep"][0]["says"]


def test_without_a_number_the_next_step_is_to_connect_one(database_url: str) -> None:
    assert "toque connect" in told(database_url)["number"][0]["fix"]


def test_without_a_database_that_is_what_is_said() -> None:
    gone = toque("postgresql://127.0.0.1:9/none")
    assert gone.exit_code == 1
    assert "is not to be had" in gone.output
    assert "check DATABASE_URL" in gone.output
    assert json.loads(toque("postgresql://127.0.0.1:9/none", "--json").stdout)["ok"] is False


def test_a_database_without_our_schema_names_the_command(server: str) -> None:
    # The server's own database, in which nothing was ever migrated.
    assert "toque migrate" in toque(server).output
