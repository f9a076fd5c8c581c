"""Sorting by a language's own alphabet."""

from __future__ import annotations

import unicodedata

from recovery_kb.languages import LANGUAGES

SortKey = tuple[tuple[int, int], ...]

EQUAL = {"nb": {"ä": "æ", "ö": "ø", "ü": "y", "æ": "æ", "ø": "ø", "å": "å"}}
"""Foreign letters that Norwegian sorts with one of its own."""
FINALS = str.maketrans("ךםןףץ", "כמנפצ")


def sort_key(text: str, language: str) -> SortKey:
    """A key that sorts texts as readers of a language expect: its own letters, then other scripts.

    Signs and accents don't count, digits come first; Norwegian å is its last letter, and aa sorts with it.
    """
    alphabet = LANGUAGES[language].alphabet
    folded = text.casefold().translate(FINALS)
    if language == "nb":
        folded = folded.replace("aa", "å")
    ranks: list[tuple[int, int]] = []
    for letter in folded:
        rank = _rank(EQUAL.get(language, {}).get(letter, letter), alphabet)
        if rank:
            ranks.append(rank)
    return tuple(ranks)


def _rank(letter: str, alphabet: str) -> tuple[int, int] | None:
    if letter in alphabet:
        return 2, alphabet.index(letter)
    for part in unicodedata.normalize("NFD", letter):
        if part in alphabet:
            return 2, alphabet.index(part)
        if part.isdigit():
            return 1, ord(part)
        if part.isalpha():
            return 3, ord(part)
    return (0, 0) if letter.isspace() else None
