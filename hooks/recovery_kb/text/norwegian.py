"""Norwegian words: base forms behind Bokmål endings, parts of compounds, Nynorsk forms.

An ending is cut only down to a word that the vocabulary knows, as Snowball cuts too deep for running text
(mulighet: mul, personlig: person). Where it knows none, all cuts stay, so that two forms of a rare word
still meet.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

# The package brings no types.
from snowballstemmer import stemmer  # type: ignore[import-untyped]

from recovery_kb.text.characters import fold
from recovery_kb.text.reader import Reader
from recovery_kb.text.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TABLE = table("norwegian")
_ENDINGS: dict[str, list[str]] = _TABLE["endings"]
_BOKMAAL: dict[str, str] = _TABLE["bokmaal"]
_BOKMAAL_BEGINNINGS: dict[str, str] = _TABLE["bokmaal_beginnings"]
_BOKMAAL_ENDINGS: dict[str, str] = _TABLE["bokmaal_endings"]
_IRREGULAR: dict[str, str] = {form: base for base, forms in _TABLE["irregular"].items() for form in forms}
_UNLIKE = frozenset((form, base) for base, forms in _TABLE["unlike"].items() for form in forms)
_ADJECTIVES = frozenset(_TABLE["adjectives"].split())
_ADJECTIVE_ENDINGS = tuple(_TABLE["adjective_endings"].split())
_GRAMMAR = frozenset(_TABLE["grammar"].split())
_NO_FIRST = frozenset(_TABLE["no_first"].split())
_NO_LAST = frozenset(_TABLE["no_last"].split())

_AGENT = ("e", "en", "ne", "nes")
"""What follows a noun in -er that names a person: brukere, brukeren, brukerne."""

_INFLECTIONS = ("en", "et", "er", "ene", "n", "r", "ne", "e")
"""Endings that show the word before them to be a base."""

_MEN = ("menn", "mennene", "mennenes")
_MEN_ENDING = re.compile("menn(?:enes?)?$")

_REAL_BORDER = re.compile(r"\w{3}(?:ing|sjon|het|skap|dom|itet)(?=s\w{4})")
"""Where a compound parts for certain, its parts known or not: behind these endings the s is a binding one."""

_POSSESSED = ("en", "et", "ene", "er", "ing", "het", "else", "sjon")
"""What a short word ends in before a genitive -s; kurs and års have an s of their own."""

_SHORTEST = 3
_SHORTEST_LAST = 4
_LONG = 6
_BINDING = ("s", "", "e")
_STEM_ENDINGS = frozenset("a ane ar ast e ede en ende ene enes ens er ers es et ets ert s t te ete".split())
"""What the Snowball stem may lack: inflection only."""


class Norwegian(Reader):
    """Reads Norwegian words, backed by the words in use."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        """Takes the words as they are written, in any order, repeated or not."""
        self._known = {fold(word) for word in vocabulary}

    def keys(self, word: str) -> tuple[str, ...]:
        """The base form; of a compound its last and first part too; of an unknown word its Snowball stem."""
        forms = self.forms(word)
        parts = [form for part in reversed(self.parts(word)) for form in self.forms(part)]
        stems = [stem for form in forms[:1] if form not in self._known and _plausible(form, stem := _stem(form))]
        return tuple(dict.fromkeys((*forms, *parts, *stems)))

    def forms(self, word: str) -> tuple[str, ...]:
        """The base form, if the vocabulary knows it; else the word and all that its ending may come from."""
        folded = self._bokmaal(fold(word))
        base = self._base(folded) or folded
        if not base or self._inflects(base):
            return (base,) if base else ()
        loose = (cut for cut in bases(base) if cut not in _GRAMMAR and _plausible(base, cut))
        return tuple(dict.fromkeys((base, *loose)))

    def parts(self, word: str) -> tuple[str, ...]:
        """Base forms of a compound's first and last part, both known words; the longest last part is taken.

        Where the border is certain they need not be known; the last part is then as it stands.
        """
        folded = self._bokmaal(fold(word))
        if not folded.isalpha():
            return ()
        # The base, if known: an ending isn't taken for a part (bruker|ens).
        compound = self._base(folded) or folded
        for cut in range(_SHORTEST, len(compound) - _SHORTEST_LAST + 1):
            last = self._last(compound[cut:])
            if last and (first := self._first(compound[:cut])):
                return first, last
        border = _REAL_BORDER.search(compound)
        if border and (last := compound[border.end() + 1 :]) not in _NO_LAST:
            return compound[: border.end()], last
        return ()

    def _base(self, folded: str) -> str:
        """The base form of a word of the vocabulary, which may be itself; nothing if the vocabulary knows none."""
        if folded in _IRREGULAR:
            return _IRREGULAR[folded]
        if folded in _GRAMMAR:
            return folded
        if folded.endswith(_MEN):
            return _MEN_ENDING.sub("mann", folded)
        if not (folded.endswith("er") and any(folded + ending in self._known for ending in _AGENT)):
            if (inner := _possessor(folded)) and (base := self._base(inner)):
                return base
            for base in bases(folded):
                if base in self._known and base not in _GRAMMAR and _plausible(folded, base):
                    return base
        return folded if folded in self._known else ""

    def _inflects(self, folded: str) -> bool:
        """Does the vocabulary show forms of a word?"""
        return folded in _GRAMMAR or any(folded + ending in self._known for ending in _INFLECTIONS)

    def _first(self, part: str) -> str:
        """The known word that a compound's first part is, without the binding letter; nothing if it is none."""
        for binding in _BINDING:
            word = part.removesuffix(binding) if part.endswith(binding) else ""
            if {word, part} & (_GRAMMAR | _NO_FIRST) or len(word) < _SHORTEST:
                continue
            if word in self._known or (len(word) > _SHORTEST and self._inflects(word)):
                return word
        return ""

    def _last(self, part: str) -> str:
        """The base form of the known word that a compound's last part is; nothing if it is none.

        A word that is known in other forms only (prosesser, not prosess) stays as it stands.
        """
        if part in _NO_LAST or part in _GRAMMAR:
            return ""
        if base := self._base(part):
            return "" if base in _GRAMMAR | _NO_LAST or len(base) < _SHORTEST else base
        inflected = any(len(cut) > _SHORTEST and self._inflects(cut) for cut in (part, *bases(part)))
        return part if inflected else ""

    def _bokmaal(self, folded: str) -> str:
        """The Bokmål form of a Nynorsk one. Beginnings and endings change only where a known word comes of it."""
        if folded in _BOKMAAL:
            return _BOKMAAL[folded]
        for old, new in _BOKMAAL_BEGINNINGS.items():
            if folded.startswith(old) and self._base(changed := new + folded.removeprefix(old)):
                return changed
        for old, new in _BOKMAAL_ENDINGS.items():
            if folded.endswith(old) and self._base(changed := folded.removesuffix(old) + new):
                return changed
        return folded


def bases(folded: str) -> Iterator[str]:
    """The forms that a word's ending may come from; where several are words the first is meant."""
    if inner := _possessor(folded):
        yield from bases(inner)
        yield inner
    for ending, replacements in _ENDINGS.items():
        stem = folded.removesuffix(ending)
        if folded.endswith(ending) and len(stem) >= _SHORTEST:
            for replacement in replacements:
                yield stem + replacement
                if not replacement:
                    yield from _spelt_out(stem)


def _possessor(folded: str) -> str:
    """A word without its genitive -s; nothing if it has none."""
    inner = folded.removesuffix("s")
    if inner == folded or folded.endswith(("ss", "us", "is")):
        return ""
    return inner if len(inner) >= _LONG or inner.endswith(_POSSESSED) else ""


def _spelt_out(stem: str) -> Iterator[str]:
    """What a stem's last consonants become without an ending: fordomm, fordom; regl, regel; artikl, artikkel."""
    if stem.endswith("mm"):
        yield stem[:-1]
    if stem[-1] in "lnr" and stem[-2] not in "aeiouyæøålr":
        yield f"{stem[:-1]}e{stem[-1]}"
        yield f"{stem[:-1]}{stem[-2]}e{stem[-1]}"


def _plausible(folded: str, base: str) -> bool:
    """May the form be one of the base? -e and -t are endings of adjectives only, and part of too many other words."""
    if folded in (base + "e", base + "t") and not folded.endswith("ere"):
        return base in _ADJECTIVES or base.endswith(_ADJECTIVE_ENDINGS)
    return (folded, base) not in _UNLIKE


_STEMMER = stemmer("norwegian")


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """The Snowball stem where no more than an inflection was cut; else the word."""
    stem = str(_STEMMER.stemWord(word))
    return stem if word.removeprefix(stem) in _STEM_ENDINGS else word
