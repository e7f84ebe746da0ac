"""Put on a process's PYTHONPATH, this sets its clock back by an hour: what Python says of the time, all of it."""

from __future__ import annotations

import datetime as dt
import time

BEHIND = 3600.0

_time, _time_ns, _datetime = time.time, time.time_ns, dt.datetime


class _Either(type):
    """Whatever is a datetime is one of ours too: libraries in C know the original only."""

    def __instancecheck__(cls, found: object) -> bool:
        return isinstance(found, _datetime)


class _Late(_datetime, metaclass=_Either):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
        return _datetime.now(tz) - dt.timedelta(seconds=BEHIND)

    @classmethod
    def utcnow(cls) -> dt.datetime:
        return _datetime.now(dt.UTC).replace(tzinfo=None) - dt.timedelta(seconds=BEHIND)


time.time = lambda: _time() - BEHIND
time.time_ns = lambda: _time_ns() - int(BEHIND * 1e9)
dt.datetime = _Late  # type: ignore[misc] - that is the point
