"""What a claim costs by itself: its plan, the buffers that it touches, and its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg

from engine.watermark import Watermark
from sql import query
from sql.parameters import records

_CLAIM = {"event_type": "settle", "n": 100, "worker": "bench", "lease": 30.0, "marks": records(Watermark().rows())}
"""The first claim of a worker: it looks from the beginning of the queue, as one does every few seconds."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A claim of a hundred reactions as PostgreSQL carried it out."""

    finds: str
    """How it finds them: its nodes from the outer to the inner ones."""
    sorts: bool
    buffers: int
    finding: int
    """Buffers touched before anything is written."""
    ms: float

    def __str__(self) -> str:
        """Return it in a line."""
        sort = "with a sort" if self.sorts else "no sort"
        return f"{self.finds}; {sort}; {self.finding:,} buffers to find, {self.buffers:,} in all; {self.ms:.2f} ms"


def claim(url: str) -> Plan:
    """Carry a claim out, several times so that everything is in memory, and take each back."""
    with psycopg.connect(url) as db:
        plans = [_explained(db) for _ in range(4)]
    return min(plans, key=lambda plan: plan.ms)


def _explained(db: psycopg.Connection[Any]) -> Plan:
    ((found,),) = db.execute(f"explain (analyze, buffers, format json) {query('queue.claim')}", _CLAIM).fetchall()
    db.rollback()
    root = found[0]["Plan"]
    limit = next(node for node in _nodes(root) if node["Node Type"] == "Limit")
    finds = [_said(node) for node in _nodes(limit) if node["Node Type"] not in {"Function Scan", "Result"}]
    sorts = any("Sort" in node["Node Type"] for node in _nodes(root))
    return Plan(" → ".join(finds), sorts, _buffers(root), _buffers(limit), found[0]["Execution Time"])


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for inner in node.get("Plans", ()):
        yield from _nodes(inner)


def _said(node: dict[str, Any]) -> str:
    index = node.get("Index Name")
    return f"{node['Node Type']} ({index})" if index else str(node["Node Type"])


def _buffers(node: dict[str, Any]) -> int:
    return int(node["Shared Hit Blocks"] + node["Shared Read Blocks"])
