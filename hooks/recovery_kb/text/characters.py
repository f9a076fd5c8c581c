"""What single characters mean: which are refused, which are the same sign, which only decorate a letter."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAQAF = "\u05be"
"""The Hebrew hyphen."""

HYPHENS = "-\u2010\u2011" + MAQAF
"""Signs that join two words into one expression; a dash (– —) parts them instead."""

GERESH = "'\u2018\u2019\u201b\u05f3"
"""Signs in use for geresh (ג׳) and for the apostrophe."""

GERSHAYIM = '"\u201c\u201d\u201e\u201f\u05f4'
"""Signs in use for gershayim (סל״ד) and for the double quote. Two of GERESH in a row mean the same."""

# Sof pasuq, paseq and nun hafukha stand in the same block but are signs of their own, not marks on a letter.
MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e\u20d0-\u20f0\ufe20-\ufe2f"
"""Inside of a character class: combining marks, Hebrew points and cantillation among them."""

HEBREW = "\u05d0-\u05ea\u05ef-\u05f2\ufb1d\ufb1f-\ufb28\ufb2a-\ufb4f"
"""Inside of a character class: Hebrew letters, composed ones included."""

_FINALS = str.maketrans("ךםןףץ", "כמנפצ")
_DIGRAPHS = str.maketrans({"\u05f0": "וו", "\u05f1": "וי", "\u05f2": "יי"})
_QUOTES = str.maketrans(dict.fromkeys(GERESH, "׳") | dict.fromkeys(GERSHAYIM, "״"))
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e]+")

# Refused, because a reader can't see them and they change how text is shown, searched or compared:
# - control characters (Cc) but tab, line feed and carriage return;
# - format characters (Cf) but LRM and RLM, which Hebrew writers need beside Latin words. So refused are the soft
#   hyphen, zero-width space, word joiner, BOM and all bidirectional embeddings and isolates; the zero-width
#   joiner and non-joiner too, as no script of this site needs them and between Latin letters they split a word
#   unseen. The price is that joined emoji are refused;
# - U+2028 and U+2029, at which some editors count a new line and others don't;
# - U+FFFD, lone surrogates and private-use characters: what broken encoding and symbol fonts leave behind.
_FORBIDDEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200d\u2028-\u202e\u2060-\u2064\u2066-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb\ufffd"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Offset and character of all that may not stand in a text, in order. Raises nothing."""
    for match in _FORBIDDEN.finditer(text):
        yield match.start(), match.group()


def character_name(character: str) -> str:
    """A character's number and name: `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def unpoint(text: str) -> str:
    """Text without niqqud and cantillation. Maqaf stays."""
    return _POINTS.sub("", text)


def unify_quotes(text: str) -> str:
    """Every sign for geresh as ׳ and every sign for gershayim as ״, two single ones included."""
    return text.translate(_QUOTES).replace("׳׳", "״")


def fold_finals(text: str) -> str:
    """Hebrew final letters as ordinary ones. For keys only: it is wrong to the eye."""
    return text.translate(_FINALS)


def fold(word: str) -> str:
    """A word as keys compare it: compatible forms made one, small, without points, quote marks, final letters.

    Any string is accepted. Accents stay (å, é): they tell words apart in Norwegian.
    """
    plain = unicodedata.normalize("NFKC", unpoint(unicodedata.normalize("NFKC", word)).lower())
    return fold_finals(unify_quotes(plain.translate(_DIGRAPHS)).replace("׳", "").replace("״", ""))


_LATIN_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u0309\u030b-\u036f]+")
"""Marks above and below Latin letters; the ring stays, as å is a letter of its own."""


def unaccent(folded: str) -> str:
    """A folded word as those write it who leave accents out (café, cafe). Not for words that accents tell apart."""
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFC", _LATIN_ACCENTS.sub("", unicodedata.normalize("NFD", folded)))
