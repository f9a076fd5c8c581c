"""Rules for headings: their levels, and an id for each."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.identifiers import is_kebab
from recovery_kb.library import Library
from recovery_kb.problems import Problem, problem
from recovery_kb.sections import SECTIONS, heading_id, probable_id
from recovery_kb.strings import section_titles

DEEPEST = 4


def levels(library: Library) -> Iterator[Problem]:
    """Headings begin at level 2, skip no level, and are written with `##`."""
    for text in library.texts():
        summary = library.summaries.get(text.id)
        sections = SECTIONS.get(summary.kind or "", ()) if summary else ()
        level = 1
        for heading in text.scan.headings:
            most = min(level + 1, DEEPEST)
            if heading.setext:
                yield problem(text.path, heading.at, "heading-underlined")
            elif heading.level == 1:
                yield problem(text.path, heading.at, "heading-title")
            elif heading.level > most and heading_id(heading, text.language) not in sections:
                yield problem(text.path, heading.at, "heading-level", level=heading.level, most=most)
            # A level that is wrong is not counted: what follows it would look wrong or right by chance.
            level = heading.level if heading.level <= most else level


def ids(library: Library) -> Iterator[Problem]:
    """Every heading has an id: a known heading of the page's language, or one stated as `{#the-id}`; each once."""
    for text in library.texts():
        seen: set[str] = set()
        for heading in text.scan.headings:
            id_ = heading_id(heading, text.language)
            if not heading.text:
                yield problem(text.path, heading.at, "heading-empty")
            elif id_ is None:
                if heading.setext or heading.level == 1:
                    continue  # no heading at all, or not one that can stay: that has been said
                near = probable_id(heading, text.language)
                title = section_titles(text.language)[near] if near else ""
                code = "heading-id-near" if near else "heading-id-missing"
                yield problem(text.path, heading.at, code, heading=heading.text, near=title)
            elif not is_kebab(id_):
                yield problem(text.path, heading.at, "heading-id-shape", id=id_)
            elif id_ in seen:
                yield problem(text.path, heading.at, "heading-id-twice", id=id_)
            seen.add(id_ or "")


RULES = (levels, ids)
