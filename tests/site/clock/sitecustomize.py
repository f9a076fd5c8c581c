"""Sets the clock of a Python process to the year 2031: what a build does on another day."""

import datetime
import time

_real_time = time.time
_AHEAD = 5 * 365.25 * 24 * 3600


def _later() -> float:
    return _real_time() + _AHEAD


class _Date(datetime.date):
    @classmethod
    def today(cls) -> datetime.date:
        return datetime.date.fromtimestamp(_later())


class _DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(_later(), tz)

    @classmethod
    def utcnow(cls) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(_later(), datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(_later())


time.time = _later
datetime.date = _Date  # type: ignore[misc]
datetime.datetime = _DateTime  # type: ignore[misc]
