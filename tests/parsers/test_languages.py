from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

import parsers
from parsers.languages import LANGUAGES, Vocabulary
from parsers.lexicon import lexicon
from parsers.words import forms

# Slang for a thousand and words that by themselves mean "every Monday" do not exist everywhere.
MAY_BE_EMPTY = {"thousands"}
KEYS = {
    "units": {"minute", "hour", "day", "week", "month", "year"},
    "parts": {"dawn", "morning", "noon", "afternoon", "night", "midnight"},
    "periods": {"weekend", "payday", "week_end", "month_end", "year_end"},
    "meridiem": {"am", "pm"},
    "platforms": {"zoom", "meet", "teams", "whatsapp", "phone"},
    "labels": {"when", "where", "who", "what"},
    "services": set(
        forms(
            "electricity|water|gas|internet|phone|rent|mortgage|credit_card|insurance|school|streaming|tax|health|loan|other"
        )
    ),
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "name", [f.name for f in fields(Vocabulary) if f.default is MISSING and f.default_factory is MISSING]
)
def test_every_language_fills_every_field_that_has_no_default(code, name):
    value = getattr(LANGUAGES[code], name)
    if name in MAY_BE_EMPTY or isinstance(value, bool):
        return
    assert value
    if isinstance(value, Mapping):
        assert KEYS.get(name, set()) <= set(value)
        assert all(forms(str(k)) for k in value)
    elif isinstance(value, str):
        assert forms(value)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_twelve_months_and_seven_days_under_its_code(code):
    vocabulary = LANGUAGES[code]
    assert (len(vocabulary.months), len(vocabulary.weekdays), len(vocabulary.weekday_plurals)) == (12, 7, 7)
    assert vocabulary.code == code
    assert all(forms(f) for f in (*vocabulary.months, *vocabulary.weekdays))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_month_and_weekday_is_known_in_every_form(code):
    vocabulary = LANGUAGES[code]
    for listed in (*vocabulary.months, *vocabulary.weekdays):
        for form in forms(listed):
            [lexeme], _ = lexicon(code).read(form)
            assert any(name.endswith(("month", "weekday")) for name in lexeme.classes)


def test_no_grammar_asks_which_language_it_reads():
    room = Path(parsers.__file__).parent
    grammar = {path for path in room.rglob("*.py") if path.parent.name != "languages"}
    asking = re.compile(r"(?:language|code|lang)\s*(?:==|!=|in)\s*[({\[]?\s*[\"'][a-z]{2}[\"']")
    assert [path.name for path in grammar if asking.search(path.read_text(encoding="utf-8"))] == []
