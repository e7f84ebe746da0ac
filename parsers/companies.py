"""Companies that send bills, by what they bill for; they keep their names in every language."""

from __future__ import annotations

from collections.abc import Mapping

COMPANIES: Mapping[str, str] = {
    "electricity": """
        CFE|EPM|Enel|Edesur|Edenor|UTE|Endesa|Iberdrola|Naturgy Luz|Epec|EPE|Edelap|Codensa|Celsia|Afinia|Air-e|
        Emcali|CGE|Chilquinta|Saesa|Frontel|Luz del Sur|Hidrandina|EEGSA|Energuate|ENEE|EDP|EDP Comercial|Light|
        Cemig|Copel|CPFL|Equatorial|Celpe|Coelba|Neoenergia|Energisa|Eletropaulo|Elektro|Celesc|RGE|Goldenergy|
        Galp|E-Redes|Repsol Luz|Holaluz|Octopus|Octopus Energy|EDF|E.ON|Eon|OVO|OVO Energy|Bulb|SSE|
        Scottish Power|ScottishPower|EDF Energy|PG&E|PGE|ConEd|Con Edison|Con Ed|Duke Energy|FPL|SCE|SDG&E|Xcel|
        Xcel Energy|ComEd|Hydro One|BC Hydro|Hydro-Québec|Hydro Quebec|Toronto Hydro|Enmax|AGL|Origin|
        Origin Energy|EnergyAustralia|Red Energy|Ausgrid|BESCOM|BSES|MSEB|TNEB|Tata Power|MSEDCL|
        Adani Electricity|TANGEDCO|UPPCL|Dominion Energy|Georgia Power|National Grid|Entergy|Eversource|Ergon
    """,
    "water": """
        SACMEX|Sacmex|OSE|Aguas Andinas|AySA|AYSA|Aysa|ABSA|Absa|Essbio|Esval|Sedapal|EMCALI|Agua y Drenaje|
        Aguas de Barcelona|Agbar|Canal de Isabel II|Emasesa|EAAB|Acueducto de Bogotá|Triple A|SIAPA|Siapa|CESPT|
        JAPAY|SADM|Simapag|CESPM|CEA|Interapas|Empagua|Sanepar|Sabesp|SABESP|Copasa|COPASA|CEDAE|Cedae|Corsan|
        Caesb|Embasa|Compesa|Casan|Cagece|EPAL|Águas de Portugal|Águas do Porto|Águas do Rio|Indaqua|
        Águas de Cascais|Thames Water|Severn Trent|Anglian Water|United Utilities|Yorkshire Water|Southern Water|
        Welsh Water|South West Water|Wessex Water|Sydney Water|Yarra Valley Water|Irish Water|BWSSB|
        Delhi Jal Board|Agua de México
    """,
    "gas": """
        Naturgy|Metrogas|MetroGAS|Camuzzi|Litoral Gas|Gasnor|Vanti|Gas Natural|Gas Natural Fenosa|Lipigas|Gasco|
        Abastible|Cálidda|Calidda|Tomza|Zeta Gas|Gas Express|Global Gas|Ecogas|Comgás|Comgas|Naturgy Brasil|Ultragaz|
        Liquigás|Supergasbras|Copagaz|CEG|British Gas|Nicor|SoCalGas|Enbridge|Enbridge Gas|FortisBC|Piedmont Gas|
        Atmos|Atmos Energy|Indane|HP Gas|Bharat Gas|Mahanagar Gas|IGL|Lusitaniagás|Rubis Gás
    """,
    "internet": """
        Totalplay|Izzi|izzi|Megacable|Infinitum|Telmex|Antel|ETB|VTR|Mundo Pacífico|GTD|Fibertel|Telecentro|Flow|
        Personal Flow|HughesNet|Starlink|Xfinity|Comcast|Spectrum|Cox|Verizon Fios|Fios|Frontier|CenturyLink|Optimum|
        Hathway|ACT|ACT Fibernet|JioFiber|Airtel Xstream|BT|Virgin Media|Sky Broadband|TalkTalk|Hyperoptic|Plusnet|
        Rogers|Shaw|Bell|Telus Internet|Eastlink|Videotron|iiNet|TPG|Aussie Broadband|NBN|Dodo|Win|WIN|Digi|
        Digi Fibra|MEO|NOS|Nowo|Vivo Fibra|Claro NET|NET Claro|Oi Fibra|Desktop|Brisanet|Sumicity|Algar|Google Fiber|
        Wow|Community Fibre|Zen|Axtel|Blue Telecomm|GigNet|Cablevisión|Cablevision|Tigo Star|Sky
    """,
    "phone": """
        Telcel|Movistar|Claro|AT&T|Tigo|Entel|WOM|Wom|Personal|Tuenti|Bitel|Unefon|Virgin Mobile|Bait|Vodafone|Orange|
        Yoigo|Pepephone|MásMóvil|Lowi|Simyo|Vivo|TIM|Oi|Verizon|T-Mobile|Mint Mobile|Mint|Cricket|Boost Mobile|
        US Mobile|Google Fi|Metro PCS|Telus|Fido|Koodo|Freedom Mobile|Telstra|Optus|Amaysim|EE|O2|Three|giffgaff|
        Giffgaff|Lebara|Tesco Mobile|Airtel|Jio|Vi|BSNL|Vodafone Idea|WTF|UZO|Comcel|Virgin Telco|Eir|Uff
    """,
    "streaming": """
        Netflix|Spotify|HBO Max|HBO|Max|Disney+|Disney Plus|Disney|Prime Video|Amazon Prime|Prime|Hulu|Apple TV|
        Apple TV+|Apple Music|YouTube Premium|YouTube|YouTube Music|Paramount+|Paramount Plus|Paramount|Crunchyroll|
        Star+|Vix|ViX|Globoplay|Deezer|Tidal|Peacock|Now TV|Sling|fuboTV|Stan|Binge|Kayo|Hotstar|Disney+ Hotstar|
        SonyLIV|Zee5|iCloud|iCloud+|Google One|Xbox Game Pass|Game Pass|PlayStation Plus|PS Plus|Audible|
        Kindle Unlimited|Twitch|Mubi|MUBI|DAZN|Filmin|Movistar+|Blim|Clarovideo|Telecine|Premiere|Discovery+|
        Nintendo Switch Online|Canva|ChatGPT|Dropbox|BritBox|SiriusXM|Kayo Sports|Duolingo|Directv|DirecTV|DIRECTV|
        DGO|Dish
    """,
    "insurance": """
        Mapfre|GNP|AXA|Axa|Qualitas|Quálitas|Zurich|Allianz|Sura|MetLife|Metlife|Sancor|Sancor Seguros|La Caja|
        Rivadavia|Federación Patronal|Rímac|Rimac|Pacífico Seguros|Línea Directa|Mutua Madrileña|Ocaso|Santalucía|
        Porto Seguro|SulAmérica Seguros|Tokio Marine|Azul Seguros|Bradesco Seguros|Itaú Seguros|HDI|Liberty Seguros|
        Fidelidade|Tranquilidade|Ageas|Geico|GEICO|State Farm|Progressive|Allstate|USAA|Liberty Mutual|Farmers|
        Nationwide|Lemonade|Aviva|Admiral|Direct Line|Churchill|Hastings|More Than|LV|NRMA|AAMI|Budget Direct|RACV|
        RACQ|Allianz Assist|LIC|ICICI Lombard|HDFC Ergo|Star Health|Bajaj Allianz|SBI Life|Max Life|Intact|Desjardins|
        Belair|Petplan|Assist Card|Chubb|Prudential|Seguros Bolívar|Inbursa Seguros|Generali|Bupa Seguros|Acko|Digit
    """,
    "health": """
        Unimed|Amil|Hapvida|SulAmérica Saúde|SulAmérica|Bradesco Saúde|NotreDame|Notredame|GNDI|Golden Cross|
        Prevent Senior|Odontoprev|OdontoPrev|Médis|Medis|Multicare|Sanitas|Adeslas|DKV|Asisa|OSDE|Osde|Swiss Medical|
        Galeno|Medifé|Omint|Sura EPS|Nueva EPS|Compensar|Colsanitas|Colmédica|Coomeva|Isapre Colmena|Banmédica|
        Cruz Blanca|Consalud|Fonasa|Médica Uruguaya|Asociación Española|Kaiser|Aetna|Cigna|UnitedHealthcare|
        Blue Cross|Anthem|Humana|Bupa|Medibank|HCF|NIB|Labcorp|Quest Diagnostics|Salud Digna|Chopo|Fleury|
        Pacífico EPS|IMSS|CUF|Apollo
    """,
    "credit_card": """
        Nubank|Amex|American Express|Mastercard|Visa|Discover|Capital One|Barclaycard|Nu|Invex|RappiCard|Falabella|
        CMR|CMR Falabella|Naranja|Naranja X|Cencosud|Ripley|Liverpool|Palacio de Hierro|Sears|Coppel|C6|C6 Bank|Inter|
        Will Bank|Credicard|Oh!|OCA|Cabal|Tarjeta Shopping|Apple Card|Afterpay|Klarna|Synchrony|PicPay|Stori|Plata|
        Hey Banco|Banamex|Banorte|BBVA|Santander|HSBC|Scotiabank|Itaú|Itau|Bradesco|Chase|Citi|Citibank|HDFC|ICICI|
        SBI Card|Axis|Kotak|Galicia|Macro|Davivienda|Bancolombia|BCP|Interbank|CaixaBank|Sabadell|Bankinter|Brou|BROU|
        Banco Estado|BancoEstado|Banco de Chile|Wells Fargo|Bank of America|Lloyds|NatWest|Monzo|Westpac|ANZ|CommBank|
        NAB|RBC|TD|BMO|CIBC|Caixa|Banco do Brasil|Millennium|Millennium BCP|Novo Banco|Montepio|Wizink|WiZink|Oney|
        Cetelem|Universo|Santander Totta|Inbursa|Azteca|Bancoppel|BanCoppel|Bci|BCI
    """,
    "mortgage": """
        Infonavit|INFONAVIT|Fovissste|FOVISSSTE|Fondo Nacional del Ahorro|Rocket Mortgage|Mr. Cooper
    """,
    "tax": """
        SAT|AFIP|ARCA|ARBA|AGIP|DIAN|SUNAT|SII|DGI|BPS|IRS|HMRC|CRA|ATO|SRI|SAT Guatemala|Hacienda|Agencia Tributaria|
        Receita Federal|DETRAN|Detran|Finanças|DVLA|Tesorería|Rentas
    """,
    "loan": """
        Creditas|Crefisa|Kueski|Sallie Mae|Navient|Nelnet|SoFi|Affirm|Bajaj Finserv|Cofidis|Konfío|Icetex|ICETEX|
        Caja Popular|Compartamos|Toyota Financial|Ford Credit|Ally|Upstart|Muthoot
    """,
    "school": """
        UNAM|Kumon|Colsubsidio|UNIP|Estácio|Wizard|CCAA|Fisk|Byju's|Allen|Open University|Montessori
    """,
    "other": """
        Smart Fit|SmartFit|Bodytech|Megatlón|Basic-Fit|Anytime Fitness|Planet Fitness|PureGym|Prosegur|ADT|Verisure|
        Securitas Direct|Sem Parar|ConectCar|Via Verde|Autopase|TAG IAVE|IAVE|E-ZPass|EZPass|Copaco|Infojobs|
        Mercado Libre|Mercado Pago|Amazon|PayPal|Coppel Muebles|Waste Management|Uber|Veloe
    """,
}
