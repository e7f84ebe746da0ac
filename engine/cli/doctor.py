"""The command that looks whether everything is well."""

from __future__ import annotations

import click
import psycopg

from engine import checkup, doctor
from engine.cli import place, screen
from engine.config import Settings
from engine.doctor import Part
from engine.gateways.setup import Finding
from sql.migrate import WrongSchema


@click.command(name="doctor")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
def doctor_command(*, as_json: bool) -> None:
    """Look at everything that Toque needs, and say what to do about what is wrong. Changes and sends nothing.

    Database, clocks, secrets, web process, workers and queue, each connected number with its gateway and webhook, its
    rules, and the upkeep. Exits with 1 where something does not work.

    \b
    Examples:
      toque doctor
      toque doctor --json | jq '.parts[].findings[] | select(.level != "good")'
    """  # noqa: D301 - \b keeps click from filling the lines
    settings = place.settings()
    parts: list[Part] = []
    try:
        with place.database(settings) as db:
            for part in doctor.look(settings, db, place.who(), screen.ago):
                parts.append(part)
                if not as_json:
                    _show(part)
    except (psycopg.OperationalError, WrongSchema, click.ClickException) as fault:
        parts.append(_without(settings, fault))
        if not as_json:
            _show(parts[-1])
    ok = not any(checkup.faulty(part.findings) for part in parts)
    if as_json:
        screen.as_lines({"ok": ok, "parts": [screen.record(part) for part in parts]})
    else:
        _sum_up(parts)
    if not ok:
        raise click.exceptions.Exit(1)


def _without(settings: Settings, fault: Exception) -> Part:
    """Return what can be said where the database is not to be had."""
    said = fault.format_message() if isinstance(fault, click.ClickException) else str(fault).strip()
    fix = None if isinstance(fault, (click.ClickException, WrongSchema)) else "check DATABASE_URL, and that it runs"
    where = "the database of DATABASE_URL" if settings.database_url else "the embedded database"
    return Part("database", "Database", (Finding("fault", f"{where} is not to be had: {said}", fix),))


def _show(part: Part) -> None:
    click.secho(screen.plain(part.title), bold=True)
    for each in part.findings:
        screen.finding(each)


def _sum_up(parts: list[Part]) -> None:
    found = [each for part in parts for each in part.findings]
    faults, warnings = (sum(each.level == level for each in found) for level in ("fault", "warning"))
    click.echo()
    if faults:
        click.echo(f"{screen.count(faults, 'fault')} to mend, {screen.count(warnings, 'warning')}.")
    elif warnings:
        click.echo(f"All works; {screen.count(warnings, 'warning')} to look at.")
    else:
        click.echo("All is well.")
