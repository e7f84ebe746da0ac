"""`toque rules check` says everything that is wrong with rule files, without a database."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.cli import main
from parsers import PARSERS, note
from parsers.draft import Circumstances, Draft

Write = Callable[..., str]
SHARED = Path(__file__).parents[3] / "shared" / "rules.example.yaml"
GOOD = """version: 1
rules:
  - id: note
    when: { reaction: "📝" }
    do: [create_note: {}]
    examples: [{ say: "The code is 4821", expect: { title: "The code is 4821" } }]
"""
BROKEN = """version: 1
rules:
  - id: a
    when: { reaction: #️⃣ }
    do: [{ create_tsk: {} }]
"""


def check(*words: str, **given: str) -> Result:
    env = {"DATABASE_URL": None, "TOQUE_ITEM_DEADLINE_SECONDS": given.get("deadline")}
    return CliRunner().invoke(main, ["rules", "check", *words], env=env, input=given.get("input"))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str, name: str = "rules.yaml") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return written


def test_a_good_file_has_no_fault(write: Write) -> None:
    done = check(write(GOOD))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 rule, 1 example tried: no fault" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("when", "on"), "4:5: error: unknown key 'on' (use 'when')"),
        (GOOD.replace('"📝"', "#️⃣") + "x: [", 'quote the emoji: "#️⃣"'),
        (GOOD.replace("create_note", "create_nte"), "did you mean 'create_note'?"),
        (GOOD + "rules: []", "7:1: error: the key 'rules' is written twice"),
        (GOOD.replace('4821" }', '4822" }'), "6:60: error: expected title 'The code is 4822', got 'The code is 4821'"),
        ("a: &a [x, x, x]\nb: &b [*a, *a, *a]\n" + "c: [" + "*b, " * 30_000 + "]", "the file holds too much"),
        (GOOD + '    reply: { text: { es: "{{ 1/0 }}" } }', "7:26: error: this reply cannot be written: "),
        (
            GOOD.replace("rules:", 'defaults: { reply: { text: { en: "{{ nonsense" } } }\nrules:'),
            "2:34: error: this reply cannot be written: ",
        ),
        (GOOD + "    if: [{ field: text, matches: '" + "a" * 501 + "' }]", "too long: at most 500 characters"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(write: Write, text: str, said: str) -> None:
    done = check(write(text))
    assert done.exit_code == 1
    assert said in done.stdout


def test_an_example_that_hangs_is_given_up_and_the_next_is_tried(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(text: str, here: Circumstances) -> Draft:
        while text == "hang":
            pass
        return note.parse(text, here)

    monkeypatch.setitem(PARSERS, "note", hang)
    file = write(GOOD.replace("examples: [", "examples: [{ say: hang }, ").replace('4821" }', '4822" }'))
    done = check(file, deadline="0.2")
    assert "6:23: error: reading it took more than 0.2 s (no worker would go on with it either)" in done.stdout
    assert "expected title 'The code is 4822'" in done.stdout


def test_an_example_that_does_not_hold_yet_is_no_fault_until_it_holds(write: Write) -> None:
    assert "no fault" in check(write(GOOD.replace('4821" }', '4822" }, holds: false'))).stderr
    holds = check(write(GOOD.replace('4821" }', '4821" }, holds: false')))
    assert holds.exit_code == 0
    assert "warning: this example holds now (take 'holds: false' out)" in holds.stdout


def test_a_pattern_without_end_is_given_up_and_did_not_match(write: Write) -> None:
    asked = GOOD.partition("    examples")[0] + "    if: [{ field: text, matches: '((a+)+)+$' }]\n"
    done = check(write(asked + "    examples: [{ say: " + "a" * 60 + "!, expect: { error: not_fired } }]\n"))
    assert "no fault" in done.stderr, done.stdout


def test_every_file_is_looked_through_and_they_are_one_book(write: Write) -> None:
    second = GOOD.replace("id: note", "id: other")
    done = check(write(GOOD), write(second, "second.yaml"), write("[]", "third.yaml"))
    assert done.exit_code == 1
    assert "second.yaml:4:11: error: 📝: note and other both make a note" in done.stdout
    assert "third.yaml:1:1: error: expected a mapping" in done.stdout


def test_faults_are_told_to_programs_and_to_github(write: Write) -> None:
    file = write(GOOD.replace("create_note", "create_nte"))
    for words in (["--json"], ["--format", "json"]):
        (fault,) = json.loads(check(file, *words).stdout)
        assert (fault["line"], fault["severity"], fault["suggestion"]) == (5, "error", "did you mean 'create_note'?")
    shown = check(file, "--format", "github").stdout
    assert shown.startswith(f"::error file={file},line=5,col=10::unknown key 'create_nte'")


def test_a_name_in_a_file_starts_no_command_of_a_workflow(write: Write) -> None:
    shown = check(write(GOOD.replace("note\n", '"x\\n::error::y"\n', 1)), "--format", "github").stdout
    assert len(shown.splitlines()) == 1


def test_warnings_count_only_when_they_are_asked_to(write: Write) -> None:
    file = write(GOOD + "    parse: { use: note, from: voice }\n")
    assert check(file).exit_code == 0
    assert check(file, "--strict").exit_code == 1


def test_a_file_that_is_not_there_is_typed_wrongly() -> None:
    assert check("nowhere.yaml").exit_code == 64
    assert check().exit_code == 64


def test_what_comes_in_can_be_checked_and_must_be_text(tmp_path: Path) -> None:
    assert check("-", input=GOOD).exit_code == 0
    (tmp_path / "binary.yaml").write_bytes(b"version: 1\n\xff")
    assert "binary.yaml:2:1: error: the file is not UTF-8" in check(str(tmp_path / "binary.yaml")).stdout


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example of a rule file is not here")
def test_the_shared_example_has_warnings_only() -> None:
    done = check(str(SHARED))
    assert done.exit_code == 0, done.stdout
    assert "3 examples tried" in done.stderr
