"""The three languages are equals: every text of ours exists in each, with the same gaps to fill."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from recovery_kb.languages import DEFAULT, LANGUAGES
from recovery_kb.messages import catalogue
from recovery_kb.strings import section_titles, strings

OTHERS = [code for code in LANGUAGES if code != DEFAULT]
HEBREW = re.compile(r"[\u05d0-\u05ea]")
SAME_EVERYWHERE = {"licence-code", "and-others"}
"""Proper names, and the Latin that Norwegian APA style keeps."""


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_strings_have_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(strings(language)) == list(strings(DEFAULT))


@pytest.mark.parametrize("language", OTHERS)
def test_strings_are_translated(language: str) -> None:
    same = {key for key, value in strings(language).items() if value == strings(DEFAULT)[key]}
    assert {key for key in same if not key.startswith("kind")} <= SAME_EVERYWHERE
    if language == "he":
        assert [
            key for key, value in strings(language).items() if not HEBREW.search(value) and key != "licence-code"
        ] == []


@pytest.mark.parametrize("language", OTHERS)
def test_strings_have_the_same_gaps(language: str) -> None:
    for key, value in strings(language).items():
        assert gaps(value) == gaps(strings(DEFAULT)[key]), key


@pytest.mark.parametrize("language", OTHERS)
def test_messages_have_the_same_codes_in_the_same_order(language: str) -> None:
    assert list(catalogue(language)) == list(catalogue(DEFAULT))


@pytest.mark.parametrize("language", OTHERS)
def test_messages_are_translated_with_the_same_gaps(language: str) -> None:
    for code, text in catalogue(language).items():
        english = catalogue(DEFAULT)[code]
        assert gaps(text.message) == gaps(english.message), code
        assert gaps(text.cure) == gaps(english.cure), code
        assert text.message != english.message, code
        if language == "he":
            assert HEBREW.search(text.message), code
            assert HEBREW.search(text.cure), code


def test_no_two_sections_of_a_language_share_a_heading() -> None:
    for language in LANGUAGES:
        titles = [title.casefold() for title in section_titles(language).values()]
        assert len(set(titles)) == len(titles)
