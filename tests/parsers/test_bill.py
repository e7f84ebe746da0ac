from __future__ import annotations

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
