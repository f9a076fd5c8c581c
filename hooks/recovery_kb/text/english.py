"""English words: the singular of a noun, one spelling of two, and the Snowball stem for search."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

# The package brings no types.
from snowballstemmer import stemmer  # type: ignore[import-untyped]

from recovery_kb.text.characters import fold, unaccent
from recovery_kb.text.reader import Reader
from recovery_kb.text.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TABLE = table("english")
_WHOLE: dict[str, str] = _TABLE["whole"]
_IRREGULAR: dict[str, str] = _TABLE["irregular"]
_UNCUT = frozenset(_TABLE["uncut"].split())
_APART = frozenset(_TABLE["apart"].split())
_SPELLINGS: dict[str, str] = _TABLE["spellings"]
_STRONG: dict[str, list[str]] = {}
for _base, _forms in _TABLE["strong"].items():
    for _form in _forms.split():
        _STRONG.setdefault(_form, []).append(_base)
_NO_SUPERLATIVE = frozenset(_TABLE["no_superlative"].split())
_BEGINNING = re.compile(f"^(?:{'|'.join(_SPELLINGS)})")

# Shorter words have no such ending: size, prize. From z to s needs no list of exceptions, the other way does (advise).
_Z = re.compile(r"(?<=\w{3}[iy])z(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)")
_PLURAL = re.compile(r"(?<=\w{2})(?:(?P<y>ies)|(?<=[sxz])es|(?<=[cs]h)es|(?<=o)es|(?<![sui])s)$")
_SINGULAR_SES = re.compile(r"[^s]ses$")
_PLURAL_SES = re.compile(r"(?<=\w[aiu]s)es$")

# Greek ae and oe, which Americans write e; -oes and -ael are other endings (goes, Michael).
_GREEK = re.compile(r"(?:ae(?=[bcdgmnst])|oe(?=[bcdmnst]))(?=\w{2})")
_SUPERLATIVE = re.compile(r"(?<=\w{3})(?:(?P<y>i)|(?P<doubled>[bdgmnpt])(?P=doubled))?est$")
_FULL = re.compile("(?<=ful)(?:ly|ness)$")


class English(Reader):
    """Reads English words. Needs a vocabulary for superlatives only: the other endings are few."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        """Takes the words as they are written, in any order, repeated or not."""
        self._known = {fold(word) for word in vocabulary}

    def keys(self, word: str) -> tuple[str, ...]:
        """The singular, then the stem, which the word may share with verbs and adjectives of its family.

        Before the stem stands what is nearer: carefully is of careful, and only then of care.
        """
        base, *stem = keys(word) or ("",)
        if not base:
            return ()
        full = keys(_FULL.sub("", base))[:1]
        further = [key for other in self._others(fold(word), base) for key in keys(other)]
        return tuple(dict.fromkeys((base, *full, *stem, *further)))

    def forms(self, word: str) -> tuple[str, ...]:
        """The singular only: stems are too coarse for running text (participation and participant share one)."""
        return keys(word)[:1]

    def roots(self, word: str) -> tuple[str, ...]:
        """What a word in -ful is made of, to which it is only near: who asks for careful does not want care."""
        base, *stem = keys(word) or ("",)
        return tuple(stem) if _FULL.sub("", base).endswith("ful") else ()

    def _others(self, folded: str, base: str) -> Iterator[str]:
        """Other words that a word may be a form or a spelling of."""
        yield from _STRONG.get(folded, ())
        yield _PLURAL_SES.sub("", folded)
        yield unaccent(base)
        yield _GREEK.sub("e", base)
        yield from (positive for positive in positives(folded) if positive in self._known)


@lru_cache(maxsize=16384)
def keys(word: str) -> tuple[str, ...]:
    """Singular and stem of an English word."""
    base = singular(british(fold(word)))
    if not base:
        return ()
    stem = base if base in _APART | _UNCUT else _stem(base)
    return (base, stem) if stem != base else (base,)


def positives(folded: str) -> Iterator[str]:
    """The adjectives that a superlative may be of: loneliest, safest, biggest."""
    match = _SUPERLATIVE.search(folded)
    if match is None or folded in _NO_SUPERLATIVE:
        return
    stem = folded[: match.start()]
    if match["y"]:
        yield f"{stem}y"
    elif match["doubled"]:
        yield stem + match["doubled"]
    else:
        yield from (stem, f"{stem}e")


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
