"""The commands about items: ls, show, export, set, done, pay, reopen, cancel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from typing import Any

import click
from rich.text import Text

from engine import by_hand, listed, shown, spreadsheet
from engine.cli import lists, place, screen
from engine.cli.people import AS_JSON
from engine.cli.words import setting
from engine.listed import Which
from executors import corrections
from executors.completing import Handled
from sql import query

_LARGEST = 2**63 - 1
_IDS = click.argument("ids", type=click.IntRange(1, _LARGEST), nargs=-1, required=True)
_WIDTH = 12
_NAMES: Mapping[str, str] = {"duration_minutes": "lasts", "recurrence": "repeats", "platform": "by", "url": "link"}


@click.group(name="items", invoke_without_command=True)
@lists.listing
@click.pass_context
def items_command(ctx: click.Context, /, **which: Any) -> None:  # noqa: ANN401 - the list's options
    """List what is open; with a command, look at an item or say that it is done, paid, open again or cancelled.

    \b
    Examples:
      toque items                               what is open, the newest first
      toque items --due                         what is due next, overdue marked
      toque items show 7                        everything that is known of one
      toque items pay 7                         a bill is paid; one that repeats makes the next
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        lists.print_list("open", **which)


@items_command.command(name="ls")
@click.option(
    "--status", type=click.Choice(["open", "done", "paid", "cancelled", "all"]), default="open", show_default=True,
    help="In this state only; paid are bills that are done.",
)  # fmt: skip
@lists.listing
def ls(*, status: str, **which: Any) -> None:  # noqa: ANN401 - the list's options
    """List items, the newest first.

    \b
    Examples:
      toque items ls --kind bill --due
      toque items ls --status paid
      toque items ls --status all --all --json
    """  # noqa: D301 - as above
    lists.print_list(status, **which)


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
        found = listed.newest(db, Which(ids=[id_]))
        text = db.execute(query("items.text"), {"id": id_}).fetchone() if found else None
    if not found:
        raise click.ClickException(f"There is no item {id_}. Type: toque items ls")
    item = shown.item(found[0]) | {"text": text[0] if text else None}
    if as_json:
        screen.as_lines(item)
        return
    mark, kind = lists.MARKS[item["kind"]], item["kind"]
    screen.console().print(Text.assemble(f"{mark} {kind} {item['id']}  ", (screen.plain(item["title"]), "bold")))
    for name, value in _facts(item):
        lines = f"\n{'':<{_WIDTH + 2}}".join(map(screen.plain, value.splitlines()))
        screen.console().print(Text.assemble((f"  {name:<{_WIDTH}}", "dim"), lines), soft_wrap=True)


def _facts(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what there is to say of an item, a name and a text each."""
    fields = dict(item["fields"])
    facts = {"status": item["status"], "flags": ", ".join(item["flags"]).replace("_", " ")}
    facts |= {
        "amount": lists.amount(fields),
        "priority": item["priority"],
        "tags": " ".join(f"#{t}" for t in item["tags"]),
    }
    for name, value in fields.items():
        if name not in {"amount", "currency"} and value not in (None, [], ""):
            facts[_NAMES.get(name, name)] = _field(name, value, item)
    facts["follows"] = f"item {item['follows']}" if item["follows"] else ""
    facts["message"] = item["text"] or ""
    facts["from"] = f"message {item['message_id']}, rule {item['rule_id']} v{item['rule_version']}"
    return [(name, value) for name, value in facts.items() if value]


def _field(name: str, value: Any, item: Mapping[str, Any]) -> str:  # noqa: ANN401 - whatever a kind has
    people = item["people"]
    match name:
        case "due" | "start" | "end":
            return lists.when(value)
        case "recurrence":
            return f"{item['repeats']} ({value})"
        case "duration_minutes":
            hours, minutes = divmod(value, 60)
            return " ".join(f"{n} {unit}" for n, unit in ((hours, "h"), (minutes, "min")) if n)
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


def _act(
    verb: str, ids: Sequence[int], do: Callable[[place.Db, Sequence[int]], list[Handled]], *, as_json: bool
) -> None:
    """Do something to items, and say what became of each."""
    wanted = list(dict.fromkeys(ids))
    with place.writing() as (db, record), db.transaction():
        before = {row["id"]: shown.item(row) for row in listed.newest(db, Which(ids=wanted))}
        handled = do(db, wanted)
        touched = [*wanted, *(written.id for one in handled for written in one.items)]
        rows = {row["id"]: shown.item(row) for row in listed.newest(db, Which(ids=touched))}
        for id_, one in zip(wanted, handled, strict=True):
            if one.items:
                record(f"item.{verb}", f"item:{id_}", before[id_], rows[id_], connection=one.key[0])
    told: list[dict[str, Any]] = [
        {"item": rows[id_], "changed": bool(one.items), "next": next((rows[w.id] for w in one.items[1:]), None)}
        for id_, one in zip(wanted, handled, strict=True)
    ]
    if as_json:
        screen.as_lines(told)
        return
    for each in told:
        screen.good(_sentence(each["item"], verb, changed=each["changed"]))
        if each["next"]:
            screen.console().print(Text("  " + _what_follows(each["next"]), "dim"), soft_wrap=True)


def _sentence(item: Mapping[str, Any], verb: str, *, changed: bool) -> str:
    status = "paid" if (item["kind"], item["status"]) == ("bill", "done") else item["status"]
    became = "changed" if verb == "edit" and changed else "was so" if verb == "edit" else status
    return f"{item['id']} {screen.plain(item['title'])}: {became}{'' if changed else ' already'}"


def _what_follows(item: Mapping[str, Any]) -> str:
    """Return what became of the next one of a series."""
    if item["status"] == "cancelled":
        return f"{item['id']}, which followed it, is cancelled"
    when = lists.when(item["fields"].get("due") or item["fields"].get("start"))
    return f"next: {item['id']} {screen.plain(item['title'])}, {when}"


@items_command.command(name="export")
@click.option("--kind", type=click.Choice(list(lists.MARKS)), help="Of this kind only.")
@click.option("--status", type=click.Choice(["open", "done", "cancelled"]), help="In this state only.")
def export(*, kind: str | None, status: str | None) -> None:
    """Write items as CSV for a spreadsheet, the newest first.

    \b
    Examples:
      toque items export > items.csv
      toque items export --kind bill --status done > paid.csv
    """  # noqa: D301 - as above
    with place.database(place.settings()) as db:
        for part in spreadsheet.items(lambda: nullcontext(db), Which(kind=kind, status=status)):
            click.echo(part, nl=False)


@items_command.command(name="set")
@_IDS
@click.option(
    "--set", "said", metavar="FIELD=VALUE", multiple=True, required=True,
    help="A field and what it is; nothing behind = empties it. Say it again for more.",
)  # fmt: skip
@AS_JSON
def set_(*, ids: tuple[int, ...], said: tuple[str, ...], as_json: bool) -> None:
    """Write into items; what is written by hand wins over what is read again.

    \b
    Examples:
      toque items set 7 --set due=2026-01-16
      toque items set 7 8 --set tags=home,water --set priority=high
    """  # noqa: D301 - as above
    changes = dict(map(setting, said))
    _act("edit", ids, partial(_edit, changes), as_json=as_json)


def _edit(changes: Mapping[str, str], db: place.Db, ids: Sequence[int]) -> list[Handled]:
    """Write fields, each as the type that the item's kind has for it, in the order of the ids."""
    kinds = {row["id"]: row["kind"] for row in listed.newest(db, Which(ids=ids))}
    wanted = {id_: corrections.typed(kinds[id_], changes) if id_ in kinds else {} for id_ in ids}
    done = dict(zip(sorted(wanted), by_hand.edit(db, wanted), strict=True))
    return [done[id_] for id_ in ids]


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
    _act("complete", ids, by_hand.finish, as_json=as_json)


@items_command.command(name="pay")
@_IDS
@AS_JSON
def pay(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Say that bills are paid; one that repeats makes the next, once.

    \b
    Example:
      toque items pay 7
    """  # noqa: D301 - as above
    _act("pay", ids, partial(by_hand.finish, only="bill"), as_json=as_json)


@items_command.command(name="reopen")
@_IDS
@AS_JSON
def reopen(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Open items again; the next one of a series, where nobody touched it, is undone.

    \b
    Example:
      toque items reopen 7
    """  # noqa: D301 - as above
    _act("reopen", ids, by_hand.reopen, as_json=as_json)


@items_command.command(name="cancel")
@_IDS
@AS_JSON
def cancel(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Undo open items; they stay so until their reaction or its text changes. A series ends with it.

    \b
    Example:
      toque items cancel 7
    """  # noqa: D301 - as above
    _act("cancel", ids, by_hand.cancel, as_json=as_json)
