"""Scores the annotated messages of `tests/corpus`: the share that is right as a whole can only rise.

`own-xx.jsonl` are the project's own; which of them stay wrong, and why, is in `docs/parsing.md`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from parsers.jsonl import answer

CORPUS = Path(__file__).parents[1] / "corpus"
# Whole messages right, in per cent, rounded down.
FLOORS = {"es": 100, "en": 100, "pt": 100, "fr": 100, "it": 100, "de": 100} | {
    "own-es": 96, "own-en": 96, "own-pt": 96, "own-fr": 93, "own-it": 93, "own-de": 93,
}  # fmt: skip
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


@pytest.mark.parametrize("name", FLOORS)
def test_no_message_that_was_read_right_is_read_wrong_again(name):
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    wrong = [c["id"] for c in cases if not right(c, answer({**c, "lang": None}))]
    share = 100 * (len(cases) - len(wrong)) // len(cases)
    assert share >= FLOORS[name], wrong


def test_every_file_of_the_corpus_is_scored_and_no_message_is_there_twice():
    assert {path.stem for path in CORPUS.glob("*.jsonl")} == FLOORS.keys()
    cases = [json.loads(line) for path in CORPUS.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    for key in ("id", "text"):
        values = [case[key] for case in cases if case["text"].strip()]
        assert len(values) == len(set(values)), key
