"""One sum of money and where it stands in a message."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .draft import Span

HUNDREDTH = Decimal("0.01")
_YEARS = range(1900, 2100)


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

    @property
    def may_be_year(self) -> bool:
        """Tell plain digits that are read as a year too."""
        return self.text.isdecimal() and int(self.text) in _YEARS
