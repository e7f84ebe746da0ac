"""Reads German messages: half past said as half to, ordinals with a full stop, nouns with capital letters."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from parsers.language import detect
from parsers.times import find_times

LANGUAGE = "de"


def at(moment):
    return None if moment is None else moment.isoformat()[:16]


# Said on Wednesday 4 March 2026 at 10:00.
TIMES = [
    ("morgen", "date", "2026-03-05", None, None),
    ("übermorgen", "date", "2026-03-06", None, None),
    ("nächsten Montag", "date", "2026-03-09", None, None),
    ("am 1. August", "date", "2026-08-01", None, None),
    ("bis Freitag", "date", "2026-03-06", None, None),
    ("bis zum 31. März", "date", "2026-03-31", None, None),
    ("Ende März", "date", "2026-03-31", None, None),
    ("am Wochenende", "date", "2026-03-07", None, None),
    ("nächste Woche", "date", "2026-03-09", None, None),
    ("in vierzehn Tagen", "date", "2026-03-18", None, None),
    ("in einer halben Stunde", "datetime", "2026-03-04T10:30", None, None),
    ("morgen um 8:30", "datetime", "2026-03-05T08:30", None, None),
    ("Donnerstag 14 Uhr", "datetime", "2026-03-05T14:00", None, None),
    ("um 20 Uhr 30", "time", "2026-03-04T20:30", None, None),
    ("um halb acht", "time", "2026-03-04T19:30", None, None),
    ("um Viertel vor neun", "time", "2026-03-04T20:45", None, None),
    ("um dreiviertel vier", "time", "2026-03-04T15:45", None, None),
    ("um fünf vor halb neun", "time", "2026-03-04T20:25", None, None),
    ("morgen Abend", "datetime", "2026-03-05T19:00", None, None),
    ("heute Abend", "datetime", "2026-03-04T19:00", None, None),
    ("um 8 Uhr abends", "time", "2026-03-04T20:00", None, None),
    ("Freitag Morgen", "datetime", "2026-03-06T09:00", None, None),
    ("am Freitagnachmittag", "datetime", "2026-03-06T15:00", None, None),
    ("von 10 bis 11:30 Uhr", "range", "2026-03-05T10:00", "2026-03-05T11:30", None),
    ("14-16 Uhr", "range", "2026-03-04T14:00", "2026-03-04T16:00", None),
    ("vom 3. bis 7. Mai", "range", "2026-05-03", "2026-05-07", None),
    ("3.-5.12.", "range", "2026-12-03", "2026-12-05", None),
    ("zwischen 14 und 16 Uhr", "range", "2026-03-04T14:00", "2026-03-04T16:00", None),
    ("jeden Montag", "recurrence", "2026-03-09", None, "FREQ=WEEKLY;BYDAY=MO"),
    ("jeden Donnerstagabend", "recurrence", "2026-03-05T19:00", None, "FREQ=WEEKLY;BYDAY=TH"),
    ("montags", "recurrence", "2026-03-09", None, "FREQ=WEEKLY;BYDAY=MO"),
    ("täglich", "recurrence", "2026-03-04", None, "FREQ=DAILY"),
    ("am 5. jedes Monats", "recurrence", "2026-03-05", None, "FREQ=MONTHLY;BYMONTHDAY=5"),
    ("alle zwei Wochen", "recurrence", None, None, "FREQ=WEEKLY;INTERVAL=2"),
    ("am 15.3.", "date", "2026-03-15", None, None),
    ("am So um 12", "datetime", "2026-03-08T12:00", None, None),
    ("Samstag, 5. September 2026", "date", "2026-09-05", None, None),
]


@pytest.mark.parametrize(("text", "kind", "start", "end", "rule"), TIMES)
def test_a_time_is_the_one_that_a_person_means(here, text, kind, start, end, rule):  # noqa: PLR0917 - one row of the table
    [found] = find_times(text, here(LANGUAGE))
    assert (found.kind, at(found.start), at(found.end), found.rrule) == (kind, start, end, rule)
    assert found.span == (0, len(text))


# What each says from then on: start, or start/end, in 2026 unless the year stands there, with the repetition.
PHRASES = """
    halb acht = 03-04T19:30; Viertel vor acht = 03-04T19:45; viertel nach drei = 03-04T15:15;
    dreiviertel acht = 03-04T19:45; Viertel acht = 03-04T19:15; fünf vor halb neun = 03-04T20:25;
    um zehn nach acht = 03-04T20:10; 20 nach 3 = 03-04T15:20; um kurz nach 8 = 03-04T20:00;
    abends um 8 Uhr = 03-04T20:00; morgen Abend um 8 Uhr = 03-05T20:00; heute Abend 8 Uhr = 03-04T20:00;
    3 Uhr 15 am Nachmittag = 03-04T15:15; um 3 Uhr nachts = 03-05T03:00; 12 Uhr mittags = 03-04T12:00;
    um 12 Uhr nachts = 03-05T00:00; 17 Uhr 30 = 03-04T17:30; 17.30 Uhr = 03-04T17:30; um 17:30 = 03-04T17:30;
    um 17h30 = 03-04T17:30; halb acht Uhr = 03-04T19:30; heute früh = 03-04T09:00; morgen früh um 7 = 03-05T07:00;
    morgen früh = 03-05T09:00; Montag früh = 03-09T09:00; am Montagmorgen = 03-09T09:00;
    Freitagabend um 8 = 03-06T20:00; am Freitag Nachmittag = 03-06T15:00; Samstag Mittag = 03-07T12:00;
    am Abend des 15. März = 03-15T19:00; vom 3. bis zum 7. Mai = 05-03/05-07; 3.-7. Mai = 05-03/05-07;
    28. April bis 3. Mai = 04-28/05-03; zwischen dem 3. und 7. Mai = 05-03/05-07;
    zwischen 15 und 17 Uhr = 03-04T15:00/03-04T17:00; von 9 bis 11 = 03-05T09:00/03-05T11:00;
    von 9 bis 11 Uhr = 03-05T09:00/03-05T11:00; von 9 Uhr bis 11 Uhr 30 = 03-05T09:00/03-05T11:30;
    9-11 Uhr morgen = 03-05T09:00/03-05T11:00; Donnerstag von 9 bis 11 = 03-05T09:00/03-05T11:00;
    Donnerstag Vormittag von 9 bis 11 = 03-05T09:00/03-05T11:00; von Montag bis Mittwoch = 03-09/03-11;
    Mo bis Mi = 03-09/03-11; Anfang März = 03-01/03-10; Mitte Juni = 06-10/06-20; Ende April = 04-30;
    Ende Mai 2027 = 2027-05-31; Monatsende = 03-31; dieses Wochenende = 03-07; nächstes Wochenende = 03-07;
    im Sommer = 06-21; nächsten Sommer = 06-21; diesen Winter = 12-21; zu Weihnachten = 12-25; an Ostern = 04-05;
    an Pfingsten = 05-24; vor 3 Tagen = 03-01; vor zwei Wochen = 02-18; in acht Tagen = 03-11; in 14 Tagen = 03-18;
    in anderthalb Stunden = 03-04T11:30; in eineinhalb Stunden = 03-04T11:30; in einer Dreiviertelstunde = 03-04T10:45;
    in einem Monat = 04-04; in einem Jahr = 2027-03-04; in einem halben Jahr = 09-04; in einer Minute = 03-04T10:01;
    in fünf Minuten = 03-04T10:05; in einem Tag = 03-05; innerhalb von zwei Tagen = 03-06;
    die Woche vom 9. März = 03-09; jeden ersten Montag im Monat = 04-06 MONTHLY;BYDAY=1MO;
    jeden ersten Montag des Monats = 04-06 MONTHLY;BYDAY=1MO; am ersten Montag jedes Monats = 04-06 MONTHLY;BYDAY=1MO;
    immer am ersten Montag im Monat = 04-06 MONTHLY;BYDAY=1MO; montags und donnerstags = 03-05 WEEKLY;BYDAY=MO,TH;
    Montag und Donnerstag um 18 Uhr = 03-05T18:00 WEEKLY;BYDAY=MO,TH;
    jeden Montag und Mittwoch = 03-09 WEEKLY;BYDAY=MO,WE; alle 14 Tage = WEEKLY;INTERVAL=2;
    alle zwei Wochen montags = 03-09 WEEKLY;INTERVAL=2;BYDAY=MO;
    jeden zweiten Montag = 03-09 WEEKLY;INTERVAL=2;BYDAY=MO; einmal im Monat = MONTHLY;
    alle drei Monate = MONTHLY;INTERVAL=3; jährlich am 12. Mai = 05-12 YEARLY; jeden Morgen um 7 = 03-05T07:00 DAILY;
    jeden Abend = 03-04T19:00 DAILY; werktags = 03-04 WEEKLY;BYDAY=MO,TU,WE,TH,FR;
    werktags um 9 = 03-05T09:00 WEEKLY;BYDAY=MO,TU,WE,TH,FR; unter der Woche = 03-04 WEEKLY;BYDAY=MO,TU,WE,TH,FR;
    am 15. jeden Monats = 03-15 MONTHLY;BYMONTHDAY=15; jeden 5. des Monats = 03-05 MONTHLY;BYMONTHDAY=5;
    Mittwoch in einer Woche = 03-11; Freitag in acht Tagen = 03-13; Samstag in zwei Wochen = 03-21;
    am nächsten Tag = 03-05; am Tag danach = 03-05; zwei Tage später = 03-06;
    Freitag, 13. März 2026, 14:30 Uhr = 03-13T14:30; Freitag den dreizehnten März = 03-13;
    am zweiundzwanzigsten März = 03-22; der vierte Dezember = 12-04; am 31.3. um 9 = 03-31T09:00; 31.03. = 03-31;
    am 1. April = 04-01; Fr. 13.3. = 03-13; Do 12.3. 18 Uhr = 03-12T18:00; gestern um 15 Uhr = 03-03T15:00;
    letzte Woche = 02-23; letzten Monat = 02-01; letzten Montag = 03-02; Donnerstag nächster Woche = 03-12;
    nächsten Donnerstag um 14 Uhr = 03-05T14:00; nächste Woche Donnerstag = 03-12; nächsten Monat = 04-01;
    nächstes Jahr = 2027-01-01; im Jahr 2027 = 2027-01-01; im März = 03-01; im März 2027 = 2027-03-01;
    im Laufe der Woche = 03-06; diese Woche noch = 03-06; noch diese Woche = 03-06; zwei Stunden lang = 120 min;
    drei Tage = 4320 min; 2h30 = 03-05T02:30; anderthalb Stunden = 90 min; 45 Min = 45 min;
    eine Dreiviertelstunde = 45 min; zweieinhalb Stunden = 150 min; ab 18 Uhr = 03-04T18:00; bis 20 Uhr = 03-04T20:00;
    vor 18 Uhr = 03-04T18:00; nach 17 Uhr = 03-04T17:00; bis heute Abend = 03-04T19:00; bis morgen früh = 03-05T09:00;
    bis Ende der Woche = 03-06; bis Ende des Monats = 03-31; bis zum Ende des Jahres = 12-31; bis Jahresende = 12-31;
    Ende nächster Woche = 03-13; Anfang nächster Woche = 03-09/03-11; Anfang nächsten Monats = 04-01/04-10;
    Mitte nächster Woche = 03-10/03-12; Ende nächsten Monats = 04-30; zweiter Dienstag im April = 04-14;
    am dritten Donnerstag im Mai = 05-21; am letzten Tag des Monats = 03-31; KW 12 = 03-16/03-22;
    in KW 12 = 03-16/03-22; Kalenderwoche 14 = 03-30/04-05; drei Wochen nach Ostern = 04-26;
    zwei Tage vor Weihnachten = 12-23; Heiligabend = 12-24; die nächsten drei Tage = 03-05/03-07;
    in den nächsten drei Tagen = 03-07; in den letzten zwei Wochen = 02-18/03-03;
    die nächsten 48 Stunden = 03-04T10:00/03-06T10:00; innerhalb von 24 Stunden = 03-05T10:00;
    Samstag den ganzen Tag = 03-07; ganztägig am Samstag = 03-07; um Punkt neun = 03-04T21:00;
    am 5. um 9 = 03-05T09:00; am 5. abends = 03-05T19:00; heute Nacht = 03-04T20:00; heute Mittag = 03-04T12:00;
    über Mittag = 03-04T12:00; um zwanzig Uhr dreißig = 03-04T20:30; um achtzehn Uhr = 03-04T18:00;
    18 Uhr = 03-04T18:00; um 18.45 = 03-04T18:45;
    morgen 15:30-17:00 = 03-05T15:30/03-05T17:00; morgen von 15 bis 17 Uhr = 03-05T15:00/03-05T17:00;
    um neun Uhr morgens = 03-05T09:00; jeden Samstagvormittag = 03-07T09:00 WEEKLY;BYDAY=SA;
    samstagvormittags = 03-07T09:00 WEEKLY;BYDAY=SA; nächste Woche Mittwoch Vormittag = 03-11T09:00;
    Mittwochmorgen gegen 10 = 03-11T10:00; Sonntag Abend 20:15 = 03-08T20:15; am Nachmittag = 03-04T15:00;
    gestern Abend = 03-03T19:00; ein paar Stunden = 180 min; mehrere Tage = 4320 min; 48 Stunden = 2880 min;
    eine Stunde 30 Minuten = 90 min; der Rest des Monats = 03-04/03-31; Sommer 2027 = 2027-06-21;
    Januar 2027 = 2027-01-01; zwischen März und Juni = 03-01/06-30; erstes Quartal 2027 = 2027-01-01;
    im zweiten Quartal = 04-01; das Jahr 2027 = 2027-01-01; halb acht morgens = 03-05T07:30;
    um 7 Uhr 30 morgens = 03-05T07:30; sieben Uhr abends = 03-04T19:00; drei Uhr nachmittags = 03-04T15:00;
    viertel vor zwölf = 03-04T11:45; fünf nach halb drei = 03-04T14:35; zehn vor drei = 03-04T14:50;
    jedes Quartal = MONTHLY;INTERVAL=3; jeden Montag um 16 Uhr = 03-09T16:00 WEEKLY;BYDAY=MO;
    jedes Wochenende = 03-07 WEEKLY;BYDAY=SA; jede Nacht = 03-04T20:00 DAILY;
    die letzten 5 Minuten = 03-04T09:55/03-04T10:00; Dienstagmorgen = 03-10T09:00;
    von 16 bis 18 Uhr am Montag = 03-09T16:00/03-09T18:00; 2. bis 7. April 2027 = 2027-04-02/2027-04-07;
    vom 4. März 2027 bis 6. März 2027 = 2027-03-04/2027-03-06; 15. Juli 2027 = 2027-07-15; 15.07.2027 = 2027-07-15;
    15.7. = 07-15; Mittwoch, 15. Juli = 07-15; in 3 Wochen = 03-25; in zwei Monaten = 05-04;
    vor einem Jahr = 2025-03-04; drei Tage später = 03-07; letzten Freitag = 02-27; diesen Freitag = 03-06;
    am Freitag = 03-06; übermorgen früh = 03-06T09:00; am ersten Januar = 2027-01-01; Neujahr = 2027-01-01;
    an Silvester = 12-31; am Muttertag = 05-10; Ostermontag = 04-06; an Allerheiligen = 11-01;
    Aschermittwoch = 2027-02-10; Ostern 2027 = 2027-03-28; Weihnachten 2027 = 2027-12-25;
    eine Woche nach Weihnachten = 2027-01-01; jeden Dienstag = 03-10 WEEKLY;BYDAY=TU; einmal pro Woche = WEEKLY;
    zweimal pro Woche = WEEKLY; jährlich = YEARLY; monatlich = MONTHLY; vierteljährlich = MONTHLY;INTERVAL=3;
    am Morgen = 03-05T09:00; am Abend = 03-04T19:00; von 9 Uhr bis mittags = 03-05T09:00/03-05T12:00;
    0:15 Uhr = 03-05T00:15; 23 Uhr 59 = 03-04T23:59; gegen Mittag = 03-04T12:00; vor morgen 17 Uhr = 03-05T17:00;
    bis morgen Abend = 03-05T19:00; bis einschließlich Freitag = 03-06; ab Montag = 03-09; seit Montag = 03-09;
    im Monat Mai = 05-01; im kommenden Mai = 05-01; letzten Mai = 2025-05-01; Montag nächster Woche = 03-09;
    die Woche drauf = 03-09; am 9. und 10. März = 03-09/03-10; am 5. März ab 10 Uhr = 03-05T10:00;
    Samstag von 10 bis 12 = 03-07T10:00/03-07T12:00; am 5. von 10 bis 12 = 03-05T10:00/03-05T12:00;
    5.3. 14 Uhr = 03-05T14:00; Do., 12.03., 18:00 Uhr = 03-12T18:00; Freitag 13.3. 19h = 03-13T19:00;
    12.3.-14.3. = 03-12/03-14; 12.-14.3. = 03-12/03-14; 12. bis 14.3. = 03-12/03-14; vom 12.3. bis 14.3. = 03-12/03-14;
    von Freitag 18 Uhr bis Sonntag 12 Uhr = 03-06T18:00/03-08T12:00; morgen ganztägig = 03-05;
    um viertel nach 5 = 03-04T17:15; um fünf = 03-04T17:00; gegen fünf = 03-04T17:00; um 5 = 03-04T17:00;
    um fünfzehn Uhr = 03-04T15:00; 14 Uhr bis 15 Uhr 30 = 03-04T14:00/03-04T15:30; zwei Tage lang = 2880 min;
    zweimal im Monat = MONTHLY; alle drei Tage = DAILY;INTERVAL=3;
    jeden dritten Freitag im Monat = 03-20 MONTHLY;BYDAY=3FR;
    jeden letzten Freitag im Monat = 03-27 MONTHLY;BYDAY=-1FR;
    am letzten Freitag jedes Monats = 03-27 MONTHLY;BYDAY=-1FR; immer freitags = 03-06 WEEKLY;BYDAY=FR;
    freitags um 20 Uhr = 03-06T20:00 WEEKLY;BYDAY=FR; jeden Freitagabend = 03-06T19:00 WEEKLY;BYDAY=FR;
    Samstagabends = 03-07T19:00 WEEKLY;BYDAY=SA
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
    "eine Sekunde",
    "guten Morgen",
    "im 3. Stock",
    "Kapitel 12",
    "Hauptstraße 12",
    "zweihundertfünfzig Euro",
    "so ein Tag",
    "das To-do",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(here, text):
    assert find_times(text, here(LANGUAGE)) == ()


TASKS = [
    ("Rasen spätestens Samstag mähen", "Rasen mähen", "2026-03-07"),
    ("jeden ersten Montag im Monat Backup machen", "Backup machen", "2026-04-06"),
    ("bitte nicht vergessen: Müll rausbringen", "Müll rausbringen", None),
    (
        "Kannst du bitte das Angebot bis Freitag an den Kunden schicken?",
        "Das Angebot an den Kunden schicken",
        "2026-03-06",
    ),
    ("jeden Donnerstagabend die Mülltonnen rausstellen", "Die Mülltonnen rausstellen", "2026-03-05T19:00"),
    ("nächste Woche Zahnarzttermin ausmachen", "Zahnarzttermin ausmachen", "2026-03-09"),
    ("Zu erledigen: Garage aufräumen am Wochenende", "Garage aufräumen", "2026-03-07"),
    ("Aufgabe: Bericht durchlesen bis Montag 9 Uhr, dringend", "Bericht durchlesen", "2026-03-09T09:00"),
    ("alle zwei Tage Blumen gießen", "Blumen gießen", None),
    ("@Julia kannst du bis Donnerstag den Tisch reservieren? danke", "Den Tisch reservieren", "2026-03-05"),
    ("Reisepass bis Ende März verlängern", "Reisepass verlängern", "2026-03-31"),
    ("Reifen wechseln in zwei Wochen", "Reifen wechseln", "2026-03-18"),
    ("in einer halben Stunde Mama anrufen", "Mama anrufen", "2026-03-04T10:30"),
    ("nicht dringend: Fotos sortieren", "Fotos sortieren", None),
    ("3 Brötchen und 2 Kilo Äpfel kaufen", "3 Brötchen und 2 Kilo Äpfel kaufen", None),
    ("um 7:30 mit dem Hund raus #hund", "Mit dem Hund raus", "2026-03-04T19:30"),
    ("am 10. jedes Monats Stunden abrechnen", "Stunden abrechnen", "2026-03-10"),
    ("Hausarbeit bis zum 15. abgeben", "Hausarbeit abgeben", "2026-03-15"),
    ("Hallo! Könntest du Lena um 16:30 Uhr von der Schule abholen?", "Lena von der Schule abholen", "2026-03-04T16:30"),
    ("heute bis 18 Uhr den Kunden zurückrufen", "Den Kunden zurückrufen", "2026-03-04T18:00"),
    ("übermorgen Anzug aus der Reinigung holen", "Anzug aus der Reinigung holen", "2026-03-06"),
    ("Geschenk für Oma besorgen bis 24.12.", "Geschenk für Oma besorgen", "2026-12-24"),
    ("um halb acht den Ofen ausmachen", "Den Ofen ausmachen", "2026-03-04T19:30"),
    ("morgen früh Paket abholen", "Paket abholen", "2026-03-05T09:00"),
    ("Freitag Morgen Auto in die Werkstatt bringen", "Auto in die Werkstatt bringen", "2026-03-06T09:00"),
    ("So schnell wie möglich Chef anrufen", "Chef anrufen", None),
    ("Fenster putzen am Sa", "Fenster putzen", "2026-03-07"),
    ("Wir müssen noch die Versicherung kündigen", "Die Versicherung kündigen", None),
    ("Denk bitte daran, am Montag den Klempner anzurufen", "Den Klempner anzurufen", "2026-03-09"),
    ("Notiz: Batterien kaufen", "Batterien kaufen", None),
    ("In 3 Tagen bei Frau Müller nachfragen", "Bei Frau Müller nachfragen", "2026-03-07"),
    ("Formular spätestens Mittwoch abgeben", "Formular abgeben", "2026-03-11"),
    ("Auto waschen alle zwei Wochen", "Auto waschen", None),
    ("Kapitel 8 lesen bis Donnerstag", "Kapitel 8 lesen", "2026-03-05"),
    ("Wäsche aufhängen in 20 Minuten", "Wäsche aufhängen", "2026-03-04T10:20"),
    ("asap: Bank anrufen", "Bank anrufen", None),
    ("jeden Morgen Spülmaschine ausräumen", "Spülmaschine ausräumen", "2026-03-05T09:00"),
    ("Blumen gießen jeden zweiten Tag", "Blumen gießen", None),
    ("Einladungen bis zum 1. Mai verschicken", "Einladungen verschicken", "2026-05-01"),
    ("Bitte Urlaub bis Monatsende buchen, hat keine Eile", "Urlaub buchen", "2026-03-31"),
    ("Milch mitbringen", "Milch mitbringen", None),
    ("bis heute Abend Mail an Carla beantworten", "Mail an Carla beantworten", "2026-03-04T19:00"),
    ("Steuererklärung bis 31. Juli 2026 machen", "Steuererklärung machen", "2026-07-31"),
    ("morgen um 8 Uhr 15 Katze füttern", "Katze füttern", "2026-03-05T08:15"),
    ("am Freitagnachmittag Oma vom Bahnhof abholen", "Oma vom Bahnhof abholen", "2026-03-06T15:00"),
]


@pytest.mark.parametrize(("text", "title", "due"), TASKS)
def test_a_task_is_what_is_left_when_the_rest_is_out(read, text, title, due):
    task = read("task", LANGUAGE, text).data
    assert (task.title, at(task.due)) == (title, due)


EVENTS = [
    (
        "Vereinsessen Donnerstag um 20 Uhr im Gasthaus Zum Hirschen",
        "Vereinsessen",
        "2026-03-05T20:00",
        "Gasthaus Zum Hirschen",
    ),
    ("morgen Abend um 8 Uhr Kino", "Kino", "2026-03-05T20:00", None),
    ("Abendessen bei Paul am Samstag um 20 Uhr", "Abendessen", "2026-03-07T20:00", "Paul"),
    ("Zahnarzt Dienstag, 10. März 9:15 Uhr", "Zahnarzt", "2026-03-10T09:15", None),
    (
        "Elternabend nächsten Donnerstag von 18 bis 19:30 Uhr in der Goetheschule",
        "Elternabend",
        "2026-03-05T18:00",
        "Goetheschule",
    ),
    ("Treffen morgen Mittag im Café Einstein", "Treffen", "2026-03-05T12:00", "Café Einstein"),
    ("Geburtstag von Clara am Sonntag ab 15 Uhr", "Geburtstag von Clara", "2026-03-08T15:00", None),
    (
        "Projektbesprechung Freitag 14 Uhr https://meet.google.com/abc-defg-hij",
        "Projektbesprechung",
        "2026-03-06T14:00",
        None,
    ),
    ("Telefonat mit Thomas und Ines morgen 10:30", "Telefonat mit Thomas und Ines", "2026-03-05T10:30", None),
    ("Yogakurs jeden Mittwoch um 19 Uhr", "Yogakurs", "2026-03-04T19:00", None),
    ("Städtetrip nach Wien vom 12. bis 14. Juni", "Städtetrip nach Wien", "2026-06-12", None),
    (
        "Konzert von Nena am 8. Mai um 20:30 Uhr in der Olympiahalle",
        "Konzert von Nena",
        "2026-05-08T20:30",
        "Olympiahalle",
    ),
    ("Feierabendbier um halb acht bei Markus", "Feierabendbier", "2026-03-04T19:30", "Markus"),
    ("Arzt am Montag um Viertel vor acht", "Arzt", "2026-03-09T07:45", None),
    ("Vorstellungsgespräch morgen 14-15 Uhr über Zoom", "Vorstellungsgespräch", "2026-03-05T14:00", None),
    ("Mittagessen mit Karin Dienstag 12:30", "Mittagessen mit Karin", "2026-03-10T12:30", None),
    ("Physio morgen um 17 Uhr, Dauer 45 Min", "Physio", "2026-03-05T17:00", None),
    ("Kino übermorgen 21:15", "Kino", "2026-03-06T21:15", None),
    ("Urlaub an der Ostsee vom 3. bis 10. August", "Urlaub", "2026-08-03", "Ostsee"),
    ("Was: Abschiedsfeier\nWann: Freitag 18 Uhr\nWo: Raum B12", "Abschiedsfeier", "2026-03-06T18:00", "Raum B12"),
    (
        "Guten Morgen zusammen, Eigentümerversammlung am Dienstag, den 17. März um 19 Uhr",
        "Eigentümerversammlung",
        "2026-03-17T19:00",
        None,
    ),
    ("Treffen am 15.3. um 10 Uhr", "Treffen", "2026-03-15T10:00", None),
    ("Do 18 Uhr Chorprobe", "Chorprobe", "2026-03-05T18:00", None),
    ("Fr 14:30 Friseur", "Friseur", "2026-03-06T14:30", None),
    ("Workshop 3.-5.12. in Leipzig", "Workshop", "2026-12-03", "Leipzig"),
    ("Grillen bei Oma am So um 12", "Grillen", "2026-03-08T12:00", "Oma"),
    ("heute um 8 abends Videocall mit Sven auf Teams", "Videocall mit Sven", "2026-03-04T20:00", None),
    ("Sommerfest am 20. Juni ganztägig", "Sommerfest", "2026-06-20", None),
    ("20 Uhr 30 Filmabend morgen", "Filmabend", "2026-03-05T20:30", None),
    ("Grillen nächsten Samstag ab 18 Uhr bei den Müllers", "Grillen", "2026-03-07T18:00", "Müllers"),
    ("Team-Call morgen 9-10 Uhr auf Google Meet", "Team-Call", "2026-03-05T09:00", None),
    ("Augenarzt am 12. um 8:45 Uhr", "Augenarzt", "2026-03-12T08:45", None),
    ("Spiel Deutschland-Italien Sonntag 21 Uhr", "Spiel Deutschland-Italien", "2026-03-08T21:00", None),
    ("Hochzeit von Sofia und Marc am Samstag, 5. September 2026", "Hochzeit von Sofia und Marc", "2026-09-05", None),
    ("Meeting in 2 Stunden", "Meeting", "2026-03-04T12:00", None),
    ("Friseur Donnerstag zwischen 14 und 15 Uhr", "Friseur", "2026-03-05T14:00", None),
    ("Zug nach Hamburg Freitag 7:12 Uhr", "Zug nach Hamburg", "2026-03-06T07:12", None),
    ("Spieleabend Freitagabend bei uns", "Spieleabend bei uns", "2026-03-06T19:00", None),
    ("Klavierstunde von Tom Mittwoch 14:00-14:45", "Klavierstunde von Tom", "2026-03-11T14:00", None),
    ("Silvesterparty am 31. Dezember um 20 Uhr bei Nadine", "Silvesterparty", "2026-12-31T20:00", "Nadine"),
    ("Termin mit Herrn Weber am Montag um 11 Uhr im Rathaus", "Termin mit Herrn Weber", "2026-03-09T11:00", "Rathaus"),
    (
        "Frühstück morgen 9 Uhr im Café am Markt mit Julia und Ben",
        "Frühstück mit Julia und Ben",
        "2026-03-05T09:00",
        "Café am Markt",
    ),
    ("Kaffeetrinken bei Oma morgen Nachmittag um 4", "Kaffeetrinken", "2026-03-05T16:00", "Oma"),
    ("Chorprobe immer dienstags 19:30 Uhr", "Chorprobe", "2026-03-10T19:30", None),
    ("Wanderung vom 3. bis 5. Oktober in den Alpen", "Wanderung", "2026-10-03", "Alpen"),
    ("Treffen um fünf vor halb neun", "Treffen", "2026-03-04T20:25", None),
]


@pytest.mark.parametrize(("text", "title", "start", "place"), EVENTS)
def test_an_event_says_what_when_and_where(read, text, title, start, place):
    event = read("calendar", LANGUAGE, text).data
    assert (event.title, at(event.start), event.location) == (title, start, place)


BILLS = [
    (
        "Rechnung\nAutohaus Keller\nGesamtbetrag: 1.250,30 €\nZahlbar bis 12.06.2026",
        [("Autohaus Keller", "1250.30", "2026-06-12")],
    ),
    ("Die Miete 950 € geht am 3. raus, IBAN DE02 1203 0000 0000 2020 51", [("Miete", "950.00", "2026-04-03")]),
    ("Miete 850 € am 1.", [("Miete", "850.00", "2026-04-01")]),
    ("Stromrechnung Vattenfall 124,56 € bis zum 20. zahlen", [("Vattenfall", "124.56", "2026-03-20")]),
    (
        "Telekom 39,95, Netflix 13,99 und Spotify 10,99",
        [("Telekom", "39.95", None), ("Netflix", "13.99", None), ("Spotify", "10.99", None)],
    ),
    ("schulde Lukas 40 Euro", [("Lukas", "40.00", None)]),
    ("Kfz-Versicherung Allianz zweihundertfünfzig Euro fällig am 10. April", [("Allianz", "250.00", "2026-04-10")]),
    ("Grundsteuer 1.250 € bis 15.5.", [("Grundsteuer", "1250.00", "2026-05-15")]),
    ("Kita-Beitrag 62,40€ bis Freitag, Kundennummer 20260345", [("Kita-Beitrag", "62.40", "2026-03-06")]),
    ("Putzfrau 60 Euro jede Woche", [("Putzfrau", "60.00", None)]),
    ("Fitnessstudio 29,90 € monatlich", [("Fitnessstudio", "29.90", None)]),
    (
        "Strom 80 €, Wasser 35 € und Internet 30 €, alles bis zum 15.",
        [("Strom", "80.00", "2026-03-15"), ("Wasser", "35.00", "2026-03-15"), ("Internet", "30.00", "2026-03-15")],
    ),
    ("25€ an Camilla überweisen fürs Essen", [("Camilla", "25.00", None)]),
    ("Hypothek 1.120,50 € jeden 5. des Monats", [("Hypothek", "1120.50", "2026-03-05")]),
    ("Die Miete ist morgen fällig", [("Miete", None, "2026-03-05")]),
    ("Strafzettel 35 € innerhalb von 14 Tagen bezahlen", [("Strafzettel", "35.00", "2026-03-18")]),
    ("Rundfunkbeitrag 55,08 € Beitragsnummer 123456789 fällig 15.03.", [("Rundfunkbeitrag", "55.08", "2026-03-15")]),
    ("Handyrechnung 25 Euro", [("Handyrechnung", "25.00", None)]),
    ("Rechnung Dr. Weber 85,60 € bis 30.03.2026", [("Dr. Weber", "85.60", "2026-03-30")]),
    ("Vodafone 34,99 € Abbuchung am 12.", [("Vodafone", "34.99", "2026-03-12")]),
    ("Miete 780 Euro + Nebenkosten 95 Euro", [("Miete", "780.00", None), ("Nebenkosten", "95.00", None)]),
    ("Rechnung Autohaus Schmidt 486,20€ bis Freitag", [("Autohaus Schmidt", "486.20", "2026-03-06")]),
    ("Steuer: 1.245 € bis 15. September", [("Steuer", "1245.00", "2026-09-15")]),
    ("tausendzweihundert Euro Miete zum 3.", [("Miete", "1200.00", "2026-04-03")]),
    ("muss Anna noch 15 € geben", [("Anna", "15.00", None)]),
    ("GEZ 55,08 alle drei Monate", [("GEZ", "55.08", None)]),
    (
        "Rechnung für Heizöl 1.850,00 EUR, zahlbar bis 20.03.2026, Kundennr. 4711223",
        [("Heizöl", "1850.00", "2026-03-20")],
    ),
]


@pytest.mark.parametrize(("text", "payees"), BILLS)
def test_a_bill_says_who_and_how_much(read, text, payees):
    bills = read("bill", LANGUAGE, text).data.bills
    assert [(b.vendor, b.amount and str(b.amount), at(b.due)) for b in bills] == payees


@pytest.mark.parametrize(
    ("words", "value"),
    [("einundzwanzig", 21), ("zweihundertfünfzig", 250), ("tausendzweihundert", 1200), ("dreissig", 30)],
)
def test_a_number_is_one_word(read, words, value):
    [bill] = read("bill", LANGUAGE, f"Miete {words} Euro").data.bills
    assert bill.amount == Decimal(value)


def test_a_capital_letter_makes_no_guest(read):
    assert read("calendar", LANGUAGE, "Spaziergang mit dem Hund morgen um 10").data.attendees == ()
    assert read("calendar", LANGUAGE, "Kaffee mit der Anna und Jens morgen um 10").data.attendees == ("Anna", "Jens")


@pytest.mark.parametrize("text", [row[0] for row in (*TASKS, *EVENTS, *BILLS)])
def test_the_language_of_a_message_is_found(text):
    assert detect(text).code == LANGUAGE
