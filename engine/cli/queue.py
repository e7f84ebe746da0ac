"""The commands that look after the queue: ls, retry, discard, restore, unstick, drain."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import click

from engine import clock, letters
from engine.cli import place, screen
from engine.cli.letters import WHAT, Age, chosen_by, filters, show, which_of
from engine.cli.people import AS_JSON
from engine.cli.progress import progress
from engine.letters import Filter, Left, Letter

_LOOK = 0.2
"""Seconds between two looks at a queue that is waited for."""


@click.group(name="queue", invoke_without_command=True)
@AS_JSON
@click.pass_context
def queue_command(ctx: click.Context, *, as_json: bool) -> None:
    """List the dead letters: what failed at every attempt, with the reason; with a command, do something about them.

    \b
    Examples:
      toque queue                                 what failed, and why
      toque queue retry 17                        try one again
      toque queue discard --all --reason spam     give them up
      toque queue drain --timeout 5min            wait until everything is done
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        with place.database(place.settings()) as db:
            show(letters.find(db, Filter()), as_json=as_json, left=letters.left(db))


@queue_command.command(name="ls")
@filters
@click.option("--discarded", is_flag=True, help="What was given up, with whose reason, instead.")
@AS_JSON
def ls(*, discarded: bool, as_json: bool, **which: Any) -> None:  # noqa: ANN401 - the filters' options
    """List the dead letters, the newest first, with the reason and what their reaction came to last.

    \b
    Examples:
      toque queue ls --error "more than 512 MB"
      toque queue ls --chat Familia --rule bills --older 2h
      toque queue ls --discarded
      toque queue ls --json
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        which_ones = which_of(db, discarded=discarded, **which)
        found, left = letters.find(db, which_ones), letters.left(db, which_ones.connections)
        show(found, as_json=as_json, discarded=discarded, left=None if discarded else left)


@queue_command.command(name="retry")
@click.argument("ids", type=int, nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every dead letter that the filters let through.")
@click.option(
    "--rules", type=click.Choice(["now", "then"]), default="now", show_default=True,
    help="By the rules as they are now, or as they were when the reaction came.",
)  # fmt: skip
@filters
@AS_JSON
def retry(*, ids: tuple[int, ...], everything: bool, rules: str, as_json: bool, **which: Any) -> None:  # noqa: ANN401 - the filters
    """Put dead letters back to work, each by itself; one that was settled since changes nothing.

    \b
    Examples:
      toque queue retry 17 18
      toque queue retry 17 --rules then
      toque queue retry --all --error "did not come back"
    """  # noqa: D301 - as above
    with place.writing() as (db, record):
        chosen = chosen_by(db, ids, which, everything=everything)

        def again(some: Sequence[Letter]) -> list[int]:
            with db.transaction():
                ids_ = letters.retry(db, some, then=rules == "then")
                _record(record, "queue.retry", [one for one in some if one.id in ids_], {"rules": rules})
            return ids_

        back = _by_parts("put back", chosen, again)
    _tell("retried", back, f"{len(back)} put back to work", as_json=as_json)


@queue_command.command(name="discard")
@click.argument("ids", type=int, nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every dead letter that the filters let through.")
@click.option("--reason", required=True, help="Why; it is kept with each of them.")
@click.option("--dry-run", is_flag=True, help="Only list which they are.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@filters
@AS_JSON
def discard(
    *,
    ids: tuple[int, ...],
    everything: bool,
    reason: str,
    dry_run: bool,
    yes: bool,
    as_json: bool,
    **which: Any,  # noqa: ANN401 - the filters
) -> None:
    """Give dead letters up. Nothing goes silently: each stays listed with the reason, for as long as the log is kept.

    \b
    Examples:
      toque queue discard 17 --reason "a joke of Ana's"
      toque queue discard --all --older 7d --reason "too late" --dry-run
      toque queue ls --discarded
    """  # noqa: D301 - as above
    if not reason.strip():
        raise click.UsageError('Say why, e.g. --reason "too late".')
    with place.writing() as (db, record):
        chosen = chosen_by(db, ids, which, everything=everything, explained=dry_run)
        if dry_run:
            show(chosen, as_json=as_json)
            return
        if everything and chosen and not yes:
            click.confirm(f"Give up {screen.count(len(chosen), 'dead letter')}?", abort=True, err=True)

        def give_up(some: Sequence[Letter]) -> list[int]:
            with db.transaction():
                ids_ = letters.discard(db, some, reason.strip())
                _record(record, "queue.discard", [one for one in some if one.id in ids_], {"reason": reason.strip()})
            return ids_

        gone = _by_parts("given up", chosen, give_up)
    _tell("discarded", gone, f"{len(gone)} given up: {screen.plain(reason)}", as_json=as_json)


@queue_command.command(name="restore")
@click.argument("ids", type=int, nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Everything given up that the filters let through.")
@filters
@AS_JSON
def restore(*, ids: tuple[int, ...], everything: bool, as_json: bool, **which: Any) -> None:  # noqa: ANN401 - the filters
    """Bring back what was given up, as the dead letters that it was; then it can be tried again.

    \b
    Examples:
      toque queue ls --discarded
      toque queue restore 17
      toque queue restore 17 && toque queue retry 17
    """  # noqa: D301 - as above
    with place.writing() as (db, record):
        chosen = chosen_by(db, ids, which, everything=everything, discarded=True)

        def back(some: Sequence[Letter]) -> list[int]:
            with db.transaction():
                ids_ = letters.restore(db, some)
                _record(record, "queue.restore", [one for one in some if one.id in ids_], {})
            return ids_

        done = _by_parts("brought back", chosen, back)
    _tell("restored", done, f"{len(done)} brought back", as_json=as_json)


@queue_command.command(name="unstick")
@click.option("--older", type=Age(), default="60s", show_default=True, help="Leases that are over for this long.")
@click.option("--dry-run", is_flag=True, help="Only list them.")
@AS_JSON
def unstick(*, older: float, dry_run: bool, as_json: bool) -> None:
    """Give back what a worker holds though its lease is long over.

    Workers do so by themselves; this is for when none runs. One that had its last attempt is tried once more.

    \b
    Examples:
      toque queue unstick --dry-run
      toque queue unstick --older 10min
    """  # noqa: D301 - as above
    with place.writing() as (db, record), db.transaction():
        held = letters.stuck(db, older)
        back = [] if dry_run else letters.unstick(db, held)
        if back:
            record("queue.unstick", "queue", held, {"ids": back})
    if as_json:
        screen.as_lines({"stuck": held, "given_back": back})
        return
    if held:
        rows = [
            [str(one["id"]), WHAT.get(one["event_type"], one["event_type"]), screen.plain(one["worker"]),
             f"{one['attempts']} of {one['max_attempts']}", screen.ago(one["lease_until"])]
            for one in held
        ]  # fmt: skip
        screen.table(["ID", "WHAT", "WORKER", "ATTEMPTS", "LEASE ENDED"], rows)
    if dry_run:
        click.echo(f"{len(held)} would be given back" if held else "Nothing is stuck.")
    else:
        screen.good(f"{len(back)} given back" if held else "nothing is stuck")


@queue_command.command(name="drain")
@click.option("--timeout", type=Age(), help="Give up after this, with exit code 1: 90s, 5min, 2h. Else wait for ever.")
@click.option("--scheduled", is_flag=True, help="Also wait for what is to be done later: retries, reminders.")
@click.option("--connection", metavar="CONNECTION", help="Only of this connection.")
@AS_JSON
def drain(*, timeout: float | None, scheduled: bool, connection: str | None, as_json: bool) -> None:
    """Wait until the queue is empty: nothing is due, and no worker holds anything. Dead letters are not waited for.

    \b
    Examples:
      toque queue drain
      toque queue drain --timeout 5min && docker compose stop worker
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        chosen = place.named(db, connection).id if connection else None

        def look() -> Left:
            return letters.left(db, [chosen] if chosen else None)

        end = _until_empty(look, timeout, scheduled=scheduled)
    open_ = _open(end, scheduled=scheduled)
    if as_json:
        screen.as_lines({"empty": open_ == 0, "due": end.due, "held": end.held, "later": end.later})
    elif open_ == 0:
        screen.good("the queue is empty" + (f"; {end.later} for later" if end.later else ""))
    if open_:
        raise click.ClickException(
            f"{open_} not done yet ({end.held} in hand). Does a worker run? Type: toque queue unstick --dry-run"
        )


def _open(now: Left, *, scheduled: bool) -> int:
    return now.due + now.held + (now.later if scheduled else 0)


def _until_empty(look: Callable[[], Left], timeout: float | None, *, scheduled: bool) -> Left:
    started, now = clock.stopwatch(), look()
    most = _open(now, scheduled=scheduled)
    with progress("done", most) as at:
        while (open_ := _open(now, scheduled=scheduled)) and (timeout is None or clock.stopwatch() - started < timeout):
            time.sleep(_LOOK)
            now = look()
            most = max(most, open_)
            at(most - _open(now, scheduled=scheduled), most)
    return now


def _by_parts(verb: str, chosen: Sequence[Letter], do: Callable[[Sequence[Letter]], list[int]]) -> list[int]:
    done: list[int] = []
    with progress(verb, len(chosen)) as at:
        for some in letters.parts(chosen):
            done += do(some)
            at(len(done), len(chosen))
    return done


def _record(record: place.Record, action: str, some: Sequence[Letter], after: dict[str, Any]) -> None:
    """Write down what was done to letters, of each number by itself: with it the content goes."""
    for of in sorted({one.connection_id for one in some}):
        own = [one for one in some if one.connection_id == of]
        record(action, "queue", letters.as_kept(own), after | {"ids": [one.id for one in own]}, connection=of)


def _tell(key: str, ids: list[int], says: str, *, as_json: bool) -> None:
    if as_json:
        screen.as_lines({key: ids})
    else:
        screen.good(says)
