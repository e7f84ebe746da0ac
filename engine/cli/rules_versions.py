"""What a rule was before: history, diff, rollback."""

from __future__ import annotations

from typing import Any

import click
from rich.text import Text

from engine import rules_by_hand
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.cli.rules_kept import CONNECTION, RULE_ID, file_says_otherwise, number
from engine.rules_by_hand import Version
from engine.rules_shown import as_record, version_as_record
from engine.rules_shown import says as says_of
from rules.difference import differences


class VersionNumber(click.ParamType[int]):
    """A version of a rule, `v3` or `3`."""

    name = "version"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - click's signature
        """Return the number."""
        digits = str(value).removeprefix("v")
        if not digits.isascii() or not digits.isdigit() or len(digits) > 9:  # noqa: PLR2004 - what Postgres counts in
            raise click.BadParameter(f"{value} is no version; one looks like v3", ctx, param)
        return int(digits)


VERSION = VersionNumber()


@click.command(name="history")
@RULE_ID
@CONNECTION
@AS_JSON
def history(*, rule_id: str, connection: str | None, as_json: bool) -> None:
    """List the versions of a rule, the newest first: when, why, and what changed.

    \b
    Example:
      toque rules history bill
    """  # noqa: D301 - \b keeps click from filling the lines
    with place.database(place.settings()) as db:
        one = number(db, connection)
        there = rules_by_hand.history(db, one.id, rule_id)
    told = [(version, says_of(before, version)) for before, version in zip([None, *there], there, strict=False)]
    if as_json:
        screen.as_lines([version_as_record(*each) for each in told])
        return
    rows = [_row(version, says, one.zone) for version, says in reversed(told)]
    screen.table(["VERSION", "WHEN", "WHY", "WHAT CHANGED"], rows)


def _row(version: Version, says: tuple[str, ...], zone: str) -> list[str | Text]:
    when = screen.local(version.created_at, zone)
    return [f"v{version.version}", when, screen.plain(version.because) or "–", screen.lines("\n".join(says)) or "–"]


@click.command(name="diff")
@RULE_ID
@click.argument("old", metavar="[V1]", type=VERSION, required=False)
@click.argument("new", metavar="[V2]", type=VERSION, required=False)
@CONNECTION
@AS_JSON
def diff(*, rule_id: str, old: int | None, new: int | None, connection: str | None, as_json: bool) -> None:
    """Say what changed in a rule between two versions: the last two, one and the newest, or any two.

    \b
    Examples:
      toque rules diff bill
      toque rules diff bill v1 v3
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        id_ = number(db, connection).id
        there = [version.version for version in rules_by_hand.history(db, id_, rule_id)]
        new = new if new is not None else there[-1]
        old = old if old is not None else max((one for one in there if one < new), default=new)
        says = differences(*(rules_by_hand.version(db, id_, rule_id, one)[0] for one in (old, new)))
    if as_json:
        screen.as_lines({"id": rule_id, "from": old, "to": new, "changes": says})
        return
    click.echo(f"{rule_id} (v{old} → v{new})")
    for line in says or ("nothing changed",):
        click.echo(f"  {screen.plain(line)}")


@click.command(name="rollback")
@RULE_ID
@click.argument("to", metavar="VERSION", type=VERSION)
@CONNECTION
def rollback(*, rule_id: str, to: int, connection: str | None) -> None:
    """Let a rule be again what it was, as a new version; also one that was deleted.

    \b
    Example:
      toque rules rollback bill v3
    """  # noqa: D301 - as above
    with place.writing() as (db, record), db.transaction():
        of = number(db, connection).id
        was = next((one for one in rules_by_hand.kept(db, of) if one.rule.id == rule_id), None)
        origin, changed = rules_by_hand.roll_back(db, of, rule_id, to, by=place.who().name)
        if changed:
            now = rules_by_hand.one(db, of, rule_id)
            record("rule.rollback", f"rule:{rule_id}", as_record(was) if was else None, as_record(now), connection=of)
    screen.good(f"{rule_id} is as it was at v{to}" if changed else f"{rule_id} is as at v{to} already")
    if changed and origin == "file":
        click.echo(file_says_otherwise("it is so"), err=True)
