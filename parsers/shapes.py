# ruff: noqa: E501 - a row is one pattern
"""The parts that the patterns of dates and times have in common."""

from __future__ import annotations

LEAD = "{lead|day_lead|part_lead|at|from|at_doubtful|span_lead|day_end!part}{0,4}"

AT = "{at|at_doubtful|lead|from|between}{0,3}"
LED = "{lead|day_lead|from|span_join}{1,4}"

DAY = "{d:day|ord|day_word|ordinal}"

MONTH, LAST_MONTH = "{m:month|doubtful_month}", "{m2:month|doubtful_month}"
LAST_DAY = "{d2:day|ord|day_word|ordinal}"
UNTIL_DAY = "{to|dash|span_join|lead}{1,3}"
YEAR = "(?:{of|comma|stop|month_lead_sure}{0,2}{apostrophe}?{y:year}(?!{currency|scale|short_unit}))?"
LAST_YEAR = "(?:{of|comma|stop|month_lead_sure}?{y2:year}(?!{currency|scale}))?"
ANY_MONTH, ANY_LAST_MONTH = "{m:month|doubtful_month}{stop}?", "{m2:month|doubtful_month}{stop}?"
THE_YEAR = "(?:{of|comma|dash|slash|month_lead_sure}{0,2}{apostrophe}?{y:year}(?!{currency|scale}))"

_ONE = "(?:(?:{num|one|decimal|few|half}(?:{and_half}|{and}{one}?{half|quarter})?|{half}{one})(?:{dash|of})?{unit}|{fixed})"
_ODD_MINUTES = "(?:{and}?{minute}(?={line|stop|sign|comma}|$))?"
LENGTH = (
    "(?P<length>"
    + _ONE
    + "(?:{comma}?{and}?"
    + _ONE
    + "){0,6}(?:{and_half}|{and}{one}?{quarter|half}|"
    + _ODD_MINUTES
    + "))"
)
SHORT_LENGTH = "(?P<length>(?:{num}(?:{unit|short_unit})|{hclock}{short_unit|unit}){1,4})"
NAMED_DAY = "(?:{r:rel}|{h:holiday}|{lead}?{w:weekday})"

WITHIN = (
    "(?:{of|lead|month_lead|comma}{0,2}(?:"
    + ANY_MONTH
    + YEAR
    + "|(?P<which>{this|next|last|coming|lead}{0,2}{in:unit}(?:{next|coming|last|this})?)|{yy:year}))"
)

ZONE = "(?:{open}?{zone}{close}?|{zone_lead}{word|num})?"

NOT_A_DAY = "(?!{percent|unit|short_unit|counted|currency|scale|meridiem|hour_mark|ordinal_noun}|{colon}{num}|{decimal!dotclock}|{num!hour}|{dash}{num})"

NOT_AN_ORDINAL = "(?!{ordinal_noun|percent})"


NOT_COUNTED = "(?!{percent|unit|short_unit|counted|currency|scale|num|decimal|month|odd})"


def end_of_hours(letter: str) -> str:
    """Write the pattern of one end of a stretch of hours, its parts named after a letter."""
    lead, hour = "{at|at_doubtful|lead|part_lead|to}{0,2}", f"{{{letter}:clock|hclock|dotclock|hour|part}}"
    return f"{lead}{{{letter}b:past_before}}?{hour}{{{letter}p:past}}?(?:{{{letter}h:hour_mark|hour_word}}{{{letter}n:minute}}?)?{{{letter}m:meridiem}}?{{hour_mark}}?"


ITS_PART = "(?:{part_lead}{1,2}{aq:part!rel})?"


NOT_COUNTED_AT = "(?!{percent|unit|short_unit|currency|scale|num|decimal|month|odd}|{counted!lead})"
"""After a sure hour, a sign like the Spanish "x" (for "por") counts nothing."""

NO_HOUR = "(?!{colon}{num}|{meridiem|hour_mark|past|percent|currency|month|doubtful_month}|{of}(?!{hour|clock|hclock|dotclock|at})|{unit|counted!at}|{unit}(?!{hour|clock|hclock|dotclock})|{to|dash!at}|{part_lead}{1,2}{part})"

ANY_WEEKDAY = "{weekday|doubtful_weekday|weekdays}"
WEEKDAYS = f"(?P<days>{ANY_WEEKDAY}(?:(?:{{comma}}?{{and|lead}}{{0,2}}|{{comma}}|{{dash}}){ANY_WEEKDAY}){{0,6}})"

WEEKDAYS_LISTED = (
    "(?P<days>{w:weekday|doubtful_weekday}{stop}?(?:{comma|slash}?{weekday|doubtful_weekday}){0,5}"
    "{comma}?{and}{lead}{0,2}{weekday|doubtful_weekday})"
)
THREE_WEEKDAYS = "(?P<days>{w:weekday|doubtful_weekday}(?:{comma|slash|dash|stop}?{weekday|doubtful_weekday}){2,6})"
"""So many in a row need no "and" to be a list."""

PLURALS = "(?P<days>{weekdays}(?:(?:{comma}?{and|lead|plural_lead}{0,2}){weekdays|weekday}){0,6})"

BEFORE_A_TIME = (
    "(?={date|dotdate|clock|hclock|dotclock|part|hour|comma|line|dash|ord|sign|url|tag|stop}|{day}{of}?{month|doubtful_month}"
    "|{at}{lead}?{hour|clock|hclock|dotclock|digitclock|part|past_before}|{part_lead}{1,2}{part}|$)"
)

BEFORE_A_REST = "(?={at|at_doubtful|clock|hclock|dotclock|part|part_lead|hour|comma|line|dash|ord|sign|url|tag|stop|glue|with|and|close|to|lead|from|next|last|this|coming}|$)"
