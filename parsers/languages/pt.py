"""The words of Portuguese."""

from __future__ import annotations

from decimal import Decimal

from .vocabulary import Vocabulary

PORTUGUESE = Vocabulary(
    code="pt",
    letters="ãõ",
    common="""
        leite|pão|ovos|carne|frango|legumes|fruta|presente|roupa|cachorro|cão|gato|carro|casa|escola|loja|farmácia|
        o|os|as|um|uma|uns|umas|e|do|da|dos|das|no|na|nos|nas|ao|aos|com|por|pelo|pela|para|pra|pro|pros|pras|
        hoje|hj|amanhã|depois|antes|até|muito|meu|minha|seu|sua|eu|você|vc|ele|ela|tem|é|são|está|tá|tô|to|que|
        pagar|pago|vence|vencimento|boleto|fatura|conta|ligar|comprar|levar|lembrar|lembra|lembre|reunião|
        consulta|jantar|almoço|aniversário|festa|fazer|mandar|enviar|ir|ver|obrigado|obrigada|oi|olá|este|esta|
        esse|essa|tarefa|urgente|semana|mês|ano|fim|não|mais|cada|todo|toda|todos|todas|desde|crianças|cartão|
        aluguel|luz|água|avisar|buscar|entregar|pegar|passar|separar|devolver|preciso|precisa|temos|tenho|
        telefone|empréstimo|financiamento|plano|saúde|seguro|reais|mil|dia|segunda|terça|quarta|quinta|sexta|
        sábado|domingo|feira|noite|tarde|manhã|daqui|meia|futebol|dentista|médico|escola|mensalidade|faxina|
        ideias|medidas|resumo|código|propinas|conversa|combinar|café|tudo|pressa|sem|em|de|a|se|te|me|vejo|espera|
        vendo|também|já|só|bem|pedir|trocar|revisar|renovar|marcar|começar|terminar|arrumar|atualizar|conferir|
        fechar|abrir|cinema|churrasco|churras|missa|prova|aula|treino|vacina|barbeiro|cabeleireiro|mãe|pai|avó|
        irmão|irmã|chefe|quando|onde|como|nossa|dele|dela|isso|aqui|ali|lá|nós|gente|
        à|às|num|numa|pelos|pelas|sob|sobre|entre|contra|após|ante|ou|nem|mas|porém|porque|pois|quem|qual|cujo|
        quanto|conforme|segundo|embora|tu|vós|eles|elas|vocês|vcs|lhe|lhes|mim|ti|si|comigo|contigo|meus|minhas|teu|
        tua|teus|tuas|seus|suas|nosso|nossos|nossas|isto|estes|estas|esses|essas|aquele|aquela|aquilo|neste|nesta|
        nesse|nessa|deste|desta|desse|dessa|deles|delas|nele|nela|sou|és|somos|era|eram|foi|foram|fui|será|serão|
        seria|ser|sido|sendo|estou|estamos|estão|estava|estavam|esteve|estar|tão|hei|há|houve|haver|haverá|faço|faz|
        fazemos|fazem|fez|feito|tens|têm|tinha|teve|ter|tido|vou|vais|vai|vamos|vão|ia|ido|posso|podes|pode|podemos|
        podem|pôde|poder|poderia|quero|quer|queremos|querem|querer|queria|sei|sabe|sabem|saber|digo|diz|dizem|disse|
        dizer|dou|dá|dão|deu|dar|vê|vemos|visto|vem|vêm|veio|vir|saio|sai|saem|saiu|sair|ponho|põe|pôr|chega|chegam|
        chegou|chegar|fica|ficam|ficou|ficar|deve|devem|devo|dever|passa|passam|passou|parece|acho|acha|penso|
        espero|falta|faltam|precisamos|toca|segue|muita|muitos|muitas|pouco|pouca|poucos|outro|outra|outros|outras|
        mesmo|mesma|algo|alguém|nada|ninguém|nenhum|nenhuma|algum|alguma|menos|melhor|pior|tanto|assim|mal|aí|cá|
        agora|logo|então|ainda|sempre|nunca|apenas|talvez|quase|além|ontem|cedo|quê|favor|bom|boa|bons|boas|dias|
        noites|pessoal|galera|beleza|valeu|tchau|abraço|beijo|certo|claro|né|dois|duas|três|quatro|cinco|seis|sete|
        oito|nove|dez|vinte|trinta|primeiro|primeira|último|última|novo|nova|novos|grande|pequeno|velho|coisa|
        coisas|senhor|senhora|dona|amigo|amiga|menino|menina|filho|filha|filhos|tio|tia|primo|prima|avô|sogra|
        marido|esposa|namorado|namorada|vizinho|vizinha|trabalho|escritório|dinheiro|grana|banco|pagamento|
        pagamentos|paguei|compra|comprei|liga|ligou|ligação|manda|mandou|envia|trazer|traz|leva|busca|deixar|deixa|
        tirar|procurar|perguntar|pergunta|responder|entrega|assinar|cobrar|cobra|depositar|transferir|reservar|
        confirmar|avisa|começa|limpar|consertar|imprimir|subir|descer|falar|fala|hora|horas|minuto|minutos|data|
        janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|
        abono|anual|anúncio|causa|clínica|colegas|contrato|corte|diário|doce|entradas|entrada|esposo|estado|frase|
        garrafa|local|material|mental|natural|obra|padre|pata|plata|pronto|ritmo|suma|tal|universidade|vale|voz|
        vida|nota|notas|sala|documento|documentos|final|foto|fotos|lista|dental|caixa|garantia|licença|cama|mesa|
        porta|chave|chaves|cortina|agenda|serial|creme
    """,
    months=(
        "janeiro|jan",
        "fevereiro|fev",
        "março|mar",
        "abril|abr",
        "maio|mai",
        "junho|jun",
        "julho|jul",
        "agosto|ago",
        "setembro|set",
        "outubro|out",
        "novembro|nov",
        "dezembro|dez",
    ),
    weekdays=(
        "segunda|segunda-feira|segunda feira|seg|2ª feira|2ª-feira",
        "terça|terça-feira|terça feira|ter|3ª feira|3ª-feira",
        "quarta|quarta-feira|quarta feira|qua|4ª feira|4ª-feira",
        "quinta|quinta-feira|quinta feira|qui|5ª feira|5ª-feira",
        "sexta|sexta-feira|sexta feira|sex|6ª feira|6ª-feira",
        "sábado|sáb",
        "domingo|dom",
    ),
    weekday_plurals=(
        "segundas|segundas-feiras|segundas feiras",
        "terças|terças-feiras",
        "quartas|quartas-feiras",
        "quintas|quintas-feiras",
        "sextas|sextas-feiras",
        "sábados",
        "domingos",
    ),
    doubtful="mar|set|out|ago|seg|ter|qua|qui|sex|dom|sab|dez|mai",
    days={
        "hoje|neste momento|nesse momento|hj|oje|hoje mesmo": 0,
        "amanhã|amanha|amnh|amanhãa|amã": 1,
        "depois de amanhã|depois d amanha|dps de amanhã": 2,
        "ontem": -1,
        "anteontem": -2,
        "agora|agora mesmo|já já|a partir de hoje|desde hoje|mais logo": 0,
        "fim do dia|o fim do dia|final do dia|o final do dia|ao fim do dia|ao final do dia|eod": 0,
        "daqui a oito dias|daqui a uma semana|de hoje a oito|de hoje a oito dias": 7,
        "daqui a quinze dias|em quinze dias|daqui a duas semanas": 14,
    },
    units={
        "second": "segundos|seg|segs|segundo",
        "minute": "minuto|minutos|min|mins|minutinhos",
        "hour": "hora|horas|hr|hrs|horinha|horinhas|h",
        "day": "dia|dias",
        "week": "semana|semanas|sem",
        "month": "mês|meses|mes",
        "quarter": "trimestre|trimestres",
        "year": "ano|anos",
    },
    durations={
        "meia hora|meia horinha|1/2 hora": 30,
        "uma hora e meia|hora e meia|1 hora e meia": 90,
        "um quarto de hora": 15,
        "três quartos de hora": 45,
        "um par de horas": 120,
        "duas horas e meia": 150,
    },
    parts={
        "dawn": "madrugada|madrugadas",
        "morning": "manhãs|manhã|manha|manhãzinha|primeira hora|cedo|cedinho",
        "noon": "meio-dia|meio dia",
        "afternoon": "tardes|tarde|tardinha|tardezinha",
        "night": "noites|noite|noitinha",
        "midnight": "meia-noite|meia noite",
    },
    moments={
        "night": """
            esta noite|essa noite|nesta noite|hoje à noite|hj à noite|hoje de noite|logo à noite|mais logo à noite
        """,
        "afternoon": "esta tarde|nesta tarde|logo à tarde|mais logo à tarde",
        "morning": "esta manhã|nesta manhã",
    },
    periods={
        "weekend": "fim de semana|fds|final de semana|fim-de-semana|findi|finde",
        "payday": "quinzena",
        "next_week": "para a semana|prá semana|p'ra semana",
        "week_end": "que acabe a semana|acabar a semana|terminar a semana|fim da semana|final da semana",
        "month_end": """
            fim do mês|fim de mês|final do mês|último dia do mês|finzinho do mês|fim do mes|fins do mês|
            finais do mês|que acabe o mês|que termine o mês|q acabe o mês|o mês acabar|
            acabar o mês|terminar o mês|virar o mês|virada do mês
        """,
        "year_end": "fim do ano|final do ano|fim de ano|final de ano",
    },
    frequencies={
        """
            uma vez ao dia|duas vezes ao dia|três vezes ao dia|uma vez por dia|duas vezes por dia|diariamente|
            todo dia|todos os dias|cada dia|todo santo dia
        """: "DAILY",
        """
            uma vez por semana|duas vezes por semana|três vezes por semana|semanalmente|toda semana|
            todas as semanas|cada semana|por semana|a cada semana
        """: "WEEKLY",
        """
            quinzenalmente|a cada quinze dias|de quinze em quinze dias|a cada 15 dias|de 15 em 15 dias|
            cada quinze dias
        """: "WEEKLY;INTERVAL=2",
        """
            uma vez por mês|mensalmente|todo mês|todos os meses|cada mês|por mês|todo mes|a cada mês|ao mês|/mês
        """: "MONTHLY",
        "bimestralmente|a cada bimestre": "MONTHLY;INTERVAL=2",
        "trimestralmente|a cada trimestre": "MONTHLY;INTERVAL=3",
        "semestralmente|a cada semestre": "MONTHLY;INTERVAL=6",
        "uma vez por ano|uma vez ao ano|anualmente|todo ano|todos os anos|cada ano|por ano|a cada ano|ao ano": "YEARLY",
        "dia sim dia não|dia sim, dia não|a cada dois dias": "DAILY;INTERVAL=2",
        """
            dias úteis|todo dia útil|todos os dias úteis|de segunda a sexta|segunda a sexta|de segunda à sexta|
            nos dias úteis|durante a semana
        """: "WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        """
            todo fim de semana|todos os fins de semana|aos fins de semana|nos fins de semana|todo fds|
            todo final de semana
        """: "WEEKLY;BYDAY=SA",
        """
            todo fim de mês|todo último dia do mês|no último dia de cada mês|último dia de cada mês|todo final de mês|
            no fim de cada mês|fim de cada mês|final de cada mês
        """: "MONTHLY;BYMONTHDAY=-1",
        """
            todo primeiro dia do mês|no primeiro dia de cada mês|primeiro dia de cada mês|todo dia primeiro|
            todo dia 1º|todo começo de mês|todo início de mês|todo primeiro do mês
        """: "MONTHLY;BYMONTHDAY=1",
    },
    frequency_adjectives={
        "diário|diária": "DAILY",
        "semanal": "WEEKLY",
        "quinzenal": "WEEKLY;INTERVAL=2",
        "mensal": "MONTHLY",
        "bimestral": "MONTHLY;INTERVAL=2",
        "trimestral": "MONTHLY;INTERVAL=3",
        "semestral": "MONTHLY;INTERVAL=6",
        "anual": "YEARLY",
    },
    adjective_first=False,
    end_of="fim de|final de|fins de|finais de|final do|fim do",
    all_day="o dia todo|o dia inteiro|dia inteiro|dia todo|todo o dia",
    numbers={
        "uma": 1,
        "dois|duas": 2,
        "três": 3,
        "quatro": 4,
        "cinco": 5,
        "seis": 6,
        "sete": 7,
        "oito": 8,
        "nove": 9,
        "dez": 10,
        "onze": 11,
        "doze": 12,
        "treze": 13,
        "quatorze|catorze": 14,
        "quinze": 15,
        "dezesseis|dezasseis": 16,
        "dezessete|dezassete": 17,
        "dezoito": 18,
        "dezenove|dezanove": 19,
        "vinte": 20,
        "vinte e um|vinte e uma": 21,
        "trinta": 30,
        "trinta e um|trinta e uma": 31,
        "quarenta": 40,
        "cinquenta|cinqüenta": 50,
        "sessenta": 60,
        "setenta": 70,
        "oitenta": 80,
        "noventa": 90,
        "cem|cento": 100,
        "duzentos|duzentas": 200,
        "trezentos|trezentas": 300,
        "quatrocentos|quatrocentas": 400,
        "quinhentos|quinhentas": 500,
        "seiscentos|seiscentas": 600,
        "setecentos|setecentas": 700,
        "oitocentos|oitocentas": 800,
        "novecentos|novecentas": 900,
    },
    ones="um|uma",
    ordinals={"primeiro": 1},
    ordinal_suffixes="º|°|o|ª",
    scales={
        "mil": 1000,
        "milhão|milhões|milhao|milhoes": 1_000_000,
        "bilhão|bilhões|bilhoes|bilião|biliões": 10**9,
        "trilhão|trilhões": 10**12,
    },
    number_joiners="e",
    leads="""
        o|a|os|as|no|na|nos|em|para|para o|para a|pra|pro|até|até o|até a|até ao|até à|ate|antes|antes de|
        antes do|antes da|do|da|de|dos|dia|ao|à|vence|vencem|vencendo|vencimento|venc|com vencimento|prazo|
        prazo até|a partir de|a partir do|desde|nesse|nessa|neste|nesta|este|esta|esse|essa|por volta|durante|
        ainda|o mais tardar|no máximo até|pelo|pela|dentro|limite|data limite|agora|vai ser|será|só|lá|já|é|
        prevista para|marcado para|marcada para|
        é para
    """,
    day_leads="""
        dia|o dia|no dia|até dia|até o dia|até ao dia|pro dia|pra dia|do dia|ao dia|vence|vencem|vencimento|venc|
        vence em|antes do dia|para o dia|para dia|no próximo dia|vence no dia|vence dia|até|a
    """,
    span_leads="do dia|de|do|dos dias|entre os dias|dias",
    span_joins="ao dia|a|ao|até o dia|até|e",
    month_leads="em|no mês de|para|pra|até|antes de|durante|neste",
    at="""
        às|=às|=ás|=à|até as|até às|ate as|antes das|antes da|por volta das|lá pelas|pelas|a partir das|desde as|umas|
        tipo|tipo umas|@|lá pras|pras|das|perto das|a eso das|depois das|para as|após as|são
    """,
    at_doubtful="as|a",
    from_="de|das|da|desde as|entre as|desde|do",
    to="a|às|as|até|até o|até ao|até as|até às|ate|ate as|à|-|–|—|ao|ate às",
    between="entre|entre as",
    of="de|do|da|dos|das|del",
    within="em|daqui a|daqui|dentro de|dentro|daqui há|em uns|em umas|em mais|ao fim de|depois de|após",
    from_now="a partir de hoje|a contar de hoje|depois|mais tarde|a partir de agora|no futuro",
    lasting="por|durante|dura|duração|duração:|de|são|vai durar|cerca de|com",
    lasting_after="de duração|de duracao",
    about="uns|umas|cerca de|tipo|mais ou menos",
    this="este|esta|esse|essa|neste|nesta|nesse|nessa|deste|desta|desse|dessa|atual|corrente",
    next="próximo|próxima|outra|outro|prox|que vem|q vem|seguinte|que entra|agora que vem",
    last="passado|passada|passados|passadas|anterior|anteriores|último|última|últimos|últimas|os últimos|as últimas",
    every="todo|toda|todos os|todas as|cada|a cada|todos|todas|tds",
    every_other="a cada segundo|a cada segunda",
    plural_leads="às|aos|nas|nos|todas as|todos os",
    hour_marks="h|hs|hrs|em ponto|hr",
    hour_words="horas|hora",
    meridiem={"am": "am|a.m.|a.m", "pm": "pm|p.m.|p.m"},
    past={
        "e meia": 30,
        "e trinta": 30,
        "e vinte e cinco": 25,
        "e trinta e cinco": 35,
        "e cinquenta": 50,
        "e cinquenta e cinco": 55,
        "e um quarto": 15,
        "menos um quarto|menos quarto": -15,
        "menos vinte": -20,
        "menos vinte e cinco": -25,
        "menos cinco": -5,
        "e quinze": 15,
        "e pouco": 0,
        "e quarenta e cinco": 45,
        "menos quinze": -15,
        "menos dez": -10,
        "e dez": 10,
        "e vinte": 20,
        "e quarenta": 40,
        "e cinco": 5,
    },
    past_before={
        "quinze para as": -15,
        "quinze pras": -15,
        "dez para as": -10,
        "dez pras": -10,
        "cinco para as": -5,
        "cinco pras": -5,
        "vinte para as": -20,
        "vinte pras": -20,
        "15 pras": -15,
        "10 pras": -10,
    },
    part_leads="da|de|à|a|pela|na|ao|no|durante a|pra|ate|até",
    and_="e",
    or_="ou",
    and_half="e meia|e meio",
    glue=",|-|–|a|de|em|·|(|às|por volta|;|:|/|o|no|na|é|das|a partir",
    never="""
        boa noite|boa tarde|bom dia|boa madrugada|um segundo|um segundinho|um minuto|um minutinho|um momento|24/7|
        mais tarde|sétimo dia|noite de núpcias|noite feliz|noite de autógrafos|noite de jogos|tarde demais|hora de|
        meia entrada|meia dúzia|meia calça|segunda via|segunda opção|segunda vez|segunda mão|segunda chance|
        segunda parte|segunda fase|segunda dose|segunda chamada|segunda parcela|primeira parcela|terça parte|
        quinta série|sexta série|quarta série|quinta dose|terceira dose|quarta parcela|quinta parcela|sexta parcela|
        quinta avenida|dia a dia|bom domingo|quarta fase|quarta temporada|quinta temporada|
        segunda temporada|um destes tempos|um dia desses|um dia destes|um desses dias|outro dia|
        agora não|por agora|por ora|até agora|e agora|segunda opinião|segunda opiniao|dia de folga|todo o mar|
        o mar|de mar|café da manhã|chá da tarde|sessão da tarde|lanche da tarde
    """,
    ordinal_nouns="""
        via|andar|vez|parte|parcela|série|fase|etapa|chamada|opção|mão|temporada|dose|edição|lugar|feira|ano|
        colocação|prova|chance|capítulo|turma|casa|bimestre|divisão|tentativa|geração|rodada|demão
    """,
    streets="""
        av|avenida|rua|r|praça|largo|alameda|travessa|rodovia|estação|metrô|colégio|bairro|vila|jardim|parque|escola
    """,
    nths={
        "primeiro|primeira": 1,
        "segundo|segunda": 2,
        "terceiro|terceira": 3,
        "quarto|quarta": 4,
        "quinto|quinta": 5,
        "sexto|sexta": 6,
        "sétimo|sétima": 7,
        "oitavo|oitava": 8,
        "nono|nona": 9,
        "décimo|décima": 10,
        "décimo primeiro|décima primeira": 11,
        "décimo segundo|décima segunda": 12,
        "último|última": -1,
    },
    holidays={
        "12-25": "natal|dia de natal",
        "12-24": "véspera de natal|véspera do natal|noite de natal",
        "12-31": "réveillon|reveillon|véspera de ano novo|noite de ano novo|virada do ano",
        "01-01": "ano novo|dia de ano novo|ano-novo",
        "01-06": "dia de reis",
        "02-14": "dia de são valentim|são valentim",
        "04-21": "tiradentes",
        "04-25": "dia da liberdade",
        "05-01": "dia do trabalho|dia do trabalhador",
        "05-SU2": "dia das mães",
        "06-12": "dia dos namorados",
        "06-24": "são joão|dia de são joão",
        "08-SU2": "dia dos pais",
        "09-07": "dia da independência|independência do brasil",
        "10-12": "dia das crianças",
        "10-31": "halloween|dia das bruxas",
        "11-01": "dia de todos os santos|todos os santos",
        "11-02": "finados|dia de finados",
        "11-15": "proclamação da república",
        "easter": "páscoa|domingo de páscoa",
        "easter-2": "sexta-feira santa|sexta feira santa|sexta santa|paixão de cristo",
        "easter-7": "domingo de ramos",
        "easter-46": "quarta-feira de cinzas|quarta de cinzas",
        "easter-47": "carnaval|terça de carnaval",
        "easter+49": "pentecostes",
        "easter+60": "corpus christi",
    },
    stages={
        "middle": """
            meados de|em meados de|meados do|em meados do|meio de|o meio de|no meio de|meio da|no meio da|meio do|
            no meio do
        """,
        "late": "em finais de",
        "half1": """
            primeira metade|a primeira metade|primeiro semestre|o primeiro semestre|no primeiro semestre|
            primeira quinzena|a primeira quinzena|na primeira quinzena|na primeira metade|1º semestre
        """,
        "half2": """
            segunda metade|a segunda metade|segundo semestre|o segundo semestre|no segundo semestre|segunda quinzena|
            a segunda quinzena|na segunda quinzena|na segunda metade|2º semestre
        """,
    },
    short_units={"second": "s", "minute": "m"},
    tails="""
        em ponto|no máximo|o mais tardar|no mais tardar|sem falta|e tal|e tais|e pouco|e picos|em diante|
        mais ou menos|ou antes|ou depois
    """,
    day_ends="fim do dia|o fim do dia|final do dia|o final do dia|ao fim do dia|ao final do dia|eod",
    date_leads="em|dia|no dia|o dia",
    seasons={"spring": "primavera", "summer": "verão", "autumn": "outono", "winter": "inverno"},
    halves="meia|meio",
    quarters="quarto|um quarto",
    few="poucos|poucas|alguns|algumas|um par de|par de|vários|várias",
    coming="próximos|próximas|seguintes",
    whole="todo|todo o|toda|toda a|inteiro|inteira|o dia todo",
    ago="atrás|antes",
    ago_leads="há|faz",
    days_after="depois de|após|a partir de|depois do|depois da|a seguir a|a seguir ao",
    days_before="antes de|antes do|antes da",
    minutes_past="depois das|depois da|passadas das|passados das|depois de",
    minutes_to="para as|pras|para o|pro|para a|antes das",
    rest_of="resto|o resto|restante|o restante",
    start_of="""
        no início de|no começo de|no início do|no começo do|no começo da|no início da|princípios de|início de|
        começo de|princípio de|início do|começo do|início da|começo da|inícios de
    """,
    month_leads_sure="em|no|durante|desde|no mês de|ao longo de|no ano de",
    day_names="dia|o dia|no dia|do dia",
    workdays="dias úteis|dias de trabalho",
    cents="""
        centavos|centavo|cêntimos|cêntimo|pence|penies|pennies|penny|pêni|pênis|cents|cent|copeques|copeque|rappen|
        satoshis|satoshi|sen|pfennigs
    """,
    money_joiners="de|of",
    tenths="jiao|mao",
    short_scales={"mi|mm|mio|mln": 10**6, "bi|bn|mrd": 10**9, "tri|tn": 10**12},
    fractions={Decimal("0.5"): "meio", Decimal("0.25"): "um quarto de", Decimal("0.75"): "três quartos de"},
    doubtful_money="real|libra|libras|peso|pila|pau|conto|coroa|marco",
    hour_lengths="horas|hora",
    hour_exact="em ponto",
    part_plurals={"morning": "pelas manhãs|nas manhãs", "afternoon": "nas tardes", "night": "nas noites"},
    zone_leads="horário de|hora de",
    abbreviations="dr|dra|sr|sra|srta|prof|av|tel|etc|núm|aprox|ex|pág|art|ltd|inc",
    openers="""
        não esqueçam de|não esqueçam|não se esqueçam de|
        lembrar de|lembrar|lembre de|lembre-se de|lembre|lembra de|lembra|me lembra de|me lembra|me lembre de|
        me lembre|lembrete de|lembrete para|lembrar que|relembrar|não esquecer de|não esquecer|nao esquecer de|
        nao esquecer|não esqueça de|não esquece de|não esqueça|não esquece|não se esqueça de|não se esquecer de|
        nao esquece de|n esquecer de|não podemos esquecer de|não posso esquecer de|preciso|precisa|precisamos|
        preciso que você|preciso de|preciso q vc|precisamos de|tenho que|tenho q|temos que|temos q|temos de|
        tenho de|tem que|tem q|tens de|tens que|anota|anotar|anote|anota aí|agenda aí|pode|podes|poderia|podia|
        vc pode|você pode|vc poderia|você poderia|vc consegue|consegue|consegues|podem|dá pra|da pra|dá para|
        será que vc pode|quero|queria|gostaria de|quero que|falta|faltou|devo|devemos|deve|deveria|é preciso|
        é para|era pra|há que|vou|vamos|bora|recordar|lembrem de|lembrem-se de|favor|me ajuda a|vê se|ve se|
        veja se|certifique-se de|certificar de|não deixar de|não deixe de|não deixa de|
        não te esqueças de|não te esqueças|nao te esqueças de|não se esqueça|não se esqueçam|n esqueça de|n esquece de|
        não me deixe esquecer de|não me deixa esquecer de|não me deixes esquecer de|não deixa eu esquecer de|
        não deixe eu esquecer de|não pode esquecer de|não posso esquecer|não podemos esquecer|não vamos esquecer de|
        não dá pra esquecer de|pra não esquecer de|pra não esquecer|para não esquecer de|para não esquecer|
        pra eu não esquecer de|pra não me esquecer de|lembra-me de|lembra-te de|lembrem-me de|lembre-me de|lembre-se|
        me lembrem de|me lembra que|me faz lembrar de|me faça lembrar de|me recorda de|recorda-me de|recordem|
        lembra que|lembrem que|lembre que|lembrando que|lembrando de|lembrando|só lembrando de|só lembrando que|
        só pra lembrar de|só pra lembrar que|vê se não esquece de|vê se lembra de|tenho de me lembrar de|
        tenho que lembrar de|tenho que me lembrar de|tem que lembrar de|preciso lembrar de|preciso me lembrar de|
        precisa lembrar de|é bom lembrar de|vc podia|você podia|poderias|poderiam|podiam|podíamos|poderíamos|podemos|
        posso|será que você pode|será que você podia|será que vc podia|será que podes|será que podias|será que dá pra|
        será que dava para|será que alguém pode|dava pra|dava para|dá pra você|dá para você|daria pra|teria como você|
        teria como vc|teria como|tem como você|tem como vc|tem como|vc teria como|você teria como|consegue me|
        conseguem|conseguiria|vc conseguiria|você consegue|você conseguiria|alguém pode|alguem pode|alguém poderia|
        alguém podia|alguém consegue|quem puder|quem pode|quem consegue|me faz o favor de|faz o favor de|
        faça o favor de|façam o favor de|faz-me o favor de|me faz um favor|faz um favor|faz-me um favor|
        você me ajuda a|vc me ajuda a|ajuda-me a|me ajude a|me ajudem a|me ajuda com|ajuda-me com|se puder|se puderes|
        se conseguir|se conseguires|se der|se tiver tempo|se tiveres tempo|se sobrar tempo|quando tiver um tempo|
        quando tiver tempo|preciso que|preciso q|precisava que|precisava de|precisava|precisávamos de|eu preciso|
        eu tenho que|eu tenho de|a gente precisa|a gente tem que|nós temos que|nós precisamos|vc precisa|você precisa|
        vc tem que|você tem que|vcs têm que|tinha que|tinha de|tinhas de|teria que|teríamos que|temos mesmo de|
        tenho mesmo de|é necessário|é importante|é hora de|está na hora de|tá na hora de|já tá na hora de|falta só|
        só falta|ainda falta|fiquei de|ficou de|ficamos de|ficaste de|ficámos de|combinei de|combinamos de|prometi|
        prometi que ia|devia|devíamos|deverias|deveríamos|vou ter que|vou ter de|vamos ter que|vamos ter de|
        vai ter que|vou precisar|vou precisar que você|vamos precisar|hei de|hás de|há de|põe na lista|bota na lista|
        coloca na lista|adiciona na lista|adicionar na lista|acrescenta na lista|cria uma tarefa para|criar tarefa|
        nova tarefa|lembrete pra|lembrete|lembrete de que|anota que|anota pra|anota ai|anotem|toma nota|tomar nota|
        apontar|aponta|aponta aí|peço que|peço-te que|peço a todos que|pedia-te que|agradecia que|
        agradecia se pudesses|gostava que|gostava de|gostaria que|queria que|queria pedir que|queria te pedir pra|
        queria pedir pra|seria bom|seria ótimo|era bom|convém|toca a|bora lá|vamos lá|é preciso que|tem de|têm de|
        têm que|
        me agenda aí|me agenda|agenda pra mim|agenda para mim|marca pra mim|anota pra mim|anota pra mim aí|me anota|
        faz um lembrete|faz um lembrete de|faz um lembrete pra|cria um lembrete|cria um lembrete para|
        cria um lembrete pra|põe um lembrete|põe um lembrete pra|bota um lembrete|bota um lembrete pra
    """,
    declined="""
        não precisa|nao precisa|não precisa de|não preciso|nao preciso|não precisamos|não precisam|não tenho que|
        não tem que|não temos que|não é preciso|não é necessário|não há necessidade de|não vou|não vamos|não quero|
        não devo|não dá pra|não dá para|já não preciso|já não precisa|n precisa|n preciso|ninguém precisa
    """,
    event_openers="""
        agenda|agendar|agende|marcar na agenda|marca na agenda|marca aí|põe na agenda|bota na agenda|coloca na agenda|
        colocar na agenda|reserva a data|reservem a data|save the date|temos|tenho|teremos|tem|vai ter|haverá|
        vai rolar|rola|
        confirmo|confirmado|confirmada|confirmando|só confirmando|fica confirmado|fica confirmada|ficou confirmado|
        ficou confirmada|ficou marcado|ficou marcada|fica marcado|fica marcada|marcado|marcada|marquei|agendado|
        agendada|ficou agendado|ficou agendada|agendei|estão convidados para|estão todos convidados para|
        estás convidado para|estás convidada para|você está convidado para|você está convidada para|
        vocês estão convidados para|te convido para|te convido pra|convido vocês para|convido todos para|
        convidamos para|convidamos a todos para|venham para|venha para|venham ao|convite para|vamos ter|vai haver|
        vai acontecer|acontece|tem um|tem uma|temos um|temos uma|tenho um|tenho uma|há|há um|há uma|marca|marca uma|
        marcar|marque|põe|bota|coloca|anota|anota aí|reserva|reservar|bloqueia|bloquear|bloqueie|bora|vamos|topas|topa|
        bora marcar|
        me agenda aí|me agenda|agenda pra mim|marca pra mim|anota pra mim|coloca aí|põe aí|bota aí|põe na agenda aí|
        salva na agenda|salva a data|guarda a data|guardem a data|anotem na agenda|anota na agenda|mete na agenda|
        aponta na agenda
    """,
    indicators="""
        tarefa|tarefas|pendente|pendência|pendências|todo|to do|to-do|a fazer|afazeres|agenda|nota|atenção|importante|
        evento|compromisso|reunião|aviso|lembrete|recordatório|recado|novo evento|save the date|lista|assunto|agendar|
        lembrete importante|aviso importante|comunicado|circular|nota importante|muito importante|pendências de hoje|
        para hoje|pra hoje|para amanhã|pra amanhã|tarefas de hoje|nova tarefa|minha lista|checklist|convite|
        convocatória|convocação|agenda do dia|próximo evento|atividade|consulta marcada|lembrete de consulta|reminder|
        fyi|
        nota pra mim mesmo|nota pra mim mesma|nota para mim|nota para mim mesmo|nota para mim mesma|nota mental|
        pra mim|para mim|bilhete|aviso geral|comunicado geral
    """,
    vocatives="""
        oi|ei|ô|cara|mano|mana|véi|vei|meu|galera|gente|pessoal|amor|mô|vida|amigo|amiga|amigos|amigas|irmão|mãe|pai|
        filho|filha|moço|moça|então|bom|ok|opa|e aí|eai|fala|olha|olhe|bah|guri|tchê|uai|po|pô|poxa|vizinhos|vizinhas|
        time|equipe|família|malta|pá|chefe|querido|querida|bem|ó|ah|ahn|aí|parceiro|brother|bro|tia|tio|turma|
        vizinha|vizinho|senhora|senhor|dona|seu|doutora|doutor|doutô|professora|professor|prof|profe|coordenadora|
        amore|amorzinho|meu bem|meu amor|minha linda|linda|lindo|flor|gata|gato|gatinha|princesa|nega|nego|preta|preto|
        véio|velho|cumpadre|compadre|comadre|primo|prima|sogra|sogro|vó|vô|avó|avô|mamãe|papai|mãezinha|paizinho|titia|
        tias|rapaz|rapaziada|menina|meninas|menino|meninos|crianças|amados|irmãos|colegas|caros|caro|prezados|prezado|
        prezada|estimados|senhores|srs|pais|papais|mamães|grupo|todos|todas|people|povo|gurizada|guria|parça|mermão|
        mlk|xará|colega|sócio|perfeito|ótimo|legal|beleza|blz|fechado|combinado|certo|certinho|tá bom|
        ta bom|tá|entendi|entendido|anotado|feito|sim|não|claro|ai|eita|nossa|putz|ih|hum|ah sim|aliás|outra coisa|
        uma coisa|inclusive|também|e|alô|desculpa|desculpe|perdão|com licença|epá|pronto|fixe|olha lá|ouve|escuta|
        escuta só|boas|
        meus irmãos|meus amigos|meus queridos|minhas queridas|minha gente|meu povo|meu filho|minha filha|meu velho|
        meu camarada|meu irmão|minha irmã|meu pai|minha mãe|meu nego|meu rei|minha rainha|meu chapa|camarada|camaradas|
        mano velho|mestre|dr|dra|sr|sra|patrão|patroa|kota|avilo|mwangolé|caríssimos|ilustres|amiguinhos|
        pessoal do prédio|pessoal da escola|equipa|stora|setor|titio|madrinha|padrinho|afilhado|cunhado|cunhada|genro|
        nora
    """,
    greetings="""
        ei|ô|opa|olha|bah|oi|olá|ola|bom dia|boa tarde|boa noite|e aí|oi gente|oi pessoal|olá a todos|oie|oii|
        saudações|tudo bem|tudo bom|oi tudo bem|fala galera|bom dia a todos|
        oi bom dia|oi boa tarde|oi boa noite|olá bom dia|olá boa tarde|olá boa noite|oi tudo bom|oi td bem|td bem|
        tudo certo|tudo joia|como vai|como você está|como estás|como está|boas|bom dia grupo|bom dia pessoal|
        bom dia gente|boa tarde pessoal|boa tarde a todos|boa noite a todos|boa noite pessoal|oi família|oi mãe|
        oi amor|feliz segunda|boa semana|bom domingo|bom sábado|bom fds|desculpa incomodar|desculpe incomodar|
        desculpa o incómodo|desculpe o incômodo|desculpa a hora|desculpe a hora|espero que esteja bem|
        espero que estejas bem|espero que esteja tudo bem|espero que tudo bem|um favor|um favorzinho|me faz um favor|
        uma coisa|outra coisa|ora viva|oi oi|salve|fala aí|fala meu|fala|
        mô|véi|mano|parça|gurizada|bom dia família|bom dia amor|boa noite amor|oi vizinha|oi vizinho|
        oi pessoal do grupo|espero que|como vão|como vai você|como tá|como cê tá|tudo bom com|tudo bem com|
        tudo certo com|tudo bem por aí|tudo bom por aí|td bom|bom dia bom dia|boa tarde família|boa tarde gente|
        boa noite gente|bom diaaa|e aí galera|eae|salve salve|bom dia meu povo|como passou|tudo tranquilo|de boa|
        oi sumida|oi sumido|muito bom dia|muito boa tarde|muito boa noite
    """,
    politeness="""
        por favor|pfv|pfvr|por fvr|pf|pls|please|porfa|por gentileza|faz favor|se faz favor|sff|fazendo favor|
        obrigado|obrigada|obg|brigado|brigada|valeu|vlw|grato|grata|abraço|abraços|bjs|beijo|beijos|se puder|se der|
        se possível|favor|tá|ta|ok|viu|hein|né|certo|tá bom|kkk|kkkk|rs|rsrs|desde já agradeço|agradeço|não esquece|
        não esqueça|sem falta|tmj|
        muito obrigado|muito obrigada|mto obg|obgd|brigadão|brigadinha|obrigadão|obrigadinha|grata desde já|
        grato desde já|obrigado desde já|obrigada desde já|desde já obrigado|desde já obrigada|agradeço desde já|
        agradecido|agradecida|fico no aguardo|fico a aguardar|no aguardo|aguardo|aguardo retorno|atenciosamente|att|
        cumprimentos|com os melhores cumprimentos|um abraço|um beijo|beijinhos|bjinhos|bjos|xau|tchau|até|até já|
        se não for incômodo|se não for pedir muito|se conseguires|se conseguir|se puderes|ok?|combinado|te amo|amo vc|
        por favorzinho|pfvzinho|faz-me esse favor|me avisa|me confirma|confirma pf|me diz
    """,
    leftovers="""
        e|ou|que|q|de|do|da|para|pra|pro|o|a|os|as|no|na|em|por|com|é|mas|até|ate|às|ao|antes|como|já|se|só|tipo|será|
        desde|vence|pelo|pela|à
    """,
    high="""
        urgente|é urgente|muito urgente|super urgente|urgentíssimo|urgentemente|com urgência|urgência|asap|
        o quanto antes|quanto antes|o mais rápido possível|o mais breve possível|assim que possível|prioridade alta|
        alta prioridade|prioridade: alta|prioridade máxima|máxima prioridade|prioritário|é prioridade|
        muito importante|importante|é importante|importantíssimo|imediatamente|pra ontem|para ontem|crítico|
        sem demora|com prioridade|é pra já|
        é prioridade alta|é alta prioridade|é prioridade máxima|prioridade total|é prioridade total|é urgentíssimo|
        isso é urgente|é pra ontem|é para ontem|urgência máxima|com máxima urgência|é super importante|
        é muito importante
    """,
    low="""
        sem pressa|sem pressas|não é urgente|nao é urgente|nao e urgente|não urgente|nada urgente|sem urgência|
        prioridade baixa|baixa prioridade|prioridade: baixa|pouca prioridade|quando puder|quando puderes|quando der|
        quando der tempo|quando tiver tempo|quando tiveres tempo|quando conseguir|com calma|na boa|não tem pressa|
        nao tem pressa|não há pressa|não precisa correr|não é prioridade|não é importante|de boa|tranquilo|
        pode ser depois|sem correria|n tem pressa|não é nada urgente
    """,
    with_="com|junto com|c/|mais",
    articles_in_names=True,
    told_by_accents="pôr",
    articles="o|a|os|as",
    person_titles="""
        dr|dra|sr|sra|srta|prof|profa|professor|professora|coach|dona|seu|doutor|doutora|senhor|senhora|padre|pastor|
        tia|tio|eng|engenheiro|advogado|advogada|pe
    """,
    groups="""
        corp|inc|ltda|sa|s.a.|lda|grupo|equipe|time|banco|clube|cliente|empresa|comitê|rh|vendas|agência|universidade|
        colégio|equipa|turma
    """,
    name_joiners="do|da|dos|das|de|e",
    given_names="""
        domingo|domingos|ana|joão|joao|maria|josé|jose|pedro|paulo|carlos|lucas|gabriel|rafael|rafa|bruno|bruna|bia|
        beatriz|
        caio|duda|eduarda|eduardo|edu|lara|laura|juliana|ju|júlia|julia|fernanda|fê|camila|cami|larissa|lari|letícia|
        mariana|mari|marina|marcos|marco|mateus|matheus|felipe|fábio|fernando|gustavo|gu|guilherme|gui|henrique|hugo|
        igor|isabela|isa|joana|leandro|leo|léo|luana|lu|luiz|luis|luísa|manu|manuela|márcia|marta|miguel|natália|nina|
        otávio|patrícia|renata|renato|ricardo|roberto|beto|rodrigo|rosa|sandra|sara|sérgio|sofia|tainá|tatiana|tati|
        thiago|tiago|tonho|vanessa|vinícius|vini|vitor|vitória|zé|diego|daniel|dani|davi|enzo|alice|helena|teresa|
        inês|rita|nuno|rui|gonçalo|diogo|andré|andrea|alê|alex|carol|carolina|clara|cláudia|cecília|cidinha|noah|thor|
        juca
    """,
    place_leads="""
        em|no|na|nos|nas|lá no|lá na|lá em|ali no|ali na|@|dentro do|dentro da|em frente ao|em frente à
    """,
    place_stops="""
        com|para|pra|por|pelo|pela|às|as|até|desde|que|e|onde|mas|porque|se|quando|sobre|sem|é|tem|junto|leva|levem|
        traz|tragam|antes|depois|como|vamos|vai|dura|duração|tipo|a|ao|pro|lá|gente|confirmar|confirmem|via|partir
    """,
    not_places="""
        sério|linha|pessoa|inglês|português|espanhol|geral|família|grupo|conjunto|equipe|vivo|direto|total|dinheiro|
        ponto|princípio|realidade|caminho|comum|especial|particular|processo|breve|mente|fim|paz|ordem|dia|próximo|
        máximo|mínimo|momento|entanto|presencial|boa|verdade|hora|jejum|casal|caso|vez|base|remoto|formato|modo|traje|
        cima|baixo|
        agenda|calendário
    """,
    venues="""
        hospital|clínica|fazenda|paróquia|igreja|catedral|salão|restaurante|auditório|teatro|estádio|museu|praça|
        parque|hotel|bar|café|cafeteria|casa|escola|colégio|universidade|clube|academia|centro|quinta|jardim|torre|
        edifício|arena|espaço|biblioteca|aeroporto|terminal|cinema|quadra|praia|sítio|sala|escritório|consultório|av|
        avenida|rua|r|palácio|mercado|cartório|chácara|buffet|boteco|pizzaria|churrascaria|allianz|shopping
    """,
    platforms={
        "zoom": "zoom",
        "meet": "google meet|meet|gmeet",
        "teams": "microsoft teams|ms teams|teams",
        "whatsapp": "whatsapp|whats|zap|zapzap|wpp|zapp|wapp|wa|vídeo do whatsapp|uátsap",
        "phone": "telefone|tel|fone|telemóvel|celular|ligação",
    },
    channels_alone="zoom|google meet|gmeet|whatsapp|zap|zapzap|microsoft teams|ms teams",
    channel_leads="por|pelo|no|em|via|através do|pela|na|do|usando o|usando|de",
    labels={
        "when": "quando|data|hora|horário|dia|data e hora|início|data/hora",
        "where": "onde|local|lugar|endereço|localização|sala|morada|sítio",
        "who": "convidados|participantes|quem|presentes|com|convidadas|presença",
        "what": "o que|o quê|evento|assunto|título|tema|motivo|pauta",
    },
    services={
        "electricity": "luz|energia|energia elétrica|eletricidade|conta de luz|força",
        "water": "água|agua|esgoto|saneamento|conta de água",
        "gas": "gás|gas|gás encanado|botijão|botijão de gás",
        "internet": """
            internet|wifi|wi-fi|fibra|banda larga|tv a cabo|net|internet fibra|tv e internet|internet e tv
        """,
        "phone": """
            celular|telefone|telemóvel|telefone fixo|plano de celular|plano do celular|linha|recarga|conta do celular|
            plano controle|fixo|tarifário
        """,
        "rent": "aluguel|aluguer|arrendamento|renda|locação",
        "mortgage": """
            financiamento imobiliário|financiamento da casa|financiamento do apê|financiamento do apartamento|
            hipoteca|crédito habitação|prestação da casa|prestação do apartamento|crédito à habitação|
            crédito imobiliário|empréstimo da casa|financiamento habitacional
        """,
        "credit_card": "cartão|cartão de crédito|fatura do cartão|fatura|visa|mastercard|amex",
        "insurance": "seguro|apólice|seguradora|seguros",
        "school": """
            escola|mensalidade da escola|colégio|faculdade|matrícula|mensalidade escolar|creche|propinas|propina|
            curso|mensalidade da faculdade|curso de inglês|material escolar|inglês|universidade|berçário|escolinha|
            aula de inglês|aulas|aula|natação|ballet|balé|transporte escolar|perua escolar|van escolar|pós|
            pós-graduação|rematrícula|jardim de infância|explicações|reforço
        """,
        "streaming": "streaming|assinatura",
        "tax": """
            imposto|impostos|iptu|ipva|ir|imposto de renda|irpf|das|mei|darf|inss|imi|iuc|irs|iva|iss|icms|
            licenciamento|multa|multas|simples|simples nacional|segurança social|taxa de lixo|das mei|dpvat|dae|gps|
            carnê-leão|itbi|foro|laudêmio|taxa de incêndio|taxa do lixo|ipva do carro|iptu da casa
        """,
        "health": """
            plano de saúde|consulta|dentista|médico|médica|hospital|clínica|exame|exames|laboratório|remédio|remédios|
            terapia|psicóloga|psicólogo|farmácia|ortodontista|aparelho|convênio|convênio médico|plano odontológico|
            plano dental|cirurgia|fisioterapia|pediatra|nutricionista|nutri|óculos|seguro saúde|seguro de saúde|fisio|
            mensalidade do plano|terapeuta|fono|academia médica|vacina
        """,
        "loan": """
            empréstimo|financiamento|consignado|empréstimo consignado|empréstimo pessoal|financiamento do carro|
            parcela do carro|prestação do carro|crédito pessoal|crédito|financiamento da moto|parcela da moto|
            crédito automóvel|parcela do empréstimo|consórcio|fies|crédito consolidado|prestação|carnê|
            cheque especial|parcelamento|empréstimo do carro
        """,
        "other": """
            condomínio|taxa de condomínio|estacionamento|garagem|faxina|faxineira|diarista|limpeza|jardineiro|babá|
            academia|mensalidade da academia|ginásio|clube|pedágio|lavanderia|mecânico|encanador|eletricista|
            veterinário|pet shop|creche do cachorro|contador|contabilista|advogado|oficina|cuidadora|segurança|alarme|
            vaquinha|rateio|dívida|gasolina|lixo|piscineiro|dedetização|frete|mudança|personal|cabeleireiro|manicure|
            buffet|salão|bolo|dízimo|mesada|pensão|pensão alimentícia|passeador|banho e tosa|marceneiro|pintor|
            pedreiro|cozinheira|motorista|costureira|domínio|hospedagem|sindicato|empregada|quota do condomínio|
            moto táxi|uniforme|racha|churrasco|presente
        """,
    },
    establishments={
        "health": """
            clínica|clinica|hospital|laboratório|laboratórios|farmácia|drogaria|odonto|dr|dra|doutor|doutora|
            consultório|policlínica|óptica|saúde|odontologia|centro médico|santa casa|fisioterapia|droga
        """,
        "school": """
            colégio|escola|faculdade|universidade|creche|instituto|jardim|academia de música|externato|escolinha|
            college|school|university|centro educacional|berçário|cursinho|conservatório|wizard|uni
        """,
        "loan": "financeira",
        "electricity": "energia|elétrica|eletricidade",
        "water": "águas|saneamento",
        "gas": "gás|ultragaz",
        "insurance": "seguros|seguradora|assist|seguro",
        "internet": "fibra|telecom|net|internet",
        "streaming": "tv",
        "tax": "receita|prefeitura|finanças|detran",
        "other": """
            papelaria|oficina|padaria|loja|restaurante|estúdio|banco|imobiliária|agência|clube|academia|ginásio|
            mercado|supermercado|bar|lavanderia|condomínio|edifício|serralheria|gráfica|floricultura|marcenaria|
            móveis|auto|autopeças|transportes|associação|cartório|petshop|pet|salão|espaço|casa|viagens|igreja|
            construtora|grupo|cooperativa
        """,
    },
    belongs="de|do|da|dos|das",
    for_whom="para|pra",
    kinds="""
        casa|carro|auto|moto|vida|viagem|saúde|residencial|celular|imobiliário|imobiliária|consignado|pessoal|
        odontológico|dental|escolar|elétrica|crédito|fixo|móvel|renda|habitação|automóvel|habitacional|médico|inglês|
        natação|dança|música|piano|violão|judô|futebol|balé|ballet|academia|condomínio|garagem|encanado|larga|cabo|
        cachorro|pet|alimentícia|incêndio|lixo|apartamento|apê|acidentes|multirriscos|eletricidade|controle|
        prestamista|fiança|animais|universitário|estudantil|desemprego|telemóvel
    """,
    bill_words="""
        me passa|me manda|manda|me paga|me faz|conta|contas|boleto|boletos|fatura|faturas|pagamento|pagamentos|
        pagar|pagamos|recibo|recibos|mensalidade|
        mensalidades|parcela|parcelas|prestação da|taxa|cobrança|débito|débito automático|saldo|dívida|valor|
        vencimento|vence|vencem|venc|plano|serviço|nota|nota fiscal|assinatura da|assinatura do|assinatura|anuidade|
        carnê da|carnê do|depósito|depositar|transferência|transferir|pix|quitar|devendo|devo|total|soma|segunda via|
        2ª via|guia|renovação|renovar|acerto|propina da|quota
    """,
    plans="plano|plan",
    pay="""
        pagar|paga|pague|pago|pagamos|quitar|depositar|transferir|fazer pix|fazer um pix|pix|acertar|mandar pix|
        passar|saldar|liquidar|devolver|dar|acertar com|pagarmos
    """,
    copulas="é|são|sao",
    owe="""
        devo|devendo|tô devendo|estou devendo|devemos|estou a dever|a dever|me emprestou|cobrou|cobraram|chegou|
        chegou a|veio|deu|ficou|saiu|são|ficou em|deu de
    """,
    due="""
        vence|vencem|vencimento|venc|vence em|até|ate|prazo|limite|data limite|antes de|antes do|vencendo
    """,
    deadlines="até|ate|antes de|antes do|limite",
    issued="fechamento|data de fechamento|dia de fechamento|emissão|data de emissão|emitido|emitida|corte",
    payee_leads="pra|pro|para|para a|para o|ao|à|a|aos|pras|pros|p|p/|do|da",
    totals="""
        total|total a pagar|soma|no total|ao todo|total:|valor total|tudo dá|dá tudo|dando|total geral
    """,
    shared="""
        ambos|ambas|os dois|as duas|os três|as três|todos|todas|tudo|vencem|pros dois|pras duas|pros três|cada um|
        cada uma|tudo isso|tudo vence|todos vencem|tds|para todos|pra todos|os 2|os 3
    """,
    minimums="mínimo|pagamento mínimo|valor mínimo|o mínimo|mín|pgto mínimo",
    asides="""
        + iva|mais iva|iva incluído|com iva|sem iva|iva inc|+ impostos|mais impostos|com impostos|+ frete|mais frete|
        de entrada|de sinal|de multa|de juros|multa de|juros de|com desconto|de desconto|sem juros|+ taxa|mais taxa
    """,
    taxes="iva|iss|icms",
    tax_leads="mais|mas|sem|com",
    out_of="de",
    rises="""
        subiu|sobe|subirá|aumentou|aumenta|passou|passa|vai passar|mudou|baixou|caiu|reajustou|foi reajustado|
        reajustado|reajustada
    """,
    overdue="""
        venceu|venceram|vencida desde|vencido desde|vencida em|vencido em|vencida|vencido|vencidas|vencidos|
        atrasada desde|atrasado desde|em atraso desde
    """,
    instalments="parcela|parcelas|prestação|cota|pagamento|parc|prestações|quota",
    documents="fatura|nota|recibo|boleto|nota fiscal|nf|orçamento|factura|comprovante",
    settled="""
        quanto pagamos|quanto paguei|quanto pagou|quanto vocês pagaram|quanto você pagou|quanto a gente pagou|
        quanto foi|quanto deu|quanto saiu|quanto custou|
        já paguei|paguei|já pagamos|já pago|já paga|está pago|está paga|tá pago|tá paga|pago já|foi pago|foi paga|
        te mandei|mandei|te transferi|transferi|te paguei|te fiz|fiz o pix|fiz um pix|fiz pix|depositei|te depositei|
        me deve|me devem|nos deve|nos devem|deve-me|devem-me|cobrar da|cobrar do|cobrar de|cobrar a|cobrar o|cobrar|
        a receber|receber de|receber do|receber da|recebi|recebemos|recebido|você recebeu|vc recebeu|recebeu|caiu|
        caiu o salário|caiu o pix|me pagou|me pagaram|me mandou|me transferiu|ganhei|ganhou|você ganhou|reembolso|
        estorno|devolução|devolveu|devolveram|pix recebido|pagamento confirmado|pagamento recebido|
        pagamento aprovado|obrigado pelo pagamento|obrigada pelo pagamento|quitado|quitada|quitei|já quitei|
        restituição|paguei já|pagou|já pagou
    """,
    prices="""
        meu saldo|saldo na|saldo em|custa|custam|custou|preço|preços|vale|valem|subiu|caiu para|fechou|dólar|orçamento|
        salário|bônus|
        décimo terceiro|
        oferta|promoção|promo|desconto|à venda|vendo|vendi|vende-se|vender|venda|vendas|economizei|economizar|poupança|
        guardei|prêmio|loteria|achei|perdi|ações|bitcoin|meta|lucro|cupom|cashback
    """,
    accounts="""
        conta|nº da conta|número da conta|ref|referência|referencia|entidade|contrato|código|cod|cód|código de barras|
        linha digitável|cpf|cnpj|instalação|matrícula nº|uc|cliente|nº cliente|número do cliente|protocolo|apólice|
        iban|nib|pix|chave|agência|ag|cc|nif|mb|nosso número|inscrição|renavam|final|
        unidade consumidora|medidor|código do cliente|matrícula
    """,
    ending_in="final|termina|termina em|terminado em|terminada em|finalizado em|finalizada em|finaliza em",
    counted="""
        passos|quilo|quilos|kg|g|gr|gramas|litro|litros|l|ml|km|m|metros|metro|cm|m2|%|por cento|pessoas|pessoa|
        peças|vezes|
        vez|caixas|sacos|pacotes|latas|garrafas|rosas|ovos|crianças|convidados|ingressos|bilhetes|lugares|páginas|
        andares|quadras|graus|pontos|gols|copos|pratos|mesas|cadeiras|dúzias|dúzia|unidades|gb|mb|giga|gigas|megas|
        mega|kwh|m3|minutos|min|mins|horas|hora|hrs|hs|h|dias|dia|semanas|semana|meses|mês|mes|anos|ano|am|pm|pães|
        parcelas|x|noites|filhos|gatos|cachorros|polegadas|colheres|xícaras|cópias|folhas|fotos|pizzas|cervejas|bolos|
        coxinhas|via|jogos|aulas|sessões|comprimidos|dois|amigos|salgados|brigadeiros|prestações
    """,
    numbered="""
        capítulos|páginas|exercícios|questões|lições|lição|unidades|
        torre|bloco|andar|apto|apartamento|ap|casa|capítulo|cap|sala|quadra|iphone|galaxy|versão|v|cep|código|porta|
        portaria|linha|ônibus|voo|portão|mesa|lote|rua|av|avenida|nº|n°|nr|número|num|#|quarto|grupo|nível|temporada|
        episódio|página|pág|artigo|art|placa|tamanho|loja|km|covid|windows|ps|tel|cel|unidade|vaga|série|turma|modelo|
        box|no|n|plataforma|fase|prédio|ramal|senha|parte|rodovia|br|sp|camisa|questão|exercício|conjunto|edição|item|
        dia|camarote|autocarro|lugar
    """,
    currencies={
        "BRL": "reais|real|brl|contos|conto|pila|pilas|mangos|pau|paus|reaus",
        "EUR": "euros|euro|eur|aéreos",
        "USD": "dólares|dólar|dolares|dolar|usd|doletas",
        "GBP": "libras|libra|gbp",
        "$": "pesos|peso",
        "MXN": "mxn|pesos mexicanos",
        "ARS": "ars|pesos argentinos",
        "JPY": "ienes|iene|jpy",
        "CNY": "yuans|yuan|cny",
        "CHF": "francos suíços|chf",
        "CLP": "clp|pesos chilenos",
        "UYU": "uyu|pesos uruguaios",
        "CAD": "cad|dólares canadenses",
        "AUD": "aud|dólares australianos",
        "AOA": "kwanzas|kwanza|aoa",
        "MZN": "meticais|metical|mzn",
        "COP": "cop|pesos colombianos",
        "INR": "rupias|rúpias|inr",
        "RUB": "rublos",
        "PYG": "guaranis",
    },
    thousands="",
    nobody="""
        meu|minha|meus|minhas|seu|sua|nosso|nossa|qualquer|segue|seguem|confirmando|lembrando|passando|enviando|
        prezado|prezada|aluno|dúvida|eu|você|vc|ele|ela|me|
        te|se|nos|o|a|os|as|que|é|são|foi|tem|já|não|nao|sim|muito|mais|hoje|amanhã|total|dia|
        ambos|todos|todas|tudo|com|sem|em|no|na|por|e|ou|mas|oi|olá|valor|ainda|sei|ontem|agora|obrigado|desconto|
        juros|lembrar|lembra|mês|semana|antes|depois|cada|vence|vencem|urgente|pendente|pagar|pago|devendo|tô|to|tava|
        novo|nova|mínimo|resto|metade|entrada|sinal|cod|código|anual|mensal|semanal|próximo|próxima|dois
    """,
)
