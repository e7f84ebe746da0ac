"""A message is sent by hand: to a chat that is known, at a distance from the others, and no rule takes it up."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from demo.evolution import FakeEvolution
from engine import connections
from engine.cli import main
from tests.engine.stage import FRIEND, Stage, react, seen

SECRET_KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="


@pytest.fixture(autouse=True)
def _known(home: Stage) -> None:
    """Let somebody write, so that their chat is known."""
    home.tell(seen("hola"))


def toque(stage: Stage, *words: str) -> Result:
    environment = {"DATABASE_URL": stage.url, "TOQUE_SECRET_KEY": SECRET_KEY, "NO_COLOR": "1"}
    return CliRunner().invoke(main, ["messages", "send", *words], env=environment)


def test_it_goes_to_a_known_chat_is_recorded_and_triggers_nothing(home: Stage, fake: FakeEvolution) -> None:
    before = len(fake.sent)
    told = json.loads(toque(home, "+52 1 55 8765 4321", "Nos vemos a las 5", "--json").output)
    (sent,) = fake.sent[before:]
    assert (told["chat"], sent.address, sent.text) == (FRIEND, FRIEND, "Nos vemos a las 5")
    home.tell(seen(sent.text, sent.message_id), react("📝", sent.message_id))
    home.settle()
    assert home.outcomes() == ["own_message"]
    (entry,) = home.rows("select action, body from audit_log join audit_payloads using (position)")
    assert (entry["action"], "Nos vemos" in entry["body"]) == ("message.send", False)


def test_the_next_one_waits_and_is_told_how_long(home: Stage, fake: FakeEvolution) -> None:
    assert "sent to" in toque(home, "me", "uno").output
    before = len(fake.sent)
    soon = toque(home, "me", "dos")
    assert (soon.exit_code, "Send it again in" in soon.output, len(fake.sent)) == (1, True, before)
    home.db.execute("update lanes set free_at = now()")
    assert toque(home, "me", "dos").exit_code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [(("nobody", "hola"), "Nobody here"), (("me", " "), "1 to 4000"), (("me", "hola"), "is paused")],
)
def test_what_is_not_sent_says_why(home: Stage, fake: FakeEvolution, words: tuple[str, str], says: str) -> None:
    before = len(fake.sent)
    if says == "is paused":
        connections.switch(home.db, home.id, enabled=False)
    told = toque(home, *words)
    assert (told.exit_code > 0, says in told.output, len(fake.sent)) == (True, True, before), told.output
