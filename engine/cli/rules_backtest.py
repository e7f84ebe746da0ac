"""Try rules on what is stored: which items they would have made, and how that differs from what there is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click
from rich.text import Text

from engine import backtest, clock, rulebook, rules_by_hand
from engine.backtest import SENT, Difference, Tried
from engine.backtest_report import Report, as_record, lacks, sums
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.cli.progress import progress
from engine.cli.rules_kept import CONNECTION, number
from engine.cli.rules_plan import sound
from engine.deadline import limit
from rules.book import Book

_COLOURS = {"new": "green", "changed": "yellow", "gone": "red", "same": "dim"}


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
        screen.as_lines(as_record(report, book, rule))
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
    rows = sums(report, book, rule)
    told = [len(heads) + n for n in range(len(SENT)) if any(row[len(heads) + n] for row in rows)]
    named = [*heads, *map(str.upper, SENT.values())]
    screen.table(
        [*heads, *(named[n] for n in told)], [[str(row[n]) for n in (*range(len(heads)), *told)] for row in rows]
    )
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
