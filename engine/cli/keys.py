"""The commands that look after API keys: ls, create, revoke."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import click
from rich.text import Text

from engine import accounts, keys
from engine.access import SCOPES, Caller, of_account
from engine.audit import Audit
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.keys import Kept
from engine.vault import open_vault

_COLOURS = {"active": ("● active", "green"), "expired": ("◌ expired", "yellow")}
_FIND = click.option("--find", "part", help="Only those that begin with this (tq_ab12…), or have it in their name.")


class Scope(click.ParamType[str]):
    """A scope; the wrong one is answered with the nearest right one."""

    name = "scope"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the scope."""
        try:
            return keys.checked([value])[0]
        except keys.NoSuchScope as fault:
            raise click.BadParameter(str(fault), ctx=ctx, param=param) from fault

    def shell_complete(
        self, _ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Complete a scope."""
        item = click.shell_completion.CompletionItem
        return [item(name, help=may) for name, may in SCOPES.items() if name.startswith(incomplete)]


@click.group(name="keys", invoke_without_command=True)
@_FIND
@AS_JSON
@click.pass_context
def keys_command(ctx: click.Context, *, part: str | None, as_json: bool) -> None:
    """List the API keys; with a command, make or revoke one.

    \b
    Examples:
      toque keys                                      which there are, and when each was last used
      toque keys create "home assistant" --scope items:read --days 365
      toque keys revoke tq_k3v9x2ab
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(part, as_json=as_json)


@keys_command.command(name="ls")
@_FIND
@AS_JSON
def ls(*, part: str | None, as_json: bool) -> None:
    """List the API keys: never their secrets, which nobody knows any more.

    \b
    Examples:
      toque keys ls --find tq_k3
      toque keys ls --json
    """  # noqa: D301 - as above
    _list(part, as_json=as_json)


def _list(part: str | None, *, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        # Of a whole key, as it was found in some file, only the beginning is looked for.
        there = keys.listed(db, part=part[:11] if part and part.startswith("tq_") else part)
    if as_json:
        screen.as_lines([_record(one) for one in there])
    elif there:
        screen.table(["KEY", "NAME", "SCOPES", "SEES", "LAST USED", "EXPIRES", "STATE"], map(_row, there))
    else:
        click.echo("None." if part else "There is no key yet. Type: toque keys create --help")


def _row(one: Kept) -> list[str | Text]:
    word, colour = _COLOURS.get(one.state, (f"✗ {one.state}", "red"))
    return [
        Text(f"tq_{one.id}_…", "bold"),
        screen.over(screen.plain(one.name), f"of {one.account}" if one.account else "of the command line"),
        " ".join(one.scopes),
        keys.sees(one),
        screen.ago(one.last_used_at),
        f"{one.expires_at:%Y-%m-%d}" if one.expires_at else "never",
        Text(word, colour),
    ]


def _record(one: Kept) -> dict[str, Any]:
    return screen.record(one) | {"prefix": f"tq_{one.id}"}


@keys_command.command(name="create")
@click.argument("name")
@click.option(
    "--scope", "scopes", type=Scope(), multiple=True, required=True, help="What it may; say it again for more."
)
@click.option(
    "--connection", "connections", multiple=True, metavar="CONNECTION", help="Only this number; say it again."
)
@click.option("--days", type=click.IntRange(1, 3650), help="When it expires; else never.")
@click.option("--user", help="Whose it is: it never may or sees more than that account, and stops with it.")
@AS_JSON
def create(
    *, name: str, scopes: Sequence[str], connections: Sequence[str], days: int | None, user: str | None, as_json: bool
) -> None:
    """Make an API key and print it, once: only a digest is kept.

    \b
    Examples:
      toque keys create "home assistant" --scope items:read --scope items:write --connection casa
      toque keys create prometheus --scope metrics:read
      toque keys create backup --scope items:read --user maria --days 90
    """  # noqa: D301 - as above
    if not name.strip():
        raise click.UsageError("Say what the key is for.")
    read = place.settings()
    with place.database(read) as db:
        seen = [place.named(db, one).id for one in connections] if connections else None
        owner = _owner(db, user) if user else None
        key, made = keys.create(
            db, Audit.of(open_vault(read)), place.who(), name, scopes, owner=owner, connections=seen,
            valid=timedelta(days=days) if days else None,
        )  # fmt: skip
    if as_json:
        screen.as_lines(_record(made) | {"key": key.text})
        return
    click.echo(key.text)
    told = f"It may {', '.join(made.scopes)}, sees {keys.sees(made)}, and is shown only now."
    here = read.public_url or f"http://127.0.0.1:{read.port}"
    click.echo(f"{told} Send it so:\ncurl -H 'Authorization: Bearer {key.text}' {here.rstrip('/')}/api/me", err=True)


def _owner(db: place.Db, user: str) -> Caller:
    one = accounts.one(db, user)
    return of_account(one.id, one.name, one.role, one.connections)


@keys_command.command(name="revoke")
@click.argument("key")
@AS_JSON
def revoke(*, key: str, as_json: bool) -> None:
    """Stop a key at once, and the streams that it opened. KEY is its beginning, as the list shows it, or all of it.

    \b
    Example:
      toque keys revoke tq_k3v9x2ab
    """  # noqa: D301 - as above
    read = place.settings()
    with place.database(read) as db:
        changed = keys.revoke(db, Audit.of(open_vault(read)), place.who(), key)
    if as_json:
        screen.as_lines({"revoked": changed})
    else:
        screen.good("it works no longer" if changed else "it was revoked before")
