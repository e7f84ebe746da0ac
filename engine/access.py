"""Who may do what: the scopes, the roles that hold them, and whoever asks for something."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["owner", "admin", "operator", "viewer"]
Kind = Literal["machine", "account", "key", "cli"]

ROLES: tuple[Role, ...] = get_args(Role)
"""The most powerful first."""

SCOPES: Mapping[str, str] = {
    "rules:read": "see the rules and their versions, check and try rules",
    "rules:write": "make, change, switch, roll back and delete rules",
    "items:read": "see items, reactions, actions with their explanations, readings in doubt, and the live feed",
    "items:write": "change, complete, cancel and undo items, decide readings in doubt",
    "calendar:read": "subscribe to the calendar, by an address that holds the key and opens nothing else",
    "queue:read": "see what waits and what failed",
    "queue:write": "try again, give up and give back what the queue holds",
    "messages:send": "send messages",
    "people:read": "see people and chats",
    "people:write": "merge, split, name and set people and chats",
    "connections:read": "see the connected numbers",
    "connections:write": "connect, change, pause and remove numbers",
    "analytics:read": "see the statistics",
    "metrics:read": "scrape the metrics, which name no person",
    "audit:read": "see who changed what",
    "admin": "everything, and accounts, keys and the erasing of what the audit log holds",
}
"""What each scope lets one do; `admin` stands for all of them."""

ALONE = "calendar:read"
"""A key that has it has no other scope: it stands in an address, which gets into the logs of others."""

_SEEN_BY_ALL = frozenset(
    {
        "rules:read", "items:read", "calendar:read", "queue:read", "people:read", "connections:read", "analytics:read",
        "metrics:read",
    }
)  # fmt: skip

SCOPES_OF: Mapping[Role, frozenset[str]] = {
    "owner": frozenset(SCOPES),
    "admin": frozenset(SCOPES),
    "operator": _SEEN_BY_ALL | {"rules:write", "items:write", "queue:write", "people:write", "messages:send"},
    "viewer": _SEEN_BY_ALL,
}
"""The scopes of each role. What an owner may and an admin may not: make, change and disable owners."""

SEES_ALL: frozenset[Role] = frozenset({"owner", "admin"})
"""The roles that see every connection; the others see those that they were given."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever asks: an account, an API key, this machine before there are accounts, or a person at the terminal."""

    kind: Kind
    name: str
    """What people call it: the account's name, the key's, the user of the operating system."""
    scopes: frozenset[str]
    connections: frozenset[int] | None = None
    """The connections that it sees; None: all, also those still to come."""
    role: Role | None = None
    account_id: int | None = None
    """The account, or the one that the key belongs to."""
    key_id: str | None = None

    @property
    def actor(self) -> str:
        """Return who it is in the audit log: `account:3`, `key:k3v9x2ab`, `cli:maria`, `machine`."""
        match self.kind:
            case "account":
                return f"account:{self.account_id}"
            case "key":
                return f"key:{self.key_id}"
            case "cli":
                return f"cli:{self.name}"
            case "machine":
                return "machine"

    def may(self, scope: str) -> bool:
        """Tell whether it has a scope; raises `KeyError` for one that there is not."""
        _ = SCOPES[scope]
        return scope in self.scopes or "admin" in self.scopes

    def sees(self, connection_id: int) -> bool:
        """Tell whether a connection is one of those that it was given."""
        return self.connections is None or connection_id in self.connections

    @property
    def visible(self) -> list[int] | None:
        """Return the connections that it sees as a statement's parameter takes them; None: all."""
        return None if self.connections is None else sorted(self.connections)


MACHINE = Caller(kind="machine", name="this machine", scopes=SCOPES_OF["owner"], role="owner")
"""Whoever sits at this machine, for as long as there is no account."""


def at_terminal(user: str) -> Caller:
    """Return a person at the command line: who reaches the database and the key there may do everything."""
    return Caller(kind="cli", name=user, scopes=SCOPES_OF["owner"], role="owner")


def of_account(account_id: int, name: str, role: Role, connections: Collection[int]) -> Caller:
    """Return an account as a caller; `connections` are those that it was given."""
    given = None if role in SEES_ALL else frozenset(connections)
    return Caller("account", name, SCOPES_OF[role], given, role, account_id)


def of_key(
    key_id: str, name: str, scopes: Collection[str], connections: Collection[int] | None, owner: Caller | None = None
) -> Caller:
    """Return an API key as a caller; it never may or sees more than the account that it belongs to."""
    wanted, seen = frozenset(scopes), None if connections is None else frozenset(connections)
    if owner is None:
        return Caller("key", name, wanted, seen, key_id=key_id)
    allowed = frozenset(scope for scope in wanted if owner.may(scope))
    if owner.connections is not None:
        seen = owner.connections if seen is None else seen & owner.connections
    return Caller("key", name, allowed, seen, account_id=owner.account_id, key_id=key_id)
