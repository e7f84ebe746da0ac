"""The commands that look after the connections: list, test, pause, change, remove."""

from __future__ import annotations

import click
from rich.text import Text

from engine import checkup, connections
from engine.checkup import NoGateway
from engine.cli import place, screen
from engine.cli.words import LANGUAGE, REGION, ZONE, moment
from engine.connections import Overview
from engine.vault import open_vault

_LINES = {"open": ("● open", "green"), "connecting": ("◐ connecting", "yellow"), "close": ("✗ closed", "red")}
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


@click.group(name="connections", invoke_without_command=True)
@_AS_JSON
@click.pass_context
def connections_command(ctx: click.Context, *, as_json: bool) -> None:
    """List the connected numbers; with a command, test, pause, change or remove one.

    A connection is named by its id, its name or its instance.

    \b
    Examples:
      toque connections                         all of them, and when each last heard something
      toque connections test 1                  is everything still in place?
      toque connections set casa --zone America/Monterrey
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list(as_json=as_json)


@connections_command.command(name="ls")
@_AS_JSON
def ls(*, as_json: bool) -> None:
    """List the connected numbers.

    \b
    Example:
      toque connections ls --json
    """  # noqa: D301 - as above
    _list(as_json=as_json)


def _list(*, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        there = connections.overview(db)
    if as_json:
        screen.as_lines([screen.record(one) for one in there])
    elif there:
        screen.table(["ID", "NAME", "AT HOME", "LINE", "ACTS SINCE"], map(_row, there))
    else:
        click.echo("No number is connected yet. Type: toque connect --help")


def _row(one: Overview) -> tuple[str | Text, ...]:
    word, colour = _LINES.get(one.line_state, ("? not told yet", "dim"))
    line = Text(word, colour) if one.enabled else Text("‖ paused", "yellow")
    reason = f", {screen.plain(one.line_reason)}" if one.line_reason else ""
    return (
        str(one.id),
        screen.over(Text(screen.plain(one.title), "bold"), f"{one.gateway}: {screen.plain(one.instance)}"),
        screen.over(one.zone, f"{one.region} · {one.language} · {one.topology.replace('_', ' ')}"),
        screen.over(line, f"heard {screen.ago(one.last_heard_at)}{reason}"),
        screen.over(screen.local(one.acts_since, one.zone), screen.count(one.rules, "rule")),
    )


@connections_command.command(name="test")
@click.argument("connection")
@click.option("--send", is_flag=True, help="Also send a message to the number's own chat.")
@_AS_JSON
def test(*, connection: str, send: bool, as_json: bool) -> None:
    """Look whether a connection works: gateway, key, line, webhook. Sends nothing unless told to.

    \b
    Examples:
      toque connections test 1
      toque connections test 1 --send           a greeting in your own chat
    """  # noqa: D301 - as above
    settings = place.settings()
    with place.writing(settings) as (db, record):
        one = place.named(db, connection)
        try:
            number = checkup.opened(db, open_vault(settings), one.id)
        except NoGateway as fault:
            raise click.ClickException(str(fault)) from fault
        found = [*checkup.findings(db, number), *checkup.hearing(one, screen.ago(one.last_heard_at))]
        if send and not checkup.faulty(found):
            found.append(checkup.greet(db, number, record))
    if as_json:
        screen.as_lines(
            {
                "connection": one.id,
                "ok": not checkup.faulty(found),
                "findings": [screen.record(each) for each in found],
            }
        )
    else:
        for each in found:
            screen.finding(each)
    if checkup.faulty(found):
        raise click.exceptions.Exit(1)


@connections_command.command(name="pause")
@click.argument("connection")
def pause(*, connection: str) -> None:
    """Let a number rest: what happens there is kept, and nothing is done or answered until it is resumed.

    \b
    Example:
      toque connections pause 1
    """  # noqa: D301 - as above
    _switch(connection, enabled=False)


@connections_command.command(name="resume")
@click.argument("connection")
def resume(*, connection: str) -> None:
    """Let a number work again; what happened while it was paused is settled at once.

    To leave alone what happened meanwhile, say first: toque connections acts-since 1 now

    \b
    Example:
      toque connections resume 1
    """  # noqa: D301 - as above
    _switch(connection, enabled=True)


def _switch(connection: str, *, enabled: bool) -> None:
    what = "connection.resume" if enabled else "connection.pause"
    with place.writing() as (db, record), db.transaction():
        one = place.named(db, connection)
        changed = connections.switch(db, one.id, enabled=enabled)
        if changed:
            subject = f"connection:{one.id}"
            record(what, subject, {"enabled": not enabled}, {"enabled": enabled}, connection=one.id)
    if not changed:
        click.echo(f"{one.title} {'was not paused' if enabled else 'is paused already'}")
    elif enabled:
        screen.good(f"{one.title} works again; what happened meanwhile is settled now")
    else:
        again = f"toque connections resume {one.id}"
        screen.good(f"{one.title} is paused; what happens meanwhile is kept and waits", again)


@connections_command.command(name="acts-since")
@click.argument("connection")
@click.argument("when", required=False)
@_AS_JSON
def acts_since(*, connection: str, when: str | None, as_json: bool) -> None:
    """Show or set since when reactions are acted on; older ones are left alone.

    WHEN is `now`, so long back (90min, 12h, 7d), or a day or time in the connection's zone. What was decided already
    stays as it is: an earlier moment brings back nothing by itself.

    \b
    Examples:
      toque connections acts-since 1
      toque connections acts-since 1 2026-01-02T09:00
      toque connections acts-since 1 7d
    """  # noqa: D301 - as above
    with place.writing() as (db, record), db.transaction():
        one = place.named(db, connection)
        since = moment(when, one.zone) if when else one.acts_since
        if when:
            connections.act_since(db, one.id, since)
            subject = f"connection:{one.id}"
            record("connection.acts_since", subject, one.acts_since, since, connection=one.id)
    if as_json:
        screen.as_lines({"connection": one.id, "acts_since": since})
    else:
        click.echo(f"{one.title} acts on reactions since {screen.local(since, one.zone)} ({one.zone})")


@connections_command.command(name="set")
@click.argument("connection")
@click.option("--name", help="What you call it.")
@click.option("--zone", type=ZONE, help="Time zone of its owner.")
@click.option("--language", type=LANGUAGE, help="Language of its owner.")
@click.option("--region", type=REGION, help="Country (ISO 3166): currency, order of day and month.")
@click.option("--topology", type=click.Choice(connections.TOPOLOGIES), help="Your own number, or one of Toque's own.")
def set_(*, connection: str, **wanted: str | None) -> None:
    """Change what is set for a connection; it holds from the next reaction on.

    \b
    Example:
      toque connections set 1 --name Casa --zone America/Monterrey --language es --region MX
    """  # noqa: D301 - as above
    if not any(wanted.values()):
        raise click.UsageError("Say what to change: --name, --zone, --language, --region or --topology.")
    with place.writing() as (db, record), db.transaction():
        one = place.named(db, connection)
        connections.change(db, one.id, **{name: value or None for name, value in wanted.items()})
        (now,) = connections.overview(db, one.id)
        before, after = ({name: getattr(each, name) for name in wanted} for each in (one, now))
        record("connection.change", f"connection:{one.id}", before, after, connection=one.id)
    screen.good(
        f"{now.title}: {now.zone}, {now.region}, {now.language}, {now.topology.replace('_', ' ')}; "
        "from the next reaction on"
    )


@connections_command.command(name="remove")
@click.argument("connection")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(*, connection: str, yes: bool) -> None:
    """Forget a number with all its items, messages and rules, and switch its webhook off. Asks first.

    \b
    Example:
      toque connections remove 2
    """  # noqa: D301 - as above
    settings = place.settings()
    with place.writing(settings) as (db, record):
        one = place.named(db, connection)
        has = connections.content(db, one.id)
        goes = (
            f"{screen.count(has.items, 'item')}, {screen.count(has.messages, 'message')} "
            f"and {screen.count(has.rules, 'rule')}"
        )
        if not yes:
            click.confirm(f"Forget {one.title} ({one.id}) with {goes}? Nothing brings them back", abort=True, err=True)
        gone = checkup.forget(db, open_vault(settings), one, record)
    screen.good(f"{one.title} is forgotten, with {goes}")
    screen.finding(gone.webhook)
