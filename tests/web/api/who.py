"""Who asks in the tests of the API: accounts that logged in, and keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import httpx2
import psycopg

from engine import access, accounts, keys
from engine.access import ALONE, SCOPES_OF, Role, of_account
from engine.audit import Audit
from tests.web.served import PATIENCE, Web, lightly_hashed

PASSWORD = "correct horse battery"
KEPT = lightly_hashed(PASSWORD)
ROOT = access.at_terminal("root")


@dataclass(frozen=True, slots=True)
class Somebody:
    """An account, and what lets it in."""

    account: accounts.Account
    session: httpx2.Client
    key: httpx2.Client
    """With every scope that the account may have, but the one that stands alone."""


class Doorman:
    """Makes accounts and keys at a running web process."""

    def __init__(self, web: Web, db: psycopg.Connection, audit: Audit) -> None:
        self._web = web
        self._db = db
        self._audit = audit
        self._opened: list[httpx2.Client] = []

    def client(self, **headers: str) -> httpx2.Client:
        """Return a client that nobody knows."""
        made = httpx2.Client(
            base_url=self._web.client.base_url, timeout=PATIENCE, trust_env=False, headers=headers,
        )  # fmt: skip
        self._opened.append(made)
        return made

    def account(self, name: str, role: Role, connections: Sequence[int] = ()) -> Somebody:
        """Make an account that has logged in, with a key of its own."""
        made = accounts.add(
            self._db, self._audit, ROOT, name=name, role=role, password=KEPT, connections=list(connections)
        )
        owner = of_account(made.id, made.name, role, connections)
        return Somebody(made, self._log_in(name), self.key(sorted(SCOPES_OF[role] - {ALONE}), owner))

    def key(
        self, scopes: Sequence[str], owner: access.Caller = ROOT, connections: Sequence[int] | None = None
    ) -> httpx2.Client:
        """Return a client with a key that has these scopes, limited to numbers where they are said."""
        key, _ = keys.create(self._db, self._audit, ROOT, "k", scopes, owner=owner, connections=connections)
        return self.client(Authorization=f"Bearer {key.text}")

    def _log_in(self, name: str) -> httpx2.Client:
        browser = self.client()
        found = re.search(r'name="csrf" value="([^"]+)"', browser.get("/login").text)
        assert found
        answer = browser.post("/login", data={"name": name, "password": PASSWORD, "csrf": found[1]})
        assert answer.status_code == 303, answer.text
        browser.headers["X-CSRF-Token"] = browser.get("/api/me").json()["csrf_token"]
        return browser

    def close(self) -> None:
        """Close every client."""
        for one in self._opened:
            one.close()
