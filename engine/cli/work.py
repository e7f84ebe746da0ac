"""The command that runs a worker."""

from __future__ import annotations

import click

from engine.cli import place
from engine.vault import open_vault
from engine.worker import KINDS, Worker


@click.command(name="work")
@click.option("--kinds", default="settle,deliver", show_default=True, help="What to work on, separated by commas.")
def work_command(*, kinds: str) -> None:
    """Run one worker: it settles reactions and delivers answers until it is told to stop.

    Several may run at once, here or on other machines. SIGTERM finishes the item in hand.

    \b
    Examples:
      toque work
      toque work --kinds settle       leave the answers to others
    """  # noqa: D301 - \b keeps click from filling the lines
    settings = place.settings()
    url = place.database_url(settings)
    chosen = [kind.strip() for kind in kinds.split(",") if kind.strip()]
    if set(chosen) - set(KINDS) or not chosen:
        raise click.BadParameter(f"choose from {', '.join(KINDS)}", param_hint="--kinds")
    Worker(settings, url, open_vault(settings), chosen).run()
