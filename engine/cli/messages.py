"""The commands about messages: send."""

from __future__ import annotations

import click

from engine import messages
from engine.checkup import NoGateway
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.cli.rules_kept import number
from engine.vault import open_vault
from executors.destinations import NotNow, Permanent


@click.group(name="messages")
def messages_command() -> None:
    """Send a message by hand, as one of Toque's.

    \b
    Example:
      toque messages send me "La compra está en la lista"
    """  # noqa: D301 - \b keeps click from filling the lines


@messages_command.command(name="send")
@click.argument("to")
@click.argument("text")
@click.option("--connection", help="By this number (id, name or instance); needed where there are several.")
@AS_JSON
def send(*, to: str, text: str, connection: str | None, as_json: bool) -> None:
    """Send TEXT to a chat that is known: its address, a phone number, a name that only one has, or `me`.

    Messages of a number keep their distance from one another, and no rule is asked about this one.

    \b
    Examples:
      toque messages send me "La compra está en la lista"
      toque messages send Lupe "Nos vemos a las 5" --connection casa
    """  # noqa: D301 - as above
    if not text.strip() or len(text) > messages.LONGEST:
        raise click.UsageError(f"A message has 1 to {messages.LONGEST} characters.")
    settings = place.settings()
    with place.writing(settings) as (db, record):
        one = number(db, connection)
        try:
            sent = messages.send(db, open_vault(settings), settings, one, to, text, record)
        except (messages.NotSent, messages.TooSoon, NoGateway, NotNow, Permanent) as fault:
            raise click.ClickException(str(fault)) from fault
    if as_json:
        screen.as_lines(screen.record(sent))
    else:
        screen.good(f"sent to {screen.address(sent.chat)}")
