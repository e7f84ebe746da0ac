"""The command that runs workers."""

from __future__ import annotations

import click

from engine.cli import place
from engine.vault import open_vault
from engine.watch import NoWorkerLives, Watch
from engine.worker import KINDS


@click.command(name="work")
@click.option("--kinds", default="settle,deliver", show_default=True, help="What to work on, separated by commas.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Worker processes.")
def work_command(*, kinds: str, workers: int) -> None:
    """Run workers: they settle reactions and deliver answers until they are told to stop.

    Several may run at once, here or on other machines. SIGTERM lets them finish what they hold. A worker that a message
    hangs, or that takes more memory than it may, is ended and replaced.

    \b
    Examples:
      toque work
      toque work --workers 4
      toque work --kinds settle       leave the answers to others
    """  # noqa: D301 - \b keeps click from filling the lines
    settings = place.settings()
    url = place.database_url(settings)
    chosen = [kind.strip() for kind in kinds.split(",") if kind.strip()]
    if set(chosen) - set(KINDS) or not chosen:
        raise click.BadParameter(f"choose from {', '.join(KINDS)}", param_hint="--kinds")
    try:
        Watch(settings, url, open_vault(settings), chosen, workers).run()
    except NoWorkerLives as fault:
        raise click.ClickException(f"No worker lives: {fault}. The reason stands above.") from fault
