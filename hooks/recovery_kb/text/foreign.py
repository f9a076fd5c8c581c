"""Runs of words in another language of the site that is written in Latin letters: told by the commonest words.

Not by a library: those that tell languages apart (lingua, langdetect, py3langid) want whole texts, are sure of nothing
below a sentence or two, carry megabytes of models for languages that the site doesn't have, and can't say where a
passage begins. Five words with three commonest ones among them are all that a warning needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recovery_kb.languages import LANGUAGES
from recovery_kb.text.tables import table

TABLE = "commonest"
LEAST_WORDS = 5
"""Shorter runs are terms, names and loans, which need no mark."""
LEAST_COMMON = 2
"""So many different commonest words of the language: one may be chance, or part of a name."""
SHARE = 5
"""And one word in so many, as in any sentence."""

WORD = re.compile(r"[^\W\d_]+(?:['’\-\u2010\u2011][^\W\d_]+)*")
CONTRACTION = re.compile(r"n['’]t$|['’](?:re|ll|ve|m|d)$")
BOUND = "\0"
"""Parts a text where something else stood: no run goes past it."""
CLOSE = re.compile(r"\s+")
"""What stands between two words of one phrase."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that seem to be in another language: `source[start:end]`."""

    start: int
    end: int
    language: str
    words: tuple[str, ...]


def known_languages() -> list[str]:
    """The languages that runs can be told to be in."""
    return [code for code in table(TABLE) if code in LANGUAGES]


def runs(text: str, language: str) -> Iterator[Run]:
    """Runs of words in a text that are in another language than its own, in the order of the languages."""
    words = list(WORD.finditer(text))
    own = set(table(TABLE).get(language, "").split())
    for other in known_languages():
        if other != language:
            for part in _parts(text, words, other):
                found = _run(text, part, other, own)
                if found:
                    yield found


def _parts(text: str, words: list[re.Match[str]], language: str) -> Iterator[list[re.Match[str]]]:
    """The words of a text that may be in a language, parted by those of others and where the text is interrupted."""
    part: list[re.Match[str]] = []
    for word in words:
        is_possible = _spoken(word) in {language, ""}
        if part and (not is_possible or BOUND in text[part[-1].end() : word.start()]):
            yield part
            part = []
        if is_possible:
            part.append(word)
    if part:
        yield part


def _run(text: str, part: list[re.Match[str]], language: str, own: set[str]) -> Run | None:
    """What of some words, none of which is surely in another language, is surely in this one.

    `own` are the commonest words of the text's language, also those that other languages have.
    """
    sure = [number for number, word in enumerate(part) if _spoken(word) == language]
    if len({part[number][0].lower() for number in sure}) < LEAST_COMMON:
        return None
    first, last = sure[0], sure[-1]
    # Words at both ends that are of no language in particular belong to it while nothing parts them.
    while first and part[first - 1][0].lower() not in own and _is_close(text, part[first - 1], part[first]):
        first -= 1
    while last + 1 < len(part) and part[last + 1][0].lower() not in own and _is_close(text, part[last], part[last + 1]):
        last += 1
    inner = part[first : last + 1]
    if len(inner) < LEAST_WORDS or len(sure) * SHARE < len(inner) or _is_name(inner):
        return None
    return Run(inner[0].start(), inner[-1].end(), language, tuple(word[0] for word in inner))


def _is_close(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether nothing stands between two words."""
    return CLOSE.fullmatch(text, one.end(), two.start()) is not None


def _is_name(words: list[re.Match[str]]) -> bool:
    """Whether most words but the commonest begin with a capital, as in names and titles."""
    others = [word[0] for word in words if not _spoken(word)]
    return bool(others) and sum(word[0].isupper() for word in others) * 2 > len(others)


def _spoken(match: re.Match[str]) -> str:
    """The language that a word surely is of; `-` for another script, empty where it could be of several."""
    word = match[0]
    if not _is_latin(word):
        return "-"
    if len(word) > 1 and word.isupper():
        return ""  # an acronym: WHO, IT, US
    low = word.lower()
    if CONTRACTION.search(low):
        return "en"
    return _commonest().get(low) or ("" if word[0].isupper() else _by_letters(low))


def _by_letters(word: str) -> str:
    return next((code for code, letters in table(TABLE)["letters"].items() if set(letters) & set(word)), "")


def _is_latin(word: str) -> bool:
    return all(sign < "\u0250" or not sign.isalpha() for sign in word)


@cache
def _commonest() -> dict[str, str]:
    """Each word that is common in one language alone, and the language."""
    lists = {code: set(table(TABLE)[code].split()) for code in known_languages()}
    return {
        word: code
        for code, words in lists.items()
        for word in words
        if not any(word in others for other, others in lists.items() if other != code)
    }
