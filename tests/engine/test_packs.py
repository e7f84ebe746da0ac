"""The starter packs: sound, tried in three languages, and added to what a number has."""

from __future__ import annotations

import json

import jsonschema
import pytest
from click.testing import CliRunner, Result

from engine import packs, rulebook
from engine.cli import main
from engine.examples import misses
from rules.check import across, look
from rules.rule import Rule, example_for
from rules.schema import schema
from rules.source import read_yaml
from tests.engine.stage import FRIEND, Stage, react, seen

NAMES = ["family", "freelancer", "home", "shop"]


def toque(stage: Stage, *words: str) -> Result:
    env = {"DATABASE_URL": stage.url, "NO_COLOR": "1"}
    return CliRunner().invoke(main, ["rules", "packs", *words], env=env)


def rules_of(name: str) -> tuple[Rule, ...]:
    return packs.book(name).rules


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_is_sound_beside_the_starter_rules(name: str) -> None:
    file = look(packs.text(name), f"{name}.yaml")
    assert file.faults == ()
    starter = look((packs._ROOM.parent / "starter.yaml").read_text(encoding="utf-8"), "starter.yaml")
    assert list(across([starter, file])) == []
    jsonschema.Draft7Validator(schema()).validate(read_yaml(packs.text(name), name)[0])


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_has_examples_in_three_languages_that_come_to_what_they_say(name: str) -> None:
    for rule in rules_of(name):
        assert list(misses(rule)) == []
        assert [(example_for(rule, language) or rule.examples[0]).language for language in ("es", "en", "pt")] == [
            "es", "en", "pt",
        ]  # fmt: skip
        assert all(example.expect for example in rule.examples)


def test_what_packs_have_in_common_is_the_same_in_each_and_all_have_the_claim() -> None:
    found: dict[str, list[Rule]] = {}
    for name in NAMES:
        for rule in rules_of(name):
            found.setdefault(rule.id, []).append(rule)
    assert all(rule == some[0] for some in found.values() for rule in some)
    assert len(found["claim"]) == len(NAMES)


def test_packs_are_listed_and_shown(stage: Stage) -> None:
    assert packs.names() == NAMES
    listed = toque(stage).stdout
    assert "home" in listed
    assert "👀" in listed
    assert [one["name"] for one in json.loads(toque(stage, "--json").stdout)] == NAMES
    assert toque(stage, "show", "shop").stdout == packs.text("shop")
    refused = toque(stage, "show", "../starter")
    assert refused.exit_code == 1
    assert "There are: family, freelancer, home, shop" in refused.output


def test_a_pack_is_added_to_what_there_is_and_managed_by_hand(stage: Stage) -> None:
    assert "Plan: 4 add, 0 change, 0 remove, 0 conflicts." in toque(stage, "apply", "home", "--dry-run").stdout
    assert toque(stage, "apply", "home").exit_code == 1, "it asks first"
    assert toque(stage, "apply", "home", "--yes").exit_code == 0
    assert "Plan: 3 add" in toque(stage, "apply", "family", "--yes").stdout, "what both have is there already"
    rows = stage.rows("select id, origin from action_rules where deleted_at is null")
    assert {row["origin"] for row in rows} == {"ui"}
    assert len(rows) == 4 + 4 + 3
    assert "Plan: 0 add" in toque(stage, "apply", "home", "--yes").stdout


def test_a_rule_of_a_file_is_left_alone_by_a_pack(stage: Stage) -> None:
    (claim,) = [rule for rule in rules_of("home") if rule.id == "claim"]
    rulebook.save(stage.db, stage.id, [claim], origin="file")
    done = toque(stage, "apply", "shop", "--yes")
    assert "claim is left as it is: a file manages it." in done.stderr
    assert stage.rows("select origin from action_rules where id = 'claim'") == [{"origin": "file"}]


def test_whoever_reacts_with_eyes_takes_the_message_as_their_task(stage: Stage) -> None:
    claim = next(rule for rule in rules_of("family") if rule.id == "claim")
    rulebook.save(stage.db, stage.id, [claim], origin="ui")
    group = "120363041234567890@g.us"
    stage.tell(
        seen("@Ana hay que llamar al plomero", chat=group, author=FRIEND), react("👀", chat=group),
    )  # fmt: skip
    stage.settle()
    rows = stage.rows(
        "select i.title, t.assignee, t.assignee_address, i.tags from tasks t join items i on i.id = item_id"
    )
    assert rows == [
        {
            "title": "Llamar al plomero", "assignee": rows[0]["assignee"],
            "assignee_address": "5215512345678@s.whatsapp.net", "tags": ["claimed"],
        }
    ]  # fmt: skip
    assert rows[0]["assignee"] != "Ana"
