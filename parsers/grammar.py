# ruff: noqa: E501 - a row of the table below is one pattern and what reads it
"""The patterns in which people write dates and times, over the word classes that every language fills."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from . import reading_days as days
from . import reading_hours as hours
from .found import Builder, Found
from .lexicon import Lexeme, lexicon
from .pieces import Piece

# ---- patterns -------------------------------------------------------------------------------------------------------

LEAD = "{lead|day_lead|part_lead|at|from|at_doubtful|span_lead}{0,4}"

AT = "{at|at_doubtful|lead}{0,3}"
LED = "{lead|day_lead|from}{1,4}"

DAY = "{d:day|ord|day_word|ordinal}"

MONTH, LAST_MONTH = "{m:month|doubtful_month}", "{m2:month|doubtful_month}"
LAST_DAY = "{d2:day|ord|day_word|ordinal}"
UNTIL_DAY = "{to|dash|span_join|lead}{1,3}"
YEAR = "(?:{of|comma}?{y:year}(?!{currency|scale}))?"

NOT_A_DAY = "(?!{percent|unit|counted|currency|scale|meridiem|hour_mark|ordinal_noun}|{colon}{num}|{decimal!dotclock}|{num!hour}|{dash}{num})"

NOT_AN_ORDINAL = "(?!{ordinal_noun|percent})"


NOT_COUNTED = "(?!{percent|unit|counted|currency|scale|num|decimal|month|odd})"


def _end(letter: str) -> str:
    """Write the pattern of one end of a stretch of hours, its parts named after a letter."""
    lead, hour = "{at|at_doubtful|lead|part_lead|to}{0,2}", f"{{{letter}:clock|hclock|dotclock|hour|part}}"
    return f"{lead}{hour}{{{letter}h:hour_mark|hour_word}}?{{{letter}m:meridiem}}?{{hour_mark}}?"


NO_HOUR = "(?!{colon}{num}|{meridiem|hour_mark|past|unit|counted|percent|currency|of|month|doubtful_month}|{to|dash!at}|{part_lead}{1,2}{part})"

ANY_WEEKDAY = "{weekday|doubtful_weekday|weekdays}"
WEEKDAYS = f"(?P<days>{ANY_WEEKDAY}(?:(?:{{comma}}?{{and|lead}}{{0,2}}|{{comma}}|{{dash}}){ANY_WEEKDAY}){{0,6}})"

WEEKDAYS_LISTED = "(?P<days>{weekday}(?:{comma}{weekday}){0,5}{comma}?{and}{weekday})"

PLURALS = "(?P<days>{weekdays}(?:(?:{comma}?{and|lead|plural_lead}{0,2}){weekdays|weekday}){0,6})"

BEFORE_A_TIME = "(?={at|clock|hclock|dotclock|part|part_lead|hour|comma|line|dash|ord|sign|url|tag|stop}|$)"

RULES: tuple[tuple[str, Builder], ...] = (
    # dates
    (LEAD + "{x:date|iso}(?!{counted})", days.digits),
    ("{from|lead}{0,2}{x:date}{to|dash|lead|span_join}{1,2}{x2:date}", days.digits),
    (LEAD + DAY + "(?:{of}|{stop})?" + MONTH + YEAR, days.month_day),
    (LEAD + MONTH + "(?:{lead}|{stop})?{d:day|ord|ordinal}(?!{meridiem|hour_mark|counted|percent}|{colon}{num})" + YEAR, days.month_day),
    (LEAD + "{m:month}{of|comma}?{y:year}", days.month_alone),
    ("{lead}{0,2}{month_lead}{lead}?{m:month}(?!{day})", days.month_alone),
    ("{lead}{0,3}{day_lead}{d:day|ord}" + NOT_A_DAY, days.day_number),
    (LED + "{d:ord|ordinal}" + NOT_AN_ORDINAL, days.day_number),
    ("(?P<pre>{lead|day_lead|this|next|last|from}{0,5}){w:weekday}(?!{ordinal_noun})(?:{of|lead|part_lead}{0,2}(?P<week>{next}{unit}|{unit}{next})|(?P<post>{next|last}))?", days.weekday),
    ("(?P<pre>{lead|day_lead|this|from}{0,5}){w:weekday|doubtful_weekday}{comma}?{d:day|ord}" + NO_HOUR, days.day_on_weekday),
    ("(?P<pre>{lead|this|next|last}{1,5}){w:doubtful_weekday}(?!{ordinal_noun})", days.weekday),
    ("{w:doubtful_weekday}" + BEFORE_A_TIME, days.weekday),
    ("{lead|day_lead|at_doubtful}{0,4}{r:rel}", days.relative),
    (LEAD + "(?P<pre>{this|next|last}{0,2}){p:period}(?P<post>{next|last}?)", days.period),
    (LEAD + "{this}?{next|last}{u:unit}", days.next_unit),
    (LEAD + "{u:unit}{next|last}", days.next_unit),
    (LEAD + "{end_of}{lead}?{m:month}", days.end_of_month),
    (LEAD + "{end_of}{lead}?{next}{u:unit}", days.end_of_next),
    (LEAD + "{end_of}{lead}?{u:unit}{next}", days.end_of_next),
    # spans of days
    ("{from|lead|span_lead}{0,3}" + DAY + UNTIL_DAY + LAST_DAY + "{of}?" + MONTH + YEAR, days.day_span),
    ("{from|lead}{0,3}" + MONTH + "{d:day|ord}{to|dash}{lead}?{d2:day|ord}(?!{meridiem})" + YEAR, days.day_span),
    ("{from|lead}{0,3}" + MONTH + "{d:day|ord}{to|dash}{lead}?" + LAST_MONTH + "{d2:day|ord}" + YEAR, days.day_span),
    ("{from|lead|span_lead}{0,3}" + DAY + "{of}?" + MONTH + UNTIL_DAY + LAST_DAY + "{of}?" + LAST_MONTH + YEAR, days.day_span),
    ("{lead}{0,2}{span_lead}{d:day|ord}{span_join}{day_lead}?{d2:day|ord}" + NOT_A_DAY, days.day_span),
    ("{from|lead}{1,2}{d:ord|ordinal}{to|dash}{lead}{0,2}{d2:ord|ordinal}", days.day_span),
    ("(?P<pre>{from|lead|span_lead|this}{0,3}){w:weekday}{to|dash|span_join}{1,2}{lead}?{w2:weekday}", days.weekday_span),
    # from now
    (LEAD + "{within}{about}?{n:num|one}{u:unit}(?:{and}?{n2:num}{u2:unit}|{half:and_half})?", days.from_now),
    (LEAD + "{within}{about}?{f:fixed}", days.from_now),
    ("{about}?{n:num|one}{u:unit}{from_now}", days.from_now),
    # hours
    (LEAD + "{about}?{c:clock|hclock}{h:hour_mark}?{a:meridiem}?{hour_mark}?(?!{percent})", hours.time),
    (LEAD + "{at}{lead}?{c:hour|dotclock}(?:{past:past}|{and}{mm:minute})?{h:hour_mark|hour_word}?{a:meridiem}?{hour_mark}?"
     + NOT_COUNTED, hours.time),
    (AT + "{c:hour|dotclock}{past:past}?{hour_word}?{a:meridiem}{hour_mark}?", hours.time),
    (AT + "{c:hour|dotclock}{h:hour_mark}", hours.time),
    (AT + "{c:hour|clock|hclock|dotclock}{past:past}?{h:hour_mark|hour_word}?{a:meridiem}?{part_lead}{1,2}{p:part}", hours.time),
    (AT + "{past_before:past_before}{c:hour}{a:meridiem}?(?:{part_lead}{1,2}{p:part})?(?!{unit|counted})", hours.time),
    ("{at_doubtful}{c:hour}{past:past}?{h:hour_mark}?{a:meridiem}?(?={comma|line|lead|sign|with|tag|url|stop}|$)", hours.time),
    ("{at_doubtful}{c:hour}" + NOT_COUNTED, hours.doubtful_time),
    ("{c:hour}{past:past}" + NOT_COUNTED, hours.doubtful_time),
    ("{p:part!rel}{at|at_doubtful}?{c:hour}" + NOT_COUNTED, hours.doubtful_time),
    ("{part_lead|lead|this}{0,3}{p:part}", hours.part),
    ("{lead}{0,2}{o:moment}", hours.moment),
    ("{from|between|lead|part_lead|at|span_lead}{0,3}" + _end("a") + "{to|dash}" + _end("b")
     + "(?!{unit|percent|currency|scale|month|day|odd})", hours.hours),
    ("{between}" + _end("a") + "{and}" + _end("b") + "(?!{unit|percent|currency|scale|month})", hours.hours),
    ("{lead}?{all_day}", hours.all_day),
    # lengths
    ("{lasting|about}{0,2}{n:num|one}{u:unit}(?!{day}){half:and_half}?{lasting_after}?", days.lasting),
    ("{lasting|about}{0,2}{n:num|one}{u:unit}{and}?{n2:num}{u2:unit}{lasting_after}?", days.lasting),
    ("{lasting|about}{0,2}{f:fixed}{lasting_after}?", days.lasting),
    ("{lasting}{1,2}{c:hclock}{lasting_after}?", days.lasting),
    ("{lasting|about}{0,2}{c:hclock}{lasting_after}", days.lasting),
    # repetitions
    (LEAD + "{every}{one}?" + WEEKDAYS, hours.weekly),
    (LEAD + "{every_other}" + WEEKDAYS, hours.weekly),
    (LEAD + "{plural_lead}" + WEEKDAYS, hours.weekly),
    (LEAD + PLURALS, hours.weekly),
    (LEAD + "{every}{part_lead}?{p:part}", hours.every_part),
    (LEAD + "{q:frequency}", hours.frequency),
    ("{q:adjective_first}(?!{word|bill})", hours.frequency),
    ("(?<!{word}){q:adjective_last}", hours.frequency),
    (WEEKDAYS_LISTED, hours.weekly),
    (LEAD + "{every}{n:num}?{u:unit}", hours.every_so_many),
    (LEAD + "{every}{d:ord}" + NOT_AN_ORDINAL, hours.monthly),
    (LEAD + "{every}{unit}{lead}{0,2}{d:ord}" + NOT_AN_ORDINAL, hours.monthly),
    (LEAD + "{every}{unit|frequency}{d:day}" + NOT_A_DAY, hours.monthly),
    (LEAD + "{q:frequency}{d:day}" + NOT_A_DAY, hours.monthly),
    (LEAD + "{d:day|ord|ordinal}{of|lead}{q:frequency}", hours.monthly),
    (LEAD + "{d:day|ord|ordinal}{of|lead}{every}{unit}", hours.monthly),
)  # fmt: skip


@cache
def _compiled(language: str) -> tuple[tuple[re.Pattern[str], Builder], ...]:
    known = lexicon(language)
    return tuple((known.pattern(written), builder) for written, builder in RULES)


_IDLE = frozenset({"word", "sign", "line", "url", "mention", "tag", "email", "odd", "decimal", "with", "counted"})


def pieces(text: str, language: str) -> tuple[tuple[Piece, ...], tuple[Lexeme, ...]]:
    """Find the parts of date and time phrases from left to right, the longest at each place."""
    lexemes, symbols = lexicon(language).read(text)
    found: list[Piece] = []
    at = 0
    while at < len(lexemes):
        piece, length = _longest(text, lexemes, symbols, at, language)
        if piece:
            found.append(piece)
        at += max(length, 1)
    return tuple(found), lexemes


def _longest(text: str, lexemes: Sequence[Lexeme], symbols: str, at: int, language: str) -> tuple[Piece | None, int]:
    if _IDLE.issuperset(lexemes[at].classes) or "never" in lexemes[at].classes:
        return None, 1
    best: Piece | None = None
    length = 0
    for pattern, build in _compiled(language):
        match = pattern.match(symbols, at)
        if match and match.end() - at > length:
            piece = build(Found(text, lexemes, match))
            if piece:
                best, length = piece, match.end() - at
    # "Version 1.10.30" is no date.
    if best and at and "date" in lexemes[at].classes and "numbered" in _before(lexemes, at).classes:
        return None, length
    # "9 de Julio" after "Av." is an address; "la escuela el 9 de julio" is none.
    if best and at and "day" in lexemes[at].classes and "street" in _before(lexemes, at).classes:
        return None, length
    return best, length


def _before(lexemes: Sequence[Lexeme], at: int) -> Lexeme:
    """Give the lexeme before a place, beyond the full stop of an abbreviation or a colon."""
    before = lexemes[at - 1]
    return lexemes[at - 2] if at > 1 and not {"stop", "colon"}.isdisjoint(before.classes) else before
