"""Dates as bibliographies write them: EDTF level 0 (ISO 8601-2), and the forms that Zotero exports."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any

EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
NUMBER = re.compile(r"[0-9]{1,4}")
EARLIEST = 1500
"""No cited work is older than printing."""

DateParts = tuple[int, ...]
"""`(2015,)`, `(2015, 7)` or `(2015, 7, 1)`."""


def date_parts(value: Any) -> DateParts | None:
    """The parts of `2015-07-01`, of CSL's `{date-parts: [[2015, 7, 1]]}` or of Zotero's `[{year: 2015}]`.

    None for anything that is no real calendar date.
    """
    if isinstance(value, int):
        value = str(value)
    if isinstance(value, str):
        match = EDTF.fullmatch(value)
        return _real(tuple(int(part) for part in match.groups() if part)) if match else None
    if isinstance(value, dict) and set(value) == {"date-parts"}:
        return _first(value["date-parts"])
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        parts = [value[0].get(name) for name in ("year", "month", "day")]
        while parts and parts[-1] is None:
            parts.pop()
        return _first([parts])
    return None


def is_plausible(parts: DateParts, today: date) -> bool:
    """Whether a work can carry this date: after printing began, and no later than next year."""
    return EARLIEST <= parts[0] <= today.year + 1


def edtf(parts: DateParts) -> str:
    """The parts as an EDTF text: `2015-07`."""
    return "-".join(f"{part:0{4 if place == 0 else 2}d}" for place, part in enumerate(parts))


def _first(ranges: Any) -> DateParts | None:
    if not (isinstance(ranges, list) and len(ranges) == 1 and isinstance(ranges[0], list)):
        return None
    parts = [int(part) if isinstance(part, str) and NUMBER.fullmatch(part) else part for part in ranges[0]]
    # True is an integer to Python, and no year.
    return _real(tuple(parts)) if parts and all(type(part) is int for part in parts) else None


def _real(parts: DateParts) -> DateParts | None:
    if not 1 <= len(parts) <= 3 or not 1 <= parts[0] <= 9999:
        return None
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return None
    if len(parts) > 2 and not 1 <= parts[2] <= calendar.monthrange(parts[0], parts[1])[1]:
        return None
    return parts
