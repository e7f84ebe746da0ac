"""The pages that the dashboard has: a line each, with the scope that it needs and the key that goes there.

A new page is one line here, one row among the routes, one template and one script. Its words are `nav.<name>` and
`title.<name>` in the catalogues, its picture is the one of that name in `templates/icons.html`.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.access import Caller


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the navigation."""

    name: str
    path: str
    scope: str
    key: str
    """Pressed after `g`, it goes there."""


PLACES = (
    Place("live", "/live", "items:read", "l"),
    Place("inbox", "/inbox", "items:read", "n"),
    Place("items", "/items", "items:read", "i"),
    Place("rules", "/rules", "rules:read", "r"),
    Place("queue", "/queue", "queue:read", "q"),
    Place("analytics", "/analytics", "analytics:read", "a"),
    Place("people", "/people", "people:read", "p"),
    Place("settings", "/settings", "connections:read", "s"),
    Place("audit", "/audit", "audit:read", "u"),
    Place("phone", "/", "items:read", "y"),
)
"""In the order in which they stand."""


def shown_to(caller: Caller, *, has_phone: bool) -> list[Place]:
    """Return the pages that somebody may open; the phone is there only where the demo's answers."""
    return [one for one in PLACES if caller.may(one.scope) and (one.name != "phone" or has_phone)]
