"""The commands that look after accounts: ls, add, invite, role, disable, enable, password."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import click
from rich.text import Text

from engine import accounts, passwords
from engine.access import ROLES, SEES_ALL, Role
from engine.accounts import Account
from engine.audit import Audit
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.config import Settings
from engine.vault import open_vault

_ROLE = click.Choice(ROLES)
_CONNECTION = click.option(
    "--connection", "connections", multiple=True, metavar="CONNECTION",
    help="A number that it sees (id, name or instance); say it again for more. Owners and admins see all.",
)  # fmt: skip


@click.group(name="users", invoke_without_command=True)
@AS_JSON
@click.pass_context
def users_command(ctx: click.Context, *, as_json: bool) -> None:
    """List the accounts; with a command, make, change or disable one.

    \b
    Examples:
      toque users                                     who has an account
      toque users invite --role owner                 a link that makes the first account
      toque users add maria --role operator --connection 1
      toque users disable maria                       she is out at once, everywhere
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(as_json=as_json)


@users_command.command(name="ls")
@AS_JSON
def ls(*, as_json: bool) -> None:
    """List the accounts.

    \b
    Example:
      toque users ls --json
    """  # noqa: D301 - as above
    _list(as_json=as_json)


def _list(*, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        there = accounts.listed(db)
    if as_json:
        screen.as_lines([_record(one) for one in there])
    elif there:
        screen.table(["ID", "NAME", "ROLE", "SEES", "SEEN", "KEYS", "STATE"], map(_row, there))
    else:
        click.echo("Nobody has an account yet: only this machine itself gets in. Type: toque users invite --role owner")


def _row(one: Account) -> list[str | Text]:
    state = Text("✗ disabled", "red") if one.disabled_at else Text("● active", "green")
    return [str(one.id), Text(one.name, "bold"), one.role, _sees(one), screen.ago(one.seen_at), str(one.keys), state]


def _sees(one: Account) -> str:
    if one.role in SEES_ALL:
        return "all numbers"
    return ", ".join(map(str, one.connections)) or "no number yet"


def _record(one: Account) -> dict[str, Any]:
    return screen.record(one) | {"connections": None if one.role in SEES_ALL else one.connections, "state": one.state}


def _told(one: Account, says: str, *, as_json: bool) -> None:
    if as_json:
        screen.as_lines(_record(one))
    else:
        screen.good(says)
        if one.role not in SEES_ALL and not one.connections:
            give = f"toque users role {one.name} {one.role} --connection 1"
            click.echo(f"It sees no number yet. Give it one: {give}", err=True)


@users_command.command(name="add")
@click.argument("name")
@click.option("--role", type=_ROLE, required=True, help="What it may: docs/accounts.md has the table.")
@_CONNECTION
@AS_JSON
def add(*, name: str, role: Role, connections: Sequence[str], as_json: bool) -> None:
    """Make an account; its password is asked for, or read from the first line of standard input.

    \b
    Examples:
      toque users add maria --role operator --connection 1
      pass toque/maria | toque users add maria --role viewer --connection casa
    """  # noqa: D301 - \b keeps click from filling the lines
    read = place.settings()
    accounts.named(name)
    with place.database(read) as db:
        seen = _numbers(db, connections, role)
        if accounts.listed(db, accounts.named(name)):
            raise accounts.NameTaken(f"There is an account {name} already.")
        kept = _new_password()
        made = accounts.add(db, _audit(read), place.who(), name=name, role=role, password=kept, connections=seen or ())
    _told(made, f"{made.name} has an account: {made.role}, sees {_sees(made)}", as_json=as_json)


@users_command.command(name="invite")
@click.option("--role", type=_ROLE, required=True, help="What the account may: docs/accounts.md has the table.")
@_CONNECTION
@click.option("--days", type=click.IntRange(1, 90), default=7, show_default=True, help="How long the link works.")
@click.option("--url", help="Where they reach this Toque, e.g. https://toque.example.org; else as the settings say.")
@AS_JSON
def invite(*, role: Role, connections: Sequence[str], days: int, url: str | None, as_json: bool) -> None:
    """Print a link that makes one account, once: whoever opens it chooses a name and a password.

    \b
    Examples:
      toque users invite --role owner                 the first account
      toque users invite --role viewer --connection 1 --url https://toque.example.org
    """  # noqa: D301 - as above
    read = place.settings()
    with place.database(read) as db:
        seen = _numbers(db, connections, role)
        secret = accounts.invite(db, _audit(read), place.who(), role, seen or (), valid=timedelta(days=days))
    link = f"{(url or read.public_url or here(read)).rstrip('/')}/setup/{secret}"
    if as_json:
        screen.as_lines({"url": link, "role": role, "connections": seen, "days": days})
        return
    click.echo(link)
    click.echo(
        f"It makes one account ({role}), once, within {screen.count(days, 'day')}. Whoever has it may.", err=True
    )


def here(read: Settings) -> str:
    """Return where this machine itself reaches the pages."""
    return f"http://127.0.0.1:{read.port or 8080}"


@users_command.command(name="role")
@click.argument("name")
@click.argument("role", type=_ROLE)
@_CONNECTION
@AS_JSON
def role_(*, name: str, role: Role, connections: Sequence[str], as_json: bool) -> None:
    """Give an account another role, and other numbers to see where they are said.

    \b
    Examples:
      toque users role maria admin
      toque users role maria operator --connection 1 --connection 2
    """  # noqa: D301 - as above
    read = place.settings()
    with place.database(read) as db:
        seen = _numbers(db, connections, role) if connections else None
        one = accounts.one(db, name)
        now = accounts.set_role(db, _audit(read), place.who(), one, role=role, connections=seen)
    _told(now, f"{now.name} is {now.role} now, sees {_sees(now)}", as_json=as_json)


@users_command.command(name="disable")
@click.argument("name")
@AS_JSON
def disable(*, name: str, as_json: bool) -> None:
    """Lock an account: its sessions and streams end at once, its keys stop working. Nothing of it is deleted.

    \b
    Example:
      toque users disable maria
    """  # noqa: D301 - as above
    _switch(name, enabled=False, as_json=as_json)


@users_command.command(name="enable")
@click.argument("name")
@AS_JSON
def enable(*, name: str, as_json: bool) -> None:
    """Let a disabled account in again.

    \b
    Example:
      toque users enable maria
    """  # noqa: D301 - as above
    _switch(name, enabled=True, as_json=as_json)


def _switch(name: str, *, enabled: bool, as_json: bool) -> None:
    read = place.settings()
    with place.database(read) as db:
        changed = accounts.switch(db, _audit(read), place.who(), accounts.one(db, name), enabled=enabled)
        now = accounts.one(db, name)
    word = "may come in" if enabled else "is out: its sessions have ended, its keys have stopped"
    if as_json:
        screen.as_lines(_record(now))
    else:
        screen.good(f"{now.name} {word}" if changed else f"{now.name} is {now.state} already")


@users_command.command(name="password")
@click.argument("name")
@AS_JSON
def password(*, name: str, as_json: bool) -> None:
    """Give an account another password, asked for or read from standard input; its sessions end.

    \b
    Example:
      toque users password maria
    """  # noqa: D301 - as above
    read = place.settings()
    with place.database(read) as db:
        one = accounts.one(db, name)
        accounts.set_password(db, _audit(read), place.who(), one, _new_password())
        now = accounts.one(db, name)
    _told(now, f"{one.name} has another password, and has to log in anew", as_json=as_json)


def _new_password() -> str:
    """Return what is kept of a password that is typed twice, or piped in."""
    if sys.stdin.isatty():
        hint = f"Password ({passwords.SHORTEST} characters at least; it is not shown)"
        typed: str = click.prompt(hint, hide_input=True, confirmation_prompt="The same again", err=True)
    else:
        typed = sys.stdin.readline().rstrip("\r\n")
    return passwords.hashed(typed)


def _numbers(db: place.Db, said: Sequence[str], role: Role) -> list[int] | None:
    """Return the ids of the connections that were typed; None for a role that sees all."""
    if role in SEES_ALL:
        if said:
            raise click.UsageError(f"An {role} sees every number: leave --connection out.")
        return None
    return [place.named(db, one).id for one in said]


def _audit(read: Settings) -> Audit:
    return Audit.of(open_vault(read))
