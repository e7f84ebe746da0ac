"""Reads French messages: hours written 8h30, numbers of Belgium and Switzerland, elided words."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from parsers.language import detect
from parsers.times import find_times

LANGUAGE = "fr"


def at(moment):
    return None if moment is None else moment.isoformat()[:16]


# Said on Wednesday 4 March 2026 at 10:00.
TIMES = [
    ("demain", "date", "2026-03-05", None, None),
    ("après-demain", "date", "2026-03-06", None, None),
    ("lundi prochain", "date", "2026-03-09", None, None),
    ("le 15", "date", "2026-03-15", None, None),
    ("le 1er août", "date", "2026-08-01", None, None),
    ("d'ici vendredi", "date", "2026-03-06", None, None),
    ("avant le 31 mars", "date", "2026-03-31", None, None),
    ("fin mars", "date", "2026-03-31", None, None),
    ("ce week-end", "date", "2026-03-07", None, None),
    ("la semaine prochaine", "date", "2026-03-09", None, None),
    ("dans quinze jours", "date", "2026-03-18", None, None),
    ("dans une demi-heure", "datetime", "2026-03-04T10:30", None, None),
    ("demain à 8h30", "datetime", "2026-03-05T08:30", None, None),
    ("jeudi à 14h", "datetime", "2026-03-05T14:00", None, None),
    ("à 20h", "time", "2026-03-04T20:00", None, None),
    ("à 8 heures et demie", "time", "2026-03-04T20:30", None, None),
    ("à neuf heures moins le quart", "time", "2026-03-04T20:45", None, None),
    ("demain soir", "datetime", "2026-03-05T19:00", None, None),
    ("ce soir", "datetime", "2026-03-04T19:00", None, None),
    ("à midi", "time", "2026-03-04T12:00", None, None),
    ("à 5 heures", "time", "2026-03-04T17:00", None, None),
    ("de 10h à 11h30", "range", "2026-03-05T10:00", "2026-03-05T11:30", None),
    ("du 3 au 7 mai", "range", "2026-05-03", "2026-05-07", None),
    ("entre 14h et 16h", "range", "2026-03-04T14:00", "2026-03-04T16:00", None),
    ("tous les lundis", "recurrence", "2026-03-09", None, "FREQ=WEEKLY;BYDAY=MO"),
    ("chaque mardi à 19h", "recurrence", "2026-03-10T19:00", None, "FREQ=WEEKLY;BYDAY=TU"),
    ("tous les jours", "recurrence", "2026-03-04", None, "FREQ=DAILY"),
    ("le 5 de chaque mois", "recurrence", "2026-03-05", None, "FREQ=MONTHLY;BYMONTHDAY=5"),
    ("un samedi sur deux", "recurrence", "2026-03-07", None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
    ("toutes les deux semaines", "recurrence", None, None, "FREQ=WEEKLY;INTERVAL=2"),
    ("le dernier jour de chaque mois", "recurrence", "2026-03-31", None, "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("samedi 5 septembre 2026", "date", "2026-09-05", None, None),
    ("le 15.04", "date", "2026-04-15", None, None),
]


@pytest.mark.parametrize(("text", "kind", "start", "end", "rule"), TIMES)
def test_a_time_is_the_one_that_a_person_means(here, text, kind, start, end, rule):  # noqa: PLR0917 - one row of the table
    [found] = find_times(text, here(LANGUAGE))
    assert (found.kind, at(found.start), at(found.end), found.rrule) == (kind, start, end, rule)
    assert found.span == (0, len(text))


# What each says from then on: start, or start/end, in 2026 unless the year stands there, with the repetition.
PHRASES = """
    demain 15 heures = 03-05T15:00; à 17h30 = 03-04T17:30; vers 5 heures moins le quart = 03-04T16:45;
    à cinq heures et quart = 03-04T17:15; 5h moins 10 = 03-05T04:50; à six heures moins vingt-cinq = 03-04T17:35;
    midi et demi = 03-04T12:30; à midi et quart = 03-04T12:15; minuit moins le quart = 03-04T23:45;
    minuit et demi = 03-05T00:30; 8h du soir = 03-04T20:00; 8h ce soir = 03-04T20:00; ce soir à 8h = 03-04T20:00;
    demain matin à 8 heures = 03-05T08:00; 3 heures de l'après-midi = 03-04T15:00;
    à deux heures du matin = 03-05T02:00; demain à 7h pile = 03-05T07:00; dans l'après-midi = 03-04T15:00;
    demain dans la matinée = 03-05T09:00; en début de soirée = 03-04T19:00; demain en fin de matinée = 03-05T09:00;
    vendredi en début d'après-midi = 03-06T15:00; entre 15h et 17h = 03-04T15:00/03-04T17:00;
    de 9h à 11h demain = 03-05T09:00/03-05T11:00; entre le 3 et le 7 mai = 05-03/05-07;
    du 28 avril au 3 mai = 04-28/05-03; du lundi au vendredi = 03-04 WEEKLY;BYDAY=MO,TU,WE,TH,FR;
    de lundi à jeudi = 03-09/03-12; jusqu'au 15 = 03-15; début mars = 03-01/03-10; à la mi-juin = 06-10/06-20;
    fin de mois = 03-31; fin mai 2027 = 2027-05-31; le week-end prochain = 03-07; le weekend du 14 = 03-14/03-15;
    cet été = 06-21; en hiver = 12-21; à Noël = 12-25; à Pâques = 04-05; il y a 3 jours = 03-01;
    il y a deux semaines = 02-18; sous 8 jours = 03-12; d'ici une semaine = 03-11;
    dans une heure et demie = 03-04T11:30; dans trois quarts d'heure = 03-04T10:45; dans 1h30 = 03-04T11:30;
    dans un mois et demi = 04-19; dans un an = 2027-03-04; la semaine du 5 = 03-02; la semaine du 9 mars = 03-09;
    tous les premiers lundis du mois = 04-06 MONTHLY;BYDAY=1MO;
    le premier lundi de chaque mois = 04-06 MONTHLY;BYDAY=1MO; chaque premier lundi du mois = 04-06 MONTHLY;BYDAY=1MO;
    le lundi et le jeudi = 03-05 WEEKLY;BYDAY=MO,TH; les lundis et jeudis à 18h = 03-05T18:00 WEEKLY;BYDAY=MO,TH;
    tous les lundis et mercredis = 03-09 WEEKLY;BYDAY=MO,WE; tous les 15 jours = WEEKLY;INTERVAL=2;
    un lundi sur deux = 03-09 WEEKLY;INTERVAL=2;BYDAY=MO;
    un jeudi sur deux à 19h = 03-05T19:00 WEEKLY;INTERVAL=2;BYDAY=TH; une fois par mois = MONTHLY;
    toutes les 3 semaines = WEEKLY;INTERVAL=3; tous les trois mois = MONTHLY;INTERVAL=3;
    tous les ans le 12 mai = 05-12 YEARLY; chaque année au mois de juin = 06-01 YEARLY;
    tous les matins à 7h = 03-05T07:00 DAILY; tous les soirs = 03-04T19:00 DAILY;
    du lundi au vendredi à 9h = 03-05T09:00 WEEKLY;BYDAY=MO,TU,WE,TH,FR;
    tous les jours ouvrés = 03-04 WEEKLY;BYDAY=MO,TU,WE,TH,FR; le 15 de chaque mois = 03-15 MONTHLY;BYMONTHDAY=15;
    tous les 5 du mois = 03-05 MONTHLY;BYMONTHDAY=5; chaque 1er du mois = 04-01 MONTHLY;BYMONTHDAY=1;
    chaque mois le 10 = 03-10 MONTHLY;BYMONTHDAY=10; mercredi en huit = 03-11; demain en huit = 03-12;
    lundi en quinze = 03-23; le lendemain = 03-05; dans deux minutes = 03-04T10:02; dans une minute = 03-04T10:01;
    dans cinq minutes = 03-04T10:05; dans un jour = 03-05; vendredi 13 mars 2026 à 14h30 = 03-13T14:30;
    vendredi treize mars = 03-13; le vingt-deux mars = 03-22; le trente et un mars = 03-31;
    le 31/03 à 9h = 03-31T09:00; 31.03.2026 = 03-31; le 1er avril = 04-01; le 1er avril à midi = 04-01T12:00;
    lundi 1er juin = 06-01; l'après-midi du 5 mars = 03-05T15:00; le matin du 12 = 03-12T09:00;
    samedi midi = 03-07T12:00; dimanche matin 10h = 03-08T10:00; mardi soir 20h30 = 03-10T20:30; hier = 03-03;
    avant-hier à 15h = 03-02T15:00; la semaine dernière = 02-23; le mois dernier = 02-01; lundi dernier = 03-02;
    jeudi de la semaine prochaine = 03-12; jeudi prochain à 14h = 03-05T14:00; dans le courant de la semaine = 03-06;
    le mois prochain = 04-01; l'année prochaine = 2027-01-01; en 2027 = 2027-01-01; en mars = 03-01;
    en mars 2027 = 2027-03-01; courant avril = 04-01; pendant 2 heures = 120 min; pendant trois jours = 4320 min;
    2h30 = 03-05T02:30; une heure et demie = 90 min; 45 min = 45 min; trois quarts d'heure = 45 min;
    deux heures et quart = 03-04T14:15; deux jours et demi = 3600 min; de 14h30 à 16h = 03-04T14:30/03-04T16:00;
    14h-16h = 03-04T14:00/03-04T16:00; 14h30-16h15 vendredi = 03-06T14:30/03-06T16:15;
    de 8 h à midi = 03-05T08:00/03-05T12:00; de midi à deux = 03-04T12:00/03-04T14:00;
    entre midi et deux = 03-04T12:00/03-04T14:00; entre midi et 14h = 03-04T12:00/03-04T14:00;
    à partir de 18h = 03-04T18:00; jusqu'à 20h = 03-04T20:00; avant 18h = 03-04T18:00; après 17h = 03-04T17:00;
    d'ici 16h = 03-04T16:00; d'ici ce soir = 03-04T19:00; d'ici la fin de la semaine = 03-06;
    avant la fin du mois = 03-31; avant la fin de l'année = 12-31; en fin de semaine prochaine = 03-13;
    fin du mois prochain = 04-30; début du mois prochain = 04-01/04-10; le dernier vendredi du mois = 03-27;
    le deuxième mardi d'avril = 04-14; le 3e jeudi de mai = 05-21; le dernier jour du mois = 03-31;
    semaine 12 = 03-16/03-22; trois semaines après Pâques = 04-26; deux jours avant Noël = 12-23;
    la veille de Noël = 12-24; les trois prochains jours = 03-05/03-07;
    les prochaines 48 heures = 03-04T10:00/03-06T10:00; dans les 24 heures = 03-05T10:00; toute la semaine = 10080 min;
    toute la journée de samedi = 03-07; samedi toute la journée = 03-07; 9h tapantes = 03-05T09:00;
    le 5 à 9h = 03-05T09:00; le 5 au soir = 03-05T19:00; demain à la première heure = 03-05T09:00;
    demain à l'aube = 03-05T05:00; aujourd'hui même = 03-04; maintenant = 03-04; tout à l'heure = 03-04;
    dans la soirée = 03-04T19:00; quatorze heures trente = 03-04T14:30; à dix-huit heures = 03-04T18:00;
    vingt heures quinze = 03-04T20:15; à 18:45 = 03-04T18:45; à 18.45 = 03-04T18:45; 15 h 30 = 03-04T15:30;
    vendredi prochain à quinze heures trente = 03-06T15:30; le 12 mars entre 9h et 10h30 = 03-12T09:00/03-12T10:30;
    du 12 mars 9h au 14 mars 18h = 03-12T09:00/03-14T18:00; quelques heures = 180 min; plusieurs jours = 4320 min;
    une demi-heure = 30 min; une demi-journée = 240 min; 48 heures = 2880 min; une quinzaine de jours = 21600 min;
    une dizaine de minutes = 10 min; 1 heure 30 minutes = 90 min; 2h et demie = 150 min; 90 minutes = 90 min;
    le reste du mois = 03-04/03-31; été 2027 = 2027-06-21; janvier 2027 = 2027-01-01;
    de mars à juin 2027 = 2027-03-01/2027-06-30; entre mars et juin = 03-01/06-30; premier trimestre 2027 = 2027-01-01;
    le deuxième trimestre = 04-01; la semaine du 9 janvier = 2027-01-04; l'année 2027 = 2027-01-01;
    7 heures et demie du matin = 03-05T07:30; 7pm = 03-04T19:00; à 7 pm = 03-04T19:00; 19:56:30 = 03-04T19:56;
    sept heures du soir = 03-04T19:00; 3 heures cinquante-cinq = 03-04T15:55;
    trois heures de l'après-midi = 03-04T15:00; toutes les 8 heures = HOURLY;INTERVAL=8;
    chaque trimestre = MONTHLY;INTERVAL=3; tous les lundis à 16h = 03-09T16:00 WEEKLY;BYDAY=MO;
    chaque nuit = 03-04T20:00 DAILY; hier soir = 03-03T19:00; demain matin = 03-05T09:00;
    les 5 dernières minutes = 03-04T09:55/03-04T10:00; mardi matin = 03-10T09:00;
    entre 3 et 4 heures demain = 03-05T15:00/03-05T16:00; de 3 à 4 demain après-midi = 03-05T15:00/03-05T16:00;
    de 16h à 18h lundi = 03-09T16:00/03-09T18:00; du 2 au 7 avril 2027 = 2027-04-02/2027-04-07;
    du 4 mars 2027 au 6 mars 2027 = 2027-03-04/2027-03-06; 15 juillet 2027 = 2027-07-15; 15/07/2027 = 2027-07-15;
    le 15 juillet = 07-15; mercredi 15 juillet = 07-15; dans 3 semaines = 03-25; dans deux mois = 05-04;
    dans un mois = 04-04; il y a un an = 2025-03-04; trois jours plus tard = 03-07; vendredi dernier = 02-27;
    ce vendredi = 03-06; le vendredi = 03-06; vendredi en huit = 03-13; après-demain matin = 03-06T09:00;
    le premier janvier = 2027-01-01; le 14 juillet = 07-14; fête des mères = 05-31; lundi de Pâques = 04-06;
    à la Toussaint = 11-01; Pâques 2027 = 2027-03-28; Noël 2027 = 2027-12-25; une semaine après Noël = 2027-01-01;
    chaque mardi = 03-10 WEEKLY;BYDAY=TU; une fois par semaine = WEEKLY; deux fois par semaine = WEEKLY;
    annuellement = YEARLY; mensuellement = MONTHLY; trimestriellement = MONTHLY;INTERVAL=3;
    semestriellement = MONTHLY;INTERVAL=6; de 9h à midi = 03-05T09:00/03-05T12:00; midi trente = 03-04T12:30;
    minuit trente = 03-05T00:30; vingt-trois heures cinquante-neuf = 03-04T23:59; 12h = 03-04T12:00;
    0h15 = 03-05T00:15; vers midi = 03-04T12:00; en fin de journée = 03-04T19:00; en soirée = 03-04T19:00;
    avant demain 17h = 03-05T17:00; d'ici demain soir = 03-05T19:00; à partir de lundi = 03-09; dès lundi = 03-09;
    depuis lundi = 03-09; le mois de mai = 05-01; mai prochain = 05-01; en mai dernier = 2025-05-01;
    lundi de la semaine prochaine = 03-09; la semaine suivante = 03-09; du 9 au 10 = 03-09/03-10;
    le 5 mars à partir de 10h = 03-05T10:00; samedi de 10h à 12h = 03-07T10:00/03-07T12:00;
    le 5 de 10h à 12h = 03-05T10:00/03-05T12:00; C'est huit et demie = 03-04T20:30; il est 9pm et quart = 03-04T21:15;
    11h30-1h30 = 03-04T11:30/03-04T13:30
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
    "une seconde",
    "bonne soirée",
    "au 3e étage",
    "24h/24",
    "chapitre 12",
    "12 rue de la Paix",
    "quatre-vingt-dix euros",
    "des barres Mars",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(here, text):
    assert find_times(text, here(LANGUAGE)) == ()


TASKS = [
    ("tous les premiers lundis du mois faire la sauvegarde", "Faire la sauvegarde", "2026-04-06"),
    ("Relire la version 3.2 du site lundi en quinze", "Relire la version 3.2 du site", "2026-03-23"),
    ("N'oublie pas d'acheter du pain ce soir", "Acheter du pain", "2026-03-04T19:00"),
    ("N’oublie pas de rappeler l’école demain matin", "Rappeler l’école", "2026-03-05T09:00"),
    ("rappelle-moi de payer le loyer avant le 5", "Payer le loyer", "2026-03-05"),
    ("Peux-tu envoyer le devis au client d'ici vendredi stp ?", "Envoyer le devis au client", "2026-03-06"),
    ("il faut sortir les poubelles tous les jeudis soir", "Sortir les poubelles", "2026-03-05T19:00"),
    ("prendre rdv chez le dentiste la semaine prochaine", "Prendre rdv chez le dentiste", "2026-03-09"),
    ("À faire : ranger le garage ce week-end", "Ranger le garage", "2026-03-07"),
    ("tâche: relire le rapport pour lundi 9h, c'est urgent", "Relire le rapport", "2026-03-09T09:00"),
    ("Arroser les plantes tous les deux jours", "Arroser les plantes", None),
    ("@Julie peux-tu réserver le resto avant jeudi ? merci", "Réserver le resto", "2026-03-05"),
    ("penser à renouveler le passeport avant fin mars", "Renouveler le passeport", "2026-03-31"),
    ("changer les pneus dans deux semaines", "Changer les pneus", "2026-03-18"),
    ("déclarer les heures le dernier jour de chaque mois", "Déclarer les heures", "2026-03-31"),
    ("appeler maman dans une demi-heure", "Appeler maman", "2026-03-04T10:30"),
    ("acheter 3 baguettes et 2 kilos de pommes", "Acheter 3 baguettes et 2 kilos de pommes", None),
    ("sortir le chien à 7h30 #chien", "Sortir le chien", "2026-03-05T07:30"),
    ("Faire la vidange le 15/04", "Faire la vidange", "2026-04-15"),
    ("payer la cantine le 10 de chaque mois", "Payer la cantine", "2026-03-10"),
    ("Salut ! tu peux récupérer Léa à l'école vers 16h30 ?", "Récupérer Léa à l'école", "2026-03-04T16:30"),
    ("relancer le client aujourd'hui avant 18h", "Relancer le client", "2026-03-04T18:00"),
    ("envoyer à une amie la recette", "Envoyer à une amie la recette", None),
    ("Il faudrait que tu rappelles le plombier lundi prochain", "Rappelles le plombier", "2026-03-09"),
    ("Pense-bête : acheter des piles", "Acheter des piles", None),
    ("Merci de m'envoyer les photos avant dimanche soir", "M'envoyer les photos", "2026-03-08T19:00"),
    ("Dans 3 jours, relancer Mme Dupont", "Relancer Mme Dupont", "2026-03-07"),
    ("Finir le dossier mercredi au plus tard", "Finir le dossier", "2026-03-11"),
    ("laver la voiture un samedi sur deux", "Laver la voiture", "2026-03-07"),
    ("prendre du lait et des œufs en rentrant", "Prendre du lait et des œufs en rentrant", None),
    ("lire le chapitre 8 d'ici jeudi", "Lire le chapitre 8", "2026-03-05"),
    ("sortir le linge dans 20 minutes", "Sortir le linge", "2026-03-04T10:20"),
    ("dès que possible : appeler la banque", "Appeler la banque", None),
    ("vider le lave-vaisselle tous les matins", "Vider le lave-vaisselle", "2026-03-05T09:00"),
    ("la semaine du 16, préparer le budget", "Préparer le budget", "2026-03-16"),
    ("faire les comptes chaque premier du mois", "Faire les comptes", "2026-04-01"),
]


@pytest.mark.parametrize(("text", "title", "due"), TASKS)
def test_a_task_is_what_is_left_when_the_rest_is_out(read, text, title, due):
    task = read("task", LANGUAGE, text).data
    assert (task.title, at(task.due)) == (title, due)


EVENTS = [
    (
        "repas d'équipe jeudi à 20h au restaurant Le Comptoir",
        "Repas d'équipe",
        "2026-03-05T20:00",
        "restaurant Le Comptoir",
    ),
    ("Apéro voisins vendredi 18h30 dans la cour", "Apéro voisins", "2026-03-06T18:30", "cour"),
    ("demain 15 heures dentiste", "Dentiste", "2026-03-05T15:00", None),
    ("dîner chez Paul samedi à 20h", "Dîner", "2026-03-07T20:00", "Paul"),
    ("RDV dentiste mardi 10 mars à 9h15", "RDV dentiste", "2026-03-10T09:15", None),
    (
        "Réunion parents-profs jeudi prochain de 18h à 19h30 au collège Jean Moulin",
        "Réunion parents-profs",
        "2026-03-05T18:00",
        "collège Jean Moulin",
    ),
    ("on se voit demain midi au Café de Flore ?", "On se voit", "2026-03-05T12:00", "Café de Flore"),
    ("anniversaire de Chloé dimanche à partir de 15h", "Anniversaire de Chloé", "2026-03-08T15:00", None),
    (
        "Point projet vendredi 14h en visio https://meet.google.com/abc-defg-hij",
        "Point projet en visio",
        "2026-03-06T14:00",
        None,
    ),
    ("appel avec Thomas et Inès demain 10h30 par téléphone", "Appel avec Thomas et Inès", "2026-03-05T10:30", None),
    ("Cours de yoga tous les mercredis à 19h", "Cours de yoga", "2026-03-04T19:00", None),
    (
        "Foot avec les copains ce soir 20h au stade Gerland",
        "Foot avec les copains",
        "2026-03-04T20:00",
        "stade Gerland",
    ),
    ("Week-end à Lyon du 12 au 14 juin", "Week-end", "2026-06-12", "Lyon"),
    ("concert de Stromae le 8 mai à l'Accor Arena à 20h30", "Concert de Stromae", "2026-05-08T20:30", "Accor Arena"),
    ("apéro à huit heures et demie chez Marc", "Apéro", "2026-03-04T20:30", "Marc"),
    ("médecin lundi à 8 heures moins le quart", "Médecin", "2026-03-09T07:45", None),
    ("entretien demain de 14h à 15h sur Zoom", "Entretien", "2026-03-05T14:00", None),
    ("déjeuner avec Karine mardi 12h30", "Déjeuner avec Karine", "2026-03-10T12:30", None),
    ("séance kiné demain 17h, durée 45 min", "Séance kiné", "2026-03-05T17:00", None),
    ("Cinéma après-demain à 21h15", "Cinéma", "2026-03-06T21:15", None),
    ("Quoi : pot de départ\nQuand : vendredi 18h\nOù : salle B12", "Pot de départ", "2026-03-06T18:00", "salle B12"),
    ("Barbecue samedi prochain à partir de 18h chez les Martin", "Barbecue", "2026-03-07T18:00", "Martin"),
    ("visio équipe demain 9h-10h sur Google Meet", "Visio équipe", "2026-03-05T09:00", None),
    ("RDV chez l'ophtalmo le 12 à 8h45", "RDV", "2026-03-12T08:45", "ophtalmo"),
    ("match France-Italie dimanche 21h", "Match France-Italie", "2026-03-08T21:00", None),
    ("mariage de Sophie et Marc le samedi 5 septembre 2026", "Mariage de Sophie et Marc", "2026-09-05", None),
    ("réunion dans 2 heures", "Réunion", "2026-03-04T12:00", None),
    ("coiffeur jeudi entre 14h et 15h", "Coiffeur", "2026-03-05T14:00", None),
    ("train pour Lille vendredi 7h12", "Train pour Lille", "2026-03-06T07:12", None),
    ("soirée jeux vendredi soir chez nous", "Soirée jeux chez nous", "2026-03-06T19:00", None),
    ("cours de piano de Tom, mercredi 14h-14h45", "Cours de piano de Tom", "2026-03-11T14:00", None),
    ("RDV avec M. Durand lundi 11h à la mairie", "RDV avec M. Durand", "2026-03-09T11:00", "mairie"),
    (
        "Déjeuner demain 13h avec l'équipe, restaurant Le Zinc",
        "Déjeuner avec l'équipe, restaurant Le Zinc",
        "2026-03-05T13:00",
        None,
    ),
]


@pytest.mark.parametrize(("text", "title", "start", "place"), EVENTS)
def test_an_event_says_what_when_and_where(read, text, title, start, place):
    event = read("calendar", LANGUAGE, text).data
    assert (event.title, at(event.start), event.location) == (title, start, place)


BILLS = [
    ("cotisation judo 210 euros", [("Cotisation judo", "210.00", None)]),
    ("abonnement Deezer 10,99 € mensuel, prochain prélèvement le 27", [("Deezer", "10.99", "2026-03-27")]),
    ("Loyer 850 € le 5", [("Loyer", "850.00", "2026-03-05")]),
    ("facture EDF 124,56 € à payer avant le 20", [("EDF", "124.56", "2026-03-20")]),
    ("je dois 40 euros à Julien", [("Julien", "40.00", None)]),
    ("mutuelle MGEN quatre-vingt-dix euros le 10", [("MGEN", "90.00", "2026-03-10")]),
    ("taxe foncière 1 250 € avant le 15 octobre", [("Taxe foncière", "1250.00", "2026-10-15")]),
    ("cantine 62,40€ d'ici vendredi, réf 20260345", [("Cantine", "62.40", "2026-03-06")]),
    ("Payer la nounou 600 balles fin du mois", [("Nounou", "600.00", "2026-03-31")]),
    ("assurance habitation 23,50 €/mois", [("Assurance habitation", "23.50", None)]),
    (
        "Électricité 80 €, eau 35 € et internet 30 €, tout avant le 15",
        [("Électricité", "80.00", "2026-03-15"), ("Eau", "35.00", "2026-03-15"), ("Internet", "30.00", "2026-03-15")],
    ),
    ("rembourser Camille 25€ pour le resto", [("Camille", "25.00", None)]),
    ("crédit immobilier 1 120,50 € prélevé le 5 de chaque mois", [("Crédit immobilier", "1120.50", "2026-03-05")]),
    ("le loyer est à payer demain", [("Loyer", None, "2026-03-05")]),
    ("amende 135 € à régler sous 45 jours", [("Amende", "135.00", "2026-04-18")]),
    ("Total à payer : 234,50 € échéance 20/03 Veolia", [("Veolia", "234.50", "2026-03-20")]),
    ("Orange 34,99 € prélevé le 12", [("Orange", "34.99", "2026-03-12")]),
    ("loyer 780 euros + charges 95 euros", [("Loyer", "780.00", None), ("Charges", "95.00", None)]),
    ("Impôts : 1.245 € d'ici le 15 septembre", [("Impôts", "1245.00", "2026-09-15")]),
    ("abonnement salle de sport 29,90 par mois", [("Salle de sport", "29.90", None)]),
    ("mille deux cents euros de loyer pour le 3", [("Loyer", "1200.00", "2026-04-03")]),
]


@pytest.mark.parametrize(("text", "payees"), BILLS)
def test_a_bill_says_who_and_how_much(read, text, payees):
    bills = read("bill", LANGUAGE, text).data.bills
    assert [(b.vendor, b.amount and str(b.amount), at(b.due)) for b in bills] == payees


def test_the_numbers_of_belgium_and_switzerland_are_known(read):
    [bill] = read("bill", LANGUAGE, "Proximus septante-cinq euros pour le 12", region="BE").data.bills
    assert (bill.amount, bill.currency) == (Decimal(75), "EUR")
    [rent] = read("bill", LANGUAGE, "Loyer CHF 1'850.- au 1er du mois", region="CH").data.bills
    assert (rent.amount, rent.currency, at(rent.due)) == (Decimal(1850), "CHF", "2026-04-01")


def test_an_apostrophe_of_a_telephone_is_an_apostrophe(read):
    assert read("task", LANGUAGE, "N’oublie pas d’appeler l’école demain").data.title == "Appeler l’école"


@pytest.mark.parametrize("text", [row[0] for row in (*TASKS, *EVENTS, *BILLS)])
def test_the_language_of_a_message_is_found(text):
    assert detect(text).code == LANGUAGE
