"""What became of reactions, one by one: looked at with its whole explanation, and undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import dict_row

from engine import by_hand, listed
from engine.explain import with_all_rules
from executors.completing import Handled, NotPossible
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]

_MADE = frozenset({"created", "reopened", "converted"})


class NoSuchAction(LookupError):  # noqa: N818 - it says what is the matter
    """There is no action of that number, or it is no longer kept."""


class WentOn(NotPossible):
    """The reaction came to something else since."""

    def __init__(self, action: int) -> None:
        super().__init__(
            f"The reaction came to something else since: action {action} did the last. To take back what is there "
            f"now, type: toque undo {action}"
        )
        self.action = action


@dataclass(frozen=True, slots=True)
class Action:
    """One settled reaction: a row of `action.latest`."""

    connection_id: int
    id: int
    message_id: str
    address: str
    revision: int
    emoji: str | None
    """None where it was taken back, empty where it was a message that nobody reacted to."""
    outcome: str
    error: str | None
    explanation: Mapping[str, Any]
    heard_at: datetime
    took_ms: float
    created_at: datetime
    chat: str | None
    text: str | None
    """None where it never came, or was let go."""


@dataclass(frozen=True, slots=True)
class Which:
    """Which actions are meant; what is None lets all through."""

    connections: Sequence[int] | None = None
    id: int | None = None
    message_id: str | None = None
    outcome: str | None = None
    emoji: str | None = None
    failed: bool | None = None
    since: datetime | None = None


def latest(db: Db, which: Which = Which(), *, n: int = 50, before: int | None = None) -> list[Action]:
    """Return what was done last, the newest first; the next page begins after the action `before`."""
    with db.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(query("action.latest"), asdict(which) | {"n": n, "before": before}).fetchall()
    return [Action(**row | {"explanation": with_all_rules(row["explanation"], row.pop("book"))}) for row in rows]


def one(db: Db, id_: int, connections: Sequence[int] | None = None) -> Action:
    """Return one action. Raises `NoSuchAction`."""
    found = latest(db, Which(connections, id_), n=1)
    if not found:
        raise NoSuchAction(f"There is no action {id_}, or it is no longer kept. Type: toque trace")
    return found[0]


def of_item(db: Db, item: int) -> Action:
    """Return the action that last did something to an item. Raises `NoSuchAction`."""
    row = db.execute(query("action.of_item"), {"item": item}).fetchone()
    if row is None:
        raise NoSuchAction(f"No action is kept that did something to an item {item}. Type: toque items ls --status all")
    return one(db, row[0])


def states(db: Db, done: Action) -> dict[str, str]:
    """Return how the items stand now that an action changed, by their ids."""
    ids = [change["id"] for change in done.explanation.get("changes", ())]
    rows = listed.newest(db, listed.Which(ids=ids, connections=[done.connection_id])) if ids else []
    return {str(row["id"]): row["status"] for row in rows}


def undo(db: Db, id_: int) -> list[Handled]:
    """Take back what an action did: what it made is cancelled, what it cancelled is open again.

    Raises `NoSuchAction`; `NotPossible` where there is nothing to take back, `WentOn` where the reaction came to
    something else since, and then nothing is written.
    """
    with db.transaction():
        done = one(db, id_)
        changes = done.explanation["changes"]
        if changes:
            _refuse_if_it_went_on(db, done)
        made = [change["id"] for change in changes if change["how"] in _MADE]
        ended = [change["id"] for change in changes if change["how"] == "cancelled"]
        if made or ended:
            # In the order of their making backwards, as one takes back.
            return by_hand.cancel(db, made[::-1]) + by_hand.reopen(db, ended[::-1])
        updated = [change["id"] for change in changes if change["how"] == "updated"]
        if updated:
            raise NotPossible(
                f"Action {id_} read an edited message again, and what was before is not kept. "
                f"To cancel what it is about, type: toque items cancel {' '.join(map(str, updated))}"
            )
        raise NotPossible(f"Action {id_} changed no item: there is nothing to undo. Why, says: toque trace {id_}")


def _refuse_if_it_went_on(db: Db, done: Action) -> None:
    """Raise `WentOn` where a later action changed what this one made: that would be undone, not this."""
    key = {name: getattr(done, name) for name in ("connection_id", "message_id", "address", "revision")}
    # Whoever settles it at this moment is waited for, and nobody settles it until this is over.
    db.execute(query("settle.lock"), {"keys": records([key])})
    if (later := db.execute(query("action.went_on"), key).fetchone()) is not None:
        raise WentOn(later[0])
