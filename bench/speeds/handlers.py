"""What intake is measured beside: the least that a handler does, with one insert a request, and without a database.

Run as a program (`python -m bench.speeds.handlers`) it serves both, with the server settings of the product.
"""

from __future__ import annotations

import hmac
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec
import uvicorn
from psycopg_pool import AsyncConnectionPool
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bench.speeds.load import TOKEN

POOL = 8
_INSERT = """
    insert into heard (message_id, address, chat, emoji, second, outer_id)
    values (%s, %s, %s, %s, %s, %s)
    on conflict do nothing
"""


class _Key(msgspec.Struct):
    id: str
    remoteJid: str  # noqa: N815 - as it is written
    participant: str = ""


class _Reaction(msgspec.Struct):
    key: _Key
    text: str = ""


class _Message(msgspec.Struct):
    reactionMessage: _Reaction  # noqa: N815 - as it is written


class _Data(msgspec.Struct):
    key: _Key
    message: _Message
    messageTimestamp: int  # noqa: N815 - as it is written


class _Body(msgspec.Struct):
    event: str
    instance: str
    data: _Data


_decode = msgspec.json.Decoder(_Body).decode
_TOKEN = TOKEN.encode()


async def _heard(request: Request) -> tuple[object, ...] | None:
    """Return the row that a request tells, None where it is not proven."""
    body = await request.body()
    if not hmac.compare_digest(request.headers.get("x-toque-token", "").encode(), _TOKEN):
        return None
    data = _decode(body).data
    told = data.message.reactionMessage
    return told.key.id, data.key.participant, data.key.remoteJid, told.text, data.messageTimestamp, data.key.id


async def nothing(request: Request) -> Response:
    """Verify, decode and answer."""
    row = await _heard(request)
    return Response(status_code=401) if row is None else JSONResponse({"stored": 1})


async def insert(request: Request) -> Response:
    """Verify, decode, insert one row, and answer once that is committed."""
    row = await _heard(request)
    if row is None:
        return Response(status_code=401)
    async with request.app.state.pool.connection() as db:
        await db.execute(_INSERT, row, prepare=True)
    return JSONResponse({"stored": 1})


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    options = {"autocommit": True}
    async with AsyncConnectionPool(os.environ["BENCH_URL"], min_size=POOL, max_size=POOL, kwargs=options) as pool:
        app.state.pool = pool
        yield


app = Starlette(
    lifespan=_lifespan,
    routes=[Route("/insert", insert, methods=["POST"]), Route("/nothing", nothing, methods=["POST"]),
            Route("/readyz", lambda _: Response(status_code=200))],
)  # fmt: skip

if __name__ == "__main__":
    uvicorn.run(
        app, host="127.0.0.1", port=int(sys.argv[1]), lifespan="on", ws="none", log_level="warning", access_log=False,
        server_header=False, proxy_headers=True, forwarded_allow_ips="127.0.0.1,::1",
    )  # fmt: skip
