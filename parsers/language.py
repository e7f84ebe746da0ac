"""Tells in which language a message is written, from its letters, its everyday words and what the chat speaks."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from .languages import LANGUAGES
from .words import Token, fold, forms, tokens

_READ = 600
_ELSEWHERE = "en"
_FLOOR, _PRIOR_FLOOR = 0.03, 0.12
_WORD_WEIGHT = 1.6
_ENOUGH_WORDS = 12


@dataclass(frozen=True, slots=True)
class Language:
    """A language, how sure that is (0 to 1), and the words that told."""

    code: str
    confidence: float
    evidence: tuple[str, ...] = ()


def detect(text: str, prior: Mapping[str, float] | None = None) -> Language:
    """Tell the language of a text; `prior` weighs the languages that the chat and its people speak."""
    words = [t for t in tokens(text[:_READ]) if t.kind == "word" and len(t.text) < 40]  # noqa: PLR2004 - no word is longer
    weights = {code: max((prior or {}).get(code, 0.0), 0.0) for code in LANGUAGES}
    best_known = max(weights, key=lambda code: (weights[code], code == _ELSEWHERE))
    if not words:
        return Language(best_known, 0.0)
    told = _evidence(words)
    letters = _by_letters(" ".join(t.text for t in words))
    all_weights = sum(weights.values())
    scores = {
        code: math.log(letters.get(code, 0.0) + _FLOOR) * min(0.4 + 0.1 * len(words), 1.5)
        + _WORD_WEIGHT * min(sum(told[code].values()), _ENOUGH_WORDS)
        + (math.log(weights[code] / all_weights + _PRIOR_FLOOR) if all_weights else 0.0)
        for code in LANGUAGES
    }
    best = max(scores, key=lambda code: scores[code])
    share = sum(math.exp(max(score - scores[best], -50.0)) for score in scores.values())
    return Language(best, round(1 / share, 3), tuple(told[best]))


def _evidence(words: list[Token]) -> dict[str, dict[str, float]]:
    """Weigh the words that are known in few of the languages; written with its accents a word tells more."""
    told: dict[str, dict[str, float]] = {code: {} for code in LANGUAGES}
    for word in words:
        exactly, plainly = _known()
        where = exactly.get(word.low) or plainly.get(word.folded)
        if where and len(where) < len(LANGUAGES):
            for code in where:
                told[code][word.low] = 1 / len(where) * (1.0 if word.low in exactly else 0.6)
    return told


@lru_cache(maxsize=1)
def _known() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """List the words of every language with the languages that have them, as written and without accents."""
    exactly: dict[str, set[str]] = {}
    plainly: dict[str, set[str]] = {}
    for code, vocabulary in LANGUAGES.items():
        calendar = (*vocabulary.months, *vocabulary.weekdays, *vocabulary.days, *vocabulary.numbers, vocabulary.common)
        for listed in (*calendar, *vocabulary.services.values(), vocabulary.openers, vocabulary.politeness):
            for form in forms(listed):
                for word in re.findall(r"[^\W\d_]+", form):
                    exactly.setdefault(word.casefold(), set()).add(code)
                    plainly.setdefault(fold(word), set()).add(code)
    return {w: frozenset(c) for w, c in exactly.items()}, {w: frozenset(c) for w, c in plainly.items()}


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    """Build the detector once, for the languages that can be read."""
    codes = [IsoCode639_1.from_str(code) for code in LANGUAGES]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()


def _by_letters(text: str) -> dict[str, float]:
    found = _detector().compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): value.value for value in found}
