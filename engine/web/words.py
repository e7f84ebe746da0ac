"""The pages in a person's language: Spanish, English or Portuguese, one gettext catalogue of words each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.pofile import read_po
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from executors.destinations.wording import WORDINGS
from executors.destinations.wording.details import PLATFORMS
from executors.destinations.wording.voice import DOLLAR_SIGN, NO_CENTS_WRITTEN, OWN_SIGN

CATALOGUES = Path(__file__).parent / "catalogues"

LANGUAGES = ("es", "en", "pt")
"""As they stand in the switch; each has a file in `catalogues`."""

LOCALES = {"es": "es_MX", "en": "en_GB", "pt": "pt_BR"}
"""How days and hours are written where the server writes them."""

FALLBACK = "en"
COOKIE = "toque_language"


def read(language: str) -> dict[str, dict[str, str]]:
    """Return the words of a language's file by their keys, in the file's order: `words`, and those of each context."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        entries = [entry for entry in read_po(file, locale=language) if entry.id]
    named: dict[str, dict[str, str]] = {"words": {}, "emoji": {}}
    for entry in entries:
        named.setdefault(entry.context or "words", {})[str(entry.id)] = "" if entry.fuzzy else str(entry.string)
    return named


@cache
def catalogue(language: str) -> dict[str, Any]:
    """Return a language's words: those of the pages, and those that the answers have already."""
    answers = WORDINGS[language]
    return {
        "name": (Locale(language).get_display_name() or language).capitalize(),
        **{part: words for part, words in read(language).items() if part in {"words", "emoji"}},
        "language": language,
        "kinds": {kind: asdict(words) for kind, words in answers.kinds.items()},
        "categories": dict(answers.categories),
        "troubles": {code: words.plain for code, words in answers.troubles.items()},
        "platforms": PLATFORMS | {"phone": answers.by_phone},
        "money": {
            "signs": OWN_SIGN, "dollars": sorted(DOLLAR_SIGN), "whole": sorted(NO_CENTS_WRITTEN),
            "none": answers.no_amount,
        },
        "cities": _cities(language),
    }  # fmt: skip


def _cities(language: str) -> dict[str, str]:
    """Return the cities that time zones are named after, where their names do not say it as the language does."""
    cities = {zone: told.get("city") for zone, told in Locale.parse(LOCALES[language]).time_zones.items()}
    return {zone: city for zone, city in cities.items() if city and city != zone.rpartition("/")[2].replace("_", " ")}


async def show(request: Request) -> Response:
    """Answer with a language's words, which a browser keeps and asks after."""
    language = request.path_params["language"]
    if language not in LANGUAGES:
        raise HTTPException(404, f"The pages speak {', '.join(LANGUAGES)}, not {language[:20]!r}.")
    body, tag = _written(language)
    kept = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=kept)
    return Response(body, headers=kept, media_type="application/json")


@cache
def _written(language: str) -> tuple[bytes, str]:
    # The catalogue's order is the order of the emoji in the menu.
    body = json.dumps(catalogue(language), ensure_ascii=False, separators=(",", ":")).encode()
    return body, f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def say(language: str, key: str, **values: object) -> str:
    """Return the words for a key, with what stands in braces filled in; of one thing (`n`) those of `key.one`."""
    known: dict[str, str] = catalogue(language)["words"]
    one = values.get("n") == 1 and f"{key}.one" in known
    words = known[f"{key}.one" if one else key]
    return words.format(**values) if values else words


def language_of(request: Request) -> str:
    """Return the language that was chosen, else the first of the browser's that there is."""
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    return next((code for code in _accepted(request.headers.get("accept-language", "")) if code in LANGUAGES), FALLBACK)


HOMES = {"es": "es_MX", "en": "en_GB", "pt": "pt_BR"}
"""Where a language is spoken as far as the browser does not say; the pages' scripts take the same."""


def locale_of(request: Request) -> Locale:
    """Return how the reader's days and numbers are written: their language as their own country has it."""
    language = language_of(request)
    for tag in request.headers.get("accept-language", "")[:1000].split(","):
        said = tag.partition(";")[0].strip()
        try:
            found = Locale.parse(said, sep="-") if said.lower().startswith(f"{language}-") else None
        except (ValueError, UnknownLocaleError):
            continue
        if found:
            return found
    return Locale.parse(HOMES[language])


def _accepted(header: str) -> Iterator[str]:
    """Yield the languages of an Accept-Language header, the most wanted first, without their countries."""
    wanted = []
    for place, part in enumerate(header[:1000].split(",")):
        tag, _, weight = part.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), place, tag.partition("-")[0].lower()))
        except ValueError:
            continue
    return (tag for weight, _, tag in sorted(wanted) if weight < 0)
