"""When two emoji are the same reaction."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reaction import bare, is_reaction, key, same

SHARED = Path(__file__).parents[3] / "shared" / "payloads" / "emoji" / "equivalence.json"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("☑", "☑\ufe0f"),
        ("✔\ufe0e", "✔\ufe0f"),
        ("7\u20e3", "7\ufe0f\u20e3"),
        (" 💸 ", "💸"),
        ("🏳\u200d🌈", "🏳\ufe0f\u200d🌈"),
    ],
)
def test_spellings_of_one_emoji_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("🙏", "🙏🏾"), ("🙏🏻", "🙏🏾"), ("✌\ufe0f", "✌🏼"), ("🤷🏽\u200d♀\ufe0f", "🤷\u200d♀")]
)
def test_a_skin_tone_does_not_make_another_reaction_but_keeps_its_own_key(one: str, other: str) -> None:
    assert same(one, other)
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("💙", "💚"), ("📆", "📅"), ("🇲🇽", "🇮🇹"), ("3\ufe0f\u20e3", "3"), ("🤷\u200d♀", "🤷")]
)
def test_different_emoji_stay_different(one: str, other: str) -> None:
    assert not same(one, other)


@pytest.mark.parametrize(
    "emoji",
    ["✅", "☑", "☑\ufe0f", "#\ufe0f\u20e3", "*\u20e3", "🇵🇹", "👩🏽\u200d❤\ufe0f\u200d💋\u200d👩🏿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏽", " ✅ "],
)
def test_one_emoji_is_a_reaction(emoji: str) -> None:
    assert is_reaction(emoji)


@pytest.mark.parametrize(
    "text", ["", "  ", "a", "si", "5", "#", "✅✅", "✅ ok", "\u200d", "\ufe0f", "\u0301", "🇵", "✅" + "\u0301" * 50]
)
def test_anything_else_is_no_reaction(text: str) -> None:
    assert not is_reaction(text)


def test_a_skin_tone_that_stands_alone_still_has_a_name() -> None:
    assert bare("🏽") == "🏽"


@given(st.text())
def test_keys_of_any_text_are_stable(text: str) -> None:
    assert key(key(text)) == key(text)
    assert bare(bare(text)) == bare(text)
    assert same(text, text)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared table of equivalent emoji is not here")
def test_the_shared_table_of_equivalent_emoji_holds() -> None:
    table = json.loads(SHARED.read_text(encoding="utf-8"))
    for group in table["fold_to_same_key"]:
        assert len(set(map(key, group))) == 1, group
    for group in table["fold_only_when_skin_tone_is_ignored"]:
        assert len(set(map(key, group))) > 1, group
        assert len(set(map(bare, group))) == 1, group
        assert all(same(one, other) for one, other in combinations(group, 2)), group
    for group in table["must_stay_different"]:
        assert not any(same(one, other) for one, other in combinations(group, 2)), group
    assert not any(map(is_reaction, table["not_a_reaction"]))
