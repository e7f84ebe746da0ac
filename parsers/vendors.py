"""Finds who is paid and for what in the words around an amount: company, person or service, and its category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .draft import Span
from .phrases import Phrase, phrases
from .services import find_companies, find_services, whole_service
from .words import Token


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
    category = services[0].key if services else ""
    run = _company(cut, services, language) or _person(cut, language) or _name(cut, services, language)
    if run:
        first, after, own = run
        span = cut[first].start, cut[after - 1].end
        inside = next((s.key for s in services if first <= s.first and s.after <= after), "")
        outside = next((s.key for s in services if not (first <= s.first and s.after <= after)), "")
        return Payee(text[slice(*span)], span, outside or own or inside or "other", known=True)
    if services:
        first, after = whole_service(cut, services[0], language)
        return Payee(
            _capital(text[cut[first].start : cut[after - 1].end]),
            (cut[first].start, cut[after - 1].end),
            category,
            known=True,
        )
    if guess:
        plain = _plain_noun(cut, language)
        if plain:
            span = cut[plain[0]].start, cut[plain[1] - 1].end
            return Payee(_capital(text[slice(*span)]), span, "other", known=False)
    return None


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _company(cut: Sequence[Token], services: Sequence[Phrase], language: str) -> tuple[int, int, str] | None:
    """Take the known company, with the capitalised words that go on with its name."""
    found = [c for c in find_companies(cut) if not _is_card_brand(c, services)]
    if not found:
        return None
    best = found[0]
    after = best.after
    while (
        after < len(cut)
        and _capitalised(cut[after])
        and cut[after].kind == "word"
        and not _is_word(cut, after, language)
    ):
        after += 1
    if after < len(cut) and cut[after].text == "+" and cut[after].start == cut[after - 1].end:
        after += 1
    return best.first, after, best.key


def _is_card_brand(company: Phrase, services: Sequence[Phrase]) -> bool:
    """Tell "tarjeta Visa Santander" from a bill of Visa's."""
    return any(s.first <= company.first and company.after <= s.after for s in services)


def _is_word(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell a word that belongs to bills in general, or is a service, from a part of a name."""
    return bool(
        phrases(language, "services", "bill_words", "nobody", "kinds", "shared", "totals", "counted").at(cut, at)[0]
    )


def _capitalised(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper()


def _person(cut: Sequence[Token], language: str) -> tuple[int, int, str] | None:
    """Take a titled person (doña Lupe, Dr. Kim's office) or whoever follows "to", "a", "pra"."""
    titles = phrases(language, "person_titles")
    for at, token in enumerate(cut):
        length, _ = titles.at(cut, at)
        after = at + length
        if length and after < len(cut) and cut[after].text == ".":
            after += 1
        if length and after < len(cut) and _capitalised(cut[after]):
            end = _run(cut, after, language)
            medical = token.folded in {"dr", "dra", "doctor", "doctora", "doutor", "doutora"}
            if (
                cut[end - 1].folded.endswith(("'s", "’s"))
                and end < len(cut)
                and cut[end].kind == "word"
                and not phrases(language, "services", "bill_words", "nobody").at(cut, end)[0]
            ):
                end += 1
            return at, end, "health" if medical else ""
    leads = phrases(language, "payee_leads", "pay", "owe")
    for at in range(1, len(cut)):
        articles = phrases(language, "articles").ending(cut[:at])
        if _capitalised(cut[at]) and not _is_word(cut, at, language) and leads.ending(cut[: at - articles]):
            return at, _run(cut, at, language), ""
    return None


def _run(cut: Sequence[Token], first: int, language: str) -> int:
    """Give the place after a run of capitalised words, small joining words between them included."""
    end = first + 1
    while end < len(cut):
        if _capitalised(cut[end]):
            end += 1
        elif (
            end + 1 < len(cut)
            and _joins(cut[end])
            and _capitalised(cut[end + 1])
            and not _begins_service(cut, end + 1, language)
        ):
            end += 2
        elif end + 2 < len(cut) and _joins(cut[end]) and _joins(cut[end + 1]) and _capitalised(cut[end + 2]):
            end += 3
        else:
            break
    return end


def _begins_service(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell the next bill's service after an "and" from the second half of a name."""
    joined = cut[at - 1].text == "&" or phrases(language, "and_").at(cut, at - 1)[0]
    return bool(joined and phrases(language, "services").at(cut, at)[0])


def _joins(token: Token) -> bool:
    return token.folded in {
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "e",
        "do",
        "da",
        "dos",
        "das",
        "of",
        "the",
        "and",
        "&",
        "-",
        "i",
        "d'",
        "l'",
        "du",
        "des",
        "et",
        "les",
        "di",
        "della",
        "dei",
        "dell'",
        "delle",
        "und",
        "von",
        "der",
    }


def _name(cut: Sequence[Token], services: Sequence[Phrase], language: str) -> tuple[int, int, str] | None:
    """Take the name of an establishment, else any capitalised run that is no service, verb or place."""
    for at in range(len(cut)):
        length, category = phrases(language, "establishments").at(cut, at)
        after = at + length
        if (
            length
            and _capitalised(cut[at])
            and after < len(cut)
            and (_capitalised(cut[after]) or _named_on(cut, after))
        ):
            return at, _run(cut, after - 1, language), category
    at = 0
    while at < len(cut):
        if not _capitalised(cut[at]) or _in_place(cut, at, language):
            at += 1
            continue
        end = _run(cut, at, language)
        first = at
        while first < end and (_is_word(cut, first, language) or not _capitalised(cut[first])):
            length = max(phrases(language, "services", "bill_words", "nobody", "kinds").at(cut, first)[0], 1)
            first += length
        last = end
        while last - 1 > first and _is_word(cut, last - 1, language) and not _service_in_name(services, last - 1):
            last -= 1
        if first < last and not _mere_service(cut, first, last, language):
            return first, last, _establishment(cut, first, last, language)
        at = end
    return None


def _named_on(cut: Sequence[Token], at: int) -> bool:
    return at + 1 < len(cut) and _joins(cut[at]) and _capitalised(cut[at + 1])


def _establishment(cut: Sequence[Token], first: int, last: int, language: str) -> str:
    """Give the category that a word within the name tells (Open University)."""
    known = phrases(language, "establishments")
    return next((key for at in range(first, last) for length, key in [known.at(cut, at)] if length), "")


def _service_in_name(services: Sequence[Phrase], at: int) -> bool:
    return any(s.first <= at < s.after for s in services)


def _mere_service(cut: Sequence[Token], first: int, last: int, language: str) -> bool:
    return phrases(language, "services").at(cut[:last], first)[0] == last - first


def _in_place(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell where something is from who is paid: "la casa en Floripa"."""
    before = cut[:at]
    before = before[: len(before) - phrases(language, "articles").ending(before)]
    return bool(phrases(language, "place_leads").ending(before)) and before[-1].folded not in {"at", "@"}


"""A plan is what is paid for ("Plano de saúde"), where a bill only bills it."""


def _plain_noun(cut: Sequence[Token], language: str) -> tuple[int, int] | None:
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
        "counted",
    )
    at = 0
    while at < len(cut):
        if cut[at].kind != "word" or small.at(cut, at)[0] or len(cut[at].text) < 3:  # noqa: PLR2004 - shorter words name nothing
            at += max(small.at(cut, at)[0], 1)
            continue
        end = at + 1
        while end < len(cut) and end - at < 3 and cut[end].kind == "word" and not small.at(cut, end)[0]:  # noqa: PLR2004 - longer is a sentence
            end += 1
        return at, end
    return None
