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
        Adani Electricity|TANGEDCO|UPPCL|Dominion Energy|Georgia Power|National Grid|Entergy|Eversource|Ergon|
        EDF Luminus|Luminus|TotalEnergies|Total Energies|Engie|ENGIE|Ekwateur|Plüm|Mint Énergie|Enercoop|Vattenfall|
        EnBW|RWE|E.ON Energie|Yello|Tibber|Naturstrom|LichtBlick|Lichtblick|Eprimo|eprimo|Greenpeace Energy|
        Polarstern|EWE|N-ERGIE|Mainova|Rheinenergie|Verbund|Wien Energie|EVN|KELAG|Energie AG|TIWAG|Salzburg AG|EWZ|
        ewz|BKW|CKW|Axpo|Romande Energie|Groupe E|SIG|Enel Energia|A2A|Edison|Hera|Iren|Acea|Sorgenia|Plenitude|
        Servizio Elettrico Nazionale|AEM|Mega Energie|Eneco|Octa+|Fluvius
    """,
    "water": """
        SACMEX|Sacmex|OSE|Aguas Andinas|AySA|AYSA|Aysa|ABSA|Absa|Essbio|Esval|Sedapal|EMCALI|Agua y Drenaje|
        Aguas de Barcelona|Agbar|Canal de Isabel II|Emasesa|EAAB|Acueducto de Bogotá|Triple A|SIAPA|Siapa|CESPT|
        JAPAY|SADM|Simapag|CESPM|CEA|Interapas|Empagua|Sanepar|Sabesp|SABESP|Copasa|COPASA|CEDAE|Cedae|Corsan|
        Caesb|Embasa|Compesa|Casan|Cagece|EPAL|Águas de Portugal|Águas do Porto|Águas do Rio|Indaqua|
        Águas de Cascais|Thames Water|Severn Trent|Anglian Water|United Utilities|Yorkshire Water|Southern Water|
        Welsh Water|South West Water|Wessex Water|Sydney Water|Yarra Valley Water|Irish Water|BWSSB|
        Delhi Jal Board|Agua de México|
        Veolia|Suez|Saur|SEDIF|Eau de Paris|Vivaqua|SWDE|De Watergroep|Acea Ato|Abbanoa|Acquedotto Pugliese|
        Publiacqua|SMAT|MM Spa|Hamburg Wasser|Berliner Wasserbetriebe
    """,
    "gas": """
        Naturgy|Metrogas|MetroGAS|Camuzzi|Litoral Gas|Gasnor|Vanti|Gas Natural|Gas Natural Fenosa|Lipigas|Gasco|
        Abastible|Cálidda|Calidda|Tomza|Zeta Gas|Gas Express|Global Gas|Ecogas|Comgás|Comgas|Naturgy Brasil|Ultragaz|
        Liquigás|Supergasbras|Copagaz|CEG|British Gas|Nicor|SoCalGas|Enbridge|Enbridge Gas|FortisBC|Piedmont Gas|
        Atmos|Atmos Energy|Indane|HP Gas|Bharat Gas|Mahanagar Gas|IGL|Lusitaniagás|Rubis Gás|
        GRDF|Antargaz|Butagaz|Eni|Eni Plenitude|Eni Gas e Luce|Italgas|Gasag|GASAG|Wien Gas|Primagaz
    """,
    "internet": """
        Totalplay|Izzi|izzi|Megacable|Infinitum|Telmex|Antel|ETB|VTR|Mundo Pacífico|GTD|Fibertel|Telecentro|Flow|
        Personal Flow|HughesNet|Starlink|Xfinity|Comcast|Spectrum|Cox|Verizon Fios|Fios|Frontier|CenturyLink|Optimum|
        Hathway|ACT|ACT Fibernet|JioFiber|Airtel Xstream|BT|Virgin Media|Sky Broadband|TalkTalk|Hyperoptic|Plusnet|
        Rogers|Shaw|Bell|Telus Internet|Eastlink|Videotron|iiNet|TPG|Aussie Broadband|NBN|Dodo|Win|WIN|Digi|
        Digi Fibra|MEO|NOS|Nowo|Vivo Fibra|Claro NET|NET Claro|Oi Fibra|Desktop|Brisanet|Sumicity|Algar|Google Fiber|
        Wow|Community Fibre|Zen|Axtel|Blue Telecomm|GigNet|Cablevisión|Cablevision|Tigo Star|Sky|
        Freebox|Bbox|SFR Box|Livebox|Proximus|Telenet|VOO|Scarlet|Swisscom|Sunrise UPC|Init7|Quickline|1&1|1und1|
        Unitymedia|PYUR|M-net|NetCologne|Magenta|A1|Fastweb|Eolo|EOLO|Linkem|Tiscali|TIM Fibra|Open Fiber|
        Deutsche Glasfaser|Edpnet|Vodafone Kabel
    """,
    "phone": """
        Telcel|Movistar|Claro|AT&T|Tigo|Entel|WOM|Wom|Personal|Tuenti|Bitel|Unefon|Virgin Mobile|Bait|Vodafone|Orange|
        Yoigo|Pepephone|MásMóvil|Lowi|Simyo|Vivo|TIM|Oi|Verizon|T-Mobile|Mint Mobile|Mint|Cricket|Boost Mobile|
        US Mobile|Google Fi|Metro PCS|Telus|Fido|Koodo|Freedom Mobile|Telstra|Optus|Amaysim|EE|O2|Three|giffgaff|
        Giffgaff|Lebara|Tesco Mobile|Airtel|Jio|Vi|BSNL|Vodafone Idea|WTF|UZO|Comcel|Virgin Telco|Eir|Uff|
        SFR|Bouygues|Bouygues Telecom|Free Mobile|Sosh|RED by SFR|B&You|Prixtel|Coriolis|Mobile Vikings|Telekom|
        Deutsche Telekom|Congstar|congstar|Aldi Talk|Drillisch|Winsim|Fonic|Klarmobil|Mobilcom|Freenet|Blau.de|Drei|
        Hot Telekom|spusu|Yallo|Wingo|Salt Mobile|Iliad|iliad|WindTre|Wind Tre|Ho Mobile|ho. Mobile|Kena|PosteMobile|
        Very Mobile|Fizz|Lycamobile
    """,
    "streaming": """
        Netflix|Spotify|HBO Max|HBO|Max|Disney+|Disney Plus|Disney|Prime Video|Amazon Prime|Prime|Hulu|Apple TV|
        Apple TV+|Apple Music|YouTube Premium|YouTube|YouTube Music|Paramount+|Paramount Plus|Paramount|Crunchyroll|
        Star+|Vix|ViX|Globoplay|Deezer|Tidal|Peacock|Now TV|Sling|fuboTV|Stan|Binge|Kayo|Hotstar|Disney+ Hotstar|
        SonyLIV|Zee5|iCloud|iCloud+|Google One|Xbox Game Pass|Game Pass|PlayStation Plus|PS Plus|Audible|
        Kindle Unlimited|Twitch|Mubi|MUBI|DAZN|Filmin|Movistar+|Blim|Clarovideo|Telecine|Premiere|Discovery+|
        Nintendo Switch Online|Canva|ChatGPT|Dropbox|BritBox|SiriusXM|Kayo Sports|Duolingo|Directv|DirecTV|DIRECTV|
        DGO|Dish|
        Canal+|Canal Plus|MyCanal|OCS|Molotov|RTL+|Joyn|WOW|Sky Deutschland|MagentaTV|Infinity|NOW TV|Streamz|Zattoo|
        Waipu|waipu.tv|RaiPlay|TIMvision
    """,
    "insurance": """
        Mapfre|GNP|AXA|Axa|Qualitas|Quálitas|Zurich|Allianz|Sura|MetLife|Metlife|Sancor|Sancor Seguros|La Caja|
        Rivadavia|Federación Patronal|Rímac|Rimac|Pacífico Seguros|Línea Directa|Mutua Madrileña|Ocaso|Santalucía|
        Porto Seguro|SulAmérica Seguros|Tokio Marine|Azul Seguros|Bradesco Seguros|Itaú Seguros|HDI|Liberty Seguros|
        Fidelidade|Tranquilidade|Ageas|Geico|GEICO|State Farm|Progressive|Allstate|USAA|Liberty Mutual|Farmers|
        Nationwide|Lemonade|Aviva|Admiral|Direct Line|Churchill|Hastings|More Than|LV|NRMA|AAMI|Budget Direct|RACV|
        RACQ|Allianz Assist|LIC|ICICI Lombard|HDFC Ergo|Star Health|Bajaj Allianz|SBI Life|Max Life|Intact|Desjardins|
        Belair|Petplan|Assist Card|Chubb|Prudential|Seguros Bolívar|Inbursa Seguros|Generali|Bupa Seguros|Acko|Digit|
        MAIF|Maif|MACIF|Macif|MAAF|Maaf|Matmut|MATMUT|GMF|Groupama|MMA|Swiss Life|SwissLife|CNP|CNP Assurances|
        Direct Assurance|L'olivier|Luko|AG Insurance|Ethias|P&V|Baloise|Belfius Insurance|HUK|HUK-Coburg|HUK24|Ergo|
        ERGO|Debeka|Signal Iduna|LVM|VGH|DEVK|R+V|Gothaer|Barmenia|Cosmos Direkt|CosmosDirekt|Württembergische|
        Provinzial|Nürnberger|ARAG|Roland Rechtsschutz|Getsafe|Uniqa|UNIQA|Wiener Städtische|Donau Versicherung|Grawe|
        Helvetia|Mobiliar|Die Mobiliar|La Mobilière|Vaudoise|Unipol|UnipolSai|Reale Mutua|Sara Assicurazioni|
        Cattolica|Genertel|ConTe.it|Prima Assicurazioni|Verti|Linear|Allianz Direct|Zurich Connect|Poste Vita
    """,
    "health": """
        Unimed|Amil|Hapvida|SulAmérica Saúde|SulAmérica|Bradesco Saúde|NotreDame|Notredame|GNDI|Golden Cross|
        Prevent Senior|Odontoprev|OdontoPrev|Médis|Medis|Multicare|Sanitas|Adeslas|DKV|Asisa|OSDE|Osde|Swiss Medical|
        Galeno|Medifé|Omint|Sura EPS|Nueva EPS|Compensar|Colsanitas|Colmédica|Coomeva|Isapre Colmena|Banmédica|
        Cruz Blanca|Consalud|Fonasa|Médica Uruguaya|Asociación Española|Kaiser|Aetna|Cigna|UnitedHealthcare|
        Blue Cross|Anthem|Humana|Bupa|Medibank|HCF|NIB|Labcorp|Quest Diagnostics|Salud Digna|Chopo|Fleury|
        Pacífico EPS|IMSS|CUF|Apollo|
        MGEN|Malakoff Humanis|Harmonie Mutuelle|Alan|AG2R|Ameli|CPAM|Doctolib|Solidaris|Partenamut|TK|Techniker|
        Techniker Krankenkasse|AOK|Barmer|DAK|IKK|BKK|KKH|ÖGK|CSS|Helsana|Swica|SWICA|Sanitas Krankenkasse|Assura|
        Concordia|Visana|KPT|Groupe Mutuel|Atupri|UniSalute|Previmedical|Synlab
    """,
    "credit_card": """
        Nubank|Amex|American Express|Mastercard|Visa|Discover|Capital One|Barclaycard|Nu|Invex|RappiCard|Falabella|
        CMR|CMR Falabella|Naranja|Naranja X|Cencosud|Ripley|Liverpool|Palacio de Hierro|Sears|Coppel|C6|C6 Bank|Inter|
        Will Bank|Credicard|Oh!|OCA|Cabal|Tarjeta Shopping|Apple Card|Afterpay|Klarna|Synchrony|PicPay|Stori|Plata|
        Hey Banco|Banamex|Banorte|BBVA|Santander|HSBC|Scotiabank|Itaú|Itau|Bradesco|Chase|Citi|Citibank|HDFC|ICICI|
        SBI Card|Axis|Kotak|Galicia|Macro|Davivienda|Bancolombia|BCP|Interbank|CaixaBank|Sabadell|Bankinter|Brou|BROU|
        Banco Estado|BancoEstado|Banco de Chile|Wells Fargo|Bank of America|Lloyds|NatWest|Monzo|Westpac|ANZ|CommBank|
        NAB|RBC|TD|BMO|CIBC|Caixa|Banco do Brasil|Millennium|Millennium BCP|Novo Banco|Montepio|Wizink|WiZink|Oney|
        Cetelem|Universo|Santander Totta|Inbursa|Azteca|Bancoppel|BanCoppel|Bci|BCI|
        Boursorama|BoursoBank|Crédit Agricole|Crédit Mutuel|Société Générale|BNP|BNP Paribas|La Banque Postale|LCL|
        Caisse d'Épargne|Banque Populaire|Fortuneo|Hello bank|N26|Revolut|ING|Belfius|KBC|Deutsche Bank|Commerzbank|
        DKB|Comdirect|Barclays|Hanseatic Bank|Erste Bank|Raiffeisen|Bawag|BAWAG|UBS|PostFinance|Cembra|Viseca|
        Swisscard|Cornèrcard|Intesa|Intesa Sanpaolo|UniCredit|Unicredit|Fineco|Nexi|Hype|BPER|Banco BPM|
        American Express Italia|CartaSi|PostePay|Postepay|Carte Pass
    """,
    "mortgage": """
        Infonavit|INFONAVIT|Fovissste|FOVISSSTE|Fondo Nacional del Ahorro|Rocket Mortgage|Mr. Cooper
    """,
    "tax": """
        SAT|AFIP|ARCA|ARBA|AGIP|DIAN|SUNAT|SII|DGI|BPS|IRS|HMRC|CRA|ATO|SRI|SAT Guatemala|Hacienda|Agencia Tributaria|
        Receita Federal|DETRAN|Detran|Finanças|DVLA|Tesorería|Rentas|
        URSSAF|Urssaf|DGFiP|SPF Finances|ARD ZDF|ARD ZDF Deutschlandradio|Rundfunkbeitrag|Beitragsservice|GEZ|Serafe|
        SERAFE|ORF|Agenzia delle Entrate|INPS|Inps
    """,
    "loan": """
        Creditas|Crefisa|Kueski|Sallie Mae|Navient|Nelnet|SoFi|Affirm|Bajaj Finserv|Cofidis|Konfío|Icetex|ICETEX|
        Caja Popular|Compartamos|Toyota Financial|Ford Credit|Ally|Upstart|Muthoot|
        Cofinoga|Sofinco|Cetelem France|Oney Bank|Floa|Younited|Targobank|TARGOBANK|Santander Consumer|
        Santander Consumer Bank|Auxmoney|Smava|VW Bank|Volkswagen Bank|BMW Bank|KfW|Findomestic|Agos|Compass|
        Cofidis Italia|Fiditalia|Toyota Bank|Diac|Mobilize
    """,
    "school": """
        UNAM|Kumon|Colsubsidio|UNIP|Estácio|Wizard|CCAA|Fisk|Byju's|Allen|Open University|Montessori
    """,
    "other": """
        Smart Fit|SmartFit|Bodytech|Megatlón|Basic-Fit|Anytime Fitness|Planet Fitness|PureGym|Prosegur|ADT|Verisure|
        Securitas Direct|Sem Parar|ConectCar|Via Verde|Autopase|TAG IAVE|IAVE|E-ZPass|EZPass|Copaco|Infojobs|
        Mercado Libre|Mercado Pago|Amazon|PayPal|Coppel Muebles|Waste Management|Uber|Veloe|
        Navigo|SNCF|RATP|Deutsche Bahn|BVG|MVG|HVV|Wiener Linien|ÖBB|SBB|CFF|Trenitalia|Italo|ATM|Telepass|Ulys|McFit|
        McFIT|FitX|Clever Fit|Urban Sports Club|Basic Fit|L'Orange Bleue|Fitness Park|Neoness|Virgin Active|ADAC|
        ÖAMTC|TCS|Zalando|IKEA|Ikea|Foncia|Nexity|Vonovia|Klarna Bank|Ticketone
    """,
}
