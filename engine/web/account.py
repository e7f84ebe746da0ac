"""Who am I: the page of one's own account, with another password for oneself."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine import accounts, logins, passwords
from engine.access import Caller
from engine.logins import TooManyAttempts
from engine.passwords import LONGEST, SHORTEST, Unsuitable
from engine.web import forms, pages, visits
from engine.web.access import Refused, caller_of, visit_of
from engine.web.login import HASHING
from engine.web.site import Site, site_of


async def show(request: Request) -> Response:
    """Show one's own account, and the form for another password."""
    caller = await _person(request)
    return _page(request, caller, said="account.changed" if "changed" in request.query_params else None)


async def change_password(request: Request) -> Response:
    """Give oneself another password; every other session of the account ends."""
    site, visit = site_of(request), visit_of(request)
    filled = await forms.read(request, visit.csrf if visit else None)
    caller = await _person(request)
    fault = await _fault(request, site, caller, filled)
    if fault is None:
        try:
            async with HASHING:
                kept = await run_in_threadpool(passwords.hashed, filled.get("password", ""))
        except Unsuitable:
            fault = "password.length"
    if fault:
        answer = _page(request, caller, fault=fault)
        answer.status_code = 429 if fault == "login.too_many" else 422
        return answer
    await run_in_threadpool(keep, site, caller, kept, visits.session_secret(request.scope))
    await site.streams.check()
    return RedirectResponse("/account?changed", 303, headers={"Cache-Control": "no-store"})


async def _fault(request: Request, site: Site, caller: Caller, filled: dict[str, str]) -> str | None:
    """Return what is wrong with what was filled in; whoever found a browser open does not know the password."""
    if filled.get("password", "") != filled.get("again", ""):
        return "password.differ"
    address = request.client.host if request.client else ""
    try:
        right = await knows(site, caller.name, filled.get("current", ""), address)
    except TooManyAttempts:
        return "login.too_many"
    return None if right else "account.wrong"


async def knows(site: Site, name: str, password: str, address: str) -> bool:
    """Tell whether a password is that of an account; it counts as an attempt. Raises `TooManyAttempts`."""

    def attempt() -> logins.Attempt:
        with site.lines.connection() as db:
            return logins.attempt(db, name, address)

    def forgive(tried: logins.Attempt) -> None:
        with site.lines.connection() as db:
            logins.forgive(db, tried)

    tried = await run_in_threadpool(attempt)
    async with HASHING:
        right = await run_in_threadpool(passwords.matches, password, tried.password)
    if right:
        await run_in_threadpool(forgive, tried)
    return right


def keep(site: Site, caller: Caller, kept: str, session: str | None) -> None:
    """Give oneself a password (as `passwords.hashed` returns it); every other session than the one named ends."""
    with site.lines.connection() as db:
        accounts.set_password(db, site.audit, caller, accounts.one(db, caller.name), kept, but=session)


async def _person(request: Request) -> Caller:
    caller = await caller_of(request)
    if caller.kind != "account":
        raise Refused(404, "This page is for people who are logged in.")
    return caller


def _page(request: Request, caller: Caller, *, fault: str | None = None, said: str | None = None) -> Response:
    visit = visit_of(request)
    return pages.page(
        request, "account.html", page="account", has_phone=False, caller=caller, fault=fault, said=said,
        csrf=visit.csrf if visit else "", blanks={"least": SHORTEST, "most": LONGEST, "minutes": 15}, least=SHORTEST,
    )  # fmt: skip
