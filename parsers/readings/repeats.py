"""What the patterns for repetitions mean: the piece that their words make."""

from __future__ import annotations

from parsers.dates import WEEKDAY_CODES
from parsers.found import Found
from parsers.lexicon import Lexeme
from parsers.pieces import Piece

from .days import weekday

_LONG_COUNT = 1000
_SECOND = 2
_A_PAIR = 2
_WEEKS_OF_A_MONTH = 5
_FORTNIGHTS = frozenset({14, 15})
_WEEKEND = frozenset({5, 6})


def weekly(f: Found) -> Piece | None:
    """Read the weekdays on which something repeats."""
    if any(_is_somebody(f, x) for x in f.all("days")):
        return None
    days = sorted({x.number("weekday", "weekdays", "doubtful_weekday") for x in f.all("days") if _names_weekday(x)})
    weeks = _SECOND if f.has("every_other") else f.number("n", "num") or 1
    interval = f";INTERVAL={weeks}" if 1 < weeks <= _LONG_COUNT else ""
    part = next((x.name("weekday_part") for x in f.all("days") if "weekday_part" in x.classes), None)
    return f.piece(repeat=f"WEEKLY{interval};BYDAY=" + ",".join(WEEKDAY_CODES[d] for d in days), part=part, led=True)


def weekdays_listed(f: Found) -> Piece | None:
    """Read "Monday and Thursday": every week; two in English, or of a weekend, are the coming ones: the first."""
    days = {x.number("weekday", "doubtful_weekday") for x in f.all("days") if _names_weekday(x)}
    return weekday(f) if (f.has("and_once") and len(days) <= _A_PAIR) or days == _WEEKEND else weekly(f)


def _is_somebody(f: Found, x: Lexeme) -> bool:
    """Tell a person called Domingos from the day, by one word before the name."""
    before, _ = f.around(x)
    if "given_name" not in x.classes or not x.text.istitle() or before is None:
        return False
    led = not {"article", "of", "with", "payee_lead", "and"}.isdisjoint(before.classes)
    return led and "plural_lead" not in before.classes


def _names_weekday(lexeme: Lexeme) -> bool:
    return not {"weekday", "weekdays", "doubtful_weekday"}.isdisjoint(lexeme.classes)


def frequency(f: Found) -> Piece | None:
    """Read a word for a repetition."""
    q = f["q"]
    classes = ("frequency", "adjective_first", "adjective_last")
    rule = next((q.name(c) for c in classes if c in q.classes), "") if q else ""
    return f.piece(repeat=rule, led=True) if rule else None


def every_part(f: Found) -> Piece | None:
    """Read "every morning"."""
    p = f["p"]
    return f.piece(repeat="DAILY", part=p.name("part"), led=True) if p else None


def parts(f: Found) -> Piece | None:
    """Read "mornings": every day, at that part of it."""
    p = f["p"]
    return f.piece(repeat="DAILY", part=p.name("part_plural"), led=True) if p else None


def nth_of_every(f: Found) -> Piece | None:
    """Read "the first Monday of every month", "every other Monday of the month"."""
    n, w, q = f["n"], f["w"], f["q"]
    every = q.name("frequency") if q else "MONTHLY" if f["u"] and f["u"].name("unit") == "month" else ""
    if w is None or every != "MONTHLY":
        return None
    code = WEEKDAY_CODES[w.number("weekday", "weekdays", "doubtful_weekday")]
    number = n.number("nth", "ordinal", "ord") if n else _SECOND
    return f.piece(repeat=f"MONTHLY;BYDAY={number}{code}", led=True)


def nths_of_month(f: Found) -> Piece | None:
    """Read "every 2nd and 4th Wednesday"; "every 2nd Wednesday" alone is every other one."""
    numbers = [n for x in f.all("nths") if (n := x.number("nth", "ordinal", "ord"))]
    code = WEEKDAY_CODES[f.number("w", "weekday", "doubtful_weekday")]
    if not all(-1 <= n <= _WEEKS_OF_A_MONTH for n in numbers):
        return None
    if numbers == [_SECOND]:
        return f.piece(repeat=f"WEEKLY;INTERVAL=2;BYDAY={code}", led=True)
    return f.piece(repeat="MONTHLY;BYDAY=" + ",".join(f"{n}{code}" for n in numbers), led=True)


def every_so_many(f: Found) -> Piece | None:
    """Read "every two weeks"."""
    names = {"hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
    unit, count = f["u"], f.number("n", "num") if f["n"] else 1
    if unit is None or unit.name("unit") not in names or not 1 <= count <= _LONG_COUNT:
        return None
    # "De 8 em 8 horas" says it twice.
    if f["n2"] and f.number("n2", "num") != count:
        return None
    name = unit.name("unit")
    # A fortnight is said in days, but it keeps to its weekday.
    if name == "day" and count in _FORTNIGHTS:
        name, count = "week", 2
    return f.piece(repeat=names[name] + (f";INTERVAL={count}" if count > 1 else ""), led=True)


def monthly_days(f: Found) -> Piece | None:
    """Read "the 1st and the 15th of every month"."""
    q, u = f["q"], f["u"]
    every = q.name("frequency") if q else "MONTHLY" if u is None or u.name("unit") == "month" else ""
    numbers = sorted({x.number("day", "ord") for x in f.all("days")} - {0})
    if every != "MONTHLY":
        return None
    return f.piece(repeat="MONTHLY;BYMONTHDAY=" + ",".join(map(str, numbers)), led=True)


def days_and_last(f: Found) -> Piece | None:
    """Read "the 15th and the last of every month"."""
    q, q2, n, u = f["q"], f["q2"], f["n"], f["u"]
    if q2:
        last = q2.name("frequency") == "MONTHLY;BYMONTHDAY=-1"
    else:
        monthly = q.name("frequency") == "MONTHLY" if q else bool(u and u.name("unit") == "month")
        last = monthly and bool(n and n.number("nth") == -1)
    numbers = sorted({x.number("day", "ord") for x in f.all("days")} - {0})
    return f.piece(repeat=f"MONTHLY;BYMONTHDAY={','.join(map(str, numbers))},-1", led=True) if last else None


def monthly(f: Found) -> Piece | None:
    """Read the day of the month on which something repeats."""
    q = f["q"]
    every = q.name("frequency") if q else "DAILY"
    # "todo dia 5" says the day of the month, whatever "todo dia" says alone.
    base = "MONTHLY" if every == "DAILY" else every
    if not base.startswith("MONTHLY") or "BY" in base:
        return None
    return f.piece(repeat=f"{base};BYMONTHDAY={f.number('d', 'day', 'ord', 'ordinal')}", led=True)
