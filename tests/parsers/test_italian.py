"""Reads Italian messages: numbers in one word, fused articles, hours with a point."""

from __future__ import annotations

import re
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


# What each says from then on: start, or start/end, in 2026 unless the year stands there, with the repetition.
PHRASES = """
    alle tre e mezza = 03-04T15:30; le tre e mezza = 03-04T15:30; alle 17 e 15 = 03-04T17:15;
    alle 17 e 30 = 03-04T17:30; alle 5 e un quarto = 03-04T17:15; alle otto meno un quarto = 03-04T19:45;
    alle otto meno dieci = 03-04T19:50; alle 7 meno 10 = 03-04T18:50; domani alle ore 15 = 03-05T15:00;
    domani ore 15.30 = 03-05T15:30; domani mattina alle 9 = 03-05T09:00; stasera alle 8 = 03-04T20:00;
    alle 8 di sera = 03-04T20:00; alle 8 di stasera = 03-04T20:00; alle 3 del pomeriggio = 03-04T15:00;
    alle 2 di notte = 03-05T02:00; mezzogiorno e mezza = 03-04T12:30; a mezzogiorno e un quarto = 03-04T12:15;
    a mezzanotte = 03-05T00:00; all'una e mezza = 03-04T13:30; verso l'una = 03-04T13:00;
    tra le 3 e le 5 = 03-04T15:00/03-04T17:00; tra le 15 e le 17 = 03-04T15:00/03-04T17:00;
    dalle 9 alle 11 = 03-05T09:00/03-05T11:00; dalle 9 alle 11:30 di domani = 03-05T09:00/03-05T11:30;
    dalle cinque alle sette = 03-04T17:00/03-04T19:00; dalle 14 alle 15.30 = 03-04T14:00/03-04T15:30;
    dal 3 al 7 = 04-03/04-07; dal 28 aprile al 3 maggio = 04-28/05-03; tra il 3 e il 7 maggio = 05-03/05-07;
    dal lunedì al mercoledì = 03-09/03-11; da lunedì a giovedì = 03-09/03-12; da mar a gio = 03-09/03-12;
    inizio marzo = 03-01/03-10; a inizio mese = 03-01/03-10; metà giugno = 06-10/06-20; a metà mese = 03-10/03-20;
    fine mese = 03-31; a fine aprile = 04-30; fine maggio 2027 = 2027-05-31; il prossimo fine settimana = 03-07;
    il weekend del 14 = 03-14/03-15; quest'estate = 06-21; l'estate prossima = 06-21; in inverno = 12-21;
    a Natale = 12-25; a Pasqua = 04-05; a Ferragosto = 08-15; tre giorni fa = 03-01; due settimane fa = 02-18;
    fra quindici giorni = 03-18; fra un'ora e mezza = 03-04T11:30; tra tre quarti d'ora = 03-04T10:45;
    fra un mese e mezzo = 04-19; tra un anno = 2027-03-04; tra un giorno = 03-05; tra un minuto = 03-04T10:01;
    tra 2 minuti = 03-04T10:02; entro due giorni = 03-06; la settimana del 5 = 03-02; la settimana del 9 marzo = 03-09;
    ogni primo lunedì del mese = 04-06 MONTHLY;BYDAY=1MO; il primo lunedì di ogni mese = 04-06 MONTHLY;BYDAY=1MO;
    tutti i primi lunedì del mese = 04-06 MONTHLY;BYDAY=1MO; il lunedì e il giovedì = 03-05 WEEKLY;BYDAY=MO,TH;
    lunedì e giovedì alle 18 = 03-05T18:00 WEEKLY;BYDAY=MO,TH; ogni lunedì e mercoledì = 03-09 WEEKLY;BYDAY=MO,WE;
    tutti i martedì = 03-10 WEEKLY;BYDAY=TU; ogni 15 giorni = WEEKLY;INTERVAL=2;
    un lunedì sì e uno no = 03-09 WEEKLY;INTERVAL=2;BYDAY=MO; a lunedì alterni = 03-09 WEEKLY;INTERVAL=2;BYDAY=MO;
    ogni due lunedì = 03-09 WEEKLY;INTERVAL=2;BYDAY=MO; una volta al mese = MONTHLY;
    ogni tre mesi = MONTHLY;INTERVAL=3; ogni anno il 12 maggio = 05-12 YEARLY; ogni mattina alle 7 = 03-05T07:00 DAILY;
    tutte le sere = 03-04T19:00 DAILY; in settimana = 03-06; entro la settimana = 03-06;
    dal lunedì al venerdì alle 9 = 03-05T09:00 WEEKLY;BYDAY=MO,TU,WE,TH,FR;
    il 15 di ogni mese = 03-15 MONTHLY;BYMONTHDAY=15; ogni 5 del mese = 03-05 MONTHLY;BYMONTHDAY=5;
    ogni mese il 10 = 03-10 MONTHLY;BYMONTHDAY=10; mercoledì a otto = 03-11; il giorno dopo = 03-05;
    due giorni dopo = 03-06; venerdì 13 marzo 2026 alle 14:30 = 03-13T14:30; venerdì tredici marzo = 03-13;
    il ventidue marzo = 03-22; il trentuno marzo = 03-31; il 31/03 alle 9 = 03-31T09:00; il primo aprile = 04-01;
    il 1° aprile = 04-01; lunedì 1 giugno = 06-01; il pomeriggio del 5 marzo = 03-05T15:00;
    la mattina del 12 = 03-12T09:00; sabato a mezzogiorno = 03-07T12:00; domenica mattina alle 10 = 03-08T10:00;
    martedì sera 20.30 = 03-10T20:30; martedì sera alle 8 e mezza = 03-10T20:30; ieri = 03-03;
    ieri alle 15 = 03-03T15:00; l'altro ieri = 03-02; la settimana scorsa = 02-23; il mese scorso = 02-01;
    lunedì scorso = 03-02; giovedì della prossima settimana = 03-12; giovedì prossimo alle 14 = 03-05T14:00;
    la settimana prossima = 03-09; il mese prossimo = 04-01; l'anno prossimo = 2027-01-01; nel 2027 = 2027-01-01;
    a marzo = 03-01; a marzo 2027 = 2027-03-01; nel mese di aprile = 04-01; per due ore = 120 min;
    per tre giorni = 4320 min; 2h30 = 03-05T02:30; un'ora e mezza = 90 min; due ore e mezza = 150 min;
    due ore e un quarto = 135 min; 45 min = 45 min; tre quarti d'ora = 45 min; due giorni e mezzo = 3600 min;
    a partire dalle 18 = 03-04T18:00; fino alle 20 = 03-04T20:00; prima delle 18 = 03-04T18:00;
    dopo le 17 = 03-04T17:00; entro le 16 = 03-04T16:00; entro stasera = 03-04T19:00; entro domani sera = 03-05T19:00;
    entro la fine della settimana = 03-06; entro fine mese = 03-31; entro la fine dell'anno = 12-31;
    inizio settimana prossima = 03-09/03-11; inizio del mese prossimo = 04-01/04-10; l'ultimo venerdì del mese = 03-27;
    il secondo martedì di aprile = 04-14; il terzo giovedì di maggio = 05-21; l'ultimo giorno del mese = 03-31;
    settimana 12 = 03-16/03-22; tre settimane dopo Pasqua = 04-26; due giorni prima di Natale = 12-23;
    la vigilia di Natale = 12-24; i prossimi tre giorni = 03-05/03-07; nei prossimi tre giorni = 03-07;
    le prossime 48 ore = 03-04T10:00/03-06T10:00; entro 24 ore = 03-05T10:00; tutta la settimana = 10080 min;
    tutto il giorno sabato = 03-07; sabato tutto il giorno = 03-07; alle 9 in punto = 03-04T21:00;
    alle 9 precise = 03-04T21:00; il 5 alle 9 = 03-05T09:00; il 5 sera = 03-05T19:00; domani all'alba = 03-05T05:00;
    domani in mattinata = 03-05T09:00; in serata = 03-04T19:00; nel pomeriggio = 03-04T15:00;
    nel primo pomeriggio = 03-04T15:00; nel tardo pomeriggio di venerdì = 03-06T15:00; in tarda serata = 03-04T19:00;
    le venti e trenta = 03-04T20:30; alle venti e quarantacinque = 03-04T20:45; alle diciotto = 03-04T18:00;
    alle 18:45 = 03-04T18:45; lun 9 mar = 03-09;
    mer 11 ore 17 = 03-11T17:00; gio 12/3 h 18 = 03-12T18:00; domani 15:30-17:00 = 03-05T15:30/03-05T17:00;
    domani dalle 15 alle 17 = 03-05T15:00/03-05T17:00; alle nove e mezza di mattina = 03-05T09:30;
    nelle prossime due settimane = 03-18; ogni secondo martedì del mese = 03-10 MONTHLY;BYDAY=2TU;
    ogni sabato mattina = 03-07T09:00 WEEKLY;BYDAY=SA; il sabato mattina = 03-07T09:00;
    ogni giorno alle 8 = 03-05T08:00 DAILY; ieri sera = 03-03T19:00; qualche ora = 180 min; diversi giorni = 4320 min;
    mezza giornata = 240 min; un giorno e mezzo = 2160 min; 48 ore = 2880 min; 1 ora 30 minuti = 90 min;
    una decina di minuti = 10 min; il resto del mese = 03-04/03-31; estate 2027 = 2027-06-21;
    gennaio 2027 = 2027-01-01; tra marzo e giugno = 03-01/06-30; primo trimestre 2027 = 2027-01-01;
    il secondo trimestre = 04-01; l'anno 2027 = 2027-01-01; le 7 e mezza di mattina = 03-05T07:30;
    alle 7 pm = 03-04T19:00; le sette di sera = 03-04T19:00; alle tre del pomeriggio = 03-04T15:00;
    mezzogiorno meno un quarto = 03-04T11:45; ogni trimestre = MONTHLY;INTERVAL=3;
    ogni lunedì alle 16 = 03-09T16:00 WEEKLY;BYDAY=MO; tutti i weekend = 03-07 WEEKLY;BYDAY=SA;
    ogni notte = 03-04T20:00 DAILY; martedì mattina = 03-10T09:00; tra le 3 e le 4 di domani = 03-05T15:00/03-05T16:00;
    dalle 16 alle 18 di lunedì = 03-09T16:00/03-09T18:00; dal 2 al 7 aprile 2027 = 2027-04-02/2027-04-07;
    dal 4 marzo 2027 al 6 marzo 2027 = 2027-03-04/2027-03-06; 15 luglio 2027 = 2027-07-15; 15/07/2027 = 2027-07-15;
    il 15 luglio = 07-15; mercoledì 15 luglio = 07-15; tra 3 settimane = 03-25; fra due mesi = 05-04;
    un anno fa = 2025-03-04; tre giorni dopo = 03-07; venerdì scorso = 02-27; questo venerdì = 03-06;
    dopodomani mattina = 03-06T09:00; il primo gennaio = 2027-01-01; capodanno = 2027-01-01; a capodanno = 2027-01-01;
    festa della mamma = 05-10; lunedì dell'angelo = 04-06; a Ognissanti = 11-01; mercoledì delle ceneri = 2027-02-10;
    Pasqua 2027 = 2027-03-28; Natale 2027 = 2027-12-25; una settimana dopo Natale = 2027-01-01;
    ogni martedì = 03-10 WEEKLY;BYDAY=TU; una volta a settimana = WEEKLY; due volte a settimana = WEEKLY;
    annualmente = YEARLY; mensilmente = MONTHLY; trimestralmente = MONTHLY;INTERVAL=3;
    dalle 9 a mezzogiorno = 03-05T09:00/03-05T12:00; le ventitré e cinquantanove = 03-04T23:59;
    verso mezzogiorno = 03-04T12:00; a fine giornata = 03-04T19:00; entro domani alle 17 = 03-05T17:00;
    a partire da lunedì = 03-09; da lunedì = 03-09; il mese di maggio = 05-01; lunedì della settimana prossima = 03-09;
    il 5 marzo dalle 10 = 03-05T10:00; sabato dalle 10 alle 12 = 03-07T10:00/03-07T12:00;
    il 5 dalle 10 alle 12 = 03-05T10:00/03-05T12:00; domani 18.30 = 03-05T18:30; sabato 20.30 = 03-07T20:30;
    ven 13/3 ore 19 = 03-13T19:00; dal 12/3 al 14/3 = 03-12/03-14; 12-14 marzo = 03-12/03-14;
    da venerdì alle 18 a domenica alle 12 = 03-06T18:00/03-08T12:00; domani tutto il giorno = 03-05;
    alle cinque = 03-04T17:00; verso le cinque = 03-04T17:00; alle 5 e 10 = 03-04T17:10; alle 17 meno 5 = 03-04T16:55;
    ogni tre giorni = DAILY;INTERVAL=3; due volte al mese = MONTHLY;
    ogni terzo venerdì del mese = 03-20 MONTHLY;BYDAY=3FR; ogni ultimo venerdì del mese = 03-27 MONTHLY;BYDAY=-1FR;
    l'ultimo venerdì di ogni mese = 03-27 MONTHLY;BYDAY=-1FR; il venerdì sera = 03-06T19:00;
    ogni venerdì sera = 03-06T19:00 WEEKLY;BYDAY=FR; tutti i venerdì alle 20 = 03-06T20:00 WEEKLY;BYDAY=FR;
    il lunedì = 03-09; i lunedì = 03-09 WEEKLY;BYDAY=MO; alle 18 di dopodomani = 03-06T18:00;
    dalle ore 9 alle ore 13 = 03-05T09:00/03-05T13:00; ore 9-13 = 03-05T09:00/03-05T13:00;
    h 9-13 sabato = 03-07T09:00/03-07T13:00; tra un paio di giorni = 03-07; tra qualche giorno = 03-07;
    fra un paio d'ore = 03-04T12:00
"""


def said(found):
    times = [at(t).removeprefix("2026-") for t in (found.start, found.end) if t]
    length = f"{found.duration_minutes} min" if found.kind == "duration" else ""
    return " ".join(filter(None, ["/".join(times), length, (found.rrule or "").removeprefix("FREQ=")]))


@pytest.mark.parametrize(("text", "meaning"), [row.strip().split(" = ") for row in re.split(r";\s", PHRASES)])
def test_every_family_of_time_phrases_is_read(here, text, meaning):
    [found] = find_times(text, here(LANGUAGE))
    assert (said(found), found.span) == (meaning, (0, len(text)))


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
    ("preparare le fatture di aprile entro il 10", "Preparare le fatture di aprile", "2026-03-10"),
    ("vi ricordo di compilare il modulo entro il 20", "Compilare il modulo", "2026-03-20"),
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
    (
        "Cena di classe giovedì alle 20 al ristorante Da Gino",
        "Cena di classe",
        "2026-03-05T20:00",
        "ristorante Da Gino",
    ),
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
    ("carrozzeria Bianchi 450 €", [("carrozzeria Bianchi", "450.00", None)]),
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
