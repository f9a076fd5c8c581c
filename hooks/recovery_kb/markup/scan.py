"""Where things stand in a Markdown text: headings, links, citations, names.

The engine (`engine.py`) decides what a text means and loses the lines on the way; this module
finds the lines again for the messages. Code is blanked first, so nothing in it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder

from recovery_kb.problems import Position

FENCE = re.compile(
    r"(?P<indent>[> \t]*)(?P<fence>`{3,}|~{3,})"
    r"(?:[ \t]*\.?[\w#.+-]+)?(?:[ \t]*\{[^\n]*\}|(?:[ \t]+[a-zA-Z]\w*=(?:\"[^\"\n]*\"|'[^'\n]*'))+)?[ \t]*"
)
"""The line that begins a block of code: signs, a language, options."""
MANY = 500
"""More signs of one kind than a person writes in a paragraph: sorting them out would take hours."""
PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t]*\n))*")
CODE = re.compile(r"(?<!\\)(?:\\\\)*(`+)(?:[^\n]|\n(?![ \t]*(?:(?:[-*+:]|\d+\.)[ \t]|#|\||!!!)))+?(?<!`)\1(?!`)")
"""Code within a paragraph or a point of a list: a lone backtick has no partner in the next one."""
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()#+\-.!>@|]")

HEADING = re.compile(r"^(#{1,6})([^\n]*)$", re.M)
SETEXT = re.compile(r"^(?=[^\s#>|*+-])([^\n]+)\n(=+|-+)[ \t]*$", re.M)
ATTRIBUTES = AttrListTreeprocessor.HEADER_RE
"""What stands in braces behind a heading, as the engine reads it."""
LONGEST_HEADING = 1000
"""Characters: what is longer is no heading that anybody wrote, and would take the patterns too long."""
NAME = re.compile(r"(?<!\\)\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")
CITATION = re.compile(r"(?<!\\)(?<!\[)\[(-?@[^\[\]]*)\](?!\()")
CITED = re.compile(r"@([A-Za-z0-9][\w.:-]*)(?:,[ \t]*(\S.*?))?")
LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
MARK = re.compile(r"\[\[|\[-?@")
DEFINED = re.compile(r"^ {0,3}\[(?P<text>[^\[\]@]+)\]:[ \t]*<?(?P<target>[^\s>]+)>?", re.M)
AUTOLINK = re.compile(r"<(?P<target>[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>")
ITEM = re.compile(r"^(?:[-*+]|\d+[.)])[ \t]+\S", re.M)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written; `id` is None where it states none."""

    level: int
    text: str
    id: str | None
    at: Position
    offset: int
    setext: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, up to the next heading of any level."""

    heading: Heading
    start: int
    """Offset of the first character below the heading's line."""
    end: int
    has_parts: bool
    """A deeper heading follows at once."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image."""

    target: str
    text: str
    is_image: bool
    at: Position
    is_nested: bool = False
    """A citation or a name stands in its text: they are links themselves."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One citation or name: its key or id, what stands beside it, and whether it is well formed."""

    id: str
    text: str | None
    at: Position
    is_well_formed: bool = True


def split_citation(inside: str) -> list[tuple[str, str | None] | None]:
    """The keys and locators of `@a, p. 12; @b`; None for a part that is no citation."""
    parts = [CITED.fullmatch(part.strip()) for part in inside.split(";")]
    return [(match[1], match[2]) if match else None for match in parts]


class Scan:
    """A body's marks, with their places in the file."""

    def __init__(self, body: str, first_line: int) -> None:
        self.body = body
        self.first_line = first_line

    @cached_property
    def text(self) -> str:
        """The body with code and escaped signs blanked, every offset kept."""
        text = self.body
        for start, end in self._blocks[0]:
            text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        return ESCAPED.sub(_blank, PARAGRAPH.sub(_without_code, text))

    @cached_property
    def headings(self) -> list[Heading]:
        """Headings in order."""
        found = [
            self._heading(len(match[1]), self.body[slice(*match.span(2))].rstrip().rstrip("#"), match.start())
            for match in HEADING.finditer(self.text)
        ]
        found += [
            self._heading(1 if match[2][0] == "=" else 2, match[1], match.start(), setext=True)
            for match in SETEXT.finditer(self.text)
        ]
        return sorted(found, key=lambda heading: heading.offset)

    @cached_property
    def sections(self) -> list[Section]:
        """Headings with the offsets of what stands below each."""
        found = []
        ends = [heading.offset for heading in self.headings[1:]] + [len(self.body)]
        levels = [heading.level for heading in self.headings[1:]] + [0]
        for heading, end, next_level in zip(self.headings, ends, levels, strict=False):
            lines = 2 if heading.setext else 1
            start = heading.offset
            for _ in range(lines):
                start = min(self.body.find("\n", start) + 1 or end, end)
            found.append(Section(heading, start, end, next_level > heading.level))
        return found

    @cached_property
    def citations(self) -> list[Mark]:
        """Every work cited, one mark for each key."""
        found = []
        for match in CITATION.finditer(self.text):
            offset = match.start(1)
            for part, cited in zip(match[1].split(";"), split_citation(match[1]), strict=True):
                at = self.position(offset + len(part) - len(part.lstrip()))
                found.append(Mark(*cited, at) if cited else Mark(match[1].strip(), None, at, is_well_formed=False))
                offset += len(part) + 1
        return found

    @cached_property
    def open_fence(self) -> Position | None:
        """Where a block of code begins that never ends."""
        offset = self._blocks[1]
        return None if offset is None else self.position(offset)

    @cached_property
    def _blocks(self) -> tuple[list[tuple[int, int]], int | None]:
        """From where to where code stands, as the engine sees it, and the first beginning of a block without end.

        A block ends with the signs it began with, just as far to the right; a line further to the left breaks it off.
        """
        found, broken = [], []
        begun: re.Match[str] | None = None
        start = offset = 0
        for line in self.body.split("\n"):
            if begun is None:
                begun, start = FENCE.fullmatch(line), offset
            elif line.strip() and not line.startswith(begun["indent"]):
                broken.append(start + begun.start("fence"))
                begun = None
            elif line.rstrip(" \t") == begun["indent"] + begun["fence"]:
                found.append((start, offset + len(line)))
                begun = None
            offset += len(line) + 1
        if begun:
            broken.append(start + begun.start("fence"))
        return found, next(iter(broken), None)

    @cached_property
    def names(self) -> list[Mark]:
        """Everything named by its id."""
        return [Mark(match[1].strip(), match[2], self.position(match.start())) for match in NAME.finditer(self.text)]

    @cached_property
    def links(self) -> list[Link]:
        """Links and images, also those defined at the foot and in angle brackets."""
        text = NAME.sub(_blank, self.text)
        rest = LINK.sub(_blank, text)
        return [
            Link(
                match["target"],
                match["text"],
                match["image"] == "!",
                self.position(match.start()),
                MARK.search(self.text[slice(*match.span("text"))]) is not None,
            )
            for match in LINK.finditer(text)
        ] + [
            Link(
                match["target"],
                match.groupdict().get("text", match["target"]),
                False,
                self.position(match.start()),
            )
            for pattern in (DEFINED, AUTOLINK)
            for match in pattern.finditer(rest)
        ]

    def items(self, start: int, end: int) -> Iterator[Position]:
        """The places of the outermost list items between two offsets."""
        for match in ITEM.finditer(self.text, start, end):
            yield self.position(match.start())

    def find(self, pattern: str) -> Position | None:
        """The first place where a pattern stands outside code, letter case ignored."""
        match = re.search(pattern, self.text, re.IGNORECASE)
        return self.position(match.start()) if match else None

    def position(self, offset: int) -> Position:
        """The place in the file of an offset in the body."""
        return Position(self.body.count("\n", 0, offset) + self.first_line, offset - self.body.rfind("\n", 0, offset))

    def _heading(self, level: int, text: str, offset: int, *, setext: bool = False) -> Heading:
        stated = ATTRIBUTES.search(text) if len(text) <= LONGEST_HEADING else None
        attributes, rest = get_attrs_and_remainder(stated[1]) if stated else ([], "")
        plain = text[: stated.start()].rstrip("#") if stated and not rest else text
        ids = [value for name, value in attributes if name == "id"] if not rest else []
        return Heading(level, plain.strip(), ids[-1] if ids else None, self.position(offset), offset, setext)


def _without_code(paragraph: re.Match[str]) -> str:
    return CODE.sub(_blank, paragraph[0]) if paragraph[0].count("`") <= MANY else paragraph[0]


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
