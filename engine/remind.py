"""A reminder when its moment has come: whether it still holds, and what it says."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row

from engine import answer, clock
from engine.queue import Claim
from engine.situation import Reaction, local
from executors import reminders
from executors.destinations.replies import Occasion, render
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
Row = dict[str, Any]


def due(db: Db, claim: Claim) -> Row | None:
    """Return the item that a claim reminds of, None where it is gone, finished, or was moved to another day.

    One that was moved in a way that told nobody gets its reminders anew.
    """
    values = {"connection_id": claim.connection_id, "queue_id": claim.id, "item": claim.event_data["item"]}
    with db.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(query("reminder.load"), values).fetchone()
    if row is None or row["status"] != "open":
        return None
    at = datetime.fromisoformat(claim.event_data["at"])
    if any((one.before, one.at) == (claim.event_data["before"], at) for one in reminders.moments_of(row)):
        return row
    with db.transaction():
        reminders.reschedule(db, [(row["connection_id"], row["id"])])
    return None


def words(db: Db, row: Row) -> str:
    """Return what the reminder says, from the item's state now, in the language and by the clock of the person."""
    key = {name: row[name] for name in ("connection_id", "message_id", "address")}
    with db.cursor(row_factory=class_row(Reaction)) as cursor:
        reaction = cursor.execute(query("settle.load"), {"keys": records([key])}).fetchone()
    with db.cursor(row_factory=dict_row) as cursor:
        values = {"connection_id": row["connection_id"], "ids": [row["id"]]}
        items = cursor.execute(query("deliver.items"), values).fetchall()
    if reaction is None or not items:
        return ""
    place, now = reaction.locale(), clock.now()
    today = local(now, row["zone"]).date()
    item = answer.item_of(items[0], "reminded", heard_at=now)
    return render(
        Occasion(
            emoji=None, language=place.language, today=today, sent_on=today, region=place.region, items=(item,),
            trouble=None, named_zone=row["zone"] if place.zone != row["zone"] else None, excerpt="", template=None,
        )
    )  # fmt: skip
