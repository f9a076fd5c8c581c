"""One work, one line of a reference list, with marks in it: from the cache, from the processor, or made plainly."""

from __future__ import annotations

import datetime
import json
from functools import lru_cache
from typing import TYPE_CHECKING

from .cache import cache_key
from .dates import write_date
from .marks import ITALIC_OFF, ITALIC_ON, LINK_OFF, LINK_ON, OTHERS
from .people import initials
from .processor import bibliography_line
from .terms import term
from .typesetting import DOI_RESOLVER, mend
from .variables import vancouver_variables_of, variables_of
from .work import LAWS, Work

if TYPE_CHECKING:
    from .cache import CitationCache
    from .people import Person
    from .terms import StyleName


def line_of(
    work: Work,
    language: str,
    suffix: str = "",
    cache: CitationCache | None = None,
    style: StyleName = "apa",
) -> str:
    """The reference of a work in a language, with `suffix` after its year. Never empty, and never an error."""
    record = _canonical(work)
    if record is None:
        return _make_line(work, language, suffix, style)
    if cache is None:
        return _line_of_record(record, language, suffix, style)
    key = cache_key(record, language, suffix, style)
    line = cache.get(key)
    if line is None:
        line = _line_of_record(record, language, suffix, style)
        cache.put(key, line)
    return line


def _canonical(work: Work) -> str | None:
    """The record as JSON that is the same for the same record; None for what JSON can't hold."""
    try:
        return json.dumps(dict(work.item), sort_keys=True, ensure_ascii=True, default=_date_text)
    except (TypeError, ValueError, RecursionError):
        return None


def _date_text(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError


@lru_cache(maxsize=4096)
def _line_of_record(record: str, language: str, suffix: str, style: StyleName) -> str:
    return _make_line(Work(json.loads(record)), language, suffix, style)


def _make_line(work: Work, language: str, suffix: str, style: StyleName) -> str:
    try:
        if style == "vancouver":
            line = bibliography_line(work.type, vancouver_variables_of(work, language), language, style)
        elif language == "nb" and work.type in LAWS and not work.is_american:
            line = _norwegian_law(work, suffix)
        else:
            line = bibliography_line(work.type, variables_of(work, language, suffix), language)
        line = mend(line, language, style)
    except Exception:  # a record that no style foresaw: better a plain line than no page
        line = ""
    return line or _plain_line(work, language, suffix)


def _norwegian_law(work: Work, suffix: str) -> str:
    """A law as Norsk APA has it, "Korttittel. (År). Full tittel (datokode). Nettstedets navn. URL".

    The style has only the American form, which no Norwegian reader looks for.
    """
    number, short = work.text("number"), work.text("title-short")
    title = f"{work.title} ({number})" if number and number not in work.title else work.title
    year = f"({work.year}{suffix})" if work.year is not None and not work.names_its_year else ""
    site = work.text("container-title") or work.text("publisher")
    sentences = [short, year, title, site] if short else [title, year, site]
    address = f"{LINK_ON}{work.url}{LINK_OFF}" if work.url else ""
    return " ".join([*(f"{sentence}." for sentence in sentences if sentence), address])


def _plain_line(work: Work, language: str, suffix: str) -> str:
    """Who, when, what, where, each if it is known; in the last resort the bare word for "no date"."""
    who = ", ".join(_plain_name(person, language) for person in work.creators)
    year = write_date(work.issued, language, {"year"}) if work.issued else ""
    when = f"({year or work.status or term(language, 'no date', 'short')}{suffix})"
    what = f"{ITALIC_ON}{work.title}{ITALIC_OFF}" if work.title else ""
    where = work.text("container-title") or work.text("publisher")
    link = f"{DOI_RESOLVER}{LINK_ON}{work.doi}{LINK_OFF}" if work.doi else ""
    link = link or (f"{LINK_ON}{work.url}{LINK_OFF}" if work.url else "")
    sentences = [f"{who} {when}", what, where] if who else [what, when, where]
    return mend(" ".join([*(f"{sentence}." for sentence in sentences if sentence), link]), language)


def _plain_name(person: Person, language: str) -> str:
    if person.literal == OTHERS:
        return term(language, "et-al")
    given = f", {initials(person.given)}" if person.family and person.given else ""
    return person.surname + given
