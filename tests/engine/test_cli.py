"""What one types, and what one gets back: results, exit codes, and the next step where something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import psycopg
import pytest
from click.testing import CliRunner, Result

from engine import queue, rulebook
from engine.cli import main
from rules.book import load
from tests.engine.stage import Stage, react, seen

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
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
    # A name that has no room beside the next is led to the row below.
    assert lines[text + 2].split() == ["│", "│", "due"]
    assert lines[text + 3].split() == ["│", "amount,", "currency"]
    assert lines[text + 3].index("amount") == start
    assert lines[text + 4].split() == ["vendor"]
    for field in ("vendor     CFE", "amount     890.00 MXN", "due        Thu 2026-01-15"):
        assert field in shown.output
    assert "│ 💳 Pago anotado: *CFE* · $890.00 MXN" in shown.output
    assert "not fired: " in shown.output


def test_try_as_json_has_the_rule_the_draft_and_why_the_others_did_not_fire() -> None:
    told = json.loads(toque(*ASK, "--json").output)
    assert told["drafts"][0]["fields"]["amount"] == "890.00"
    assert {rule["fired"] for rule in told["rules"]} == {True, False}


def test_try_as_json_says_what_would_be_written_besides(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(
        'version: 1\nrules: [{ id: a, when: { reaction: "💳" }, do: [{ create_bill: {} },'
        ' { send_message: { to: chat, text: "Anotado: {{total|money}}" } }] }]'
    )
    told = json.loads(toque(*ASK, "--json", "--rules", str(file)).stdout)
    (errand,) = told["errands"]
    assert "890" in errand["text"]
    assert errand["text"].startswith("Anotado: ")
    assert told["answer"]["to"] == "self"


def test_try_says_what_is_missing_and_gives_an_example() -> None:
    shown = toque("try", "Gracias por los 2 kilos de mango", "--emoji", "💳", "--from", "+5215512345678")
    assert "no_bill" in shown.output
    assert "try like this" in shown.output


def test_try_with_an_emoji_that_no_rule_is_about_says_so() -> None:
    assert "no rule" in toque("try", BILL, "--emoji", "🎉").output


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--at", "tomorrow"], "2026-01-02T09:00"),
        (["--from", "12"], "+5215512345678"),
        (["--zone", "Mexico"], "America/Mexico_City"),
        (["--zone", "Monterey"], "America/Monterrey"),
        (["--zone", "Europe/Lodon"], "Europe/London"),
        (["--language", "spanish"], "did you mean es"),
        (["--language", "Portugués"], "did you mean pt"),
        (["--emojy", "💳"], "--emoji"),
    ],
)
def test_a_wrong_option_is_answered_with_a_right_one(words: list[str], hint: str) -> None:
    shown = toque("try", BILL, "--emoji", "💳", *words)
    assert shown.exit_code == 64
    assert hint in shown.output


@pytest.mark.parametrize(
    "words", [[], ["conect"], ["try"], ["try", BILL, "--emoji", "💳", "--zone", "X"], ["connections", "pause"]]
)
def test_what_is_typed_wrongly_exits_with_64_wherever_it_stands(words: list[str]) -> None:
    assert toque(*words).exit_code == 64


def test_a_zone_may_be_written_in_any_case() -> None:
    assert "America/Tijuana" in toque("try", BILL, "--emoji", "💳", "--zone", "america/tijuana").output


def every_command(group: click.Group = main, *before: str) -> list[tuple[tuple[str, ...], click.Command]]:
    found: list[tuple[tuple[str, ...], click.Command]] = []
    for name, command in group.commands.items():
        found.append(((*before, name), command))
        if isinstance(command, click.Group):
            found += every_command(command, *before, name)
    return found


@pytest.mark.parametrize(("words", "command"), [pytest.param(*one, id=" ".join(one[0])) for one in every_command()])
def test_every_command_has_help_with_an_example_and_stands_in_the_docs(
    words: tuple[str, ...], command: click.Command
) -> None:
    shown = toque(*words, "--help")
    assert shown.exit_code == 0
    assert f"toque {' '.join(words)}" in shown.output.partition("Example")[2]
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    if words[-1] != "ls":
        assert f"toque {' '.join(words)}" in DOCS.read_text()


def test_the_list_of_commands_is_read_without_reading_the_commands() -> None:
    program = "import sys; from engine.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "connections" in run.stdout
    assert not {"psycopg", "pydantic", "engine.cli.connections"} & set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_what_the_shell_reads(shell: str) -> None:
    assert "_TOQUE_COMPLETE" in toque("completion", shell).output


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("toque conn", {"connect", "connections"}), ("toque try x --zone America/Mex", {"America/Mexico_City"})],
)
def test_tab_completes_commands_and_zones(typed: str, offered: set[str]) -> None:
    words = typed.split(" ")
    asked = {"_TOQUE_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    told = CliRunner().invoke(main, [], prog_name="toque", env=asked)
    assert {line.partition(",")[2] for line in told.output.splitlines()} == offered


def test_parse_reads_and_writes_a_line_each_and_goes_on_after_a_bad_one() -> None:
    asked = {"id": "1", "text": BILL, "parser": "bill", "lang": None, "region": "MX", "tz": "America/Mexico_City",
             "now": "2026-01-02T09:00:00"}  # fmt: skip
    lines = "\n".join(map(json.dumps, [asked, asked | {"id": "2", "parser": "poem"}, asked | {"id": "3", "text": " "}]))
    told = [json.loads(line) for line in toque("parse", "--jsonl", input=lines + "\n\n").stdout.splitlines()]
    assert [answer["success"] for answer in told] == [True, False, False]
    assert told[0]["language"] == "es"
    assert told[0]["data"]["bills"][0]["amount"] == "890.00"
    assert told[2]["error"] == "empty"


def test_a_line_that_is_not_json_is_named_and_those_after_it_are_answered() -> None:
    done = toque("parse", "--jsonl", input="{}\nnonsense\n{}\n")
    assert done.exit_code == 1
    assert "3 lines could not be understood" in done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == 3
    assert "line 2" in told[1]["message"]


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


def test_dead_letters_are_listed_with_their_reason_and_put_back_to_work(
    db: psycopg.Connection, database_url: str
) -> None:
    stage = Stage(db, database_url)
    stage.tell(seen(), react("💳"))
    (claim,) = stage.claims()
    queue.bury(db, claim, "it is cursed")
    listed = toque("queue", DATABASE_URL=database_url)
    assert "it is cursed" in listed.output
    assert "a reaction" in listed.output
    assert db.execute("select body->>'outcome' from live_feed").fetchall() == [("dead_letter",)]
    assert toque("queue", "retry", "999999999", DATABASE_URL=database_url).exit_code == 1
    assert toque("queue", "retry", DATABASE_URL=database_url).exit_code == 64
    assert "1 put back" in toque("queue", "retry", str(claim.id), DATABASE_URL=database_url).output
    stage.settle()
    assert stage.items() == [("bill", "CFE", "open")]
    assert "No dead letters" in toque("queue", "ls", DATABASE_URL=database_url).output


def test_the_queue_says_how_many_wait_and_for_how_long_when_nobody_works(
    db: psycopg.Connection, database_url: str
) -> None:
    assert "worked off" in toque("queue", DATABASE_URL=database_url).output
    stage = Stage(db, database_url)
    stage.tell(seen(), react("💳"))
    assert "1 item in work" in toque("queue", DATABASE_URL=database_url).output
    db.execute("update action_queue set run_at = now() - interval '5 minutes'")
    for words in (("queue",), ("queue", "ls")):
        shown = toque(*words, DATABASE_URL=database_url).output
        assert "1 item waiting, the oldest for 5 min" in shown
        assert "toque work" in shown
        assert "worked off" not in shown


def test_parse_without_jsonl_says_how_to_try_one_text() -> None:
    done = toque("parse", "Pay rent 900")
    assert done.exit_code == 64
    assert "toque try" in done.output


def test_try_without_a_number_is_at_home_where_the_only_connection_is(
    db: psycopg.Connection, database_url: str
) -> None:
    Stage(db, database_url)
    shown = toque("try", "Seguro $890 cada 6 meses", "--emoji", "💳", DATABASE_URL=database_url).output
    assert "MX · America/Mexico_City" in shown
    assert "MXN" in shown
    assert "every 6 months (FREQ=MONTHLY;INTERVAL=6" in shown


def test_try_asks_the_rules_of_the_only_connection_unless_a_file_is_named(
    db: psycopg.Connection, database_url: str, tmp_path: Path
) -> None:
    stage = Stage(db, database_url)
    own = """
version: 1
rules:
  - id: order
    when: { reaction: "📦" }
    do: [create_task: { tags: [order] }]
"""
    rulebook.save(db, stage.id, load(own).rules, origin="ui")
    words = ["try", "3 cajas de mango para Lupe", "--emoji", "📦"]
    assert "order v1" in toque(*words, DATABASE_URL=database_url).output
    file = tmp_path / "rules.yaml"
    file.write_text(own.replace("order", "parcel"))
    assert "would create 1 task" in toque(*words, "--rules", str(file), DATABASE_URL=database_url).output
    assert "order" not in toque(*words, "--rules", str(file), DATABASE_URL=database_url).output


def test_try_says_a_refusal_as_a_sentence_beside_its_code() -> None:
    shown = toque("try", "Ya pagué la luz, fueron $890", "--emoji", "💳", "--from", "+5215512345678").output
    assert "Nothing seems to be owed" in shown
    assert "(no_bill)" in shown


def test_a_message_is_tried_without_a_reaction(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text("""
version: 1
rules:
  - id: outage
    when: { message: any, chat: groups }
    if: [{ field: text, contains: not working }]
    parse: none
    do: [create_note: {}]
""")
    words = ["rules", "test", "The router is not working", "--message", "--rules", str(file), "--json"]
    assert [rule["reason"] for rule in json.loads(toque(*words).stdout)["rules"]] == ["chat"]
    assert json.loads(toque(*words, "--chat", "groups").stdout)["drafts"][0]["title"] == "The router is not working"
    both = toque(*words, "--emoji", "📝")
    assert both.exit_code == 64
    assert "--message where nobody reacts" in both.output
