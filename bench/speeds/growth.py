"""How the cost of an action grows with what there is: rows, people, rules and connections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bench.speeds.asked import Asked
from bench.speeds.drain import settled_a_second
from bench.speeds.ground import Cluster, Db, statements
from bench.speeds.load import Scene, everybodys
from bench.speeds.report import Found, Line
from engine import rulebook
from rules.reaction import is_reaction
from rules.rule import Condition, Rule

SETTLED = 4_000
ROWS = (100_000, 1_000_000)
PEOPLE = (1_000, 10_000, 100_000)
RULES, ALIKE = (1, 100, 1_000), (1, 10, 100)
_OTHERS = frozenset(filter(is_reaction, map(chr, range(0x1F000, 0x1FB00))))
CONNECTIONS = (1, 10, 100)
_HISTORY = statements(__file__, "history.sql")

Load = Callable[[Db], None]


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Settle the same reactions, one thing growing at a time."""
    n = asked.some(SETTLED)
    lines: list[Line] = []
    figures: dict[str, dict[str, float]] = {}
    for what, sizes in _growing(n, asked):
        first = ""
        for words, load in sizes.items():
            asked.say(f"growth: {words} {what}")
            cluster.template("grown", load)
            with cluster.copy("grown") as url:
                rate = settled_a_second(url, 1, n)
            cluster.forget("grown")
            figures.setdefault(what, {})[words] = rate
            first = first or words
            beside = () if words == first else (first, figures[what][first])
            lines.append(Line(f"full actions, {words} {what}", rate, "/s", *beside))
    return Found(lines, [f"Growth: one worker settles {n:,} reactions, one thing growing at a time."], figures)


def _growing(n: int, asked: Asked) -> Iterator[tuple[str, dict[str, Load]]]:
    usual = Scene(reactions=n)
    rows = {"no": usual.load} | {f"{asked.some(many):,}": _with_history(usual, asked.some(many)) for many in ROWS}
    yield "settled before", rows
    yield "people", {f"{many:,}": replace(usual, people=many).load for many in PEOPLE}
    yield "rules, each for another emoji", {f"{many:,}": replace(usual, rules=_rules(many)).load for many in RULES}
    alike = {f"{many:,}": replace(usual, rules=_rules(many, alike=True)).load for many in ALIKE}
    yield "rules for one emoji", alike
    yield "connections", {f"{many:,}": replace(usual, connections=many).load for many in CONNECTIONS}


def _with_history(scene: Scene, rows: int) -> Load:
    def load(db: Db) -> None:
        scene.load(db)
        for statement in _HISTORY.values():
            db.execute(statement, {"n": rows} if "%(n)s" in statement else {})

    return load


def _rules(many: int, *, alike: bool = False) -> tuple[Rule, ...]:
    """Return one rule that makes a task of every reaction, and others that never fire.

    Those are for other emoji, or, `alike`, for the same ones with a condition that no message meets.
    """
    starter = {rule.id: rule for rule in rulebook.starter().rules}
    emojis = tuple(rule.emojis[0] for rule in starter.values())
    one = replace(starter["task"], emojis=emojis, examples=())
    asks = Condition("text", (("contains", ("zzz",)),))
    free = iter(_OTHERS.difference(emojis))
    others = (
        replace(one, id=f"other-{n}", name=f"Other {n}", conditions=(asks,), emojis=emojis if alike else (next(free),))
        for n in range(1, many)
    )
    return everybodys((one, *others))
