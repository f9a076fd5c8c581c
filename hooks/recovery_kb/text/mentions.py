"""Where a text mentions concepts, in whatever form their labels appear there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from recovery_kb.text.characters import HYPHENS
from recovery_kb.text.labels import Arc, Pattern, Step, may_part, patterns
from recovery_kb.text.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recovery_kb.text.analysis import Analyser


class Mention(NamedTuple):
    """A place in a text and the concepts it names, in the order in which their labels were given.

    Several concepts may share a label, in different schemes; which of them is meant is for the caller to say.
    """

    ids: tuple[str, ...]
    start: int
    end: int


_COMPOUND_LETTERS = 5
"""Shorter labels are no part of a compound: rus in rusk, tro in troverdig.

Tried on the real texts: nearly all compounds that end in a label of five letters or more name a kind of the thing
(pasientrettigheter), those that begin with one something about it (recoveryprosess, tvangsbruk). Endings that make
adjectives (meningsfull, håpløs) are no parts. Phrases are not looked for in compounds, nor compounds in phrases.
"""

_HYPHEN = re.compile(f"[{HYPHENS}]")
_PAIRS = {")": "(", "»": "«", "”": "“„”", "’": "‘", '"': '"', "'": "'", "״": "״"}
"""Closing mark → what it closes."""


class LabelFinder:
    """Finds labels in running text, word by word: inflected, behind particles, as part of a compound."""

    def __init__(self, labels: Mapping[str, Sequence[str]], analyser: Analyser) -> None:
        """Takes the labels of each concept, in the analyser's language and in the form a dictionary would give.

        The labels' words should be in the analyser's vocabulary. Acronyms (FIT, SEd) are met only as written.
        """
        self._analyser = analyser
        self._order = {concept: number for number, concept in enumerate(labels)}
        self._starts: dict[str, list[Pattern]] = {}
        self._acronyms: dict[str, list[Pattern]] = {}
        self._parts: dict[str, list[str]] = {}
        for concept, texts in labels.items():
            for text in texts:
                for pattern in patterns(concept, text, analyser):
                    self._add(pattern, compound=len(text) >= _COMPOUND_LETTERS)

    def find(self, text: str) -> list[Mention]:
        """The mentions in a text in order. Of overlapping ones the longest stays, of equally long ones the first."""
        found = list(words(text, self._analyser.language))
        spans: dict[tuple[int, int], set[str]] = {}
        for start in range(len(found)):
            for end, concept in self._from(text, found, start):
                spans.setdefault((start, end), set()).add(concept)
        mentions = []
        taken = [False] * len(found)
        for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                ids = tuple(sorted(spans[start, end], key=self._order.__getitem__))
                first, last = found[start].start, found[end - 1].end
                mentions.append(Mention(ids, first, _closed(text, first, last)))
        return sorted(mentions, key=lambda mention: mention.start)

    def _add(self, pattern: Pattern, *, compound: bool) -> None:
        first = pattern.steps[0]
        if first.exact:
            self._acronyms.setdefault(first.exact, []).append(pattern)
            return
        for key in first.keys:
            self._starts.setdefault(key, []).append(pattern)
            if compound and len(pattern.steps) == 1:
                self._parts.setdefault(key, []).append(pattern.concept)

    def _from(self, text: str, found: list[Word], start: int) -> Iterator[tuple[int, str]]:
        """Mentions that begin with a word: the number of the word behind each, and its concept."""
        whole = False
        for arc in self._arcs(text, found, start):
            begun = list(self._acronyms.get(arc.text, ()))
            for form in arc.forms:
                begun += self._starts.get(form, ())
            for pattern in begun:
                for end in self._ends(text, found, arc.end, pattern.steps[1:]):
                    whole = whole or end == start + 1
                    yield end, pattern.concept
        if not whole:
            yield from ((start + 1, concept) for concept in self._in_compound(found[start].text))

    def _in_compound(self, word: str) -> list[str]:
        """Concepts that a compound names by its last part, which says what the thing is, else by its first."""
        # A capital within makes it a name (RecoveryKompetanse).
        if word[1:].islower():
            for part in reversed(self._analyser.parts(word)):
                if part in self._parts:
                    return self._parts[part]
        return []

    def _ends(self, text: str, found: list[Word], at: int, steps: tuple[Step, ...]) -> Iterator[int]:
        """Where the rest of a label ends, if it stands here."""
        if not steps:
            yield at
        elif at < len(found) and may_part(text[found[at - 1].end : found[at].start], steps[0].signs):
            for arc in self._arcs(text, found, at):
                if steps[0].matches(arc) and steps[0].link == self._analyser.link(arc.text):
                    yield from self._ends(text, found, arc.end, steps[1:])

    def _arcs(self, text: str, found: list[Word], at: int) -> Iterator[Arc]:
        """The word, and it joined with the next where a hyphen stands between them."""
        word = found[at]
        yield Arc(word.text, self._analyser.forms(word.text), at + 1)
        if at + 1 < len(found) and _HYPHEN.fullmatch(text, word.end, found[at + 1].start):
            joined = word.text + found[at + 1].text
            yield Arc(joined, self._analyser.forms(joined), at + 2)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a mention, behind the bracket or quote mark that closes what the mention opens."""
    mark = text[end : end + 1]
    opening = _PAIRS.get(mark, "")
    inside = text[start:end]
    if opening == mark:
        return end + inside.count(mark) % 2 if mark else end
    return end + (sum(map(inside.count, opening)) > inside.count(mark))
