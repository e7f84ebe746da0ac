"""What numbers look like, and what was found where one was looked at."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment


class Connection(BaseModel):
    """A connected number."""

    id: int
    name: str | None
    gateway: str
    instance: str
    base_url: str | None
    topology: str
    zone: str
    region: str
    language: str
    enabled: bool
    acts_since: Moment
    line_state: str
    line_reason: str | None
    created_at: Moment
    rules: int
    last_heard_at: Moment | None


class Finding(BaseModel):
    """One thing that was looked at."""

    level: Literal["good", "warning", "fault"]
    about: Annotated[
        str,
        Field(
            description="What was looked at: `gateway`, `key`, `instance`, `line`, `storage`, `groups`, `webhook`, "
            "`way`, `heard` or `greeting`."
        ),
    ]
    says: str
    fix: Annotated[str | None, Field(description="What to do.")]


class Looked(BaseModel):
    """What a gateway tells before it is connected."""

    usable: Annotated[bool, Field(description="It can be connected; there may be warnings.")]
    findings: list[Finding]
    owner: Annotated[str | None, Field(description="The address of the linked phone.")]
    line: Annotated[str | None, Field(description="`open`, `connecting` or `close`.")]
    public_url: Annotated[str, Field(description="Where the gateway would post to.")]


class Connected(BaseModel):
    """A number whose gateway posts here."""

    connection: Connection
    repaired: Annotated[bool, Field(description="It was connected already, and has a new secret now.")]
    findings: list[Finding]
    since: Annotated[str, Field(description="For `GET /api/connections/{id}/heard`.")]


class FirstHeard(BaseModel):
    """Whether the first event came."""

    heard: bool
    what: Annotated[
        str | None,
        Field(description="`message`, `reaction`, `reaction taken back`, `edit`, `delete`, `line open`, …"),
    ]
    message_id: str | None
    findings: list[Finding]


class ConnectionTested(BaseModel):
    """Whether a number works."""

    ok: bool
    findings: list[Finding]


class Content(BaseModel):
    """What hangs on a number."""

    items: int
    messages: int
    rules: int


class Removed(BaseModel):
    """What went with a number."""

    removed: Content
    findings: Annotated[list[Finding], Field(description="Whether its gateway still posts.")]


class NumberSending(BaseModel):
    """What a number sends."""

    connection_id: int
    sent_hour: int
    sent_day: int
    waiting: Annotated[int, Field(description="Messages that could go now, but for the send budget.")]
    free_at: Annotated[Moment | None, Field(description="When the next may go; null: at once.")]


class Sending(BaseModel):
    """The send budget, and what was used of it."""

    least_seconds: Annotated[float, Field(description="Least time between two messages of a number.")]
    most_seconds: float
    connections: list[NumberSending]


class Connections(BaseModel):
    """The connected numbers."""

    connections: list[Connection]
