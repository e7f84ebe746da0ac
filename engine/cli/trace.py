"""Why a reaction came to what it came to, and how to take that back: trace, undo."""

from __future__ import annotations

from typing import Any

import click
from rich.text import Text

from engine import actions, card
from engine.actions import Action, Which
from engine.cli import place, screen
from engine.cli.people import AS_JSON
from executors.completing import Handled

_LARGEST = 2**63 - 1
_ID = click.IntRange(1, _LARGEST)
_LONGEST = 48


@click.command(name="trace")
@click.argument("id_", metavar="[ID]", type=_ID, required=False)
@click.option("--item", type=_ID, help="The action that last did something to this item.")
@click.option("--message", "message_id", metavar="ID", help="List those about one message only.")
@click.option("--connection", help="List those of one number only (id, name or instance).")
@click.option("-n", "n", type=click.IntRange(1, 10_000), default=20, show_default=True, help="List at most so many.")
@AS_JSON
def trace_command(
    *, id_: int | None, item: int | None, message_id: str | None, connection: str | None, n: int, as_json: bool
) -> None:
    """Explain an action: the rule and its version, each condition, each field with its words; without ID, list them.

    \b
    Examples:
      toque trace                               what was done last, each with its ID
      toque trace 41                            why it was done
      toque trace --item 7                      why there is this item
      toque trace 41 --json
    """  # noqa: D301 - \b keeps click from filling the lines
    if id_ and item:
        raise click.UsageError("An ID and --item name two actions: say one of them.")
    with place.database(place.settings()) as db:
        if id_ or item:
            found = actions.one(db, id_) if id_ else actions.of_item(db, item or 0)
            _show(found, as_json=as_json)
            return
        number = place.named(db, connection).id if connection else None
        there = actions.latest(db, Which([number] if number else None, message_id=message_id), n=n)
    if as_json:
        screen.as_lines([_record(one) for one in there])
    elif there:
        screen.table(["ID", "WHEN", "REACTION", "TEXT", "CAME TO", "ITEMS"], map(_row, there))
    else:
        click.echo("Nothing was done yet. React to a message with ✅, 📅, 💳 or 📝.")


def _record(one: Action) -> dict[str, Any]:
    return screen.record(one)


def _row(one: Action) -> list[str | Text]:
    text = screen.plain(" ".join((one.text or "").split()))
    changes = one.explanation["changes"]
    return [
        str(one.id),
        screen.ago(one.heard_at),
        one.emoji or ("taken back" if one.emoji is None else "message"),
        text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…",
        _outcome(one),
        ", ".join(f"{change['kind']} {change['id']} {change['how']}" for change in changes) or "–",
    ]


def _outcome(one: Action) -> str:
    return f"{one.outcome} ({one.error})".replace("_", " ") if one.error else one.outcome.replace("_", " ")


def _show(one: Action, *, as_json: bool) -> None:
    if as_json:
        screen.as_lines(_record(one))
        return
    place_ = one.explanation["locale"]
    where = f"{one.explanation['language']} · {place_['region']} · {place_['zone']}"
    heard = f"{screen.local(one.heard_at, place_['zone'])} ({screen.ago(one.heard_at)})"
    console = screen.console()
    chat = f" · {screen.address(one.chat)}" if one.chat else ""
    by = "" if one.address == "me" else f" by {screen.address(one.address)}"
    console.print(Text.assemble((f"action {one.id}", "bold"), f": {_outcome(one)}"), soft_wrap=True)
    console.print(Text(f"{heard}{by}{chat} · message {screen.plain(one.message_id)} · {one.took_ms:.1f} ms", "dim"))
    console.print()
    explanation = _harmless(one.explanation)
    card.show(console, card.Card(one.emoji, one.text and screen.lines(one.text), where, explanation, carried_out=True))
    if any(change["how"] in {"created", "reopened", "converted"} for change in one.explanation["changes"]):
        console.print(Text(f"\nundo it: toque undo {one.id}", "dim"))


def _harmless(value: Any) -> Any:  # noqa: ANN401 - plain JSON
    """Return what a chat said as text that cannot act upon the terminal; of the same length, for the spans."""
    match value:
        case str():
            return screen.lines(value)
        case list():
            return [_harmless(one) for one in value]
        case dict():
            return {name: _harmless(one) for name, one in value.items()}
        case _:
            return value


@click.command(name="undo")
@click.argument("ids", type=_ID, nargs=-1, required=True)
@AS_JSON
def undo_command(*, ids: tuple[int, ...], as_json: bool) -> None:
    """Take back what actions did: the items that they made are cancelled, those that they cancelled open again.

    An item that was undone stays so until its reaction or its text changes. Several IDs are undone all or none.

    \b
    Examples:
      toque undo 41
      toque undo 41 42 --json
    """  # noqa: D301 - as above
    with place.writing() as (db, record), db.transaction():
        done: dict[int, list[Handled]] = {}
        for id_ in dict.fromkeys(ids):
            one = actions.one(db, id_)
            before = actions.states(db, one)
            done[id_] = actions.undo(db, id_)
            if _written(done[id_]):
                record("action.undo", f"action:{id_}", before, actions.states(db, one), connection=one.connection_id)
    if as_json:
        screen.as_lines([{"action": id_, "items": _written(some)} for id_, some in done.items()])
        return
    for id_, some in done.items():
        told = [f"{one['kind']} {one['id']} {screen.plain(one['title'])}: {one['status']}" for one in _written(some)]
        screen.good(f"{id_}: {', '.join(told) or 'undone already'}")


def _written(handled: list[Handled]) -> list[dict[str, Any]]:
    return [screen.record(written) for one in handled for written in one.items]
