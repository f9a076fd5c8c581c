"""A concept's label as a pattern of words to look for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from recovery_kb.text.characters import GERESH, GERSHAYIM, HYPHENS
from recovery_kb.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery_kb.text.analysis import Analyser

_SHORT = 4
"""A single word up to this length that has a capital within (SEd) counts as an acronym."""

_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*")
_SOFT = rf"\s\u200e\u200f*_«»{GERESH}{GERSHAYIM}"
"""Inside of a character class: what may stand between two words of any label, quote marks and emphasis included."""

_GAP = re.compile(rf"[{_SOFT}]*|[{GERESH}{GERSHAYIM}]?[{HYPHENS}][{GERESH}{GERSHAYIM}]?")
_SIGNS = re.compile(rf"[^{_SOFT}]")
_PARAGRAPH = re.compile(r"\n\s*\n")
_ANY_HYPHEN = re.compile(f"[{HYPHENS}]")
_DASHES = str.maketrans(dict.fromkeys("–—" + HYPHENS, "-"))


class Arc(NamedTuple):
    """A word of a text, or two joined by a hyphen and read as one (recovery-orientert)."""

    text: str
    forms: tuple[str, ...]
    end: int
    """Number of the word behind it."""


class Step(NamedTuple):
    """One word of a label."""

    keys: frozenset[str]
    exact: str
    """An acronym as it is written, the only way it is met; else nothing."""
    signs: frozenset[str]
    """Punctuation that the label itself has before the word."""
    link: str
    """The conjunction that is one with the word."""

    def matches(self, arc: Arc) -> bool:
        """Is this the word of the text?"""
        return arc.text == self.exact if self.exact else not self.keys.isdisjoint(arc.forms)


class Pattern(NamedTuple):
    """A label of a concept, word by word; never empty."""

    concept: str
    steps: tuple[Step, ...]


def variants(label: str) -> list[str]:
    """What a label stands for beside itself: what is before and what is within brackets, and it with no hyphens."""
    texts = [label]
    if brackets := _BRACKETS.search(label):
        texts += [_BRACKETS.sub(" ", label).strip(), brackets.group(1)]
    if _ANY_HYPHEN.search(label):
        texts.append(_ANY_HYPHEN.sub("", label))
    return texts


def patterns(concept: str, label: str, analyser: Analyser) -> Iterator[Pattern]:
    """The patterns that a label and its variants stand for; none if it has no words."""
    for text in variants(label):
        if steps := tuple(_steps(text, analyser)):
            yield Pattern(concept, steps)


def may_part(gap: str, signs: frozenset[str]) -> bool:
    """May this stand between two words of one label? Space, quotes, a hyphen; else only signs of the label's own."""
    if _PARAGRAPH.search(gap):
        return False
    return _GAP.fullmatch(gap) is not None or bool(signs and signs.issuperset(_signs(gap)))


def _steps(label: str, analyser: Analyser) -> Iterator[Step]:
    found = list(words(label, analyser.language))
    end = 0
    for word in found:
        keys = frozenset(analyser.citation(word.text, bare=word is found[0]))
        exact = word.text if _is_acronym(word.text, alone=len(found) == 1) else ""
        yield Step(keys, exact, frozenset(_signs(label[end : word.start])), analyser.link(word.text))
        end = word.end


def _signs(gap: str) -> list[str]:
    return _SIGNS.findall(gap.translate(_DASHES))


def _is_acronym(word: str, *, alone: bool) -> bool:
    """Is a word to be met as it is written only? Else English fit and Norwegian kor would mention FIT and KOR."""
    if len(word) > 1 and word.isupper():
        return True
    return alone and len(word) <= _SHORT and word[1:] != word[1:].lower()
