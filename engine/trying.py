"""Look through rule files and try what they say, under a limit of time: every mistake that can be found before use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine import examples
from engine.examples import Guard
from engine.outside import Outside, lacking
from executors.destinations.replies import check_template
from rules.check import Checked
from rules.faults import RuleFault
from rules.outside import texts_in
from rules.rule import Rule


def faults_by_trying(files: Iterable[Checked], guard: Guard, outside: Outside) -> Iterator[RuleFault]:
    """Yield each place where an example and its rule part, each text that cannot be written, and what is not here."""
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
            yield from _faults_outside(file, rule, outside)


def _faults_outside(file: Checked, rule: Rule, outside: Outside) -> Iterator[RuleFault]:
    """Yield each text of a step that cannot be written, and what its steps name that is not here."""
    for number, step in enumerate(rule.steps):
        for option in ("text", "body"):
            for way, text in texts_in(step.options.get(option)):
                if wrong := check_template(text):
                    path = ("do", number, step.action, option, *way)
                    yield file.fault(rule, path, f"this text cannot be written: {wrong}")
    for path, says in lacking(rule, outside):
        yield file.fault(rule, path, says, severity="warning")
