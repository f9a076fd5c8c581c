"""Rules for sections: those of the summary's kind, in their order, and the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recovery_kb.identifiers import is_kebab
from recovery_kb.library import Library, Summary, Text
from recovery_kb.markup.scan import Heading
from recovery_kb.problems import Position, Problem, problem
from recovery_kb.schema.documents import FrontMatter, PageMatter
from recovery_kb.sections import CLOSING, OPENING, SECTIONS, heading_id, probable_id
from recovery_kb.strings import section_titles

AnyText = Text[FrontMatter] | Text[PageMatter]

KEY_MESSAGES = range(3, 6)
"""How many points a reader between two meetings takes in."""
SECTION_LEVEL = 2


def body(library: Library) -> Iterator[Problem]:
    """A summary has a text, and nothing stands in it before the first heading."""
    for summary in library.summaries.values():
        for text in summary:
            if not text.body.strip():
                if text.path not in library.unread:
                    yield problem(text.path, _end(text), "body-empty")
                continue
            before = text.body[: text.scan.headings[0].offset] if text.scan.headings else ""
            if before.strip():
                at = text.scan.position(len(before) - len(before.lstrip()))
                yield problem(text.path, at, "body-before")


def kind_sections(library: Library) -> Iterator[Problem]:
    """A summary has the sections of its kind, in their order: key messages first, limits last."""
    for summary in library.summaries.values():
        expected = SECTIONS.get(summary.kind or "")
        for text in summary if expected else ():
            if not text.body.strip():
                continue
            titles = section_titles(text.language)
            found = _found(text)
            typed = {probable_id(heading, text.language) for heading in text.scan.headings}
            missing = [id_ for id_ in expected or () if id_ not in found and id_ not in typed]
            if 2 * len(missing) >= len(expected or ()):
                names = ", ".join(titles[id_] for id_ in missing)
                at = text.scan.position(len(text.body) - len(text.body.lstrip()))
                yield problem(text.path, at, "sections-kind", kind=summary.kind, headings=names)
                continue
            for id_ in missing:
                at = _belongs(text, id_, expected or ())
                yield problem(text.path, at, "section-missing", id=id_, heading=titles[id_], kind=summary.kind)
            yield from _level(text, [found[id_] for id_ in expected or () if id_ in found])
            yield from _order(text, [id_ for id_ in expected or () if id_ in found], found)


def _found(text: AnyText) -> dict[str | None, Heading]:
    """The first heading of each id, one of a section's level before any other."""
    headings = sorted(text.scan.headings, key=lambda heading: heading.level != SECTION_LEVEL)
    return {heading_id(heading, text.language): heading for heading in reversed(headings)}


def _level(text: AnyText, headings: Sequence[Heading]) -> Iterator[Problem]:
    for heading in headings:
        if heading.level > SECTION_LEVEL:
            yield problem(text.path, heading.at, "section-level", heading=heading.text, level=heading.level)


def _order(text: AnyText, expected: list[str], found: dict[str | None, Heading]) -> Iterator[Problem]:
    """The first section that stands in the wrong place; the others follow from it."""
    titles = section_titles(text.language)
    in_text = sorted(expected, key=lambda id_: found[id_].offset)
    for stands, belongs in zip(in_text, expected, strict=True):
        if stands != belongs:
            yield problem(text.path, found[belongs].at, "section-order", heading=titles[belongs], before=titles[stands])
            return
    sections = [heading for heading in text.scan.headings if heading.level == SECTION_LEVEL]
    for id_, heading in ((OPENING, sections[0]), (CLOSING, sections[-1])) if sections else ():
        if id_ in found and found[id_].level == SECTION_LEVEL and found[id_] is not heading:
            code = "section-first" if id_ == OPENING else "section-last"
            yield problem(text.path, heading.at, code, heading=titles[id_])


def same_ids(library: Library) -> Iterator[Problem]:
    """The sections of a text have the same ids in the same order in all its languages."""
    for document in library.documents():
        truth = document.original
        known = SECTIONS.get(document.kind or "", ()) if isinstance(document, Summary) else ()
        wanted = _own_ids(truth, known)
        for text in document:
            ours = _own_ids(text, known)
            if text is not truth and ours is not None and wanted is not None:
                yield from _compared(text, truth, ours, wanted)


def _compared(text: AnyText, truth: AnyText, ours: list[str], wanted: list[str]) -> Iterator[Problem]:
    places = {heading_id(heading, text.language): heading.at for heading in text.scan.headings}
    renamed = set()
    if len(ours) == len(wanted):
        renamed = {pair for pair in zip(ours, wanted, strict=True) if pair[0] not in wanted and pair[1] not in ours}
    for id_, other in sorted(renamed):
        yield problem(text.path, places[id_], "section-renamed", id=id_, original=other, other=truth.path)
    order = [heading_id(heading, truth.language) for heading in truth.scan.headings]
    for id_ in wanted:
        if id_ not in ours and id_ not in {other for _, other in renamed}:
            yield problem(text.path, _belongs(text, id_, order), "section-absent", id=id_, other=truth.path)
    for id_ in ours:
        if id_ not in wanted and id_ not in {own for own, _ in renamed}:
            yield problem(text.path, places[id_], "section-extra", id=id_, other=truth.path)
    shared = [id_ for id_ in ours if id_ in wanted]
    for id_, expected in zip(shared, [id_ for id_ in wanted if id_ in shared], strict=True):
        if id_ != expected:
            # The first that stands elsewhere; the others follow from it.
            yield problem(text.path, places[expected], "section-moved", id=expected, other=truth.path)
            return


def _own_ids(text: AnyText, known: Sequence[str]) -> list[str] | None:
    """The ids of a text's headings but those of its kind, which have rules of their own.

    None where there is no text, or a heading whose id is faulty: what is missing may be meant by it.
    """
    if not text.body.strip() or (known and not text.scan.headings):
        return None
    ids = [heading_id(h, text.language) for h in text.scan.headings if not h.setext and h.level > 1]
    if not all(id_ and is_kebab(id_) for id_ in ids) or len(set(ids)) < len(ids):
        return None
    return [id_ for id_ in ids if id_ and id_ not in known]


def key_messages(library: Library) -> Iterator[Problem]:
    """The key messages are a list of 3 to 5 points."""
    for summary in library.summaries.values():
        for text in summary:
            for section in text.scan.sections:
                if heading_id(section.heading, text.language) == OPENING:
                    count = len(list(text.scan.items(section.start, section.end)))
                    is_empty = not text.body[section.start : section.end].strip()
                    if count not in KEY_MESSAGES and not is_empty:
                        yield problem(text.path, section.heading.at, "key-messages-count", count=count)


def empty(library: Library) -> Iterator[Problem]:
    """No section is empty."""
    for text in library.texts():
        for section in text.scan.sections:
            if not section.has_parts and not text.body[section.start : section.end].strip():
                yield problem(text.path, section.heading.at, "section-empty", heading=section.heading.text)


def _belongs(text: AnyText, id_: str, order: Sequence[str | None]) -> Position:
    """Where a missing section would stand: at the heading that should follow it, else at the end."""
    following = set(order[order.index(id_) + 1 :])
    for heading in text.scan.headings:
        if heading_id(heading, text.language) in following:
            return heading.at
    return _end(text)


def _end(text: AnyText) -> Position:
    return text.scan.position(len(text.body.rstrip()))


RULES = (body, kind_sections, same_ids, key_messages, empty)
