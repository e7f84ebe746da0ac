# ruff: noqa: E501 - a row of the table below is one pattern and what reads it
"""The patterns in which people write dates and times, over the word classes that every language fills."""

from __future__ import annotations

from . import reading_days as days
from . import reading_hours as hours
from . import reading_lengths as lengths
from . import reading_stretches as stretches
from .found import Builder

LEAD = "{lead|day_lead|part_lead|at|from|at_doubtful|span_lead}{0,4}"

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


def _end(letter: str) -> str:
    """Write the pattern of one end of a stretch of hours, its parts named after a letter."""
    lead, hour = "{at|at_doubtful|lead|part_lead|to}{0,2}", f"{{{letter}:clock|hclock|dotclock|hour|part}}"
    return f"{lead}{{{letter}b:past_before}}?{hour}{{{letter}p:past}}?(?:{{{letter}h:hour_mark|hour_word}}{{{letter}n:minute}}?)?{{{letter}m:meridiem}}?{{hour_mark}}?"


NO_HOUR = "(?!{colon}{num}|{meridiem|hour_mark|past|percent|currency|of|month|doubtful_month}|{unit|counted!at}|{unit}(?!{hour|clock|hclock|dotclock})|{to|dash!at}|{part_lead}{1,2}{part})"

ANY_WEEKDAY = "{weekday|doubtful_weekday|weekdays}"
WEEKDAYS = f"(?P<days>{ANY_WEEKDAY}(?:(?:{{comma}}?{{and|lead}}{{0,2}}|{{comma}}|{{dash}}){ANY_WEEKDAY}){{0,6}})"

WEEKDAYS_LISTED = "(?P<days>{weekday}(?:{comma}{weekday}){0,5}{comma}?{and}{weekday})"

PLURALS = "(?P<days>{weekdays}(?:(?:{comma}?{and|lead|plural_lead}{0,2}){weekdays|weekday}){0,6})"

BEFORE_A_TIME = (
    "(?={date|dotdate|clock|hclock|dotclock|part|hour|comma|line|dash|ord|sign|url|tag|stop}"
    "|{at}{lead}?{hour|clock|hclock|dotclock|digitclock|part|past_before}|{part_lead}{1,2}{part}|$)"
)

BEFORE_A_REST = "(?={at|at_doubtful|clock|hclock|dotclock|part|part_lead|hour|comma|line|dash|ord|sign|url|tag|stop|glue|with|and|close|to|lead|from|next|last|this|coming}|$)"

RULES: tuple[tuple[str, Builder], ...] = (
    # dates
    (LEAD + "{x:date|iso}(?!{counted!at})", days.digits),
    ("{from|lead}{0,2}{x:date}{to|dash|lead|span_join}{1,2}{x2:date}", days.digits),
    ("{lead|day_lead|from|span_lead!at}{0,4}{x:dotdate}{stop}", days.digits),
    ("(?:{lead}{0,3}{day_lead}|(?<={weekday|doubtful_weekday})){x:dotdate}" + NOT_COUNTED, days.digits),
    ("(?<!{numbered}){x:dotdate}(?={comma}?{weekday|doubtful_weekday})", days.digits),
    ("^{x:dotdate}$", days.digits),
    ("{from|lead|span_lead|between}{0,3}{x:dotdate}{stop}?{to|dash|span_join|and}{1,2}{lead}?{x2:dotdate}{stop}?", days.digits),
    ("{from|lead|span_lead|between}{0,3}{d:day|ord}{stop}?{to|dash|span_join|and}{1,2}{lead}?{x2:dotdate}{stop}?", days.dotted_span),
    (LEAD + DAY + "(?:{of}|{stop})?" + MONTH + YEAR, days.month_day),
    (LEAD + MONTH + "(?:{lead}|{stop})?{d:day|ord|ordinal}(?!{meridiem|hour_mark|counted|percent}|{colon}{num})" + YEAR, days.month_day),
    (LEAD + "{n:nth|ordinal|ord}{w:weekday|doubtful_weekday}" + WITHIN, stretches.nth),
    (LEAD + "{n:nth|ordinal|ord}{u:unit}" + WITHIN + "(?:{lead|comma|stop}{0,2}{x:weekday})?", stretches.nth),
    (LEAD + "(?:{n:ord|ordinal}{of|lead}{0,2}|{n1:day}(?:{of|lead}{1,2}|(?={this})))(?P<which>{this|next|last|coming}{in:unit}|{in2:unit}{next|coming|last|this})", stretches.nth),
    (LEAD + ANY_MONTH + THE_YEAR, stretches.month),
    ("{lead}{0,2}{month_lead}{lead|next|coming|this}{0,2}{m:month}(?!{day})", stretches.month),
    (LEAD + ANY_MONTH + "{last|next|coming}(?!{unit})", stretches.month),
    (LEAD + "{mo:month|doubtful_month}{stop}?{of|lead}{0,2}(?P<which>{this|next|last|coming}{in:unit}|{in2:unit}{next|coming|last|this})", stretches.month_of_year),
    (LEAD + "{u:unit}{of}" + ANY_MONTH + YEAR, stretches.month),
    ("{lead}{0,2}{month_lead_sure|next|coming|last}{lead|next|this}{0,2}" + ANY_MONTH + "(?!{day|ord})", stretches.month),
    ("^{m:month|doubtful_month}{stop}?$", stretches.month),
    (LEAD + "{month_lead_sure}{y:year}" + NOT_COUNTED, stretches.year),
    (LEAD + "{this}{u:unit}", stretches.this_unit),
    (LEAD + "{u:unit}{this}", stretches.this_unit),
    (LEAD + "{g:stage|start_of}{of|lead|dash|article|about}{0,3}(?:" + ANY_MONTH + YEAR + "|{yy:year}(?!{short_unit})|(?:{this|next|last|coming|lead}{0,2}{in:unit}{next|coming|last|this}?))", stretches.stage),
    ("{lead|month_lead_sure}{0,2}{g:stage}{of|dash|comma}?{yy:year}", stretches.stage),
    ("{lead|month_lead_sure}{0,2}{yy:year}{dash}?{g:stage}", stretches.stage),
    ("{lead}{0,2}{month_lead_sure}{article}?{g:stage}", stretches.stage),
    (LEAD + "{g:end_of}{lead|of|article}{0,2}(?:" + ANY_MONTH + YEAR + "|{yy:year})", stretches.stage),
    (LEAD + "{n:nth|ordinal|ord}?{p:period}" + WITHIN, stretches.weekend),
    (LEAD + "{p:period}{of|lead|day_lead}{1,3}" + MONTH + "{d:day|ord}" + NOT_A_DAY, stretches.weekend_of),
    (LEAD + "{u:unit}{days_before}{last}", stretches.unit_before_last),
    ("{from|between|span_lead}{1,2}{y:year}{to|dash|and|span_join}{1,2}{y2:year}" + NOT_COUNTED, stretches.year_span),
    ("{w:weekday|doubtful_weekday}{dash}{w2:weekday|doubtful_weekday}(?!{hour})", days.weekday_span),
    (LEAD + "{u:unit}{n:num}{of|lead|dash|comma}{0,2}{y:year}", stretches.numbered_week),
    (LEAD + "{n:ord|ordinal|nth}{u:unit}{of|lead}{0,2}{y:year}", stretches.numbered_week),
    (LEAD + "{u:unit}{of}?{y:year}" + NOT_COUNTED, stretches.year),
    (LEAD + "{rest_of}{of|lead|this}{0,3}{u:unit}{this}?", stretches.rest_of),
    (LEAD + "{u:unit}{of|lead|day_lead}{1,3}{d:day|ord}(?:{of}?" + ANY_MONTH + ")?", stretches.week_of),
    (LEAD + "{u:unit}{of|lead|day_lead}{1,3}" + ANY_MONTH + "{lead}?{d:day|ord}", stretches.week_of),
    ("{lead}{0,2}{day_lead!of|article}{h:holiday}" + YEAR + BEFORE_A_REST, stretches.holiday),
    ("(?:{lead!of|article|day_lead}{1,3}{of}?{article}?|^|(?<={comma|line|stop}))(?:{article}?{this|next|coming})?{h:holiday}" + YEAR + BEFORE_A_REST, stretches.holiday),
    (LEAD + "{d:day|ord}{slash|dash}" + MONTH + "(?:{slash|dash}{y:year})?", days.month_day),
    (LEAD + "{d:day|ord}{slash|dash}" + MONTH + "{slash|dash}{short:num}", days.month_day),
    ("^{d:ord}$", days.day_number),
    (LEAD + MONTH + "{slash|dash}{d:day|ord}(?:{slash|dash|comma}{y:year})?" + NOT_A_DAY, days.month_day),
    (LEAD + "{y:year}{slash|dash|stop|comma}?(?:{m:month|doubtful_month}{slash|dash|stop|comma}?{d:day|ord}|{d3:day|ord}{slash|dash|stop}?{m3:month|doubtful_month})", days.month_day),
    (LEAD + MONTH + "{slash|dash}{y:year}{slash|dash}{d:day|ord}", days.month_day),
    (LEAD + MONTH + "{d:day_word}{comma}?{y:year}", days.month_day),
    (LEAD + "{d:nth}(?:{of}|{stop})?" + MONTH + YEAR, days.month_day),
    (LEAD + "{n:nth|ordinal|ord}{u:unit}(?!{of|lead}?{year})", stretches.quarter),
    (LEAD + "(?:{u:unit}|{p:period}|{w:weekday|doubtful_weekday}|{m:month|doubtful_month}){days_after}{next}", stretches.unit_after_next),
    (LEAD + "(?:{u:unit}|{day_lead})(?:{days_after}|{before:days_before}){lead}{0,2}(?:{r:rel}|{h:holiday}|" + DAY + "{of}?" + MONTH + ")", lengths.next_to_day),
    (LEAD + "{d:ord|ordinal|day}{of|lead}{1,2}{article}?{in:unit}" + NOT_COUNTED, days.day_of_month),
    ("^{n:num}{slash|dash}{n2:num}$", days.two_numbers),
    ("{date_lead}{n:num}{dash}{n2:num}" + NOT_COUNTED + "(?!{dash|slash|colon})", days.two_numbers),
    ("{date_lead}{x:decimal}" + NOT_COUNTED + "(?!{dash|slash|colon})", days.two_numbers),
    ("^{c:dotclock}$", hours.time),
    ("{lead|span_lead}{0,2}{month_lead_sure|this|next|coming|span_lead}{lead|this|next}{0,2}{s:season}{of}?{y:year}?(?!{word})", stretches.season),
    ("{s:season}{of}?{y:year}", stretches.season),
    ("{lead}{0,2}{s:season}{next|coming|this}", stretches.season),
    (LEAD + "(?P<digits>{n:num}{slash|dash}{y:year}|{y2:year}{slash|dash}{n2:num})" + NOT_COUNTED, stretches.month_in_digits),
    ("{from|lead|span_lead|between}{0,3}{d:day|ord}{to|span_join|dash|and}{lead|day_lead}{0,2}{d2:day|ord}{of|lead}{1,2}(?P<which>{this|next|last|coming}{in:unit}|{in2:unit}{next|coming|last|this})", stretches.days_of_month),
    ("{lead}{0,2}{day_lead}{1,2}{d:day}{of!comma}{m:day!year}" + NOT_A_DAY + "(?!{to|span_join|of|month})", days.day_of_number),
    (LEAD + "{n:num}{sep:slash|stop|dash}{n2:num}{slash|stop|dash}{y:year}", days.spaced_digits),
    (LEAD + "{x:isotime}", stretches.moment),
    (LEAD + "{one}{of}" + MONTH + YEAR, days.month_day),
    (LEAD + "{day_name}{d:day_word|one}" + NOT_A_DAY, days.day_number),
    ("{lead}{0,3}{day_lead}{d:day|ord}" + NOT_A_DAY + "(?!{of!comma}{word})", days.day_number),
    ("{lead}{0,3}{day_lead!at}{d:day|ord}{part_lead!of}{1,2}{p:part!rel}", days.part_of_day_number),
    (LED + "{d:ord|ordinal}" + NOT_AN_ORDINAL, days.day_number),
    ("(?P<pre>{lead|day_lead|this|next|last|from}{0,5}){w:weekday}(?!{ordinal_noun})(?:{stop}(?={comma|day|ord|month|doubtful_month})|{of|lead|part_lead}{0,2}(?:(?P<week>{next|coming}{unit}|{unit}{next|coming})|(?P<now>{this|last}{unit}|{unit}{this|last}))|(?P<post>{next|last}))?", days.weekday),
    ("(?P<pre>{lead|day_lead|this|from}{0,5}){w:weekday|doubtful_weekday}{comma}?{d:day|ord}" + NO_HOUR, days.day_on_weekday),
    (LEAD + "{w:weekday|doubtful_weekday}{later:weekday_later}", days.weekday_later),
    (LEAD + "{p:period}{of|lead|day_lead}{1,3}{d:day|ord}(?:{of}?" + ANY_MONTH + ")?" + NOT_A_DAY, stretches.weekend_of),
    (LEAD + "{week_name}{n:num}{stop}?(?!{currency|scale|counted|percent})", stretches.numbered_week),
    ("(?P<pre>{lead|this|next|last}{1,5}){w:doubtful_weekday}(?!{ordinal_noun})", days.weekday),
    ("{w:doubtful_weekday}" + BEFORE_A_TIME, days.weekday),
    ("{w:doubtful_weekday}{stop}(?={day|ord|month|doubtful_month|comma})", days.weekday),
    ("(?P<pre>{lead|day_lead|this|next|from}{0,5}){w:weekday}(?={rel}){p:part}", days.part_of_weekday),
    ("{lead|day_lead|at_doubtful|stage}{0,4}{r:rel}", days.relative),
    (LEAD + "(?P<pre>{this|next|last}{0,2}){p:period}(?P<post>{next|last}?)", days.period),
    (LEAD + "{this}?{next|last|coming}{u:unit}", days.next_unit),
    (LEAD + "{u:unit}{of|lead}{0,2}{next|last|coming}", days.next_unit),
    (LEAD + "{end_of}{lead}?{next}{u:unit}", days.end_of_next),
    (LEAD + "{end_of}{lead|of|article}{0,2}{u:unit}{next|this|coming}?", days.end_of_next),
    (LEAD + "{end_of}{lead}{0,2}{this|coming}{u:unit}", days.end_of_next),
    # spans of days
    ("{lead}?{between|from|span_lead}{1,2}{lead}?" + DAY + "{and|dash|to}{lead}{0,2}" + LAST_DAY + "{of}?" + MONTH + YEAR, days.day_span),
    ("{lead}?{between|from|span_lead}{1,2}{lead}?" + DAY + "{of}?" + MONTH + "{and|dash}{lead|day_lead}{0,2}" + LAST_DAY + "{of}?" + LAST_MONTH + YEAR, days.day_span),
    ("{between|from|lead}{0,2}{x:date}{and|to|dash}{lead}{0,2}{x2:date}", days.digits),
    ("{from|lead}{0,3}" + MONTH + "{lead}{0,2}{d:ord|ordinal}{to|dash}{lead}{0,2}" + LAST_DAY + "(?!{meridiem})" + YEAR, days.day_span),
    (LEAD + "{between|from|span_lead}{lead}?" + ANY_MONTH + "{y:year}?{to|and|dash|span_join}{1,2}{lead}?" + ANY_LAST_MONTH + LAST_YEAR, stretches.month_span),
    (LEAD + ANY_MONTH + "{y:year}{to|dash|span_join}{1,2}" + ANY_LAST_MONTH + "{y2:year}", stretches.month_span),
    ("{m:month}{y:year}?{to|dash|span_join}{1,2}{m2:month}" + LAST_YEAR, stretches.month_span),
    ("{from|lead|span_lead}{0,3}" + DAY + UNTIL_DAY + LAST_DAY + "{of}?" + MONTH + YEAR, days.day_span),
    ("{from|lead}{0,3}" + MONTH + "{d:day|ord}{to|dash}{lead}?{d2:day|ord}(?!{meridiem})" + YEAR, days.day_span),
    ("{from|lead}{0,3}" + MONTH + "{d:day|ord}{to|dash}{lead}?" + LAST_MONTH + "{d2:day|ord}" + YEAR, days.day_span),
    ("{from|lead|span_lead}{0,3}" + DAY + "{of}?" + MONTH + "(?:{of|comma}?{y1:year})?" + UNTIL_DAY + LAST_DAY + "{of}?" + LAST_MONTH + YEAR, days.day_span),
    ("{from|lead|span_lead|day_lead}{0,3}(?:{weekday}{comma}?)?{d:day|ord|ordinal}" + UNTIL_DAY + "{weekday}{comma}?" + LAST_DAY + "(?:{of}?" + MONTH + YEAR + ")?" + NOT_COUNTED, days.day_span),
    ("{lead}{0,2}{span_lead!from}{d:day|ord|ordinal}{span_join}{day_lead}?{d2:day|ord|day_word}" + NOT_A_DAY, days.day_span),
    ("{lead}{0,2}{span_lead}{d:ord|ordinal}{span_join}{day_lead}?{d2:day|ord|day_word}" + NOT_A_DAY, days.day_span),
    ("{from|lead}{1,2}{d:ord|ordinal}{to|dash}{lead}{0,2}{d2:ord|ordinal}", days.day_span),
    ("(?P<pre>{from|lead|span_lead|this}{0,3}){w:weekday}{to|dash|span_join!and}{1,2}{lead}?{w2:weekday|doubtful_weekday}(?!{hour})(?:{of|lead|part_lead}{0,2}(?:(?P<week>{next|coming}{unit}|{unit}{next|coming})|(?P<now>{this|last}{unit}|{unit}{this|last})))?", days.weekday_span),
    (LEAD + "{q:frequency}{of|lead}{0,2}(?:{next|coming|this|last}{unit}|{unit}{next|coming|this|last})", days.workweek),
    ("(?P<pre>{from|span_lead}{1,2}){w:doubtful_weekday}{to|dash|span_join!and}{1,2}{lead}?{w2:weekday|doubtful_weekday}(?!{hour})", days.weekday_span),
    ("(?P<pre>{between}{lead}?){w:weekday}{and}{lead}?{w2:weekday}(?!{hour})", days.weekday_span),
    # from now, and from a day
    (LEAD + "{within}{about}?" + LENGTH, lengths.from_now),
    (LEAD + "{within}{about}?" + SHORT_LENGTH, lengths.from_now),
    (SHORT_LENGTH + "{from_now}", lengths.from_now),
    (LEAD + "{ago_lead}" + SHORT_LENGTH, lengths.ago),
    (SHORT_LENGTH + "{ago}", lengths.ago),
    (LEAD + "{within!at}{about}?(?P<length>{hclock})", lengths.from_now),
    ("{about}?" + LENGTH + "{comma}?{from_now}", lengths.from_now),
    (LEAD + "{ago_lead}{about}?" + LENGTH + "(?!{from_now})", lengths.ago),
    ("{about}?" + LENGTH + "{ago}", lengths.ago),
    (LEAD + LENGTH + "(?:{days_after|from}|{before:days_before})" + NAMED_DAY, lengths.from_day),
    (LEAD + "{n:num}{w:weekday|weekdays}{from_now}", lengths.weekdays_from_now),
    (LEAD + "{article}?{this}?{next|coming|last}{1,2}(?P<length>{num|few}{unit})", lengths.next_ones),
    (LEAD + "{article}?(?P<length>{num|few}{coming|last}{unit}|{num|few}{unit}{of}?{coming|last})", lengths.next_ones),
    (LEAD + "(?:{upcoming}(?P<length>{num|few}{unit})|(?P<length2>{num|few}){upcoming}{unit})", lengths.upcoming),
    (LEAD + "{next|coming|last}(?P<length>{u:unit})(?!{num})", lengths.next_one),
    (LEAD + "(?:{next|coming|within}{about}?{n:num|few}{workdays}|{n2:num|few}{workdays}{next|coming})", lengths.workdays),
    # lengths that look like hours
    ("{lasting|about}{0,2}(?P<length>{num}{hour_length}{past})(?!{at}){lasting_after}?", lengths.lasting),
    ("{lasting|about}{0,2}(?P<length>{hclock}{unit|short_unit})", lengths.lasting),
    ("{lasting|about}{0,2}{num}{dash}(?P<length>{num}{unit!hour_mark}){lasting_after}?", lengths.lasting),
    # hours
    (LEAD + "{about}?{c:clock|hclock}{h:hour_mark}?{a:meridiem}?{hour_mark}?" + ZONE + "(?!{percent})", hours.time),
    (LEAD + "{at}{lead|about}?{c:hour|dotclock}(?:{dash}?{past:past}|{and}?{mm:minute})?{h:hour_mark|hour_word}?{a:meridiem}?{hour_mark}?"
     + ZONE + NOT_COUNTED, hours.time),
    (AT + "{c:hour|dotclock}(?:{past:past}|{and}?{mm:minute})?{hour_word}?{a:meridiem}{hour_mark}?" + ZONE, hours.time),
    (AT + "{c:hour|dotclock}{h:hour_mark}{hour_mark}?" + ZONE, hours.time),
    ("(?<={rel|weekday|weekdays|part|month|year|comma}){c:hour}{h:hour_word!hour_length}" + NOT_COUNTED, hours.full_hours),
    ("{c:hour}{h:hour_word!hour_length}(?={rel|weekday|weekdays|every|day_lead})", hours.full_hours),
    ("{c:hour}{h:hour_word!hour_length}{and}?{mm:minute}" + NOT_COUNTED, hours.full_hours),
    (AT + "{c:digitclock}{a:meridiem}" + ZONE, hours.time),
    (AT + "{c:hour}{p:part!rel}", hours.twelve),
    (AT + "{c:digitclock}{h:hour_mark|hour_word}" + ZONE, hours.time),
    ("{at}{lead}?{c:digitclock!year}" + ZONE + NOT_COUNTED, hours.time),
    (AT + "(?:{past_before:past_before}{c:part}|{c2:part}{past:past})", hours.time),
    ("{at|at_doubtful|lead|lasting}{0,3}{n:num|quarter}(?:{u:unit}{minutes_to:minutes_to}|{u2:unit}?{minutes_past})" + _end("c") + "(?:{part_lead}{1,2}{p:part})?", hours.minutes_from),
    (AT + "{c:hour|clock|hclock|dotclock}(?:{past:past}|{and}{mm:minute})?{h:hour_mark|hour_word}?{a:meridiem}?{part_lead}{1,2}{p:part}", hours.time),
    (AT + "{past_before:past_before}{c:hour}{hour_mark}?{a:meridiem}?(?:{part_lead}{0,2}{p:part!rel})?(?!{unit|counted})", hours.time),
    ("{at_doubtful}{c:hour}(?:{past:past}|{and}{mm:minute})?{h:hour_mark}?{a:meridiem}?(?={comma|line|lead|sign|with|tag|url|stop}|$)", hours.time),
    ("{at_doubtful}{c:hour}" + NOT_COUNTED, hours.doubtful_time),
    ("{c:hour}{past:past}" + NOT_COUNTED, hours.doubtful_time),
    ("{lead!of}{1,2}{c:hour}{past:past}" + NOT_COUNTED, hours.time),
    (AT + "{c:hour|clock|hclock}{a:meridiem}{past:past}" + NOT_COUNTED, hours.time),
    ("{at|lead}{0,2}{c:hour!day}(?:{past:past}|{mm:minute!hour})(?={line|stop|comma|sign}|$)", hours.time),
    ("{p:part!rel}{at|at_doubtful}?{c:hour|dotclock}(?:{past:past}|{and}?{mm:minute})?(?!{to|dash})" + NOT_COUNTED, hours.doubtful_time),
    ("{p:part!rel}{at|at_doubtful}{0,2}{c:hour|dotclock}{h:hour_mark}(?!{to|dash})" + NOT_COUNTED, hours.time),
    ("{part_lead|lead|this}{0,3}{p:part}", hours.part),
    ("{lead|stage}{0,2}{o:moment}", hours.moment),
    ("{from|between|lead|part_lead|at|span_lead}{0,3}" + _end("a") + "{to|dash}" + _end("b")
     + "(?!{unit|percent|currency|scale|month|day|odd}|{counted!of})", hours.hours),
    ("{from|between|at}{1,2}{a:digitclock!year}{to|dash|and}{at}?{b:digitclock!year}" + NOT_COUNTED, hours.hours),
    ("{from|between|lead|at}{0,3}{a:hclock}{to|dash}{b:hour}{bh:unit}", hours.hours),
    ("{between}" + _end("a") + "{and}" + _end("b") + "(?!{unit|percent|currency|scale|month}|{counted!of})", hours.hours),
    ("{lead}?{all_day}", hours.all_day),
    # lengths
    ("{lasting|about}{0,2}" + LENGTH + "(?!{day}){lasting_after}?", lengths.lasting),
    ("{lasting|about}{0,2}{whole}{dash|lead}?(?P<length>{unit}){lasting_after}?", lengths.lasting),
    ("{lasting}{1,2}(?P<length>{hclock}){lasting_after}?", lengths.lasting),
    ("{lasting|about}{0,2}(?P<length>{hclock}){lasting_after}", lengths.lasting),
    # the hour's own mark in the middle: "20 Uhr 30", "8 heures et demie", "8 Uhr abends"
    (AT + "{c:hour}{h:hour_mark|hour_word}(?:{past:past}|{and}?{mm:minute})(?:{part_lead}{0,2}{p:part!rel})?" + NOT_COUNTED, hours.time),
    (LEAD + "{at|at_doubtful}{lead}?{c:hour}(?:{h:hour_mark|hour_word}{and}?|{and}){mm:minute|num}{unit}", hours.time),
    (LEAD + "{at}{lead}?{c:hclock}{unit}", hours.time),
    ("(?<!{numbered}){c:hour}(?:{comma}|{of|part_lead}{1,2})?{o:moment}", hours.moment),
    ("(?<={rel|weekday|weekdays|part|month|year}){c:dotclock}" + NOT_COUNTED, hours.time),
    (AT + "{c:hour|dotclock|clock}{h:hour_mark|hour_word}{p:part!rel}", hours.time),
    # repetitions
    (LEAD + "{every}{one}?" + WEEKDAYS, hours.weekly),
    (LEAD + "{every_other}" + WEEKDAYS, hours.weekly),
    (LEAD + "{plural_lead}" + WEEKDAYS, hours.weekly),
    (LEAD + PLURALS, hours.weekly),
    (LEAD + "{every}{part_lead}?{p:part}", hours.every_part),
    (LEAD + "{part_lead}?{p:part_plural}", hours.parts),
    ("(?<={one}){q:adjective_first}", hours.frequency),
    ("(?<={one}{word}){q:adjective_last}", hours.frequency),
    (LEAD + "{q:frequency}", hours.frequency),
    ("{q:adjective_first}(?!{word|bill})", hours.frequency),
    ("(?<!{word}){q:adjective_last}", hours.frequency),
    ("(?:(?<!{between}){lead!between})?" + WEEKDAYS_LISTED, hours.weekly),
    (LEAD + "{every}{of|lead}?" + DAY + "{of}?" + MONTH, days.yearly),
    (LEAD + "{every}{of|lead}?" + MONTH + "{d:day|ord}", days.yearly),
    (LEAD + "{every}(?P<days>{ord}(?:{comma|and|lead|day_lead}{1,3}{ord}){1,6}){of|lead}{0,2}{u:unit}?", hours.monthly_days),
    (LEAD + "{every}{n:num}?{u:unit}", hours.every_so_many),
    (LEAD + "{n:nth|ordinal|ord}{w:weekday|doubtful_weekday}(?:{of|lead}{0,2}{every}{u:unit}|{of|lead}{1,2}{q:frequency})", hours.nth_of_every),
    (LEAD + "{every}{lead}?(?:{n:nth|ordinal|ord}{w:weekday|doubtful_weekday|weekdays})(?:{of|lead}{1,3}{u:unit}|{q:frequency})", hours.nth_of_every),
    (LEAD + "{every_other}{w:weekday|doubtful_weekday|weekdays}(?:{of|lead}{1,3}{u:unit}|{q:frequency})", hours.nth_of_every),
    (LEAD + "{every}{d:ord|ordinal}" + NOT_AN_ORDINAL + "(?!{weekday|doubtful_weekday})", hours.monthly),
    (LEAD + "{every}{unit}{lead}{0,2}{d:ord}" + NOT_AN_ORDINAL, hours.monthly),
    (LEAD + "{every}{unit|frequency}{d:day}" + NOT_A_DAY, hours.monthly),
    (LEAD + "{q:frequency}{d:day}" + NOT_A_DAY, hours.monthly),
    (LEAD + "(?P<days>{day|ord}(?:{comma|and|lead|day_lead|span_join}{1,4}{day|ord}){1,6}){of|lead}{1,2}(?:{q:frequency}|{every}{u:unit})", hours.monthly_days),
    (LEAD + "{d:day|ord|ordinal}{of|lead}{q:frequency}", hours.monthly),
    (LEAD + "{d:day|ord|ordinal}{of|lead}{every}{unit}", hours.monthly),
    (LEAD + "{d:ord|ordinal}{q:frequency}", hours.monthly),
    (LEAD + "{every}{d:day|ord|ordinal}{of}{lead}?{unit}", hours.monthly),
)  # fmt: skip
