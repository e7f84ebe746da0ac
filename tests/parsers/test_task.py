from __future__ import annotations

from datetime import date, datetime

import pytest

from parsers import ParseError

TITLES = [
    ("en", "Review presentation by Friday", "Review presentation"),
    ("en", "remind me to call the bank tomorrow at noon", "Call the bank"),
    ("en", "hey can you send the slides? thanks!", "Send the slides"),
    ("en", "note to self: water the plants", "Water the plants"),
    ("en", "TODO: buy bread", "Buy bread"),
    ("en", "no rush but please tidy the shed", "Tidy the shed"),
    ("en", "- [ ] order cake", "Order cake"),
    ("en", "Good morning! pick up the parcel today", "Pick up the parcel"),
    ("en", "pick up Claire's keys (spare ones)", "Pick up Claire's keys (spare ones)"),
    ("en", "tomorrow: pack", "Pack"),
    ("es", "oye wey, no olvides comprar pan mañana porfa", "Comprar pan"),
    ("es", "hay que pintar la sala antes del 15", "Pintar la sala"),
    ("es", "¿puedes mandarme la foto?", "Mandarme la foto"),
    ("es", "Pendiente:\nllevar el coche", "Llevar el coche"),
    ("es", "Buenas tardes vecinos! revisar la bomba el lunes", "Revisar la bomba"),
    ("es", "llamar a Ana, mañana, sobre el contrato", "Llamar a Ana, sobre el contrato"),
    ("es", "#casa cambiar el foco #urgente", "Cambiar el foco"),
    ("es", "La llave de la bodega", "La llave de la bodega"),
    ("pt", "lembrar de ligar pra Bia amanhã", "Ligar pra Bia"),
    ("pt", "vc pode buscar o bolo na sexta?", "Buscar o bolo"),
    ("pt", "preciso pagar a escola até dia 10, obrigado", "Pagar a escola"),
    ("pt", "bom dia! por favor enviar o contrato hoje", "Enviar o contrato"),
]


@pytest.mark.parametrize(("language", "text", "title"), TITLES)
def test_the_title_is_what_is_left_to_do(read, language, text, title):
    assert read("task", language, text).data.title == title


def test_a_task_has_everything_that_its_message_says(read):
    text = "Urgente: @Ana enviar el contrato antes del viernes #legal"
    draft = read("task", "es", text)
    assert (draft.data.title, draft.data.due) == ("Enviar el contrato", date(2026, 3, 6))
    assert (draft.data.priority, draft.data.tags, draft.data.assignee) == ("high", ("legal",), "Ana")
    assert {name: text[slice(*span)] for name, span in draft.spans.items()} == {
        "title": "enviar el contrato",
        "due": "antes del viernes",
        "priority": "Urgente",
        "tags": "#legal",
        "assignee": "@Ana",
    }


PRIORITIES = [
    ("en", "fix the door asap", "high"),
    ("en", "fix the door, not urgent", "low"),
    ("en", "fix the door!!!", None),
    ("en", "papers for the urgent care clinic", None),
    ("es", "prioridad alta: pagar", "high"),
    ("es", "arreglar la puerta, no es urgente", "low"),
    ("es", "arreglar la puerta sin prisa", "low"),
    ("pt", "trocar a senha, é urgente", "high"),
    ("pt", "arrumar a gaveta sem pressa", "low"),
]


@pytest.mark.parametrize(("language", "text", "priority"), PRIORITIES)
def test_only_words_say_the_priority(read, language, text, priority):
    assert read("task", language, text).data.priority == priority


def test_the_lines_after_the_title_describe_the_task(read):
    data = read("task", "es", "ir al súper mañana\n- leche\n- pan").data
    assert (data.title, data.description) == ("Ir al súper", "- leche\n- pan")


def test_a_repetition_is_due_at_its_first_occurrence(read):
    data = read("task", "en", "water the plants every Monday at 7am").data
    assert (data.recurrence, data.due) == ("FREQ=WEEKLY;BYDAY=MO", datetime.fromisoformat("2026-03-09T07:00"))


def test_the_first_of_several_mentions_does_it_and_a_phone_is_digits_only(read):
    data = read("task", "en", "@+52155-1234567 and @Luis call the vendor").data
    assert data.assignee == "521551234567"


def test_an_adjective_of_frequency_belongs_to_its_noun(read):
    data = read("task", "en", "send the weekly report on Friday").data
    assert (data.title, data.recurrence) == ("Send the weekly report", None)


NOTHING_TO_DO = [
    ("en", "remind me tomorrow"),
    ("en", "#home #garden"),
    ("es", "@Ana porfa, para el viernes"),
    ("es", "urgente!!!"),
    ("pt", "amanhã às 5"),
    ("pt", "😀😀"),
]


@pytest.mark.parametrize(("language", "text"), NOTHING_TO_DO)
def test_without_anything_to_do_it_is_no_task(read, language, text):
    with pytest.raises(ParseError) as caught:
        read("task", language, text)
    assert caught.value.code == "no_title"


def test_what_was_understood_is_kept_when_there_is_no_title(read):
    with pytest.raises(ParseError) as caught:
        read("task", "es", "@Ana porfa, para el viernes")
    assert caught.value.partial == {"assignee": "Ana", "due": date(2026, 3, 6)}
    assert caught.value.spans["assignee"] == (0, 4)


@pytest.mark.parametrize("parser", ["task", "calendar", "bill", "note"])
@pytest.mark.parametrize("text", ["", " \t\n"])
def test_a_blank_text_is_empty_for_every_parser(read, parser, text):
    with pytest.raises(ParseError) as caught:
        read(parser, "en", text)
    assert caught.value.code == "empty"


NOT_TO_DO = [
    ("es", "No hay que pagar la luz todavía", "No hay que pagar la luz todavía"),
    ("es", "oye ya no hay que pagar la luz", "Ya no hay que pagar la luz"),
    ("en", "No need to call the bank tomorrow", "No need to call the bank"),
    ("pt", "não precisa pagar a luz ainda", "Não precisa pagar a luz ainda"),
    ("es", "No hay que olvidar pagar la luz", "Pagar la luz"),
    ("en", "can't forget to call mum", "Call mum"),
]


@pytest.mark.parametrize(("language", "text", "title"), NOT_TO_DO)
def test_what_need_not_be_done_says_so_in_its_title(read, language, text, title):
    assert read("task", language, text).data.title == title


ENDS = [
    ("es", "q no se t olvide la verificacion dl coche antes d q acabe el mes", "La verificacion dl coche"),
    ("en", "renew the plates before the month ends", "Renew the plates"),
    ("pt", "renovar a placa antes que acabe o mês", "Renovar a placa"),
]


@pytest.mark.parametrize(("language", "text", "title"), ENDS)
def test_before_the_month_ends_is_its_last_day(read, language, text, title):
    data = read("task", language, text).data
    assert (data.title, data.due) == (title, date(2026, 3, 31))


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("es", "tomar la pastilla 8 am y 8 pm", "Tomar la pastilla"),
        ("en", "take the pill at 8am and 8pm", "Take the pill"),
        ("pt", "tomar remédio às 8h e às 20h", "Tomar remédio"),
    ],
)
def test_of_two_hours_the_first_is_taken_and_doubted(read, language, text, title):
    draft = read("task", language, text)
    assert (draft.data.title, draft.data.due.isoformat()) == (title, "2026-03-05T08:00:00")
    assert draft.doubts == ("contested_time",)


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("en", "call Ana on the 5th or 6th", "2026-03-05"),
        ("es", "llamar a Ana el martes o el miércoles", "2026-03-10"),
        ("pt", "ligar pra Ana amanhã às 4 ou 5 da tarde", "2026-03-05T16:00:00"),
        ("es", "llamar a Ana a las 4 o 5 de la tarde mañana", "2026-03-05T16:00:00"),
    ],
)
def test_of_two_days_or_hours_of_which_one_is_meant_the_first_is_taken_and_doubted(read, language, text, due):
    draft = read("task", language, text)
    assert draft.data.due.isoformat() == due
    assert draft.doubts == ("contested_time",)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("llamar a Ana a las 5 de la tarde mañana", "2026-03-05T17:00:00"),
        ("llamar a Ana mañana a las 8 de la tarde noche", "2026-03-05T20:00:00"),
        ("llamar a Ana a las 7 de la mañana mañana", "2026-03-05T07:00:00"),
    ],
)
def test_what_stands_before_the_word_for_tomorrow_is_the_part_of_the_day(read, text, due):
    draft = read("task", "es", text)
    assert (draft.data.title, draft.data.due.isoformat()) == ("Llamar a Ana", due)
    assert draft.doubts == ()
