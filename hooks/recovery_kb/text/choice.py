"""Which reading of a Hebrew word holds: the one that the site's own words back by the particles they take.

החלמה might be ה+חלמה. But the site also says בהחלמה and להחלמה, and no word begins with ב+ה or ל+ה: there the ה
belongs to the word. Where the site says nothing of the kind (השירות, והשירות), the known word behind the
particles wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_kb.text.acronyms import Acronyms, marked
from recovery_kb.text.characters import fold
from recovery_kb.text.evidence import Evidence
from recovery_kb.text.hebrew import (
    CERTAIN,
    DOUBTFUL,
    LOOSE,
    NEVER_DEFINITE,
    UNMISTAKABLE,
    Base,
    Reading,
    bases,
    is_irregular,
    is_short,
    key,
    of_grammar,
    onward,
    readings,
)
from recovery_kb.text.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEW = 2
"""So many letters of particles are cut at most where nothing backs a cut."""

_CITED = frozenset({"irregular", "plural", "construct"})
"""Endings of the forms that labels are given in (זכויות, מכללת החלמה)."""

_PLURALS = ("ימ", "ויות")
"""Plural endings that lead a label's first word back with no backing; -ות is too often a singular's."""


class Choice(Reader):
    """Chooses among the readings of Hebrew words by a vocabulary."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        """Takes the words as they are written, in any order, repeated or not."""
        known = {word: marked(word) for word in vocabulary}
        self._acronyms = Acronyms(filter(None, known.values()))
        self._evidence = Evidence((fold(word) for word in known if not known[word]), self._acronyms.readings)

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of the best reading, then of what else the vocabulary leaves open."""
        if acronym := marked(word):
            return tuple(self._acronyms.keys(acronym))
        folded = fold(word)
        keys = self._strict(folded)
        if folded and not of_grammar(folded):
            for cut in self._open_cuts(folded):
                keys += self._loose(cut)
        return tuple(dict.fromkeys(keys))

    def forms(self, word: str) -> tuple[str, ...]:
        """The keys of the best reading, and the whole word: a label that is the same letter for letter is meant."""
        if acronym := marked(word):
            return tuple(dict.fromkeys((self._acronyms.reading(acronym).rest, *super().forms(word))))
        return tuple(dict.fromkeys((*self._strict(fold(word)), *super().forms(word))))

    def link(self, word: str) -> str:
        """The ו before a word, unless it is the word's own: תמיכה והחלמה is no תמיכה בהחלמה."""
        if acronym := marked(word):
            return self._acronyms.reading(acronym).particles[:1].strip("שכלמבה")
        folded = fold(word)
        return "ו" if folded[:1] == "ו" and (of_grammar(folded) or self._reading(folded).particles) else ""

    def citation(self, word: str, *, bare: bool) -> tuple[str, ...]:
        """The form that a label's word is given in, and what it is a plural of.

        Narrower than `keys`: the label שותפות means partnership, so it is no form of שותף.
        """
        folded = fold(word)
        if acronym := marked(word):
            return (folded,) if bare else (self._acronyms.reading(acronym).rest,)
        if grammar := of_grammar(folded):
            return (grammar,)
        if not folded:
            return ()
        reading = readings(folded)[0] if bare else self._reading(folded)
        own = key(reading.rest)
        found = self._bases(reading)
        if not found and (reading.rest.endswith(_PLURALS) or not bare) and not self._evidence.inflects(own):
            found = bases(reading.rest)
        return tuple(dict.fromkeys((own, *(base.key for base in found if base.kind in _CITED))))

    def _strict(self, folded: str) -> list[str]:
        """The keys of the best reading, best first."""
        if grammar := of_grammar(folded):
            return [grammar]
        if not folded:
            return []
        reading = self._reading(folded)
        # What may as well be a word of its own stays one, and foremost: כלב is no heart, nor כדור an age.
        whole = [key(readings(folded)[0].rest)] if reading.particles else []
        keys = [*whole, *self._of(reading)] if self._evidence.doubts(reading) else self._of(reading)
        return list(dict.fromkeys([*keys, *whole] if is_short(reading) else keys))

    def _of(self, reading: Reading) -> list[str]:
        """The keys of a reading, best first."""
        own = key(reading.rest)
        found = self._bases(reading)
        if not found:
            return [own] if self._evidence.inflects(own) else self._loose(reading)
        if found[0].kind == "irregular":
            return [found[0].key]
        led = [base.key for base in found]
        # An ending that leads back without doubt names the base first, an ambiguous one the form as it stands.
        keys = [*led, own] if found[0].kind in UNMISTAKABLE else [own, *led]
        return keys + [further for base in found for further in onward(base)]

    def _reading(self, folded: str) -> Reading:
        """The least cut under which the rest, or a base of it, is a word; else the whole word."""
        found = readings(folded)
        for reading in found:
            if is_irregular(reading.rest):
                return reading
        for reading in found:
            if self._evidence.is_word(key(reading.rest)) or any(
                b.kind in CERTAIN or b.kind == DOUBTFUL for b in self._bases(reading)
            ):
                return reading
        return found[0]

    def _bases(self, reading: Reading) -> tuple[Base, ...]:
        """The bases of a rest that are words and that its particles allow, certain ones first."""
        barred = NEVER_DEFINITE if self._evidence.definite(reading) else ()
        found = [
            base
            for base in bases(reading.rest)
            if base.kind == "irregular" or (base.kind not in barred and self._evidence.is_word(base.key))
        ]
        # What may be the form of another word counts where it is the form of no nearer one.
        sure = [base for base in found if base.kind != DOUBTFUL]
        return tuple(sorted(sure or found, key=lambda base: base.kind not in CERTAIN))

    def _open_cuts(self, folded: str) -> list[Reading]:
        """Readings that the vocabulary leaves open: a query for a base nobody has used yet should still arrive."""
        reading = self._reading(folded)
        own = key(reading.rest)
        found = self._bases(reading)
        if not found and (self._evidence.inflects(own) or self._evidence.elsewhere(reading)):
            return []
        if not found:
            return [cut for cut in readings(folded) if len(cut.particles) <= _FEW]
        # A word that is seen in no company of its own may yet be particle and word (המתמודדות, במסעו).
        return [
            cut
            for cut in readings(folded)
            if len(cut.particles) == len(reading.particles) + 1
            and not any(self._evidence.begins_by_itself(form, cut.particles[-1]) for form in (own, found[0].key))
        ]

    def _loose(self, reading: Reading) -> list[str]:
        """Keys of a reading that nothing backs: the rest, and what it is a plural of or the feminine to."""
        # Feminine ה is the last letter of too many nouns.
        kinds = frozenset() if reading.rest.endswith("ה") else LOOSE
        if self._evidence.definite(reading):
            kinds -= NEVER_DEFINITE
        return [key(reading.rest), *(base.key for base in bases(reading.rest) if base.kind in kinds)]
