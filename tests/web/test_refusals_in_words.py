"""Whatever is refused is told in the language of whoever asks, and none of it was left in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from engine.web.api.refusals import HANDLERS, on_refused, on_went_on, said
from engine.web.phrases import CONTEXTS, in_words
from engine.web.words import read
from tests.web.served import Web

ROOT = Path(__file__).parents[2]
FILLED = "Z9"
PROGRAMS_ONLY = {"hooks.py", "health.py", "mounted.py", "vault.py"}
"""What is refused there is refused to gateways, to probes and at the start of a process."""
REFUSING = {"Refused": 1, "problem": 1, "unavailable": 0}
"""Who is called with a sentence that is told as it is, and at which place it stands."""
FAULTS = {kind.__name__ for kind, handler in HANDLERS.items() if handler in {on_refused, on_went_on}} | {
    "NotSent",
    "MaybeSent",
}
"""What is told without the command to type."""
SAID_LATER = {"says", "says_", "detail"}


def sentences(node: ast.expr | None) -> list[str]:
    """Return what an expression may say, its blanks filled; nothing where that is said elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            some = [sentences(part) or [FILLED] for part in parts]
            return ["".join(each) for each in product(*some)]
        case ast.FormattedValue(value=ast.IfExp(body=one, orelse=other)) | ast.IfExp(body=one, orelse=other):
            return sentences(one) + sentences(other)
        case ast.FormattedValue(value=ast.Attribute(attr="outcome")):
            return ["accepted", "corrected", "rejected"]
        case ast.FormattedValue(value=ast.Call(func=ast.Name(id="_nearest"))):
            return [FILLED, ""]
        case _:
            return []


def refused_in(file: Path) -> Iterator[str]:
    """Yield every sentence with which a file refuses something."""
    fields_too = {"api", "fields.py"}
    for node in ast.walk(ast.parse(file.read_text())):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in REFUSING and len(args) > REFUSING[name]:
                yield from sentences(args[REFUSING[name]])
            case ast.Call(func=ast.Name(id=name), args=[words, *_]) if name in FAULTS:
                told = {said(Exception(each)) for each in sentences(words)}
                yield from sorted(told - {"."})
            case ast.Call(func=ast.Attribute(attr="__init__"), args=[words]) if file.name == "actions.py":
                yield from (said(Exception(each)) for each in sentences(words))
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in SAID_LATER and "web" in file.parts:
                yield from sentences(value)
            case ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"), args=[value])) if fields_too & {*file.parts}:
                yield from sentences(value)
            case _:
                continue


FILES = [
    file for room in ("engine", "executors") for file in sorted((ROOT / room).rglob("*.py"))
    if file.name not in PROGRAMS_ONLY and "cli" not in file.parts and any(refused_in(file))
]  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_whatever_is_refused_has_its_words_in_every_language(file: Path) -> None:
    english = set(refused_in(file))
    for language in ("es", "pt"):
        assert not {each for each in english if _told(each, language) == each}, language


def _told(sentence: str, language: str) -> str:
    """Return a refusal in a language, also where it is said as the end of a sentence."""
    in_it = in_words(sentence, language)
    return in_it if in_it != sentence else in_words(f"{sentence}.", language).removesuffix(".")


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_sentence_has_no_other_blanks_in_a_language_than_in_english(context: str) -> None:
    spanish, portuguese = (read(language)[context] for language in ("es", "pt"))
    assert spanish.keys() == portuguese.keys()
    for english in spanish:
        blanks = set(re.findall(r"\{(\w+)\}", english))
        for words in (spanish[english], portuguese[english]):
            assert words.strip()
            assert set(re.findall(r"\{(\w+)\}", words)) <= blanks, english


@pytest.mark.parametrize(
    ("headers", "words", "language"),
    [
        ({}, "There is no item 7.", "en"),
        ({"Accept-Language": "es-MX,es;q=0.9"}, "El elemento 7 ya no está.", "es"),
        ({"Accept-Language": "es-MX", "Cookie": "toque_language=pt"}, "O item 7 não existe mais.", "pt"),
        ({"Accept-Language": "fr"}, "There is no item 7.", "en"),
    ],
)
def test_an_answer_refuses_in_the_language_of_the_page(
    web: Web, headers: dict[str, str], words: str, language: str
) -> None:
    answer = web.client.get("/api/items/7", headers=headers)
    assert (answer.status_code, answer.json()["detail"]) == (404, words)
    assert answer.headers["content-language"] == language


def test_what_is_not_understood_goes_by_the_name_that_the_page_gives_it(web: Web) -> None:
    spanish = {"Accept-Language": "es"}
    answer = web.client.get("/api/actions?since=31-12-2026", headers=spanish).json()
    assert answer["detail"] == "No se entiende: desde."
    assert answer["errors"][0]["detail"] == "escribe un momento como 2026-01-15T09:30:00Z"


def test_what_somebody_wrote_stays_as_it_is_and_a_long_text_is_not_looked_at() -> None:
    assert (
        in_words("There is no rule {id}\\n$(x). There are: 💳.", "es") == "No hay ninguna regla {id}\\n$(x). Hay: 💳."
    )
    long = "There is no rule " + "x" * 5000 + "."
    assert in_words(long, "es") == long
