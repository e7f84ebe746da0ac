"""The rules of a number: list, make, replace, switch, go back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import psycopg
from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import Field

from engine import rule_bodies, rulebook, rules_by_hand
from engine.access import Caller
from engine.rule_bodies import Looked, Sent
from engine.rulebook import Why
from engine.rules_by_hand import Kept
from engine.rules_shown import as_record, says, version_as_record
from engine.web.access import Refused
from engine.web.api.answers import answer, check_match, insist, page, place_of
from engine.web.api.asked import Asked as Page
from engine.web.api.asked import (
    Db,
    IfMatch,
    OfNumber,
    RulesRead,
    RulesWrite,
    number,
    visible,
    written,
)
from engine.web.api.declared import WRITES, may_refuse
from engine.web.api.said import Body
from engine.web.api.shapes import rules as shapes
from engine.web.api.yaml import YAML, YAML_OR_JSON, document
from engine.web.rule_words import shown, version_in_words
from engine.web.site import site_of
from engine.web.words import language_of

router = APIRouter(prefix="/api/rules", tags=["rules"])

RuleId = Annotated[str, Field(max_length=200)]
File = Annotated[Sent, Depends(document)]
Prune = Annotated[bool, Query(description="Remove what is managed by hand too, where the file has it not.")]
_AS_SENT = {"requestBody": YAML_OR_JSON}


@router.get("", response_model=shapes.Rules, summary="List rules")
def list_rules(request: Request, caller: RulesRead, db: Db, asked: Annotated[Page, Query()]) -> Response:
    """List the rules of every number that one sees, in the order in which they are asked."""
    language = language_of(request)
    there = rules_by_hand.kept_by(db, visible(caller, asked.connection))
    before = place_of(asked.cursor, int) or 0
    rows = list(enumerate(there, 1))[before : before + asked.limit + 1]
    return page(
        request, "rules", rows, asked.limit, shown=lambda row: shown(*row[1], language), place=lambda row: row[0]
    )


@router.post(
    "", response_model=shapes.Rule, status_code=201, summary="Make a rule", responses=may_refuse(409),
    openapi_extra=_AS_SENT,
)  # fmt: skip
def make_rule(request: Request, caller: RulesWrite, sent: File, connection: OfNumber = None) -> Response:
    """Make a rule, as YAML or JSON; it holds from the next reaction on, and is managed by hand."""
    (rule,) = _one_looked(request, sent).sound_rules()
    with site_of(request).lines.connection() as db:
        of = number(db, caller, connection)
        rules_by_hand.lock(db, of.id)
        if any(one.rule.id == rule.id for one in rules_by_hand.kept(db, of.id)):
            raise Refused(409, f"There is a rule {rule.id} already. Replace it: PUT /api/rules/{rule.id}")
        rulebook.save(db, of.id, [rule], origin="ui", why=_why("made", caller, sent))
        now = rules_by_hand.one(db, of.id, rule.id)
        _note(request, db, caller, "rule.make", of.id, now)
    place = {"Location": f"/api/rules/{rule.id}?connection={of.id}"}
    return answer(
        request, shown(of.id, now, language_of(request)), tag=str(now.rule.version), status=201, headers=place
    )


@router.get("/{rule_id}", response_model=shapes.Rule, summary="Read one rule", responses=may_refuse(404))
def read_rule(request: Request, caller: RulesRead, db: Db, rule_id: RuleId, connection: OfNumber = None) -> Response:
    """Show one rule; with `Accept: application/yaml`, as it would stand in a file."""
    of = number(db, caller, connection)
    one = rules_by_hand.one(db, of.id, rule_id)
    if any(kind in request.headers.get("accept", "") for kind in YAML):
        headers = {"ETag": f'"{one.rule.version}"', "Vary": "Accept", "Cache-Control": "private, no-cache"}
        return Response(one.yaml, 200, headers, "application/yaml")
    return answer(request, shown(of.id, one, language_of(request)), tag=str(one.rule.version))


@router.put(
    "/{rule_id}", response_model=shapes.Rule, summary="Replace one rule", responses=may_refuse(404, 409, *WRITES),
    openapi_extra=_AS_SENT,
)  # fmt: skip
def replace_rule(
    *, request: Request, caller: RulesWrite, rule_id: RuleId, sent: File, connection: OfNumber = None,
    take_over: Annotated[bool, Query(description="Also of a file: it is managed by hand from then on.")] = False,
    if_match: IfMatch = None,
) -> Response:  # fmt: skip
    """Let a rule be what is sent, as a new version; what it made stays as it is."""
    looked = _one_looked(request, sent)
    with site_of(request).lines.connection() as db:
        of, was = _held(request, db, caller, connection, rule_id, if_match)
        if was.origin == "file" and not take_over:
            says = "A file manages this rule: change it there, or send ?take_over=true to manage it by hand."
            raise Refused(409, says)
        (rule,) = looked.sound_rules()
        if rule.id != rule_id:
            hint = "leave the id as it is"
            fault = {"pointer": "/id", "detail": f"this is the address of {rule_id}", "suggestion": hint}
            raise Refused(422, "A rule keeps its id: make another, and delete this one.", errors=[fault])
        rulebook.save(db, of, [rule], origin="ui", why=_why("replaced", caller, sent))
        return _after(request, db, caller, "rule.replace", of, was)


@router.delete(
    "/{rule_id}", status_code=204, response_class=Response, summary="Delete one rule",
    responses=may_refuse(404, 409, *WRITES),
)  # fmt: skip
def delete_rule(  # noqa: PLR0917 - what FastAPI gives
    request: Request, caller: RulesWrite, db: Db, rule_id: RuleId, connection: OfNumber = None, if_match: IfMatch = None
) -> Response:
    """Delete a rule; what it made stays, and rolling back brings it again."""
    of, was = _held(request, db, caller, connection, rule_id, if_match)
    rulebook.delete(db, of, rule_id, "deleted over the API", caller.name)
    subject, before = f"rule:{rule_id}", as_record(was)
    written(request, db, caller, "rule.delete", subject, before=before, connection=of)
    return Response(status_code=204)


@router.post("/{rule_id}/enable", response_model=shapes.Rule, summary="Switch on", responses=may_refuse(404, 409, 412))
def enable_rule(  # noqa: PLR0917 - what FastAPI gives
    request: Request, caller: RulesWrite, db: Db, rule_id: RuleId, connection: OfNumber = None, if_match: IfMatch = None
) -> Response:
    """Switch a rule on, from the next reaction on."""
    return _switched(request, db, caller, rule_id, connection, if_match, on=True)


@router.post("/{rule_id}/disable", response_model=shapes.Rule, summary="Switch off", responses=may_refuse(404, 412))
def disable_rule(  # noqa: PLR0917 - what FastAPI gives
    request: Request, caller: RulesWrite, db: Db, rule_id: RuleId, connection: OfNumber = None, if_match: IfMatch = None
) -> Response:
    """Switch a rule off, from the next reaction on; what it made stays."""
    return _switched(request, db, caller, rule_id, connection, if_match, on=False)


@router.get("/{rule_id}/versions", response_model=shapes.Versions, summary="List versions", responses=may_refuse(404))
def rule_versions(
    request: Request, caller: RulesRead, db: Db, rule_id: RuleId, connection: OfNumber = None
) -> Response:
    """List the versions of a rule, the newest first: when, why, and what changed; also of one that was deleted."""
    there = rules_by_hand.history(db, number(db, caller, connection).id, rule_id)
    told = [version_as_record(now, says(before, now)) for before, now in zip([None, *there], there, strict=False)]
    return answer(request, {"versions": [version_in_words(one, language_of(request)) for one in told[::-1]]})


class Back(Body):
    """Which version to go back to."""

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]


@router.post("/{rule_id}/rollback", response_model=shapes.Rule, summary="Go back", responses=may_refuse(404, 412))
def rollback_rule(
    *, request: Request, caller: RulesWrite, db: Db, rule_id: RuleId, back: Back, connection: OfNumber = None,
    if_match: IfMatch = None,
) -> Response:  # fmt: skip
    """Let a rule be again what it was, as a new version; also one that was deleted."""
    of = number(db, caller, connection).id
    rules_by_hand.lock(db, of)
    was = next((one for one in rules_by_hand.kept(db, of) if one.rule.id == rule_id), None)
    if was:
        check_match(if_match, str(was.rule.version), as_record(was))
    rules_by_hand.roll_back(db, of, rule_id, back.version, by=caller.name)
    return _after(request, db, caller, "rule.rollback", of, was, rule_id)


def _why(how: str, caller: Caller, sent: Sent) -> Why:
    return Why(f"{how} over the API", caller.name, None if sent.is_json else sent.text.lstrip("\r\n"))


def _one_looked(request: Request, sent: Sent) -> Looked:
    return site_of(request).aside.run(rule_bodies.one_looked_through, sent)


def _held(  # noqa: PLR0917 - what was asked
    request: Request, db: psycopg.Connection[Any], caller: Caller, connection: int | None, rule_id: str,
    if_match: str | None,
) -> tuple[int, Kept]:  # fmt: skip
    """Return a rule that is to be written, with the book locked; raises where somebody changed it meanwhile."""
    of = number(db, caller, connection).id
    rules_by_hand.lock(db, of)
    was = rules_by_hand.one(db, of, rule_id)
    insist(if_match, str(was.rule.version), shown(of, was, language_of(request)))
    return of, was


def _switched(  # noqa: PLR0917 - what was asked
    request: Request, db: psycopg.Connection[Any], caller: Caller, rule_id: str, connection: int | None,
    if_match: str | None, *, on: bool,
) -> Response:  # fmt: skip
    of = number(db, caller, connection).id
    rules_by_hand.lock(db, of)
    was = rules_by_hand.one(db, of, rule_id)
    check_match(if_match, str(was.rule.version), shown(of, was, language_of(request)))
    rules_by_hand.switch(db, of, rule_id, on=on, by=caller.name)
    return _after(request, db, caller, "rule.enable" if on else "rule.disable", of, was)


def _after(  # noqa: PLR0917 - what was done
    request: Request, db: psycopg.Connection[Any], caller: Caller, did: str, of: int, was: Kept | None,
    rule_id: str | None = None,
) -> Response:  # fmt: skip
    now = rules_by_hand.one(db, of, rule_id or (was.rule.id if was else ""))
    if was is None or was.rule.version != now.rule.version:
        _note(request, db, caller, did, of, now, was)
    return answer(request, shown(of, now, language_of(request)), tag=str(now.rule.version))


def _note(  # noqa: PLR0917 - what was done
    request: Request, db: psycopg.Connection[Any], caller: Caller, did: str, of: int, now: Kept, was: Kept | None = None
) -> None:
    before: Mapping[str, Any] | None = as_record(was) if was else None
    written(request, db, caller, did, f"rule:{now.rule.id}", before=before, after=as_record(now), connection=of)
