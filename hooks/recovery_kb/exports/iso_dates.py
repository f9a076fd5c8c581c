"""Dates as other programs' formats take them."""

from __future__ import annotations

from recovery_kb.citations.dates import SEASONS, PartialDate


def iso(date: PartialDate | None) -> str:
    """`2015`, `2015-07` or `2015-07-01` (ISO 8601), of a range its beginning; empty without a year."""
    if date is None or date.year is None:
        return ""
    known = [f"{date.year:04}"]
    if date.month and date.month not in SEASONS:
        known += [f"{date.month:02}", *([f"{date.day:02}"] if date.day else [])]
    return "-".join(known)


def edtf(date: PartialDate | None) -> str:
    """The same with seasons, "about" and the end of a range, which biblatex understands: `2015-21`, `2015~/2016`."""
    if date is None or date.year is None:
        return ""
    season = f"-{date.month}" if date.month in SEASONS else ""
    begin = f"{iso(date)}{season}{'~' if date.about else ''}"
    if date.end is None:
        return begin
    return f"{begin}/{edtf(date.end)}"
