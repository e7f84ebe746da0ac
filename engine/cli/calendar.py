"""The commands that look after calendars to subscribe to: ls, create, revoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Literal

import click
from rich.text import Text

from engine import accounts, ics, keys
from engine.access import ALONE, of_account
from engine.audit import Audit
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.keys import Kept
from engine.vault import open_vault

_COLOURS = {"active": ("● active", "green"), "expired": ("◌ expired", "yellow")}
_KEY = re.compile(r"tq_[a-z0-9]{8}")


@click.group(name="calendar", invoke_without_command=True)
@AS_JSON
@click.pass_context
def calendar_command(ctx: click.Context, *, as_json: bool) -> None:
    """List the calendars that were handed out; with a command, make or revoke one.

    A calendar is an address that Google Calendar, Apple Calendar and others subscribe to. Whoever has the address sees
    what is in it, so it is shown once, and works until it is revoked.

    \b
    Examples:
      toque calendar                                       which there are, and when each was last asked for
      toque calendar create "Ana's phone" --with bills
      toque calendar revoke tq_k3v9x2ab
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(as_json=as_json)


@calendar_command.command(name="ls")
@AS_JSON
def ls(*, as_json: bool) -> None:
    """List the calendars: never their addresses, which nobody knows any more.

    \b
    Example:
      toque calendar ls --json
    """  # noqa: D301 - as above
    _list(as_json=as_json)


def _list(*, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        there = [one for one in keys.listed(db) if one.scopes == [ALONE]]
    if as_json:
        screen.as_lines([_record(one) for one in there])
    elif there:
        screen.table(["KEY", "NAME", "SEES", "LAST ASKED FOR", "EXPIRES", "STATE"], map(_row, there))
    else:
        click.echo('Nobody has a calendar yet. Type: toque calendar create "my phone"')


def _row(one: Kept) -> list[str | Text]:
    word, colour = _COLOURS.get(one.state, (f"✗ {one.state}", "red"))
    return [
        Text(f"tq_{one.id}_…", "bold"),
        screen.over(screen.plain(one.name), f"of {one.account}" if one.account else "of the command line"),
        keys.sees(one),
        screen.ago(one.last_used_at),
        f"{one.expires_at:%Y-%m-%d}" if one.expires_at else "never",
        Text(word, colour),
    ]


def _record(one: Kept) -> dict[str, Any]:
    return screen.record(one) | {"prefix": f"tq_{one.id}"}


@calendar_command.command(name="create")
@click.argument("name")
@click.option(
    "--with", "more", type=click.Choice(list(ics.MORE)), multiple=True,
    help="What is due besides events; say it again for both.",
)  # fmt: skip
@click.option(
    "--connection", "connections", multiple=True, metavar="CONNECTION", help="Only this number; say it again."
)
@click.option("--days", type=click.IntRange(1, 3650), help="When it stops; else never.")
@click.option("--user", help="Whose it is: it never sees more than that account, and stops with it.")
@AS_JSON
def create(
    *, name: str, more: Sequence[Literal["tasks", "bills"]], connections: Sequence[str], days: int | None,
    user: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Make a calendar and print its address, once: only a digest of it is kept. NAME is what calendars call it.

    \b
    Examples:
      toque calendar create "Ana's phone"
      toque calendar create "Shop" --connection shop --with tasks --with bills --user ana --days 365
    """  # noqa: D301 - as above
    if not name.strip():
        raise click.UsageError("Say what the calendar is to be called.")
    read = place.settings()
    with place.database(read) as db:
        seen = [place.named(db, one).id for one in connections] if connections else None
        one = accounts.one(db, user) if user else None
        key, made = keys.create(
            db, Audit.of(open_vault(read)), place.who(), name, [ALONE], connections=seen,
            owner=of_account(one.id, one.name, one.role, one.connections) if one else None,
            valid=timedelta(days=days) if days else None,
        )  # fmt: skip
    here = (read.public_url or f"http://127.0.0.1:{read.port}").rstrip("/")
    url = ics.address(here, key.text, more)
    if as_json:
        screen.as_lines(_record(made) | {"url": url})
        return
    click.echo(url)
    told = f"It shows {keys.sees(made)}. Whoever has this address sees it, and it is shown only now."
    if not read.public_url:
        told += "\nThis address works on this machine only: set TOQUE_PUBLIC_URL to where others reach Toque."
    click.echo(told, err=True)


@calendar_command.command(name="revoke")
@click.argument("calendar")
@AS_JSON
def revoke(*, calendar: str, as_json: bool) -> None:
    """Stop a calendar at once. CALENDAR is the beginning of its key, as the list shows it, or its whole address.

    \b
    Example:
      toque calendar revoke tq_k3v9x2ab
    """  # noqa: D301 - as above
    read = place.settings()
    found = _KEY.search(calendar)
    with place.database(read) as db:
        key = found[0] if found else calendar
        if not any(one.scopes == [ALONE] for one in keys.listed(db, id_=key.removeprefix("tq_"))):
            raise keys.NoSuchKey(f"There is no calendar {screen.plain(key)}. Type: toque calendar ls")
        changed = keys.revoke(db, Audit.of(open_vault(read)), place.who(), key)
    if as_json:
        screen.as_lines({"revoked": changed})
    else:
        screen.good("it works no longer; what was copied of it goes away where calendars ask again" if changed
                    else "it was revoked before")  # fmt: skip
