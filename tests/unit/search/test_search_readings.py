"""The tables that the browser's analysis is tested by, as far as Python knows of them."""

from __future__ import annotations

import pytest

from readings_support import READINGS, analyser, is_word, of_readings

LANGUAGES = list(READINGS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_absent_and_unseen_words_are_not_in_the_lexicon(language: str) -> None:
    rows, entries = READINGS[language], of_readings(language)
    unseen = [
        form for kind in ("unseen", "lost", "typed") for forms in rows.get(kind, {}).values() for form in forms.split()
    ]
    listed = [*rows["absent"].split(), *rows.get("homographs", "").split(), *unseen, *rows.get("compounds", ())]
    assert [word for word in listed if is_word(word, entries)] == []
    assert [base for base in rows["unseen"] if not is_word(base, entries)] == []


@pytest.mark.parametrize("row", READINGS["he"]["alike"], ids=lambda row: row[0])
def test_ways_to_write_a_word_share_a_key(row: list[str]) -> None:
    keys = analyser("he").keys
    assert all(set(keys(row[0])) & set(keys(other)) for other in row)


@pytest.mark.parametrize(("written", "meant"), READINGS["he"]["both"].items())
def test_a_form_for_both_genders_shares_a_key_with_both(written: str, meant: list[str]) -> None:
    keys = analyser("he").keys
    assert all(set(keys(written)) & set(keys(word)) for word in meant)
