"""Passages in another script than the page's: marked with their language where an editor left them unmarked.

Only what is sure is marked: a script that a single language of the site is written in. A foreign passage in the page's
own script could be in any language, and is left to its editor.
"""

from __future__ import annotations

import re
from html import escape
from xml.etree.ElementTree import Element

from recovery_kb.languages import LANGUAGES
from recovery_kb.text.characters import GERESH, GERSHAYIM, HEBREW, HYPHENS, MARKS

_LETTERS = {"Hebr": HEBREW}
"""Inside of a character class: the letters of a script, by its ISO 15924 code."""

UNMARKED = {"code", "kbd", "pre", "samp", "script", "style"}
"""Where text is no language."""


def mark_passages(tree: Element, language: str) -> None:
    """Wrap every passage in a foreign script in a `<bdi>` with its language and direction, in place.

    `language` is the page's. What stands within an element that states a language is left as it is.
    """
    for passage, marks in _foreign(language):
        _mark(tree, passage, marks)


def marked_html(text: str, language: str) -> str:
    """A plain text, escaped, as inline HTML with its passages in a foreign script marked; `language` is the page's."""
    html = escape(text)
    for passage, marks in _foreign(language):
        start = "".join(f' {name}="{value}"' for name, value in marks.items())
        html = passage.sub(lambda match, start=start: f"<bdi{start}>{match.group()}</bdi>", html)  # type: ignore[misc]
    return html


def _foreign(language: str) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """Passages in each script that is not the page's, and the attributes that say what they are."""
    found = []
    for script, letters in _LETTERS.items():
        spoken = [one for one in LANGUAGES.values() if one.script == script]
        if script != LANGUAGES[language].script and len(spoken) == 1:
            found.append((_passage(letters), {"lang": spoken[0].code, "dir": spoken[0].direction}))
    return found


def _passage(letters: str) -> re.Pattern[str]:
    """Words of a script, with what stands between two of them; brackets and quotes around them are the page's."""
    word = rf"[{letters}](?:[{letters}{MARKS}׳]|[{GERESH}{GERSHAYIM}{HYPHENS}](?=[{letters}]))*"
    return re.compile(rf"{word}(?:[\s\d,;:–—\u200e\u200f]+{word})*")


def _mark(element: Element, passage: re.Pattern[str], marks: dict[str, str]) -> None:
    if element.tag in UNMARKED or "lang" in element.attrib:
        return
    children = list(element)
    element.text = _wrap(element, element.text, 0, passage, marks)
    for child in children:
        _mark(child, passage, marks)
        place = list(element).index(child) + 1
        child.tail = _wrap(element, child.tail, place, passage, marks)


def _wrap(parent: Element, text: str | None, place: int, passage: re.Pattern[str], marks: dict[str, str]) -> str | None:
    """Split a run of text at its passages, which go into `parent` from `place` on; what comes before the first."""
    found = list(passage.finditer(text or ""))
    if text is None or not found:
        return text
    ends = [match.start() for match in found[1:]] + [len(text)]
    for number, (match, end) in enumerate(zip(found, ends, strict=True)):
        wrapped = Element("bdi", marks)
        wrapped.text = match.group()
        wrapped.tail = text[match.end() : end]
        parent.insert(place + number, wrapped)
    return text[: found[0].start()]
