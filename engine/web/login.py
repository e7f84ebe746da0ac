"""Logging in and out, and the page behind a link that makes an account."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine import accounts, logins, passwords, tokens
from engine.accounts import LinkOver, NameTaken, NotAName
from engine.logins import TooManyAttempts
from engine.passwords import LONGEST, SHORTEST, Unsuitable
from engine.web import browsers, forms, pages, visits
from engine.web.access import visit_of
from engine.web.site import Site, site_of

HASHING = asyncio.Semaphore(2)
"""Passwords looked at at once: each takes 64 MiB and all of a core."""


async def show(request: Request) -> Response:
    """Show the form; whoever is logged in already goes on."""
    back = forms.back_to(request.query_params.get("next"))
    secret = visits.session_secret(request.scope)
    if secret and await site_of(request).visitors.of_session(secret):
        return _go(back)
    # Whoever was sent here by an open page is told why.
    return _form(request, back=back, said="login.ended" if "ended" in request.query_params else None)


def _form(
    request: Request, *, back: str, name: str = "", fault: str | None = None, said: str | None = None, **blanks: object
) -> Response:
    values = {"back": back, "name": name, "fault": fault, "said": said, "blanks": blanks}
    return _with_token(request, "login.html", page="login", **values)


def _with_token(request: Request, template: str, **values: Any) -> Response:  # noqa: ANN401 - the template's
    token = forms.token_of(request) or tokens.new()
    return forms.lay(request, pages.page(request, template, csrf=token, has_phone=False, **values), token)


async def log_in(request: Request) -> Response:
    """Begin a session for whoever knows a name and its password."""
    site = site_of(request)
    filled = await forms.read(request, forms.token_of(request))
    name, back = filled.get("name", "")[:200], forms.back_to(filled.get("next"))
    address = request.client.host if request.client else ""
    try:
        tried = await run_in_threadpool(_attempt, site, name, address)
    except TooManyAttempts as fault:
        minutes = -(-fault.seconds // 60)
        answer = _form(request, back=back, name=name, fault="login.too_many", minutes=minutes)
        answer.status_code, answer.headers["Retry-After"] = 429, str(fault.seconds)
        return answer
    async with HASHING:
        right = await run_in_threadpool(passwords.matches, filled.get("password", ""), tried.password)
    if not right:
        answer = _form(request, back=back, name=name, fault="login.wrong")
        answer.status_code = 401
        return answer
    former = visits.session_secret(request.scope)
    secret = await run_in_threadpool(_succeed, site, tried, former, browsers.of(request))
    return _begun(request, site, secret, back)


def _attempt(site: Site, name: str, address: str) -> logins.Attempt:
    with site.lines.connection() as db:
        return logins.attempt(db, name, address)


def _succeed(site: Site, tried: logins.Attempt, former: str | None, browser: str | None) -> str:
    with site.lines.connection() as db:
        return logins.succeed(db, site.audit, site.settings, tried, former, browser=browser)


def _begun(request: Request, site: Site, secret: str, back: str) -> Response:
    answer = _go(back)
    forms.set_cookie(request, answer, visits.COOKIE, secret, site.settings.session_days * 24 * 3600)
    answer.delete_cookie(visits.cookie_name(request.scope, forms.COOKIE), secure=request.url.scheme == "https")
    return answer


def _go(where: str) -> Response:
    return RedirectResponse(where, 303, headers={"Cache-Control": "no-store"})


async def log_out(request: Request) -> Response:
    """End the session, and with it the streams that it opened."""
    site, visit = site_of(request), visit_of(request)
    await forms.read(request, visit.csrf if visit else None)
    secret = visits.session_secret(request.scope)
    if secret:
        await run_in_threadpool(_end, site, secret)
        await site.streams.check()
    answer = _go("/login")
    answer.delete_cookie(visits.cookie_name(request.scope), secure=request.url.scheme == "https")
    # Nothing that was seen stays in the browser's memory.
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def _end(site: Site, secret: str) -> None:
    with site.lines.connection() as db:
        logins.end(db, site.audit, secret)


async def invited(request: Request) -> Response:
    """Show what a link makes. Looking uses nothing up: chats look at links by themselves."""
    site, secret = site_of(request), request.path_params["secret"]
    try:
        wanted = await run_in_threadpool(_invitation, site, secret)
    except LinkOver:
        return _over(request)
    return _set_up_form(request, wanted.role)


def _invitation(site: Site, secret: str) -> accounts.Invitation:
    with site.lines.connection() as db:
        return accounts.invitation(db, secret)


def _over(request: Request) -> Response:
    answer = pages.page(request, "link_over.html", page="setup", has_phone=False)
    answer.status_code = 404
    return answer


def _set_up_form(request: Request, role: str, name: str = "", fault: str | None = None) -> Response:
    blanks = {"least": SHORTEST, "most": LONGEST}
    answer = _with_token(
        request, "setup.html", page="setup", role=role, name=name, fault=fault, blanks=blanks, least=SHORTEST
    )
    answer.status_code = 422 if fault else 200
    return answer


async def set_up(request: Request) -> Response:
    """Make the account that the link is for, and begin its first session."""
    site, link = site_of(request), request.path_params["secret"]
    filled = await forms.read(request, forms.token_of(request))
    name, password = filled.get("name", "")[:200], filled.get("password", "")
    try:
        # Before the password is worked on: whoever has no link costs nothing.
        wanted = await run_in_threadpool(_invitation, site, link)
        if password != filled.get("again", ""):
            return _set_up_form(request, wanted.role, name, "password.differ")
        accounts.named(name)
        async with HASHING:
            kept = await run_in_threadpool(passwords.hashed, password)
        secret = await run_in_threadpool(_accept, site, link, name, kept, browsers.of(request))
    except LinkOver:
        return _over(request)
    except (Unsuitable, NotAName, NameTaken) as fault:
        words = {Unsuitable: "password.length", NotAName: "setup.not_a_name", NameTaken: "setup.taken"}
        return _set_up_form(request, wanted.role, name, words[type(fault)])
    return _begun(request, site, secret, "/")


def _accept(site: Site, link: str, name: str, kept: str, browser: str | None) -> str:
    with site.lines.connection() as db:
        made = accounts.accept(db, site.audit, link, name, kept)
        return logins.begin(db, site.audit, site.settings, made.id, None, browser=browser)
