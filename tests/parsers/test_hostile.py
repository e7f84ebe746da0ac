from __future__ import annotations

import time
from contextlib import suppress
from datetime import datetime

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
MESSAGES = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=15).map("".join),
)
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
