"""What a language has to know before Toque can answer in it; one file of such data a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Counted = tuple[str, str]
"""The words for one thing, and for several of them (with `{n}`)."""


@dataclass(frozen=True, slots=True)
class DayPatterns:
    """How a day is written, as CLDR patterns; the month is always a word, so that nobody swaps it with the day."""

    long: str
    long_year: str
    short: str
    short_year: str


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a task, an event, a bill or a note is called, and what is said of it after each change."""

    a: str
    finished: Counted
    """As in "it was already …", "they were already …"."""
    created: Counted
    reopened: Counted
    updated: Counted
    converted: Counted
    cancelled: Counted
    kept: Counted
    flagged: Counted
    done: Counted


@dataclass(frozen=True, slots=True)
class RepeatWords:
    """A repetition in words: each frequency as (every one, every `{n}`)."""

    daily: Counted
    weekly: Counted
    monthly: Counted
    yearly: Counted
    on_weekdays: str
    """Monday to Friday."""
    on_weekends: str
    every: str
    """`{days}`: names from `every_names`."""
    every_names: tuple[str, str, str, str, str, str, str]
    every_other: str
    """`{days}`: names from `on_names`, of every second week."""
    weeks_on: str
    """`{every}`: the words for every `{n}` weeks; `{days}`: names from `on_names`."""
    on_names: tuple[str, str, str, str, str, str, str]
    month_days: Counted
    """`{days}`: days of the month, as numbers."""
    last_day: str
    months_on: str
    """`{every}`: the words for every `{n}` months; `{on}`: one of the two above, without "of every month"."""
    on_month_days: Counted
    on_last_day: str
    nth: Mapping[int, Counted]
    """The first to the fifth, and from the end (-1, -2): before a day's name that is masculine, and feminine."""
    month_nth: str
    """`{on}`: which weekdays of every month, each as `nth` and its name."""
    on_nth: str
    """The same as a part of `months_on`."""
    months_each: str
    """`{on}`: days of the month and its last one, of every month."""
    times: Counted
    until: str
    unknown: str
    month_day: str = "{n}"
    odd_month_days: Mapping[int, str] = field(default_factory=dict)
    """The days of the month that are not written as `month_day` says."""
    feminine_days: frozenset[int] = frozenset()
    """Weekdays (0 is Monday) whose names are feminine."""


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """What went wrong, with the message as `{quote}` and without one, and what is missing from it."""

    quoted: str
    plain: str
    missing: str = ""
    with_amount: str = ""
    """Said instead of what is missing where an amount was read: then nothing may be missing at all."""
    example_helps: bool = True


@dataclass(frozen=True, slots=True)
class HelpWords:
    """The answer to somebody who asks what they can do here."""

    intro: str
    line: Counted
    """`{emojis}`: the reaction, or several; `{a}`: what they make, as `KindWords.a`."""
    try_this: str
    """`{example}`: a text; `{emoji}`: the reaction to it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word that Toque says in one language."""

    language: str
    days: DayPatterns
    on: str
    today: str
    tomorrow: str
    past: str
    sent_on: str
    reminder: str
    all_day: str
    hour_in: str
    due_bill: str
    due_task: str
    no_amount: str
    no_date: str
    no_title: str
    card: str
    """`{header}`: what happened; `{title}`: the item."""
    total: str
    account: str
    high: str
    low: str
    by_phone: str
    assigned: str
    """`{name}`: who is to do it."""
    and_: str
    and_more: str
    quote: str
    kinds: Mapping[str, KindWords]
    categories: Mapping[str, str]
    repeats: RepeatWords
    was: str
    kept_finished: Counted
    kept_open: str
    kept_late: Counted
    """The reaction was taken back when the time for undoing was over."""
    flagged_reaction: Counted
    flagged_message: Counted
    flagged_open: str
    help: HelpWords
    undo: str
    redo: str
    troubles: Mapping[str, TroubleWords]
    """By the code of the trouble; `other` stands for a code nobody has words for."""
    understood: str
    missing: str
    try_this: str
    try_this_reaction: str
    regional_days: Mapping[str, DayPatterns] = field(default_factory=dict)
    """Countries that write a day in another order."""
    clocks_of_24_hours: frozenset[str] = frozenset()
    """Countries that write 20:30 although CLDR has them say 8:30 p.m."""
    default_locale: str = ""
    """The CLDR locale for a country where the language is not at home; the language's own when empty."""
    and_before: tuple[str, str] | None = None
    """A regular expression for the words before which "and" sounds different, and how it sounds."""
    first_of_month: tuple[str, str] | None = None
    """How the first day of a month comes out of the pattern, and how it is written."""
