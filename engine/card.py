"""The explain card: what a reaction would come to, in the terminal, with the spans underlined in the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from engine.decide import Decision, Failure
from engine.shown import often
from engine.situation import Situation
from executors.destinations.wording import WORDINGS
from executors.plan import Wanted
from rules.match import Verdict

_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red")


def show(console: Console, decision: Decision, situation: Situation) -> None:
    """Print the card of a decision that was not carried out."""
    place = situation.locale
    fired = [verdict.rule for verdict in decision.verdicts if verdict.fired]
    names = ", ".join(f"{rule.id} v{rule.version}" for rule in fired) or "no rule"
    console.print(Text.assemble((situation.facts.emoji, "bold"), f"  {names}  ", (_where(decision, place), "dim")))
    console.print()
    spans = _spans(decision)
    for line in _underlined(situation.facts.text, spans):
        console.print(line, soft_wrap=True)
    for want in decision.wanted:
        console.print(_item(want))
    for failure in decision.failures:
        console.print(Text.assemble(("✗ ", "bold red"), f"{failure.rule_id}: {_refusal(failure)}"))
        for name, value in failure.partial.items():
            console.print(f"  understood all the same: {name} = {_shown(value)}")
        if failure.example:
            console.print(f"  try: {failure.example} {failure.example_emoji}")
    for step in decision.skipped:
        no = step.checks[-1]
        told = f"  {step.rule_id}: {step.action} left out: {no.field} {no.op} {no.expected}, but it is {no.actual}"
        console.print(Text(told, "dim"))
    _others(console, decision)


def _refusal(failure: Failure) -> str:
    """Return why nothing was made, as a sentence, and its code."""
    words = WORDINGS["en"].troubles.get(failure.code)
    if words is None:
        return failure.code
    more = f" {words.with_amount}" if words.with_amount and failure.partial.get("amount") is not None else ""
    return f"{words.plain}{more} ({failure.code})"


def _where(decision: Decision, place: Any) -> str:  # noqa: ANN401 - a Locale
    return f"{decision.language} · {place.region} · {place.zone}"


def _spans(decision: Decision) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for n, want in enumerate(decision.wanted):
        several = len(decision.wanted) > 1
        found |= {f"{name} {n + 1}" if several else name: span for name, span in want.spans.items()}
    for failure in decision.failures:
        found |= failure.spans
    return found


def _underlined(text: str, spans: Mapping[str, tuple[int, int]]) -> Iterable[Text]:
    """Yield each line of the text, with a line of tildes and one of names under it where something was read."""
    start = 0
    for line in text.splitlines() or [text]:
        end = start + len(line)
        here = [(s, e, ", ".join(names)) for (s, e), names in _by_place(spans).items() if s < end and e > start]
        yield Text("  " + line)
        if here:
            yield from _marks(line, [(max(s - start, 0), min(e - start, len(line)), name) for s, e, name in here])
        start = end + 1


def _by_place(spans: Mapping[str, tuple[int, int]]) -> dict[tuple[int, int], list[str]]:
    """Return the names of each span, in the order of the text: `$890` is amount and currency."""
    places: dict[tuple[int, int], list[str]] = {}
    for name, place in sorted(spans.items(), key=lambda item: item[1]):
        places.setdefault(place, []).append(name)
    return places


def _marks(line: str, here: list[tuple[int, int, str]]) -> Iterable[Text]:
    marks, rows = Text("  "), [Text("  ")]
    for n, (start, end, name) in enumerate(here):
        column, width = cell_len(line[:start]) + 2, cell_len(line[start:end])
        colour = _COLOURS[n % len(_COLOURS)]
        if column >= marks.cell_len:
            marks.append(" " * (column - marks.cell_len)).append("~" * max(width, 1), colour)
        row = next((row for row in rows if row.cell_len < column or row.cell_len <= 2), None)  # noqa: PLR2004 - the margin
        if row is None:
            row = Text("  ")
            rows.append(row)
        row.append(" " * (column - row.cell_len)).append(name, colour)
    yield marks
    yield from rows


def _item(want: Wanted) -> Text:
    card = Text.assemble("\n", ("✓ ", "bold green"), f"would create 1 {want.kind}: ", (want.title, "bold"))
    card.append(f"  ({want.confidence:.2f} sure)", "dim")
    for name, value in asdict(want.data).items():
        if value not in (None, (), "") and name not in {"title", "priority", "tags"}:
            said = f"{often(str(value), 'en')} ({value})" if name == "recurrence" else _shown(value)
            card.append(f"\n    {name:<17}").append(said)
    card.append(f"\n    {'priority':<17}{want.priority}")
    if want.tags:
        card.append(f"\n    {'tags':<17}{', '.join(want.tags)}")
    return card


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(_shown, value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).replace("T", " ")
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return str(value)


def _others(console: Console, decision: Decision) -> None:
    reasons = [f"{v.rule.id} ({_reason(v)})" for v in decision.verdicts if not v.fired]
    if reasons:
        console.print(Text(f"\nnot fired: {', '.join(reasons)}", "dim"))


def _reason(verdict: Verdict) -> str:
    """Return why a rule did not fire: its first condition that does not hold, in full."""
    if verdict.reason != "condition" or not verdict.checks:
        return str(verdict.reason)
    no = verdict.checks[-1]
    return f"{no.field} {no.op} {no.expected}, but it is {no.actual}"
