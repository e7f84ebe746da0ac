"""Whatever the API changes, a command changes too; an address without one fails here until somebody says why."""

from __future__ import annotations

from engine.cli import main
from engine.web.api import declared
from engine.web.app import API
from tests.engine.test_every_command_is_recorded import leaves

ITEMS = ("items", "tasks", "events", "bills", "notes")
VERBS = {"complete": "items done", "cancel": "items cancel", "reopen": "items reopen", "pay": "items pay"}

TYPED: dict[str, str] = {
    "POST /api/rules": "rules apply", "PUT /api/rules/{rule_id}": "rules apply",
    "DELETE /api/rules/{rule_id}": "rules apply", "POST /api/rules/{rule_id}/enable": "rules enable",
    "POST /api/rules/{rule_id}/disable": "rules disable", "POST /api/rules/{rule_id}/rollback": "rules rollback",
    "POST /api/rules/check": "rules check", "POST /api/rules/plan": "rules plan",
    "POST /api/rules/apply": "rules apply", "POST /api/rules/test": "rules test",
    "POST /api/rules/{rule_id}/test": "rules test", "POST /api/rules/backtest": "rules backtest",
    "POST /api/jobs/{job_id}/cancel": "jobs cancel",
    **{f"PATCH /api/{kind}/{{id}}": "items set" for kind in ITEMS},
    **{f"POST /api/{kind}/{{id}}/{verb}": typed for kind in ITEMS for verb, typed in VERBS.items()},
    "POST /api/items/bulk": "items set", "POST /api/actions/{id}/undo": "undo",
    "POST /api/review/{id}/accept": "review accept", "POST /api/review/{id}/correct": "review correct",
    "POST /api/review/{id}/reject": "review reject", "POST /api/review/{id}/undo": "review undo",
    "POST /api/queue/{id}/retry": "queue retry", "POST /api/queue/{id}/discard": "queue discard",
    "POST /api/queue/{id}/restore": "queue restore",
    "POST /api/queue/unstick": "queue unstick", "POST /api/queue/bulk": "queue retry",
    "POST /api/connections": "connect", "POST /api/connections/look": "connect",
    "PATCH /api/connections/{id}": "connections set", "DELETE /api/connections/{id}": "connections remove",
    "POST /api/connections/{id}/pause": "connections pause",
    "POST /api/connections/{id}/resume": "connections resume",
    "POST /api/connections/{id}/test": "connections test",
    "POST /api/messages": "messages send",
    "POST /api/people/merge": "people merge", "POST /api/people/split": "people split",
    "POST /api/people/preferences": "people set", "POST /api/chats/settings": "chats set",
    "POST /api/privacy/forget": "privacy forget", "PUT /api/me/password": "users password",
    "PATCH /api/accounts/{name}": "users role", "POST /api/accounts/invite": "users invite",
    "POST /api/accounts/{name}/disable": "users disable", "POST /api/accounts/{name}/enable": "users enable",
    "POST /api/keys": "keys create", "POST /api/keys/{id}/revoke": "keys revoke",
}  # fmt: skip

ONLY_OVER_HTTP = {
    "POST /api/items/bulk/{bulk_id}/undo": "a page's way back; at a terminal `items reopen` and `set` name the items",
    "POST /api/rules/edit": "writes one line into the text of an open editor; at a terminal one has an editor",
}


def test_every_address_that_changes_something_has_a_command() -> None:
    described = declared.operations(declared.describe(API.api))
    writes = {f"{method} {address}" for address, method, _ in described if method != "GET"}
    assert not TYPED.keys() & ONLY_OVER_HTTP.keys()
    assert writes <= TYPED.keys() | ONLY_OVER_HTTP.keys()
    assert TYPED.keys() - writes == {f"POST /api/{kind}/{{id}}/pay" for kind in ITEMS if kind != "bills"}


def test_every_command_that_is_named_here_is_there() -> None:
    assert set(TYPED.values()) <= set(leaves(main))
