"""The command line: `toque up` runs everything; each other command is one part of it."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import IO, Any, ParamSpec, TypeVar

import click
import psycopg
from pydantic import ValidationError
from rich.console import Console
from rich.text import Text

from engine.config import Settings

P = ParamSpec("P")
R = TypeVar("R")

EXAMPLE = "Pagar luz CFE $890 vence 15 enero"
USAGE = 64
"""Exit code for what was typed wrongly."""


def _plain_faults(command: Callable[P, R]) -> Callable[P, R]:
    """Turn the faults that a person can do something about into one sentence and exit code 1."""
    from engine.postgres import PostgresFailed
    from engine.supervisor import ChildFailed
    from engine.vault import WrongKey
    from executors.destinations import NotNow, Permanent
    from rules.faults import FaultyRules
    from sql.migrate import WrongSchema

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (PostgresFailed, ChildFailed, WrongKey, NotNow, Permanent, FaultyRules, WrongSchema) as fault:
            raise click.ClickException(str(fault)) from fault
        except psycopg.OperationalError as fault:
            raise click.ClickException(
                f"The database cannot be reached: {str(fault).strip()}\n"
                "Check DATABASE_URL, or unset it and type: toque up"
            ) from fault

    return run


def _settings(**said: object) -> Settings:
    """Return the settings, what was said on the command line first."""
    try:
        settings = Settings(**{name: value for name, value in said.items() if value is not None})  # type: ignore[arg-type] # pydantic checks them
    except ValidationError as fault:
        lines = [f"TOQUE_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in fault.errors()]
        raise click.ClickException("A setting is wrong.\n" + "\n".join(lines)) from fault
    from engine.logs import configure

    configure(settings)
    return settings


def _database(settings: Settings) -> str:
    if not settings.database_url:
        raise click.ClickException(
            "DATABASE_URL is not set. This command needs a running database: set it, or type: toque up"
        )
    return settings.database_url


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="toque")
def main() -> None:
    """React with an emoji to a WhatsApp message and it becomes a task, an event, a bill or a note.

    \b
    Examples:
      toque up                                  everything in one terminal, with a demo phone
      toque try "Pagar luz CFE $890 vence 15 enero" --emoji 💳 --from +5215512345678
      toque demo --script                       play the demo and check what became of it
    """  # noqa: D301 - \b keeps click from filling the lines


@main.command()
@click.option("--port", type=int, help="Port of the web process (8080).")
@click.option("--workers", type=int, help="Worker processes (2).")
@click.option("--demo/--no-demo", default=True, help="With the demo's phone and its connection (the default).")
def up(port: int | None, workers: int | None, *, demo: bool) -> None:
    """Run everything: database, web, workers and the demo's phone. Ctrl-C stops it all.

    Without DATABASE_URL, Toque runs its own PostgreSQL in the directory `data`, which survives restarts.
    """
    _up(_settings(port=port, workers=workers), demo=demo)


@_plain_faults
def _up(settings: Settings, *, demo: bool) -> None:
    from engine.supervisor import running

    screen = Console(highlight=False)
    # Until everything stands, a Ctrl-C is an exception that unwinds it in order.
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with running(settings, demo=demo, say=lambda line: screen.print(f"[dim]· {line}[/dim]")) as (where, supervisor):
            screen.print(_welcome(where.url, where.phone_url), soft_wrap=True)
            supervisor.watch()
            screen.print("[dim]stopping…[/dim]")
    except KeyboardInterrupt:
        screen.print("[dim]stopped[/dim]")
        return
    screen.print("[dim]stopped; your data is kept[/dim]")


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _welcome(url: str, phone: str | None) -> Text:
    """Return what to do first. No frame: a line that is to be copied must not be broken."""
    lines = Text.assemble(("\nToque is running", "bold green"), "  Ctrl-C stops it; your data is kept.\n\n")
    lines.append("  Open          ").append(f"{url}\n", "bold cyan")
    if phone:
        body = json.dumps({"text": EXAMPLE, "emoji": "💳"}, ensure_ascii=False)
        lines.append("  First bill    ").append(f"curl -s {phone}/phone/try -d '{body}'\n", "bold")
        lines.append("  Its answer    ").append(f"curl -s {phone}/phone/sent\n", "bold")
    lines.append("  Real WhatsApp ").append("toque connect --help\n", "bold")
    return lines


@main.command()
def web() -> None:
    """Run the web process: the webhook, the pages, the live feed."""
    settings = _settings()
    _database(settings)
    from engine.web.app import serve

    _plain_faults(serve)(settings)


@main.command()
@click.option("--kinds", default="settle,deliver", show_default=True, help="What to work on, separated by commas.")
def work(kinds: str) -> None:
    """Run one worker: it settles reactions and delivers answers until it is told to stop.

    Several may run at once, here or on other machines. SIGTERM finishes the item in hand.
    """
    settings = _settings()
    url = _database(settings)
    from engine.vault import open_vault
    from engine.worker import KINDS, Worker

    chosen = [kind.strip() for kind in kinds.split(",") if kind.strip()]
    unknown = set(chosen) - set(KINDS)
    if unknown or not chosen:
        raise click.BadParameter(f"choose from {', '.join(KINDS)}", param_hint="--kinds")
    _plain_faults(lambda: Worker(settings, url, open_vault(settings), chosen).run())()


@main.command()
def migrate() -> None:
    """Bring the database to the schema of this version."""
    settings = _settings()
    from engine.supervisor import database
    from sql import migrate as migrations

    def run() -> list[str]:
        with database(settings) as url:
            return migrations.migrate(url)

    done = _plain_faults(run)()
    click.echo("\n".join(f"migrated: {name}" for name in done) or "nothing to migrate")


@main.command()
@click.option("--script", is_flag=True, help="Play the fixed scenario, check it, and exit 1 when anything is wrong.")
def demo(*, script: bool) -> None:
    """Show what Toque does, on a database of its own, beside a running Toque if need be."""
    if not script:
        raise click.UsageError("Say --script to play the scenario; `toque up` runs the demo's phone for you to try.")
    sys.exit(_play())


@_plain_faults
def _play() -> int:
    from demo.script import play, render
    from engine.supervisor import free_port, running

    with tempfile.TemporaryDirectory(prefix="toque-demo-") as home:
        # Nothing of the running Toque's: its own database, ports and keys, and no pauses between answers.
        os.environ.pop("DATABASE_URL", None)
        settings = _settings(
            database_url=None, data_dir=Path(home), port=free_port(), demo_port=0, send_interval_seconds=0,
            send_jitter_seconds=0, log_level="warning", workers=2,
        )  # fmt: skip
        with running(settings, demo=True) as (where, _):
            steps = play(where.url, where.phone_url or "")
    render(steps)
    return 0 if all(step.ok for step in steps) else 1


@main.command()
@click.argument("gateway", type=click.Choice(["evolution"]))
@click.option("--url", required=True, help="Where the gateway's API answers, e.g. http://localhost:8081")
@click.option("--api-key", required=True, envvar="TOQUE_GATEWAY_API_KEY", help="The gateway's key or instance token.")
@click.option("--instance", required=True, help="Name of the instance at the gateway.")
@click.option("--public-url", help="Where the gateway reaches this Toque (TOQUE_PUBLIC_URL).")
def connect(gateway: str, url: str, api_key: str, instance: str, public_url: str | None) -> None:
    """Connect a WhatsApp number: store its keys (encrypted) and set the gateway's webhook.

    \b
    Example:
      toque connect evolution --url http://localhost:8081 --instance home \\
          --api-key $EVOLUTION_KEY --public-url http://192.168.1.10:8080
    """  # noqa: D301 - \b keeps click from filling the lines
    settings = _settings(public_url=public_url)
    if not settings.public_url:
        raise click.UsageError(
            "Say with --public-url where the gateway reaches this Toque, e.g. http://192.168.1.10:8080"
        )
    _connect(settings, gateway, url, api_key, instance, settings.public_url)


@_plain_faults
def _connect(settings: Settings, gateway: str, url: str, api_key: str, instance: str, public_url: str) -> None:
    from engine import connect as connecting
    from engine.vault import open_vault

    with _running_database(settings) as db:
        made = connecting.connect(
            db, open_vault(settings), settings, gateway=gateway, instance=instance, base_url=url, api_key=api_key,
            public_url=public_url,
        )  # fmt: skip
    click.echo(f"connected: {instance} (connection {made.connection.id})")
    click.echo("its webhook is set, with a secret header; now react with ✅ to a message in your own chat")
    if made.owner is None:
        click.echo("note: no phone is linked to this instance yet: scan its QR code at the gateway", err=True)


def _running_database(settings: Settings) -> psycopg.Connection[tuple[Any, ...]]:
    """Return a connection to the configured database, or to the embedded one of a running `toque up`."""
    from engine.postgres import EmbeddedPostgres

    url = settings.database_url or EmbeddedPostgres(settings.data_dir / "postgres", settings.pg_bin).url
    return psycopg.connect(url, autocommit=True)


@main.command()
@click.option("--jsonl", is_flag=True, required=True, help="Read one JSON object a line, write one a line.")
@click.argument("source", type=click.File(encoding="utf-8"), default="-")
def parse(source: IO[str], *, jsonl: bool) -> None:  # noqa: ARG001 - the only form so far, said aloud
    """Read messages with the parsers alone: {"id","text","parser","lang","region","tz","now"} a line.

    \b
    Example:
      echo '{"id":"1","text":"Pay rent 1850 by Friday","parser":"bill","lang":null,"region":"US",
             "tz":"America/New_York","now":"2026-05-01T10:00:00"}' | tr -d '\\n' | toque parse --jsonl
    """  # noqa: D301 - \b keeps click from filling the lines
    from parsers.jsonl import answer

    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            request = json.loads(line)
        except json.JSONDecodeError as fault:
            raise click.ClickException(f"line {number} is not JSON: {fault}") from fault
        click.echo(json.dumps(answer(request), ensure_ascii=False))


@main.command(name="try")
@click.argument("text")
@click.option("--emoji", required=True, help="The reaction, e.g. 💳.")
@click.option("--from", "phone", help="Phone number of who reacts: it tells the country, e.g. +5215512345678.")
@click.option("--at", help="When the message was sent, e.g. 2026-01-02T09:00 (now).")
@click.option("--zone", help="Time zone of who reacts, where the number does not tell.")
@click.option("--language", help="Language of who reacts: es, en or pt.")
@click.option("--rules", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A rule file.")
@click.option("--json", "as_json", is_flag=True, help="Print the decision as JSON.")
def try_(
    text: str, emoji: str, phone: str | None, at: str | None, zone: str | None, language: str | None,
    file: Path | None, *, as_json: bool,
) -> None:  # fmt: skip
    """Show what a reaction would come to, without doing it: the spans, the fields, the rules.

    \b
    Example:
      toque try "Pagar luz CFE $890 vence 15 enero" --emoji 💳 --from +5215512345678 --at 2026-01-02T09:00
    """  # noqa: D301 - \b keeps click from filling the lines
    moment = _moment(at)
    _try(text, emoji, phone, moment, zone, language, file, as_json=as_json)


@_plain_faults
def _try(
    text: str, emoji: str, phone: str | None, at: datetime | None, zone: str | None, language: str | None,
    file: Path | None, *, as_json: bool,
) -> None:  # fmt: skip
    from engine import card, dryrun, explain, rulebook
    from engine.decide import decide
    from engine.locale import is_zone
    from engine.locale import phone as known
    from rules.book import load

    if zone and not is_zone(zone):
        raise click.BadParameter(f"{zone} is no IANA time zone, e.g. America/Mexico_City", param_hint="--zone")
    if phone and not known("+" + phone.lstrip("+")):
        raise click.BadParameter(f"{phone} is no phone number, e.g. +5215512345678", param_hint="--from")
    book = load(file.read_text(encoding="utf-8"), str(file)) if file else rulebook.starter()
    asked = dryrun.situation(text, emoji, phone=phone, at=at, zone=zone, language=language)
    decision = decide(book, asked)
    if as_json:
        from sql.parameters import as_json as dumped

        click.echo(dumped(explain.decision_as_json(decision)))
    else:
        card.show(Console(highlight=False), decision, asked)


def _moment(said: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if said else None
    except ValueError as fault:
        raise click.BadParameter(f"{said} is no time, e.g. 2026-01-02T09:00", param_hint="--at") from fault
