"""YAML is read by the rules of YAML 1.2, with positions and limits."""

from __future__ import annotations

import pytest

from rules.faults import FaultyRules
from rules.source import DEEPEST, LONGEST, MOST, read_yaml

BOMB = "a: &a [1, 2]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", "yes"),
        ("on", "on"),
        ("no", "no"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("2026-01-16", "2026-01-16"),
        ("08:00", "08:00"),
        ("1:30", "1:30"),
        ("12", 12),
        ("-3", -3),
        ("0.6", 0.6),
        ("1e3", 1000.0),
        ("1e999", "1e999"),
        (".inf", ".inf"),
        ("007", "007"),
        ("+5215510002000", "+5215510002000"),
        ("9" * 5_000, "9" * 5_000),
        ("'12'", "12"),
        ('"true"', "true"),
    ],
)
def test_a_scalar_means_what_it_looks_like(written: str, meant: object) -> None:
    document, _, _ = read_yaml(f"key: {written}", "r.yaml")
    assert document == {"key": meant}


def test_every_key_is_text() -> None:
    document, _, _ = read_yaml("on: 1\nno: 2\n3: 4\n~: 5", "r.yaml")
    assert document == {"on": 1, "no": 2, "3": 4, "~": 5}


def test_everything_has_its_place() -> None:
    _, where, _ = read_yaml("a:\n  - b: é\n    ñ: [1, {c: 2}]\n", "r.yaml")
    assert where.at(("a", 0, "b")) == (2, 8)
    assert where.at(("a", 0, "ñ", 1, "c")) == (3, 16)
    assert where.at(("a", 0, "ñ", 1, "c"), key=True) == (3, 13)
    assert where.at(("a", 0, "ñ", 1, "missing", 7)) == (3, 12)


def test_an_alias_repeats_what_was_said() -> None:
    document, _, faults = read_yaml("a: &x { to: self }\nb: *x", "r.yaml")
    assert document == {"a": {"to": "self"}, "b": {"to": "self"}}
    assert not faults


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        (BOMB, 8, None, f"holds too much: {MOST:,}", None),
        ("a: &x [*x]", 1, 8, "not complete before it", None),
        ("a: *x", 1, 4, "not complete before it", None),
        ("[" * 50_000, 1, DEEPEST + 2, "nested too deep", None),
        ("a: " + "x" * LONGEST, 1, 1, "too long", None),
        ("a: 1\n---\nb: 2", 2, 1, "one document", None),
        ("? [a]\n: 1", 1, 3, "a key must be a plain word", None),
        ("a: 1\nb: \x00", 2, 4, "U+0000", None),
        ("a: \ud800", 1, 4, "U+D800", None),
        ("a:\n\tb: 1", 2, 1, "not YAML", "indent with spaces, not with tabs"),
        ("when: { reaction: #️⃣ }", 1, 19, "not YAML", 'quote the emoji: "#️⃣"'),
        ("- *️⃣", 1, 3, "not YAML", 'quote the emoji: "*️⃣"'),
        ("a: b: c", 1, 5, "not YAML", None),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    text: str, line: int, column: int | None, message: str, hint: str | None
) -> None:
    with pytest.raises(FaultyRules) as caught:
        read_yaml(text, "r.yaml")
    (fault,) = caught.value.faults
    assert message in fault.message
    assert (fault.line, fault.suggestion) == (line, hint)
    assert column in (None, fault.column)


def test_a_tag_is_refused_and_nothing_is_built_from_it() -> None:
    document, _, faults = read_yaml("a: !!python/object/apply:os.getcwd []", "r.yaml")
    assert document == {"a": []}
    assert "tags such as" in faults[0].message
