"""Walks by keyboard through every type of page: everything is reached, in order, seen, large enough and left again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import DESKTOP, PHONE, Visit
from browser.places import PREFIXES, TYPES

WALK = Path(__file__).parent / "walk.js"
KINDS = ("home", "list", "concept", "wheel", "scheme", "concepts", "coverage", "search", "found", "guide")
WORD = {"en": "hope", "nb": "håp", "he": "תקווה"}
PATHS = {**TYPES, "search": "search/", "found": "search/?q="}

CASES = [
    pytest.param("en", DESKTOP, "light", id="en-1280-light"),
    pytest.param("nb", PHONE, "dark", id="nb-390-dark"),
    pytest.param("he", DESKTOP, "dark", id="he-1280-dark"),
    pytest.param("he", PHONE, "light", id="he-390-light", marks=pytest.mark.audit),
    pytest.param("nb", DESKTOP, "light", id="nb-1280-light", marks=pytest.mark.audit),
    pytest.param("en", PHONE, "dark", id="en-390-dark", marks=pytest.mark.audit),
]
MOST = 1000
"""More stops than any page has: a walk as long as this goes in circles."""

Stop = dict[str, Any]
Open = Callable[..., Page]


@pytest.fixture
def open_page(visit: Visit) -> Open:
    """Opens a page of a type, ready for a walk."""

    def start(kind: str, language: str, size: tuple[int, int] = DESKTOP, scheme: str = "light") -> Page:
        watched = visit(size, scheme=scheme)
        watched.page.add_init_script(path=WALK)
        word = quote(WORD[language]) if kind == "found" else ""
        page = watched.open("404.html" if kind == "wrong" else PREFIXES[language] + PATHS[kind] + word)
        if kind == "found":
            expect(page.locator("#kb-found [data-kb-result]").first).to_be_visible()
        return page

    return start


def walked(page: Page, key: str = "Tab") -> list[Stop]:
    """Every stop from the page's beginning until the focus leaves it."""
    stops: list[Stop] = []
    while len(stops) < MOST:
        page.keyboard.press(key)
        stop = page.evaluate("walk.here()")
        if stop is None:
            return stops
        stops.append(stop)
    pytest.fail(f"no way out: {[stop['what'] for stop in stops[-3:]]}")


def assert_good(page: Page, stops: list[Stop]) -> None:
    """Everything that can have the focus has had it, once, in the page's order, and every time it could be seen."""
    names = page.evaluate("walk.names()")
    numbers = [stop["number"] for stop in stops if stop["number"] >= 0]
    twice = [name for place, name in enumerate(names) if numbers.count(place) != 1]
    assert numbers == list(range(len(names))), twice
    for stop in stops:
        assert stop["shown"], stop
        assert stop["seen"], stop
        assert stop["thickness"] >= 2, stop
        assert stop["contrast"] >= 3, stop
    assert page.evaluate('document.querySelectorAll(\'[tabindex]:not([tabindex="0"], [tabindex="-1"])\').length') == 0
    assert page.evaluate("walk.backwards()") == []
    assert page.evaluate("walk.small()") == []


def assert_laid_out(page: Page, *, has_header: bool = True) -> None:
    """Landmarks in order and told apart by name; headings without a gap, the page's own first."""
    landmarks = [tuple(one) for one in page.evaluate("walk.landmarks()")]
    roles = [role for role, _ in landmarks]
    if has_header:
        frame = [role for role in roles if role in {"banner", "main", "contentinfo"}]
        assert frame == ["banner", "main", "contentinfo"]
    else:
        assert roles[0] == "main"
        assert roles.count("main") == 1
    named = [one for one in landmarks if one[0] in {"navigation", "search"}]
    assert all(name for _, name in named), landmarks
    assert len(set(named)) == len(named), landmarks
    levels = page.evaluate("walk.headings()")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(two <= one + 1 for one, two in pairwise(levels)), levels


@pytest.mark.parametrize(("language", "size", "scheme"), CASES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_walk_reaches_everything_in_order_and_in_sight(
    open_page: Open, kind: str, language: str, size: tuple[int, int], scheme: str
) -> None:
    page = open_page(kind, language, size, scheme)
    stops = walked(page)
    assert_good(page, stops)
    assert_laid_out(page)
    # The first stop leads past what every page begins with.
    assert "kb-skip" in stops[0]["what"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("walk.isWithin('#kb-main')")
    # And back again the same way.
    numbers = [page.evaluate("walk.here().number")]
    while numbers[-1]:
        page.keyboard.press("Shift+Tab")
        numbers.append(page.evaluate("walk.here().number"))
    passed = [number for number in numbers if number >= 0]
    assert passed == list(range(passed[0], -1, -1))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390", "1280"])
def test_a_walk_through_the_page_for_wrong_addresses(open_page: Open, size: tuple[int, int], scheme: str) -> None:
    page = open_page("wrong", "en", size, scheme)
    assert_good(page, walked(page))
    # Nothing stands before its content, so there is nothing to skip.
    assert_laid_out(page, has_header=False)


@pytest.mark.parametrize("language", PREFIXES)
def test_every_part_of_a_figure_is_a_stop(open_page: Open, language: str) -> None:
    page = open_page("wheel", language)
    parts = page.locator(".kb-figure a").count()
    assert parts == 6
    stops = [stop["what"] for stop in walked(page) if "kb-figure__" in stop["what"]]
    assert len(stops) == len(set(stops)) == parts


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("kind", ["home", "coverage", "found"])
def test_escape_closes_what_opens_and_gives_the_focus_back(open_page: Open, kind: str, language: str) -> None:
    page = open_page(kind, language, PHONE)
    openers = page.locator(".kb-disclose:visible")
    assert openers.count() >= 1
    for opener in openers.all():
        opened = page.locator(f"#{opener.get_attribute('aria-controls')}")
        opener.focus()
        page.keyboard.press("Enter")
        expect(opened).to_be_visible()
        expect(opener).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Tab")
        assert opened.evaluate("element => element.contains(document.activeElement)")
        page.keyboard.press("Escape")
        expect(opened).to_be_hidden()
        expect(opener).to_be_focused()
        expect(opener).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("walk.small()") == []


@pytest.mark.parametrize("language", PREFIXES)
def test_the_box_for_searching_keeps_the_focus_until_it_is_closed(open_page: Open, language: str) -> None:
    page = open_page("coverage", language)
    page.locator("[data-kb-search]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kb-box")).to_be_visible()
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("walk.isWithin('#kb-box') || document.activeElement === document.body")
    page.keyboard.press("Escape")
    expect(page.locator("#kb-box")).to_be_hidden()
    expect(page.locator("[data-kb-search]")).to_be_focused()


def test_a_bad_page_would_be_found(open_page: Open) -> None:
    page = open_page("guide", "en")
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`
                .kb-footer__rights a { outline: 3px solid rgb(20, 80, 90) !important }
                .kb-footer__links { display: flex; flex-direction: row-reverse }
                .kb-footer__acts a { display: block; min-block-size: 10px !important; block-size: 10px; font-size: 5px }
            `);
            document.adoptedStyleSheets = [sheet];
            document.querySelector(".kb-brand").tabIndex = 5;
        }"""
    )
    stops = walked(page)
    assert min(stop["contrast"] for stop in stops) < 3
    assert page.evaluate("walk.backwards().length") > 0
    assert page.evaluate("walk.small().length") > 0
    with pytest.raises(AssertionError):
        assert_good(page, stops)
