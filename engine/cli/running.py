"""The commands that run Toque, prepare its database, and play its demo."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from demo.script import play, render
from engine.cli import place
from engine.config import Settings
from engine.supervisor import Running, database, free_port, running
from sql import migrate as migrations

EXAMPLE = "Pagar luz CFE $890 vence 15 enero"


@click.command(name="up")
@click.option("--port", type=int, help="Port of the web process (8080).")
@click.option("--workers", type=int, help="Worker processes (2).")
@click.option("--demo/--no-demo", default=True, help="With the demo's phone and its connection (the default).")
def up_command(*, port: int | None, workers: int | None, demo: bool) -> None:
    """Run everything: database, web, workers and the demo's phone. Ctrl-C stops it all.

    Without DATABASE_URL, Toque runs its own PostgreSQL in the directory `data`, which survives restarts.

    \b
    Examples:
      toque up                        on http://127.0.0.1:8080, with a demo phone
      toque up --no-demo --port 80    for a real number alone
    """  # noqa: D301 - \b keeps click from filling the lines
    settings = place.settings(port=port, workers=workers)
    screen = Console(highlight=False)
    # Until everything stands, a Ctrl-C is an exception that unwinds it in order.
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with running(settings, demo=demo, say=lambda line: screen.print(f"[dim]· {line}[/dim]")) as (where, supervisor):
            screen.print(_welcome(where), soft_wrap=True)
            supervisor.watch(lambda name: screen.print(_complaint(name), soft_wrap=True))
            screen.print("[dim]stopping…[/dim]")
    except KeyboardInterrupt:
        screen.print("[dim]stopped[/dim]")
        return
    screen.print("[dim]stopped; your data is kept[/dim]")


_WITHOUT = {
    "workers": "No worker lives: reactions are kept, and nothing is made of them.",
    "answers": "Nothing is answered: items are made, and nobody is told.",
    "web": "Nothing answers webhooks or shows pages.",
}


def _complaint(name: str) -> Text:
    """Return what a process that falls again and again means, aloud."""
    means = _WITHOUT.get(name, f"{name} does not run.")
    return Text.assemble(("✗ ", "bold red"), (means, "bold red"), " It falls at its start; the reason stands above.")


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _welcome(where: Running) -> Text:
    """Return what to do first. No frame: a line that is to be copied must not be broken."""
    lines = Text.assemble(("\nToque is running", "bold green"), "  Ctrl-C stops it; your data is kept.\n\n")
    lines.append("  Open          ").append(f"{where.url}\n", "bold cyan")
    if phone := where.phone_url:
        body = json.dumps({"text": EXAMPLE, "emoji": "💳"}, ensure_ascii=False)
        lines.append("  First         ").append("press long on a message of the phone there, and pick 💳\n")
        lines.append("  Or by curl    ").append(f"curl -s {phone}/phone/try -d '{body}'\n", "bold")
        lines.append("                ").append(f"curl -s {phone}/phone/sent\n", "bold")
    lines.append("  Real WhatsApp ").append(".venv/bin/toque connect --help\n", "bold")
    if where.first_link:
        lines.append("  Your account  ").append(f"{where.first_link}\n", "cyan")
        lines.append("                ").append(
            "not needed here; with it, others get in as well (once, within a day)\n"
        )
    return lines


@click.command(name="migrate")
def migrate_command() -> None:
    """Bring the database to the schema of this version.

    \b
    Example:
      DATABASE_URL=postgresql://toque@db/toque toque migrate
    """  # noqa: D301 - as above
    with database(place.settings()) as url:
        done = migrations.migrate(url)
    click.echo("\n".join(f"migrated: {name}" for name in done) or "nothing to migrate")


@click.command(name="demo")
@click.option("--script", is_flag=True, help="Play the fixed scenario, check it, and exit 1 when anything is wrong.")
def demo_command(*, script: bool) -> None:
    """Show what Toque does, on a database of its own, beside a running Toque if need be.

    \b
    Example:
      toque demo --script
    """  # noqa: D301 - as above
    if not script:
        raise click.UsageError("Say --script to play the scenario; `toque up` runs the demo's phone for you to try.")
    sys.exit(_play())


def _play() -> int:
    with tempfile.TemporaryDirectory(prefix="toque-demo-") as home:
        # Root's database server is another account, which must be able to pass.
        Path(home).chmod(0o711)
        # Nothing of the running Toque's: its own database, ports and keys, and no pauses between answers.
        os.environ.pop("DATABASE_URL", None)
        settings: Settings = place.settings(
            database_url=None, data_dir=Path(home), port=free_port(), demo_port=0, send_interval_seconds=0,
            send_jitter_seconds=0, log_level="warning", workers=2,
        )  # fmt: skip
        with running(settings, demo=True) as (where, _):
            steps = play(where.url, where.phone_url or "")
    render(steps)
    return 0 if all(step.ok for step in steps) else 1
