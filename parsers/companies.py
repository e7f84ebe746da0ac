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
        Servizio Elettrico Nazionale|AEM|Mega Energie|Eneco|Octa+|Fluvius|
        CNEL|CNEL EP|Empresa Eléctrica Quito|EEQ|CENTROSUR|Electroquil|Pluz|Pluz Energía|Electronoroeste|
        Electrocentro|Electro Sur Este|Electro Oriente|Electropuno|Elor|Edesal|EDEA|EDET|EDECAT|EDESE|EDEMSA|
        Ecogas Electricidad|Enersa|SECHEEP|DPEC|EJESA|Energía San Juan|CESSA|EBISA|ESSA|CHEC|EDEQ|EMSA Meta|
        Electrohuila|Enertolima|Cedenar|Vatia|Ruitoque|Bia Energy|Crell|Luzparral|Edelmag|Emelari|Eliqsa|Elecda|
        Edelaysen|CGED|Enel Distribución|Deorsa|Deocsa|Naturgy Iberia|Podo|Lucera|Imagina Energía|Curenergía|
        Energía XXI|Baser|Gana Energía|Factorenergia|Nexus Energía|Som Energia|Viesgo|Repsol|Cepsa|Moeve|City Power|
        Eskom|Ekurhuleni|Prepaid Electricity|Torrent Power|BYPL|BRPL|Adani Power|TPDDL|Tata Power Delhi|KSEB|CESC|
        WBSEDCL|PSPCL|DHBVN|UHBVN|JVVNL|MGVCL|DGVCL|UGVCL|PGVCL|APSPDCL|TSSPDCL|TGSPDCL|MESCOM|HESCOM|GESCOM|MPPKVVCL|
        CSPDCL|JBVNL|NBPDCL|SBPDCL|APDCL|JKPDD|Mahavitaran|Ameren|AEP|Avista|BGE|PECO|PSE&G|PSEG|Pepco|
        Puget Sound Energy|Portland General Electric|Pacific Power|Rocky Mountain Power|Idaho Power|NV Energy|
        El Paso Electric|CPS Energy|Austin Energy|Oncor|TXU|TXU Energy|Reliant|Reliant Energy|Green Mountain Energy|
        Direct Energy|CenterPoint|CenterPoint Energy|Duquesne Light|FirstEnergy|Consumers Energy|DTE|DTE Energy|
        We Energies|MidAmerican|Alliant Energy|OG&E|Evergy|Alabama Power|Mississippi Power|TVA|JEA|TECO|
        Tampa Electric|LADWP|SMUD|Seattle City Light|Hawaiian Electric|Central Maine Power|CMP|Versant|
        Green Mountain Power|Rhode Island Energy|Met-Ed|Penelec|LUMA|Luma Energy|British Gas Electricity|E.ON Next|
        Eon Next|Ecotricity|Good Energy|Utilita|Utility Warehouse|So Energy|Shell Energy|Outfox the Market|
        Rebel Energy|Power NI|Bord Gáis|Bord Gáis Energy|Bord Gais|SSE Airtricity|Airtricity|Pinergy|Flogas|
        Yuno Energy|PrepayPower|Panda Power|Alectra|Alectra Utilities|Epcor|ATCO|Nova Scotia Power|NB Power|
        Manitoba Hydro|SaskPower|Newfoundland Power|Hydro Ottawa|Enova Power|Elexicon|Direct Energy Regulated|
        Endeavour Energy|Alinta|Alinta Energy|Simply Energy|Powershop|Momentum Energy|Lumo|Lumo Energy|Dodo Power|
        Energy Locals|Amber Electric|ActewAGL|Aurora Energy|Horizon Power|Western Power|Energex|Globird|Tango Energy|
        Nectr|ReAmped|Genesis Energy|Mercury Energy|Meridian Energy|Contact Energy|Trustpower|Flick|Flick Electric|
        Electric Kiwi|Pulse Energy|Nova Energy|Powerco|Coprel|CEEE|CEEE Equatorial|Celg|Enel Goiás|Enel SP|Enel Rio|
        Enel Ceará|CPFL Paulista|CPFL Piratininga|Light Rio|Energisa MT|Energisa MS|Energisa Paraíba|Cosern|
        Neoenergia Coelba|Neoenergia Pernambuco|Neoenergia Brasília|CEB|Amazonas Energia|Roraima Energia|
        Equatorial Pará|Equatorial Maranhão|Equatorial Goiás|EDP SP|EDP ES|Chesp|Cooperaliança|EDP Distribuição|
        Galp Energia|Luzboa|Coopérnico|EEM|SU Eletricidade|SP Services|SP Group|Meralco|TNB|PLN|Kenya Power|KPLC|
        Ikeja Electric|EKEDC|DEWA|SEWA|ADDC|HK Electric|CLP
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
        Publiacqua|SMAT|MM Spa|Hamburg Wasser|Berliner Wasserbetriebe|
        Interagua|EPMAPS|Emaps|Sedacaj|Sedalib|Sedapar|Seda Cusco|EPS Grau|AySA Aguas|Aguas Santafesinas|ASSA|
        Aguas Cordobesas|OSSE|Obras Sanitarias|OSM|Aguas Bonaerenses|Aguas de Salta|Aguas del Norte|SAT Tucumán|
        Agua de Corrientes|Aguas Mendocinas|Aysam|Aguas de Cartagena|Aguas de Manizales|Aguas y Aguas|Acuavalle|
        Empopasto|Veolia Agua|IBAL|Acueducto Bogotá|EPM Aguas|Nuevosur|Nueva Atacama|Aguas del Valle|Aguas Araucanía|
        Aguas Décima|Aguas Magallanes|Aguas Patagonia|Suralis|SMAPA|Aguas Manquehue|Aguas Cordillera|SACMEX CDMX|
        SAPAL|SAPASA|OAPAS|OOAPAS|SEAPAL|JUMAPAM|JAPAC|JAPAMA|COMAPA|CMAS|CAEM|CESPE|CEAG|CEA Querétaro|JMAS|SIMAS|
        Aguas de Saltillo|AGUAKAN|CAPAMA|Agua de Hermosillo|Agua de Puebla|Agua de Puebla para Todos|Monterrey Agua|
        AyD|AyD Monterrey|Aigües de Barcelona|Aqualia|Hidraqua|Emivasa|Global Omnium|Emacsa|Emuasa|EMASA|Emaya|
        Canal Isabel II|Consorcio de Aguas|Hidralia|Aljarafesa|Giahsa|FCC Aqualia|Affinity Water|Bristol Water|
        Northumbrian Water|Essex & Suffolk Water|South East Water|Portsmouth Water|South Staffs Water|Scottish Water|
        Dŵr Cymru|Cambridge Water|Uisce Éireann|NI Water|Rand Water|Johannesburg Water|Icon Water|SA Water|
        Hunter Water|Unitywater|Urban Utilities|South East Water Melbourne|Greater Western Water|City West Water|
        Barwon Water|Water Corporation|TasWater|Power and Water|Watercare|Wellington Water|Toronto Water|
        Metro Vancouver|EPCOR Water|American Water|California Water|Cal Water|California American Water|Aqua America|
        DC Water|Golden State Water|San Jose Water|EBMUD|SFPUC|Denver Water|MWRA|Suez Water|Veolia Water|
        Miami-Dade Water|WSSC|WSSC Water|Seattle Public Utilities|Chennai Metro Water|CMWSSB|HMWSSB|MCGM Water|
        Kerala Water Authority|KWA|PHED|BWSSB Bengaluru|Aegea|BRK|BRK Ambiental|Iguá|Águas de Manaus|Águas Guariroba|
        Águas de Niterói|Águas de Joinville|Saneago|Caema|Cosanpa|CAGEPA|Caern|Agespisa|SAAE|DMAE|SEMAE|Sanasa|Samae|
        Cesan|DEMAE|Aguas do Porto|Águas de Gaia|Águas de Coimbra|Águas do Algarve|SMAS|SMAS Sintra|SIMAR|Aquamaior|
        Tratave
    """,
    "gas": """
        Naturgy|Metrogas|MetroGAS|Camuzzi|Litoral Gas|Gasnor|Vanti|Gas Natural|Gas Natural Fenosa|Lipigas|Gasco|
        Abastible|Cálidda|Calidda|Tomza|Zeta Gas|Gas Express|Global Gas|Ecogas|Comgás|Comgas|Naturgy Brasil|Ultragaz|
        Liquigás|Supergasbras|Copagaz|CEG|British Gas|Nicor|SoCalGas|Enbridge|Enbridge Gas|FortisBC|Piedmont Gas|
        Atmos|Atmos Energy|Indane|HP Gas|Bharat Gas|Mahanagar Gas|IGL|Lusitaniagás|Rubis Gás|
        GRDF|Antargaz|Butagaz|Eni|Eni Plenitude|Eni Gas e Luce|Italgas|Gasag|GASAG|Wien Gas|Primagaz|
        Gas del Estado|Naturgy Ban|Camuzzi Gas Pampeana|Camuzzi Gas del Sur|Distribuidora Gas Cuyana|Gas NEA|YPF Gas|
        Extragas|Amarilla Gas|Totalgaz|Maxigas|Igasamex|Gas Imperial|Sonigas|Gas Nieto|Gas Metropolitano|Vela Gas|
        Gas Uribe|Garza Gas|Gas LP|Diesgas|Corpogas|Alcanos|Llanogas|Surtigas|Gases de Occidente|GDO|Efigas|
        Gases del Caribe|Colgas|Chilco|GasValpo|Intergas|Gas Sur|Solgas|Llamagas|Contugas|Quavii|Agip Gas|Duragas|
        Acsa Gas|Montevideo Gas|Nedgia|Madrileña Red de Gas|Redexis|Cepsa Gas|Repsol Butano|Cadent|Wales & West|
        Calor Gas|Flogas Gas|Phoenix Gas|Firmus|Firmus Energy|Spire|Peoples Gas|Columbia Gas|Washington Gas|
        NW Natural|Cascade Natural Gas|Southwest Gas|Texas Gas Service|Dominion Energy Ohio|UGI|PGW|Laclede Gas|
        Black Hills Energy|AmeriGas|Suburban Propane|Ferrellgas|Union Gas|Gaz Métro|Énergir|Energir|Kleenheat|
        Origin Gas|Elgas|Supagas|Multinet Gas|Rockgas|Gujarat Gas|Adani Gas|Adani Total Gas|Indraprastha Gas|MGL|
        GAIL Gas|Sabarmati Gas|Torrent Gas|Bharatgas|Indane Gas|Nacional Gás|Gasmig|MSGás|SCGás|Sulgás|Compagas|
        Bahiagás|Copergás|Cegás|Potigás|ES Gás|Naturgy Rio|Supergasbrás|Consigaz|Lisboagás|Portgás|Tagusgás|Setgás|
        Prio Gás|Goldenergy Gás|Afrox|Egoli Gas
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
        Deutsche Glasfaser|Edpnet|Vodafone Kabel|
        Telecable|Wizz|Izzi Móvil|Star TV|Star Go|Skycable|Cablecom|AT&T Internet|Netuno|Inter Venezuela|CNT|CNT EP|
        Netlife|Puntonet|Celerity|Xtrim|Claro Hogar|Movistar Hogar|Movistar Fibra|Mi Fibra|Fiberlux|Tigo Hogar|
        Tigo UNE|HV Multiplay|Emcali Telecomunicaciones|Azteca Comunicaciones|Personal Hogar|Fibertel Personal|Iplan|
        Telered|Supercanal|Gigared|Cablevisión Fibertel|Movistar Arnet|Arnet|Speedy|Claro Internet|Entel Hogar|
        Movistar Internet|Telsur|Telefónica del Sur|ClaroVTR|WOM Fibra|Montevideo Cable|TCC|Nuevo Siglo|Jazztel|Ono|
        Euskaltel|R Cable|Telecable Asturias|Adamo|Finetwork|Avatel|Movistar Fusión|MasMóvil|Vodafone Fibra|
        Orange Fibra|Silbö|Cellnex|Tata Play Fiber|Tata Play|BSNL Fiber|You Broadband|Den Broadband|Asianet|
        Kerala Vision|GTPL|Alliance Broadband|Railwire|Siti Cable|Airtel Black|Airtel Fiber|Jio Fiber|JioAirFiber|
        Netplus|Xfinity Internet|AT&T Fiber|AT&T Internet Air|T-Mobile Home Internet|Verizon Home Internet|
        WOW! Internet|RCN|Astound|Mediacom|Sparklight|Cable One|Suddenlink|Windstream|Kinetic|Ziply|Ziply Fiber|
        Brightspeed|Quantum Fiber|Lumos|Metronet|EPB|Viasat|Rise Broadband|Altafiber|Cincinnati Bell|Hawaiian Telcom|
        Liberty Puerto Rico|Now Broadband|Vodafone Broadband|EE Broadband|Three Broadband|Gigaclear|KCOM|Trooli|
        YouFibre|brsk|Toob|G.Network|Shell Broadband|Post Office Broadband|Eir Broadband|Siro|Pure Telecom|Digiweb|
        Teksavvy|Bell Aliant|Bell MTS|Cogeco|Distributel|Start.ca|Oxio|Ebox|Beanfield|Northwestel|Sasktel|
        Access Communications|Telus Pure Fibre|Superloop|Tangerine|Exetel|Leaptel|Launtel|Southern Phone|Telstra NBN|
        Optus NBN|Vocus|2degrees|Slingshot|Orcon|Bigpipe|Afrihost|Webafrica|MWEB|Openserve|Vumatel|Vuma|
        Cool Ideas|RSAWEB|Axxess|Supersonic|Telkom|Vivo Fixo|Claro Fibra|TIM Live|TIM Ultrafibra|Nio Fibra|Sky Fibra|
        Ligga|Copel Telecom|Unifique|Algar Telecom|Giga+|Giga Mais|Alares|Vero Internet|Mob Telecom|Americanet|
        Valenet|Proxxima|Wirelink|Mhnet|Desktop Internet|NOS Fibra|MEO Fibra|Starhub|Singtel|MyRepublic|PLDT|Converge|
        Globe At Home|Unifi|TM Unifi|Maxis Fibre
    """,
    "phone": """
        Telcel|Movistar|Claro|AT&T|Tigo|Entel|WOM|Wom|Personal|Tuenti|Bitel|Unefon|Virgin Mobile|Bait|Vodafone|Orange|
        Yoigo|Pepephone|MásMóvil|Lowi|Simyo|Vivo|TIM|Oi|Verizon|T-Mobile|Mint Mobile|Mint|Cricket|Boost Mobile|
        US Mobile|Google Fi|Metro PCS|Telus|Fido|Koodo|Freedom Mobile|Telstra|Optus|Amaysim|EE|O2|Three|giffgaff|
        Giffgaff|Lebara|Tesco Mobile|Airtel|Jio|Vi|BSNL|Vodafone Idea|WTF|UZO|Comcel|Virgin Telco|Eir|Uff|
        SFR|Bouygues|Bouygues Telecom|Free Mobile|Sosh|RED by SFR|B&You|Prixtel|Coriolis|Mobile Vikings|Telekom|
        Deutsche Telekom|Congstar|congstar|Aldi Talk|Drillisch|Winsim|Fonic|Klarmobil|Mobilcom|Freenet|Blau.de|Drei|
        Hot Telekom|spusu|Yallo|Wingo|Salt Mobile|Iliad|iliad|WindTre|Wind Tre|Ho Mobile|ho. Mobile|Kena|PosteMobile|
        Very Mobile|Fizz|Lycamobile|
        Telcel Amigo|Telcel Plan|Weex|Flash Mobile|Freedompop|Diri|Pillofon|Izzi Mobile|Móvil Éxito|ETB Móvil|
        VTR Móvil|Mundo Móvil|Antel Móvil|Amena|Digi Mobil|Finetwork Móvil|Parlem|Llamaya|Euskaltel Móvil|Hits Mobile|
        Suop|AT&T Wireless|Xfinity Mobile|Spectrum Mobile|Straight Talk|TracFone|Total Wireless|Consumer Cellular|
        Ting|Ultra Mobile|Republic Wireless|Page Plus|Simple Mobile|US Cellular|UScellular|C Spire|Helium Mobile|
        Metro by T-Mobile|iD Mobile|Smarty|VOXI|Talkmobile|Sky Mobile|BT Mobile|1pMobile|Lebara Mobile|GoMo|
        Rogers Wireless|Bell Mobility|Telus Mobility|Chatr|Public Mobile|Lucky Mobile|Virgin Plus|Videotron Mobile|
        Fizz Mobile|Aldi Mobile|ALDImobile|Felix Mobile|Woolworths Mobile|Everyday Mobile|Coles Mobile|Kogan Mobile|
        Circles.Life|Skinny Mobile|Warehouse Mobile|Vodacom|MTN|Cell C|Telkom Mobile|FNB Connect|Jio Prepaid|
        Airtel Prepaid|Airtel Postpaid|Jio Postpaid|Vi Postpaid|MTNL|Reliance Jio|Vivo Controle|Vivo Pós|TIM Controle|
        TIM Black|Claro Controle|Oi Móvel|Algar Celular|Surf Telecom|Nomo|MEO Móvel|NOS Móvel|Yorn|Digi Móvel|
        Singtel Mobile|Smart Communications|DITO|Safaricom|9mobile|Etisalat
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
        Waipu|waipu.tv|RaiPlay|TIMvision|
        Disney Plus Star|Netflix Premium|Spotify Premium|Spotify Familiar|Spotify Duo|YouTube Family|Claro Video|
        Claro Música|Vix Premium|Universal+|Universal Plus|Rakuten TV|Flow Personal|Pluto TV|Movistar Plus|
        Movistar Plus+|Atresplayer|SkyShowtime|Apple One|Apple Arcade|Apple iCloud|iCloud Storage|Google Play|
        Google Drive|Google Workspace|Microsoft 365|Office 365|Adobe|Adobe CC|Adobe Creative Cloud|Photoshop|Figma|
        GitHub|GitHub Copilot|Claude Pro|ChatGPT Plus|OpenAI|Midjourney|Grammarly|1Password|NordVPN|ExpressVPN|
        LastPass|Evernote|Zoom Pro|Linkedin Premium|Strava|Peloton|Headspace|Patreon|Substack|New York Times|NYT|
        Washington Post|The Economist|The Guardian|Financial Times|Wall Street Journal|WSJ|Scribd|Storytel|
        Nintendo Online|Xbox|Xbox Live|PlayStation|PSN|EA Play|Ubisoft+|Fubo|Philo|YouTube TV|Hulu Live|Sling TV|AMC+|
        Starz|Showtime|ESPN|ESPN+|MLB TV|NBA League Pass|NFL Plus|Sunday Ticket|Apple TV Plus|Discovery Plus|
        Curiosity Stream|Shudder|Acorn TV|Criterion|ITVX|ITVX Premium|Sky Sports|TNT Sports|BT Sport|Premier Sports|
        CBC Gem|TSN|Sportsnet|Sportsnet Plus|Foxtel|Foxtel Now|Optus Sport|Sky Sport Now|ThreeNow|Showmax|DStv|
        MultiChoice|SonyLIV Premium|Jio Hotstar|JioHotstar|JioCinema|JioSaavn|Gaana|Wynk|Amazon Music|Zee5 Premium|
        Sun NXT|Hoichoi|ALTBalaji|MX Player|Hungama|Apple Music Family|Globoplay Premium|Globoplay Canais|Premiere FC|
        Sexy Hot|Oldflix|Claro TV|Claro TV+|Vivo Play|Sky+|Sport TV|Eleven Sports|Opto SIC|Deezer Premium|Tidal HiFi|
        Qobuz|SoundCloud|Pandora
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
        Cattolica|Genertel|ConTe.it|Prima Assicurazioni|Verti|Linear|Allianz Direct|Zurich Connect|Poste Vita|
        Seguros Monterrey|Monterrey New York Life|Seguros Atlas|El Águila|Primero Seguros|ABA Seguros|Seguros Banorte|
        BBVA Seguros|Seguros Inbursa|Plan Seguro|Chubb Seguros|Ana Seguros|Crabi|Momento Seguros|La Latino|Thona|
        Potosí|Seguros Sura|Seguros del Estado|Previsora|La Previsora|Seguros Mundial|Axa Colpatria|Colpatria|
        Colmena Seguros|SBS Seguros|Seguros Alfa|Equidad Seguros|La Equidad|La Positiva|Interseguro|Protecta|
        Crecer Seguros|Seguros Consorcio|BCI Seguros|Chilena Consolidada|Penta Security|Renta Nacional|Cardif|
        Ohio National|San Cristóbal|San Cristóbal Seguros|Federación|La Segunda|La Segunda Seguros|
        Provincia Seguros|Nación Seguros|Mercantil Andina|La Meridional|Seguros Rivadavia|Sancor Salud Seguros|
        Galicia Seguros|Triunfo Seguros|ATM Seguros|Holando|Banco de Seguros|El Roble|Seguros G&T|
        Seguros Universales|Equinoccial|Seguros Equinoccial|Seguros Pichincha|Latina Seguros|Aseguradora del Sur|
        Reale Seguros|Catalana Occidente|Verti Seguros|Qualitas Auto|Santa Lucía|Seguros Bilbao|Plus Ultra|
        Fiatc|Helvetia Seguros|AMV|Balumba|DKV Seguros|Axa Seguros|Mutua|Mutua Propietarios|Santander Seguros|
        Erie Insurance|The Hartford|American Family|AmFam|AAA Insurance|Auto-Owners|Mercury Insurance|The General|
        Root Insurance|Esurance|Safeco|Kemper|Metromile|Plymouth Rock|NJM|Country Financial|MetLife Dental|
        Northwestern Mutual|New York Life|Mutual of Omaha|Aflac|Colonial Life|Transamerica|John Hancock|Primerica|
        Lincoln Financial|Trupanion|Healthy Paws|Nationwide Pet|Pets Best|Hippo|Jewelers Mutual|FBD|An Post Insurance|
        123.ie|Irish Life|LV=|esure|Sheilas' Wheels|Swinton|Saga Insurance|NFU Mutual|Hiscox|By Miles|Marshmallow|
        Cuvva|Legal & General|Royal London|Vitality|Vitality Life|Scottish Widows|Animal Friends|ManyPets|
        Bought By Many|Tesco Insurance|Tesco Bank Insurance|AA Insurance|Green Flag|Budget Insurance|1st Central|
        Co-op Insurance|Policy Bazaar|PolicyBazaar|Tata AIG|New India Assurance|Oriental Insurance|National Insurance|
        United India Insurance|Reliance General|Bajaj Allianz Life|SBI General|SBI Life Insurance|HDFC Life|
        ICICI Prudential|ICICI Pru|Kotak Life|Max Life Insurance|Aditya Birla Health|Niva Bupa|Care Health|
        ManipalCigna|Royal Sundaram|Chola MS|IFFCO Tokio|Future Generali|Go Digit|Digit Insurance|Acko General|Zuno|
        PNB MetLife|Tata AIA|Intact Insurance|Co-operators|The Co-operators|Wawanesa|TD Insurance|Belairdirect|Sonnet|
        Economical|Definity|Manulife|Sun Life|Canada Life|Great-West Life|ICBC|BCAA|CAA|CAA Insurance|Beneva|
        La Capitale|SSQ|Promutuel|RBC Insurance|Square One|Suncorp|GIO|Bingle|Youi|QBE|CGU|Woolworths Insurance|
        Coles Insurance|Shannons|RAA|RAC WA|RACT|NRMA Insurance|TAL|AIA|OnePath|Real Insurance|ahm|AAMI Insurance|
        AMI Insurance|State Insurance|Tower Insurance|Trade Me Insurance|Southern Cross Pet|OUTsurance|Santam|
        Discovery Insure|MiWay|King Price|Old Mutual|Old Mutual Insure|Hollard|Sanlam|Auto & General|Dialdirect|1Life|
        Liberty Life|Avbob|Clientele|Sompo|Mitsui|MSIG|Suhai|Youse|Sompo Seguros|Bradesco Auto|Brasilseg|
        Caixa Seguros|Caixa Seguradora|Alfa Seguros|Aliro|Itaú Auto|Justos|Loovi|Mongeral|MAG Seguros|Icatu|
        Icatu Seguros|Ituran|OK! Teleseguros|Ok Teleseguros|N Seguros|Lusitania Seguros|Generali Tranquilidade|
        Ocidental Seguros|Una Seguros|Prévoir
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
        Concordia|Visana|KPT|Groupe Mutuel|Atupri|UniSalute|Previmedical|Synlab|
        OSECAC|OSDEPYM|OSPE|OSUTHGRA|OSPACA|IOMA|PAMI|Accord Salud|Sancor Salud|Prevención Salud|Avalian|Jerárquicos|
        Jerárquicos Salud|Hospital Italiano|Hospital Alemán|Hospital Británico|Premedic|Hominis|Medicus|Luis Pasteur|
        William Hope|Federada Salud|OSPIA|Sanitas EPS|EPS Sanitas|EPS Sura|Salud Total|Famisanar|Aliansalud|Coosalud|
        Mutual Ser|Compensar EPS|Capital Salud|Medimás|Cafesalud|Colpatria Medicina|MedPlus|Allianz Medicina|Colmena|
        Isapre Consalud|Isapre Cruz Blanca|Isapre Banmédica|Vida Tres|Nueva Masvida|Isapre Esencial|
        Colmena Golden Cross|RedSalud|Integramédica|Clínica Alemana|Clínica Las Condes|Clínica Santa María|EsSalud|
        Rímac EPS|Mapfre EPS|Oncosalud|Clínica Ricardo Palma|Clínica Internacional|IESS|Saludsa|Ecuasanitas|Confiamed|
        CASMU|Médica Uruguaya MUCAM|SMI|Círculo Católico|COSEM|Hospital Evangélico|Summum|SUAT|SEMM|IGSS|ISSSTE|
        Médica Sur|Hospital Ángeles|Star Médica|Christus Muguerza|TecSalud|San Javier|Farmacias Similares|
        Laboratorio Azteca|Laboratorios Chopo|Olab|Mapfre Salud|Asisa Salud|Caser Salud|IMQ|Quirónsalud|Quirón|
        HM Hospitales|Vithas|Aegon|Nueva Mutua Sanitaria|Agrupació|Dentix|Vitaldent|Sanitas Dental|Oscar Health|
        Molina Healthcare|Centene|Ambetter|Health Net|Highmark|Kaiser Permanente|UnitedHealth|UHC|BCBS|
        BlueCross BlueShield|Blue Shield|CareFirst|Florida Blue|Horizon BCBS|Delta Dental|MetLife Vision|VSP|EyeMed|
        Medicare|Medicaid|Mayo Clinic|Cleveland Clinic|Sutter Health|CVS|Walgreens|CVS Pharmacy|Hims|BetterHelp|
        Talkspace|Invisalign|SmileDirect|Aspen Dental|Bupa Dental|AXA Health|Axa PPP|Vitality Health|Aviva Health|
        Simplyhealth|Denplan|Benenden|Specsavers|Vision Express|NHS|VHI|Laya|Laya Healthcare|Irish Life Health|
        Medavie|Medavie Blue Cross|Pacific Blue Cross|Green Shield|MSP|OHIP|LifeLabs|Dynacare|HBF|ahm Health|
        Australian Unity|GMHBA|Latrobe Health|Teachers Health|Defence Health|HIF|CBHS|Westfund|Peoplecare|
        Frank Health|Southern Cross|Southern Cross Health|Discovery Health|Bonitas|Bonitas Medical|Momentum Health|
        GEMS|Medihelp|Bestmed|Fedhealth|Medshield|KeyHealth|Netcare|Mediclinic|Lancet|Ampath|PathCare|Apollo Hospital|
        Apollo Pharmacy|Max Hospital|Max Healthcare|Medanta|Manipal Hospital|Narayana|Dr Lal PathLabs|Lal PathLabs|
        Thyrocare|SRL|PharmEasy|1mg|Tata 1mg|Practo|Cult Fit|cult.fit|Assim Saúde|Notre Dame Intermédica|Intermédica|
        São Cristóvão Saúde|São Francisco Saúde|Porto Saúde|Porto Seguro Saúde|Cassi|GEAP|Postal Saúde|Saúde Caixa|
        Amil Dental|Bradesco Dental|Unimed Odonto|Qualicorp|Care Plus|Seguros Unimed|Central Nacional Unimed|
        MedSênior|Trasmontano|Blue Saúde|Affix|Supermed|Hermes Pardini|Lavoisier|Delboni|a+ Medicina|Sírio-Libanês|
        Rede D'Or|Drogasil|Droga Raia|Pague Menos|Lusíadas|Lusíadas Saúde|Luz Saúde|Hospital da Luz|Trofa Saúde|
        Médis Saúde|AdvanceCare|Multicare Fidelidade|Future Healthcare|Joaquim Chaves|Germano de Sousa|Unilabs|
        Affidea|SNS|ADSE|SAMS
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
        American Express Italia|CartaSi|PostePay|Postepay|Carte Pass|
        Citibanamex|Banco Azteca|Banregio|Afirme|BanBajío|Banco del Bajío|Bansí|Mifel|Multiva|Actinver|Klar|Ualá|Uala|
        Vexi|Fondeadora|Albo|DiDi Card|Mercado Pago Tarjeta|Tarjeta Mercado Pago|Rappi|Rappi Card|Suburbia|
        Bodega Aurrera|Sam's Club|Costco|Costco Banamex|C&A|Soriana|Chedraui|Home Depot|Best Buy|Sanborns|
        Cuidado con el Perro|Fravega|Frávega|Banco Provincia|BAPRO|Banco Nación|Bco Nación|BNA|Banco Ciudad|
        Supervielle|Banco Patagonia|Comafi|Credicoop|Brubank|Tarjeta Nevada|Nativa Nación|Cordobesa|Cencopay|
        Carrefour|Cetrogar|Banco Galicia|Banco Macro|Banco de Bogotá|Av Villas|Banco Popular|Banco de Occidente|
        Banco Caja Social|Scotiabank Colpatria|Banco Falabella|Tarjeta Éxito|Alkosto|Codensa Crédito|Serfinanza|Nequi|
        Daviplata|Rappipay|Lulo Bank|Pibank|Banco W|Pichincha|Banco Pichincha|Produbanco|Banco Guayaquil|Pacificard|
        Diners|Diners Club|Bolivariano|Banco Bolivariano|De Prati|BanBif|Mibanco|Banco Ripley|Oechsle|Tarjeta Oh|Yape|
        Plin|Banco Santander|Banco BICE|BICE|Banco Security|Lider BCI|Líder BCI|Tricot|Hites|La Polar|ABCDIN|
        Tarjeta Cencosud|Tenpo|Banco Itaú|BROU Recompensa|Creditel|Passcard|Prex|Midinero|Banco Industrial|
        BAC Credomatic|G&T Continental|Banrural|Unicaja|Kutxabank|Ibercaja|Abanca|Cajamar|Openbank|EVO Banco|Imagin|
        Imaginbank|Laboral Kutxa|Caja Rural|Carrefour Pass|El Corte Inglés|Tarjeta El Corte Inglés|Ikea Visa|
        Bankintercard|MyInvestor|Trade Republic|Bnext|Chase Freedom|Chase Sapphire|Chase Ink|Amazon Visa|Amazon Card|
        Amex Gold|Amex Platinum|Amex Blue|Blue Cash|Delta Amex|Hilton Amex|Citi Double Cash|Citi Custom Cash|
        Costco Visa|Costco Citi|Bank of America Visa|BofA|BoA|US Bank|U.S. Bank|PNC|PNC Bank|Truist|Fifth Third|
        KeyBank|Huntington|Citizens Bank|M&T Bank|TD Bank|Navy Federal|NFCU|USAA Visa|PenFed|Discover It|
        Discover Card|Credit One|First Premier|Mission Lane|Petal|Chime|Venmo Card|PayPal Credit|Care Credit|
        CareCredit|Target RedCard|RedCard|Walmart Card|Macy's|Kohl's|Kohls|Nordstrom|JCPenney|Lowe's Card|
        Home Depot Card|Best Buy Card|Old Navy|Bloomingdale's|Comenity|Goldman Sachs|Schwab|Fidelity Visa|Sofi Card|
        Nationwide Card|Tesco Bank|Sainsbury's Bank|M&S Bank|John Lewis Card|Virgin Money|MBNA|Vanquis|Aqua Card|
        First Direct|Metro Bank|Co-operative Bank|TSB|RBS|NatWest Card|Royal Bank of Scotland|Revolut Card|Monzo Flex|
        Zopa|Yonder|Ulster Bank|AIB|BOI|Permanent TSB|PTSB|An Post Money|Avant Money|HDFC Bank|ICICI Bank|
        ICICI Amazon|Amazon Pay ICICI|Axis Bank|Flipkart Axis|SBI|SBI Cards|Kotak Mahindra|IndusInd|IDFC|IDFC First|
        Yes Bank|RBL|RBL Bank|AU Bank|AU Small Finance|Federal Bank|Canara|Canara Bank|Bank of Baroda|BOB Card|
        Punjab National Bank|PNB|Union Bank|OneCard|One Card|Uni Card|LazyPay|Simpl|Standard Chartered|StanChart|
        RBC Visa|TD Visa|Scotia|Scotia Visa|BMO Mastercard|CIBC Visa|National Bank|Desjardins Visa|PC Financial|
        PC Mastercard|Canadian Tire|Canadian Tire Mastercard|Triangle Mastercard|Rogers Mastercard|Tangerine Bank|
        Tangerine Mastercard|Simplii|Neo Financial|Brim|Home Trust|Costco Mastercard|Walmart Mastercard|
        Commonwealth Bank|CBA|Bankwest|St George|St. George|Suncorp Bank|Bendigo|Bendigo Bank|Macquarie|Latitude Card|
        Zip Pay|Zip Money|Up Bank|Ubank|Coles Mastercard|Qantas Money|Great Southern Bank|ASB|BNZ|Kiwibank|Gem Visa|
        Q Card|FNB|First National Bank|Standard Bank|Nedbank|Capitec|Investec|Discovery Bank|Discovery Card|TymeBank|
        African Bank|Woolworths Card|Edgars|Truworths|Foschini|TFG|Mr Price|Ackermans|Nubank Ultravioleta|Itaucard|
        Itaú Click|Itaú Uniclass|Bradescard|Santander SX|Banco Inter|Inter Black|C6 Carbon|PagBank|PagSeguro|
        Mercado Pago Cartão|Banco Pan|BMG|Banco BMG|Banco Original|Banco BV|Sofisa|Daycoval|Safra|Banco Safra|BTG|
        BTG Pactual|XP Visa|Banrisul|Sicredi|Sicoob|Ourocard|Hipercard|Porto Seguro Cartão|Porto Bank|Riachuelo|
        Cartão Renner|Pernambucanas|Casas Bahia|Magalu|LuizaCred|Magazine Luiza|Ponto Frio|Carrefour Cartão|
        Cartão Carrefour|Atacadão|Cartão Atacadão|Havan|Pão de Açúcar|Assaí|Passaí|Leroy Merlin|Amazon Cartão|
        Americanas|Submarino|Méliuz|Meliuz|Banco do Nordeste|BRB|Banestes|Banco Inter Cartão|CGD|
        Caixa Geral de Depósitos|Caixa Geral|BPI|Banco BPI|Activobank|Crédito Agrícola|EuroBic|Moey|Cartão Universo|
        Unibanco|BNP Cartão|OCBC|UOB|Metrobank|Maybank|CIMB
    """,
    "mortgage": """
        Infonavit|INFONAVIT|Fovissste|FOVISSSTE|Fondo Nacional del Ahorro|Rocket Mortgage|Mr. Cooper|
        Wells Fargo Mortgage|Chase Mortgage|Bank of America Mortgage|Freedom Mortgage|Quicken Loans|loanDepot|
        Guild Mortgage|Newrez|PennyMac|Caliber|Nationstar|Ocwen|PHH|Shellpoint|United Wholesale|UWM|Carrington|
        Flagstar|Nationwide Mortgage|Halifax Mortgage|Santander Mortgage|Skipton|Skipton Building Society|
        Leeds Building Society|Yorkshire Building Society|Coventry Building Society|Kensington|HDFC Home Loan|
        HDFC Ltd|LIC Housing|LIC HFL|SBI Home Loan|ICICI Home Loan|PNB Housing|Bajaj Housing|CBA Home Loan|
        Westpac Home Loan|SA Home Loans|Ooba|Infonavit Crédito|Procrear|MiVivienda|BHU|ANV|BIESS|FNA|
        Minha Casa Minha Vida|MCMV|Caixa Habitação|Crefaz
    """,
    "tax": """
        SAT|AFIP|ARCA|ARBA|AGIP|DIAN|SUNAT|SII|DGI|BPS|IRS|HMRC|CRA|ATO|SRI|SAT Guatemala|Hacienda|Agencia Tributaria|
        Receita Federal|DETRAN|Detran|Finanças|DVLA|Tesorería|Rentas|
        URSSAF|Urssaf|DGFiP|SPF Finances|ARD ZDF|ARD ZDF Deutschlandradio|Rundfunkbeitrag|Beitragsservice|GEZ|Serafe|
        SERAFE|ORF|Agenzia delle Entrate|INPS|Inps|
        SEFAZ|Prefeitura de São Paulo|Prefeitura do Rio|Simples Nacional|eSocial|INSS|FGTS|Autoridade Tributária|
        Autoridade Tributária e Aduaneira|Segurança Social|Portal das Finanças|AEAT|Agencia Tributaria Madrid|TGSS|
        Seguridad Social|DGT|Tesorería General|TGR|Tesorería General de la República|Intendencia de Montevideo|SUCIVE|
        Municipio de Quito|SAT Lima|Tesorería CDMX|Secretaría de Finanzas|Repuve|ARCA Monotributo|Rentas Córdoba|
        ATM Mendoza|AGIP CABA|DGR|Franchise Tax Board|FTB|DMV|Secretary of State|EZ Tax|TurboTax|H&R Block|
        County Tax Collector|Revenue Commissioners|Local Property Tax|LPT|TV Licensing|Dart Charge|Congestion Charge|
        Companies House|GST Portal|BBMP|GHMC|MCD|Income Tax Department|Revenue Quebec|Revenu Québec|City of Toronto|
        City of Vancouver|City of Calgary|ServiceOntario|VicRoads|Service NSW|Revenue NSW|Transport NSW|TMR|
        City of Sydney|Brisbane City Council|IRD|Inland Revenue|NZTA|Waka Kotahi|Auckland Council|SARS|
        City of Cape Town|City of Johannesburg|eThekwini|City of Tshwane|KRA|FIRS|BIR|IRAS
    """,
    "loan": """
        Creditas|Crefisa|Kueski|Sallie Mae|Navient|Nelnet|SoFi|Affirm|Bajaj Finserv|Cofidis|Konfío|Icetex|ICETEX|
        Caja Popular|Compartamos|Toyota Financial|Ford Credit|Ally|Upstart|Muthoot|
        Cofinoga|Sofinco|Cetelem France|Oney Bank|Floa|Younited|Targobank|TARGOBANK|Santander Consumer|
        Santander Consumer Bank|Auxmoney|Smava|VW Bank|Volkswagen Bank|BMW Bank|KfW|Findomestic|Agos|Compass|
        Cofidis Italia|Fiditalia|Toyota Bank|Diac|Mobilize|
        Credifiel|Crédito Familiar|Financiera Crediclub|Moneyman|Baubap|Dineria|Lendon|
        Vivus|Kubo|Yotepresto|Creditea|Fonacot|Infonacot|Pensionissste|GM Financial|Nissan Financial|
        NR Finance|VW Financial|Volkswagen Financial|Toyota Financial Services|Honda Finance|Kia Finance|
        Hyundai Finance|Mazda Financial|BMW Financial|Mercedes Benz Financial|Italika|Monte de Piedad|
        Nacional Monte de Piedad|First Cash|Prestamex|Credilikeme|Efectivo Sí|Crédito Argentino|Cuota Simple|
        Ualá Préstamo|Mercado Crédito|Mercado Credito|Plan Rombo|Plan Óvalo|Plan de Ahorro|Fiat Plan|Chevrolet Plan|
        Volkswagen Plan|Toyota Plan|Addi|Sistecrédito|Sistecredito|Lineru|RapiCredit|Credijusto|Finandina|Bayport|
        Chevyplan|Carroya|Caja Los Andes|Caja La Araucana|CCAF Los Andes|La Araucana|Coopeuch|Fondo Solidario|
        Crediscotia|Caja Arequipa|Caja Huancayo|Caja Piura|Caja Cusco|Caja Trujillo|Compartamos Financiera|
        Acceso Crediticio|IECE|Cooperativa JEP|JEP|Great Lakes|MOHELA|Aidvantage|EdFinancial|FedLoan|Discover Student|
        College Ave|LendingClub|Lending Club|Best Egg|OneMain|OneMain Financial|Happy Money|Rocket Loans|LightStream|
        Carvana|CarMax|Capital One Auto|Chase Auto|Ally Auto|Honda Financial|Nissan Motor Acceptance|NMAC|
        Hyundai Motor Finance|Kia Motors Finance|Subaru Motors Finance|VW Credit|BMW Financial Services|
        Mercedes-Benz Financial|Tesla Finance|Credit Acceptance|Clearpay|Laybuy|Student Loans Company|Black Horse|
        Close Brothers|MotoNovo|Moneybarn|Novuna|Lendable|Zopa Loan|Splitit|Bajaj Finance|Tata Capital|
        Aditya Birla Finance|HDB|HDB Financial|Home Credit|KreditBee|MoneyTap|Fibe|EarlySalary|Muthoot Finance|
        Manappuram|IIFL|L&T Finance|Shriram|Shriram Finance|Mahindra Finance|Cholamandalam|TVS Credit|Hero FinCorp|
        Poonawalla|NSLSC|OSAP|easyfinancial|Fairstone|Mogo|HELP Debt|HECS-HELP|Plenti|Latitude Loans|MoneyMe|Wisr|
        SocietyOne|Harmoney|Wesbank|Capitec Loan|Direct Axis|DirectAxis|African Bank Loan|Banco Pan Financiamento|
        BV Financeira|Aymoré|Santander Financiamentos|Omni Financeira|Banco Volkswagen|Banco Toyota|Banco Honda|
        Honda Consórcio|Consórcio Honda|Banco GM|Rodobens|Embracon|Porto Consórcio|Itaú Consórcio|FIES|Pravaler|
        SuperSim|Geru|Bom Pra Crédito|Agibank|Facta|Cofidis Crédito|Unicre|Credibom|321 Crédito|BNP Personal Finance|
        Primus
    """,
    "school": """
        UNAM|Kumon|Colsubsidio|UNIP|Estácio|Wizard|CCAA|Fisk|Byju's|Allen|Open University|Montessori|
        ITESM|Tec de Monterrey|Tec Milenio|UVM|UNITEC|UIC|La Salle|Universidad La Salle|IPN|UAM|ITAM|Anáhuac|
        Universidad Panamericana|UANL|UDG|UPAEP|UDLAP|Colegio Williams|Harmon Hall|Berlitz|Interlingua|
        Open English|Quick Learning|Platzi|Coursera|Udemy|Crehana|UBA|UADE|UCA|UTN|Universidad de Palermo|Siglo 21|
        Universidad Siglo 21|ITBA|Di Tella|Cultural Inglesa|Cultura Inglesa|Universidad Nacional|UNAL|Javeriana|
        Universidad de los Andes|Uniandes|EAFIT|Externado|Universidad del Rosario|La Sabana|UPB|ICESI|SENA|
        Politécnico Grancolombiano|Areandina|PUC|PUCP|UPC|USIL|UCV|UTP|Universidad de Lima|ULima|Senati|Tecsup|
        Innova Schools|Británico|ICPNA|UChile|UdeC|USACH|UNAB|UDP|Duoc|Duoc UC|DuocUC|INACAP|AIEP|USFQ|UEES|ESPOL|
        UTPL|UDLA|Universidad ORT|UCU|UdelaR|USAC|URL|UVG|UNED|UOC|UNIR|Complutense|UCM Madrid|UAM Madrid|UPV|ESADE|
        ESIC|Kids&Us|Helen Doron|Cambridge School|KinderCare|Bright Horizons|Goddard School|Primrose|Primrose Schools|
        La Petite|La Petite Academy|Learning Care|Montessori School|Mathnasium|Sylvan|Sylvan Learning|Khan Academy|
        Chegg|Busy Bees|Kids Planet|Goodstart|Goodstart Early Learning|G8 Education|Guardian Childcare|C&K|BestStart|
        YMCA|YWCA|DPS|Delhi Public School|Kendriya Vidyalaya|Ryan International|Podar|Euro Kids|EuroKids|Kidzee|
        Little Millennium|Aakash|FIITJEE|Unacademy|Vedantu|Physics Wallah|upGrad|IGNOU|Estácio de Sá|Unopar|
        Anhanguera|Kroton|PUC-SP|PUC-Rio|PUC Minas|Mackenzie|FGV|Insper|UNINTER|UniCesumar|Cruzeiro do Sul|
        Anhembi Morumbi|FMU|Uninove|São Judas|Unisinos|UniBH|Colégio Objetivo|Bernoulli|Poliedro|Yázigi|Yazigi|
        Wise Up|Descomplica|Alura|Universidade Católica|Universidade Nova|ISCTE|Universidade de Lisboa|
        Universidade do Porto|Lusófona|Universidade Lusófona|Autónoma|Wall Street English|International House|
        British Council|ADvTECH|UNISA|UCT
    """,
    "other": """
        Smart Fit|SmartFit|Bodytech|Megatlón|Basic-Fit|Anytime Fitness|Planet Fitness|PureGym|Prosegur|ADT|Verisure|
        Securitas Direct|Sem Parar|ConectCar|Via Verde|Autopase|TAG IAVE|IAVE|E-ZPass|EZPass|Copaco|Infojobs|
        Mercado Libre|Mercado Pago|Amazon|PayPal|Coppel Muebles|Waste Management|Uber|Veloe|
        Navigo|SNCF|RATP|Deutsche Bahn|BVG|MVG|HVV|Wiener Linien|ÖBB|SBB|CFF|Trenitalia|Italo|ATM|Telepass|Ulys|McFit|
        McFIT|FitX|Clever Fit|Urban Sports Club|Basic Fit|L'Orange Bleue|Fitness Park|Neoness|Virgin Active|ADAC|
        ÖAMTC|TCS|Zalando|IKEA|Ikea|Foncia|Nexity|Vonovia|Klarna Bank|Ticketone|
        Sports World|Sportworld|Energy Fitness|Total Fitness|Gold's Gym|Golds Gym|LA Fitness|24 Hour Fitness|Equinox|
        Crunch Fitness|Orangetheory|F45|CrossFit|Life Time|SoulCycle|ClassPass|The Gym Group|David Lloyd|
        Nuffield Health|Fitness First|JD Gyms|Bannatyne|GoodLife|GoodLife Fitness|Fit4Less|Snap Fitness|Jetts|
        Les Mills|CityFitness|Zone Fitness|Bluefit|Bio Ritmo|Selfit|Panobianco|Gaviões|Gympass|Wellhub|TotalPass|
        Fitness Hut|Solinca|Holmes Place|Altafit|VivaGym|Go Fit|Metropolitan Gym|Sport Club|SportClub|Megatlon|On Fit|
        Always Club|Televía|Pase Urbano|AUSA|AUBASA|Telepase|Flypass|Facilpass|Autopista Central|Costanera Norte|
        Vespucio Norte|SunPass|FasTrak|TxTag|I-PASS|PikePass|FASTag|NHAI|407 ETR|Linkt|E-Toll|SANRAL|Bom Passe|
        Veloe Go|ConectCar Tag|Move Mais|Bip&Go|ADT Security|SimpliSafe|Vivint|Brinks|Brinks Home|Arlo|Ecobee|
        Sector Alarm|Tyco|WM|Republic Services|Recology|Rumpke|Casella|Greyhound Waste|Panda Waste|
        Greyhound Recycling|Biffa|Cleanaway|Terminix|Orkin|Rentokil|TruGreen|Public Storage|Extra Space|
        Extra Space Storage|CubeSmart|U-Haul|Life Storage|Big Yellow|Safestore|Shurgard|Guarde Aqui|GuardeAqui|
        Kennards|Storage King|AWS|Amazon Web Services|Google Cloud|GCP|Microsoft Azure|DigitalOcean|Digital Ocean|
        Heroku|Vercel|Netlify|Cloudflare|Linode|Hetzner|OVH|Hostinger|HostGator|GoDaddy|Namecheap|Bluehost|SiteGround|
        Wix|Squarespace|Shopify|WordPress|Mailchimp|HubSpot|Salesforce|QuickBooks|Xero|FreshBooks|Contpaqi|Nubox|
        Siigo|Alegra|Locaweb|UOL|Hotmart|Conta Azul|ContaAzul|DocuSign|Twilio|Mercado Livre|Shopee|Shein|Temu|
        AliExpress|Etsy|eBay|Costco Membership|Sam's Club Membership|BJ's|Instacart|DoorDash|DashPass|Uber One|
        Uber Eats|Rappi Prime|Cornershop|Cabify|Didi|HelloFresh|Hello Fresh|Blue Apron|Gousto|Chewy|BarkBox|Petco|
        Petlove|Screwfix|B&Q|IKEA Family|RAC Breakdown|AAA Membership|TfL|Trainline|Amtrak|Myki|Zipcar|NCP|RingGo|
        PayByPhone|JustPark|ParkMobile|Estapar|Sodexo|Edenred|Coca-Cola|Burger King|McDonald's|Mc Donald's|Starbucks|
        Pizza Hut|Domino's Pizza|Dominos|Little Caesars|Taco Bell|Dunkin' Donuts|Dunkin|Five Guys|Chipotle|
        Dairy Queen|Papa John's|Tim Hortons|Krispy Kreme|Carl's Jr|Pollo Campero|El Pollo Loco|Juan Valdez|Oma Café|
        Habib's|Giraffas|Vips|Sanborns Café|Toks|Cinépolis|Cinemex|Cinemark|Oxxo|Circle K|
        Office Depot|OfficeMax|Office Max|RadioShack|Walmart|Bodega Aurrerá Express|H-E-B|City Market|Superama|La Comer|
        Fresko|Farmacias Guadalajara|Farmacias del Ahorro|Farmacias Benavides|Cruz Verde|Farmatodo|Mercadona|Lidl|
        Aldi|Rewe|Edeka|Kaufland|Media Markt|MediaMarkt|Saturn Markt|Auchan|Intermarché|Super U|E.Leclerc|Leclerc|
        Esselunga|Conad|Eataly|Poste Italiane|Decathlon|Zara Home|Zara|Bershka|Pull & Bear|Massimo Dutti|
        Trader Joe's|Whole Foods|Dollar General|Dollar Tree|Fresh Market|Foot Locker|Bath & Body Works|Wendy's|
        Chick-fil-A|Popeyes|Panda Express|In-N-Out|Greggs|Pret A Manger|Nando's|Wagamama|Continente|Pingo Doce|
        Almacenes Éxito|Tiendas D1|Tiendas Ara|Supermercados Olímpica|Rapanui|Mostaza|Freddo
    """,
}

AS_WRITTEN: Mapping[str, str] = {
    "sofi": "SoFi", "alan": "Alan", "hype": "Hype", "sara": "SARA", "ute": "UTE", "cea": "CEA", "nu": "Nu",
}  # fmt: skip
"""Names that people and words have too: they count only as the company writes them."""

PLAIN_WORDS = """
    personal|claro|prime|stan|premiere|digit|three|orange|inter|caixa|light|plata|sears|visa|discover|flow|act|
    origin|sky|cox|win|max|sat|disco|macro|galicia|universo|ally|allen|churchill|progressive|farmers|frontier|
    spectrum|optimum|apollo|azteca|ripley|cabal|tranquilidade|azul|ocaso|wizard|fisk|desktop|bell|rogers|shaw|
    dodo|zen|vivo|sura|mint|admiral|hacienda|rentas|nowo|safra|submarino|americanas|pernambucanas|bolivariano|
    nationwide|humana|tricot|spire|flick|primrose|suburbia|magenta|compass|edison|linear|prima|concordia|
    discovery|protecta|previsora|consorcio|federacion|original|independencia|visible|chime|sprint|peloton|
    headspace|pandora|criterion|shudder|havan|creation|equinox|vitality|tangerine|simple|simplii|triangle|lumos|
    kinetic
"""
"""Names of one word that is a plain word of some language too: without a capital they are no company."""
