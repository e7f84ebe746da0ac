"""The rules that a number has: ls, show, export, enable, disable."""

from __future__ import annotations

import click
from rich.text import Text

from engine import connections, rules_by_hand
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.connections import Overview
from engine.rules_by_hand import Kept
from engine.rules_shown import as_record, state
from rules.conflicts import MAKES
from rules.writing import as_written

CONNECTION = click.option("--connection", help="Of this number (id, name or instance), where there are several.")
RULE_ID = click.argument("rule_id", metavar="ID")


def number(db: place.Db, said: str | None) -> Overview:
    """Return the number that was named, or the only one."""
    if said:
        return place.named(db, said)
    there = connections.overview(db)
    if len(there) == 1:
        return there[0]
    if not there:
        raise click.ClickException("There is no number yet, and rules belong to one. Type: toque connect --help")
    ids = ", ".join(f"{one.id} ({one.title})" for one in there[:10])
    raise click.ClickException(f"There are several numbers: say which with --connection. There are: {ids}")


@click.command(name="ls")
@CONNECTION
@AS_JSON
def ls(*, connection: str | None, as_json: bool) -> None:
    """List the rules of a number, in the order in which they are asked.

    \b
    Example:
      toque rules ls --json
    """  # noqa: D301 - \b keeps click from filling the lines
    show_all(connection, as_json=as_json)


def show_all(connection: str | None, *, as_json: bool) -> None:
    """Print the rules of a number."""
    with place.database(place.settings()) as db:
        there = rules_by_hand.kept(db, number(db, connection).id)
    if as_json:
        screen.as_lines([as_record(one) for one in there])
    elif there:
        heads = ["ID", "REACTION", "MAKES", "WHERE", "BY", "ORDER", "STATE", "VERSION", "MANAGED BY"]
        screen.table(heads, map(_row, there))
    else:
        click.echo("There is no rule. Write some, and type: toque rules apply rules.yaml")


def _row(one: Kept) -> list[str | Text]:
    rule = one.rule
    by = rule.by if isinstance(rule.by, str) else ", ".join(map(screen.address, rule.by))
    return [
        Text(rule.id, "bold"),
        " ".join(rule.emojis) or ("messages" if rule.message else "–"),
        ", ".join(MAKES.get(step.action, step.action) for step in rule.steps) or "–",
        ", ".join(map(screen.plain, rule.chats)) or "everywhere",
        by,
        f"{rule.order}{', stops' if rule.stop else ''}{', fallback' if rule.fallback else ''}",
        state(rule),
        f"v{rule.version}",
        "a file" if one.origin == "file" else "hand",
    ]


@click.command(name="show")
@RULE_ID
@CONNECTION
@AS_JSON
def show(*, rule_id: str, connection: str | None, as_json: bool) -> None:
    """Show a rule as it would stand in a file.

    \b
    Example:
      toque rules show bill
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        one = rules_by_hand.one(db, number(db, connection).id, rule_id)
    if as_json:
        screen.as_lines(as_record(one))
        return
    by = "a file" if one.origin == "file" else "hand"
    click.echo(f"# v{one.rule.version}, {state(one.rule)}, managed by {by}, changed {screen.ago(one.updated_at)}")
    click.echo(screen.lines(one.yaml), nl=False)


@click.command(name="export")
@CONNECTION
@click.option("--all", "everything", is_flag=True, help="Those that are managed by a file too.")
def export(*, connection: str | None, everything: bool) -> None:
    """Write the rules that are managed by hand as a file: with `apply`, it manages them from then on.

    \b
    Examples:
      toque rules export > rules.yaml
      toque rules export --all --connection casa
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        there = rules_by_hand.kept(db, number(db, connection).id)
    wanted = [(one.rule, one.written) for one in there if everything or one.origin == "ui"]
    click.echo(as_written(wanted), nl=False)


@click.command(name="enable")
@RULE_ID
@CONNECTION
def enable(*, rule_id: str, connection: str | None) -> None:
    """Switch a rule on, from the next reaction on.

    \b
    Example:
      toque rules enable bill
    """  # noqa: D301 - as above
    _switch(rule_id, connection, on=True)


@click.command(name="disable")
@RULE_ID
@CONNECTION
def disable(*, rule_id: str, connection: str | None) -> None:
    """Switch a rule off, from the next reaction on; what it made stays.

    \b
    Example:
      toque rules disable bill
    """  # noqa: D301 - as above
    _switch(rule_id, connection, on=False)


def _switch(rule_id: str, connection: str | None, *, on: bool) -> None:
    with place.writing() as (db, record), db.transaction():
        of = number(db, connection).id
        was, changed = rules_by_hand.switch(db, of, rule_id, on=on, by=place.who().name)
        if changed:
            now = rules_by_hand.one(db, of, rule_id)
            what = "rule.enable" if on else "rule.disable"
            record(what, f"rule:{rule_id}", as_record(was), as_record(now), connection=of)
    said = "on" if on else "off"
    screen.good(f"{rule_id} is {said}" if changed else f"{rule_id} was {said} already")
    if changed and was.origin == "file":
        click.echo(file_says_otherwise(f"{rule_id} is {said}"), err=True)


def file_says_otherwise(what: str) -> str:
    """Return the warning that the next `apply` undoes what was done."""
    return f"A file manages this rule: write there that {what}, or the next toque rules apply undoes it."
