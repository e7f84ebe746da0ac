"""Every address that changes something leaves an entry: who, what, before and after. A new one without a case fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import httpx2
import psycopg
import pytest
from starlette.routing import Route

from demo.evolution import FakeEvolution
from engine import access, accounts, rulebook
from engine.audit import Audit
from engine.config import Settings
from engine.vault import open_vault
from engine.web import app
from rules.book import read
from tests.engine.stage import FRIEND, Stage, react, seen
from tests.web.api.described import operations
from tests.web.served import PATIENCE, Web, lightly_hashed

PASSWORD = "correct horse battery"
RENT: dict[str, Any] = {"id": "rent", "when": {"reaction": "🏠"}, "parse": "bill", "do": [{"create_bill": {}}]}
CAREFUL = RENT | {
    "id": "careful", "when": {"reaction": "🧐"}, "parse": {"use": "bill", "min_confidence": 0.9},
    "on_low_confidence": "review",
}  # fmt: skip
LID = "83512345678901@lid"

Sides = Literal["both", "before", "after", "neither"]
"""Neither: nothing of a password is written down."""


@dataclass(slots=True)
class Ground:
    """A number with everything that can be written to, and somebody who is logged in."""

    stage: Stage
    browser: httpx2.Client
    made: dict[str, int]
    gateway: dict[str, Any]
    """What connects another number."""

    def ask(self, method: str, address: str, body: Any = None) -> Any:
        headers = {"If-Match": "*"}
        answer = self.browser.request(method, address, json=body, headers=headers)
        assert answer.is_success, (method, address, answer.status_code, answer.text)
        return answer.json() if answer.content else None

    def value(self, statement: str, *values: Any) -> Any:
        row = self.stage.db.execute(statement, values).fetchone()
        assert row, statement
        return row[0]

    def letter(self) -> int:
        return int(
            self.value(
                "update action_queue set status = 'failed', attempts = 8, last_error = 'it took too long',"
                " finished_at = now(), lease_until = null, discarded_because = null"
                " where id = (select min(id) from action_queue where event_type = 'settle') returning id"
            )
        )

    def gone(self) -> int:
        """Give a letter up."""
        letter = self.letter()
        self.ask("POST", f"/api/queue/{letter}/discard", {"reason": "late"})
        return letter

    def doubt(self, n: int) -> int:
        """Let a reading wait for a person."""
        self.stage.tell(seen("CFE mañana", f"D{n}"), react("🧐", f"D{n}"))
        self.stage.settle()
        return int(self.ask("GET", "/api/review")["reviews"][0]["id"])

    def connected(self) -> int:
        return int(self.value("select max(id) from connections"))

    def rejected(self) -> int:
        """Return a reading that somebody rejected."""
        id_ = self.doubt(4)
        self.ask("POST", f"/api/review/{id_}/reject")
        return id_

    def stranger(self) -> str:
        """Let somebody write whom nobody knows."""
        self.stage.tell(seen("hola", "S1", author="77777777777@lid", chat="77777777777@lid"))
        return "77777777777@lid"

    def bulk(self) -> str:
        wanted = {"action": "tag", "tag": "seen", "ids": [self.made["bill"]]}
        return str(self.ask("POST", "/api/items/bulk", wanted)["id"])


Do = Callable[[Ground], object]


def post(address: str, body: Any = None) -> Do:
    return lambda ground: ground.ask("POST", address, body)


def of_kind(kind: str, plural: str) -> dict[tuple[str, str], tuple[str, Sides, Do]]:
    """Return the cases of the items of a kind: each begins with an open item, whatever the one before made of it."""

    def verb(name: str, *, back: bool = True) -> Do:
        def do(ground: Ground) -> None:
            address = f"/api/{plural}/{ground.made[kind]}"
            ground.stage.db.execute(
                "update items set status = 'open', done_at = null, cancelled_because = null where id = %s",
                [ground.made[kind]],
            )
            if not back:
                ground.ask("POST", f"{address}/cancel")
            ground.ask("POST", f"{address}/{name}")

        return do

    def patch(ground: Ground) -> None:
        ground.ask("PATCH", f"/api/{plural}/{ground.made[kind]}", {"tags": [f"by-{plural}"]})

    cases: dict[tuple[str, str], tuple[str, Sides, Do]] = {}
    cases["PATCH", f"/api/{plural}/{{id}}"] = ("item.edit", "both", patch)
    for name in ("complete", "cancel", *(["pay"] if plural == "bills" else [])):
        cases["POST", f"/api/{plural}/{{id}}/{name}"] = (f"item.{name}", "both", verb(name))
    cases["POST", f"/api/{plural}/{{id}}/reopen"] = ("item.reopen", "both", verb("reopen", back=False))
    return cases


def rule(verb: str, *, after: str | None = None) -> Do:
    def do(ground: Ground) -> None:
        if after:
            ground.ask("POST", f"/api/rules/bill/{after}")
        ground.ask("POST", f"/api/rules/bill/{verb}", {"version": 1} if verb == "rollback" else None)

    return do


def stick(ground: Ground) -> None:
    ground.stage.tell(seen(None, "STUCK"), react("💳", "STUCK"))
    ground.stage.claims(lease=-3600)
    ground.ask("POST", "/api/queue/unstick", {})


def newest_action(ground: Ground) -> int:
    ground.stage.tell(seen("Pagar luz CFE $890", "U"), react("💳", "U"))
    ground.stage.settle()
    return int(ground.value("select max(id) from action_execution_log where outcome = 'created'"))


def to_account(ground: Ground, verb: str, *, before: str | None = None) -> object:
    if before:
        ground.ask("POST", f"/api/accounts/bob/{before}")
    return ground.ask("POST", f"/api/accounts/bob/{verb}")


def new_key(ground: Ground) -> Any:
    return ground.ask("POST", "/api/keys", {"name": "k", "scopes": ["items:read"]})


CASES: dict[tuple[str, str], tuple[str, Sides, Do]] = {
    ("POST", "/api/rules"): ("rule.make", "after", post("/api/rules", RENT)),
    ("PUT", "/api/rules/{rule_id}"): (
        "rule.replace", "both", lambda g: g.ask("PUT", "/api/rules/rent", RENT | {"name": "Rent"})),
    ("DELETE", "/api/rules/{rule_id}"): ("rule.delete", "before", lambda g: g.ask("DELETE", "/api/rules/rent")),
    ("POST", "/api/rules/{rule_id}/disable"): ("rule.disable", "both", rule("disable", after="enable")),
    ("POST", "/api/rules/{rule_id}/enable"): ("rule.enable", "both", rule("enable", after="disable")),
    ("POST", "/api/rules/{rule_id}/rollback"): ("rule.rollback", "both", rule("rollback", after="disable")),
    ("POST", "/api/rules/apply"): (
        "rules.apply", "both", post("/api/rules/apply", {"version": 1, "rules": [CAREFUL]})),
    **of_kind("note", "items"), **of_kind("task", "tasks"), **of_kind("event", "events"), **of_kind("bill", "bills"),
    **of_kind("note", "notes"),
    ("POST", "/api/items/bulk"): ("items.tag", "both", Ground.bulk),
    ("POST", "/api/items/bulk/{bulk_id}/undo"): (
        "items.bulk_undo", "both", lambda g: g.ask("POST", f"/api/items/bulk/{undone(g)}/undo")),
    ("POST", "/api/actions/{id}/undo"): (
        "action.undo", "both", lambda g: g.ask("POST", f"/api/actions/{newest_action(g)}/undo")),
    ("POST", "/api/review/{id}/accept"): (
        "review.accept", "both", lambda g: g.ask("POST", f"/api/review/{g.doubt(1)}/accept")),
    ("POST", "/api/review/{id}/correct"): (
        "review.correct", "both",
        lambda g: g.ask("POST", f"/api/review/{g.doubt(2)}/correct", {"fields": {"amount": "890"}})),
    ("POST", "/api/review/{id}/reject"): (
        "review.reject", "before", lambda g: g.ask("POST", f"/api/review/{g.doubt(3)}/reject")),
    ("POST", "/api/review/{id}/undo"): (
        "review.undo", "both", lambda g: g.ask("POST", f"/api/review/{g.rejected()}/undo")),
    ("POST", "/api/privacy/forget"): (
        "person.forget", "both",
        lambda g: g.ask("POST", "/api/privacy/forget", {"person": g.stranger()})),
    ("POST", "/api/queue/{id}/retry"): (
        "queue.retry", "both", lambda g: g.ask("POST", f"/api/queue/{g.letter()}/retry")),
    ("POST", "/api/queue/{id}/discard"): (
        "queue.discard", "both", lambda g: g.ask("POST", f"/api/queue/{g.letter()}/discard", {"reason": "late"})),
    ("POST", "/api/queue/{id}/restore"): (
        "queue.restore", "both", lambda g: g.ask("POST", f"/api/queue/{g.gone()}/restore")),
    ("POST", "/api/queue/bulk"): (
        "queue.retry", "both",
        lambda g: g.ask("POST", "/api/queue/bulk", {"action": "retry", "ids": [g.letter()]})),
    ("POST", "/api/queue/unstick"): ("queue.unstick", "both", stick),
    ("POST", "/api/connections"): ("connection.add", "after", lambda g: g.ask("POST", "/api/connections", g.gateway)),
    ("POST", "/api/connections/{id}/test"): (
        "connection.greet", "after",
        lambda g: g.ask("POST", f"/api/connections/{g.connected()}/test", {"send": True})),
    ("POST", "/api/messages"): (
        "message.send", "after",
        lambda g: g.ask("POST", f"/api/messages?connection={g.connected()}", {"to": "me", "text": "hola"})),
    ("DELETE", "/api/connections/{id}"): (
        "connection.remove", "before", lambda g: g.ask("DELETE", f"/api/connections/{g.connected()}")),
    ("PATCH", "/api/connections/{id}"): (
        "connection.set", "both", lambda g: g.ask("PATCH", f"/api/connections/{g.stage.id}", {"name": "Casa"})),
    ("POST", "/api/connections/{id}/pause"): (
        "connection.pause", "both", lambda g: g.ask("POST", f"/api/connections/{g.stage.id}/pause")),
    ("POST", "/api/connections/{id}/resume"): (
        "connection.resume", "both", lambda g: g.ask("POST", f"/api/connections/{g.stage.id}/resume")),
    ("POST", "/api/people/merge"): (
        "person.merge", "both", post("/api/people/merge", {"one": FRIEND, "other": LID})),
    ("POST", "/api/people/split"): ("person.split", "both", post("/api/people/split", {"address": LID})),
    ("POST", "/api/people/preferences"): (
        "person.set", "both", post("/api/people/preferences", {"address": FRIEND, "name": "Lupe"})),
    ("POST", "/api/chats/settings"): (
        "chat.set", "both", post("/api/chats/settings", {"address": FRIEND, "zone": "America/Bogota"})),
    ("POST", "/api/accounts/invite"): ("account.invite", "after", post("/api/accounts/invite", {"role": "viewer"})),
    ("PATCH", "/api/accounts/{name}"): (
        "account.role", "both", lambda g: g.ask("PATCH", "/api/accounts/bob", {"role": "operator"})),
    ("POST", "/api/accounts/{name}/disable"): ("account.disable", "both", lambda g: to_account(g, "disable")),
    ("POST", "/api/accounts/{name}/enable"): ("account.enable", "both", lambda g: to_account(g, "enable")),
    ("POST", "/api/keys"): ("key.create", "after", new_key),
    ("POST", "/api/keys/{id}/revoke"): (
        "key.revoke", "both", lambda g: g.ask("POST", f"/api/keys/{new_key(g)['id']}/revoke")),
    ("PUT", "/api/me/password"): (
        "account.password", "neither",
        lambda g: g.ask("PUT", "/api/me/password", {"current": PASSWORD, "password": f"{PASSWORD} 2"})),
}  # fmt: skip
"""For each address that writes: the action, which sides an entry has, and how it comes to it."""

CHANGE_NOTHING = {
    ("POST", "/api/rules/check"), ("POST", "/api/rules/edit"), ("POST", "/api/rules/plan"), ("POST", "/api/rules/test"),
    ("POST", "/api/rules/{rule_id}/test"), ("POST", "/api/rules/backtest"),
    ("POST", "/api/jobs/{job_id}/cancel"), ("POST", "/api/connections/look"), ("POST", "/api/rules/edit"),
}  # fmt: skip
"""What is posted only because a file or a message is sent along, and what ends one's own look at something."""

ELSEWHERE = {
    "/login": "tests/web/test_door.py", "/logout": "tests/web/test_door.py",
    "/setup/{secret}": "tests/web/test_door.py",
    "/account": "as PUT /api/me/password", "/account/logins": "tests/web/test_settings.py",
    "/demo/{what}": "the pretended phone is no part of what is recorded",
}  # fmt: skip


def undone(ground: Ground) -> str:
    ground.ask("PATCH", f"/api/bills/{ground.made['bill']}", {"tags": []})
    return ground.bulk()


@pytest.fixture
def ground(web: Web, stage: Stage, made: dict[str, int], settings: Settings) -> Iterator[Ground]:
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [CAREFUL]}).rules, origin="ui")
    stage.tell(seen("hola", "L1", author=LID, chat=LID))
    audit, root, kept = Audit.of(open_vault(settings)), access.at_terminal("root"), lightly_hashed(PASSWORD)
    accounts.add(stage.db, audit, root, name="ana", role="owner", password=kept)
    accounts.add(stage.db, audit, root, name="bob", role="viewer", password=kept)
    browser = httpx2.Client(base_url=web.client.base_url, timeout=6 * PATIENCE, trust_env=False)
    csrf = browser.get("/login").text.split('name="csrf" value="')[1].split('"')[0]
    browser.post("/login", data={"name": "ana", "password": PASSWORD, "csrf": csrf})
    browser.headers["X-CSRF-Token"] = browser.get("/api/me").json()["csrf_token"]
    web.server.app.state.site.pace.a_minute = 10_000
    with FakeEvolution.running(api_key="k", instance="other") as fake:
        gateway = {"url": fake.url, "instance": "other", "api_key": "k", "public_url": f"{web.client.base_url}"}
        yield Ground(stage, browser, made, gateway)


def test_there_is_a_case_for_every_address_that_writes() -> None:
    described = {(method, address) for address, method, _ in operations()}
    writes = {one for one in described if one[0] != "GET"}
    assert writes - CHANGE_NOTHING == set(CASES)
    others = {
        route.path for route in app.ROUTES
        if isinstance(route, Route) and (route.methods or set()) - {"GET", "HEAD"} and "webhook" not in route.path
    }  # fmt: skip
    assert others == set(ELSEWHERE)


def test_every_write_says_who_what_before_and_after(ground: Ground, settings: Settings, db: psycopg.Connection) -> None:
    me = f"account:{ground.ask('GET', '/api/me')['account_id']}"
    faults = []
    for (method, address), (action, sides, do) in CASES.items():
        last = ground.value("select coalesce(max(position), 0) from audit_log")
        try:
            do(ground)
        except (AssertionError, LookupError, psycopg.Error) as fault:
            faults.append(str(fault))
            continue
        rows = ground.stage.rows(
            "select actor, action, subject, body::jsonb as body from audit_log join audit_payloads using (position)"
            " where position > %s order by position desc limit 1", last,
        )  # fmt: skip
        wanted = {"both": (True, True), "before": (True, False), "after": (False, True)}.get(sides, (False, False))
        row = rows[0] if rows else None
        told = row and (row["actor"], row["action"], *(row["body"][side] is not None for side in ("before", "after")))
        if told != (me, action, *wanted):
            faults.append(f"{method} {address}: {told}")
        if row and not re.fullmatch(r"[a-z]+(:[a-z0-9_-]+)?", row["subject"]):
            faults.append(f"{method} {address}: the subject {row['subject']} is no id")
    assert not faults, "\n".join(faults)
    assert Audit.of(open_vault(settings)).verify(db).broken is None


def test_what_only_looks_leaves_no_entry(ground: Ground) -> None:
    last = ground.value("select max(position) from audit_log")
    rules = {"version": 1, "rules": [RENT]}
    for address, body in (
        ("/api/rules/check", rules), ("/api/rules/plan", rules),
        ("/api/rules/test", {"text": "Pagar luz", "emoji": "💳"}),
        ("/api/items/bulk", {"action": "cancel", "ids": [ground.made["bill"]], "dry_run": True}),
        ("/api/queue/unstick", {"dry_run": True}),
        (f"/api/bills/{ground.made['bill']}/reopen", None),
    ):  # fmt: skip
        ground.ask("POST", address, body)
    assert ground.value("select max(position) from audit_log") == last
