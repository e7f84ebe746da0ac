"""Whole messages read right, the language found by ourselves: how many, how quickly, and how sure we were of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bench.reading.messages import Answer, Message, right
from bench.reading.timing import Took, best_of_three, one_core
from parsers import PARSERS
from parsers.jsonl import answer
from parsers.languages import LANGUAGES

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
"""Where each band of confidence begins."""
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Share:
    """How many are right of how many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """Give the share that is right; of none, all."""
        return self.right / self.of if self.of else 1.0

    @classmethod
    def of_these(cls, marks: Sequence[bool]) -> Share:
        """Count."""
        return cls(sum(marks), len(marks))


@dataclass(frozen=True, slots=True)
class Wholes:
    """The messages of one language, or of all: right by parser and together, and how long one takes."""

    language: str
    by_parser: Mapping[str, Share]
    all: Share
    microseconds: Took


@dataclass(frozen=True, slots=True)
class Band:
    """The drafts whose confidence is at least `low` and less than `high`, or (the last band) up to it."""

    low: float
    high: float
    drafts: Share


@dataclass(frozen=True, slots=True)
class Reliability:
    """What confidence is worth: the drafts by band of confidence and by doubt, and all that we were sure of."""

    bands: tuple[Band, ...]
    doubts: Mapping[str, Share]
    undoubted: Share
    sure: Share


@dataclass(frozen=True, slots=True)
class Readings:
    """All of it, and the ids of the messages that were read wrong."""

    rows: tuple[Wholes, ...]
    reliability: Reliability
    wrong: tuple[str, ...]


def read_all(messages: Sequence[Message]) -> Readings:
    """Read every message without being told its language."""
    answers = [_read(m) for m in messages]
    marks = [right(m, got) for m, got in zip(messages, answers, strict=True)]
    with one_core():
        took = [best_of_three(partial(_read, m)) for m in messages]
    rows = []
    for code in (*LANGUAGES, "all"):
        chosen = [one for one in zip(messages, marks, took, strict=True) if code in (one[0].language, "all")]
        if chosen:
            rows.append(_row(code, chosen))
    wrong = tuple(m.id for m, mark in zip(messages, marks, strict=True) if not mark)
    return Readings(tuple(rows), reliability(answers, marks), wrong)


def _read(message: Message, spaces: int = 0) -> Answer:
    return answer(message.request(spaces=spaces))


def _row(code: str, read: Sequence[tuple[Message, bool, float]]) -> Wholes:
    by_parser = {parser: Share.of_these([mark for m, mark, _ in read if m.parser == parser]) for parser in PARSERS}
    return Wholes(code, by_parser, Share.of_these([mark for _, mark, _ in read]), Took.of([took for *_, took in read]))


def reliability(answers: Sequence[Answer], marks: Sequence[bool]) -> Reliability:
    """Sort the drafts by how sure they were and by what was doubtful; what was refused is no draft."""
    drafts = [(got, mark) for got, mark in zip(answers, marks, strict=True) if got["success"]]
    highs = (*BANDS[1:], 1.0)
    bands: list[list[bool]] = [[] for _ in BANDS]
    doubts: dict[str, list[bool]] = defaultdict(list)
    for got, mark in drafts:
        bands[sum(got["confidence"] >= low for low in BANDS) - 1].append(mark)
        for doubt in got["doubts"]:
            doubts[doubt].append(mark)
    return Reliability(
        tuple(Band(low, high, Share.of_these(kept)) for low, high, kept in zip(BANDS, highs, bands, strict=True)),
        {doubt: Share.of_these(kept) for doubt, kept in sorted(doubts.items(), key=lambda x: -len(x[1]))},
        Share.of_these([mark for got, mark in drafts if not got["doubts"]]),
        Share.of_these([mark for got, mark in drafts if got["confidence"] >= SURE]),
    )
