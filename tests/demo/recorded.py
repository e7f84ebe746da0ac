"""The bodies recorded from a real Evolution, where this machine has them, and how to compare with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

RECORDED = Path(__file__).resolve().parents[3] / "shared" / "payloads" / "evolution" / "v2.3.7"


def recorded(name: str) -> dict[str, Any]:
    path = RECORDED / f"{name}.json"
    if not path.exists():
        pytest.skip("the recorded bodies are not on this machine")
    return dict(json.loads(path.read_text()))


def shape(value: object) -> object:
    """Return names and kinds; ids, texts and baggage that differ from message to message do not count."""
    if isinstance(value, dict):
        baggage = {"messageContextInfo", "contextInfo"}
        return {name: shape(inner) for name, inner in sorted(value.items()) if name not in baggage}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    if isinstance(value, str) and "@" in value:
        return value.partition("@")[2]
    return type(value).__name__
