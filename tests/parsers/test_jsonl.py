from __future__ import annotations

import json

import pytest

from parsers.jsonl import answer

REQUEST = {
    "id": "a",
    "text": "",
    "parser": "task",
    "lang": "es",
    "region": "MX",
    "tz": "UTC",
    "now": "2026-01-02T09:00",
}


def ask(**fields: object) -> dict[str, object]:
    # Whatever is answered must be plain JSON.
    return json.loads(json.dumps(answer({**REQUEST, **fields})))


def test_a_task_is_answered_in_plain_json():
    got = ask(text="comprar pan mañana a las 5")
    assert got["success"] is True
    assert (got["id"], got["language"], got["type"]) == ("a", "es", "task")
    assert (got["data"]["title"], got["data"]["due"]) == ("Comprar pan", "2026-01-03T17:00:00")
    assert got["spans"]["due"] == [12, 26]
    assert 0 < got["confidence"] <= 1


def test_a_bill_is_answered_with_amounts_as_text():
    got = ask(text="Pagar luz CFE $890 vence 15 enero", parser="bill")
    assert got["data"] == {
        "bills": [
            {
                "vendor": "CFE",
                "amount": "890.00",
                "currency": "MXN",
                "due": "2026-01-15",
                "category": "electricity",
                "account": None,
                "recurrence": None,
            }
        ],
        "total": None,
    }


def test_an_event_is_called_calendar():
    assert ask(text="dentista mañana a las 5", parser="calendar")["type"] == "calendar"


def test_what_cannot_be_read_is_answered_with_what_was_understood():
    got = ask(text="mañana a las 5", parser="calendar")
    assert (got["success"], got["error"], got["partial"]["start"]) == (False, "no_title", "2026-01-03T17:00:00")
    assert got["message"]


def test_without_a_language_it_is_found():
    assert ask(text="call the bank tomorrow", lang=None)["language"] == "en"
    assert ask(text="pagar luz", lang=None, region="BR")["language"] == "pt"


def test_the_building_blocks_can_be_asked_alone():
    [found] = ask(text="cena el viernes", parser="times")["data"]["times"]
    assert found == {
        "text": "el viernes",
        "span": [5, 15],
        "kind": "date",
        "start": "2026-01-09",
        "end": None,
        "duration_minutes": None,
        "rrule": None,
        "grain": "day",
    }
    [amount] = ask(text="son $500", parser="money")["data"]["amounts"]
    assert amount == {"text": "$500", "span": [4, 8], "amount": "500.00", "currency": "MXN"}


@pytest.mark.parametrize(
    "bad",
    [
        {"text": None},
        {"text": 5},
        {"parser": "recipe"},
        {"parser": ["task"]},
        {"region": 3},
        {"region": "Mexico"},
        {"tz": "Mars/Base"},
        {"tz": "../etc/passwd"},
        {"now": "yesterday"},
        {"now": None},
        {"lang": 5},
    ],
)
def test_a_request_with_a_bad_field_is_refused_with_a_sentence(bad):
    got = ask(**bad)
    assert (got["id"], got["success"], got["error"]) == ("a", False, "bad_request")
    assert got["message"]
