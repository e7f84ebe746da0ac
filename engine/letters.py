"""Dead letters and stuck items of the queue, for the person who looks after it: find, retry, discard, unstick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row

from engine.explain import with_all_rules
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
AT_ONCE = 500
"""Letters that one statement takes."""

Place = tuple[datetime, int]
"""When a letter failed, and its id."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter, with what its reaction came to the last time that it came to anything."""

    connection_id: int
    id: int
    event_type: str
    event_data: dict[str, Any]
    last_error: str
    attempts: int
    created_at: datetime
    finished_at: datetime
    discarded_because: str | None
    chat: str | None
    address: str | None
    emoji: str | None
    outcome: str | None
    explanation: dict[str, Any] | None

    @property
    def rules(self) -> list[str]:
        """The rules that fired when the reaction was settled last."""
        return [rule["id"] for rule in (self.explanation or {}).get("rules", ()) if rule["fired"]]


def as_kept(some: Iterable[Letter]) -> list[dict[str, Any]]:
    """Return what the audit log keeps of letters."""
    return [{"id": one.id, "attempts": one.attempts, "error": one.last_error} for one in some]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which letters are meant; what is None lets all through."""

    ids: Sequence[int] | None = None
    connections: Sequence[int] | None = None
    chats: Sequence[str] | None = None
    rule: str | None = None
    error: str | None = None
    older: float | None = None
    """Seconds since it failed."""
    discarded: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """What is left in the queue."""

    due: int
    held: int
    later: int
    due_since: datetime | None = None
    """Since when the oldest of what is due could have been done."""


def find(db: Db, which: Filter, *, explained: bool = True) -> list[Letter]:
    """Return the letters that are meant, the newest first; whoever only needs to know which leaves explanations out."""
    found: list[Letter] = []
    place: Place | None = None
    while part := page(db, which, AT_ONCE, before=place, explained=explained):
        found += part
        place = (part[-1].finished_at, part[-1].id)
    return found


def page(db: Db, which: Filter, n: int, *, before: Place | None, explained: bool = True) -> list[Letter]:
    """Return at most `n` letters, the newest first, after the one that failed at that moment and has that id."""
    moment, id_ = before or (None, None)
    values: dict[str, Any] = {
        "ids": list(which.ids) if which.ids is not None else None,
        "chats": list(which.chats) if which.chats is not None else None,
        "connections": list(which.connections) if which.connections is not None else None,
        "rule": which.rule, "error": which.error, "older": which.older,
        "discarded": which.discarded, "explained": explained, "n": n, "before": moment, "before_id": id_,
    }  # fmt: skip
    with db.cursor(row_factory=dict_row) as cursor:
        return [_letter(row, row.pop("book")) for row in cursor.execute(query("letters.find"), values).fetchall()]


def _letter(row: dict[str, Any], book: Any) -> Letter:  # noqa: ANN401 - a document of the database
    told = row["explanation"]
    return Letter(**row | {"explanation": with_all_rules(told, book) if told else told})


def parts(letters: Sequence[Letter]) -> Iterable[Sequence[Letter]]:
    """Return letters in parts that one statement each takes."""
    return (letters[start : start + AT_ONCE] for start in range(0, len(letters), AT_ONCE))


def retry(db: Db, letters: Iterable[Letter], *, then: bool) -> list[int]:
    """Put letters back to work, by the rules of now or of the moment at which each came; return their ids."""
    back = db.execute(query("letters.retry"), {"rows": _keys(letters), "then": then}).fetchall()
    db.execute(query("settle.announce_queue"))
    return sorted(row[1] for row in back)


def discard(db: Db, letters: Iterable[Letter], reason: str) -> list[int]:
    """Give letters up for a reason, which is kept with them; return their ids."""
    gone = db.execute(query("letters.discard"), {"rows": _keys(letters), "reason": reason}).fetchall()
    db.execute(query("settle.announce_feed"))
    return sorted(row[1] for row in gone)


def stuck(db: Db, older: float) -> list[dict[str, Any]]:
    """Return what workers hold though the lease is over for `older` seconds."""
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query("letters.stuck"), {"older": older}).fetchall()


def unstick(db: Db, held: Iterable[dict[str, Any]]) -> list[int]:
    """Give such items back to the queue; return their ids."""
    rows = records({"connection_id": one["connection_id"], "id": one["id"]} for one in held)
    back = db.execute(query("letters.unstick"), {"rows": rows}).fetchall()
    db.execute(query("settle.announce_queue"))
    return sorted(row[1] for row in back)


def left(db: Db, connections: Sequence[int] | None = None) -> Left:
    """Return what is left to do."""
    with db.cursor(row_factory=class_row(Left)) as cursor:
        return cursor.execute(query("letters.left"), {"connections": connections}).fetchone() or Left(0, 0, 0)


def _keys(letters: Iterable[Letter]) -> Any:  # noqa: ANN401 - psycopg's wrapper
    return records({"connection_id": one.connection_id, "id": one.id} for one in letters)
