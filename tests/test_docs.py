"""What can be set or typed is documented, and what is documented exists."""

from __future__ import annotations

import re
from pathlib import Path

import click

from engine import analytics
from engine.cli import main
from engine.config import Settings

DOCS = Path(__file__).parents[1] / "docs"


def test_every_setting_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", (DOCS / "settings.md").read_text(), re.MULTILINE))
    defaults = {
        "DATABASE_URL" if name == "database_url" else f"TOQUE_{name.upper()}": field.default
        for name, field in Settings.model_fields.items()
    }
    assert rows.keys() == defaults.keys()
    for name, default in defaults.items():
        number = isinstance(default, int | float)
        expected = "–" if default in (None, {}, ()) else f"{default:g}" if number else str(default)
        assert rows[name].strip("`") == expected, name


def test_every_command_has_help_and_is_named_in_the_docs() -> None:
    written = "\n".join(page.read_text() for page in [*DOCS.glob("*.md"), DOCS.parent / "README.md"])
    for name, command in main.commands.items():
        assert command.help, name
        assert f"toque {name}" in written, f"`toque {name}` is in no page of docs"
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, f"toque {name} {option.opts}"


def test_all_statistics_are_documented_in_their_own_words() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", (DOCS / "analytics.md").read_text(), re.MULTILINE))
    assert {name: rows.get(name) for name in analytics.names()} == {n: analytics.title(n) for n in analytics.names()}


def test_every_link_in_the_docs_leads_somewhere() -> None:
    for page in [*DOCS.rglob("*.md"), *DOCS.parent.glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_decision_has_a_number_of_its_own_and_says_it() -> None:
    pages = sorted((DOCS / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert page.read_text().startswith(f"# {int(page.name[:4])}. "), page.name
