"""What the answers look like, for the description of the API."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from engine.access import Role
from engine.web.api.asked import Kind, Status

Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
When = Annotated[str, Field(description="A day, `2026-01-15`, or an hour of it with its offset.")]


class Fault(BaseModel):
    """One thing to put right."""

    pointer: Annotated[str, Field(description="Where, as a JSON Pointer; empty for the whole.")]
    detail: str
    severity: Literal["error", "warning"] | None = None
    line: int | None = None
    column: int | None = None
    suggestion: Annotated[str | None, Field(description="What was probably meant.")] = None


class Problem(BaseModel):
    """Why there is no better answer (RFC 9457)."""

    type: Annotated[str, Field(description="Where it says what this kind of problem means.")]
    title: str
    status: int
    detail: Annotated[str, Field(description="What went wrong and what to do, for people.")]
    instance: Annotated[str, Field(description="The address that was asked.")]
    trace_id: Annotated[str, Field(description="The request, as the log names it.")]
    errors: list[Fault] | None = None
    current: Annotated[Any, Field(description="What stands there now, where If-Match said otherwise.")] = None
    missing_scope: Annotated[str | None, Field(description="The scope that the caller lacks.")] = None


class TaskFields(BaseModel):
    """What a task has."""

    due: When | None
    description: str | None
    assignee: str | None
    recurrence: str | None


class EventFields(BaseModel):
    """What an event has."""

    start: When | None
    end: When | None
    duration_minutes: int | None
    location: str | None
    platform: str | None
    url: str | None
    attendees: list[str] | None
    recurrence: str | None


class BillFields(BaseModel):
    """What a bill has; an amount is text, to the cent."""

    vendor: str | None
    amount: str | None
    currency: str | None
    due: When | None
    category: str | None
    account: str | None
    recurrence: str | None


class NoteFields(BaseModel):
    """What a note has."""

    body: str | None


class Someone(BaseModel):
    """Who is meant by a name in the fields."""

    address: str
    name: str | None
    person_id: int | None


class Item(BaseModel):
    """A task, an event, a bill or a note."""

    id: int
    connection_id: int
    kind: Kind
    title: str
    status: Status
    flags: list[str]
    priority: str
    tags: list[str]
    message_id: str
    chat: str
    rule_id: str
    rule_version: int
    follows: Annotated[int | None, Field(description="The item whose next turn this is.")]
    confidence: float
    spans: Annotated[dict[str, Any], Field(description="Where in the text each field was read: from, to.")]
    created_at: Moment
    updated_at: Moment
    done_at: Moment | None
    fields: TaskFields | EventFields | BillFields | NoteFields
    repeats: Annotated[str | None, Field(description="How often, in the language of who asks.")]
    people: dict[str, Someone]


class ItemWithText(Item):
    """An item with the message that it was read from, where that is still kept."""

    text: str | None


class Items(BaseModel):
    """A page of items."""

    items: list[Item]
    next_cursor: str | None


class Total(BaseModel):
    """What the bills of a month and a currency come to."""

    month: Annotated[str | None, Field(description="`2026-01`; null for bills of no day.")]
    currency: str
    amount: Annotated[str, Field(description="Text, to the cent.")]
    bills: Annotated[int, Field(description="So many, with those whose amount is not known.")]


class Totals(BaseModel):
    """What bills come to, the months in order."""

    totals: list[Total]


class Done(BaseModel):
    """What became of an item."""

    item: Item
    changed: Annotated[bool, Field(description="False where everything was so already.")]
    next: Annotated[Item | None, Field(description="The next one of its series, made or taken back with it.")]


class Action(BaseModel):
    """What became of a reaction."""

    id: int
    connection_id: int
    message_id: str
    address: str
    revision: int
    emoji: str | None
    outcome: str
    error: str | None
    explanation: dict[str, Any]
    heard_at: Moment
    took_ms: float
    created_at: Moment
    chat: str | None
    text: Annotated[str | None, Field(description="The message, while it is kept.")]


class Actions(BaseModel):
    """A page of actions."""

    actions: list[Action]
    next_cursor: str | None


class Undone(BaseModel):
    """What changed when an action was taken back."""

    items: list[Item]


class InWords(BaseModel):
    """A rule in the language of who asks."""

    name: str
    does: Annotated[str, Field(description="What it does, in a sentence.")]
    who: Annotated[str, Field(description="Whose reaction sets it off, or whose message.")]
    where: Annotated[str, Field(description="In which chats.")]


class Rule(BaseModel):
    """A rule that a number has."""

    connection_id: int
    id: str
    version: Annotated[int, Field(description="Raised by every change; the ETag.")]
    managed_by: Literal["file", "ui"]
    state: Annotated[str, Field(description="`on`, `off`, `shadow`, or `waits` for what is not supported yet.")]
    updated_at: Moment
    rule: Annotated[dict[str, Any], Field(description="The rule as it stands in a file.")]
    in_words: InWords


class Rules(BaseModel):
    """A page of rules."""

    rules: list[Rule]
    next_cursor: str | None


class Version(BaseModel):
    """One version of a rule."""

    version: int
    at: Moment
    because: str | None
    changed_by: Annotated[str | None, Field(description="Who, where that is known.")]
    managed_by: Literal["file", "ui"] | None
    changes: list[str]
    rule: dict[str, Any] | None
    yaml: Annotated[str | None, Field(description="As it was written, with its comments; else as it would be.")]


class Versions(BaseModel):
    """The versions of a rule, the newest first."""

    versions: list[Version]


class EditedRule(BaseModel):
    """A rule's YAML after a change."""

    yaml: str
    rule: Annotated[Any, Field(description="What it says, as JSON; null where it says nothing.")]


class CheckedRules(BaseModel):
    """What is wrong with rules."""

    sound: bool
    rules: int
    examples: Annotated[int, Field(description="Examples that were tried.")]
    faults: list[Fault]
    written: Annotated[Any, Field(description="Of one rule: what it says, as JSON. Null of a file of several.")]


class Plan(BaseModel):
    """What applying rules changes."""

    steps: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]
    pending: bool


class Job(BaseModel):
    """Long work, how far it is, and what it found."""

    id: str
    connection_id: int
    caller: Annotated[str, Field(description="Who asked for it: `account:3`, `key:k3v9x2ab`, `machine`.")]
    kind: Literal["backtest", "plan", "queue.retry", "queue.discard", "queue.restore"]
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    done: int
    total: Annotated[int | None, Field(description="How much there is to try; null: that is not known yet.")]
    answer: Annotated[dict[str, Any] | None, Field(description="What it found, once it is done.")]
    error: Annotated[str | None, Field(description="Why it failed.")]
    created_at: Moment
    finished_at: Moment | None


class Jobs(BaseModel):
    """A page of jobs, without what they found."""

    jobs: list[Job]
    next_cursor: str | None


class Answered(BaseModel):
    """The answer that would be sent."""

    to: str
    text: str


class Decision(BaseModel):
    """What a reaction would come to."""

    language: str
    rules: list[dict[str, Any]]
    drafts: list[dict[str, Any]]
    failures: list[dict[str, Any]]
    skipped: list[dict[str, Any]]
    locale: dict[str, str]
    answer: Answered | None


class Waiting(BaseModel):
    """What is left in the queue."""

    due: int
    held: Annotated[int, Field(description="In the hands of a worker.")]
    later: int
    due_since: Moment | None


class Work(BaseModel):
    """An item of the queue; how the message begins that it is about is for whoever may see items."""

    connection_id: int
    id: int
    event_type: str
    event_data: dict[str, Any]
    kind: Annotated[str, Field(description="`settle`, `deliver`, `ask`, `reminder`, or what a rule sends out.")]
    attempts: int
    reason: Annotated[str | None, Field(description="Why it failed last, as a code.")]
    created_at: Moment
    last_failed_at: Moment | None
    chat: str | None
    emoji: str | None
    message_id: str | None
    title: Annotated[str | None, Field(description="Of the item that it would remind of.")]
    snippet: str | None
    who: str | None
    place: str | None
    own: bool | None
    ours: bool | None


class Waited(Work):
    """What waits, or is in the hands of a worker."""

    priority: str
    lane: Annotated[str | None, Field(description="Of a lane one is in flight at a time.")]
    max_attempts: int
    last_error: str | None
    run_at: Moment
    lease_until: Moment | None
    worker: str | None


class WaitingPage(BaseModel):
    """A page of what waits."""

    waiting: list[Waited]
    next_cursor: str | None


class InWork(BaseModel):
    """What workers hold."""

    in_work: list[Waited]


class QueueCounts(Waiting):
    """How many items of the queue are in which state."""

    dead: int
    discarded: int


class Letter(Work):
    """A dead letter: what failed at every attempt."""

    last_error: str
    finished_at: Moment
    first_failed_at: Moment | None
    discarded_because: str | None
    address: str | None
    outcome: Annotated[str | None, Field(description="What its reaction came to before.")]
    explanation: dict[str, Any] | None
    rules: list[str]


class Letters(BaseModel):
    """A page of dead letters, with what waits besides."""

    letters: list[Letter]
    waiting: Waiting
    next_cursor: str | None


class Handled(BaseModel):
    """The ids of what was done."""

    ids: list[int]


class LetterCount(BaseModel):
    """How many dead letters of a kind a number has."""

    connection_id: int
    kind: str
    letters: int


class Bulked(BaseModel):
    """What became of many dead letters."""

    dry_run: bool
    touched: int
    counts: list[LetterCount]
    until: Annotated[Moment, Field(description="When this was looked at: what fails later can be kept out by it.")]
    letters: Annotated[list[Letter], Field(description="The first hundred.")]
    ids: Annotated[list[int], Field(description="What was done; empty in a dry run.")]


class Unstuck(BaseModel):
    """What hung, and what of it was given back."""

    stuck: list[dict[str, Any]]
    given_back: list[int]


class DoubtfulDraft(BaseModel):
    """An item that a reading in doubt would make."""

    rule: str
    version: int
    step: int
    position: int
    kind: Kind
    title: str
    priority: str
    tags: list[str]
    fields: dict[str, Any]
    zone: str
    language: str
    confidence: float
    spans: Annotated[dict[str, Any], Field(description="Where in the text each field was read: from, to.")]
    people: dict[str, str]
    remind: list[dict[str, str]]
    repeats: Annotated[str | None, Field(description="How often, in the language of who asks.")]


class Review(BaseModel):
    """A reading in doubt."""

    connection_id: int
    id: Annotated[int, Field(description="Of the action that came to it: /api/actions/{id} explains it.")]
    message_id: str
    address: Annotated[str, Field(description="Who reacted.")]
    revision: int
    emoji: str | None
    heard_at: Moment
    text: str | None
    sent_at: Moment | None
    chat: str
    place: Annotated[str | None, Field(description="What the chat is called.")]
    author: str | None
    who: Annotated[str | None, Field(description="What whoever wrote it is called.")]
    reactor: Annotated[str | None, Field(description="What whoever reacted is called.")]
    own: Annotated[bool, Field(description="Whether the number's owner wrote it.")]
    zone: Annotated[str | None, Field(description="By whose clock days and hours are read.")]
    language: str | None
    rule_id: str
    rule_version: int
    read: dict[str, Any]
    spans: dict[str, Any]
    confidence: Annotated[float | None, Field(description="Null for what was read by an older version.")]
    asked: Annotated[float | None, Field(description="How sure the rule wants to be.")]
    doubts: Annotated[list[str], Field(description="What speaks against it.")]
    drafts: list[DoubtfulDraft]


class Reviews(BaseModel):
    """A page of readings in doubt."""

    reviews: list[Review]
    next_cursor: str | None


class Waits(BaseModel):
    """How many readings in doubt wait."""

    waiting: int


class Made(BaseModel):
    """The items that were made."""

    items: list[Item]


class KeptExample(BaseModel):
    """What became of a correction that was to be an example of its rule."""

    kept: bool
    holds: Annotated[bool | None, Field(description="Whether the rule reads it so already.")]
    says: Annotated[str | None, Field(description="Why it was not kept.")]
    yaml: Annotated[str, Field(description="To paste under the rule's examples.")]


class Corrected(Made):
    """The items that were made of a reading that was put right."""

    example: KeptExample | None


class BulkEdit(BaseModel):
    """What a change of many items did, or would do."""

    id: Annotated[str | None, Field(description="Undoes it: POST /api/items/bulk/{id}/undo. Null in a dry run.")]
    dry_run: bool
    touched: int
    left_alone: Annotated[int, Field(description="Meant too, and so already.")]
    items: Annotated[list[Item], Field(description="The first hundred, as they are now.")]


class BulkUndone(BaseModel):
    """What of a change of many items was taken back."""

    undone: list[int]
    kept: Annotated[list[int], Field(description="Something happened to them since.")]


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


class SentMessage(BaseModel):
    """A message that was sent."""

    connection_id: int
    chat: str
    message_id: str


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


class Home(BaseModel):
    """Where somebody is at home."""

    zone: str
    language: str
    region: str


class Person(BaseModel):
    """Somebody, by everything they are called."""

    connection_id: int
    id: int | None
    name: str | None
    addresses: list[str]
    is_owner: bool
    zone: str | None
    language: str | None
    region: str | None
    calls_themselves: str | None
    heard_at: Moment | None
    effective: Annotated[Home, Field(description="Where they are taken to be: what was set, else their number.")]


class People(BaseModel):
    """A page of people."""

    people: list[Person]
    next_cursor: str | None


class Joined(BaseModel):
    """A person after a change, and what is settled again for it."""

    person: Person
    settled_again: Annotated[int, Field(description="Reactions; 0 in a dry run.")]
    dry_run: bool
    messages: Annotated[int, Field(description="To which both have reacted: these are looked at again.")]
    items: Annotated[int, Field(description="That are open and came of these; of each message one remains.")]


class Chat(BaseModel):
    """A chat, and what is set for it."""

    connection_id: int
    addresses: list[str]
    name: str | None
    zone: str | None
    language: str | None
    messages: int
    heard_at: Moment | None
    subject: Annotated[str | None, Field(description="What a group calls itself, where a rule asked.")]
    members: Annotated[int | None, Field(description="People of a group, where a rule asked.")]
    with_whom: str | None


class Chats(BaseModel):
    """A page of chats."""

    chats: list[Chat]
    next_cursor: str | None


class Kept(BaseModel):
    """How much there is of a person."""

    messages: int
    texts: Annotated[int, Field(description="Messages of which the words are still kept.")]
    edits: int
    reactions: int
    items: int
    items_of_others: Annotated[int, Field(description="That others made of what they wrote.")]
    explanations: int
    groups: int
    rules: Annotated[list[str], Field(description="That name them; these are changed by hand.")]


class Forgotten(BaseModel):
    """Whether somebody was forgotten, and how much there was."""

    dry_run: bool
    kept: Kept


class AnalysisNamed(BaseModel):
    """Statistics there are."""

    name: str
    about: str


class Analyses(BaseModel):
    """The statistics there are."""

    analytics: list[AnalysisNamed]


class Analysis(BaseModel):
    """The rows of statistics."""

    name: str
    rows: list[dict[str, Any]]


class Me(BaseModel):
    """Who asks."""

    kind: Literal["machine", "account", "key", "cli"]
    name: str
    role: str | None
    account_id: int | None
    key_id: str | None
    scopes: list[str]
    connections: Annotated[list[int] | None, Field(description="Null: all, also those still to come.")]
    csrf_token: Annotated[str | None, Field(description="For the header X-CSRF-Token, with a login.")]


class Account(BaseModel):
    """Somebody who may log in."""

    id: int
    name: str
    role: Role
    disabled_at: Moment | None
    created_at: Moment
    connections: Annotated[list[int] | None, Field(description="Those that it sees; null: all.")]
    seen_at: Moment | None
    keys: int
    state: Literal["active", "disabled"]


class Accounts(BaseModel):
    """A page of accounts."""

    accounts: list[Account]
    next_cursor: str | None


class Invited(BaseModel):
    """A link that makes one account."""

    url: str
    role: Role
    connections: list[int]
    days: int


class Key(BaseModel):
    """An API key, without its secret."""

    id: str
    prefix: Annotated[str, Field(description="Its beginning, which may be shown to anybody.")]
    name: str
    scopes: list[str]
    account_id: int | None
    account: str | None
    created_at: Moment
    expires_at: Moment | None
    last_used_at: Annotated[Moment | None, Field(description="To the minute.")]
    revoked_at: Moment | None
    connections: Annotated[list[int] | None, Field(description="Limited to these; null: those of its account, or all.")]
    state: Literal["active", "expired", "revoked", "account disabled"]


class NewKey(Key):
    """An API key as it is made."""

    key: Annotated[str, Field(description="All of it, shown only now.")]


class Keys(BaseModel):
    """A page of API keys."""

    keys: list[Key]
    next_cursor: str | None


class Entry(BaseModel):
    """What somebody did."""

    position: int
    at: Moment
    actor: Annotated[str, Field(description="`account:3`, `key:k3v9x2ab`, `cli:maria` or `machine`.")]
    actor_name: str | None
    action: str
    subject: str
    connection_id: int | None
    before: Any
    after: Any
    erased_at: Annotated[Moment | None, Field(description="When what was before and after was erased.")]
    titles: Annotated[dict[str, str], Field(description="Of a change of several items: what they are called, by id.")]


class Entries(BaseModel):
    """A page of what was done."""

    entries: list[Entry]
    next_cursor: str | None


class BrokenLink(BaseModel):
    """Where the chain is broken first."""

    position: int
    says: str


class Verified(BaseModel):
    """What came of following the chain."""

    ok: bool
    entries: int
    erased: int
    end: Annotated[str, Field(description="Its end: kept elsewhere, it tells later whether the chain was cut off.")]
    broken: BrokenLink | None


class Worst(BaseModel):
    """The one thing to do something about first."""

    code: Annotated[str, Field(description="`fine` where there is none.")]
    name: Annotated[str, Field(description="The number that it is about.")]
    n: int
    since: Moment | None
    seconds: float
    remedy: Annotated[str | None, Field(description="What to type against it.")]


class LineNow(BaseModel):
    """A connected number, and how its line is."""

    id: int
    title: str
    state: Annotated[str, Field(description="`open`, `close`, `connecting`, `silent`, `paused`, `heard` or `unknown`.")]
    last_heard_at: Moment | None


class NumbersNow(BaseModel):
    """Four numbers, each with how it went, the oldest first."""

    waiting_seconds: float
    waited: Annotated[list[float], Field(description="The longest wait, by minutes of the last hour.")]
    a_minute: int
    minutes: list[int]
    success: Annotated[float | None, Field(description="Of the last day; null where nothing was asked.")]
    hours: list[float | None]
    review: Annotated[int, Field(description="Readings in doubt that wait; 100 is as many and more.")]
    doubts: list[int]


class Now(BaseModel):
    """How things are."""

    sentence: str
    problem: Worst
    lines: list[LineNow]
    numbers: NumbersNow
    newest: Moment | None
