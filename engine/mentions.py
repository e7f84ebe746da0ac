"""Whom a mention means: the one person of the chat who has that number or that first name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import psycopg

from engine.decide import Decision
from engine.locale import PHONE_HOST
from engine.situation import Reaction
from executors.plan import Wanted
from parsers.draft import EventData, TaskData
from rules.address import phone, same_address
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]

LID_HOST = "@lid"


@dataclass(slots=True)
class Someone:
    """One person of a chat, by everything they are called."""

    addresses: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def is_called(self, said: str) -> bool:
        """Tell whether this is their first name, or all their names written as one."""
        return any(_plain(said) in {_plain(name.split()[0]), _plain(name)} for name in self.names if name.split())


def resolved(db: Db, decided: Sequence[tuple[Reaction, Decision]]) -> list[Decision]:
    """Return decisions with the address of whoever is mentioned, where that is one person and no other."""
    said = [
        {name for want in decision.wanted for name in _mentioned(want, reaction.text or "")}
        for reaction, decision in decided
    ]
    people = _people(db, {n: (decided[n][0], names) for n, names in enumerate(said) if names})
    return [
        _with_people(decision, people[n], reaction.text or "") if n in people else decision
        for n, (reaction, decision) in enumerate(decided)
    ]


def _with_people(decision: Decision, people: Mapping[str, str], text: str) -> Decision:
    wanted = tuple(
        # Whom a rule gave it to is known better than by a name.
        replace(want, people={n: people[n] for n in _mentioned(want, text) if n in people} | dict(want.people))
        for want in decision.wanted
    )
    return replace(decision, wanted=wanted)


def _mentioned(want: Wanted, text: str) -> list[str]:
    """Return those names of an item that the text has as mentions; a parser makes digits of no others."""
    match want.data:
        case TaskData(assignee=str(name)):
            names: Sequence[str] = (name,)
        case EventData(attendees=names):
            pass
        case _:
            return []
    return [name for name in names if name.isdigit() or re.search(f"@[~+]?{re.escape(name)}", text)]


def _people(db: Db, said: Mapping[int, tuple[Reaction, Iterable[str]]]) -> dict[int, dict[str, str]]:
    """Return the addresses of those who are meant, by place and name: two questions, however many ask."""
    if not said:
        return {}
    keys = [
        {"n": n, "connection_id": reaction.connection_id, "message_id": reaction.message_id}
        for n, (reaction, _) in said.items()
    ]
    sent: dict[int, list[str]] = dict(db.execute(query("mention.sent_along"), {"rows": records(keys)}).fetchall())
    asked = {n: _question(reaction, names, sent.get(n, [])) for n, (reaction, names) in said.items()}
    # The reactions of one chat mostly ask the same.
    there = _known(db, list(dict.fromkeys(asked.values())))
    return {n: _meant(names, sent.get(n, []), there[asked[n]]) for n, (_, names) in said.items()}


@dataclass(frozen=True, slots=True)
class _Question:
    """Who is known in a chat, by its names, and which of some addresses were heard."""

    connection_id: int
    chats: frozenset[str]
    asked: frozenset[str]


def _question(reaction: Reaction, said: Iterable[str], sent: Iterable[str]) -> _Question:
    chats = frozenset({reaction.chat, *reaction.chat_addresses})
    numbers = frozenset(address for name in said if name.isdigit() for address in _addresses(name))
    return _Question(reaction.connection_id, chats, chats.union(sent, numbers))


def _known(db: Db, questions: Sequence[_Question]) -> dict[_Question, list[Someone]]:
    rows = [
        {"n": n, "connection_id": one.connection_id, "chats": one.chats, "asked": one.asked}
        for n, one in enumerate(questions)
    ]
    found: dict[int, list[tuple[str, int | None, list[str]]]] = defaultdict(list)
    for n, address, person, names in db.execute(query("mention.known"), {"rows": records(rows)}):
        found[n].append((address, person, names))
    return {one: _grouped(found[n]) for n, one in enumerate(questions)}


def _meant(said: Iterable[str], sent: Sequence[str], there: Sequence[Someone]) -> dict[str, str]:
    found = {name: _by_number(name, sent, there) if name.isdigit() else _by_name(name, there) for name in said}
    _pair_the_last(found, sent, there)
    return {name: address for name, address in found.items() if address}


def _addresses(digits: str) -> set[str]:
    """Return the addresses that a number may stand for: WhatsApp writes a phone or a LID after the sign."""
    return {f"{digits}{PHONE_HOST}", f"{phone(digits) or digits}{PHONE_HOST}", f"{digits}{LID_HOST}"}


def _grouped(rows: Iterable[tuple[str, int | None, list[str]]]) -> list[Someone]:
    """Return people: whoever has no number in the database stands for one address."""
    there: dict[int | str, Someone] = {}
    for address, person, names in rows:
        someone = there.setdefault(person or address, Someone())
        someone.addresses.append(address)
        someone.names.update(names)
    return list(there.values())


def _by_number(digits: str, sent: Sequence[str], there: Sequence[Someone]) -> str | None:
    for address in sent:
        if address.partition("@")[0] == digits:
            return address
    wanted = _addresses(digits)
    known = [address for someone in there for address in someone.addresses]
    return next((a for a in known if a in wanted or (a.endswith(PHONE_HOST) and same_address(digits, a))), None)


def _by_name(name: str, there: Sequence[Someone]) -> str | None:
    called = [someone for someone in there if someone.is_called(name)]
    return called[0].addresses[0] if len(called) == 1 else None


def _pair_the_last(found: dict[str, str | None], sent: Sequence[str], there: Sequence[Someone]) -> None:
    """Pair the one number that means nobody with the one address left over: the text may name a phone by its LID.

    Only where that is of somebody known here: what is sent along is whatever the writer's phone made it.
    """
    nobody = [name for name, address in found.items() if name.isdigit() and address is None]
    known = {address for someone in there for address in someone.addresses}
    left = [address for address in sent if address not in found.values()]
    if len(nobody) == 1 and len(left) == 1 and left[0] in known:
        found[nobody[0]] = left[0]


def _plain(name: str) -> str:
    """Return a name as people type it in a hurry: no accents, no capitals, letters and digits only."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in bare if c.isalnum())


def names_of(row: Mapping[str, Any]) -> dict[str, str]:
    """Return what to call those who are meant by the names in a row of `deliver.items`."""
    named = [(row["assignee"], row["assignee_name"]), *zip(row["attendees"], row["attendee_names"], strict=False)]
    return {written: name for written, name in named if written and name}
