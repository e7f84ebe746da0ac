"""The words of Spanish."""

from __future__ import annotations

from decimal import Decimal

from .vocabulary import Vocabulary

SPANISH = Vocabulary(
    code="es",
    letters="ñ¿¡",
    common="""
        leche|pan|huevos|carne|pollo|verduras|fruta|regalo|ropa|perro|gato|coche|carro|casa|escuela|tienda|farmacia|
        el|los|las|un|una|unos|unas|y|del|al|con|por|para|pa|pal|hoy|mañana|antes|después|muy|mi|su|yo|tú|le|lo|
        hay|es|son|está|qué|cuándo|dónde|cómo|pagar|pago|vence|vencen|recibo|luz|llamar|comprar|llevar|recordar|
        recuérdame|reunión|cita|comida|cena|cumple|cumpleaños|hacer|mandar|enviar|ir|ver|porfa|gracias|hola|oye|
        este|esta|junta|tarea|pendiente|urgente|semana|mes|año|fin|nos|vemos|ya|también|pero|más|cada|todos|todas|
        ambos|hasta|desde|según|niños|tarjeta|renta|alquiler|colegiatura|avisar|marcar|marcarle|recoger|dejar|
        sacar|pedir|buscar|entregar|contigo|conmigo|ahí|allá|acá|aquí|dale|che|wey|güey|vos|vamos|sigues|jajaja|
        expensas|patente|ideas|clave|receta|frase|medidas|secreto|gasto|común|sin|apuro|prisa|siempre|nada|ayer|
        dentista|doctor|partido|clase|visita|quince|mil|pesos|cuenta|agua|teléfono|seguro|hija|hijo|mamá|papá|
        abuela|hermano|jefe|que|q|no|se|te|me|en|de|la|a|
        ante|bajo|contra|durante|entre|hacia|sobre|tras|e|o|u|ni|sino|mas|aunque|porque|pues|si|como|cuando|donde|
        quien|cual|cuyo|cuanto|tu|él|ella|ello|nosotros|nosotras|ustedes|vosotros|ellos|ellas|usted|os|les|mí|ti|sí|
        mis|tus|sus|nuestro|nuestra|nuestros|nuestras|esto|estos|estas|ese|esa|eso|esos|esas|aquel|aquella|aquello|
        soy|eres|somos|era|eran|fue|fueron|fui|será|serán|sería|ser|sido|siendo|estoy|estás|estamos|están|estaba|
        estaban|estuvo|estar|estado|he|has|ha|hemos|han|había|hubo|haber|habrá|hago|haces|hace|hacemos|hacen|hizo|
        hecho|tengo|tienes|tiene|tenemos|tienen|tenía|tuvo|tener|tendré|voy|vas|va|van|iba|fuimos|ido|puedo|puedes|
        puede|podemos|pueden|pudo|poder|podría|quiero|quieres|quiere|queremos|quieren|querer|quería|sé|sabe|saben|
        saber|sabes|digo|dice|dicen|dijo|decir|dime|doy|da|dan|dio|dar|ven|veo|ve|visto|viene|vienen|vino|venir|
        salgo|sale|salen|salió|salir|pongo|pone|poner|puesto|llega|llegan|llegó|llegar|llego|queda|quedan|quedó|
        quedar|quedamos|debe|deben|debo|deber|pasa|pasan|pasó|pasar|paso|parece|creo|cree|pienso|espero|falta|
        faltan|necesito|necesita|necesitas|toca|tocan|sigue|siguen|mucho|mucha|muchos|muchas|poco|poca|pocos|todo|
        toda|otro|otra|otros|otras|mismo|misma|algo|alguien|nadie|ninguno|ninguna|alguno|alguna|algún|ningún|menos|
        mejor|peor|tan|tanto|así|bien|mal|allí|ahora|ahorita|luego|entonces|todavía|aún|nunca|tampoco|solo|sólo|
        quizás|tal|vez|casi|además|anoche|temprano|tarde|pronto|cuál|quién|cuánto|cuánta|cuántos|favor|buenos|
        buenas|días|tardes|noches|saludos|perdón|oigan|bueno|claro|vale|listo|órale|ojalá|uno|dos|tres|cuatro|cinco|
        seis|siete|ocho|nueve|diez|veinte|treinta|primero|primera|último|última|nuevo|nueva|nuevos|buen|buena|gran|
        grande|pequeño|viejo|cosa|cosas|gente|señor|señora|don|doña|amigo|amiga|niño|niña|hijos|padre|madre|hermana|
        tío|tía|primo|prima|abuelo|suegra|esposo|esposa|novio|novia|vecino|vecina|trabajo|oficina|dinero|lana|plata|
        banco|pagos|pagado|pagué|compra|compré|llama|llamó|llamada|manda|mandó|envía|traer|trae|lleva|recoge|deja|
        busca|preguntar|pregunta|responder|revisar|revisa|entrega|firmar|cobrar|cobran|cobra|depositar|transferir|
        apartar|reservar|confirmar|avisa|terminar|empezar|empieza|limpiar|arreglar|cambiar|renovar|imprimir|subir|
        bajar|hablar|habla|hora|horas|minuto|minutos|día|fecha|lunes|martes|miércoles|jueves|viernes|sábado|domingo|
        enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|
        abrir|apartamento|bota|breve|cabo|caja|clínica|cheque|código|colegio|correr|crítico|débito|dental|especial|
        espera|fiesta|final|fono|foto|fotos|garantía|grata|guía|laboratorio|lista|manicure|mano|marido|material|
        médica|médico|nacional|nota|notas|parcela|pintor|plano|presente|racha|real|remedio|saco|sacos|sala|sexta|
        taxi|uniforme|veterinario|vida|consulta|documento|documentos|contrato|examen|licencia|cortina|cama|mesa|
        puerta|llave|llaves
    """,
    months=(
        "enero|ene",
        "febrero|feb",
        "marzo|mar",
        "abril|abr",
        "mayo|may",
        "junio|jun",
        "julio|jul",
        "agosto|ago",
        "septiembre|setiembre|sept|sep|set",
        "octubre|oct",
        "noviembre|nov",
        "diciembre|dic",
    ),
    weekdays=(
        "lunes|lun",
        "martes",
        "miércoles|mié|mier|mierc",
        "jueves|jue|juev",
        "viernes|vie|vier",
        "sábado|sáb",
        "domingo|dom",
    ),
    weekday_plurals=("", "", "", "", "", "sábados", "domingos"),
    doubtful="mar|may|set|ago|lun|jue|vie|dom|mie|vier|sab",
    days={
        "hoy|en este momento|en estos momentos|hoy mismo|el día de hoy|hoy día": 0,
        "mañana|mñn|mñna|mañn": 1,
        "pasado mañana|pasado|pasadomañana": 2,
        "ayer": -1,
        "antier|anteayer|antes de ayer": -2,
        "en ocho días|de hoy en ocho|hoy en ocho|de mañana en ocho|en una semana": 7,
        "en quince días|de hoy en quince|en dos semanas": 14,
        "ahora|ahorita|ahora mismo|al rato|eod|desde hoy|a partir de hoy|en un rato|en un ratito|al ratito": 0,
        """
            fin del día|final del día|el final del día|el fin del día|al final del día|cierre del día|
            el cierre del día
        """: 0,
    },
    units={
        "second": "segundos|seg|segs|segundo",
        "minute": "minuto|minutos|min|mins|minutito|minutitos",
        "hour": "hora|horas|hr|hrs|h|horita|horitas",
        "day": "día|días|dia|dias",
        "week": "semana|semanas|sem",
        "month": "mes|meses",
        "quarter": "trimestre|trimestres",
        "year": "año|años",
    },
    durations={
        "media hora|media horita|1/2 hora|media horas": 30,
        "hora y media|una hora y media|1 hora y media": 90,
        "un cuarto de hora|cuarto de hora|cuartos de hora": 15,
        "tres cuartos de hora": 45,
        "un par de horas|par de horas": 120,
        "dos horas y media": 150,
    },
    parts={
        "dawn": "madrugada|madrugadas",
        "morning": "mañanas|mañana|mañanita|primera hora|temprano|tempranito|media mañana",
        "noon": "mediodía|medio día|12m|12 m.",
        "afternoon": "tardes|tarde|tardecita",
        "evening": "tarde noche|tarde-noche",
        "night": "noches|noche|nochecita",
        "midnight": "medianoche|media noche",
    },
    moments={
        "night": "esta noche|hoy en la noche|hoy por la noche|hoy a la noche",
        "afternoon": "esta tarde",
        "morning": "esta mañana",
        "dawn": "esta madrugada",
    },
    past_moments={"night": "anoche"},
    periods={
        "weekend": "fin de semana|weekend|finde|fin de sem|finde semana|findes",
        "payday": "quincena|qna|quin",
        "week_end": """
            que acabe la semana|que se acabe la semana|que termine la semana|
            q acabe la semana|q termine la semana|fin de la semana|final de semana|
            final de la semana|fines de semana laboral
        """,
        "month_end": """
            fin de mes|fines de mes|final de mes|finales de mes|fin del mes|final del mes|último día del mes|
            último del mes|ultimo dia de mes|que acabe el mes|que se acabe el mes|que termine el mes|que cierre el mes|
            q acabe el mes|q se acabe el mes|q termine el mes|que finalice el mes|acabar el mes|terminar el mes
        """,
        "year_end": """
            que acabe el año|que se acabe el año|que termine el año|
            q acabe el año|q termine el año|fin de año|fines de año|final de año|
            finales de año|fin del año|final del año
        """,
    },
    frequencies={
        """
            una vez al día|dos veces al día|tres veces al día|diariamente|a diario|cada día|todos los días|
            todos los dias
        """: "DAILY",
        """
            una vez a la semana|una vez por semana|semanalmente|cada semana|todas las semanas|por semana|
            a la semana|dos veces por semana|dos veces a la semana|tres veces por semana
        """: "WEEKLY",
        "quincenalmente|cada quince días|cada 15 días|cada quincena|todas las quincenas": "WEEKLY;INTERVAL=2",
        """
            una vez al mes|dos veces al mes|mensualmente|cada mes|todos los meses|al mes|por mes|mes a mes|/mes
        """: "MONTHLY",
        """
            un día sí y un día no|un día sí y otro no|un día sí, un día no|un día sí un día no|día sí y día no|
            día sí día no|día sí, día no|día por medio|día de por medio|cada tercer día|cada dos días|
            un día sí y el otro no
        """: "DAILY;INTERVAL=2",
        "bimestralmente|cada bimestre": "MONTHLY;INTERVAL=2",
        "trimestralmente|cada trimestre": "MONTHLY;INTERVAL=3",
        "semestralmente|cada semestre": "MONTHLY;INTERVAL=6",
        "una vez al año|anualmente|cada año|todos los años|al año|por año": "YEARLY",
        """
            entre semana|de lunes a viernes|lunes a viernes|días hábiles|todos los días hábiles|cada día hábil|
            todos los dias entre semana
        """: "WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "cada fin de semana|todos los fines de semana|los fines de semana|los findes|cada finde": "WEEKLY;BYDAY=SA",
        """
            cada fin de mes|todos los fines de mes|el último día de cada mes|último día de cada mes|a fin de cada mes|
            fin de cada mes|cada último de mes
        """: "MONTHLY;BYMONTHDAY=-1",
        """
            el primer día de cada mes|primer día de cada mes|cada primero de mes|cada primer día del mes|
            los primeros de mes|cada día primero|cada inicio de mes|cada principio de mes|el primero de cada mes|
            cada 1ro de mes
        """: "MONTHLY;BYMONTHDAY=1",
    },
    frequency_adjectives={
        "diario|diaria": "DAILY",
        "semanal": "WEEKLY",
        "quincenal": "WEEKLY;INTERVAL=2",
        "mensual": "MONTHLY",
        "bimestral": "MONTHLY;INTERVAL=2",
        "trimestral": "MONTHLY;INTERVAL=3",
        "semestral": "MONTHLY;INTERVAL=6",
        "anual": "YEARLY",
    },
    adjective_first=False,
    end_of="fin de|fines de|final de|finales de|finales del|fines del|final del|fin del",
    all_day="todo el día|el día entero|día completo",
    numbers={
        "una|uno": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "siete": 7,
        "ocho": 8,
        "nueve": 9,
        "diez": 10,
        "once": 11,
        "doce": 12,
        "trece": 13,
        "catorce": 14,
        "quince": 15,
        "dieciséis": 16,
        "diecisiete": 17,
        "dieciocho": 18,
        "diecinueve": 19,
        "veinte": 20,
        "veintiuno|veintiún|veintiuna": 21,
        "veintidós": 22,
        "veintitrés": 23,
        "veinticuatro": 24,
        "veinticinco": 25,
        "veintiséis": 26,
        "veintisiete": 27,
        "veintiocho": 28,
        "veintinueve": 29,
        "treinta": 30,
        "cuarenta": 40,
        "cincuenta": 50,
        "sesenta": 60,
        "setenta": 70,
        "ochenta": 80,
        "noventa": 90,
        "cien|ciento": 100,
        "doscientos|doscientas": 200,
        "trescientos|trescientas": 300,
        "cuatrocientos|cuatrocientas": 400,
        "quinientos|quinientas": 500,
        "seiscientos|seiscientas": 600,
        "setecientos|setecientas": 700,
        "ochocientos|ochocientas": 800,
        "novecientos|novecientas": 900,
    },
    ones="un|una|uno",
    ordinals={"primero|1ro|1ero": 1},
    ordinal_suffixes="º|°|ero|ro|ª|er|do|da|ra|to|ta",
    scales={"mil": 1000, "millón|millones": 1_000_000, "billón|billones": 10**12},
    number_joiners="y",
    leads="""
        el|la|para|pa|p|para el|pal|del|al|de|antes|antes de|antes del|antes d|antes dl|hasta|hasta el|por|en|
        a más tardar|
        a mas tardar|más tardar|vence|vencen|vencía|vencimiento|vto|límite|fecha límite|fecha limite|es para|
        es pa|a partir de|a partir del|desde|desde el|dentro|durante|día|este|esta|próximo vencimiento|que sea|
        máximo|los días|de aquí al|de acá al|de aquí a|de acá a|tope|x|sin falta|será|sería|seria
    """,
    day_leads="""
        el|del|al|día|el día|del día|este día|para el|pal|antes del|hasta el|desde el|vence|vencen|vto|vencimiento|
        límite|día de pago
    """,
    span_leads="del|desde el|entre el|del día",
    span_joins="al|hasta el|y el|al día",
    month_leads="en|para|pa|hasta|antes de|durante|este",
    at="""
        a las|a la|a las como|como a las|tipo|tipo las|a eso de las|sobre las|antes de las|antes de la|hasta las|
        hasta la|para las|desde las|desde la|a partir de las|tipo a las|@|alrededor de las|hora:|hrs:|pa las|
        tmb a las|son las|después de las|después de la|luego de las|no después de las|a más tardar a las|
        no más tarde de las|máximo a las|como máximo a las
    """,
    at_doubtful="las|a",
    from_="de|desde|de las|desde las|de la|entre las|desde la|entre la",
    to="a|al|hasta|hasta el|a las|hasta las|a la|-|–|—|hasta la",
    between="entre|entre las|entre la",
    of="de|del",
    within="en|dentro de|de aquí a|de acá a|en unos|en unas|en como|faltan|al cabo de|después de|pasado",
    from_now="a partir de hoy|desde hoy|después|más tarde|a partir de ahora|desde ahora",
    lasting="por|durante|dura|duración|duración:|de|como|son|x|duracion de",
    lasting_after="de duración|de duracion|de largo",
    about="unos|unas|como|aprox",
    this="este|esta|éste|actual|en curso|corriente|presente",
    next="próximo|próxima|otra|prox|siguiente|que viene|q viene|que entra|entrante|que sigue|venidero",
    last="pasado|pasada|pasados|pasadas|anterior|anteriores|último|última|últimos|últimas|los últimos|las últimas",
    every="cada|todos los|todas las|todo|toda",
    every_other="cada segundo",
    plural_leads="los|todos los",
    hour_marks="h|hs|hrs|hr|en punto|h.",
    hour_words="horas|hora",
    meridiem={"am": "am|a.m.|a.m|a m", "pm": "pm|p.m.|p.m|p m"},
    past={
        "y media": 30,
        "y cuarto": 15,
        "y pico": 0,
        "menos cuarto": -15,
        "menos diez": -10,
        "menos cinco": -5,
        "menos veinte": -20,
        "menos veinticinco": -25,
        "y veinticinco": 25,
        "y treinta": 30,
        "y treinta y cinco": 35,
        "y cuarenta": 40,
        "y cuarenta y cinco": 45,
        "y cincuenta": 50,
        "y cincuenta y cinco": 55,
        "y quince": 15,
        "y diez": 10,
        "y veinte": 20,
        "y cinco": 5,
    },
    past_before={
        "cuarto para las": -15,
        "un cuarto para las": -15,
        "diez para las": -10,
        "cinco para las": -5,
        "veinte para las": -20,
        "veinticinco para las": -25,
    },
    part_leads="de la|por la|en la|a la|a|al|del|de|por|en|a eso del|la",
    and_="y|e",
    or_="o|u|ó",
    and_half="y media|y medio",
    glue=",|-|–|a|de|en|·|(|por|como|desde|el|;|:|/|es|sea|a partir",
    never="""
        buenas tardes|buenas noches|buenos días|buen día|buenas|noche mexicana|noche buena|nochebuena|un segundo|
        un minuto|un momento|medio tiempo|24/7|mar del plata|noche de paz|noche de chicas|noche de brujas|
        noche de juegos|tarde o temprano|más tarde|mas tarde|llegar tarde|llego tarde|tan tarde|se hizo tarde|hora de|
        mediodía de campo|a última hora|última hora|de última hora|ahora no|por ahora|hasta ahora|de ahora|
        de hoy en adelante|noche de bodas|lunes santo|domingo de ramos|los días de|
        todo un día
    """,
    ordinal_nouns="""
        piso|capítulo|temporada|grado|año|vez|lugar|parte|semestre|edición|torre|planta|mano|vuelta
    """,
    streets="""
        av|avda|avenida|calle|c/|plaza|calz|calzada|blvd|bulevar|colonia|col|ruta|estación|metro|parque|escuela|
        colegio|paseo|barrio
    """,
    nths={
        "primer|primero|primera|1er|1ª": 1,
        "segundo|segunda": 2,
        "tercer|tercero|tercera": 3,
        "cuarto|cuarta": 4,
        "quinto|quinta": 5,
        "sexto|sexta": 6,
        "séptimo|séptima": 7,
        "octavo|octava": 8,
        "noveno|novena": 9,
        "décimo|décima": 10,
        "undécimo|undécima|onceavo|décimo primer": 11,
        "duodécimo|duodécima|doceavo|décimo segundo": 12,
        "último|última": -1,
    },
    holidays={
        "12-25": "navidad|navidades|día de navidad|nochebuena y navidad",
        "12-24": "nochebuena|noche buena|víspera de navidad",
        "12-31": "nochevieja|noche vieja|fin de año nuevo|víspera de año nuevo",
        "01-01": "año nuevo|día de año nuevo",
        "01-06": "día de reyes|reyes|reyes magos|día de los reyes|epifanía",
        "02-14": "san valentín|día de san valentín|día de los enamorados|día del amor|día del amor y la amistad",
        "05-01": "día del trabajo|día del trabajador|día de los trabajadores",
        "05-10": "día de las madres|día de la madre",
        "06-SU3": "día del padre",
        "06-24": "san juan|noche de san juan",
        "10-12": "día de la hispanidad|día de la raza",
        "10-31": "halloween|noche de brujas",
        "11-01": "todos los santos|día de todos los santos",
        "11-02": "día de muertos|día de los muertos",
        "12-12": "día de la virgen|día de guadalupe",
        "12-28": "día de los inocentes|día de los santos inocentes",
        "11-TH4": "acción de gracias|día de acción de gracias",
        "easter": "pascua|domingo de pascua|domingo de resurrección|pascuas",
        "easter-2": "viernes santo",
        "easter-3": "jueves santo",
        "easter-6": "semana santa",
        "easter-7": "domingo de ramos",
        "easter+1": "lunes de pascua",
        "easter-46": "miércoles de ceniza",
        "easter-47": "martes de carnaval",
        "easter-48": "carnaval|carnavales",
        "easter+49": "pentecostés",
        "easter+60": "corpus christi",
    },
    stages={
        "middle": """
            mediados de|a mediados de|mitad de|la mitad de|a mitad de|mediados del|a mediados del|a mitad del|
            mitad del
        """,
        "half1": """
            primera mitad|la primera mitad|primer semestre|el primer semestre|primera quincena|la primera quincena|
            1er semestre
        """,
        "half2": """
            segunda mitad|la segunda mitad|segundo semestre|el segundo semestre|segunda quincena|
            la segunda quincena|2º semestre|2do semestre
        """,
    },
    short_units={"second": "s", "minute": "m"},
    date_leads="el|para el|del|al|vence|vencimiento|vto|día|el día|antes del",
    seasons={"spring": "primavera", "summer": "verano", "autumn": "otoño", "winter": "invierno"},
    halves="media|medio|medias",
    quarters="cuarto|un cuarto|cuartos",
    few="pocos|pocas|varios|varias|unos pocos|unas pocas|un par de|par de|algunos|algunas",
    coming="próximos|próximas|siguientes",
    whole="todo|todo el|toda|toda la|entero|entera",
    ago="atrás|antes",
    ago_leads="hace|hace como",
    days_after="después de|después del|a partir de|desde|tras|luego de",
    days_before="antes de|antes del|antes de la",
    minutes_past="pasadas|pasadas de|pasados|después de",
    minutes_to="para|para las|para la",
    rest_of="resto|el resto|lo que queda|el resto de|resto de|lo que resta",
    start_of="""
        a principios de|a inicios de|a comienzos de|a principios del|comienzos del|principios de|principio de|
        inicios de|inicio de|comienzos de|comienzo de|principios del|inicio del
    """,
    month_leads_sure="en|durante|desde|a lo largo de|para el mes de|en el mes de|el mes de|en el",
    tails="""
        en punto|a más tardar|como máximo|como muy tarde|cuando mucho|a lo mucho|sin falta|en adelante|y pico|
        más o menos|o antes|o después|y tantos
    """,
    day_ends="fin del día|final del día|el final del día|el fin del día|al final del día|cierre del día|eod",
    day_names="día|el día|del día|dia",
    workdays="días hábiles|días laborables|días laborales|días de trabajo",
    cents="""
        centavos|centavo|céntimos|céntimo|peniques|penique|centésimos|centésimo|cents|kopeks|kopeikas|copecas|copeck|
        sen|satoshis|satoshi|cts|ctvs|pfennigs|rappen
    """,
    money_joiners="de|of",
    tenths="jiao|mao",
    short_scales={"mm|mill|m|mdp|mdd|mio": 10**6, "mmm|mdm": 10**9},
    fractions={Decimal("0.5"): "medio", Decimal("0.25"): "un cuarto de", Decimal("0.75"): "tres cuartos de"},
    doubtful_money="sol|real|libra|libras|peso|corona|marco|colón",
    hour_lengths="horas|hora",
    hour_exact="en punto",
    part_plurals={
        "morning": "por las mañanas|en las mañanas",
        "afternoon": "por las tardes|en las tardes",
        "night": "por las noches|en las noches",
    },
    zone_leads="hora de|hora del",
    abbreviations="dr|dra|sr|sra|srta|prof|av|tel|ing|lic|etc|no|núm|aprox|ej|pág|art|ltd|inc",
    openers="""
        recuérdame|recordame|recuerdame|recuérdeme|recuérdenme|recordarme|recuérdanos|recordanos|recordar|
        acuérdate|acordate|acuérdense|acordarse|acordémonos|acordarme|acuérdame|me acuerdas|hazme acordar|
        haceme acordar|hay que|hay q|tengo que|tengo q|tenemos que|tenemos q|tienes que|tienes q|tenés que|
        tenes q|hazme el favor de|hacéme el favor de|no olvidar|no olvides|no te olvides|no olvidarse|
        no se te olvide|no se me olvide|que no se me olvide|que no se te olvide|no me olvide|no olvidemos|
        no vayas a olvidar|q no se me olvide|q no se te olvide|
        q no se t olvide|q no se m olvide|no se t olvide|no se m olvide|no t olvides d|no t olvides|
        no hay que olvidar|no hay que olvidarse de|no voy a olvidar|no tengo que olvidar|no debo olvidar|
        no debemos olvidar|no puedo olvidar|no quiero olvidar|no podemos olvidar|no se les olvide|
        no se nos olvide|anota|anotar|
        anótame|anotame|apúntame|apuntame|apunta|apuntar|agéndame|agendame|agéndalo|agéndennos|puedes|podés|
        podrías|podrias|puede|podría|me puedes|me podés|me ayudas a|me haces el favor de|ayúdame a|ayudame a|
        necesito|necesito que|necesitamos|necesitamos que|necesito q|debo|debemos|debes|hace falta|falta|faltaría|
        habría que|habria que|toca|me toca|nos toca|quedé de|quedamos de|a ver si|quiero|quisiera|quiero que|
        recuerda|recuerden|recordá|recuerde|recordad|avísame|favor de|sería bueno|me gustaría|urge que|te encargo|
        les encargo|te encargo que|encárgate de|encargate de|hágame el favor de|no dejes de|no dejar de|
        asegúrate de|asegurate de|recordatorio de|acordate de|acuérdate de|recuérdame de|que hay que|
        que tengo que|
        no se me vaya a olvidar|no se te vaya a olvidar|no se les vaya a olvidar|no se nos vaya a olvidar|
        no se le vaya a olvidar|no se me vayan a olvidar|no vayan a olvidar|no vaya a olvidar|no te vayas a olvidar de|
        no te vayas a olvidar|no se vayan a olvidar de|no se vayan a olvidar|no se le olvide|no se olviden de|
        no se olviden|no se olvide de|no se olvide|no olviden|no olvide|no olvidar de|no te olvides de|
        no nos olvidemos de|no nos olvidemos|no me olvide de|que no se les olvide|que no se nos olvide|
        que no se le olvide|q no se les olvide|que no me olvide de|que no me olvide|no me dejes olvidar|
        no me vayas a dejar olvidar|no te cuelgues con|no te cuelgues|no olvido|sin olvidar|me podrías|me podrias|
        me podría|me puede|nos puedes|nos podés|nos podrías|nos puede|le puedes|les puedes|me pueden|nos pueden|
        me podrían|pueden|podrían|podemos|podríamos|puedo|alguien puede|alguien podría|alguien que pueda|
        alguien me puede|quién puede|quien puede|quién podría|quién me puede|será que puedes|sera que puedes|
        será que me puedes|será que podés|será que puede|será que me puede|será que podemos|crees que puedas|
        crees que me puedas|crees que puedes|crees que podrías|crees poder|sería posible que me|sería posible que|
        sería posible|seria posible|es posible que|es posible|habrá chance de que|habrá chance de|hay chance de que|
        hay chance de|hay chance que|hay forma de|hay forma de que|habría forma de|hay manera de|habrá manera de|
        te molesto con|los molesto con|te molesto para|me echas la mano con|échame la mano con|échame una mano con|
        echame una mano con|me echas una mano con|me das una mano con|dame una mano con|me haces el paro de|
        hazme el paro de|hazme el favor|haz el favor de|haceme el favor de|haganme el favor de|háganme el favor de|
        me haría el favor de|me haría favor de|me harías el favor de|me hacen el favor de|me hace el favor de|
        me hace favor de|me haces favor de|me ayudarías a|me ayudan a|me ayuda a|ayúdenme a|ayudenme a|ayúdame con|
        ayudame con|me ayudas con|nos ayudas a|te encargo mucho|se los encargo|les encargo que|le encargo|
        le encargo que|encárgate|encargarse de|hay que encargarse de|si puedes|si podés|si pueden|si puede|
        si me puedes|si te da tiempo|si tienes tiempo|si tenés tiempo|si tienes chance|si te queda tiempo|si alcanzas|
        si pasas por ahí|cuando tengas un rato|cuando tengas tiempo|cuando tengas chance|tendría que|tendríamos que|
        tendrías que|tendrían que|tengo pendiente|tenemos pendiente|tienen que|tiene que|tienen q|tiene q|deberíamos|
        debería|deberías|deberia|deberiamos|deben|habrá que|habra que|habrá q|haber si|a ver si puedes|a ver si podés|
        hay que acordarse de|tengo que acordarme de|tenemos que acordarnos de|debo acordarme de|
        me tengo que acordar de|me tengo que|me falta|nos falta|me faltó|faltó|falto|solo falta|sólo falta|aún falta|
        todavía falta|nomás falta|se necesita|se requiere|se tiene que|se debe|es necesario|es importante|es hora de|
        ya es hora de|es momento de|va siendo hora de|ya toca|les toca|te toca|ya me toca|voy a necesitar que|
        voy a necesitar|voy a|voy a tener que|vas a|vas a tener que|vamos a|vamos a tener que|van a tener que|iba a|
        tenía que|teníamos que|pensaba|he de|hemos de|has de|quedó pendiente|queda pendiente|quedamos en que|
        quedamos en|quedé en|quedaste de|quedaste en|me comprometí a|prometí|prometí que|le prometí a|estaría bueno|
        estaría bien|sería ideal|convendría|conviene|necesitaría que|necesitaría|necesito me|ocupo|ocupo que|ocupamos|
        urge|me urge|nos urge|me urge que|preciso|preciso que|precisamos|me encantaría que|me gustaría que|quería que|
        quería pedirte que|quiero pedirte que|te quería pedir que|te quería pedir|quisiera que|te pido que|
        les pido que|les pido|te pido|te pido por favor|le pido que|le pido|se les pide|se pide|se solicita|
        les solicito|te ruego|les ruego|pon en la lista|ponme en la lista|ponle en la lista|agrega a la lista|
        agregar a la lista|añade a la lista|apúntalo|anótalo|anótenme|anoten|anota que|apunta que|anota ahí|anotá|
        anotá que|anotame que|apúntame que|crea una tarea para|crear tarea|nueva tarea|recordatorio para|recordatorio|
        recordar que|recuerda que|recuérdame que|recordame que|recordá que|recuerden que|recuérdale a|me recuerdas que|
        me recuerdas|me recordás que|me recordás|me recuerda|me recuerda que|me recuerdan|me haces acordar de|
        me haces acordar|me hacés acordar de|haceme acordar de|hazme acordar de|hacerme acordar de|acuérdate que|
        acuerdate que|acuérdate q|acuerdate de|acuerdate|acordate que|acordate de que|acuérdense de|acuérdense que|
        acuerdense de|acuérdese de|acuérdese|acordarme de|acordarse de|acordarnos de|ojo que|nota mental
    """,
    declined="""
        no hay que|no hay q|no tengo que|no tengo q|no tienes que|no tenés que|no tiene que|no tienen que|
        no tenemos que|no hace falta|no es necesario|no necesito|no necesitamos|no necesitas|no se necesita|
        ya no hay que|ya no hay q|ya no tengo que|ya no tienes que|ya no hace falta|ya no es necesario|no toca|
        no me toca|no debo|no debes|no debemos|no vamos a|no voy a|no quiero|no puedo|no podemos|nadie tiene que
    """,
    event_openers="""
        agenda|agendar|agendá|agenden|agendemos|pon en la agenda|ponme en la agenda|poner en la agenda|
        pon en el calendario|guarda|guárdame la fecha|guarden la fecha|save the date|reserva la fecha|aparta la fecha|
        aparten la fecha|aparten|habrá|tendremos|tenemos|tengo|hay|nos vemos para|evento|
        les confirmo|te confirmo|confirmo|confirmado|confirmada|confirmamos|queda confirmada|queda confirmado|
        quedó confirmada|quedó confirmado|queda agendado|queda agendada|quedó agendada|quedó agendado|agendado|
        agendada|están invitados a|estan invitados a|estás invitado a|estás invitada a|están todos invitados a|
        te invito a|te invitamos a|los invito a|los invitamos a|les invitamos a|los esperamos en|los esperamos para|
        te esperamos en|te esperamos para|acompáñanos a|acompáñenos a|acompáñanos en|se convoca a|se les convoca a|
        se cita a|vamos a tener|va a haber|va a ser|hay una|hay un|tenemos una|tenemos un|tengo una|tengo un|será la|
        será el|ponme|pon|apunta|apúntame|anota|anótame|anotá|reserva|bloquea|bloqueá|bloqueen|agéndame|agendame|
        agéndenme|agendar la|puedes a|podés a|aparta|apártame|apartar|recuerden que hay|recuerden que tenemos|
        acuérdate que tenemos|acuérdate que tengo|recuerda que tenemos|recuerda que tengo|recordar que hay|mañana hay
    """,
    indicators="""
        tarea|tareas|pendiente|pendientes|todo|to do|to-do|por hacer|agenda|nota|nota mental|ojo|importante|
        recordatorio|evento|cita|reunión|aviso|atención|recado|nuevo evento|para agendar|agendar|save the date|lista|
        asunto|anuncio|
        recordatorio importante|aviso importante|comunicado|circular|nota importante|muy importante|pendientes de hoy|
        pendiente de hoy|pendientes para mañana|para hoy|para mañana|tareas de hoy|tarea nueva|nuevo pendiente|
        mi lista|checklist|invitación|invitacion|convocatoria|agenda del día|reunion|próximo evento|actividad|
        actividades|cita médica|recordatorio de cita|
        nota para mí|nota para mi|nota para mí mismo|nota para mí misma|nota personal|nota a mí misma|para mí|para mi|
        lo pendiente|pendiente urgente|mandado|mandados|quehacer|quehaceres
    """,
    vocatives="""
        sumercé|su merced|
        oye|oigan|oiga|che|wey|güey|wei|mira|miren|parce|parcero|mor|amor|mi amor|mami|papi|bro|hermano|hermana|
        loco|boludo|boluda|po|ya po|mucha|muchá|vos|amigo|amiga|amigos|amigas|chicos|chicas|gente|raza|banda|
        familia|vecinos|vecinas|equipo|ey|eh|hey|ya|bueno|ok|okey|dale|pues|entonces|compa|carnal|manito|weon|
        weón|hija|hijo|gordo|gorda|corazón|cariño|jefe|profe|todos|ah|ahh|uy|órale|va|tío|tía|colegas|mijo|mija|
        oe|causa|pata|ve|vea|ome|cuate|compadre|comadre|
        vecina|vecino|señora|señor|doña|don|comadrita|compita|viejo|vieja|viejito|mamá|mama|papá|papa|ma|pa|má|pá|
        suegra|suegro|abue|abuela|abuelo|tio|primo|prima|nena|nene|bebé|bb|linda|lindo|reina|rey|bella|flaca|flaco|
        negra|negro|china|chino|gordi|cielo|vida|mi vida|mi cielo|mi rey|mi reina|corazon|jefa|patrón|patrona|maestra|
        maestro|miss|profesora|profesor|doctora|doctor|doc|licenciada|licenciado|lic|inge|ingeniero|arqui|colega|socio|
        socia|compañeros|compañeras|compas|compañero|compañera|papás|papis|mamis|padres de familia|estimados|estimadas|
        estimado|estimada|queridos|querida|querido|todas|señores|grupo|team|tropa|cabros|cabras|
        chiquillos|chiquillas|muchachos|muchachas|pibes|parceros|llave|mano|pana|panas|causita|choche|perfecto|listo|
        genial|excelente|va que va|vale|ok perfecto|de acuerdo|claro|sí|no|nop|sip|simón|sale|sale pues|sale y vale|
        entendido|anotado|hecho|ay|ups|uff|uf|ufa|jaja|jajaja|bien|a ver|ah y|ah sí|por cierto|otra cosa|una cosa|
        aparte|también|además|y|ah ok|ojo|epa|aló|alo|disculpa|disculpe|perdón|perdona|perdone|oye tú|
        mi hermano|mi hermana|mi socio|mi pana|mi gente|mi bro|mi negra|mi llave|veci|vecis|gurises|gurí|botija|
        botijas|cari|cariño mío|fraternos|fraterno|camaradas|camarada|compañerxs|chic@s|tod@s|maje|maes|mae|chamo|
        chama|pana mío|pelado|pelada|mijito|mijita|mamita|papito|papacito|tesoro|bebe|churri|nen|tete|tronco|macho|
        tíos|tías|abuelita|abuelito|profe linda|doñita|jefita|jefecito|sr|sra|srta|suegrita|cuñado|cuñada|hermanito|
        hermanita|primito|ahijado|ahijada|padrino|madrina|comadre linda
    """,
    greetings="""
        oye|oigan|oiga|che|ey|hey|eh|oe|ya po|órale|hola|holi|holis|buenas|buenos días|buenos dias|buen día|buen dia|
        buenas tardes|buenas noches|qué tal|que tal|saludos|hola a todos|hola hola|que onda|qué onda|quiubo|quiubole|
        hola buenas|hola buenas tardes|hola buenos días|hola buenas noches|hola qué tal|hola que tal|hola cómo estás|
        hola como estas|cómo estás|como estas|cómo andas|como andas|cómo va|como va|qué hubo|que hubo|quihubo|qué más|
        que mas|buen día a todos|buenos días a todos|buenas tardes a todos|buenas noches a todos|buenos días grupo|
        buenas a todos|hola chicos|hola chicas|hola gente|hola equipo|hola vecinos|hola familia|feliz lunes|
        feliz martes|feliz día|feliz viernes|bendiciones|qué pena molestarte|qué pena molestarla|qué pena molestarlo|
        que pena molestarte|que pena molestarla|que pena|qué pena|perdón la molestia|perdon la molestia|
        perdona la molestia|disculpa la molestia|disculpe la molestia|disculpa que te moleste|perdón que te moleste|
        espero que estés bien|espero que estén bien|espero estés bien|un favor|un favorcito|te pido un favor|
        les pido un favor|me haces un favor|hazme un favor|haceme un favor|una pregunta|una cosita|buenísimo|
        feliz inicio de semana|hey qué tal|aló|
        wey|güey|parce|mor|weon|weón|veci|vecis|gurises|parcero|compa|manito|bro|cari|llave|parcerito|mijo|mija|
        buenas buenas|hola de nuevo|un saludo|saludos cordiales|muy buenas|muy buenas tardes|muy buenos días|
        muy buenas noches|espero que|espero q|ojalá estén bien|cómo están|como están|cómo está|como esta|qué tal todo|
        qué tal están|feliz tarde|feliz noche|lindo día|bonito día|excelente día|hola mi amor|hola amor|holaa|holaaa|
        wena|wenas|qué hacés|que haces|qué hubo pues|ke onda|quiubo pues
    """,
    politeness="""
        porfa|porfis|por fa|por favor|porfavor|xfa|xfavor|x favor|plis|pls|please|gracias|mil gracias|
        muchas gracias|graciass|grax|te lo agradezco|si puedes|si podés|si pueden|cuando puedan|sí|si|vale|ok|eh|
        favor|saludos|abrazo|un abrazo|besos|de antemano|te encargo|sip|va|jaja|jajaja|jeje|no lo olvides|
        no se te olvide|no te olvides|no olvidar|no olvides|sin falta|
        muchísimas gracias|gracias de antemano|de antemano gracias|gracias totales|grcs|gcs|thx|bendiciones|
        saludos cordiales|cordialmente|quedo atento|quedo atenta|quedo al pendiente|por favorcito|porfaa|porfaaa|
        porfii|plisss|te quiero|tkm|un beso|beso|bss|besitos|nos vemos|avísame|me avisas|me confirmas|ok?|
        si no es molestia|si es posible|de ser posible|si se puede|si me haces el favor|si te queda fácil|
        se los agradezco|se lo agradezco|les agradezco|te agradezco|muy amable|por fi|xfis|eh porfa
    """,
    leftovers="""
        y|e|o|u|que|q|de|del|para|pa|el|la|los|las|a|al|en|por|con|es|pero|desde|hasta|antes|como|se|ya|x|sería|seria|
        será|sea|son|este|esta|tipo|vence
    """,
    high="""
        urgente|urge|urgentísimo|es urgente|muy urgente|super urgente|súper urgente|urgentemente|con urgencia|
        de urgencia|asap|cuanto antes|lo antes posible|prioridad alta|alta prioridad|prioridad: alta|
        máxima prioridad|prioritario|es prioritario|prioridad máxima|muy importante|es muy importante|importante|
        es importante|a la brevedad|me urge|nos urge|ya mismo|es para ya|pero ya|lo más pronto posible|
        lo más rápido posible|importantísimo|es prioridad|con prioridad|a la voz de ya|pa ayer|para ayer|
        es prioridad alta|es de alta prioridad|es prioridad máxima|prioridad total|es súper importante|es urgentísimo|
        es para ayer|a la mayor brevedad|es súper urgente|es super urgente|con carácter urgente
    """,
    low="""
        sin prisa|sin prisas|sin apuro|no urgente|no es urgente|nada urgente|no hay prisa|no hay apuro|
        no corre prisa|no urge|no me urge|no nos urge|prioridad baja|baja prioridad|poca prioridad|cuando puedas|
        cuando podás|cuando pueda|cuando puedan|cuando tengas tiempo|cuando tenga tiempo|cuando se pueda|
        con calma|sin urgencia|prioridad: baja|tranqui|no es prioridad|no es prioritario|no es importante|
        sin estrés|no tan urgente|no es tan urgente|ninguna prisa|no tengo prisa|cuando haya tiempo|a tu ritmo|
        poco urgente
    """,
    with_="con|junto a|junto con|c/",
    articles_in_names=True,
    articles="el|la|los|las|lo",
    person_titles="""
        dr|dra|sr|sra|srta|lic|ing|arq|mtro|mtra|prof|profa|profe|coach|don|doña|doctor|doctora|señor|señora|maestro|
        maestra|padre|sor|tío|tía|don.|licenciado|licenciada|ingeniero|abogado|abogada|c.p.
    """,
    groups="""
        grupo|corp|inc|sa|s.a.|ltda|cía|equipo|banco|team|club|cliente|empresa|comité|comite|recursos|rh|ventas|
        despacho|agencia|universidad|colegio
    """,
    name_joiners="de|del|la|las|los|el|y|i",
    given_names="""
        domingo|julio|abril|ana|luis|juan|pedro|maría|maria|josé|jose|carlos|lupita|lupe|memo|paco|pepe|sofi|
        sofía|mariana|fernanda|fer|diego|miguel|alejandro|ale|alex|andrés|andrea|laura|lucía|lucia|marta|martha|
        jorge|raúl|raul|sergio|rosa|carmen|pablo|javier|rodrigo|ricardo|roberto|beto|toño|nacho|chuy|chava|gaby|
        gabriela|gabriel|dani|daniel|daniela|caro|carolina|vale|valentina|camila|cami|mateo|santi|santiago|seba|
        sebastián|nico|nicolás|tomás|mati|matías|martín|juanpa|juli|julián|juliana|paula|pau|sole|agus|flor|
        florencia|fede|federico|gonza|gonzalo|maxi|facu|lucas|hugo|iván|ivan|óscar|oscar|manuel|manu|elena|inés|
        isabel|isa|clara|claudia|clau|vero|verónica|patricia|paty|silvia|susana|mónica|natalia|naty|karla|karen|
        brenda|ximena|regina|renata|leo|bruno|iker
    """,
    place_leads="en|en el|en la|en los|en las|@|allá en|ahí en|dentro de|frente a|afuera de",
    place_stops="""
        con|para|por|a|al|desde|hasta|que|y|donde|pero|porque|si|cuando|sobre|sin|es|hay|de parte|junto|lleva|lleven|
        traigan|trae|pa|antes|después|como|vamos|va|dura|duración|tipo|nos|me|ya|xq|salimos|llegar|confirmar|
        confirmen
    """,
    not_places="""
        serio|línea|linea|persona|inglés|español|francés|general|familia|grupo|pareja|vivo|directo|equipo|casual|
        total|efectivo|punto|principio|realidad|camino|conjunto|presencial|común|especial|particular|proceso|curso|
        mente|cuanto|fin|paz|orden|marcha|breve|ayunas|ayuno|vez|caso|base|voz alta|remoto|formato|modo|ropa|traje|
        agenda|calendario
    """,
    venues="""
        hospital|clínica|hacienda|parroquia|iglesia|catedral|salón|restaurante|restaurant|auditorio|teatro|estadio|
        museo|plaza|parque|hotel|bar|café|cafetería|casa|escuela|colegio|universidad|club|gimnasio|centro|quinta|
        jardín|torre|edificio|arena|foro|biblioteca|aeropuerto|terminal|cine|cancha|playa|rancho|sala|aula|oficina|
        consultorio|av|avenida|calle|terraza|palacio|mercado|pista|local|local comunal|auditorio|coliseo|
        polideportivo|canchita|capilla|templo|sum|salón de usos múltiples|ayuntamiento|tribunal|juzgado|
        laboratorio|taller|registro civil|notaría|finca|estancia|quincho|
        panteón|sede
    """,
    platforms={
        "zoom": "zoom",
        "meet": "google meet|meet|gmeet|googlemeet",
        "teams": "microsoft teams|ms teams|teams",
        "whatsapp": "whatsapp|whats|wsp|wpp|wasap|guasap|wapp|wp|watsap|videollamada de whatsapp",
        "phone": "teléfono|telefono|tel|telefónica|llamada telefónica|vía telefónica|cel|celular",
    },
    channel_leads="por|en|x|vía|via|a través de|mediante|de|con",
    labels={
        "when": "cuándo|cuando|fecha|hora|horario|día|fecha y hora|inicio|fecha/hora",
        "where": "dónde|donde|lugar|ubicación|ubicacion|dirección|direccion|sede|sitio|sala|aula",
        "who": "invitados|asistentes|participantes|con|quiénes|quienes|invitadas|van|asisten",
        "what": "qué|que|evento|asunto|motivo|título|titulo|tema|actividad",
    },
    services={
        "electricity": "luz|electricidad|recibo de luz|energía|energía eléctrica|corriente",
        "water": "agua|agua potable|alcantarillado|acueducto|drenaje",
        "gas": "gas|gas natural|gas estacionario|gas butano|bombona|garrafa|cilindro de gas|pipa de gas",
        "internet": """
            internet|wifi|wi-fi|fibra|fibra óptica|banda ancha|cable|módem|internet del depto|cable e internet
        """,
        "phone": """
            celular|teléfono|telefonía|teléfono fijo|móvil|plan de celular|plan del celular|plan celular|línea|
            línea telefónica|recarga|telefonía móvil|plan de datos|cel|fijo
        """,
        "rent": "renta|alquiler|arriendo|arrendamiento|alquiler del local|renta del local",
        "mortgage": """
            hipoteca|crédito hipotecario|dividendo|dividendo hipotecario|préstamo hipotecario|cuota hipotecaria|
            letra del piso|crédito de la casa|crédito infonavit
        """,
        "credit_card": """
            tarjeta|tarjeta de crédito|tdc|mínimo de la tarjeta|visa|mastercard|amex|tarjeta departamental
        """,
        "insurance": "seguro|póliza|prima|aseguradora|soat|seguros",
        "school": """
            colegiatura|escuela|colegio|matrícula|mensualidad escolar|inscripción|universidad|guardería|jardín|
            cuota del colegio|kinder|cuota escolar|pensión del colegio|pensión escolar|jardín infantil|curso|clases|
            clase|clases de inglés|curso de inglés|cooperación escolar|facultad|uni|academia|comedor escolar|útiles
        """,
        "streaming": "streaming|suscripción",
        "tax": """
            predial|basuras|tasa de basuras|impuesto|impuestos|isr|iva|tenencia|patente|monotributo|contribuciones|
            ibi|refrendo|autónomos|
            cuota de autónomos|abl|ganancias|bienes personales|ingresos brutos|contribución inmobiliaria|arbitrios|
            impuesto predial|irpf|multa|multas|permiso de circulación|verificación|sunat|renta anual|rentas|
            inmobiliario|iusi|derechos
        """,
        "health": """
            consulta|dentista|doctor|médico|hospital|clínica|análisis|laboratorio|medicina|medicinas|terapia|
            terapeuta|psicólogo|psicóloga|eps|isapre|obra social|prepaga|plan de salud|seguro médico público|farmacia|
            ortodoncia|brackets|operación|cirugía|fonasa|mutualista|pediatra|rehabilitación|fisioterapia|óptica|
            lentes|estudios médicos
        """,
        "loan": """
            préstamo|crédito|cuota del crédito|cuota del préstamo|crédito automotriz|préstamo personal|
            crédito de consumo|crédito del coche|letra del coche|cuota del auto|cuota del carro|crédito personal|
            financiamiento|crédito de libre inversión|préstamo del coche|préstamo del auto|crédito educativo|icetex|
            empeño|mensualidad del coche|mensualidad del carro|mensualidad de la moto|enganche|letra
        """,
        "other": """
            mantenimiento|expensas|gasto común|gastos comunes|administración|comunidad|comunidad de vecinos|
            gastos de comunidad|cuota de mantenimiento|estacionamiento|parking|cochera|garaje|pensión del auto|
            limpieza|basura|aseo|jardinero|niñera|gimnasio|gym|membresía|alarma|vigilancia|peaje|peajes|tag|
            tintorería|mecánico|plomero|fumigación|club|condominio|cuota|tanda|funeraria|muchacha|seguridad|
            veterinario|taller|deuda|gasolina|flete|nana|contador|abogado|lavandería|mudanza|cooperacha|salón|pastel|
            banquete|vacuna|domicilio|caseta|coperacha|trastero
        """,
    },
    establishments={
        "health": """
            clínica|clinica|hospital|sanatorio|laboratorio|laboratorios|farmacia|centro médico|dental|óptica|dr|dra|
            doctor|doctora|policlínico|consultorio|odontología|instituto dental|veterinaria|salud
        """,
        "school": """
            colegio|escuela|escola|universidad|university|instituto|liceo|jardín|academia|guardería|kinder|
            preparatoria|secundaria|college|school|univ|montessori|campus|conservatorio
        """,
        "loan": "financiera",
        "electricity": "eléctrica|eléctrico|energía|electric|energy",
        "water": "aguas|water",
        "gas": "gas",
        "insurance": "seguros|assist|aseguradora|insurance|assistance",
        "internet": "fibra|telecom|broadband",
        "streaming": "tv",
        "other": """
            papelería|ferretería|taller|panadería|carnicería|librería|tienda|restaurante|estudio|despacho|banco|
            inmobiliaria|agencia|club|gimnasio|veterinario|talleres|mueblería|abarrotes|imprenta|lavandería|
            tintorería|fundación|cooperativa|constructora|transportes|grupo|muebles|autos|refaccionaria|floristería|
            viajes|editorial|notaría|almacén|almacenes|supermercado|parque|edificio
        """,
    },
    belongs="de|del",
    for_whom="para|pa",
    kinds="""
        hogar|auto|carro|coche|casa|vida|viaje|médico|médica|moto|mascotas|gastos médicos|gastos médicos mayores|
        crédito|crédito automotriz|personal|hipotecario|hipotecaria|automotriz|común|comunes|escolar|escolares|
        eléctrica|natural|potable|fijo|móvil|celular|teléfono|tel|salud|desempleo|dental|universitaria|
        universitario|inmobiliario|inmobiliaria|predial|vehicular|vehículo|educativo|estudiantil|inglés|natación|
        baile|música|piano|guitarra|ballet|futbol|fútbol|karate|yoga|renta|incendio|accidentes|
        responsabilidad civil|todo riesgo|alquiler|óptica|ancha|consumo|libre inversión|circulación|departamental|
        butano|estacionario|edificio|consorcio|condominio|vecinos|jardinería|limpieza|bomberos|terremoto|
        contenidos|local|animales
    """,
    bill_words="""
        gasto|gastos|pásame|mándame|deposítame|págame|transfiéreme|préstame|pásenme|mándenme|recibo|recibos|
        factura|facturas|boleta|boletas|pago|pagos|pagar|pagarle|pagarles|pagamos|cuenta|cuentas|
        cobro|cargo|mensualidad|mensualidades|cuota de|anualidad|saldo|adeudo|deuda|deudas|ticket|abono|abonar|
        depósito|depositar|depositarle|transferencia|transferir|transferirle|plan|servicio|servicios|monto|
        importe|vencimiento|vence|vencen|resumen|estado de cuenta|nota|liquidación|cobranza|debo|le debo|debemos|
        pendiente|pendientes|domiciliación|domiciliado|contrato|expensa de|total|suma|suscripción a|
        suscripción de|suscripción|cuota|pago oportuno|renovación|renovar|matrícula de|pensión de|colegiatura de
    """,
    plans="plan",
    pay="""
        pagar|paga|pagá|pago|pagamos|pagarle|pagarles|pagale|pagarlo|páguele|liquidar|depositar|depositarle|
        depositale|abonar|abonarle|transferir|transferirle|darle la renta|hay que dar|cubrir|saldar|cancelar|
        cancelarle|pasarle|girarle|consignar|consignarle|darle|mandarle|devolverle|devolver
    """,
    copulas="es|son",
    owe="""
        debo|le debo|les debo|debemos|deber|te debo|adeudo|me prestó|me cobran|me cobró|nos cobran|le tengo que dar|
        cobran|cobra|me cayeron|me cayó|me llegó|llegó|nos llegó|llegaron|salió|salio|son
    """,
    due="""
        vence|vencen|vencimiento|vto|límite|fecha límite|a más tardar|pago oportuno|antes del|antes de|vencía|vencio|
        corte
    """,
    deadlines="antes del|antes de|límite",
    issued="corte|fecha de corte|día de corte|cierre|fecha de cierre|emisión|fecha de emisión|emitido|emitida",
    payee_leads="a|al|a la|pa|pal|para|para la|para el|de parte de|a nombre de|para los|a los",
    totals="total|total a pagar|suma|son en total|en total|total:|importe total|monto total|suman",
    shared="""
        ambos|ambas|los dos|las dos|los tres|las tres|los cuatro|todos|todas|todo|vencen|tdos|todo eso|de todos|
        cada uno|para todos|todo vence|los 2|los 3|las 2
    """,
    minimums="mínimo|pago mínimo|mínimo a pagar|el mínimo|min|pago min|importe mínimo|monto mínimo",
    asides="""
        + iva|más iva|mas iva|iva incluido|con iva|sin iva|incluye iva|de iva|iva incl|i.v.a.|con el iva|
        + impuestos|más impuestos|impuestos incluidos|sin impuestos|+ propina|más propina|+ envío|más envío|
        de anticipo|de adelanto|anticipo|adelanto|de recargo|recargo|recargos|de descuento|con descuento|
        de interés|de intereses|para no generar intereses|sin intereses
    """,
    taxes="iva|igic|itbis|igv",
    tax_leads="más|mas|sin|con|incl|inc",
    out_of="de",
    rises="""
        subió|subio|sube|subirá|subieron|suben|aumentó|aumento|aumentaron|aumenta|pasó|paso|pasa|pasará|cambió|cambio|
        bajó|bajo|baja|bajaron|incrementó|se incrementó|ajustaron
    """,
    overdue="""
        venció|vencio|se venció|vencieron|venció desde|vencida desde|vencido desde|vencida el|vencido el|vencida|
        vencido|vencidas|vencidos|atrasada desde|atrasado desde|se debe desde
    """,
    instalments="parcialidad|cuota|cuotas|pago|mensualidad|abono|letra|plazo|entrega|quincena",
    documents="factura|boleta|recibo|nota|remisión|comprobante|ticket|presupuesto|cotización|liquidación|planilla",
    settled="""
        cuánto pagamos|cuánto pagué|cuánto pagaste|cuánto pagaron|cuánto se pagó|cuánto fue|cuánto fueron|cuánto salió|
        cuánto nos salió|cuánto pagábamos|cuánto pagabas|cuánto costó|
        te deposité|te deposite|le deposité|ya deposité|te transferí|te transferi|ya transferí|me transfirieron|
        me transfirió|me depositaron|me depositó|nos depositaron|te pagué|te pague|ya pagué|ya pague|ya lo pagué|
        ya la pagué|ya los pagué|ya las pagué|pagaste|ya pagaste|pagamos ya|ya pagamos|ya está pagado|ya está pagada|
        ya quedó pagado|ya quedó pagada|está pagado|está pagada|pagado|pagada|pagados|pagadas|ya se pagó|me pagaron|
        me pagó|nos pagaron|nos pagó|me deben|me debe|nos deben|nos debe|me debía|cobrar a|cobrarle a|cobrarle|
        cobrarles|cobrar al|cobrarle al|por cobrar|te mandé|te envié|te pasé|me mandaron|me mandó|me envió|me pasó|
        recibí|recibimos|recibiste|te llegó|nos llegó el depósito|ganaste|ganamos|cayó la nómina|cayó el sueldo|
        cayó la quincena|reembolso|devolución|reintegro|me devolvieron|me devolvió|te devolví|me reembolsaron|
        ya te di|ya le di|te giré|te consigné|me giraron|me consignaron|le consigné|transferencia recibida|
        pago recibido|pago confirmado|gracias por tu pago|gracias por su pago|hemos recibido|depósito recibido|
        te hice la transferencia|te hice el depósito|ya te hice
    """,
    settled_exactly="pagué|deposité|cobré|cobró|pagó|gané|transfirió|abonó|liquidé|liquidó",
    prices="""
        mi saldo|saldo en|tengo ahorrado|cuesta|cuestan|costó|costaba|precio|precios|vale|valen|subió|bajó|sube|baja|
        cerró|cotiza|dólar a|presupuesto|
        sueldo|salario|nómina|aguinaldo|bono|oferta|promo|promoción|rebaja|rebajado|liquidación|en venta|vendo|vendí|
        se vende|vendimos|vender|venta|ventas|ahorré|ahorro|ahorrar|ahorramos|premio|lotería|encontré|perdí|gano|
        utilidad|ganancia|recaudamos|juntamos|acciones|bitcoin|meta|descuento|cupón|a la venta
    """,
    accounts="""
        operación|nº de operación|transacción|socio|abonado|usuario|afiliado|nº de contrato|cuenta|cta|
        nº de cuenta|no. de cuenta|número de cuenta|referencia|ref|contrato|convenio|clabe|nro|num|
        número de servicio|no. de servicio|servicio no|servicio|cliente|nº cliente|nro de cliente|nis|póliza|folio|
        código|cod|código de pago|tarjeta terminación|terminación|línea de captura|cbu|alias|iban|suministro|cédula|
        nit|rut|medidor|matrícula nº|núm|
        contador|nic|rpu|nise|cuc
    """,
    ending_in="""
        termina|termina en|terminación|terminación en|terminado|terminada|terminada en|acabado en|acabada en|final
    """,
    counted="""
        pasos|kilo|kilos|kg|g|gr|gramos|litros|litro|l|ml|km|m|metros|metro|cm|m2|%|por ciento|personas|persona|piezas|
        pieza|veces|vez|cajas|bolsas|paquetes|latas|botellas|rosas|huevos|niños|invitados|boletos|entradas|asientos|
        páginas|pisos|cuadras|grados|puntos|goles|vasos|platos|mesas|sillas|docenas|docena|unidades|gb|mb|gigas|megas|
        kwh|m3|minutos|min|mins|horas|hora|hrs|hs|h|días|día|dia|dias|semanas|semana|meses|mes|años|año|am|pm|tacos|
        tortillas|pesas|cuotas|mensualidades|pagos|meses sin intereses|noches|hijos|gatos|perros|x|pulgadas|
        cucharadas|tazas|copias|hojas|fotos|cel
    """,
    numbered="""
        edificio|ejercicio|ejercicios|capítulos|páginas|problemas|preguntas|lecciones|lección|temas|láminas|
        torre|piso|depto|departamento|apto|apartamento|casa|capítulo|cap|aula|sala|salón|cancha|iphone|galaxy|versión|
        v|cp|código|codigo|c.p.|puerta|línea|linea|ruta|autobús|camión|vuelo|gate|mesa|lote|manzana|calle|av|avenida|
        no|num|número|nº|n°|nro|#|habitación|cuarto|grupo|grado|nivel|temporada|episodio|página|pág|artículo|art|
        folio|placa|talla|local|km|covid|windows|ps|tel|cel|unidad|interior|int|oficina|locker|bloque|modelo|serie|
        pin|clave|parte|anexo|escritura|expediente|día
    """,
    currencies={
        "$": "pesos|peso|pesitos|varos|varo|baros|lana|mangos|bolas|quetzalitos|morlacos",
        "USD": "dólares|dólar|dolares|dolar|dls|usd|dlls|dlrs|us dollars|dólares americanos|verdes",
        "EUR": "euros|euro|eur|pavos|leuros",
        "BRL": "reales|real|reais|brl",
        "GBP": "libras|libra|gbp|libras esterlinas",
        "PEN": "soles|sol|pen|lucas peruanas",
        "GTQ": "quetzales|quetzal|gtq",
        "MXN": "mxn|pesos mexicanos|mn|m.n.",
        "ARS": "ars|pesos argentinos",
        "COP": "cop|pesos colombianos",
        "CLP": "clp|pesos chilenos",
        "UYU": "uyu|pesos uruguayos",
        "CLF": "uf|u.f.",
        "BOB": "bolivianos|bob",
        "PYG": "guaraníes|guaraní",
        "CRC": "colones|colón",
        "HNL": "lempiras|lempira",
        "NIO": "córdobas",
        "JPY": "yenes|yen|jpy",
        "CNY": "yuanes|yuan|cny",
        "CHF": "francos suizos|chf",
        "CAD": "cad|dólares canadienses",
        "VES": "bolívares|bs",
        "DOP": "dop|pesos dominicanos",
        "INR": "rupias|inr",
        "KRW": "wones",
        "RUB": "rublos",
    },
    thousands="lucas|luca|lukas|luka",
    nobody="""
        coopera|cooperen|cooperemos|mi|mis|tu|tus|su|sus|nuestro|nuestra|adjunto|confirmando|recordando|aviso|
        recordatorio|estimado|estimada|yo|tú|él|ella|me|te|le|les|nos|se|lo|
        que|q|hay|es|son|fue|era|ya|no|si|sí|muy|más|porfa|hoy|mañana|total|día|
        fecha|límite|ambos|todos|todas|con|sin|en|por|y|e|o|u|pero|oye|hola|ojo|incluido|incluye|iva|sigue|gracias|
        favor|descuento|interés|intereses|acuérdate|recuerda|recordar|para|pa|depto|apto|mes|meses|semana|antes|
        después|cada|al|a|vence|vencen|pagos|urgente|cuenta|listo|nuevo|nueva|mínimo|resto|mitad|anticipo|adelanto
    """,
)
