"""Regular expressions of strangers cannot hurt."""

from __future__ import annotations

import pytest

from rules.pattern import LONGEST, TEXT_READ, PatternError, SlowPatternError, compiled, find


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(", "not a regular expression"),
        (r"\L<names>", "not a regular expression"),
        ("a" * (LONGEST + 1), "too long"),
        ("((a{99999}){99999}){99999}", "multiply"),
        ("(?:" * 90 + "a" + ")+" * 90, "multiply"),
        ("(a{000000000000999999}){2}", "multiply"),
        ("(?x)(a) # \n {99999}", "flag x"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused_before_it_is_compiled(pattern: str, why: str) -> None:
    with pytest.raises(PatternError, match=why):
        compiled(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?i)\b(urgent|urgente)\b",
        r"(?:\d{1,3}\.){3}\d{1,3}",
        r"\d{4}-\d{2}-\d{2}",
        r"(\w+\s)+(a|b)+",
        r"[\p{L}]{2,40}",
    ],
)
def test_an_ordinary_pattern_is_fine(pattern: str) -> None:
    assert compiled(pattern)


def test_the_first_match_is_found() -> None:
    assert find(r"\d+", "pagar 890 o 900") == "890"
    assert find(r"\d+", "nada") is None


def test_a_search_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(SlowPatternError):
        find("(?p)(?:a|aa|aaa)+b", "a" * TEXT_READ)


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert find("z", "a" * TEXT_READ + "z") is None
