"""Money, places and tags on a page are said as a person there says them, and as the answers in the chat do."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

import pytest

from engine.web.words import LANGUAGES, catalogue, read, say
from executors.destinations.wording import WORDINGS
from executors.destinations.wording.voice import Voice
from tests.web.scripts import said

AMOUNTS = [
    ("1250.00", "MXN"), ("-890.50", "MXN"), ("142.5", "GBP"), ("9.99", "USD"), ("187.40", "BRL"), ("1250.00", "EUR"),
    ("150000", "COP"), ("150000.5", "COP"), ("45990", "CLP"), ("5000", "JPY"), ("32.90", "PEN"), ("12345678.90", "CHF"),
]  # fmt: skip


@pytest.mark.parametrize("locale", ["es-MX", "es-ES", "es-CO", "es-AR", "es-CL", "es-PE", "en-GB", "en-US", "pt-BR"])
def test_a_page_writes_money_as_the_answers_in_the_chat_do(locale: str) -> None:
    language, _, region = locale.partition("-")
    voice = Voice.of(language, region, date(2026, 1, 2))
    shown = said(f"{json.dumps(AMOUNTS)}.map(([amount, code]) => money(amount, code))", "kit/words.js", locale=locale)
    # CLDR puts a space behind the sign in Colombia in one year and takes it out in another.
    assert [re.sub(r"\s", "", one) for one in shown] == [
        voice.money(Decimal(each), code).replace(" ", "") for each, code in AMOUNTS
    ]


@pytest.mark.parametrize(
    ("locale", "amount", "currency", "written"),
    [
        ("es-MX", "1250.00", "MXN", "$1,250.00 MXN"),
        ("es-ES", "1250.00", "EUR", "1.250,00 €"),
        ("en-GB", "142.5", "GBP", "£142.50"),
        ("pt-BR", "187.4", "BRL", "R$ 187,40"),
        ("es-MX", None, "MXN", "sin monto"),
    ],
)
def test_money_is_written_as_a_person_there_writes_it(
    locale: str, amount: str | None, currency: str, written: str
) -> None:
    shown = said(f"money({json.dumps(amount)}, {json.dumps(currency)})", "kit/words.js", locale=locale)
    assert shown.replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("locale", "cities"),
    [
        ("es-MX", ["Ciudad de México", "Londres", "Buenos Aires", "UTC", "Etc/GMT+3"]),
        ("pt-BR", ["Cidade do México", "Londres", "Buenos Aires", "UTC", "Etc/GMT+3"]),
        ("en-GB", ["Mexico City", "London", "Buenos Aires", "UTC", "Etc/GMT+3"]),
    ],
)
def test_a_zone_goes_by_its_city_in_the_language_of_the_page(locale: str, cities: list[str]) -> None:
    zones = ["America/Mexico_City", "Europe/London", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+3"]
    assert said(f"{json.dumps(zones)}.map(city)", "kit/words.js", locale=locale) == cities


def test_an_answer_names_the_city_alone() -> None:
    voice = Voice.of("es", "AR", date(2026, 1, 2))
    assert voice.place_of("America/Argentina/Buenos_Aires") == "hora de Buenos Aires"
    assert voice.place_of("America/Mexico_City") == "hora de Ciudad de México"
    assert voice.place_of("UTC") == "UTC"


def test_whoever_types_a_city_means_its_zone() -> None:
    typed = ["ciudad de mexico", "America/Bogota", "são paulo", "Mexico_City", "Narnia"]
    zones = said(f"{json.dumps(typed)}.map(zoneOf)", "kit/zones.js", locale="es-MX")
    assert zones == ["America/Mexico_City", "America/Bogota", "America/Sao_Paulo", "Mexico_City", "Narnia"]


def test_a_tag_of_ours_is_said_in_words_and_one_that_was_typed_stays() -> None:
    tags = '["electricity", "other", "urgente", "credit_card"]'
    assert said(f"tagged({tags})", "kit/words.js", locale="es-MX") == ["luz", "urgente", "tarjeta"]
    assert said(f"tagged({tags})", "kit/words.js", locale="pt-BR") == ["luz", "urgente", "cartão"]


def test_a_tag_of_ours_goes_back_as_it_is_kept_and_the_catch_all_with_it() -> None:
    item = {
        "kind": "note",
        "title": "x",
        "priority": "medium",
        "tags": ["other", "electricity"],
        "fields": {"body": "y"},
    }
    form = '{ elements: { tags: { value: "luz, casa" } } }'
    changed = said(f"changes({json.dumps(item)}, {form})", "kit/fields.js", locale="es-MX")
    assert changed == {"tags": ["other", "electricity", "casa"]}
    same = '{ elements: { tags: { value: "luz" } } }'
    assert said(f"changes({json.dumps(item)}, {same})", "kit/fields.js", locale="es-MX") == {}


def test_where_an_event_is_held_goes_by_the_name_of_its_channel() -> None:
    assert said('["zoom", "phone", "jitsi"].map(platform)', "kit/words.js", locale="es-MX") == [
        "Zoom", "por teléfono", "jitsi",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "one", "none", "many"),
    [
        ("es-MX", "1 elegido", "0 elegidos", "2 elegidos"),
        ("pt-BR", "1 escolhido", "0 escolhidos", "2 escolhidos"),
        ("en-GB", "1 chosen", "0 chosen", "2 chosen"),
    ],
)
def test_of_one_thing_the_words_are_those_of_one(locale: str, one: str, none: str, many: str) -> None:
    said_ = said('[1, 0, 2].map((n) => t("items.chosen", { n }))', "kit/words.js", locale=locale)
    assert said_ == [one, none, many]


def test_the_server_says_one_thing_with_the_words_of_one_too() -> None:
    assert say("es", "how.review", n=1) == "1 lectura por revisar"
    assert say("es", "how.review", n=3) == "3 lecturas por revisar"


@pytest.mark.parametrize(
    ("locale", "states"),
    [
        ("es-MX", ["hecha", "terminado", "pagado", "archivada", "deshecha", "pendiente"]),
        ("pt-BR", ["feita", "encerrado", "paga", "arquivada", "desfeita", "pendente"]),
        ("en-GB", ["done", "over", "paid", "archived", "undone", "open"]),
    ],
)
def test_how_an_item_stands_agrees_with_what_it_is(locale: str, states: list[str]) -> None:
    asked = [["done", kind] for kind in ("task", "event", "bill", "note")] + [["cancelled", "task"], ["open", "bill"]]
    assert said(f"{json.dumps(asked)}.map((one) => statusName(...one))", "kit/words.js", locale=locale) == states


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_calls_a_finished_item_as_the_answers_in_the_chat_do(language: str) -> None:
    for kind, words in WORDINGS[language].kinds.items():
        assert catalogue(language)["words"][f"status.done.{kind}"] == words.finished[0]


TERMS = {
    # What a thing is not called, beside what it is called everywhere: docs/glossary.md.
    "es": {"llave": "clave", "trabajador": "proceso", "importe": "monto", "suceso": "señal", "gateway": "pasarela"},
    "pt": {"Pagamento": "conta", "trabalhador": "processo", "rever": "revisar", "anular": "revogar"},
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(TERMS))
def test_a_thing_has_one_name_on_every_page(language: str) -> None:
    said_ = read(language)["words"]
    for wrong, right in TERMS[language].items():
        found = {key for key, words in said_.items() if re.search(rf"\b{wrong}(?:s|es)?\b", words, re.IGNORECASE)}
        assert not found, right


def test_a_rule_goes_by_its_name_and_the_starter_rules_by_theirs_in_the_language() -> None:
    named = '[ruleNamed("bill"), ruleNamed("renta", "Renta"), ruleNamed("renta")]'
    assert said(named, "kit/words.js", locale="pt-BR") == ["Conta", "Renta", "renta"]
    rules = [{"id": "renta", "name": "Renta", "fired": True, "reason": None}]
    rules += [{"id": "task", "fired": False, "reason": f"left_to:{other}"} for other in ("bill", "renta")]
    told_of = json.dumps([rule | {"version": 1, "checks": []} for rule in rules])
    said_ = "globalThis.document.createElement = () => ({ append(...all) { this.all = all; }, setAttribute() {} })"
    told = said(f"({said_}, JSON.stringify(verdicts({told_of})))", "kit/why.js", locale="es-MX")
    assert "lo hace Pago" in told
    assert "lo hace Renta" in told
