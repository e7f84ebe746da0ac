"""The words of French, with those of Belgium, Switzerland and Québec."""

from __future__ import annotations

from decimal import Decimal

from .vocabulary import Vocabulary

_TEENS = ("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")
_DIGITS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
# What no sum of its words gives: twenty and one, sixty-ten, four-twenties.
_COMPOUNDS = {
    **{f"{tens}-et-un": n for tens, n in (("vingt", 21), ("trente", 31), ("quarante", 41), ("cinquante", 51))},
    "soixante-et-un": 61,
    "septante-et-un": 71,
    "huitante-et-un": 81,
    "nonante-et-un": 91,
    "soixante-et-onze": 71,
    "quatre-vingts": 80,
    "quatre-vingt": 80,
    "quatre-vingt-un": 81,
    **{f"soixante-{teen}": 70 + n for n, teen in enumerate(_TEENS)},
    **{f"quatre-vingt-{teen}": 90 + n for n, teen in enumerate(_TEENS)},
    **{f"quatre-vingt-{digit}": 82 + n for n, digit in enumerate(_DIGITS)},
}

_UP_TO_NINETEEN = ("une", *_DIGITS, *_TEENS)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}


def _minute_words(n: int) -> tuple[str, ...]:
    """Write a number of minutes from 1 to 59 in every usual way."""
    if n in _TENS or n < 20:  # noqa: PLR2004 - from twenty on a number is made of two
        return (_TENS.get(n) or _UP_TO_NINETEEN[n - 1],)
    tens, rest = _TENS[n // 10 * 10], n % 10
    if rest == 1:
        return (f"{tens} et une", f"{tens}-et-une", f"{tens} et un", f"{tens}-et-un")
    return (f"{tens}-{_UP_TO_NINETEEN[rest - 1]}", f"{tens} {_UP_TO_NINETEEN[rest - 1]}")


_MINUTES_TO = {
    "|".join(f"moins {said}{unit}" for said in (str(n), *_minute_words(n)) for unit in ("", " minutes", " min")): -n
    for n in range(1, 60)
}

_WEEKDAYS = {
    "lundi": "MO",
    "mardi": "TU",
    "mercredi": "WE",
    "jeudi": "TH",
    "vendredi": "FR",
    "samedi": "SA",
    "dimanche": "SU",
}

FRENCH = Vocabulary(
    code="fr",
    letters="œêëîûù",
    common="""
        le|la|les|un|une|des|du|de|d|l|au|aux|et|ou|où|à|en|dans|pour|avec|sans|sur|sous|chez|par|vers|avant|après|
        depuis|jusque|jusqu|je|j|tu|il|elle|on|nous|vous|ils|elles|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|votre|nos|
        vos|leur|ce|cet|cette|ces|c|est|sont|été|être|ai|as|a|avons|avez|ont|avoir|faire|fait|fais|faut|aller|va|vas|
        allez|vais|peux|peut|pouvez|dois|doit|devons|ne|n|pas|plus|que|qu|qui|quoi|quand|comment|combien|si|oui|non|
        merci|svp|stp|bonjour|bonsoir|salut|coucou|demain|aujourd|hui|hier|matin|soir|midi|nuit|semaine|mois|année|an|
        prochain|prochaine|fin|début|chaque|tous|toutes|tout|toute|payer|règle|régler|facture|loyer|impôt|impôts|
        assurance|crédit|électricité|eau|gaz|téléphone|forfait|échéance|prélèvement|prélevé|appeler|rappeler|acheter|
        envoyer|prendre|rendre|chercher|réserver|déposer|récupérer|ranger|nettoyer|préparer|renouveler|inscrire|finir|
        terminer|penser|pense|oublie|oublier|réunion|rdv|rendez|médecin|dentiste|école|enfants|anniversaire|dîner|
        déjeuner|apéro|brunch|repas|fête|cours|train|vol|gare|boulot|travail|maison|voiture|colis|courses|pain|
        poubelles|maman|papa|mamie|papi|frère|sœur|soeur|fille|fils|urgent|dès|possible|idée|idées|liste|cadeau|
        cadeaux|recette|mot|passe|code|note|contrôle|technique|permis|attestation|visite|piscine|foot|match|film|ciné|
        concert|spectacle|euros|euro|mille|cent|cents|balles|heure|heures|minute|minutes|jour|jours|là|ici|bien|très|
        aussi|mais|donc|car|comme|entre|leurs|quel|quelle|voir|vu|dit|mettre|venir|vient|viens|même|toujours
    """,
    months=(
        "janvier|janv|jan",
        "février|févr|fév",
        "mars",
        "avril|avr",
        "mai",
        "juin",
        "juillet|juil",
        "août|aout",
        "septembre|sept|sep",
        "octobre|oct",
        "novembre|nov",
        "décembre|déc",
    ),
    weekdays=("lundi|lun", "mardi|mar", "mercredi|mercr", "jeudi", "vendredi|ven|vendr", "samedi|sam", "dimanche|dim"),
    weekday_plurals=("lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis", "dimanches"),
    doubtful="lun|mar|mercr|ven|sam|dim|jan",
    days={
        """
            aujourd'hui|aujourdhui|ajd|auj|ce jour|maintenant|tout de suite|d'ici ce jour|aujourd'hui même|
            tout à l'heure|
            en ce moment|en ce moment même|à l'heure actuelle|dans la journée|en journée|dans le courant de la journée
        """: 0,
        "demain|dmain|2main|dem1": 1,
        """
            dans un jour|d'ici un jour|sous un jour|le lendemain|lendemain|le jour d'après|le jour suivant|
            un jour plus tard|un jour après
        """: 1,
        "après-demain|après demain|apres demain|le lendemain de demain": 2,
        "hier": -1,
        "avant-hier|avant hier": -2,
        "dans huit jours|d'ici huit jours|sous huitaine|dans une semaine|d'aujourd'hui en huit": 7,
        "demain en huit|demain en 8": 8,
        "dans quinze jours|d'ici quinze jours|sous quinzaine|dans une quinzaine|dans deux semaines": 14,
    },
    units={
        "second": "secondes|sec",
        "quarter": "trimestre|trimestres",
        "minute": "minute|minutes|min|mn|mins",
        "hour": "heure|heures|h|hr|hrs",
        "day": "jour|jours|j|journée|journées|nuits",
        "week": "semaine|semaines|sem",
        "month": "mois",
        "year": "an|ans|année|années",
    },
    durations={
        "une demi-heure|une demi heure|demi-heure|demi heure|1/2 heure|une petite demi-heure": 30,
        "une heure et demie|1 heure et demie|1h et demie|heure et demie|une heure et demi": 90,
        "un quart d'heure|quart d'heure|un petit quart d'heure": 15,
        "trois quarts d'heure|3/4 d'heure|trois quart d'heure": 45,
        "deux heures et demie|2 heures et demie|deux heures et demi": 150,
        "trois heures et demie|3 heures et demie": 210,
        "une heure et quart|1 heure et quart": 75,
        "une demi-journée|une demi journée|demi-journée": 240,
        "une petite heure|une bonne heure": 60,
        "un jour et demi": 2160,
    },
    parts={
        "dawn": "aube|petit matin",
        "morning": "matin|matinée|mat|matins|première heure",
        "noon": "midi|midis|heure du déjeuner",
        "afternoon": "après-midi|après midi|aprem|aprèm|après-m|ap-m|a-m|aprem's",
        "evening": "soir|soirée|soirs|en fin de journée|fin de journée|fin d'après-midi",
        "night": "nuit|nuits",
        "midnight": "minuit",
    },
    moments={
        "morning": "ce matin",
        "noon": "ce midi",
        "afternoon": "cet après-midi|cet après midi|cet aprem|cette après-midi|cet aprèm",
        "evening": "ce soir|en soirée aujourd'hui|tout à l'heure ce soir",
        "night": "cette nuit",
    },
    periods={
        "weekend": "week-end|weekend|week end|we|wk|wkd",
        "payday": "jour de paie|jour de paye|jour du salaire",
        "week_end": """
            fin de semaine|fin de la semaine|fin de cette semaine|en fin de semaine|dans la semaine|courant de semaine|
            dans le courant de la semaine|courant semaine|au cours de la semaine
        """,
        "month_end": """
            fin du mois|fin de mois|fin de ce mois|dernier jour du mois|fin mois
        """,
        "year_end": "fin d'année|fin de l'année|fin de cette année|dernier jour de l'année",
    },
    frequencies={
        **{f"un {day} sur deux|1 {day} sur 2": f"WEEKLY;INTERVAL=2;BYDAY={code}" for day, code in _WEEKDAYS.items()},
        "tous les jours|chaque jour|quotidiennement|ts les jours|par jour": "DAILY",
        """
            deux fois par semaine|trois fois par semaine|2 fois par semaine|toutes les semaines|chaque semaine|
            par semaine|une fois par semaine|hebdomadairement
        """: "WEEKLY",
        """
            une semaine sur deux|1 semaine sur 2|toutes les deux semaines|toutes les 2 semaines|tous les quinze jours|
            tous les 15 jours|chaque quinzaine
        """: "WEEKLY;INTERVAL=2",
        """
            tous les mois|chaque mois|par mois|mensuellement|une fois par mois|/mois|ts les mois
        """: "MONTHLY",
        "un mois sur deux|tous les deux mois|tous les 2 mois": "MONTHLY;INTERVAL=2",
        """
            trimestriellement|chaque trimestre|tous les trimestres|par trimestre|tous les trois mois
        """: "MONTHLY;INTERVAL=3",
        "semestriellement|chaque semestre|tous les semestres|tous les six mois|deux fois par an": "MONTHLY;INTERVAL=6",
        "tous les ans|chaque année|par an|une fois par an|annuellement|toutes les années": "YEARLY",
        "un jour sur deux|1 jour sur 2|tous les deux jours|tous les 2 jours": "DAILY;INTERVAL=2",
        """
            en semaine|la semaine du lundi au vendredi|du lundi au vendredi|lundi au vendredi|les jours ouvrés|
            chaque jour ouvré|tous les jours ouvrés|jours ouvrables|tous les jours de la semaine|
            tous les jours de semaine
        """: "WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        """
            tous les week-ends|tous les weekends|chaque week-end|chaque weekend|les week-ends|le week-end en général|
            tous les we
        """: "WEEKLY;BYDAY=SA",
        """
            chaque fin de mois|tous les fins de mois|toutes les fins de mois|le dernier jour de chaque mois|
            dernier jour de chaque mois|le dernier jour du mois tous les mois|à la fin de chaque mois|
            fin de chaque mois
        """: "MONTHLY;BYMONTHDAY=-1",
        """
            chaque début de mois|tous les débuts de mois|le premier jour de chaque mois|premier jour de chaque mois|
            le premier de chaque mois|chaque premier du mois|tous les premiers du mois|au début de chaque mois
        """: "MONTHLY;BYMONTHDAY=1",
    },
    dotted_dates=True,
    frequency_adjectives={
        "quotidien|quotidienne": "DAILY",
        "hebdomadaire|hebdo": "WEEKLY",
        "bimensuel|bimensuelle|bihebdomadaire": "WEEKLY;INTERVAL=2",
        "mensuel|mensuelle|mensuels|mensuelles": "MONTHLY",
        "bimestriel|bimestrielle": "MONTHLY;INTERVAL=2",
        "trimestriel|trimestrielle|trimestriels|trimestrielles": "MONTHLY;INTERVAL=3",
        "semestriel|semestrielle": "MONTHLY;INTERVAL=6",
        "annuel|annuelle": "YEARLY",
    },
    adjective_first=False,
    end_of="fin|fin de|la fin de|fin du|la fin du|fin du mois de|fin du mois d'|fin d'|en fin de|en fin d'",
    all_day="toute la journée|journée entière|la journée entière|toute une journée",
    numbers={
        "zéro": 0,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
        "treize": 13,
        "quatorze": 14,
        "quinze": 15,
        "seize": 16,
        "dix-sept|dix sept": 17,
        "dix-huit|dix huit": 18,
        "dix-neuf|dix neuf": 19,
        "vingt|vingts": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "septante": 70,
        "huitante|octante": 80,
        "nonante": 90,
        "une dizaine de|une dizaine d'|dizaine de": 10,
        "une douzaine de|une douzaine d'": 12,
        "une quinzaine de|une quinzaine d'|quinzaine de": 15,
        "une vingtaine de|une vingtaine d'|vingtaine de": 20,
        "une trentaine de|une trentaine d'|trentaine de": 30,
        "une quarantaine de|une quarantaine d'": 40,
        "une cinquantaine de|une cinquantaine d'": 50,
        **{f"{form}|{form.replace('-', ' ')}": n for form, n in _COMPOUNDS.items()},
    },
    ones="un|une",
    ordinals={"premier": 1},
    ordinal_suffixes="er|ère|ere|re|e|è|ème|eme|ième|nd|nde|°|ᵉ|ᵉʳ",
    scales={
        "cent|cents": 100,
        "mille|milles": 1000,
        "million|millions": 1_000_000,
        "milliard|milliards": 10**9,
        "billion|billions": 10**12,
    },
    number_joiners="et|-",
    leads="""
        le|la|les|l'|du|au|pour|pour le|pour la|avant|avant le|avant la|d'ici|d'ici le|d'ici la|d'ici à|d'ici au|
        jusqu'à|jusqu'au|jusqu'en|jusque|au plus tard|au plus tard le|plus tard le|=dès|=dès le|à partir de|à partir du|
        à compter du|depuis|depuis le|dans la|dans le|courant|pendant|pendant le|durant|deadline|date limite|
        dernier délai|échéance|échéance le|échéance au|à échéance du|=à|à la|en|ce|cet|cette|sans faute|prévu|prévu le|
        prévue|prévue le|prélevé le|prélevé|prélevée le|prélèvement le|expire|expire le|expirent le|à rendre pour|vers|
        vers le|vers la|après|après le|lors de|en date du|à régler pour|valable jusqu'au|limite|de|de la|d'|c'est
    """,
    day_leads="""
        le|du|avant le|d'ici le|d'ici au|jusqu'au|pour le|=dès le|à partir du|au plus tard le|échéance le|échéance|
        échéance au|prélevé le|prélevée le|prélèvement le|expire le|date limite le|depuis le|vers le|après le|
        à compter du|ce|prévu le|prévue le|expirent le|en date du|à échéance du|plus tard le
    """,
    span_leads="du|entre le|les|du jour",
    span_joins="au|et le|et la|jusqu'au",
    month_leads="en|pour|d'ici|jusqu'en|avant|=dès|courant|pendant le mois de|au mois de",
    at="""
        =à|à partir de|vers|avant|=dès|jusqu'à|pour|@|autour de|aux alentours de|environ à|après|sur les coups de|
        d'ici|depuis|rdv à|rendez-vous à|heure:|pas avant|au plus tard à|à environ
    """,
    at_doubtful="a|de|les|il est|c'est à|il sera",
    from_="de|=dès|depuis|entre|d'|à partir de",
    to="à|-|–|—|jusqu'à|=a|→|jusque",
    between="entre",
    of="de|du|d'|des",
    within="dans|d'ici|sous|dans environ|dans moins de|d'ici à|en moins de|dans à peu près|dans les|sous les|d'ici les",
    from_now="plus tard|après|à partir de maintenant|à partir d'aujourd'hui|à compter d'aujourd'hui",
    lasting="pendant|durée|durée:|durée :|dure|durera|pour|de|environ|sur|ça dure|compter|comptez|prévoir",
    lasting_after="de durée|en tout|au total|environ|max|maximum",
    about="environ|à peu près|une petite|quelque|autour de",
    this="ce|cet|cette",
    next="prochain|prochaine|qui vient|suivant|suivante|qui suit|d'après|prochainement",
    last="dernier|dernière|derniers|dernières|passé|passée|passés|passées|précédent|précédente|précédents|d'avant",
    nths={
        "premier|première|premiers|premières": 1,
        "deuxième|second|seconde|deuxièmes|seconds": 2,
        "troisième|troisièmes": 3,
        "quatrième": 4,
        "cinquième": 5,
        "sixième": 6,
        "septième": 7,
        "huitième": 8,
        "neuvième": 9,
        "dixième": 10,
        "onzième": 11,
        "douzième": 12,
        "dernier|dernière|derniers|dernières": -1,
    },
    holidays={
        "12-25": "noël|jour de noël|noel",
        "12-24": "veille de noël|réveillon de noël|la veille de noël",
        "12-31": "saint-sylvestre|réveillon du nouvel an|la saint-sylvestre|réveillon|saint sylvestre",
        "01-01": "jour de l'an|nouvel an|premier de l'an|le nouvel an",
        "01-06": "épiphanie|fête des rois|les rois",
        "02-02": "chandeleur|la chandeleur",
        "02-14": "saint-valentin|saint valentin|la saint-valentin|st valentin|st-valentin",
        "05-01": "fête du travail",
        "05-08": "8 mai 1945|fête de la victoire",
        "05-SU-1": "fête des mères",
        "06-SU3": "fête des pères",
        "06-21": "fête de la musique",
        "06-24": "saint-jean|la saint-jean",
        "07-14": "fête nationale|14-juillet",
        "08-15": "assomption|l'assomption",
        "10-31": "halloween",
        "11-01": "toussaint|la toussaint",
        "11-11": "armistice|l'armistice",
        "12-06": "saint-nicolas|la saint-nicolas",
        "easter": "pâques|dimanche de pâques",
        "easter-2": "vendredi saint",
        "easter-7": "dimanche des rameaux|rameaux",
        "easter+1": "lundi de pâques",
        "easter+39": "ascension|jeudi de l'ascension|l'ascension",
        "easter+49": "pentecôte|dimanche de pentecôte",
        "easter+50": "lundi de pentecôte",
        "easter-47": "mardi gras",
        "easter-46": "mercredi des cendres",
    },
    weekdays_later={"en huit|en 8": 7, "en quinze|en 15": 14},
    week_names="semaine|semaine n°|sem",
    seasons={"spring": "printemps", "summer": "été", "autumn": "automne", "winter": "hiver"},
    halves="demi|demie",
    quarters="quart",
    few="quelques|plusieurs|une paire de|peu de",
    coming="prochains|prochaines|suivants|suivantes|à venir",
    whole="tout|tout le|tout l'|toute|toute la|toute l'|toute une|tout un|une pleine|entier|entière",
    ago_leads="il y a|y a|ça fait|il y a environ|voilà|voici",
    days_after="après|après le|à partir de|à compter de|suivant",
    days_before="avant|avant le|avant la",
    rest_of="""
        reste|le reste|reste de|le reste de|reste du|le reste du|reste de ma|le reste de ma|reste de mon|le reste de mon
    """,
    start_of="""
        début|début de|au début de|le début de|début du|au début du|début d'|début du mois de|début du mois d'|
        en début de|en début d'
    """,
    stages={
        "middle": """
            milieu du mois de|milieu du mois d'|mi|à la mi|milieu de|milieu du|au milieu de|au milieu du|mi-mois de|
            vers la mi
        """,
        "half1": """
            première moitié de|première moitié du|la première moitié de|la première moitié du|premier semestre|
            premier semestre de|première quinzaine de|la première quinzaine de|première quinzaine du|1er semestre
        """,
        "half2": """
            seconde moitié de|seconde moitié du|la seconde moitié de|deuxième moitié de|deuxième moitié du|
            second semestre|
            deuxième semestre|second semestre de|seconde quinzaine de|deuxième quinzaine de|la deuxième quinzaine de|
            la seconde quinzaine de|2e semestre
        """,
    },
    short_units={"second": "s", "minute": "m"},
    date_leads="le|du|au|pour le",
    ago="plus tôt|auparavant",
    month_leads_sure="en|durant|pendant|depuis|au mois de|au mois d'|mois de|mois d'|courant|année|en l'an",
    workdays="jours ouvrés|jours ouvrables|jours de travail",
    part_plurals={
        "morning": "tous les matins|les matins",
        "afternoon": "tous les après-midi|tous les après-midis",
        "evening": "tous les soirs|les soirs",
        "night": "toutes les nuits",
    },
    zone_leads="heure de|heure d'",
    every="tous les|toutes les|chaque|ts les|tlj",
    every_other="chaque deuxième|tous les deuxièmes",
    plural_leads="les",
    hour_marks="h|h.|pile|heures pile|heure pile|h pile|tapantes|heures précises|heures tapantes|hrs",
    hour_words="heures|heure",
    hour_exact="heures|heure|pile|heures pile|heure pile|tapantes|heures tapantes|heures précises",
    meridiem={"am": "am|a.m.|a.m", "pm": "pm|p.m.|p.m"},
    past={
        "et demie|et demi": 30,
        "et quart": 15,
        "moins le quart|moins quart|moins un quart": -15,
        "et trois quarts|et 3/4": 45,
        **_MINUTES_TO,
        "et des poussières": 0,
        "cinq": 5,
        "dix": 10,
        "vingt": 20,
        "vingt-cinq": 25,
        "trente": 30,
        "quarante-cinq": 45,
    },
    past_before={"peu avant": 0, "juste après": 0, "un peu après": 0},
    part_leads="""
        du|le|la|au|en|dans la|dans le|de|de la|de l'|l'|en fin de|en début de|pour le|=à|en pleine|tôt le|vers|à la|
        dans l'|en début d'|en fin d'|à l'|à l|en milieu de|en milieu d'|à l'heure du
    """,
    and_="et|&|et le|et la",
    or_="ou",
    and_half="et demie|et demi",
    glue=",|-|–|à|a|de|en|le|·|(|;|:|/|=dès|vers|pour|au|du|c'est|et|à partir|puis|la|dans|soit|d'",
    never="""
        bonne nuit|bonne journée|bonne soirée|bon week-end|bon weekend|bonne semaine|bonne année|bon après-midi|
        une seconde|deux secondes|un instant|un moment|24/7|24h/24|7j/7|bouillon de minuit|boîte de nuit|table de nuit|
        chemise de nuit|travail de nuit|train de nuit|garde de nuit|robe de soirée|tenue de soirée|cours du soir|
        soirée pyjama|soirée jeux|soirée mousse|soirée film|mer de glace|un de ces jours|un jour|l'autre jour|
        de nos jours|le jour où|jour férié|plat du jour|après coup|mise à jour|toujours|petit à petit|deux fois|
        à la seconde|en un mot|vendredi noir|black friday|journée porte ouverte|de suite|ven conmigo|d'un côté|
        le midi libre|à la une|à un|à une|au premier|l'un|la une|tenue du soir|repas du midi
    """,
    ordinal_nouns="""
        étage|etage|fois|place|tour|partie|chapitre|saison|épisode|année|classe|arrondissement|arr|rang|essai|degré|
        rappel|dose|édition|version|génération|anniversaire|trimestre|semestre|relance|mensualité|échéance|acte|rue|
        avenue|av|boulevard|bd|allée|impasse|chemin|quai|route|cours|square|bis|ter|jour|semaine|mois|rdv|enfant|
        match|journée|ligne|main|couche|choix|point|siècle|mi-temps|personne|rendez-vous|séance|personnes|places
    """,
    streets="""
        rue|rue du|avenue|avenue du|av|av du|bd|boulevard|boulevard du|place|place du|quai|quai du|square|square du|
        métro|ligne|sortie|quartier|pont|stade|école|lycée|collège|allée|chemin|impasse
    """,
    abbreviations="dr|prof|av|st|vs|etc|tél|tel|approx|art|ex|ltd|inc",
    openers="""
        rappelle-moi de|rappelle-moi d'|rappelle moi de|rappelle moi d'|rappelle-moi|rappelle moi|rappelez-moi de|
        rappelez-moi d'|rappelez-moi|rappelez moi de|rappelle-nous de|rappel de|rappel pour|fais-moi penser à|
        fais moi penser à|faites-moi penser à|fais-moi penser de|fais-moi penser|fais moi penser|fais-nous penser à|
        souviens-toi de|souviens toi de|souviens-toi d'|me rappeler de|me rappeler d'|me rappeler|se rappeler de|
        n'oublie pas de|n'oublie pas d'|n'oublie pas que|n'oublie pas|n'oubliez pas de|n'oubliez pas d'|n'oubliez pas|
        oublie pas de|oublie pas d'|oublie pas|oubliez pas de|oubliez pas d'|oubliez pas|n'oublions pas de|
        n'oublions pas d'|n'oublions pas|ne pas oublier de|ne pas oublier d'|ne pas oublier|pas oublier de|
        pas oublier d'|pas oublier|à ne pas oublier|ne surtout pas oublier de|ne surtout pas oublier d'|
        surtout ne pas oublier de|n'oublie surtout pas de|il ne faut pas oublier de|il ne faut pas oublier d'|
        faut pas oublier de|faut pas oublier d'|faut pas que j'oublie de|faut pas que j'oublie d'|
        que je n'oublie pas de|que j'oublie pas de|ne pas manquer de|penser à|penser a|pense à|pense a|pensez à|
        pensez a|pensons à|faut penser à|il faut penser à|faudra penser à|il faut que je|il faut que tu|il faut qu'on|
        il faut que nous|il faut que vous|faut que je|faut que tu|faut qu'on|il faut|faut|il faudrait|faudrait|
        il faudra|faudra|il faudrait que tu|faudrait que tu|faudrait que je|il va falloir|va falloir|je dois|j'dois|
        tu dois|on doit|nous devons|vous devez|elle doit|il doit|dois|je devrais|tu devrais|on devrait|j'ai besoin de|
        j'ai besoin d'|j'ai besoin que tu|on a besoin de|besoin de|besoin d'|tu peux|tu pourrais|peux-tu|peux tu|
        pourrais-tu|pourrais tu|vous pouvez|vous pourriez|pouvez-vous|pouvez vous|pourriez-vous|pourriez vous|
        est-ce que tu peux|est-ce que tu pourrais|est-ce que vous pouvez|est-ce que vous pourriez|est ce que tu peux|
        est ce que tu pourrais|est-ce qu'on peut|on peut|on pourrait|quelqu'un peut|quelqu'un pourrait|qui peut|
        qui pourrait|il me faut|il nous faut|merci de|merci d'|prière de|veuillez|je veux|je voudrais|j'aimerais|
        je vais|on va|note de|note d'|noter de|à noter|assure-toi de|assurez-vous de|s'assurer de|veille à|veiller à|
        veillez à|n'hésite pas à|ça serait bien de|ce serait bien de|ce serait bien d'|il reste à|reste à|j'ai à|on a à|
        aide-moi à|occupe-toi de|charge-toi de|essaie de|essaie d'|essaye de|essayer de|pourras-tu|tu pourras|
        tu veux bien|veux-tu bien|ça te dérange de|si tu peux|si vous pouvez|si tu pouvais|il faut absolument que je|
        il faut absolument que|il faut absolument qu'on|il faut absolument|faut absolument que je|faut absolument qu'on|
        faut absolument|surtout ne pas oublier|surtout n'oublie pas de|surtout n'oublie pas|surtout n'oubliez pas de|
        surtout n'oubliez pas|je te rappelle de|je vous rappelle de|tu penses à|tu penseras à|vous penserez à|
        pense bien à|pensez bien à|faut vraiment que je|faut vraiment|il faut vraiment que je|il faudra que je|
        faudra que je|il faudra qu'on|faudra qu'on|il faudrait qu'on|faudrait qu'on|il faudrait que je|tâche de|
        tâchez de|ne tarde pas à|ça serait bien que tu|ce serait bien que tu|faudrait penser à|il faudrait penser à|
        il faut que j'|faut que j'|il faut qu'elle|il faut qu'il|je te laisse|peux-tu me|tu me rappelles de|
        tu peux me rappeler de|rappelle-moi que je dois|je devrai|il me reste à|ne pas omettre de|fais en sorte de|
        qu'on pense à|todo|to-do
    """,
    declined="""
        pas besoin de|pas la peine de|il ne faut pas|faut pas|ne faut pas|je ne dois pas|on ne doit pas|plus besoin de|
        pas nécessaire de|n'a pas besoin de|n'ai pas besoin de
    """,
    event_openers="""
        ajoute au calendrier|ajoute à l'agenda|ajoute à mon agenda|ajouter au calendrier|ajouter à l'agenda|
        mets dans l'agenda|mets dans le calendrier|mettre à l'agenda|mets à l'agenda|note dans l'agenda|bloque|
        bloquez|bloquer|réserve la date|réservez la date|réservez votre|save the date|on a|nous avons|j'ai|il y a|y a|
        y'a|prévois|prévoir|planifie|planifier|programme|programmer|cale|caler|calons|événement|tu as|
        vous êtes invités à|invitation à|invitation au|invitation pour|à noter|
        ajoute dans l'agenda|note dans le calendrier|à mettre à l'agenda|bloque dans l'agenda
    """,
    indicators="""
        tâche|tâches|tache|taches|todo|to do|to-do|à faire|a faire|agenda|note|mémo|memo|pense-bête|rappel|important|
        info|attention|événement|evenement|réunion|rdv|rendez-vous|à noter|nouveau|nouvel événement|save the date|liste|
        annonce|urgent|ps|en cours|invitation|note à moi-même|sujet|pour info|reminder|task|note pour moi|note perso|
        mémo perso|rappel perso|petit rappel|rappel important|à ne pas oublier|to-do list|ma liste|dernier rappel|
        bon à savoir|infos|pour rappel
    """,
    vocatives="""
        hé|hey|eh|dis|dites|écoute|écoutez|alors|bon|ben|bah|ok|okay|voilà|mec|meuf|frérot|frère|bro|chéri|chérie|
        mon cœur|mon amour|mon chéri|ma chérie|bébé|ma belle|mon grand|maman|papa|mamie|papi|les amis|les gars|
        les filles|tout le monde|chers voisins|chers parents|chers collègues|cher|chère|chers|mesdames|messieurs|ah|oh|
        euh|du coup|au fait|sinon|et|tiens|poto|ma puce|mon pote|dis donc|et sinon|les voisins|chers amis|chère famille|
        les collègues|la team|les colocs|les copains|les copines|les loulous|les enfants|mes chéris|les cousins|
        la tribu|la bande|les potes|les garçons|mes amours|les voisines|toute l'équipe|la famille|les choux|mes loulous|
        les jeunes
    """,
    greetings="""
        bonjour|bonsoir|salut|coucou|hello|hey|hé|yo|slt|bjr|cc|bonjour à tous|bonjour à toutes|salut tout le monde|
        bonjour tout le monde|hello tout le monde|coucou tout le monde|bonsoir à tous|salut à tous|hello à tous|
        bonjour à toutes et à tous|bonjour à tous et à toutes|bonne journée|ça va|comment ça va|salut les amis|
        salut les gars|salut les filles|bonjour les amis|hello la team|salut la team|j'espère que ça va|
        j'espère que tu vas bien|re|wesh|allô|allo|bonjour madame|bonjour monsieur|bon matin|dis|dites|au fait|du coup
    """,
    politeness="""
        s'il te plaît|s'il te plait|s'il vous plaît|s'il vous plait|stp|svp|s'te plaît|ste plait|steuplait|stplé|
        please|pls|plz|merci|merci beaucoup|merci d'avance|merci bcp|mille mercis|un grand merci|mercii|merciii|
        grand merci|si possible|si tu peux|si vous pouvez|si ça te va|si tu veux bien|ok|d'accord|d'acc|dac|bisous|
        bises|bisou|biz|bizz|à plus|à bientôt|à toute|cordialement|merci à tous|merci à toutes|
        merci à tous et à toutes|mdr|lol|haha|par avance merci|par avance|n'oublie pas|n'oubliez pas|ne pas oublier|
        pas oublier|sans faute|bonne journée|bonne soirée|bon week-end|c'est gentil|au plus tard|au max|maximum|
        dernier délai|ce serait top|ce serait super|ça serait cool|désolé|désolée|quand même|hein|voilà|
        merci par avance|merci infiniment|gracias|thx
    """,
    leftovers="""
        et|ou|que|qu'|de|du|des|d'|le|la|les|l'|au|aux|à|a|en|pour|c'est|est|sont|mais|donc|jusqu'à|jusqu'au|avant|
        depuis|vers|d'ici|ce|cet|cette|se|s'|puis|alors|entre|prévu|prévue|sera|aura lieu|un|une|soit|ici|inclus|inclu|
        compris
    """,
    high="""
        urgent|urgente|urgents|urgence|c'est urgent|très urgent|super urgent|hyper urgent|ultra urgent|en urgence|
        d'urgence|de toute urgence|asap|dès que possible|le plus vite possible|au plus vite|le plus tôt possible|
        au plus tôt|dans les plus brefs délais|priorité haute|haute priorité|priorité: haute|priorité : haute|
        prioritaire|c'est prioritaire|priorité absolue|priorité maximale|en priorité|priorité 1|important|
        c'est important|très important|super important|hyper important|impératif|impérativement|c'est impératif|
        critique|immédiatement|sans attendre|sans délai|le plus rapidement possible|dare-dare|pour hier|ça presse|
        c'est pressé|très pressé|c'est crucial|crucial|d'extrême urgence|ça urge|prio
    """,
    low="""
        pas urgent|pas pressé|rien d'urgent|pas d'urgence|ce n'est pas urgent|c'est pas urgent|ça n'est pas urgent|
        c'est pas pressé|ce n'est pas pressé|non urgent|non urgente|pas très urgent|pas trop urgent|sans urgence|
        aucune urgence|rien ne presse|ça presse pas|ça ne presse pas|sans pression|pas de stress|sans stress|
        pas de pression|quand tu peux|quand vous pouvez|quand tu auras le temps|quand tu as le temps|
        quand vous aurez le temps|quand vous avez le temps|quand j'ai le temps|quand j'aurai le temps|
        quand on a le temps|quand tu veux|à l'occasion|si tu as le temps|priorité basse|basse priorité|
        faible priorité|priorité faible|priorité: basse|priorité : basse|pas prioritaire|non prioritaire|
        pas important|c'est pas important|ce n'est pas important|prends ton temps|prenez votre temps|tranquille|
        tranquillement|y a pas le feu|pas le feu|il n'y a pas d'urgence|y a pas d'urgence|y'a pas d'urgence|
        pas de panique|pas si urgent|pas d'urgent
    """,
    with_="avec|av|accompagné de|accompagnée de|en compagnie de",
    articles_in_names=True,
    elisions="l'|d'|j'|n'|m'|c'|s'|t'|qu'",
    articles="le|la|les|l'|ce|cette|cet",
    person_titles="""
        dr|docteur|docteure|m|mr|mme|mlle|madame|monsieur|mademoiselle|maître|me|pr|prof|professeur|professeure|coach|
        père|abbé|oncle|tonton|tante|tata|tatie|mamie|papi|papy|mamy|papa|maman|sœur|soeur|frère|directeur|directrice|
        ingénieur|notaire|avocat|avocate|patron|patronne|cousin|cousine|belle-mère|beau-père
    """,
    groups="""
        groupe|sa|sas|sarl|sasu|eurl|équipe|team|banque|club|client|clients|cliente|société|entreprise|comité|rh|
        ventes|agence|université|lycée|collège|association|syndic|mairie|service|parents|école|direction|compta|
        collègues|copines|copains|enfants|marketing|fournisseur|famille|voisins|inc|corp
    """,
    name_joiners="de|d'|l'|du|des|et|les|la",
    given_names="""
        sam|mars|anne|marie|jean|pierre|paul|jacques|louis|luc|lucas|léo|leo|hugo|théo|theo|tom|thomas|nathan|noah|
        gabriel|raphaël|raphael|arthur|jules|adam|maël|ethan|sacha|enzo|mathis|maxime|max|antoine|alexandre|alex|
        benjamin|ben|nicolas|nico|julien|ju|quentin|romain|vincent|sébastien|seb|olivier|éric|eric|marc|michel|
        philippe|alain|françois|franck|frédéric|fred|christophe|chris|stéphane|stéphanie|david|daniel|dan|bruno|
        guillaume|guigui|kévin|kevin|karim|mehdi|mohamed|momo|ahmed|samir|yassine|rachid|nadia|fatima|leïla|leila|
        samira|sarah|sara|inès|ines|jade|louise|emma|alice|chloé|chloe|lina|léa|lea|manon|camille|cam|zoé|zoe|
        juliette|julie|lucie|lucy|charlotte|clara|claire|anaïs|pauline|mathilde|marion|margaux|margot|laura|laure|
        céline|celine|sophie|isabelle|isa|nathalie|nath|valérie|val|sandrine|sylvie|catherine|cathy|caroline|caro|
        hélène|helene|élodie|elodie|émilie|emilie|aurélie|virginie|delphine|audrey|amélie|amandine|agathe|élise|elise|
        élisa|elisa|eva|ève|romane|rose|lola|lou|ambre|victor|victoire|simon|robin|rémi|remi|rémy|yann|yannick|gaël|
        loïc|loic|tristan|valentin|xavier|yves|yvan|patrick|pascal|pascale|thierry|gilles|gérard|henri|bernard|didier|
        denis|dominique|joël|jérôme|jerome|jérémy|jeremy|laurent|ludovic|ludo|mathieu|matthieu|mat|mickaël|mickael|
        arnaud|aurélien|baptiste|bastien|cédric|clément|corentin|cyril|damien|dorian|fabien|fabrice|florian|flo|
        florence|geoffroy|grégory|greg|ibrahim|idriss|kenza|justine|josé|lætitia|laetitia|lise|lisa|maëlle|maeva|
        marine|martine|martin|mélanie|mel|monique|morgane|myriam|nina|noémie|océane|ophélie|perrine|rachel|sabrina|
        salomé|solène|tiphaine|véronique|vanessa|yasmine
    """,
    place_leads="""
        à l'|à la|au|aux|=à|chez le|chez la|chez les|chez l'|chez|dans le|dans la|dans l'|dans les|dans|devant le|
        devant la|devant l'|devant les|devant|@|en face de la|en face du|en face de l'|en face de|à côté de la|
        à côté du|sur la|sur le|sur les|sur l'|près de la|près du|au bord de la|au bord du|derrière la|derrière le|
        en bas de la|en bas du|en bas de|en
    """,
    place_stops="""
        avec|pour|par|de la part|jusqu'à|jusqu'au|depuis|que|qui|et|où|mais|parce|car|si|quand|sans|est|sera|il|elle|
        on|nous|vous|je|tu|apporte|apportez|apporter|amène|ramène|avant|après|comme|vers|dure|durée|durant|pendant|
        via|à|merci|n'oublie|n'oubliez|n'oublions|puis|ensuite|rdv|venez|viens|confirmer|confirmez|tous|toutes|chaque|
        le|sur|entre|environ|c'est
    """,
    not_places="""
        personne|ligne|train|cours|général|retard|avance|anglais|français|espagnol|famille|groupe|équipe|direct|total|
        liquide|espèces|point|principe|fait|chemin|commun|particulier|fin|paix|ordre|cause|charge|cas|fois|base|
        distance|distanciel|présentiel|forme|mode|jeun|partir|propos|nouveau|moins|plus|peu|tous|toutes|suivre|faire|
        noter|rendre|payer|régler|prévoir|emporter|table|deux|trois|quatre|plusieurs|moi|toi|lui|elle|nous|vous|eux|
        elles|ses|son|sa|mon|ma|mes|ton|ta|tes|jour|heure|minuit|midi|matin|soir|l'heure|temps|bientôt|plus tard|tout|
        toute|vélo|pied|voiture|bus|avion|travers|l'avance|la fois|l'occasion|maximum|minimum|sujet|niveau|lieu|pair|
        boulot|urgence|revoir|confirmer|voir|calme|l'aise|domicile|téléphone|agenda|calendrier|visio|visioconférence|
        visioconf|réunion|attendant|voyage|vacances|amoureux|tête|semaine|soirée|journée|présence|compagnie|plein|
        petit comité|duo|solo|trio|binôme|tenue|avant|fonction|attente|retour|congé|congés|arrêt|même|effet|live|replay|
        streaming|allemand|italien|japonais|cash|carte|version|mai|juin|été|hiver|automne|gros|détail|double|dessous|
        dehors|haut|bas|rentrant|passant|sortant|allant|venant|attente de|pause|amont|aval|parallèle|privé|public|
        silence|musique|bonne|bon|forêt promenade|chemin de fer|famille et amis
    """,
    venues="""
        hôpital|clinique|église|cathédrale|salle|restaurant|resto|auditorium|théâtre|stade|musée|place|parc|hôtel|bar|
        café|brasserie|maison|école|lycée|collège|université|club|centre|jardin|tour|médiathèque|bibliothèque|
        aéroport|gare|cinéma|plage|piscine|gymnase|bureau|cabinet|avenue|rue|boulevard|palais|marché|mairie|château|
        ferme|pub|bistrot|crêperie|pizzeria|halle|studio|atelier|domaine|villa|chalet|terrasse|zénith|opéra|arena
    """,
    platforms={
        "zoom": "zoom",
        "meet": "google meet|meet|gmeet",
        "teams": "microsoft teams|ms teams|teams",
        "whatsapp": "whatsapp|whats app|wa|whats|wapp|appel whatsapp|visio whatsapp",
        "phone": "téléphone|telephone|tél|tel|appel téléphonique|bigophone|phone",
    },
    channel_leads="sur|par|via|en|au|avec|à travers|à l'aide de|dans",
    labels={
        "when": "quand|date|heure|horaire|jour|date et heure|début|date/heure|date & heure|horaires",
        "where": "où|lieu|endroit|adresse|salle|localisation|emplacement|rdv à|lieu de rdv",
        "who": "invités|participants|qui|avec|présents|invitées|participantes|personnes|convives",
        "what": "quoi|événement|evenement|objet|sujet|titre|motif|thème|réunion",
    },
    services={
        "electricity": "électricité|électrique|elec|élec|courant|énergie|courant électrique|luz",
        "water": "eau|eaux usées|eau et assainissement|assainissement|eau potable",
        "gas": "gaz|gaz naturel|bouteille de gaz|butane|propane|mazout|fioul|chauffage|chauffage urbain",
        "internet": """
            internet|wifi|wi-fi|fibre|box|box internet|abonnement internet|abonnement fibre|adsl|câble|
            internet et télé|internet et téléphone
        """,
        "phone": """
            téléphone|portable|mobile|forfait|forfait mobile|forfait téléphone|forfait portable|téléphone fixe|gsm|
            natel|abonnement téléphone|abonnement mobile|abonnement gsm|recharge|ligne fixe|forfait téléphonique|
            cellulaire|cell
        """,
        "rent": "loyer|loyer du garage|location appartement|bail|loyers|loyer bureau",
        "mortgage": """
            prêt immobilier|prêt immo|crédit immobilier|crédit immo|crédit maison|crédit de la maison|hypothèque|
            prêt maison|prêt de la maison|prêt hypothécaire|crédit hypothécaire|emprunt immobilier|crédit appartement|
            crédit logement|prêt habitation|crédit habitation|emprunt maison
        """,
        "credit_card": """
            carte|carte de crédit|carte bleue|cb|visa|mastercard|amex|carte bancaire|carte visa|relevé de carte
        """,
        "insurance": """
            assurance|assurances|assurance auto|assurance habitation|assurance voiture|assurance maison|
            assurance moto|assurance vie|assurance scolaire|prime d'assurance|assurance emprunteur|assurance loyer|
            assurance voyage|assurance chien|assurance chat|assurance rc|responsabilité civile|assurance ménage|
            assurance prêt|assurance décès|assurance scooter|assurance incendie
        """,
        "school": """
            école|cantine|crèche|garderie|périscolaire|frais de scolarité|scolarité|inscription|collège|lycée|
            université|fac|frais d'inscription|cours|cours de piano|cours de danse|cours particuliers|cours d'anglais|
            conservatoire|centre aéré|sortie scolaire|nounou|assistante maternelle|stage|cours de natation|auto-école|
            permis de conduire|colonie|étude|école de musique|minerval|sortie classe|voyage scolaire|
            fournitures scolaires|soutien scolaire|cours de musique|cours de maths|classe de neige
        """,
        "streaming": "streaming|abonnement streaming|vod",
        "tax": """
            impôts|impôt|taxe foncière|taxe d'habitation|impôt sur le revenu|tva|urssaf|cfe|amende|amendes|pv|taxe|
            taxes|contravention|précompte immobilier|précompte|taxe de circulation|vignette|impôt fédéral|
            impôt communal|impôt cantonal|acompte d'impôt|acompte impôts|taxe ordures ménagères|teom|cotisations|
            cotisations sociales|redevance|redevance télé|taxe voiture|taxe poubelle|impôts fonciers|impôts locaux|
            carte grise|timbre fiscal|tiers provisionnel|serafe|billag
        """,
        "health": """
            mutuelle|médecin|dentiste|docteur|hôpital|clinique|pharmacie|ordonnance|consultation|orthodontiste|
            orthodontie|kiné|kinésithérapeute|ostéo|ostéopathe|psy|psychologue|labo|laboratoire|analyses|lunettes|
            opticien|complémentaire santé|assurance maladie|lamal|assurance santé|caisse maladie|appareil dentaire|
            opération|radio|prise de sang|vaccin|gynéco|dermato|dermatologue|pédiatre|ophtalmo|podologue|
            orthophoniste|ambulance|soins dentaires|soins|infirmière|médicaments|mutualité
        """,
        "loan": """
            prêt|crédit|emprunt|crédit auto|crédit voiture|prêt auto|prêt voiture|prêt étudiant|crédit conso|
            crédit à la consommation|prêt personnel|crédit renouvelable|leasing|loa|lld|crédit moto|
            remboursement prêt|prêt perso|échéance du prêt|échéance du crédit|mensualité du prêt|prêt moto|
            crédit travaux|prêt travaux
        """,
        "other": """
            charges|charges de copro|charges de copropriété|copropriété|copro|syndic|parking|garage|place de parking|
            ménage|femme de ménage|femme de menage|aide ménagère|jardinier|baby-sitter|babysitter|babysitting|
            salle de sport|abonnement salle|club|licence|licence de foot|cotisation|péage|pressing|mécano|garagiste|
            plombier|électricien|vétérinaire|véto|comptable|avocat|notaire|déménagement|cagnotte|essence|poubelles|
            ordures|coiffeur|traiteur|gâteau|pension|pension alimentaire|toiletteur|menuisier|peintre|maçon|serrurier|
            alarme|télésurveillance|navigo|abonnement sncf|tcl|carte de transport|cadeau commun|cadeau collectif|
            location voiture|hébergement|nom de domaine|box de stockage|garde-meuble|ramonage|chaudière|
            entretien chaudière|journal|vacances|camping|gîte|loto|pot commun|dette|don|pompes funèbres|régie|révision|
            pneus|dépannage|foot|danse|judo|piscine|yoga|tennis|colis
        """,
    },
    establishments={
        "health": """
            clinique|hôpital|laboratoire|labo|pharmacie|dr|docteur|cabinet|cabinet dentaire|centre médical|optique|
            chu|polyclinique|centre dentaire|mutuelle
        """,
        "school": """
            école|collège|lycée|université|crèche|institut|académie|conservatoire|auto-école|centre de loisirs|
            micro-crèche|garderie
        """,
        "loan": "financement",
        "electricity": "énergie|énergies|électricité",
        "water": "eaux|eau",
        "gas": "gaz",
        "insurance": "assurances|assurance|mutuelles",
        "internet": "fibre|télécom|telecom|telecoms",
        "streaming": "tv",
        "tax": "mairie|trésor public|urssaf|commune|préfecture",
        "other": """
            boulangerie|garage|magasin|restaurant|studio|banque|immobilière|agence|club|salle|marché|supermarché|bar|
            pressing|imprimerie|fleuriste|menuiserie|meubles|auto|transports|association|boucherie|librairie|
            papeterie|traiteur|atelier|maison|cave|voyages|plomberie|toiture|syndic|pizzeria|hôtel|camping|entreprise|
            société|coopérative|groupe|foncia|nexity|immobilier
        """,
    },
    belongs="de|du|d'|des",
    for_whom="pour",
    kinds="""
        auto|voiture|maison|habitation|vie|voyage|moto|scooter|santé|scolaire|scolaires|animaux|chien|chat|immobilier|
        immo|personnel|étudiant|conso|consommation|dentaire|mobile|fixe|portable|téléphone|internet|fibre|emprunteur|
        prêt|loyer|loyers|loyers impayés|responsabilité civile|incendie|ménage|foncière|foncier|foncières|revenu|
        bancaire|bleue|crédit|visa|bureau|garage|parking|piano|danse|natation|anglais|musique|guitare|judo|foot|
        football|tennis|yoga|gym|piscine|théâtre|copropriété|copro|immeuble|logement|hypothécaire|alimentaire|accident|
        accidents|complémentaire|maladie|naturel|potable|usées|urbain|maternelle|appartement|appart|camion|caravane|
        bateau|décès|juridique|protection juridique|circulation|ordures ménagères|poubelle|communal|cantonal|fédéral|
        sport|box|stockage|handball|hand|basket|rugby|escalade|gymnastique|solfège|violon|syndicale|annuelle
    """,
    bill_words="""
        facture|factures|note|paiement|paiements|payer|régler|règlement|quittance|reçu|échéance|mensualité|mensualités|
        versement|virement|virer|montant|solde|acompte|avis|prélèvement|prélèvements|prélevé|prélevée|débit|compte|
        abonnement|abo|total|somme|reste|dû|dois|devoir|à payer|à régler|rappel|relance|rembourser|remboursement|frais|
        frais de|prime|chèque|renouvellement|renouveler|ticket|addition|expire|prélèvement automatique|échéancier|
        trimestre|avis d'échéance|factu|caution|arrhes
    """,
    pay="""
        payer|paie|paye|payez|payons|payé|régler|règle|réglez|réglons|virer|verser|rembourser|solder|à payer|à régler|
        à virer|à rembourser|faire un virement|faire virement|virement|envoyer|donner|rendre|lydia|paylib|wero|paypal|
        twint|virement à|faire un chèque|faire un virement à|filer|transférer|acquitter|avancer|cotiser
    """,
    copulas="est",
    owe="""
        dois|je dois|on doit|nous devons|tu dois|doit|devons|dois à|je dois encore|reste à payer|m'a prêté|
        nous a prêté|m'a avancé|facturé|est à|coûte|coûtera|il manque|prélevé|prélevée|c'est|fait|on lui doit|
        je lui dois|reste à devoir|arrivée
    """,
    due="""
        échéance|à payer|à régler|avant le|avant|d'ici|date limite|limite|au plus tard|expire|prélevé|prélevée|
        prélèvement|prélevés|jusqu'au|dû|due|dus|dues|deadline|arrive à échéance
    """,
    deadlines="avant le|avant|limite",
    issued="émis|émise|émission|date d'émission|arrêté|arrêtée",
    payee_leads="à|au|aux|à la|à l'|pour|pour le|pour la|chez|de|du|vers",
    totals="""
        total|total à payer|au total|en tout|somme|montant total|total:|ça fait|soit en tout|total ttc|net à payer|
        reste à payer|total général|soit au total
    """,
    shared="""
        les deux|les trois|les quatre|tous|toutes|tout|tous les deux|tous les trois|toutes les deux|toutes les trois|
        chacun|chacune|le tout|l'ensemble|pour tous|pour tout|tous avant|tous prélevés|les 2|les 3
    """,
    minimums="minimum|paiement minimum|au minimum|mensualité minimale",
    asides="""
        + tva|plus tva|hors taxes|hors taxe|ht|ttc|tva comprise|tva incluse|de tva|+ taxes|plus taxes|de remise|
        d'acompte
    """,
    taxes="tva",
    tax_leads="plus|incl|excl",
    out_of="sur|de",
    rises="""
        a augmenté|augmenté|augmente|passe|est passé|est passée|passé|passée|monte|est monté|monté|baisse|a baissé|
        a changé
    """,
    overdue="""
        échu depuis|échue depuis|échu le|échue le|était dû|était due|impayé depuis|impayée depuis|en retard depuis
    """,
    instalments="mensualité|versement|paiement",
    documents="facture|reçu|devis|note",
    settled="""
        combien on a payé|combien avons-nous payé|combien as-tu payé|combien tu as payé|combien avait-on payé|
        c'était combien|combien j'ai payé|
        j'ai payé|déjà payé|déjà payée|c'est payé|payé hier|me doit|me doivent|nous doit|j'ai reçu|reçu|remboursement|
        remboursé|remboursée|m'a viré|m'a remboursé|je t'ai viré|je t'ai envoyé|t'ai versé|j'ai viré|j'ai gagné|gagné|
        à encaisser|m'a payé|m'ont payé|est réglé|est réglée|déjà réglé|déjà réglée|virement reçu|paiement reçu
    """,
    prices="""
        coûte|coûtent|coûtait|prix|vaut|salaire|prime|promo|promotion|soldes|à vendre|vendu|vends|budget|économisé|
        remise|bourse|action|actions|a clôturé|a augmenté|a baissé|trouvé|perdu
    """,
    accounts="""
        compte|n° de compte|numéro de compte|réf|référence|réf client|référence client|contrat|n° de contrat|
        numéro de contrat|client|n° client|numéro client|numéro de client|dossier|n° de dossier|facture n°|n° facture|
        facture|iban|bic|code|matricule|adhérent|n° adhérent|n° fiscal|numéro fiscal|avis|pdl|pce|siret|communication|
        communication structurée|mandat|rum|police|n° de police|qr|identifiant|abonné|n° abonné|commande|
        n° de commande|tél|tel|téléphone
    """,
    ending_in="finissant par|se terminant par|terminant par",
    counted="""
        pas|kilo|kilos|kg|g|gr|grammes|litre|litres|l|ml|cl|km|kms|m|mètres|mètre|cm|mm|m2|m3|%|pour cent|pourcent|
        personnes|personne|pers|pièces|pièce|fois|cartons|sacs|paquets|boîtes|bouteilles|canettes|roses|œufs|oeufs|
        enfants|invités|billets|places|pages|étages|degrés|points|buts|verres|assiettes|tables|chaises|douzaines|
        douzaine|go|mo|gb|kwh|minutes|min|mn|heures|heure|h|jours|jour|j|semaines|semaine|mois|ans|an|années|année|am|
        pm|baguettes|croissants|pains|nuits|chiens|chats|pouces|cuillères|tasses|copies|feuilles|photos|pizzas|bières|
        gâteaux|séances|comprimés|amis|copains|x|échéances|mensualités|parts|tranches|pommes|tomates|citrons|bougies|
        exemplaires|ampoules|rouleaux|barres|parties|matchs|tours|exercices|questions|cours|collègues|élèves|adultes|
        tickets
    """,
    numbered="""
        tour|bâtiment|bat|bât|étage|appt|appartement|appart|chapitre|chap|salle|terrain|iphone|galaxy|version|v|cp|
        code|porte|ligne|bus|tram|métro|vol|train|tgv|voie|quai|table|lot|rue|n°|no|numéro|num|#|chambre|groupe|
        niveau|saison|épisode|page|article|art|plaque|taille|pointure|box|km|covid|windows|ps|tél|tel|unité|place|
        série|classe|modèle|parking|n|plateforme|phase|code postal|pin|digicode|partie|rn|exercice|exo|question|lit|
        hall|escalier|sortie|lieu|département|arrondissement|casier|facture|commande|dossier|wagon|voiture|siège|
        allée|emplacement|semaine|acte|tome|catégorie|cat
    """,
    currencies={
        "EUR": "euros|euro|eur|balles|boules|eurs|roros|euross",
        "CHF": "francs suisses|franc suisse|chf|fr|frs|francs|franc|balles suisses",
        "USD": "dollars américains|usd|dollars us",
        "$": "dollars|dollar|piastres|piasses|$",
        "CAD": "cad|dollars canadiens|$ca|$ can",
        "GBP": "livres sterling|livres|gbp|livre sterling",
        "XOF": "fcfa|francs cfa|cfa|xof",
        "MAD": "dirhams|dirham|mad|dh|dhs",
        "TND": "dinars tunisiens|tnd",
        "DZD": "dinars algériens|dzd",
        "JPY": "yens|yen|jpy",
        "CNY": "yuans|yuan|cny",
        "INR": "roupies|inr",
        "RUB": "roubles",
        "MXN": "pesos mexicains|mxn",
        "BRL": "reals|réaux|brl",
        "SEK": "couronnes suédoises|sek",
        "DKK": "couronnes danoises|dkk",
        "PLN": "zlotys|pln",
    },
    thousands="k€",
    cents="centimes|centime|cents|pence|penny|pennies|cent|sous|kopecks|kopeck|centavos|centavo|satoshis|rappen",
    tenths="jiao|mao",
    short_scales={"m|mm|mio|mln": 10**6, "md|mds|mrd|mrds": 10**9},
    fractions={
        Decimal("0.5"): "un demi|demi|un demi -|demi -",
        Decimal("0.25"): "un quart de",
        Decimal("0.75"): "trois quarts de",
    },
    money_joiners="de|d'|d’|des",
    doubtful_money="livre|livres|real|couronne|peso|mark|boule|balle|fr",
    nobody="""
        je|tu|il|elle|on|nous|vous|me|te|se|le|la|les|un|une|des|que|qui|est|sont|a|ai|as|pas|ne|oui|non|très|plus|
        encore|aujourd'hui|demain|hier|total|jour|tous|toutes|tout|les deux|avec|sans|en|dans|par|sur|et|ou|mais|
        bonjour|salut|coucou|merci|stp|svp|urgent|reste|moitié|faut|il faut|penser|pense|rappel|rappelle|n'oublie|
        oublie|mois|semaine|avant|après|chaque|payer|régler|dois|doit|devons|à|pour|du|de|au|réf|code|mensuel|
        mensuelle|annuel|annuelle|trimestriel|nouveau|nouvelle|prochain|prochaine|d'ici|lui|leur|moi|toi|euros|lettre|
        celui|celle|ce|cette|attention|alors|maintenant|soir|matin|rendre|virer|verser|prélevé|prélevée|si|ok|voilà|
        chacun|noter|note|ça|fait|partie|part
    """,
)
