from __future__ import annotations

from datetime import date, datetime

import pytest

from parsers.times import TimePhrase, find_times, last_covered


def only(found: tuple[TimePhrase, ...]) -> TimePhrase:
    assert len(found) == 1, [f.text for f in found]
    return found[0]


def written(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()[:16]


# All of it is said on Wednesday 4 March 2026 at 10:00.
STRETCHES = [
    # a part of a month, a week or a year
    ("en", "early June", "2026-06-01", "2026-06-10"),
    ("en", "mid-June", "2026-06-10", "2026-06-20"),
    ("en", "late next month", "2026-04-21", "2026-04-30"),
    ("en", "the second half of March", "2026-03-16", "2026-03-31"),
    ("en", "in the middle of next week", "2026-03-10", "2026-03-12"),
    ("en", "the first half of 2027", "2027-01-01", "2027-06-30"),
    ("en", "Q3 2027", "2027-07-01", "2027-09-30"),
    ("en", "the last quarter of 2027", "2027-10-01", "2027-12-31"),
    ("es", "a principios del próximo mes", "2026-04-01", "2026-04-10"),
    ("es", "a mediados de junio", "2026-06-10", "2026-06-20"),
    ("es", "la segunda quincena de junio", "2026-06-16", "2026-06-30"),
    ("es", "primer semestre de 2027", "2027-01-01", "2027-06-30"),
    ("pt", "em meados de junho", "2026-06-10", "2026-06-20"),
    ("pt", "na primeira quinzena de maio", "2026-05-01", "2026-05-15"),
    ("pt", "no meio da semana que vem", "2026-03-10", "2026-03-12"),
    # from one date to another
    ("en", "June 5, 2026 to July 8, 2026", "2026-06-05", "2026-07-08"),
    ("en", "2026-05-06 to 2026-05-08", "2026-05-06", "2026-05-08"),
    ("en", "from today to Sunday", "2026-03-04", "2026-03-08"),
    ("en", "from Monday to Friday next week", "2026-03-09", "2026-03-13"),
    ("en", "between 2026 and 2028", "2026-01-01", "2028-12-31"),
    ("es", "desde hoy hasta el domingo", "2026-03-04", "2026-03-08"),
    ("es", "desde el lunes hasta el viernes de la próxima semana", "2026-03-09", "2026-03-13"),
    ("es", "de 2026 a 2028", "2026-01-01", "2028-12-31"),
    ("pt", "de hoje até domingo", "2026-03-04", "2026-03-08"),
    ("pt", "segunda a sexta da próxima semana", "2026-03-09", "2026-03-13"),
    ("es", "lun-vie", "2026-03-09", "2026-03-13"),
    ("es", "entre lunes y miércoles", "2026-03-09", "2026-03-11"),
    ("es", "enero a marzo", "2026-01-01", "2026-03-31"),
    ("en", "March 2027 - May 2027", "2027-03-01", "2027-05-31"),
    ("en", "the 5th - 8th", "2026-03-05", "2026-03-08"),
    ("pt", "do 5º ao 8", "2026-03-05", "2026-03-08"),
    # parts of a year, and weeks that are named by a day
    ("en", "2027 H1", "2027-01-01", "2027-06-30"),
    ("en", "in Q3", "2026-07-01", "2026-09-30"),
    ("en", "weekend of March 8", "2026-03-07", "2026-03-08"),
    ("en", "the 14th week of 2027", "2027-04-05", "2027-04-11"),
    ("en", "the month of June 2027", "2027-06-01", "2027-06-30"),
    ("es", "semana en curso", "2026-03-02", "2026-03-08"),
    # the last and the next few
    ("en", "the last few months", "2025-12-04", "2026-03-03"),
    ("es", "las últimas 2 semanas", "2026-02-18", "2026-03-03"),
    ("es", "los dos últimos meses", "2026-01-04", "2026-03-03"),
    ("pt", "os últimos dois dias", "2026-03-02", "2026-03-03"),
    # weekends and numbered weeks
    ("en", "the first weekend of June", "2026-06-06", "2026-06-07"),
    ("en", "last weekend", "2026-02-28", "2026-03-01"),
    ("en", "the weekend after next", "2026-03-14", "2026-03-15"),
    ("en", "week 14 of 2026", "2026-03-30", "2026-04-05"),
    ("es", "el primer fin de semana de junio", "2026-06-06", "2026-06-07"),
    ("es", "semana 14 de 2026", "2026-03-30", "2026-04-05"),
    ("pt", "fim de semana passado", "2026-02-28", "2026-03-01"),
    # months and years that are said by their distance
    ("en", "last January", "2026-01-01", "2026-01-31"),
    ("en", "May of next year", "2027-05-01", "2027-05-31"),
    ("en", "the year before last", "2024-01-01", "2024-12-31"),
    ("es", "el año que viene", "2027-01-01", "2027-12-31"),
    ("es", "enero pasado", "2026-01-01", "2026-01-31"),
    ("pt", "em janeiro do ano que vem", "2027-01-01", "2027-01-31"),
    ("en", "January through March 2027", "2027-01-01", "2027-03-31"),
    ("en", "between June 5th and 9th", "2026-06-05", "2026-06-09"),
    # hours
    ("en", "Friday 10pm - Saturday 2am", "2026-03-06T22:00", "2026-03-07T02:00"),
    ("es", "del 5 de junio a las 10 al 6 de junio a las 12", "2026-06-05T10:00", "2026-06-06T12:00"),
    ("pt", "de 5 de junho às 10h a 6 de junho às 12h", "2026-06-05T10:00", "2026-06-06T12:00"),
    ("en", "between 3 in the afternoon and 5 in the afternoon", "2026-03-04T15:00", "2026-03-04T17:00"),
    ("es", "entre las 3 de la tarde y las 5 de la tarde", "2026-03-04T15:00", "2026-03-04T17:00"),
    ("pt", "sexta das 10h até o meio-dia", "2026-03-06T10:00", "2026-03-06T12:00"),
]


@pytest.mark.parametrize(("language", "text", "first", "last"), STRETCHES)
def test_a_stretch_is_read_from_its_first_to_its_last_day_or_hour(here, language, text, first, last):
    found = only(find_times(text, here(language)))
    assert (written(found.start), written(last_covered(found)), found.span) == (first, last, (0, len(text)))


POINTS = [
    # counted from another day or hour
    ("en", "two weeks after May 5", "2026-05-19"),
    ("en", "two days before June 10th", "2026-06-08"),
    ("en", "a week from next Tuesday", "2026-03-17"),
    ("en", "the day after Christmas", "2026-12-26"),
    ("en", "the Monday after next", "2026-03-16"),
    ("en", "the Friday before Christmas", "2026-12-18"),
    ("en", "the Monday after Easter", "2026-04-06"),
    ("en", "2 hours after 9am", "2026-03-05T11:00"),
    ("en", "last night at 9", "2026-03-03T21:00"),
    ("es", "anoche a las 9", "2026-03-03T21:00"),
    ("es", "la mañana del viernes", "2026-03-06T09:00"),
    ("es", "el domingo de pascua", "2026-04-05"),
    ("en", "half an hour after noon", "2026-03-04T12:30"),
    ("es", "dos semanas después del 5 de mayo", "2026-05-19"),
    ("es", "el día después de navidad", "2026-12-26"),
    ("pt", "o dia depois do natal", "2026-12-26"),
    ("en", "the Friday after May 5", "2026-05-08"),
    # one of two
    ("es", "el 5 o 6", "2026-03-05"),
    ("en", "at 5 or 6", "2026-03-04T17:00"),
    # the end of something
    ("en", "by the end of May", "2026-05-31"),
    ("en", "at the end of the week", "2026-03-06"),
    ("en", "the end of 2027", "2027-12-31"),
    ("en", "the last Sunday of the year", "2026-12-27"),
    ("es", "a fines de 2027", "2027-12-31"),
    ("pt", "no final de maio", "2026-05-31"),
    # short units
    ("en", "5m ago", "2026-03-04T09:55"),
    ("en", "in 3d", "2026-03-07"),
    ("es", "en 1h 20m", "2026-03-04T11:20"),
    ("es", "en 2 h", "2026-03-04T12:00"),
    ("pt", "em 5m", "2026-03-04T10:05"),
    # years in words, in two digits, or by their distance
    ("en", "March third two thousand and twenty seven", "2027-03-03"),
    ("en", "Jan 5 '27", "2027-01-05"),
    ("en", "9-Mar-27", "2027-03-09"),
    ("en", "the 5th of May next year", "2027-05-05"),
    ("es", "el cinco de enero de dos mil veintisiete", "2027-01-05"),
    ("es", "el 5 de mayo del año que viene", "2027-05-05"),
    ("pt", "cinco de janeiro de dois mil e vinte e sete", "2027-01-05"),
    # days of this and other months
    ("en", "21st this month", "2026-03-21"),
    ("en", "the 1st of the month", "2026-04-01"),
    ("en", "on 4-22", "2026-04-22"),
    ("es", "el 21 de este mes", "2026-03-21"),
    ("es", "el 22-4", "2026-04-22"),
    ("pt", "vinte e um de março", "2026-03-21"),
    ("pt", "dia 21 deste mês", "2026-03-21"),
    # weekdays with a full stop, holidays that are weekdays
    ("en", "Tues. 5 May", "2026-05-05"),
    ("es", "vie. 5 de jun", "2026-06-05"),
    ("pt", "sex. 5 de jun", "2026-06-05"),
    ("en", "Black Friday", "2026-11-27"),
    ("en", "Mother's Day", "2026-05-10"),
    ("pt", "sexta-feira santa", "2026-04-03"),
    ("pt", "dia das mães", "2026-05-10"),
    # hours in words
    ("en", "twenty-five to nine in the evening", "2026-03-04T20:35"),
    ("en", "at seven-thirty pm", "2026-03-04T19:30"),
    ("en", "12 noon", "2026-03-04T12:00"),
    ("en", "tomorrow's", "2026-03-05"),
    ("es", "a las seis menos veinticinco", "2026-03-04T17:35"),
    ("es", "15 minutos para las seis", "2026-03-04T17:45"),
    ("es", "las 6 y 10", "2026-03-04T18:10"),
    ("pt", "às seis menos um quarto", "2026-03-04T17:45"),
    ("pt", "às três e um quarto", "2026-03-04T15:15"),
]


@pytest.mark.parametrize(("language", "text", "expected"), POINTS)
def test_a_day_or_hour_is_the_one_that_a_person_means(here, language, text, expected):
    found = only(find_times(text, here(language)))
    assert (written(found.start), found.span) == (expected, (0, len(text)))


REPEATED = [
    ("en", "every May 5th", "FREQ=YEARLY", "2026-05-05"),
    ("en", "every 1st and 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-03-15"),
    ("en", "every 5th", "FREQ=MONTHLY;BYMONTHDAY=5", "2026-03-05"),
    ("es", "cada segundo lunes del mes", "FREQ=MONTHLY;BYDAY=2MO", "2026-03-09"),
    ("es", "cada 5 de mayo", "FREQ=YEARLY", "2026-05-05"),
    ("pt", "todo 5 de maio", "FREQ=YEARLY", "2026-05-05"),
]


@pytest.mark.parametrize(("language", "text", "rrule", "first"), REPEATED)
def test_what_comes_back_on_its_date_is_a_repetition(here, language, text, rrule, first):
    found = only(find_times(text, here(language)))
    assert (found.rrule, written(found.start)) == (rrule, first)


NO_TIMES = [
    ("en", "The cat sat on the mat"),
    ("en", "We wed in secret"),
    ("en", "Take 5 a day"),
    ("en", "What a day!"),
    ("en", "Watch it in 3D"),
    ("en", "from 1 to 10 how good is it"),
    ("en", "between 3 and 10 people"),
    ("en", "A quarter of the cake"),
    ("en", "He is 30 years old"),
    ("en", "the first half of the match was boring"),
    ("en", "Middle of nowhere"),
    ("en", "two to one"),
    ("en", "Q3 results are bad"),
    ("en", "Section 4.22 of the manual"),
    ("en", "not now please"),
    ("es", "Av. 9 de Julio 1200"),
    ("es", "Son 3/4 de taza"),
    ("es", "Un perro de 5 años"),
    ("es", "El 5 de copas"),
    ("es", "los años 90 fueron geniales"),
    ("es", "dos a uno"),
    ("es", "entre 3 y 10 personas"),
    ("es", "A mitad de camino"),
    ("es", "la segunda mitad fue peor"),
    ("es", "por ahora nada"),
    ("pt", "o valor está entre 3 e 10"),
    ("pt", "Tem 30 anos"),
    ("pt", "Dia 3 da viagem"),
    ("pt", "de 8 a 12 pessoas"),
    ("pt", "Segunda opinião do médico"),
    ("pt", "No meio do caminho"),
    ("pt", "agora não"),
    ("pt", "a Aurora pediu pra ter mais calma"),
    ("pt", "café da manhã na casa da Bia"),
    ("en", "ask at First American Title"),
]


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_words_that_only_look_like_a_time_are_none(here, language, text):
    assert [f.text for f in find_times(text, here(language))] == []


# What a person wants done, what is left of it as a title, when it is due, and how often.
SAID = [
    # deadlines, and what may follow them
    ("en", "run to the bank before 5 and get change", "Run to the bank and get change", "2026-03-04T17:00", None),
    ("en", "drop the form by 3/12, thanks!!\nMia can't play", "Drop the form", "2026-03-12", None),
    ("en", "send the form on or before July 3", "Send the form", "2026-07-03", None),
    ("en", "hand in the essay by the 14th at the latest", "Hand in the essay", "2026-03-14", None),
    ("en", "review the lease by EOD tomorrow", "Review the lease", "2026-03-05", None),
    ("en", "send the invoice by end of day Friday", "Send the invoice", "2026-03-06", None),
    ("en", "send the invoice tomorrow EOD", "Send the invoice", "2026-03-05", None),
    ("en", "check on mom later today", "Check on mom", "2026-03-04", None),
    ("en", "return the books this week-end", "Return the books", "2026-03-07", None),
    ("es", "mandar el informe hoy al final del día", "Mandar el informe", "2026-03-04", None),
    ("es", "llamar a Pau mañana después de las 6", "Llamar a Pau", "2026-03-05T18:00", None),
    ("es", "pagar el agua, vence el 02-12", "Pagar el agua", "2026-12-02", None),
    ("es", "pagar el predial antes de que acabe el mes", "Pagar el predial", "2026-03-31", None),
    ("es", "revisar el contrato de aquí al viernes", "Revisar el contrato", "2026-03-06", None),
    ("es", "recoger las medicinas mañana antes de las 12 m", "Recoger las medicinas", "2026-03-05T12:00", None),
    ("pt", "fechar o relatório até o fim do dia", "Fechar o relatório", "2026-03-04", None),
    ("pt", "buscar o menino às 16h e tal", "Buscar o menino", "2026-03-04T16:00", None),
    ("pt", "comprar pilhas ainda hoje", "Comprar pilhas", "2026-03-04", None),
    # parts of the day
    ("es", "limpiar el patio mañana de mañana", "Limpiar el patio", "2026-03-05T09:00", None),
    ("es", "limpiar el patio mañana de tarde", "Limpiar el patio", "2026-03-05T15:00", None),
    ("es", "cortar el pasto el lunes por la tarde la semana que viene", "Cortar el pasto", "2026-03-09T15:00", None),
    ("pt", "estender a roupa logo à noite", "Estender a roupa", "2026-03-04T20:00", None),
    ("pt", "comprar pão pro café da manhã na sexta", "Comprar pão pro café da manhã", "2026-03-06", None),
    # one of several days
    ("en", "water the plants Sat & Sun", "Water the plants", "2026-03-07", None),
    ("en", "gym mon & wed 6am", "Gym", "2026-03-09T06:00", None),
    ("en", "call Jo on the 9th or 10th", "Call Jo", "2026-03-09", None),
    ("es", "entregar el reporte entre hoy y mañana", "Entregar el reporte", "2026-03-04", None),
    ("es", "pagar hoy o mañana", "Pagar", "2026-03-04", None),
    ("es", "cena el sábado o domingo a las 9 pm", "Cena", "2026-03-07T21:00", None),
    ("es", "ir al banco el 9 o el 10 de abril", "Ir al banco", "2026-04-09", None),
    ("pt", "lavar o carro sábado ou domingo", "Lavar o carro", "2026-03-07", None),
    # numbers that count
    ("en", "read chapters 3 to 5 for Monday", "Read chapters 3 to 5", "2026-03-09", None),
    ("es", "ejercicios 1 al 10 para el lunes", "Ejercicios 1 al 10", "2026-03-09", None),
    ("es", "comprar 12 m de cable mañana", "Comprar 12 m de cable", "2026-03-05", None),
    ("es", "pasar al taller entre 9 y 1", "Pasar al taller", "2026-03-05T09:00", None),
    # names
    ("es", "Todo antes del 5 de mayo", "Todo", "2026-05-05", None),
    ("pt", "comprar velas pro niver do Domingos, sábado", "Comprar velas pro niver do Domingos", "2026-03-07", None),
    ("pt", "às segundas pôr o lixo na rua", "Pôr o lixo na rua", "2026-03-09", "WEEKLY;BYDAY=MO"),
    # repetitions
    ("en", "gym mon, wed & fri 6am", "Gym", "2026-03-06T06:00", "WEEKLY;BYDAY=MO,WE,FR"),
    ("en", "gym Mon/Wed/Fri 6am", "Gym", "2026-03-06T06:00", "WEEKLY;BYDAY=MO,WE,FR"),
    ("es", "sacar la basura lunes miércoles y viernes", "Sacar la basura", "2026-03-06", "WEEKLY;BYDAY=MO,WE,FR"),
    ("pt", "academia seg/qua/sex 7h", "Academia", "2026-03-06T07:00", "WEEKLY;BYDAY=MO,WE,FR"),
    ("es", "nómina los dias 15 y ultimo de cada mes", "Nómina", "2026-03-15", "MONTHLY;BYMONTHDAY=15,-1"),
    ("en", "pay staff on the 15th and last day of every month", "Pay staff", "2026-03-15", "MONTHLY;BYMONTHDAY=15,-1"),
    ("pt", "salários dia 15 e último dia de cada mês", "Salários", "2026-03-15", "MONTHLY;BYMONTHDAY=15,-1"),
    ("en", "renew the card every January", "Renew the card", "2027-01-01", "YEARLY"),
    ("en", "timesheet every 2nd Friday", "Timesheet", "2026-03-06", "WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("en", "training every 2nd and 4th Wednesday", "Training", "2026-03-11", "MONTHLY;BYDAY=2WE,4WE"),
    ("en", "yoga every Tuesday until June 30", "Yoga", "2026-03-10", "WEEKLY;BYDAY=TU"),
    ("es", "yoga los martes y jueves hasta junio", "Yoga", "2026-03-05", "WEEKLY;BYDAY=TU,TH"),
    ("es", "cortar el pasto cada dos sábados", "Cortar el pasto", "2026-03-07", "WEEKLY;INTERVAL=2;BYDAY=SA"),
    ("es", "cada 1 y 16 del mes pagar nómina", "Pagar nómina", "2026-03-16", "MONTHLY;BYMONTHDAY=1,16"),
    ("pt", "renovar a carteirinha todo mês de abril", "Renovar a carteirinha", "2026-04-01", "YEARLY"),
    ("pt", "enviar convite hoje ou amanhã cedo", "Enviar convite", "2026-03-04", None),
    ("es", "Netflix mensual, próximo cargo el 27", "Netflix, próximo cargo", "2026-03-27", "MONTHLY"),
    ("es", "regar un día sí y un día no", "Regar", None, "DAILY;INTERVAL=2"),
    ("pt", "aula quinzenal às quintas", "Aula", "2026-03-05", "WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("pt", "a cada duas semanas, na terça, podar", "Podar", "2026-03-10", "WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("pt", "tomar antibiótico de 8 em 8 horas", "Tomar antibiótico", None, "HOURLY;INTERVAL=8"),
    ("pt", "pagar a diarista todo mês até o dia 10", "Pagar a diarista", "2026-03-10", "MONTHLY;BYMONTHDAY=10"),
]


@pytest.mark.parametrize(("language", "text", "expected"), [(said[0], said[1], said[2:]) for said in SAID])
def test_all_that_says_when_leaves_the_title(read, language, text, expected):
    task = read("task", language, text).data
    repeated = task.recurrence and task.recurrence.removeprefix("FREQ=")
    assert (task.title, written(task.due), repeated) == expected


MEETINGS = [
    ("en", "Parents' evening tues 5:45pm", "Parents' evening", "2026-03-10T17:45", None),
    ("en", "School open evening 12 May 18:30", "School open evening", "2026-05-12T18:30", None),
    ("en", "farewell for Jun this Friday 7 in the evening", "Farewell for Jun", "2026-03-06T19:00", None),
    ("en", "Grandma is coming Wednesday at 4pm", "Grandma is coming", "2026-03-11T16:00", None),
    ("en", "Call next Friday 3-4pm ET", "Call", "2026-03-13T15:00", "2026-03-13T16:00"),
    ("en", "Visit Weds 3:40-4pm rm 12", "Visit rm 12", "2026-03-11T15:40", "2026-03-11T16:00"),
    ("es", "Concierto de Julio el 31 a las 22:00", "Concierto de Julio", "2026-03-31T22:00", None),
    ("es", "fiesta el sábado 11 de 8 pm a 1 am", "Fiesta", "2026-04-11T20:00", "2026-04-12T01:00"),
    # no such weekday for two months: the number wins
    ("es", "junta el sábado 31 a las 5", "Junta", "2026-03-31T17:00", None),
    ("en", "dinner at Mum's on Sunday at half seven x", "Dinner", "2026-03-08T07:30", None),
    ("es", "Ensayo de 8 de la noche hasta la medianoche", "Ensayo", "2026-03-04T20:00", "2026-03-05T00:00"),
    ("es", "Vuelo a Lima sáb 28 nov 7:40", "Vuelo a Lima", "2026-11-28T07:40", None),
    ("es", "psicóloga los martes a las 4 y media x meet", "Psicóloga", "2026-03-10T16:30", None),
    ("es", "almuerzo mañana 12m", "Almuerzo", "2026-03-05T12:00", None),
    ("pt", "café com a Abril e o Domingos amanhã às 16h", "Café com a Abril e o Domingos", "2026-03-05T16:00", None),
]


@pytest.mark.parametrize(("language", "text", "expected"), [(said[0], said[1], said[2:]) for said in MEETINGS])
def test_names_stay_in_the_title_of_an_event(read, language, text, expected):
    event = read("calendar", language, text).data
    assert (event.title, written(event.start), written(event.end)) == expected


def test_para_a_semana_is_the_next_one_in_portugal_and_no_date_in_brazil(here):
    said = "entregar o relatório para a semana"
    assert [written(f.start) for f in find_times(said, here("pt", region="PT"))] == ["2026-03-09"]
    assert find_times(said, here("pt", region="BR")) == ()
