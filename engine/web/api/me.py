"""Who asks, and what they may; another password for oneself."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import Field
from starlette.concurrency import run_in_threadpool

from engine import passwords
from engine.logins import TooManyAttempts
from engine.web import account, visits
from engine.web.access import Refused, visit_of
from engine.web.api.answers import answer
from engine.web.api.asked import LetIn
from engine.web.api.declared import may_refuse
from engine.web.api.said import Body
from engine.web.api.shapes import accounts as shapes
from engine.web.login import HASHING
from engine.web.site import site_of

router = APIRouter(prefix="/api/me", tags=["me"])

NO_STORE = {"Cache-Control": "no-store"}
"""For what nobody keeps: secrets, and what a page of one's own is sent."""


class NewPassword(Body):
    """One's password, and the one that it is to be."""

    current: Annotated[str, Field(max_length=1000, description="As it is now.")]
    password: Annotated[str, Field(min_length=passwords.SHORTEST, max_length=passwords.LONGEST)]


@router.get("", response_model=shapes.Me, summary="Who asks")
async def me(request: Request, caller: LetIn) -> Response:
    """Say who asks, what they may and see, and the token that pages send along with what they change."""
    visit = visit_of(request)
    told = {
        "kind": caller.kind, "name": caller.name, "role": caller.role, "account_id": caller.account_id,
        "key_id": caller.key_id, "scopes": sorted(caller.scopes), "connections": caller.visible,
        "csrf_token": visit.csrf if visit else None,
    }  # fmt: skip
    return answer(request, told, headers=NO_STORE)


@router.put(
    "/password", status_code=204, response_class=Response, summary="Change one's password", responses=may_refuse(409)
)
async def change_password(request: Request, caller: LetIn, wanted: NewPassword) -> Response:
    """Give oneself another password, with a login; every other login of the account ends."""
    if caller.kind != "account":
        raise Refused(409, "Only somebody who is logged in has a password to change; a key has none.")
    site, address = site_of(request), request.client.host if request.client else ""
    try:
        right = await account.knows(site, caller.name, wanted.current, address)
    except TooManyAttempts as fault:
        raise Refused(429, str(fault), {"Retry-After": str(fault.seconds)}) from fault
    if not right:
        errors = [{"pointer": "/current", "detail": "this is not your password"}]
        raise Refused(422, "Nothing was changed: what you sent as your current password is another one.", errors=errors)
    async with HASHING:
        kept = await run_in_threadpool(passwords.hashed, wanted.password)
    await run_in_threadpool(account.keep, site, caller, kept, visits.session_secret(request.scope))
    await site.streams.check()
    return Response(status_code=204, headers=NO_STORE)
