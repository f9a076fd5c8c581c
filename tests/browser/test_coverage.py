"""The table of what is covered: its head stays in sight, and it scrolls by itself, also by keyboard."""

from __future__ import annotations

import pytest

from browser.conftest import DESKTOP, PHONE, Visit
from browser.places import PREFIXES

TABLE = ".kb-coverage"


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("size", [(320, 700), PHONE, DESKTOP], ids=["320", "390", "1280"])
def test_the_page_itself_does_not_scroll_sideways(visit: Visit, size: tuple[int, int], language: str) -> None:
    page = visit(size).open(f"{PREFIXES[language]}coverage/")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    # Nothing that is out of sight in the table makes the page longer.
    assert page.evaluate(
        "document.documentElement.scrollHeight - document.querySelector('.kb-footer').getBoundingClientRect().bottom"
        " - scrollY"
    ) == pytest.approx(0, abs=1)


@pytest.mark.parametrize("language", PREFIXES)
def test_it_scrolls_by_keyboard_and_its_heads_stay(visit: Visit, language: str) -> None:
    page = visit(PHONE).open(f"{PREFIXES[language]}coverage/")
    table = page.locator(TABLE)
    table.focus()
    assert table.evaluate("e => getComputedStyle(e).outlineStyle") != "none" or table.evaluate(
        "e => !e.matches(':focus-visible')"
    )
    for _ in range(50):
        page.keyboard.press("ArrowLeft" if language == "he" else "ArrowRight")
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(20)
        if table.evaluate("e => Math.abs(e.scrollLeft) > 60 && e.scrollTop > 60"):
            break
    else:
        pytest.fail("the table does not scroll by keyboard")
    offsets = table.evaluate(
        """e => {
          const table = e.getBoundingClientRect(), rtl = document.documentElement.dir === "rtl";
          const head = e.querySelector("thead th:nth-child(3)").getBoundingClientRect();
          const name = e.querySelector("tbody tr:nth-child(5) th").getBoundingClientRect();
          return [head.top - table.top, rtl ? table.right - name.right : name.left - table.left];
        }"""
    )
    assert all(0 <= offset <= 2 for offset in offsets), offsets


@pytest.mark.parametrize("language", PREFIXES)
def test_the_table_says_what_its_cells_are(visit: Visit, language: str) -> None:
    page = visit(DESKTOP).open(f"{PREFIXES[language]}coverage/")
    assert page.locator(f"{TABLE} caption").text_content()
    scopes = page.locator(f"{TABLE} th").evaluate_all("all => all.map(e => e.scope)")
    assert set(scopes) == {"col", "row", "rowgroup"}
    # A number in words, and a thing to write that names its kind and concept.
    words = page.locator(f"{TABLE} td .kb-hidden").first
    assert words.text_content()
    links = page.locator(f"{TABLE} .kb-coverage__write")
    names = links.evaluate_all("all => all.map(e => e.textContent.trim())")
    assert len(set(names)) == len(names) > 50
    boxes = links.evaluate_all("all => all.map(e => e.getBoundingClientRect()).map(b => Math.min(b.width, b.height))")
    assert min(boxes) >= 24


def test_focus_is_not_hidden_behind_the_heads(visit: Visit) -> None:
    page = visit(PHONE).open("coverage/")
    links = page.locator(f"{TABLE} .kb-coverage__write")
    links.nth(60).focus()
    for number in (59, 58, 57, 40, 20):
        links.nth(number).focus()
        shown = links.nth(number).evaluate(
            "e => { const b = e.getBoundingClientRect();"
            " return e.contains(document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)); }"
        )
        assert shown, number
