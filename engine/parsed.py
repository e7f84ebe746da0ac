"""What a parser read, as the conditions of a rule ask about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from parsers.draft import BillsData, Draft


def facts_of(draft: Draft) -> Mapping[str, tuple[Any, ...]]:
    """Return every field that was read, with each of its values: several where a message holds several bills."""
    whole: dict[str, Any] = {"language": draft.language, "confidence": draft.confidence, "count": 1}
    data = draft.data
    if not isinstance(data, BillsData):
        whole |= asdict(data)
        return {name: values for name, value in whole.items() if (values := _values(value))}
    whole["count"] = len(data.bills)
    whole["total"] = data.total
    amounts = {bill.currency: bill.amount for bill in data.bills if bill.amount is not None}
    if data.total is None and len(amounts) == 1 and len(data.bills) == 1:
        whole["total"] = next(iter(amounts.values()))
    found: dict[str, list[Any]] = {name: list(_values(value)) for name, value in whole.items()}
    for bill in data.bills:
        for name, value in asdict(bill).items():
            found.setdefault(name, []).extend(_values(value))
        found.setdefault("title", []).append(bill.vendor)
    return {name: tuple(values) for name, values in found.items() if values}


def _values(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, tuple | list):
        return tuple(value)
    return () if value is None or value == "" else (value,)
