"""Scores the annotated messages of `tests/corpus`: the share that is right as a whole can only rise.

`own-xx.jsonl` are the project's own; which of them stay wrong, and why, is in `docs/parsing.md`.
"""

from __future__ import annotations

import pytest

from bench.reading.messages import CORPUS, load, read, right
from parsers.jsonl import answer

# Whole messages right, in per cent, rounded down.
FLOORS = {"es": 100, "en": 100, "pt": 100, "fr": 100, "it": 100, "de": 100} | {
    "own-es": 99, "own-en": 99, "own-pt": 99, "own-fr": 99, "own-it": 98, "own-de": 98,
}  # fmt: skip


@pytest.mark.parametrize("name", FLOORS)
def test_no_message_that_was_read_right_is_read_wrong_again(name):
    messages = read(CORPUS / f"{name}.jsonl")
    wrong = [message.id for message in messages if not right(message, answer(message.request()))]
    share = 100 * (len(messages) - len(wrong)) // len(messages)
    assert share >= FLOORS[name], wrong


def test_every_file_of_the_corpus_is_scored_and_no_message_is_there_twice():
    assert {path.stem for path in CORPUS.glob("*.jsonl")} == FLOORS.keys()
    messages = [message for message in load() if message.text.strip()]
    assert len({message.id for message in messages}) == len(messages)
    assert len({message.text for message in messages}) == len(messages)
