"""How long a text takes to read."""

from __future__ import annotations

import pytest

from recovery_kb.languages import LANGUAGES
from recovery_kb.text.reading_time import WORDS_A_MINUTE, reading_minutes, words_in


def test_every_language_has_a_rate_in_the_range_that_studies_found() -> None:
    assert set(WORDS_A_MINUTE) == set(LANGUAGES)
    # Brysbaert (2019): most adults, English non-fiction; the others in proportion to what they read aloud.
    assert all(175 <= rate <= 300 for rate in WORDS_A_MINUTE.values())
    assert WORDS_A_MINUTE["nb"] == round(238 * 204 / 228)
    assert WORDS_A_MINUTE["he"] == round(238 * 187 / 228)


def test_words_are_counted_as_the_studies_do() -> None:
    assert words_in("Recovery-oriented practice – what it is (2015).") == 6
    assert words_in("תכנית החלמה, צה״ל · –") == 3
    assert words_in("") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_are_rounded_and_never_none(language: str) -> None:
    rate = WORDS_A_MINUTE[language]
    assert reading_minutes("", language) == 1
    assert reading_minutes("word " * rate, language) == 1
    assert reading_minutes("word " * int(rate * 2.49), language) == 2
    assert reading_minutes("word " * int(rate * 2.5 + 1), language) == 3
