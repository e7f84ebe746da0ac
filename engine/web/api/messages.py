"""Messages sent by hand: to a chat that is known, no faster than answers go."""

from __future__ import annotations

import math
from dataclasses import asdict
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from engine import messages
from engine.access import Caller
from engine.checkup import NoGateway
from engine.vault import open_vault
from engine.web.access import Refused, needs
from engine.web.api.answers import answer
from engine.web.api.asked import OfNumber, Text, number
from engine.web.api.connecting import at_work
from engine.web.api.declared import may_refuse
from engine.web.api.refusals import said
from engine.web.api.repeated import keep
from engine.web.api.said import Body
from engine.web.api.shapes import messages as shapes
from executors.destinations import NotNow, Permanent

router = APIRouter(prefix="/api/messages", tags=["messages"])

MessagesSend = Annotated[Caller, Depends(needs("messages:send"))]


_LATER = 30.0
"""Seconds after which a gateway that cannot send now is asked again, where it says nothing itself."""


class NewMessage(Body):
    """What to send to whom."""

    to: Annotated[Text, Field(description="A chat's address, a phone number, a name that only one has, or `me`.")]
    text: Annotated[str, Field(min_length=1, max_length=messages.LONGEST, pattern=r"^[^\x00]*\S[^\x00]*$")]


@router.post(
    "", status_code=201, response_model=shapes.SentMessage, summary="Send a message", responses=may_refuse(404, 409)
)
def send_message(request: Request, caller: MessagesSend, wanted: NewMessage, connection: OfNumber = None) -> Response:
    """Send a text to a chat that is known, or to the number's own (`me`); no rule is asked about it.

    Messages of a number keep their distance: 429 says when the next one may go. With an `Idempotency-Key` it is sent
    once, however often it is asked for. Where the sending ended without a word, the same text to the same chat is 409
    once, so that somebody looks into the chat; 503 means that nothing was sent, and may come again.
    """
    with at_work(request) as (site, db):
        of = number(db, caller, connection)
        record = partial(site.audit.record, db, caller)
        try:
            sent = messages.send(db, open_vault(site.settings), site.settings, of, wanted.to, wanted.text, record)
        except messages.TooSoon as fault:
            raise Refused(429, str(fault), {"Retry-After": str(math.ceil(fault.seconds))}) from fault
        except messages.MaybeSent as fault:
            keep(request)
            raise Refused(409, said(fault)) from fault
        except NotNow as fault:
            raise Refused(503, said(fault), {"Retry-After": str(math.ceil(fault.retry_after or _LATER))}) from fault
        except (messages.NotSent, NoGateway, Permanent) as fault:
            raise Refused(409, said(fault)) from fault
    return answer(request, asdict(sent), status=201)
