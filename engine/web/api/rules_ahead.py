"""Look at what rules would do before they do it: check, plan, apply, try a message."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import Field, JsonValue

from engine import long_work, rule_bodies, rulebook, rules_by_hand
from engine.access import Caller
from engine.locale import Preferences, is_zone
from engine.locale import phone as known_phone
from engine.rule_bodies import Looked, Sent
from engine.rules_by_hand import NoSuchRule
from engine.rules_shown import both_sides, plan_as_record
from engine.web.access import Refused
from engine.web.api.answers import answer, check_match
from engine.web.api.asked import (
    IfMatch,
    OfNumber,
    RulesRead,
    RulesWrite,
    Text,
    number,
    written,
)
from engine.web.api.declared import may_refuse
from engine.web.api.jobs import begun
from engine.web.api.refusals import MOST_ERRORS, fault_as_json
from engine.web.api.said import Body, Moment
from engine.web.api.shapes import rules as shapes
from engine.web.api.shapes.jobs import Job
from engine.web.api.yaml import YAML_OR_JSON, document
from engine.web.phrases import each
from engine.web.rule_words import plan_in_words
from engine.web.site import site_of
from engine.web.words import language_of
from rules.book import FaultyRules
from rules.editing import Change, steps_of
from rules.formatting import CannotFormat
from rules.rule import Rule

router = APIRouter(prefix="/api/rules", tags=["rules"])

RuleId = Annotated[str, Field(max_length=200)]
File = Annotated[Sent, Depends(document)]
Prune = Annotated[bool, Query(description="Remove what is managed by hand too, where the file has it not.")]
_AS_SENT = {"requestBody": YAML_OR_JSON}


@router.post("/check", response_model=shapes.CheckedRules, summary="Check rules", openapi_extra=_AS_SENT)
def check_rules(request: Request, caller: RulesRead, sent: File) -> Response:
    """Say all that is wrong with a file of rules or with one rule, and try the examples; nothing is changed."""
    _ = caller
    looked = _looked(request, sent, one_too=True)
    told = map(fault_as_json, looked.faults[:MOST_ERRORS])
    body = {
        "sound": looked.sound, "rules": len(looked.rules), "examples": looked.examples,
        "faults": each(told, ("detail", "suggestion"), language_of(request)),
        "more_faults": max(0, len(looked.faults) - MOST_ERRORS),
        "written": looked.written,
    }  # fmt: skip
    return answer(request, body)


@router.post(
    "/plan", response_model=shapes.Plan, summary="Plan rules", openapi_extra=_AS_SENT,
    responses={202: {"model": Job, "description": "With `days`: the job that tries it on them."}},
)  # fmt: skip
def plan_rules(
    *, request: Request, caller: RulesRead, sent: File, connection: OfNumber = None, prune: Prune = False,
    days: Annotated[int, Query(ge=0, le=3660, description="Try each change on so many days: then it is a job.")] = 0,
    by_hand: Annotated[bool, Query(description="As if these were written by hand: no other is removed.")] = False,
) -> Response:  # fmt: skip
    """Say what applying a file would change: rules that are new, changed and gone, and what is in whose way."""
    rules = _looked(request, sent, overlaps=False, one_too=by_hand).sound_rules()
    with site_of(request).lines.connection() as db:
        of = number(db, caller, connection)
        what, version = rules_by_hand.planned(db, of.id, rules, prune=prune, origin="ui" if by_hand else "file")
    if days and by_hand:
        _misasked("/days", "a plan of what is written by hand is not tried on the past: POST /api/rules/backtest")
    if days:
        asked = {"connection": of.id, "days": days, "rules": rules, "prune": prune}
        return begun(request, caller, of.id, "plan", long_work.plan_rules, asked)
    told = plan_in_words(plan_as_record(what, {}), language_of(request))
    return answer(request, told, tag=f"book{version}")


@router.post(
    "/apply", response_model=shapes.Plan, summary="Apply rules", responses=may_refuse(409, 412), openapi_extra=_AS_SENT
)
def apply_rules(
    *, request: Request, caller: RulesWrite, sent: File, connection: OfNumber = None, prune: Prune = False,
    conflicts_too: Annotated[bool, Query(description="Apply although rules make the same item twice.")] = False,
    if_match: IfMatch = None,
) -> Response:  # fmt: skip
    """Let the rules of a number be those of a file, all of it or nothing; the file manages these rules from then on.

    With If-Match and the ETag of a plan, only where the rules are still those that it was made for.
    """
    rules = _looked(request, sent, overlaps=False).sound_rules()
    with site_of(request).lines.connection() as db:
        of = number(db, caller, connection)
        what, version = rules_by_hand.planned(db, of.id, rules, prune=prune)
        check_match(if_match, f"book{version}", plan_as_record(what, {}))
        if what.blocked and not conflicts_too:
            says_ = "Some rules would make the same item twice. Mend that, or send ?conflicts_too=true"
            errors = [{"pointer": "", "detail": c.says, "suggestion": c.hint} for c in what.conflicts]
            raise Refused(409, says_, errors=errors)
        if what.steps:
            rules_by_hand.apply(db, of.id, what, version, "applied over the API", by=caller.name)
            before, after = both_sides(what)
            subject = f"connection:{of.id}"
            written(request, db, caller, "rules.apply", subject, before=before, after=after, connection=of.id)
    return answer(request, plan_in_words(plan_as_record(what, {}), language_of(request)))


class Edited(Body):
    """A value of a rule to be written anew."""

    path: Annotated[
        str, Field(max_length=200, pattern="^(/[^/]+)+$", description="A JSON Pointer into the rule: `/when/reaction`.")
    ]
    value: Annotated[JsonValue, Field(description="What stands there then; null takes it out.")] = None


class Written(Body):
    """A rule as somebody wrote it, and what is to be changed in it."""

    yaml: Annotated[str, Field(max_length=100_000, description="One rule.")]
    changes: Annotated[list[Edited], Field(max_length=50)] = Field(default_factory=list)


@router.post("/edit", response_model=shapes.EditedRule, summary="Edit YAML")
def edit_yaml(request: Request, caller: RulesRead, written: Written) -> Response:
    """Change single values of a rule's YAML; comments, and what nobody touched, stay. Nothing is saved.

    Without changes it answers with what the YAML says, as JSON.
    """
    _ = caller
    try:
        changes = [Change(steps_of(one.path), one.value) for one in written.changes]
        text, rule, faults = site_of(request).aside.run(rule_bodies.changed, written.yaml, changes)
    except CannotFormat as fault:
        raise Refused(422, f"That cannot be written into this YAML: {fault}. Write it there by hand.") from None
    if faults:
        raise FaultyRules(faults)
    return answer(request, {"yaml": text, "rule": rule})


class Tried(Body):
    """A message, and a reaction to it or none, to be tried without doing anything."""

    text: Annotated[str, Field(max_length=10_000, pattern=r"^[^\x00]+$")]
    emoji: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=40,
            pattern=r"^[^\x00]+$",
            description="Left out: nobody reacts, and it is the message as such that rules look at.",
        ),
    ] = None
    chat: Annotated[
        Text | None, Field(description="`groups`, `direct`, `self`, an address, or a group's name; else a direct chat.")
    ] = None
    from_: Annotated[Text | None, Field(alias="from", description="Phone number of who reacts.")] = None
    at: Annotated[Moment | None, Field(description="When the message was sent, else now.")] = None
    zone: Text | None = None
    language: Literal["es", "en", "pt", "fr", "it", "de"] | None = None
    rules: Annotated[
        str | dict[str, Any] | None,
        Field(description="A file of rules or one rule, as YAML text or JSON."),
    ] = None
    beside: Annotated[
        bool, Field(description="Try these, as if switched on, among the number's others and not in place of them.")
    ] = False


@router.post("/test", response_model=shapes.Decision, summary="Try a message")
def try_message(request: Request, caller: RulesRead, tried: Tried, connection: OfNumber = None) -> Response:
    """Say what a reaction would come to by a number's rules, or by those that are sent; nothing is done."""
    return answer(request, _decided(request, caller, tried, connection, None))


@router.post("/{rule_id}/test", response_model=shapes.Decision, summary="Try one rule", responses=may_refuse(404))
def try_rule(
    request: Request, caller: RulesRead, rule_id: RuleId, tried: Tried, connection: OfNumber = None
) -> Response:
    """Say what a reaction would come to by this rule alone, switched on or not; nothing is done."""
    return answer(request, _decided(request, caller, tried, connection, rule_id))


def _looked(request: Request, sent: Sent, *, overlaps: bool = True, one_too: bool = False) -> Looked:
    return site_of(request).aside.run(partial(rule_bodies.looked_through, overlaps=overlaps, one_too=one_too), sent)


def _decided(
    request: Request, caller: Caller, tried: Tried, connection: int | None, only: str | None
) -> dict[str, Any]:
    """Return a decision; no line to the database is held while strangers' texts are read."""
    if tried.from_ and not known_phone("+" + tried.from_.lstrip("+")):
        _misasked("/from", f"{tried.from_} is no phone number, e.g. +5215512345678")
    if tried.zone and not is_zone(tried.zone):
        _misasked("/zone", f"{tried.zone} is no time zone, e.g. America/Mexico_City")
    home: Preferences | None = None
    rules: tuple[Rule, ...] = ()
    if tried.rules is not None:
        rules = _looked(request, rule_bodies.said(tried.rules), overlaps=False, one_too=True).sound_rules()
    if tried.rules is None or tried.beside or connection is not None or only:
        with site_of(request).lines.connection() as db:
            of = number(db, caller, connection)
            home = Preferences(of.zone, of.region, of.language)
            if tried.rules is None:
                rules = rulebook.read(db, of.id).rules
            elif tried.beside:
                rules = rules_by_hand.beside(db, of.id, rules)
    if only:
        rules = tuple(replace(one, enabled=True) for one in rules if one.id == only)
        if not rules:
            raise NoSuchRule(f"There is no rule {only}.")
    more = {"phone": tried.from_, "at": tried.at, "zone": tried.zone, "language": tried.language, "chat": tried.chat}
    return site_of(request).aside.run(rule_bodies.decided, rules, tried.text, tried.emoji or "", home, more)


def _misasked(pointer: str, says_: str) -> None:
    raise Refused(422, f"Not understood: {pointer[1:]}.", errors=[{"pointer": pointer, "detail": says_}])
