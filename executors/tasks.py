"""Tasks: something to do, with or without a day or an hour."""

from __future__ import annotations

from executors.kind import Executor, Row, day_or_instant
from parsers.draft import TaskData


def row(task: TaskData, zone: str) -> Row:
    """Return the columns of `tasks`."""
    return {
        "description": task.description,
        **day_or_instant("due", task.due, zone),
        "zone": zone,
        "assignee": task.assignee,
        "recurrence": task.recurrence,
    }


EXECUTOR = Executor("task", row)
