from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_support import cases, vocabulary

from recovery_kb.text import Analyser, LabelFinder, Mention, words

_GROUPS = cases("mentions.yml")
_CASES = [
    (number, sentence, [(text, tuple(ids.split())) for text, ids in found])
    for number, group in enumerate(_GROUPS)
    for sentence, found in group["found"]
]


def _finder(group: dict[str, Any]) -> LabelFinder:
    language = group["language"]
    labels = group["labels"]
    known = [] if group.get("bare") else list(vocabulary(language))
    known += [word.text for texts in labels.values() for text in texts for word in words(text, language)]
    return LabelFinder(labels, Analyser(language, known))


_FINDERS = [_finder(group) for group in _GROUPS]


@pytest.mark.parametrize(("number", "sentence", "expected"), _CASES, ids=[case[1] for case in _CASES])
def test_mentions(number: int, sentence: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = _FINDERS[number].find(sentence)
    assert [(sentence[mention.start : mention.end], mention.ids) for mention in found] == expected


def test_ids_come_in_the_order_of_the_labels() -> None:
    for order in (["b", "a"], ["a", "b"]):
        finder = LabelFinder({concept: ["recovery college"] for concept in order}, Analyser("en", []))
        assert finder.find("A recovery college.") == [Mention(tuple(order), 2, 18)]


def test_the_longest_mention_wins_wherever_it_begins() -> None:
    finder = LabelFinder({"short": ["a b"], "long": ["b c d"]}, Analyser("en", []))
    assert [mention.ids for mention in finder.find("a b c d")] == [("long",)]


def test_labels_without_words_find_nothing() -> None:
    finder = LabelFinder({"empty": ["", "—", "()"], "none": []}, Analyser("he", []))
    assert finder.find("— () החלמה") == []


_SNIPPETS = [
    "החלמה",
    "ה",
    "אישית",
    "IPS",
    "hope",
    "peer",
    "support",
    "-",
    " ",
    "\n",
    '"',
    "(",
    ")",
    "rus- og",
    "'s",
    "/ת",
]
any_text = st.lists(st.one_of(st.sampled_from(_SNIPPETS), st.text(max_size=5))).map("".join)


@given(any_text, st.sampled_from(range(len(_GROUPS))))
def test_offsets_hold_for_any_text(source: str, number: int) -> None:
    end = 0
    for mention in _FINDERS[number].find(source):
        assert end <= mention.start < mention.end <= len(source)
        assert mention.ids
        assert set(mention.ids) <= set(_GROUPS[number]["labels"])
        end = mention.end


@given(st.dictionaries(st.text(max_size=5), st.lists(any_text, max_size=3), max_size=3), any_text)
def test_any_label_can_be_looked_for(labels: dict[str, list[str]], source: str) -> None:
    for language in ("en", "nb", "he"):
        LabelFinder(labels, Analyser(language, source.split())).find(source)


@pytest.mark.parametrize("language", ["en", "nb", "he"])
def test_a_page_takes_little_time(language: str) -> None:
    group = next(group for group in _GROUPS if group["language"] == language)
    finder = _finder(group)
    page = " ".join((vocabulary(language) or ("recovery", "of", "people"))[:1000] * 334)[:7000]
    finder.find(page)
    begin = time.perf_counter()
    finder.find(page)
    # Takes some five milliseconds; the rest is for a busy machine.
    assert time.perf_counter() - begin < 0.2
