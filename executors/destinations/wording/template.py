"""A rule's own reply text, filled in without letting it do anything but write a reply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, cast

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes, pass_context
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from executors.destinations.wording.harmless import harmless
from executors.destinations.wording.voice import Money, Voice

VARIABLES: Final = (
    "count", "total", "bills", "tasks", "events", "notes", "items", "emoji", "text", "chat", "person", "rule", "event",
)  # fmt: skip
_FILTERS: Final = (
    "capitalize", "count", "d", "default", "first", "join", "last", "length", "list", "lower", "rejectattr", "reverse",
    "selectattr", "sort", "sum", "title", "trim", "truncate", "unique", "upper",
)  # fmt: skip
# Whatever could grow without end (calls, assignments, products, powers, `%` formats) is left out, so a
# template costs no more than its own length times the items.
_GRAMMAR: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Getattr,
    nodes.Getitem, nodes.Filter, nodes.Keyword, nodes.Test, nodes.For, nodes.If, nodes.CondExpr, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Neg, nodes.Concat,
)  # fmt: skip
_LONGEST: Final = 4_000
_DEEPEST: Final = 30
"""Compiling takes more than the square of this; deeper is nobody's reply."""
_OUR_NAME: Final = re.compile(r"'[\w.]+\.View object'")
# No template can write a name with a space in it.
_VOICE: Final = "the voice"


class BadTemplate(Exception):  # noqa: N818 - named after what it is, as in `Permanent` and `Unclear`
    """The template is not one; the message says why, for the person who wrote it."""


@pass_context
def _money(context: Context, value: object) -> str:
    """Write an amount, or one for each currency."""
    voice = cast("Voice", context[_VOICE])
    if isinstance(value, Iterable) and not isinstance(value, str):
        return voice.totals([each for each in value if isinstance(each, Money)])
    if isinstance(value, int | float):
        value = Decimal(str(value))
    if value is None or isinstance(value, Decimal):
        return voice.money(value, value.currency if isinstance(value, Money) else "")
    return harmless(str(value), 40)


@pass_context
def _date(context: Context, value: object) -> str:
    """Write a day, and the hour where there is one; say so where it is past."""
    voice = cast("Voice", context[_VOICE])
    if isinstance(value, date):
        return voice.when(value) + voice.aside(voice.words.past if voice.is_past(value) else "")
    return voice.words.no_date if value is None else harmless(str(value), 40)


def _environment() -> SandboxedEnvironment:
    # It writes a chat message, where `&amp;` would be read as it stands.
    environment = SandboxedEnvironment(autoescape=False, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS} | {"money": _money, "date": _date}
    return environment


_ENVIRONMENT: Final = _environment()


@lru_cache(maxsize=256)
def compiled(text: str) -> Template:
    """Return the template that a text stands for; raise `BadTemplate` where it is none or asks for too much."""
    if len(text) > _LONGEST:
        raise BadTemplate(f"the text has {len(text)} characters; at most {_LONGEST} are read")
    try:
        tree = _ENVIRONMENT.parse(text)
        _check(tree)
        return _ENVIRONMENT.from_string(text)
    except TemplateSyntaxError as error:
        raise BadTemplate(f"line {error.lineno}: {error.message}") from error
    except (TemplateError, SyntaxError, RecursionError, MemoryError) as error:
        raise BadTemplate("it cannot be read as a template") from error


def _check(tree: nodes.Template) -> None:
    """Refuse what a reply has no use for, before it is compiled."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, loops = waiting.pop()
        if not isinstance(node, _GRAMMAR):
            what = type(node).__name__.lower()
            raise BadTemplate(f"line {node.lineno}: a reply cannot use this ({what}); it knows for, if and filters")
        loops += isinstance(node, nodes.For)
        if loops > 1:
            raise BadTemplate(f"line {node.lineno}: a loop inside a loop; lists can be written with join")
        # Each join inside a join's glue would multiply what it writes by the number of items.
        if isinstance(node, nodes.Filter) and any(
            isinstance(a, nodes.Filter) or a.find(nodes.Filter) for a in node.args
        ):
            raise BadTemplate(f"line {node.lineno}: a filter inside the brackets of {node.name!r}")
        if depth > _DEEPEST:
            raise BadTemplate(f"line {node.lineno}: too much inside one another")
        waiting += [(child, depth + 1, loops) for child in node.iter_child_nodes()]
    unknown = sorted(find_undeclared_variables(tree) - set(VARIABLES))
    if unknown:
        raise BadTemplate(f"there is no {unknown[0]!r}; it can use {', '.join(VARIABLES)}")


def fill(text: str, values: Mapping[str, object], voice: Voice, most: int) -> str:
    """Return the template's reply, no longer than about `most` characters; raise `BadTemplate` where it fails."""
    said: list[str] = []
    length = 0
    try:
        for part in compiled(text).generate({**values, _VOICE: voice}):
            said.append(part)
            length += len(part)
            if length > most:
                break
    except BadTemplate:
        raise
    # Anything can go wrong in a text that a person wrote, and the answer must be sent all the same.
    except Exception as error:
        raise BadTemplate(_OUR_NAME.sub("an item", str(error)) or type(error).__name__) from error
    return "".join(said).strip()
