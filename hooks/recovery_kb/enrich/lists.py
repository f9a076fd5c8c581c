"""The lists that a summary stands in: those of its kind, and its series."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from recovery_kb.collation import sort_key
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library, Summary
from recovery_kb.schema.documents import KINDS


@lru_cache(maxsize=len(KINDS) * len(LANGUAGES))
def of_kind(kind: str | None, library: Library, language: str) -> tuple[Summary, ...]:
    """The summaries of a kind that can be read in a language, by title in the order of its alphabet."""
    found = [one for one in library.summaries.values() if one.kind == kind and language in one.texts]
    return tuple(sorted(found, key=lambda one: (sort_key(one.texts[language].front.title, language), one.id)))


def of_series(series: str | None, library: Library) -> list[Summary]:
    """The members of a series in the order in which they were added; empty without a series.

    A series has no other order: nothing in a summary says which part it is.
    """
    if not series:
        return []
    found = [one for one in library.summaries.values() if one.original.front.series == series]
    return sorted(found, key=lambda one: (one.original.front.added or "9999", one.id))


def neighbours(summary: Summary, summaries: Sequence[Summary]) -> tuple[Summary | None, Summary | None]:
    """What stands before and after a summary in a list that holds it."""
    place = next(number for number, one in enumerate(summaries) if one.id == summary.id)
    before = summaries[place - 1] if place else None
    after = summaries[place + 1] if place + 1 < len(summaries) else None
    return before, after
