"""The commands that look after chats: list, set."""

from __future__ import annotations

import click
from rich.text import Text

from engine import directory
from engine.cli import place, screen
from engine.cli.people import AS_JSON, CONNECTION, FIND, has, number
from engine.cli.words import LANGUAGE, ZONE
from engine.directory import Chat


@click.group(name="chats", invoke_without_command=True)
@CONNECTION
@FIND
@AS_JSON
@click.pass_context
def chats_command(ctx: click.Context, *, connection: str | None, part: str, as_json: bool) -> None:
    """List the chats that were heard; with a command, set name, zone and language of one.

    \b
    Examples:
      toque chats                               the newest first
      toque chats set 120363041234567890@g.us --name Familia --zone America/Bogota
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(connection, part, as_json=as_json)


@chats_command.command(name="ls")
@CONNECTION
@FIND
@AS_JSON
def ls(*, connection: str | None, part: str, as_json: bool) -> None:
    """List the chats that were heard or that something is set for, the newest first.

    \b
    Example:
      toque chats ls --find familia
    """  # noqa: D301 - as above
    _list(connection, part, as_json=as_json)


def _list(connection: str | None, part: str, *, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        there = directory.all_chats(db, number(db, connection))
    there = [one for one in there if has(part, one.title, one.addresses)]
    several = len({one.connection_id for one in there}) > 1
    if as_json:
        screen.as_lines([screen.record(one) for one in there])
    elif there:
        heads = ["NAME", "ADDRESSES", "ZONE", "LANGUAGE", "MESSAGES", "HEARD"]
        screen.table(["CONNECTION"] * several + heads, (_row(one, several=several) for one in there))
    else:
        click.echo("No such chat." if part else "No chat was heard yet. Is a number connected? toque connections")


def _row(one: Chat, *, several: bool) -> list[str | Text]:
    unset = Text("–", "dim")
    name = Text(screen.plain(one.name), "bold") if one.name else Text(screen.plain(one.with_whom) or "–", "dim")
    return [
        *[str(one.connection_id)] * several,
        name, "\n".join(dict.fromkeys(map(screen.address, one.addresses))),
        one.zone or unset, one.language or unset, str(one.messages), screen.ago(one.heard_at),
    ]  # fmt: skip


@chats_command.command(name="set")
@click.argument("address")
@click.option("--name", help="What the chat is called; rules can name it by this.")
@click.option("--zone", type=ZONE, help="Time zone in which words in this chat are read, whoever reacts.")
@click.option("--language", type=LANGUAGE, help="Language of answers, where the person has none set.")
@click.option("--forget", is_flag=True, help="First forget everything that was set.")
@CONNECTION
def set_(
    *, address: str, name: str | None, zone: str | None, language: str | None, forget: bool, connection: str | None
) -> None:
    """Set name, zone or language of a chat; it holds from the next reaction on.

    The chat is named by its address, a direct one by the person's phone number, or by a name that only one has.

    \b
    Examples:
      toque chats set 120363041234567890@g.us --name Familia --zone America/Bogota
      toque chats set +525587654321 --language en
    """  # noqa: D301 - as above
    if not (name or zone or language or forget):
        raise click.UsageError("Say what to set: --name, --zone, --language or --forget.")
    with place.writing() as (db, record), db.transaction():
        there = directory.all_chats(db, number(db, connection))
        one, found = directory.find(there, address, kind="chats")
        directory.set_chat(db, one.connection_id, found, name=name, zone=zone, language=language, forget=forget)
        after = directory.all_chats(db, one.connection_id)
        now = next((chat for chat in after if found in chat.addresses), None)
        kept = [{k: getattr(c, k) for k in ("addresses", "name", "zone", "language")} for c in (one, now) if c]
        record("chat.set", "chats", kept[0], kept[-1] if now else None, connection=one.connection_id)
    home = ", ".join(filter(None, (now.zone, now.language))) if now else ""
    title = screen.plain(now.title if now else None) or screen.address(found)
    screen.good(f"{title}: {home or 'nothing set: the people tell'}; from the next reaction on")
