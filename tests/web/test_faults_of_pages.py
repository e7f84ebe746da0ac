"""What goes wrong between a page and the server is said in the page's language, also where the server says nothing."""

from __future__ import annotations

import pytest

from tests.web.scripts import said
from tests.web.served import Web

TRY = "act('POST', '/api/items/1/complete').then(() => 'done', (fault) => [fault.message, fault.status ?? null])"
AWAY = {
    "es-MX": "Toque no responde. Inténtalo de nuevo en un momento.",
    "pt-BR": "O Toque não responde. Tente de novo daqui a pouco.",
    "en-GB": "Toque does not answer. Try again in a moment.",
}


@pytest.mark.parametrize("locale", sorted(AWAY))
def test_a_server_that_is_away_is_told_in_the_language_of_the_page(locale: str) -> None:
    away = "globalThis.fetch = async () => { throw new TypeError('Failed to fetch'); }"
    assert said(f"({away}, {TRY})", "kit/act.js", locale=locale) == [AWAY[locale], None]


def test_an_answer_of_something_in_between_that_is_no_json_has_a_sentence_too() -> None:
    proxy = (
        "globalThis.fetch = async () => ({ ok: false, status: 502, statusText: 'Bad Gateway',"
        " json: async () => JSON.parse('<html>') })"
    )
    told = said(f"({proxy}, {TRY})", "kit/act.js", locale="es-MX")
    assert told == ["Algo salió mal. Inténtalo de nuevo; si sigue así, el log del servidor dice más.", 502]


@pytest.mark.parametrize(
    ("method", "address", "body", "status", "words"),
    [
        ("PATCH", "/api/tasks/7", {"due": "mañana"}, 422, "No se entiende: vence."),
        ("POST", "/api/items/7/complete", None, 404, "El elemento 7 ya no está."),
        ("POST", "/api/people/preferences", {"address": "nadie"}, 404, "Aquí nadie tiene la dirección nadie."),
        ("POST", "/api/items/bulk", {"action": "tag", "ids": [1]}, 422, "No se entiende: lo que se mandó."),
        ("GET", "/api/connections/9", None, 404, "No hay ningún número 9."),
        ("GET", "/nirgends", None, 404, "Aquí no hay nada."),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("connection")
def test_what_a_person_does_wrong_is_told_in_spanish(  # noqa: PLR0917 - a line of the table
    web: Web, method: str, address: str, body: object, status: int, words: str
) -> None:
    answer = web.client.request(method, address, json=body, headers={"Accept-Language": "es", "If-Match": "*"})
    assert (answer.status_code, answer.json()["detail"]) == (status, words)
