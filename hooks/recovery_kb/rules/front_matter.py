"""Rules for the head of a file: titles, descriptions, dates, ids."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from recovery_kb.dates import date_parts, is_plausible
from recovery_kb.identifiers import is_kebab
from recovery_kb.library import Library
from recovery_kb.problems import Problem, problem

TITLE = range(3, 141)
"""Letters in a title: longer ones are cut off in search results and course lists."""
DESCRIPTION = range(40, 221)
"""Letters in a description: what search engines show, with some room."""
FULL_DATE = 3


def lengths(library: Library) -> Iterator[Problem]:
    """A title has 3 to 140 characters, a description 40 to 220."""
    for text in library.texts():
        for name, allowed in (("title", TITLE), ("description", DESCRIPTION)):
            value = getattr(text.front, name, "")
            if value and len(value.strip()) not in allowed and not text.is_faulty(name):
                side = "short" if len(value.strip()) < allowed.start else "long"
                yield problem(
                    text.path,
                    text.at(name),
                    f"{name}-{side}",
                    length=len(value.strip()),
                    least=allowed.start,
                    most=allowed.stop - 1,
                )


def dates(library: Library) -> Iterator[Problem]:
    """`added` and `reviewed` are full dates, not in the future, and `reviewed` is not before `added`."""
    today = date.today()
    for summary in library.summaries.values():
        for text in summary:
            known = {}
            for name in ("added", "reviewed"):
                value = getattr(text.front, name)
                if not value:
                    continue
                parts = date_parts(value)
                if parts is None or len(parts) != FULL_DATE:
                    yield problem(text.path, text.at(name), "date-full", field=name, value=value)
                elif not is_plausible(parts, today) or date(*parts) > today:
                    yield problem(text.path, text.at(name), "date-future", field=name, value=value)
                else:
                    known[name] = parts
            if len(known) == 2 and known["reviewed"] < known["added"]:
                yield problem(text.path, text.at("reviewed"), "date-order")


def aliases(library: Library) -> Iterator[Problem]:
    """A former id is shaped like any id: ASCII letters, digits and hyphens."""
    for summary in library.summaries.values():
        text = summary.original
        for number, alias in enumerate(text.front.aliases or []):
            if not is_kebab(alias):
                yield problem(text.path, text.at("aliases", number), "id-shape", id=alias)


RULES = (lengths, dates, aliases)
