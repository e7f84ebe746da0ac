from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.spans import Cover, before, starting, within
from parsers.words import tokens

PLACES = st.integers(min_value=0, max_value=30)
SPANS = st.lists(st.tuples(PLACES, PLACES).map(lambda ends: (min(ends), max(ends))))


@given(spans=SPANS, start=PLACES, end=PLACES)
def test_a_cover_holds_and_meets_what_one_of_its_spans_does(spans, start, end):
    cover = Cover(spans)
    assert cover.holds(start, end) == any(s <= start and end <= e for s, e in spans)
    assert cover.meets(start, end) == any(s < end and start < e for s, e in spans)


@given(text=st.text(alphabet="ab 1,\n", max_size=30), start=PLACES, end=PLACES)
def test_the_tokens_between_two_places_are_those_that_a_look_at_each_would_find(text, start, end):
    cut = tokens(text)
    assert list(within(cut, start, end)) == [t for t in cut if start <= t.start and t.end <= end]
    assert list(starting(cut, start, end)) == [t for t in cut if start <= t.start < end]
    assert list(before(cut, end)) == [t for t in cut if t.end <= end]
