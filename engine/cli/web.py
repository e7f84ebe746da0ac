"""The command that runs the web process."""

from __future__ import annotations

import click

from engine.cli import place
from engine.web.server import serve


@click.command(name="web")
def web_command() -> None:
    """Run the web process: the webhook, the pages, the live feed.

    \b
    Example:
      DATABASE_URL=postgresql://toque@db/toque toque web
    """  # noqa: D301 - \b keeps click from filling the lines
    settings = place.settings()
    place.database_url(settings)
    serve(settings)
