"""How long a text of 4,000 characters takes, whatever somebody pasted."""

from __future__ import annotations

import random
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.reading.messages import Message
from bench.reading.timing import READINGS, processor_time
from parsers import PARSERS
from parsers.jsonl import answer
from parsers.languages import LANGUAGES

LENGTH = 4000


@dataclass(frozen=True, slots=True)
class Long:
    """Milliseconds of processor for the long texts of one language, by parser and kind of text."""

    language: str
    milliseconds: Mapping[str, Mapping[str, float]]

    def median(self, parser: str) -> float:
        """Give the median of all kinds."""
        return statistics.median(self.milliseconds[parser].values())

    def worst(self, parser: str) -> tuple[float, str]:
        """Give the longest time and the kind of text that took it."""
        return max((took, kind) for kind, took in self.milliseconds[parser].items())


def read_long(messages: Sequence[Message]) -> tuple[Long, ...]:
    """Have every parser read every kind of long text in every language; the language is given."""
    rows = []
    for code in LANGUAGES:
        spoken = [m for m in messages if m.language == code]
        if not spoken:
            continue
        texts = long_texts([m.text for m in spoken if m.text.strip()])
        taken = {
            parser: {kind: round(_milliseconds(text, parser, spoken[0]), 2) for kind, text in texts.items()}
            for parser in PARSERS
        }
        rows.append(Long(code, taken))
    return tuple(rows)


def _milliseconds(text: str, parser: str, like: Message) -> float:
    request = like.request(language=like.language) | {"parser": parser}
    # Each reading begins elsewhere in the text, so that nobody remembers it.
    return processor_time(lambda n: answer(request | {"text": text[n : n + LENGTH]}))


def long_texts(texts: Sequence[str]) -> dict[str, str]:
    """Give a few more than 4,000 characters of each kind; `texts` are what the prose is made of."""
    chance = random.Random(4000)  # noqa: S311 - any digits will do, the same ones every time
    digits = "".join(chance.choices("0123456789", k=2 * LENGTH))
    groups = " ".join(digits[n : n + chance.randint(1, 6)] for n in range(0, LENGTH, 4))
    plain = " ".join(" ".join(texts).replace("\n", " ").replace(".", "").split())
    kinds = {
        "prose": ". ".join(texts),
        "one long line": plain,
        "many lines": "\n".join(texts),
        "a word a line": "\n".join(plain.split()),
        "one long word": "".join(c for c in plain if c.isalpha()),
        "digits": digits,
        "groups of digits": groups,
    }
    return {kind: _repeated(text) for kind, text in kinds.items()}


def _repeated(text: str) -> str:
    """Repeat a text until it is a little longer than is read."""
    size = LENGTH + max(READINGS)
    return (text + ("\n" if "\n" in text else " ") * (" " in text or "\n" in text)) * (size // len(text) + 1)
