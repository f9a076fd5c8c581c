from __future__ import annotations

import time
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_support import analyser, cases, vocabulary

from recovery_kb.text import Analyser
from recovery_kb.text.characters import fold
from recovery_kb.text.hebrew import PARTICLES, candidates, readings

if TYPE_CHECKING:
    from collections.abc import Callable

_PAIRS = [
    (language, kind, one, other)
    for language, kinds in cases("words.yml").items()
    for kind, pairs in kinds.items()
    for one, other in pairs
]

anything = st.text(
    st.one_of(st.sampled_from("אבגדהוזחטיכלמנסעפצקרשתםןץףך'\"״/abcdeostz"), st.characters()), max_size=12
)


@cache
def _with_all_pairs(language: str) -> Analyser:
    """The analyser of a site that uses every word of the pairs."""
    pairs = chain.from_iterable(chain.from_iterable(cases("words.yml")[language].values()))
    return Analyser(language, [*vocabulary(language), *pairs])


@pytest.mark.parametrize("site", [analyser, _with_all_pairs], ids=["site", "all"])
@pytest.mark.parametrize(("language", "kind", "one", "other"), _PAIRS, ids=["-".join(pair) for pair in _PAIRS])
def test_pairs(site: Callable[[str], Analyser], language: str, kind: str, one: str, other: str) -> None:
    keys = site(language).keys
    if kind != "backed" or site is _with_all_pairs:
        assert bool(set(keys(one)) & set(keys(other))) == (kind != "different"), (keys(one), keys(other))


@pytest.mark.parametrize(
    ("language", "word", "first"),
    [
        ("he", "ולתקוותיהם", "תקוות"),
        ("he", "בהחלמה", "החלמה"),
        ("he", "לאנשי", "איש"),
        ("he", "השירותים", "שירות"),
        ("he", "שותפות", "שותפות"),
        ("he", "שלא", "לא"),
        ("nb", "erfaringskonsulentenes", "erfaringskonsulent"),
        ("nb", "muligheter", "mulighet"),
        ("nb", "kjem", "kommer"),
        ("en", "Priorities", "priority"),
        ("en", "organizations", "organisation"),
        ("en", "people's", "people's"),
    ],
)
def test_the_best_key_comes_first(language: str, word: str, first: str) -> None:
    best = analyser(language).keys(word)[0]
    assert best == analyser(language).forms(first)[0] or best == first


@pytest.mark.parametrize(("word", "rest"), [("כבד", "בד"), ("מגן", "גן"), ("שקן", "קן"), ("בצל", "צל")])
def test_what_may_be_a_word_of_its_own_stays_one(word: str, rest: str) -> None:
    found = Analyser("he", [word, rest]).keys(word)
    assert found[0] == fold(word)
    # Even where the article before the rest proves a noun.
    assert found[0] in Analyser("he", [word, rest, f"ה{rest}"]).keys(word)


def test_forms_are_stricter_than_keys() -> None:
    english = analyser("en")
    assert set(english.keys("participation")) & set(english.keys("participant"))
    assert not set(english.forms("participation")) & set(english.forms("participant"))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("recoveryorienterte", ("recovery", "orientert")),
        ("læringsnettverket", ("læring", "nettverk")),
        ("likepersonsarbeid", ("likeperson", "arbeid")),
        ("forskningsartiklene", ("forskning", "artikkel")),
        ("brukerens", ()),
        ("medborgerskap", ()),
        ("håpløs", ()),
        ("oppfølging", ()),
    ],
)
def test_compounds(word: str, parts: tuple[str, ...]) -> None:
    assert analyser("nb").parts(word) == parts


def test_a_label_is_narrower_than_a_text() -> None:
    hebrew = Analyser("he", ["שותפות", "שותפים", "שותף", "זכויות", "זכות"])
    assert set(hebrew.keys("שותפות")) & set(hebrew.keys("שותף"))
    assert not set(hebrew.citation("שותפות", bare=True)) & set(hebrew.keys("שותפים"))
    assert set(hebrew.citation("זכויות", bare=True)) & set(hebrew.keys("זכות"))


@pytest.mark.parametrize("word", ["לסלייד", "לסלאש", "ובבורסה"])
def test_without_backing_short_cuts_stay(word: str) -> None:
    keys = Analyser("he", []).keys(word)
    assert keys[0] == candidates(word)[0]
    assert set(keys) > {keys[0]}


def test_hebrew_keys_are_among_the_candidates() -> None:
    hebrew = analyser("he")
    for word in vocabulary("he"):
        assert set(hebrew.keys(word)) <= set(candidates(word)) or "/" in word, word


@given(anything)
def test_candidates_hold_the_keys_of_any_word(word: str) -> None:
    if "/" not in word and "." not in word:
        assert set(Analyser("he", [word]).keys(word)) <= set(candidates(word))
        assert set(analyser("he").keys(word)) <= set(candidates(word))


@given(anything)
def test_readings_are_legal(word: str) -> None:
    found = readings(word)
    assert found[0].particles == ""
    assert all(reading.particles in PARTICLES for reading in found)


@given(anything, st.sampled_from(["en", "nb", "he", "xx"]), st.lists(anything, max_size=5))
def test_any_word_can_be_analysed(word: str, language: str, known: list[str]) -> None:
    reader = Analyser(language, known)
    for keys in (
        reader.keys(word),
        reader.forms(word),
        reader.parts(word),
        reader.citation(word, bare=True),
        reader.citation(word, bare=False),
    ):
        assert all(keys)
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("language", ["en", "nb", "he", "xx"])
@pytest.mark.parametrize("word", ["", "'", "״", "\u05b0", "…"])
def test_signs_have_no_keys(language: str, word: str) -> None:
    assert analyser(language).keys(word) == () or word == "…"


def test_a_vocabulary_may_be_words_or_texts() -> None:
    for language in ("he", "nb"):
        page = Analyser(language, [" ".join(vocabulary(language))])
        assert all(page.keys(word) == analyser(language).keys(word) for word in vocabulary(language))


def test_a_language_nobody_taught_has_whole_words() -> None:
    assert Analyser("fi", []).keys("Toipuminen") == ("toipuminen",)


def test_the_order_of_the_vocabulary_does_not_matter() -> None:
    for language in ("he", "nb"):
        there, back = (Analyser(language, order) for order in (vocabulary(language), vocabulary(language)[::-1]))
        assert all(there.keys(word) == back.keys(word) for word in vocabulary(language))


def test_a_site_is_analysed_in_good_time() -> None:
    begin = time.perf_counter()
    for language in ("he", "nb"):
        reader = Analyser(language, vocabulary(language))
        for word in vocabulary(language):
            reader.keys(word)
    # Takes a tenth of a second; the rest is for a busy machine.
    assert time.perf_counter() - begin < 3
