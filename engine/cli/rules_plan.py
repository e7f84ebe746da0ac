"""Apply rule files to a number: look at what would change, then change it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from engine import backtest, clock, connections, plugins, rulebook, rules_by_hand
from engine.backtest import Counts
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.cli.progress import progress
from engine.cli.rules_check import RULE_FILE, guard, outside, read
from engine.cli.rules_kept import CONNECTION, number
from engine.deadline import limit
from engine.rules_shown import both_sides, plan_as_record
from engine.trying import faults_by_trying
from rules.book import Book
from rules.check import across
from rules.faults import render
from rules.planning import Held, Plan, Step, plan
from rules.rule import Rule

PENDING = 2
"""Exit code of a plan that is not empty."""

_FILES = click.argument("files", metavar="FILE...", nargs=-1, required=True, type=RULE_FILE)
_PRUNE = click.option(
    "--prune", is_flag=True, help="Remove the rules that are managed by hand too, where no file has them."
)
DAYS = click.option(
    "--days", type=click.IntRange(0, 3660), default=30, show_default=True,
    help="Try each change on the reactions of so many days; 0 tries nothing.",
)  # fmt: skip
_MARKS = {"add": ("+", "green"), "change": ("~", "yellow"), "remove": ("-", "red")}
_MOST_LINES = 12


@click.command(name="plan")
@_FILES
@CONNECTION
@_PRUNE
@DAYS
@AS_JSON
def plan_command(*, files: Sequence[Path], connection: str | None, prune: bool, days: int, as_json: bool) -> None:
    """Say what `apply` would change: rules that are new, changed and gone, and which stand in each other's way.

    Exits 2 when anything is pending, 1 when a file has errors.

    \b
    Examples:
      toque rules plan rules.yaml
      toque rules plan rules.yaml --prune --json
    """  # noqa: D301 - \b keeps click from filling the lines
    wanted = sound(files)
    with place.database(place.settings()) as db:
        if connection is None and not connections.overview(db):
            click.echo("There is no number yet: this is the plan for a new one, which has the starter rules.", err=True)
            starter = [Held(rule, "ui") for rule in rulebook.starter().rules]
            what, counts = plan(wanted, starter, prune=prune), {}
        else:
            id_ = number(db, connection).id
            what, _ = rules_by_hand.planned(db, id_, wanted, prune=prune)
            _warn(db, id_, wanted)
            counts = effects(db, id_, what, days)
    if as_json:
        screen.as_lines(plan_as_record(what, counts))
    else:
        show(what, counts, days)
    if what.pending:
        raise click.exceptions.Exit(PENDING)


@click.command(name="apply")
@_FILES
@CONNECTION
@_PRUNE
@DAYS
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--conflicts-too", is_flag=True, help="Apply although rules make the same item twice.")
def apply(
    *, files: Sequence[Path], connection: str | None, prune: bool, days: int, yes: bool, dry_run: bool,
    conflicts_too: bool,
) -> None:  # fmt: skip
    """Let the rules of a number be those of the files, from its next reaction on; asks first.

    The files manage these rules from then on: one that leaves them is removed. Rules that are managed by hand stay,
    unless with --prune. All of it is applied, or nothing.

    \b
    Examples:
      toque rules apply rules.yaml
      toque rules apply rules.yaml --prune --yes
    """  # noqa: D301 - as above
    wanted = sound(files)
    with place.writing() as (db, record):
        one = number(db, connection)
        what, version = rules_by_hand.planned(db, one.id, wanted, prune=prune)
        _warn(db, one.id, wanted)
        show(what, effects(db, one.id, what, days), days)
        if dry_run or not what.steps:
            return
        refuse_conflicts(what, let=conflicts_too)
        if not yes:
            click.confirm(f"Apply this to {one.title} ({one.id})?", abort=True, err=True)
        because = f"applied {', '.join(file.name for file in files)}"
        with db.transaction():
            rules_by_hand.apply(db, one.id, what, version, because, by=place.who().name)
            record("rules.apply", f"connection:{one.id}", *both_sides(what), connection=one.id)
    screen.good(f"{screen.count(len(what.steps), 'change')} applied: they hold from the next reaction or message on")


def refuse_conflicts(what: Plan, *, let: bool) -> None:
    """End where rules would make the same item twice, unless somebody lets them."""
    if what.blocked and not let:
        raise click.ClickException(
            "Nothing was applied: some rules would make the same item twice. Mend that, or type --conflicts-too."
        )


def sound(files: Sequence[Path]) -> list[Rule]:
    """Return the rules of files in which nothing is wrong; say the faults, and end where there is an error."""
    plugins.load_parsers()
    looked = [read(file) for file in files]
    # Rules that are in each other's way are part of the plan.
    whole = [fault for fault in across(looked) if fault.path.endswith("/id")]
    faults = (
        [fault for file in looked for fault in file.faults] + list(faults_by_trying(looked, guard(), outside())) + whole
    )
    if faults:
        click.echo(screen.lines(render(faults)), err=True)
    if any(fault.severity == "error" for fault in faults):
        raise click.ClickException("Nothing was planned: put the errors right first.")
    return [rule for file in looked for rule in (file.book.rules if file.book else ())]


def _warn(db: place.Db, connection_id: int, rules: Sequence[Rule]) -> None:
    for rule_id, chat in rules_by_hand.unheard(db, connection_id, rules):
        told = (
            f"warning: {rule_id} is for the chat {chat}, of which nothing was heard yet: toque chats lists the others"
        )
        click.echo(screen.plain(told), err=True)
    for rule_id in rules_by_hand.reacting_as_owner(db, connection_id, rules):
        told = f"warning: {rule_id} reacts, which only a bot's number can: under your own number the step is left out"
        click.echo(screen.plain(told), err=True)


def effects(db: place.Db, connection_id: int, what: Plan, days: int) -> dict[str, tuple[Counts, Counts]]:
    """Return what the rules of now and the planned ones make of the last days' reactions and messages."""
    before, after = Counts(), Counts()
    if not days or not what.steps:
        return {}
    since = clock.now() - timedelta(days=days)
    books = rulebook.read(db, connection_id), Book(0, what.rules)
    total = backtest.history(db, connection_id, books, since).total
    with progress("tried", total) as at:
        guard = limit(place.settings().item_deadline_seconds)
        for n, tried in enumerate(backtest.run(db, connection_id, books, since, guard), 1):
            before.add(tried.decisions[0], tried.reaction)
            after.add(tried.decisions[1], tried.reaction)
            at(n, total)
    return {step.id: (before, after) for step in what.steps}


def show(what: Plan, counts: dict[str, tuple[Counts, Counts]], days: int) -> None:
    """Print a plan."""
    grid = Table(box=None, pad_edge=False, show_header=False, padding=(0, 3, 0, 0))
    for step in what.steps:
        mark, colour = _MARKS[step.how]
        tried = f"back-test {days} d: {effect(step.id, *counts[step.id])}" if step.id in counts else ""
        says = [*map(screen.plain, step.says[:_MOST_LINES])]
        if len(step.says) > _MOST_LINES:
            says.append(f"… and {len(step.says) - _MOST_LINES} more")
        grid.add_row(Text.assemble((mark, f"bold {colour}"), f" {_named(step)}"), "\n".join(says), Text(tried, "dim"))
    for one in what.conflicts:
        colour = "red" if one.severity == "error" else "yellow"
        text = f"{screen.plain(one.says)} → {screen.plain(one.hint)}"
        grid.add_row(Text.assemble(("!", f"bold {colour}"), " conflict"), text, "")
    screen.console().print(grid)
    told = ", ".join(f"{what.count(how)} {how}" for how in ("add", "change", "remove"))
    click.echo(f"Plan: {told}, {screen.count(len(what.conflicts), 'conflict')}.")


def _named(step: Step) -> str:
    if step.old and step.new:
        return f"{step.id} (v{step.old.rule.version} → v{step.old.rule.version + 1})"
    return f"{step.id} (v{step.old.rule.version})" if step.old else step.id


def effect(rule_id: str, before: Counts, after: Counts) -> str:
    """Return what a change would have meant: how often the rule fires, and how much more or less it makes and sends.

    Of a rule that is new: what it makes and sends, and its busiest day.
    """
    was, now = before.of(rule_id), after.of(rule_id)
    is_new = not any(was.values())
    told = [_times(now.pop("matches"), "matches")]
    for what, n in now.items():
        if difference := n - was[what]:
            told.append(
                _times(n, what) if is_new else _times(abs(difference), what, "more" if difference > 0 else "fewer")
            )
    if is_new and (days := after.days[rule_id]):
        day, most = max(days.items(), key=lambda one: (one[1], one[0]))
        if 1 < most < after.fired[rule_id]:
            told[-1] += f" ({most} {'matches ' if len(told) > 1 else ''}on {day.day} {day:%b})"
    return ", ".join(told)


def _times(n: int, what: str, how: str = "") -> str:
    one = {"matches": "match"}.get(what, what[:-1])
    return " ".join(filter(None, (str(n), how, one if n == 1 else what)))
