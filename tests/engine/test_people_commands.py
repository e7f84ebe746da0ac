"""Saying from the command line who is who, and where people and chats are at home."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine import connections, directory
from engine.cli import main
from engine.gateways.authentication import ConnectionSecrets
from engine.gateways.signals import OWNER
from sql import query
from tests.engine.stage import FRIEND, PHONE, VAULT, Stage, react, seen

LID = "83512345678901@lid"
GROUP = "120363041234567890@g.us"


@pytest.fixture
def chat(stage: Stage) -> Stage:
    """You, Lupe by her phone and her hidden number, and somebody in a group."""
    stage.tell(seen(author_name="Lupe", aliases=((FRIEND, LID),)), each_alone=True)
    stage.tell(seen("hola", "M2", chat=GROUP, author="990001@lid", author_name="Nina"))
    return stage


def toque(stage: Stage, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, words, env={"DATABASE_URL": stage.url, "NO_COLOR": "1"}, input=typed)


def ok(stage: Stage, *words: str) -> str:
    done = toque(stage, *words)
    assert done.exit_code == 0, done.output
    return done.output


def people(stage: Stage) -> dict[frozenset[str], dict[str, Any]]:
    return {frozenset(one["addresses"]): one for one in json.loads(ok(stage, "people", "--json"))}


def test_everybody_heard_is_listed_you_first_with_phone_numbers_in_full(chat: Stage) -> None:
    shown = ok(chat, "people")
    assert shown.index("+52 55 1234 5678") < shown.index("+52 55 8765 4321")
    assert "Lupe" in shown
    assert "990001@lid" in shown
    assert set(people(chat)) == {frozenset({OWNER, PHONE}), frozenset({FRIEND, LID}), frozenset({"990001@lid"})}


def test_the_list_can_be_narrowed_by_name_or_number(chat: Stage) -> None:
    for part in ("lup", "8765 43", "52155876", "835"):
        shown = ok(chat, "people", "ls", "--find", part)
        assert "Lupe" in shown
        assert "Nina" not in shown
    assert ok(chat, "people", "--find", "zz") == "Nobody.\n"


@pytest.mark.parametrize("said", ["+52 55 8765 4321", "+525587654321", "5215587654321", FRIEND, LID, "lupe"])
def test_a_person_goes_by_any_address_a_number_as_people_write_it_or_a_name(chat: Stage, said: str) -> None:
    ok(chat, "people", "set", said, "--name", "Guadalupe", "--zone", "america/tijuana", "--language", "en")
    lupe = people(chat)[frozenset({FRIEND, LID})]
    assert (lupe["name"], lupe["zone"], lupe["language"], lupe["region"]) == (
        "Guadalupe", "America/Tijuana", "en", None,
    )  # fmt: skip


def test_what_is_set_for_a_person_holds_for_the_next_reaction(chat: Stage) -> None:
    ok(chat, "people", "set", "me", "--language", "en", "--region", "US")
    chat.tell(react())
    chat.settle()
    (log,) = chat.rows("select explanation from action_execution_log")
    assert "USD" in json.dumps(log["explanation"])


def test_settings_are_added_to_and_forgotten(chat: Stage) -> None:
    ok(chat, "people", "set", "lupe", "--zone", "America/Tijuana", "--name", "L")
    ok(chat, "people", "set", "L", "--language", "pt")
    lupe = people(chat)[frozenset({FRIEND, LID})]
    assert (lupe["zone"], lupe["language"]) == ("America/Tijuana", "pt")
    ok(chat, "people", "set", "L", "--forget", "--region", "BR", "--name", "")
    lupe = people(chat)[frozenset({FRIEND, LID})]
    assert (lupe["name"], lupe["zone"], lupe["language"], lupe["region"]) == (None, None, None, "BR")


def test_somebody_only_heard_becomes_known_when_something_is_set(chat: Stage) -> None:
    ok(chat, "people", "set", "Nina", "--zone", "Europe/Madrid")
    assert people(chat)[frozenset({"990001@lid"})]["zone"] == "Europe/Madrid"


def test_two_addresses_are_made_one_person_and_told_apart_again(chat: Stage) -> None:
    chat.tell(react("💳", reactor=FRIEND), react("💳", n=2, reactor="990001@lid"))
    assert "2 reactions" in ok(chat, "people", "merge", "Nina", "+52 55 8765 4321", "--yes")
    assert frozenset({FRIEND, LID, "990001@lid"}) in people(chat)
    assert "already" in ok(chat, "people", "merge", "990001@lid", FRIEND)
    assert "2 reactions" in ok(chat, "people", "split", "990001@lid")
    assert frozenset({FRIEND, LID}) in people(chat)
    assert "no other address" in ok(chat, "people", "split", "990001@lid")


def test_nobody_becomes_you_without_being_asked_for(chat: Stage) -> None:
    asked = toque(chat, "people", "merge", "me", "Nina", typed="n\n")
    assert asked.exit_code == 1
    assert "Is Nina (990001@lid) you?" in asked.output
    assert frozenset({OWNER, PHONE}) in people(chat)
    ok(chat, "people", "merge", "me", "Nina", "--yes")
    assert people(chat)[frozenset({OWNER, PHONE, "990001@lid"})]["is_owner"]


def test_two_addresses_of_one_person_are_split_off_together_and_keep_their_name(chat: Stage) -> None:
    marina, hidden = "5215511112222@s.whatsapp.net", "200000000000003@lid"
    chat.tell(seen("hola", "M3", chat=marina, author=marina, author_name="Marina", aliases=((marina, hidden),)))
    ok(chat, "people", "merge", "Lupe", "Marina", "--yes")
    shown = ok(chat, "people", "split", hidden, marina)
    assert "Marina" in shown
    assert "+52 55 8765 4321" in shown
    again = people(chat)
    assert again[frozenset({marina, hidden})]["calls_themselves"] == "Marina"
    assert again[frozenset({marina, hidden})]["heard_at"]
    assert again[frozenset({FRIEND, LID})]["calls_themselves"] == "Lupe"
    assert "several people" in toque(chat, "people", "split", hidden, LID).output


def test_two_people_with_names_are_made_one_only_after_asking(chat: Stage) -> None:
    asked = toque(chat, "people", "merge", "Lupe", "Nina", typed="n\n")
    assert asked.exit_code == 1
    assert "the same person?" in asked.output
    assert frozenset({"990001@lid"}) in people(chat)
    assert toque(chat, "people", "merge", "Lupe", "Nina", typed="y\n").exit_code == 0
    assert frozenset({FRIEND, LID, "990001@lid"}) in people(chat)


def test_where_somebody_is_taken_to_be_at_home_is_shown_with_what_was_set_apart(chat: Stage) -> None:
    ok(chat, "people", "set", "lupe", "--language", "pt")
    lupe = people(chat)[frozenset({FRIEND, LID})]
    assert lupe["effective"] == {"zone": "America/Mexico_City", "language": "pt", "region": "MX"}
    assert lupe["zone"] is None
    row = next(line for line in ok(chat, "people").splitlines() if "Lupe" in line)
    assert "(America/Mexico_City)" in row
    assert "(pt)" not in row
    assert "(MX)" in row


@pytest.mark.parametrize(
    ("said", "hint"),
    [("+52 55 8765 4322", "toque people lists all"), ("83512345678902@lid", f"Did you mean {LID}?"), ("Lup", "Lupe")],
)
def test_an_unknown_address_is_answered_with_the_nearest(chat: Stage, said: str, hint: str) -> None:
    done = toque(chat, "people", "set", said, "--language", "es")
    assert done.exit_code == 1
    assert hint in done.output


def test_somebody_known_on_two_numbers_is_asked_for_by_number(chat: Stage) -> None:
    other = connections.add(
        chat.db, VAULT, gateway="evolution", instance="shop", zone="UTC", region="US", language="en",
        secrets_=ConnectionSecrets(webhook_token="t"),
    )  # fmt: skip
    statement = """
        insert into whatsapp_messages (connection_id, id, chat, author, kind, sent_at)
        values (%s, 'X', %s, %s, 'text', now())
    """
    chat.db.execute(statement, [other.id, FRIEND, FRIEND])
    done = toque(chat, "people", "set", FRIEND, "--language", "en")
    assert done.exit_code == 1
    assert "--connection" in done.output
    ok(chat, "people", "set", FRIEND, "--language", "en", "--connection", "shop")
    assert [one.language for one in directory.all_people(chat.db, other.id)] == ["en"]
    assert "CONNECTION" in ok(chat, "people")


def test_chats_are_listed_with_who_is_in_them_and_a_setting_holds_under_every_address(chat: Stage) -> None:
    shown = ok(chat, "chats")
    assert GROUP in shown
    assert "Lupe" in shown
    ok(chat, "chats", "set", GROUP, "--name", "Familia", "--zone", "America/Bogota")
    ok(chat, "chats", "set", "familia", "--language", "pt")
    ok(chat, "chats", "set", "lupe", "--language", "en")
    told = {one["addresses"][0]: one for one in json.loads(ok(chat, "chats", "ls", "--json"))}
    assert (told[GROUP]["name"], told[GROUP]["zone"], told[GROUP]["language"]) == ("Familia", "America/Bogota", "pt")
    rows = chat.rows("select address from chats where language = 'en' order by address")
    assert [row["address"] for row in rows] == [FRIEND, LID]
    ok(chat, "chats", "set", "lupe", "--forget")
    assert chat.rows("select from chats where language = 'en'") == []


@pytest.mark.parametrize("words", [["people", "set", "me"], ["chats", "set", GROUP], ["people", "merge", "me"]])
def test_a_command_without_what_to_do_is_typed_wrongly(chat: Stage, words: list[str]) -> None:
    assert toque(chat, *words).exit_code == 64


def test_a_name_from_a_chat_cannot_command_the_terminal(stage: Stage) -> None:
    stage.tell(seen(author_name="\x1b[31mEva\u202e[bold]x[/bold]\x9b2J"))
    shown = ok(stage, "people")
    assert not {"\x1b", "\u202e", "\x9b"} & set(shown)
    assert "[bold]x[/bold]" in shown


def test_an_empty_directory_says_where_to_look(database_url: str) -> None:
    for command in ("people", "chats"):
        shown = CliRunner().invoke(main, [command], env={"DATABASE_URL": database_url})
        assert "toque connections" in shown.output


def test_who_was_heard_is_found_without_a_look_at_all_that_they_said(chat: Stage) -> None:
    chat.db.execute(
        """
        insert into whatsapp_messages (connection_id, id, chat, author, author_name, kind, text, sent_at)
        select m.connection_id, m.id || n, m.chat, m.author, case when n % 2 = 0 then m.author_name end, 'text', 'hola',
            m.sent_at - n * interval '1 s'
        from whatsapp_messages m, generate_series(1, 3000) n
        """
    )
    chat.db.execute(
        """
        insert into whatsapp_message_reactions
            (connection_id, message_id, address, chat, emoji, server_second, outer_ids)
        select connection_id, id, author, chat, '✅', 1, '{}' from whatsapp_messages
        """
    )
    chat.compact()
    for connection in (None, chat.id):
        assert chat.blocks(query("people.heard"), {"connection_id": connection}) < 100
    heard = {frozenset(one.addresses): one for one in directory.all_people(chat.db)}
    assert heard[frozenset({"990001@lid"})].calls_themselves == "Nina"
    assert all(one.heard_at for one in heard.values() if not one.is_owner)
    known = "select known_as(%(of)s, %(chat)s, %(author)s)"
    assert chat.blocks(known, {"of": chat.id, "chat": FRIEND, "author": LID}) < 100
    assert chat.db.execute(known, {"of": chat.id, "chat": FRIEND, "author": LID}).fetchone() == ("Lupe",)


def test_only_who_was_heard_by_that_number_is_told_of_it(chat: Stage) -> None:
    other = Stage(chat.db, chat.url)
    other.tell(seen(author="990002@lid", author_name="Omar"), react(id_="M9", reactor="990003@lid"))
    strangers = {chat.id: {"990001@lid"}, other.id: {"990002@lid", "990003@lid"}}
    for connection, addresses in strangers.items():
        found = directory.all_people(chat.db, connection)
        assert {one.connection_id for one in found} == {connection}
        assert {address for one in found if one.id is None for address in one.addresses} >= addresses
    everybody = {address for one in directory.all_people(chat.db) for address in one.addresses}
    assert everybody >= strangers[chat.id] | strangers[other.id]
