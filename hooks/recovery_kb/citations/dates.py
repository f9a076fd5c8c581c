"""Dates of works: read from EDTF or CSL, written as a reference writes them in each language."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from .marks import EN_DASH, clean
from .terms import term

SEASONS = range(21, 25)
"""EDTF's numbers of spring, summer, autumn and winter, where a month would stand."""

_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>[~?%]?)(?:T.*)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known; without `year` only what somebody wrote (`literal`), e.g. "in press"."""

    year: int | None = None
    month: int = 0
    """1 to 12, or a season, 21 to 24; 0 if not known."""
    day: int = 0
    about: bool = False
    end: PartialDate | None = None
    literal: str = ""


def read_date(value: object) -> PartialDate | None:
    """A date out of EDTF text, a year, a YAML date, or a date of CSL or Zotero; None for nothing."""
    if isinstance(value, datetime.date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, Mapping):
        return _read_csl(value)
    if isinstance(value, list) and value and all(isinstance(date, Mapping) for date in value):
        # Zotero's CSL-YAML: a list with one date, or with the two of a range
        parts = [[date.get(name) for name in ("year", "month", "day")] for date in value]
        return _read_csl({"date-parts": parts})
    text = clean(value)
    if not text:
        return None
    first, slash, last = text.partition("/")
    begin, end = _read_edtf(first), _read_edtf(last) if slash else None
    if begin is None or (slash and end is None and last not in {"", ".."}):
        return PartialDate(literal=text)
    open_end = PartialDate() if slash and end is None else end
    return PartialDate(begin.year, begin.month, begin.day, about=begin.about, end=open_end)


def _read_edtf(text: str) -> PartialDate | None:
    found = _EDTF.fullmatch(text.strip())
    if found is None:
        return None
    return _checked([found["year"], found["month"], found["day"]], about=bool(found["about"]))


def _read_csl(value: Mapping[str, object]) -> PartialDate | None:
    ranges = value.get("date-parts")
    dates: list[PartialDate] = []
    if isinstance(ranges, Sequence) and not isinstance(ranges, str):
        for parts in ranges:
            if isinstance(parts, Sequence) and not isinstance(parts, str):
                season = clean(value.get("season"))
                has_season = season in {"1", "2", "3", "4"} and len(parts) == 1
                known = [*parts, f"2{season}"] if has_season else parts
                found = _checked(known, about=bool(value.get("circa")))
                dates += [] if found is None else [found]
    if not dates:
        written = clean(value.get("raw")) or clean(value.get("literal"))
        return read_date(written) if written else None
    begin = dates[0]
    return PartialDate(begin.year, begin.month, begin.day, begin.about, dates[1] if len(dates) > 1 else None)


def _checked(parts: Sequence[object], *, about: bool) -> PartialDate | None:
    """Year, month and day as far as they make sense: a thirteenth month is no reason to lose the year."""
    numbers = [int(text) if (text := clean(part)).isdecimal() else 0 for part in parts]
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not year:
        return None
    if not (1 <= month <= 12 or month in SEASONS):
        return PartialDate(year, about=about)
    try:
        datetime.date(year, min(month, 12), day)
    except ValueError:
        day = 0
    return PartialDate(year, month, 0 if month in SEASONS else day, about=about)


def write_date(date: PartialDate, language: str, parts: Collection[str]) -> str:
    """The wanted parts ("year", "month", "day") of a date, e.g. "June 26, 2017"; empty if none is known."""
    wanted = frozenset(parts)
    begin = _write_one(date, language, wanted)
    if date.end is None or not begin:
        return begin
    if date.end.year is None:
        return f"{begin}{EN_DASH}" if wanted == {"year"} else begin
    same_year = date.end.year == date.year
    if same_year and (date.end.month, date.end.day) == (date.month, date.day):
        return begin
    if same_year and wanted == {"year"}:
        return begin
    if same_year and date.end.month == date.month and date.day and date.end.day:
        return _write_one(date, language, wanted, days=f"{date.day}{EN_DASH}{date.end.day}")
    return f"{begin}{EN_DASH}{_write_one(date.end, language, wanted)}"


def write_date_year_first(date: PartialDate, language: str, parts: Collection[str]) -> str:
    """The same as "2011 Dec 8", which Citing Medicine (2nd ed., appendix B and E) has for English."""
    year = write_date(date, language, {"year"})
    if not year or date.year is None or not {"month"} & frozenset(parts) or not date.month:
        return year if "year" in parts else ""
    if date.end is not None and date.end.year is not None and date.end.year != date.year:
        return year
    month = _month(date.month, language)
    day = str(date.day) if "day" in parts and date.day and date.month not in SEASONS else ""
    return " ".join(filter(None, (str(date.year), month if date.month in SEASONS else month[:3], day)))


def _write_one(date: PartialDate, language: str, wanted: frozenset[str], days: str = "") -> str:
    """One date, as citeproc-py does not write it: in English order and with English ordinals everywhere."""
    year = str(date.year) if "year" in wanted and date.year is not None else ""
    month = _month(date.month, language) if "month" in wanted and date.month else ""
    day = days or str(date.day) if "day" in wanted and month and date.day else ""
    if language == "en":  # June 26, 2017; but June 2017
        month_day = f"{month} {day}".strip()
        return f"{month_day}, {year}" if day and year else f"{month_day} {year}".strip()
    if day and language == "nb":
        day = day.replace(EN_DASH, f".{EN_DASH}") + "."  # 26. juni; 26.-28. juni
    if day and language == "he":
        month = f"ב{month}"  # 26 ביוני; but יוני alone
    return " ".join(part for part in (day, month, year) if part)


def _month(month: int, language: str) -> str:
    if month in SEASONS:
        return term(language, f"season-{month - 20:02}")
    return term(language, f"month-{month:02}")
