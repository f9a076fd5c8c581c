"""The vocabulary as it is found in running text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library, Text
from recovery_kb.markup.scan import AUTOLINK, CITATION, LINK, NAME
from recovery_kb.problems import Position
from recovery_kb.schema.documents import FrontMatter
from recovery_kb.sections import OPENING, heading_id
from recovery_kb.text.analysis import Analyser
from recovery_kb.text.mentions import LabelFinder

MANY = 3
"""So many mentions in the running text show that a summary treats a concept."""


class Vocabulary:
    """The concepts' labels in every language, ready to be found."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.finders = {code: self._finder(code) for code in LANGUAGES}

    def _finder(self, language: str) -> LabelFinder:
        labels = {
            concept.id: [
                concept.file.prefLabel.get(language, ""),
                *concept.file.altLabel.get(language, []),
            ]
            for concept in self.library.concepts.values()
        }
        known = [text.body for text in self.library.texts() if text.language == language]
        known += [label for entry in labels.values() for label in entry]
        return LabelFinder(labels, Analyser(language, known))


@lru_cache(maxsize=2)
def vocabulary_of(library: Library) -> Vocabulary:
    """The library's vocabulary, prepared once."""
    return Vocabulary(library)


@dataclass
class Treatment:
    """How a text treats concepts."""

    counts: Counter[str] = field(default_factory=Counter)
    """Mentions of each concept in the whole text."""
    first: dict[str, Position] = field(default_factory=dict)
    prominent: dict[str, Position] = field(default_factory=dict)
    """Concepts in the title, in a heading or among the key messages, with the first such place."""

    @property
    def treated(self) -> dict[str, Position]:
        """Concepts that the text plainly treats, with the place that shows it."""
        often = {id_: self.first[id_] for id_, count in self.counts.items() if count >= MANY}
        return {**often, **self.prominent}


def treatment(text: Text[FrontMatter], library: Library) -> Treatment:
    """Which concepts a summary's text mentions, how often and how prominently."""
    result = Treatment()
    finder = vocabulary_of(library).finders[text.language]
    for mention in finder.find(text.front.title):
        _count(result, mention.ids, text.at("title"), is_prominent=True)
    prominent = _prominent_ranges(text)
    for match in NAME.finditer(text.scan.text):
        if match[1].strip() in library.concepts:
            at = text.scan.position(match.start())
            _count(result, (match[1].strip(),), at, is_prominent=_within(match.start(), prominent))
    for mention in finder.find(_plain(text.scan.text)):
        at = text.scan.position(mention.start)
        _count(result, mention.ids, at, is_prominent=_within(mention.start, prominent))
    return result


def _count(result: Treatment, ids: tuple[str, ...], at: Position, *, is_prominent: bool) -> None:
    for id_ in ids:
        result.counts[id_] += 1
        result.first.setdefault(id_, at)
        if is_prominent:
            result.prominent.setdefault(id_, at)


def _prominent_ranges(text: Text[FrontMatter]) -> list[range]:
    """Offsets of the headings, and of everything below the key messages' heading."""
    return [
        range(
            section.heading.offset,
            section.end if heading_id(section.heading, text.language) == OPENING else section.start,
        )
        for section in text.scan.sections
    ]


def _within(offset: int, ranges: list[range]) -> bool:
    return any(offset in part for part in ranges)


def _plain(text: str) -> str:
    """The words a reader reads, every offset kept: without keys, names, ids and addresses."""
    for pattern in (CITATION, NAME, AUTOLINK):
        text = pattern.sub(_blank, text)
    text = LINK.sub(
        lambda match: match[0][: match.start("target") - match.start()] + " " * (match.end() - match.start("target")),
        text,
    )
    return re.sub(r"\{[^{}\n]*\}", _blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
