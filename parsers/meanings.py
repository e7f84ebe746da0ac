"""Lists the words of a language with what each may mean, for the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .languages import Vocabulary
from .words import fold, forms

Meaning = int | str


def meanings(vocabulary: Vocabulary) -> Iterator[tuple[str, str, Meaning]]:
    """List (class, form, meaning) of every word of a language that dates and times are made of."""
    doubtful = {fold(f) for f in forms(vocabulary.doubtful)}
    for name, words in (("month", vocabulary.months), ("weekday", vocabulary.weekdays)):
        for number, listed in enumerate(words, start=1 if name == "month" else 0):
            for form in forms(listed):
                yield (f"doubtful_{name}" if fold(form) in doubtful else name), form, number
    for number, listed in enumerate(vocabulary.weekday_plurals):
        yield from (("weekdays", form, number) for form in forms(listed))
    for name, mapping in _mappings(vocabulary):
        for key, value in mapping.items():
            by_form = isinstance(value, int) or name in {"frequency", "adjective_first", "adjective_last"}
            meaning: Meaning = value if by_form else key
            yield from ((name, form, meaning) for form in forms(key if by_form else str(value)))
    for name in _LISTS:
        yield from ((name, form, 1) for form in forms(getattr(vocabulary, _FIELDS.get(name, name))))
    yield from ((name, sign, 1) for sign, name in _SIGNS.items())
    yield from (("sign", sign, 1) for sign in "'’")
    yield from (("currency", sign, 1) for sign in "$€£₹¥")
    for listed in vocabulary.currencies.values():
        yield from (("currency", form, 1) for form in forms(listed))
    yield from (("currency", form, 1) for form in forms(vocabulary.thousands))
    yield from (("scale", form, 1) for listed in vocabulary.scales for form in forms(listed))


def _mappings(vocabulary: Vocabulary) -> Iterator[tuple[str, Mapping[str, str] | Mapping[str, int]]]:
    yield "rel", vocabulary.days
    yield "unit", vocabulary.units
    yield "fixed", vocabulary.durations
    yield "part", vocabulary.parts
    yield "moment", vocabulary.moments
    yield "past_moment", vocabulary.past_moments
    yield "period", vocabulary.periods
    yield "frequency", vocabulary.frequencies
    yield "adjective_first" if vocabulary.adjective_first else "adjective_last", vocabulary.frequency_adjectives
    yield "meridiem", vocabulary.meridiem
    yield "past", vocabulary.past
    yield "past_before", vocabulary.past_before
    yield "ordinal", vocabulary.ordinals
    yield "weekday_part", vocabulary.weekday_parts
    yield "nth", vocabulary.nths
    yield "holiday", vocabulary.holidays
    yield "weekday_later", vocabulary.weekdays_later
    yield "part_plural", vocabulary.part_plurals
    yield "season", vocabulary.seasons
    yield "stage", vocabulary.stages
    yield "short_unit", vocabulary.short_units
    yield "minute", {f: n for f, n in vocabulary.numbers.items() if n in _MINUTES}
    for number_class in ("num", "hour", "day_word"):
        yield number_class, {f: n for f, n in vocabulary.numbers.items() if n <= _LIMITS[number_class]}


_MINUTES = range(10, 60)
_LIMITS = {"num": 10**6, "hour": 24, "day_word": 31}

# Classes that are a plain list of words, in the field of the same name or the one given in `_FIELDS`.
_LISTS = forms("""
    one|lead|day_lead|span_lead|span_join|month_lead|at|at_doubtful|from|to|between|of|within|from_now|lasting|
    lasting_after|about|this|next|last|every|every_other|plural_lead|hour_mark|hour_word|part_lead|and|
    and_once|or|and_half|glue|
    never|ordinal_noun|street|all_day|end_of|with|counted|payee_lead|given_name|bill|numbered|article|
    half|quarter|few|coming|upcoming|whole|ago|ago_lead|days_after|days_before|minutes_past|minutes_to|rest_of|start_of|
    week_name|date_lead|month_lead_sure|hour_exact|hour_length|day_name|day_end|tail|workdays|zone|zone_lead
""")
_FIELDS = {
    "one": "ones", "lead": "leads", "day_lead": "day_leads", "span_lead": "span_leads", "span_join": "span_joins",
    "month_lead": "month_leads", "from": "from_", "and": "and_", "or": "or_", "with": "with_",
    "plural_lead": "plural_leads",
    "hour_mark": "hour_marks", "hour_word": "hour_words", "part_lead": "part_leads", "ordinal_noun": "ordinal_nouns",
    "street": "streets", "payee_lead": "payee_leads", "given_name": "given_names", "bill": "bill_words",
    "article": "articles", "half": "halves", "quarter": "quarters", "ago_lead": "ago_leads",
    "month_lead_sure": "month_leads_sure", "day_name": "day_names", "day_end": "day_ends",
    "tail": "tails", "zone": "zones", "zone_lead": "zone_leads",
    "hour_length": "hour_lengths", "date_lead": "date_leads", "week_name": "week_names",
}  # fmt: skip
_SIGNS = {
    "-": "dash", "–": "dash", "—": "dash", ",": "comma", "%": "percent", ".": "stop", ":": "colon", "/": "slash",
    "'": "apostrophe", "’": "apostrophe", "(": "open", ")": "close",
}  # fmt: skip
