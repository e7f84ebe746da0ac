"""Bills: something to pay; the amount may be unknown where only a date was given."""

from __future__ import annotations

from executors.kind import Executor, Row
from parsers.draft import BillData


def row(bill: BillData, zone: str) -> Row:  # noqa: ARG001 - a bill is due on a day, wherever one is
    """Return the columns of `bills`."""
    return {
        "vendor": bill.vendor,
        "amount": bill.amount,
        "currency": bill.currency,
        "due_on": bill.due,
        "category": bill.category,
        "account": bill.account,
        "recurrence": bill.recurrence,
    }


EXECUTOR = Executor("bill", row)
