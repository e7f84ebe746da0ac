from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from executors.destinations.replies import LONGEST, Occasion, ReplyItem, Trouble, check_template, render
from executors.destinations.wording import WORDINGS, wording_for
from executors.destinations.wording.harmless import harmless
from executors.destinations.wording.repeats import repeats
from executors.destinations.wording.voice import Voice
from parsers.draft import BillData, EventData, NoteData, TaskData

MONDAY = date(2026, 1, 12)
ENDINGS = {
    "es": "Quita la reacción para deshacer.",
    "en": "Remove the reaction to undo.",
    "pt": "Tire a reação para desfazer.",
}
OWN_TEXT = (
    "💳 {{count}} pago(s) · total {{total|money}}\n"
    "{% for b in bills %}• {{b.vendor}} {{b.amount|money}} vence {{b.due|date}}\n{% endfor %}"
    "Quita la reacción para deshacer."
)

CFE = BillData("CFE", Decimal("890.00"), "MXN", date(2026, 1, 15), "electricity")
CONTRACT = TaskData("Enviar el contrato", due=date(2026, 1, 16), priority="high", tags=("legal",), assignee="Ana")
DENTIST = EventData(
    "Dentista",
    datetime.fromisoformat("2026-01-13T17:00"),
    datetime.fromisoformat("2026-01-13T18:30"),
    90,
    location="Polanco",
    attendees=("Ana", "Iván"),
)


def an_item(data: TaskData | EventData | BillData | NoteData, **changes: object) -> ReplyItem:
    kind = {TaskData: "task", EventData: "event", BillData: "bill", NoteData: "note"}[type(data)]
    title = data.vendor if isinstance(data, BillData) else data.title
    item = ReplyItem(1, kind, title, "open", "created", "medium", (), data, "America/Mexico_City")
    return replace(item, **changes)


def an_occasion(*items: ReplyItem, **changes: object) -> Occasion:
    occasion = Occasion(
        emoji="💳",
        language="es",
        today=MONDAY,
        sent_on=MONDAY,
        region="MX",
        items=items,
        trouble=None,
        named_zone=None,
        excerpt="",
        template=None,
    )
    return replace(occasion, **changes)


def reply(*items: ReplyItem, **changes: object) -> str:
    return render(an_occasion(*items, **changes))


def leaves(value: object, path: str = "") -> dict[str, object]:
    if is_dataclass(value) and not isinstance(value, type):
        inner = {field.name: getattr(value, field.name) for field in fields(value)}
    elif isinstance(value, Mapping):
        inner = {str(key): each for key, each in value.items()}
    elif isinstance(value, tuple):
        inner = {str(place): each for place, each in enumerate(value)}
    else:
        return {path: value}
    return {key: leaf for name, each in inner.items() for key, leaf in leaves(each, f"{path}.{name}").items()}


# What only some languages need: order of the day, sounds, numerals; empty where the language does without.
OPTIONAL = (".regional_days", ".default_locale", ".clocks_of_24_hours", ".and_before", ".first_of_month")
OPTIONAL_REPEATS = (".repeats.odd_month_days", ".repeats.month_day", ".repeats.feminine_days")


@pytest.mark.parametrize("language", WORDINGS)
def test_every_language_has_a_word_for_everything_and_leaves_the_same_gaps(language: str) -> None:
    ours, english = leaves(WORDINGS[language]), leaves(WORDINGS["en"])
    needed = {key for key in english if not key.startswith((*OPTIONAL, *OPTIONAL_REPEATS, ".days"))}
    assert needed <= ours.keys()
    for key in needed - {".language"}:
        mine, theirs = ours[key], english[key]
        if isinstance(theirs, str):
            assert isinstance(mine, str)
            assert bool(mine.strip()) == bool(theirs.strip()), key
            assert gaps(mine) == gaps(theirs), key
        else:
            assert mine == theirs, key


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", WORDINGS)
def test_a_language_speaks_under_its_own_name(language: str) -> None:
    assert wording_for(language).language == language
    assert wording_for(f"{language}-XX").language == language


@pytest.mark.parametrize("language", ["nl", "", "xx-YY", "español", "💳"])
def test_a_language_without_words_is_answered_in_english(language: str) -> None:
    assert ENDINGS["en"] in reply(an_item(CFE), language=language)


EXACT: list[tuple[str, Occasion, str]] = [
    (
        "a bill in Spanish",
        an_occasion(an_item(CFE, priority="high", tags=("electricity",))),
        (
            "💳 Pago anotado: *CFE* · $890.00 MXN\n"
            "🗓️ Vence el jueves 15 de enero\n"
            "❗ Prioridad alta\n"
            "🏷️ #luz\n\n"
            "Quita la reacción para deshacer."
        ),
    ),
    (
        "a bill in English",
        an_occasion(
            an_item(BillData("PG&E", Decimal("89.5"), "USD", MONDAY, account="77-1")), language="en", region="US"
        ),
        (
            "💳 Bill added: *PG&E* · $89.50 USD\n"
            "🗓️ Due today, Monday, January 12\n"
            "🔖 Reference: 77-1\n\n"
            "Remove the reaction to undo."
        ),
    ),
    (
        "a bill in Portuguese",
        an_occasion(
            an_item(BillData("Enel", Decimal("1240.00"), "BRL", date(2027, 2, 1), "electricity")),
            language="pt",
            region="BR",
        ),
        (
            "💳 Conta anotada: *Enel* · R$ 1.240,00\n"
            "🗓️ Vence segunda-feira, 1º de fevereiro de 2027\n"
            "🏷️ #luz\n\n"
            "Tire a reação para desfazer."
        ),
    ),
    (
        "a bill that was due before today",
        an_occasion(an_item(replace(CFE, due=date(2026, 1, 8))), sent_on=date(2026, 1, 5)),
        (
            "💳 Pago anotado: *CFE* · $890.00 MXN\n"
            "🗓️ Vence el jueves 8 de enero (ya pasó)\n"
            "🏷️ #luz\n\n"
            "El mensaje se envió el lunes 5 de enero.\n"
            "Quita la reacción para deshacer."
        ),
    ),
    (
        "several bills and two currencies",
        an_occasion(
            an_item(CFE),
            an_item(BillData("Internet", Decimal(599), "MXN", MONDAY, "internet"), priority="high"),
            an_item(BillData("Hosting", Decimal("12.5"), "EUR")),
            an_item(BillData("Agua", None, "MXN", recurrence="FREQ=MONTHLY;BYMONTHDAY=1")),
        ),
        (
            "💳 *4 pagos anotados* · total $1,489.00 MXN + €12.50\n"
            "• CFE · $890.00 MXN · vence jue 15 ene\n"
            "• Internet · $599.00 MXN · vence hoy, lun 12 ene · ❗\n"
            "• Hosting · €12.50\n"
            "• Agua · sin monto · 🔁 El día 1 de cada mes\n\n"
            "Quita la reacción para deshacer."
        ),
    ),
    (
        "a task in Spanish",
        an_occasion(an_item(CONTRACT, priority="high", tags=("todo", "legal")), emoji="✅"),
        (
            "✅ Tarea anotada: *Enviar el contrato*\n"
            "🗓️ Para el viernes 16 de enero\n"
            "👤 Para Ana\n"
            "❗ Prioridad alta\n"
            "🏷️ #todo #legal\n\n"
            "Quita la reacción para deshacer."
        ),
    ),
    (
        "a task that repeats, in Portuguese",
        an_occasion(
            an_item(
                TaskData(
                    "Regar as plantas",
                    "as da varanda",
                    datetime.fromisoformat("2026-01-12T20:00"),
                    None,
                    (),
                    None,
                    "FREQ=WEEKLY;BYDAY=MO,TH",
                )
            ),
            emoji="✅",
            language="pt",
            region="BR",
        ),
        (
            "✅ Tarefa anotada: *Regar as plantas*\n"
            "🗓️ Para hoje, segunda-feira, 12 de janeiro, 20:00\n"
            "🔁 Toda segunda e toda quinta\n"
            "📄 as da varanda\n\n"
            "Tire a reação para desfazer."
        ),
    ),
    (
        "an event in Spanish",
        an_occasion(an_item(DENTIST), emoji="📅"),
        (
            "📅 Evento anotado: *Dentista*\n"
            "🗓️ Mañana, martes 13 de enero, 5:00 p.m. – 6:30 p.m. (1 h 30 min)\n"
            "📍 Polanco\n"
            "👥 Ana e Iván\n\n"
            "Quita la reacción para deshacer."
        ),
    ),
    (
        "an event by video, in English, between two clocks",
        an_occasion(
            an_item(
                EventData(
                    "Stand-up",
                    datetime.fromisoformat("2026-01-20T09:00"),
                    platform="zoom",
                    url="https://zoom.us/j/1_2?p=a",
                )
            ),
            emoji="📅",
            language="en",
            region="GB",
            named_zone="America/Mexico_City",
        ),
        (
            "📅 Event added: *Stand-up*\n"
            "🗓️ Tuesday 20 January, 09:00, Mexico City time\n"
            "💻 Zoom · https://zoom.us/j/1_2?p=a\n\n"
            "Remove the reaction to undo."
        ),
    ),
    (
        "an event of several days, all past",
        an_occasion(
            an_item(EventData("Feria", date(2025, 12, 30), date(2026, 1, 2))),
            emoji="📅",
            sent_on=date(2025, 12, 29),
        ),
        (
            "📅 Evento anotado: *Feria*\n"
            "🗓️ Martes 30 de diciembre de 2025 – viernes 2 de enero (ya pasó)\n\n"
            "El mensaje se envió el lunes 29 de diciembre de 2025.\n"
            "Quita la reacción para deshacer."
        ),
    ),
    (
        "a note in Portuguese",
        an_occasion(an_item(NoteData("Senha do wifi"), tags=("casa",)), emoji="📝", language="pt", region="BR"),
        "📝 Nota salva: *Senha do wifi*\n🏷️ #casa\n\nTire a reação para desfazer.",
    ),
    (
        "an undone bill",
        an_occasion(an_item(CFE, status="cancelled", change="cancelled"), emoji=None),
        "↩️ Pago deshecho: *CFE* · $890.00 MXN\n\n¿Fue sin querer? Reacciona otra vez.",
    ),
    (
        "an undone bill in English",
        an_occasion(an_item(CFE, status="cancelled", change="cancelled"), emoji=None, language="en"),
        "↩️ Bill undone: *CFE* · $890.00 MXN\n\nBy mistake? Just react again.",
    ),
    (
        "a task that comes back, in Portuguese",
        an_occasion(an_item(TaskData("Ligar"), change="reopened"), emoji="✅", language="pt", region="BR"),
        "✅ Tarefa recuperada: *Ligar*\n\nTire a reação para desfazer.",
    ),
    (
        "a bill that became a task",
        an_occasion(an_item(TaskData("Pagar la luz"), change="converted", was="bill"), emoji="✅"),
        "✅ Ahora es una tarea (antes, un pago): *Pagar la luz*\n\nQuita la reacción para deshacer.",
    ),
    (
        "a paid bill that stays, and the task that takes its place",
        an_occasion(an_item(CFE, change="kept", status="done"), an_item(TaskData("Luz")), emoji="✅"),
        (
            "📌 Pago sin cambios: *CFE* · $890.00 MXN\n"
            "Ya estaba pagado: se queda como está.\n\n"
            "✅ Tarea anotada: *Luz*\n\n"
            "Quita la reacción para deshacer."
        ),
    ),
    (
        "paid bills whose reaction is gone",
        an_occasion(*[an_item(CFE, change="flagged", status="done")] * 2, emoji=None),
        (
            "⚠️ *Revisa estos 2 pagos*\n"
            "• CFE · $890.00 MXN\n"
            "• CFE · $890.00 MXN\n"
            "Quitaste la reacción, pero ya estaban pagados. No cambié nada."
        ),
    ),
    (
        "a note whose message is gone, in English",
        an_occasion(an_item(NoteData("Wifi"), change="flagged"), emoji="📝", language="en"),
        "⚠️ Please check this note: *Wifi*\nThe message was changed or deleted. I changed nothing.",
    ),
    (
        "no bill to be found",
        an_occasion(
            trouble=Trouble("no_bill", {}, "Pagar luz CFE $890 vence 15 enero", "💳"),
            excerpt="Gracias por los 2 kilos de mango",
        ),
        (
            "🤔 No encontré ningún pago en «Gracias por los 2 kilos de mango».\n"
            "Falta: a quién se paga o cuánto.\n"
            "Prueba así: «Pagar luz CFE $890 vence 15 enero» y reacciona 💳"
        ),
    ),
    (
        "no date to be found, in English",
        an_occasion(
            trouble=Trouble("no_datetime", {"title": "Dinner", "location": "Joe's"}, "Dentist tomorrow at 5", "📅"),
            excerpt="Dinner at Joe's",
            language="en",
            region="US",
        ),
        (
            "🤔 I couldn't find a date in “Dinner at Joe's”.\n"
            "Understood: Dinner · 📍 Joe's\n"
            "Missing: the day and, if there is one, the time.\n"
            "Try: “Dentist tomorrow at 5” and react with 📅"
        ),
    ),
    (
        "no title to be found, in Portuguese",
        an_occasion(
            trouble=Trouble("no_title", {"due": "2026-01-16", "priority": "high"}, "Ligar para a Ana", None),
            excerpt="urgente sexta",
            language="pt",
            region="BR",
            emoji=None,
        ),
        (
            "🤔 Não encontrei o que anotar em “urgente sexta”.\n"
            "Entendi: sexta-feira, 16 de janeiro · prioridade alta\n"
            "Falta: o que fazer ou lembrar.\n"
            "Tente assim: “Ligar para a Ana”"
        ),
    ),
    (
        "a message that nobody has any more",
        an_occasion(trouble=Trouble("unknown_message", {}, "Comprar leche", "✅")),
        "🤔 No tengo el texto de ese mensaje. Reenvíalo y reacciona a la copia.",
    ),
]


@pytest.mark.parametrize(("occasion", "said"), [pytest.param(*case, id=name) for name, *case in EXACT])
def test_a_reply_says_exactly_this(occasion: Occasion, said: str) -> None:
    assert render(occasion) == said


def test_where_there_is_nothing_to_say_nothing_is_said() -> None:
    assert reply() == ""


@pytest.mark.parametrize("code", ["empty", "no_title", "no_datetime", "no_bill", "too_slow", "unknown_message",
                                  "unknown_group", "no_text", "a code of tomorrow"])  # fmt: skip
@pytest.mark.parametrize("language", WORDINGS)
def test_every_trouble_has_its_words_with_and_without_a_quotation(code: str, language: str) -> None:
    trouble = Trouble(code, {}, None, None)
    for excerpt in ("", "hola"):
        said = reply(trouble=trouble, excerpt=excerpt, language=language)
        assert said.startswith("🤔 ")
        assert "{" not in said


def test_of_many_bills_ten_are_named_and_all_are_summed() -> None:
    said = reply(*[an_item(replace(CFE, vendor=f"CFE {n}"), title=f"CFE {n}") for n in range(13)])
    assert said.splitlines()[0] == "💳 *13 pagos anotados* · total $11,570.00 MXN"
    assert said.count("•") == 10
    assert "y 3 más" in said
    assert said.endswith(ENDINGS["es"])


def test_bills_that_fared_alike_stand_together() -> None:
    gone = an_item(replace(CFE, vendor="Agua"), title="Agua", change="cancelled", status="cancelled")
    assert reply(an_item(CFE, change="updated"), gone, an_item(CFE, change="updated")) == (
        "💳 *2 pagos actualizados* · total $1,780.00 MXN\n"
        "• CFE · $890.00 MXN · vence jue 15 ene · 🏷️ #luz\n"
        "• CFE · $890.00 MXN · vence jue 15 ene · 🏷️ #luz\n\n"
        "↩️ Pago deshecho: *Agua* · $890.00 MXN\n\n"
        "Quita la reacción para deshacer."
    )


def test_what_was_made_without_a_reaction_is_not_taken_back_by_one() -> None:
    assert ENDINGS["es"] not in reply(an_item(CFE), emoji=None)


def test_what_repeats_is_never_past() -> None:
    past = replace(CFE, due=date(2026, 1, 1))
    assert "ya pasó" in reply(an_item(past))
    assert "ya pasó" not in reply(an_item(replace(past, recurrence="FREQ=MONTHLY")))


def test_an_event_that_is_still_going_on_is_not_past() -> None:
    event = EventData("Feria", date(2026, 1, 10), date(2026, 1, 12))
    assert "ya pasó" not in reply(an_item(event))


def test_a_moment_with_a_zone_of_its_own_is_said_by_the_items_clock() -> None:
    event = EventData("Cita", datetime(2026, 1, 13, 1, tzinfo=UTC))
    assert "Hoy, lunes 12 de enero, 7:00 p.m." in reply(an_item(event))


@pytest.mark.parametrize(
    ("language", "region", "money", "moment"),
    [
        (
            "es",
            "MX",
            "$1,234,567.50 MXN | 1,234,567.50 CHF | $23,450 CLP | R$1,234.50",
            "5:05 p.m. | domingo 1 de febrero",
        ),
        ("es", "ES", "1.234.567,50 MXN | 1.234.567,50 CHF | 23.450 CLP | 1.234,50 R$", "17:05 | domingo 1 de febrero"),
        ("es", "AR", "$1.234.567,50 MXN | 1.234.567,50 CHF | $23.450 CLP | R$1.234,50", "17:05 | domingo 1 de febrero"),
        (
            "pt",
            "BR",
            "$ 1.234.567,50 MXN | 1.234.567,50 CHF | $ 23.450 CLP | R$ 1.234,50",
            "17:05 | domingo, 1º de fevereiro",
        ),
        ("en", "US", "$1,234,567.50 MXN | 1,234,567.50 CHF | $23,450 CLP | R$1,234.50", "5:05 PM | Sunday, February 1"),
        ("en", "GB", "$1,234,567.50 MXN | 1,234,567.50 CHF | $23,450 CLP | R$1,234.50", "17:05 | Sunday 1 February"),
        ("en", "MX", "$1,234,567.50 MXN | 1,234,567.50 CHF | $23,450 CLP | R$1,234.50", "5:05 pm | Sunday 1 February"),
        ("es", "??", "1.234.567,50 MXN | 1.234.567,50 CHF | 23.450 CLP | 1.234,50 R$", "17:05 | domingo 1 de febrero"),
    ],
)
def test_money_hours_and_days_are_written_as_the_country_does(
    language: str, region: str, money: str, moment: str
) -> None:
    voice = Voice.of(language, region, MONDAY)
    big, small = Decimal("1234567.50"), Decimal("1234.5")
    amounts = [(big, "MXN"), (big, "CHF"), (Decimal("23450.00"), "CLP"), (small, "BRL")]
    assert " | ".join(voice.money(*amount) for amount in amounts) == money
    assert f"{voice.hour(time(17, 5))} | {voice.day(date(2026, 2, 1))}" == moment


@pytest.mark.parametrize(
    ("rule", "es", "en", "pt"),
    [
        ("FREQ=DAILY", "todos los días", "every day", "todos os dias"),
        ("FREQ=DAILY;INTERVAL=2", "cada 2 días", "every 2 days", "a cada 2 dias"),
        ("FREQ=WEEKLY", "cada semana", "every week", "toda semana"),
        ("FREQ=WEEKLY;BYDAY=SA", "todos los sábados", "every Saturday", "todo sábado"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "de lunes a viernes", "Monday to Friday", "de segunda a sexta"),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "todos los fines de semana", "every weekend", "todo fim de semana"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "cada 2 semanas, los martes", "every other Tuesday",
         "a cada 2 semanas, na terça"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "el día 1 de cada mes", "on the 1st of every month", "todo dia 1"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "los días 1 y 15 de cada mes", "on the 1st and 15th of every month",
         "nos dias 1 e 15 de cada mês"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "el último día de cada mes", "on the last day of every month",
         "no último dia de cada mês"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10", "cada 2 meses, el día 10", "every 2 months on the 10th",
         "a cada 2 meses, no dia 10"),
        ("FREQ=YEARLY", "cada año", "every year", "todo ano"),
        ("FREQ=MONTHLY;BYDAY=1MO", "cada primer lunes del mes", "on the first Monday of every month",
         "na primeira segunda-feira de cada mês"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "cada último viernes del mes", "on the last Friday of every month",
         "na última sexta-feira de cada mês"),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=2", "cada segundo sábado del mes", "on the second Saturday of every month",
         "no segundo sábado de cada mês"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "cada 3 meses, el primer lunes", "every 3 months on the first Monday",
         "a cada 3 meses, na primeira segunda-feira"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", "el día 15 y el último día de cada mes",
         "on the 15th and on the last day of every month", "no dia 15 e no último dia de cada mês"),
        ("FREQ=MONTHLY;BYDAY=9MO", "cada mes", "every month", "todo mês"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "cada mes", "every month", "todo mês"),
        ("FREQ=MONTHLY;COUNT=6", "cada mes, 6 veces", "every month, 6 times", "todo mês, 6 vezes"),
        ("RRULE:FREQ=DAILY;UNTIL=20260331T000000Z", "todos los días, hasta el martes 31 de marzo",
         "every day, until Tuesday, March 31", "todos os dias, até terça-feira, 31 de março"),
        ("something else", "se repite", "repeats", "se repete"),
    ],
)  # fmt: skip
def test_a_repetition_is_said_in_words(rule: str, es: str, en: str, pt: str) -> None:
    voices = [Voice.of(*who, MONDAY) for who in (("es", "MX"), ("en", "US"), ("pt", "BR"))]
    assert [repeats(voice, rule) for voice in voices] == [es, en, pt]


FORMATS = "*bold* _italic_ ~gone~ `code` ```mono```"
TURNED = "abc\u202edef\u2066ghi\u2069\u200f\u200b\ufeffjkl"


def test_text_from_a_chat_formats_nothing_and_turns_nothing_around() -> None:
    assert harmless(FORMATS, 100) == "∗bold∗ ˍitalicˍ ∼gone∼ ˋcodeˋ ˋˋˋmonoˋˋˋ"
    assert harmless(TURNED, 100) == "abcdefghijkl"
    assert harmless("one\ntwo\r\n\tthree\u2028four\x00five", 100) == "one two three four five"
    assert harmless("ana_lopez@correo.mx", 100) == "ana_lopez@correo.mx"
    assert harmless("👨\u200d👩\u200d👧 ❤️", 100) == "👨\u200d👩\u200d👧 ❤️"
    assert harmless("e" + "\u0301" * 50, 100) == "e" + "\u0301" * 4
    assert harmless("\ud800", 100) == "�"
    assert harmless("una palabra muy larga", 15) == "una palabra…"


@pytest.mark.parametrize("text", [FORMATS, TURNED, "a\n> quoted\n- listed\n1. counted", "x" * 10_000, "*" * 10_000,
                                  "\u0301" * 500, "", "\n", "{{ count }} {0} {title} %s"])  # fmt: skip
def test_hostile_text_stays_in_its_place_in_every_reply(text: str) -> None:
    items = [
        an_item(TaskData(text, text, MONDAY, "high", (text, text), text, text), title=text, tags=(text,)),
        an_item(EventData(text, MONDAY, None, 60, text, text, text, (text,) * 9, text), title=text, tags=(text,)),
        an_item(BillData(text, Decimal(1), text[:3], MONDAY, text, text, text), title=text, tags=(text,)),
        an_item(NoteData(text, (text,), text), title=text, tags=(text,)),
    ]
    partial = {"title": text, "location": text, "attendees": [text], "recurrence": text, "amount": text}
    said = [
        *(reply(item, emoji=text, language="en", region=text) for item in items),
        reply(*items, *items, language="pt", named_zone=text),
        reply(trouble=Trouble("no_title", partial, text, text), excerpt=text),
        reply(*items, template="{% for i in items %}{{ i.title }}{{ i.tags|join }}{% endfor %}x"),
    ]
    for each in said:
        assert 0 < len(each) <= LONGEST
        assert not any(unicodedata.category(char) == "Cf" and char not in "\u200c\u200d" for char in each)
        bold = re.sub(r"\*[^*\n]+\*", "", each)
        assert not re.search(r"[*~`]|(?<!\w)_|_(?!\w)", bold)
        assert not re.search(r"^(>|-|\d+\.)", each, re.MULTILINE)


def test_an_address_is_shown_as_it_stands_or_not_at_all() -> None:
    event = EventData("Cita", MONDAY, url="https://meet.example/~ana/*x*")
    assert "meet.example" not in reply(an_item(event))
    assert "🔗 https://meet.example/a_b" in reply(an_item(replace(event, url="https://meet.example/a_b")))
    assert "javascript" not in reply(an_item(replace(event, url="javascript:alert(1)")))


def test_a_rules_own_text_replaces_the_built_in_words() -> None:
    said = reply(an_item(CFE), an_item(replace(CFE, due=None, amount=None)), template=OWN_TEXT)
    assert said == (
        "💳 2 pago(s) · total $890.00 MXN\n"
        "• CFE $890.00 MXN vence jueves 15 de enero\n"
        "• CFE sin monto vence sin fecha\n"
        "Quita la reacción para deshacer."
    )
    assert check_template(OWN_TEXT) is None


def test_a_rules_own_text_says_aloud_what_is_past() -> None:
    assert "8 de enero (ya pasó)" in reply(
        an_item(replace(CFE, due=date(2026, 1, 8))), template="{{bills[0].due|date}}"
    )


def test_a_rules_own_text_can_name_an_item_by_itself() -> None:
    assert reply(an_item(CFE), an_item(CONTRACT), template="{{ items|join(', ') }}") == "CFE, Enviar el contrato"


def test_a_rules_own_text_adds_up_each_currency() -> None:
    items = (an_item(CFE), an_item(replace(CFE, currency="EUR")))
    assert reply(*items, template="{{total|money}}") == "$890.00 MXN + €890.00"


def test_a_rules_own_text_speaks_neither_of_a_failure_nor_of_an_undo() -> None:
    assert "own words" not in reply(an_item(CFE, change="cancelled"), emoji=None, template="own words")
    assert "own words" not in reply(trouble=Trouble("empty", {}, None, None), template="own words")


@pytest.mark.parametrize(
    "text", ["{{ x", "{{ events[0].title }}", "{{ 1/0 }}", "{{ bills[0].vendr }}", "  ", "{{ count + 'a' }}"]
)
def test_a_faulty_text_of_a_rule_falls_back_to_the_built_in_words(text: str) -> None:
    assert reply(an_item(CFE), template=text) == reply(an_item(CFE))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{{ x", "line 1: unexpected end of template, expected 'end of print statement'."),
        (
            "a\n{{ foo }}",
            (
                "there is no 'foo'; it can use count, total, bills, tasks, events, notes, items, emoji, text, chat, "
                "person, rule, event"
            ),
        ),
        ("{{ bills[0].vendr }}", "an item has no attribute 'vendr'"),
        ("{{ count|shout }}", "line 1: No filter named 'shout'."),
        ("{{ count|center(999999999) }}", "line 1: No filter named 'center'."),
        ("\n{% for i in range(999999999) %}x{% endfor %}",
         "line 2: a reply cannot use this (call); it knows for, if and filters"),
        ("{{ 'x' * 999999999 }}", "line 1: a reply cannot use this (mul); it knows for, if and filters"),
        ("{{ 9 ** 999999999 }}", "line 1: a reply cannot use this (pow); it knows for, if and filters"),
        ("{{ '%999999999d' % 1 }}", "line 1: a reply cannot use this (mod); it knows for, if and filters"),
        ("{% set x = 1 %}", "line 1: a reply cannot use this (assign); it knows for, if and filters"),
        ("{% include '/etc/passwd' %}", "line 1: a reply cannot use this (include); it knows for, if and filters"),
        ("{{ count.__class__.__mro__ }}", "access to attribute '__class__' of 'int' object is unsafe."),
        ("{% for a in items %}" * 2 + "x" + "{% endfor %}" * 2,
         "line 1: a loop inside a loop; lists can be written with join"),
        ("{{ items|join(items|join(text)) }}", "line 1: a filter inside the brackets of 'join'"),
        ("x" * 5_000, "the text has 5000 characters; at most 4000 are read"),
        ("{{ 1" + " + 1" * 40 + " }}", "line 1: too much inside one another"),
        ("{{ " + "(" * 3000 + "1" + ")" * 900 + " }}", "it cannot be read as a template"),
        ("", "it says nothing"),
    ],
)  # fmt: skip
def test_a_faulty_text_of_a_rule_is_explained(text: str, fault: str) -> None:
    assert check_template(text) == fault


def test_a_rules_own_text_is_cut_at_the_longest_reply() -> None:
    said = reply(*[an_item(CFE)] * 60, template="{% for a in items %}a bill of CFE {% endfor %}")
    assert len(said) <= LONGEST


# Every text, also what no keyboard types: lone surrogates, controls, marks.
texts = st.one_of(st.text(max_size=60), st.text(alphabet=st.characters(), max_size=60))
maybe_text = st.none() | texts
moments = st.dates() | st.datetimes() | st.datetimes(timezones=st.just(UTC))
amounts = st.none() | st.decimals(allow_nan=True, allow_infinity=True)
rules = maybe_text | st.sampled_from(
    ["FREQ=WEEKLY;BYDAY=MO,,", "FREQ=MONTHLY;BYMONTHDAY=0;COUNT=999", "FREQ=DAILY;UNTIL=99999999"]
)
tags = st.lists(texts, max_size=8).map(tuple)
zones = texts | st.sampled_from(["America/Mexico_City", "UTC", "America", "../etc/passwd", "Europe/Madrid\x00"])
regions = texts | st.sampled_from(["MX", "BR", "US", "ES", "IN", "PT", "mx"])
languages = texts | st.sampled_from([*WORDINGS, "pt-BR"])
codes = st.sampled_from(["MXN", "BRL", "EUR", "CLP", "CHF", "XXX"]) | texts
minutes = st.none() | st.integers()
datas = st.one_of(
    st.builds(TaskData, texts, maybe_text, st.none() | moments, maybe_text, tags, maybe_text, rules),
    st.builds(EventData, texts, moments, st.none() | moments, minutes, maybe_text,
              maybe_text | st.sampled_from(["zoom", "phone"]), maybe_text, tags, rules),
    st.builds(BillData, texts, amounts, codes, st.none() | st.dates(), maybe_text, maybe_text, rules),
    st.builds(NoteData, texts, tags, texts),
)  # fmt: skip
CHANGES = ("created", "reopened", "converted", "updated", "cancelled", "kept", "flagged")
items = st.builds(
    an_item, datas, title=texts, zone=zones, tags=tags, change=st.sampled_from(CHANGES) | texts,
    status=st.sampled_from(["open", "done", "cancelled"]), priority=st.sampled_from(["high", "medium", "low"]) | texts,
    was=st.none() | st.sampled_from(["task", "event", "bill", "note"]) | texts,
)  # fmt: skip
partials = st.dictionaries(
    st.sampled_from(["title", "vendor", "amount", "currency", "due", "start", "end", "location", "tags", "attendees",
                     "assignee", "recurrence", "priority"]) | texts,
    st.one_of(texts, moments, amounts, tags, st.none(), st.integers(), moments.map(lambda moment: moment.isoformat())),
)  # fmt: skip
codes_of_trouble = st.sampled_from(["no_bill", "no_title", "no_datetime", "empty", "too_slow"]) | texts
troubles = st.builds(Trouble, codes_of_trouble, partials, maybe_text, maybe_text)
templates = maybe_text | st.sampled_from(
    [OWN_TEXT, "{{ items }}{{ total|money }}", "{% for i in items %}{{ i }}{% endfor %}"]
)
occasions = st.builds(
    Occasion, emoji=maybe_text, language=languages, today=st.dates(), sent_on=st.dates(), region=regions,
    items=st.lists(items, max_size=14).map(tuple), trouble=st.none() | troubles, named_zone=st.none() | zones,
    excerpt=texts, template=templates,
)  # fmt: skip


@settings(max_examples=150, deadline=timedelta(seconds=2))
@given(occasions)
def test_whatever_was_read_a_reply_comes_out_that_is_short_and_can_be_sent(occasion: Occasion) -> None:
    said = render(occasion)
    said.encode()
    assert len(said) <= LONGEST
    assert bool(said.strip()) == bool(occasion.items or occasion.trouble)


@settings(max_examples=60, deadline=timedelta(seconds=2))
@given(texts | st.text(alphabet="{}% |.items()[]'for", max_size=60))
def test_whatever_a_rule_says_it_can_be_checked(text: str) -> None:
    fault = check_template(text)
    assert fault is None or fault.strip()
