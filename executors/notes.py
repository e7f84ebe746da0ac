"""Notes: something to keep as it was written."""

from __future__ import annotations

from executors.kind import Executor, Row
from parsers.draft import NoteData


def row(note: NoteData, zone: str) -> Row:  # noqa: ARG001 - a note has no hour
    """Return the columns of `notes`."""
    return {"body": note.body}


EXECUTOR = Executor("note", row)
