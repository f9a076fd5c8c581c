"""Rules for passages in another language than their text's (WCAG 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library
from recovery_kb.markup.outline import outline
from recovery_kb.markup.scan import Scan
from recovery_kb.problems import Position, Problem, Severity, problem
from recovery_kb.rules.markup import knot_in
from recovery_kb.text.foreign import WORD, Run

TITLES = ("title", "container-title", "collection-title", "event-title", "publisher")
"""Fields of a work that hold names, which may stand in any text as they are."""
ENOUGH = 6
"""So many words find a passage again."""


def unmarked(library: Library) -> Iterator[Problem]:
    """A passage of five words and more in another language says which, so that it is read aloud as it sounds. Titles
    of works that the library holds, names and terms need no mark."""
    known = _Phrases(_names(library))
    for text in library.texts():
        try:
            found = None if knot_in(text.scan) else outline(text.body, text.language)
        except RecursionError:
            found = None
        if not found or found.refused or found.unbalanced:
            continue  # what is wrong with it is told by other rules, and what it says is not sure
        start = 0
        for run in found.foreign:
            if _phrase(run.words) in known:
                continue
            offset = _offset(text.scan, run, start)
            start = offset + 1 if offset is not None else start
            at = text.scan.position(offset) if offset is not None else Position(text.body_line)
            yield problem(
                text.path,
                at,
                "passage-unmarked",
                Severity.WARNING,
                text=" ".join(run.words),
                language=run.language,
                start=_tag(run.language, text.language),
                end=_tag(run.language, text.language).partition(" ")[0].replace("<", "</") + ">",
            )


def _tag(language: str, around: str) -> str:
    """How a passage begins that is in a language, within a text in another."""
    direction = LANGUAGES[language].direction
    if direction == LANGUAGES[around].direction:
        return f'<span lang="{language}">'
    return f'<bdi lang="{language}" dir="{direction}">'


def _offset(scan: Scan, run: Run, start: int) -> int | None:
    """Where a passage begins in the file, looked for from a place on; marks may stand between its words."""
    for count in (ENOUGH, 3, 1):
        pattern = r"(?<!\w)" + r"[\W_]+".join(map(re.escape, run.words[:count])) + r"(?!\w)"
        for place in (start, 0):
            match = re.compile(pattern).search(scan.text, place)
            if match:
                return match.start()
    return None


class _Phrases:
    """Names and titles, among which a phrase is looked for word by word."""

    def __init__(self, phrases: Iterator[str]) -> None:
        self.all = "\n".join(f" {_phrase(WORD.findall(phrase))} " for phrase in phrases)

    def __contains__(self, phrase: str) -> bool:
        return f" {phrase} " in self.all


def _phrase(words: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return " ".join(words).lower()


def _names(library: Library) -> Iterator[str]:
    """Titles of works and summaries, and the terms of the vocabulary, in every language."""
    for work in library.works.values():
        yield from (str(work.item[field]) for field in TITLES if work.item.get(field))
    for text in library.texts():
        yield text.front.title or ""
    for entry in library.entries():
        yield from entry.file.prefLabel.values()
        yield from (label for labels in entry.file.altLabel.values() for label in labels)


RULES = (unmarked,)
