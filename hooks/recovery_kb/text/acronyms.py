"""Hebrew acronyms: gershayim stand before the last letter (סל״ד), and an ending may follow it (דו״חות).

The mark says where the word begins at the latest: particles are cut only before what still contains it, so that
מב״ן never becomes a son (בן). Keys have no mark, as many leave it out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from recovery_kb.text.characters import GERESH, GERSHAYIM, fold_finals, unify_quotes, unpoint
from recovery_kb.text.hebrew import CLOSED, PARTICLES, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = "״"
_SIGNS = re.compile(f"[{GERESH}{GERSHAYIM}]")
_ACRONYM = re.compile(f"([א-ת]+{_MARK}[א-ת])(?:ימ|ות|ית|יימ|יות)?")
_LONG = 4
"""From so many letters on מ, כ and ש too are cut where nothing backs it (מארה״ב, but מנכ״ל)."""

_SHORTEST = 3
_SAFE = "והבל"
_FEW = 2


def marked(word: str) -> str:
    """An acronym in ordinary letters and with one sign for gershayim; nothing for any other word."""
    if not _SIGNS.search(word):
        return ""
    letters = fold_finals(unify_quotes(unpoint(unicodedata.normalize("NFKC", word))))
    return letters if _ACRONYM.fullmatch(letters) and _plain(letters) not in CLOSED else ""


class Acronyms:
    """Knows the acronyms of a vocabulary, and which letters before them are particles."""

    def __init__(self, acronyms: Iterable[str]) -> None:
        """Takes them as `marked` makes them."""
        known = set(acronyms)
        self._seen: dict[str, set[str]] = {}
        for acronym in known:
            for particles, rest in _cuts(acronym):
                self._seen.setdefault(rest, set()).add(particles)
        self.readings = [self.reading(acronym) for acronym in sorted(known)]

    def reading(self, acronym: str) -> Reading:
        """The acronym without its particles and its ending; the rest is as keys are, without the mark."""
        whole, *cuts = _cuts(acronym)
        for particles, rest in reversed(cuts):
            if self._backs(rest):
                return Reading(particles, _plain(rest))
        return Reading("", _plain(whole[1]))

    def keys(self, acronym: str) -> list[str]:
        """The key of the best reading; where nothing backs a cut, of the likeliest ones too."""
        reading = self.reading(acronym)
        found = [reading.rest]
        if not reading.particles:
            for particles, rest in _cuts(acronym)[1:]:
                length = len(_plain(rest))
                if len(particles) <= _FEW and length >= (_SHORTEST if particles[-1] in _SAFE else _LONG):
                    found.append(_plain(rest))
        return found

    def _backs(self, rest: str) -> bool:
        """Is it seen bare, or behind particles of several kinds?"""
        seen = self._seen.get(rest, set())
        return "" in seen or (len(_plain(rest)) >= _SHORTEST and len({one[-1] for one in seen}) >= _FEW)


def _cuts(acronym: str) -> list[tuple[str, str]]:
    """All ways to part an acronym into particles and its base, the least cut first."""
    match = _ACRONYM.fullmatch(acronym)
    base = match[1] if match else acronym
    return [(base[:at], base[at:]) for at in range(base.index(_MARK)) if base[:at] in PARTICLES]


def _plain(acronym: str) -> str:
    return acronym.replace(_MARK, "")
