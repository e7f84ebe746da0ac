"""What a person does to items by hand, and who is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import psycopg

from engine import clock
from executors import completing, editing, errands
from executors.completing import Handled
from executors.plan import Kind
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]


def finish(db: Db, ids: Sequence[int], *, only: Kind | None = None) -> list[Handled]:
    """Mark items as done (bills as paid); what repeats makes its next one. Raises `NotPossible`."""
    return _told(db, lambda: completing.complete(db, ids, at=clock.now(), only=only))


def reopen(db: Db, ids: Sequence[int]) -> list[Handled]:
    """Open items again that are done or cancelled. Raises `NotPossible`."""
    return _told(db, lambda: completing.reopen(db, ids))


def cancel(db: Db, ids: Sequence[int]) -> list[Handled]:
    """Undo open items. Raises `NotPossible`."""
    return _told(db, lambda: completing.cancel(db, ids))


def edit(db: Db, changes: Mapping[int, Mapping[str, Any]]) -> list[Handled]:
    """Write fields of items, by their ids; they win over what is read again. Raises `NotPossible`."""
    return _told(db, lambda: [editing.edit(db, id_, changes[id_]) for id_ in sorted(changes)])


def _told(db: Db, do: Callable[[], list[Handled]]) -> list[Handled]:
    """Do it and say so in the live feed, in one transaction."""
    with db.transaction():
        handled = do()
        errands.touch(db, [(one.key[0], item.id) for one in handled for item in one.items])
        rows = list(_feed_rows(handled))
        if rows:
            db.execute(query("settle.show"), {"rows": records(rows)})
            db.execute(query("settle.announce_feed"))
    return handled


def _feed_rows(handled: Iterable[Handled]) -> Iterable[dict[str, Any]]:
    for one in handled:
        if not one.items:
            continue
        connection_id, message_id, address = one.key
        items = [{"id": w.id, "kind": w.kind, "title": w.title, "status": w.status, "how": w.how} for w in one.items]
        body = {
            "message_id": message_id, "chat": one.chat, "address": address, "emoji": one.emoji,
            "outcome": one.items[0].how, "error": None, "items": items, "by_hand": True,
        }  # fmt: skip
        yield {"connection_id": connection_id, "event": "settled", "body": body}
