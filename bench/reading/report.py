"""The tables of `bench/parse.py`: each figure beside its goal, where it has one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bench.reading.detection import Detection
from bench.reading.lengthy import LENGTH, Long
from bench.reading.peers import Beside, Comparison
from bench.reading.process import Process
from bench.reading.timing import Took
from bench.reading.whole import SURE, Readings, Reliability, Share
from parsers import PARSERS

GOALS = {"sure_right": 0.95, "ready_s": 1.5, "memory_mb": 280.0, "long_ms": 20.0}


def met(figure: float, goal: float, *, at_least: bool = False) -> Text:
    """Mark a figure that is as good as its goal, or not."""
    good = figure >= goal if at_least else figure <= goal
    return Text("✓", "green") if good else Text("✗", "bold red")


def per_cent(share: float) -> str:
    """Write a share so that only what is whole says 100."""
    return "100" if share == 1 else f"{min(100 * share, 99.9):.1f}"


def _counted(share: Share) -> str:
    return f"{share.right}/{share.of}" if share.of else "–"


def _both(took: Took) -> str:
    return f"{took.median:,.0f} / {took.p95:,.0f}"


def _table(*columns: str) -> Table:
    """Lay out a table whose first column is words and whose others are figures."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False)
    table.header_style, table.border_style = "bold", "dim"
    for n, column in enumerate(columns):
        table.add_column(column, justify="right" if n else "left", vertical="bottom", no_wrap=n > 0)
    return table


def _weight(language: str) -> str:
    return "bold" if language == "all" else ""


def _title(words: str) -> Text:
    return Text(words + "\n", "bold cyan")


def peers(found: Comparison) -> Iterator[RenderableType]:
    """Show ours beside the peers."""
    yield _title(f"When is it? Ours beside dateparser and chrono-node, {found.rows[-1].messages} messages")
    of = ("ours", "dateparser", "chrono")
    table = _table("", "of", *(f"{name}\nright %" for name in of), *(f"{name}\nµs" for name in of))
    for row in found.rows:
        scores = [row.scores[name] for name in of]
        shares = [per_cent(s.right) if s else "–" for s in scores]
        took = [_both(s.microseconds) if s else "–" for s in scores]
        table.add_row(row.language, str(row.messages), *shares, *took, style=_weight(row.language))
    yield table
    together = found.rows[-1]
    yield _note(
        f"Right is what agrees with the annotation to the minute; of {together.without_date} messages it is that there "
        f"is no date. The day alone: {_days(together)}. µs are median / 95th percentile; in them ours reads the whole "
        f"message, the others look for its first date. "
        f"dateparser {found.versions['dateparser']}, chrono-node {found.versions['chrono']}."
    )
    if found.missing:
        yield _note(found.missing, "yellow")


def _days(row: Beside) -> str:
    return ", ".join(f"{name} {per_cent(score.right_day)} %" for name, score in row.scores.items() if score)


def wholes(found: Readings) -> Iterator[RenderableType]:
    """Show how many whole messages are right, and what one takes."""
    yield _title("Whole messages right, the language found by ourselves")
    table = _table("", *PARSERS, "all", "all %", "µs: median / p95")
    for row in found.rows:
        by_parser = [_counted(row.by_parser[parser]) for parser in PARSERS]
        together = (_counted(row.all), per_cent(row.all.share), _both(row.microseconds))
        table.add_row(row.language, *by_parser, *together, style=_weight(row.language))
    yield table
    if found.wrong:
        yield _note(f"Wrong: {_some(found.wrong)}")


def reliability(found: Reliability) -> Iterator[RenderableType]:
    """Show what confidence is worth."""
    yield _title("How far confidence can be trusted")
    table = _table("confidence", "drafts", "right", "right %")
    for band in found.bands:
        words = f"{band.low:g} – {band.high:g}" if band is not found.bands[-1] else f"{band.low:g} and more"
        table.add_row(words, str(band.drafts.of), *_right(band.drafts))
    yield table
    table = _table("doubt", "drafts", "right", "right %")
    for doubt, drafts in found.doubts.items():
        table.add_row(doubt, str(drafts.of), *_right(drafts))
    table.add_row("none", str(found.undoubted.of), *_right(found.undoubted), style="bold")
    yield table
    goal = GOALS["sure_right"]
    yield Text.assemble(
        met(found.sure.share, goal, at_least=True),
        f" Of {found.sure.of} drafts with a confidence of {SURE:g} and more, {per_cent(found.sure.share)} % are right ",
        (f"(goal: {100 * goal:g} %)", "dim"),
    )


def _right(drafts: Share) -> tuple[str, str]:
    return (str(drafts.right), per_cent(drafts.share)) if drafts.of else ("–", "–")


def languages(found: Detection) -> Iterator[RenderableType]:
    """Show how often the language is found."""
    yield _title(f"Which language? {found.messages} messages that have words")
    table = _table("with", "chat known: right", "%", "chat unknown: right", "%")
    for row in found.noisy:
        known, unknown = row.with_prior, row.without_prior
        table.add_row(row.noise, _counted(known), per_cent(known.share), _counted(unknown), per_cent(unknown.share))
    yield table
    table = _table("confidence", "chat known: right", "chat unknown: right")
    for margin in found.margins:
        shares = (_counted(margin.with_prior), _counted(margin.without_prior))
        table.add_row(f"{margin.low:g} – {margin.high:g}", *shares)
    yield table
    yield _note(
        f"Confidence is the margin: the share of the likeliest language, of all together. Words that few of the "
        f"languages have told it in {found.told.of} messages ({found.told.right} right), letters and the chat in the "
        f"other {found.untold.of} ({found.untold.right} right). What the chat speaks changed {found.swayed.of} "
        f"answers, {found.swayed.right} of them rightly. It takes {_both(found.microseconds)} µs (median / p95)."
    )
    if found.wrong:
        yield _note(f"Wrong, chat known: {_some(found.wrong)}")


def process(found: Process) -> Iterator[RenderableType]:
    """Show what a parser process costs."""
    yield _title(f"A parser process, median of {found.processes} fresh ones")
    ready, memory = GOALS["ready_s"], GOALS["memory_mb"]
    table = _table("", "figure", "goal", "")
    table.add_row("imported after", f"{found.imported:.2f} s", "", "")
    table.add_row("ready to read all languages after", f"{found.ready:.2f} s", f"{ready:g} s", met(found.ready, ready))
    table.add_row("  of which the processor worked", f"{found.ready_processor:.2f} s", "", "")
    table.add_row("memory when ready", f"{found.memory_ready:.0f} MB", "", "")
    table.add_row("memory after all messages", f"{found.memory_after:.0f} MB", "", "")
    table.add_row("memory at most", f"{found.peak:.0f} MB", f"{memory:g} MB", met(found.peak, memory))
    yield table


def lengthy(found: tuple[Long, ...]) -> Iterator[RenderableType]:
    """Show what long texts take."""
    goal = GOALS["long_ms"]
    yield _title(f"A text of {LENGTH:,} characters: processor ms, median and worst kind")
    table = _table("", *(word for parser in PARSERS for word in (parser, "worst", "")))
    for row in found:
        cells: list[RenderableType] = [row.language]
        for parser in PARSERS:
            worst, _ = row.worst(parser)
            cells += [f"{row.median(parser):,.1f}", f"{worst:,.1f}", met(worst, goal)]
        table.add_row(*cells)
    yield table
    worsts = [(*row.worst(parser), parser, row.language) for row in found for parser in PARSERS]
    slowest, kind, parser, language = max(worsts)
    kinds = ", ".join(found[0].milliseconds[parser])
    yield _note(
        f"Goal: {goal:g} ms for each. Kinds: {kinds}. Slowest: {parser}, {language}, {kind}: {slowest:,.0f} ms."
    )


def suites(said: str) -> Iterator[RenderableType]:
    """Show what the scorer of other projects' suites wrote, whose tables are Markdown."""
    table: Table | None = None
    for line in said.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            if table:
                yield table
            table = None
            if line.strip():
                yield _title(line.removeprefix("## ")) if line.startswith("## ") else _note(line)
        elif table is None:
            table = _table(*cells)
            for column in table.columns[1:]:
                column.no_wrap = False
        elif set(line) - set("|-"):
            table.add_row(*cells)
    if table:
        yield table


def _some(ids: tuple[str, ...], most: int = 12) -> str:
    rest = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(ids[:most]) + rest


def _note(words: str, style: str = "dim") -> Text:
    return Text(words, style)
