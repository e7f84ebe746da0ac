from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from parsers import ParseError


def test_a_bill_has_everything_that_its_message_says(read):
    text = "Pagar luz CFE $890 vence 15 enero"
    draft = read("bill", "es", text, now="2026-01-02T09:00")
    [bill] = draft.data.bills
    assert (bill.vendor, bill.amount, bill.currency) == ("CFE", Decimal("890.00"), "MXN")
    assert (bill.due, bill.category, draft.data.total) == (date(2026, 1, 15), "electricity", None)
    assert {name: text[slice(*span)] for name, span in draft.spans.items()} == {
        "bills.0.vendor": "CFE",
        "bills.0.amount": "$890",
        "bills.0.currency": "$890",
        "bills.0.due": "vence 15 enero",
    }


VENDORS = [
    ("es", "hay que pagarle la renta a doña Lupe, 8,500", "doña Lupe", "rent"),
    ("es", "son 500 pesos de la luz", "Luz", "electricity"),
    ("es", "tarjeta Banorte 2,000", "Banorte", "credit_card"),
    ("es", "seguro del auto 4,000", "Seguro del auto", "insurance"),
    ("es", "recibo del agua 240", "Agua", "water"),
    ("es", "alquiler de la casa en Acapulco 9,000", "Alquiler", "rent"),
    ("es", "le debo 300 a Chucho", "Chucho", "other"),
    ("es", "Clínica San José $900", "Clínica San José", "health"),
    ("es", "gasto común 78,000", "Gasto común", "other"),
    ("en", "Thames Water £40", "Thames Water", "water"),
    ("en", "car insurance $120", "Car insurance", "insurance"),
    ("en", "State Farm car insurance $120", "State Farm", "insurance"),
    ("en", "owe Dan 20 quid", "Dan", "other"),
    ("en", "pay Dr. Lee's office $60", "Dr. Lee's office", "health"),
    ("en", "electric bill $90", "Electric", "electricity"),
    ("en", "$15 to Hulu", "Hulu", "streaming"),
    ("pt", "conta de luz R$ 90", "Luz", "electricity"),
    ("pt", "plano de saúde Unimed 430,00", "Unimed", "health"),
    ("pt", "plano de saúde 430,00", "Plano de saúde", "health"),
    ("pt", "pagar 180 reais pra Cidinha pela faxina", "Cidinha", "other"),
    ("pt", "financiamento imobiliário 2.145,00", "Financiamento imobiliário", "mortgage"),
]


@pytest.mark.parametrize(("language", "text", "vendor", "category"), VENDORS)
def test_the_payee_is_the_company_or_person_and_else_the_service(read, language, text, vendor, category):
    [bill] = read("bill", language, text).data.bills
    assert (bill.vendor, bill.category) == (vendor, category)


ONE_CAPITAL = [
    ("es", "Coca cola $1200", "Coca cola"),
    ("es", "Coca cola 1200", "Coca cola"),
    ("es", "burger king 189", "burger king"),
    ("es", "home depot 2300", "home depot"),
    ("es", "mercado libre 450", "mercado libre"),
    ("es", "banco azteca 1,200", "banco azteca"),
    ("es", "sams club 5000", "sams club"),
    ("es", "Pan bimbo $60", "Pan bimbo"),
    ("es", "Mueblería dico 3,400", "Mueblería dico"),
    ("es", "Regalo mamá $500 mañana", "Regalo mamá"),
    ("en", "Blue bottle coffee $8", "Blue bottle coffee"),
    ("en", "trader joes $80", "trader joes"),
    ("en", "Birthday cake $35", "Birthday cake"),
    ("fr", "Boulangerie paul 12 €", "Boulangerie paul"),
    ("de", "Media markt 300 €", "Media markt"),
    ("it", "Poste italiane 30 €", "Poste italiane"),
    # A person's name ends with its own words, and what says something of a name is no part of it.
    ("en", "Mike lunch $20", "Mike"),
    ("en", "Mike owes $20", "Mike"),
    ("es", "Juan pintor $500", "Juan"),
    ("es", "Netflix familiar $299", "Netflix"),
    ("es", "Tanda de la oficina $500", "Tanda"),
]


@pytest.mark.parametrize(("language", "text", "vendor"), ONE_CAPITAL)
def test_a_name_is_whole_where_only_the_message_begins_with_a_capital(read, language, text, vendor):
    [bill] = read("bill", language, text).data.bills
    assert bill.vendor == vendor


def test_each_of_several_names_is_whole(read):
    draft = read("bill", "es", "Burger king 189, coca cola 20 y home depot 2300")
    assert [b.vendor for b in draft.data.bills] == ["Burger king", "coca cola", "home depot"]


def summary(draft) -> list[tuple[str, str | None, str | None]]:
    return [(b.vendor, b.amount and str(b.amount), b.due and b.due.isoformat()) for b in draft.data.bills]


def test_two_bills_in_one_message_are_two_entries_with_a_total(read):
    draft = read("bill", "es", "CFE $1,120 vence 12 de mayo\nNaturgy $340 vence 15 de mayo")
    assert summary(draft) == [("CFE", "1120.00", "2026-05-12"), ("Naturgy", "340.00", "2026-05-15")]
    assert draft.data.total == Decimal("1460.00")
    assert "bills.1.amount" in draft.spans


SHARED = [
    ("en", "Gas £45 and water £60, both due on the 12th"),
    ("es", "Para el 12: gas 45 y agua 60"),
    ("es", "gas 45\nagua 60\nvencen el 12"),
    ("pt", "gás 45 e água 60, tudo vence dia 12"),
    ("es", "gas 45 y agua 60 antes del 12"),
]


@pytest.mark.parametrize(("language", "text"), SHARED)
def test_a_date_said_once_for_all_holds_for_all(read, language, text):
    assert [due for _, _, due in summary(read("bill", language, text))] == ["2026-03-12", "2026-03-12"]


def test_a_date_that_belongs_to_one_entry_is_that_entrys_alone(read):
    draft = read("bill", "en", "electricity $80 tomorrow, tuition $900 on 10/20 and phone $40")
    assert [due for _, _, due in summary(draft)] == ["2026-03-05", "2026-10-20", None]


def test_bills_in_two_currencies_have_no_total(read):
    draft = read("bill", "es", "Netflix US$ 9 y expensas $ 98.500", region="AR")
    assert ([b.currency for b in draft.data.bills], draft.data.total) == (["USD", "ARS"], None)


def test_a_stated_total_is_no_bill(read):
    draft = read("bill", "es", "tarjeta BBVA 3,400\ntarjeta Santander 2,150\ntotal 5,550")
    assert [b.vendor for b in draft.data.bills] == ["BBVA", "Santander"]


def test_a_total_that_is_the_only_amount_is_the_bills(read):
    assert summary(read("bill", "es", "Aguas Andinas\nTotal a pagar $23.450", region="CL")) == [
        ("Aguas Andinas", "23450.00", None)
    ]


def test_an_account_number_is_no_amount(read):
    [bill] = read("bill", "en", "electricity consumer no 4410029876 ₹2,340 due 30/04", region="IN").data.bills
    assert (bill.account, bill.amount) == ("4410029876", Decimal("2340.00"))


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("es", "la hipoteca del Infonavit vence el 30", date(2026, 3, 30)),
        ("es", "hay que pagar la luz", None),
        ("en", "Hydro bill due Friday", date(2026, 3, 6)),
        ("pt", "boleto da escola vence amanhã", date(2026, 3, 5)),
    ],
)
def test_a_bill_may_come_without_its_amount(read, language, text, due):
    [bill] = read("bill", language, text).data.bills
    assert (bill.amount, bill.due) == (None, due)


def test_a_bill_that_repeats_says_so(read):
    [bill] = read("bill", "pt", "aluguel 1.500 todo dia 5").data.bills
    assert (bill.recurrence, bill.due) == ("FREQ=MONTHLY;BYMONTHDAY=5", date(2026, 3, 5))


NO_BILLS = [
    ("es", "Gracias por los 2 kilos de mango"),
    ("es", "se fue la luz"),
    ("es", "nos vemos 20:30 en el depto 4B"),
    ("es", "mi iPhone 15 y la torre 5"),
    ("en", "see you at 5 by the station"),
    ("en", "we spent 2 hours at the mall"),
    ("pt", "te vejo às 7 na portaria 2"),
    ("pt", "acabou a luz"),
]


@pytest.mark.parametrize(("language", "text"), NO_BILLS)
def test_talk_is_no_bill(read, language, text):
    with pytest.raises(ParseError) as caught:
        read("bill", language, text)
    assert caught.value.code == "no_bill"


# Each message, and under it the bills that it makes: vendor, amount, due, category, account, rule.
PEOPLE_WRITE = {
    ("en", "US"): """
        Invoice 1023 from Acme Design $1,200, net 30
            => Acme Design, 1200.00 USD, other
        Invoice #884 Delta Plumbing $450 due net 15
            => Delta Plumbing, 450.00 USD, other
        electric $94.20 and water $41 due on the 15th
            => Electric, 94.20 USD, 2026-03-15, electricity
            => Water, 41.00 USD, 2026-03-15, water
        Mike owes me $60 for the pizza
            => no bill
        I got paid $2,400 today
            => no bill
        Just sent you $45 on Venmo
            => no bill
        You owe me $20 for lunch
            => Lunch, 20.00 USD, other
        HOA dues $275 due 4/1
            => HOA dues, 275.00 USD, 2026-04-01, other
        Chase Sapphire statement balance $1,432.10, minimum due $35, due Mar 28
            => Chase Sapphire, 1432.10 USD, 2026-03-28, credit_card
        Property tax $2,340 second installment due April 10
            => Property tax, 2340.00 USD, 2026-04-10, tax
        pay the babysitter $80 cash
            => Babysitter, 80.00 USD, other
        State Farm auto $132/mo on the 7th
            => State Farm, 132.00 USD, 2026-03-07, insurance, FREQ=MONTHLY;BYMONTHDAY=7
        Zelle Maria $120 for cleaning
            => Maria, 120.00 USD, other
        Owe Jake $35 for concert tickets
            => Jake, 35.00 USD, other
        Verizon autopay $85 on the 20th acct 550-228-991
            => Verizon, 85.00 USD, 2026-03-20, phone, 550-228-991
        Total due: $342.18 by March 20 - City of Austin Utilities
            => City of Austin Utilities, 342.18 USD, 2026-03-20, other
        student loan Nelnet $310 monthly on the 15th
            => Nelnet, 310.00 USD, 2026-03-15, loan, FREQ=MONTHLY;BYMONTHDAY=15
        The stock closed at $182.50
            => no bill
        House prices rose 5% to $400,000
            => no bill
        Water bill came in at $67.40, due the 22nd
            => Water, 67.40 USD, 2026-03-22, water
        mortgage payment of $1,980 goes out on the 1st every month
            => Mortgage, 1980.00 USD, 2026-04-01, mortgage, FREQ=MONTHLY;BYMONTHDAY=1
        Amex Gold $812.33 statement closes 3/20, pay by 4/14
            => Amex Gold, 812.33 USD, 2026-04-14, credit_card
        Please pay ABC Daycare $265 weekly on Fridays
            => ABC Daycare, 265.00 USD, 2026-03-06, school, FREQ=WEEKLY;BYDAY=FR
        Car note $412 due the 18th, insurance $133 due the 22nd
            => Car note, 412.00 USD, 2026-03-18, loan
            => Insurance, 133.00 USD, 2026-03-22, insurance
        hey can you venmo me $23.50 for the uber
            => Uber, 23.50 USD, other
        IRS estimated taxes Q1 $2,150 due April 15
            => IRS, 2150.00 USD, 2026-04-15, tax
        Trash pickup $38 quarterly
            => Trash, 38.00 USD, other, FREQ=MONTHLY;INTERVAL=3
        Invoice INV-2026-014 — Bright Studio LLC — $3,200.00 — Net 15
            => Bright Studio LLC, 3200.00 USD, other, INV-2026-014
        PSEG $210.45, T-Mobile $140, Planet Fitness $24.99
            => PSEG, 210.45 USD, electricity
            => T-Mobile, 140.00 USD, phone
            => Planet Fitness, 24.99 USD, other
    """,
    ("es", "MX"): """
        Factura 1023 por $12,500 + IVA, 50% de anticipo, vence a 30 días
            => Factura 1023, 12500.00 MXN, 2026-04-03, other
        Factura 1023 de Papelería Luna por $12,500 + IVA, vence a 30 días
            => Papelería Luna, 12500.00 MXN, 2026-04-03, other
        BBVA: pago mínimo $1,200, total $15,430.22, fecha límite 18 de marzo
            => BBVA, 15430.22 MXN, 2026-03-18, credit_card
        Tarjeta Liverpool pago para no generar intereses $8,450.10 mínimo $620 vence 12 marzo
            => Liverpool, 8450.10 MXN, 2026-03-12, credit_card
        colegiatura de Sofi $4,800 antes del 10
            => Colegiatura, 4800.00 MXN, 2026-03-10, school
        renta 8,000 vence 30 de febrero
            => Renta, 8000.00 MXN, rent
        Te deposité los $2,500
            => no bill
        Cobrar a Don Beto $4,500
            => no bill
        Ya te pagué los 500 de la comida
            => no bill
        Me deben $3,000 de la tanda
            => no bill
        Pásame $300 para el pastel
            => Pastel, 300.00 MXN, other
        Le debo $300 a Juan y $200 a Pedro
            => Juan, 300.00 MXN, other
            => Pedro, 200.00 MXN, other
        Luz $890, agua $210 y gas $560, todo vence el 20
            => Luz, 890.00 MXN, 2026-03-20, electricity
            => Agua, 210.00 MXN, 2026-03-20, water
            => Gas, 560.00 MXN, 2026-03-20, gas
        Telmex 5555-1234 $599 vence 10/03
            => Telmex, 599.00 MXN, 2026-03-10, internet, 5555-1234
        Predial $3,450 antes del 31 de marzo
            => Predial, 3450.00 MXN, 2026-03-31, tax
        Netflix $219 y Spotify $129 cada mes el 12
            => Netflix, 219.00 MXN, 2026-03-12, streaming, FREQ=MONTHLY;BYMONTHDAY=12
            => Spotify, 129.00 MXN, 2026-03-12, streaming, FREQ=MONTHLY;BYMONTHDAY=12
        Mantenimiento depto 402 $1,850 a más tardar el día 5
            => Mantenimiento, 1850.00 MXN, 2026-03-05, other
        pagar tenencia $2,340
            => Tenencia, 2340.00 MXN, tax
        seguro GNP $12,400 póliza 88123456 vence 15 abr
            => GNP, 12400.00 MXN, 2026-04-15, insurance, 88123456
        totalplay 650 el 8
            => totalplay, 650.00 MXN, 2026-03-08, internet
        pago de la lavadora Coppel $850 quincenal
            => Coppel, 850.00 MXN, credit_card, FREQ=WEEKLY;INTERVAL=2
        Infonavit 4,320.55 cada mes
            => Infonavit, 4320.55 MXN, mortgage, FREQ=MONTHLY
        mi vuelo es el 1023 a las 5
            => no bill
        compré 2 kilos de jitomate a 30
            => no bill
        bajó el dólar a $17.20
            => no bill
        el iPhone 15 cuesta $18,000
            => no bill
        Felicidades, ganaste un bono de $500
            => no bill
        Precio: $1,200 el par de tenis
            => no bill
        4 boletos de $250 = $1,000 para la rifa, pagar a Lucy
            => Lucy, 1000.00 MXN, other
        Hay que pagar el agua, $320, y la luz, $1,150
            => Agua, 320.00 MXN, water
            => Luz, 1150.00 MXN, electricity
        El recibo de gas llegó de $780 y vence el jueves
            => Gas, 780.00 MXN, 2026-03-05, gas
        Pagar tarjeta Nu $3,400.50 antes del 12 y Banamex $5,120 antes del 18
            => Nu, 3400.50 MXN, 2026-03-12, credit_card
            => Banamex, 5120.00 MXN, 2026-03-18, credit_card
        Coopera con $150 para el regalo de la maestra
            => Regalo, 150.00 MXN, other
        La verificación del coche son $738
            => Verificación del coche, 738.00 MXN, tax
        Dr. Salinas consulta 800 pesos el lunes
            => Dr. Salinas, 800.00 MXN, 2026-03-09, health
        Mensualidad gym 499 el 1 de cada mes
            => Gym, 499.00 MXN, 2026-04-01, other, FREQ=MONTHLY;BYMONTHDAY=1
        Transferir a Karla Díaz CLABE 012180001234567891 la cantidad de $6,500
            => Karla Díaz, 6500.00 MXN, other, 012180001234567891
        SAT: pagar ISR de febrero $4,210 a más tardar el 17 de marzo
            => SAT, 4210.00 MXN, 2026-03-17, tax
        Mi saldo en el banco es de $12,400
            => no bill
        Vendo refri en $4,500 negociable
            => no bill
    """,
    ("en", "GB"): """
        gas and electric £180 by Friday
            => Gas and electric, 180.00 GBP, 2026-03-06, gas
        Council tax £165 on 1st April
            => Council tax, 165.00 GBP, 2026-04-01, tax
        Octopus £92.40 DD 14 March
            => Octopus, 92.40 GBP, 2026-03-14, electricity
        TV licence £169.50 due end of month
            => TV licence, 169.50 GBP, 2026-03-31, tax
        Sky £46, Netflix £10.99 and gym £25 all out on the 28th
            => Sky, 46.00 GBP, 2026-03-28, internet
            => Netflix, 10.99 GBP, 2026-03-28, streaming
            => Gym, 25.00 GBP, 2026-03-28, other
        I owe mum fifty quid
            => Mum, 50.00 GBP, other
        Nursery fees £1,140 due 1 April
            => Nursery, 1140.00 GBP, 2026-04-01, school
        Car tax £190 and MOT £54.85 due by the end of the month
            => Car tax, 190.00 GBP, 2026-03-31, tax
            => MOT, 54.85 GBP, 2026-03-31, other
        British Gas £142 on 12th, Thames Water £38 on 20th
            => British Gas, 142.00 GBP, 2026-03-12, gas
            => Thames Water, 38.00 GBP, 2026-03-20, water
        window cleaner £15 cash tomorrow
            => Window cleaner, 15.00 GBP, 2026-03-05, other
    """,
    ("pt", "BR"): """
        O João me deve R$ 200
            => no bill
        Já paguei a luz, R$ 180
            => no bill
        Caiu o salário, R$ 4.500
            => no bill
        te mandei o pix de 50 reais
            => no bill
        cobrar da Marina R$ 300
            => no bill
        Luz 189,90 vence dia 12, água 74,20 dia 15 e internet 99,90 dia 20
            => Luz, 189.90 BRL, 2026-03-12, electricity
            => Água, 74.20 BRL, 2026-03-15, water
            => Internet, 99.90 BRL, 2026-03-20, internet
        Boleto do condomínio R$ 650 venc 10/03
            => Condomínio, 650.00 BRL, 2026-03-10, other
        IPVA R$ 1.230 parcela 1/3 vence 15/03
            => IPVA, 1230.00 BRL, 2026-03-15, tax
        Fatura Nubank R$ 2.345,67 vence dia 8
            => Nubank, 2345.67 BRL, 2026-03-08, credit_card
        Devo 50 conto pro Zé
            => Zé, 50.00 BRL, other
        Mensalidade da escola da Bia R$ 1.200 até dia 5
            => Escola, 1200.00 BRL, 2026-03-05, school
        DAS MEI R$ 75,90 dia 20
            => DAS MEI, 75.90 BRL, 2026-03-20, tax
        Unimed 540,00 todo dia 10
            => Unimed, 540.00 BRL, 2026-03-10, health, FREQ=MONTHLY;BYMONTHDAY=10
        pix de 150 pra Dona Cida pela faxina na sexta
            => Dona Cida, 150.00 BRL, 2026-03-06, other
        Enel 210 reais, código da instalação 12345678, vence amanhã
            => Enel, 210.00 BRL, 2026-03-05, electricity, 12345678
        o dólar fechou a R$ 5,02
            => no bill
        ganhei R$ 100 na loteria
            => no bill
        Conta de água Sabesp 98,70 vence 18/03
            => Sabesp, 98.70 BRL, 2026-03-18, water
        Aluguel R$ 1.850,00 todo dia 5, condomínio R$ 420,00 dia 10
            => Aluguel, 1850.00 BRL, 2026-03-05, rent, FREQ=MONTHLY;BYMONTHDAY=5
            => Condomínio, 420.00 BRL, 2026-03-10, other
        Parcela do carro 1.120 dia 22
            => Parcela do carro, 1120.00 BRL, 2026-03-22, loan
        Cartão C6 R$ 3.210,45 venc. 15/03, mínimo R$ 480
            => C6, 3210.45 BRL, 2026-03-15, credit_card
        pagar a diarista 180 na quinta
            => Diarista, 180.00 BRL, 2026-03-05, other
        IPTU cota única R$ 1.980,00 até 10/04
            => IPTU, 1980.00 BRL, 2026-04-10, tax
        Plano Claro controle 54,90
            => Claro, 54.90 BRL, phone
        Vaquinha pro churras: 40 reais cada
            => Vaquinha, 40.00 BRL, other
        Prestação do apê na Caixa 1.650,32 dia 30
            => Caixa, 1650.32 BRL, 2026-03-30, loan
        Academia Smart Fit 119,90 todo dia 7
            => Smart Fit, 119.90 BRL, 2026-03-07, other, FREQ=MONTHLY;BYMONTHDAY=7
        Boleto da faculdade 890,00 com desconto até dia 5
            => Faculdade, 890.00 BRL, 2026-03-05, school
        vendi a bike por R$ 800
            => no bill
        Meu saldo tá em R$ 230
            => no bill
        O conserto ficou em 350 reais
            => Conserto, 350.00 BRL, other
    """,
    ("es", "AR"): """
        Me transfirieron $ 80.000
            => no bill
        Edesur $ 48.350,20 vto 12/03 y Metrogas $ 22.110 vto 15/03
            => Edesur, 48350.20 ARS, 2026-03-12, electricity
            => Metrogas, 22110.00 ARS, 2026-03-15, gas
        ABL $ 18.200 y patente $ 35.000 vencen el 20/3
            => ABL, 18200.00 ARS, 2026-03-20, tax
            => Patente, 35000.00 ARS, 2026-03-20, tax
        monotributo 45 mil el 20
            => Monotributo, 45000.00 ARS, 2026-03-20, tax
        OSDE $ 210.000 débito automático el 5
            => OSDE, 210000.00 ARS, 2026-03-05, health
        le debo 15 lucas a Nico
            => Nico, 15000.00 ARS, other
        Pagar Personal 32 mil, Flow 28 mil y Netflix 9 mil antes del 15
            => Personal, 32000.00 ARS, 2026-03-15, phone
            => Flow, 28000.00 ARS, 2026-03-15, internet
            => Netflix, 9000.00 ARS, 2026-03-15, streaming
        Alquiler depto $ 520.000 del 1 al 5
            => Alquiler, 520000.00 ARS, 2026-04-01, rent
        seguro del auto La Caja 68.900 el 10
            => La Caja, 68900.00 ARS, 2026-03-10, insurance
        la peluquera 12 lucas
            => Peluquera, 12000.00 ARS, other
    """,
    ("es", "ES"): """
        Juan me debe 20€
            => no bill
        Iberdrola 78,45 € cargo el 15 de marzo
            => Iberdrola, 78.45 EUR, 2026-03-15, electricity
        IBI 340 € hasta el 5 de mayo
            => IBI, 340.00 EUR, 2026-05-05, tax
        Alquiler 950€ día 1 de cada mes, IBAN ES9121000418450200051332
            => Alquiler, 950.00 EUR, 2026-04-01, rent, ES9121000418450200051332, FREQ=MONTHLY;BYMONTHDAY=1
        comunidad de vecinos 60€ trimestral
            => Comunidad de vecinos, 60.00 EUR, other, FREQ=MONTHLY;INTERVAL=3
        Recibo de la Agencia Tributaria 230,10€ vence 20/04
            => Agencia Tributaria, 230.10 EUR, 2026-04-20, tax
        Endesa 64,20€ y Canal de Isabel II 38€ se cobran el 12
            => Endesa, 64.20 EUR, 2026-03-12, electricity
            => Canal de Isabel II, 38.00 EUR, 2026-03-12, water
        Cuota de autónomos 294 € último día del mes
            => Cuota de autónomos, 294.00 EUR, 2026-03-31, tax
        Bizum a Laura de 25€ por la cena
            => Laura, 25.00 EUR, other
        Seguro del coche Mutua Madrileña 412,50 € renovación 3 de abril
            => Mutua Madrileña, 412.50 EUR, 2026-04-03, insurance
        matrícula de la UNED 720 euros antes del 30 de septiembre
            => UNED, 720.00 EUR, 2026-09-30, school
    """,
    ("es", "CO"): """
        Administración $ 380.000 vence 10 de marzo
            => Administración, 380000.00 COP, 2026-03-10, other
        EPM ref 12345678 $ 230.450 pagar antes del 18/03
            => EPM, 230450.00 COP, 2026-03-18, electricity, 12345678
        EPS Sura $ 185.000 y arriendo $ 1.400.000 el 5
            => EPS Sura, 185000.00 COP, 2026-03-05, health
            => Arriendo, 1400000.00 COP, 2026-03-05, rent
        Recibo de Vanti $ 45.300 vence 14/03 y Codensa $ 120.500 vence 16/03
            => Vanti, 45300.00 COP, 2026-03-14, gas
            => Codensa, 120500.00 COP, 2026-03-16, electricity
        Soat 650 mil vence el 30
            => Soat, 650000.00 COP, 2026-03-30, insurance
        le debo 200 mil a mi hermano
            => Hermano, 200000.00 COP, other
        Pagar seguridad social 520.000 antes del 10
            => seguridad social, 520000.00 COP, 2026-03-10, tax
    """,
    ("es", "CL"): """
        Gastos comunes $ 85.000 y dividendo $ 420.000 vencen el 5
            => Gastos comunes, 85000.00 CLP, 2026-03-05, other
            => Dividendo, 420000.00 CLP, 2026-03-05, mortgage
        Enel $ 32.450 n° cliente 1234567-8 vence 21/03
            => Enel, 32450.00 CLP, 2026-03-21, electricity, 1234567-8
        permiso de circulación $ 98.000 hasta el 31 de marzo
            => Permiso de circulación, 98000.00 CLP, 2026-03-31, tax
        VTR 32.990, Aguas Andinas 18.450 y CGE 41.200 vencen el 18
            => VTR, 32990.00 CLP, 2026-03-18, internet
            => Aguas Andinas, 18450.00 CLP, 2026-03-18, water
            => CGE, 41200.00 CLP, 2026-03-18, electricity
        arriendo 450 lucas el 5 y GGCC 65 lucas el 10
            => Arriendo, 450000.00 CLP, 2026-03-05, rent
            => GGCC, 65000.00 CLP, 2026-03-10, other
        contribuciones $ 186.000 30 de abril
            => Contribuciones, 186000.00 CLP, 2026-04-30, tax
    """,
    ("es", "PE"): """
        Luz del Sur S/ 142.30 vence 12/03 suministro 1234567
            => Luz del Sur, 142.30 PEN, 2026-03-12, electricity, 1234567
        pensión del colegio S/ 850 hasta el 30
            => Pensión del colegio, 850.00 PEN, 2026-03-30, school
        arbitrios municipales S/ 240
            => Arbitrios, 240.00 PEN, tax
        Sedapal S/ 64.80, Cálidda S/ 38.20, Claro S/ 79.90 - pagar antes del 20
            => Sedapal, 64.80 PEN, 2026-03-20, water
            => Cálidda, 38.20 PEN, 2026-03-20, gas
            => Claro, 79.90 PEN, 2026-03-20, phone
    """,
    ("es", "EC"): """
        CNT $ 32 planilla internet vence 15
            => CNT, 32.00 USD, 2026-03-15, internet
        CNEL luz 28 dólares
            => CNEL, 28.00 USD, electricity
        Pensión del colegio $185, transporte $45
            => Pensión del colegio, 185.00 USD, school
            => Transporte, 45.00 USD, other
    """,
    ("es", "UY"): """
        UTE $ 3.450 y OSE $ 980 vencen el 15
            => UTE, 3450.00 UYU, 2026-03-15, electricity
            => OSE, 980.00 UYU, 2026-03-15, water
        Contribución inmobiliaria $ 8.900 y patente $ 12.300
            => Contribución inmobiliaria, 8900.00 UYU, tax
            => Patente, 12300.00 UYU, tax
    """,
    ("es", "GT"): """
        EEGSA Q450 vence 20/03
            => EEGSA, 450.00 GTQ, 2026-03-20, electricity
        Colegiatura Q1,250 y bus Q400 antes del 5
            => Colegiatura, 1250.00 GTQ, 2026-03-05, school
            => Bus, 400.00 GTQ, 2026-03-05, other
    """,
    ("en", "IN"): """
        Rent 25,000 + maintenance 3,500 due 5th
            => Rent, 25000.00 INR, 2026-03-05, rent
            => Maintenance, 3500.00 INR, 2026-03-05, other
        BESCOM bill Rs. 1,840 last date 18 March consumer no 5548812
            => BESCOM, 1840.00 INR, 2026-03-18, electricity, 5548812
        Airtel postpaid ₹599 due tomorrow
            => Airtel, 599.00 INR, 2026-03-05, phone
        Home loan EMI ₹32,500 on 7th every month
            => Home loan, 32500.00 INR, 2026-03-07, mortgage, FREQ=MONTHLY;BYMONTHDAY=7
        LIC premium 12,400 policy no 889123456 due 25/03
            => LIC, 12400.00 INR, 2026-03-25, insurance, 889123456
        HDFC credit card total due Rs 18,240.50 min due Rs 920 by 22 Mar
            => HDFC, 18240.50 INR, 2026-03-22, credit_card
        School fees Rs 18,500 for term 2 last date 10 March
            => School, 18500.00 INR, 2026-03-10, school
        maid salary 4000 and driver 12000 on 1st
            => Maid, 4000.00 INR, 2026-04-01, other
            => Driver, 12000.00 INR, 2026-04-01, other
        Electricity bill 2,340 paid yesterday
            => no bill
        Mahanagar Gas 845, Tata Play 499, Airtel 999 all due by 15th
            => Mahanagar Gas, 845.00 INR, 2026-03-15, gas
            => Tata Play, 499.00 INR, 2026-03-15, internet
            => Airtel, 999.00 INR, 2026-03-15, phone
    """,
    ("en", "AU"): """
        AGL $312.40 due 12/3 and Sydney Water $188 due 20/3
            => AGL, 312.40 AUD, 2026-03-12, electricity
            => Sydney Water, 188.00 AUD, 2026-03-20, water
        Rego $890 due end of the month
            => Rego, 890.00 AUD, 2026-03-31, tax
        Council rates $482.10 due 31/3 ref 7745 1201
            => Council rates, 482.10 AUD, 2026-03-31, tax, 7745 1201
        Telstra $89 direct debit 14th, Netflix $18.99
            => Telstra, 89.00 AUD, 2026-03-14, phone
            => Netflix, 18.99 AUD, streaming
    """,
    ("en", "CA"): """
        Hydro $120, Rogers $95 and Enbridge $140 all due March 20
            => Hydro, 120.00 CAD, 2026-03-20, electricity
            => Rogers, 95.00 CAD, 2026-03-20, internet
            => Enbridge, 140.00 CAD, 2026-03-20, gas
        daycare $980 e-transfer to Lisa by Friday
            => Lisa, 980.00 CAD, 2026-03-06, school
        Property tax $3,210.50 due June 30
            => Property tax, 3210.50 CAD, 2026-06-30, tax
        Bell $110, Fido $45 due the 21st
            => Bell, 110.00 CAD, 2026-03-21, internet
            => Fido, 45.00 CAD, 2026-03-21, phone
    """,
    ("pt", "PT"): """
        EDP 54,30€ entidade 21423 ref 123 456 789 até 15/03
            => EDP, 54.30 EUR, 2026-03-15, electricity, 123 456 789
        Renda 750 € dia 8
            => Renda, 750.00 EUR, 2026-03-08, rent
        MEO 42,99€ e seguro do carro 210€, vencem dia 20
            => MEO, 42.99 EUR, 2026-03-20, internet
            => Seguro do carro, 210.00 EUR, 2026-03-20, insurance
        Quota do condomínio 35€ por mês
            => Condomínio, 35.00 EUR, other, FREQ=MONTHLY
        IMI 312€ até 31 de maio
            => IMI, 312.00 EUR, 2026-05-31, tax
        Água 22,15€ até dia 20, gás 31€ até dia 25
            => Água, 22.15 EUR, 2026-03-20, water
            => Gás, 31.00 EUR, 2026-03-25, gas
        Seguro do carro Fidelidade 310,40 € 12 de abril
            => Fidelidade, 310.40 EUR, 2026-04-12, insurance
        Propinas 697 € até sexta
            => Propinas, 697.00 EUR, 2026-03-06, school
        NOS 59,99€ referência 987 654 321 entidade 20823
            => NOS, 59.99 EUR, internet, 987 654 321
        Devo 20€ à Joana
            => Joana, 20.00 EUR, other
    """,
    ("en", "ZA"): """
        Vodacom R599 debit order 25th, medical aid R4,210 on the 1st
            => Vodacom, 599.00 ZAR, 2026-03-25, phone
            => Medical aid, 4210.00 ZAR, 2026-04-01, health
    """,
    ("en", "NZ"): """
        Contact Energy $188.40 due 20 March
            => Contact Energy, 188.40 NZD, 2026-03-20, electricity
    """,
    ("en", "IE"): """
        Electric Ireland €143.20 due 18th March
            => Electric Ireland, 143.20 EUR, 2026-03-18, electricity
    """,
}


def written(bill) -> str:
    amount = f"{bill.amount} {bill.currency}" if bill.amount is not None else bill.currency
    said = (bill.vendor, amount, bill.due and bill.due.isoformat(), bill.category, bill.account, bill.recurrence)
    return ", ".join(field for field in said if field)


@pytest.mark.parametrize("place", PEOPLE_WRITE, ids="-".join)
def test_bills_are_read_as_people_write_them(read, place):
    language, region = place
    for message in re.split(r"\n {8}(?! )", PEOPLE_WRITE[place].rstrip())[1:]:
        text, *expected = (part.strip() for part in re.split(r"\n *=> ", message))
        try:
            bills = [written(bill) for bill in read("bill", language, text, region=region).data.bills]
        except ParseError as fault:
            bills = [fault.code.replace("_", " ")]
        assert (text, bills) == (text, expected)


SEVERAL_OR_ONE = [
    ("es", "gas 350 y tortillas 120", ["350.00", "120.00"]),
    ("es", "Son 350 del gas y 120 de las tortillas", ["350.00", "120.00"]),
    ("es", "Mensualidad 7 de 12 del refri Coppel, $756, vence el 25", ["756.00"]),
    ("es", "Mensualidad 7/12 del refri, 756", ["756.00"]),
    ("en", "sofa payment 3 of 6, 120, due 25th", ["120.00"]),
    ("pt", "parcela 3 de 10 da geladeira, 250", ["250.00"]),
    ("fr", "mensualité 3 sur 10 du canapé, 80", ["80.00"]),
    ("it", "rata 3 di 10 del divano, 80", ["80.00"]),
    ("de", "Rate 3 von 10 Sofa, 80", ["80.00"]),
    ("es", "La renta subió de 12,000 a 13,500", ["13500.00"]),
    ("en", "rent went up from 1,200 to 1,350", ["1350.00"]),
    ("pt", "o aluguel subiu de 1.200 para 1.350", ["1350.00"]),
    ("fr", "le loyer est passé de 800 à 850", ["850.00"]),
    ("it", "l'affitto è salito da 800 a 850", ["850.00"]),
    ("de", "Miete von 800 auf 850 gestiegen", ["850.00"]),
]


@pytest.mark.parametrize(("language", "text", "amounts"), SEVERAL_OR_ONE)
def test_what_counts_instalments_and_what_was_paid_before_is_no_amount(read, language, text, amounts):
    assert [str(b.amount) for b in read("bill", language, text).data.bills] == amounts


WAS_DUE = [
    ("es", "Renta local $12,000 venció el 5 de noviembre", date(2025, 11, 5)),
    ("es", "Luz $500 vencida desde el 15", date(2026, 2, 15)),
    ("es", "Luz $500 vence el 15", date(2026, 3, 15)),
    ("es", "Contadora $1,800, fecha de pago 17/12", date(2026, 12, 17)),
    ("en", "rent $1,200 was due 1 March", date(2026, 3, 1)),
    ("en", "rent $1,200 overdue since Friday", date(2026, 2, 27)),
    ("en", "rent $1,200 overdue, pay by Friday", date(2026, 3, 6)),
    ("pt", "aluguel 1.200 venceu dia 5", date(2026, 2, 5)),
]


@pytest.mark.parametrize(("language", "text", "due"), WAS_DUE)
def test_what_was_due_was_so_on_the_last_such_day(read, language, text, due):
    [bill] = read("bill", language, text).data.bills
    assert bill.due == due


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Cuánto pagamos de luz? fueron como 900 no?"),
        ("en", "How much did we pay for electricity? it was about 90, right?"),
        ("pt", "Quanto pagamos de luz? foi uns 90 né?"),
        ("es", "No hay que pagar la luz todavía"),
        ("en", "no need to pay the rent yet"),
        ("pt", "não precisa pagar a luz ainda"),
    ],
)
def test_a_question_about_what_was_paid_and_what_need_not_be_paid_are_no_bills(read, language, text):
    with pytest.raises(ParseError) as caught:
        read("bill", language, text)
    assert caught.value.code == "no_bill"


@pytest.mark.parametrize(
    ("language", "text", "doubts"),
    [
        ("en", "Rent 1200 or 1250 due on the 5th", ("contested_amount",)),
        ("es", "Pagar la luz, $890 o $900, el viernes", ("contested_amount",)),
        ("pt", "Conta de luz 187,40 vence dia 10 ou 12", ("contested_time",)),
        ("en", "Rent 1200 on the 5th or the office closes", ()),
    ],
)
def test_of_two_amounts_or_days_of_which_one_is_meant_the_first_is_taken_and_doubted(read, language, text, doubts):
    assert read("bill", language, text).doubts == doubts
