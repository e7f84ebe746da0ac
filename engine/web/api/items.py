"""What reactions made: tasks, events, bills and notes, to list, change, complete, cancel and open again."""

# Without `from __future__ import annotations`: each kind has its own type of patch, which FastAPI has to see.

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

import psycopg
from fastapi import APIRouter, Body, Query, Request, Response

from engine import by_hand, listed, shown
from engine.access import Caller
from engine.listed import Row, Which
from engine.web.access import Refused
from engine.web.api import patches
from engine.web.api.answers import answer, check_match, insist, page, place_of, single, tag_of
from engine.web.api.asked import (
    Asked,
    BigInt,
    Db,
    Id,
    IfMatch,
    ItemsMeant,
    ItemsRead,
    ItemsWrite,
    Kind,
    Language,
    Text,
    visible,
    written,
)
from engine.web.api.chosen import CHOOSES
from engine.web.api.declared import WRITES, may_refuse
from engine.web.api.shapes.items import Done, Item, Items, ItemWithText
from executors.completing import Handled
from sql import query

Order = Literal["newest", "due"]
Connection = psycopg.Connection[Any]

_DuePlace = tuple[Text, Text, BigInt]


class ItemsAsked(ItemsMeant, Asked):
    """What may follow the `?` of a list of items."""

    order: Order = "newest"


def which(caller: Caller, asked: ItemsMeant, kind: Kind | None = None, ids: Sequence[int] | None = None) -> Which:
    """Return which items are meant, of the connections that the caller sees."""
    said = asked.model_dump(include=set(ItemsMeant.model_fields) - {"connection", "kind"})
    return Which(ids=ids, connections=visible(caller, asked.connection), kind=kind or asked.kind, **said)


def one(db: Connection, caller: Caller, id_: int, kind: Kind | None = None, *, lock: bool = False) -> Row:
    """Return the row of an item that the caller sees, locked against others' changes where it is to be changed."""
    if lock:
        db.execute(query("bulk.lock"), {"ids": [id_], "connections": caller.visible})
    found = listed.newest(db, Which(ids=[id_], connections=caller.visible, kind=kind))
    if not found:
        raise Refused(404, f"There is no {kind or 'item'} {id_}.")
    return found[0]


def tag(row: Row) -> str:
    """Return the tag of an item, whatever language it is shown in."""
    return tag_of(shown.item(row))


def listing(kind: Kind | None) -> Callable[..., Response]:
    """Return the handler that lists items of a kind."""

    def list_items(
        request: Request, caller: ItemsRead, db: Db, language: Language, asked: Annotated[ItemsAsked, Query()]
    ) -> Response:
        """List items, the newest first or what is due next; a filter that is left out lets everything through."""
        meant = which(caller, asked, kind)
        if asked.kind and kind and asked.kind != kind:
            return page(request, "items", [], asked.limit, shown=str, place=str)
        if asked.order == "due" or meant.dated:
            after = place_of(asked.cursor, _DuePlace)
            dated = listed.due(db, meant, asked.limit + 1, after=after)
            return page(
                request,
                "items",
                dated,
                asked.limit,
                shown=lambda it: shown.item(it[0], language),
                place=lambda it: it[1],
            )
        before = place_of(asked.cursor, BigInt)
        rows = listed.newest(db, meant, asked.limit + 1, before=before)
        return page(
            request,
            "items",
            rows,
            asked.limit,
            shown=lambda row: shown.item(row, language),
            place=lambda row: row["id"],
        )

    return list_items


def reading(kind: Kind | None) -> Callable[..., Response]:
    """Return the handler that shows one item."""

    def read_item(request: Request, caller: ItemsRead, db: Db, language: Language, id: Id) -> Response:  # noqa: A002 - its name in the address
        """Show one item, with the message that it was read from."""
        row = one(db, caller, id, kind)
        text = db.execute(query("items.text"), {"id": id}).fetchone()
        body = shown.item(row, language) | {"text": text[0] if text else None}
        return single(request, body, tag=f"{tag(row)}-{language}")

    return read_item


def patching(kind: Kind | None, patch: patches.Patch) -> Callable[..., Response]:
    """Return the handler that writes into one item of a kind."""

    def change_item(
        *,
        request: Request,
        caller: ItemsWrite,
        db: Db,
        language: Language,
        id: Id,  # noqa: A002 - its name in the address
        wanted: Annotated[patch, Body()],  # type: ignore[valid-type] # the kind's own
        if_match: IfMatch = None,
    ) -> Response:
        """Write into an item; what is written by hand wins over what is read again. What is not sent stays."""
        before = one(db, caller, id, kind, lock=True)
        insist(if_match, tag(before), shown.item(before, language))
        by_hand.edit(db, {id: wanted.model_dump(exclude_unset=True)})  # type: ignore[attr-defined] # as above
        after = one(db, caller, id, kind)
        noted = {"before": shown.item(before), "after": shown.item(after), "connection": after["connection_id"]}
        written(request, db, caller, "item.edit", f"item:{id}", **noted)
        return answer(request, shown.item(after, language), tag=f"{tag(after)}-{language}")

    return change_item


def doing(
    verb: str, kind: Kind | None, says: str, do: Callable[[Connection, Sequence[int]], list[Handled]]
) -> Callable[..., Response]:
    """Return the handler that does something to one item."""

    def do_it(
        *,
        request: Request,
        caller: ItemsWrite,
        db: Db,
        language: Language,
        id: Id,  # noqa: A002 - its name in the address
        if_match: IfMatch = None,
    ) -> Response:
        before = one(db, caller, id, kind, lock=True)
        check_match(if_match, tag(before), shown.item(before, language))
        (handled,) = do(db, [id])
        after = one(db, caller, id, kind)
        following = [one(db, caller, each.id) for each in handled.items[1:]]
        noted = {"before": shown.item(before), "after": shown.item(after), "connection": after["connection_id"]}
        if handled.items:
            written(request, db, caller, f"item.{verb}", f"item:{id}", **noted)
        body = {
            "item": shown.item(after, language),
            "changed": bool(handled.items),
            "next": shown.item(following[0], language) if following else None,
        }
        return answer(request, body, tag=f"{tag(after)}-{language}")

    do_it.__doc__ = says
    return do_it


_COMPLETE = "Say that it is done; what repeats makes its next one, once. A bill that is done is paid."
_PAY = "Say that a bill is paid; one that repeats makes the next, once."
_CANCEL = "Undo it; it stays so until its reaction or its text changes. A series ends with it."
_REOPEN = "Open it again; the next one of a series, where nobody touched it, is undone."


def _of(plural: str, kind: Kind | None, patch: patches.Patch) -> APIRouter:
    """Return the addresses of the items of a kind, or of all."""
    router = APIRouter(prefix=f"/api/{plural}", tags=[plural])
    called = kind or "item"
    router.get("", response_model=Items, name=f"list_{plural}", summary=f"List {plural}")(listing(kind))
    shows, writes, does = may_refuse(404), may_refuse(404, 409, *WRITES), may_refuse(404, 409, 412)
    router.get(
        "/{id:int}",
        response_model=ItemWithText,
        name=f"read_{called}",
        summary=f"Read one {called}",
        responses=shows,
        dependencies=[CHOOSES],
    )(reading(kind))
    router.patch(
        "/{id:int}", response_model=Item, name=f"change_{called}", summary=f"Change one {called}", responses=writes
    )(patching(kind, patch))
    verbs = {
        "complete": (_COMPLETE, lambda db, ids: by_hand.finish(db, ids, only=kind)),
        **({"pay": (_PAY, lambda db, ids: by_hand.finish(db, ids, only="bill"))} if kind == "bill" else {}),
        "cancel": (_CANCEL, by_hand.cancel),
        "reopen": (_REOPEN, by_hand.reopen),
    }
    for verb, (says, do) in verbs.items():
        name, summary = f"{verb}_{called}", f"{verb.capitalize()} one {called}"
        router.post(f"/{{id:int}}/{verb}", response_model=Done, name=name, summary=summary, responses=does)(
            doing(verb, kind, says, do)
        )
    return router


ROUTERS = (
    _of("items", None, patches.ItemPatch),
    _of("tasks", "task", patches.TaskPatch),
    _of("events", "event", patches.EventPatch),
    _of("bills", "bill", patches.BillPatch),
    _of("notes", "note", patches.NotePatch),
)
