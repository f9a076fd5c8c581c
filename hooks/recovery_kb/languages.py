"""The languages of the site. A fourth language is one entry here, one strings file and one `docs/<code>/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language that readers can choose."""

    code: str
    """BCP 47 tag, as in `lang`, in file names and in addresses."""
    name: str
    """The language's name in itself, for the language switch."""
    direction: Direction
    script: str
    """ISO 15924 code of its script: decides in which language a reference is formatted."""
    locale: str
    """Locale with region, for Open Graph, CSL and dates."""
    alphabet: str
    """Its letters in its own order; others sort by their base letter."""

    @property
    def prefix(self) -> str:
        """What stands before a page's path in its address: nothing for the default language."""
        return "" if self.code == DEFAULT else f"{self.code}/"


DEFAULT = "en"

LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English", "ltr", "Latn", "en_GB", "abcdefghijklmnopqrstuvwxyz"),
        Language("nb", "Norsk bokmål", "ltr", "Latn", "nb_NO", "abcdefghijklmnopqrstuvwxyzæøå"),
        Language("he", "עברית", "rtl", "Hebr", "he_IL", "אבגדהוזחטיכלמנסעפצקרשת"),
    )
}

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})
"""Languages of cited works that are written from right to left."""


def direction_of(code: str) -> Direction:
    """The writing direction of any BCP 47 tag, known to the site or not."""
    return "rtl" if code.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
