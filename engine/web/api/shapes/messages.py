"""What a message that was sent looks like."""

from __future__ import annotations

from pydantic import BaseModel


class SentMessage(BaseModel):
    """A message that was sent."""

    connection_id: int
    chat: str
    message_id: str
