"""What a vocabulary says about Hebrew forms: which are words, and which only look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_kb.text.hebrew import (
    ARTICLE,
    CERTAIN,
    NEVER_DEFINITE,
    PARTICLES,
    Reading,
    bases,
    inflected,
    key,
    of_grammar,
    readings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

_FEW = 2
"""So many different particles prove a word that never stands bare in the vocabulary."""

_PROVING = "הבכל"
"""Particles that prove a noun. מ begins participles too and ש verbs (מקבל, שקיבל)."""

_DEFINITE = frozenset({"ה", "וה", "שה"})
"""Particles that end in the article for certain; מה is also the beginning of many a word."""

_RISKY = "כלמש"
_RISKY_LENGTH = 5
_SHORT_LENGTH = 3
"""A rest has at most so many letters if the cut before it is in doubt: behind a risky particle, behind another."""

_NONE: Set[str] = frozenset()


class Evidence:
    """Knows behind which particles each form of a vocabulary stands. Forms are keys, as `hebrew.key` makes them."""

    def __init__(self, words: Iterable[str], read: Iterable[Reading] = ()) -> None:
        """Takes folded words, and words that are read already (acronyms)."""
        self._seen: dict[str, set[str]] = {}
        self._words: dict[str, bool] = {}
        for word in set(words):
            if not of_grammar(word):
                for reading in readings(word):
                    self._seen.setdefault(key(reading.rest), set()).add(reading.particles)
        for reading in read:
            self._seen.setdefault(key(reading.rest), set()).add(reading.particles)

    def is_word(self, form: str) -> bool:
        """Is the form a word of the vocabulary, and no other word behind a particle?"""
        if form not in self._words:
            self._words[form] = self._known(form) and not any(
                self._explains(reading) and not self.begins_by_itself(form, reading.particles)
                for reading in readings(form)[1:]
            )
        return self._words[form]

    def begins_by_itself(self, form: str, beginning: str) -> bool:
        """Does the form, inflected or not, follow particles that its beginning, were it particles, could not?"""
        return any(
            particles + beginning not in PARTICLES
            for other in (form, *inflected(form))
            for particles in self._seen.get(other, _NONE)
        )

    def inflects(self, form: str) -> bool:
        """Are forms of this form seen that are of no other word (מכללות may be of מכללה)?"""
        if form.endswith("י"):
            return form + "ת" in self._seen
        ambiguous = form.endswith("ת") and not form.endswith(("ות", "ית"))
        return not ambiguous and any(other in self._seen for other in inflected(form) if other != form)

    def definite(self, reading: Reading) -> bool:
        """Does the rest take the article, here or elsewhere?"""
        return reading.particles.endswith(ARTICLE) or not _DEFINITE.isdisjoint(self._particles(reading))

    def elsewhere(self, reading: Reading) -> bool:
        """Is the rest seen behind other particles too?"""
        return bool(self._particles(reading) - {reading.particles})

    def doubts(self, reading: Reading) -> bool:
        """Does little speak for a cut of one letter, so that it may be the word's own?

        A short rest is soon found by chance, and כ, ל, מ and ש begin many words. For the cut speak the article or ב
        before the rest, or several other particles.
        """
        length = len(reading.rest)
        if len(reading.particles) != 1 or length > (_RISKY_LENGTH if reading.particles in _RISKY else _SHORT_LENGTH):
            return False
        if reading.particles == "כ" and length <= _SHORT_LENGTH:
            return True
        # What an ending leads back to speaks as well: ביצירה for ל+יצירת.
        forms = [key(reading.rest), *(base.key for base in bases(reading.rest) if base.kind in CERTAIN)]
        family = {other for form in forms for other in (form, *inflected(form))}
        others = {one for form in family for one in self._seen.get(form, _NONE)} - {"", reading.particles}
        return len({one[-1] for one in others}) < _FEW and not {"ה", "ב"} & _proof(others)

    def _particles(self, reading: Reading) -> Set[str]:
        return self._seen.get(key(reading.rest), _NONE)

    def _explains(self, reading: Reading) -> bool:
        """Is the rest known, or what its ending leads back to?"""
        # Feminine ה is also the last letter of many a verb and noun, so it explains nothing.
        kinds = CERTAIN if reading.rest.endswith("ה") else CERTAIN | {"feminine"}
        if reading.particles.endswith(ARTICLE):
            kinds -= NEVER_DEFINITE
        return self._known(key(reading.rest)) or any(
            base.kind == "irregular" or (base.kind in kinds and self._known(base.key)) for base in bases(reading.rest)
        )

    def _known(self, form: str) -> bool:
        """Is the form seen bare, or in such company as no chance makes?"""
        seen = self._seen.get(form, _NONE)
        if "" in seen or len(_proof(seen)) >= _FEW:
            return True
        # With the article only: its other forms may add what it lacks.
        return not seen.isdisjoint(_DEFINITE) and any(
            "" in others or _proof(others) - {ARTICLE}
            for other in inflected(form)
            if (others := self._seen.get(other, _NONE))
        )


def _proof(seen: Set[str]) -> set[str]:
    """The particles of `_PROVING` next to the word in these strings; not the ה of מה, which begins many a word."""
    return {one[-1] for one in seen if one and one[-1] in _PROVING and one[-2:] != "מה"}
