"""One sum of money and where it stands in a message."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .draft import Span

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money and where it stands; `sure` where a sign, a word or its writing says that it is money."""

    text: str
    span: Span
    amount: Decimal
    currency: str
    sure: bool = True
    signed: bool = False
    """With a currency said."""
