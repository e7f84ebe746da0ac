"""Dates and times of the same messages, as dateparser, chrono-node and we find them, and how long each takes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from importlib.metadata import version
from pathlib import Path

import dateparser.search

from bench.reading.messages import ROOT, WHEN, Message, timely
from bench.reading.timing import Took, best_of_three, one_core
from parsers.jsonl import answer
from parsers.languages import LANGUAGES
from parsers.regions import region

CHRONO = ROOT / "bench" / "chrono"
CACHE = ROOT / "bench" / ".cache"
_PATIENCE = 120

Reading = tuple[str | None, float]
"""The date or time found, and the microseconds that it took."""


@dataclass(frozen=True, slots=True)
class Score:
    """How often one reader was right, to the minute and to the day, and how long a message took it."""

    right: float
    right_day: float
    microseconds: Took


@dataclass(frozen=True, slots=True)
class Beside:
    """The readers on the messages of one language, or of all; None for a reader that does not know the language."""

    language: str
    messages: int
    without_date: int
    scores: Mapping[str, Score | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All languages, the readers' versions, and why one of them is missing."""

    rows: tuple[Beside, ...]
    versions: Mapping[str, str]
    missing: str | None


def compare(messages: Sequence[Message]) -> Comparison:
    """Have every reader read the tasks and events among the messages."""
    chosen = timely(messages)
    with one_core():
        readings = {"ours": _measure(chosen, read_ours), "dateparser": _measure(chosen, read_dateparser)}
        found, missing = read_chrono(chosen)
        readings["chrono"] = found or [None] * len(chosen)
    groups = [(code, [n for n, m in enumerate(chosen) if m.language == code]) for code in LANGUAGES]
    rows = [_row(code, chosen, readings, places) for code, places in groups if places]
    rows.append(_row("all", chosen, readings, range(len(chosen))))
    chrono = json.loads((CHRONO / "package.json").read_text())["dependencies"]["chrono-node"]
    return Comparison(tuple(rows), {"dateparser": version("dateparser"), "chrono": chrono}, missing)


def _row(
    language: str,
    chosen: Sequence[Message],
    readings: Mapping[str, Sequence[Reading | None]],
    places: Iterable[int],
) -> Beside:
    places = list(places)
    wanted = [chosen[n].when for n in places]
    scores = {reader: _score(wanted, [found[n] for n in places]) for reader, found in readings.items()}
    return Beside(language, len(places), wanted.count(None), scores)


def _score(wanted: Sequence[str | None], found: Sequence[Reading | None]) -> Score | None:
    known = [reading for reading in found if reading is not None]
    # A reader is compared over all languages only if it knows them all.
    if len(known) < len(found):
        return None
    pairs = [(want, reading[0]) for want, reading in zip(wanted, known, strict=True)]
    right = sum(want == got for want, got in pairs) / len(pairs)
    day = sum((want or "")[:10] == (got or "")[:10] for want, got in pairs) / len(pairs)
    return Score(round(right, 4), round(day, 4), Took.of([took for _, took in known]))


def _measure(chosen: Sequence[Message], read: Callable[[Message, int], str | None]) -> list[Reading | None]:
    # The first round is for what a reader loads or remembers by language and word.
    answers = [read(m, 0) for m in chosen]
    took = [best_of_three(partial(read, m)) for m in chosen]
    return list(zip(answers, took, strict=True))


def read_ours(message: Message, spaces: int = 0) -> str | None:
    """Read all of a message, title, people and place too; give its date or time."""
    data = answer(message.request(language=message.language, spaces=spaces)).get("data")
    found = data.get(WHEN[message.parser]) if isinstance(data, dict) else None
    return str(found) if found else None


def read_dateparser(message: Message, spaces: int = 0) -> str | None:
    """Search a message for its first date, with the language and the order of the region given."""
    order = "MDY" if region(message.region).month_first else "DMY"
    now = datetime.fromisoformat(message.now)
    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "DATE_ORDER": order}
    text = message.text + " " * spaces
    found = dateparser.search.search_dates(text, languages=[message.language], settings=settings)
    if not found:
        return None
    moment = found[0][1].replace(tzinfo=None)
    # It gives what is only a day midnight, or the time of asking.
    dated = moment.time() in {now.time(), time.min}
    return moment.date().isoformat() if dated else moment.isoformat(timespec="seconds")


def read_chrono(chosen: Sequence[Message]) -> tuple[list[Reading | None] | None, str | None]:
    """Have chrono-node read the messages; or None, and the sentence that says why it did not."""
    node, home = shutil.which("node"), CACHE / "chrono"
    if node is None:
        return None, "chrono-node was not measured: there is no Node.js (`node`) here."
    if problem := _install(home):
        return None, problem
    asked = "\n".join(json.dumps(_for_chrono(m)) for m in chosen)
    command, utc = [node, str(CHRONO / "chrono.mjs")], os.environ | {"TZ": "UTC"}
    ran = subprocess.run(command, cwd=home, env=utc, input=asked, capture_output=True, text=True, check=False)
    if ran.returncode:
        return None, f"chrono-node was not measured: {_last_line(ran.stderr)}"
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    return [(one["answer"], one["us"]) if one["knows"] else None for one in found], None


def _for_chrono(message: Message) -> dict[str, object]:
    first = region(message.region).month_first
    return {"text": message.text, "lang": message.language, "monthFirst": first, "now": message.now}


def _install(home: Path) -> str | None:
    """Install the pinned chrono-node, once; a sentence says why it could not be."""
    lock = (CHRONO / "package-lock.json").read_bytes()
    done = home / "installed"
    if done.exists() and done.read_bytes() == lock:
        return None
    npm = shutil.which("npm")
    if npm is None:
        return "chrono-node was not measured: there is no npm here to install it with."
    home.mkdir(parents=True, exist_ok=True)
    (CACHE / ".gitignore").write_text("*\n")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(CHRONO / name, home)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        ran = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        return f"chrono-node was not measured: npm did not install it within {_PATIENCE} s."
    if ran.returncode:
        return f"chrono-node was not measured: npm could not install it ({_last_line(ran.stderr)})."
    done.write_bytes(lock)
    return None


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "it said nothing")
