"""Scores the annotated messages of `tests/corpus`: the share that is right as a whole can only rise."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from parsers.jsonl import answer

CORPUS = Path(__file__).parents[1] / "corpus"
# Whole messages right, in per cent, rounded down.
FLOORS = {"es": 100, "en": 100, "pt": 100, "fr": 100, "it": 100, "de": 100}
FIELDS = {
    "task": "title due priority tags assignee recurrence",
    "calendar": "title start end duration_minutes location platform url attendees recurrence",
    "bill": "vendor amount currency due recurrence",
    "note": "title tags",
}


def fold(value: object) -> str:
    """Compare text without case, accents and outer punctuation."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", str(value or "")).casefold() if not unicodedata.combining(c)
    )
    return re.sub(r"^[\W_]+|[\W_]+$", "", re.sub(r"\s+", " ", plain))


def same(field: str, want: object, got: object) -> bool:
    if field in {"title", "location", "vendor", "assignee"}:
        return fold(want) == fold(got)
    if field in {"tags", "attendees"}:
        return {fold(x) for x in want or []} == {fold(x) for x in got or []}
    return (want or None) == (got or None)


def right(case: dict, got: dict) -> bool:
    want = case["expect"]
    if "error" in want:
        return got.get("error") == want["error"]
    if not got["success"]:
        return False
    fields = FIELDS[case["parser"]].split()
    if case["parser"] != "bill":
        return all(same(f, want.get(f), got["data"][f]) for f in fields)
    wanted, found = want["bills"], got["data"]["bills"]
    if len(wanted) != len(found) or want.get("total") != got["data"]["total"]:
        return False
    return all(same(f, w.get(f), g[f]) for w, g in zip(wanted, found, strict=True) for f in fields)


@pytest.mark.parametrize("language", FLOORS)
def test_no_message_that_was_read_right_is_read_wrong_again(language):
    lines = (CORPUS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    wrong = [c["id"] for c in cases if not right(c, answer({**c, "lang": None}))]
    share = 100 * (len(cases) - len(wrong)) // len(cases)
    assert share >= FLOORS[language], wrong
