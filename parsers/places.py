"""Finds where an event is, in the world or on a channel (Zoom, phone …)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .draft import Span
from .languages import LANGUAGES
from .marks import Label, Marked
from .phrases import phrases
from .spans import Cover
from .words import Token, tokens

_PLACE_WORDS = 9
_BEFORE_VENUE = frozenset({",", "\n", "-", "–", "—", "(", ".", "|"})
_ABBREVIATION = 5
_HOSTS: Mapping[str, str] = {
    "zoom.us": "zoom", "meet.google.com": "meet", "teams.microsoft.com": "teams", "teams.live.com": "teams",
    "wa.me": "whatsapp", "call.whatsapp.com": "whatsapp", "chat.whatsapp.com": "whatsapp",
}  # fmt: skip


def platform(text: str, links: Iterable[Marked], language: str) -> Marked | None:
    """Find the channel: a name after "on", "por", "via", or the host of a link."""
    cut = tokens(text)
    names = phrases(language, "platforms")
    leads = phrases(language, "channel_leads")
    articles, alone = phrases(language, "articles"), phrases(language, "channels_alone")
    for found in names.find(cut):
        before = cut[: found.first]
        before = before[: len(before) - articles.ending(before)]
        length = leads.ending(before)
        if length and not _used_up(before, length):
            return Marked(found.key, (found.start, found.end), (before[-length].start, found.end))
        if alone.at(cut, found.first)[0] == found.after - found.first:
            first_word = not any(t.kind == "word" for t in cut[: found.first])
            taken = (found.start, found.start) if first_word else (found.start, found.end)
            return Marked(found.key, (found.start, found.end), taken)
    for link in links:
        host = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.value.casefold())
        for name, channel in _HOSTS.items():
            if re.match(rf"(?:[\w-]+\.)?{re.escape(name)}(?:/|$)", host):
                return Marked(channel, link.span, link.taken)
    return None


def _used_up(before: Sequence[Token], length: int) -> bool:
    return len(before) < length


def location(text: str, busy: Cover, labelled: Sequence[Label], language: str) -> Marked | None:
    """Find the place: a labelled line, else what stands after "at", "en", "no" and the like."""
    for label in labelled:
        if label.field == "where":
            start, end = label.span
            link = re.search(r"https?://", text[start:end])
            end = start + link.start() if link else end
            name = text[start:end].strip(" \t.,;")
            if name:
                return Marked(name, (start, start + len(name)), label.line)
    cut = tokens(text)
    leads = phrases(language, "place_leads")
    place = 0
    while place < len(cut):
        length, _ = leads.at(cut, place)
        if length and not busy.holds(*cut[place].span):
            # "en los" is one lead, but "en Los Panchos" has a name behind its first word.
            of_name = length > 1 and _keeps_article(cut, place + length - 1, language)
            found = _noun_phrase(cut, place + length - of_name, busy, language)
            if found:
                return Marked(text[found[0] : found[1]], found, (cut[place].start, found[1]))
        place += length or 1
    return None


def venue(text: str, busy: Cover, language: str) -> Marked | None:
    """Find a place said without a preposition, right after the time: "sala 2", "Teatro Real", "Gran Teatro"."""
    cut = tokens(text)
    ends = {e for _, e in busy.spans}
    for at in range(1, len(cut)):
        before = at - 1
        while before and cut[before].text in _BEFORE_VENUE and cut[before].end not in ends:
            before -= 1
        if cut[before].end not in ends or busy.holds(*cut[at].span):
            continue
        end = at
        while end < len(cut) and end - at < _PLACE_WORDS and _goes_on(cut, end, at, busy, language):
            end += 1
        whole = end == len(cut) or cut[end].kind in {"line", "url", "tag", "sign"}
        if end > at and whole and _is_venue(cut[at:end], language):
            span = (cut[at].start, cut[end - 1].end)
            return Marked(text[slice(*span)], span, span)
    return None


def _is_venue(name: Sequence[Token], language: str) -> bool:
    """Tell the name of a place from other words: it begins with a kind of place, or has a capital letter and one."""
    venues, articles = phrases(language, "venues"), phrases(language, "articles")
    named = name[0].text[0].isupper() and any(venues.at([t], 0)[0] for t in name)
    kind = venues.at(name, 0)[0] and not articles.at(name, 0)[0]
    return len(name) > 1 and bool(named or kind)


def _noun_phrase(cut: Sequence[Token], first: int, busy: Cover, language: str) -> Span | None:
    """Read the name of a place up to where something else begins."""
    if first < len(cut) and _is_article(cut, first, language) and not _keeps_article(cut, first, language):
        first += 1
    end = first
    while end < len(cut) and end - first < _PLACE_WORDS and _goes_on(cut, end, first, busy, language):
        end += 1
    small = phrases(language, "leftovers")
    while end > first and (
        (cut[end - 1].kind == "sign" and cut[end - 1].text not in ")+") or small.at([cut[end - 1]], 0)[0]
    ):
        end -= 1
    if end == first or cut[first].kind not in {"word", "number", "elision"}:
        return None
    excluded = phrases(language, "not_places").at(cut, first)[0] and not _is_of_a_name(cut, first)
    if excluded or (cut[first].kind == "number" and end - first == 1):
        return None
    return cut[first].start, cut[end - 1].end


def _is_article(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell an article from the same word in the place of a noun ("en lo de Fede", "en la de Juan")."""
    whose = at + 1 < len(cut) and phrases(language, "belongs").at(cut, at + 1)[0]
    return phrases(language, "articles").at(cut, at)[0] == 1 and not whose


def _keeps_article(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell an article that belongs to a name ("en La Térmica") from that of a sentence ("en la oficina")."""
    return LANGUAGES[language].articles_in_names and _is_of_a_name(cut, at)


def _is_of_a_name(cut: Sequence[Token], at: int) -> bool:
    shouted = cut[at].text.isupper() and len(cut[at].text) > 1
    return cut[at].text[0].isupper() and not shouted and at + 1 < len(cut) and cut[at + 1].text[0].isupper()


def _goes_on(cut: Sequence[Token], at: int, first: int, busy: Cover, language: str) -> bool:
    token = cut[at]
    if busy.holds(*token.span) or token.kind in {"line", "url", "mention", "tag", "email"}:
        return False
    if token.kind == "sign":
        return _sign_inside(cut, at, language)
    stops = phrases(language, "place_stops", "with_", "politeness")
    # "Restaurant Zum Löwen", "restaurant Le Comptoir": the small word has a capital, as the name after it has.
    small = phrases(language, "articles", "place_leads", "payee_leads").at(cut, at)[0] and _is_of_a_name(cut, at)
    if at > first and stops.at(cut, at)[0] and not small:
        joins = phrases(language, "and_").at(cut, at)[0] and at + 1 < len(cut)
        return bool(
            joins
            and cut[at - 1].text[:1].isupper()
            and cut[at + 1].text[:1].isupper()
            and not busy.holds(*cut[at + 1].span)
        )
    return True


def _sign_inside(cut: Sequence[Token], at: int, language: str) -> bool:
    """Tell a sign within a name or an address from one that ends it."""
    token = cut[at]
    after = cut[at + 1] if at + 1 < len(cut) else None
    if after is None or after.kind == "line":
        return False
    if token.text in {"-", "&", "/", "#", "º", "°", "'", "’"}:
        return (after.kind in {"word", "number"} and token.text != "-") or after.start == token.end
    if token.text == "." and cut[at - 1].kind == "number":
        return bool(phrases(language, "calendar_names").at(cut, at + 1)[0])
    if token.text == ".":
        return cut[at - 1].kind == "word" and len(cut[at - 1].text) < _ABBREVIATION and after.kind in {"word", "number"}
    if token.text == ",":
        return after.kind == "number" or bool(phrases(language, "numbered").at(cut, at + 1)[0])
    return False
