"""The kinds of item there are: what each adds to an item, and the statements that write it."""

from __future__ import annotations

from executors import bills, events, notes, tasks
from executors.kind import Executor

EXECUTORS: dict[str, Executor] = {
    executor.kind: executor for executor in (tasks.EXECUTOR, events.EXECUTOR, bills.EXECUTOR, notes.EXECUTOR)
}
"""A new kind is one file and one name here."""
