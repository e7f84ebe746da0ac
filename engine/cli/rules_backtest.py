"""Try rules on what is stored: which items they would have made, and how that differs from what there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from engine import backtest, clock, explain, rulebook, rules_by_hand
from engine.backtest import Counts, Difference, History, Messages, Tried
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.cli.progress import progress
from engine.cli.rules_kept import CONNECTION, number
from engine.cli.rules_plan import sound
from engine.deadline import limit
from rules.book import Book

_COLOURS = {"new": "green", "changed": "yellow", "gone": "red", "same": "dim"}


@dataclass(slots=True)
class Report:
    """What a back-test found."""

    since: datetime
    history: History
    counts: Counts = field(default_factory=Counts)
    found: list[tuple[Tried, Difference]] = field(default_factory=list)
    failed: int = 0
    """Reactions whose text did not give what the rule asks for."""
    ended: int = 0
    """Texts whose reading took too long."""

    def add(self, tried: Tried, rule: str | None) -> None:
        """Take in what became of one reaction."""
        decision = tried.decisions[0]
        if decision is None:
            self.ended += 1
            return
        self.counts.add(decision)
        self.failed += any(failure.rule_id == rule or rule is None for failure in decision.failures)
        self.found += [(tried, one) for one in tried.differences() if rule is None or one.rule_id == rule]


@click.command(name="backtest")
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="So many days back.")
@click.option("--rule", "asked", help="One rule by its id, or a rule file in place of the rules that files manage.")
@click.option(
    "-n", "n", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Show at most so many items."
)
@CONNECTION
@AS_JSON
def backtest_command(*, days: int, asked: str | None, n: int, connection: str | None, as_json: bool) -> None:
    """Say what the rules would have made of the last days' reactions and messages, beside what there is.

    Changes nothing.

    \b
    Examples:
      toque rules backtest --days 90
      toque rules backtest --rule bill
      toque rules backtest --rule rules.yaml --json
    """  # noqa: D301 - \b keeps click from filling the lines
    since = clock.now() - timedelta(days=days)
    settings = place.settings()
    with place.database(settings) as db:
        one = number(db, connection)
        book, rule = _book(db, one.id, asked)
        report = Report(since, backtest.history(db, one.id, [book], since))
        total = report.history.total
        with progress("tried", total) as at:
            guard = limit(settings.item_deadline_seconds)
            for done, tried in enumerate(backtest.run(db, one.id, [book], since, guard), 1):
                report.add(tried, rule)
                at(done, total)
    report.found.sort(key=lambda each: each[0].reaction.reacted_at, reverse=True)
    if as_json:
        screen.as_lines(_record(report, book, rule))
    else:
        _show(report, book, rule, n)


def _book(db: place.Db, connection_id: int, asked: str | None) -> tuple[Book, str | None]:
    """Return the rules to try, and the one to tell of where only one was asked for."""
    if asked and Path(asked).is_file():
        what, _ = rules_by_hand.planned(db, connection_id, sound([Path(asked)]), prune=False)
        return Book(0, what.rules), None
    if asked:
        rules_by_hand.one(db, connection_id, asked)
    return rulebook.read(db, connection_id), asked


def _show(report: Report, book: Book, rule: str | None, n: int) -> None:
    shown = report.found[:n]
    if shown:
        screen.table(["WHEN", "REACTION", "WHAT", "TITLE", "DUE", "AMOUNT", "RULE", ""], [_row(*one) for one in shown])
    if len(report.found) > n:
        click.echo(f"… and {len(report.found) - n} more: -n {len(report.found)} shows them, --json tells all.")
    if shown:
        click.echo()
    heads = ["RULE", "MATCHES", "ITEMS", "SAME", "NEW", "CHANGED", "GONE"]
    screen.table(heads, [list(map(str, row)) for row in _sums(report, book, rule)])
    for line in lacks(report):
        click.echo(f"! {line}")


def _row(tried: Tried, one: Difference) -> list[str | Text]:
    wanted, existing = one.wanted, one.existing
    data = wanted.data if wanted else None
    due = getattr(data, "due", None) or getattr(data, "start", None)
    amount = getattr(data, "amount", None)
    title = wanted.title if wanted else existing.title if existing else ""
    kind = wanted.kind if wanted else existing.kind if existing else ""
    return [
        f"{tried.reaction.reacted_at:%Y-%m-%d}",
        tried.reaction.emoji or "💬",
        kind,
        Text(screen.plain(title), "bold"),
        due.isoformat().replace("T", " ") if due else "",
        f"{amount:.2f} {getattr(data, 'currency', '')}" if amount is not None else "",
        one.rule_id,
        Text(one.how, _COLOURS[one.how]),
    ]


def _sums(report: Report, book: Book, rule: str | None) -> list[Sequence[str | int]]:
    """Return a line for each rule, and for each that is no more and made something."""
    ids = [one.id for one in book.rules] + sorted({one.rule_id for _, one in report.found})
    rows: list[Sequence[str | int]] = []
    for id_ in dict.fromkeys(ids):
        if rule in {None, id_}:
            hows = [one.how for _, one in report.found if one.rule_id == id_]
            told = (hows.count(how) for how in ("same", "new", "changed", "gone"))
            rows.append((id_, report.counts.fired[id_], report.counts.items[id_], *told))
    return rows


def lacks(report: Report) -> list[str]:
    """Say what the history lacks, a line each."""
    has = report.history
    told = [
        (has.dropped, "reaction", "to messages whose text was let go (retention)"),
        (has.never_seen, "reaction", "to messages that never came"),
        (has.without_text, "reaction", "to messages without text"),
        (has.taken_back, "reaction", "taken back since: with which emoji is not kept"),
        (report.ended, "text", "that took too long to read"),
    ]
    lines = [f"not in it: {screen.count(number, what)} {why}" for number, what, why in told if number]
    if has.messages:
        lines += _lacks_of_messages(has.messages, report.since)
    if has.heard_since is None:
        return ["No reaction was ever heard.", *lines]
    if has.heard_since > report.since:
        lines.append(f"nothing was heard before {has.heard_since:%Y-%m-%d}, when the first reaction came")
    if report.failed:
        lines.append(f"{screen.count(report.failed, 'text')} did not give what the rule asks for")
    return lines


def _lacks_of_messages(has: Messages, since: datetime) -> list[str]:
    lines = []
    if has.dropped:
        lines.append(f"not in it: {screen.count(has.dropped, 'message')} whose text was let go (retention)")
    if has.heard_since is None:
        lines.append("no message was ever heard")
    elif has.heard_since > since:
        lines.append(f"no message is stored from before {has.heard_since:%Y-%m-%d}")
    return lines


def _record(report: Report, book: Book, rule: str | None) -> dict[str, Any]:
    names = ("rule", "matches", "items", "same", "new", "changed", "gone")
    return {
        "since": report.since.isoformat(),
        "rules": [dict(zip(names, row, strict=True)) for row in _sums(report, book, rule)],
        "items": [
            {
                "message_id": tried.reaction.message_id, "emoji": tried.reaction.emoji,
                "reacted_at": tried.reaction.reacted_at.isoformat(), "difference": one.how, "rule": one.rule_id,
                "item": one.existing.id if one.existing else None,
                "draft": explain.draft_as_json(one.wanted) if one.wanted else None,
            }
            for tried, one in report.found
        ],
        "failed": report.failed,
        "ended": report.ended,
        "history": asdict(report.history),
        "lacks": lacks(report),
    }  # fmt: skip
