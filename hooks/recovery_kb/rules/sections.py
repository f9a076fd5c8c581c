"""Rules for headings: the kind's sections, their order, and ids that are the same in every language."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.identifiers import is_kebab
from recovery_kb.library import Library, Text
from recovery_kb.markup.scan import Heading
from recovery_kb.nearest import nearest
from recovery_kb.problems import Problem, problem
from recovery_kb.schema.documents import FrontMatter, PageMatter
from recovery_kb.sections import CLOSING, OPENING, SECTIONS, heading_id
from recovery_kb.strings import section_ids, section_titles

AnyText = Text[FrontMatter] | Text[PageMatter]

KEY_MESSAGES = range(3, 6)
"""How many points a reader between two meetings takes in."""
SECTION_LEVEL = 2
DEEPEST = 4


def headings(library: Library) -> Iterator[Problem]:
    """Headings begin at level 2, skip no level, and are written with `##`."""
    for text in library.texts():
        level = 1
        for heading in text.scan.headings:
            if heading.setext:
                yield problem(text.path, heading.at, "heading-underlined")
            elif heading.level == 1:
                yield problem(text.path, heading.at, "heading-title")
            elif heading.level > level + 1 or heading.level > DEEPEST:
                yield problem(
                    text.path, heading.at, "heading-level", level=heading.level, most=min(level + 1, DEEPEST)
                )
            level = max(heading.level, 1)


def ids(library: Library) -> Iterator[Problem]:
    """Every heading has an id: a known heading of the page's language, or one stated as `{#the-id}`; each once."""
    for text in library.texts():
        seen: set[str] = set()
        for heading in text.scan.headings:
            id_ = heading_id(heading, text.language)
            if id_ is None:
                near = nearest(heading.text.casefold(), section_ids(text.language))
                title = section_titles(text.language)[section_ids(text.language)[near]] if near else ""
                code = "heading-id-near" if near else "heading-id-missing"
                yield problem(text.path, heading.at, code, heading=heading.text, near=title)
            elif not is_kebab(id_):
                yield problem(text.path, heading.at, "heading-id-shape", id=id_)
            elif id_ in seen:
                yield problem(text.path, heading.at, "heading-id-twice", id=id_)
            seen.add(id_ or "")


def kind_sections(library: Library) -> Iterator[Problem]:
    """A summary has the sections of its kind, in their order: key messages first, limits last."""
    for summary in library.summaries.values():
        expected = SECTIONS.get(summary.kind or "")
        if not expected:
            continue
        for text in summary:
            if not text.marked.marks or not text.body:
                continue
            titles = section_titles(text.language)
            found = {
                heading_id(heading, text.language): heading
                for heading in reversed(text.scan.headings)
                if heading.level == SECTION_LEVEL
            }
            for id_ in expected:
                if id_ not in found:
                    yield problem(
                        text.path,
                        text.scan.position(0),
                        "section-missing",
                        id=id_,
                        heading=titles[id_],
                        kind=summary.kind,
                    )
            yield from _order(text, [id_ for id_ in expected if id_ in found], found, titles)


def _order(
    text: AnyText, expected: list[str], found: dict[str | None, Heading], titles: dict[str, str]
) -> Iterator[Problem]:
    places = sorted(found.values(), key=lambda heading: heading.offset)
    in_text = [id_ for id_ in (heading_id(heading, text.language) for heading in places) if id_ in expected]
    for stands, belongs in zip(in_text, expected, strict=True):
        if stands != belongs:
            yield problem(
                text.path, found[belongs].at, "section-order", heading=titles[belongs], before=titles[stands]
            )
            return
    for id_, heading in ((OPENING, places[0]), (CLOSING, places[-1])):
        if id_ in found and found[id_] is not heading:
            code = "section-first" if id_ == OPENING else "section-last"
            yield problem(text.path, heading.at, code, heading=titles[id_])


def same_ids(library: Library) -> Iterator[Problem]:
    """The sections of a text have the same ids in the same order in all its languages."""
    for document in library.documents():
        truth = document.original
        wanted = [heading_id(heading, truth.language) for heading in truth.scan.headings]
        for text in document:
            ours = [heading_id(heading, text.language) for heading in text.scan.headings]
            if text is truth or None in ours or None in wanted:
                continue
            for id_ in wanted:
                if id_ not in ours:
                    at = text.scan.position(0)
                    yield problem(text.path, at, "section-absent", id=id_, other=truth.path)
            for heading, id_ in zip(text.scan.headings, ours, strict=True):
                if id_ not in wanted:
                    yield problem(text.path, heading.at, "section-extra", id=id_, other=truth.path)
            shared = set(ours) & set(wanted)
            yield from _moved(text, [id_ for id_ in ours if id_ in shared], [id_ for id_ in wanted if id_ in shared], truth)


def _moved(text: AnyText, ours: list[str | None], wanted: list[str | None], truth: AnyText) -> Iterator[Problem]:
    """The first section that stands elsewhere than in the original; the others follow from it."""
    for ours_id, wanted_id in zip(ours, wanted, strict=False):
        if ours_id != wanted_id:
            at = next(h.at for h in text.scan.headings if heading_id(h, text.language) == wanted_id)
            yield problem(text.path, at, "section-moved", id=wanted_id, other=truth.path)
            return


def key_messages(library: Library) -> Iterator[Problem]:
    """The key messages are a list of 3 to 5 points."""
    for summary in library.summaries.values():
        for text in summary:
            for section in text.scan.sections:
                if heading_id(section.heading, text.language) == OPENING:
                    count = len(list(text.scan.items(section.start, section.end)))
                    if count not in KEY_MESSAGES:
                        yield problem(text.path, section.heading.at, "key-messages-count", count=count)


def empty(library: Library) -> Iterator[Problem]:
    """No section is empty."""
    for text in library.texts():
        for section in text.scan.sections:
            if not section.has_parts and not text.body[section.start : section.end].strip():
                yield problem(text.path, section.heading.at, "section-empty", heading=section.heading.text)


RULES = (headings, ids, kind_sections, same_ids, key_messages, empty)
