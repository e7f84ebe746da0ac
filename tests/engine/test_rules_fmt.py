"""`toque rules fmt` lays files out, or says that they are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.cli import main

UGLY = "version: 1\nrules:\n- id: a # mine\n  when: {reaction: ✅}\n  do: [create_task: {}]\n"
LAID = 'version: 1\nrules:\n  - id: a # mine\n    when: { reaction: "✅" }\n    do: [create_task: {}]\n'


def fmt(*words: str, given: str = "") -> Result:
    return CliRunner().invoke(main, ["rules", "fmt", *words], env={"DATABASE_URL": None}, input=given)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "rules.yaml").write_text(UGLY, encoding="utf-8")
    return tmp_path / "rules.yaml"


def test_a_file_is_laid_out_once(file: Path) -> None:
    assert "is laid out" in fmt(str(file)).stdout
    assert file.read_text(encoding="utf-8") == LAID
    again = fmt(str(file))
    assert (again.exit_code, again.stdout) == (0, "")


def test_check_and_diff_change_nothing(file: Path) -> None:
    checked = fmt(str(file), "--check")
    assert checked.exit_code == 1
    assert f"Type: toque rules fmt {file}" in checked.output
    shown = fmt(str(file), "--diff")
    assert shown.exit_code == 0
    assert "-- id: a # mine" in shown.stdout
    assert "+  - id: a # mine" in shown.stdout
    assert file.read_text(encoding="utf-8") == UGLY
    file.write_text(LAID, encoding="utf-8")
    assert fmt(str(file), "--check").exit_code == 0


def test_what_comes_in_goes_out() -> None:
    assert fmt("-", given=UGLY).stdout == LAID


def test_what_is_no_yaml_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("a: [", encoding="utf-8")
    (tmp_path / "binary.yaml").write_bytes(b"\xff")
    for name, said in (("broken.yaml", "broken.yaml:2:1: error: not YAML"), ("binary.yaml", "is not UTF-8")):
        done = fmt(str(tmp_path / name))
        assert done.exit_code == 1
        assert said in done.output
