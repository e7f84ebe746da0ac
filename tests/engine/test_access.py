"""What each role may, and that a key never may more than the account it belongs to."""

from __future__ import annotations

from itertools import pairwise

import pytest

from engine import access
from engine.access import MACHINE, ROLES, SCOPES, SCOPES_OF


def test_each_role_may_what_the_one_below_it_may() -> None:
    for above, below in pairwise(ROLES):
        assert SCOPES_OF[above] >= SCOPES_OF[below]


def test_a_viewer_changes_nothing() -> None:
    assert all(scope.endswith(":read") for scope in SCOPES_OF["viewer"])


def test_a_scope_that_there_is_not_is_an_error_and_no_refusal() -> None:
    with pytest.raises(KeyError):
        MACHINE.may("rules:wirte")


def test_admin_stands_for_every_scope() -> None:
    key = access.of_key("k", "all", ["admin"], None)
    assert all(key.may(scope) for scope in SCOPES)


def test_owners_and_admins_see_every_connection_and_others_those_they_were_given() -> None:
    assert access.of_account(1, "ana", "admin", [2]).sees(3)
    operator = access.of_account(1, "ana", "operator", [2])
    assert (operator.sees(2), operator.sees(3), operator.visible) == (True, False, [2])


def test_a_key_never_may_or_sees_more_than_its_account() -> None:
    operator = access.of_account(1, "ana", "operator", [2, 3])
    key = access.of_key("k", "everything", ["admin", "rules:write", "audit:read"], [3, 4], operator)
    assert key.scopes == {"rules:write"}
    assert key.connections == {3}
    assert access.of_key("k", "everywhere", ["rules:read"], None, operator).connections == {2, 3}


def test_a_key_without_connections_sees_none() -> None:
    assert access.of_key("k", "nothing", ["rules:read"], []).visible == []


@pytest.mark.parametrize(
    ("caller", "actor"),
    [
        (MACHINE, "machine"),
        (access.at_terminal("maria"), "cli:maria"),
        (access.of_account(3, "ana", "viewer", []), "account:3"),
        (access.of_key("k3v9x2ab", "home assistant", [], None), "key:k3v9x2ab"),
    ],
)
def test_every_caller_has_a_name_for_the_audit_log(caller: access.Caller, actor: str) -> None:
    assert caller.actor == actor
