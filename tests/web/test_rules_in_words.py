"""What the page of rules tells is in the reader's language: why a version is there, what changed, and what is wrong."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from engine.web.phrases import in_words
from engine.web.rule_words import changed, version_in_words
from rules.book import FaultyRules, load
from tests.web.scripts import said
from tests.web.served import Web
from tests.web.test_refusals_in_words import sentences

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("says", "spanish", "portuguese"),
    [
        ("deleted", "eliminada", "excluída"),
        ("do create_task tags + shop", "hace › una tarea › etiquetas: + shop", "faz › uma tarefa › etiquetas: + shop"),
        ("enabled true → false", "activa: sí → no", "ativa: sim → não"),
        ("+ order 5", "+ orden: 5", "+ ordem: 5"),
        ("if parsed.total gte 3000 → 5000", "solo si: parsed.total gte 3000 → 5000",
         "só se: parsed.total gte 3000 → 5000"),
        ("when reaction in another order", "cuándo › reacción: en otro orden", "quando › reação: em outra ordem"),
        ("managed by a file from here on", "desde aquí la gestiona un archivo",
         "daqui em diante um arquivo a gerencia"),
    ],
)  # fmt: skip
def test_what_changed_in_a_rule_is_said_in_words(says: str, spanish: str, portuguese: str) -> None:
    assert (changed(says, "es"), changed(says, "pt"), changed(says, "en")) == (spanish, portuguese, says)


def test_why_a_version_is_there_is_said_in_words() -> None:
    told = {"because": "rolled back to v3", "changes": ("name Bill → CFE",), "version": 4}
    assert version_in_words(told, "es") == {
        "because": "vuelta a la versión 3", "changes": ["nombre: Bill → CFE"], "version": 4,
    }  # fmt: skip
    assert version_in_words(told | {"because": None}, "pt")["because"] is None


@pytest.mark.parametrize("language", ["es", "pt"])
def test_every_reason_of_a_version_has_its_words(language: str) -> None:
    reasons = {"made over the API", "replaced over the API", "deleted over the API", "applied over the API"}
    for file in (ROOT / "engine").rglob("*.py"):
        if "Why(" not in (text := file.read_text()):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Why":
                reasons |= set(sentences(node.args[0])) - {"Z9 over the API"}
    assert len(reasons) > 7
    assert {one for one in reasons if in_words(one, language) == one} == set()


FAULTY = """
version: 1
rules:
  - id: Renta
    when: { reactoin: "🏠", by: nobody }
    parse: bil
    do: [{ create_bill: { tags: 3, remind: [soon] } }]
    order: 99999999
    reply: maybe
"""


def test_what_is_wrong_with_a_rule_is_said_in_words() -> None:
    with pytest.raises(FaultyRules) as faulty:
        load(FAULTY)
    told = [in_words(one.message, "es") for one in faulty.value.faults]
    assert [one.message for one in faulty.value.faults if one.message in told] == []
    assert "clave desconocida: 'reactoin'" in told


# What a rule that somebody writes in the editor can be told; the rest is for files and the command line.
CHECKS = ("source.py", "reading.py", "language.py", "when.py", "asked.py", "outside.py", "shape.py", "book.py")


@pytest.mark.parametrize("name", CHECKS)
def test_every_fault_of_a_rule_has_its_words(name: str) -> None:
    found: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / "rules" / name).read_text())):
        match node:
            case ast.Call(func=ast.Name(id="refusal"), args=[says, *hint]):
                found |= {*sentences(says), *(each for one in hint for each in sentences(one))}
            case ast.Call(func=ast.Name(id="Spelled"), args=[_, looks]):
                found |= {f"'x' is not {each}" for each in sentences(looks)}
            case ast.Call(func=ast.Attribute(attr="note" | "fault"), args=[_, says, *_]):
                found |= set(sentences(says))
            case _:
                continue
    for language in ("es", "pt"):
        assert {one for one in found if in_words(one, language) == one and re.search("[a-z]", one)} == set(), language


def test_the_check_of_a_rule_answers_in_the_language_of_the_page_and_keeps_what_was_probably_meant(web: Web) -> None:
    headers = {"Accept-Language": "es", "Content-Type": "application/yaml"}
    rule = 'id: renta\nwhen: { reactoin: "🏠" }\nparse: bill\ndo: [{ create_bill: {} }]\n'
    faults = web.client.post("/api/rules/check", content=rule, headers=headers).json()["faults"]
    assert {"detail": "clave desconocida: 'reactoin'", "suggestion": "¿quizá 'reaction'?"}.items() <= faults[0].items()


@pytest.mark.parametrize(
    ("locale", "ids"),
    [
        ("es-MX", ["compras", "cena", "casa", "idea", "mio", "averia"]),
        ("pt-BR", ["compras", "jantar", "casa", "ideia", "meu", "pane"]),
        ("en-GB", ["shopping", "dinner", "house", "idea", "mine", "outage"]),
    ],
)
def test_a_new_rule_has_an_id_in_the_language_of_its_name(locale: str, ids: list[str]) -> None:
    kinds = '["task", "event", "bill", "note", "claim", "message"]'
    written = f"{kinds}.map((kind) => /^id: (.*)$/m.exec(written(kind))[1])"
    assert said(written, "rules/templates.js", locale=locale) == ids
