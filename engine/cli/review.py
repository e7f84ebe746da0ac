"""The commands about readings in doubt: ls, accept, correct, reject, undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich.text import Text

from engine import doubts, lessons, plugins, reviews
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.cli.words import setting
from engine.doubts import Review
from rules.building import example_to_mapping
from rules.writing import examples_to_yaml

_LARGEST = 2**63 - 1
_IDS = click.argument("ids", type=click.IntRange(1, _LARGEST), nargs=-1, required=True)
_CONNECTION = click.option("--connection", help="Of this number only (id, name or instance).")
_LONGEST = 60


@click.group(name="review", invoke_without_command=True)
@_CONNECTION
@AS_JSON
@click.pass_context
def review_command(ctx: click.Context, *, connection: str | None, as_json: bool) -> None:
    """List the readings that a rule is not sure of; with a command, accept, correct or reject them.

    \b
    Examples:
      toque review                              what waits, the newest first
      toque review accept 12                    it becomes what was read
      toque review correct 12 --set due=2026-01-16
      toque review reject 13
      toque review undo 13                      it waits again
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(connection, as_json=as_json)


@review_command.command(name="ls")
@_CONNECTION
@AS_JSON
def ls(*, connection: str | None, as_json: bool) -> None:
    """List what waits, the newest first.

    \b
    Example:
      toque review ls --json
    """  # noqa: D301 - as above
    _list(connection, as_json=as_json)


def _list(connection: str | None, *, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        there = doubts.waiting(db, [place.named(db, connection).id] if connection else None)
    if as_json:
        screen.as_lines([screen.record(one) for one in there])
    elif there:
        screen.table(["ID", "WHEN", "REACTION", "TEXT", "READ AS", "RULE"], map(_row, there))
    else:
        click.echo("Nothing waits.")


def _row(one: Review) -> list[str | Text]:
    text = screen.plain(" ".join((one.text or "").split()))
    return [
        str(one.id),
        screen.ago(one.heard_at),
        one.emoji or "💬 message",
        text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…",
        screen.lines("\n".join(f"{name}: {_shown(value)}" for name, value in _told(one.read).items())),
        f"{one.rule_id} v{one.rule_version}",
    ]


def _told(read: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in read.items() if name not in {"body", "description"}}


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _waiting(db: place.Db, ids: Sequence[int]) -> dict[int, Review]:
    """Return the readings in doubt of these ids."""
    return {id_: one for id_ in dict.fromkeys(ids) for one in doubts.waiting(db, id_=id_)}


def _read(one: Review) -> dict[str, Any]:
    """Return what the audit log keeps of a reading."""
    return {"rule": one.rule_id, "read": one.read}


@review_command.command(name="accept")
@_IDS
@AS_JSON
def accept(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Make what was read, an item like any other, and send out what its rule says.

    \b
    Example:
      toque review accept 12 13
    """  # noqa: D301 - as above
    plugins.load_parsers()
    with place.writing() as (db, record), db.transaction():
        there = _waiting(db, ids)
        made = {id_: reviews.accept(db, id_, by=place.who().name) for id_ in dict.fromkeys(ids)}
        for id_, some in made.items():
            after = {"items": [one.id for one in some]}
            was = there[id_]
            record("review.accept", f"review:{id_}", _read(was), after, connection=was.connection_id)
    if as_json:
        screen.as_lines([{"id": id_, "items": [screen.record(one) for one in some]} for id_, some in made.items()])
        return
    for id_, some in made.items():
        for one in some:
            screen.good(f"{id_}: {one.kind} {one.id} {screen.plain(one.title)}, {one.how}")
        if not some:
            screen.good(f"{id_}: what its rule sends out is on its way")


@review_command.command(name="correct")
@click.argument("id_", metavar="ID", type=click.IntRange(1, _LARGEST))
@click.option(
    "--set", "said", metavar="FIELD=VALUE", multiple=True, required=True,
    help="Let a field be this; nothing after the = takes away what was read. Of several items: 2.due=2026-01-16.",
)  # fmt: skip
@click.option("--rule", "rule_id", metavar="ID", help="The reading of this rule, where several wait under one ID.")
@click.option("--keep-example", is_flag=True, help="Add the message to the examples of its rule.")
@AS_JSON
def correct(*, id_: int, said: tuple[str, ...], rule_id: str | None, keep_example: bool, as_json: bool) -> None:
    """Put right what was read, and make it; what you set stays, also when the message is edited.

    \b
    Examples:
      toque review correct 12 --set due=2026-01-16
      toque review correct 12 --set amount=890.50 --set vendor=CFE --keep-example
      toque review correct 13 --set 2.due=2026-01-20 --set 2.tags=water,home
    """  # noqa: D301 - as above
    plugins.load_parsers()
    changes = dict(map(setting, said))
    with place.writing() as (db, record):
        with db.transaction():
            done = reviews.correct(db, id_, changes, rule_id=rule_id, by=place.who().name)
            after = {"set": changes, "items": [one.id for one in done.items]}
            of = done.review.connection_id
            record("review.correct", f"review:{id_}", _read(done.review), after, connection=of)
        with db.transaction():
            kept, paste = _keep(db, done) if keep_example else (None, None)
            if kept:
                of, rule = done.review.connection_id, done.review.rule_id
                record("rule.example", f"rule:{rule}", None, example_to_mapping(done.example), connection=of)
    if as_json:
        shown = [screen.record(one) for one in done.items]
        example = example_to_mapping(done.example)
        screen.as_lines({"id": id_, "items": shown, "example": example, "kept": kept is not None})
    else:
        for one in done.items:
            screen.good(f"{id_}: {one.kind} {one.id} {screen.plain(one.title)}, {one.how}")
    if kept:
        click.echo(kept, err=as_json)
    if paste:
        click.echo(paste, err=True)
        click.echo(screen.lines(examples_to_yaml([done.example])), nl=False, err=as_json)


def _keep(db: place.Db, done: reviews.Corrected) -> tuple[str | None, str | None]:
    """Keep a correction as an example; return what to say of it, or why it is to be pasted."""
    try:
        holds = lessons.keep(db, done.review, done.example)
    except lessons.NotKept as fault:
        return None, str(fault)
    rule = done.review.rule_id
    yet = "" if holds else " It does not read it so yet: the example is tried by check, and never quoted."
    return f"It is an example of the rule {rule} now: toque rules show {rule}.{yet}", None


@review_command.command(name="reject")
@_IDS
def reject(*, ids: tuple[int, ...]) -> None:
    """Let them be: nothing comes of them.

    \b
    Example:
      toque review reject 12
    """  # noqa: D301 - as above
    with place.writing() as (db, record), db.transaction():
        there = _waiting(db, ids)
        for id_ in dict.fromkeys(ids):
            reviews.reject(db, id_, by=place.who().name)
            one = there[id_]
            record("review.reject", f"review:{id_}", _read(one), connection=one.connection_id)
    screen.good(f"{screen.count(len(set(ids)), 'reading')} rejected")


@review_command.command(name="undo")
@_IDS
def undo(*, ids: tuple[int, ...]) -> None:
    """Take back what was decided: they wait again, and what was made of them is cancelled.

    \b
    Example:
      toque review undo 12
    """  # noqa: D301 - as above
    with place.writing() as (db, record), db.transaction():
        before = {id_: doubts.decided(db, id_) for id_ in dict.fromkeys(ids)}
        for id_, was in before.items():
            reviews.take_back(db, id_)
            said = [{"rule": one.rule_id, "review": one.outcome} for one in was]
            of = was[0].connection_id
            record("review.undo", f"review:{id_}", said, [{"review": "waiting"}], connection=of)
    waits, again = ("waits", "It") if len(before) == 1 else ("wait", "They")
    screen.good(f"{screen.count(len(before), 'decision')} taken back", f"{again} {waits} again: toque review")
