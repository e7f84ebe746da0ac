"""When two addresses are the same."""

from __future__ import annotations

import pytest

from rules.address import same_address, spellings


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("+34600111222", "34600111222@s.whatsapp.net"),
        ("+34 600 111-222", "34600111222:17@s.whatsapp.net"),
        ("+34600111222", "34600111222@c.us"),
        ("+525510002000", "5215510002000@s.whatsapp.net"),
        ("+5215510002000", "525510002000@s.whatsapp.net"),
        ("+5491150001000", "541150001000@s.whatsapp.net"),
        ("+5511987650000", "551187650000@s.whatsapp.net"),
        ("120300000000000001@g.us", "120300000000000001@g.us"),
        ("Família", "FAMÍLIA"),
    ],
)
def test_an_address_is_recognised_however_it_is_spelled(written: str, heard: str) -> None:
    assert same_address(written, heard)


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("+34600111222", "34600111223@s.whatsapp.net"),
        ("+34600111222", "34600111222@lid"),
        ("+34600111222", "34600111222@g.us"),
        ("+551133330000", "5511933330000@s.whatsapp.net"),
        ("Familia", "Familia 2"),
    ],
)
def test_other_addresses_stay_others(written: str, heard: str) -> None:
    assert not same_address(written, heard)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("+5215512345678", ("525512345678", "5215512345678")),
        ("+525512345678", ("525512345678", "5215512345678")),
        ("+54 9 11 2345-6789", ("541123456789", "5491123456789")),
        ("+5511987654321", ("5511987654321", "551187654321")),
        ("+34600111222", ("34600111222",)),
        ("Casa", ()),
        ("1@g.us", ()),
    ],
)
def test_a_number_has_the_spellings_in_which_it_can_be_heard(address: str, expected: tuple[str, ...]) -> None:
    assert spellings(address) == expected
    assert all(same_address(address, f"{one}@s.whatsapp.net") for one in expected)
