from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_support import cases

from recovery_kb.text import words
from recovery_kb.text.words import spellings

_CASES = [(language, case) for language, rows in cases("tokens.yml").items() for case in rows]

text = st.text(st.one_of(st.sampled_from("אבהושתםן ־-/.'\"״׳’”( )ae's\u05b4\n"), st.characters()))


@pytest.mark.parametrize(("language", "case"), _CASES, ids=[case["text"] for _, case in _CASES])
def test_words(language: str, case: dict[str, object]) -> None:
    assert [word.text for word in words(str(case["text"]), language)] == case["words"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("מתמודד", ("מתמודד",)),
        ("מתמודד/ת", ("מתמודד", "מתמודדת")),
        ("מתמודד.ת", ("מתמודד", "מתמודדת")),
        ("מתמודדים/ות", ("מתמודדים", "מתמודדות")),
        ("מומחה/ית", ("מומחה", "מומחית")),
        ("עמית/ה", ("עמית", "עמיתה")),
        ("and/or", ("and/or",)),
    ],
)
def test_spellings(written: str, expected: tuple[str, ...]) -> None:
    assert spellings(written) == expected


@given(text, st.sampled_from(["en", "nb", "he", "xx"]))
def test_offsets_hold_for_any_text(source: str, language: str) -> None:
    end = 0
    for word in words(source, language):
        assert end <= word.start < word.end <= len(source)
        assert word.text == source[word.start : word.end]
        assert any(character.isalnum() for character in word.text)
        end = word.end


@given(text)
def test_no_letter_is_lost(source: str) -> None:
    covered = {at for word in words(source, "nb") for at in range(word.start, word.end)}
    assert all(at in covered for at, character in enumerate(source) if character.isalnum())
