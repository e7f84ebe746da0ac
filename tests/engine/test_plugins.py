"""A stranger's parser takes the place of ours by entry point; a faulty one does not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from engine import plugins
from parsers import PARSERS, note


@pytest.fixture(autouse=True)
def _parsers() -> Iterator[None]:
    before = dict(PARSERS)
    yield
    PARSERS.clear()
    PARSERS.update(before)


def offer(home: Path, monkeypatch: pytest.MonkeyPatch, module: str, code: str, name: str) -> None:
    """Install a package with one plug-in."""
    (home / f"{module}.py").write_text(code)
    (home / f"{module}-1.0.dist-info").mkdir()
    (home / f"{module}-1.0.dist-info" / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (home / f"{module}-1.0.dist-info" / "entry_points.txt").write_text(f"[toque.parsers]\n{name} = {module}:parse\n")
    monkeypatch.syspath_prepend(str(home))
    monkeypatch.delitem(sys.modules, module, raising=False)


def test_a_parser_of_ours_is_replaced_by_the_one_that_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(tmp_path, monkeypatch, "theirs", "def parse(text, here): return 'theirs'\n", "note")
    plugins.load_parsers()
    assert PARSERS["note"]("idea", None) == "theirs"


def test_one_that_cannot_be_loaded_is_left_out_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(tmp_path, monkeypatch, "broken", "raise ImportError('no such luck')\n", "note")
    with capture_logs() as logs:
        plugins.load_parsers()
    assert PARSERS["note"] is note.parse
    assert [line["event"] for line in logs] == ["a plug-in cannot be loaded"]


def test_one_with_the_name_of_no_parser_is_left_out_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(tmp_path, monkeypatch, "unknown", "def parse(text, here): ...\n", "recipe")
    with capture_logs() as logs:
        plugins.load_parsers()
    assert "recipe" not in PARSERS
    assert logs[0]["known"] == sorted(PARSERS)
