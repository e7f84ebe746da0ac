"""The command that connects a real WhatsApp number, looking at each step on the way."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click
from rich.text import Text

from engine import connect as connecting
from engine import connections, reach
from engine.cli import place, screen
from engine.cli.words import LANGUAGE, REGION, URL, ZONE
from engine.connect import Asked, Connected, Heard
from engine.gateways.setup import Examined, Finding
from engine.vault import open_vault

_WHAT = {
    "message": "a message", "reaction": "a reaction", "reaction taken back": "a reaction taken back",
    "edit": "an edit", "delete": "a deletion",
}  # fmt: skip


@click.command(name="connect")
@click.argument("gateway", type=click.Choice(sorted(connecting.SETUPS)))
@click.option("--url", type=URL, required=True, help="Where the gateway's API answers, e.g. http://localhost:8085.")
@click.option("--instance", required=True, help="Name of the instance at the gateway.")
@click.option(
    "--api-key", envvar="TOQUE_GATEWAY_API_KEY", show_envvar=True,
    help="The gateway's key or the instance's token; asked for where it is given nowhere.",
)  # fmt: skip
@click.option("--public-url", type=URL, help="Where the gateway reaches this Toque (TOQUE_PUBLIC_URL).")
@click.option(
    "--topology", type=click.Choice(connections.TOPOLOGIES),
    help="own_number (new ones are): your number, answers in your own chat. bot_number: one of Toque's own.",
)  # fmt: skip
@click.option("--name", help="What you call it; else it goes by its instance.")
@click.option("--zone", type=ZONE, help="Time zone, where the phone number does not tell it.")
@click.option("--language", type=LANGUAGE, help="Language, where the phone number does not tell it.")
@click.option("--region", type=REGION, help="Country (ISO 3166), where the phone number does not tell it.")
@click.option("--wait/--no-wait", default=True, help="Wait for the first event (the default).")
@click.option("--wait-seconds", type=click.FloatRange(0, 86400), default=120, show_default=True, help="How long.")
def connect_command(
    *, gateway: str, url: str, instance: str, api_key: str | None, public_url: str | None, wait: bool,
    wait_seconds: float, **more: str | None,
) -> None:  # fmt: skip
    """Connect a WhatsApp number: look at its gateway, store its key (encrypted), set the webhook, hear the first event.

    An instance that is connected already is repaired: its webhook is set anew, with a new secret; rules and items stay.

    \b
    Examples:
      toque connect evolution --url http://localhost:8085 --instance home
      TOQUE_GATEWAY_API_KEY=… toque connect evolution --url http://10.0.0.5:8080 --instance home \\
          --public-url http://10.0.0.7:8080 --name Casa
    """  # noqa: D301 - \b keeps click from filling the lines
    settings = place.settings(public_url=public_url)
    public = reach.public_url(settings, url)
    if public is None:
        raise click.UsageError(
            "Say with --public-url where the gateway reaches this Toque, e.g. http://192.168.1.10:8080"
        )
    asked = Asked(gateway, instance, url, api_key or _ask_key(), public, **more)
    with place.writing(settings) as (db, record):
        seen = _look(asked)
        vault = open_vault(settings)
        made = connecting.connect(db, vault, settings, asked, seen, record=record, wait=_tell_wait)
        _show(db, made, asked)
        if wait:
            _hear(db, made, wait_seconds)
        else:
            click.echo(f"Check it at any time: toque connections test {made.connection.id}")


def _ask_key() -> str:
    if not sys.stdin.isatty():
        raise click.UsageError("Say the gateway's key in TOQUE_GATEWAY_API_KEY (or with --api-key).")
    key: str = click.prompt("The gateway's API key (it is not shown)", hide_input=True, err=True)
    return key


def _look(asked: Asked) -> Examined:
    """Show what there is to see before anything is changed, and end here where it cannot work."""
    seen = connecting.SETUPS[asked.gateway].examine(asked.base_url, asked.api_key, asked.instance)
    for found in (*seen.findings, *([reach.look(asked.public_url, asked.base_url)] if seen.usable else [])):
        screen.finding(found)
    if not seen.usable:
        raise click.ClickException("Nothing was stored. Put that right, and type the same command again.")
    return seen


def _tell_wait(seconds: float) -> None:
    click.echo(f"a new secret: {seconds:.0f} s until every web process knows it…", err=True)
    time.sleep(seconds)


def _show(db: place.Db, made: Connected, asked: Asked) -> None:
    (stored,) = connections.overview(db, made.connection.id)
    word = "repaired" if made.repaired else "stored"
    whose = "answers in your own chat" if stored.topology == "own_number" else "reacts in the chats it is in"
    screen.good(f"{word}: connection {stored.id} “{stored.title}”, its key encrypted; it {whose}")
    home = f"toque connections set {stored.id} --zone … --language …"
    screen.good(f"at home in {stored.zone}, {stored.region}, {stored.language}; change it: {home}")
    screen.good(f"webhook set and read back: {asked.public_url}/api/webhook/…, with a secret header")
    if not stored.enabled:
        screen.finding(Finding("warning", "this connection is paused", f"toque connections resume {stored.id}"))


def _hear(db: place.Db, made: Connected, seconds: float) -> None:
    """Wait for the first event, and say what came, or where to look when nothing does."""
    number = made.connection.id
    try:
        with _ctrl_c_between_looks() as look:
            heard = _watch(db, made, seconds, look)
    except KeyboardInterrupt:
        click.echo(f"\nNot waiting any longer; the connection stays. Check it: toque connections test {number}")
        return
    if heard is None:
        raise click.ClickException(_nothing_came(number, seconds))
    what = _WHAT.get(heard.what, heard.what.replace("line ", "the line to WhatsApp is "))
    screen.good(f"the first event came: {what}")
    if storage := connecting.message_storage(made.connection, heard):
        screen.finding(storage)
    click.echo("\nToque is listening. React with ✅ to a message that you write to yourself: the answer comes there.")


@contextmanager
def _ctrl_c_between_looks() -> Iterator[Callable[[], None]]:
    """Give what raises a Ctrl-C that was pressed: in the middle of a query it would break the line to the database."""
    pressed = False

    def press(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True

    before = signal.signal(signal.SIGINT, press)

    def look() -> None:
        if pressed:
            raise KeyboardInterrupt

    try:
        yield look
    finally:
        signal.signal(signal.SIGINT, before)


def _watch(db: place.Db, made: Connected, seconds: float, look: Callable[[], None]) -> Heard | None:
    line = "waiting for the first event: react to a message"
    watch = screen.console(err=True)
    if watch.is_terminal:
        with watch.status(Text(line)) as status:

            def turn(passed: float) -> None:
                look()
                status.update(Text(f"{line}  {passed:.0f}/{seconds:.0f} s  (Ctrl-C stops waiting)"))

            return connecting.await_first(db, made.since, seconds, tick=turn)
    watch.print(f"{line}, for up to {seconds:.0f} s", soft_wrap=True)
    return connecting.await_first(db, made.since, seconds, tick=_lines(seconds, look))


def _lines(seconds: float, look: Callable[[], None]) -> Callable[[float], None]:
    """Return what tells of the waiting where nobody watches: a line each tenth of it, and no more than one in 5 s."""
    step = max(seconds / 10, 5.0)
    told = 0.0

    def tick(passed: float) -> None:
        nonlocal told
        look()
        if passed >= told + step:
            told += step
            click.echo(f"waiting: {passed:.0f} of {seconds:.0f} s", err=True)

    return tick


def _nothing_came(number: int, seconds: float) -> str:
    return (
        f"Nothing came within {seconds:.0f} s. The connection {number} is stored; did you react to a message?\n"
        "- Is the gateway in Docker? Then 127.0.0.1 is the container itself: type this again with --public-url,\n"
        "  e.g. http://172.17.0.1:8080, and start Toque with TOQUE_HOST=0.0.0.0\n"
        "- Evolution's webhooks have been seen to stop silently: restart the instance in its manager.\n"
        f"- Check every step: toque connections test {number}"
    )
