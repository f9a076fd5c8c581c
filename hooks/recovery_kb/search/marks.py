"""How analysed keys travel inside an index: beside the words of a page, in letters that no text here uses.

Pagefind splits what stands between two spaces at ASCII punctuation and gives every part the position of the whole.
So `להחלמה^ξהחלמהω` is found by its key, and an excerpt is right again once everything from `^ξ` to `ω` is cut out.
This is no documented behaviour: the version is pinned, and a test looks at a marked word in an excerpt.
"""

from __future__ import annotations

import unicodedata

BEGIN = "ξ"
END = "ω"
"""Ends a key, so that a search for one does not run on into longer ones."""

POSSIBLE = "ψψψ"
"""Follows a key that a word only may have. A search for a key runs on into this, at a discount by its length."""

# Pagefind would part digits from letters, and take å for a.
_DIGITS = str.maketrans("0123456789", "αβγδεζηθικ")
_MARK = "ν"


def encoded(key: str) -> str:
    """A key as the index holds it."""
    parts = unicodedata.normalize("NFD", key).translate(_DIGITS)
    safe = (_MARK if unicodedata.combining(sign) else sign for sign in parts)
    return BEGIN + "".join(sign for sign in safe if sign.isalnum()) + END


def mark(key: str, *, is_certain: bool = True) -> str:
    """What is written behind a word that has a key."""
    return f"^{encoded(key)}{'' if is_certain else POSSIBLE}"
