"""Keep what rules send out, and queue it, in the transaction that is handed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from psycopg.rows import dict_row

from executors.errand import Errand, Standing, Turn
from executors.items import ReactionKey
from executors.kind import Db, Row
from sql import query
from sql.parameters import records

SAID_SECONDS: Final = 3600.0
"""What is to be said says nothing any more an hour later."""

CALL_SECONDS: Final = 86_400.0
"""For so long a call, or a channel, is tried again."""

CHAT: Final = "chat"
"""The lane of all that is said in WhatsApp."""
_URGENT: Final = frozenset({"high", "critical"})


def of_reactions(db: Db, keys: Iterable[ReactionKey]) -> dict[ReactionKey, list[Standing]]:
    """Return what each reaction has sent out so far, locked until the transaction ends."""
    found: dict[ReactionKey, list[Standing]] = defaultdict(list)
    rows = [{"connection_id": c, "message_id": m, "address": a} for c, m, a in sorted(set(keys))]
    if not rows:
        return found
    with db.cursor(row_factory=dict_row) as cursor:
        for row in cursor.execute(query("errand.of_reactions"), {"keys": records(rows)}):
            one = Standing(**{name: value for name, value in row.items() if name != "connection_id"})
            found[row["connection_id"], one.message_id, one.address].append(one)
    return found


def write(db: Db, planned: Iterable[tuple[ReactionKey, Sequence[Turn]]]) -> None:
    """Write what becomes of errands, and queue what is to be sent: ids only, it is written when it is sent."""
    turned = [(key, turn) for key, turns in planned for turn in turns if turn.how != "kept"]
    if not turned:
        return
    sends = {_place(key, turn): turn for key, turn in turned if turn.sends}
    rows = [_row(key, turn) for key, turn in turned]
    with db.cursor(row_factory=dict_row) as cursor:
        saved = cursor.execute(query("errand.save"), {"rows": records(rows)}).fetchall()
    _queue(db, [row for row in saved if _place_of(row) in sends])


def touch(db: Db, keys: Iterable[tuple[int, int]]) -> None:
    """Queue the calls that speak of items (connection, id) which a person changed by hand."""
    rows = [{"connection_id": connection_id, "id": id_} for connection_id, id_ in sorted(set(keys))]
    if rows:
        with db.cursor(row_factory=dict_row) as cursor:
            _queue(db, cursor.execute(query("errand.touch"), {"rows": records(rows)}).fetchall())


def lane_of(errand: Errand) -> str:
    """Return the lane of an errand: one for each destination, and texts go by the lane of the chats."""
    match errand.action:
        case "webhook":
            return f"call:{urlsplit(str(errand.options['url'])).netloc.lower()}"
        case "notify":
            return f"notify:{errand.options['channel']}"
        case _:
            return CHAT


def _queue(db: Db, saved: Sequence[Row]) -> None:
    if not saved:
        return
    ends = db.execute(query("errand.ends"), {"said": SAID_SECONDS, "call": CALL_SECONDS}).fetchall()[0]
    rows = [
        {
            "connection_id": one["connection_id"], "event_type": "deliver", "lane": one["lane"],
            "priority": one["priority"],
            "expires_at": ends[0] if one["lane"] == CHAT else ends[1],
            "event_data": {
                "errand": one["id"], "turn": one["turn"], "action": one["action"], "message_id": one["message_id"],
                "address": one["address"],
            },
        }
        for one in saved
    ]  # fmt: skip
    db.execute(query("queue.open_lanes"), {"rows": records(rows)})
    db.execute(query("queue.add"), {"rows": records(rows)})
    db.execute(query("settle.announce_queue"))


def _row(key: ReactionKey, turn: Turn) -> Row:
    one, before = turn.errand or turn.standing, turn.standing
    if one is None:
        raise ValueError("a turn of nothing")
    connection_id, message_id, address = key
    return {
        "connection_id": connection_id,
        # Of a person with several addresses it stays where it was begun.
        "message_id": before.message_id if before else message_id,
        "address": before.address if before else address,
        "rule_id": one.rule_id, "step": one.step, "action": one.action, "rule_version": one.rule_version,
        "terms": one.terms, "wanted": turn.errand is not None,
        "lane": lane_of(one) if isinstance(one, Errand) else one.lane,
        "priority": _priority(one) if isinstance(one, Errand) else "normal",
    }  # fmt: skip


def _priority(errand: Errand) -> str:
    severe = errand.options.get("severity") in _URGENT
    return "high" if severe and errand.priority in {"normal", "low"} else errand.priority


def _place(key: ReactionKey, turn: Turn) -> tuple[Any, ...]:
    return _place_of(_row(key, turn))


def _place_of(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("connection_id", "message_id", "address", "rule_id", "step", "action"))
