"""How results look in a terminal; what came from a chat is shown as text, whatever it is made of."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click
import phonenumbers
from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine import clock
from engine.gateways.setup import Finding
from rules.address import phone
from sql.parameters import as_json

_MARKS = {"good": ("✓", "green"), "warning": ("!", "yellow"), "fault": ("✗", "red")}
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WIDE = 160
_UNITS = ((60, 1, "s"), (3600, 60, "min"), (86400, 3600, "h"), (14 * 86400, 86400, "d"))


def console(*, err: bool = False) -> Console:
    """Return where to print: in a pipe wide enough that nothing is broken."""
    screen = Console(highlight=False, stderr=err)
    return screen if screen.is_terminal else Console(highlight=False, stderr=err, width=_WIDE)


def plain(text: str | None) -> str:
    """Return text that cannot move the cursor, colour the terminal or turn the line round."""
    return "".join("�" if c in _TURNING or unicodedata.category(c) in {"Cc", "Cs"} else c for c in text or "")


def lines(text: str) -> str:
    """Return text of several lines, each of them `plain`."""
    return "\n".join(map(plain, text.split("\n")))


def table(heads: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> None:
    """Print a table."""
    grid = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for head in heads:
        grid.add_column(head, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    console().print(grid)


def over(first: str | Text, second: str) -> Text:
    """Return a cell of two lines, the lower one dim."""
    return Text.assemble(first, "\n", (second, "dim"))


def finding(found: Finding) -> None:
    """Print one thing that was looked at, and under it what to do."""
    mark, colour = _MARKS[found.level]
    line = Text.assemble((f"{mark} ", f"bold {colour}"), plain(found.says))
    if found.fix:
        line.append(f"\n  → {plain(found.fix)}", "dim" if found.level == "good" else "bold")
    console().print(line, soft_wrap=True)


def good(says: str, fix: str | None = None) -> None:
    """Print something that is well."""
    finding(Finding("good", says, fix))


def as_lines(values: object) -> None:
    """Print one JSON document for programs."""
    click.echo(json.dumps(json.loads(as_json(values)), ensure_ascii=False, indent=2))


def record(row: Any) -> dict[str, Any]:  # noqa: ANN401 - any of our dataclasses
    """Return a row as JSON shows it."""
    return asdict(row)


def count(n: int, what: str) -> str:
    """Return so many of something."""
    return f"{n} {what}{'s' * (n != 1)}"


def seconds_since(moment: datetime) -> float:
    """Return how many seconds ago something was."""
    return max(0.0, (clock.now() - moment).total_seconds())


def ago(moment: datetime | None) -> str:
    """Return how long ago something was, or its day where that is weeks."""
    if moment is None:
        return "never"
    seconds = seconds_since(moment)
    for limit, unit, name in _UNITS:
        if seconds < limit:
            return f"{int(seconds // unit)} {name} ago"
    return f"on {moment.astimezone(UTC):%Y-%m-%d}"


def local(moment: datetime, zone: str) -> str:
    """Return an instant as a clock in that zone shows it."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def address(known: str) -> str:
    """Return an address as people write it: a phone number in full, anything else as it is."""
    digits = phone(known) if known.endswith("@s.whatsapp.net") else None
    if digits is None:
        return plain("you" if known == "me" else known)
    try:
        number = phonenumbers.parse(f"+{digits}")
    except phonenumbers.NumberParseException:
        return f"+{digits}"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
