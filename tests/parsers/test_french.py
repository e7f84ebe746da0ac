"""Reads French messages: hours written 8h30, numbers of Belgium and Switzerland, elided words."""

from __future__ import annotations

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
