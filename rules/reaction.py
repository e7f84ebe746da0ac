"""When two emoji are the same reaction, whatever keyboard they were typed on."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

# The same emoji arrives with and without these: they only ask for a colourful or a plain drawing.
_DRAWING = dict.fromkeys((0xFE0E, 0xFE0F))
_TONES = dict.fromkeys(range(0x1F3FB, 0x1F400))

# The longest emoji, two people kissing with tones or a flag of a region, need fewer than half of these.
_LONGEST = 32

_GRAPHEME = regex.compile(r"\X")
_EMOJI = regex.compile(r"\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3")


@lru_cache(maxsize=4096)
def key(emoji: str) -> str:
    """Return the form that two spellings of one emoji share; it keeps the skin tone."""
    return unicodedata.normalize("NFC", emoji).strip().translate(_DRAWING)


@lru_cache(maxsize=4096)
def bare(emoji: str) -> str:
    """Return `key(emoji)` without skin tones; a skin tone that stands alone is left as it is."""
    exact = key(emoji)
    return exact.translate(_TONES) or exact


def is_reaction(text: str) -> bool:
    """Tell whether this is one emoji and nothing else."""
    text = text.strip()
    # Whether a library's list knows the emoji is not asked: new ones come every year.
    return len(text) <= _LONGEST and bool(_GRAPHEME.fullmatch(text)) and bool(_EMOJI.match(text))


def same(rule_emoji: str, typed: str) -> bool:
    """Tell whether a reaction is the one that a rule names: as it stands, or in another skin tone."""
    return key(rule_emoji) == key(typed) or bare(rule_emoji) == bare(typed)
