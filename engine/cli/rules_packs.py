"""The starter packs: rules for a home, a freelancer, a shop or a family."""

from __future__ import annotations

import click
from rich.text import Text

from engine import packs, rules_by_hand
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.cli.rules_kept import CONNECTION, number
from engine.cli.rules_plan import DAYS, effects, refuse_conflicts, show
from engine.rules_shown import both_sides
from rules.writing import brief

_PACK = click.argument("name", metavar="PACK")


@click.group(name="packs", invoke_without_command=True)
@AS_JSON
@click.pass_context
def packs_command(ctx: click.Context, *, as_json: bool) -> None:
    """List the starter packs; with a command, look at one or add its rules to those of a number.

    \b
    Examples:
      toque rules packs                         home, freelancer, shop, family
      toque rules packs show home               the rules, as a file
      toque rules packs apply home              asks first, and says what would change
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is not None:
        return
    if as_json:
        rules = {name: [brief(rule) for rule in packs.book(name).rules] for name in packs.names()}
        screen.as_lines([{"name": name, "title": packs.title(name), "rules": rules[name]} for name in rules])
        return
    rows: list[list[str | Text]] = [
        [Text(name, "bold"), packs.title(name), " ".join(rule.emojis[0] for rule in packs.book(name).rules)]
        for name in packs.names()
    ]
    screen.table(["PACK", "WHAT FOR", "REACTIONS"], rows)


@packs_command.command(name="show")
@_PACK
def show_pack(*, name: str) -> None:
    """Show a pack as a rule file, to be changed and applied as your own.

    \b
    Example:
      toque rules packs show home > rules.yaml
    """  # noqa: D301 - as above
    click.echo(packs.text(name), nl=False)


@packs_command.command(name="apply")
@_PACK
@CONNECTION
@DAYS
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--conflicts-too", is_flag=True, help="Apply although rules make the same item twice.")
def apply_pack(*, name: str, connection: str | None, days: int, yes: bool, dry_run: bool, conflicts_too: bool) -> None:
    """Add the rules of a pack to those of a number, managed by hand; asks first. Nothing is removed.

    \b
    Examples:
      toque rules packs apply home
      toque rules packs apply shop --connection tienda --yes
    """  # noqa: D301 - as above
    wanted = packs.book(name).rules
    with place.writing() as (db, record):
        one = number(db, connection)
        what, version = rules_by_hand.planned(db, one.id, wanted, origin="ui")
        show(what, effects(db, one.id, what, days), days)
        for id_ in sorted({rule.id for rule in wanted} - {rule.id for rule in what.wanted}):
            click.echo(f"{id_} is left as it is: a file manages it.", err=True)
        if dry_run or not what.steps:
            return
        refuse_conflicts(what, let=conflicts_too)
        if not yes:
            click.confirm(f"Add this to {one.title} ({one.id})?", abort=True, err=True)
        with db.transaction():
            rules_by_hand.apply(db, one.id, what, version, f"the pack {name}", origin="ui", by=place.who().name)
            record("rules.apply", f"connection:{one.id}", *both_sides(what), connection=one.id)
    screen.good(f"{screen.count(len(what.steps), 'change')} applied: they hold from the next reaction on")
