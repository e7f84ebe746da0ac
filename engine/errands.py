"""What a rule sends out, made ready when its turn has come: to whom, and what it says, from the state then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row

from engine import answer, clock, listed, rulebook, shown
from engine.listed import Which
from engine.outside import Outside
from engine.queue import Claim
from engine.situation import Reaction, local
from executors import errands as lanes
from executors.destinations import Permanent, channels, webhook
from executors.destinations.calling import Call
from executors.destinations.replies import Occasion, fill_own_words
from executors.errand import SAID, event_of
from rules.address import phone
from rules.outside import secrets_in, words_in
from rules.rule import Rule, minutes
from sql import query
from sql.parameters import as_json, records

Db = psycopg.Connection[Any]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is nothing to send any more."""

    reason: str


@dataclass(frozen=True, slots=True)
class Say:
    """Write a text to `self`, `chat`, `author` or an address."""

    to: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """React to the message; no emoji takes our reaction back."""

    emoji: str | None


Ready = Nothing | Say | Mark | Call


@dataclass(slots=True)
class Prepared:
    """An errand whose turn has come."""

    row: Row
    rule: Rule
    reaction: Reaction
    event: str | None
    items: Sequence[int]
    """Those that it speaks of."""

    @property
    def options(self) -> Mapping[str, Any]:
        """What the rule's step says."""
        return self.rule.steps[self.row["step"]].options

    def told(self) -> Row:
        """Return what `errand.tell` writes down."""
        return {
            "connection_id": self.row["connection_id"], "id": self.row["id"], "told": self.event,
            "turn": self.row["turn"], "told_items": list(self.items),
        }  # fmt: skip


def prepare(db: Db, claim: Claim) -> Prepared | Nothing:
    """Return the errand of a claim as it is now; raises `Permanent` where its rule cannot be read any more."""
    row = _one(db, "errand.load", {"connection_id": claim.connection_id, "queue_id": claim.id})
    if row is None or row["turn"] != claim.event_data["turn"]:
        return Nothing("something newer is to be told")
    key = {name: row[name] for name in ("connection_id", "message_id", "address")}
    with db.cursor(row_factory=class_row(Reaction)) as cursor:
        reaction = cursor.execute(query("settle.load"), {"keys": records([key])}).fetchone()
    rules = rulebook.as_of(db, row["connection_id"], [(row["rule_id"], row["rule_version"])]).rules
    if reaction is None:
        return Nothing("its message is gone")
    if not rules or row["step"] >= len(rules[0].steps):
        raise Permanent(f"The rule {row['rule_id']} v{row['rule_version']} cannot be read any more.")
    values = {name: row[name] for name in ("connection_id", "message_id", "address", "rule_id", "told_items")}
    there = db.execute(query("errand.items"), values).fetchall()
    living = [id_ for id_, status in there if status != "cancelled"]
    stands = row["wanted"] and (bool(living) or not there)
    # A call that is tried again says what it said.
    again = row["told_turn"] == row["turn"]
    event = row["told"] if again else event_of(stands=stands, told=row["told"])
    known = {*living, *row["told_items"]}
    return Prepared(row, rules[0], reaction, event, [id_ for id_, _ in there if id_ in known])


def ready(db: Db, claim: Claim, one: Prepared, outside: Outside) -> Ready:
    """Return what is to be sent; raises `Permanent` where that cannot be made."""
    if one.event is None:
        return Nothing("it was taken back before it was told")
    match one.row["action"]:
        case "webhook":
            return _call(db, one, outside)
        case "react":
            return Mark(None if one.event == "cancelled" else str(one.options["emoji"]))
        case _ if one.event == "cancelled":
            return Nothing("it was taken back before it was said")
        case "send_message":
            return Say(str(one.options.get("to", "self")), _text(db, one, one.options["text"]))
        case _:
            return _notification(db, claim, one, outside)


def _notification(db: Db, claim: Claim, one: Prepared, outside: Outside) -> Ready:
    channel = outside.channel(str(one.options["channel"]))
    if "dedupe" in one.options and not _is_first(db, claim, one, str(one.options["dedupe"])):
        return Nothing(f"the same was told within {one.options['dedupe']}")
    plain = " · ".join(filter(None, (one.rule.name, one.reaction.chat_name)))
    text = (
        _text(db, one, one.options["text"]) if "text" in one.options else f"{plain}\n{_excerpt(one.reaction)}".strip()
    )
    if not channels.is_address(channel):
        return Say(channel, text)
    severity, name = str(one.options.get("severity", "medium")), str(one.options["channel"])
    return channels.call(channel, text, severity=severity, rule=one.rule.id, name=name, id_=_id(one))


def _is_first(db: Db, claim: Claim, one: Prepared, within: str) -> bool:
    values = _alert(claim, one) | {"seconds": minutes(within) * 60}
    return db.execute(query("errand.alert"), values).fetchone() is not None


def release(db: Db, claim: Claim, one: Prepared, *, refused: bool) -> None:
    """Note that nothing was sent after all: a text (to a chat, too, that is a channel) is unsaid, and no repeat."""
    if refused or (one.row["action"] in SAID and claim.lane == lanes.CHAT):
        keys = ("connection_id", "id", "told", "told_turn", "told_items")
        db.execute(query("errand.untell"), {name: one.row[name] for name in keys})
    if refused and "dedupe" in one.options:
        db.execute(query("errand.unalert"), _alert(claim, one))


def _alert(claim: Claim, one: Prepared) -> Row:
    names = ("connection_id", "rule_id", "step")
    return {name: one.row[name] for name in names} | {"queue_id": claim.id}


def _call(db: Db, one: Prepared, outside: Outside) -> Call | Nothing:
    options, event = one.options, f"item.{one.event}"
    if not outside.allows(str(options["url"])):
        raise Permanent("TOQUE_CALL_HOSTS does not let rules call this host.")
    now = clock.now()
    body = _filled(options["body"], _occasion(db, one, now)) if "body" in options else _usual_body(db, one, event, now)
    secret = outside.filled(str(options["sign_with"])) if "sign_with" in options else None
    headers = {name: outside.filled(str(value)) for name, value in options.get("headers", {}).items()}
    made = webhook.call(
        outside.filled(str(options["url"])), headers, as_json(body).encode(), id_=_id(one),
        timestamp=int(now.timestamp()), secret=secret,
    )  # fmt: skip
    named = {name: outside.secret(name) for name in secrets_in(options)}
    return Call(made.url, made.headers, made.body, tuple(filter(None, named.values())))


def _id(one: Prepared) -> str:
    """Return the key that repeats of one call share, whoever tries it again."""
    return f"toque-{one.row['connection_id']}-{one.row['id']}-{one.row['turn']}"


def _usual_body(db: Db, one: Prepared, event: str, now: datetime) -> Row:
    reaction = one.reaction
    rows = listed.newest(db, Which(ids=list(one.items), connections=[reaction.connection_id])) if one.items else []
    items = sorted((shown.item(row, reaction.locale().language) for row in rows), key=lambda item: item["id"])
    return {
        "event": event, "timestamp": now.isoformat(timespec="seconds"),
        "rule": {"id": one.rule.id, "version": one.row["rule_version"], "name": one.rule.name},
        "emoji": reaction.emoji or None,
        "message": {
            "id": reaction.message_id, "chat": reaction.chat, "chat_name": reaction.chat_name, "text": reaction.text,
            "sent_at": reaction.sent_at.isoformat() if reaction.sent_at else None,
        },
        "items": items,
    }  # fmt: skip


def _filled(value: Any, occasion: Occasion) -> Any:  # noqa: ANN401 - plain JSON
    """Return a body with its texts written; what is no text stays as it is."""
    match value:
        case str():
            return fill_own_words(value, occasion)
        case Mapping():
            return {name: _filled(inner, occasion) for name, inner in value.items()}
        case list():
            return [_filled(inner, occasion) for inner in value]
        case Decimal():
            return str(value)
        case _:
            return value


def _text(db: Db, one: Prepared, words: Any) -> str:  # noqa: ANN401 - as the rule writes it
    spoken = one.reaction.locale().language
    own = (one.rule.language,) if one.rule.language != "auto" else ()
    occasion = _occasion(db, one, clock.now())
    return fill_own_words(words_in(words, *own, spoken), occasion)


def _occasion(db: Db, one: Prepared, now: datetime) -> Occasion:
    reaction, place = one.reaction, one.reaction.locale()
    rows = _many(db, "deliver.items", {"connection_id": reaction.connection_id, "ids": list(one.items)})
    items = tuple(answer.item_of(row, one.event or "created", heard_at=now) for row in rows)
    today = local(now, place.zone).date()
    return Occasion(
        emoji=reaction.emoji, language=place.language, today=today,
        sent_on=local(reaction.sent_at or now, place.zone).date(), region=place.region, items=items, trouble=None,
        named_zone=None, excerpt=_excerpt(reaction), template=None, chat=reaction.chat_name or _number(reaction.chat),
        person=reaction.person_name or _number(reaction.address), rule=one.rule.name, event=f"item.{one.event}",
    )  # fmt: skip


def _number(address: str) -> str:
    """Return what an address without a name is called: its phone number, else what stands before the `@`."""
    digits = phone(address)
    return f"+{digits}" if digits else address.partition("@")[0]


def _excerpt(reaction: Reaction) -> str:
    return (reaction.text or "")[:300]


def _one(db: Db, statement: str, values: Mapping[str, object]) -> Row | None:
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query(statement), values).fetchone()


def _many(db: Db, statement: str, values: Mapping[str, object]) -> list[Row]:
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query(statement), values).fetchall()


def refuse_expired(db: Db, claim: Claim) -> None:
    """Raise `Permanent` for a call or a notification that nobody took in time: it goes to the dead letters.

    A text that is too late goes without a word, as an answer does.
    """
    if claim.event_data.get("action") in {"webhook", "notify"}:
        row = _one(db, "errand.load", {"connection_id": claim.connection_id, "queue_id": claim.id})
        last = row["last_error"] if row else None
        raise Permanent(f"Nobody took it in time. The last answer: {last}" if last else "Nobody took it in time.")
