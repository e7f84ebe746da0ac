"""Looking after a connected number from the command line."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner, Result

from demo.evolution import FakeEvolution
from demo.webhooks import Webhook
from engine.cli import main
from engine.connect import TOKEN_HEADER
from sql import query
from tests.engine.stage import PHONE, Stage, react, seen

SECRET_KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="


def toque(stage: Stage, *words: str, typed: str = "") -> Result:
    environment = {"DATABASE_URL": stage.url, "TOQUE_SECRET_KEY": SECRET_KEY, "NO_COLOR": "1"}
    return CliRunner().invoke(main, words, env=environment, input=typed)


def ok(stage: Stage, *words: str) -> str:
    done = toque(stage, *words)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_list_tells_what_each_number_is_and_when_it_last_heard_something(home: Stage) -> None:
    assert "heard never" in ok(home, "connections")
    home.tell(seen())
    shown = ok(home, "connections", "ls")
    for words in ("home", "America/Mexico_City", "MX · es · own number", "heard 0 s ago", "4 rules", "2026-01-01"):
        assert words in shown
    (told,) = json.loads(ok(home, "connections", "--json"))
    assert (told["id"], told["rules"], told["enabled"]) == (home.id, 4, True)
    assert "secrets" not in told


def test_when_a_number_was_last_heard_is_found_without_a_look_at_all_that_it_heard(stage: Stage) -> None:
    stage.tell(seen())
    stage.db.execute(
        """
        insert into whatsapp_messages (connection_id, id, chat, author, kind, text, sent_at, stored_at)
        select connection_id, id || n, chat, author, kind, text, sent_at, stored_at - n * interval '1 minute'
        from whatsapp_messages, generate_series(1, 3000) n
        """
    )
    stage.compact()
    assert stage.blocks(query("connections.list"), {"id": None}) < 20
    assert stage.blocks(query("gaps.last_heard"), {"connection_id": stage.id}) < 20


def test_without_a_number_the_list_says_what_to_type(database_url: str) -> None:
    shown = CliRunner().invoke(main, ["connections"], env={"DATABASE_URL": database_url})
    assert "toque connect --help" in shown.output


def test_a_number_goes_by_id_name_or_instance_and_an_unknown_one_is_answered_with_those_there_are(home: Stage) -> None:
    ok(home, "connections", "set", "home", "--name", "Casa")
    for said in (str(home.id), "casa", "HOME"):
        assert "Casa acts on" in ok(home, "connections", "acts-since", said)
    wrong = toque(home, "connections", "pause", "office")
    assert wrong.exit_code == 1
    assert f"{home.id} (Casa)" in wrong.output


def test_a_number_in_good_order_passes_and_nothing_is_sent(home: Stage, fake: FakeEvolution) -> None:
    home.tell(seen())
    before = len(fake.sent)
    shown = ok(home, "connections", "test", "home")
    assert "the key fits" in shown
    assert "the webhook points here" in shown
    assert "✗" not in shown
    assert len(fake.sent) == before
    assert home.rows("select line_state from connections") == [{"line_state": "open"}]


def test_a_greeting_goes_to_the_own_chat_and_triggers_nothing(home: Stage, fake: FakeEvolution) -> None:
    before = len(fake.sent)
    ok(home, "connections", "test", "home", "--send")
    (sent,) = fake.sent[before:]
    assert (sent.address, "conectado" in sent.text) == (PHONE, True)
    home.tell(seen(sent.text, sent.message_id), react("📝", sent.message_id))
    home.settle()
    assert home.outcomes() == ["own_message"]


@pytest.mark.parametrize(
    ("webhook", "fault"),
    [
        ({"url": "http://127.0.0.1:9/elsewhere"}, "posts to another address"),
        ({"headers": {TOKEN_HEADER: "other"}}, "secret header"),
        (
            {"events": ("SEND_MESSAGE", "MESSAGES_UPSERT")},
            "leaves out CONNECTION_UPDATE, GROUP_PARTICIPANTS_UPDATE, MESSAGES_DELETE",
        ),
        ({"enabled": False}, "switched off"),
        ({"base64": True}, "base64"),
    ],
)
def test_a_webhook_that_somebody_changed_is_a_fault_with_the_command_that_mends_it(
    home: Stage, fake: FakeEvolution, webhook: dict[str, object], fault: str
) -> None:
    assert fake.webhook is not None
    now = {"url": fake.webhook.url, "headers": fake.webhook.headers, "events": fake.webhook.events}
    fake.set_webhook(Webhook(**{**now, **webhook}))  # type: ignore[arg-type] # made of its own fields
    done = toque(home, "connections", "test", "home")
    assert done.exit_code == 1
    assert fault in done.output
    assert f"toque connect evolution --url {fake.url} --instance home" in done.output
    told = json.loads(toque(home, "connections", "test", "home", "--json").output)
    assert told["ok"] is False
    assert [found["level"] for found in told["findings"]].count("fault") == 1


def test_a_gateway_that_is_away_is_a_fault_and_its_key_is_not_shown(home: Stage) -> None:
    home.db.execute("update connections set base_url = 'http://127.0.0.1:9'")
    done = toque(home, "connections", "test", "home", "--send")
    assert done.exit_code == 1
    assert "curl -s http://127.0.0.1:9/" in done.output


def test_a_paused_number_is_shown_as_such_until_it_is_resumed(home: Stage) -> None:
    assert "is kept and waits" in ok(home, "connections", "pause", "home")
    assert "already" in ok(home, "connections", "pause", "home")
    assert "paused" in ok(home, "connections")
    assert "toque connections resume" in ok(home, "connections", "test", "home")
    ok(home, "connections", "resume", "home")
    assert "was not paused" in ok(home, "connections", "resume", "home")
    assert home.rows("select enabled from connections") == [{"enabled": True}]


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        ("2026-01-02T09:00", datetime(2026, 1, 2, 15, tzinfo=UTC)),
        ("2026-01-02", datetime(2026, 1, 2, 6, tzinfo=UTC)),
        ("2026-01-02T09:00+01:00", datetime(2026, 1, 2, 8, tzinfo=UTC)),
    ],
)
def test_the_moment_to_act_since_is_read_in_the_numbers_own_zone(home: Stage, when: str, moment: datetime) -> None:
    ok(home, "connections", "acts-since", "home", when)
    assert home.rows("select acts_since from connections") == [{"acts_since": moment}]
    told = json.loads(ok(home, "connections", "acts-since", "home", "--json"))
    assert datetime.fromisoformat(told["acts_since"]) == moment


@pytest.mark.parametrize(("when", "back"), [("now", "0 s"), ("90min", "90 min"), ("12h", "12 h"), ("7d", "7 d")])
def test_the_moment_may_be_said_as_so_long_ago(home: Stage, when: str, back: str) -> None:
    ok(home, "connections", "acts-since", "home", when)
    near = f"abs(extract(epoch from now() - interval '{back}' - acts_since)) < 5"
    assert home.rows(f"select {near} as near from connections") == [{"near": True}]


def test_settings_of_a_number_change_one_by_one_and_wrong_ones_not_at_all(home: Stage) -> None:
    ok(home, "connections", "set", "home", "--zone", "america/monterrey", "--topology", "bot_number")
    for words in (["--region", "Mexico"], ["--language", "english"], ["--zone", "Nowhere"], ["--topology", "x"], []):
        assert toque(home, "connections", "set", "home", *words).exit_code == 64
    row = {"zone": "America/Monterrey", "region": "MX", "language": "es", "topology": "bot_number"}
    assert home.rows("select zone, region, language, topology from connections") == [row]


def test_removing_asks_and_then_takes_everything_and_switches_the_webhook_off(home: Stage, fake: FakeEvolution) -> None:
    home.tell(seen(), react())
    home.settle()
    asked = toque(home, "connections", "remove", "home", typed="n\n")
    assert asked.exit_code == 1
    assert "1 item, 1 message and 4 rules" in asked.output
    assert home.items()
    assert "switched off" in ok(home, "connections", "remove", "home", "--yes")
    assert home.rows("select from connections") == []
    assert home.items() == []
    assert fake.webhook is not None
    assert not fake.webhook.enabled


def test_removing_works_too_when_the_gateway_is_gone(home: Stage) -> None:
    home.db.execute("update connections set base_url = 'http://127.0.0.1:9'")
    assert "could not be switched off" in ok(home, "connections", "remove", "home", "--yes")
    assert home.rows("select from connections") == []
