"""The search is as good as it was: what it reaches on both sets of queries may not fall.

The floors lie a query or two below what was measured when they were set; `make relevance` shows the figures.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from relevance.measure import ABSENT, SETS, SLIP, Answer, answer, asking, figures, groups, id_of, read

FLOORS = {
    # set, group: recall@5, MRR@10
    ("queries", "en"): (0.78, 0.92),
    ("queries", "en slip"): (0.88, 1.0),
    ("queries", "he"): (0.9, 0.95),
    ("queries", "he slip"): (0.93, 0.93),
    ("queries", "nb"): (0.88, 0.94),
    ("queries", "nb slip"): (1.0, 1.0),
    ("kept_apart", "en"): (0.965, 0.92),
    ("kept_apart", "en slip"): (0.93, 1.0),
    ("kept_apart", "he"): (0.95, 0.95),
    ("kept_apart", "he slip"): (0.88, 0.89),
    ("kept_apart", "nb"): (0.98, 0.98),
    ("kept_apart", "nb slip"): (0.83, 1.0),
}


@pytest.fixture(scope="module")
def answers(site: Path) -> dict[str, list[Answer]]:
    """What the real site answers to every query."""

    def ask_all() -> dict[str, list[Answer]]:
        with asking(site) as ask:
            return {file.stem: [answer(query, ask) for query in read(file)] for file in SETS}

    # In a thread of its own: this one may have a browser open for other tests, and Playwright allows one a thread.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(ask_all).result()


def test_recall_and_rank_have_not_fallen(answers: dict[str, list[Answer]]) -> None:
    fallen = []
    for name, of in answers.items():
        for group, members in groups(of):
            if (name, group) in FLOORS:
                got = figures(members)
                recall, rank = FLOORS[name, group]
                if got.recall < recall or got.reciprocal_rank < rank:
                    fallen.append((name, group, got))
    assert fallen == []


def test_no_query_with_a_relevant_page_is_left_without_a_result(answers: dict[str, list[Answer]]) -> None:
    assert [one.query.text for of in answers.values() for one in of if one.query.relevant and not one.ids] == []


def test_absent_words_find_nothing_but_what_is_labelled_near(answers: dict[str, list[Answer]]) -> None:
    absent = [one for of in answers.values() for one in of if one.query.kind == ABSENT]
    assert [one.query.text for one in absent if not one.is_silent_on_absent] == []


def test_the_sets_are_as_large_as_they_should_be(site: Path) -> None:
    both = [query for file in SETS for query in read(file)]
    apart = read(SETS[1])
    assert len({(query.text, query.language) for query in both}) == len(both) >= 120
    assert sum(query.language == "he" for query in both) >= 60
    assert len(apart) * 3 >= len(both)
    assert {query.kind for query in both} >= {ABSENT, SLIP, "inflected", "compound", "acronym", "cross", "mixed"}
    pages = {id_of(str(file.parent)) for file in site.rglob("index.html")}
    assert {id_ for query in both for id_ in query.relevant} <= pages
