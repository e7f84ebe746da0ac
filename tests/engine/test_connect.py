"""A gateway is connected by one command: every fault is named with what to do, and nothing is lost on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

import psycopg
import pytest
from click.testing import CliRunner, Result

from demo.evolution import FakeEvolution
from demo.webhooks import Webhook
from engine import connect as connecting
from engine import connections
from engine.audit import Audit
from engine.cli import main, place
from engine.config import Settings
from engine.connect import Asked
from engine.web import site
from executors.destinations import Permanent
from tests.engine.stage import PHONE, VAULT
from tests.web.served import PATIENCE, Watched, Web, eventually

KEY = "the-gateways-own-key"
SECRET_KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="


class Forgetful(FakeEvolution):
    """A gateway whose webhook somebody else sets right after us."""

    def set_webhook(self, webhook: Webhook) -> None:
        super().set_webhook(replace(webhook, events=("SEND_MESSAGE",)))


@dataclass(slots=True)
class Desk:
    """Where somebody types, with a web process and a gateway running."""

    fake: FakeEvolution
    web: Web
    db: psycopg.Connection
    settings: Settings

    @property
    def public_url(self) -> str:
        return str(self.web.client.base_url).rstrip("/")

    @property
    def environment(self) -> dict[str, str]:
        return {
            "DATABASE_URL": self.settings.database_url or "", "TOQUE_SECRET_KEY": SECRET_KEY,
            "TOQUE_GATEWAY_API_KEY": KEY, "NO_COLOR": "1",
        }  # fmt: skip

    def toque(self, *words: str, **more: str) -> Result:
        return CliRunner().invoke(main, words, env={**self.environment, **more})

    def connect(self, *words: str, wait: bool = True, **more: str) -> Result:
        asked = ["--url", self.fake.url, "--instance", "home", "--public-url", self.public_url]
        # What is said last counts.
        return self.toque("connect", "evolution", *asked, "--wait" if wait else "--no-wait", *words, **more)

    def asked(self, **more: str) -> Asked:
        return Asked("evolution", "home", self.fake.url, KEY, self.public_url, **more)

    def connections(self) -> list[tuple[object, ...]]:
        return self.db.execute("select id, name, zone, language, topology from connections order by id").fetchall()


@contextmanager
def desk(db: psycopg.Connection, url: str, fake: type[FakeEvolution], **options: object) -> Iterator[Desk]:
    settings = Settings(_env_file=None, database_url=url, port=0, secret_key=SECRET_KEY)
    server = Watched(settings)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert server.up.wait(PATIENCE)
    web = Web(server, settings, thread)
    with fake.running(api_key=KEY, instance="home", owner=PHONE, **options) as gateway:
        yield Desk(gateway, web, db, settings)
    web.client.close()
    web.stop()


@pytest.fixture
def home(db: psycopg.Connection, database_url: str) -> Iterator[Desk]:
    # With a history that nobody was told of: it comes as soon as a webhook is set.
    with desk(db, database_url, FakeEvolution, history=True) as here:
        yield here


@pytest.fixture
def quiet(db: psycopg.Connection, database_url: str) -> Iterator[Desk]:
    with desk(db, database_url, FakeEvolution) as here:
        yield here


def test_a_number_is_connected_and_its_first_event_is_told(home: Desk) -> None:
    told = home.connect("--name", "Casa")
    assert told.exit_code == 0, told.output
    for words in ("linked to +5215512345678", "keeps messages", "stored", "read back", "the first event came"):
        assert words in told.output
    ((number, *rest),) = home.connections()
    assert rest == ["Casa", "America/Mexico_City", "es", "own_number"]
    assert home.db.execute("select count(*) from action_rules where connection_id = %s", [number]).fetchone() == (4,)
    webhook = home.fake.webhook
    assert webhook is not None
    assert webhook.url.startswith(f"{home.public_url}/api/webhook/")
    assert set(webhook.headers) == {"X-Toque-Token"}
    assert "MESSAGES_DELETE" in webhook.events
    assert (webhook.by_events, webhook.base64) == (False, False)
    home.fake.wait_idle()
    assert {delivery.outcome for delivery in home.fake.deliveries} == {"delivered"}


def test_neither_the_key_nor_the_secret_is_shown_or_stored_readably(home: Desk) -> None:
    told = home.connect()
    stored = home.db.execute("select secrets from connections").fetchone()
    webhook = home.fake.webhook
    assert stored is not None
    assert webhook is not None
    for secret in (KEY, webhook.headers["X-Toque-Token"]):
        assert secret not in told.output
        assert secret.encode() not in bytes(stored[0])


@pytest.mark.parametrize(
    ("words", "environment", "hint"),
    [
        (["--url", "http://127.0.0.1:9"], {}, "curl -s http://127.0.0.1:9/"),
        ([], {"TOQUE_GATEWAY_API_KEY": "another"}, "AUTHENTICATION_API_KEY"),
        (["--instance", "hom"], {}, "--instance home"),
        (["--instance", "office"], {}, "it has home"),
        (["--public-url", "http://127.0.0.1:9"], {}, "toque up"),
    ],
)
def test_each_fault_is_named_with_what_to_do(
    quiet: Desk, words: list[str], environment: dict[str, str], hint: str
) -> None:
    told = quiet.connect(*words, wait=False, **environment)
    assert hint in told.output
    if "--public-url" not in words:  # that may be right, seen from the gateway
        assert told.exit_code == 1
        assert "Nothing was stored" in told.output
        assert quiet.connections() == []


def test_a_phone_that_is_not_linked_is_only_a_warning_since_its_linking_will_be_heard(quiet: Desk) -> None:
    quiet.fake.connect("close")
    told = quiet.connect(wait=False)
    assert told.exit_code == 0
    assert "scan its QR code" in told.output
    assert quiet.db.execute("select line_state from connections").fetchone() == ("close",)
    (number,) = quiet.db.execute("select id from connections").fetchone() or (0,)
    since = connecting.moment(quiet.db, number)
    quiet.fake.connect("open")
    assert connecting.await_first(quiet.db, since, PATIENCE) == connecting.Heard("line open", None)


def test_a_gateway_that_ignores_groups_or_keeps_no_messages_is_warned_of(home: Desk) -> None:
    home.fake.misbehave(find_messages="empty")
    home.fake.app.state.settings = {"groupsIgnore": True}
    told = home.connect()
    assert told.exit_code == 0
    assert "Ignore groups" in told.output
    # First that none was seen, then, with the first event, that none is kept.
    assert "or message storage is off" in told.output
    assert "keeps no messages" in told.output
    assert "DATABASE_SAVE_DATA_NEW_MESSAGE" in told.output


def test_when_nothing_comes_the_connection_stays_and_the_next_steps_are_told(quiet: Desk) -> None:
    told = quiet.connect("--wait-seconds", "0")
    assert told.exit_code == 1
    ((number, *_),) = quiet.connections()
    assert f"toque connections test {number}" in told.output
    assert "Docker" in told.output


def test_ctrl_c_while_waiting_leaves_the_connection_and_says_how_to_check_it(quiet: Desk) -> None:
    words = ["connect", "evolution", "--url", quiet.fake.url, "--instance", "home", "--public-url", quiet.public_url]
    run = subprocess.Popen(
        [sys.executable, "-m", "engine", *words],
        env=os.environ | quiet.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert run.stderr is not None
    assert next(line for line in run.stderr if line.startswith("waiting"))
    run.send_signal(signal.SIGINT)
    told, _ = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0
    assert "toque connections test" in told
    assert len(quiet.connections()) == 1


def test_a_webhook_that_reads_back_differently_is_told_and_nothing_is_kept(
    db: psycopg.Connection, database_url: str
) -> None:
    with desk(db, database_url, Forgetful) as here:
        told = here.connect()
        assert told.exit_code == 1
        assert "leaves out CONNECTION_UPDATE" in told.output
        assert here.connections() == []
        assert [action for action, *_ in recorded(db)] == ["connection.add", "connection.remove"]


def recorder(db: psycopg.Connection) -> connecting.Record:
    return partial(Audit.of(VAULT).record, db, place.who())


def recorded(db: psycopg.Connection) -> list[tuple[object, ...]]:
    return db.execute(
        "select action, body::jsonb #>> '{before,topology}', body::jsonb #>> '{after,topology}'"
        " from audit_log join audit_payloads using (position) order by position"
    ).fetchall()


def connect(here: Desk, **more: str) -> connecting.Connected:
    seen = connecting.SETUPS["evolution"].examine(here.fake.url, KEY, "home")
    return connecting.connect(
        here.db, VAULT, here.settings, here.asked(**more), seen, record=recorder(here.db), wait=lambda _: None
    )


def test_connecting_again_repairs_what_somebody_set_otherwise(quiet: Desk) -> None:
    connect(quiet, name="Casa")
    quiet.db.execute("update connections set acts_since = '2026-01-01'")
    first = quiet.fake.webhook
    quiet.fake.set_webhook(Webhook("http://127.0.0.1:9/elsewhere"))
    told = quiet.connect("--topology", "bot_number", wait=False)
    assert told.exit_code == 0
    assert "repaired" in told.output
    ((_, name, *_, topology),) = quiet.connections()
    assert (name, topology) == ("Casa", "bot_number")
    assert recorded(quiet.db) == [
        ("connection.add", None, "own_number"), ("connection.repair", "own_number", "bot_number"),
    ]  # fmt: skip
    assert KEY not in str(quiet.db.execute("select body from audit_payloads").fetchall())
    assert first is not None
    assert quiet.fake.webhook is not None
    assert quiet.fake.webhook.url == first.url
    assert quiet.fake.webhook.headers != first.headers
    assert quiet.db.execute("select acts_since::date::text from connections").fetchone() == ("2026-01-01",)


def test_a_repair_refuses_no_webhook_that_is_on_its_way(quiet: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert connecting.LEARNED_WITHIN > site.FRESH_SECONDS
    monkeypatch.setattr(site, "FRESH_SECONDS", 0.0)
    connect(quiet)
    quiet.fake.say("with the first secret")
    quiet.fake.misbehave(late=True)
    quiet.fake.say("repeated with the first secret, when the second is set")
    quiet.fake.behave()
    seen = connecting.SETUPS["evolution"].examine(quiet.fake.url, KEY, "home")
    connecting.connect(
        quiet.db,
        VAULT,
        quiet.settings,
        quiet.asked(),
        seen,
        record=recorder(quiet.db),
        wait=lambda _: quiet.fake.say("in between") and None,
    )
    quiet.fake.release()
    quiet.fake.say("with the second secret")
    quiet.fake.wait_idle()
    assert [delivery.outcome for delivery in quiet.fake.deliveries] == ["delivered"] * 4


def test_a_repair_that_fails_leaves_both_secrets_good(quiet: Desk) -> None:
    made = connect(quiet)
    quiet.fake.api_key = "changed meanwhile"
    seen = connecting.Examined((), PHONE)
    with pytest.raises(Permanent):
        connecting.connect(quiet.db, VAULT, quiet.settings, quiet.asked(), seen, record=recorder(quiet.db))
    assert recorded(quiet.db)[-1] == ("connection.repair", "own_number", "own_number")
    kept = connections.by(quiet.db, VAULT, "by_id", id=made.connection.id)
    assert kept is not None
    assert kept.secrets.former_token == made.connection.secrets.webhook_token
    assert kept.secrets.former_until is None
    quiet.fake.say("with the first secret")
    quiet.fake.wait_idle()
    assert [delivery.outcome for delivery in quiet.fake.deliveries] == ["delivered"]


def test_a_server_that_moved_is_known_again_by_its_number_and_another_of_the_same_name_is_not(quiet: Desk) -> None:
    made = connect(quiet)
    number = made.connection.id
    quiet.fake.say("so that the owner's number is known")
    assert eventually(lambda: bool(quiet.db.execute("select 1 from addresses where address = 'me'").fetchone()))
    quiet.db.execute("update connections set base_url = 'http://before:8080'")
    moved = connect(quiet)
    assert (moved.connection.id, moved.repaired) == (number, True)
    assert moved.connection.base_url == quiet.fake.url
    quiet.db.execute("update connections set base_url = 'http://before:8080'")
    quiet.fake.world.owner = replace(quiet.fake.world.owner, phone="5215599999999")
    assert not connect(quiet).repaired


def test_without_a_key_or_an_address_the_command_says_where_to_put_them(quiet: Desk) -> None:
    words = ["connect", "evolution", "--instance", "home"]
    told = quiet.toque(*words, "--url", quiet.fake.url, TOQUE_GATEWAY_API_KEY="")
    assert (told.exit_code, "TOQUE_GATEWAY_API_KEY" in told.output) == (64, True)
    told = quiet.toque(*words, "--url", "http://10.9.8.7:8080")
    assert (told.exit_code, "--public-url" in told.output) == (64, True)
    told = quiet.toque(*words, "--url", "10.9.8.7:8080")
    assert (told.exit_code, "http://" in told.output) == (64, True)
