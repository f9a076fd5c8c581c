"""The people behind a work: read from a record, and their initials in Latin and Hebrew letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .marks import GERESH, GERSHAYIM, OTHERS, clean

_HEBREW = re.compile("[\u05d0-\u05ea]")
# What a record ends its authors with when it names only some of them (BibTeX and pandoc write "others").
_OTHERS = frozenset({"others", "and others", "et al", "et al.", "mfl.", "m.fl.", "ואחרים", f"ואח{GERESH}", "ואח'"})
_LONGEST_BARE_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A person, or an institution (`literal`)."""

    family: str = ""
    given: str = ""
    particle: str = ""
    """Belongs to the family name: "ten" in "ten Velden"."""
    dropped: str = ""
    """Is left out where only the family name stands: "von" in "Humboldt"."""
    suffix: str = ""
    literal: str = ""

    @property
    def surname(self) -> str:
        """What a citation calls them by."""
        return self.literal or " ".join(filter(None, (self.particle, self.family))) or self.given

    @property
    def others(self) -> bool:
        """Stands for further people without names."""
        return self.literal == OTHERS


People = tuple[Person, ...]


def read_people(value: object) -> People:
    """The people of one role (a list of CSL names); plain text is an institution, what is no name is left out."""
    if isinstance(value, Mapping | str):
        value = [value]
    if not isinstance(value, Sequence):
        return ()
    return tuple(person for name in value if (person := _read_person(name)) is not None)


def _read_person(name: object) -> Person | None:
    if not isinstance(name, Mapping):
        literal = clean(name)
    else:
        literal = clean(name.get("literal"))
        person = Person(
            family=clean(name.get("family")),
            given=clean(name.get("given")),
            particle=clean(name.get("non-dropping-particle")),
            dropped=clean(name.get("dropping-particle")),
            suffix=clean(name.get("suffix")),
        )
        if not literal and person.surname:
            return person
    if literal.casefold() in _OTHERS:
        return Person(literal=OTHERS)
    return Person(literal=literal) if literal else None


def initials(given: str) -> str:
    """The initials of given names as APA writes them: "V. J.", "J.-P."; in Hebrew with geresh or gershayim."""
    return _hebrew_initials(given) if _HEBREW.search(given[:1]) else _latin_initials(given)


def bare_initials(given: str) -> str:
    """The initials without marks or spaces, as Vancouver writes them: "VJ", "JP", in Hebrew the letters alone."""
    letters, words = "", []
    for part in initials(given).replace("-", " ").split():
        bare = part.strip(f".{GERESH}").replace(GERSHAYIM, "")
        # "ten" in "Wenche ten Velden" has no mark, since it is no initial.
        if bare == part and len(part) > 1:
            words.append(part)
        else:
            letters += bare
    return " ".join(filter(None, (letters, *words)))


def _hebrew_initials(given: str) -> str:
    # One letter takes a geresh, several letters a gershayim before the last, as in any Hebrew abbreviation.
    letters = [found[0] for word in re.split("[\\s\u05be-]+", given) if (found := _HEBREW.search(word))]
    return letters[0] + GERESH if len(letters) == 1 else "".join([*letters[:-1], GERSHAYIM, letters[-1]])


def _latin_initials(given: str) -> str:
    words = given.replace(".", ". ").split()
    return " ".join(_initial(word, first=place == 0) for place, word in enumerate(words)).strip()


def _initial(word: str, *, first: bool) -> str:
    parts = [part for part in word.strip(".").split("-") if part]
    if not parts:
        return ""
    if not first and word[0].islower():
        return word  # "ten" in "Wenche ten Velden" is no given name
    if len(parts) == 1 and 1 < len(word) <= _LONGEST_BARE_INITIALS and word.isupper() and word.isalpha():
        return " ".join(f"{letter}." for letter in word)  # "JA", as PubMed has it
    return "-".join(f"{part[0]}." for part in parts)
