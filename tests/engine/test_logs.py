"""What may stand in a log line, and what may not."""

from __future__ import annotations

import io
import json
import logging
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
import structlog
from pydantic import BaseModel, SecretStr

from engine.config import Settings
from engine.logs import Redactor, configure, is_private

PHONE = "5215512345678"
TEXT = "Pagar luz CFE 890"

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def lines() -> Iterator[Lines]:
    """Return what gives the lines logged so far; the logging of the tests is put back at the end."""
    root = logging.getLogger()
    before = (root.handlers, root.level, sys.excepthook, threading.excepthook)
    out = io.StringIO()
    configure(Settings(_env_file=None, log_format="json", log_level="debug"), stream=out)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    root.handlers, root.level, sys.excepthook, threading.excepthook = before
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


@pytest.mark.parametrize(
    "key",
    ["text", "token", "apikey", "authorization", "secret", "body", "name", "phone", "author_name", "X-Api-Key",
     "accessToken", "api_key", "Authorization", "webhook_token", "phone_number", "senderPhone", "slug", "chat"],
)  # fmt: skip
def test_the_value_of_a_private_key_is_never_written(lines: Lines, key: str) -> None:
    structlog.get_logger("x").info("heard", **{key: "what nobody may read"})
    (line,) = lines()
    assert re.fullmatch(r"#[0-9a-f]{6}", line[key])


@pytest.mark.parametrize("key", ["hostname", "filename", "context", "tokens", "port", "error", "url", "event_type"])
def test_a_key_that_only_looks_alike_is_written(key: str) -> None:
    assert not is_private(key)


def test_private_keys_are_found_inside_of_what_is_logged(lines: Lines) -> None:
    structlog.get_logger("x").info(
        "heard", data={"key": {"remoteJid": f"{PHONE}@s.whatsapp.net"}, "list": [{"text": TEXT}]}
    )
    assert TEXT not in str(lines())
    assert PHONE not in str(lines())


@pytest.mark.parametrize(
    "written",
    [PHONE, f"+{PHONE}", "+52 1 55 1234 5678", "(55) 1234-5678", "55 1234 5678", f"{PHONE}@s.whatsapp.net",
     f"{PHONE}:12@s.whatsapp.net", "123456789012345@lid", "120363025246125486@g.us", f"+{PHONE[:2]}-{PHONE[2:]}"],
)  # fmt: skip
def test_what_looks_like_a_phone_number_is_tagged_wherever_it_stands(lines: Lines, written: str) -> None:
    structlog.get_logger("x").warning(f"no answer from {written}, again")
    structlog.get_logger("x").warning("no answer", of=[written], keyed={written: 1})
    logging.getLogger("uvicorn.error").warning("cannot send to %s", written)
    groups = re.findall(r"\d{3,}", written)
    for line in lines():
        shown = json.dumps({name: value for name, value in line.items() if name != "timestamp"})
        assert not any(group in re.sub("#[0-9a-f]{6}", "#", shown) for group in groups)


@pytest.mark.parametrize(
    "kept",
    ["2026-01-15", "2026-01-15T09:30:00.123+00:00", "192.168.100.200", "127.0.0.1:18080", "890.00 MXN", "17 of 400000"],
)
def test_dates_addresses_and_amounts_stay(kept: str) -> None:
    assert Redactor().text(f"seen {kept} there") == f"seen {kept} there"


def test_the_same_person_has_one_tag_and_another_person_another() -> None:
    redactor = Redactor()
    tags = {redactor.text(written) for written in (PHONE, f"{PHONE}@s.whatsapp.net", f"{PHONE}:3@s.whatsapp.net")}
    tags.add(str(redactor.entry("phone", PHONE)))
    tags.add(str(redactor.entry("chat", f"{PHONE}@s.whatsapp.net")))
    assert len(tags) == 1
    assert redactor.text("5215512345679") not in tags


def test_a_tag_cannot_be_computed_without_the_key() -> None:
    assert Redactor().tag(PHONE) != Redactor().tag(PHONE)
    assert Redactor(b"k").tag(PHONE) == Redactor(b"k").tag(PHONE)


def test_processes_with_one_secret_key_give_the_same_tags() -> None:
    settings = Settings(_env_file=None, secret_key=SecretStr("a" * 43 + "="))
    script = (
        "import sys; from engine.config import Settings; from engine.logs import configure;"
        "print(configure(Settings(_env_file=None, secret_key=sys.argv[1])).tag('x'))"
    )
    assert settings.secret_key
    told = [
        subprocess.run([sys.executable, "-c", script, "a" * 43 + "="], capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    assert told[0] == told[1] != b""


def test_the_secret_address_of_a_webhook_is_never_written(lines: Lines) -> None:
    logging.getLogger("some.access").info(
        '%s - "%s %s"', "1.2.3.4", "POST", "/api/webhook/q-secret_slug/messages-upsert"
    )
    (line,) = lines()
    assert "secret_slug" not in line["event"]
    assert line["event"].endswith('/messages-upsert"')


@pytest.mark.parametrize(
    "written",
    ["postgresql://toque:hunter2@db/toque", "host=db password=hunter2 user=toque", "Authorization: Bearer hunter2"],
)
def test_passwords_are_never_written(lines: Lines, written: str) -> None:
    structlog.get_logger("x").error("cannot connect", error=written)
    assert "hunter2" not in str(lines())


def test_of_an_object_only_its_kind_is_written(lines: Lines) -> None:
    @dataclass
    class Heard:
        words: str

    structlog.get_logger("x").info("heard", what=Heard(TEXT), raw=TEXT.encode(), on=date(2026, 1, 15))
    (line,) = lines()
    assert (line["what"], line["raw"]) == ("<Heard>", f"<{len(TEXT)} bytes>")
    assert TEXT not in str(line)


class Bill(BaseModel):
    amount: int


def _value_error() -> None:
    int(TEXT)


def _key_error() -> None:
    {}[TEXT]


def _validation() -> None:
    Bill.model_validate({"amount": TEXT})


def _chained() -> None:
    try:
        int(TEXT)
    except ValueError as fault:
        raise RuntimeError(f"cannot read {TEXT!r} of {PHONE}") from fault


def _group() -> None:
    raise ExceptionGroup("several", [ValueError(repr(TEXT)), KeyError(TEXT)])


@pytest.mark.parametrize("fail", [_value_error, _key_error, _validation, _chained, _group])
def test_a_traceback_shows_the_code_and_no_value(lines: Lines, fail: Callable[[], None]) -> None:
    log = structlog.get_logger("x")
    try:
        fail()
    except Exception as fault:
        log.exception("it broke")
        logging.getLogger("uvicorn.error").exception("it broke")
        log.warning("it broke", error=fault)
    first, second, third = lines()
    assert fail.__name__ in first["exception"]
    assert fail.__name__ in second["exception"]
    for line in (first, second, third):
        assert TEXT not in str(line)
        assert PHONE not in str(line)


def test_what_postgres_says_of_a_row_is_not_repeated(lines: Lines, db: psycopg.Connection) -> None:
    log = structlog.get_logger("x")
    statements = {
        "insert into connections (slug, gateway, instance, base_url, secrets, zone, region, language)"
        " values (%s, 'g', 'i', '', '', 'UTC', 'nowhere', 'es')": TEXT,
        "select %s::text::integer": TEXT,
        "select 1 from pg_class where relname = %s and 1 / (length(relname) - length(relname)) = 1": PHONE,
        "select to_date(%s, 'YYYY')": TEXT,
    }
    for statement, value in statements.items():
        try:
            db.execute(statement, [value])
        except psycopg.Error as fault:
            log.exception("the database refused")
            log.warning("the database refused", error=fault)
    assert len(lines()) >= 6
    assert "SQLSTATE 23514 connections connections_region_check" in str(lines())
    assert TEXT not in str(lines())
    assert PHONE not in str(lines())


def test_what_nobody_caught_goes_through_it_too(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text(
        "from engine.config import Settings\nfrom engine.logs import configure\nimport threading\n"
        "configure(Settings(_env_file=None))\n"
        f"thread = threading.Thread(target=int, args=[{TEXT!r}.lower()])\nthread.start()\nthread.join()\n"
        f"int({TEXT!r}.upper())\n"
    )
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("nobody expected") == 2
    assert TEXT.upper() not in ended.stderr
    assert TEXT.lower() not in ended.stderr


def test_a_stream_library_that_logs_what_it_sends_is_kept_quiet(lines: Lines) -> None:
    logging.getLogger("sse_starlette.sse").debug("chunk: %s", TEXT)
    assert lines() == []


def test_the_level_is_the_settings(lines: Lines) -> None:
    out = io.StringIO()
    configure(Settings(_env_file=None, log_format="console", log_level="warning"), stream=out)
    structlog.get_logger("x").info("quiet")
    structlog.get_logger("x").warning("loud", error="why")
    assert "quiet" not in out.getvalue()
    assert "loud" in out.getvalue()
    assert "error=why" in out.getvalue()
    assert lines() == []
