"""Who changed what: list the entries, and verify that nothing was tampered with."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from engine.audit import entries, with_titles
from engine.web.access import Refused
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import Asked, AuditRead, BigInt, Db, Text, visible
from engine.web.api.said import Moment
from engine.web.api.shapes import audit as shapes
from engine.web.phrases import in_words
from engine.web.site import site_of
from engine.web.words import language_of

router = APIRouter(prefix="/api/audit", tags=["audit"])

End = Annotated[
    str | None,
    Query(
        pattern=r"^[0-9]{1,18}:[0-9a-f]{1,64}$",
        description="Where the log ended once, as this address said: finds out whether it was cut off since.",
    ),
]


class AuditAsked(Asked):
    """What may follow the `?` of the list of changes."""

    who: Annotated[Text | None, Field(description="Of this account or key, or of `cli:<user>`.")] = None
    action: Annotated[Text | None, Field(description="Only this, or what begins with it: `rule`, `rule.apply`.")] = None
    subject: Annotated[
        Text | None, Field(description="Only what was done to this: `item:7`, or to all of its kind: `item`.")
    ] = None
    since: Annotated[Moment | None, Field(description="From then on.")] = None
    until: Annotated[Moment | None, Field(description="Before then.")] = None


@router.get("", response_model=shapes.Entries, summary="List changes")
def list_entries(request: Request, caller: AuditRead, db: Db, asked: Annotated[AuditAsked, Query()]) -> Response:
    """List who changed what, the newest first, with what was before and after."""
    found = entries(
        db, n=asked.limit + 1, before=place_of(asked.cursor, BigInt), connections=visible(caller, asked.connection),
        actor=asked.who, action=asked.action, subject=asked.subject, since=asked.since, until=asked.until,
    )  # fmt: skip
    told = with_titles(db, found)
    return page(request, "entries", told, asked.limit, shown=lambda one: one, place=lambda one: one["position"])


@router.get("/verify", response_model=shapes.Verified, summary="Verify the record")
def verify(request: Request, caller: AuditRead, db: Db, end: End = None) -> Response:
    """Follow the whole chain, and name its first broken link; keep its `end` elsewhere, and say it next time."""
    if caller.connections is not None:
        raise Refused(403, "The chain is of all numbers: a key that is limited to some cannot follow it.")
    found = site_of(request).audit.verify(db, end)
    told = asdict(found)
    if found.broken:
        told["broken"] |= {"says": in_words(found.broken.says, language_of(request))}
    return answer(request, {"ok": found.broken is None, **told})
