"""What one types, and what one gets back: results, exit codes, and the next step where something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from engine.cli import main

BILL = "Pagar luz CFE $890 vence 15 enero"
ASK = ["try", BILL, "--emoji", "💳", "--from", "+5215512345678", "--at", "2026-01-02T09:00"]


def toque(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATABASE_URL": None, **environment}, input=environment.get("input"))


def test_try_shows_the_spans_underlined_and_the_fields() -> None:
    shown = toque(*ASK)
    assert shown.exit_code == 0
    lines = shown.output.splitlines()
    text = next(n for n, line in enumerate(lines) if BILL in line)
    start = lines[text].index("$890")
    assert lines[text + 1][start : start + 4] == "~~~~"
    assert "amount, currency" in lines[text + 3]
    assert "vendor           CFE" in shown.output
    assert "amount           890.00" in shown.output
    assert "currency         MXN" in shown.output
    assert "due              2026-01-15" in shown.output
    assert "not fired: " in shown.output


def test_try_as_json_has_the_rule_the_draft_and_why_the_others_did_not_fire() -> None:
    told = json.loads(toque(*ASK, "--json").output)
    assert told["drafts"][0]["fields"]["amount"] == "890.00"
    assert {rule["fired"] for rule in told["rules"]} == {True, False}


def test_try_says_what_is_missing_and_gives_an_example() -> None:
    shown = toque("try", "Gracias por los 2 kilos de mango", "--emoji", "💳", "--from", "+5215512345678")
    assert "no_bill" in shown.output
    assert "try: " in shown.output


def test_try_with_an_emoji_that_no_rule_is_about_says_so() -> None:
    assert "no rule" in toque("try", BILL, "--emoji", "🎉").output


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--at", "tomorrow"], "2026-01-02T09:00"),
        (["--from", "12"], "+5215512345678"),
        (["--zone", "Mexico"], "America/Mexico_City"),
    ],
)
def test_a_wrong_option_is_answered_with_a_right_one(words: list[str], hint: str) -> None:
    shown = toque("try", BILL, "--emoji", "💳", *words)
    assert shown.exit_code == 2
    assert hint in shown.output


def test_parse_reads_and_writes_a_line_each_and_goes_on_after_a_bad_one() -> None:
    asked = {"id": "1", "text": BILL, "parser": "bill", "lang": None, "region": "MX", "tz": "America/Mexico_City",
             "now": "2026-01-02T09:00:00"}  # fmt: skip
    lines = "\n".join(map(json.dumps, [asked, asked | {"id": "2", "parser": "poem"}, asked | {"id": "3", "text": " "}]))
    told = [json.loads(line) for line in toque("parse", "--jsonl", input=lines + "\n\n").output.splitlines()]
    assert [answer["success"] for answer in told] == [True, False, False]
    assert told[0]["language"] == "es"
    assert told[0]["data"]["bills"][0]["amount"] == "890.00"
    assert told[2]["error"] == "empty"


def test_a_line_that_is_not_json_is_named() -> None:
    shown = toque("parse", "--jsonl", input="{}\nnonsense\n")
    assert shown.exit_code == 1
    assert "line 2" in shown.output


@pytest.mark.parametrize("command", ["web", "work"])
def test_a_command_that_needs_a_database_names_what_to_set_or_type(command: str) -> None:
    shown = toque(command)
    assert shown.exit_code == 1
    assert "DATABASE_URL" in shown.output
    assert "toque up" in shown.output


def test_a_wrong_setting_is_named_as_it_is_typed() -> None:
    shown = toque("web", TOQUE_PORT="many")
    assert shown.exit_code == 1
    assert "TOQUE_PORT" in shown.output


def test_workers_refuse_a_schema_that_they_do_not_know_and_name_the_command(server: str) -> None:
    environment = os.environ | {
        "DATABASE_URL": server,
        "TOQUE_SECRET_KEY": "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=",
    }
    run = subprocess.run(
        [sys.executable, "-m", "engine", "work"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert run.returncode == 1
    assert "toque migrate" in run.stderr
