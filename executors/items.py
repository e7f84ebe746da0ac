"""Carry out what was planned for the items of a batch, in the transaction that is handed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg.rows import dict_row

from executors import reminders
from executors.edits import overlay
from executors.kind import Db, Row
from executors.kinds import EXECUTORS
from executors.plan import Because, Change, Existing, How, Wanted, reading
from sql import query
from sql.parameters import records

ReactionKey = tuple[int, str, str]
"""Connection, message, address."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to happen to the items of one reaction at one revision."""

    key: ReactionKey
    chat: str
    revision: int
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class Written:
    """What happened to one item."""

    id: int
    kind: str
    title: str
    status: str
    how: How
    was: str | None = None
    """The kind that it had before it was converted."""
    because: Because | None = None
    """Why it was cancelled, or was not though its reaction was taken back."""


def of_reactions(db: Db, keys: Iterable[ReactionKey]) -> dict[ReactionKey, list[Existing]]:
    """Return the items that each reaction has made so far, locked until the transaction ends."""
    found: dict[ReactionKey, list[Existing]] = defaultdict(list)
    rows = [{"connection_id": c, "message_id": m, "address": a} for c, m, a in sorted(set(keys))]
    with db.cursor(row_factory=dict_row) as cursor:
        for row in cursor.execute(query("item.of_reactions"), {"keys": records(rows)}):
            key = (row.pop("connection_id"), row.pop("message_id"), row.pop("address"))
            found[key].append(Existing(**row | {"flags": tuple(row["flags"])}))
    return found


def write(db: Db, planned: Sequence[Planned]) -> dict[ReactionKey, list[Written]]:
    """Write every change of a batch, a statement a sort of change, and return what became of each item."""
    _cancel(db, planned)
    _flag(db, planned)
    _withdraw(db, planned)
    ids = _create(db, planned)
    _write_over(db, planned)
    _record(db, planned, ids)
    reminders.reschedule(db, _reminded(planned, ids))
    return {plan.key: [_written(plan, change, ids) for change in plan.changes] for plan in planned}


def _each(planned: Iterable[Planned]) -> Iterable[tuple[Planned, Change]]:
    for plan in planned:
        for change in plan.changes:
            yield plan, change


def _cancel(db: Db, planned: Sequence[Planned]) -> None:
    rows = [
        {"connection_id": plan.key[0], "id": change.item.id, "because": change.because, "revision": plan.revision}
        for plan, change in _each(planned)
        if change.item and change.how == "cancelled"
    ]
    _run(db, "item.cancel", rows)


def _flag(db: Db, planned: Sequence[Planned]) -> None:
    rows = [
        {"connection_id": plan.key[0], "id": change.item.id, "flags": change.flags, "revision": plan.revision}
        for plan, change in _each(planned)
        if change.item and not change.wanted and change.flags is not None
    ]
    _run(db, "item.flag", rows)


def _withdraw(db: Db, planned: Sequence[Planned]) -> None:
    leaving: dict[str, list[Row]] = defaultdict(list)
    for plan, change in _each(planned):
        if change.item and change.wanted and change.item.kind != change.wanted.kind:
            leaving[change.item.kind].append({"connection_id": plan.key[0], "item_id": change.item.id})
    for kind, rows in leaving.items():
        EXECUTORS[kind].withdraw(db, rows)


def _create(db: Db, planned: Sequence[Planned]) -> dict[tuple[Any, ...], int]:
    rows = [
        _item_row(plan, change.wanted) | {"chat": plan.chat, "replaces": change.replaces, "flags": change.flags or ()}
        for plan, change in _each(planned)
        if change.wanted and not change.item
    ]
    if not rows:
        return {}
    made = db.execute(query("item.create"), {"rows": records(rows)}).fetchall()
    return {tuple(row[:-1]): row[-1] for row in made}


def _write_over(db: Db, planned: Sequence[Planned]) -> None:
    rows = [
        _item_row(plan, overlay(change.wanted, change.item.edits))
        | {"id": change.item.id, "flags": change.flags or (), "reading": reading(change.wanted)}
        for plan, change in _each(planned)
        if change.wanted and change.item
    ]
    _run(db, "item.write_over", rows)


def _record(db: Db, planned: Sequence[Planned], ids: dict[tuple[Any, ...], int]) -> None:
    recorded: dict[str, list[Row]] = defaultdict(list)
    for plan, change in _each(planned):
        if change.wanted:
            want = overlay(change.wanted, change.item.edits if change.item else {})
            id_ = change.item.id if change.item else ids[_slot(plan, want)]
            row = EXECUTORS[want.kind].row(want.data, want.zone) | {"people": want.people}
            recorded[want.kind].append({"connection_id": plan.key[0], "item_id": id_, **row})
    for kind, rows in recorded.items():
        EXECUTORS[kind].record(db, rows)


def _reminded(planned: Sequence[Planned], ids: dict[tuple[Any, ...], int]) -> Iterable[tuple[int, int]]:
    """Yield the items whose reminders may move: what their rule promised, or promises now."""
    for plan, change in _each(planned):
        promises = [one.terms for one in (change.item, change.wanted) if one]
        if change.how in {"kept", "flagged"} or not any("remind" in terms for terms in promises):
            continue
        if change.item:
            yield plan.key[0], change.item.id
        elif change.wanted:
            yield plan.key[0], ids[_slot(plan, change.wanted)]


def _run(db: Db, statement: str, rows: Sequence[Row]) -> None:
    if rows:
        db.execute(query(statement), {"rows": records(rows)})


def _slot(plan: Planned, want: Wanted) -> tuple[Any, ...]:
    return (*plan.key, want.rule_id, want.step, want.position)


def _item_row(plan: Planned, want: Wanted) -> Row:
    connection_id, message_id, address = plan.key
    return {
        "connection_id": connection_id, "message_id": message_id, "address": address, "kind": want.kind,
        "title": want.title, "priority": want.priority, "tags": want.tags, "rule_id": want.rule_id,
        "step": want.step, "position": want.position, "rule_version": want.rule_version, "revision": plan.revision,
        "language": want.language, "confidence": want.confidence, "spans": want.spans, "reading": reading(want),
        "terms": want.terms,
    }  # fmt: skip


def _written(plan: Planned, change: Change, ids: dict[tuple[Any, ...], int]) -> Written:
    if change.wanted:
        want = overlay(change.wanted, change.item.edits if change.item else {})
        id_ = change.item.id if change.item else ids[_slot(plan, change.wanted)]
        was = change.item.kind if change.item and change.item.kind != want.kind else None
        return Written(id_, want.kind, want.title, "open", change.how, was)
    if change.item is None:
        raise ValueError("a change of nothing")
    status = "cancelled" if change.how == "cancelled" else change.item.status
    item = change.item
    return Written(item.id, item.kind, item.title, status, change.how, because=change.because)
