"""Look at everything that Toque needs to be well, and say of each fault what to do about it."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx2
import psycopg
from psycopg.rows import dict_row

from engine import checkup, clock, connections, overview, reach, rulebook, rules_by_hand
from engine.access import Caller
from engine.checkup import NoGateway
from engine.config import Settings
from engine.connections import Overview
from engine.gateways.setup import Finding
from engine.vault import Vault, WrongKey, open_vault
from sql import query

Db = psycopg.Connection[Any]
Ago = Callable[[datetime | None], str]
"""Says how long ago a moment was."""

OLDEST = 150_000
"""The first version of PostgreSQL that Toque runs on, as the server numbers it."""
CLOCKS_SECONDS = 2.0
TRANSACTION_SECONDS = 300.0
UPKEEP_SECONDS = 600.0
FEW_BYTES = 1 << 30
VARIED = 16
"""A key drawn at random has at least so many different bytes among its 32."""
_PATIENCE = 5.0
_START = "toque up, or: toque web; where it runs on another port, write TOQUE_PORT into .env"
_ANYWHERE = {"0.0.0.0", "::", ""}  # noqa: S104 - it is compared with, nothing listens there


@dataclass(frozen=True, slots=True)
class Part:
    """What was found about one part of Toque."""

    about: str
    """`database`, `key`, `web`, `queue`, `rules`, `number` or `upkeep`."""
    title: str
    findings: tuple[Finding, ...]


def look(settings: Settings, db: Db, caller: Caller, ago: Ago) -> Iterator[Part]:
    """Look at one part after the other, each told as soon as it is known."""
    yield Part("database", "Database", tuple(_database(settings, db)))
    vault, found = _key(settings)
    yield Part("key", "Secrets", (found,))
    yield Part("web", "Web process", tuple(_web(settings, db)))
    yield Part("queue", "Workers and queue", (_queue(db, caller),))
    if vault:
        yield from _numbers(db, vault, ago)
    yield Part("upkeep", "What is kept", tuple(_upkeep(settings, db)))


def _database(settings: Settings, db: Db) -> Iterator[Finding]:
    row = _row(db, "doctor.server")
    own = "its own" if settings.database_url is None else "yours"
    if row["number"] < OLDEST:
        yield Finding("fault", f"PostgreSQL {row['version']} is too old", "use PostgreSQL 15 or later")
    else:
        yield Finding("good", f"PostgreSQL {row['version']} ({own}) answers, with the schema of this version")
    if not row["durable"]:
        says = "fsync or full_page_writes is off: what was answered with 200 can be lost when the power fails"
        yield Finding("fault", says, "alter system set fsync = on; alter system set full_page_writes = on; and restart")
    apart = abs((clock.now() - row["now"]).total_seconds())
    if apart > CLOCKS_SECONDS:
        says = f"the clocks of this machine and of the database are {apart:.0f} s apart"
        yield Finding("fault", says, "let both take the time from the network (timedatectl set-ntp true)")
    if (row["oldest_seconds"] or 0) > TRANSACTION_SECONDS:
        says = f"a transaction has been open for {row['oldest_seconds'] / 60:.0f} min: dead rows pile up behind it"
        yield Finding("warning", says, "select pid, query from pg_stat_activity order by xact_start; and end that one")
    if row["prepared"]:
        yield Finding("warning", "a prepared transaction was left behind", "select * from pg_prepared_xacts")
    if settings.database_url is None and (free := shutil.disk_usage(settings.data_dir).free) < FEW_BYTES:
        says = f"only {free >> 20} MiB are free where {settings.data_dir}/ is"
        yield Finding("warning", says, "make room: with a full disk nothing more is stored")


def _key(settings: Settings) -> tuple[Vault | None, Finding]:
    file = settings.data_dir / "secret.key"
    if settings.secret_key is None and not file.exists():
        return None, Finding("warning", f"there is no key yet in {file}", "it is made at the first: toque up")
    try:
        vault = open_vault(settings)
    except WrongKey as fault:
        return None, Finding("fault", str(fault))
    if settings.secret_key is None:
        if file.stat().st_mode & 0o077:
            return vault, Finding("fault", f"others on this machine can read {file}", f"chmod 600 {file}")
        return vault, Finding("good", f"the key is in {file}, for nobody else to read: keep a copy with your backups")
    present, *_ = settings.secret_key.get_secret_value().replace(",", " ").split()
    if len(set(base64.b64decode(present))) < VARIED:
        says = "the key in TOQUE_SECRET_KEY was not drawn at random"
        return vault, Finding("warning", says, "make another before you connect a number: openssl rand -base64 32")
    return vault, Finding("good", "the key is in TOQUE_SECRET_KEY: keep a copy with your backups")


def _web(settings: Settings, db: Db) -> Iterator[Finding]:
    anywhere = settings.host in _ANYWHERE
    address = f"http://{'127.0.0.1' if anywhere else settings.host}:{settings.port}"
    try:
        answer = httpx2.get(f"{address}/readyz", timeout=_PATIENCE, trust_env=False)
    except httpx2.HTTPError:
        yield Finding("fault", f"nothing answers at {address}: no reaction can come in", _START)
    else:
        if answer.is_success:
            yield Finding("good", f"it answers at {address}")
        else:
            says = f"{address} answers {answer.status_code}: no reaction can be stored"
            yield Finding("fault", says, f"curl {address}/api/health")
    if not reach.is_here(address) or anywhere:
        accounts = _row(db, "doctor.accounts")["n"]
        if not accounts:
            says = "there is no account: from other machines nobody gets in"
            yield Finding("warning", says, "toque users add NAME --role owner")
        if settings.public_url and settings.public_url.startswith("http://"):
            says = f"{settings.public_url} is not encrypted: passwords and messages can be read on the way"
            yield Finding("warning", says, "put a reverse proxy with a certificate before it (docs/deploying.md)")


def _queue(db: Db, caller: Caller) -> Finding:
    wrong = overview.look(db, caller).problem
    match wrong.code:
        case "no_worker":
            says = f"no worker takes what waits: {wrong.n} waiting since {wrong.seconds:.0f} s"
            return Finding("fault", says, wrong.remedy)
        case "late":
            says = f"reactions wait {wrong.seconds:.0f} s, {wrong.n} of them: the workers do not keep up"
            return Finding("warning", says, "toque work --workers 4, or see docs/scaling.md")
        case "dead":
            return Finding("warning", f"{wrong.n} could not be carried out and wait for you", wrong.remedy)
        case _:
            return Finding("good", "nothing waits that should be done, and nothing failed for good")


def _numbers(db: Db, vault: Vault, ago: Ago) -> Iterator[Part]:
    there = connections.overview(db)
    if not there:
        none = Finding("warning", "no number is connected yet", "toque connect evolution --help")
        yield Part("number", "Numbers", (none,))
    for one in there:
        yield Part("number", f"Number {one.title}", tuple(_number(db, vault, one, ago)))
        yield Part("rules", f"Rules of {one.title}", tuple(_rules(db, one)))


def _number(db: Db, vault: Vault, one: Overview, ago: Ago) -> Iterator[Finding]:
    try:
        yield from checkup.findings(db, checkup.opened(db, vault, one.id))
    except NoGateway as fault:
        yield Finding("warning", str(fault))
    except WrongKey as fault:
        yield Finding("fault", str(fault))
    yield from checkup.hearing(one, ago(one.last_heard_at))


def _rules(db: Db, one: Overview) -> Iterator[Finding]:
    rules = [rule for rule in rulebook.read(db, one.id).rules if rule.enabled]
    if not rules:
        yield Finding("warning", "no rule is enabled: no reaction does anything", "toque rules packs, or: toque rules")
        return
    yield Finding("good", f"{len(rules)} {'rule is' if len(rules) == 1 else 'rules are'} enabled")
    for rule_id, chat in rules_by_hand.unheard(db, one.id, rules):
        says = f"{rule_id} is for the chat {chat}, of which nothing was heard yet"
        yield Finding("warning", says, "toque chats lists those that were")
    for rule_id in rules_by_hand.reacting_as_owner(db, one.id, rules):
        says = f"{rule_id} reacts, which only a bot's number can: under your own number the step is left out"
        yield Finding("warning", says, f"toque connections set {one.id} --topology bot_number, if it is one")


def _upkeep(settings: Settings, db: Db) -> Iterator[Finding]:
    says = (
        f"texts that nobody reacted to for {settings.keep_text_hours} h, the log for {settings.keep_log_days} days: "
        "docs/privacy.md says what else"
    )
    yield Finding("good", says)
    row = _row(db, "doctor.upkeep")
    if row.get("last_error"):
        yield Finding("fault", f"the upkeep fails at {row['last_error']}", "see what the workers log")
    elif (row.get("late_seconds") or 0) > UPKEEP_SECONDS:
        says = f"the upkeep is {row['late_seconds'] / 60:.0f} min late: what should go is still there"
        yield Finding("fault", says, "toque work, and no --kinds that leaves out settle")


def _row(db: Db, name: str) -> dict[str, Any]:
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query(name)).fetchone() or {}
