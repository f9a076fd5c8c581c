"""Each language's own alphabet."""

from __future__ import annotations

from random import Random

import pytest

from recovery_kb.collation import sort_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["Alta", "Zebra", "Ægir", "Ørland", "Ås", "Aasen"]),
        ("nb", ["Engasjement", "Étude", "Evaluering"]),
        ("nb", ["hap", "hav", "håp"]),
        ("en", ["Ångström", "apple", "Zebra"]),
        ("en", ["7 steps", "alpha", "beta"]),
        ("he", ["אדם", "החלמה", "כף", "כפות", "תקווה"]),
        ("he", ["שיקום", "תקווה", "CHIME", "WRAP"]),
        ("he", ["דרך", "דרכים", "מים", "מין", "מינים"]),
        ("he", ["שָׁלוֹם", "שלומות", "שָׁלוֹמִי"]),
        ("nb", ["Ibsen", "Ärger", "Ödegård", "Aas"]),
        ("nb", ["zebra", "æ", "ø", "å", "привет", "שלום"]),
        ("en", ["2", "a", "b", "ø", "ж", "ש"]),
    ],
)
def test_order(language: str, words: list[str]) -> None:
    shuffled = Random(7).sample(words, len(words))
    assert sorted(shuffled, key=lambda word: sort_key(word, language)) == words


def test_marks_and_quotes_do_not_count() -> None:
    assert sort_key("«Recovery»", "nb") == sort_key("recovery", "nb")
    assert sort_key("״החלמה״", "he") == sort_key("החלמה", "he")
