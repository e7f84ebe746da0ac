"""Keep a copy of everything in one file while Toque runs, and put it back into an empty database."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.rows import dict_row

from engine import clock
from engine.config import Settings
from engine.postgres_home import wheel_binaries
from sql import query
from sql.migrate import migrate, migrations

Db = psycopg.Connection[Any]

FORMAT = 1
_ABOUT, _DUMP, _KEY = "about.json", "database.dump", "secret.key"
_NOT_COPIED = ("live_feed",)
"""What hangs on the numbers of transactions, which begin anew elsewhere; it is a day old at most."""

_AS_ONE = ("--single-transaction", "--set=ON_ERROR_STOP=1", "--quiet", "--no-psqlrc")
_NEWER_SERVERS_ONLY = b"SET transaction_timeout = 0;\n"


class CannotCopy(Exception):  # noqa: N818 - it says what is the matter, and what to type
    """A copy cannot be made or put back."""


@dataclass(frozen=True, slots=True)
class About:
    """What a copy holds."""

    made_at: datetime
    version: str
    schema: int
    postgres: str
    connections: int
    items: int
    messages: int
    has_key: bool
    format: int = FORMAT


def keep(db: Db, settings: Settings, file: Path, *, with_key: bool = True) -> About:
    """Write a copy of the database, and of the key file, to `file` (0600), whole or not at all.

    Raises `CannotCopy` where pg_dump fails, or where `file` is there already.
    """
    if file.exists():
        raise CannotCopy(f"{file} is there already: type another name, or remove it first.")
    key = settings.data_dir / _KEY
    has_key = with_key and settings.secret_key is None and key.exists()
    with db.cursor(row_factory=dict_row) as cursor:
        content = cursor.execute(query("backup.content")).fetchone() or {}
    about = About(made_at=clock.now(), version=version("toque"), has_key=has_key, **content)
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=f".{file.name}.") as beside:
        dump, draft = Path(beside) / _DUMP, Path(beside) / "draft"
        without = [f"--exclude-table-data={table}" for table in _NOT_COPIED]
        _run(
            settings, db.info, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={dump}", *without
        )
        with tarfile.open(draft, "w") as copy:
            _put(copy, _ABOUT, json.dumps(asdict(about), default=datetime.isoformat, indent=2).encode())
            if has_key:
                _put(copy, _KEY, key.read_bytes())
            copy.add(dump, _DUMP, filter=_nobodys)
        draft.chmod(0o600)
        draft.rename(file)
    return about


def read(file: Path) -> About:
    """Return what a copy holds; raises `CannotCopy` for what is none, or one of a newer Toque."""
    try:
        with tarfile.open(file, "r:") as copy:
            told = json.loads(_part(copy, _ABOUT))
        about = About(**told | {"made_at": datetime.fromisoformat(told["made_at"])})
    except (tarfile.TarError, KeyError, ValueError, TypeError) as fault:
        raise CannotCopy(f"{file} is no copy that toque backup made, or only a part of one.") from fault
    newest = max(step.number for step in migrations())
    if about.format > FORMAT or about.schema > newest:
        raise CannotCopy(f"{file} was made by Toque {about.version}, which is newer than this: install that one first.")
    return about


def put_back(db: Db, settings: Settings, file: Path) -> int:
    """Put a copy back into an empty database, all of it or nothing, and bring it to the schema of this version.

    Returns how many answers and reminders are not sent any more, since they were due before this moment. Raises
    `CannotCopy` where the database is not empty, the key is another, or pg_restore fails.
    """
    about = read(file)
    ((tables,),) = db.execute(query("backup.tables")).fetchall()
    if tables:
        raise CannotCopy(
            "There is something in that database already, and a copy goes into an empty one only. Point TOQUE_DATA_DIR "
            "at a new directory, or DATABASE_URL at a new database (createdb toque_again)."
        )
    with tarfile.open(file, "r:") as copy, tempfile.TemporaryDirectory() as beside:
        key = _part(copy, _KEY) if about.has_key else None
        _see_that_the_key_fits(settings, key)
        dump = Path(beside) / _DUMP
        with _member(copy, _DUMP) as packed, dump.open("wb") as out:
            shutil.copyfileobj(packed, out)
        script = Path(beside) / "script.sql"
        _run(settings, None, "pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(dump))
        _run(settings, db.info, "psql", *_AS_ONE, f"--file={_for_any_server(script)}")
        if key is not None and settings.secret_key is None:
            _keep_key(settings.data_dir / _KEY, key)
    migrate(make_conninfo(db.info.dsn, password=db.info.password or None))
    return db.execute(query("backup.give_up_sendings")).rowcount


def _for_any_server(script: Path) -> Path:
    """Return a script without the one setting that servers before 17 refuse; the newer programs write it always."""
    fit = script.with_suffix(".fit.sql")
    with script.open("rb") as told, fit.open("wb") as out:
        for line in told:
            if line == _NEWER_SERVERS_ONLY:
                break  # it stands at the head, before anybody's data
            out.write(line)
        shutil.copyfileobj(told, out)
    script.unlink()
    return fit


def _see_that_the_key_fits(settings: Settings, key: bytes | None) -> None:
    there = settings.data_dir / _KEY
    if key is None or settings.secret_key is not None or not there.exists():
        return
    if there.read_bytes().strip() != key.strip():
        raise CannotCopy(f"{there} is another key than the copy's: move it away first (mv {there} {there}.old).")


def _keep_key(file: Path, key: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(key)


def _run(settings: Settings, to: psycopg.ConnectionInfo | None, program: str, *words: str) -> None:
    """Run one of PostgreSQL's programs; the password goes by the environment, which others cannot read."""
    where = (settings.pg_bin or wheel_binaries()) / program
    command = [str(where), *([f"--dbname={to.dsn}"] if to else []), *words]
    environment = {**os.environ, "PGPASSWORD": to.password} if to and to.password else None
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    except OSError as fault:
        says = f"{where} cannot be run ({fault.strerror}). Point TOQUE_PG_BIN at PostgreSQL's programs."
        raise CannotCopy(says) from fault
    if done.returncode:
        last = "\n".join(f"  {line}" for line in done.stderr.strip().splitlines()[-6:])
        raise CannotCopy(f"{program} failed. It said:\n{last}")


def _put(copy: tarfile.TarFile, name: str, content: bytes) -> None:
    part = tarfile.TarInfo(name)
    part.size, part.mode = len(content), 0o600
    copy.addfile(part, io.BytesIO(content))


def _nobodys(part: tarfile.TarInfo) -> tarfile.TarInfo:
    part.uid = part.gid = 0
    part.uname = part.gname = ""
    return part


def _part(copy: tarfile.TarFile, name: str) -> bytes:
    with _member(copy, name) as part:
        return part.read()


def _member(copy: tarfile.TarFile, name: str) -> IO[bytes]:
    found = copy.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found
