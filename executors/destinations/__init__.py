"""Where word of an item goes after it was written: the chat, a calendar, a webhook."""

from __future__ import annotations


class Permanent(Exception):  # noqa: N818 - it names the decision that the caller takes, not a fault
    """Trying again cannot help: the delivery is a dead letter; the message says why."""


class Unclear(Exception):  # noqa: N818 - as above
    """The request left us and no answer came: a text must not be blindly repeated."""


class NotNow(Exception):  # noqa: N818 - as above
    """Nothing was sent; trying later can help. `retry_after` is in seconds, None where nobody said."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
