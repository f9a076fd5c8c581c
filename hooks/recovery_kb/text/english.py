"""English words: the singular of a noun, one spelling of two, and the Snowball stem for search."""

from __future__ import annotations

import re
from functools import lru_cache

# The package brings no types.
from snowballstemmer import stemmer  # type: ignore[import-untyped]

from recovery_kb.text.characters import fold
from recovery_kb.text.reader import Reader
from recovery_kb.text.tables import table

_TABLE = table("english")
_WHOLE: dict[str, str] = _TABLE["whole"]
_IRREGULAR: dict[str, str] = _TABLE["irregular"]
_UNCUT = frozenset(_TABLE["uncut"].split())
_APART = frozenset(_TABLE["apart"].split())
_SPELLINGS: dict[str, str] = _TABLE["spellings"]
_BEGINNING = re.compile(f"^(?:{'|'.join(_SPELLINGS)})")

# Shorter words have no such ending: size, prize. From z to s needs no list of exceptions, the other way does (advise).
_Z = re.compile(r"(?<=\w{3}[iy])z(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)")
_PLURAL = re.compile(r"(?<=\w{2})(?:(?P<y>ies)|(?<=[sxz])es|(?<=[cs]h)es|(?<=o)es|(?<![sui])s)$")
_SINGULAR_SES = re.compile(r"[^s]ses$")


class English(Reader):
    """Reads English words. Needs no vocabulary: the endings are few."""

    def keys(self, word: str) -> tuple[str, ...]:
        """The singular, then the stem, which the word may share with verbs and adjectives of its family."""
        return keys(word)

    def forms(self, word: str) -> tuple[str, ...]:
        """The singular only: stems are too coarse for running text (participation and participant share one)."""
        return keys(word)[:1]


@lru_cache(maxsize=16384)
def keys(word: str) -> tuple[str, ...]:
    """Singular and stem of an English word."""
    base = singular(british(fold(word)))
    if not base:
        return ()
    stem = base if base in _APART | _UNCUT else _stem(base)
    return (base, stem) if stem != base else (base,)


def british(folded: str) -> str:
    """The British spelling, by which both are compared."""
    if folded in _WHOLE:
        return _WHOLE[folded]
    return _Z.sub("s", _BEGINNING.sub(lambda match: _SPELLINGS[match.group()], folded))


def singular(folded: str) -> str:
    """The base form of a plural; any other word as it is. A verb's -s goes too: it looks the same."""
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    if folded in _UNCUT or folded.endswith("ics"):
        return folded
    if _SINGULAR_SES.search(folded):
        return folded[:-1]
    return _PLURAL.sub(lambda match: "y" if match["y"] else "", folded)


_STEMMER = stemmer("english")


def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))
