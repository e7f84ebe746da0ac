"""What may take long: back-tests of rules, plans that are tried on the past, and thousands of dead letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import psycopg

from engine import backtest, clock, letters, rulebook, rules_by_hand
from engine.audit import Audit
from engine.backtest import Counts
from engine.backtest_report import Report, as_record
from engine.config import Settings
from engine.deadline import limit
from engine.jobs import Db, Tell
from engine.letters import Handling
from engine.line import line_of
from engine.rules_shown import plan_as_record
from engine.vault import open_vault
from rules.book import Book

MOST_ITEMS = 1000
"""Items that the answer of a back-test names, the newest; its sums count all."""


def backtest_rules(db: Db, settings: Settings, asked: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """Say what rules would have made of the last days, beside what there is.

    Asked for are `connection`, `days`, `rules` (else those of the number), `beside` (whether they stand among the
    others), `rule` (only that one is told of) and `drafts` (whether to tell what would be read).
    """
    connection, rule, sent = asked["connection"], asked["rule"], asked["rules"]
    since = clock.now() - timedelta(days=asked["days"])
    book = rulebook.read(db, connection)
    if sent is not None and asked["beside"]:
        book = Book(0, rules_by_hand.beside(db, connection, sent))
    elif sent is not None:
        what, _ = rules_by_hand.planned(db, connection, sent, prune=False)
        book = Book(0, what.rules)
    report = Report(since, backtest.history(db, connection, [book], since))
    total, guard = report.history.total, limit(settings.item_deadline_seconds)
    for done, tried in enumerate(backtest.run(db, connection, [book], since, guard), 1):
        report.add(tried, rule)
        tell(done, total)
    report.found.sort(key=lambda each: each[0].reaction.reacted_at, reverse=True)
    more = len(report.found) - MOST_ITEMS
    told = as_record(report, book, rule)
    items = told["items"][:MOST_ITEMS]
    if not asked["drafts"]:
        items = [one | {"draft": None} for one in items]
    return told | {"items": items, "more_items": max(0, more)}


def plan_rules(db: Db, settings: Settings, asked: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """Say what applying a file would change, and what each change would have made of the last days.

    Asked for are `connection`, `days`, `rules` and `prune`.
    """
    connection, rules = asked["connection"], asked["rules"]
    what, _ = rules_by_hand.planned(db, connection, rules, prune=asked["prune"])
    before, after = Counts(), Counts()
    if what.steps:
        books = (rulebook.read(db, connection), Book(0, what.rules))
        _count(db, settings, asked, tell, books, (before, after))
    return plan_as_record(what, {step.id: (before, after) for step in what.steps})


def _count(  # noqa: PLR0917 - what was asked for
    db: Db, settings: Settings, asked: Mapping[str, Any], tell: Tell, books: Sequence[Book], counts: Sequence[Counts]
) -> None:
    since, guard = clock.now() - timedelta(days=asked["days"]), limit(settings.item_deadline_seconds)
    total = backtest.history(db, asked["connection"], books, since).total
    for n, tried in enumerate(backtest.run(db, asked["connection"], books, since, guard), 1):
        for each, decision in zip(counts, tried.decisions, strict=True):
            each.add(decision, tried.reaction)
        tell(n, total)


def handle_letters(_: Db, settings: Settings, asked: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """Try dead letters of a number again, give them up or bring them back: all of them, or none where it is ended.

    Asked for are `which` (a `letters.Filter`), `how` (a `letters.Handling`) and `caller`.
    """
    how: Handling = asked["how"]
    done: list[int] = []
    # A line of its own: how far it is can be seen at once, what is done only when all of it is.
    with psycopg.connect(str(settings.database_url), **line_of(settings)) as own:
        found = letters.find(own, asked["which"], explained=False)
        for part in letters.parts(found):
            done += how.carry_out(own, part)
            tell(len(done), len(found))
        ids = set(done)
        touched = [one for one in found if one.id in ids]
        audit = Audit.of(open_vault(settings))
        for of, entry in letters.noted(touched, how):
            audit.record(own, asked["caller"], f"queue.{how.action}", "queue", **entry, connection=of)
    return {"touched": len(found), "handled": len(done)}
