"""What the benchmark of reading counts as right, as sure and as long."""

from __future__ import annotations

import pytest

from bench.reading.detection import NOISE, noisy
from bench.reading.lengthy import LENGTH, long_texts
from bench.reading.messages import CORPUS, Message, has_words, load, right
from bench.reading.peers import read_chrono, read_dateparser, read_ours
from bench.reading.process import megabytes
from bench.reading.report import per_cent
from bench.reading.timing import READINGS, Took
from bench.reading.whole import Share, reliability

TASK = {"title": "Llamar a Ana", "due": None, "priority": None, "tags": ["a"], "assignee": None, "recurrence": None}
BILL = {"vendor": "CFE", "amount": "890.00", "currency": "MXN", "due": None, "recurrence": None, "category": "power"}


def message(parser: str = "task", expect: dict | None = None, text: str = "llamar a Ana #a") -> Message:
    circumstances = ("es", "MX", "America/Mexico_City", "2026-03-02T10:00:00")
    return Message("1", text, *circumstances, parser, expect or TASK)


def drafted(confidence: float, *doubts: str) -> dict:
    return {"success": True, "confidence": confidence, "doubts": list(doubts)}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [({"title": "llamar a aná!"}, True), ({"tags": ["A"]}, True), ({"due": "2026-03-03"}, False)],
)
def test_names_are_compared_loosely_and_everything_else_exactly(changed, expected):
    assert right(message(), {"success": True, "data": TASK | changed}) is expected


def test_the_category_of_a_bill_is_not_looked_at_but_its_amount_is():
    paid = message("bill", {"bills": [BILL], "total": None})
    for changed, expected in (({"category": "other"}, True), ({"amount": "89.00"}, False)):
        assert right(paid, {"success": True, "data": {"bills": [BILL | changed], "total": None}}) is expected


def test_a_draft_of_what_should_be_refused_is_wrong_and_so_is_a_refusal_of_what_should_be_drafted():
    refused = {"success": False, "error": "no_bill"}
    assert right(message("bill", {"error": "no_bill"}), refused)
    assert not right(message("bill", {"error": "no_bill"}), {"success": True, "data": {"bills": [BILL], "total": None}})
    assert not right(message(), refused)


def test_a_draft_belongs_to_the_band_that_its_confidence_reaches():
    answers = [drafted(0.95), drafted(0.9), drafted(0.89, "no_time"), drafted(0.2, "no_time"), {"success": False}]
    found = reliability(answers, [True, False, True, False, True])
    assert [band.drafts.of for band in found.bands] == [1, 0, 0, 1, 1, 1]
    assert found.sure == Share(1, 2)
    assert found.doubts == {"no_time": Share(1, 2)}
    assert found.undoubted == Share(1, 2)


def test_every_annotated_message_is_loaded():
    lines = [line for file in CORPUS.glob("*.jsonl") for line in file.read_text("utf-8").splitlines() if line.strip()]
    assert len(load()) == len(lines)


def test_ours_and_dateparser_are_asked_for_the_same_thing():
    asked = message(text="pagar el 15/03/2026", expect=TASK | {"due": "2026-03-15"})
    assert read_ours(asked) == read_dateparser(asked) == asked.when


def test_without_node_a_sentence_says_why_chrono_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    found, why = read_chrono([message()])
    assert found is None
    assert "no Node.js" in why


def test_noise_is_added_to_the_text_and_is_of_another_language():
    texts = {noise: noisy(message(), noise) for noise in NOISE}
    assert texts["as typed"] == message().text
    assert all(message().text in text for text in texts.values())
    assert "weekend" in texts["a URL"]


def test_every_reading_of_a_long_text_has_its_full_length():
    texts = long_texts(["pagar luz 890 pesos mañana", "cena con Ana\na las 8"])
    assert all(len(text) >= LENGTH + max(READINGS) for text in texts.values())


def test_digits_and_emoji_are_no_words():
    assert not has_words("12:30 🎉 a")
    assert has_words("ok 👍")


def test_only_what_is_whole_is_a_hundred_per_cent():
    assert [per_cent(share) for share in (1, 0.9999, 0.5, 0)] == ["100", "99.9", "50.0", "0.0"]


def test_a_single_reading_is_its_own_median_and_percentile():
    assert Took.of([7.0]) == Took(7.0, 7.0)
    assert Took.of([1.0, 2.0, 3.0]) == Took(2.0, 2.9)


def test_memory_is_this_process_and_not_whoever_started_it():
    assert 0 < megabytes("VmRSS") <= megabytes("VmHWM") < 4096
