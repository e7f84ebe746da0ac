"""The commands about the audit log: ls, verify, rotate-key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import click
from rich.text import Text

from engine import vault
from engine.audit import Audit, entries
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from engine.cli.words import moment
from engine.difference import Changed, difference


@click.group(name="audit", invoke_without_command=True)
@AS_JSON
@click.pass_context
def audit_command(ctx: click.Context, *, as_json: bool) -> None:
    """List who changed what, the newest first; with a command, verify that nothing was tampered with.

    \b
    Examples:
      toque audit                                     the last changes
      toque audit ls --who maria --action rule
      toque audit verify
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list({}, as_json=as_json)


@audit_command.command(name="ls")
@click.option("--who", "actor", help="Of this account or key only, or of `cli:<user>`.")
@click.option("--action", help="Only this, or what begins with it: rule, rule.apply, item, …")
@click.option("--subject", help="Only what was done to this: item:7, rule:bill, …, or to all of its kind: item")
@click.option("--connection", help="Of this number only (id, name or instance).")
@click.option("--since", help="Since then: 12h, 7d, or a day.")
@click.option("--until", help="Before then, said like --since.")
@click.option("-n", "n", type=click.IntRange(1, 10_000), default=50, show_default=True, help="At most so many.")
@AS_JSON
def ls(*, since: str | None, until: str | None, as_json: bool, **which: Any) -> None:  # noqa: ANN401 - the options
    """List who changed what, the newest first, with what was before and after.

    \b
    Examples:
      toque audit ls --subject item:7
      toque audit ls --since 7d --json
    """  # noqa: D301 - as above
    when = {"since": moment(since, "UTC") if since else None, "until": moment(until, "UTC") if until else None}
    _list(which | when, as_json=as_json)


def _list(which: Mapping[str, Any], *, as_json: bool) -> None:
    with place.database(place.settings()) as db:
        said = which.get("connection")
        wanted = {"n": 50} | dict(which) | {"connection": place.named(db, said).id if said else None}
        there = entries(db, **wanted)
    if as_json:
        screen.as_lines(there)
    elif there:
        screen.table(["NO.", "WHEN", "WHO", "WHAT", "BEFORE → AFTER"], map(_row, there))
    else:
        click.echo("Nothing." if any(which.values()) else "Nothing was changed by anybody yet.")


def _row(entry: Mapping[str, Any]) -> list[str | Text]:
    at: datetime = entry["at"]
    named = f" ({screen.plain(entry['actor_name'])})" if entry["actor_name"] else ""
    where = f"on {entry['connection_id']}" if entry["connection_id"] is not None else ""
    return [
        str(entry["position"]),
        f"{at:%Y-%m-%d %H:%M:%S}",
        f"{screen.plain(entry['actor'])}{named}",
        screen.over(Text(entry["action"], "bold"), " ".join(filter(None, (screen.plain(entry["subject"]), where)))),
        _changed(entry),
    ]


def _changed(entry: Mapping[str, Any]) -> str | Text:
    """Return what differs, a line a field; of what was made or is gone, all that was known."""
    if entry["erased_at"]:
        return Text("erased", "dim")
    return "\n".join(_line(one) for one in difference(entry["before"], entry["after"]))


def _line(one: Changed) -> str:
    name = f"{screen.plain(one.name)}: " if one.name else ""
    return f"{name}{_shown(one.before)} → {_shown(one.after)}"


def _shown(value: object) -> str:
    if value is None:
        return "–"
    return screen.plain(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


@audit_command.command(name="rotate-key")
@AS_JSON
def rotate_key(*, as_json: bool) -> None:
    """Seal the record with a new key from the next start on; what was sealed before still verifies.

    The key is Toque's own, which also opens the secrets of connections. The former one stays behind the new one, to
    open and to verify what it sealed: keep both. Where the key is a setting, this prints what to set.

    \b
    Example:
      toque audit rotate-key
    """  # noqa: D301 - as above
    read = place.settings()
    keys = vault.another_key(read)
    former, new = Audit.of(vault.open_vault(read)), Audit.of(vault.of_text(keys))
    with place.database(read) as db, db.transaction():
        # Under the former key: the record itself says which one follows.
        key = {"key": new.fingerprint}
        former.record(db, place.who(), "audit.rotate", "audit", {"key": former.fingerprint}, key)
    written = vault.keep(read, keys)
    if as_json:
        screen.as_lines({"key": new.fingerprint, "set": None if written else keys})
    elif written:
        screen.good(f"a new key stands in {written}, the former one behind it; make a copy of it", "now restart Toque")
    else:
        screen.good("a new key: set TOQUE_SECRET_KEY to this everywhere, and restart Toque")
        click.echo(keys)


@audit_command.command(name="verify")
@click.option("--end", help="Where the log ended once, as this command printed it: finds out whether it was cut off.")
@AS_JSON
def verify(*, end: str | None, as_json: bool) -> None:
    """Follow the whole chain, and name its first broken link; exits 1 then.

    What was erased for somebody's privacy breaks nothing. Keep the end that it prints somewhere else, and say it next
    time: that nothing was cut off at the end, the log cannot prove by itself.

    \b
    Examples:
      toque audit verify
      toque audit verify --end 118:9f3a5c0e77d0b1c2a4e8f60718293a4b
    """  # noqa: D301 - as above
    read = place.settings()
    with place.database(read) as db:
        found = Audit.of(vault.open_vault(read)).verify(db, end)
    if as_json:
        screen.as_lines(screen.record(found) | {"ok": found.broken is None})
    elif found.broken is None:
        erased = f", {found.erased} with their content erased" if found.erased else ""
        whole = f"whole: {found.entries} {'entry' if found.entries == 1 else 'entries'}{erased}"
        screen.good(whole, f"its end, to be kept elsewhere: {found.end}" if found.entries else None)
    if found.broken:
        raise click.ClickException(
            f"The chain is broken at entry {found.broken.position}: {found.broken.says}. "
            f"Everything before it is as it was written. Look at it: toque audit ls --json"
        )
