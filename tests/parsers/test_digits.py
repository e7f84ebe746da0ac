from __future__ import annotations

from itertools import product

import pytest

from parsers.digits import digit_classes, samples, word_classes


def test_patterns_know_every_set_of_classes_that_a_number_can_bring():
    known = {frozenset(classes) for classes in samples()}
    written = ["".join(digits) for size in range(1, 5) for digits in product("0123456789", repeat=size)]
    written += [
        f"{whole}{point}{rest}" for whole in range(100) for point in ".," for rest in ("5", "05", "59", "60", "005")
    ]
    assert {frozenset(digit_classes(number)) for number in written} <= known
    assert {frozenset(word_classes(number)) for number in range(10_000)} <= known


@pytest.mark.parametrize("number", ["007", "0005", "0025"])
def test_a_number_with_leading_zeros_is_neither_an_hour_nor_a_day(number):
    assert digit_classes(number).keys().isdisjoint({"hour", "day"})
