"""Finds the words with which a pattern of the grammar can begin, so that it is tried nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable

_CLASSES = re.compile(r"\{[a-z][\w|:!]*\}")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:|=|!|<=|<!))?")
_HOW_OFTEN = re.compile(r"[?*+]|\{\d+(?:,\d+)?\}")
_NEVER_NEEDED = ("?", "*", "{0,")


def openings(written: str, symbols: Callable[[str], str]) -> frozenset[str]:
    """Give the symbols with which a match can begin; `symbols` gives those of one `{…}`."""
    first, _ = _Reader(re.sub(r"\s+", "", written), symbols).alternatives()
    return first


def classes_in(written: str) -> list[str]:
    """Give every `{…}` of a pattern."""
    return _CLASSES.findall(written)


class _Reader:
    """Reads a pattern from left to right: what may stand first, and whether nothing need stand there."""

    def __init__(self, written: str, symbols: Callable[[str], str]) -> None:
        self._written = written
        self._symbols = symbols
        self._at = 0

    def alternatives(self) -> tuple[frozenset[str], bool]:
        first, empty = self._sequence()
        while self._written.startswith("|", self._at):
            self._at += 1
            others, none = self._sequence()
            first, empty = first | others, empty or none
        return first, empty

    def _sequence(self) -> tuple[frozenset[str], bool]:
        first: frozenset[str] = frozenset()
        empty = True
        while self._at < len(self._written) and self._written[self._at] not in "|)":
            others, none = self._item()
            first, empty = (first | others, none) if empty else (first, False)
        return first, empty

    def _item(self) -> tuple[frozenset[str], bool]:
        first, empty = self._one()
        often = _HOW_OFTEN.match(self._written, self._at)
        if often:
            self._at = often.end()
            empty = empty or often.group().startswith(_NEVER_NEEDED)
        return first, empty

    def _one(self) -> tuple[frozenset[str], bool]:
        if listed := _CLASSES.match(self._written, self._at):
            self._at = listed.end()
            return frozenset(self._symbols(listed.group())), False
        if opened := _GROUP.match(self._written, self._at):
            self._at = opened.end()
            inside = self.alternatives()
            self._at += 1
            # What only has to stand before or after it is no part of a match.
            return (frozenset(), True) if opened.group().endswith(("=", "!")) else inside
        self._at += 1
        return frozenset(), True
