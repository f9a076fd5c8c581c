"""The known word a mistyped one was probably meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like `word`; empty where none is near."""
    return next(iter(difflib.get_close_matches(word, list(known), 1, 0.6)), "")
