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
