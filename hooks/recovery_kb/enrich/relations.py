"""The library read the other way round: what treats, narrows and belongs to a concept."""

from __future__ import annotations

from recovery_kb.dates import date_parts
from recovery_kb.library import Concept, Library, Summary


def treating(concepts: set[str], library: Library) -> list[Summary]:
    """The summaries that are tagged with any of the concepts."""
    return [summary for summary in library.summaries.values() if concepts & set(summary.concepts)]


def narrower(concept: str, library: Library) -> list[Concept]:
    """The concepts that name this one as broader."""
    return [other for other in library.concepts.values() if concept in other.file.broader]


def members(scheme: str, library: Library) -> list[Concept]:
    """The concepts of a scheme."""
    return [concept for concept in library.concepts.values() if concept.file.scheme == scheme]


def year_of(summary: Summary, library: Library) -> int | None:
    """The year in which the summarised work appeared."""
    work = library.works.get(summary.source_key or "")
    parts = date_parts(work.item.get("issued")) if work else None
    return parts[0] if parts else None
