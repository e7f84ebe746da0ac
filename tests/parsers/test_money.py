from __future__ import annotations

import pytest

from parsers.money import find_money

SIGNED = [
    ("es", "MX", "$1,250.50", "1250.50 MXN"),
    ("es", "AR", "$ 48.350,20", "48350.20 ARS"),
    ("es", "CL", "78 lucas", "78000.00 CLP"),
    ("es", "MX", "200 varos", "200.00 MXN"),
    ("es", "PE", "S/ 120.50", "120.50 PEN"),
    ("es", "GT", "Q350", "350.00 GTQ"),
    ("es", "CO", "$ 1.250.000", "1250000.00 COP"),
    ("es", "UY", "US$ 1.234,56", "1234.56 USD"),
    ("es", "MX", "45 dls", "45.00 USD"),
    ("es", "ES", "20 pavos", "20.00 EUR"),
    ("es", "ES", "1.234,56 €", "1234.56 EUR"),
    ("es", "MX", "quinientos pesos", "500.00 MXN"),
    ("es", "CO", "un millón doscientos mil pesos", "1200000.00 COP"),
    ("es", "MX", "5 mil 800 pesos", "5800.00 MXN"),
    ("en", "US", "$1.5k", "1500.00 USD"),
    ("en", "CA", "$20.99", "20.99 CAD"),
    ("en", "CA", "US$20.99", "20.99 USD"),
    ("en", "GB", "forty quid", "40.00 GBP"),
    ("en", "GB", "£1,234.56", "1234.56 GBP"),
    ("en", "IN", "Rs.12,000/-", "12000.00 INR"),
    ("en", "IN", "₹1,00,000", "100000.00 INR"),
    ("en", "US", "two hundred bucks", "200.00 USD"),
    ("pt", "BR", "R$ 1.500", "1500.00 BRL"),
    ("pt", "BR", "1,8 mil reais", "1800.00 BRL"),
    ("pt", "BR", "mil e duzentos reais", "1200.00 BRL"),
    ("pt", "PT", "697 €", "697.00 EUR"),
    ("en", "US", "1'850 CHF", "1850.00 CHF"),
    ("en", "US", "€1 250", "1250.00 EUR"),
]


@pytest.mark.parametrize(("language", "region", "text", "expected"), SIGNED)
def test_an_amount_is_read_as_the_country_writes_it(here, language, region, text, expected):
    [found] = find_money(f"x {text}.", here(language, region=region))
    assert f"{found.amount} {found.currency}" == expected
    assert found.span == (2, 2 + len(text))


@pytest.mark.parametrize("region", ["MX", "AR", "US", "DE", "BR"])
@pytest.mark.parametrize("text", ["1.500", "1,500"])
def test_three_digits_after_one_mark_are_thousands_everywhere(here, region, text):
    [found] = find_money(f"renta {text}", here("es", region=region))
    assert found.amount == 1500


COUNTS = [
    ("es", "2 kilos de mango"),
    ("es", "torre 5, depto 301"),
    ("es", "el 16% de descuento"),
    ("es", "mi iPhone 15"),
    ("es", "llámame al 5512345678"),
    ("es", "nos vemos a las 5 el 20 de mayo"),
    ("es", "cuenta 4410029876"),
    ("en", "room 204 at 5:30"),
    ("en", "200g flour, 3 eggs"),
    ("en", "flight 1203"),
    ("en", "see https://example.com/pay/500"),
    ("en", "two dogs"),
    ("pt", "capítulo 8"),
    ("pt", "2 caixas e 3 sacos"),
]


@pytest.mark.parametrize(("language", "text"), COUNTS)
def test_numbers_that_count_or_name_things_are_no_money(here, language, text):
    assert find_money(text, here(language)) == ()


def test_plain_numbers_are_money_where_the_text_is_about_paying(here):
    found = find_money("luz 350 y agua 80", here("es"))
    assert [str(a.amount) for a in found] == ["350.00", "80.00"]


def test_a_dollar_sign_where_there_are_no_dollars_is_a_us_one(here):
    [found] = find_money("$50", here("es", region="PE"))
    assert found.currency == "USD"


WORLD = [
    ("en", "US", "42 Polish zlotys", "42.00", "PLN"),
    ("en", "US", "599 Kč", "599.00", "CZK"),
    ("en", "GB", "55,72 zł", "55.72", "PLN"),
    ("en", "US", "42 QAR", "42.00", "QAR"),
    ("en", "US", "3 dollars and 25 cents", "3.25", "USD"),
    ("en", "US", "twenty rupees", "20.00", "INR"),
    ("es", "ES", "trece euros y cuarenta céntimos", "13.40", "EUR"),
    ("es", "MX", "50 centavos", "0.50", "MXN"),
    ("es", "MX", "2 mil millones de pesos", "2000000000.00", "MXN"),
    ("pt", "BR", "R$ 2 bilhões", "2000000000.00", "BRL"),
]


@pytest.mark.parametrize(("language", "region", "text", "amount", "currency"), WORLD)
def test_the_money_of_the_world_is_read_with_its_cents(here, language, region, text, amount, currency):  # noqa: PLR0917 - one row of the table
    found = find_money(text, here(language, region=region))
    assert [(a.text, f"{a.amount:.2f}", a.currency) for a in found] == [(text, amount, currency)]


def test_a_message_of_nothing_but_a_number_is_an_amount(here):
    assert [f"{a.amount:.2f}" for a in find_money("67", here("en"))] == ["67.00"]
    assert find_money("see you at 67 Main St", here("en")) == ()


def test_a_code_of_some_money_counts_only_in_capitals(here):
    assert find_money("20 all", here("en")) == ()
    assert [a.currency for a in find_money("20 ALL", here("en"))] == ["ALL"]


# A line for each: what is written, and what it is.
AS_WRITTEN = {
    ("en", "US"): """
        two dollars and fifty cents = 2.5 USD
        $2 million = 2000000 USD
        half a million dollars = 500000 USD
        30 MUSD = 30000000 USD
        c $ 300 = 300 CAD
        10 $ 30 $ = 10 USD, 30 USD
        a US$ 25 fee = 25 USD
        250 Norwegian kroner = 250 NOK
        300 Danish kroner = 300 DKK
        12 Swiss francs = 12 CHF
        500 Hungarian forints = 500 HUF
        1000 South Korean won = 1000 KRW
        70 Turkish liras = 70 TRY
        15 Kuwaiti dinars = 15 KWD
        8 Bahraini dinars = 8 BHD
        20 Omani rials = 20 OMR
        300 Kenyan shillings = 300 KES
        5000 Tanzanian shillings = 5000 TZS
        100 Singapore dollars = 100 SGD
        100 Hong Kong dollars = 100 HKD
        100 New Zealand dollars = 100 NZD
        40 Bulgarian leva = 40 BGN
        3 Brazilian reals = 3 BRL
        90 Ukrainian hryvnias = 90 UAH
        60 Israeli new shekels = 60 ILS
        60 shekels = 60 ILS
        100 Finnish markkas = 100 FIM
        200 French francs = 200 FRF
        200 German marks = 200 DEM
        THB 500 = 500 THB
        SEK 1,200.50 = 1200.5 SEK
        AED500 = 500 AED
        500AED = 500 AED
        kr 250 = 250 SEK
        KES 3,000 = 3000 KES
        Ksh 3,000 = 3000 KES
        ₦15,000 = 15000 NGN
        ₱1,500.00 = 1500 PHP
        Rp 150.000 = 150000 IDR
        RM25.90 = 25.9 MYR
        S$12 = 12 SGD
        HK$88 = 88 HKD
        NT$300 = 300 TWD
        NZ$35 = 35 NZD
        C$20 = 20 CAD
        CA$20 = 20 CAD
        Mex$200 = 200 MXN
        $1_000_000 = 1000000 USD
        1 250 000 EUR = 1250000 EUR
        $5.99/mo = 5.99 USD
        $1,299.99 = 1299.99 USD
        $ 1,299 = 1299 USD
        -$45.00 = 45 USD
        $-45.00 = 45 USD
        ($45.00) = 45 USD
        $.99 = 0.99 USD
        45.- = 45 USD
        fifty cents = 0.5 USD
        a hundred bucks = 100 USD
        a thousand dollars = 1000 USD
        one dollar = 1 USD
        a dollar = 1 USD
        a dollar fifty = 1.5 USD
        a million = 1000000 USD
        two and a half million dollars = 2500000 USD
        2 and a half million dollars = 2500000 USD
        $500-million = 500000000 USD
        $100-$200 = 100 USD, 200 USD
        10-20 € = 10 EUR, 20 EUR
        $100 to $200 = 100 USD, 200 USD
        5k USD = 5000 USD
        2 grand = 2000 USD
        USD 1.2 billion = 1200000000 USD
        350 dollars = 350 USD
        350 US dollars = 350 USD
        7 dollars, 25 cents = 7.25 USD
        the rent is 1200 = 1200 USD
        Euro 30 = 30 EUR
        rupees 500 = 500 INR
    """,
    ("en", "AU"): """
        A$45.50 for lunch = 45.5 AUD
    """,
    ("pt", "BR"): """
        R$ 1,5 mi = 1500000 BRL
        R$ 2 mil = 2000 BRL
        3 milhões de reais = 3000000 BRL
        R$ 3,2 bi = 3200000000 BRL
        50 conto = 50 BRL
        1.234,56 reais = 1234.56 BRL
        US$ 30 = 30 USD
        cinquenta reais e vinte centavos = 50.2 BRL
        mil e quinhentos reais = 1500 BRL
        20 pila = 20 BRL
        meio milhão de reais = 500000 BRL
        um milhão e meio de reais = 1500000 BRL
        20 libras esterlinas = 20 GBP
    """,
    ("es", "MX"): """
        2 millones y medio de pesos = 2500000 MXN
        un millón y medio de dólares = 1500000 USD
        medio millón de euros = 500000 EUR
        dos mil quinientos pesos = 2500 MXN
        $1'250,000.50 = 1250000.5 MXN
        12 dls = 12 USD
        300 pesos con 50 centavos = 300.5 MXN
        $300 M.N. = 300 MXN
        200 coronas suecas = 200 SEK
        15 francos suizos = 15 CHF
        40 libras esterlinas = 40 GBP
        3 mil 500 = 3500 MXN
        5 mdp = 5000000 MXN
    """,
    ("es", "AR"): """
        $ 1.250.000,50 = 1250000.5 ARS
        50 lucas = 50000 ARS
        u$s 300 = 300 USD
    """,
    ("de", "DE"): """
        1 250,00 € = 1250 EUR
        2,5 Mrd. Euro = 2500000000 EUR
        200 TEUR = 200000 EUR
        eine halbe Million Euro = 500000 EUR
        anderthalb Millionen Euro = 1500000 EUR
        12,- € = 12 EUR
        5,– € = 5 EUR
        50 Cent = 0.5 EUR
        zwei Euro fünfzig = 2.5 EUR
        100 Schweizer Franken = 100 CHF
        20 britische Pfund = 20 GBP
        1.500 US-Dollar = 1500 USD
        zwanzig Euro und dreißig Cent = 20.3 EUR
        3 Mio. € = 3000000 EUR
        zweitausend Euro = 2000 EUR
    """,
    ("fr", "FR"): """
        1 250,00 € = 1250 EUR
        2,5 M€ = 2500000 EUR
        3 Md€ = 3000000000 EUR
        un demi-million d'euros = 500000 EUR
        deux cents euros = 200 EUR
        45 cents = 0.45 EUR
        50 $US = 50 USD
        20 $ CAN = 20 CAD
        2€50 = 2.5 EUR
        100 francs CFA = 100 XOF
        500 dirhams marocains = 500 MAD
        40 couronnes suédoises = 40 SEK
        vingt euros et cinquante centimes = 20.5 EUR
        3 livres sterling = 3 GBP
        150 balles = 150 EUR
    """,
    ("fr", "CA"): """
        12,50 $ = 12.5 CAD
    """,
    ("it", "IT"): """
        2,5 mln di euro = 2500000 EUR
        due miliardi di euro = 2000000000 EUR
        mille euro = 1000 EUR
        mezzo milione di euro = 500000 EUR
        € 1.250,00 = 1250 EUR
        50 centesimi = 0.5 EUR
        20 sterline = 20 GBP
        cento euro e venti centesimi = 100.2 EUR
        euro 45,00 = 45 EUR
        1.000 franchi svizzeri = 1000 CHF
        15 euri = 15 EUR
    """,
    ("en", "IN"): """
        5 lakh rupees = 500000 INR
        ₹2.5 crore = 25000000 INR
        Rs 500/- = 500 INR
        Rs. 1,25,000 = 125000 INR
        3 lakhs = 300000 INR
    """,
    ("en", "GB"): """
        50p = 0.5 GBP
        £3.50 = 3.5 GBP
        three pounds fifty pence = 3.5 GBP
        40 quid = 40 GBP
        £1.2m = 1200000 GBP
        £5bn = 5000000000 GBP
        1.5 billion pounds = 1500000000 GBP
    """,
    ("en", "ZA"): """
        R450 = 450 ZAR
        R 1 250.50 = 1250.5 ZAR
    """,
    ("es", "PE"): """
        S/ 45.90 = 45.9 PEN
        S/.1,200 = 1200 PEN
    """,
    ("es", "GT"): """
        Q 1,250.00 = 1250 GTQ
    """,
    ("es", "HN"): """
        L 500 = 500 HNL
    """,
    ("es", "CR"): """
        ₡25.000 = 25000 CRC
    """,
    ("es", "PY"): """
        Gs. 50.000 = 50000 PYG
        150.000 guaraníes = 150000 PYG
    """,
    ("es", "BO"): """
        Bs. 120 = 120 BOB
        120 bolivianos = 120 BOB
    """,
    ("es", "DO"): """
        RD$ 1,500 = 1500 DOP
    """,
    ("es", "NI"): """
        500 córdobas = 500 NIO
    """,
    ("es", "PA"): """
        B/. 20.00 = 20 PAB
    """,
    ("es", "VE"): """
        200 bolívares = 200 VES
    """,
    ("es", "UY"): """
        $U 1.500 = 1500 UYU
        U$S 40 = 40 USD
    """,
    ("es", "CL"): """
        15 lucas = 15000 CLP
        2 UF = 2 CLF
    """,
    ("es", "CO"): """
        20 mil pesos = 20000 COP
        $ 45.000 COP = 45000 COP
    """,
    ("es", "ES"): """
        12'50 € = 12.5 EUR
        1.234,56€ = 1234.56 EUR
        30 leuros = 30 EUR
        un euro = 1 EUR
        dos euros con cincuenta = 2.5 EUR
    """,
    ("pt", "PT"): """
        12€50 = 12.5 EUR
        45,90 € = 45.9 EUR
        dois euros e meio = 2.5 EUR
    """,
    ("fr", "CH"): """
        CHF 1'250.– = 1250 CHF
        20 francs suisses = 20 CHF
    """,
    ("de", "CH"): """
        Fr. 45.50 = 45.5 CHF
        1'250 Franken = 1250 CHF
    """,
    ("de", "AT"): """
        € 45,90 = 45.9 EUR
    """,
}


@pytest.mark.parametrize("place", AS_WRITTEN, ids="-".join)
def test_money_is_read_in_every_way_in_which_people_write_it(here, place):
    language, region = place
    for line in AS_WRITTEN[place].strip().splitlines():
        written, _, expected = line.strip().rpartition(" = ")
        found = find_money(written, here(language, region=region))
        assert (written, ", ".join(f"{a.amount.normalize():f} {a.currency}" for a in found)) == (written, expected)


NO_MONEY = {
    "en": """
        5 bitcoin
        call me at 5 pm
        a pound of sugar
        there were 20 people in room 12
        read chapter 8 by May 5
        Q3 report due Friday
        run 10 km at 6:30
        v2.1 is out
        12 eggs and 2 liters of milk
        iPhone 15
        flight BA2490 on 3 May
        the code is 493021
        zip 94103
        just one second
        all top 10 try it
        apartment 4B, 3rd floor
        level 5 of the game
    """,
    "pt": """
        capítulo 8 do livro
        3 sacos de cimento
        te vejo às 7
        a vida real
        uns 20 minutos
    """,
    "es": """
        nos vemos a las 8
        2 kilos de jitomate
        hace un sol tremendo
        torre 5 depto 301
        el 16% de iva
        tengo 3 hermanos
        mi real amigo
        24 rosas para mamá
        son las 5 y media
        llego en 20 minutos
        corre 200 m
        camión 45 a la central
    """,
    "de": """
        ein Pfund Butter kaufen
        Zimmer 204 um 15 Uhr
        3 Eier kaufen
        Seite 12 lesen
    """,
    "fr": """
        j'ai deux fils
        rendez-vous à 15h
        salle 204
        une boule de pain
    """,
    "it": """
        alle 8 di sera
        due sacchi di cemento
        stanza 204
        3 mila passi
    """,
}


@pytest.mark.parametrize("language", NO_MONEY)
def test_numbers_of_every_other_kind_are_no_money(here, language):
    for line in NO_MONEY[language].strip().splitlines():
        assert (line, find_money(line.strip(), here(language))) == (line, ())
