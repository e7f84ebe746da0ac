"""Which readings a rule is not sure enough of, and what was said of those that somebody has decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import class_row

from sql import query

Db = psycopg.Connection[Any]
Place = tuple[int, str]
"""The id of a reading and its rule: several rules may doubt one reaction."""


class NothingToReview(LookupError):  # noqa: N818 - it says what is the matter
    """No such reading waits any more."""


@dataclass(frozen=True, slots=True)
class Review:
    """A reading that its rule is not sure enough of."""

    connection_id: int
    id: int
    message_id: str
    address: str
    revision: int
    emoji: str
    heard_at: datetime
    text: str | None
    sent_at: datetime | None
    chat: str
    place: str | None
    """What the chat is called."""
    author: str | None
    who: str | None
    """What whoever wrote the message is called."""
    reactor: str | None
    """What whoever reacted is called."""
    own: bool
    """Whether the number's owner wrote it."""
    zone: str | None
    """Of whoever reacted: their days and hours are read by its clock."""
    language: str | None
    """That the text was read in."""
    rule_id: str
    rule_version: int
    read: Mapping[str, Any]
    """The fields that were read; of several bills, those of the first."""
    spans: Mapping[str, Any]
    doubtful: Mapping[str, Any] | None
    """How sure it was, what speaks against it, and the items that it would make; None for what was read long ago."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody said of a reading."""

    connection_id: int
    message_id: str
    address: str
    revision: int
    rule_id: str
    outcome: str
    """`accepted`, `corrected` or `rejected`."""
    by_whom: str | None
    decided_at: datetime
    stands: bool
    """Whether its reaction and its message are still what they were then."""


def waiting(
    db: Db, connections: Sequence[int] | None = None, *, id_: int | None = None, rule_id: str | None = None,
    before: Place | None = None, n: int = 500,
) -> list[Review]:  # fmt: skip
    """Return what waits, the newest first; the next page begins after the reading `before`."""
    with db.cursor(row_factory=class_row(Review)) as cursor:
        last, last_rule = before or (None, None)
        values = {
            "connections": connections, "id": id_, "rule": rule_id, "before": last, "before_rule": last_rule, "n": n,
        }  # fmt: skip
        return cursor.execute(query("review.waiting"), values).fetchall()


def decided(db: Db, id_: int, connections: Sequence[int] | None = None, rule_id: str | None = None) -> list[Decided]:
    """Return what was said of the readings under an id."""
    with db.cursor(row_factory=class_row(Decided)) as cursor:
        values = {"connections": connections, "id": id_, "rule": rule_id}
        return cursor.execute(query("review.decided"), values).fetchall()


def count(db: Db, connections: Sequence[int] | None = None, *, most: int = 100) -> int:
    """Return how many wait; `most` stands for as many and more."""
    ((n,),) = db.execute(query("review.count"), {"connections": connections, "most": most}).fetchall()
    return int(n)
