"""A mention means the person whom the chat knows by that number or first name, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from psycopg.rows import dict_row

from engine import answer, directory
from engine.gateways.evolution import read
from engine.gateways.signals import OWNER
from sql import query
from tests.engine.stage import FRIEND, START, Stage, react, seen

GROUP = "120363041234567890@g.us"
ANA = "5215511112222@s.whatsapp.net"
ANA_LID = "83512345678901@lid"
OTHER = "5215533334444@s.whatsapp.net"


@pytest.fixture
def group(stage: Stage) -> Stage:
    """A group in which Ana Ruiz and Lupe have written."""
    stage.tell(
        seen("hola", "A1", chat=GROUP, author=ANA, author_name="Ana Ruiz", aliases=((ANA, ANA_LID),)),
        seen("qué tal", "A2", chat=GROUP, author=FRIEND, author_name="Lupe"),
    )
    return stage


def assigned(stage: Stage, text: str, *, chat: str = GROUP, **more: Any) -> tuple[str | None, str | None, str | None]:
    """Return a task's assignee as written, by address, and as the answer names them."""
    n = stage.rows("select count(*) as n from items")[0]["n"]
    id_ = f"T{n}"
    stage.tell(seen(text, id_, chat=chat, author=FRIEND, **more), react("✅", id_, chat=chat))
    stage.settle()
    (row,) = stage.rows("select assignee, assignee_address, assignee_name from task_items where message_id = %s", id_)
    return tuple(row.values())


@pytest.mark.parametrize("mention", ["@5215511112222", "@525511112222", "@83512345678901", "@Ana", "@ana", "@AnaRuiz"])
def test_a_mention_by_number_or_by_first_name_is_that_person(group: Stage, mention: str) -> None:
    written, address, name = assigned(group, f"{mention} manda las fotos el viernes")
    assert written == mention.removeprefix("@")
    assert address in {ANA, ANA_LID}
    assert name == "Ana Ruiz"


def test_the_name_that_somebody_set_is_the_one_that_is_said(group: Stage) -> None:
    person, _ = directory.find(directory.all_people(group.db), ANA, kind="people")
    directory.set_person(group.db, person, name="Anita", zone=None, language=None, region=None)
    assert assigned(group, "@Anita manda las fotos") == ("Anita", ANA, "Anita")
    assert assigned(group, "@Ana manda las fotos") == ("Ana", ANA, "Anita")


def test_of_two_with_one_first_name_nobody_is_meant(group: Stage) -> None:
    group.tell(seen("yo", "A3", chat=GROUP, author=OTHER, author_name="Ana López"))
    assert assigned(group, "@Ana manda las fotos") == ("Ana", None, None)
    assert assigned(group, "@AnaLopez manda las fotos") == ("AnaLopez", OTHER, "Ana López")


def test_settled_together_each_chat_has_its_own_ana(group: Stage) -> None:
    group.tell(seen("hey", "B1", chat=OTHER, author=OTHER, author_name="Ana López"))
    for chat, id_ in ((GROUP, "T1"), (OTHER, "T2"), (FRIEND, "T3"), (GROUP, "T4")):
        group.tell(seen("@Ana manda las fotos", id_, chat=chat), react("✅", id_, chat=chat))
    group.settle()
    meant = group.rows("select message_id, assignee_address from task_items order by message_id")
    assert [tuple(row.values()) for row in meant] == [("T1", ANA), ("T2", OTHER), ("T3", None), ("T4", ANA)]


def test_the_name_that_was_given_last_is_the_one(group: Stage) -> None:
    group.tell(seen("soy yo", "A3", chat=GROUP, author=ANA, author_name="Nana", sent_at=START + timedelta(hours=1)))
    assert assigned(group, "@Ana manda las fotos") == ("Ana", None, None)
    assert assigned(group, "@Nana manda las fotos") == ("Nana", ANA, "Nana")


def test_a_name_of_another_chat_and_a_number_nobody_heard_stay_as_they_are_written(group: Stage) -> None:
    group.tell(seen("hey", "B1", chat=OTHER, author=OTHER, author_name="Nina"))
    assert assigned(group, "@Nina manda las fotos") == ("Nina", None, None)
    assert assigned(group, "@5219999999999 manda las fotos") == ("5219999999999", None, None)


def test_a_mention_that_whatsapp_sent_along_is_an_address_even_of_somebody_never_heard(group: Stage) -> None:
    stranger = "99887766554433@lid"
    assert assigned(group, "@99887766554433 manda las fotos", mentions=(stranger,)) == (
        "99887766554433", stranger, None,
    )  # fmt: skip


def test_a_number_in_the_text_and_another_address_sent_along_are_paired_where_that_is_known_here(group: Stage) -> None:
    assert assigned(group, "@44445555666677 manda las fotos", mentions=(ANA_LID,))[1:] == (ANA_LID, "Ana Ruiz")
    assert assigned(group, "@44445555666677 manda las fotos", mentions=("1@lid",))[1] is None


def test_mentions_never_make_two_people_one(group: Stage) -> None:
    before = group.rows("select * from addresses order by address")
    assigned(group, "@83512345678901 manda las fotos", mentions=(ANA_LID, FRIEND))
    assert group.rows("select * from addresses order by address") == before


def test_the_people_of_an_event_are_known_each_for_themselves(group: Stage) -> None:
    group.tell(
        seen("Cena con @Ana y @Pedro mañana a las 8 pm", "E1", chat=GROUP, author=FRIEND), react("📅", "E1", chat=GROUP)
    )
    group.settle()
    (row,) = group.rows("select attendees, attendee_addresses from event_items")
    assert dict(zip(row["attendees"], row["attendee_addresses"], strict=True)) == {"Ana": ANA, "Pedro": None}


def test_a_name_without_the_sign_is_no_mention(group: Stage) -> None:
    group.tell(seen("Cena con Ana mañana a las 8 pm", "E1", chat=GROUP, author=FRIEND), react("📅", "E1", chat=GROUP))
    group.settle()
    assert group.rows("select attendees, attendee_addresses from event_items") == [
        {"attendees": ["Ana"], "attendee_addresses": [None]}
    ]


def test_in_a_chat_of_two_the_other_one_is_known_by_number(stage: Stage) -> None:
    stage.tell(seen("hola", "A1", author_name="Lupe"))
    digits = FRIEND.partition("@")[0]
    assert assigned(stage, f"@{digits} manda las fotos", chat=FRIEND) == (digits, FRIEND, "Lupe")


def test_the_answer_and_the_explanation_name_the_person(group: Stage) -> None:
    assigned(group, "@83512345678901 manda las fotos")
    assert said(group).splitlines()[1] == "👤 Para Ana Ruiz"
    (row,) = group.rows("select explanation->'drafts'->0->'people' as people from action_execution_log")
    assert row["people"] == {"83512345678901": ANA_LID}


def said(stage: Stage) -> str:
    """Return the words of the newest answer."""
    (log,) = stage.rows(
        "select connection_id, message_id, address, revision from action_execution_log order by id desc limit 1"
    )
    with stage.db.cursor(row_factory=dict_row) as cursor:
        settled = cursor.execute(query("deliver.load"), {**log, "queue_id": 0}).fetchone()
        ids = [change["id"] for change in settled["explanation"]["changes"]]
        items = cursor.execute(query("deliver.items"), {"connection_id": stage.id, "ids": ids}).fetchall()
    words = answer.compose(settled, items)
    assert words is not None
    return words.text


def test_evolution_tells_whom_a_text_mentions() -> None:
    def told(message: dict[str, Any], **more: Any) -> tuple[str, ...]:
        data = {
            "key": {"id": "M", "remoteJid": GROUP, "fromMe": False, "participant": ANA},
            "message": message, "messageTimestamp": int(START.timestamp()), **more,
        }  # fmt: skip
        (signal,) = read({"event": "messages.upsert", "data": data}).signals
        return signal.mentions

    context = {"mentionedJid": ["83512345678901:4@lid", FRIEND, FRIEND, 7, ""]}
    both = (ANA_LID, FRIEND)
    assert told({"extendedTextMessage": {"text": "@83512345678901 hola", "contextInfo": context}}) == both
    assert told({"conversation": "@83512345678901 hola"}, contextInfo=context) == both
    assert told({"imageMessage": {"caption": "@1", "contextInfo": {"mentionedJid": "x"}}}) == ()
    assert OWNER not in both
