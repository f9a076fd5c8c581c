"""Which reading of a Hebrew word holds: the one that the site's own words back by the particles they take.

החלמה might be ה+חלמה. But the site also says בהחלמה and להחלמה, and no word begins with ב+ה or ל+ה: there the ה
belongs to the word. Where the site says nothing of the kind (השירות, והשירות), the known word behind the
particles wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_kb.text.characters import fold
from recovery_kb.text.hebrew import (
    ARTICLE,
    CERTAIN,
    NEVER_DEFINITE,
    PARTICLES,
    Base,
    Reading,
    bases,
    inflected,
    key,
    of_grammar,
    readings,
)
from recovery_kb.text.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

_FEW = 2
"""So many different particles prove a word that never stands bare in the vocabulary."""

_PROVING = "הבכל"
"""Particles that prove a noun. מ begins participles too and ש verbs (מקבל, שקיבל)."""

_DEFINITE = frozenset({"ה", "וה", "שה"})
"""Particles that end in the article for certain; מה is also the beginning of many a word."""

_NONE: Set[str] = frozenset()


class Choice(Reader):
    """Chooses among the readings of Hebrew words by a vocabulary."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        """Takes the words as they are written, in any order, repeated or not."""
        self._seen: dict[str, set[str]] = {}
        """Key of a rest → the particles it is seen behind."""
        self._words: dict[str, bool] = {}
        for word in {fold(word) for word in vocabulary}:
            if not of_grammar(word):
                for reading in readings(word):
                    self._seen.setdefault(key(reading.rest), set()).add(reading.particles)

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of a word, best first. Empty for a word without letters or digits."""
        folded = fold(word)
        if grammar := of_grammar(folded):
            return (grammar,)
        if not folded:
            return ()
        reading = self._reading(folded)
        found = self._bases(reading)
        own = key(reading.rest)
        keys = [own, *(base.key for base in found)]
        # An ending that leads back without doubt names the base first, an ambiguous one the form as it stands.
        if found and found[0].kind in ("plural", "construct", "possessive"):
            keys = [*(base.key for base in found), own]
        if not found and not self._backed(own, reading.particles):
            # Nothing but perhaps the word itself is known: a query may mean it without its first particles.
            keys += [key(r.rest) for r in readings(folded) if len(r.particles) <= _FEW]
        return tuple(dict.fromkeys(keys))

    def forms(self, word: str) -> tuple[str, ...]:
        """As `keys`, with the whole word: where a label reads the same letter for letter, it is meant."""
        return tuple(dict.fromkeys((*self.keys(word), *super().forms(word))))

    def link(self, word: str) -> str:
        """The ו before a word, unless it is the word's own: תמיכה והחלמה is no תמיכה בהחלמה."""
        folded = fold(word)
        return "ו" if folded[:1] == "ו" and (of_grammar(folded) or self._reading(folded).particles) else ""

    def citation(self, word: str, *, bare: bool) -> tuple[str, ...]:
        """The form that a label's word is given in, and what it is a plural of.

        Narrower than `keys`: the label שותפות means partnership, so it is no form of שותף.
        """
        folded = fold(word)
        if grammar := of_grammar(folded):
            return (grammar,)
        if not folded:
            return ()
        reading = readings(folded)[0] if bare else self._reading(folded)
        found = [base.key for base in self._bases(reading) if base.kind in ("plural", "construct")]
        return tuple(dict.fromkeys((key(reading.rest), *found)))

    def _reading(self, folded: str) -> Reading:
        """The least cut under which the rest, or a base of it, is a word; else the whole word."""
        found = readings(folded)
        for reading in found:
            if self._is_word(key(reading.rest)) or any(b.kind in CERTAIN for b in self._bases(reading)):
                return reading
        return found[0]

    def _bases(self, reading: Reading) -> list[Base]:
        """The bases of a rest that are words and that its particles allow, certain ones first."""
        own = key(reading.rest)
        definite = reading.particles.endswith(ARTICLE) or bool(_DEFINITE & self._seen.get(own, _NONE))
        found = [
            base
            for base in bases(reading.rest)
            if not (definite and base.kind in NEVER_DEFINITE) and self._is_word(base.key)
        ]
        return sorted(found, key=lambda base: base.kind not in CERTAIN)

    def _is_word(self, form: str) -> bool:
        """Is the form a word of the vocabulary, and no other word behind a particle?"""
        if form not in self._words:
            self._words[form] = self._known(form) and not any(
                self._explained(reading) and not self._own_beginning(form, reading.particles)
                for reading in readings(form)[1:]
            )
        return self._words[form]

    def _explained(self, reading: Reading) -> bool:
        """Does the vocabulary know the rest, or what its ending leads back to?"""
        definite = reading.particles.endswith(ARTICLE)
        return self._known(key(reading.rest)) or any(
            base.kind in CERTAIN and not (definite and base.kind in NEVER_DEFINITE) and self._known(base.key)
            for base in bases(reading.rest)
        )

    def _known(self, form: str) -> bool:
        """Does the vocabulary show the form bare, or in such company as no chance makes?"""
        seen = self._seen.get(form, _NONE)
        if "" in seen or len(_proof(seen)) >= _FEW:
            return True
        # With the article only: its other forms may add what it lacks.
        return bool(seen & _DEFINITE) and any(
            "" in others or _proof(others) - {ARTICLE}
            for other in inflected(form)[1:]
            if (others := self._seen.get(other, _NONE))
        )

    def _own_beginning(self, form: str, beginning: str) -> bool:
        """Does the form, inflected or not, follow particles that its beginning, were it particles, could not?"""
        return any(
            particles + beginning not in PARTICLES
            for other in inflected(form)
            for particles in self._seen.get(other, _NONE)
        )

    def _backed(self, form: str, particles: str) -> bool:
        """Does the vocabulary show the form behind other particles than these?"""
        return bool(self._seen.get(form, _NONE) - {particles})


def _proof(seen: Set[str]) -> set[str]:
    """The particles of `_PROVING` next to the word in these strings; not the ה of מה, which begins many a word."""
    return {one[-1] for one in seen if one and one[-1] in _PROVING and one[-2:] != "מה"}
