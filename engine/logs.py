"""Logs that say what happened without saying who wrote what: texts, keys and phone numbers become short tags.

The same person has the same tag in every line of a process (and, with TOQUE_SECRET_KEY set, of all processes), so that
lines can be told together; the tag cannot be turned back.
"""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping, MutableMapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from types import TracebackType
from typing import Any, TextIO
from uuid import UUID

import psycopg
import structlog

from engine.config import Settings

PRIVATE = frozenset(
    {
        *("text", "body", "title", "caption", "vendor"),
        *("token", "apikey", "authorization", "password", "cookie", "secret", "secrets", "slug"),
        *("name", "phone", "jid", "lid", "chat", "address", "author", "reactor", "sender", "owner"),
    }
)
"""Words of a key whose value is never written; `author_name`, `X-Api-Key` and `accessToken` hold one each."""

_OURS = frozenset({"event", "level", "logger", "timestamp", "exception", "stack"})
"""Keys of every line: their values are looked through, whatever the key's name."""

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_JID = re.compile(r"([\w.+-]+)(?::\d+)?@(s\.whatsapp\.net|c\.us|lid|g\.us|hosted\.lid|hosted|newsletter|broadcast)\b")
_HOOK = re.compile(r"(/api/webhook/)([^/\s?\"']+)")
_PASSWORD = re.compile(r"(\w+://[^\s:/@]*:)[^\s/]*@|(password=)\S+", re.IGNORECASE)
_BEARER = re.compile(r"(bearer\s+)(\S+)", re.IGNORECASE)
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
# A run of digits as people write phone numbers; `_NO_PHONE` lets dates and IP addresses pass.
_DIGITS = re.compile(r"(?<![\w.])\+?\(?\d[\d ().\-\u00a0]{5,}\d|\d{7,}")
_NO_PHONE = re.compile(r"\d{4}-\d{2}-\d{2}\b|\d{1,3}(\.\d{1,3}){3}$")

_QUIET = {"sse_starlette": logging.INFO, "httpx": logging.WARNING, "httpx2": logging.WARNING}
"""Libraries that at a lower level log what goes out, texts and addresses included."""

_TOO_DEEP = 6
_CLASSES_WITH_VALUES = ("22", "23")
"""SQLSTATE classes (data exception, integrity violation) whose words repeat values of the row."""


class Redactor:
    """A processor of log lines that puts a tag where something private stood."""

    def __init__(self, key: bytes | None = None) -> None:
        self._key = (key or secrets.token_bytes(32))[:64]

    def tag(self, private: str) -> str:
        """Return the tag of something private: the same for the same, telling nothing of it."""
        return "#" + hashlib.blake2s(private.encode(errors="replace"), key=self._key[:32], digest_size=3).hexdigest()

    def text(self, text: str) -> str:
        """Return a text with every phone number, WhatsApp id, key and webhook address tagged."""
        text = _PASSWORD.sub(lambda m: f"{m[1]}***@" if m[1] else f"{m[2]}***", text)
        text = _HOOK.sub(lambda m: m[1] + self.tag(m[2]), text)
        text = _BEARER.sub(lambda m: m[1] + self.tag(m[2]), text)
        text = _JID.sub(lambda m: self.tag(_person(m)), text)
        return _DIGITS.sub(self._phone, text)

    def _phone(self, found: re.Match[str]) -> str:
        run = found[0]
        digits = "".join(character for character in run if character.isdigit())
        if len(digits) < 7 or _NO_PHONE.match(run):  # noqa: PLR2004 - the shortest phone numbers have seven
            return run
        return self.tag(digits)

    def value(self, value: object, depth: int = 0) -> object:  # noqa: PLR0911 - one line a kind of value
        """Return a value as it may be written; of an object that could hold anything only its kind."""
        match value:
            case None | bool() | int() | float() | Decimal() | datetime() | date() | timedelta() | UUID():
                return value
            case Enum():
                return value.value
            case str() | PurePath():
                return self.text(str(value))
            case bytes() | bytearray() | memoryview():
                return f"<{len(value)} bytes>"
            case BaseException():
                return f"{type(value).__name__}: {self.text(message_of(value, self))}"
            case Mapping() if depth < _TOO_DEEP:
                return {self.text(str(key)): self.entry(str(key), inner, depth + 1) for key, inner in value.items()}
            case list() | tuple() | set() | frozenset() if depth < _TOO_DEEP:
                return [self.value(inner, depth + 1) for inner in value]
            case _:
                return f"<{type(value).__name__}>"

    def entry(self, key: str, value: object, depth: int = 0) -> object:
        """Return the value under a key as it may be written."""
        if value is None or isinstance(value, bool) or not is_private(key):
            return self.value(value, depth)
        digits = "".join(character for character in str(value) if character.isdigit())
        jid = _JID.fullmatch(str(value))
        if jid:
            return self.tag(_person(jid))
        return self.tag(digits if _DIGITS.fullmatch(str(value)) else str(value))

    def __call__(self, _logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """Redact one line."""
        return {key: self.value(value) if key in _OURS else self.entry(key, value) for key, value in line.items()}


_CAREFUL = frozenset(
    ("engine", "executors", "parsers", "rules", "sql", "psycopg_pool", "httpx2", "httpcore2", "starlette", "uvicorn")
)
"""Where exceptions come from whose sentences are about the matter; what they quote is tagged all the same."""


def is_private(key: str) -> bool:
    """Tell whether the values of a key are never written."""
    words = [word.lower() for word in _WORDS.findall(key)]
    return not PRIVATE.isdisjoint(words) or "apikey" in "".join(words)


def _person(jid: re.Match[str]) -> str:
    """Return what names a person in a WhatsApp id: a phone number and its id have one tag."""
    return jid[1] if jid[2] in {"s.whatsapp.net", "c.us"} else f"{jid[1]}@{jid[2]}"


def message_of(fault: BaseException, redactor: Redactor) -> str:
    """Return what an exception says, without the values that it repeats."""
    if isinstance(fault, psycopg.Error):
        if (fault.sqlstate or "").startswith(_CLASSES_WITH_VALUES):
            where = (fault.diag.table_name, fault.diag.column_name, fault.diag.constraint_name)
            return f"SQLSTATE {fault.sqlstate} {' '.join(filter(None, where))}".strip()
        # The first line only: DETAIL and CONTEXT repeat the row.
        return fault.diag.message_primary or str(fault).strip().partition("\n")[0]
    if isinstance(fault, OSError | AttributeError | NameError | TypeError | ImportError):
        return str(fault)  # these speak of the machine and of code
    if type(fault).__module__.partition(".")[0] in _CAREFUL:
        return _QUOTED.sub(lambda quoted: redactor.tag(quoted[0][1:-1]), str(fault))
    # `Unknown string format: Pagar luz`: the rest repeats what it was given, quoted or not.
    return redactor.tag(str(fault)) if str(fault) else ""


def traceback_of(fault: BaseException, redactor: Redactor) -> Iterator[str]:
    """Yield the lines of a traceback: code and kinds of errors, no local variable, no value."""
    cause = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if cause is not None:
        yield from traceback_of(cause, redactor)
        yield "which led to"
    for line in traceback.format_tb(fault.__traceback__):
        yield line.rstrip()
    yield f"{type(fault).__module__}.{type(fault).__qualname__}: {message_of(fault, redactor)}".removesuffix(": ")
    if isinstance(fault, BaseExceptionGroup):
        for number, inner in enumerate(fault.exceptions, 1):
            yield f"of which {number}:"
            yield from traceback_of(inner, redactor)


class _Faults:
    """A processor that writes a line's exception out before anybody else does."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor

    def __call__(self, _logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        given = line.pop("exc_info", None)
        fault = given[1] if isinstance(given, tuple) else given
        if given is True:
            fault = sys.exc_info()[1]
        if isinstance(fault, BaseException):
            line["exception"] = "\n".join(traceback_of(fault, self._redactor))
        return line


def formatter(redactor: Redactor, form: str, *, colours: bool = False) -> logging.Formatter:
    """Return the one formatter: our own lines, uvicorn's and psycopg's all pass through it."""
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(
            colors=colours, exception_formatter=structlog.dev.plain_traceback, sort_keys=False
        )
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _Faults(redactor),
            redactor,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
    )


def configure(settings: Settings, *, stream: TextIO | None = None) -> Redactor:
    """Send every log line of this process, redacted, to stderr, and return who redacts."""
    out = stream or sys.stderr
    key = settings.secret_key and hashlib.sha256(b"logs" + settings.secret_key.get_secret_value().encode()).digest()
    redactor = Redactor(key or None)
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter(redactor, settings.log_format, colours=out.isatty()))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(max(level, root.level))
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    _catch_what_nobody_caught()
    return redactor


def _catch_what_nobody_caught() -> None:
    log = structlog.get_logger("toque")

    def whole(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
        else:
            log.critical("Toque stopped at an error that nobody expected", exc_info=fault)

    def thread(args: threading.ExceptHookArgs) -> None:
        log.critical("a thread stopped at an error that nobody expected", exc_info=args.exc_value)

    sys.excepthook = whole
    threading.excepthook = thread
