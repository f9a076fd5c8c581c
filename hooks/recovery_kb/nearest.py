"""The known word a mistyped one was probably meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like `word`, letter case apart; empty where none is near."""
    folded = {one.casefold(): one for one in known}
    return next((folded[one] for one in difflib.get_close_matches(word.casefold(), folded, 1, 0.6)), "")
