"""A text in the terminal with what was read of it underlined, and the names of the fields below, as compilers point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

Span = tuple[int, int]

_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red")
MARGIN = "    "


@dataclass(frozen=True, slots=True)
class _Mark:
    """One stretch of a line that something was read from, in characters and in cells of the screen."""

    start: int
    end: int
    column: int
    width: int
    names: str
    colour: str


def underlined(text: str, spans: Mapping[str, Span]) -> Iterable[Text]:
    """Yield each line of a text, and under it marks and the names of the fields that were read there."""
    start = 0
    for whole in text.splitlines(keepends=True):
        line = whole.splitlines()[0]
        here = {name: (max(s - start, 0), min(e - start, len(line))) for name, (s, e) in spans.items()}
        marks = _marks(line, {name: (s, e) for name, (s, e) in here.items() if s < e})
        shown = Text(MARGIN + line)
        for mark in marks:
            shown.stylize(f"bold {mark.colour}", mark.start + len(MARGIN), mark.end + len(MARGIN))
        yield shown
        if marks:
            yield _tildes(marks)
            yield from _labels(marks)
        start += len(whole)


def _marks(line: str, spans: Mapping[str, Span]) -> list[_Mark]:
    """Return the marks of a line from left to right; what is read from the same words shares one."""
    places: dict[Span, list[str]] = {}
    for name, place in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        places.setdefault(place, []).append(name)
    return [
        _Mark(
            start, end, cell_len(line[:start]), max(cell_len(line[start:end]), 1), ", ".join(names),
            _COLOURS[n % len(_COLOURS)],
        )
        for n, ((start, end), names) in enumerate(places.items())
    ]  # fmt: skip


def _tildes(marks: Sequence[_Mark]) -> Text:
    row, at = Text(MARGIN), 0
    for mark in marks:
        # Where two overlap, the first keeps its tildes.
        column = max(mark.column, at)
        width = mark.column + mark.width - column
        if width > 0:
            row.append(" " * (column - at)).append("~" * width, mark.colour)
            at = column + width
    return row


def _labels(marks: Sequence[_Mark]) -> Iterable[Text]:
    """Yield the rows of names: each in the highest row where it runs into nothing at its right, else led there."""
    rows: list[dict[int, tuple[str, str]]] = []
    depths: dict[int, int] = {}
    for n in reversed(range(len(marks))):
        mark = marks[n]
        end = mark.column + cell_len(mark.names)
        depth = 0
        while any(depths[other] >= depth and end >= marks[other].column for other in depths):
            depth += 1
        depths[n] = depth
        rows += [{} for _ in range(depth + 1 - len(rows))]
        rows[depth][mark.column] = (mark.names, mark.colour)
        for above in rows[:depth]:
            above.setdefault(mark.column, ("│", mark.colour))
    for row in rows:
        line, at = Text(MARGIN), 0
        for column, (said, colour) in sorted(row.items()):
            line.append(" " * (column - at)).append(said, colour)
            at = column + cell_len(said)
        yield line
