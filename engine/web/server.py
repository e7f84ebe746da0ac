"""The server of the web process: it listens, and stops when it is told to."""

from __future__ import annotations

import gc
import signal
import socket
import threading
from types import FrameType

import structlog
import uvicorn

from engine.config import Settings
from engine.told import SIGNALS
from engine.web.app import application
from engine.web.lifespan import check_schema, database_of
from engine.web.together import Together
from sql.migrate import WrongSchema

_log = structlog.get_logger(__name__)

SHUTDOWN_SECONDS = 10


class Server(uvicorn.Server):
    """uvicorn, ending the streams when it stops: they would never end by themselves."""

    def __init__(self, settings: Settings) -> None:
        self.wrong_schema: WrongSchema | None = None
        self.app = application(settings, on_wrong_schema=self.refuse)
        super().__init__(
            uvicorn.Config(
                self.app,
                host=settings.host,
                port=settings.port,
                lifespan="on",
                ws="none",
                http=Together,
                # Its lines go through our own set-up; an access log would write the webhooks' secret addresses.
                log_config=None,
                log_level="warning",
                access_log=False,
                server_header=False,
                # Whom a proxy names is asked behind the webhooks only.
                proxy_headers=False,
                timeout_graceful_shutdown=SHUTDOWN_SECONDS,
            )
        )

    def leave(self, _number: int, _frame: FrameType | None) -> None:
        """Stop because somebody said so."""
        self.should_exit = True

    def refuse(self, fault: WrongSchema) -> None:
        """Stop because of the schema."""
        self.wrong_schema = fault
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say where."""
        await super().startup(sockets)
        for one in self.servers:
            for listener in one.sockets:
                host, port = listener.getsockname()[:2]
                _log.info("Toque listens", url=f"http://{f'[{host}]' if ':' in host else host}:{port}/")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop taking requests, end the streams, finish the webhooks in hand."""
        self.app.state.site.feed.close()
        await super().shutdown(sockets)


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM; raises `WrongSchema`, whose words name the command to type."""
    check_schema(database_of(settings))
    running = Server(settings)
    if threading.current_thread() is threading.main_thread():
        # Before uvicorn hears by itself nobody is overheard. And it raises the signal once more after it has stopped:
        # a clean stop is no death by signal.
        for number in SIGNALS:
            signal.signal(number, running.leave)
    # What is loaded by now stays: no collection of garbage has to look through it, while everybody waits.
    gc.collect()
    gc.freeze()
    running.run()
    if running.wrong_schema:
        raise running.wrong_schema
