from __future__ import annotations

import re

import pytest

from parsers.languages import LANGUAGES
from parsers.lexicon import lexicon
from parsers.openings import classes_in, openings
from parsers.patterns import RULES


def test_a_pattern_begins_with_what_need_not_stand_there_and_with_what_follows_it():
    symbols = {"{a}": "A", "{b}": "B", "{c}": "C", "{d}": "D"}
    assert openings("{a}?(?:{b}|(?P<x>{c}))+{d}", symbols.__getitem__) == {"A", "B", "C"}
    assert openings("^(?<={a}){b}{0,2}{c}(?!{d})", symbols.__getitem__) == {"B", "C"}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_pattern_matches_where_it_cannot_begin(language):
    known = lexicon(language)
    line = "".join(known.symbols.values()) * 2
    for written, _ in RULES:
        pattern, first = known.pattern(written), openings(written, known.symbols_of)
        found = (pattern.match(line, at) for at in range(len(line)))
        assert {line[match.start()] for match in found if match and match.group()} <= first


def test_patterns_speak_only_of_classes_that_some_language_fills():
    filled = set().union(*(lexicon(language)._by_class for language in LANGUAGES))
    listed = (listed.strip("{}").rpartition(":")[2] for written, _ in RULES for listed in classes_in(written))
    assert {name for names in listed for name in re.split(r"[|!]", names)} <= filled
