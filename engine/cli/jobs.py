"""The commands about long work that was asked for over the API: ls, show, cancel."""

from __future__ import annotations

from uuid import UUID

import click

from engine import jobs
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.jobs import Job

_ID = click.argument("job", type=click.UUID)
_MOST = 100


@click.group(name="jobs", invoke_without_command=True)
@AS_JSON
@click.pass_context
def jobs_command(ctx: click.Context, *, as_json: bool) -> None:
    """List the long work of the last day (back-tests, plans that are tried); with a command, look at it or cancel it.

    \b
    Examples:
      toque jobs                                everybody's, the newest first
      toque jobs cancel 0192d0a0-0000-7000-8000-000000000000
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(as_json=as_json)


@jobs_command.command(name="ls")
@AS_JSON
def ls(*, as_json: bool) -> None:
    """List the jobs of the last day, the newest first, without what they found.

    \b
    Example:
      toque jobs ls --json
    """  # noqa: D301 - as above
    _list(as_json=as_json)


def _list(*, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        there = jobs.listed(db, None, None, _MOST)
    if as_json:
        screen.as_lines([screen.record(one) for one in there])
    elif there:
        screen.table(["ID", "WHAT", "OF", "STATE", "BEGUN"], map(_row, there))
    else:
        click.echo("Nothing. Back-tests and plans that were asked for over the API stand here for a day.")


def _row(one: Job) -> list[str]:
    state = f"{one.state}, {one.done} of {one.total}" if one.state == "running" and one.total else one.state
    return [str(one.id), one.kind, f"{one.caller}, number {one.connection_id}", state, screen.ago(one.created_at)]


@jobs_command.command(name="show")
@_ID
def show(*, job: UUID) -> None:
    """Print a job as JSON, with what it found.

    \b
    Example:
      toque jobs show 0192d0a0-0000-7000-8000-000000000000
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        screen.as_lines(screen.record(_one(db, job)))


@jobs_command.command(name="cancel")
@_ID
@AS_JSON
def cancel(*, job: UUID, as_json: bool) -> None:
    """End a job that is not finished; it has changed nothing.

    \b
    Example:
      toque jobs cancel 0192d0a0-0000-7000-8000-000000000000
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        one = _one(db, job)
        ended = jobs.cancel(db, None, job)
    if as_json:
        screen.as_lines({"cancelled": ended})
    else:
        screen.good("it is cancelled" if ended else f"it was {one.state} already")


def _one(db: place.Db, job: UUID) -> Job:
    found = jobs.find(db, None, job)
    if found is None:
        raise click.ClickException(f"There is no job {job}: they are kept for a day. Type: toque jobs")
    return found
