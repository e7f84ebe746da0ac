"""Which rules a reaction sets off, and for the others why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from rules.address import phone, same_address
from rules.conditions import KINDS, Check, Facts, checks
from rules.reaction import bare, key, same
from rules.rule import MAKING, By, Condition, Rule, asks_what_was_read

if TYPE_CHECKING:
    from rules.book import Book


Parsed = Callable[[Rule], Mapping[str, tuple[Any, ...]] | None]
"""Gives what a rule's parser reads; None where it cannot read the text."""


GROUP_UNKNOWN = "group_unknown"

_OF_THE_CHAT: dict[By, tuple[str, ...]] = {"members": ("member", "admin"), "admins": ("admin",)}
"""The roles that count for a rule's `by`."""

_DIGITS = 32
"""Of a digest: no two books meet by chance."""

_NONE = ""
"""The emoji of a message that nobody reacted to."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one rule fired.

    `reason` is None where it did, else `emoji`, `message`, `disabled`, `stopped_by:<id>`, `left_to:<id>`, `chat`, `by`
    or `condition`; `group_unknown` where it hangs on the group's name or people, and the gateway has not told of the
    group yet.
    A rule about another emoji, or about messages where somebody reacted, is not looked at any further and carries no
    checks.
    """

    rule: Rule
    fired: bool
    checks: tuple[Check, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Index:
    """Finds the few rules about an emoji without a look at the others."""

    silent: tuple[Verdict, ...]
    """The verdict of every rule, in order, when the reaction is about none of them."""
    by_emoji: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Places of the rules by bare emoji; those about messages under none."""
    exact: frozenset[str] = frozenset()
    """The emoji that enabled rules name, skin tone and all."""
    digest: str = ""
    """The same for books that say the same of a reaction that is about none of their rules."""


def index(rules: tuple[Rule, ...]) -> Index:
    """Build the index of rules that stand in their order."""
    places: dict[str, list[int]] = {}
    for place, rule in enumerate(rules):
        for emoji in dict.fromkeys([_NONE] if rule.message else map(bare, rule.emojis)):
            places.setdefault(emoji, []).append(place)
    silent = tuple(Verdict(rule, fired=False, reason=_about_another(rule)) for rule in rules)
    said = [(one.rule.id, one.rule.version, one.rule.name, one.reason) for one in silent]
    return Index(
        silent=silent,
        by_emoji={emoji: tuple(found) for emoji, found in places.items()},
        exact=frozenset(key(emoji) for rule in rules if rule.enabled for emoji in rule.emojis),
        digest=sha256(repr(said).encode(errors="backslashreplace")).hexdigest()[:_DIGITS],
    )


def _about_another(rule: Rule) -> str:
    if rule.message:
        return "message"
    return "emoji" if rule.emojis else "disabled"


def match(book: Book, facts: Facts, parsed: Parsed = lambda _: None) -> tuple[Verdict, ...]:
    """Hold every rule against the facts, in order, and give a verdict on each."""
    return with_the_others(book, asked(book, facts, parsed))


def with_the_others(book: Book, verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Return the verdicts on all rules of a book in order, from those on the rules about an emoji."""
    known = {(one.rule.id, one.rule.version): one for one in verdicts}
    return tuple(known.get((one.rule.id, one.rule.version), one) for one in book.index.silent)


def asked(book: Book, facts: Facts, parsed: Parsed = lambda _: None) -> tuple[Verdict, ...]:
    """Hold the rules about the emoji against the facts, in order; the others cost nothing.

    Where a text cannot be read, the conditions on what was read are not asked: the rule fires, and whoever reacted
    is told what is missing. Of a message that nobody reacted to nothing is told: there, such a rule does not fire.
    """
    verdicts: list[Verdict] = []
    stopped_by: str | None = None
    done_by: dict[str, str] = {}
    for place in book.index.by_emoji.get(bare(facts.emoji), ()):
        rule = book.rules[place]
        if stopped_by is not None and rule.enabled:
            verdicts.append(Verdict(rule, fired=False, reason=f"stopped_by:{stopped_by}"))
            continue
        other = next((by for step, by in done_by.items() if step in rule.makes or not rule.makes), None)
        if rule.fallback and rule.enabled and other is not None:
            verdicts.append(Verdict(rule, fired=False, reason=f"left_to:{other}"))
            continue
        verdict = _judge(rule, facts, book.index.exact, parsed)
        verdicts.append(verdict)
        # A rule in shadow only watches: it must not keep the others from acting.
        if verdict.fired and not rule.shadow:
            stopped_by = rule.id if rule.stop else None
            done_by |= dict.fromkeys((step.action for step in rule.steps), rule.id)
    return tuple(verdicts)


def _judge(rule: Rule, facts: Facts, exact: frozenset[str], parsed: Parsed) -> Verdict:
    if not rule.enabled:
        return Verdict(rule, fired=False, reason="disabled")
    answers: list[Check] = []
    for reason, check in _questions(rule, facts, exact, parsed):
        answers.append(check)
        if not check.passed:
            return Verdict(rule, fired=False, checks=tuple(answers), reason=reason)
    return Verdict(rule, fired=True, checks=tuple(answers))


def _questions(rule: Rule, facts: Facts, exact: frozenset[str], parsed: Parsed) -> Iterator[tuple[str, Check]]:
    """Ask from the cheapest to the dearest; nothing is asked after the first no."""
    if not rule.message:
        yield "emoji", _emoji_check(rule, facts.emoji, exact)
    if rule.chats:
        unknown = not facts.chat.known and any(map(is_name, rule.chats))
        for check in checks(Condition("chat", (("in", rule.chats),)), facts):
            yield GROUP_UNKNOWN if unknown else "chat", check
    unknown = facts.person.role is None and rule.by in _OF_THE_CHAT
    yield GROUP_UNKNOWN if unknown else "by", _by_check(rule, facts)
    # Reading is dear: what can be known before it is asked first.
    for condition in rule.conditions:
        if not asks_what_was_read(condition):
            for check in checks(condition, facts):
                yield "condition", check
    for check in _asked_of_what_was_read(rule, facts, parsed):
        yield "condition", check


def _asked_of_what_was_read(rule: Rule, facts: Facts, parsed: Parsed) -> Iterator[Check]:
    asked = tuple(filter(asks_what_was_read, rule.conditions))
    # Of messages that nobody reacted to most say nothing of the kind.
    if not asked and not (rule.message and all(step.action in MAKING for step in rule.steps)):
        return
    read = parsed(rule)
    if read is None and rule.message:
        yield Check("parsed", "exists", "something", "nothing that can be read", passed=False)
    elif read is not None:
        known = replace(facts, parsed=read)
        for condition in asked:
            yield from checks(condition, known)


def _emoji_check(rule: Rule, typed: str, exact: frozenset[str]) -> Check:
    """Let a rule that names a skin tone stand back where another rule names the very tone that was typed."""
    wanted = [emoji for emoji in rule.emojis if key(typed) not in exact or key(emoji) in (key(typed), bare(typed))]
    passed = any(same(emoji, typed) for emoji in wanted)
    return Check("emoji", "in", " ".join(rule.emojis), typed, passed)


def _by_check(rule: Rule, facts: Facts) -> Check:
    person = facts.person
    if isinstance(rule.by, tuple):
        passed = any(same_address(wanted, heard) for wanted in rule.by for heard in person.addresses)
        expected = " | ".join(rule.by)
    else:
        passed = person.is_owner or rule.by == "anyone" or person.role in _OF_THE_CHAT.get(rule.by, ())
        expected = rule.by
    actual = "owner" if person.is_owner else " ".join(person.addresses[:1])
    if rule.by in _OF_THE_CHAT and not person.is_owner:
        actual += f" ({person.role or 'nobody has told yet whether a member'})"
    return Check("person", "by", expected, actual, passed)


def is_name(chat: str) -> bool:
    """Tell whether a chat in a rule is named: neither an address nor a word for a kind of chat."""
    return "@" not in chat and phone(chat) is None and chat.casefold().strip() not in KINDS


def hangs_on_the_group(rule: Rule) -> bool:
    """Tell whether a rule needs to know what a group calls itself, or who belongs to it."""
    return rule.by in _OF_THE_CHAT or any(map(is_name, rule.chats))
