"""Finds who is paid and for what in the words around an amount: company, person or service, and its category."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .draft import Span
from .names import Run, adjacent, capitalised, is_word, name, person
from .phrases import Phrase, phrases
from .services import find_companies, find_services, whole_service
from .words import Token, capital, cut_up


@dataclass(frozen=True, slots=True)
class Payee:
    """Who or what is paid."""

    name: str
    span: Span
    category: str
    known: bool
    """A company, service or person, not just a word that stood beside the amount."""


def find_payee(text: str, cut: Sequence[Token], language: str, *, guess: bool) -> Payee | None:
    """Find the payee in the words of one bill; `guess` from a plain noun where there is an amount."""
    services = list(find_services(cut, language))
    run = _company(cut, services, language) or person(cut, language) or name(cut, services, language)
    if run:
        first, after, own = run
        span = cut[first].start, cut[after - 1].end
        inside = next((s.key for s in services if first <= s.first and s.after <= after), "")
        outside = next((s.key for s in services if not (first <= s.first and s.after <= after)), "")
        if outside and _is_bill_word(cut, services, first, after, language):
            # A "fatura" is a card's bill only where nothing else is.
            outside = own or inside
        return Payee(text[slice(*span)], span, outside or own or inside or "other", known=True)
    if services:
        first, after = whole_service(cut, services[0], language)
        after = _joint(cut, services, after, language)
        span = cut[first].start, cut[after - 1].end
        written = re.sub(r"['’]s$", "", text[slice(*span)])
        return Payee(capital(written), (span[0], span[0] + len(written)), services[0].key, known=True)
    if guess:
        plain = _plain_noun(text, cut, language)
        if plain:
            span = cut[plain[0]].start, cut[plain[1] - 1].end
            return Payee(capital(text[slice(*span)]), span, "other", known=False)
    return None


def document(text: str, start: int, language: str) -> Payee | None:
    """Name a bill by its paper where nothing else names it: "Factura 1023"."""
    for found in phrases(language, "documents").find(cut_up(text)):
        number = re.match(r"\s(?:n[oº°.]{1,2}\s?|#\s?)?\d[\w-]{0,20}(?![.,]\d)", text[found.end :])
        end = found.end + (number.end() if number else 0)
        span = start + found.start, start + end
        return Payee(capital(text[found.start : end]), span, "other", known=False)
    return None


def _joint(cut: Sequence[Token], services: Sequence[Phrase], after: int, language: str) -> int:
    """Give where two services that are one bill end ("gas and electric")."""
    joined = after < len(cut) and (cut[after].text == "&" or phrases(language, "and_").at(cut, after)[0] == 1)
    second = next((s for s in services if s.first == after + 1), None) if joined else None
    return second.after if second else after


def _is_bill_word(cut: Sequence[Token], services: Sequence[Phrase], first: int, after: int, language: str) -> bool:
    outer = next(s for s in services if not (first <= s.first and s.after <= after))
    return phrases(language, "bill_words").at(cut, outer.first)[0] == outer.after - outer.first


def _company(cut: Sequence[Token], services: Sequence[Phrase], language: str) -> Run | None:
    """Take the known company, with the capitalised words that go on with its name."""
    found = [c for c in find_companies(cut) if not _is_card_brand(c, services)]
    if not found:
        return None
    best = found[0]
    after = _without_service(cut, best, language)
    if after < best.after:
        return best.first, after, best.key
    while after < len(cut) and adjacent(cut, after) and capitalised(cut[after]) and not is_word(cut, after, language):
        after += 1
    if after < len(cut) and cut[after].text == "+" and cut[after].start == cut[after - 1].end:
        after += 1
    return best.first, after, best.key


def _without_service(cut: Sequence[Token], company: Phrase, language: str) -> int:
    """Give where a company's name ends, without what it bills for ("Sky broadband", "Vivo fibra")."""
    for after in range(company.first + 1, company.after):
        rest = cut[after : company.after]
        whole = phrases(language, "services", "kinds").at(rest, 0)[0] == len(rest)
        if whole and rest[0].text.islower() and any(c.after == after for c in find_companies(cut[:after])):
            return after
    return company.after


def _is_card_brand(company: Phrase, services: Sequence[Phrase]) -> bool:
    """Tell "tarjeta Visa Santander" from a bill of Visa's."""
    return any(s.first <= company.first and company.after <= s.after for s in services)


_COUNT = re.compile(r"\d\s?\Z")


def _plain_noun(text: str, cut: Sequence[Token], language: str) -> tuple[int, int] | None:
    """Take the plain words that say what the money is for: "900 de la bici"."""
    small = phrases(
        language,
        "nobody",
        "leftovers",
        "articles",
        "bill_words",
        "pay",
        "owe",
        "due",
        "openers",
        "politeness",
        "greetings",
        "totals",
        "shared",
    )
    counted = phrases(language, "counted")
    at = 0
    while at < len(cut):
        # "120 tortillas" counts them; "tortillas 120" says what they cost.
        size = small.at(cut, at)[0] or (
            counted.at(cut, at)[0] if _COUNT.search(text[max(cut[at].start - 2, 0) : cut[at].start]) else 0
        )
        if cut[at].kind != "word" or size or len(cut[at].text) < 3:  # noqa: PLR2004 - shorter words name nothing
            at += max(size, 1)
            continue
        end = at + 1
        while end < len(cut) and end - at < 3 and cut[end].kind == "word" and not small.at(cut, end)[0]:  # noqa: PLR2004 - longer is a sentence
            end += 1
        return at, end
    return None
