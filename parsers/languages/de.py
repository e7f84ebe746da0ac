"""The words of German, with those of Austria and Switzerland."""

from __future__ import annotations

from decimal import Decimal

from .vocabulary import Vocabulary

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = {
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fünfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
}
_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
# A German number is one word, up to where it is written in digits.
_BELOW_HUNDRED = {
    **{one: n for n, one in enumerate(_ONES, start=1) if n > 1},
    **_TEENS,
    **_TENS,
    **{f"{one}und{tens}": n + m for m, one in enumerate(_ONES, start=1) for tens, n in _TENS.items()},
}
_HUNDREDS = {f"{one}hundert": 100 * n for n, one in enumerate(_ONES, start=1)}
_WITH_HUNDREDS = {
    h + und + rest: n + m
    for h, n in {"hundert": 100, **_HUNDREDS}.items()
    for rest, m in {"eins": 1, **_BELOW_HUNDRED}.items()
    for und in ("", "und")
}
_THOUSANDS = {f"{one}tausend": 1000 * n for one, n in {"ein": 1, **_BELOW_HUNDRED}.items()}
_PLAIN_THOUSANDS = tuple(range(1000, 10_000, 1000))
_ABOVE = {
    **_THOUSANDS,
    **{t + h: n + m for t, n in _THOUSANDS.items() if n in _PLAIN_THOUSANDS for h, m in _HUNDREDS.items()},
    **{f"tausend{h}": 1000 + m for h, m in _HUNDREDS.items()},
    **{
        f"{t}{h}fünfzig": n + m + 50
        for t, n in _THOUSANDS.items()
        if n in _PLAIN_THOUSANDS[:3]
        for h, m in _HUNDREDS.items()
    },
    **{f"{teen}hundert": 100 * n for teen, n in _TEENS.items() if teen != "zehn"},
}
_NUMBERS = {**_BELOW_HUNDRED, **_HUNDREDS, **_WITH_HUNDREDS, **_ABOVE, "zwo": 2, "zwoelf": 12}
# Without an umlaut on the keyboard it is written "ue".
_PLAIN = {word.replace("ü", "ue").replace("ö", "oe"): n for word, n in _BELOW_HUNDRED.items() if "ü" in word}

_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_ABBREVIATED = ("mo|mo.", "di|di.|die.", "mi|mi.|mitt", "do|do.|don.", "fr|fr.|frei.", "sa|sa.|sonnabend", "so")
# "Freitagabend" is one word.
_PARTS_OF_A_DAY = {
    "morning": ("morgen", "früh", "vormittag", "frühmorgens"),
    "noon": ("mittag",),
    "afternoon": ("nachmittag",),
    "evening": ("abend",),
    "night": ("nacht",),
}
_ENDINGS = ("", *(word for words in _PARTS_OF_A_DAY.values() for word in words))


def _with_parts(day: str, plural: str = "") -> str:
    return "|".join(day + ending + plural for ending in _ENDINGS)


_ORDINALS = (
    *("ersten", "zweiten", "dritten", "vierten", "fünften", "sechsten", "siebten", "achten", "neunten", "zehnten"),
    *("elften", "zwölften", "dreizehnten", "vierzehnten", "fünfzehnten", "sechzehnten", "siebzehnten"),
    *("achtzehnten", "neunzehnten", "zwanzigsten", "einundzwanzigsten", "zweiundzwanzigsten"),
    *("dreiundzwanzigsten", "vierundzwanzigsten", "fünfundzwanzigsten", "sechsundzwanzigsten"),
    *("siebenundzwanzigsten", "achtundzwanzigsten", "neunundzwanzigsten", "dreißigsten", "einunddreißigsten"),
)

GERMAN = Vocabulary(
    code="de",
    nouns_capitalised=True,
    dotted_dates=True,
    letters="ßäöü",
    common="""
        call|meeting|der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|oder|aber|auch|nicht|kein|keine|keinen|
        ich|du|er|sie|es|wir|ihr|mich|dich|sich|uns|euch|mir|dir|ihm|ihnen|mein|meine|meinen|dein|deine|unser|unsere|
        euer|eure|ist|sind|war|bin|bist|habe|hab|hast|hat|haben|wird|werden|muss|musst|müssen|soll|sollen|sollte|kann|
        kannst|könnt|können|könntest|will|wollen|möchte|bitte|danke|im|in|am|an|auf|aus|bei|beim|mit|nach|von|vom|zu|
        zum|zur|für|fürs|über|unter|vor|um|bis|ab|gegen|ohne|durch|seit|noch|schon|mal|nur|sehr|so|wie|was|wer|wo|
        wann|warum|wenn|dass|weil|heute|morgen|übermorgen|gestern|früh|abend|abends|mittag|nachmittag|vormittag|nacht|
        uhr|woche|monat|jahr|tag|tage|nächste|nächsten|nächster|nächstes|kommenden|jeden|jede|jedes|alle|ende|anfang|
        fällig|zahlen|bezahlen|überweisen|rechnung|miete|strom|wasser|versicherung|vertrag|schulde|anrufen|kaufen|
        einkaufen|holen|abholen|bringen|schicken|abschicken|melden|buchen|bestellen|putzen|kochen|backen|waschen|
        machen|gehen|kommen|treffen|besprechung|termin|zahnarzt|arzt|friseur|geburtstag|essen|mittagessen|abendessen|
        frühstück|party|feier|schule|kinder|kita|kindergarten|auto|haus|wohnung|büro|arbeit|mama|papa|oma|opa|bruder|
        schwester|freund|freunde|vergessen|denk|denken|erinnere|erinnerung|dringend|eilig|wichtig|hallo|guten|servus|
        moin|grüezi|tschüss|liebe|lieber|gruß|grüße|halb|viertel|stunde|stunden|minuten|euro|hundert|tausend|zwei|
        drei|vier|fünf|idee|ideen|liste|geschenk|geschenke|rezept|notiz|paket|müll|heizung|katze|hund|zug|flug|
        lauftreff|elternabend|konzert|kino|gas|handy|gebühr|beitrag|steuer|steuern|kredit|rate|da|dann|jetzt|hier|
        wieder|weg|los|steht|gibt|spätestens|samstag|sonntag|gleich|doch|etwas|alles|zusammen|gemeinsam|unbedingt|
        ablesen|abgeben|unterschreiben
    """,
    months=(
        "januar|jan|jänner|jän|jaenner",
        "februar|feb|feber",
        "märz|mär|maerz|mrz",
        "april|apr",
        "mai",
        "juni|jun|juno",
        "juli|jul|julei",
        "august|aug",
        "september|sept|sep",
        "oktober|okt",
        "november|nov",
        "dezember|dez",
    ),
    weekdays=tuple(f"{_with_parts(day)}|{short}" for day, short in zip(_WEEKDAYS, _ABBREVIATED, strict=True)),
    weekday_plurals=tuple(_with_parts(day, "s") for day in _WEEKDAYS),
    weekday_parts={
        part: "|".join(f"{day}{word}|{day}{word}s" for day in _WEEKDAYS for word in words)
        for part, words in _PARTS_OF_A_DAY.items()
    },
    doubtful="so|fr|fr.|die.|don.|frei.|mitt",
    days={
        "heute|heut|hte|noch heute|jetzt|gleich jetzt|heute noch|am heutigen tag": 0,
        "morgen|mrgn|morgn|am morgigen tag|am nächsten tag|am tag danach|tags darauf|am folgenden tag|am tag darauf": 1,
        "übermorgen|uebermorgen": 2,
        "überübermorgen": 3,
        "gestern": -1,
        "vorgestern": -2,
        "in 8 tagen|heute in acht tagen|in acht tagen|heute in einer woche|in einer woche|heut in acht tagen": 7,
        "morgen in einer woche|morgen in acht tagen": 8,
        """
            in 14 tagen|in 2 wochen|in vierzehn tagen|heute in vierzehn tagen|in zwei wochen|heute in zwei wochen|
            in fünfzehn tagen
        """: 14,
    },
    units={
        "second": "sekunde|sekunden|sek",
        "quarter": "quartal|quartals|quartale",
        "minute": "minute|minuten|min|mins|minütchen",
        "hour": "stunde|stunden|std|stdn|h|stündchen",
        "day": "tag|tage|tagen|tages|tg|tg.|tgn|nächte|nächten",
        "week": "woche|wochen|wo",
        "month": "monat|monate|monaten|monats",
        "year": "jahr|jahre|jahren|jahres",
    },
    durations={
        """
            eine halbe stunde|halbe stunde|einer halben stunde|halben stunde|ne halbe stunde|1/2 stunde|
            'ne halbe stunde
        """: 30,
        """
            anderthalb stunden|eineinhalb stunden|1 1/2 stunden|einer und einer halben stunde|ein einhalb stunden|
            1,5 stunden|1,5 std|1,5h|1,5 h
        """: 90,
        "eine viertelstunde|viertelstunde|einer viertelstunde|viertelstündchen": 15,
        "eine dreiviertelstunde|dreiviertelstunde|einer dreiviertelstunde|drei viertel stunde": 45,
        "zweieinhalb stunden|zwei einhalb stunden|2,5 stunden|2,5 std|2,5h|2,5 h|2 1/2 stunden": 150,
        "dreieinhalb stunden|3,5 stunden|3,5 std|3,5h|3,5 h": 210,
        "ein paar stunden": 180,
        "eineinviertel stunden|fünf viertelstunden": 75,
        "einen halben tag|halber tag": 240,
    },
    parts={
        "dawn": "morgengrauen",
        "morning": """
            morgens|morgen|vormittag|vormittags|vormittage|früh|frühmorgens|in der früh|in der frühe|am morgen|
            am frühen morgen|frühs|am vormittag|am späten vormittag|in aller früh|in aller frühe|vm|vorm
        """,
        "noon": "mittag|mittags|zu mittag|mittagszeit|am mittag",
        "afternoon": """
            nachmittag|nachmittags|nachmittage|am nachmittag|am späten nachmittag|am frühen nachmittag|nm|nachm
        """,
        "evening": "abend|abends|abende|am abend|am frühen abend|am späten abend|feierabend",
        "night": "nacht|nachts|in der nacht|spätabends|spätabend",
        "midnight": "mitternacht|mitternachts",
    },
    moments={
        "morning": "heute morgen|heute früh|heute vormittag|heut morgen|heut früh|heut vormittag|diesen morgen",
        "noon": "heute mittag|heut mittag",
        "afternoon": "heute nachmittag|heut nachmittag|diesen nachmittag",
        "evening": "heute abend|heut abend|diesen abend|heute am abend|heit abend",
        "night": "heute nacht|heut nacht|diese nacht",
    },
    periods={
        "weekend": "wochenende|we|wochenend|wochenendes|woend",
        "payday": "zahltag|lohntag|gehaltstag",
        "week_end": """
            ende der woche|ende dieser woche|wochenschluss|ende woche|noch diese woche|diese woche noch|
            im laufe der woche|im lauf der woche|im laufe dieser woche
        """,
        "month_end": """
            monatsende|ende des monats|ende dieses monats|ende monat|monatsletzten|monatsletzter|monatsultimo|ultimo|
            letzten des monats|letzten tag des monats
        """,
        "year_end": "jahresende|ende des jahres|ende dieses jahres|ende jahr",
    },
    frequencies={
        "jeden tag|täglich|alltäglich|jeden einzelnen tag|pro tag|taeglich": "DAILY",
        """
            zweimal pro woche|zweimal die woche|2x pro woche|dreimal pro woche|jede woche|wöchentlich|pro woche|
            einmal pro woche|einmal die woche|woechentlich|1x pro woche|in der woche einmal
        """: "WEEKLY",
        """
            alle zwei wochen|alle 2 wochen|jede zweite woche|vierzehntägig|14-tägig|zweiwöchentlich|
            alle vierzehn tage|alle 14 tage|zweiwöchig
        """: "WEEKLY;INTERVAL=2",
        """
            zweimal im monat|zweimal pro monat|jeden monat|monatlich|pro monat|einmal pro monat|einmal im monat|
            im monat|/monat|mtl|mtl.|jedes monat
        """: "MONTHLY",
        "alle zwei monate|alle 2 monate|jeden zweiten monat|zweimonatlich": "MONTHLY;INTERVAL=2",
        """
            jedes quartal|im quartal|vierteljährlich|quartalsweise|alle drei monate|alle 3 monate|pro quartal
        """: "MONTHLY;INTERVAL=3",
        "halbjährlich|jedes halbjahr|alle sechs monate|alle 6 monate|zweimal im jahr": "MONTHLY;INTERVAL=6",
        "jedes jahr|jährlich|pro jahr|einmal im jahr|einmal pro jahr|im jahr|alljährlich|jaehrlich|/jahr": "YEARLY",
        "jeden zweiten tag|alle zwei tage|alle 2 tage": "DAILY;INTERVAL=2",
        """
            werktags|an werktagen|jeden werktag|wochentags|unter der woche|montag bis freitag|von montag bis freitag|
            montags bis freitags|mo-fr|mo - fr|mo bis fr|mo.-fr.|mo–fr|an wochentagen|jeden wochentag|
            unter der wochen|jeden arbeitstag|an arbeitstagen
        """: "WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "jedes wochenende|an wochenenden|am wochenende immer|wochenends|alle wochenenden": "WEEKLY;BYDAY=SA",
        """
            jedes monatsende|jeden monatsletzten|immer zum monatsende|zu jedem monatsende|am letzten tag jedes monats|
            am letzten jedes monats|jeden letzten des monats|am ende jedes monats|ende jedes monats|
            immer am monatsende|am letzten tag des monats jeden monat|immer am letzten des monats|
            zum ende jedes monats|am monatsletzten immer
        """: "MONTHLY;BYMONTHDAY=-1",
        """
            jeden monatsersten|jeden ersten des monats|am ersten jedes monats|
            am ersten jeden monats|immer zum monatsanfang|immer am monatsersten|jeden monatsanfang|
            zu jedem monatsanfang|am anfang jedes monats|am ersten tag jedes monats|zum ersten jedes monats|
            am ersten eines jeden monats
        """: "MONTHLY;BYMONTHDAY=1",
    },
    frequency_adjectives={
        "tägliche|täglichen|täglicher|tägliches": "DAILY",
        "wöchentliche|wöchentlichen|wöchentlicher|wöchentliches": "WEEKLY",
        "vierzehntägige|vierzehntägiger|zweiwöchentliche|zweiwöchentlicher": "WEEKLY;INTERVAL=2",
        "monatliche|monatlichen|monatlicher|monatliches": "MONTHLY",
        "zweimonatliche|zweimonatlicher": "MONTHLY;INTERVAL=2",
        "vierteljährliche|vierteljährlicher": "MONTHLY;INTERVAL=3",
        "halbjährliche|halbjährlicher": "MONTHLY;INTERVAL=6",
        "jährliche|jährlichen|jährlicher|jährliches": "YEARLY",
    },
    adjective_first=True,
    end_of="ende|ende des|ende der|ende vom|schluss",
    all_day="ganztägig|den ganzen tag|ganztags|ganzen tag|ganzer tag|der ganze tag",
    numbers={**_NUMBERS, **_PLAIN},
    ones="ein|eine|einer|einem|einen|ne|nen|eins",
    ordinals={
        **{form: n for n, form in enumerate(_ORDINALS, start=1)},
        "erster|1ten|1sten": 1,
        "siebenten": 7,
        "monatsersten": 1,
    },
    ordinal_suffixes=".|ter|ten|te|tes|sten|ste|ster",
    scales={
        "hundert": 100,
        "tausend|tsd|tsd.": 1000,
        "million|millionen|mio": 1_000_000,
        "milliarde|milliarden": 10**9,
    },
    number_joiners="und",
    leads="""
        am|an|an dem|am nächsten|der|die|das|den|dem|dieser|diese|diesen|dieses|diesem|bis|bis zum|bis zur|bis am|
        bis an|bis spätestens|bis spätestens zum|bis spätestens am|spätestens|spätestens am|spätestens bis|
        spätestens bis zum|vor|vor dem|vorm|ab|ab dem|ab den|abm|seit|von|vom|zum|zur|zu|für|für den|fürs|fürn|in|im|
        in der|in dem|innerhalb|während|fällig|fällig am|fällig zum|fällig bis|fällig bis zum|fällig ist am|
        ist fällig am|deadline|deadline ist|frist|frist bis|stichtag|abgabe|abgabetermin|nach|nach dem|gegen|gültig bis|
        läuft ab am|läuft bis|wird abgebucht am|abbuchung am|abgebucht am|beginn|beginnt am|start|startet am|auf|
        auf den|noch|schon|immer|jeweils|jetzt|datum|anfang|übers|über das|über|pünktlich|genau|ca|ca.|circa|etwa|dann|
        also|irgendwann|bis einschließlich|bis inklusive|bis inkl.|bis inkl|bis spätestens einschließlich
    """,
    day_leads="""
        am|den|dem|der|bis|bis zum|bis am|bis spätestens|bis spätestens zum|bis spätestens am|spätestens am|
        spätestens zum|spätestens bis zum|vor dem|ab dem|ab|vom|zum|für den|auf den|fällig am|fällig zum|fällig bis|
        fällig bis zum|fällig|abbuchung am|abgebucht am|wird abgebucht am|nach dem|zwischen dem|frist|frist bis|
        gültig bis|läuft ab am|immer am|immer zum|jeweils am|jeweils zum|läuft bis|stichtag|beginnt am|startet am|
        an dem|ab den|fällig ist am|ist fällig am
    """,
    span_leads="vom|zwischen dem|von dem|vom tag",
    span_joins="bis|bis zum|und dem|und|bis am|bis einschließlich|bis inklusive|auf den",
    month_leads="im|in|bis|vor|für|ab|seit|während|im laufe des",
    at="""
        um|um ca|um ca.|um circa|um etwa|um genau|gegen|ca. um|ab|@|bis um|spätestens um|nicht vor|pünktlich um|
        ungefähr um|etwa um|schon um|erst um|uhrzeit:|start:|beginn:|beginn|beginnt um|start um|los um|ab ca|ab ca.
    """,
    at_doubtful="bis|vor|nach|kurz vor|kurz nach|zu|von",
    from_="von|ab|zwischen|vom|so von",
    to="bis|-|–|—|bis ca|bis ca.|bis etwa|bis gegen|bis um|bis spätestens|→",
    between="zwischen",
    of="des|eines jeden|eines",
    within="""
        in|im|innerhalb von|innerhalb der nächsten|binnen|in ca|in ca.|in etwa|in ungefähr|in gut|in den nächsten|
        innerhalb
    """,
    from_now="später|danach|von heute an|ab heute|ab jetzt|von jetzt an|ab sofort",
    lasting="""
        für|dauer|dauer:|dauert|dauert ca|dauert ca.|dauert etwa|dauert ungefähr|ca|ca.|circa|lang|etwa|über|für ca|
        für ca.|für etwa
    """,
    lasting_after="lang|dauer|insgesamt|lange|am stück|max",
    about="ca|ca.|circa|etwa|ungefähr|rund|gut|knapp|so etwa|ungefaehr",
    this="dieser|diese|diesen|dieses|diesem|heutigen",
    next="""
        nächster|nächste|nächsten|nächstes|nächstem|kommender|kommende|kommenden|kommendes|kommendem|naechste|naechsten|
        naechster|naechstes|darauffolgenden|drauf|darauf
    """,
    last="letzter|letzte|letzten|letztes|letztem|vergangenen|vergangene|vorigen|vorige|voriger",
    nths={
        "erster|erste|ersten|erstes": 1,
        "zweiter|zweite|zweiten|zweites": 2,
        "dritter|dritte|dritten|drittes": 3,
        "vierter|vierte|vierten|viertes": 4,
        "fünfter|fünfte|fünften": 5,
        "sechster|sechste|sechsten": 6,
        "siebter|siebte|siebten": 7,
        "achter|achte|achten": 8,
        "neunter|neunte|neunten": 9,
        "zehnter|zehnte|zehnten": 10,
        "elfter|elfte|elften": 11,
        "zwölfter|zwölfte|zwölften": 12,
        "letzter|letzte|letzten|letztes": -1,
    },
    holidays={
        "12-25": """
            weihnachten|weihnachtstag|erster weihnachtstag|1. weihnachtstag|ersten weihnachtstag|christtag|x-mas
        """,
        "12-26": "zweiter weihnachtstag|2. weihnachtstag|zweiten weihnachtstag|stefanitag|stephanstag",
        "12-24": "heiligabend|heilig abend|heiliger abend|heiligen abend|weihnachtsabend",
        "12-31": "silvester|silvesterabend|sylvester|altjahrsabend",
        "01-01": "neujahr|neujahrstag|neujahrsmorgen",
        "01-06": "heilige drei könige|dreikönigstag|dreikönig|heilig drei könig",
        "02-14": "valentinstag",
        "05-01": "tag der arbeit|maifeiertag",
        "03-20": "frühlingsanfang|frühlingsbeginn",
        "06-21": "sommeranfang|sommerbeginn|sommersonnenwende",
        "06-29": "peter und paul",
        "09-22": "herbstanfang|herbstbeginn",
        "12-04": "barbaratag",
        "12-21": "winteranfang|winterbeginn|wintersonnenwende",
        "05-SU2": "muttertag",
        "08-01": "bundesfeier|bundesfeiertag",
        "08-15": "mariä himmelfahrt",
        "10-03": "tag der deutschen einheit",
        "10-26": "nationalfeiertag",
        "10-31": "halloween|reformationstag",
        "11-01": "allerheiligen",
        "11-02": "allerseelen",
        "11-11": "martinstag|sankt martin|st. martin",
        "12-06": "nikolaus|nikolaustag",
        "12-08": "mariä empfängnis",
        "easter": "ostern|ostersonntag",
        "easter-2": "karfreitag",
        "easter-3": "gründonnerstag",
        "easter-7": "palmsonntag",
        "easter-46": "aschermittwoch",
        "easter-47": "faschingsdienstag|veilchendienstag",
        "easter-48": "rosenmontag",
        "easter+1": "ostermontag",
        "easter+39": "christi himmelfahrt|himmelfahrt|vatertag|auffahrt",
        "easter+49": "pfingsten|pfingstsonntag",
        "easter+50": "pfingstmontag",
        "easter+60": "fronleichnam",
    },
    weekdays_later={
        "in einer woche|in acht tagen|in 8 tagen": 7,
        "in zwei wochen|in 2 wochen|in vierzehn tagen|in 14 tagen": 14,
    },
    week_names="kw|kalenderwoche|woche|kw.",
    seasons={"spring": "frühling|frühjahr", "summer": "sommer", "autumn": "herbst", "winter": "winter"},
    halves="halbe|halben|halber|halbes|eine halbe|einer halben|einem halben",
    quarters="viertel",
    few="paar|ein paar|einige|einigen|wenige|wenigen|mehrere|mehreren",
    coming="nächsten|kommenden|folgenden",
    whole="ganze|ganzen|ganzer|die ganze|den ganzen|das ganze",
    ago_leads="vor|vor etwa|vor ca|vor ca.|vor ungefähr|seit",
    days_after="nach|nach dem|nach der|ab|ab dem",
    days_before="vor|vor dem|vor der",
    minutes_past="nach",
    minutes_to="vor",
    rest_of="rest meiner|rest meines|der rest meiner|den rest meiner|rest|der rest|den rest|rest des|rest der|rest vom",
    start_of="anfang|anfang des|anfang der|beginn des|beginn der|zu beginn|zu beginn des",
    stages={
        "middle": "mitte|mitte des|mitte der|in der mitte des|in der mitte der",
        "half1": """
            erste hälfte|erste hälfte des|ersten hälfte|in der ersten hälfte des|erstes halbjahr|ersten halbjahr|
            erste jahreshälfte|ersten jahreshälfte|1. halbjahr|erste monatshälfte|ersten monatshälfte
        """,
        "half2": """
            zweite hälfte|zweite hälfte des|zweiten hälfte|in der zweiten hälfte des|zweites halbjahr|zweiten halbjahr|
            zweite jahreshälfte|zweiten jahreshälfte|2. halbjahr|zweite monatshälfte|zweiten monatshälfte
        """,
    },
    short_units={"second": "s", "minute": "m"},
    date_leads="am|vom|bis zum|zum",
    ago="her|zuvor|früher",
    month_leads_sure="im|in|während|seit|monat|im monat|jahr|im jahr",
    workdays="werktage|werktagen|arbeitstage|arbeitstagen|werktags",
    zone_tails="zeit|ortszeit",
    zone_leads="zeit in|ortszeit",
    every="jeder|jede|jeden|jedes|jedem|alle|immer|immer am|immer jeden|stets am|jeweils|jeweils am",
    every_other="jeden zweiten|jede zweite|jeder zweite|jeden 2.|jeden anderen|alle zwei wochen am|alle 2 wochen am",
    plural_leads="an|immer|alle",
    hour_marks="uhr|uhr pünktlich|h|uhr genau|uhr s.t.|uhr c.t.|punkt uhr",
    hour_lengths="stunden|std",
    hour_words="stunden|std",
    meridiem={"am": "a.m.", "pm": "pm|p.m."},
    past={"dreißig": 30, "fünfzehn": 15, "fünfundvierzig": 45, "zwanzig": 20, "zehn": 10},
    past_before={
        "halb|½": -30,
        "viertel nach|viertel über|¼ nach": 15,
        "viertel vor": -15,
        "dreiviertel|drei viertel|3/4": -15,
        "viertel": -45,
        "fünf vor|5 vor|fuenf vor": -5,
        "zehn vor|10 vor": -10,
        "zwanzig vor|20 vor": -20,
        "fünf nach|5 nach|fuenf nach": 5,
        "zehn nach|10 nach": 10,
        "zwanzig nach|20 nach": 20,
        "fünf vor halb|5 vor halb": -35,
        "fünf nach halb|5 nach halb": -25,
        "zehn vor halb|10 vor halb": -40,
        "zehn nach halb|10 nach halb": -20,
        "kurz vor|kurz nach|punkt|schlag": 0,
    },
    part_leads="""
        am|in der|in|zu|zum|zur|gegen|bis|bis zum|früh am|spät am|spät in der|den|der|um|für den|über|ab|vor|nach dem
    """,
    and_="und|&|u.|sowie|u|und dem|und der",
    or_="oder",
    and_half="einhalb|und eine halbe|und einhalb|und ne halbe",
    glue="""
        ,|-|–|um|am|im|in|der|dem|den|·|(|gegen|ab|von|bis|zum|;|:|/|ist|und|zwischen|so|dann|für|ca|immer|jeweils|.|
        vor|nach|schon|noch|wieder|auch|jetzt|da|pünktlich|beginn|erst|des
    """,
    never="""
        guten morgen|guten abend|gute nacht|guten tag|schönen abend|schönes wochenende|schönen tag|schöne woche|
        schönen feierabend|schönen sonntag|schönen samstag|moin moin|eine sekunde|einen moment|einen augenblick|
        einen tag frei|24/7|rund um die uhr|tag der offenen tür|gestern und heute|frühes stadium|spielenachmittag|
        mittagspause|mittagessen|abendessen|nachtschicht|nachtzug|nachtdienst|spieleabend|filmabend|mädelsabend|
        männerabend|black friday|volkstrauertag|geburtstag|feiertag|to do|to-do|to dos|to-dos|so schnell wie möglich|
        so bald wie möglich|so früh wie möglich|früher oder später|zu früh|zu spät|von morgens bis abends|eines tages|
        der tag der|über nacht|übernacht|früh genug|zu mir|zu dir|so dass|so gut|so viel|so ein|so eine|so was|so wie|
        sowieso|so weit|ach so|und so|oder so|so lange|vor allem|von mir|im moment|zur zeit|zurzeit|auf zeit|
        rechtzeitig|frühstück|von wegen|auf jeden fall|auf alle fälle|jeder zeit|alle mann|in den tag
    """,
    ordinal_nouns="""
        stock|stockwerk|etage|og|obergeschoss|mal|klasse|platz|teil|kapitel|staffel|folge|auflage|ausgabe|rate|
        mahnung|halbjahr|quartal|semester|halbzeit|liga|dosis|impfung|versuch|woche|wochen|monat|monate|tag|tage|
        tagen|kind|schritt|runde|straße|reihe|gang|welt|spieltag|bezirk|hand|geburtstag|jahrestag|hochzeitstag|
        entwurf|termin|lehrjahr|schwangerschaftswoche|ssw|bundesliga|generation|version|schicht|blick|weltkrieg|
        jahrhundert|klässler|gäste|stunde|minute|sitzung|treffen|gespräch|reminder|erinnerung|stunden|lockdown|person|
        personen|mannschaft|herren|damen
    """,
    streets="""
        straße|str|straße des|strasse|strasse des|platz des|platz der|platz|allee|weg|gasse|ring|ufer|brücke|
        haltestelle|linie|gleis|station|bahnhof|siedlung|viertel|schule|a|b
    """,
    abbreviations="dr|prof|st|str|vs|etc|usw|bzw|ca|tel|nr|art|ltd|inc",
    openers="""
        erinner mich dran|erinnere mich daran|erinnere mich an|erinnere mich bitte an|erinnere mich bitte daran|
        erinner mich an|erinner mich|erinnere mich|erinnert mich an|erinnert mich|erinnere uns an|erinner uns an|
        erinnerung an|erinnerung|bitte erinnere mich an|kannst du mich erinnern an|kannst du mich daran erinnern|
        nicht vergessen zu|nicht vergessen dass|nicht vergessen|vergiss nicht|vergiss bitte nicht|vergisst nicht|
        vergesst nicht|vergesst bitte nicht|bitte nicht vergessen|ja nicht vergessen|bloß nicht vergessen|
        unbedingt dran denken|denk dran|denk daran|denk bitte an|denk bitte dran|denke dran|denke daran|denkt dran|
        denkt daran|denk bitte daran|denkt bitte daran|denk doch bitte dran|denkt bitte an|denkt bitte dran|denkt an|
        denk an|denke an|dran denken|daran denken|daran denken zu|nicht vergessen wir müssen|wir müssen|wir müssten|
        ich muss noch|ich muss|muss noch|muss|du musst noch|du musst|ihr müsst|man muss|müssen|müssten|ich müsste|
        ich sollte|du solltest|wir sollten|ihr solltet|sollten|sollte|du sollst|ich soll|wir sollen|kannst du bitte|
        kannst du mir bitte|können sie mir bitte|können sie mir|könnten sie mir bitte|könnten sie mir|könntet ihr mir|
        kannst du mir|kannst du|könntest du bitte|könntest du mir bitte|könntest du mir|könntest du|könnt ihr bitte|
        könnt ihr|könntet ihr bitte|könntet ihr|können sie bitte|können sie|könnten sie bitte|könnten sie|können wir|
        könnten wir|kann jemand bitte|kann jemand|könnte jemand bitte|könnte jemand|kann wer|wer kann|wer könnte|
        würdest du bitte|würdest du|würden sie bitte|würden sie|magst du bitte|magst du|ich brauche|ich brauch|
        wir brauchen|brauche|brauchen|ich möchte|ich will|wir wollen|ich wollte|ich würde gern|notiere|notier|notieren|
        merk dir|merke dir|merkt euch|schreib auf|ich habe zu|es gilt|es wäre gut|sorge dafür|stell sicher|
        stelle sicher|achte darauf|sieh zu|hilf mir|zu erledigen|aufgabe|wäre super wenn du|wäre nett wenn du|
        es wäre toll wenn du|jemand muss|jemand müsste|wir dürfen nicht vergessen|darf nicht vergessen|
        ich darf nicht vergessen|unbedingt|kurze erinnerung|kleine erinnerung|freundliche erinnerung|mach bitte|
        ich muss dringend|ich muss unbedingt|ich muss heute noch|wir müssen unbedingt|wir müssen noch|wir müssten noch|
        du müsstest|ihr müsstet|es muss noch|man müsste|bitte denkt daran|bitte denk daran|bitte denkt an|bitte denk an|
        bitte dran denken|bitte daran denken|bitte unbedingt|erinnert mich daran|erinnere mich dran|denkst du an|
        denkst du dran|denkst du daran|denkst du bitte an|denkt ihr an|nicht vergessen bitte|vergessen wir nicht|
        ich darf nicht vergessen zu|ich hab noch zu|wir sollten noch|ich sollte noch|ich wollte noch|muss unbedingt|
        muss dringend|müsste mal|müsste noch|todo|to-do
    """,
    declined="""
        nicht nötig|kein bedarf|wir müssen nicht|ich muss nicht|man muss nicht|muss nicht|müssen nicht|brauche nicht|
        brauchen nicht|brauchst nicht
    """,
    event_openers="""
        trag ein|trage ein|tragt ein|in den kalender eintragen|trag in den kalender ein|in den kalender|
        kalendereintrag|leg einen termin an|termin anlegen|plane ein|plan ein|einplanen|einladung zum|einladung zur|
        einladung zu|einladung|wir haben|ich habe|ich hab|es gibt|es ist|save the date|merkt euch den termin|
        termin vormerken|bitte vormerken|vormerken|haltet euch frei|bitte freihalten|freihalten|blocke|blockt|
        blockiere|erstelle einen termin|ihr seid eingeladen zum|ihr seid eingeladen zu|wir treffen uns zum|
        wir treffen uns zur|ansetzen|setz an|neuer termin|
        trag bitte ein|trag mal ein|bitte eintragen|bitte merken|merken|notier bitte|notiere bitte|bitte notieren
    """,
    indicators="""
        aufgabe|aufgaben|todo|to do|to-do|to-dos|zu erledigen|zu tun|offen|agenda|notiz|merkzettel|erinnerung|wichtig|
        achtung|info|termin|termine|event|veranstaltung|besprechung|meeting|neuer termin|save the date|liste|betreff|
        thema|ankündigung|hinweis|ps|einladung|notiz an mich|notiz an mich selbst|memo|reminder|task|dringend|
        kalender|zur info|fyi|update|kurze info|bitte beachten|erledigen
    """,
    vocatives="""
        hey|he|hi|du|ihr|hör mal|hört mal|sag mal|schau|also|so|na|ok|okay|gut|naja|ach|ach ja|ah|oh|äh|alter|digga|bro|
        bruder|schatz|schatzi|liebling|mausi|süße|süßer|liebe alle|ihr lieben|leute|mädels|jungs|liebe nachbarn|
        liebe eltern|liebe kollegen|lieber|liebe|übrigens|apropos|und|hallo|spatz|brudi|junge|kumpel|geehrte|
        sehr geehrte damen und herren|sorry|entschuldigung|bitte|hallo zusammen|mitbewohner|liebe mitbewohner|
        liebe hausgemeinschaft|ihr süßen|ihr zwei|liebe freunde|liebe familie|liebes team|
        liebe nachbarinnen und nachbarn|liebe mitglieder|liebe kolleginnen und kollegen
    """,
    greetings="""
        hallo|hi|hey|hallo zusammen|hi zusammen|hey zusammen|hallo alle|hallo ihr lieben|hi ihr lieben|ihr lieben|
        guten morgen|guten morgen zusammen|guten tag|guten abend|guten abend zusammen|morgen zusammen|moin|moin moin|
        moinsen|servus|grüß gott|grüß dich|grüezi|grüezi mitenand|hoi|hoi zäme|salü|tach|na|mahlzeit|hallöchen|huhu|
        hallo leute|hi leute|hey leute|wie geht's|wie gehts|alles gut|schönen guten morgen|
        sehr geehrte damen und herren|liebe eltern|liebe alle|liebe kollegen|liebe nachbarn|moin zusammen|
        servus zusammen|hallo nochmal|gude
    """,
    politeness="""
        bitte|bitte schön|bitteschön|bidde|pls|please|danke|danke schön|dankeschön|danke dir|danke euch|vielen dank|
        vielen lieben dank|tausend dank|besten dank|herzlichen dank|lieben dank|danke im voraus|danke im vorraus|
        vielen dank im voraus|danke schon mal|danke schonmal|merci|merci vilmal|thx|wenn möglich|falls möglich|
        wenn es geht|wenn's geht|wenns geht|wenn du magst|ok|okay|gell|gerne|gern|lg|liebe grüße|viele grüße|vg|mfg|
        gruß|grüße|schöne grüße|beste grüße|bussi|küsschen|kuss|bis dann|bis später|ja|ne|oder|sorry|haha|hihi|hehe|
        lol|danke vorab|das wäre super|wäre super|wäre lieb|wäre toll|wäre nett|nicht vergessen|bitte nicht vergessen|
        vergiss es nicht|vergiss nicht|ja nicht vergessen|mal bitte|bitte mal|bitte noch|mal eben|sei so lieb|
        sei so gut|freundlicherweise|gruss|liebe gruess|dankee|dankeee|unbedingt|spätestens|doch bitte
    """,
    leftovers="""
        und|oder|dass|der|die|das|den|dem|des|um|ab|bis|aber|ist|sind|noch|schon|dann|so|da|es|sich|wäre|wird|ca|also|
        immer|jeweils|findet statt|statt|sein|spätestens|geht's|los|jetzt|wieder|dran|fällig|,|zwischen|ein|eine|einen|
        pünktlich|daran|einschließlich|inklusive|inkl
    """,
    high="""
        dringend|dringende|sehr dringend|super dringend|ist dringend|total dringend|es ist dringend|äußerst dringend|
        eilig|sehr eilig|eilt|es eilt|eilt sehr|asap|so schnell wie möglich|schnellstmöglich|so bald wie möglich|
        baldmöglichst|möglichst bald|möglichst schnell|umgehend|sofort|ab sofort dringend|unverzüglich|hohe priorität|
        höchste priorität|priorität hoch|priorität: hoch|prio hoch|prio 1|hohe prio|höchste prio|oberste priorität|
        wichtig|sehr wichtig|super wichtig|mega wichtig|ist wichtig|extrem wichtig|total wichtig|kritisch|urgent|
        hat priorität|hat vorrang|schnellstens|allerhöchste eisenbahn|notfall|brandeilig|lebenswichtig|unaufschiebbar|
        dringlich|mit priorität|am besten sofort|auf der stelle|eilsache|pressiert
    """,
    low="""
        nicht dringend|nicht so dringend|ist nicht dringend|nicht eilig|eilt nicht|es eilt nicht|hat keine eile|
        keine eile|ohne eile|kein stress|keinen stress|ohne stress|keine hektik|hat zeit|hat noch zeit|das hat zeit|
        in ruhe|ganz in ruhe|kein druck|ohne druck|wenn du zeit hast|wenn ihr zeit habt|wenn ich zeit habe|
        wenn zeit ist|wenn mal zeit ist|wenn du mal zeit hast|sobald du zeit hast|bei gelegenheit|irgendwann mal|
        gelegentlich mal|niedrige priorität|priorität niedrig|priorität: niedrig|niedrige prio|prio niedrig|
        geringe priorität|keine priorität|nicht wichtig|nicht so wichtig|unwichtig|lass dir zeit|lasst euch zeit|
        gemütlich|nichts dringendes|nicht dringlich|wenn's passt|wenn es passt|wann immer du kannst|wenn du kannst|
        wenn du dazu kommst|pressiert nicht|keine hast|nicht so eilig|nicht super dringend|nicht sehr dringend|
        nix dringendes
    """,
    with_="mit|m.|zusammen mit|gemeinsam mit|samt",
    articles="der|die|das|den|dem|des",
    person_titles="""
        dr|herr|herrn|frau|prof|professor|professorin|doktor|ing|mag|dipl|onkel|tante|pfarrer|pastor|trainer|
        trainerin|coach|lehrer|lehrerin|chef|chefin|oma|opa|mama|papa|mutti|vati|mutter|vater|bruder|schwester|cousin|
        cousine|sohn|tochter|hausarzt|rechtsanwalt|anwalt|anwältin|steuerberater|steuerberaterin|direktor|direktorin|
        frl|fr.|hr|schwiegermutter|schwiegervater|schwiegereltern|omi|opi|großmutter|großvater|schwager|schwägerin|
        neffe|nichte
    """,
    groups="""
        gmbh|ag|kg|ohg|ug|e.v.|ev|gbr|co|mbh|gruppe|team|bank|verein|kunde|kunden|kundin|firma|komitee|hr|vertrieb|
        agentur|uni|universität|schule|eltern|kindern|kinder|kollegen|kollegin|kollege|kolleginnen|freunden|freundin|
        freund|freunde|familie|nachbarn|nachbar|nachbarin|vermieter|vermieterin|hausverwaltung|marketing|lieferant|
        lieferanten|handwerker|handwerkern|hund|katze|baby|kuchen|essen|getränken|bier|wein|auto|bus|bahn|zug|fahrrad|
        rad|laptop|kamera|anhang|anmeldung|übernachtung|frühstück|buffet|grill|musik|maske|karte|bargeld|sushi|pizza|
        geschenk|geschenken|jungs|mädels|leuten|gästen|partner|partnerin|mann|frau|geschwistern|schwiegereltern|
        verwandten|mieter|mietern|klasse|abteilung|vorstand|geschäftsführung|betriebsrat|personal|support|azubis|
        studenten|schülern|klient|patienten|zahnarzt|arzt|ärztin|makler|berater|architekt|notar|gutachter|vertreter|
        versicherung|sparkasse|amt|stadt|teams|zoom|whatsapp|video|kaffee|tee|blumen|unterlagen|rezept|ausweis|
        schlafsack|badesachen|sportsachen|vergnügen|glück|freude|sicherheit|ruhe|licht|strom|wasser|öl|ketchup|senf|
        salz|butter|milch|käse|hilfe|abstand
    """,
    name_joiners="und|von|der",
    given_names="""
        anna|anne|anja|annika|antonia|andrea|angelika|alina|amelie|astrid|barbara|bea|beate|birgit|britta|carina|
        carla|carolin|caro|charlotte|christa|christiane|christina|christine|clara|claudia|daniela|dani|doris|elena|
        elif|elisabeth|ella|elke|emilia|emma|erika|eva|fatma|finja|franziska|franzi|frieda|gabi|gabriele|greta|gudrun|
        hanna|hannah|heidi|heike|helena|helga|ida|ilse|ina|ines|inge|ingrid|irene|isabel|jana|janina|jasmin|jenny|
        johanna|jule|julia|juliane|karin|katharina|kathi|kathrin|katja|katrin|kerstin|klara|lara|larissa|laura|lea|
        lena|leni|leonie|lina|linda|lisa|lotta|lotte|louisa|luisa|luise|magdalena|maja|manuela|mara|mareike|maria|
        marie|marina|marion|marlene|martina|mathilda|maya|melanie|melli|merle|mia|michaela|mila|miriam|monika|moni|
        nadine|nadja|natalie|nele|nicole|nina|nora|olga|pauline|petra|pia|rebecca|regina|renate|ronja|rosa|ruth|
        sabine|sabrina|sandra|sara|sarah|silke|silvia|simone|sina|sofia|sofie|sonja|sophia|sophie|stefanie|steffi|
        susanne|susi|svenja|sylvia|tamara|tanja|theresa|thea|tina|ursula|uschi|ute|valentina|vanessa|vera|verena|
        victoria|yvonne|zoe|aaron|achim|adam|adrian|alex|alexander|ali|andi|andreas|anton|arne|armin|ben|benedikt|
        benjamin|benno|bernd|bernhard|bert|björn|boris|bruno|can|carl|carsten|christian|chris|christoph|claus|daniel|
        david|dennis|detlef|dieter|dirk|dominik|eduard|elias|emil|emre|erik|eric|ernst|fabian|felix|ferdinand|finn|
        florian|flo|frank|franz|friedrich|fritz|georg|gerd|gerhard|günter|günther|gustav|hannes|hans|harald|hasan|
        heiko|heinrich|heinz|helmut|hendrik|henri|henry|henning|herbert|hermann|holger|horst|hubert|ingo|jakob|jan|
        jannik|jannis|jens|jo|joachim|jochen|johann|johannes|jonas|jonathan|jörg|josef|joshua|julian|julius|jürgen|
        kai|karim|karl|kevin|kilian|klaus|konrad|konstantin|kurt|lars|lasse|laurin|lennard|lennart|leo|leon|leonard|
        levi|levin|linus|lorenz|louis|luca|luis|lukas|lutz|malte|manfred|manuel|marc|marcel|marco|mario|marius|mark|
        markus|martin|mats|matthias|matteo|max|maximilian|mehmet|michael|michi|micha|milan|moritz|murat|mustafa|nico|
        niklas|nils|noah|norbert|olaf|ole|oliver|oli|oskar|otto|pascal|patrick|paul|peter|phil|philipp|rainer|ralf|
        raphael|rene|richard|robert|robin|roland|rolf|roman|rudi|rudolf|rüdiger|samuel|sascha|sebastian|basti|silas|
        simon|stefan|steffen|stephan|sven|thilo|thomas|thorsten|tim|timo|tobias|tobi|tom|toni|torben|torsten|udo|ulf|
        uli|ulrich|uwe|valentin|viktor|vincent|volker|walter|werner|wilhelm|willi|wolfgang|yannick|yusuf
    """,
    place_leads="""
        in der|in dem|in die|in den|im|in|beim|bei der|bei dem|bei den|bei|auf der|auf dem|auf den|am|an der|an dem|
        ans|vor der|vor dem|vorm|hinter der|hinter dem|neben der|neben dem|gegenüber der|gegenüber vom|unter der|@|
        unterm|überm|ins|aufm|nähe|in der nähe von|in der nähe vom|auf'm
    """,
    place_stops="""
        mit|für|um|von|bis|dass|der|die|und|wo|aber|weil|wenn|ohne|ist|sind|zusammen|bringt|bring|bitte|vor|nach|wie|
        dauert|dauer|ca|zum|zur|zu|ab|gegen|danke|danach|anschließend|treffpunkt|ich|du|wir|ihr|sie|er|es|kommt|komm|
        sein|treffen|essen|abholen|abgeben|kaufen|holen|feiern|spielen|anrufen|gehen|kommen|machen|besprechen|via|per|
        über|jeden|jede|alle|nicht|wegen|statt|findet|dann|noch|lg|vg|anmeldung|nicht vergessen|denkt|oder
    """,
    not_places="""
        ordnung|ruhe|person|linie|ganzen|zug|allgemeinen|deutsch|englisch|französisch|spanisch|familie|gruppe|team|
        live|bar|punkt|grunde|wirklichkeit|weg|besonderen|frieden|fall|laufe|basis|form|kürze|zukunft|moment|voraus|
        vorraus|internet|urlaub|arbeit|besten|liebsten|meisten|wenigsten|letzten|ersten|ersten mal|stress|not|eile|
        frage|rahmen|anschluss|anschluß|hinblick|bezug|zusammenhang|uhr|mir|dir|ihm|ihr|uns|euch|ihnen|sich|mein|
        meine|dein|deine|den kalender|kalender|bedarf|interesse|fragen|gelegenheit|regen|schnee|sonnenschein|
        gutem wetter|schlechtem wetter|zoom|teams|whatsapp|skype|telefon|handy|video|januar|februar|märz|april|mai|
        juni|juli|august|september|oktober|november|dezember|bescheid|tag|woche|monat|jahr|stunde|minuten|stunden|
        tagen|wochen|monaten|früh|abend|morgen|nachmittag|vormittag|mittag|nacht|anfang|ende|mitte|wochenende|apparat|
        stück|rand|zweit|dritt|viert|auto|bus|bahn|flieger|präsenz|echt|einem|einer|eine|ein|allem|alle|alles|
        unterlagen|einkauf|keller aufräumen|schnitt|durchschnitt|gang|griff|blick|kopf|herzen|einkaufen|fertig|
        rechnung|karte|papier|farbe|freien gerne|
        terminkalender
    """,
    venues="""
        krankenhaus|klinik|kirche|dom|restaurant|ristorante|gasthaus|gasthof|wirtshaus|auditorium|theater|stadion|
        museum|hotel|bar|café|cafe|kneipe|biergarten|grundschule|gymnasium|universität|club|arena|halle|turnhalle|
        stadthalle|festhalle|bibliothek|flughafen|hauptbahnhof|kino|strandbad|freibad|schwimmbad|rathaus|schloss|
        pizzeria|trattoria|brauhaus|philharmonie|staatsoper|oper|aula|mensa|sporthalle|gemeindehaus|bürgerhaus|
        vereinsheim|sportplatz|kantine|konferenzraum|gemeindesaal|tennishalle|eishalle|gemeindezentrum|schulhof|
        volkshochschule|tonhalle
    """,
    platforms={
        "zoom": "zoom|zoom-call|zoom call|zoom-meeting|zoom meeting",
        "meet": "google meet|meet|gmeet",
        "teams": "microsoft teams|ms teams|teams|teams-call|teams-meeting|teams call|teams meeting",
        "whatsapp": "whatsapp|whats app|wa|whatsapp-call|whatsapp-video|whatsapp call",
        "phone": "telefon|tel|telefonat|telefonisch|handy|fon",
    },
    channel_leads="auf|per|über|via|im|am|mit|in|bei|mittels|übers|beim|als|durch",
    labels={
        "when": "wann|datum|uhrzeit|zeit|tag|datum und uhrzeit|beginn|start|termin|datum/uhrzeit|zeitpunkt",
        "where": "wo|ort|treffpunkt|adresse|raum|location|veranstaltungsort|anschrift|lokal",
        "who": "gäste|teilnehmer|teilnehmerinnen|wer|mit|teilnehmende|eingeladen|anwesend|dabei",
        "what": "was|event|betreff|titel|thema|anlass|grund|veranstaltung|besprechung",
    },
    services={
        "electricity": """
            strom|stromrechnung|stromabschlag|elektrizität|energie|stromkosten|stromnachzahlung|abschlag strom|
            stromanbieter|strom und gas|stadtwerke|energiekosten|ökostrom
        """,
        "water": """
            wasser|wasserrechnung|abwasser|wassergeld|wasserabschlag|wasserkosten|trinkwasser|abwassergebühr|
            wasserzins
        """,
        "gas": """
            gas|gasrechnung|gasabschlag|heizung|heizkosten|fernwärme|heizöl|erdgas|heizkostenabrechnung|gasflasche|
            fernwärmerechnung|flüssiggas|pellets|gaskosten
        """,
        "internet": """
            internet|wlan|internetrechnung|dsl|glasfaser|internetanschluss|breitband|kabel|kabelanschluss|
            internetvertrag|dsl-vertrag|kabelfernsehen|wifi
        """,
        "phone": """
            handy|telefon|handyrechnung|telefonrechnung|handyvertrag|mobilfunk|mobilfunkvertrag|festnetz|prepaid|
            handyguthaben|natel|handyabo|mobilfunkrechnung|telefonanschluss|handytarif|smartphone|natelrechnung|
            natel-abo|handy-abo|prepaidkarte
        """,
        "rent": """
            miete|kaltmiete|warmmiete|wohnungsmiete|mietzahlung|büromiete|mietzins|pacht|garagenmiete|ladenmiete|
            wg-miete|zimmermiete|monatsmiete
        """,
        "mortgage": """
            hypothek|baufinanzierung|immobilienkredit|hauskredit|baukredit|wohnungskredit|hypothekarzins|
            hypothekenrate|hypothekarzinsen|baudarlehen|kreditrate haus|hausrate|immobiliendarlehen|bausparer|
            wohnkredit|bausparvertrag
        """,
        "credit_card": """
            kreditkarte|kreditkartenabrechnung|kreditkartenrechnung|visa|mastercard|amex|kartenabrechnung|
            visa-abrechnung|kreditkartenschulden
        """,
        "insurance": """
            versicherung|versicherungsbeitrag|haftpflicht|haftpflichtversicherung|privathaftpflicht|kfz-versicherung|
            kfz versicherung|autoversicherung|hausratversicherung|hausrat|rechtsschutz|rechtsschutzversicherung|
            lebensversicherung|unfallversicherung|berufsunfähigkeitsversicherung|bu-versicherung|gebäudeversicherung|
            wohngebäudeversicherung|haushaltsversicherung|reiseversicherung|auslandskrankenversicherung|
            tierversicherung|hundehaftpflicht|hundehaftpflichtversicherung|tierkrankenversicherung|
            motorradversicherung|mopedversicherung|fahrradversicherung|handyversicherung|risikolebensversicherung|
            sterbeversicherung|sterbegeldversicherung|rentenversicherung|kasko|vollkasko|teilkasko|police|
            versicherungsprämie|prämie|kfz-haftpflicht|elementarversicherung|reiserücktrittsversicherung|
            mietkautionsversicherung|hundeversicherung|katzenversicherung|pferdehaftpflicht|feuerversicherung|
            bauherrenhaftpflicht|haustierversicherung|privathaftpflichtversicherung|mobiliarversicherung
        """,
        "school": """
            schule|schulgeld|kita|kita-gebühr|kita-beitrag|kitagebühren|kitabeitrag|kindergarten|kindergartengebühr|
            kindergartenbeitrag|krippe|hort|hortgebühr|essensgeld|schulessen|mensa|semesterbeitrag|studiengebühren|
            studiengebühr|klassenfahrt|klassenkasse|nachhilfe|musikschule|klavierunterricht|gitarrenunterricht|
            schwimmkurs|fahrschule|kurs|sprachkurs|vhs-kurs|deutschkurs|tanzkurs|ausflug|schulausflug|schullandheim|
            schulbücher|tagesmutter|kinderbetreuung|mittagsbetreuung|ferienbetreuung|ferienlager|englischkurs|
            tanzschule|reitunterricht|unterricht|bücher|büchergeld|ogs|ogs-beitrag|schulmaterial|uni|führerschein|
            krippengeld
        """,
        "streaming": "streaming|streaming-abo|streamingdienst",
        "tax": """
            steuer|steuern|einkommensteuer|einkommenssteuer|grundsteuer|kfz-steuer|kfz steuer|hundesteuer|
            umsatzsteuer|mehrwertsteuer|gewerbesteuer|steuernachzahlung|steuervorauszahlung|
            einkommensteuervorauszahlung|bußgeld|strafzettel|knöllchen|rundfunkbeitrag|gez|rundfunkgebühr|
            müllgebühren|müllgebühr|abfallgebühren|abfallgebühr|finanzamt|zweitwohnsitzsteuer|kirchensteuer|gis|
            orf-beitrag|orf|serafe|billag|staatssteuer|bundessteuer|gemeindesteuer|quellensteuer|direkte bundessteuer|
            motorfahrzeugsteuer|ust|est|grunderwerbsteuer|straßenreinigung|grundbesitzabgaben|vignette|
            autobahnvignette|parkstrafe|organstrafverfügung|busse|buße|bußgeldbescheid|kommunalsteuer|verwarngeld|
            müllabfuhr|abwassergebühren|vorauszahlung finanzamt|gebühr reisepass|sozialversicherung|svs|svs-beitrag|
            ahv|steuerrechnung|vergnügungssteuer
        """,
        "health": """
            arzt|zahnarzt|krankenkasse|krankenversicherung|zahnarztrechnung|arztrechnung|krankenhaus|klinik|apotheke|
            rezept|physio|physiotherapie|osteopath|osteopathie|therapie|therapeut|psychologe|psychologin|labor|brille|
            optiker|kieferorthopäde|kieferorthopädie|zahnspange|zahnersatz|zahnreinigung|kinderarzt|hautarzt|
            augenarzt|frauenarzt|op|operation|impfung|zuzahlung|zahnzusatzversicherung|pflegeversicherung|
            kontaktlinsen|krankenkassenprämie|krankenkassenbeitrag|medikamente|hebamme|pkv|massage|krankengymnastik|
            hörgerät|logopädie|heilpraktiker|zusatzversicherung|laborrechnung|ordination|private krankenversicherung|
            gesetzliche krankenversicherung|krankenzusatzversicherung|kassenbeitrag|pflegekasse
        """,
        "loan": """
            kredit|kreditrate|darlehen|autokredit|autorate|ratenkredit|ratenzahlung|leasing|leasingrate|autoleasing|
            studienkredit|bafög|bafög-rückzahlung|privatkredit|konsumkredit|finanzierung|autofinanzierung|dispo|
            tilgung|kreditraten|motorradkredit|darlehensrate|leasing auto|leasingvertrag|umschuldung|kleinkredit|
            finanzierungsrate
        """,
        "other": """
            nebenkosten|nebenkostenabrechnung|nebenkostennachzahlung|betriebskosten|hausgeld|hausverwaltung|wohngeld|
            instandhaltung|garage|stellplatz|parkplatz|tiefgarage|parkgebühr|putzfrau|reinigung|putzhilfe|
            reinigungskraft|haushaltshilfe|gärtner|babysitter|fitnessstudio|fitness|fitnesscenter|mitgliedsbeitrag|
            vereinsbeitrag|sportverein|verein|mitgliedschaft|maut|textilreinigung|werkstatt|klempner|installateur|
            elektriker|tierarzt|steuerberater|anwalt|notar|umzug|benzin|tankrechnung|friseur|catering|torte|unterhalt|
            kindesunterhalt|hundesitter|tischler|schreiner|maler|schlosser|schlüsseldienst|dachdecker|alarmanlage|
            bahncard|deutschlandticket|monatskarte|jahreskarte|klimaticket|ga|halbtax|jobticket|fahrkarte|abo|zeitung|
            zeitungsabo|spende|patenschaft|domain|hosting|webhosting|kaminfeger|schornsteinfeger|rauchfangkehrer|
            heizungswartung|wartung|reifen|reifenwechsel|tüv|pickerl|inspektion|autowerkstatt|reparatur|urlaub|
            ferienwohnung|hotel|camping|gemeinschaftskasse|kaffeekasse|sammelgeschenk|geschenk|taschengeld|lagerraum|
            kleingarten|schrebergarten|kaution|mietkaution|handwerker|hausmeister|winterdienst|kammerbeitrag|
            ihk-beitrag|gewerkschaft|gewerkschaftsbeitrag|kirchenbeitrag|kirchgeld|amazon-bestellung|yoga|yogakurs|
            tennisverein|fußballverein|turnverein|tanzverein|musikverein|adac-beitrag|hundeschule|hundepension|strafe|
            anzahlung|mahnung|mahngebühr|serverkosten|cloud|schulden
        """,
    },
    establishments={
        "health": """
            klinik|krankenhaus|labor|apotheke|dr|praxis|zahnarztpraxis|arztpraxis|kinderarzt|zahnarzt|optiker|
            hausarzt|krankenkasse|orthopädie|physiotherapie|physiopraxis|gesundheitszentrum|mvz
        """,
        "school": """
            schule|grundschule|gymnasium|universität|kita|kindergarten|institut|akademie|musikschule|fahrschule|hort|
            hochschule|volksschule|realschule|krippe
        """,
        "loan": "autobank",
        "electricity": "stadtwerke|energie|energieversorgung|elektrizitätswerk|ewz",
        "water": "wasserwerke|wasserwerk|wasserbetriebe",
        "gas": "gas",
        "insurance": "versicherung|versicherungen|assekuranz",
        "internet": "glasfaser",
        "streaming": "tv",
        "tax": """
            finanzamt|stadtkasse|stadt|gemeinde|landratsamt|magistrat|stadtverwaltung|steueramt|steuerverwaltung|zoll
        """,
        "other": """
            werkstatt|autohaus|bäckerei|metzgerei|buchhandlung|restaurant|studio|bank|sparkasse|volksbank|immobilien|
            hausverwaltung|agentur|verein|fitnessstudio|supermarkt|markt|reinigung|druckerei|blumenladen|schreinerei|
            tischlerei|möbelhaus|firma|pizzeria|hotel|elektro|malerbetrieb|dachdeckerei|kfz-werkstatt|friseur|salon|
            sportverein|tsv|sv|vfb|turnverein|gärtnerei|reisebüro|kanzlei|steuerkanzlei|notariat|installateur|sanitär|
            bauhaus|spedition|umzüge
        """,
    },
    belongs="für|fürs|von|der|des",
    for_whom="für",
    kinds="""
        auto|kfz|haus|hausrat|haftpflicht|wohnung|motorrad|hund|hunde|katze|tier|reise|handy|privat|büro|garage|
        keller|fahrrad|klavier|gitarre|tanz|schwimmen|fußball|yoga|kinder|kita|strom|gas|wasser|wohnwagen|boot|unfall|
        leben|rechtsschutz|zahn|zahnzusatz|zusatz|kasko|warm|kalt|ferienwohnung|stellplatz|moped|roller
    """,
    bill_words="""
        rechnung|rechnungen|zahlung|zahlungen|zahlen|bezahlen|überweisung|überweisen|überweis|überweise|abschlag|
        beitrag|beiträge|gebühr|gebühren|rate|raten|betrag|fällig|fälligkeit|lastschrift|abbuchung|abgebucht|einzug|
        konto|saldo|quittung|beleg|mahnung|nachzahlung|vorauszahlung|restbetrag|summe|gesamt|gesamtbetrag|offen|
        offene|offener|offenen|begleichen|einzahlen|einzahlung|abrechnung|jahresabrechnung|jahresbeitrag|
        monatsbeitrag|monatsrate|abo|abonnement|kosten|preis|verlängerung|verlängern|rückzahlung|zurückzahlen|
        schulden|schulde|erlagschein|zahlschein|dauerauftrag|frist|skonto|guthaben|aufladen|einzugsermächtigung|
        zahlungsziel|monatlich|fälliger|fällige|anteil|quartalsbeitrag|honorarnote|honorar|esr|qr-rechnung|vertrag|
        nachgezahlt
    """,
    pay="""
        zahlen|zahle|zahl|zahlt|zahlen an|bezahlen|bezahle|bezahl|bezahlt|überweisen|überweise|überweis|überweisen an|
        überweisung an|überweise an|überwiesen|begleichen|einzahlen|zurückzahlen|zurückgeben|erstatten|geben|senden|
        paypalen|paypal an|twinten|twint an|ueberweisen|ueberweise|auslegen|vorstrecken|geld an|geld geben|
        wiedergeben|überweisen wir|zu zahlen|abbezahlen|tilgen|entrichten
    """,
    copulas="ist",
    owe="""
        schulde|schulden|schuldet|ich schulde|wir schulden|schulde noch|bekommt|kriegt|kriegt noch|bekommt noch|
        bekommt von mir|kriegt von mir|hat mir geliehen|hat ausgelegt|hat für mich ausgelegt|hat vorgestreckt|kostet|
        kosten|macht|gekommen|ist da|steht aus|offen|noch offen|sind|will haben
    """,
    due="""
        fällig|fälligkeit|bis|bis zum|spätestens|frist|deadline|abbuchung|abgebucht|wird abgebucht|zahlbar bis|
        zahlbar|zu zahlen bis|läuft ab|vor dem|einzug|zahlungsziel|überfällig|abgang|eingezogen|wird eingezogen
    """,
    deadlines="bis|bis zum",
    issued="ausgestellt|ausgestellt am|rechnungsdatum|abgeschlossen",
    payee_leads="an|an den|an die|an das|ans|für|für den|für die|von|vom|beim|bei|zur|zum|zu|der|dem",
    totals="""
        gesamt|insgesamt|summe|total|gesamtbetrag|gesamtsumme|zusammen|macht zusammen|in summe|alles zusammen|gesamt:|
        summe:|zu zahlen|gesamtkosten|macht insgesamt|macht|rechnungsbetrag|endbetrag|zahlbetrag|gesamtrechnung
    """,
    shared="""
        beide|beides|alle|alles|alle drei|alle vier|alle beide|jeweils|je|jede|jeder|jedes|alle bis|alles bis|
        beide bis|alle fällig|beide fällig|sämtliche|alle zusammen|die beiden
    """,
    minimums="mindestbetrag|mindestens|mindestrate|minimum|mindestzahlung",
    asides="+ mwst|plus mwst|zzgl mwst|zzgl. mwst|inkl mwst|inkl. mwst|inklusive mwst|ohne mwst|netto|brutto|anzahlung",
    taxes="mwst",
    tax_leads="plus|inkl|exkl|zzgl",
    out_of="von",
    rises="""
        gestiegen|steigt|erhöht|erhöht sich|angehoben|gesunken|sinkt|geändert|stieg
    """,
    overdue="""
        war fällig|war fällig am|waren fällig|überfällig seit|fällig gewesen|fällig war|offen seit|überfällig
    """,
    instalments="rate|raten|teilzahlung|zahlung",
    documents="rechnung|beleg|quittung|angebot|mahnung",
    settled="""
        wie viel haben wir|wieviel haben wir|was haben wir|wie viel hast du|wie viel habe ich|was hast du|wie viel war|
        was hat|
        schon bezahlt|bereits bezahlt|habe bezahlt|hab bezahlt|ist bezahlt|sind bezahlt|wurde bezahlt|bezahlt|
        schuldet mir|schulden mir|schuldet uns|habe überwiesen|hab überwiesen|dir überwiesen|mir überwiesen|
        schon überwiesen|erhalten|bekommen|habe bekommen|rückerstattung|erstattung|erstattet|gewonnen|gutschrift|
        zurückbekommen|zahlung erhalten|zahlung eingegangen|geld ist da|bekomme ich von|krieg ich von
    """,
    prices="""
        kostet|kosten im angebot|preis|preise|wert|gehalt|lohn|bonus|angebot|rabatt|im sonderangebot|zu verkaufen|
        verkaufe|verkauft|gespart|budget|börse|aktie|aktien|gestiegen|gesunken|gefunden|verloren
    """,
    accounts="""
        konto|kontonummer|konto-nr|kto|kto-nr|ref|referenz|referenznummer|ref-nr|vertrag|vertragsnummer|vertrag nr|
        vertragsnr|vertrags-nr|vertragskonto|kunde|kundennummer|kundennr|kunden-nr|kd-nr|kdnr|rechnungsnummer|
        rechnungsnr|rechnungs-nr|rechnung nr|re-nr|re nr|rg-nr|rechnung|iban|bic|zählernummer|zähler|zählernr|police|
        policennummer|policen-nr|versicherungsnummer|versicherungsnr|vs-nr|mitgliedsnummer|mitgliedsnr|aktenzeichen|
        az|steuernummer|st-nr|steuer-nr|verwendungszweck|vwz|kassenzeichen|buchungszeichen|beitragsnummer|mandat|
        mandatsreferenz|bestellnummer|bestellung|auftrag|auftragsnummer|esr|qr-referenz|polizze|polizzennummer|
        kundenreferenz|tel|telefon|nummer|zahlungsreferenz|darlehen nr|vorgang|vorgangsnummer
    """,
    ending_in="endet auf|endend auf|endziffern",
    counted="""
        schritte|kilo|kilos|kg|g|gr|gramm|liter|l|ml|cl|km|kilometer|m|meter|cm|mm|m2|qm|m3|%|prozent|personen|person|
        leute|
        stück|stücke|stk|mal|kisten|kiste|kästen|tüten|beutel|pakete|päckchen|packungen|dosen|flaschen|rosen|eier|
        kinder|gäste|karten|tickets|plätze|seiten|stockwerke|grad|punkte|tore|gläser|teller|tische|stühle|dutzend|
        einheiten|gb|mb|kwh|minuten|min|minute|stunden|stunde|std|h|uhr|tage|tagen|tag|wochen|woche|monate|monaten|
        monat|jahre|jahren|jahr|pm|brötchen|semmeln|brote|nächte|hunde|katzen|zoll|löffel|tassen|kopien|blätter|blatt|
        fotos|pizzen|biere|bier|kuchen|sitzungen|tabletten|freunde|x|raten|scheiben|äpfel|tomaten|zitronen|kerzen|
        glühbirnen|rollen|spiele|runden|aufgaben|fragen|kollegen|schüler|erwachsene|teile|sätze|übungen|zimmer|äpfeln|
        helfer|männer|frauen|jungs|mädels|krapfen|brezeln|steaks|würstchen
    """,
    numbered="""
        turm|haus|hausnummer|hausnr|stock|etage|wohnung|kapitel|raum|zimmer|saal|halle|platz|iphone|galaxy|version|v|
        plz|code|tür|linie|bus|tram|s|u|re|ice|ic|flug|gleis|gate|tisch|los|straße|str|nr|nummer|no|n°|#|gruppe|level|
        staffel|folge|seite|s.|artikel|art|paragraph|§|kennzeichen|größe|gr|laden|km|covid|windows|ps|tel|einheit|sitz|
        serie|klasse|modell|parkplatz|plattform|phase|pin|teil|b|a|aufgabe|übung|frage|bett|ausgang|wagen|terminal|
        stand|band|auflage|ausgabe|rechnung|auftrag|bestellung|abteilung|bezirk|kw|woche|block|aufgang|eingang|trakt|
        stellplatz|box|station|kabine|schließfach|spind|weg|platte|rennen|runde|spieltag|reihe|rate|ü|u-bahn|s-bahn|
        formel|porsche|jahrgang|semester|modul
    """,
    currencies={
        "EUR": "euro|euros|eur|ocken|kröten|tacken|teuro|€uro",
        "CHF": "franken|schweizer franken|chf|stutz|fränkli|sfr|fr|fr.|frankenli",
        "USD": "us-dollar|us dollar|dollar|usd|dollars",
        "GBP": "pfund|britische pfund|gbp|pfund sterling",
        "JPY": "yen|jpy",
        "CNY": "yuan|cny|renminbi",
        "INR": "rupien|indische rupien|inr",
        "RUB": "rubel",
        "SEK": "schwedische kronen|sek",
        "NOK": "norwegische kronen|nok",
        "DKK": "dänische kronen|dkk",
        "PLN": "zloty|złoty|pln",
        "CZK": "tschechische kronen|czk",
        "HUF": "forint|huf",
        "TRY": "lira|türkische lira|try",
        "MXN": "mexikanische pesos|mxn",
        "BRL": "real|brl",
        "AUD": "australische dollar|aud",
        "CAD": "kanadische dollar|cad",
        "KRW": "won|krw",
    },
    thousands="riesen|mille",
    cents="""
        cent|cents|pence|penny|pennies|pfennig|pfennige|groschen|rappen|öre|kopeken|kopeke|satoshi|satoshis|penny|ct
    """,
    tenths="jiao|mao",
    short_scales={"mio|mill|mln": 10**6, "mrd|md|mia": 10**9, "bio": 10**12, "t|tsd|tsd.": 1000},
    fractions={
        Decimal("0.5"): "eine halbe|einer halben|halbe|ne halbe|halben",
        Decimal("0.75"): "eine dreiviertel|einer dreiviertel|dreiviertel",
        Decimal("1.5"): "anderthalb|eineinhalb",
        Decimal("2.5"): "zweieinhalb",
        Decimal("3.5"): "dreieinhalb",
    },
    money_joiners="von|an",
    doubtful_money="pfund|mark|krone|real|fr|stutz",
    nobody="""
        ich|du|er|sie|es|wir|ihr|mir|dir|ihm|uns|euch|mich|dich|sich|der|die|das|den|dem|des|ein|eine|einen|einem|und|
        oder|aber|ist|sind|war|hat|habe|hab|haben|nicht|kein|keine|ja|nein|sehr|mehr|noch|schon|heute|morgen|gestern|
        übermorgen|gesamt|total|tag|beide|beides|alle|alles|mit|ohne|in|im|am|an|auf|für|von|vom|zu|zum|zur|bei|bitte|
        danke|hallo|hi|guten|hey|dringend|rest|hälfte|muss|müssen|soll|erinnerung|erinnere|denk|dran|vergessen|
        vergiss|monat|woche|vor|nach|jeden|jede|jedes|zahlen|bezahlen|überweisen|code|monatlich|jährlich|neu|neue|
        neuer|nächste|nächsten|bis|spätestens|ab|um|nur|auch|mal|dann|jetzt|achtung|wichtig|info|betrag|euro|uhr|
        gegen|über|aus|wegen|gleich|sofort|fällig|abbuchung|vertrag|überweisung|geld|wird|kommt|kam|pro|je|jeweils|
        kosten|kostet|schulde|schulden|lastschrift|dauerauftrag|paypal|online|überfällig|nr|zweck|verwendungszweck|
        januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|ende|anfang|mitte|kunde|
        neuen|alte|alten|offen|offene
    """,
)
