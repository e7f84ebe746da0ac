"""The commands that look after people: list, merge, split, set."""

from __future__ import annotations

from collections.abc import Mapping

import click
from rich.text import Text

from engine import connections, directory
from engine.cli import place, screen
from engine.cli.words import LANGUAGE, REGION, ZONE
from engine.directory import Person
from engine.locale import Preferences

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
CONNECTION = click.option("--connection", help="Of this connection only (id, name or instance).")
FIND = click.option("--find", "part", default="", help="Only those whose name or address has this in it.")


@click.group(name="people", invoke_without_command=True)
@CONNECTION
@FIND
@AS_JSON
@click.pass_context
def people_command(ctx: click.Context, *, connection: str | None, part: str, as_json: bool) -> None:
    """List who was heard; with a command, say who is who and where they are at home.

    A person is named by any of their addresses (a phone number as you write it), or by a name that only one has.

    \b
    Examples:
      toque people                              you first, then everybody, phone numbers in full
      toque people --find lupe
      toque people set +525512345678 --name Lupe --zone America/Tijuana
      toque people merge +525512345678 83512345678901@lid
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(connection, part, as_json=as_json)


@people_command.command(name="ls")
@CONNECTION
@FIND
@AS_JSON
def ls(*, connection: str | None, part: str, as_json: bool) -> None:
    """List who was heard, you first; phone numbers in full.

    \b
    Example:
      toque people ls --json
    """  # noqa: D301 - as above
    _list(connection, part, as_json=as_json)


def _list(connection: str | None, part: str, *, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        there = directory.all_people(db, number(db, connection))
        homes = {one.id: Preferences(one.zone, one.region, one.language) for one in connections.overview(db)}
    there = [one for one in there if has(part, one.title, one.addresses)]
    several = len({one.connection_id for one in there}) > 1
    if as_json:
        screen.as_lines([screen.record(one) | {"effective": _effective(one, homes)} for one in there])
    elif there:
        heads = ["NAME", "ADDRESSES", "ZONE", "LANGUAGE", "COUNTRY", "HEARD"]
        screen.table(["CONNECTION"] * several + heads, (_row(one, homes, several=several) for one in there))
    else:
        click.echo("Nobody." if part else "Nobody was heard yet. Is a number connected? toque connections")


def _effective(one: Person, homes: Mapping[int, Preferences]) -> dict[str, str]:
    """Return where somebody is taken to be at home: what was set, else what their number or the connection tells."""
    found = directory.home_of(one, homes.get(one.connection_id, Preferences()))
    return {"zone": found.zone, "language": found.language, "region": found.region}


def _row(one: Person, homes: Mapping[int, Preferences], *, several: bool) -> list[str | Text]:
    name = Text(screen.plain(one.name), "bold") if one.name else Text(screen.plain(one.calls_themselves) or "–", "dim")
    if one.is_owner:
        name.append(" (you)" if one.title else "", "dim")
    shown = sorted({screen.address(address) for address in one.addresses}, key=lambda a: (a == "you", "@" in a, a))
    # What was not set is dim, and in brackets for whoever sees no dimness: a number or the connection tells it.
    taken = _effective(one, homes)
    home = (getattr(one, name) or Text(f"({taken[name]})", "dim") for name in ("zone", "language", "region"))
    return [
        *[str(one.connection_id)] * several,
        Text("you", "bold") if one.is_owner and not one.title else name,
        "\n".join(address for address in shown if address != "you") or "–",
        *home,
        screen.ago(one.heard_at),
    ]  # fmt: skip


@people_command.command(name="merge")
@click.argument("one")
@click.argument("other")
@click.option("--yes", is_flag=True, help="Do not ask.")
@CONNECTION
def merge(*, one: str, other: str, yes: bool, connection: str | None) -> None:
    """Say that two addresses are one person; where both reacted to a message, one item remains.

    Asks first where one of the two is you (whoever is you commands Toque), and where both have a name.

    \b
    Example:
      toque people merge +525512345678 83512345678901@lid
    """  # noqa: D301 - as above
    with place.writing() as (db, record):
        there = directory.all_people(db, number(db, connection))
        both = [directory.find(there, said, kind="people") for said in (one, other)]
        if both[0][0].connection_id != both[1][0].connection_id:
            raise click.ClickException("These two are of different connections, which know nothing of each other.")
        if both[0][0].addresses == both[1][0].addresses:
            click.echo("They are one person already.")
            return
        if any(person.is_owner for person, _ in both) and not yes:
            other_one = next((each for each in both if not each[0].is_owner), both[0])
            click.confirm(f"Is {_called(*other_one)} you? Their reactions would be yours", abort=True, err=True)
        elif all(person.title for person, _ in both) and not yes:
            names = f"{_called(*both[0])} and {_called(*both[1])}"
            click.confirm(f"Are {names} the same person? Only one of the names stays", abort=True, err=True)
        with db.transaction():
            again = directory.merge(db, *both)
            before, of = [person.addresses for person, _ in both], both[0][0].connection_id
            record("person.merge", "people", before, sorted({*before[0], *before[1]}), connection=of)
    screen.good(f"{_called(*both[0])} and {_called(*both[1])} are one person now{_again(again)}")


@people_command.command(name="split")
@click.argument("addresses", nargs=-1, required=True)
@CONNECTION
def split(*, addresses: tuple[str, ...], connection: str | None) -> None:
    """Say that an address is somebody else's than its person's others; it is never put back by evidence.

    Several addresses together are one somebody else: a phone number and the hidden one of the same person.

    \b
    Examples:
      toque people split 83512345678901@lid
      toque people split 83512345678901@lid +525512345678
    """  # noqa: D301 - as above
    with place.writing() as (db, record):
        there = directory.all_people(db, number(db, connection))
        both = [directory.find(there, each, kind="people") for each in addresses]
        one, found = both[0]
        apart = list(dict.fromkeys(address for _, address in both))
        if any(each != one for each, _ in both):
            raise click.ClickException("These are of several people already. Type: toque people")
        left = [each for each in one.addresses if each not in apart]
        if not left:
            click.echo(f"{_called(one, found)} has no other address.")
            return
        with db.transaction():
            again = directory.split(db, one, apart)
            record("person.split", "people", one.addresses, [left, apart], connection=one.connection_id)
        now, _ = directory.find(directory.all_people(db, one.connection_id), found, kind="people")
    stays = ", ".join(sorted(map(screen.address, left)))
    hint = None if now.title else f"no name is known of it: toque people set {found} --name …"
    screen.good(f"{_called(now, found)} is a person of its own now{_again(again)}; {stays} stays", hint)


@people_command.command(name="set")
@click.argument("address")
@click.option("--name", help="What to call them; an empty one forgets it.")
@click.option("--zone", type=ZONE, help="Time zone in which their words are read.")
@click.option("--language", type=LANGUAGE, help="Language of the answers to them.")
@click.option("--region", type=REGION, help="Country (ISO 3166): currency, order of day and month.")
@click.option("--forget", is_flag=True, help="First forget zone, language and country that were set.")
@CONNECTION
def set_(
    *, address: str, name: str | None, zone: str | None, language: str | None, region: str | None, forget: bool,
    connection: str | None,
) -> None:  # fmt: skip
    """Set where a person is at home; it wins over what the phone number tells, from the next reaction on.

    \b
    Examples:
      toque people set +525512345678 --zone America/Tijuana --language en
      toque people set me --language pt
    """  # noqa: D301 - as above
    if name is None and not (zone or language or region or forget):
        raise click.UsageError("Say what to set: --name, --zone, --language, --region or --forget.")
    with place.writing() as (db, record), db.transaction():
        there = directory.all_people(db, number(db, connection))
        one, found = directory.find(there, address, kind="people")
        directory.set_person(db, one, name=name, zone=zone, language=language, region=region, forget=forget)
        now, _ = directory.find(directory.all_people(db, one.connection_id), found, kind="people")
        set_ = [{k: getattr(p, k) for k in ("name", "zone", "language", "region")} for p in (one, now)]
        record("person.set", f"person:{now.id}", *set_, connection=one.connection_id)
    home = ", ".join(filter(None, (now.zone, now.language, now.region))) or "nothing set: the phone number tells"
    screen.good(f"{_called(now, found)}: {home}; from the next reaction on")


def number(db: place.Db, connection: str | None) -> int | None:
    """Return the id of the connection that was typed, None where none was."""
    return place.named(db, connection).id if connection else None


def has(part: str, title: str | None, addresses: tuple[str, ...]) -> bool:
    """Tell whether a name or an address has this in it, in raw form or as it is shown."""
    wanted = part.casefold()
    return any(wanted in name.casefold() for name in (title or "", *addresses, *map(screen.address, addresses)))


def _called(one: Person, address: str) -> str:
    shown = screen.address(address)
    return f"{screen.plain(one.title)} ({shown})" if one.title else shown


def _again(reactions: int) -> str:
    return f"; {screen.count(reactions, 'reaction')} to the same messages settled again" if reactions else ""
