"""How often the language of a message is found, as typed and with noise in it, and by what margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from bench.reading.messages import Message, has_words
from bench.reading.timing import Took, best_of_three, one_core
from bench.reading.whole import Share
from parsers.jsonl import prior_of
from parsers.language import Language, detect

NOISE = {
    "as typed": "{text}",
    "a URL": "{text} https://example.com/{slug}?ref=share",
    "a hashtag": "{text} #{tag}",
    "emoji": "{text} 🎉🙏🏽😂",
    "a phone number": "{text} +52 55 1234 5678",
    "a mention": "@{name} {text}",
}
"""What is added to a message, one at a time; its words are of another language than the message's."""
MARGINS = (0.0, 0.5, 0.7, 0.9, 0.99, 1.01)
"""Where each band of confidence begins: the share of the likeliest language, all together being 1."""
_ENGLISH = {"slug": "the-best-plans-for-this-weekend", "tag": "goodfriends", "name": "Brooklyn"}
_SPANISH = {"slug": "los-mejores-planes-para-el-domingo", "tag": "buenosamigos", "name": "Guadalupe"}


@dataclass(frozen=True, slots=True)
class Noisy:
    """The messages with one noise: right with what the chat speaks as a prior, and without."""

    noise: str
    with_prior: Share
    without_prior: Share


@dataclass(frozen=True, slots=True)
class Margin:
    """The messages, as typed, whose language was found with a confidence of at least `low` and less than `high`."""

    low: float
    high: float
    with_prior: Share
    without_prior: Share


@dataclass(frozen=True, slots=True)
class Detection:
    """All of it; `told` are the messages of which a word told the language, `untold` the others."""

    messages: int
    noisy: tuple[Noisy, ...]
    margins: tuple[Margin, ...]
    told: Share
    untold: Share
    swayed: Share
    """The messages for which the prior changed what was found, and was right to."""
    by_language: Mapping[str, Share]
    wrong: tuple[str, ...]
    microseconds: Took


def find_languages(messages: Sequence[Message]) -> Detection:
    """Find the language of every message that has words."""
    worded = [m for m in messages if has_words(m.text)]
    found = [_Found(m, _detect(m), detect(m.text)) for m in worded]
    with one_core():
        took = [best_of_three(partial(_detect, m)) for m in worded]
    return Detection(
        len(worded),
        tuple(_with(noise, worded) for noise in NOISE),
        tuple(_within(low, high, found) for low, high in pairwise(MARGINS)),
        Share.of_these([f.right for f in found if f.ours.evidence]),
        Share.of_these([f.right for f in found if not f.ours.evidence]),
        Share.of_these([f.right for f in found if f.ours.code != f.alone.code]),
        {
            code: Share.of_these([f.right for f in found if f.message.language == code])
            for code in dict.fromkeys(m.language for m in worded)
        },
        tuple(f.message.id for f in found if not f.right),
        Took.of(took),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    message: Message
    ours: Language
    """With the prior."""
    alone: Language
    """Without."""

    @property
    def right(self) -> bool:
        return self.ours.code == self.message.language


def _detect(message: Message, spaces: int = 0) -> Language:
    return detect(message.text + " " * spaces, prior_of(message.region))


def noisy(message: Message, noise: str) -> str:
    """Give the text of a message with one noise added."""
    foreign = _SPANISH if message.language == "en" else _ENGLISH
    return NOISE[noise].format(text=message.text, **foreign)


def _with(noise: str, messages: Sequence[Message]) -> Noisy:
    asked = [(m, noisy(m, noise)) for m in messages]
    return Noisy(
        noise,
        Share.of_these([detect(text, prior_of(m.region)).code == m.language for m, text in asked]),
        Share.of_these([detect(text).code == m.language for m, text in asked]),
    )


def _within(low: float, high: float, found: Sequence[_Found]) -> Margin:
    return Margin(
        low,
        min(high, 1.0),
        Share.of_these([f.right for f in found if low <= f.ours.confidence < high]),
        Share.of_these([f.alone.code == f.message.language for f in found if low <= f.alone.confidence < high]),
    )
