"""Which dead letters are meant, and how they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, TypeVar

import click

from engine import directory, letters
from engine.cli import place, screen
from engine.gateways.setup import Finding
from engine.letters import Filter, Left, Letter

P = ParamSpec("P")
R = TypeVar("R")

WHAT = {"settle": "a reaction", "deliver": "an answer", "ask": "a question to the gateway", "upkeep": "the upkeep"}
_ERRANDS = {
    "webhook": "a webhook call", "notify": "a notification", "send_message": "a message", "react": "a reaction of ours",
}  # fmt: skip
LATE_SECONDS = 30.0
"""Whatever waits for longer than this waits for too long."""
_AGE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*(s|min|h|d)")
_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}


class Age(click.ParamType[float]):
    """A length of time, as seconds."""

    name = "age"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the seconds that were typed as `90s`, `5min`, `12h` or `7d`."""
        if isinstance(value, int | float):
            return float(value)
        said = _AGE.fullmatch(value.strip())
        if said is None:
            raise click.BadParameter(f"{value} is no length of time; one looks like 90s, 5min, 12h or 7d", ctx, param)
        return float(said[1]) * _SECONDS[said[2]]


def filters(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the options that say which letters are meant."""
    for option in (
        click.option("--older", type=Age(), help="Only what failed longer ago than this: 90s, 5min, 12h or 7d."),
        click.option("--error", metavar="WORDS", help="Only with these words in the reason."),
        click.option("--rule", metavar="ID", help="Only reactions that this rule acted on."),
        click.option("--chat", metavar="CHAT", help="Only of this chat: an address or its name."),
        click.option("--connection", metavar="CONNECTION", help="Only of this connection."),
    ):
        command = option(command)
    return command


def which_of(
    db: place.Db, *, connection: str | None, chat: str | None, rule: str | None, error: str | None,
    older: float | None, discarded: bool = False,
) -> Filter:  # fmt: skip
    """Return the filter that the options say."""
    number = place.named(db, connection).id if connection else None
    chats = None
    if chat:
        found, address = directory.find(directory.all_chats(db, number), chat, kind="chats")
        number, chats = found.connection_id, (address, *found.addresses)
    return Filter(
        connections=[number] if number else None, chats=chats, rule=rule, error=error, older=older, discarded=discarded
    )


def chosen_by(
    db: place.Db, ids: tuple[int, ...], which: dict[str, Any], *, everything: bool, discarded: bool = False,
    explained: bool = False,
) -> list[Letter]:  # fmt: skip
    """Return the letters that were typed, or those that the filters let through; `discarded`: of those given up.

    Only who shows them asks for them `explained`: the explanations of thousands of reactions are a lot.
    """
    if bool(ids) == everything or (ids and any(value is not None for value in which.values())):
        verb = "restore" if discarded else "retry"
        raise click.UsageError(f"Say which: ids, e.g. toque queue {verb} 17, or --all, with filters if need be.")
    meant = Filter(ids=ids, discarded=discarded) if ids else which_of(db, discarded=discarded, **which)
    found = letters.find(db, meant, explained=explained)
    missing = sorted(set(ids) - {one.id for one in found})
    if missing:
        what, ls = ("Nothing that was given up", "ls --discarded") if discarded else ("No dead letter", "ls")
        raise click.ClickException(f"{what} has the id {', '.join(map(str, missing))}. Type: toque queue {ls}")
    return found


def show(found: Sequence[Letter], *, as_json: bool, discarded: bool = False, left: Left | None = None) -> None:
    """Print letters, or that there are none, and what waits for longer than it should."""
    if as_json:
        screen.as_lines([screen.record(one) | {"rules": one.rules} for one in found])
    elif found:
        screen.table(["ID", "CONNECTION", "WHAT", "REASON", "ATTEMPTS", "FAILED"], map(_row, found))
        if not discarded:
            click.echo("\nTry them again: toque queue retry --all")
    elif discarded:
        click.echo("Nothing was given up.")
    else:
        click.echo("No dead letters.")
    if left and not as_json:
        _waiting(left)


def _waiting(left: Left) -> None:
    """Say what is to be done still, aloud where nobody seems to do it."""
    if left.due_since is None or screen.seconds_since(left.due_since) < LATE_SECONDS:
        open_ = left.due + left.held
        click.echo(f"{screen.count(open_, 'item')} in work." if open_ else "Everything that came was worked off.")
        return
    since = screen.ago(left.due_since).removesuffix(" ago")
    says = f"{screen.count(left.due, 'item')} waiting, the oldest for {since}"
    held = f"; {left.held} in hand" if left.held else ", and no worker has anything in hand"
    screen.finding(Finding("fault", says + held, "does a worker run? toque up, or toque work"))


def _what(one: Letter) -> str:
    """Return what was to be done."""
    if "before" in one.event_data:
        return "a reminder"
    return _ERRANDS.get(one.event_data.get("action", ""), WHAT.get(one.event_type, one.event_type))


def _row(one: Letter) -> list[Any]:
    emoji = f" {screen.plain(one.emoji)}" if one.emoji else ""
    where = f"in {screen.address(one.chat)}" if one.chat else ""
    return [
        str(one.id),
        str(one.connection_id),
        screen.over(_what(one) + emoji, where),
        screen.over(screen.plain(one.last_error), _story(one)),
        str(one.attempts),
        screen.ago(one.finished_at),
    ]


def _story(one: Letter) -> str:
    """Return in a line what is known beside the reason."""
    if one.discarded_because:
        return f"given up: {screen.plain(one.discarded_because)}"
    if one.outcome is None:
        return "never settled: nothing was made of it" if one.event_type == "settle" else ""
    rules = f" by {', '.join(map(screen.plain, one.rules))}" if one.rules else ""
    return f"before that: {screen.plain(one.outcome).replace('_', ' ')}{rules}"
