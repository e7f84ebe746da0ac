"""The commands that read a message without doing anything: try and parse."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click
import psycopg

from engine import card, connections, dryrun, plugins, preview, rulebook
from engine.cli import place
from engine.cli.screen import as_lines, console, count, lines
from engine.cli.words import LANGUAGE, ZONE
from engine.connections import Overview
from engine.decide import decide
from engine.locale import Preferences
from engine.locale import phone as known
from parsers.jsonl import answer
from rules.book import Book, load
from rules.faults import render
from sql.migrate import WrongSchema


@click.command(name="parse")
@click.option("--jsonl", is_flag=True, help="Read one JSON object a line, write one a line.")
@click.argument("source", default="-")
def parse_command(*, source: str, jsonl: bool) -> None:
    """Read messages with the parsers alone: {"id","text","parser","lang","region","tz","now"} a line.

    Exits 1 where a line was no request; those after it are answered all the same. One text is tried by `toque try`.

    \b
    Example:
      echo '{"id":"1","text":"Pay rent 1850 by Friday","parser":"bill","lang":null,"region":"US",
             "tz":"America/New_York","now":"2026-05-01T10:00:00"}' | tr -d '\\n' | toque parse --jsonl
    """  # noqa: D301 - \b keeps click from filling the lines
    if not jsonl:
        raise click.UsageError("Say --jsonl to read JSON lines. For one text: toque try 'Pay rent 900' --emoji 💳")
    plugins.load_parsers()
    bad = 0
    for number, line in enumerate(_lines(source), 1):
        if not line.strip():
            continue
        try:
            told = answer(json.loads(line))
        except json.JSONDecodeError as fault:
            # The lines after it are answered all the same.
            told = {"success": False, "error": "bad_request", "message": f"line {number} is not JSON: {fault}"}
        bad += told.get("error") == "bad_request"
        click.echo(json.dumps(told, ensure_ascii=False))
    if bad:
        raise click.ClickException(f"{count(bad, 'line')} could not be understood: see bad_request above.")


def _lines(source: str) -> Iterator[str]:
    """Yield the lines of a file, or of standard input."""
    try:
        with click.open_file(source, encoding="utf-8") as file:
            yield from file
    except OSError as fault:
        raise click.ClickException(f"{source} cannot be read: {fault.strerror}") from fault


@click.command(name="try")
@click.argument("text")
@click.option("--emoji", help="The reaction, e.g. 💳.")
@click.option("--message", is_flag=True, help="No reaction: what rules about messages make of it.")
@click.option("--chat", help="Where: groups, direct, self, an address, or a group's name (a direct chat).")
@click.option("--from", "phone", help="Phone number of who reacts: it tells the country, e.g. +5215512345678.")
@click.option("--at", help="When the message was sent, e.g. 2026-01-02T09:00 (now).")
@click.option("--zone", type=ZONE, help="Time zone of who reacts, where the number does not tell.")
@click.option("--language", type=LANGUAGE, help="Language of who reacts: es, en, pt, fr, it or de.")
@click.option("--rules", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A rule file.")
@click.option("--connection", help="By the rules of this number as they are now (id, name or instance).")
@click.option("--json", "as_json", is_flag=True, help="Print the decision as JSON.")
def try_command(
    *, text: str, emoji: str | None, message: bool, chat: str | None, phone: str | None, at: str | None,
    zone: str | None, language: str | None, file: Path | None, connection: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Show what a reaction or a message would come to, without doing it: the spans, the fields, the rules.

    By the rules of the only connected number, and whoever reacts is at home there, unless --from tells.
    Without a number, or with several and no --connection, by the starter rules. `toque rules test` is the same.

    \b
    Examples:
      toque rules test 'Pay rent 900 by Friday' --emoji 💳 --rules rules.yaml
      toque try 'Pagar luz CFE $890 vence 15 enero' --emoji 💳 --from +5215512345678 --at 2026-01-02T09:00
      toque try 'Dentist tomorrow at 5' --emoji 📅 --zone Europe/London --json
      toque rules test 'The router is not working' --message --chat groups --rules rules.yaml
    """  # noqa: D301 - as above
    if message == bool(emoji):
        raise click.UsageError("Say --emoji with the reaction, e.g. --emoji 💳, or --message where nobody reacts.")
    if phone and not known("+" + phone.lstrip("+")):
        raise click.BadParameter(f"{phone} is no phone number, e.g. +5215512345678", param_hint="--from")
    book, home = _book(file, connection)
    asked = dryrun.situation(
        text, emoji or "", phone=phone, at=_moment(at), zone=zone, language=language, home=home, chat=chat
    )
    plugins.load_parsers()
    decision = decide(book, asked)
    if as_json:
        as_lines(preview.as_record(decision, asked))
    else:
        card.show(console(), card.of_decision(decision, asked))


def _book(file: Path | None, connection: str | None) -> tuple[Book, Preferences | None]:
    """Return the rules that were asked for, and where the number is at home that was named."""
    if file and connection:
        raise click.UsageError("--rules and --connection name two books: ask one of them.")
    if connection:
        with place.database(place.settings()) as db:
            return _of_number(db, place.named(db, connection))
    book, home = _of_only_number() or (rulebook.starter(), None)
    return _written(file) if file else book, home


def _written(file: Path) -> Book:
    """Return the rules of a file, and say what will not work in it."""
    book = load(file.read_text(encoding="utf-8"), str(file))
    if book.warnings:
        click.echo(lines(render(book.warnings)), err=True)
    return book


def _of_number(db: place.Db, one: Overview) -> tuple[Book, Preferences]:
    return rulebook.read(db, one.id), Preferences(one.zone, one.region, one.language)


def _of_only_number() -> tuple[Book, Preferences] | None:
    """Return rules and home of the only connected number; None where there are several, none, or no database."""
    try:
        with place.database(place.settings()) as db:
            there = connections.overview(db)
            return _of_number(db, there[0]) if len(there) == 1 else None
    except (click.ClickException, psycopg.Error, WrongSchema):
        return None  # it is tried without a database as well


def _moment(said: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if said else None
    except ValueError as fault:
        raise click.BadParameter(f"{said} is no time, e.g. 2026-01-02T09:00", param_hint="--at") from fault
