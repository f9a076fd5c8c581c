"""Rules for what a text cites and names."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.identifiers import is_citation_key
from recovery_kb.library import Library
from recovery_kb.nearest import nearest
from recovery_kb.problems import Problem, problem


def citations(library: Library) -> Iterator[Problem]:
    """Every `[@key]` cites a work that is described."""
    for text in library.texts():
        for mark in text.scan.citations:
            if not mark.is_well_formed:
                yield problem(text.path, mark.at, "citation-shape", value=mark.id)
            elif not library.is_work(mark.id):
                near = nearest(mark.id, library.works)
                code = "citation-unknown-near" if near else "citation-unknown"
                yield problem(text.path, mark.at, code, key=mark.id, near=near)


def names(library: Library) -> Iterator[Problem]:
    """Every `[[id]]` names a summary, a concept, a scheme or a page."""
    for text in library.texts():
        for mark in text.scan.names:
            if mark.id not in library.ids:
                near = nearest(mark.id, library.ids)
                code = "name-unknown-near" if near else "name-unknown"
                yield problem(text.path, mark.at, code, id=mark.id, near=near)


def tags(library: Library) -> Iterator[Problem]:
    """Every concept that a summary is tagged with exists, and stands there once."""
    for summary in library.summaries.values():
        text = summary.original
        seen: set[str] = set()
        for number, id_ in enumerate(summary.concepts):
            at = text.at("concepts", number)
            if id_ not in library.concepts and not library.is_unread(id_):
                near = nearest(id_, library.concepts)
                yield problem(text.path, at, "concept-unknown-near" if near else "concept-unknown", id=id_, near=near)
            elif id_ in seen:
                yield problem(text.path, at, "concept-twice", id=id_)
            seen.add(id_)


def uncited(library: Library) -> Iterator[Problem]:
    """No work stands in references.yml that nothing cites."""
    if library.unread:
        return  # what could not be read may cite it
    used = {mark.id for text in library.texts() for mark in text.scan.citations}
    used |= {summary.source_key or "" for summary in library.summaries.values()}
    used |= {key for entry in library.entries() for key in entry.file.source}
    for work in library.descriptions:
        if work.where[0] == "references" and work.key not in used and is_citation_key(work.key):
            yield problem(work.path, work.at(), "reference-uncited", key=work.key)


RULES = (citations, names, tags, uncited)
