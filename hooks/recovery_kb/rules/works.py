"""Rules for the description of works: each once, complete for its type, its numbers right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from recovery_kb.dates import date_parts, is_plausible
from recovery_kb.identifiers import is_doi, is_isbn, is_issn, is_language_tag, is_web_address, page_range
from recovery_kb.library import Library, Work
from recovery_kb.nearest import nearest
from recovery_kb.problems import Problem, problem
from recovery_kb.schema.csl import DATES, NAMES, REQUIRED, TYPES


def once(library: Library) -> Iterator[Problem]:
    """Each work is described once: no citation key and no DOI twice."""
    seen: dict[str, Work] = {}
    for work in library.descriptions:
        first = seen.setdefault(f"key {work.key}", work)
        if first is not work:
            yield problem(work.path, work.at("id"), "work-key-twice", key=work.key, other=first.path)
            continue
        doi = str(work.item.get("DOI", "")).lower()
        first = seen.setdefault(f"doi {doi}", work) if doi else work
        if first is not work:
            yield problem(work.path, work.at("DOI"), "work-doi-twice", doi=doi, key=first.key, other=first.path)


def keys(library: Library) -> Iterator[Problem]:
    """A work that is described in its summary bears the summary's id as its key, and no other."""
    for summary in library.summaries.values():
        source, text = summary.original.front.source, summary.original
        stated = source.get("id", summary.id) if isinstance(source, dict) else summary.id
        if stated != summary.id:
            yield problem(text.path, text.at("source", "id"), "source-id", value=stated, key=summary.id)


def types(library: Library) -> Iterator[Problem]:
    """A work has a CSL type, and what a reader needs to find a work of that type again."""
    for work in library.descriptions:
        kind = work.item.get("type")
        if kind is None:
            if not _stated(work, "type"):
                yield problem(work.path, work.at(), "work-type-missing", key=work.key)
        elif kind not in TYPES:
            near = nearest(str(kind), TYPES) or "document"
            yield problem(work.path, work.at("type"), "work-type-unknown", value=kind, near=near)
        else:
            for name in REQUIRED.get(str(kind), ("title",)):
                if name not in work.item and not _stated(work, name):
                    yield problem(work.path, work.at(), "work-field-missing", key=work.key, type=kind, field=name)


def numbers(library: Library) -> Iterator[Problem]:
    """DOI, ISBN and ISSN have their shape and check digit."""
    shapes = {"DOI": is_doi, "ISBN": is_isbn, "ISSN": is_issn}
    for work in library.descriptions:
        for name, is_right in shapes.items():
            value = work.item.get(name)
            if value is not None and not is_right(str(value)):
                yield problem(work.path, work.at(name), f"{name.lower()}-shape", value=value)


def addresses(library: Library) -> Iterator[Problem]:
    """A work's address is absolute and begins with https:// or http://."""
    for work in library.descriptions:
        value = work.item.get("URL")
        if value is not None and not is_web_address(str(value)):
            yield problem(work.path, work.at("URL"), "url-shape", value=value)


def dates(library: Library) -> Iterator[Problem]:
    """A work's dates are real and plausible: 2015, 2015-07 or 2015-07-01, not before printing or after next year."""
    today = date.today()
    for work in library.descriptions:
        for name in DATES:
            value = work.item.get(name)
            if value is None:
                continue
            parts = date_parts(value)
            if parts is None:
                shown = value if isinstance(value, str | int) else name
                yield problem(work.path, work.at(name), "date-shape", field=name, value=shown)
            elif not is_plausible(parts, today):
                yield problem(work.path, work.at(name), "date-implausible", field=name, value=parts[0])


def languages(library: Library) -> Iterator[Problem]:
    """A work's language is a BCP 47 tag: from it follow the direction and the words of its reference."""
    for work in library.descriptions:
        value = work.item.get("language")
        if value is not None and not is_language_tag(str(value)):
            yield problem(work.path, work.at("language"), "language-shape", value=value)


def pages(library: Library) -> Iterator[Problem]:
    """A page range does not end before it begins."""
    for work in library.descriptions:
        value = work.item.get("page")
        ends = page_range(str(value)) if value is not None else None
        if ends and ends[1] < ends[0]:
            yield problem(work.path, work.at("page"), "page-range", value=value)


def people(library: Library) -> Iterator[Problem]:
    """A name has a family name, or is an institution in `literal`."""
    for work in library.descriptions:
        for role in NAMES:
            for number, name in enumerate(work.item.get(role) or []):
                if not (name.get("family") or name.get("literal")):
                    yield problem(work.path, work.at(role, number), "name-empty", field=role)


def sources(library: Library) -> Iterator[Problem]:
    """A `source` that is a key names a work that is described elsewhere."""
    for summary in library.summaries.values():
        source, text = summary.original.front.source, summary.original
        if isinstance(source, str) and not library.is_work(source):
            near = nearest(source, library.works)
            code = "source-unknown-near" if near else "source-unknown"
            yield problem(text.path, text.at("source"), code, key=source, near=near)


def _stated(work: Work, name: str) -> bool:
    """Whether a variable is there but faulty: then its own fault has been reported."""
    data = work.marked.data
    for step in work.where:
        data = data[step]
    return data.get(name) is not None


RULES = (once, keys, types, numbers, addresses, dates, languages, pages, people, sources)
