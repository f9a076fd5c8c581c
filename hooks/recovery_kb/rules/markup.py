"""Rules for what a text becomes on its page: nothing that is refused, and nothing that no other rule has seen."""

from __future__ import annotations

import html
import re
from collections import Counter, deque
from collections.abc import Iterator

from recovery_kb.identifiers import is_kebab
from recovery_kb.library import Library
from recovery_kb.markup.outline import Outline, outline
from recovery_kb.markup.scan import LONGEST_HEADING, MANY, PARAGRAPH, Scan
from recovery_kb.problems import Position, Problem, problem
from recovery_kb.rules.links import fault_of
from recovery_kb.sections import heading_id
from recovery_kb.text.characters import character_name, forbidden

ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
GLUED = re.compile(
    r"(?!(?:[-*+:]|\d+\.)[ \t]|[#>|]|!!!|[ \t])[^\n]*\n(?:(?!(?:[-*+:]|\d+\.)[ \t]|[#>|])[^\n]*\n)*"
    r"(?P<item>(?:[-*+]|1\.)[ \t]+\S)"
)
"""A paragraph that begins with words and goes on with what looks like a list."""
LONG_HEADING = re.compile(rf"^#[^\n]{{{LONGEST_HEADING}}}", re.MULTILINE)
INNER_HEADING = re.compile(r"^(?!#)[ \t>]*(?:(?:[-*+:]|\d+[.)])[ \t]+)*[ \t>]*#{1,6}|<[hH][1-6]\b", re.MULTILINE)
"""A heading within a list, a quote, a box, a definition, or written as HTML."""


def finished(library: Library) -> Iterator[Problem]:
    """Only the HTML and the attributes that the allow-list lets through, every tag closed where it may be; and no
    link, heading or mark where the checks can't see it."""
    for text in library.texts():
        knot = knot_in(text.scan)
        try:
            found = None if knot else outline(text.body, text.language)
        except RecursionError:
            knot, found = _Places(text.scan).next(r"\S"), None
        if knot:
            yield problem(text.path, knot, "text-tangled", most=MANY)
        if not found:
            continue
        for code, at, values in (
            *_refused(found, text.scan),
            *_links(found, text.scan),
            *_ids(found, text.scan, text.language),
            # A tag that is refused or never closed swallows what follows it.
            *(_headings(found, text.scan, text.language) if not (found.refused or found.unbalanced) else ()),
            *(_marks(found, text.scan) if not (found.refused or found.unbalanced) else ()),
            *_unseen(found, text.scan, library),
        ):
            yield problem(text.path, at, code, **values)


def invisible(library: Library) -> Iterator[Problem]:
    """No invisible or forbidden character is written by its number or name, as in `&#8238;`."""
    for text in library.texts():
        for match in ENTITY.finditer(text.scan.text):
            for _, character in forbidden(html.unescape(match[0])):
                at = text.scan.position(match.start())
                yield problem(text.path, at, "character-forbidden", name=character_name(character))


def code(library: Library) -> Iterator[Problem]:
    """A block of code that is opened is closed."""
    for text in library.texts():
        if text.scan.open_fence:
            yield problem(text.path, text.scan.open_fence, "code-unclosed")


def lists(library: Library) -> Iterator[Problem]:
    """A list is parted from the words before it by an empty line: else its signs are shown and no list."""
    for text in library.texts():
        for match in PARAGRAPH.finditer(text.scan.text):
            glued = GLUED.match(match[0])
            if glued:
                yield problem(text.path, text.scan.position(match.start() + glued.start("item")), "list-glued")


def knot_in(scan: Scan) -> Position | None:
    """The first paragraph with more opening brackets than a person writes: the engine would ponder them for hours."""
    for match in PARAGRAPH.finditer(scan.body):
        if any(match[0].count(sign) > MANY for sign in "[<`") or LONG_HEADING.search(match[0]):
            return scan.position(match.start())
    return None


Found = Iterator[tuple[str, Position, dict[str, object]]]
"""Codes of problems, their places and their values."""


def _refused(found: Outline, scan: Scan) -> Found:
    places = _Places(scan)
    addresses = {link.target.lower() for link in scan.links}
    for tag, attribute in found.refused:
        if attribute in {"href", "src"}:
            continue  # links have rules of their own, which say more
        if attribute:
            at = places.next(rf"(?<![\w-]){re.escape(attribute)}\s*=")
            yield "attribute-refused", at, {"attribute": attribute, "tag": tag}
        elif tag == "<":
            yield "html-refused", places.next(r"<[^>]*<"), {"tag": tag}
        elif tag not in addresses:
            yield (
                "html-refused",
                places.next(rf"<{re.escape(tag)}"),
                {"tag": "<!-- -->" if tag == "!--" else f"<{tag}>"},
            )
    is_told = found.refused or any(link.is_nested for link in scan.links)
    for token in found.unbalanced if not is_told else ():
        sign = "</" if token.is_end else "<"
        at = places.next(rf"{sign}{re.escape(token.tag)}\b")
        yield "html-unbalanced", at, {"tag": f"{sign}{token.tag}>"}


def _headings(found: Outline, scan: Scan, language: str) -> Found:
    """Headings that are on the page and no sections, or sections for the scan and not on the page."""
    if any(heading.setext for heading in scan.headings):
        return  # these have been refused already, and may be dividing lines
    stated = Counter(heading.level for heading in scan.headings)
    shown = Counter(level for level, _ in found.headings)
    places = _Places(scan)
    for _ in range((shown - stated).total()):
        yield "heading-hidden", places.next(INNER_HEADING.pattern), {}
    lost = stated - shown
    ids = {id_ for _, id_ in found.headings}
    for heading in sorted(scan.headings, key=lambda heading: heading_id(heading, language) in ids):
        if lost[heading.level]:
            lost[heading.level] -= 1
            yield "heading-hidden", heading.at, {}


def _links(found: Outline, scan: Scan) -> Found:
    places = _Places(scan)
    anchors = {heading_id(heading, "") for heading in scan.headings} | {id_ for _, id_ in found.headings}
    seen = {html.unescape(link.target) for link in scan.links}
    for target in found.links:
        code = None if target in seen else fault_of(target, anchors)
        if code:
            yield code, places.next(re.escape(target), r"<a\b"), {"target": target, "value": target}
    shown = Counter(html.unescape(link.target) for link in scan.links)
    for target, times in (Counter(found.images) - shown).items():
        for _ in range(times):
            yield "html-refused", places.next(r"<img\b", re.escape(target)), {"tag": "<img>"}


def _ids(found: Outline, scan: Scan, language: str) -> Found:
    """Ids of other things than headings."""
    places = _Places(scan)
    seen = {heading_id(heading, language) for heading in scan.headings}
    for id_ in found.ids:
        at = places.next(rf"#{re.escape(id_)}(?![\w-])|\bid\s*=\s*[\"']?{re.escape(id_)}(?![\w-])")
        if not is_kebab(id_):
            yield "heading-id-shape", at, {"id": id_}
        elif id_ in seen:
            yield "heading-id-twice", at, {"id": id_}
        seen.add(id_)


def _marks(found: Outline, scan: Scan) -> Found:
    """Citations and names within HTML, where they stay as they are written."""
    for marks, shown in ((scan.citations, found.cites), (scan.names, found.names)):
        left = Counter(shown)
        for mark in marks:
            if mark.is_well_formed and not left[mark.id]:
                yield "mark-hidden", mark.at, {"id": mark.id}
            left[mark.id] -= 1


def _unseen(found: Outline, scan: Scan, library: Library) -> Found:
    """Citations and names that only the engine recognises."""
    places = _Places(scan)
    for key in Counter(found.cites) - Counter(mark.id for mark in scan.citations):
        if not library.is_work(key):
            yield "citation-unknown", places.next(f"@{re.escape(key)}"), {"key": key}
    for id_ in Counter(found.names) - Counter(mark.id for mark in scan.names):
        if id_ not in library.ids:
            yield "name-unknown", places.next(re.escape(id_)), {"id": id_}


class _Places:
    """Finds the places of things that the engine reports in order and without their lines."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.found: dict[tuple[str, ...], deque[int]] = {}

    def next(self, *patterns: str) -> Position:
        """The next place where the first pattern that stands in the text does; its last, or the body's first word."""
        if patterns not in self.found:
            self.found[patterns] = self._all(patterns)
        places = self.found[patterns]
        return self.scan.position(places.popleft() if len(places) > 1 else places[0])

    def _all(self, patterns: tuple[str, ...]) -> deque[int]:
        for pattern in patterns:
            matches = re.finditer(pattern, self.scan.text, re.IGNORECASE | re.MULTILINE)
            found = deque(match.start() for match in matches)
            if found:
                return found
        return deque([len(self.scan.body) - len(self.scan.body.lstrip())])


RULES = (finished, invisible, code, lists)
