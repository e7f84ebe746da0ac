"""Lists of items: the newest or what is due next first, cut where they are long, with what bills come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ParamSpec, TypeVar

import click
from rich.text import Text

from engine import clock, listed, shown
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.listed import Which
from sql import query

P = ParamSpec("P")
R = TypeVar("R")
MARKS = {"task": "✅", "event": "📅", "bill": "💳", "note": "📝"}
_MOST = 10_000


def listing(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the options of a list."""
    for option in (
        AS_JSON,
        click.option("--all", "everything", is_flag=True, help="However many there are."),
        click.option("-n", "n", type=click.IntRange(1, _MOST), default=50, show_default=True, help="At most so many."),
        click.option("--due", is_flag=True, help="What is due next first, with the sums of bills; overdue is marked."),
        click.option("--kind", type=click.Choice(list(MARKS)), help="Of this kind only."),
    ):
        command = option(command)
    return command


def print_list(status: str, *, kind: str | None, due: bool, n: int, everything: bool, as_json: bool) -> None:
    """Print the items that the options ask for."""
    if status == "paid":
        if kind not in {None, "bill"}:
            raise click.UsageError(f"Only bills are paid; for a {kind} say: --status done")
        status, kind = "done", "bill"
    wanted: dict[str, Any] = {"status": None if status == "all" else status, "kind": kind}
    with place.database(place.settings()) as db:
        (there,) = db.execute(query("items.count"), wanted).fetchone() or (0,)
        n = max(there, 1) if everything else n
        if due:
            found = [shown.item(row) for row, _ in listed.due(db, Which(**wanted), n)]
        else:
            found = [shown.item(row) for row in listed.newest(db, Which(**wanted), n)]
    if as_json:
        screen.as_lines(found)
    elif found:
        _table(found, there, due=due)
    else:
        click.echo(
            "Nothing." if kind or status != "open" else "Nothing is open. React to a message with ✅, 📅, 💳 or 📝."
        )


def _table(found: Sequence[Mapping[str, Any]], there: int, *, due: bool) -> None:
    """Print items, the sums of bills where they stand by day, and how many more there are."""
    screen.table(["ID", "WHAT", "TITLE", "WHEN", "AMOUNT", "STATUS"], map(_row, found))
    if due and (sums := _sums(found)):
        click.echo(f"\nBills: {' + '.join(f'{sums[currency]:,.2f} {currency}' for currency in sorted(sums))}")
    if len(found) < there:
        click.echo(f"\n{len(found)} of {there}. More: --all, or -n {min(there, _MOST)}")


def _sums(found: Sequence[Mapping[str, Any]]) -> dict[str, Decimal]:
    """Return what the open bills of a list come to, by currency."""
    sums: dict[str, Decimal] = {}
    for item in found:
        if item["status"] == "open" and (amount := item["fields"].get("amount")):
            currency = item["fields"]["currency"]
            sums[currency] = sums.get(currency, Decimal(0)) + Decimal(amount)
    return sums


def _row(item: Mapping[str, Any]) -> list[str | Text]:
    flags = "".join(f", {flag.replace('_', ' ')}" for flag in item["flags"])
    moment = item["fields"].get("due") or item["fields"].get("start")
    at = Text(" ".join(filter(None, (when(moment), "🔁" if item["repeats"] else ""))))
    if _is_overdue(item, moment):
        at.append(" overdue", "bold red")
    return [
        str(item["id"]),
        f"{MARKS[item['kind']]} {item['kind']}",
        Text(screen.plain(item["title"]), "bold"),
        at,
        amount(item["fields"]),
        f"{item['status']}{flags}",
    ]


def _is_overdue(item: Mapping[str, Any], moment: str | None) -> bool:
    """Tell whether the day of an open task or bill, or the hour that it has, lies behind."""
    if item["status"] != "open" or item["kind"] not in {"task", "bill"} or not moment:
        return False
    if "T" in moment:
        return datetime.fromisoformat(moment) < clock.now()
    # A day is over where this machine stands; whose day it is, a bill does not say.
    return date.fromisoformat(moment) < clock.now().astimezone().date()


def when(moment: str | None) -> str:
    """Write a day, or a local time to the minute, for people: `Mon 2026-11-23 20:00`."""
    if not moment:
        return ""
    if "T" not in moment:
        return f"{date.fromisoformat(moment):%a %Y-%m-%d}"
    return f"{datetime.fromisoformat(moment):%a %Y-%m-%d %H:%M}"


def amount(fields: Mapping[str, Any]) -> str:
    """Write an amount with its currency; nothing where there is none."""
    return f"{fields['amount']} {fields['currency']}" if fields.get("amount") else ""
