"""Look through rule files and try what they say, under a limit of time: every mistake that can be found before use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine import examples
from engine.examples import Guard
from executors.destinations.replies import check_template
from rules.check import Checked
from rules.faults import RuleFault


def faults_by_trying(files: Iterable[Checked], guard: Guard) -> Iterator[RuleFault]:
    """Yield each place where an example and its rule part, and each reply that cannot be written."""
    for file in files:
        told: set[tuple[str, str]] = set()
        for rule in file.book.rules if file.book else ():
            for miss in examples.misses(rule, guard):
                yield file.fault(rule, miss.path, miss.says, miss.hint, severity=miss.severity)
            for language, text in rule.reply.text.items():
                wrong = check_template(text)
                # The head of a file may say it for every rule.
                if wrong and (language, text) not in told:
                    told.add((language, text))
                    yield file.fault(rule, ("reply", "text", language), f"this reply cannot be written: {wrong}")
