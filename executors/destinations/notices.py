"""What Toque tells somebody of its own accord, in their language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MANY: Final = "many"
"""So many reactions came in a minute that the last ones have to wait."""
SENT_OUT: Final = "sent_out"
"""A rule that makes no item is calling somebody."""
CALLED_BACK: Final = "called_back"
"""The reaction was taken back, and whoever was called is told so."""

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    MANY: {
        "en": "That was a lot of reactions in a short time. I have noted all of them and will work them off.",
        "es": "Fueron muchas reacciones en poco tiempo. Las anoté todas y las iré atendiendo.",
        "pt": "Foram muitas reações em pouco tempo. Anotei todas e vou dar conta delas.",
        "fr": "Cela fait beaucoup de réactions en peu de temps. Je les ai toutes notées et je les traite l’une après "
        "l’autre.",
        "it": "Sono state tante reazioni in poco tempo. Le ho annotate tutte e le smaltirò una dopo l’altra.",
        "de": "Das waren viele Reaktionen in kurzer Zeit. Ich habe alle notiert und arbeite sie ab.",
    },
    SENT_OUT: {
        "en": "📨 On its way: *{rule}*", "es": "📨 En camino: *{rule}*", "pt": "📨 A caminho: *{rule}*",
        "fr": "📨 C’est parti : *{rule}*", "it": "📨 In viaggio: *{rule}*", "de": "📨 Unterwegs: *{rule}*",
    },
    CALLED_BACK: {
        "en": "↩️ Taken back: *{rule}*", "es": "↩️ Retirado: *{rule}*", "pt": "↩️ Retirado: *{rule}*",
        "fr": "↩️ Retiré : *{rule}*", "it": "↩️ Ritirato: *{rule}*", "de": "↩️ Zurückgenommen: *{rule}*",
    },
}  # fmt: skip


def notice(kind: str, language: str) -> str:
    """Return the words of a notice (`pt`, `pt-BR`, `pt_BR`), in English where it is not known in that language."""
    words = _WORDS[kind]
    return words.get(language[:3].rstrip("-_").lower(), words["en"])
