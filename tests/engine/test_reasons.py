"""What failed is told in plain words: each reason that is written down has a code, and each code its words."""

from __future__ import annotations

import pytest

from engine import reasons
from engine.web.words import LANGUAGES, catalogue


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("reading it took more than 5 s", "too_slow"),
        ("its worker was ended after 10 s", "too_slow"),
        ("reading it took more than 512 MB", "too_large"),
        ("its worker was ended at more than 512 MB", "too_large"),
        ("its worker was ended by SIGSEGV", "crashed"),
        ("the line to the database was lost twice running with it in hand", "crashed"),
        ("its worker did not come back, 8 times (last: home-1)", "worker_gone"),
        ("Nobody took it in time. The last answer: there.example answered 503", "nobody_took_it"),
        ("TOQUE_CALL_HOSTS does not let rules call this host.", "not_allowed"),
        ("metadata.example is an address that rules do not call (169.254.169.254)", "not_allowed"),
        ("There is no channel ops: add ops=https://… to TOQUE_CHANNELS.", "lacks"),
        ("The rule bills v3 cannot be read any more.", "rule_gone"),
        (
            "Evolution refuses this connection's API key (401): put the instance's token or the global key.",
            "gateway_key",
        ),
        ("Evolution knows no instance 'home' (404): check the instance's name and the base URL.", "gateway_address"),
        ("This number is not on WhatsApp, so nothing can be sent to it: check the number.", "nobody_there"),
        ("Evolution's line to WhatsApp is down: closed", "line_down"),
        ("Evolution cannot be reached (no answer).", "gateway_away"),
        ("Evolution does not accept this (422), and will not later: no", "gateway_refuses"),
        ("there.example cannot be reached: refused", "host_away"),
        ("there.example answered 429: slower", "host_away"),
        ("there.example answered 410, it is gone", "host_refuses"),
        ("there.example leads elsewhere: write that address in the rule, if it is meant", "host_refuses"),
        ("CheckViolation 23514 bills_currency_check", "database"),
        ("ZeroDivisionError", "fault"),
    ],
)
def test_a_reason_has_a_code(written: str, code: str) -> None:
    assert reasons.of(written) == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_code_has_its_words_and_the_next_step(language: str) -> None:
    words = catalogue(language)["words"]
    assert {key for code in reasons.CODES for key in (f"failed.{code}", f"failed.{code}.next")} <= words.keys()
