"""The answer to ❓: which reactions work here for this person, and one to try."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from executors.destinations.wording import wording_for
from executors.destinations.wording.harmless import harmless

_MOST = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """One rule that would answer this person here."""

    emojis: tuple[str, ...]
    kinds: tuple[str, ...]
    """What it makes: `task`, `event`, `bill`, `note`."""
    name: str
    example: str | None


def render_help(offers: Sequence[Offer], language: str) -> str:
    """Return the answer; empty where nothing works here, since then nobody is to be written to."""
    if not offers:
        return ""
    words = wording_for(language)
    lines = [words.help.intro]
    for offer in offers[:_MOST]:
        made = [words.kinds[kind].a for kind in offer.kinds if kind in words.kinds]
        emojis = " ".join(offer.emojis)
        a = f" {words.and_} ".join(made) if made else harmless(offer.name, 60)
        lines.append(words.help.line[len(offer.emojis) > 1].format(emojis=emojis, a=a))
    shown = next((offer for offer in offers if offer.example), None)
    if shown and shown.example:
        lines += ["", words.help.try_this.format(example=harmless(shown.example, 120), emoji=shown.emojis[0])]
    return "\n".join(lines)
