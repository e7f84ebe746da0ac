"""What the soak tells, what it holds to be lost or twice, and a short one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.soaking.count import Line, differences, equal, expected
from bench.soaking.gateway import Ledger
from bench.soaking.story import EMOJIS, TEXTS, Story, Told
from engine.gateways import evolution
from engine.gateways.signals import MessageSeen, ReactionChanged

ROOT = Path(__file__).parents[2]
BEGAN = 1_770_000_000_000
KEY = ("M1", "me")


def story(rate: float = 100.0, seed: int = 7) -> Story:
    return Story(rate, "home", BEGAN, seed)


def told(emoji: str | None, ms: int) -> Told:
    return Told(f"R{ms}", b"", "M1", KEY, emoji, ms)


def test_the_gateway_reads_in_each_body_what_the_story_says_it_tells():
    telling = story()
    opening = [MessageSeen for _ in telling.opening()]
    assert len(opening) == telling.counts["messages"]
    for one in [one for _ in range(500) for _, one in telling.next()]:
        (signal,) = evolution.read(json.loads(one.body)).signals
        assert signal.message_id == one.message
        if one.key is None:
            assert isinstance(signal, MessageSeen)
            assert signal.text == TEXTS[telling.texts[one.message]]
        else:
            assert isinstance(signal, ReactionChanged)
            heard = (signal.message_id, signal.reactor), signal.emoji or None, signal.sender_ms
            assert heard == (one.key, one.emoji, one.ms)


def test_a_story_has_puts_changes_removals_repetitions_and_latecomers_and_is_the_same_for_the_same_seed():
    def tell(seed: int) -> tuple[list[list[tuple[float, Told]]], Counter[str]]:
        telling = story(seed=seed)
        telling.opening()
        return [telling.next() for _ in range(600)], telling.counts

    assert tell(1) == tell(1) != tell(2)
    assert min(tell(1)[1][kind] for kind in ("put", "changed", "taken back", "late", "repeated")) > 20


def test_nobody_in_the_story_reacts_so_often_that_it_is_settled_after_everything_else():
    telling = story(rate=150.0)
    telling.opening()
    made = Counter(one.key[1] for _ in range(150 * 60) for _, one in telling.next() if one.key)
    assert max(made.values()) < 100


def test_of_each_person_and_message_the_newest_acknowledged_reaction_counts_in_whatever_order_it_was_told():
    ledger = Ledger()
    for one in (told("✅", 2), told(None, 3), told("💳", 1), told(None, 3)):
        ledger.acknowledge(one)
    assert ledger.newest == {KEY: (3, None)}
    assert len(ledger.reactions) == 3


def test_items_are_expected_of_the_reactions_that_stand_and_what_differs_is_lost_or_too_many():
    outcomes = {(0, emoji): [] for emoji in EMOJIS} | {(0, "💳"): ["bill CFE", "bill water"]}
    last = {KEY: "💳", ("M2", "me"): None, ("M3", "me"): "🎉"}
    wanted = expected(last, {"M1": 0, "M2": 0, "M3": 0}, outcomes)
    assert wanted == Counter({(KEY, "bill CFE"): 1, (KEY, "bill water"): 1})
    assert differences(wanted, wanted) == (0, 0)
    assert differences(wanted, Counter({(KEY, "bill CFE"): 2})) == (1, 1)
    assert equal([Line("items", 2, 2)])
    assert not equal([Line("items", 2, 2), Line("items lost", 0, 1)])


@pytest.mark.faults
def test_a_soak_with_workers_killed_and_the_database_stopped_ends_with_equal_counts(tmp_path: Path):
    figures = tmp_path / "soak.json"
    asked = ["--minutes", "0.25", "--rate", "30", "--kill-every", "3", "--down", "1", "--json", str(figures)]
    done = subprocess.run(
        [sys.executable, "bench/soak.py", *asked], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(figures.read_text())
    assert found["equal"]
    assert found["stopped_at"]
    assert len(found["kills"]) >= 2
    counted = {line["what"]: line["there"] for line in found["lines"]}
    assert counted["reactions sent, acknowledged"] == 450
    assert counted["items of those that stand"] > 50
    assert counted["processes alive"] == 4
    assert "Equal" in done.stdout
