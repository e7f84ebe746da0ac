"""The record says who did what as a sentence of the page's language, with values that a person reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from engine.web.words import LANGUAGES, catalogue
from tests.web.api.test_every_write_is_recorded import CASES
from tests.web.scripts import said

ROOT = Path(__file__).parents[2]
MODULES = ("audit/said.js", "audit/difference.js")
ENTRY: dict[str, Any] = {"before": None, "after": None, "titles": {}, "erased_at": None, "connection_id": 1}


def told(entry: dict[str, Any], locale: str = "es-MX") -> dict[str, Any]:
    """Return an entry as the page shows it: its sentence, whereto it leads, and what differs."""
    shown: dict[str, Any] = said(
        """((one, known, of) => ({
            sentence: sentence(one).map((part) => ({ who: "Ana", what: of.text })[part] ?? part).join(""),
            href: of.href,
            differs: differences(one, known).map((each) => `${each.name}: ${each.was} → ${each.now}`),
        }))"""
        + f"({json.dumps(ENTRY | entry)}, KNOWN, thing({json.dumps(ENTRY | entry)}, KNOWN))".replace(
            "KNOWN", '{ "connection:1": "Casa", "account:2": "bob" }'
        ),
        *MODULES,
        locale=locale,
    )
    shown["differs"] = [each.replace("\u00a0", " ") for each in shown["differs"]]
    return shown


def item(**changed: object) -> dict[str, Any]:
    fields = {"amount": "245.50", "currency": "MXN", "due": "2026-12-20", "category": "water"}
    return {
        "id": 3, "connection_id": 1, "kind": "bill", "title": "Agua", "status": "open", "tags": ["water"],
        "done_at": None, "updated_at": "2026-11-22T00:59:18Z", "fields": fields | changed.pop("fields", {}),  # type: ignore[operator]
        **changed,
    }  # fmt: skip


def test_an_item_that_was_paid_is_said_in_a_sentence_and_nothing_more() -> None:
    paid = {
        "action": "item.pay",
        "subject": "item:3",
        "before": item(),
        "after": item(status="done", done_at="2026-11-22T00:59:18Z"),
    }
    assert told(paid) == {"sentence": "Ana marcó «Agua» como pagado", "href": "/items?item=3", "differs": []}
    assert told(paid, "pt-BR")["sentence"] == "Ana marcou “Agua” como paga"
    assert told(paid, "en-GB")["sentence"] == "Ana marked “Agua” as paid"


def test_what_was_changed_in_an_item_is_told_as_the_pages_show_it() -> None:
    after = item(tags=["water", "casa"], fields={"amount": "910.50", "due": "2026-12-24", "category": "electricity"})
    assert told({"action": "item.edit", "subject": "item:3", "before": item(), "after": after})["differs"] == [
        "etiquetas: #agua → #agua #casa",
        "monto: $245.50 MXN → $910.50 MXN",
        "vence: domingo, 20 de diciembre → jueves, 24 de diciembre",
        "concepto: agua → luz",
    ]


def test_an_undone_action_goes_by_what_it_is_about() -> None:
    undone = {
        "action": "action.undo", "subject": "action:41", "before": {"2": "open"}, "after": {"2": "cancelled"},
        "titles": {"2": "CFE"},
    }  # fmt: skip
    assert told(undone) == {
        "sentence": "Ana deshizo «CFE»", "href": "/actions/41", "differs": ["«CFE»: pendiente → deshecho"],
    }  # fmt: skip
    # Where it is not kept any more, its number.
    gone = told(undone | {"titles": {}}, "pt-BR")
    assert gone["sentence"] == "Ana desfez o que uma reação fez"
    assert gone["differs"] == ["o item 2: pendente → desfeito"]


def test_a_change_of_many_says_how_many_and_which() -> None:
    before = {"1": {"status": "open", "due": "2026-12-20"}, "2": {"status": "open", "due": "2026-12-21"}}
    after = {"1": {"status": "open", "due": "2026-12-27"}, "2": {"status": "open", "due": "2026-12-28"}}
    moved = {
        "action": "items.move_due", "subject": "bulk:cb24d34e-f058", "before": before, "after": after,
        "titles": {"1": "Telmex", "2": "Agua"},
    }  # fmt: skip
    shown = told(moved)
    assert (shown["sentence"], shown["href"]) == ("Ana pasó 2 elementos a otro día", None)
    assert shown["differs"][0] == "«Telmex» › vence: domingo, 20 de diciembre → domingo, 27 de diciembre"
    alone = moved | {"before": {"1": before["1"]}, "after": {"1": after["1"]}}
    assert told(alone)["sentence"] == "Ana pasó «Telmex» a otro día"


@pytest.mark.parametrize(
    ("entry", "sentence", "differs"),
    [
        (
            {"action": "rule.disable", "subject": "rule:bill",
             "before": {"state": "on", "version": 1, "rule": {"name": "Bill"}},
             "after": {"state": "off", "version": 2, "rule": {"name": "Bill", "enabled": False}}},
            "Ana desactivó la regla «Pago»", ["versión: 1 → 2"],
        ),
        (
            {"action": "rule.make", "subject": "rule:renta", "after": {
                "id": "renta", "version": 1, "managed_by": "ui", "state": "on",
                "rule": {"id": "renta", "name": "Renta", "parse": "bill"}}},
            "Ana creó la regla «Renta»", ["estado: nada → activa", "se lee como: nada → pagos"],
        ),
        (
            {"action": "connection.set", "subject": "connection:1", "before": {"zone": "UTC", "language": "en"},
             "after": {"zone": "America/Mexico_City", "language": "es"}},
            "Ana cambió los datos del número Casa",
            ["zona horaria: UTC → Ciudad de México", "idioma: inglés → español"],
        ),
        (
            {"action": "account.role", "subject": "account:2", "before": {"role": "viewer", "connections": [1]},
             "after": {"role": "admin", "connections": []}},
            "Ana le dio otro rol a bob", ["rol: Lector → Administrador", "números: Casa → nada"],
        ),
        (
            {"action": "account.role", "subject": "account:2", "before": {"role": "viewer", "connections": []},
             "after": {"role": "viewer", "connections": [1]}},
            "Ana cambió qué números ve bob", ["números: nada → Casa"],
        ),
        (
            {"action": "key.create", "subject": "key:k3v9", "after": {"name": "casa", "scopes": ["items:read"]}},
            "Ana creó la clave casa", ["nombre: nada → casa", "puede: nada → ver elementos, reacciones y sus porqués"],
        ),
        ({"action": "queue.retry", "subject": "queue", "after": {"ids": [1, 2]}},
         "Ana reintentó 2 cosas que habían fallado", ["ids: nada → 1, 2"]),
        ({"action": "person.merge", "subject": "people"}, "Ana dijo que dos personas son una sola: alguien", []),
        ({"action": "strange.thing", "subject": "x:1"}, "Ana cambió algo (strange.thing)", []),
    ],
    ids=lambda one: one["action"] if isinstance(one, dict) else None,
)  # fmt: skip
def test_an_entry_is_a_sentence_with_values_in_words(entry: dict[str, Any], sentence: str, differs: list[str]) -> None:
    shown = told(entry)
    assert shown["sentence"] == sentence
    assert shown["differs"] == differs


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_that_is_recorded_has_its_sentence(language: str) -> None:
    sources = "\n".join(file.read_text() for file in (ROOT / "engine").rglob("*.py"))
    written_down = set(re.findall(r"record\([^\"\n]*\"([a-z]+\.[a-z_]+)\"", sources))
    actions = written_down | {did for did, _, _ in CASES.values()} | {"database.backup", "audit.rotate"}
    assert len(actions) > 30
    assert {one for one in actions if f"record.{one}" not in catalogue(language)["words"]} == set()
