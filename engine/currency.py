"""In which currency an amount is that names none: the one that its rule says."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from parsers.draft import BillsData, Draft
from parsers.regions import region

_OF_MANY = "$"
"""Stands for the dollars and pesos of many countries."""


def in_currency(draft: Draft, text: str, currency: str, of_region: str) -> Draft:
    """Return a draft whose amounts are in `currency`, except for those that say another one themselves."""
    data = draft.data
    if currency == "auto" or not isinstance(data, BillsData):
        return draft
    home = region(of_region).currency
    bills = tuple(
        replace(bill, currency=currency) if bill.currency == home and not _says_which(draft, text, n) else bill
        for n, bill in enumerate(data.bills)
    )
    one = len({bill.currency for bill in bills if bill.amount is not None}) <= 1
    return replace(draft, data=replace(data, bills=bills, total=data.total if one else None))


def _says_which(draft: Draft, text: str, number: int) -> bool:
    start, end = draft.spans.get(f"bills.{number}.currency", (0, 0))
    return any(c.isalpha() or (unicodedata.category(c) == "Sc" and c != _OF_MANY) for c in text[start:end])
