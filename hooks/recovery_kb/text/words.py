"""Words in running text: where each begins and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from recovery_kb.text.characters import GERESH, GERSHAYIM, HEBREW, MARKS, fold_finals, unpoint

if TYPE_CHECKING:
    from collections.abc import Iterator


class Word(NamedTuple):
    """A word and where it stands: `text == source[start:end]`, always."""

    text: str
    start: int
    end: int


_LETTER = f"[{HEBREW}][{MARKS}]*"
_OTHER = f"(?![{HEBREW}])[^\\W_][{MARKS}]*"
_GENDER_ENDINGS = "ית|ות|ת|ה"
# Hebrew and other letters part even where they touch (הWRAP): they are words of two languages.
_RUN = re.compile(
    f"(?P<hebrew>(?:{_LETTER})+(?:(?:[{GERESH}]{{1,2}}|[{GERSHAYIM}])(?:{_LETTER})+)*"
    # Both genders in one word: מתמודד/ת, מתמודד.ת. Nothing may follow, so that ו/או stays two words.
    f"(?:[/.](?:{_GENDER_ENDINGS})(?![{HEBREW}{MARKS}/.{GERESH}{GERSHAYIM}]))?)"
    f"|(?:{_OTHER})+(?:[{GERESH}](?:{_OTHER})+)*"
)
_QUOTE = re.compile(f"[{GERESH}]{{1,2}}|[{GERSHAYIM}]")
_POSSESSIVE = re.compile(f"[{GERESH}][sS]$")
# Norwegian writes the ending of an acronym behind a hyphen: DPS-et, DPS-enes.
_ACRONYM_ENDING = re.compile(
    r"(?<=[A-ZÆØÅ0-9][A-ZÆØÅ0-9])[-\u2010\u2011](?:e[nt]s?|enes?|ers?|ane|ar|[aes])(?![^\W_]|-)"
)
_PARTICLES_ONLY = re.compile("[והבכלמש]+")
_ACRONYM_TAIL = re.compile("[א-ת](?:ים|ות|ית|יים|יות)?")
_CLOSING = re.compile(f"[{GERSHAYIM}]|[{GERESH}]{{2}}")
_SLASH = re.compile(r"(.*?)(ים)?[/.](" + _GENDER_ENDINGS + ")")

_GERESH_LETTERS = frozenset("גדזחטסעצתר")
"""Letters whose sound geresh changes (ג׳ודית, צ׳ק). Behind any other a single quote opens a quotation: ה'אני'."""


def words(text: str, language: str) -> Iterator[Word]:
    """The words of a text in order. Language is the page's; words of other languages in it are found as well.

    Hyphen, maqaf, slash and underscore part words. Geresh and gershayim within a Hebrew word belong to it in
    whatever sign they are written; quotes around a word do not, not even behind a particle (ב"עדיפויות מתחרות").
    The English possessive is left out (people's: people), and so is a Norwegian acronym's ending (DPS-et: DPS). The
    Hebrew form for both genders is one word: see `spellings`. Raises nothing.
    """
    for match in _RUN.finditer(text):
        start, end = match.span()
        if match["hebrew"] is not None:
            yield from _hebrew(text, start, end)
            continue
        word = match.group()
        if language == "nb" and start and _ACRONYM_ENDING.match(text, start - 1):
            continue
        # Norwegian has no such possessive: there the s is an error and stays with the word.
        if language != "nb" and (possessive := _POSSESSIVE.search(word)):
            end = start + possessive.start()
        yield Word(text[start:end], start, end)


def spellings(word: str) -> tuple[str, ...]:
    """The words that one written word stands for: itself, or both genders of מתמודד/ת, מתמודדים/ות."""
    match = _SLASH.fullmatch(word)
    if match is None:
        return (word,)
    stem, plural, ending = match.groups()
    # The ה of a masculine noun gives way to its feminine ending (מומחה/ית); the rest takes it as it is.
    base = stem if plural is not None or not stem.endswith("ה") else stem[:-1]
    return stem + (plural or ""), base + ending


def _hebrew(text: str, start: int, end: int) -> Iterator[Word]:
    """A run of Hebrew letters and quote marks, cut at those marks that are quotation marks."""
    begin = start
    for quote in list(_QUOTE.finditer(text, start, end)):
        if not _belongs(text, begin, quote, end):
            yield Word(text[begin : quote.start()], begin, quote.start())
            begin = quote.end()
    yield Word(text[begin:end], begin, end)


def _belongs(text: str, begin: int, quote: re.Match[str], end: int) -> bool:
    """Is the mark part of the word around it?"""
    before, after = unpoint(text[begin : quote.start()]), unpoint(text[quote.end() : end])
    if len(quote.group()) == 1 and quote.group() in GERESH:
        return fold_finals(before[-1:]) in _GERESH_LETTERS
    # Gershayim stand before an acronym's last letter; an ending may follow (דו״חות). A closing mark that nothing
    # else has opened tells a quotation (ה"חיים"), and so does a mere particle before what would be an ending.
    tail = after.split("/")[0].split(".")[0]
    quoted = _CLOSING.match(text, end) and not _CLOSING.match(text, begin - 1 if begin else 0)
    if not _ACRONYM_TAIL.fullmatch(tail) or quoted:
        return False
    return len(tail) == 1 or not _PARTICLES_ONLY.fullmatch(before)
