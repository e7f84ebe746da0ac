"""What a back-test found: each item that differs, sums by rule, and what of the past was not there to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from engine import explain
from engine.backtest import SENT, Counts, Difference, History, Messages, Tried
from rules.book import Book


@dataclass(slots=True)
class Report:
    """What a back-test found."""

    since: datetime
    history: History
    counts: Counts = field(default_factory=Counts)
    found: list[tuple[Tried, Difference]] = field(default_factory=list)
    failed: int = 0
    """Reactions whose text did not give what the rule asks for."""
    ended: int = 0
    """Texts whose reading took too long."""

    def add(self, tried: Tried, rule: str | None) -> None:
        """Take in what became of one reaction."""
        decision = tried.decisions[0]
        if decision is None:
            self.ended += 1
            return
        self.counts.add(decision, tried.reaction)
        self.failed += any(failure.rule_id == rule or rule is None for failure in decision.failures)
        self.found += [(tried, one) for one in tried.differences() if rule is None or one.rule_id == rule]


def sums(report: Report, book: Book, rule: str | None) -> list[Sequence[str | int]]:
    """Return a line for each rule, and for each that is no more and made something."""
    ids = [one.id for one in book.rules] + sorted({one.rule_id for _, one in report.found})
    rows: list[Sequence[str | int]] = []
    for id_ in dict.fromkeys(ids):
        if rule in {None, id_}:
            hows = [one.how for _, one in report.found if one.rule_id == id_]
            told = (hows.count(how) for how in ("same", "new", "changed", "gone"))
            counted = report.counts.of(id_)
            sent = (counted[what] for what in SENT.values())
            rows.append((id_, counted["matches"], counted["items"], *told, *sent))
    return rows


def lacks(report: Report) -> list[str]:
    """Say what the history lacks, a line each."""
    has = report.history
    told = [
        (has.dropped, "reaction", "to messages whose text was let go (retention)"),
        (has.never_seen, "reaction", "to messages that never came"),
        (has.without_text, "reaction", "to messages without text"),
        (has.taken_back, "reaction", "taken back since: with which emoji is not kept"),
        (report.ended, "text", "that took too long to read"),
    ]
    lines = [f"not in it: {_count(number, what)} {why}" for number, what, why in told if number]
    if has.messages:
        lines += _lacks_of_messages(has.messages, report.since)
    if has.heard_since is None:
        return ["No reaction was ever heard.", *lines]
    if has.heard_since > report.since:
        lines.append(f"nothing was heard before {has.heard_since:%Y-%m-%d}, when the first reaction came")
    if report.failed:
        lines.append(f"{_count(report.failed, 'text')} did not give what the rule asks for")
    return lines


def as_record(report: Report, book: Book, rule: str | None) -> dict[str, Any]:
    """Return it as programs are shown it."""
    names = ("rule", "matches", "items", "same", "new", "changed", "gone", *SENT.values())
    return {
        "since": report.since.isoformat(),
        "rules": [dict(zip(names, row, strict=True)) for row in sums(report, book, rule)],
        "items": [
            {
                "message_id": tried.reaction.message_id, "emoji": tried.reaction.emoji,
                "reacted_at": tried.reaction.reacted_at.isoformat(), "difference": one.how, "rule": one.rule_id,
                "item": one.existing.id if one.existing else None,
                "draft": explain.draft_as_json(one.wanted) if one.wanted else None,
            }
            for tried, one in report.found
        ],
        "failed": report.failed,
        "ended": report.ended,
        "history": asdict(report.history),
        "lacks": lacks(report),
    }  # fmt: skip


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _lacks_of_messages(has: Messages, since: datetime) -> list[str]:
    lines = []
    if has.dropped:
        lines.append(f"not in it: {_count(has.dropped, 'message')} whose text was let go (retention)")
    if has.heard_since is None:
        lines.append("no message was ever heard")
    elif has.heard_since > since:
        lines.append(f"no message is stored from before {has.heard_since:%Y-%m-%d}")
    return lines
