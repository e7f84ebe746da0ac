"""Who is known and which chats there are, as a person looks them up and sets something for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from typing import Any, Protocol, TypeVar

import psycopg
from psycopg.rows import dict_row

from engine import locale, people
from engine.gateways.signals import OWNER
from rules.address import same_address
from sql import query

Db = psycopg.Connection[Any]


class NotFound(LookupError):  # noqa: N818 - it names what became of the search
    """What was typed is nobody's address here, or is several people's; the message says what to type."""


class Entry(Protocol):
    """What can be found by an address or a name."""

    @property
    def connection_id(self) -> int:
        """Of which connection."""
        ...

    @property
    def addresses(self) -> tuple[str, ...]:
        """All of them."""
        ...

    @property
    def title(self) -> str | None:
        """Return what to call it."""
        ...


@dataclass(frozen=True, slots=True)
class Person:
    """One person, by everything they are called."""

    connection_id: int
    id: int | None
    """None for somebody who was heard, and whom nobody ever merged or set anything for."""
    name: str | None
    addresses: tuple[str, ...]
    is_owner: bool = False
    zone: str | None = None
    language: str | None = None
    region: str | None = None
    calls_themselves: str | None = None
    heard_at: datetime | None = None

    @property
    def title(self) -> str | None:
        """Return what to call them."""
        return self.name or self.calls_themselves


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat, and what is set for it."""

    connection_id: int
    addresses: tuple[str, ...]
    name: str | None
    zone: str | None
    language: str | None
    messages: int
    heard_at: datetime | None
    subject: str | None = None
    """What a group calls itself, where the gateway was asked."""
    members: int | None = None
    """People of a group, where the gateway was asked."""
    with_whom: str | None = None
    """The other person of a direct chat."""

    @property
    def title(self) -> str | None:
        """Return what to call it."""
        return self.name or self.subject or self.with_whom


E = TypeVar("E", bound=Entry)


def all_people(db: Db, connection_id: int | None = None) -> list[Person]:
    """Return the owner, everybody who is known, and everybody who was only heard, in that order."""
    wanted = {"connection_id": connection_id}
    with db.cursor(row_factory=dict_row) as cursor:
        known = cursor.execute(query("people.list"), wanted).fetchall()
        heard = {(row["connection_id"], row["address"]): row for row in cursor.execute(query("people.heard"), wanted)}
    found = [_person(row, [heard.pop((row["connection_id"], a), {}) for a in row["addresses"]]) for row in known]
    strangers = (
        Person(
            connection, None, None, (address,), address == OWNER, calls_themselves=row["name"],
            heard_at=row["heard_at"],
        )
        for (connection, address), row in heard.items()
    )  # fmt: skip
    return sorted([*found, *strangers], key=lambda one: (one.connection_id, not one.is_owner))


def _person(row: dict[str, Any], heard: list[dict[str, Any]]) -> Person:
    newest = sorted((one for one in heard if one), key=lambda one: one["heard_at"], reverse=True)
    name = next((one["name"] for one in newest if one["name"]), None)
    is_owner = row["is_owner"] or OWNER in row["addresses"]
    return Person(
        **{**row, "addresses": tuple(row["addresses"]), "is_owner": is_owner}, calls_themselves=name,
        heard_at=newest[0]["heard_at"] if newest else None,
    )  # fmt: skip


def all_chats(db: Db, connection_id: int | None = None) -> list[Chat]:
    """Return the chats that were heard or that something is set for, the newest first."""
    names = {
        (one.connection_id, address): one.name or ("you" if one.is_owner else one.title)
        for one in all_people(db, connection_id)
        for address in one.addresses
    }
    with db.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(query("chat.list"), {"connection_id": connection_id}).fetchall()
    return [
        Chat(
            **{**row, "addresses": tuple(row["addresses"])},
            with_whom=next(filter(None, (names.get((row["connection_id"], a)) for a in row["addresses"])), None),
        )
        for row in rows
    ]  # fmt: skip


def find(entries: Sequence[E], said: str, *, kind: str) -> tuple[E, str]:
    """Return who or what has the address (or, if only one has it, the name) that was typed, and that address.

    A phone number may be typed as people write it. Raises `NotFound`.
    """
    found = [(one, address) for one in entries for address in one.addresses if same_address(said, address)]
    if not found:
        named = [one for one in entries if one.title and one.title.casefold() == said.strip().casefold()]
        found = [(one, one.addresses[0]) for one in named]
    if len({(one.connection_id, one.addresses) for one, _ in found}) == 1:
        return found[0]
    if found:
        where = sorted({one.connection_id for one, _ in found})
        if len(where) > 1:
            raise NotFound(f"{said} is known on the connections {', '.join(map(str, where))}: say --connection ID.")
        raise NotFound(f"Several have the name {said}: type an address. toque {kind} lists them.")
    raise NotFound(f"Nobody here has the address {said}.{_nearest(said, entries)} toque {kind} lists all.")


def _nearest(said: str, entries: Iterable[Entry]) -> str:
    known = {name.casefold(): name for one in entries for name in (*one.addresses, one.title) if name}
    near = get_close_matches(said.strip().removeprefix("+").casefold(), known, 1, 0.7)
    return f" Did you mean {known[near[0]]}?" if near else ""


def home_of(one: Person, connection: locale.Preferences) -> locale.Locale:
    """Return where somebody is taken to be at home: what was set, else what their number or the connection tells."""
    nobody, own = locale.Preferences(), locale.Preferences(one.zone, one.region, one.language)
    return locale.of(one.addresses, rule=nobody, chat=nobody, person=own, connection=connection)


def joined(one: Person, other: Person) -> Person:
    """Return who two are once they are one person: the owner is kept, else the one known longer."""
    kept, gone = sorted((one, other), key=lambda each: (not each.is_owner, each.id is None, each.id or 0))
    return replace(
        kept, addresses=tuple(sorted({*kept.addresses, *gone.addresses})), zone=kept.zone or gone.zone,
        language=kept.language or gone.language, region=kept.region or gone.region,
        calls_themselves=kept.calls_themselves or gone.calls_themselves,
    )  # fmt: skip


def introduce(db: Db, person: Person) -> int:
    """Return the id of a person, who gets one where they were only heard."""
    if person.id is not None:
        return person.id
    with db.transaction():
        values = {"connection_id": person.connection_id, "name": None, "is_owner": person.is_owner}
        row = db.execute(query("people.add_person"), values).fetchone()
        if row is None:
            raise LookupError("the person that was just added")
        for address in person.addresses:
            db.execute(
                query("people.add_address"),
                {"connection_id": person.connection_id, "address": address, "person_id": row[0]},
            )
    return int(row[0])


def merge(db: Db, one: tuple[Person, str], other: tuple[Person, str]) -> int:
    """Say that two are one person; return how many reactions are settled again."""
    with db.transaction():
        introduce(db, one[0])
        introduce(db, other[0])
        return people.merge(db, one[0].connection_id, one[1], other[1])


def split(db: Db, person: Person, apart: Sequence[str]) -> int:
    """Say that these addresses are of one somebody else; return how many reactions are settled again."""
    first, *others = apart
    with db.transaction():
        again = people.split(db, person.connection_id, first)
        for other in others:
            again += people.split(db, person.connection_id, other)
            again += people.merge(db, person.connection_id, first, other)
    return again


def set_person(
    db: Db, person: Person, *, name: str | None, zone: str | None, language: str | None, region: str | None,
    forget: bool = False,
) -> None:  # fmt: skip
    """Set what is not None for a person; `forget` first drops what was set before, the name apart."""
    with db.transaction():
        key = {"connection_id": person.connection_id, "person_id": introduce(db, person)}
        if forget:
            db.execute(query("people.forget_preferences"), key)
        if name is not None:
            db.execute(query("people.rename"), {**key, "name": name or None})
        if zone or language or region:
            db.execute(query("people.prefer"), {**key, "zone": zone, "language": language, "region": region})


def set_chat(
    db: Db, connection_id: int, address: str, *, name: str | None, zone: str | None, language: str | None,
    forget: bool = False,
) -> None:  # fmt: skip
    """Set what is not None for a chat, under every address of its person; `forget` first drops what was set before."""
    with db.transaction():
        wanted = {"connection_id": connection_id, "address": address}
        addresses = [row[0] for row in db.execute(query("chat.aliases"), wanted).fetchall()]
        key = {"connection_id": connection_id, "addresses": addresses}
        if forget:
            db.execute(query("chat.forget"), key)
        if name or zone or language:
            db.execute(query("chat.set"), {**key, "name": name, "zone": zone, "language": language})
