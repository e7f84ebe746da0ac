"""What webhooks told, folded together: many of them become one row a key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, assert_never

from engine.gateways.signals import (
    OWNER,
    ConnectionChanged,
    DeliveryChanged,
    GroupChanged,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionChanged,
    Signal,
)

Key = tuple[int, str]
ReactionKey = tuple[int, str, str]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """What one webhook told of one connection."""

    connection_id: int
    owner: str | None
    """The connection's own address as the envelope gives it."""
    signals: tuple[Signal, ...]


@dataclass(slots=True)
class Group:
    """Signals of many webhooks, reduced to one row a key: a statement may not touch a row twice."""

    messages: dict[Key, Row] = field(default_factory=dict)
    sent: dict[Key, Row] = field(default_factory=dict)
    reactions: list[dict[ReactionKey, Row]] = field(default_factory=list)
    changes: dict[tuple[int, str, str, str], Row] = field(default_factory=dict)
    lines: dict[int, Row] = field(default_factory=dict)
    groups: set[Key] = field(default_factory=set)
    owners: dict[int, str] = field(default_factory=dict)
    pairs: set[tuple[int, str, str]] = field(default_factory=set)

    @property
    def only_reacts(self) -> bool:
        """Tell whether there are reactions and nothing else, of none two at one moment."""
        else_ = (self.messages, self.sent, self.changes, self.lines, self.groups, self.owners, self.pairs)
        return len(self.reactions) == 1 and not any(else_)

    def add(self, heard: Heard) -> None:
        """Fold one webhook in."""
        for signal in heard.signals:
            self._fold(heard.connection_id, signal)
        if heard.owner:
            self.owners[heard.connection_id] = heard.owner
            self.pairs.add((heard.connection_id, OWNER, heard.owner))

    def _fold(self, connection: int, signal: Signal) -> None:
        match signal:
            case MessageSeen():
                self._message(connection, signal)
            case ReactionChanged():
                self._reaction(connection, signal)
            case MessageEdited():
                kind = "unreadable_edit" if signal.text is None else "edit"
                key = (connection, signal.message_id)
                self._change(key, kind, at=signal.edited_at, by_address=signal.editor, text=signal.text)
            case MessageDeleted():
                self._change((connection, signal.message_id), "delete", at=signal.deleted_at)
            case ConnectionChanged():
                self.lines[connection] = {
                    "connection_id": connection, "state": signal.state, "reason": signal.reason,
                }  # fmt: skip
            case GroupChanged():
                self.groups.add((connection, signal.chat))
            case DeliveryChanged():
                pass  # nothing waits for receipts yet
            case _:
                assert_never(signal)

    def _message(self, connection: int, seen: MessageSeen) -> None:
        key = (connection, seen.message_id)
        self.pairs.update((connection, *pair) for pair in seen.aliases)
        if seen.by_us:
            self.sent[key] = {"connection_id": connection, "id": seen.message_id}
        row = {
            "connection_id": connection, "id": seen.message_id, "chat": seen.chat, "author": seen.author,
            "author_name": seen.author_name, "kind": seen.kind, "text": seen.text, "quoted_id": seen.quoted_id,
            "sent_at": seen.sent_at, "by_us": seen.by_us, "mentions": seen.mentions,
        }  # fmt: skip
        self.messages.setdefault(key, row)

    def _reaction(self, connection: int, heard: ReactionChanged) -> None:
        self.pairs.update((connection, *pair) for pair in heard.aliases)
        if heard.by_us:
            self.sent[(connection, heard.outer_id)] = {"connection_id": connection, "id": heard.outer_id}
            return
        row = {
            "connection_id": connection, "message_id": heard.message_id, "address": heard.reactor,
            "chat": heard.chat, "emoji": heard.emoji, "server_second": heard.server_second,
            "sender_ms": heard.sender_ms or 0, "outer_ids": [heard.outer_id],
        }  # fmt: skip
        self._layer((connection, heard.message_id, heard.reactor), row)

    def _layer(self, key: ReactionKey, row: Row) -> None:
        """Put a reaction into the first layer where it fits; of one moment, each outer id has a layer of its own.

        The layers are stored one after the other: only the row knows which outer ids it has heard already.
        """
        for n, layer in enumerate(self.reactions):
            earlier = layer.get(key)
            if earlier is None or _moment(row) > _moment(earlier):
                layer[key] = row
                for later in self.reactions[n + 1 :]:
                    later.pop(key, None)
                return
            if _moment(row) < _moment(earlier) or row["outer_ids"] == earlier["outer_ids"]:
                return
        self.reactions.append({key: row})

    def _change(
        self, key: Key, kind: str, *, at: datetime, by_address: str | None = None, text: str | None = None
    ) -> None:
        (connection, message_id), by_address = key, by_address or ""
        place = (connection, message_id, kind, by_address)
        earlier = self.changes.get(place)
        if earlier is None or at >= earlier["changed_at"]:
            self.changes[place] = {
                "connection_id": connection, "message_id": message_id, "kind": kind, "by_address": by_address,
                "text": text, "changed_at": at,
            }  # fmt: skip


def _moment(row: Row) -> tuple[int, int]:
    """Return when a reaction was made: the server's second, then the sender's millisecond."""
    return row["server_second"], row["sender_ms"]
