"""No word of a page stands outside of the catalogues, and none of the catalogues was left in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.web.words import LANGUAGES, read
from tests.web.untranslated import in_script, in_template

ROOM = Path(__file__).parents[2] / "engine" / "web"
TEMPLATES = sorted((ROOM / "templates").glob("*.html"))
SCRIPTS = sorted(one for one in (ROOM / "static").rglob("*.js") if one.parent.name != "vendor")

NAMES = {"Toque", "WhatsApp", "Cloud", "API", "JSON", "YAML", "CSV"}
"""The same in every language."""

THE_SAME = {
    "es": {"chat", "chats", "emoji", "error", "idea", "min", "no", "normal"},
    "pt": {"emoji", "gateway", "item", "link", "min", "normal"},
}
"""Words that are spelt as in English; a new one that is goes here."""


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.stem)
def test_a_template_says_nothing_by_itself(template: Path) -> None:
    assert in_template(template.read_text()) <= NAMES


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: f"{one.parent.name}/{one.stem}")
def test_a_script_says_nothing_by_itself(script: Path) -> None:
    assert in_script(script.read_text()) <= NAMES


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_nothing_in_a_catalogue_was_left_in_english(language: str) -> None:
    mine, english = read(language), read("en")
    left = {
        key: words
        for key, words in mine["words"].items()
        if words == english["words"][key] and not _words(words) <= THE_SAME[language]
    }
    assert not left
    assert not [name for emoji, name in mine["emoji"].items() if name == english["emoji"][emoji]]


def _words(text: str) -> set[str]:
    """Return the words of a text but names, small; its blanks are none."""
    found = set(re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}", "", text)))
    return {word.lower() for word in found - NAMES}


@pytest.mark.parametrize(
    "script",
    [
        "html`<p>Not yet</p>`",
        'html`<ul>${all.map((one) => html`<li title="Do it">${t("x")}</li>`)}</ul>`',
        'html`<p>${t("a")} items</p>`',
        "html`<b>items</b>`",
        'html`<${Sheet} label="Some words" />`',
        'place.textContent = "Not yet"',
        "announce(`Done ${n} things`)",
        'field.setAttribute("aria-label", "Search here")',
        'const a = /["`]/.test(b); html`<p>Not yet</p>`',
    ],
)
def test_what_a_script_says_by_itself_is_found(script: str) -> None:
    assert in_script(script)


@pytest.mark.parametrize("markup", ["<p>Not yet</p>", '<p title="Go on">{{ t("x") }}</p>', '{{ t("x") }} now'])
def test_what_a_template_says_by_itself_is_found(markup: str) -> None:
    assert in_template(markup)


@pytest.mark.parametrize(
    "script",
    [
        'html`<p class="far away">${t("x", { n: `${a} > b` })} <code>TOQUE_HOST</code></p>`',
        'say("live"); // Says nothing here',
        'place.textContent = t("x.y")',
        "html`${n > 0 && html`<b>${n}</b>`}`",
    ],
)
def test_what_a_script_only_names_is_no_word(script: str) -> None:
    assert not in_script(script)
