"""Answers one line of `toque parse --jsonl`: a message and its circumstances in, what it means out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from . import PARSERS
from .draft import BillsData, Circumstances, Data, Draft, ParseError
from .language import Language, detect
from .languages import LANGUAGES
from .money import find_money
from .regions import region
from .times import find_times

_KINDS = {"event": "calendar"}
_BLOCKS = ("times", "money")
_REGION_WEIGHT = 0.6


def answer(request: Mapping[str, object]) -> dict[str, object]:
    """Answer one request; one with bad fields gets `bad_request` and a sentence about what is wrong."""
    asked = request.get("id")
    try:
        text, parser, circumstances, language = _understand(request)
    except ValueError as problem:
        return {"id": asked, "success": False, "error": "bad_request", "message": str(problem)}
    head: dict[str, object] = {"id": asked, "success": True, "language": circumstances.language}
    if parser in _BLOCKS:
        found = find_times(text, circumstances) if parser == "times" else find_money(text, circumstances)
        data = {parser if parser == "times" else "amounts": [_block(x) for x in found]}
        return {**head, "type": parser, "data": data, "spans": {}, "confidence": language.confidence}
    try:
        draft = PARSERS[parser](text, circumstances)
    except ParseError as error:
        return {
            **head,
            "success": False,
            "error": error.code,
            "message": MESSAGES[error.code],
            "partial": {name: _plain(value) for name, value in error.partial.items()},
            "spans": {name: list(span) for name, span in error.spans.items()},
        }
    return {**head, **_drafted(draft)}


MESSAGES = {
    "empty": "There is no text.",
    "no_title": "Nothing is left that could be a title.",
    "no_datetime": "No date or time was found.",
    "no_bill": "No bill was found.",
}


def _drafted(draft: Draft) -> dict[str, object]:
    return {
        "type": _KINDS.get(draft.kind, draft.kind),
        "data": as_json(draft.data),
        "spans": {name: list(span) for name, span in draft.spans.items()},
        "confidence": draft.confidence,
        "doubts": list(draft.doubts),
    }


def as_json(data: Data) -> dict[str, object]:
    """Write the data of a draft in plain JSON values."""
    if isinstance(data, BillsData):
        bills = [{f.name: _plain(getattr(bill, f.name)) for f in fields(bill)} for bill in data.bills]
        return {"bills": bills, "total": _plain(data.total)}
    return {f.name: _plain(getattr(data, f.name)) for f in fields(data)}


def _block(found: object) -> dict[str, object]:
    """Write a time phrase or an amount, without the marks that only the parsers use."""
    hidden = {"sure", "signed"}
    names = [f.name for f in fields(found) if f.name not in hidden]  # type: ignore[arg-type]  # both are dataclasses
    return {name: _plain(getattr(found, name)) for name in names}


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:.2f}"
        case tuple():
            return [_plain(x) for x in value]
        case _:
            return value


def _understand(request: Mapping[str, object]) -> tuple[str, str, Circumstances, Language]:
    """Check a request's fields; a ValueError says which is wrong."""
    text, parser = request.get("text"), request.get("parser")
    if not isinstance(text, str):
        raise ValueError("`text` must be a string")  # noqa: TRY004 - one error for every bad field
    if parser not in (*PARSERS, *_BLOCKS) or not isinstance(parser, str):
        raise ValueError(f"`parser` must be one of {', '.join((*PARSERS, *_BLOCKS))}")
    country, zone = request.get("region", "US"), request.get("tz", "UTC")
    if not isinstance(country, str) or len(country) != len("MX"):
        raise ValueError("`region` must be an ISO 3166 country of two letters")
    return text, parser, *_circumstances(request, text, country, zone)


def _circumstances(
    request: Mapping[str, object], text: str, country: str, zone: object
) -> tuple[Circumstances, Language]:
    try:
        ZoneInfo(str(zone))
    except (ValueError, OSError, KeyError) as problem:
        raise ValueError("`tz` must be an IANA time zone") from problem
    try:
        now = datetime.fromisoformat(str(request.get("now")))
    except ValueError as problem:
        raise ValueError("`now` must be a local ISO 8601 time, such as 2026-01-02T09:00:00") from problem
    said = request.get("lang")
    if said is not None and not isinstance(said, str):
        raise ValueError("`lang` must be an ISO 639-1 code or null")
    language = Language(said, 1.0) if said in LANGUAGES and said else detect(text, prior_of(country))
    return Circumstances(now.replace(tzinfo=None), str(zone), country, language.code), language


def prior_of(country: str) -> dict[str, float]:
    """Weigh the languages that are spoken in a country."""
    return {
        code: _REGION_WEIGHT / (n + 1) for n, code in enumerate(region(country).languages.split()) if code in LANGUAGES
    }
