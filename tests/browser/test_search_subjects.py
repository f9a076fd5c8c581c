"""What a query is about leads on: names in other languages, parts of names, who wrote, and what stands beside."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import Visit

SEARCH = "([query, language]) => window.kb.search(query, {language})"


@pytest.fixture
def page(visit: Visit) -> Page:
    """Any page of the site: search can be asked from all of them."""
    return visit().open("about/")


def reasons(page: Page, query: str, language: str) -> dict[str, str]:
    """Why each page was found, by its id, the best first."""
    return {one["url"].rstrip("/").rpartition("/")[2]: one["how"] for one in page.evaluate(SEARCH, [query, language])}


@pytest.mark.parametrize("language", ["en", "nb", "he"])
def test_who_wrote_what_is_summarised_is_found_by_the_full_name(page: Page, language: str) -> None:
    # References have initials only: Slade, M.
    found = reasons(page, "Mike Slade", language)
    assert {found[id_] for id_ in ("leamy2011", "slade2014", "slade2015refocus", "leboutillier2015")} == {"word"}


def test_a_name_from_another_language_is_looked_for_as_the_reader_calls_it(page: Page) -> None:
    # The report is not tagged with the concept, but it has the words "co-production".
    assert reasons(page, "samskaping", "en")["framework-imroc-ten-challenges"] == "concept"


def test_the_page_of_a_concept_that_most_of_a_query_names_is_no_near_miss(page: Page) -> None:
    found = reasons(page, "ROP-pasienter", "nb")
    assert found["substance-use"] == "concept"
    assert found["jorgensen2022"] == "near"


def test_beside_a_slip_of_a_name_stand_related_concepts(page: Page) -> None:
    found = reasons(page, "coproducton", "en")
    assert next(iter(found)) == "co-production"
    assert {found["co-production"], found["imroc-7"]} == {"near"}


def test_the_concept_that_the_best_summary_is_about_is_offered(page: Page) -> None:
    assert reasons(page, "סטודנט/ית", "he") == {"tool-supported-education": "word", "supported-education": "near"}


@pytest.mark.parametrize(
    ("query", "language", "wanted"),
    [
        ("empovermnt", "en", "chime-empowerment"),  # two slips in a long word
        ("erfarigskonsulnt", "nb", "peer-support-worker"),
        ("כבקולקטיביסטיות", "he", "leamy2011"),  # particles that can't stand together
    ],
)
def test_what_is_mistyped_twice_is_near(page: Page, query: str, language: str, wanted: str) -> None:
    assert reasons(page, query, language)[wanted] == "near"


def test_an_acronym_is_found_where_only_its_plural_stands(page: Page) -> None:
    assert reasons(page, "מתנ''ס", "he")["conference-ispra-2012"] == "word"


def test_the_script_of_a_query_decides_in_which_languages_it_is_looked_for(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.evaluate(SEARCH, ["פסוריאזיס", "nb"]) is not None
    assert any("/search/he/" in url for url in asked)
    assert not any("/search/en/" in url for url in asked)


def test_what_is_shown_beside_loads_no_more_of_the_index(page: Page, site: Path) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if "/index/" in request.url else None)
    assert "near" in reasons(page, "סטודנט/ית", "he").values()
    assert len(set(loaded)) <= 2 < len(list((site / "assets/search/he/index").iterdir()))
