"""The commands that keep a copy of everything, and put it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path

import click
import psycopg

from engine import backup, clock
from engine.backup import About
from engine.cli import place, screen
from engine.config import Settings
from engine.gateways.setup import Finding
from engine.line import line_of
from engine.postgres import EmbeddedPostgres


@click.command(name="backup")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--without-key", is_flag=True, help="Leave the key file out, to keep it somewhere else.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
def backup_command(*, file: Path | None, without_key: bool, as_json: bool) -> None:
    """Keep a copy of everything in one file, while Toque runs.

    FILE is made for nobody else to read; without a name it is toque-DATE.backup in this directory. With it goes the key
    that opens the secrets of your numbers, where that is a file: whoever has the copy has everything.

    \b
    Examples:
      toque backup
      toque backup /mnt/usb/toque-friday.backup
    """  # noqa: D301 - \b keeps click from filling the lines
    settings = place.settings()
    file = file or Path(f"toque-{clock.now():%Y-%m-%d-%H%M%S}.backup")
    with place.writing(settings) as (db, record), screen.console(err=True).status("Copying …"):
        about = backup.keep(db, settings, file, with_key=not without_key)
        record("database.backup", "database", None, _noted(file, about))
    if as_json:
        screen.as_lines({"file": str(file), "bytes": file.stat().st_size} | screen.record(about))
        return
    size = file.stat().st_size / 1e6
    screen.good(f"{file} ({size:.1f} MB): {_content(about)}", f"to put it back: toque restore {file}")
    if not about.has_key:
        says = "the key is not in it: keep it apart, or the secrets of your numbers cannot be opened again"
        screen.finding(Finding("warning", says, "it is TOQUE_SECRET_KEY, or data/secret.key"))


@click.command(name="restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--look", is_flag=True, help="Only say what is in the copy.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
def restore_command(*, file: Path, look: bool, as_json: bool) -> None:
    """Put a copy back into an empty database: of DATABASE_URL, else a new one in the data directory.

    Answers that were on their way when the copy was made are not sent again, nor reminders that were due since; those
    that are due later stay. What happened in the chats since is fetched from the gateway at the next start, as after
    any pause.

    \b
    Examples:
      toque restore toque-2026-11-21-180000.backup --look
      TOQUE_DATA_DIR=data-again toque restore toque-2026-11-21-180000.backup
    """  # noqa: D301 - as above
    settings = place.settings()
    about = backup.read(file)
    dropped = None
    if not look:
        with _to_fill(settings) as db, screen.console(err=True).status("Putting it back …"):
            dropped = backup.put_back(db, settings, file)
            place.recorder(settings, db)("database.restore", "database", None, _noted(file, about))
    if as_json:
        screen.as_lines({"file": str(file), "answers_not_sent": dropped} | screen.record(about))
    elif look:
        click.echo(f"{file}: made {about.made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC by Toque {about.version}.")
        click.echo(f"{_content(about)}, {'with' if about.has_key else 'without'} the key.")
    else:
        is_, was = ("is", "was") if dropped == 1 else ("are", "were")
        held = (
            f"; {screen.count(dropped or 0, 'message')} that {was} due by now {is_} not sent any more"
            if dropped
            else ""
        )
        screen.good(f"put back: {_content(about)}{held}", "start it: toque up, then look: toque doctor")


@contextmanager
def _to_fill(settings: Settings) -> Iterator[place.Db]:
    """Give the database that a copy goes into; the embedded one runs for as long as that takes."""
    if settings.database_url:
        with psycopg.connect(settings.database_url, autocommit=True, **line_of(settings)) as db:
            yield db
        return
    with (
        EmbeddedPostgres(settings.data_dir / "postgres", settings.pg_bin) as server,
        psycopg.connect(server.url, autocommit=True) as db,
    ):
        yield db


def _noted(file: Path, about: About) -> dict[str, object]:
    return {"file": str(file), "made_at": about.made_at.isoformat(), "items": about.items, "has_key": about.has_key}


def _content(about: About) -> str:
    numbered = ((about.connections, "number"), (about.items, "item"), (about.messages, "message"))
    return ", ".join(screen.count(n, what) for n, what in numbered)
