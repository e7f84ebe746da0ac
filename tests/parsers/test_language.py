from __future__ import annotations

import pytest

from bench.reading.messages import load
from parsers.language import code_of, detect

SHORT = [
    ("es", "comprar leche"),
    ("es", "reunión lunes"),
    ("es", "cena viernes"),
    ("es", "llevar al perro al veterinario"),
    ("es", "renta 8500"),
    ("en", "pay rent"),
    ("en", "call mom"),
    ("en", "dentist tomorrow"),
    ("en", "Netflix due 5th"),
    ("pt", "comprar pão"),
    ("pt", "conta vence hoje"),
    ("pt", "jantar sexta"),
    ("pt", "pagar boleto"),
    ("pt", "aluguel 1500"),
]


@pytest.mark.parametrize(("language", "text"), SHORT)
def test_two_words_are_enough(language, text):
    assert detect(text).code == language


@pytest.mark.parametrize("language", ["es", "pt"])
def test_the_chats_language_decides_what_two_languages_share(language):
    assert detect("pagar luz", {language: 0.8, "en": 0.2}).code == language


def test_a_clear_text_outweighs_the_chats_language():
    assert detect("Can you send me the slides before the meeting?", {"es": 1.0}).code == "en"


@pytest.mark.parametrize("text", ["", "😀 123", "https://example.com/hola #mañana @Ana"])
def test_without_words_it_is_the_likeliest_language_or_english(text):
    assert (detect(text).code, detect(text, {"pt": 0.6, "es": 0.4}).code) == ("en", "pt")


def test_links_and_tags_tell_nothing():
    assert detect("call the office https://ejemplo.com/factura-de-la-luz #mañana #reunión").code == "en"


def test_the_evidence_is_what_told():
    assert "amanhã" in detect("reunião amanhã").evidence


@pytest.mark.parametrize("prior", [None, {"es": 3.0}, {"en": 2.0, "es": 1.0}, {"pt": 2.0, "fr": 4.0}])
def test_asked_only_for_the_code_it_says_what_it_says_when_it_is_asked_for_everything(
    prior: dict[str, float] | None,
) -> None:
    texts = [text for _, text in SHORT] + [message.text for message in load()]
    assert [code_of(text, prior) for text in texts] == [detect(text, prior).code for text in texts]
