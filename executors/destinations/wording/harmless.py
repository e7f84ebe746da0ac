"""Text from a chat, made safe to stand inside a message of ours."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Look-alikes: a zero-width character beside the sign would not reliably stop WhatsApp from formatting.
_LOOK_ALIKES: Final = str.maketrans({"*": "∗", "~": "∼", "`": "ˋ"})
# An underscore inside a word (`ana_lopez@x.mx`) formats nothing and is worth copying as it is.
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_JOINERS: Final = "\u200c\u200d"
"""The invisible characters that families of emoji and some scripts are spelled with."""
_MOST_MARKS: Final = 4
"""More accents than this on one letter are there to overrun the lines above and below."""


def harmless(text: str, limit: int) -> str:
    """Return `text` on one line of at most `limit` characters, with nothing in it that formats or turns around."""
    kept: list[str] = []
    marks = 0
    # What is cut away need not be cleaned: a message may have 65,536 characters.
    for char in text[: limit * 8]:
        category = unicodedata.category(char)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category == "Cs":
            kept.append("�")
        elif category in {"Cc", "Zl", "Zp", "Zs"}:
            kept.append(" ")
        elif marks <= _MOST_MARKS and (category not in {"Cf", "Cn", "Co"} or char in _JOINERS):
            kept.append(char)
    line = " ".join("".join(kept).split()).strip(_JOINERS)
    return clip(_UNDERSCORE.sub("ˍ", line.translate(_LOOK_ALIKES)), limit)


def clip(text: str, limit: int) -> str:
    """Cut `text` after a whole word, with dots, where it is longer than `limit`."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    words, _, last = head.rpartition(" ")
    if words and not text[limit - 1].isspace() and len(last) <= limit // 3:
        head = words
    return head.rstrip(" ,;:.-–·" + _JOINERS + "\ufe0f") + "…"
