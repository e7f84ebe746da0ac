"""Every statement of Toque, kept in .sql files and found by name: `query("queue.claim")`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import LiteralString

ROOM = Path(__file__).parent
_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)


@cache
def statements(file: str) -> dict[str, LiteralString]:
    """Return the statements of `queries/<file>.sql`, by the name in the `-- name:` line above each."""
    _, *parts = _NAME.split((ROOM / "queries" / f"{file}.sql").read_text(encoding="utf-8"))
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}


def names() -> list[str]:
    """Return the full name of every statement there is."""
    return [
        f"{file.stem}.{name}" for file in sorted((ROOM / "queries").glob("*.sql")) for name in statements(file.stem)
    ]


@cache
def query(name: str) -> LiteralString:
    """Return one statement by its full name, e.g. `queue.claim`; `KeyError` where there is none."""
    file, _, statement = name.partition(".")
    # The texts are this package's own files, never a person's: that is what LiteralString stands for.
    return statements(file)[statement]
