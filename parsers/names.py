"""Takes the names of people and places in a message: runs of capitalised words, titled or after a payee's lead."""

from __future__ import annotations

from collections.abc import Sequence

from .languages import LANGUAGES
from .phrases import Phrase, phrases, words_anywhere
from .services import find_services
from .words import Token

Run = tuple[int, int, str]
"""The first token, the one after the last, and the category that the name itself tells."""

_ADJACENT = 2
"""Characters between two words of one name, at most: an amount that stood between them parts it."""
_NAME_GOES_ON = 2
"""Small words that a name has after its first one, at most: more are a sentence."""
_NO_NAME = (
    "leftovers", "articles", "pay", "owe", "due", "settled", "openers", "politeness", "greetings", "belongs",
    "for_whom", "payee_leads", "place_leads", "and_", "or_", "copulas", "prices",
)  # fmt: skip
"""What says something of a name, and is no part of it."""
_FOR_SOMEBODY = frozenset({"school", "insurance", "phone", "health", "tax", "electricity", "water", "gas", "internet"})
"""Services after whose "of" stands for whom they are; after others stands who does them ("faxina da Cida")."""


def is_word(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell a word that belongs to bills in general, or is a service, from a part of a name."""
    return bool(
        phrases(language, "services", "bill_words", "nobody", "kinds", "shared", "totals", "counted").at(cut, at)[0]
    )


def capitalised(token: Token) -> bool:
    """Tell a word with a capital letter."""
    return token.kind == "word" and token.text[0].isupper()


def adjacent(cut: Sequence[Token], at: int) -> bool:
    """Tell whether a token follows the one before it at once."""
    return cut[at].start - cut[at - 1].end <= _ADJACENT


def person(cut: Sequence[Token], language: str) -> Run | None:
    """Take a titled person (doña Lupe, Dr. Kim's office) or whoever follows "to", "a", "pra"."""
    titles = phrases(language, "person_titles")
    for at in range(len(cut)):
        length, _ = titles.at(cut, at)
        after = at + length
        if length and after < len(cut) and cut[after].text == ".":
            after += 1
        if length and after < len(cut) and capitalised(cut[after]):
            end = _run(cut, after, language)
            if (
                cut[end - 1].folded.endswith(("'s", "’s"))
                and end < len(cut)
                and cut[end].kind == "word"
                and not phrases(language, "services", "bill_words", "nobody").at(cut, end)[0]
            ):
                end += 1
            return at, end, phrases(language, "establishments").at(cut[:after], at)[1]
    leads = phrases(language, "payee_leads", "pay", "owe")
    for at in range(1, len(cut)):
        articles = phrases(language, "articles").ending(cut[:at])
        # Where every noun has a capital, "für die Konzertkarte" says what for, not who.
        noun = bool(articles) and LANGUAGES[language].nouns_capitalised
        if (
            capitalised(cut[at])
            and not noun
            and not (is_word(cut, at, language) or _whose(cut, at, language))
            and leads.ending(cut[: at - articles])
        ):
            return at, _run(cut, at, language), ""
    return None


def _run(cut: Sequence[Token], first: int, language: str) -> int:
    """Give the place after a run of capitalised words, small joining words between them included."""
    end = first + 1
    while end < len(cut) and adjacent(cut, end):
        if capitalised(cut[end]):
            end += 1
        elif (
            end + 1 < len(cut)
            and _joins(cut[end])
            and capitalised(cut[end + 1])
            and not _begins_service(cut, end + 1, language)
        ):
            end += 2
        elif end + 2 < len(cut) and _joins(cut[end]) and _joins(cut[end + 1]) and capitalised(cut[end + 2]):
            end += 3
        else:
            break
    return end


def _begins_service(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell the next bill's service after an "and" from the second half of a name."""
    joined = cut[at - 1].text == "&" or phrases(language, "and_").at(cut, at - 1)[0]
    return bool(joined and phrases(language, "services").at(cut, at)[0])


def _joins(token: Token) -> bool:
    return token.text in {"&", "-"} or token.folded in words_anywhere("name_joiners")


def name(cut: Sequence[Token], services: Sequence[Phrase], language: str) -> Run | None:
    """Take the name of an establishment, else any capitalised run that is no service, verb or place."""
    for at in range(len(cut)):
        length, category = phrases(language, "establishments").at(cut, at)
        after = at + length
        goes_on = length and after < len(cut) and adjacent(cut, after)
        # "carrozzeria Rossi" is a name too, where what follows has the capital.
        if goes_on and (capitalised(cut[after]) or (capitalised(cut[at]) and _named_on(cut, after))):
            end = _without_paper_words(cut, after, _run(cut, after - 1, language), language)
            return _begin(cut, at, language), end, category
    at = 0
    while at < len(cut):
        if not capitalised(cut[at]) or _in_place(cut, at, language) or _whose(cut, at, language):
            at += 1
            continue
        end = _run(cut, at, language)
        first = at
        while first < end and (is_word(cut, first, language) or not capitalised(cut[first])):
            length = max(phrases(language, "services", "bill_words", "nobody", "kinds").at(cut, first)[0], 1)
            first += length
        last = end
        while last - 1 > first and is_word(cut, last - 1, language):
            if _ends_name(cut, services, last - 1, language):
                break
            last -= 1
        bare = last - first == 1 and phrases(language, "articles").at(cut, first)[0] == 1
        if bare or (last - at == 1 and services and _opens_sentence(cut, at, services, language)):
            at = end
            continue
        if first < last and not _mere_service(cut, first, last, language):
            return first, _goes_on(cut, last, language), _establishment(cut, first, last, language)
        at = end
    return None


def _goes_on(cut: Sequence[Token], after: int, language: str) -> int:
    """Give where a name ends whose capital is only the message's: "Coca cola", "Burger king", as if all were small.

    It goes on with plain words up to where something else stands, an amount say; "Ana regalo" is of Ana all the same.
    """
    if after != 1 or phrases(language, "given_names").at(cut, 0)[0]:
        return after
    end = after
    while end < len(cut) and adjacent(cut, end):
        if cut[end].kind != "word" or not cut[end].text.islower() or end - after == _NAME_GOES_ON:
            return after
        if is_word(cut, end, language) or phrases(language, *_NO_NAME).at(cut, end)[0]:
            return after
        end += 1
    return end


def _begin(cut: Sequence[Token], at: int, language: str) -> int:
    """Give where a name begins whose kind of business stands inside ("Bright Studio LLC")."""
    while at and adjacent(cut, at) and capitalised(cut[at - 1]) and not is_word(cut, at - 1, language):
        at -= 1
    return at


def _without_paper_words(cut: Sequence[Token], after: int, end: int, language: str) -> int:
    """Leave out the next line of a paper, which may only say "Gesamtbetrag"."""
    papers = phrases(language, "bill_words", "totals", "due")
    while end - 1 > after and cut[end - 2].kind == "word" and papers.at(cut, end - 1)[0]:
        end -= 1
    return end


def _opens_sentence(cut: Sequence[Token], at: int, services: Sequence[Phrase], language: str) -> bool:
    """Tell a word with a capital that begins a sentence ("Confirmando o aluguel", "Qualquer dúvida …") from a name."""
    if at + 1 >= len(cut) or not adjacent(cut, at + 1) or not cut[at + 1].text.islower():
        return False
    later = at > 0 and (not adjacent(cut, at) or cut[at - 1].text == ".") and services[0].first < at
    return later or bool(phrases(language, "articles").at(cut, at + 1)[0])


def _whose(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell the one for whom a service is ("colegiatura de Sofi", "Tom's tuition") from who is paid."""
    if cut[at].low.endswith(("'s", "’s")) and at + 1 < len(cut) and not capitalised(cut[at + 1]):
        return bool(phrases(language, "services").at(cut, at + 1)[0])
    before = _without_articles(cut[:at], language)
    given = bool(phrases(language, "given_names").at(cut, at)[0])
    if given and at and phrases(language, "services").at(cut, at - 1)[0] == 1:
        return find_services(cut[:at], language)[-1].key in _FOR_SOMEBODY
    if not phrases(language, "belongs", "for_whom").ending(before) or cut[at].text.isupper():
        return False
    if _establishment(cut, at, _run(cut, at, language), language):
        return False
    whole = [s for s in find_services(before, language) if s.after == len(before) - 1]
    return bool(whole) and whole[0].key in _FOR_SOMEBODY


def _without_articles(before: Sequence[Token], language: str) -> Sequence[Token]:
    return before[: len(before) - phrases(language, "articles").ending(before)]


def _named_on(cut: Sequence[Token], at: int) -> bool:
    return at + 1 < len(cut) and _joins(cut[at]) and capitalised(cut[at + 1])


def _establishment(cut: Sequence[Token], first: int, last: int, language: str) -> str:
    """Give the category that a word within the name tells (Open University)."""
    known = phrases(language, "establishments")
    return next((key for at in range(first, last) for length, key in [known.at(cut, at)] if length), "")


def _ends_name(cut: Sequence[Token], services: Sequence[Phrase], at: int, language: str) -> bool:
    """Tell a service or a kind of business within a name (Torrent Power, Discovery Health)."""
    return bool(phrases(language, "establishments").at(cut, at)[0]) or any(s.first <= at < s.after for s in services)


def _mere_service(cut: Sequence[Token], first: int, last: int, language: str) -> bool:
    return phrases(language, "services").at(cut[:last], first)[0] == last - first


def _in_place(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell where something is from who is paid: "la casa en Floripa"."""
    before = _without_articles(cut[:at], language)
    return bool(phrases(language, "place_leads").ending(before)) and not phrases(language, "payee_leads").ending(before)
