"""The annotated messages of `tests/corpus`, and what it takes for a reading of one to be right."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
WHEN = {"task": "due", "calendar": "start"}
"""The field that says when, by the parser that has one."""

_FIELDS = {
    "task": "title due priority tags assignee recurrence",
    "calendar": "title start end duration_minutes location platform url attendees recurrence",
    "bill": "vendor amount currency due recurrence",
    "note": "title tags",
}
_TEXT, _SETS = {"title", "location", "vendor", "assignee"}, {"tags", "attendees"}

Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its circumstances, and what people agreed that it means."""

    id: str
    text: str
    language: str
    region: str
    zone: str
    now: str
    parser: str
    expect: Mapping[str, Any]

    def request(self, *, language: str | None = None, spaces: int = 0) -> dict[str, object]:
        """Ask for it as `toque parse --jsonl` does; spaces at its end make it a text that nobody remembers."""
        text = self.text + " " * spaces
        asked = {"id": self.id, "text": text, "parser": self.parser, "lang": language}
        return {**asked, "region": self.region, "tz": self.zone, "now": self.now}

    @property
    def when(self) -> str | None:
        """Give the date or time that it is for."""
        moment: str | None = self.expect[WHEN[self.parser]]
        return moment


def load(directory: Path = CORPUS) -> list[Message]:
    """Read every file of annotated messages in a directory."""
    return [message for path in sorted(directory.glob("*.jsonl")) for message in read(path)]


def read(path: Path) -> list[Message]:
    """Read one file of annotated messages."""
    return [_message(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _message(c: Mapping[str, Any]) -> Message:
    return Message(c["id"], c["text"], c["lang"], c["region"], c["tz"], c["now"], c["parser"], c["expect"])


def timely(messages: Sequence[Message]) -> list[Message]:
    """Choose the tasks and events, which say when (or, rightly, do not)."""
    return [m for m in messages if m.parser in WHEN and "error" not in m.expect]


def has_words(text: str) -> bool:
    """Tell a text that is written in some language from mere digits and emoji."""
    return re.search(r"[^\W\d_]{2}", text) is not None


def right(message: Message, got: Answer) -> bool:
    """Tell whether a reading is right as a whole; the category of a bill is not looked at."""
    want = message.expect
    if "error" in want or not got["success"]:
        return want.get("error") == got.get("error")
    fields, data = _FIELDS[message.parser].split(), got["data"]
    if message.parser != "bill":
        return all(same(f, want.get(f), data[f]) for f in fields)
    wanted, found = want["bills"], data["bills"]
    if len(wanted) != len(found) or want.get("total") != data["total"]:
        return False
    return all(same(f, w.get(f), g[f]) for w, g in zip(wanted, found, strict=True) for f in fields)


def same(field: str, want: Any, got: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Compare one field: names without case, accents and outer punctuation, everything else exactly."""
    if field in _TEXT:
        return fold(want) == fold(got)
    if field in _SETS:
        return {fold(x) for x in want or []} == {fold(x) for x in got or []}
    return bool((want or None) == (got or None))


def fold(value: object) -> str:
    """Write a text without case, accents and outer punctuation."""
    letters = unicodedata.normalize("NFKD", str(value or "")).casefold()
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return re.sub(r"^[\W_]+|[\W_]+$", "", re.sub(r"\s+", " ", plain))
