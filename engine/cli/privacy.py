"""The commands about what is kept of a person: show, forget."""

from __future__ import annotations

from dataclasses import asdict

import click
from rich.text import Text

from engine import directory, privacy
from engine.cli import place, screen
from engine.cli.people import AS_JSON, CONNECTION, number
from engine.directory import Person
from engine.privacy import Kept

_NAMES = {
    "messages": "messages they wrote", "texts": "of these with their words", "edits": "edits and deletions",
    "reactions": "reactions", "items": "items they made", "items_of_others": "items that others made of their messages",
    "explanations": "explanations", "groups": "groups they belong to",
}  # fmt: skip


@click.group(name="privacy")
def privacy_command() -> None:
    """Show what is kept of a person, or forget them.

    A person is named by any of their addresses (a phone number as you write it), or by a name that only one has.

    \b
    Examples:
      toque privacy show +525512345678          how much there is
      toque privacy show Lupe --json            all of it, to hand over
      toque privacy forget +525512345678
    """  # noqa: D301 - \b keeps click from filling the lines


@privacy_command.command(name="show")
@click.argument("person")
@CONNECTION
@AS_JSON
def show(*, person: str, connection: str | None, as_json: bool) -> None:
    """Say how much is kept of a person; with --json all of it: messages, reactions, items, explanations.

    \b
    Example:
      toque privacy show Lupe --json > lupe.json
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        one, _ = directory.find(directory.all_people(db, number(db, connection)), person, kind="people")
        if as_json:
            screen.as_lines(privacy.export(db, one))
            return
        _table(one, privacy.kept(db, one))


@privacy_command.command(name="forget")
@click.argument("person")
@click.option("--items-too", is_flag=True, help="Also the items that others made of what they wrote.")
@click.option("--dry-run", is_flag=True, help="Only say how much there is.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@CONNECTION
def forget(*, person: str, items_too: bool, dry_run: bool, yes: bool, connection: str | None) -> None:
    """Forget a person: what they wrote, their reactions with the items of these, their addresses and settings.

    What comes late does not bring them back; what they do from now on is as of somebody new. Items that others made of
    what they wrote stay, unless you say --items-too. It cannot be undone.

    \b
    Examples:
      toque privacy forget +525512345678 --dry-run
      toque privacy forget Lupe --items-too
    """  # noqa: D301 - as above
    with place.writing() as (db, record):
        one, said = directory.find(directory.all_people(db, number(db, connection)), person, kind="people")
        there = privacy.kept(db, one)
        _table(one, there)
        if dry_run:
            return
        called = one.title or screen.address(said)
        if not yes and click.prompt(f"This cannot be undone. To forget them, type {called}", err=True) != called:
            raise click.ClickException("That is not what it says above. Nobody was forgotten.")
        barred = privacy.bar(db, one)
        with db.transaction():
            done = privacy.forget(db, barred, items_too=items_too)
            before = {name: n for name, n in asdict(done).items() if name != "rules"}
            subject = "people" if one.id is None else f"person:{one.id}"
            record("person.forget", subject, before, {"items_too": items_too}, connection=one.connection_id)
    screen.good("Forgotten; what comes late does not bring them back", _left(there))


def _table(one: Person, there: Kept) -> None:
    counts = asdict(there)
    rows = [[name, str(counts[key])] for key, name in _NAMES.items()]
    addresses = ", ".join(sorted({screen.address(address) for address in one.addresses}))
    screen.table([screen.plain(one.title) or "–", addresses], [[Text(name, "dim"), n] for name, n in rows])
    if there.rules:
        click.echo(f"Rules that name them, which are yours to change: {', '.join(there.rules)}", err=True)


def _left(there: Kept) -> str | None:
    if not there.rules:
        return None
    return f"these rules name them still: toque rules show {there.rules[0]}"
