"""Which pages are searched, and what is said of each beside its text."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.addresses import HOME, address, path_of
from recovery_kb.citations.people import read_people
from recovery_kb.enrich.relations import year_of
from recovery_kb.library import Concept, Page, Scheme, Summary
from recovery_kb.render.pages import COVERAGE, RULES, SEARCH
from recovery_kb.render.site import Site
from recovery_kb.search.copies import Document

UNSEARCHED = frozenset({HOME, SEARCH, RULES, COVERAGE})
"""Pages that only lead on, and the lists of messages and of gaps, which have a little of everything."""


def documents(site: Site, language: str) -> Iterator[Document]:
    """Every page that a search in a language looks through. Where a translation is missing there is none."""
    library = site.library
    for summary in library.summaries.values():
        if language in summary.texts:
            yield _summary(site, summary, language)
    for entry in library.entries():
        yield _entry(site, entry, language)
    for page in library.pages.values():
        text = page.texts.get(language)
        if text and page.id not in UNSEARCHED and not text.front.list:
            yield _page(site, page, language)


def labels_of(entry: Concept | Scheme, language: str) -> list[str]:
    """Everything a concept or a scheme is called in a language, its hidden labels last."""
    file = entry.file
    shown = [file.prefLabel.get(language, ""), *file.altLabel.get(language, [])]
    return [label for label in (*shown, *file.hiddenLabel.get(language, [])) if label]


def _summary(site: Site, summary: Summary, language: str) -> Document:
    front = summary.texts[language].front
    return Document(
        _path(site, summary.id, language),
        summary.id,
        f"summary:{summary.kind}",
        {"title": [front.title], "description": [front.description], "people": _people(site, summary)},
        summary.concepts,
        year_of(summary, site.library),
        summary.original.language,
    )


def _people(site: Site, summary: Summary) -> list[str]:
    """Who wrote what is summarised, with their given names, which a reference shortens to initials; and when."""
    work = site.library.works.get(summary.source_key or "")
    people = read_people(work.item.get("author")) if work else ()
    names = [f"{person.given} {person.surname}".strip() for person in people if not person.others]
    year = year_of(summary, site.library)
    return [*names, str(year)] if names and year else names


def _entry(site: Site, entry: Concept | Scheme, language: str) -> Document:
    is_concept = entry.id in site.library.concepts
    name, *others = labels_of(entry, language) or [entry.id]
    return Document(
        _path(site, entry.id, language),
        entry.id,
        "concept" if is_concept else "scheme",
        {"title": [name], "labels": others},
        [entry.id] if is_concept else [],
    )


def _page(site: Site, page: Page, language: str) -> Document:
    front = page.texts[language].front
    fields = {"title": [front.title], "description": [front.description]}
    return Document(_path(site, page.id, language), page.id, "page", fields)


def _path(site: Site, id_: str, language: str) -> str:
    path = path_of(id_, site.library)
    if path is None:
        raise KeyError(id_)
    return address(path, language)
