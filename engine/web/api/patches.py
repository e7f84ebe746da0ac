"""What may be written into an item by hand, kind by kind: its fields as `executors.fields` has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import Field, create_model

from engine.web.api.said import Body
from executors.fields import FIELDS
from executors.plan import Kind


def _undefaulted(schema: dict[str, Any]) -> None:
    """Leave the default out of the description: what is not sent is not touched, and null is another thing."""
    schema.pop("default", None)


LEFT_ALONE: Any = Field(default=None, json_schema_extra=_undefaulted)
"""Where nothing is sent, nothing is written."""

Patch = type[Body]
_EVERY = ("title", "priority", "tags")


def _blanks(kind: Kind, names: Iterable[str]) -> dict[str, Any]:
    """Return fields of a kind as a body may have them; null empties one that may be empty."""
    blanks = {name: FIELDS[kind][name] for name in names}
    return {name: (one.type | None if one.empty is None else one.type, LEFT_ALONE) for name, one in blanks.items()}


def _patch(kind: Kind, says: str) -> Patch:
    # How an item repeats is its rule's, and changed where rules are: over the API a series is ended or gone on with.
    own = [name for name in FIELDS[kind] if name not in {*_EVERY, "recurrence"}]
    return create_model(f"{kind.capitalize()}Patch", __base__=ItemPatch, __doc__=says, **_blanks(kind, own))


ItemPatch: Patch = create_model(
    "ItemPatch", __base__=Body, __doc__="What every item has; what is not sent stays.", **_blanks("note", _EVERY)
)
TaskPatch = _patch("task", "What may be changed in a task.")
EventPatch = _patch("event", "What may be changed in an event.")
BillPatch = _patch("bill", "What may be changed in a bill.")
NotePatch = _patch("note", "What may be changed in a note.")
