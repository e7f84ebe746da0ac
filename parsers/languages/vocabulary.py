"""What a language must bring so that Toque can read messages in it: lists of words, no code.

Every text field lists its forms between bars (`"enero|ene"`); a form may be several words.
Case and accents do not matter, except in a form that begins with `=` (`"=às"`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one language."""

    code: str
    common: str
    """Everyday words that tell this language from the others, for recognising it."""
    letters: str = ""
    """Letters and signs that hardly any other of our languages writes."""

    # --- the calendar
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Monday first."""
    weekday_plurals: tuple[str, ...]
    """Forms that by themselves mean "every week on that day", Monday first; may be empty texts."""
    doubtful: str
    """Month and weekday forms that are everyday words too: read only beside a number, a time or a lead."""
    days: Mapping[str, int]
    """Words for a day, by its distance from today."""
    units: Mapping[str, str]
    """second, minute, hour, day, week, fortnight, month, quarter, year; the first and the quarter may be left out."""
    durations: Mapping[str, int]
    """Fixed lengths of time in minutes."""
    parts: Mapping[str, str]
    """dawn, morning, noon, afternoon, evening, night, midnight."""
    moments: Mapping[str, str]
    """Words that name a part of today (tonight), by the part."""
    past_moments: Mapping[str, str] = field(default_factory=dict)
    """The same of the day before (last night)."""
    periods: Mapping[str, str]
    """weekend, payday, week_end, month_end, year_end."""
    frequencies: Mapping[str, str]
    """Words that mean a repetition, by its RRULE without `FREQ=`."""
    frequency_adjectives: Mapping[str, str]
    """The same as adjectives: beside a noun they are its own (the weekly report)."""
    adjective_first: bool
    """An adjective stands before its noun."""
    end_of: str
    """What makes of a month or a week after it its last day."""
    all_day: str

    # --- numbers
    numbers: Mapping[str, int]
    ones: str
    """Words for one that are articles too: they count only before a unit."""
    ordinals: Mapping[str, int]
    """Ordinals in words that are days of the month (primero, the third)."""
    ordinal_suffixes: str
    """What is glued to digits to make an ordinal of them (5"th")."""
    scales: Mapping[str, int]
    """Words that multiply the number before them (mil, million)."""
    number_joiners: str
    """Between the words of one number (treinta "y" dos)."""

    # --- the small words around a date or time
    leads: str
    """Prepositions, articles and deadline words that belong to the date or time that they stand before."""
    day_leads: str
    """Leads after which a plain number is a day of the month."""
    span_leads: str
    """What opens a span of days ("del" 3 al 7)."""
    span_joins: str
    """What joins the two ends of a span of days (del 3 "al" 7)."""
    month_leads: str
    at: str
    """What makes a plain number an hour."""
    at_doubtful: str
    """The same, where the words have other uses."""
    from_: str
    """What opens a stretch of time."""
    to: str
    """What closes it."""
    between: str
    """What opens a stretch that `and_` closes."""
    of: str
    """Between a day and its month, a part and its whole."""
    within: str
    """What makes a length of time a distance from now."""
    from_now: str
    """The same, after it."""
    lasting: str
    """What makes a length of time after it how long something takes ("for" two hours)."""
    lasting_after: str
    """The same, after it (two hours "long")."""
    about: str
    """Before an hour or a length that is not exact."""
    this: str
    next: str
    next_skips_one: bool = False
    """From Monday to Friday the "next" Friday is not the coming one but that of the week after."""
    last: str
    """Of a day or week that is over."""
    every: str
    every_other: str
    """Every second."""
    plural_leads: str
    """What makes a weekday after it a weekly one ("los" lunes)."""
    hour_marks: str
    """What makes an hour of the number before it (17 "h")."""
    hour_words: str
    """The same, where they count hours unless an "at" stands before."""
    meridiem: Mapping[str, str]
    """am, pm."""
    past: Mapping[str, int]
    """Minutes said after the hour."""
    past_before: Mapping[str, int]
    """Minutes said before the hour."""
    part_leads: str
    """What leads to a part of the day ("in the" morning)."""
    and_: str
    and_half: str
    """Half of what was said before it ("y media")."""
    glue: str
    """Words that may stand between the date and the time of one phrase."""
    never: str
    """Phrases that look like a time and are none."""
    ordinal_nouns: str
    """After one of these an ordinal or a weekday of the same form counts things."""
    streets: str
    """After one of these a date is an address."""

    # --- more ways of saying when; a language that leaves one out does not know it
    nths: Mapping[str, int] = field(default_factory=dict)
    """Ordinals before a weekday, week or month (the second Monday of May); the last one is -1."""
    holidays: Mapping[str, str] = field(default_factory=dict)
    """Feasts, by `12-25`, `easter-2` (days from Easter) or `05-SU2` (second Sunday of May; `05-MO-1`: last Monday)."""
    weekdays_later: Mapping[str, int] = field(default_factory=dict)
    """What says after a weekday that it is not the coming one, by the days from that (lundi "en huit")."""
    week_names: str = ""
    """The word before the number of a week of the year (KW 12)."""
    seasons: Mapping[str, str] = field(default_factory=dict)
    """spring, summer, autumn, winter."""
    halves: str = ""
    """Half, before a unit of time."""
    quarters: str = ""
    """A quarter, of an hour."""
    few: str = ""
    """A number that is not told; it is read as three."""
    coming: str = ""
    """Like `next`, where an English "next Friday" is not the coming one."""
    upcoming: str = ""
    """What makes of a length of time after it the day on which it is over (the "upcoming" two weeks)."""
    whole: str = ""
    """What makes of a unit a length (all "week")."""
    ago: str = ""
    """What makes of a length of time before it one that has passed."""
    ago_leads: str = ""
    """What makes a length of time after it one that has passed (hace "dos días")."""
    days_after: str = ""
    """Between a length of time and the day from which it is counted (two days "after" Easter)."""
    days_before: str = ""
    """The same, counted back."""
    minutes_past: str = ""
    """Between minutes and the hour to which they are added."""
    minutes_to: str = ""
    """The same, from which they are taken away."""
    rest_of: str = ""
    """What makes of a week, month or year what is left of it."""
    start_of: str = ""
    """What makes of a month, week or year its first days."""
    stages: Mapping[str, str] = field(default_factory=dict)
    """Parts of a month, week or year, said before it: start, middle, late, half1, half2."""
    short_units: Mapping[str, str] = field(default_factory=dict)
    """Units in one letter: read only where a length is counted from now (5m ago, in 3d)."""
    date_leads: str = ""
    """Leads after which two numbers with a dash or a point are a day and a month (on 4-22)."""
    month_leads_sure: str = ""
    """Month leads after which even a doubtful word, or a year alone, says when."""
    day_names: str = ""
    """The word "day", as it stands before a day of the month in words."""
    and_once: str = ""
    """Of the words for "and", those that join weekdays of one week; others join those of every week."""
    or_: str = ""
    """Between two days of which one is meant (Saturday "or" Sunday)."""
    tails: str = ""
    """What may follow a date or an hour without changing it (by the 5th "at the latest")."""
    day_ends: str = ""
    """The end of the day, which beside another day says nothing more (EOD tomorrow)."""
    workdays: str = ""
    part_plurals: Mapping[str, str] = field(default_factory=dict)
    """Parts of the day that by themselves repeat (mornings)."""
    hour_exact: str = ""
    """Of the hour marks, those that leave open which half of the day is meant."""
    weekday_parts: Mapping[str, str] = field(default_factory=dict)
    """Weekdays that name their part of the day in the same word (Freitagabend), by the part."""
    dotted_dates: bool = False
    """A day and month are written 15.3. too."""
    hour_lengths: str = ""
    """Hour words that count hours even where a quarter or a half follows ("dos horas y media" is no time of day)."""
    cents: str = ""
    """Names of the hundredth of the money; the first two also with the money's country (Canadian cents)."""
    tenths: str = ""
    """Names of the tenth of the money."""
    short_scales: Mapping[str, int] = field(default_factory=dict)
    """Scales that are abbreviated, after digits only ("1,5 mi")."""
    fractions: Mapping[Decimal, str] = field(default_factory=dict)
    """Parts of a scale, before it (half a million)."""
    money_joiners: str = ""
    """What may stand between a number and the money's name ("dos millones de pesos")."""
    doubtful_money: str = ""
    """Names of money that are words for other things: one of them ("a pound") is no money."""
    zones: str = "utc|gmt|cet|cest|bst|pdt|edt|cst|mst|brt"
    """Names of time zones, which are read over."""
    zone_leads: str = ""
    zone_tails: str = ""
    """What the name of a place before it makes a time zone of (London "time")."""
    """What leads to a place whose time it is; that is read over too."""

    # --- writing
    elisions: str = ""
    """Words that an apostrophe ties to the next one (l', dell')."""
    told_by_accents: str = ""
    """Words that only their accents tell from others (pôr)."""
    abbreviations: str = ""
    """What a full stop ends without ending the sentence (Dr.)."""
    copulas: str = ""
    """The verb between a thing and its number or its price (the code "is" 4521)."""

    # --- titles
    openers: str
    """What a person says before the thing to do; left out of titles."""
    declined: str = ""
    """Openers that say that it need not be done: they stay in the title."""
    event_openers: str
    """The same before an event; in a task they are the thing to do."""
    indicators: str
    """Words that announce a kind of message when a colon, a dash or the end of the line follows."""
    vocatives: str
    """Forms of address: left out where a comma or an opener follows."""
    greetings: str
    """Sentences that only greet; left out of titles."""
    politeness: str
    """Left out at both ends of a title."""
    leftovers: str
    """Connectors that may be left at an end of the title when dates are out."""
    high: str
    """Says that a task is urgent."""
    low: str
    """Says that it is not; it leaves the title too."""

    # --- people, places and channels
    with_: str
    """What leads to those who come."""
    nouns_capitalised: bool = False
    """Common nouns have a capital letter, so that it tells no name."""
    articles: str
    articles_in_names: bool = False
    """A capital letter makes an article part of the name behind it ("en La Térmica")."""
    name_joiners: str = ""
    """Small words within a name (Canal "de" Isabel II); names keep them whatever the message is written in."""
    person_titles: str
    """Before the name of a person (Dr., doña)."""
    groups: str
    """Words that begin the name of a group or a firm: not a person."""
    given_names: str
    place_leads: str
    """What leads to a place."""
    place_stops: str
    """Words at which a place that is being read ends."""
    not_places: str
    """After a lead these are no place ("in" English)."""
    venues: str
    """Words that make a capitalised name after the time a place, without a preposition."""
    platforms: Mapping[str, str]
    """zoom, meet, teams, whatsapp, phone."""
    channels_alone: str = "zoom|google meet|gmeet|whatsapp|microsoft teams|ms teams"
    """Platforms that say where without a lead."""
    channel_leads: str
    """What leads to a platform ("on" Zoom)."""
    labels: Mapping[str, str]
    """when, where, who, what."""

    # --- bills
    services: Mapping[str, str]
    """What is paid for, by category."""
    establishments: Mapping[str, str]
    """Words that begin or end the name of a payee, by category."""
    belongs: str = ""
    """Between a service and its kind, or whose it is (seguro "de" la casa)."""
    for_whom: str = ""
    """Between a service and the one for whom it is paid (tuition "for" Sofi)."""
    kinds: str
    """Words that say which kind of a service it is."""
    bill_words: str
    """Words of any bill, which never name its vendor."""
    plans: str = ""
    """Bill words that are a part of the service that they begin (plano de saúde)."""
    pay: str
    """Verbs of paying."""
    owe: str
    """Verbs of owing and of sums that are due."""
    due: str
    """What leads to the day when a bill is due."""
    deadlines: str = ""
    """Of the words for being due, those that are said of anything (by, before)."""
    issued: str = ""
    """Said of when a bill was written or closed, which is not when it is due."""
    payee_leads: str
    """What leads to whoever is paid."""
    totals: str
    """What announces a sum of several amounts."""
    shared: str
    """Words that make a date hold for all the bills of a message."""
    minimums: str = ""
    """What announces the least that may be paid, beside what is owed."""
    asides: str = ""
    """Remarks about taxes and discounts that are no bill (plus VAT)."""
    taxes: str = ""
    """Taxes that are part of a price (VAT)."""
    tax_leads: str = ""
    """What says of a tax that it is in a price or not (plus, incl.)."""
    instalments: str = ""
    """After one of these 1/3 counts and is no date."""
    out_of: str = ""
    """Between an instalment's number and how many there are (payment 3 "of" 6)."""
    rises: str = ""
    """Said of an amount that was another one before (went up from 10 to 12)."""
    overdue: str = ""
    """Said of a bill that was due on a day that lies behind (was due on the 5th)."""
    documents: str = ""
    """Papers that name a bill where nothing else does (Invoice 1023)."""
    settled: str = ""
    """Said of money that was paid already, or comes in: nothing is left to pay."""
    settled_exactly: str = ""
    """The same, where only the accents tell the past."""
    prices: str = ""
    """Said of prices, wages and savings: a sum that nobody has to pay."""
    accounts: str
    """What announces the number of an account or a reference."""
    ending_in: str = ""
    """What announces the last digits of a card or an account (ending in 4471)."""
    counted: str
    """Units after a number that make it no amount."""
    numbered: str
    """Nouns before a number that make it no amount."""
    currencies: Mapping[str, str]
    """Words for money, by ISO code; `$` is the region's own."""
    thousands: str
    """Slang for a thousand of the region's money."""
    nobody: str
    """Words that are never part of a payee's name."""
