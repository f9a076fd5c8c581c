"""Large letters and wide spacing make pages longer, never wider (WCAG 1.4.4, 1.4.10, 1.4.12)."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.places import EVERY, PREFIXES

LARGE = "html { font-size: 200% !important }"
SPACED = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
"""
WORD = {"en": "evidence", "nb": "kunnskapsgrunnlag", "he": "תקווה"}
CASES = [
    pytest.param(640, LARGE, id="640-large"),
    pytest.param(320, LARGE, id="320-large"),
    pytest.param(320, SPACED, id="320-spaced"),
]


def is_wider(page: Page, style: str) -> list[str]:
    """What reaches past the window once the reader's own style is in force; empty where nothing does."""
    found: list[str] = page.evaluate(
        """style => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(style);
            document.adoptedStyleSheets = [sheet];
            if (document.documentElement.scrollWidth <= innerWidth) return [];
            const wide = [...document.querySelectorAll("body *")].filter(element => {
                const { left, right } = element.getBoundingClientRect();
                return (left < -1 || right > innerWidth + 1) && !element.closest(".kb-scroll, pre");
            });
            return ["wider than the window", ...wide.map(element => element.outerHTML.slice(0, 100))];
        }""",
        style,
    )
    return found


@pytest.mark.parametrize(("width", "style"), CASES)
@pytest.mark.parametrize("language", PREFIXES)
def test_no_type_of_page_scrolls_sideways(visit: Visit, language: str, width: int, style: str) -> None:
    watched = visit((width, 800))
    paths = [path for _, code, path in EVERY if code == language] + ["404.html"]
    found = {path: is_wider(watched.open(path), style) for path in paths}
    assert {path: wide for path, wide in found.items() if wide} == {}


@pytest.mark.parametrize(("width", "style"), CASES)
@pytest.mark.parametrize("language", PREFIXES)
def test_results_do_not_scroll_sideways(visit: Visit, language: str, width: int, style: str) -> None:
    page = visit((width, 800)).open(f"{PREFIXES[language]}search/?q={quote(WORD[language])}")
    expect(page.locator("[data-kb-result]").first).to_be_visible()
    assert is_wider(page, style) == []


@pytest.mark.parametrize("language", PREFIXES)
def test_large_letters_leave_room_for_words(visit: Visit, language: str) -> None:
    """Columns stand side by side only where each has room for what the reader has made larger."""
    watched = visit((1280, 900))
    for path in [path for _, code, path in EVERY if code == language]:
        page = watched.open(path)
        assert is_wider(page, LARGE) == [], path
        widths = page.locator(".kb-page > *").evaluate_all(
            "all => all.filter(one => one.checkVisibility() && !one.matches('dialog'))"
            ".map(one => one.getBoundingClientRect().width)"
        )
        assert min(widths) >= 12 * 32, path


def test_a_wide_page_would_be_found(visit: Visit) -> None:
    page = visit((320, 800)).open("about/")
    page.evaluate("document.querySelector('h1').textContent = 'x'.repeat(200)")
    assert is_wider(page, "h1 { overflow-wrap: normal }")
