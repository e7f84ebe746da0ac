"""A POST with an Idempotency-Key is carried out once; sent again within a day, it gets the same answer again."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from uuid import uuid4

import psycopg
import structlog
from psycopg.rows import dict_row
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from engine.web.access import caller_of
from engine.web.problems import on_database_fault, on_http_exception, problem
from engine.web.site import Pool, site_of
from sql import query
from sql.parameters import document

_log = structlog.get_logger(__name__)

_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_KEPT = frozenset({b"content-type", b"etag", b"location", b"link"})
_SERVER_FAULT = 500
_MAY_COME_AGAIN = frozenset({409, 429})
"""Refusals that change with time, and of which nothing was done."""
_HEARD = "toque.heard"
LEASE_SECONDS = 30.0
"""Who took a key says again and again that it is at work; nothing was heard of it for so long: it died."""


@dataclass(slots=True)
class _Heard:
    """An answer on its way out."""

    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""
    kept: bool = False
    """Whether it is kept though it is a refusal, since something may have been done."""

    def take(self, message: Message) -> None:
        """Keep a part of it."""
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message.get("headers", ()))
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")


def keep(request: Request) -> None:
    """Have the refusal that follows kept under its key: something may have been done, and is not to be done again."""
    heard: _Heard | None = request.scope.get(_HEARD)
    if heard is not None:
        heard.kept = True


class Repeated:
    """Answer what was answered before, without doing it again."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is new, under its key."""
        key = Headers(scope=scope).get("idempotency-key")
        if scope["method"] != "POST" or key is None:
            await self._app(scope, receive, send)
            return
        if not _KEY.fullmatch(key):
            says = "Idempotency-Key is up to 200 visible ASCII characters, e.g. a UUID."
            errors = [{"pointer": "/Idempotency-Key", "detail": says}]
            await problem(400, says, errors=errors)(scope, receive, send)
            return
        request = Request(scope)
        try:
            body = await _whole(receive)
        except HTTPException as fault:
            # The body is too large, which nobody further in would be told of.
            await (await on_http_exception(request, fault))(scope, receive, send)
            return
        if body is None:
            return
        # The owner is a fence: who was given up for dead, and comes back, does not write over the next one's answer.
        who = {"caller": (await caller_of(request)).actor, "key": key, "owner": uuid4()}
        told = f"{scope['method']} {scope['path']}?{scope['query_string'].decode('latin-1')}\n".encode() + body
        fingerprint = blake2b(told, digest_size=16).hexdigest()
        try:
            before = await _begin(site_of(request).pool, who, fingerprint)
        except psycopg.Error as fault:
            await (await on_database_fault(request, fault))(scope, receive, send)
            return
        if before is not None:
            await _again(before, fingerprint)(scope, receive, send)
            return
        await self._carry_out(site_of(request).pool, who, body, scope, send)

    async def _carry_out(self, pool: Pool, who: dict[str, Any], body: bytes, scope: Scope, send: Send) -> None:
        """Have it answered, and keep the answer before it goes out; what failed here may be tried again."""
        heard = scope[_HEARD] = _Heard()

        async def given() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def keep(message: Message) -> None:
            heard.take(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                try:
                    await _finish(pool, who, heard)
                except psycopg.Error as fault:
                    # It was done, and whoever is told so does not ask for it again.
                    _log.warning("an answer could not be kept under its Idempotency-Key", error=str(fault).strip())
            await send(message)

        holding = asyncio.create_task(_hold(pool, who))
        try:
            await self._app(scope, given, keep)
        except Exception:
            await _run(pool, "repeated.forget", who)
            raise
        finally:
            holding.cancel()


async def _hold(pool: Pool, who: dict[str, Any]) -> None:
    """Say again and again that a request is still being answered."""
    while True:
        await asyncio.sleep(LEASE_SECONDS / 3)
        with suppress(psycopg.Error):
            await _run(pool, "repeated.hold", who)


async def _whole(receive: Receive) -> bytes | None:
    """Return the body; None where the line was cut before its end: that was no request, and uses up no key."""
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += bytes(message.get("body", b""))
        if not message.get("more_body"):
            return body


async def _begin(pool: Pool, who: dict[str, Any], fingerprint: str) -> dict[str, Any] | None:
    """Take a key; return what is known of it where it was taken before."""
    async with pool.connection() as db, db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query("repeated.begin"), {**who, "fingerprint": fingerprint, "lease": LEASE_SECONDS})
        if await cursor.fetchone():
            await cursor.execute(query("repeated.forget_old"))
            return None
        await cursor.execute(query("repeated.known"), who)
        return await cursor.fetchone() or {"fingerprint": fingerprint, "status": None}


def _again(before: dict[str, Any], fingerprint: str) -> Response:
    if before["fingerprint"] != fingerprint:
        says = "This Idempotency-Key came with another request before. Take a new one for each thing to do."
        return problem(422, says)
    if before["status"] is None:
        says = "A request with this Idempotency-Key is being answered. Send it again in a few seconds."
        return problem(409, says, headers={"Retry-After": "5"})
    if before["body"] is None:
        # Somebody of whom it may have told was forgotten since.
        return problem(409, "This was done, and what it answered is no longer kept. Ask for how it is now.")
    headers = dict(before["headers"]) | {"Idempotency-Replayed": "true"}
    return Response(bytes(before["body"]), before["status"], headers)


async def _finish(pool: Pool, who: dict[str, Any], heard: _Heard) -> None:
    if heard.status >= _SERVER_FAULT or (heard.status in _MAY_COME_AGAIN and not heard.kept):
        # Nothing was done, and the same request may come again.
        await _run(pool, "repeated.forget", who)
        return
    if (b"cache-control", b"no-store") in heard.headers:
        # What is shown once is not kept, here neither.
        told = problem(409, "This was done, and what it answered is shown only once. Make another one.")
        heard = _Heard(told.status_code, list(told.raw_headers), bytes(told.body))
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in heard.headers if name in _KEPT]
    values = {"status": heard.status, "headers": document(headers), "body": heard.body}
    await _run(pool, "repeated.finish", {**who, **values})


async def _run(pool: Pool, statement: str, values: dict[str, Any]) -> None:
    async with pool.connection() as db:
        await db.execute(query(statement), values)
