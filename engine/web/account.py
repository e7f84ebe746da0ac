"""Who am I: one's own account, with its password and its logins, and how the pages look."""

from __future__ import annotations

from datetime import datetime, tzinfo
from functools import partial

from babel.dates import format_date, format_time, get_timezone
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine import accounts, connections, logins, passwords
from engine.access import Caller
from engine.logins import TooManyAttempts
from engine.passwords import LONGEST, SHORTEST, Unsuitable
from engine.web import forms, pages, phone, settings_page, visits
from engine.web.access import Refused, caller_of, visit_of
from engine.web.login import HASHING
from engine.web.site import Site, site_of
from engine.web.words import LOCALES, language_of


async def show(request: Request) -> Response:
    """Show one's own account, and the form for another password."""
    said = next((words for sign, words in _SAID.items() if sign in request.query_params), None)
    caller = await caller_of(request)
    if caller.kind == "key":
        raise _nobodys()  # Where its owner is logged in is not for a key, which may have been found.
    return await _page(request, caller, said=said)


_SAID = {"changed": "account.changed", "ended": "account.logins.ended"}


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
        answer = await _page(request, caller, fault=fault)
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
        raise _nobodys()
    return caller


def _nobodys() -> Refused:
    return Refused(404, "This page is for people who are logged in.")


async def end_others(request: Request) -> Response:
    """End every login of one's account but this one."""
    site, visit = site_of(request), visit_of(request)
    await forms.read(request, visit.csrf if visit else None)
    caller = await _person(request)
    await run_in_threadpool(_end_others, site, caller, visits.session_secret(request.scope))
    await site.streams.check()
    return RedirectResponse("/account?ended", 303, headers={"Cache-Control": "no-store"})


def _end_others(site: Site, caller: Caller, session: str | None) -> None:
    with site.lines.connection() as db:
        logins.end_others(db, site.audit, caller, session)


async def _page(request: Request, caller: Caller, *, fault: str | None = None, said: str | None = None) -> Response:
    site, visit = site_of(request), visit_of(request)
    names, zone, sessions = await run_in_threadpool(_found, site, caller, visits.session_secret(request.scope))
    moment = partial(_moment, zone=get_timezone(zone), locale=LOCALES[language_of(request)])
    return pages.page(
        request, "account.html", page="account", part="account", parts=settings_page.parts_of(caller),
        has_phone=await phone.answers(request), caller=caller, fault=fault, said=said, csrf=visit.csrf if visit else "",
        blanks={"least": SHORTEST, "most": LONGEST, "minutes": 15}, least=SHORTEST, names=names, sessions=sessions,
        moment=moment,
    )  # fmt: skip


def _moment(at: datetime, *, zone: tzinfo, locale: str) -> str:
    there = at.astimezone(zone)
    return f"{format_date(there, 'medium', locale)}, {format_time(there, 'short', tzinfo=zone, locale=locale)}"


def _found(site: Site, caller: Caller, session: str | None) -> tuple[list[str], str, list[logins.Session]]:
    """Return the numbers that somebody sees, the zone of the first of them, and where they are logged in."""
    with site.lines.connection() as db:
        seen = [one for one in connections.overview(db) if caller.sees(one.id)]
        there = logins.sessions(db, site.settings, caller.account_id, session) if caller.account_id else []
    return [one.title for one in seen], seen[0].zone if seen else site.settings.zone, there
