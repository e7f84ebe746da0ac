"""The commands about items: ls, show, done, pay, reopen, cancel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

import click
from psycopg.rows import dict_row
from rich.text import Text

from engine import by_hand, clock, shown
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from executors.completing import Handled
from executors.destinations.wording.repeats import repeats
from executors.destinations.wording.voice import Voice
from sql import query

_LARGEST = 2**63 - 1
_IDS = click.argument("ids", type=click.IntRange(1, _LARGEST), nargs=-1, required=True)
_MARKS = {"task": "✅", "event": "📅", "bill": "💳", "note": "📝"}


@click.group(name="items", invoke_without_command=True)
@AS_JSON
@click.pass_context
def items_command(ctx: click.Context, *, as_json: bool) -> None:
    """List what is open; with a command, look at an item or say that it is done, paid, open again or cancelled.

    \b
    Examples:
      toque items                               what is open, the newest first
      toque items show 7                        everything that is known of one
      toque items pay 7                         a bill is paid; one that repeats makes the next
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        _list("open", None, 50, as_json=as_json)


@items_command.command(name="ls")
@click.option("--kind", type=click.Choice(["task", "event", "bill", "note"]), help="Of this kind only.")
@click.option(
    "--status", type=click.Choice(["open", "done", "cancelled", "all"]), default="open", show_default=True,
    help="In this state only.",
)  # fmt: skip
@click.option("-n", "n", type=click.IntRange(1, 500), default=50, show_default=True, help="At most so many.")
@AS_JSON
def ls(*, kind: str | None, status: str, n: int, as_json: bool) -> None:
    """List items, the newest first.

    \b
    Examples:
      toque items ls --kind bill
      toque items ls --status all --json
    """  # noqa: D301 - as above
    _list(status, kind, n, as_json=as_json)


def _list(status: str, kind: str | None, n: int, *, as_json: bool) -> None:
    wanted = {"status": None if status == "all" else status, "kind": kind, "n": n}
    with place.database(place.settings()) as db:
        found = [shown.item(row) for row in _rows(db, wanted)]
    if as_json:
        screen.as_lines(found)
    elif found:
        screen.table(["ID", "WHAT", "TITLE", "WHEN", "AMOUNT", "STATUS"], map(_row, found))
    else:
        click.echo(
            "Nothing." if kind or status != "open" else "Nothing is open. React to a message with ✅, 📅, 💳 or 📝."
        )


def _rows(db: place.Db, wanted: Mapping[str, object]) -> list[dict[str, Any]]:
    everything: dict[str, object] = {"ids": None, "message_id": None, "kind": None, "status": None, "n": 50}
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query("items.list"), {**everything, **wanted}).fetchall()


def _row(item: Mapping[str, Any]) -> list[str | Text]:
    flags = "".join(f", {flag.replace('_', ' ')}" for flag in item["flags"])
    return [
        str(item["id"]),
        f"{_MARKS[item['kind']]} {item['kind']}",
        Text(screen.plain(item["title"]), "bold"),
        _when(item["fields"].get("due") or item["fields"].get("start")),
        _amount(item["fields"]),
        f"{item['status']}{flags}",
    ]


@items_command.command(name="show")
@click.argument("id_", metavar="ID", type=click.IntRange(1, _LARGEST))
@AS_JSON
def show(*, id_: int, as_json: bool) -> None:
    """Show everything that is known of one item.

    \b
    Example:
      toque items show 7 --json
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        found = _rows(db, {"ids": [id_]})
    if not found:
        raise click.ClickException(f"There is no item {id_}. Type: toque items ls")
    item = shown.item(found[0])
    if as_json:
        screen.as_lines(item)
        return
    mark, kind = _MARKS[item["kind"]], item["kind"]
    screen.console().print(Text.assemble(f"{mark} {kind} {item['id']}  ", (screen.plain(item["title"]), "bold")))
    for name, value in _facts(item):
        lines = map(screen.plain, value.splitlines())
        screen.console().print(Text.assemble((f"  {name:<12}", "dim"), f"\n{'':<14}".join(lines)), soft_wrap=True)


def _facts(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what there is to say of an item, a name and a text each."""
    fields = dict(item["fields"])
    facts = {"status": item["status"], "flags": ", ".join(item["flags"]).replace("_", " ")}
    facts |= {"amount": _amount(fields), "priority": item["priority"], "tags": " ".join(f"#{t}" for t in item["tags"])}
    for name, value in fields.items():
        if name not in {"amount", "currency"} and value not in (None, [], ""):
            facts[name] = _field(name, value, item["people"])
    facts["follows"] = f"item {item['follows']}" if item["follows"] else ""
    facts["from"] = f"message {item['message_id']}, rule {item['rule_id']} v{item['rule_version']}"
    return [(name, value) for name, value in facts.items() if value]


def _field(name: str, value: Any, people: Mapping[str, Any]) -> str:  # noqa: ANN401 - whatever a kind has
    match name:
        case "due" | "start" | "end":
            return _when(value)
        case "recurrence":
            return f"{_said(value)} ({value})"
        case "assignee":
            return _person(value, people)
        case "attendees":
            return ", ".join(_person(written, people) for written in value)
        case _:
            return str(value)


def _person(written: str, people: Mapping[str, Any]) -> str:
    """Return somebody as the message names them, and who that is where it is known."""
    known = people.get(written)
    if known is None:
        return written
    return f"{written} = {known['name'] or ''} ({screen.address(known['address'])})".replace("  ", " ")


def _said(rule: str) -> str:
    return repeats(Voice.of("en", "", clock.now().date()), rule)


def _when(moment: str | None) -> str:
    """Write a day, or a local time to the minute, for people: `Mon 2026-11-23 20:00`."""
    if not moment:
        return ""
    if "T" not in moment:
        return f"{date.fromisoformat(moment):%a %Y-%m-%d}"
    return f"{datetime.fromisoformat(moment):%a %Y-%m-%d %H:%M}"


def _amount(fields: Mapping[str, Any]) -> str:
    return f"{fields['amount']} {fields['currency']}" if fields.get("amount") else ""


def _act(ids: Sequence[int], do: Callable[[place.Db, Sequence[int]], list[Handled]], *, as_json: bool) -> None:
    """Do something to items, and say what became of each."""
    wanted = list(dict.fromkeys(ids))
    with place.database(place.settings()) as db:
        handled = do(db, wanted)
        touched = [*wanted, *(written.id for one in handled for written in one.items)]
        rows = {row["id"]: shown.item(row) for row in _rows(db, {"ids": touched, "n": len(touched)})}
    told: list[dict[str, Any]] = [
        {"item": rows[id_], "changed": bool(one.items), "next": next((rows[w.id] for w in one.items[1:]), None)}
        for id_, one in zip(wanted, handled, strict=True)
    ]
    if as_json:
        screen.as_lines(told)
        return
    for each in told:
        screen.good(_sentence(each["item"], changed=each["changed"]))
        if each["next"]:
            screen.console().print(Text("  " + _what_follows(each["next"]), "dim"), soft_wrap=True)


def _sentence(item: Mapping[str, Any], *, changed: bool) -> str:
    status = "paid" if (item["kind"], item["status"]) == ("bill", "done") else item["status"]
    return f"{item['id']} {screen.plain(item['title'])}: {status}{'' if changed else ' already'}"


def _what_follows(item: Mapping[str, Any]) -> str:
    """Return what became of the next one of a series."""
    if item["status"] == "cancelled":
        return f"{item['id']}, which followed it, is cancelled"
    when = _when(item["fields"].get("due") or item["fields"].get("start"))
    return f"next: {item['id']} {screen.plain(item['title'])}, {when}"


@items_command.command(name="done")
@_IDS
@AS_JSON
def done(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Say that items are done; one that repeats makes the next, once. A bill that is done is paid.

    \b
    Examples:
      toque items done 7
      toque items done 7 8 --json
    """  # noqa: D301 - as above
    _act(ids, by_hand.finish, as_json=as_json)


@items_command.command(name="pay")
@_IDS
@AS_JSON
def pay(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Say that bills are paid; one that repeats makes the next, once.

    \b
    Example:
      toque items pay 7
    """  # noqa: D301 - as above
    _act(ids, partial(by_hand.finish, only="bill"), as_json=as_json)


@items_command.command(name="reopen")
@_IDS
@AS_JSON
def reopen(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Open items again; the next one of a series, where nobody touched it, is undone.

    \b
    Example:
      toque items reopen 7
    """  # noqa: D301 - as above
    _act(ids, by_hand.reopen, as_json=as_json)


@items_command.command(name="cancel")
@_IDS
@AS_JSON
def cancel(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Undo open items; they stay so until their reaction or its text changes. A series ends with it.

    \b
    Example:
      toque items cancel 7
    """  # noqa: D301 - as above
    _act(ids, by_hand.cancel, as_json=as_json)
