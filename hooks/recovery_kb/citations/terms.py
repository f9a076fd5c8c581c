"""The words of a reference in each language: our corrections first, then the locale that citeproc-py ships."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree as ET

import citeproc  # type: ignore[import-untyped]

from recovery_kb.languages import DEFAULT

HERE = Path(__file__).parent
STYLES_FOLDER = HERE / "third_party"
CORRECTIONS_FOLDER = HERE / "locales"
LOCALES_FOLDER = Path(citeproc.LOCALES_PATH)

_CSL = "{http://purl.org/net/xbiblio/csl}"
_FALLBACK_LOCALE = "en-US"

StyleName = Literal["apa", "vancouver"]
"""How references are formatted: author and year (APA 7), or as medicine does (NLM's Citing Medicine)."""
STYLES: tuple[StyleName, ...] = ("apa", "vancouver")
VANCOUVER_FILE = "nlm-citation-sequence"
"""Name of the CSL style in `third_party/` that is meant by "Vancouver", the same for every language."""


@dataclass(frozen=True, slots=True)
class Formatting:
    """How references are formatted in one language."""

    style: str
    """Name of the CSL style in `third_party/` for APA."""
    locale: str
    """CSL locale; our corrections to it are `locales/<locale>.xml`."""
    suffixes: str
    """The letters that tell two works of one author and year apart."""


# English takes en-US, although the site's English is British: APA is an American style, and only this locale has
# its "Eds." and its double quotes. No spelling depends on it.
FORMATTINGS: dict[str, Formatting] = {
    "en": Formatting("apa", "en-US", "abcdefghijklmnopqrstuvwxyz"),
    "nb": Formatting("norsk-apa-manual", "nb-NO", "abcdefghijklmnopqrstuvwxyz"),
    "he": Formatting("apa", "he-IL", "אבגדהוזחטיכלמנסעפצקרשת"),
}


def formatting(language: str) -> Formatting:
    """How references are formatted in `language`; unknown languages are formatted as in the default one."""
    return FORMATTINGS.get(language, FORMATTINGS[DEFAULT])


def style_path(language: str, style: StyleName = "apa") -> Path:
    """The CSL file of a style in a language."""
    name = VANCOUVER_FILE if style == "vancouver" else formatting(language).style
    return STYLES_FOLDER / f"{name}.csl"


def correction_path(language: str) -> Path:
    """Our own terms for a language, laid over the locale of the CSL project."""
    return CORRECTIONS_FOLDER / f"{formatting(language).locale}.xml"


def locale_paths(language: str) -> tuple[Path, ...]:
    """The locale files of a language, the first one to be asked first."""
    locale = formatting(language).locale
    return (correction_path(language), LOCALES_FOLDER / f"locales-{locale}.xml")


@cache
def _terms(path: Path) -> dict[tuple[str, str, bool], str]:
    """All terms of one locale file by name, form and whether it is the plural."""
    found: dict[tuple[str, str, bool], str] = {}
    for term in ET.parse(path).iter(f"{_CSL}term"):
        name, form = term.get("name", ""), term.get("form", "long")
        single, multiple = term.find(f"{_CSL}single"), term.find(f"{_CSL}multiple")
        one = (term if single is None else single).text or ""
        found[name, form, False] = one
        found[name, form, True] = one if multiple is None else multiple.text or ""
    return found


@cache
def term(language: str, name: str, form: str = "long", *, plural: bool = False) -> str:
    """A CSL term in a language, e.g. `term("nb", "page", "short")` is "s."; empty for a term nobody has."""
    fallback = LOCALES_FOLDER / f"locales-{_FALLBACK_LOCALE}.xml"
    for path in (*locale_paths(language), fallback):
        if (text := _terms(path).get((name, form, plural))) is not None:
            return text
    return ""


def suffix(language: str, number: int) -> str:
    """The letter of the first (0), second (1), … work of an author in a year: a, b, … aa, in Hebrew its letters."""
    letters = formatting(language).suffixes
    rounds, place = divmod(number, len(letters))
    return letters[rounds - 1] * bool(rounds) + letters[place]
