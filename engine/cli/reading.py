"""The commands that read a message without doing anything: try and parse."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import IO

import click

from engine import card, dryrun, explain, plugins, rulebook
from engine.cli import place
from engine.cli.screen import as_lines, console
from engine.cli.words import LANGUAGE, ZONE
from engine.decide import decide
from engine.locale import phone as known
from parsers.jsonl import answer
from rules.book import Book, load


@click.command(name="parse")
@click.option("--jsonl", is_flag=True, required=True, help="Read one JSON object a line, write one a line.")
@click.argument("source", type=click.File(encoding="utf-8"), default="-")
def parse_command(*, source: IO[str], jsonl: bool) -> None:  # noqa: ARG001 - the only form so far, said aloud
    """Read messages with the parsers alone: {"id","text","parser","lang","region","tz","now"} a line.

    \b
    Example:
      echo '{"id":"1","text":"Pay rent 1850 by Friday","parser":"bill","lang":null,"region":"US",
             "tz":"America/New_York","now":"2026-05-01T10:00:00"}' | tr -d '\\n' | toque parse --jsonl
    """  # noqa: D301 - \b keeps click from filling the lines
    plugins.load_parsers()
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            told = answer(json.loads(line))
        except json.JSONDecodeError as fault:
            # The lines after it are answered all the same.
            told = {"success": False, "error": "bad_request", "message": f"line {number} is not JSON: {fault}"}
        click.echo(json.dumps(told, ensure_ascii=False))


@click.command(name="try")
@click.argument("text")
@click.option("--emoji", required=True, help="The reaction, e.g. 💳.")
@click.option("--from", "phone", help="Phone number of who reacts: it tells the country, e.g. +5215512345678.")
@click.option("--at", help="When the message was sent, e.g. 2026-01-02T09:00 (now).")
@click.option("--zone", type=ZONE, help="Time zone of who reacts, where the number does not tell.")
@click.option("--language", type=LANGUAGE, help="Language of who reacts: es, en or pt.")
@click.option("--rules", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A rule file.")
@click.option("--connection", help="By the rules of this number as they are now (id, name or instance).")
@click.option("--json", "as_json", is_flag=True, help="Print the decision as JSON.")
def try_command(
    *, text: str, emoji: str, phone: str | None, at: str | None, zone: str | None, language: str | None,
    file: Path | None, connection: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Show what a reaction would come to, without doing it: the spans, the fields, the rules.

    By the starter rules, unless --rules or --connection names others. `toque try` and `toque rules test` are the same.

    \b
    Examples:
      toque rules test 'Pay rent 900 by Friday' --emoji 💳 --rules rules.yaml
      toque try 'Pagar luz CFE $890 vence 15 enero' --emoji 💳 --from +5215512345678 --at 2026-01-02T09:00
      toque try 'Dentist tomorrow at 5' --emoji 📅 --zone Europe/London --json
    """  # noqa: D301 - as above
    if phone and not known("+" + phone.lstrip("+")):
        raise click.BadParameter(f"{phone} is no phone number, e.g. +5215512345678", param_hint="--from")
    book = _book(file, connection)
    asked = dryrun.situation(text, emoji, phone=phone, at=_moment(at), zone=zone, language=language)
    plugins.load_parsers()
    decision = decide(book, asked)
    if as_json:
        as_lines(explain.decision_as_json(decision))
    else:
        card.show(console(), decision, asked)


def _book(file: Path | None, connection: str | None) -> Book:
    if file and connection:
        raise click.UsageError("--rules and --connection name two books: ask one of them.")
    if connection:
        with place.database(place.settings()) as db:
            return rulebook.read(db, place.named(db, connection).id)
    return load(file.read_text(encoding="utf-8"), str(file)) if file else rulebook.starter()


def _moment(said: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if said else None
    except ValueError as fault:
        raise click.BadParameter(f"{said} is no time, e.g. 2026-01-02T09:00", param_hint="--at") from fault
