"""The library read the other way round: what treats, narrows and belongs to a concept."""

from __future__ import annotations

from recovery_kb.collation import SortKey, sort_key
from recovery_kb.dates import date_parts
from recovery_kb.library import Concept, Library, Summary


def treating(concepts: set[str], library: Library) -> list[Summary]:
    """The summaries that are tagged with any of the concepts."""
    return [summary for summary in library.summaries.values() if concepts & set(summary.concepts)]


def narrower(concept: str, library: Library) -> list[Concept]:
    """The concepts that name this one as broader."""
    return [other for other in library.concepts.values() if concept in other.file.broader]


def members(scheme: str, library: Library, language: str) -> list[Concept]:
    """The concepts of a scheme: in the order in which it is taught, else by number, else by the language's alphabet."""
    order = {id_: place for place, id_ in enumerate(library.schemes[scheme].file.hasTopConcept)}

    def place(concept: Concept) -> tuple[int, int, SortKey]:
        label = sort_key(concept.file.prefLabel.get(language, ""), language)
        return order.get(concept.id, len(order)), concept.file.notation or 0, label

    return sorted((one for one in library.concepts.values() if one.file.scheme == scheme), key=place)


def year_of(summary: Summary, library: Library) -> int | None:
    """The year in which the summarised work appeared."""
    work = library.works.get(summary.source_key or "")
    parts = date_parts(work.item.get("issued")) if work else None
    return parts[0] if parts else None
