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
    all_day: str

    # --- numbers
    numbers: Mapping[str, int]
    ones: str
    """Words for one that are articles too: they count only before a unit."""
    ordinals: Mapping[str, int]
    ordinal_suffixes: str
    scales: Mapping[str, int]
    number_joiners: str

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
    to: str
    between: str
    of: str
    within: str
    """What makes a length of time a distance from now."""
    from_now: str
    """The same, after it."""
    lasting: str
    lasting_after: str
    about: str
    this: str
    next: str
    last: str
    every: str
    every_other: str
    plural_leads: str
    """What makes a weekday after it a weekly one ("los" lunes)."""
    hour_marks: str
    hour_words: str
    """The same, where they count hours unless an "at" stands before."""
    meridiem: Mapping[str, str]
    """am, pm."""
    past: Mapping[str, int]
    """Minutes said after the hour."""
    past_before: Mapping[str, int]
    """Minutes said before the hour."""
    part_leads: str
    and_: str
    and_half: str
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
    coming: str = ""
    """Like `next`, where an English "next Friday" is not the coming one."""
    upcoming: str = ""
    """What makes of a length of time after it the day on which it is over (the "upcoming" two weeks)."""
    whole: str = ""
    """What makes of a unit a length (all "week")."""
    ago: str = ""
    ago_leads: str = ""
    """What makes a length of time after it one that has passed (hace "dos días")."""
    days_after: str = ""
    """Between a length of time and the day from which it is counted (two days "after" Easter)."""
    days_before: str = ""
    minutes_past: str = ""
    """Between minutes and the hour to which they are added."""
    minutes_to: str = ""
    rest_of: str = ""
    start_of: str = ""
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
    cents: str = "cent|cents|centimes|centime|pence|penny"
    """Names of the hundredth of the money."""
    tenths: str = ""
    """Names of the tenth of the money."""
    short_scales: Mapping[str, int] = field(default_factory=dict)
    """Scales that are abbreviated, after digits only ("1,5 mi")."""
    fractions: Mapping[Decimal, str] = field(default_factory=dict)
    """Parts of a scale, before it (half a million)."""
    money_joiners: str = "de|of"
    """What may stand between a number and the money's name ("dos millones de pesos")."""
    doubtful_money: str = "pound|pounds|real|sol|libra|libras|livre|livres|pfund"
    """Names of money that are words for other things: one of them ("a pound") is no money."""
    zones: str = "utc|gmt|cet|cest|bst|pdt|edt|cst|mst|brt"
    """Names of time zones, which are read over."""
    zone_leads: str = ""

    # --- titles
    openers: str
    """What a person says before the thing to do; left out of titles."""
    event_openers: str
    """The same before an event; in a task they are the thing to do."""
    indicators: str
    """Words that announce a kind of message when a colon, a dash or the end of the line follows."""
    vocatives: str
    """Forms of address: left out where a comma or an opener follows."""
    greetings: str
    politeness: str
    leftovers: str
    """Connectors that may be left at an end of the title when dates are out."""
    high: str
    low: str

    # --- people, places and channels
    with_: str
    nouns_capitalised: bool = False
    """Common nouns have a capital letter, so that it tells no name."""
    articles: str
    articles_in_names: bool = False
    """A capital letter makes an article part of the name behind it ("en La Térmica")."""
    person_titles: str
    groups: str
    """Words that begin the name of a group or a firm: not a person."""
    given_names: str
    place_leads: str
    place_stops: str
    """Words at which a place that is being read ends."""
    not_places: str
    venues: str
    """Words that make a capitalised name after the time a place, without a preposition."""
    platforms: Mapping[str, str]
    """zoom, meet, teams, whatsapp, phone."""
    channel_leads: str
    labels: Mapping[str, str]
    """when, where, who, what."""

    # --- bills
    services: Mapping[str, str]
    """What is paid for, by category."""
    establishments: Mapping[str, str]
    """Words that begin or end the name of a payee, by category."""
    kinds: str
    """Words that say which kind of a service it is."""
    bill_words: str
    pay: str
    owe: str
    due: str
    payee_leads: str
    totals: str
    shared: str
    """Words that make a date hold for all the bills of a message."""
    minimums: str = ""
    """What announces the least that may be paid, beside what is owed."""
    asides: str = ""
    """Remarks about taxes and discounts that are no bill (plus VAT)."""
    instalments: str = ""
    """After one of these 1/3 counts and is no date."""
    documents: str = ""
    """Papers that name a bill where nothing else does (Invoice 1023)."""
    settled: str = ""
    """Said of money that was paid already, or comes in: nothing is left to pay."""
    settled_exactly: str = ""
    """The same, where only the accents tell the past."""
    prices: str = ""
    """Said of prices, wages and savings: a sum that nobody has to pay."""
    accounts: str
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
