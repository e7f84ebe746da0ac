"""When two addresses are the same."""

from __future__ import annotations

import pytest

from rules.address import same_address


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
