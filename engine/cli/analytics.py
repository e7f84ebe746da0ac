"""The commands about statistics: ls, show."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import click

from engine import analytics, clock, spreadsheet
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.locale import is_zone


@click.group(name="analytics", invoke_without_command=True)
@click.pass_context
def analytics_command(ctx: click.Context, /) -> None:
    """List the statistics there are; with a command, show one.

    \b
    Examples:
      toque analytics                           what there is
      toque analytics show funnel               from reaction to done, the last seven days
      toque analytics show people --days 30 --csv > people.csv
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        ctx.invoke(ls, as_json=False)


@analytics_command.command(name="ls")
@AS_JSON
def ls(*, as_json: bool) -> None:
    """List the statistics there are.

    \b
    Example:
      toque analytics ls
    """  # noqa: D301 - as above
    rows = [{"name": name, "tells": analytics.title(name)} for name in analytics.names()]
    if as_json:
        screen.as_lines(rows)
    else:
        screen.table(["NAME", "TELLS"], [[row["name"], row["tells"]] for row in rows])


def _zone(_context: click.Context, _option: click.Parameter, zone: str | None) -> str | None:
    if zone is not None and not is_zone(zone):
        raise click.BadParameter(f"there is no time zone {zone}; say for example America/Mexico_City")
    return zone


@analytics_command.command(name="show")
@click.argument("name", type=click.Choice(analytics.names()))
@click.option("--days", type=click.IntRange(1, 3650), default=7, show_default=True, help="So many days back from now.")
@click.option("--connection", "connections", type=int, multiple=True, help="Of this number only, by its id.")
@click.option("--zone", callback=_zone, help="Where a day begins and an hour is an hour; UTC otherwise.")
@click.option("--csv", "as_csv", is_flag=True, help="As comma separated values, for a spreadsheet.")
@AS_JSON
def show(*, name: str, days: int, connections: tuple[int, ...], zone: str | None, as_csv: bool, as_json: bool) -> None:
    """Show one of the statistics.

    \b
    Examples:
      toque analytics show nlp
      toque analytics show hourly --zone America/Mexico_City
      toque analytics show daily --days 90 --csv > days.csv
    """  # noqa: D301 - as above
    asked = analytics.Asked(since=clock.now() - timedelta(days=days), zone=zone, connections=connections or None)
    with place.database(place.settings()) as db:
        rows = analytics.ask(db, name, asked)
    if as_json:
        screen.as_lines(rows)
    elif as_csv:
        click.echo(spreadsheet.as_csv(analytics.as_table(rows)), nl=False)
    elif rows:
        click.echo(f"{analytics.title(name)}\n")
        head, *lines = analytics.as_table(rows)
        screen.table([column.upper() for column in head], [[_cell(value) for value in line] for line in lines])
    else:
        click.echo(f"Nothing happened in the last {days} days.")


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever a column holds
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%a %Y-%m-%d}"
    if isinstance(value, list):
        value = " ".join(map(str, value))
    return "–" if value is None else screen.plain(str(value))
