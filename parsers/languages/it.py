"""The words of Italian, with those of Ticino."""

from __future__ import annotations

from decimal import Decimal

from .vocabulary import Vocabulary

_ONES = ("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_TEENS = (
    *("dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici"),
    *("diciassette", "diciotto", "diciannove"),
)
_TENS = ("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")


def _compound(tens: str, one: str) -> str:
    """Write a number from 21 on: the vowel goes before one and eight (ventuno, ventotto)."""
    return (tens[:-1] if one in {"uno", "otto"} else tens) + one


# An Italian number is one word: every one below a thousand, and the thousands with their round hundreds.
_BELOW_HUNDRED = {
    **{one: n for n, one in enumerate(_ONES, start=1) if n > 1},
    **{teen: n for n, teen in enumerate(_TEENS, start=10)},
    **{tens: 10 * n for n, tens in enumerate(_TENS, start=2)},
    **{_compound(tens, one): 10 * n + m for n, tens in enumerate(_TENS, start=2) for m, one in enumerate(_ONES, 1)},
}
_HUNDREDS = {"cento": 100, **{f"{one}cento": 100 * n for n, one in enumerate(_ONES[1:], start=2)}}
_BELOW_THOUSAND = {
    **_BELOW_HUNDRED,
    **_HUNDREDS,
    **{h + rest: n + m for h, n in _HUNDREDS.items() for rest, m in _BELOW_HUNDRED.items()},
}
_THOUSANDS = {"mille": 1000, **{f"{one}mila": 1000 * n for one, n in _BELOW_HUNDRED.items()}}
_PLAIN_THOUSANDS = tuple(range(1000, 10_000, 1000))
_ABOVE = {
    **{t: n for t, n in _THOUSANDS.items() if t != "mille"},
    **{t + h: n + m for t, n in _THOUSANDS.items() if n in _PLAIN_THOUSANDS for h, m in _HUNDREDS.items()},
    **{f"mille{rest}": 1000 + n for rest, n in _BELOW_HUNDRED.items()},
    **{
        f"{t}{h}cinquanta": n + m + 50
        for t, n in _THOUSANDS.items()
        if n in _PLAIN_THOUSANDS[:3]
        for h, m in _HUNDREDS.items()
    },
}

_SAID = {n: "|".join(w for w, m in _BELOW_HUNDRED.items() if m == n) for n in range(2, 60)} | {1: "uno"}
_MINUTES = {
    **{f"meno {n}|meno {said}|meno {n} minuti|meno {said} minuti": -n for n, said in _SAID.items()},
    **{f"e {said}": n for n, said in _SAID.items() if n % 5 == 0},
}

_WEEKDAYS = {
    "lunedì": "MO",
    "martedì": "TU",
    "mercoledì": "WE",
    "giovedì": "TH",
    "venerdì": "FR",
    "sabato": "SA",
}

ITALIAN = Vocabulary(
    code="it",
    letters="ìò",
    common="""
        call|meeting|il|lo|la|i|gli|le|un|uno|una|l|d|dell|all|nell|dall|sull|di|del|dello|della|dei|degli|delle|a|al|
        allo|alla|ai|agli|alle|da|dal|dallo|dalla|dai|dagli|dalle|in|nel|nello|nella|nei|negli|nelle|con|col|su|sul|
        sulla|sulle|per|tra|fra|entro|e|ed|o|ma|anche|che|chi|cosa|quando|dove|come|quanto|perché|non|si|mi|ti|ci|vi|
        ne|io|tu|lui|lei|noi|voi|loro|mio|mia|miei|tuo|tua|suo|sua|nostro|nostra|questo|questa|quello|quella|è|sono|
        sei|siamo|ho|hai|ha|abbiamo|hanno|fare|fai|fatto|andare|vai|andiamo|devo|devi|deve|dobbiamo|bisogna|serve|
        posso|puoi|può|vuoi|voglio|vorrei|oggi|domani|dopodomani|ieri|stasera|stamattina|stanotte|mattina|mattino|
        pomeriggio|sera|notte|mezzogiorno|mezzanotte|settimana|mese|anno|prossimo|prossima|prossimi|fine|ogni|tutti|
        tutte|tutto|tutta|giorno|giorni|ore|ora|mezz|pagare|paga|bolletta|bollette|affitto|mutuo|rata|fattura|scade|
        scadenza|scadono|luce|acqua|telefono|assicurazione|tasse|condominio|chiamare|chiama|comprare|compra|portare|
        porta|prendere|prendi|mandare|manda|inviare|invia|spedire|ritirare|ritira|prenotare|prenota|ricordare|
        ricordati|ricordarsi|ricordami|ricorda|dimenticare|dimenticarti|finire|pulire|preparare|prepara|consegnare|
        rinnovare|disdire|riunione|appuntamento|cena|pranzo|aperitivo|colazione|compleanno|festa|partita|calcetto|
        pizzata|dentista|medico|dottore|visita|scuola|bambini|macchina|auto|treno|volo|casa|ufficio|lavoro|spesa|pane|
        latte|nonna|nonno|mamma|papà|fratello|sorella|figlio|figlia|grazie|prego|ciao|buongiorno|buonasera|salve|
        ragazzi|urgente|subito|prima|dopo|presto|più|meno|molto|poi|già|ancora|sempre|mai|solo|idee|lista|regalo|
        regali|ricetta|appunti|pacco|cliente|revisione|preventivo|euro|cento|mille|lezione|corso|palestra|gatto|cane|
        vediamo|incontro|allora|così|cioè|qualcuno|idraulico|elettricista|meccanico|parrucchiere|lavatrice|
        gentilmente|favore|lunedi|martedi|mercoledi|giovedi|venerdi
    """,
    months=(
        "gennaio|gen|genn",
        "febbraio|feb|febb",
        "marzo|mar",
        "aprile|apr",
        "maggio|mag",
        "giugno|giu",
        "luglio|lug",
        "agosto|ago",
        "settembre|sett|set",
        "ottobre|ott",
        "novembre|nov",
        "dicembre|dic",
    ),
    weekdays=(
        "lunedì|lun",
        "martedì|mar|mart",
        "mercoledì|mer|merc",
        "giovedì|gio|giov",
        "venerdì|ven",
        "sabato|sab",
        "domenica|dom",
    ),
    weekday_plurals=("i lunedì", "i martedì", "i mercoledì", "i giovedì", "i venerdì", "sabati|i sabato", "domeniche"),
    doubtful="mar|set|ago|mag|lun|mer|gio|ven|sab|dom",
    days={
        "oggi|in giornata|entro oggi|oggi stesso|quest'oggi|adesso|ora|subito oggi": 0,
        """
            domani|doma|dmn|domn|tra un giorno|fra un giorno|entro un giorno|il giorno dopo|il giorno seguente|
            il giorno successivo|l'indomani|indomani
        """: 1,
        "dopodomani|dopo domani": 2,
        "ieri": -1,
        "l'altro ieri|l'altroieri|altro ieri|avantieri": -2,
        "tra otto giorni|fra otto giorni|oggi a otto|tra una settimana|fra una settimana": 7,
        "domani a otto": 8,
        "il giorno dopo domani|giorno dopo domani": 2,
        "tra quindici giorni|fra quindici giorni|tra due settimane|fra due settimane|oggi a quindici": 14,
    },
    units={
        "second": "secondi|sec",
        "quarter": "trimestre|trimestri",
        "minute": "minuto|minuti|min|minutino|minutini",
        "hour": "ora|ore|h|hr|oretta|orette",
        "day": "giorno|giorni|gg|g|notti",
        "week": "settimana|settimane|sett",
        "month": "mese|mesi",
        "year": "anno|anni",
    },
    durations={
        "mezz'ora|mezzora|una mezz'ora|una mezzora|mezz'oretta|1/2 ora": 30,
        "un'ora e mezza|un'ora e mezzo|1 ora e mezza|ora e mezza|un ora e mezza|un'oretta e mezza": 90,
        "un quarto d'ora|quarto d'ora": 15,
        "un giorno e mezzo": 2160,
        "mezza giornata": 240,
        "tre quarti d'ora|3/4 d'ora": 45,
        "un'ora|un ora|un'oretta|un'oretta circa": 60,
        "un paio d'ore|un paio di ore|paio d'ore": 120,
        "due ore e mezza|2 ore e mezza|due ore e mezzo": 150,
        "tre ore e mezza|3 ore e mezza": 210,
    },
    parts={
        "dawn": "alba",
        "morning": "mattina|mattino|mattinata|matt|mattine",
        "noon": "mezzogiorno|mezzodì|ora di pranzo|mezzo giorno",
        "afternoon": "pomeriggio|pom|pomeriggi|primo pomeriggio|tardo pomeriggio",
        "evening": "sera|serata|sere|ora di cena|a fine giornata|fine giornata",
        "night": "notte|notti|nottata",
        "midnight": "mezzanotte|mezza notte",
    },
    moments={
        "morning": "stamattina|stamani|stamane|questa mattina|sta mattina",
        "afternoon": "questo pomeriggio|oggi pomeriggio|sto pomeriggio",
        "evening": "stasera|questa sera|sta sera|stase",
        "night": "stanotte|questa notte",
    },
    periods={
        "weekend": "fine settimana|weekend|week end|week-end|finesettimana|we|wend",
        "payday": "giorno di paga|giorno dello stipendio",
        "week_end": """
            fine della settimana|fine di questa settimana|fine settimana lavorativa|entro la settimana|in settimana|
            nel corso della settimana|durante la settimana|entro questa settimana
        """,
        "month_end": """
            fine mese|fine del mese|la fine del mese|ultimo del mese|ultimo giorno del mese|fine di questo mese
        """,
        "year_end": "fine anno|fine dell'anno|la fine dell'anno|ultimo dell'anno|fine di quest'anno",
    },
    frequencies={
        **{
            f"un {day} sì e uno no|un {day} sì uno no|a {day} alterni|{day} alterni": f"WEEKLY;INTERVAL=2;BYDAY={code}"
            for day, code in _WEEKDAYS.items()
        },
        "ogni giorno|tutti i giorni|quotidianamente|giornalmente|al giorno": "DAILY",
        """
            due volte a settimana|due volte alla settimana|tre volte a settimana|ogni settimana|tutte le settimane|
            settimanalmente|alla settimana|a settimana|una volta a settimana
        """: "WEEKLY",
        """
            ogni due settimane|ogni 2 settimane|una settimana sì e una no|settimane alterne|ogni quindici giorni|
            ogni 15 giorni|a settimane alterne|una settimana sì una no
        """: "WEEKLY;INTERVAL=2",
        "due volte al mese|ogni mese|tutti i mesi|mensilmente|al mese|una volta al mese|/mese": "MONTHLY",
        "ogni due mesi|ogni 2 mesi|a mesi alterni|un mese sì e uno no|ogni bimestre": "MONTHLY;INTERVAL=2",
        "ogni trimestre|ogni tre mesi|trimestralmente": "MONTHLY;INTERVAL=3",
        "ogni semestre|ogni sei mesi|due volte all'anno|semestralmente": "MONTHLY;INTERVAL=6",
        "ogni anno|tutti gli anni|annualmente|all'anno|una volta all'anno": "YEARLY",
        """
            un giorno sì e uno no|un giorno sì uno no|a giorni alterni|ogni due giorni|ogni 2 giorni
        """: "DAILY;INTERVAL=2",
        """
            nei giorni feriali|ogni giorno feriale|tutti i giorni feriali|giorni feriali|dal lunedì al venerdì|
            da lunedì a venerdì|lunedì-venerdì|lun-ven|tutti i giorni lavorativi|ogni giorno lavorativo
        """: "WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        """
            ogni weekend|tutti i weekend|ogni fine settimana|tutti i fine settimana|nei weekend|nei fine settimana
        """: "WEEKLY;BYDAY=SA",
        """
            ogni fine mese|a fine di ogni mese|l'ultimo giorno di ogni mese|ultimo giorno di ogni mese|
            l'ultimo del mese ogni mese|ogni ultimo del mese|alla fine di ogni mese|fine di ogni mese|
            ogni ultimo giorno del mese
        """: "MONTHLY;BYMONTHDAY=-1",
        """
            ogni inizio mese|il primo di ogni mese|primo di ogni mese|il primo giorno di ogni mese|
            primo giorno di ogni mese|ogni primo del mese|l'1 di ogni mese|ogni primo giorno del mese|
            all'inizio di ogni mese
        """: "MONTHLY;BYMONTHDAY=1",
    },
    dotted_dates=True,
    frequency_adjectives={
        "quotidiano|quotidiana|giornaliero|giornaliera": "DAILY",
        "settimanale": "WEEKLY",
        "quindicinale|bisettimanale": "WEEKLY;INTERVAL=2",
        "mensile|mensili": "MONTHLY",
        "bimestrale": "MONTHLY;INTERVAL=2",
        "trimestrale": "MONTHLY;INTERVAL=3",
        "semestrale": "MONTHLY;INTERVAL=6",
        "annuale|annua|annuo": "YEARLY",
    },
    adjective_first=False,
    end_of="fine|fine di|la fine di|fine del mese di",
    all_day="tutto il giorno|tutta la giornata|l'intera giornata|giornata intera|per tutto il giorno",
    numbers={
        "una": 1,
        "una decina di": 10,
        "una quindicina di": 15,
        "una ventina di": 20,
        "una trentina di": 30,
        **_BELOW_THOUSAND,
        **_ABOVE,
    },
    ones="un|una|uno|un'",
    ordinals={"primo": 1},
    ordinal_suffixes="º|°|ª|o",
    scales={
        "mila|mille": 1000,
        "milione|milioni": 1_000_000,
        "miliardo|miliardi": 10**9,
        "bilione|bilioni": 10**12,
    },
    number_joiners="e",
    leads="""
        il|lo|la|i|gli|le|l'|per|per il|per la|per lo|per l'|entro|entro il|entro la|entro le|entro l'|
        entro e non oltre|entro e non oltre il|non oltre|non oltre il|prima di|prima del|prima della|prima dell'|di|del|
        della|dal|dalla|dall'|fino a|fino al|fino alla|sino a|sino al|a|al|alla|in|nel|nella|su|scade|scade il|scadono|
        scadono il|scadenza|scadenza il|scad|scad.|in scadenza|in scadenza il|con scadenza|con scadenza il|termine|
        termine ultimo|a partire da|a partire dal|a partire dalla|da|massimo|al massimo|al più tardi|al più tardi il|
        durante|questo|questa|quest'|verso|verso il|dopo|dopo il|ultimo giorno|data limite|giorno|il giorno|del giorno|
        per il giorno|in data|previsto per|prevista per|previsto|fissato per|fissata per|ore|tassativamente|addebito il|
        addebito|deadline|già|c'è|l'appuntamento è
    """,
    day_leads="""
        il|l'|entro il|entro l'|per il|per l'|prima del|dal|dall'|al|all'|fino al|fino all'|del|dell'|scade il|
        scade l'|scadono il|scadenza il|scadenza|scade|in scadenza il|con scadenza il|giorno|il giorno|del giorno|
        entro il giorno|al più tardi il|non oltre il|entro e non oltre il|per il giorno|dopo il|verso il|addebito il|
        a partire dal|questo|lo scorso|il prossimo
    """,
    span_leads="dal|dall'|dal giorno|tra il|da|fra il|dei giorni",
    span_joins="al|all'|fino al|e il|e l'|al giorno|a",
    month_leads="a|in|per|entro|prima di|da|fino a|verso|ai primi di|nel mese di|durante|i primi di",
    at="""
        alle|alle ore|alle h|all'|ore|h|ore:|verso le|verso l'|intorno alle|entro le|entro l'|prima delle|dopo le|
        dalle|dalle ore|fino alle|per le|per l'|@|a partire dalle|tipo alle|tipo le|circa alle|le ore|orario:|ora:|
        sulle|dall'|attorno alle|non prima delle|inizio alle|inizio ore|appuntamento alle
    """,
    at_doubtful="le",
    from_="da|dalle|dall'|tra le|fra le|dalle ore|da ore|fra|tra",
    to="a|alle|all'|-|–|—|fino alle|fino a|alle ore",
    between="tra le|fra le|tra|fra",
    of="di|del|dello|della|dell'|dei|d'",
    within="""
        tra|fra|entro|in|nei prossimi|nelle prossime|entro i prossimi|entro le prossime|di qui a|nel giro di|di qui a|
        da qui a|fra circa|tra circa
    """,
    from_now="più tardi|dopo|da oggi|a partire da oggi|da adesso|da ora",
    lasting="per|dura|durata|durata:|di|durerà|circa|durata di|durata prevista",
    lasting_after="di durata|in tutto|circa|in totale|massimo",
    about="circa|un|tipo|più o meno|un paio di",
    this="questo|questa|quest'|sto|sta",
    next="prossimo|prossima|in arrivo|che viene|che vengono|seguente|successivo|successiva|entrante|pross",
    last="scorso|scorsa|scorsi|scorse|passato|passata|passati|passate|precedente|ultimi|ultime|fa",
    nths={
        "primo|prima|primi|prime": 1,
        "secondo|seconda": 2,
        "terzo|terza": 3,
        "quarto|quarta": 4,
        "quinto|quinta": 5,
        "sesto|sesta": 6,
        "settimo|settima": 7,
        "ottavo|ottava": 8,
        "nono|nona": 9,
        "decimo|decima": 10,
        "undicesimo|undicesima": 11,
        "dodicesimo|dodicesima": 12,
        "ultimo|ultima": -1,
    },
    holidays={
        "12-25": "natale|giorno di natale",
        "12-24": "vigilia di natale|vigilia|la vigilia di natale|la vigilia",
        "12-26": "santo stefano|s. stefano",
        "12-31": "san silvestro|ultimo dell'anno|notte di san silvestro|capodanno notte",
        "01-01": "capodanno|primo dell'anno|anno nuovo",
        "01-06": "epifania|befana|la befana",
        "02-14": "san valentino|giorno di san valentino|festa degli innamorati",
        "03-08": "festa della donna|festa delle donne",
        "03-19": "festa del papà|san giuseppe",
        "04-25": "festa della liberazione|liberazione",
        "05-01": "festa dei lavoratori|festa del lavoro",
        "05-SU2": "festa della mamma",
        "06-02": "festa della repubblica",
        "06-24": "san giovanni",
        "08-15": "ferragosto|assunta",
        "10-31": "halloween",
        "11-01": "ognissanti|tutti i santi",
        "11-02": "giorno dei morti|commemorazione dei defunti",
        "12-08": "immacolata|l'immacolata|immacolata concezione",
        "12-07": "sant'ambrogio",
        "easter": "pasqua|domenica di pasqua",
        "easter-2": "venerdì santo",
        "easter-3": "giovedì santo",
        "easter-7": "domenica delle palme|le palme",
        "easter+1": "pasquetta|lunedì dell'angelo|lunedì di pasqua",
        "easter-47": "martedì grasso",
        "easter-46": "mercoledì delle ceneri|le ceneri",
        "easter+49": "pentecoste",
        "easter+60": "corpus domini",
    },
    weekdays_later={"a otto|otto": 7, "a quindici": 14},
    week_names="settimana|settimana n.|sett",
    seasons={"spring": "primavera", "summer": "estate", "autumn": "autunno", "winter": "inverno"},
    halves="mezzo|mezza|mezz'",
    quarters="quarto|un quarto|quarti",
    few="pochi|poche|alcuni|alcune|qualche|un paio di|paio di|un paio d'|diversi|diverse",
    coming="prossimi|prossime|seguenti|successivi|successive",
    whole="tutto|tutto il|tutta|tutta la|intero|intera",
    ago="fa|or sono|addietro|prima",
    ago_leads="",
    days_after="dopo|dopo il|dopo la|a partire da|a partire dal",
    days_before="prima di|prima del|prima della",
    rest_of="""
        resto|il resto|resto della mia|il resto della mia|resto del mio|il resto del mio|resto dell'|resto di|resto del|
        il resto del|il resto della|resto della
    """,
    start_of="""
        a inizio|ad inizio|agli inizi di|inizio|inizio di|l'inizio di|all'inizio di|inizio del|i primi di|primi di
    """,
    stages={
        "middle": "metà|a metà|metà di|la metà di|a metà di|verso metà|verso la metà di|per metà",
        "half1": """
            prima metà di|prima metà del|la prima metà di|la prima metà del|primo semestre|primo semestre di|
            primo semestre del|prima quindicina di|la prima quindicina di
        """,
        "half2": """
            seconda metà di|seconda metà del|la seconda metà di|la seconda metà del|secondo semestre|
            secondo semestre di|secondo semestre del|seconda quindicina di|la seconda quindicina di
        """,
    },
    short_units={"second": "s", "minute": "m"},
    date_leads="il|del|al|entro il|per il",
    month_leads_sure="a|in|nel|durante|nel mese di|mese di|da|dell'anno|nell'anno",
    day_names="giorno|il giorno|del giorno",
    workdays="giorni lavorativi|giorni feriali|giorni utili",
    part_plurals={
        "morning": "tutte le mattine|ogni mattina",
        "afternoon": "tutti i pomeriggi|ogni pomeriggio",
        "evening": "tutte le sere|ogni sera",
        "night": "tutte le notti|ogni notte",
    },
    zone_leads="ora di|ora del",
    every="ogni|tutti i|tutte le|tutti gli|ciascun",
    every_other="un sì e un no|ogni due",
    plural_leads="i|le|tutti i|tutte le|nei",
    hour_marks="h|in punto|hrs|esatte|ore esatte|precise|ore precise|spaccate",
    hour_words="ore|ora",
    hour_exact="in punto|esatte|precise|spaccate",
    meridiem={"am": "am|a.m.|a.m", "pm": "pm|p.m.|p.m"},
    past={
        "e mezza|e mezzo|emezza": 30,
        "e un quarto|e quarto": 15,
        "e tre quarti": 45,
        "meno un quarto|meno quarto": -15,
        **_MINUTES,
        "e qualcosa": 0,
    },
    past_before={
        "un quarto alle|un quarto all'": -15,
        "mancano dieci alle|mancano 10 alle": -10,
        "mancano cinque alle|mancano 5 alle": -5,
        "mancano venti alle|mancano 20 alle": -20,
    },
    minutes_to="alle|all'|a",
    hour_lengths="ore|ora",
    part_leads="""
        di|del|della|dell'|la|il|in|al|alla|nel|nella|a|verso|verso la|verso il|in tarda|in prima|per|di prima|entro|
        entro la|nel tardo|nel primo|durante la|durante il|per la|all'|in pieno|le|a tarda|sul|tarda|prima|tardo
    """,
    and_="e|ed|&|e il|e la|e l'",
    or_="o|oppure",
    and_half="e mezza|e mezzo",
    glue=",|-|–|a|di|in|il|la|·|(|alle|;|:|/|e|verso|per|ore|dalle|è|del|della|nel|circa|con inizio|poi|sempre",
    never="""
        buongiorno|buon giorno|buonasera|buona sera|buonanotte|buona notte|buon pomeriggio|buona giornata|buona serata|
        buona domenica|buon weekend|buona settimana|buon fine settimana|un secondo|un attimo|un momento|due secondi|
        24/7|h24|notte bianca|notte rosa|abito da sera|scuola serale|per ora|di ora in ora|ora di punta|all'ora|a volte|
        mattina presto presto|in un'ora sola|l'altro giorno|un giorno|giorno di riposo|giorno libero|prima o poi|
        prima di tutto|il giorno in cui|sabato santo|black friday|il mare|al mare|dal mare|mar mediterraneo|
        turno di notte|non vedo l'ora|giorno e notte|a mezza via|ora legale|fuori orario|alla fine|in fine|ora che|
        ora come ora|per un'ora sola
    """,
    ordinal_nouns="""
        piano|volta|capitolo|stagione|anno|classe|posto|parte|grado|tentativo|dose|edizione|rata|puntata|tempo|
        trimestre|quadrimestre|semestre|girone|livello|richiamo|figlio|turno|giro|secolo|compleanno|incontro|gol|
        premio|maggio village|piatto|soccorso|appuntamento|passo|impatto|binario|via|ciclo|persone
    """,
    streets="""
        via|viale|v.le|corso|piazza|piazzale|largo|vicolo|strada|lungomare|contrada|metro|fermata|ponte|scuola|
        quartiere|stadio|piazza del|via del|corso del|linea|uscita
    """,
    abbreviations="dr|dott|sig|prof|st|ecc|etc|tel|ing|art|pag|es|ltd|inc",
    openers="""
        ricordami di|ricordami che|ricordami|ricordati di|ricordati che|ricordati|ricordatevi di|ricordatevi|
        ricordarsi di|ricordarmi di|ricordarti di|ricordare di|ricordare|ricorda di|ricorda che|ricorda|ricordiamoci di|
        ricordate di|mi ricordi di|mi ricordi|promemoria per|promemoria di|promemoria|non dimenticare di|
        non dimenticare che|non dimenticare|non dimenticarti di|non dimenticarti|non ti dimenticare di|
        non ti dimenticare|non dimenticarsi di|non dimenticate di|non dimenticate|non dimenticatevi di|
        non dimentichiamo di|non dimentichiamoci di|non scordare di|non scordare|non scordarti di|non scordarti|
        non ti scordare di|non ti scordare|non scordarsi di|non scordatevi di|bisogna|bisognerebbe|bisognerà|si deve|
        c'è da|ci sarebbe da|devo|devi|deve|dobbiamo|dovete|dovrei|dovresti|dovremmo|dovreste|dovrò|tocca|mi tocca|
        ci tocca|ho da|abbiamo da|ho bisogno di|ho bisogno che|abbiamo bisogno di|serve che|mi serve|ci serve|serve|
        puoi|puoi per favore|potresti|potete|potreste|può|potrebbe|riesci a|riuscite a|riusciresti a|mi puoi|
        mi potresti|ti va di|ti dispiace|ti spiace|qualcuno può|qualcuno potrebbe|qualcuno riesce a|chi può|possiamo|
        si può|vorrei|voglio|vogliamo|cerca di|cercare di|cerchiamo di|vedi di|fai in modo di|assicurati di|
        assicurarsi di|assicuratevi di|annota|annotare|annotati|segna|segnati|segnare|segnami|appunta|appuntati|
        da ricordare|da non dimenticare|occhio a|manca da|rimane da|resta da|sarebbe da|sarebbe il caso di|è ora di|
        è da|aiutami a|pensa a|pensaci tu a|occupati di|fammi il favore di|fammi il piacere di|mi fai il favore di|
        vi prego di|ti prego di|si prega di|siete pregati di|bisogna ricordarsi di|devo ricordarmi di|
        devi ricordarti di|dobbiamo ricordarci di|mi raccomando di|mi raccomando|vado a|provare a|prova a|vi ricordo di|
        ti ricordo di|ti ricordi di|vi ricordate di|ricordiamo di|ci ricordiamo di|bisogna assolutamente|
        devo assolutamente|dobbiamo assolutamente|assolutamente da|non scordiamoci di|non scordatevi|bisogna che|
        bisogna che io|occorre|occorrerebbe|va fatto|mi serve che|mi servirebbe che|sarebbe bello|dovresti proprio|
        mi sa che devo|devo ancora|devi ancora|dobbiamo ancora|ho dimenticato di|vi chiedo di|ti chiedo di|chiedo di|
        ci si ricordi di|mi devo ricordare di|mi devo ricordare|devo ricordare di|devo ricordarmi|todo|to-do
    """,
    declined="""
        non serve|non bisogna|non devo|non devi|non dobbiamo|non c'è bisogno di|non occorre|non è necessario|
        non ho bisogno di|non voglio|non posso
    """,
    event_openers="""
        metti in agenda|mettere in agenda|mettiamo in agenda|segna in agenda|segna in calendario|segnatevi|
        metti in calendario|mettere in calendario|aggiungi al calendario|aggiungere al calendario|in agenda|blocca|
        bloccare|bloccate la data|salvate la data|salva la data|save the date|abbiamo|ho|c'è|ci sarà|avremo|avrò|
        si terrà|fissa|fissare|fissiamo|programma|programmare|pianifica|invito a|siete invitati a|evento|
        prenota in agenda|appuntamento per|
        aggiungi in agenda|segnati|segnate|segna|da segnare
    """,
    indicators="""
        compito|compiti|da fare|todo|to do|to-do|in sospeso|agenda|nota|appunto|promemoria|importante|attenzione|
        avviso|evento|appuntamento|riunione|nuovo evento|save the date|lista|oggetto|annuncio|memo|urgente|
        comunicazione|task|reminder|info|ps|invito|nota per me|nota a me stesso|nuova attività|attività
    """,
    vocatives="""
        ehi|ei|ehilà|oh|ohi|senti|sentite|ascolta|ascoltate|guarda|allora|dai|ok|okay|bene|beh|be|ciao|amore|tesoro|
        caro|cara|cari|amico|amica|amici|amiche|ragazzi|ragazze|raga|regà|gente|mamma|papà|fratello|bro|fra|zio|bello|
        bella|signora|signore|cari vicini|cari colleghi|prof|gioia|cucciola|nonna|nonno|e|ah|eh|uffa|poi|comunque|scusa|
        scusate|tesò|cari genitori|gentili genitori|boss|coinquilini|carissimi|carissime|belli|belle|cari condomini|
        gentili condomini|cari amici|care amiche|cari mamma e papà|ragazzi miei|gioie
    """,
    greetings="""
        ciao|ciao a tutti|ciao a tutte|ciao ragazzi|ciao raga|buongiorno|buon giorno|buonasera|buona sera|salve|
        salve a tutti|buongiorno a tutti|buonasera a tutti|ehi|ehilà|hey|we|weilà|buon pomeriggio|hola|hello|come va|
        come stai|tutto bene|buondì|buondi|spero tutto bene|buona domenica|buon lunedì|senti|ascolta|ciao ciao|
        buongiornissimo|ciao mamma|ciao amore
    """,
    politeness="""
        per favore|perfavore|x favore|per fav|per cortesia|per piacere|gentilmente|cortesemente|pf|pls|please|grazie|
        grazie mille|grazie tante|grazie infinite|mille grazie|grazie in anticipo|tante grazie|grz|thx|se puoi|
        se potete|se possibile|se riesci|se riuscite|se ti va|ok|va bene|d'accordo|ti prego|te ne prego|un abbraccio|
        abbracci|baci|bacio|saluti|cordiali saluti|un saluto|mi raccomando|non dimenticare|non dimenticarti|
        non ti dimenticare|non dimenticate|senza fallo|senza falta|capito|scusa|scusate|ahah|haha|ahaha|lol|eh|dai|
        vi ringrazio|ti ringrazio|fammi sapere|fatemi sapere|al massimo|al più tardi|a presto|buona giornata|
        buona serata|non scordarti|non ti scordare|sì|si|xfavore|x piacere|xfav|grazieee|graziee|grazie davvero
    """,
    leftovers="""
        e|ed|o|che|di|del|della|dell'|dei|il|lo|la|i|gli|le|l'|a|al|alla|alle|all'|in|nel|nella|per|da|dal|dalla|dalle|
        su|è|ma|entro|fino|prima|verso|ore|poi|si|c'è|questo|questa|tra|fra|scade|circa|tipo|un|una|non oltre|ed è|
        compreso|compresa|incluso|inclusa
    """,
    high="""
        urgente|urgenti|urgentissimo|urgentissima|è urgente|molto urgente|super urgente|urgentemente|con urgenza|
        d'urgenza|urgenza|asap|il prima possibile|al più presto|prima possibile|quanto prima|appena possibile|
        il più presto possibile|priorità alta|alta priorità|priorità: alta|massima priorità|priorità massima|
        prioritario|prioritaria|è prioritario|è importante|importante|molto importante|importantissimo|
        importantissima|super importante|immediatamente|subito|tempestivamente|critico|fondamentale|senza indugio|
        per ieri|è una priorità|ha la precedenza|massima urgenza|con priorità
    """,
    low="""
        senza fretta|non urgente|non è urgente|nulla di urgente|niente di urgente|nessuna urgenza|non c'è urgenza|
        nessuna fretta|non c'è fretta|con calma|con comodo|quando puoi|quando potete|quando riesci|quando riuscite|
        quando hai tempo|quando avete tempo|quando hai un attimo|quando ho tempo|quando capita|quando vuoi|
        priorità bassa|bassa priorità|priorità: bassa|poca priorità|non è prioritario|non prioritario|
        non è importante|non importante|senza urgenza|senza stress|fai con calma|fate con calma|prenditela comoda|
        tranquillo|tranquilla|non ho fretta|non abbiamo fretta|non così urgente|non troppo urgente|se hai tempo|
        appena hai tempo|a tempo perso|quando ti va
    """,
    with_="con|assieme a|insieme a|c/",
    articles_in_names=True,
    elisions="l'|d'|c'|un'|all'|dall'|dell'|nell'|sull'|quest'|quell'",
    articles="il|lo|la|i|gli|le|l'|un|una|un'",
    person_titles="""
        dr|dott|dottor|dott.ssa|dottoressa|dottore|sig|sig.ra|signor|signora|signore|prof|prof.ssa|professore|
        professoressa|ing|ingegnere|avv|avvocato|avvocata|arch|architetto|geom|geometra|rag|ragioniere|don|padre|suor|
        zio|zia|nonno|nonna|coach|mister|maestra|maestro|mamma|papà|cugino|cugina|fratello|sorella|notaio|
        commercialista|capo|direttore|direttrice|dr.ssa|suora|madre
    """,
    groups="""
        gruppo|spa|s.p.a.|srl|s.r.l.|snc|team|squadra|banca|club|cliente|clienti|azienda|ditta|società|comitato|hr|
        vendite|agenzia|università|scuola|colleghi|amici|genitori|ufficio|condominio|marketing|fornitore|fornitori|
        famiglia|ragazzi|bambini|consorzio|cooperativa|associazione
    """,
    name_joiners="di|d'|della|dei|dell'|delle|e",
    given_names="""
        anna|maria|marta|martina|marco|matteo|luca|lucia|laura|francesca|francesco|fra|alessandro|alessandra|ale|
        alessia|alessio|andrea|antonio|antonella|giovanni|gianni|giuseppe|peppe|beppe|paolo|paola|pietro|carlo|carla|
        chiara|claudia|claudio|cristina|cristian|daniele|daniela|dario|davide|debora|diego|domenico|elena|eleonora|
        elisa|elisabetta|emanuele|emma|enrico|enzo|erica|ernesto|fabio|fabrizio|federica|federico|fede|filippo|
        gabriele|gabriella|gaia|giacomo|giada|giorgia|giorgio|giulia|giulio|greta|ilaria|irene|ivan|ivo|jacopo|
        leonardo|leo|lorenzo|lorenza|luigi|luisa|manuel|manuela|marina|mario|massimo|max|mattia|maurizio|mauro|
        michela|michele|miriam|monica|nadia|nicola|nicolò|nicole|nina|noemi|omar|pasquale|patrizia|raffaele|rebecca|
        riccardo|roberta|roberto|rosa|rossella|sabrina|salvatore|samuele|sandra|sandro|sara|serena|sergio|silvia|
        simona|simone|sofia|stefania|stefano|teresa|tommaso|tommy|valentina|vale|valeria|valerio|vanessa|vera|
        veronica|vincenzo|viola|vittoria|vittorio|domenica|ginevra|aurora|beatrice|bea|bianca|camilla|caterina|
        cecilia|alice|ada|agnese|angela|angelo|arianna|benedetta|bruno|edoardo|ettore|ugo|umberto|tina|gino|rita|
        rocco|ciro|gennaro|karim|ahmed|kevin
    """,
    place_leads="""
        al|allo|alla|all'|ai|agli|nel|nello|nella|nell'|nei|negli|nelle|in|presso il|presso la|presso l'|presso lo|
        presso|da|dal|dalla|dall'|dallo|@|davanti al|davanti alla|davanti all'|davanti a|di fronte al|di fronte alla|
        vicino al|vicino alla|sotto casa di|fuori dal|dentro al|sul|sulla|sull'
    """,
    place_stops="""
        con|per|da|di parte|fino|che|e|ed|dove|ma|perché|se|quando|su|senza|è|sarà|insieme|porta|portate|portare|
        prima|dopo|come|andiamo|dura|durata|tipo|a|entro|via|poi|ci|mi|ti|vi|si|grazie|confermare|confermate|partenza|
        verso|alle|dalle|ogni|mi raccomando|non|ricordati|conferma|vieni|venite|ore|il|sono
    """,
    not_places="""
        persona|linea|treno|generale|inglese|italiano|spagnolo|francese|tempo|ritardo|anticipo|famiglia|gruppo|coppia|
        diretta|presenza|contanti|punto|realtà|cammino|comune|particolare|fine|pace|ordine|corso|base|caso|giornata|
        remoto|forma|digiuno|forse|settimana|poi|meno|più|tutti|tutte|tutto|fretta|macchina|auto|bici|moto|piedi|
        aereo|bus|me|te|lui|lei|noi|voi|loro|mio|mia|volta|volo|proposito|mano|sinistra|destra|momento|breve|modo|
        vista|scadenza|attesa|arrivo|partenza|sé|meglio|massimo|minimo|solito|telefono|voce|cui|quanto|oggi|domani|
        prossimo|solo|sola|fare|pagare|comprare|portare|prendere|due|tre|quattro|agenda|calendario|sera|mattina|
        mezzogiorno|mezzanotte|ogni|alta|bassa|videochiamata|call|vacanza|pomeriggio
    """,
    venues="""
        ospedale|clinica|chiesa|parrocchia|duomo|cattedrale|sala|ristorante|trattoria|osteria|pizzeria|auditorium|
        teatro|stadio|museo|piazza|parco|hotel|albergo|bar|caffè|caffetteria|casa|scuola|liceo|università|club|
        palestra|centro|giardino|torre|palazzo|biblioteca|aeroporto|stazione|cinema|spiaggia|campo|ufficio|studio|via|
        viale|corso|mercato|comune|municipio|agriturismo|cascina|villa|rifugio|pub|enoteca|birreria|gelateria|
        oratorio|piscina|lido|bagno|tenuta|castello|arena|palazzetto
    """,
    platforms={
        "zoom": "zoom",
        "meet": "google meet|meet|gmeet",
        "teams": "microsoft teams|ms teams|teams",
        "whatsapp": "whatsapp|whats app|wa|wapp|uozzap|whatsup|videochiamata whatsapp",
        "phone": "telefono|tel|telefonata|cellulare|cell",
    },
    channel_leads="su|via|in|per|al|sul|tramite|con|attraverso|usando|con una",
    labels={
        "when": "quando|data|ora|orario|giorno|data e ora|inizio|data/ora|data e orario",
        "where": "dove|luogo|posto|indirizzo|sala|sede|ritrovo|punto di ritrovo|location",
        "who": "invitati|partecipanti|chi|con|presenti|ospiti|invitate",
        "what": "cosa|che cosa|evento|oggetto|titolo|motivo|tema|argomento|riunione",
    },
    services={
        "electricity": "luce|elettricità|corrente|energia|energia elettrica|corrente elettrica",
        "water": "acqua|acquedotto|servizio idrico|fognatura",
        "gas": "gas|metano|riscaldamento|gpl|bombola|bombola del gas|bombola gas|teleriscaldamento|pellet",
        "internet": """
            internet|wifi|wi-fi|fibra|adsl|linea internet|abbonamento internet|internet casa|fibra ottica|modem
        """,
        "phone": """
            telefono|cellulare|telefonino|linea telefonica|telefono fisso|ricarica|ricarica telefonica|
            ricarica cellulare|abbonamento telefonico|abbonamento cellulare|linea fissa|sim|cell|telefonia
        """,
        "rent": "affitto|canone di locazione|locazione|pigione|canone affitto|affitto casa",
        "mortgage": "mutuo|rata del mutuo|rata mutuo|mutuo casa|mutuo prima casa|ipoteca",
        "credit_card": """
            carta|carta di credito|visa|mastercard|amex|estratto conto carta|carta revolving|saldo carta
        """,
        "insurance": """
            assicurazione|polizza|rca|rc auto|assicurazione auto|assicurazione casa|assicurazione moto|
            bollo assicurativo|assicurazione vita|assicurazione viaggio|premio assicurativo|polizza casa|polizza vita|
            polizza auto|assicurazione cane|assicurazione scooter|assicurazione infortuni|polizza infortuni
        """,
        "school": """
            scuola|mensa|mensa scolastica|asilo|asilo nido|nido|retta|retta scolastica|retta asilo|
            tasse universitarie|università|iscrizione|libri|gita|gita scolastica|doposcuola|corso|corso di inglese|
            corso di nuoto|lezioni|lezioni di piano|ripetizioni|scuolabus|centro estivo|scuola guida|patente|
            scuola di musica|danza|scuola calcio|baby parking|materna|liceo|corso di danza|corso di yoga|
            lezioni di chitarra|prescuola|campus
        """,
        "streaming": "streaming|abbonamento streaming",
        "tax": """
            tasse|tassa|imu|tari|tasi|irpef|iva|f24|bollo|bollo auto|bollo moto|imposta|imposte|multa|multe|
            canone rai|canone|inps|contributi|contributi inps|cartella esattoriale|tassa rifiuti|rifiuti|
            acconto irpef|acconto imu|saldo imu|irap|modello f24|imposta di registro|marca da bollo|cedolare secca|
            canone tv|spazzatura|imposte comunali|imposta di circolazione|imposte cantonali|serafe|cosap|
            passo carrabile|ravvedimento|rottamazione|pagopa
        """,
        "health": """
            dentista|medico|dottore|ospedale|clinica|farmacia|visita|visita medica|visita specialistica|ticket|
            ticket sanitario|analisi|analisi del sangue|esami|laboratorio|fisioterapia|fisioterapista|fisio|osteopata|
            psicologo|psicologa|terapia|occhiali|ottico|ortodontista|apparecchio|pediatra|dermatologo|oculista|
            ginecologa|ginecologo|nutrizionista|logopedista|medicine|farmaci|cassa malati|vaccino|
            veterinario sanitario|assicurazione sanitaria|fondo sanitario|operazione|radiografia|risonanza|ecografia
        """,
        "loan": """
            prestito|finanziamento|rata auto|rata macchina|rata della macchina|rata dell'auto|rata prestito|
            rata del prestito|leasing|cessione del quinto|prestito personale|finanziamento auto|rata finanziamento|
            rata moto|rata della moto|prestito auto|credito|debito banca|prestito studenti|noleggio auto|
            rata del finanziamento|rata telefono
        """,
        "other": """
            condominio|spese|spese condominiali|rata condominiale|rata condominio|spese di condominio|amministratore|
            garage|box|box auto|posto auto|parcheggio|pulizie|donna delle pulizie|colf|badante|giardiniere|baby sitter|
            babysitter|tata|palestra|abbonamento palestra|piscina|circolo|quota|quota associativa|quota iscrizione|
            telepass|pedaggio|autostrada|lavanderia|meccanico|idraulico|elettricista|veterinario|commercialista|
            avvocato|notaio|trasloco|colletta|benzina|parrucchiere|parrucchiera|estetista|catering|torta|mantenimento|
            assegno di mantenimento|imbianchino|muratore|falegname|fabbro|antifurto|allarme|vigilanza|abbonamento treno|
            abbonamento bus|abbonamento atm|regalo|noleggio|dominio|hosting|spurgo|caldaia|revisione caldaia|
            manutenzione caldaia|gommista|gomme|carrozziere|tagliando|revisione|funerale|lampade votive|vacanza|
            campeggio|calcetto|campo|cena|pizza|spesa|debito|donazione|toelettatura|pensione cane|tennis|nuoto|yoga|
            calcio
        """,
    },
    establishments={
        "health": """
            clinica|ospedale|laboratorio|farmacia|studio dentistico|studio medico|poliambulatorio|centro medico|
            ottica|dr|dott|dottor|dottoressa|dott.ssa|ambulatorio|asl
        """,
        "school": """
            scuola|liceo|università|asilo|istituto|accademia|collegio|conservatorio|autoscuola|nido|politecnico
        """,
        "loan": "finanziaria",
        "electricity": "energia|luce",
        "water": "acque|acquedotto",
        "gas": "gas",
        "insurance": "assicurazioni|assicurazione|assicura",
        "internet": "fibra|telecom",
        "streaming": "tv",
        "tax": "comune|agenzia delle entrate|agenzia entrate|inps",
        "other": """
            officina|carrozzeria|panetteria|panificio|negozio|ristorante|studio|banca|immobiliare|agenzia|club|
            palestra|mercato|supermercato|bar|lavanderia|condominio|tipografia|fioraio|falegnameria|mobili|auto|
            autotrasporti|associazione|macelleria|libreria|cartoleria|pizzeria|ditta|idraulica|elettrica|hotel|
            impresa|cooperativa|consorzio|gruppo|circolo|parrocchia|azienda|piscina|notaio|ferramenta|trattoria
        """,
    },
    belongs="di|del|della|dell'|dello|dei|delle",
    for_whom="per",
    kinds="""
        casa|auto|macchina|moto|scooter|vita|viaggio|salute|sanitaria|sanitario|scolastica|scolastico|cane|gatto|
        animali|infortuni|personale|studenti|studente|dentale|mobile|fisso|fissa|cellulare|telefonica|telefonico|
        internet|fibra|credito|condominiale|condominiali|condominio|universitarie|universitaria|garage|box|piano|
        pianoforte|chitarra|danza|nuoto|inglese|musica|calcio|tennis|yoga|palestra|piscina|elettrica|ottica|
        prima casa|rifiuti|rai|tv|nido|incendio|rc|responsabilità civile|ufficio|negozio|circolazione|caldaia|sangue|
        medica|specialistica|votive|camper|barca|furgone|estivo|guida|treno|bus|atm|irpef|imu|inps
    """,
    bill_words="""
        bolletta|bollette|fattura|fatture|pagamento|pagamenti|pagare|saldare|saldo|ricevuta|conto|conti|rata|rate|
        canone|quota|importo|scadenza|scade|scadono|addebito|bonifico|bonificare|versare|versamento|abbonamento|abbon|
        totale|somma|resto|debito|bollettino|bollettini|mav|rav|pagopa|f24|sollecito|rinnovo|rinnovare|ricarica|spesa|
        costo|prezzo|cedola|contributo|devo|dobbiamo|caparra|acconto|anticipo|rimborso|rimborsare|estratto
    """,
    pay="""
        pagare|paga|pago|paghiamo|pagate|pagato|saldare|salda|versare|versa|bonificare|fare bonifico|fare un bonifico|
        bonifico|bonifico a|fare il bonifico|fare il bonifico a|rimborsare|restituire|dare|ridare|mandare|satispay|
        paypal|postepay|ricaricare|girare|trasferire|fare bonifico a|fare un bonifico a|da pagare|liquidare|do|ridò|
        restituisco|anticipare
    """,
    copulas="è",
    owe="""
        devo|dobbiamo|deve|devo ancora|gli devo|le devo|devo dare|devo a|in debito|ho un debito|mi ha prestato|
        ci ha prestato|mi ha anticipato|arrivata|arrivato|è arrivata|è arrivato|costa|costano|viene|vengono|sono|
        fanno|addebitati|addebitato|ci ha anticipato
    """,
    due="""
        scade|scadono|scadenza|scad|entro|entro il|prima del|termine|in scadenza|da pagare|non oltre|addebito|
        al più tardi|data limite|fino al|scaduta|scaduto
    """,
    deadlines="entro|entro il",
    issued="emesso|emessa|emissione|data di emissione|chiusura",
    payee_leads="a|al|allo|alla|all'|ai|agli|alle|per|per il|per la|da|dal|dalla|di|del|della|dell'",
    totals="""
        totale|totale da pagare|in totale|in tutto|somma|totale:|importo totale|fanno in tutto|per un totale di|
        totale complessivo|totale generale|da pagare in tutto|saldo totale
    """,
    shared="""
        entrambi|entrambe|tutti|tutte|tutto|tutti e due|tutte e due|tutti e tre|tutte e tre|ciascuno|ciascuna|ognuno|
        l'uno|per tutti|tutti entro|scadono|tutti quanti|i due|le due|i tre|le tre
    """,
    minimums="minimo|importo minimo|pagamento minimo|rata minima",
    asides="+ iva|più iva|iva inclusa|iva esclusa|con iva|senza iva|iva compresa|di iva|di acconto|di sconto",
    taxes="iva",
    tax_leads="più|con|incl|escl",
    out_of="di|su",
    rises="""
        è salito|è salita|salito|salita|sale|aumentato|aumentata|aumenta|passa|passato|passata|è sceso|è scesa|sceso|
        scesa|cambiato|cambiata
    """,
    overdue="""
        scaduto|scaduta|scaduto il|scaduta il|scaduto dal|scaduta dal|era scaduto|era scaduta|scadeva il|scadeva|
        in ritardo dal
    """,
    instalments="rata|rate|pagamento|versamento",
    documents="fattura|ricevuta|preventivo|bolletta|scontrino|bollettino",
    settled="""
        quanto abbiamo pagato|quanto ho pagato|quanto hai pagato|quanto avete pagato|quanto è costato|quant'era|
        quanto era|
        ho pagato|già pagato|già pagata|ho già pagato|è pagato|è pagata|mi deve|mi devono|ci deve|ci devono|ho ricevuto|
        ricevuto|rimborso|rimborsato|mi ha mandato|mi ha pagato|mi ha dato|ti ho mandato|ti ho pagato|ti ho fatto|
        ho bonificato|da incassare|riscuotere|vinto|hai vinto|pagamento ricevuto|bonifico ricevuto|saldato|saldata
    """,
    prices="""
        costa|costano|costava|prezzo|prezzi|vale|stipendio|tredicesima|offerta|sconto|saldi|in vendita|vendo|venduto|
        vendesi|risparmiato|budget|borsa|azioni|ha chiuso|aumentato|trovato|perso
    """,
    accounts="""
        conto|n. conto|numero conto|conto corrente|rif|riferimento|contratto|n. contratto|numero contratto|cliente|
        codice cliente|cod. cliente|cod cliente|n. cliente|numero cliente|codice|cod|codice avviso|pratica|n. pratica|
        fattura n|fattura n.|n. fattura|numero fattura|iban|pod|pdr|utenza|polizza|n. polizza|polizza n|matricola|
        codice fiscale|cf|p.iva|partita iva|causale|cc|c/c|ccp|avviso|cbill|tel|telefono|ordine|n. ordine|bollettino|
        bollettino n|verbale|riferimento n
    """,
    ending_in="finale|finisce con|che finisce con",
    counted="""
        passi|chilo|chili|kg|g|gr|grammi|etti|etto|litro|litri|l|ml|km|chilometri|m|metri|metro|cm|mm|m2|mq|mc|%|
        per cento|
        persone|persona|pezzi|pezzo|volte|volta|scatole|sacchi|sacchetti|pacchi|pacco|lattine|bottiglie|rose|uova|
        bambini|invitati|biglietti|posti|pagine|piani|gradi|punti|gol|bicchieri|piatti|tavoli|sedie|dozzine|dozzina|
        unità|gb|mb|giga|kwh|minuti|min|minuto|ore|ora|h|giorni|giorno|gg|settimane|settimana|mesi|mese|anni|anno|am|
        pm|panini|pani|rate|notti|cani|gatti|pollici|cucchiai|tazze|copie|fogli|foto|pizze|birre|torte|lezioni|
        compresse|amici|x|fette|mele|pomodori|limoni|candeline|lampadine|rotoli|partite|giri|esercizi|domande|
        colleghi|alunni|adulti|cornetti|coperti|ospiti|stanze|camere|figli
    """,
    numbered="""
        torre|scala|piano|interno|int|appartamento|capitolo|cap|aula|sala|campo|iphone|galaxy|versione|v|codice|porta|
        linea|bus|tram|metro|volo|treno|binario|tavolo|lotto|via|viale|corso|piazza|n°|n|nr|num|numero|#|stanza|
        camera|gruppo|livello|stagione|puntata|episodio|pagina|pag|articolo|art|targa|taglia|negozio|km|covid|windows|
        ps|tel|cell|unità|posto|serie|classe|modello|box|piattaforma|fase|pin|parte|statale|ss|esercizio|es|domanda|
        letto|uscita|gate|carrozza|terminal|padiglione|stand|edizione|volume|vol|fattura|ordine|pratica|ambulatorio|
        sportello|reparto|distretto|settimana|misura|numero civico|civico
    """,
    currencies={
        "EUR": "euro|eur|euri|eurini|€uro|euros",
        "CHF": "franchi svizzeri|franco svizzero|chf|franchi|franco|fr|frs",
        "USD": "dollari|dollaro|usd|dollari americani",
        "GBP": "sterline|sterlina|gbp",
        "JPY": "yen|jpy",
        "CNY": "yuan|cny",
        "INR": "rupie|inr",
        "RUB": "rubli",
        "MXN": "pesos messicani|mxn",
        "BRL": "reais|brl",
        "SEK": "corone svedesi|sek",
        "PLN": "zloty|pln",
        "ALL": "lek",
        "RON": "lei|leu|ron",
        "MAD": "dirham|mad",
        "AUD": "dollari australiani|aud",
        "CAD": "dollari canadesi|cad",
    },
    thousands="",
    cents="centesimi|centesimo|cent|cents|pence|penny|pennies|centavos|centavo|copechi|copeco|satoshi|rappen",
    tenths="jiao|mao",
    short_scales={"mln|mio|mil|m": 10**6, "mld|mrd|md": 10**9},
    fractions={Decimal("0.5"): "mezzo", Decimal("0.25"): "un quarto di", Decimal("0.75"): "tre quarti di"},
    money_joiners="di|d'|d’|in",
    doubtful_money="franco|real|corona|peso|marco|fr",
    nobody="""
        io|tu|lui|lei|noi|voi|loro|mi|ti|si|ci|vi|il|lo|la|i|gli|le|un|una|uno|che|chi|è|sono|era|ha|ho|hai|non|no|sì|
        molto|più|ancora|oggi|domani|ieri|totale|giorno|entrambi|entrambe|tutti|tutte|tutto|con|senza|in|da|per|su|e|
        ed|o|ma|ciao|buongiorno|buonasera|salve|grazie|favore|urgente|resto|metà|devo|dobbiamo|deve|ricordati|
        ricordami|ricorda|ricordare|ricordarsi|promemoria|mese|settimana|prima|dopo|ogni|pagare|paga|di|del|della|a|
        al|alla|codice|mensile|annuale|nuovo|nuova|prossimo|prossima|glieli|gliele|glielo|gliela|do|ce|se|allora|
        adesso|ora|stasera|stamattina|versare|scade|scadono|entro|bisogna|serve|anche|poi|già|attenzione|nota|ok|
        ciascuno|minimo|euro|rif|cod|arrivata|arrivato|c'è|me|te
    """,
)
