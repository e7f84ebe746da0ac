from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import PARSERS, Circumstances, ParseError
from parsers.languages import LANGUAGES
from parsers.money import find_money
from parsers.times import find_times
from parsers.words import forms

PIECES = (
    *forms("""
        pagar|luz|CFE|$890|vence|15|enero|el|31|de|cada|mes|a|las|5|la|tarde|@Ana|#x|1.500,00|R$|€|y|,|:|-|/|tomorrow|
        at|half|past|noon|every|other|Friday|11-1pm|from|10|to|2|for|2h|con|Ana|en|Polanco|Dr.|29/02|99:99|0/0|amanhã|
        às|9h15|toda|segunda|das|20h|à|meia-noite|no|Bar|do|Ivo|2026-02-30|2027/March/10|mil|e|duzentos|😀|24/7|in|
        https://a.b/c|9999999999|years|99999999999999999999|٣|²|½|﷽|ß|İ|ŉ|((((|[x]|1)|•|📍|🕗|Where:|When:|total|hours
    """),
    *"\n\x00\u0301\u202e\ud800",
)


def told(value: object) -> list[str]:
    """Give the texts of a field of a language."""
    if isinstance(value, Mapping):
        return [text for pair in value.items() for text in pair if isinstance(text, str)]
    return [text for text in (value if isinstance(value, tuple) else [value]) if isinstance(text, str)]


WORDS = sorted(
    form
    for vocabulary in LANGUAGES.values()
    for name in vocabulary.__dataclass_fields__
    for listed in told(getattr(vocabulary, name))
    for form in forms(listed)
)
NUMBERS = st.from_regex(r"[$€-]?\d{1,4}([.,'’:/ -]\d{1,4}){0,4}[%h°ºk]?", fullmatch=True)
MESSAGES = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(WORDS), NUMBERS, st.sampled_from(PIECES)), max_size=20).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=15).map("".join),
)
CORPUS = Path(__file__).parents[1] / "corpus"
MESSAGES_OF_THE_CORPUS = [
    json.loads(line) for path in CORPUS.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()
]
MOMENTS = st.datetimes(min_value=datetime.min, max_value=datetime.max)  # noqa: DTZ901 - local times, as sent


@settings(max_examples=250, deadline=None)
@given(
    text=MESSAGES,
    parser=st.sampled_from(sorted(PARSERS)),
    language=st.sampled_from(sorted(LANGUAGES)),
    region=st.sampled_from(["MX", "US", "BR", "XX", ""]),
    now=MOMENTS,
)
def test_no_parser_raises_anything_but_its_own_error(text, parser, language, region, now):
    here = Circumstances(now, "UTC", region, language)
    try:
        draft = PARSERS[parser](text, here)
        spans = draft.spans
        assert PARSERS[parser](text, here) == draft
        assert 0 <= draft.confidence <= 1
    except ParseError as error:
        spans = error.spans
    assert all(0 <= start < end <= len(text) for start, end in spans.values())


@settings(max_examples=150, deadline=None)
@given(text=MESSAGES, language=st.sampled_from(sorted(LANGUAGES)), now=MOMENTS)
def test_the_building_blocks_stay_within_the_text(text, language, now):
    here = Circumstances(now, "UTC", "MX", language)
    for found in (*find_times(text, here), *find_money(text, here)):
        start, end = found.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == found.text


@pytest.mark.parametrize("parser", sorted(PARSERS))
@pytest.mark.parametrize("tail", ["\n", "\n\n", " \n", " 🙏", "😀", " 👍🏽\n", " ❤️"])
def test_a_last_newline_or_emoji_changes_no_field(parser, tail):
    for case in MESSAGES_OF_THE_CORPUS:
        if case["parser"] != parser or not case["text"].strip():
            continue
        here = Circumstances(datetime.fromisoformat(case["now"]), case["tz"], case["region"], case["lang"])
        assert fields(parser, case["text"] + tail, here) == fields_of(parser, case["text"], here), case["text"]


def fields(parser: str, text: str, here: Circumstances) -> object:
    """Read a message; the body of a note and the lines after a task's title are the text itself."""
    try:
        data = PARSERS[parser](text, here).data
    except ParseError as error:
        return error.code
    texts = {"body", "description"}
    return {f: getattr(data, f) for f in data.__dataclass_fields__ if f not in texts}


fields_of = cache(fields)
"""Read a message as it is: once, whatever is put behind it."""


LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONG = {
    "one word": "a" * 100_000,
    "digits": "9" * 100_000,
    "numbers": "1 2 3 4 5 " * 10_000,
    "amounts": "$1 " * 33_000,
    "number words": "mil " * 25_000,
    "dates": "pagar luz el 5 de enero a las 3, " * 3_000,
    "names": "con Ana y " * 10_000,
    "weekdays": "cada lunes y " * 8_000,
    "lines": "a\n" * 50_000,
    "spaces": " " * 99_999 + "x",
    "brackets": "(" * 100_000,
    "marks": "\u0301" * 100_000,
    "links": "http://" * 14_000,
    "points": "1." * 50_000,
    "tags, then lines": " ".join(f"#{a}{b}{c}" for a in LETTERS for b in LETTERS for c in "xyz") + "\n-" * 40_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_hundred_kilobytes_do_not_keep_a_worker_busy(name):
    here = Circumstances(datetime.fromisoformat("2026-03-04T10:00"), "UTC", "MX", "es")
    for parse in PARSERS.values():
        started = time.process_time()
        with suppress(ParseError):
            parse(LONG[name], here)
        # Of this process, whatever else the machine does: a guard against runaway patterns, not a measurement.
        assert time.process_time() - started < 2
