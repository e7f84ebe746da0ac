"""The commands that look after the queue: ls, retry."""

from __future__ import annotations

from typing import Any

import click
from psycopg.rows import dict_row

from engine.cli import place, screen
from engine.cli.people import AS_JSON
from sql import query


@click.group(name="queue", invoke_without_command=True)
@AS_JSON
@click.pass_context
def queue_command(ctx: click.Context, *, as_json: bool) -> None:
    """List the dead letters: what failed at every attempt, with the reason; `retry` tries them again.

    \b
    Examples:
      toque queue
      toque queue retry 17
      toque queue retry --all
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(as_json=as_json)


@queue_command.command(name="ls")
@AS_JSON
def ls(*, as_json: bool) -> None:
    """List the dead letters, the newest first.

    \b
    Example:
      toque queue ls --json
    """  # noqa: D301 - as above
    _list(as_json=as_json)


def _list(*, as_json: bool) -> None:
    with place.database(place.settings()) as db, db.cursor(row_factory=dict_row) as cursor:
        dead = cursor.execute(query("queue.dead"), {"ids": None}).fetchall()
    if as_json:
        screen.as_lines(dead)
    elif dead:
        screen.table(["ID", "CONNECTION", "WHAT", "REASON", "ATTEMPTS", "FAILED"], map(_row, dead))
        click.echo("\nTry them again: toque queue retry --all")
    else:
        click.echo("No dead letters: everything that came was worked off, or is waiting for its turn.")


def _row(one: dict[str, Any]) -> list[Any]:
    what = {"settle": "a reaction", "deliver": "an answer", "ask": "a question to the gateway"}[one["event_type"]]
    reason = screen.plain(one["last_error"])
    return [
        str(one["id"]), str(one["connection_id"]), what, reason, str(one["attempts"]), screen.ago(one["finished_at"]),
    ]  # fmt: skip


@queue_command.command(name="retry")
@click.argument("ids", type=int, nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every dead letter.")
def retry(*, ids: tuple[int, ...], everything: bool) -> None:
    """Put dead letters back to work, with the rules as they are now; one that was settled since changes nothing.

    \b
    Examples:
      toque queue retry 17 18
      toque queue retry --all
    """  # noqa: D301 - as above
    if bool(ids) == everything:
        raise click.UsageError("Say which, e.g. toque queue retry 17, or --all.")
    with place.database(place.settings()) as db:
        back = db.execute(query("queue.retry"), {"ids": None if everything else list(ids)}).fetchall()
        db.execute(query("settle.announce_queue"))
    missing = sorted(set(ids) - {row[1] for row in back})
    if missing:
        raise click.ClickException(f"No dead letter has the id {', '.join(map(str, missing))}. Type: toque queue")
    screen.good(f"{len(back)} put back to work")
