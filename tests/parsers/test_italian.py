"""Reads Italian messages: numbers in one word, fused articles, hours with a point."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parsers.language import detect
from parsers.times import find_times

LANGUAGE = "it"


def at(moment):
    return None if moment is None else moment.isoformat()[:16]


# Said on Wednesday 4 March 2026 at 10:00.
TIMES = [
    ("domani", "date", "2026-03-05", None, None),
    ("dopodomani", "date", "2026-03-06", None, None),
    ("lunedì prossimo", "date", "2026-03-09", None, None),
    ("il 15", "date", "2026-03-15", None, None),
    ("l'8 maggio", "date", "2026-05-08", None, None),
    ("entro venerdì", "date", "2026-03-06", None, None),
    ("entro il 31 marzo", "date", "2026-03-31", None, None),
    ("fine marzo", "date", "2026-03-31", None, None),
    ("questo weekend", "date", "2026-03-07", None, None),
    ("la prossima settimana", "date", "2026-03-09", None, None),
    ("tra quindici giorni", "date", "2026-03-18", None, None),
    ("tra mezz'ora", "datetime", "2026-03-04T10:30", None, None),
    ("domani alle 8:30", "datetime", "2026-03-05T08:30", None, None),
    ("giovedì alle 15", "datetime", "2026-03-05T15:00", None, None),
    ("alle 20.30", "time", "2026-03-04T20:30", None, None),
    ("alle 8 e mezza", "time", "2026-03-04T20:30", None, None),
    ("alle nove meno un quarto", "time", "2026-03-04T20:45", None, None),
    ("domani sera", "datetime", "2026-03-05T19:00", None, None),
    ("stasera", "datetime", "2026-03-04T19:00", None, None),
    ("a mezzogiorno", "time", "2026-03-04T12:00", None, None),
    ("all'una", "time", "2026-03-04T13:00", None, None),
    ("dalle 10 alle 11:30", "range", "2026-03-05T10:00", "2026-03-05T11:30", None),
    ("dal 3 al 7 maggio", "range", "2026-05-03", "2026-05-07", None),
    ("tra le 14 e le 16", "range", "2026-03-04T14:00", "2026-03-04T16:00", None),
    ("ogni lunedì", "recurrence", "2026-03-09", None, "FREQ=WEEKLY;BYDAY=MO"),
    ("ogni martedì alle 9 di sera", "recurrence", "2026-03-10T21:00", None, "FREQ=WEEKLY;BYDAY=TU"),
    ("ogni giorno", "recurrence", "2026-03-04", None, "FREQ=DAILY"),
    ("il 5 di ogni mese", "recurrence", "2026-03-05", None, "FREQ=MONTHLY;BYMONTHDAY=5"),
    ("ogni due settimane", "recurrence", None, None, "FREQ=WEEKLY;INTERVAL=2"),
    ("il primo di ogni mese", "recurrence", "2026-04-01", None, "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("sabato 5 settembre 2026", "date", "2026-09-05", None, None),
    ("il 1° maggio", "date", "2026-05-01", None, None),
]


@pytest.mark.parametrize(("text", "kind", "start", "end", "rule"), TIMES)
def test_a_time_is_the_one_that_a_person_means(here, text, kind, start, end, rule):  # noqa: PLR0917 - one row of the table
    [found] = find_times(text, here(LANGUAGE))
    assert (found.kind, at(found.start), at(found.end), found.rrule) == (kind, start, end, rule)
    assert found.span == (0, len(text))


NO_TIMES = [
    "un secondo",
    "buona serata",
    "al terzo piano",
    "capitolo 12",
    "via Roma 12",
    "trecentocinquanta euro",
    "al mare",
    "il secondo piano",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(here, text):
    assert find_times(text, here(LANGUAGE)) == ()


TASKS = [
    ("Ricordami di comprare il pane stasera", "Comprare il pane", "2026-03-04T19:00"),
    ("non dimenticare di chiamare l'idraulico domani mattina", "Chiamare l'idraulico", "2026-03-05T09:00"),
    (
        "puoi mandare la fattura al commercialista entro venerdì? grazie",
        "Mandare la fattura al commercialista",
        "2026-03-06",
    ),
    ("bisogna portare fuori la spazzatura ogni giovedì sera", "Portare fuori la spazzatura", "2026-03-05T19:00"),
    ("prenotare il dentista la prossima settimana", "Prenotare il dentista", "2026-03-09"),
    ("Da fare: sistemare il garage questo weekend", "Sistemare il garage", "2026-03-07"),
    ("compito: rileggere la relazione per lunedì alle 9, è urgente", "Rileggere la relazione", "2026-03-09T09:00"),
    ("annaffiare le piante ogni due giorni", "Annaffiare le piante", None),
    ("@Giulia puoi prenotare il ristorante entro giovedì?", "Prenotare il ristorante", "2026-03-05"),
    ("rinnovare il passaporto entro fine marzo", "Rinnovare il passaporto", "2026-03-31"),
    ("cambiare le gomme tra due settimane", "Cambiare le gomme", "2026-03-18"),
    ("chiamare la mamma tra mezz'ora", "Chiamare la mamma", "2026-03-04T10:30"),
    ("senza fretta: riordinare le foto", "Riordinare le foto", None),
    ("comprare 3 panini e 2 chili di mele", "Comprare 3 panini e 2 chili di mele", None),
    ("portare fuori il cane alle 7.30 #cane", "Portare fuori il cane", "2026-03-04T19:30"),
    ("pagare il condominio il 10 di ogni mese", "Pagare il condominio", "2026-03-10"),
    ("consegnare la tesi entro il 15", "Consegnare la tesi", "2026-03-15"),
    ("Ciao! potresti prendere Luca a scuola alle 16:30?", "Prendere Luca a scuola", "2026-03-04T16:30"),
    ("richiamare il cliente oggi entro le 18", "Richiamare il cliente", "2026-03-04T18:00"),
    ("ritirare l'abito dalla sarta dopodomani", "Ritirare l'abito dalla sarta", "2026-03-06"),
    ("devo finire la presentazione per mercoledì prossimo", "Finire la presentazione", "2026-03-11"),
    ("Mi ricordi di chiamare il notaio lunedì prossimo?", "Chiamare il notaio", "2026-03-09"),
    ("comprare le pile", "Comprare le pile", None),
    ("fra 3 giorni risentire la signora Bianchi", "Risentire la signora Bianchi", "2026-03-07"),
    ("consegnare il modulo al massimo mercoledì", "Consegnare il modulo", "2026-03-11"),
    ("lavare la macchina ogni due settimane", "Lavare la macchina", None),
    ("leggere il capitolo 8 entro giovedì", "Leggere il capitolo 8", "2026-03-05"),
    ("stendere i panni tra 20 minuti", "Stendere i panni", "2026-03-04T10:20"),
    ("il prima possibile: chiamare la banca", "Chiamare la banca", None),
    ("dare l'antibiotico al gatto ogni sera", "Dare l'antibiotico al gatto", "2026-03-04T19:00"),
    ("fare i conti il primo di ogni mese", "Fare i conti", "2026-04-01"),
    ("dobbiamo prenotare le vacanze entro la fine del mese", "Prenotare le vacanze", "2026-03-31"),
    ("spedire gli inviti prima del 1° maggio", "Spedire gli inviti", "2026-05-01"),
    ("todo: rispondere alla mail di Carla", "Rispondere alla mail di Carla", None),
    ("prendere il latte tornando a casa", "Prendere il latte tornando a casa", None),
]


@pytest.mark.parametrize(("text", "title", "due"), TASKS)
def test_a_task_is_what_is_left_when_the_rest_is_out(read, text, title, due):
    task = read("task", LANGUAGE, text).data
    assert (task.title, at(task.due)) == (title, due)


EVENTS = [
    ("cena da Paolo sabato alle 20", "Cena", "2026-03-07T20:00", "Paolo"),
    ("dentista martedì 10 marzo alle 9:15", "Dentista", "2026-03-10T09:15", None),
    (
        "riunione genitori giovedì prossimo dalle 18 alle 19.30 alla scuola Manzoni",
        "Riunione genitori",
        "2026-03-05T18:00",
        "scuola Manzoni",
    ),
    ("ci vediamo domani a mezzogiorno al Bar Centrale?", "Ci vediamo", "2026-03-05T12:00", "Bar Centrale"),
    ("compleanno di Chiara domenica dalle 15", "Compleanno di Chiara", "2026-03-08T15:00", None),
    ("punto progetto venerdì alle 14 https://meet.google.com/abc-defg-hij", "Punto progetto", "2026-03-06T14:00", None),
    ("chiamata con Marco e Sara domani alle 10:30 al telefono", "Chiamata con Marco e Sara", "2026-03-05T10:30", None),
    ("lezione di yoga ogni mercoledì alle 19", "Lezione di yoga", "2026-03-04T19:00", None),
    (
        "calcetto con i ragazzi stasera alle 21 al campo Olimpia",
        "Calcetto con i ragazzi",
        "2026-03-04T21:00",
        "campo Olimpia",
    ),
    ("gita a Firenze dal 12 al 14 giugno", "Gita a Firenze", "2026-06-12", None),
    (
        "concerto di Vasco l'8 maggio allo Stadio San Siro alle 21",
        "Concerto di Vasco",
        "2026-05-08T21:00",
        "Stadio San Siro",
    ),
    ("aperitivo alle otto e mezza da Marco", "Aperitivo", "2026-03-04T20:30", "Marco"),
    ("colloquio domani dalle 14 alle 15 su Zoom", "Colloquio", "2026-03-05T14:00", None),
    ("pranzo con Elena martedì 12:30", "Pranzo con Elena", "2026-03-10T12:30", None),
    ("fisioterapia domani alle 17, durata 45 minuti", "Fisioterapia", "2026-03-05T17:00", None),
    ("cinema dopodomani alle 21:15", "Cinema", "2026-03-06T21:15", None),
    ("vacanze al mare dal 3 al 10 agosto", "Vacanze", "2026-08-03", "mare"),
    ("Cosa: festa di addio\nQuando: venerdì alle 18\nDove: sala B12", "Festa di addio", "2026-03-06T18:00", "sala B12"),
    (
        "buongiorno a tutti, assemblea di condominio martedì 17 marzo ore 19",
        "Assemblea di condominio",
        "2026-03-17T19:00",
        None,
    ),
    ("visita medica lunedì alle 8 meno un quarto", "Visita medica", "2026-03-09T07:45", None),
    ("pranzo all'una domani", "Pranzo", "2026-03-05T13:00", None),
    ("riunione domani alle ore 15 in ufficio", "Riunione", "2026-03-05T15:00", "ufficio"),
    ("grigliata sabato prossimo dalle 18 dai Rossi", "Grigliata dai Rossi", "2026-03-07T18:00", None),
    ("saggio di Leo il 20/06 alle 18", "Saggio di Leo", "2026-06-20T18:00", None),
    ("call di team domani 9-10 su Google Meet", "Call di team", "2026-03-05T09:00", None),
    ("visita oculistica il 12 alle 8:45", "Visita oculistica", "2026-03-12T08:45", None),
    ("partita Italia-Francia domenica ore 21", "Partita Italia-Francia", "2026-03-08T21:00", None),
    ("matrimonio di Sofia e Marco sabato 5 settembre 2026", "Matrimonio di Sofia e Marco", "2026-09-05", None),
    ("riunione tra 2 ore", "Riunione", "2026-03-04T12:00", None),
    ("parrucchiere giovedì tra le 14 e le 15", "Parrucchiere", "2026-03-05T14:00", None),
    ("treno per Napoli venerdì 7:12", "Treno per Napoli", "2026-03-06T07:12", None),
    ("serata giochi venerdì sera da noi", "Serata giochi da noi", "2026-03-06T19:00", None),
    ("lezione di piano di Tommaso mercoledì 14-14:45", "Lezione di piano di Tommaso", "2026-03-11T14:00", None),
    ("cenone il 31 dicembre alle 20 da Nadia", "Cenone", "2026-12-31T20:00", "Nadia"),
    (
        "appuntamento con il dott. Rossi lunedì alle 11 in comune",
        "Appuntamento con il dott. Rossi in comune",
        "2026-03-09T11:00",
        None,
    ),
    (
        "colazione domani alle 8 al bar sotto casa con Giulia",
        "Colazione con Giulia",
        "2026-03-05T08:00",
        "bar sotto casa",
    ),
    ("domani pomeriggio alle 4 tè dalla nonna", "Tè", "2026-03-05T16:00", "nonna"),
]


@pytest.mark.parametrize(("text", "title", "start", "place"), EVENTS)
def test_an_event_says_what_when_and_where(read, text, title, start, place):
    event = read("calendar", LANGUAGE, text).data
    assert (event.title, at(event.start), event.location) == (title, start, place)


BILLS = [
    ("Affitto 650 € il 5", [("Affitto", "650.00", "2026-03-05")]),
    ("bolletta gas Eni 124,56 € da pagare entro il 20", [("Eni", "124.56", "2026-03-20")]),
    ("devo 40 euro a Luca", [("Luca", "40.00", None)]),
    ("assicurazione auto Unipol duecentocinquanta euro il 10 aprile", [("Unipol", "250.00", "2026-04-10")]),
    ("IMU 1.250 € entro il 16 giugno", [("IMU", "1250.00", "2026-06-16")]),
    ("mensa scolastica 62,40€ entro venerdì, rif 20260345", [("Mensa scolastica", "62.40", "2026-03-06")]),
    ("pagare la colf 600 euro a fine mese", [("Colf", "600.00", "2026-03-31")]),
    ("condominio 180 euro al mese", [("Condominio", "180.00", None)]),
    (
        "Luce 80 €, acqua 35 € e internet 30 €, tutto entro il 15",
        [("Luce", "80.00", "2026-03-15"), ("Acqua", "35.00", "2026-03-15"), ("Internet", "30.00", "2026-03-15")],
    ),
    ("restituire 25€ a Camilla per la cena", [("Camilla", "25.00", None)]),
    ("rata del mutuo 1.120,50 € ogni 5 del mese", [("Mutuo", "1120.50", "2026-03-05")]),
    ("l'affitto scade domani", [("Affitto", None, "2026-03-05")]),
    ("multa 135 € da pagare entro 5 giorni", [("Multa", "135.00", "2026-03-09")]),
    ("bollo auto milleduecento euro entro il 31", [("Bollo auto", "1200.00", "2026-03-31")]),
    ("bolletta dell'acqua 40 €", [("Acqua", "40.00", None)]),
    ("Vodafone 34,99 € addebito il 12", [("Vodafone", "34.99", "2026-03-12")]),
    ("affitto 780 euro + spese 95 euro", [("Affitto", "780.00", None), ("Spese", "95.00", None)]),
    ("TARI: 245 € entro il 15 settembre", [("TARI", "245.00", "2026-09-15")]),
    ("palestra 29,90 al mese", [("Palestra", "29.90", None)]),
    ("milleduecento euro di affitto per il 3", [("Affitto", "1200.00", "2026-04-03")]),
    ("asilo nido trecentocinquanta euro entro il 10", [("Asilo nido", "350.00", "2026-03-10")]),
]


@pytest.mark.parametrize(("text", "payees"), BILLS)
def test_a_bill_says_who_and_how_much(read, text, payees):
    bills = read("bill", LANGUAGE, text).data.bills
    assert [(b.vendor, b.amount and str(b.amount), at(b.due)) for b in bills] == payees


@pytest.mark.parametrize(
    ("words", "value"),
    [("ventuno", 21), ("duecentocinquanta", 250), ("milleduecento", 1200), ("duemilatrecento", 2300)],
)
def test_a_number_is_one_word(read, words, value):
    [bill] = read("bill", LANGUAGE, f"affitto {words} euro").data.bills
    assert bill.amount == Decimal(value)


@pytest.mark.parametrize("text", [row[0] for row in (*TASKS, *EVENTS, *BILLS)])
def test_the_language_of_a_message_is_found(text):
    assert detect(text).code == LANGUAGE
