"""Mixed directions: what stands where on the glass, by the places of single letters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from browser.conftest import Visit

RECTANGLES = """
(element) => {
    const found = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let run = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        run++;
        for (let place = 0; place < node.data.length; place++) {
            const range = document.createRange();
            range.setStart(node, place);
            range.setEnd(node, place + 1);
            const box = range.getClientRects()[0];
            if (box && box.width > 0) {
                found.push({run, sign: node.data[place], x: box.x + box.width / 2, line: Math.round(box.bottom)});
            }
        }
    }
    return found;
}
"""

HEBREW = "he/summaries/leboutillier2015/"


def letters(page: Page, selector: str, number: int = 0) -> list[dict[str, float | str]]:
    """Every visible sign of an element in logical order, with the middle of its box."""
    return list(page.locator(selector).nth(number).evaluate(RECTANGLES))


def is_in_order(signs: list[dict[str, float | str]], *, rightwards: bool) -> bool:
    """Whether signs that follow one another in a line stand in reading order."""
    for one, two in pairwise(signs):
        if abs(float(one["line"]) - float(two["line"])) < 6:
            step = float(two["x"]) - float(one["x"])
            if (step < -0.5) if rightwards else (step > 0.5):
                return False
    return True


def test_an_english_reference_on_a_hebrew_page_reads_from_left_to_right(visit: Visit) -> None:
    page = visit().open(HEBREW)
    references = page.locator("li[id^='ref-'][dir='ltr']")
    assert references.count() >= 3
    for number in range(references.count()):
        signs = letters(page, "li[id^='ref-'][dir='ltr']", number)
        assert is_in_order(signs, rightwards=True), "".join(str(sign["sign"]) for sign in signs)


def test_a_hebrew_reference_on_an_english_page_reads_from_right_to_left(visit: Visit) -> None:
    page = visit().open("summaries/conference-ispra-2012/")
    signs = letters(page, "main :is(p, div, li, blockquote)[lang='he'][dir='rtl']")
    hebrew = [sign for sign in signs if "\u05d0" <= str(sign["sign"]) <= "\u05ea"]
    assert len(hebrew) > 10
    assert is_in_order(hebrew, rightwards=False)


def test_citations_in_hebrew_text_stand_inside_their_parentheses(visit: Visit) -> None:
    page = visit().open(HEBREW)
    citations = page.locator("article p bdi[lang='en'], article li bdi[lang='en']")
    assert citations.count() >= 3
    around = citations.evaluate_all(
        """(all) => all.map((element) => {
            const before = element.previousSibling, after = element.nextSibling;
            const box = (node, place) => {
                const range = document.createRange();
                range.setStart(node, place);
                range.setEnd(node, place + 1);
                return range.getClientRects()[0];
            };
            if (!before || before.nodeType !== 3 || !before.data.endsWith('(')) return null;
            if (!after || after.nodeType !== 3 || !after.data.startsWith(')')) return null;
            const open = box(before, before.data.length - 1), close = box(after, 0);
            const lines = element.getClientRects();
            return {open: open.x, close: close.x, left: lines[0].left, right: lines[0].right,
                    lines: lines.length, same: Math.abs(open.bottom - close.bottom) < 4};
        }).filter((found) => found && found.lines === 1 && found.same)"""
    )
    assert len(around) >= 3
    for found in around:
        # Read from the right: the opening sign stands right of the citation, the closing one left of it.
        assert found["open"] >= found["right"] - 1
        assert found["close"] <= found["left"] + 1


def test_numbers_and_dois_keep_their_order_in_hebrew(visit: Visit) -> None:
    page = visit().open(HEBREW)
    for selector in ("article bdi[dir='ltr'] a[href*='doi.org']", "article td:last-child"):
        signs = letters(page, selector)
        assert signs
        assert is_in_order(signs, rightwards=True)


@pytest.mark.parametrize("path", [HEBREW, "he/summaries/conference-ispra-2012/", "he/summaries/jorgensen2022/"])
def test_every_latin_word_and_number_in_hebrew_text_reads_from_left_to_right(visit: Visit, path: str) -> None:
    page = visit().open(path)
    paragraphs = page.locator("article p")
    for number in range(paragraphs.count()):
        run: list[dict[str, float | str]] = []
        for sign in letters(page, "article p", number):
            is_latin = str(sign["sign"]).isascii() and str(sign["sign"]).isalnum()
            if is_latin and (not run or run[-1]["run"] == sign["run"]):
                run.append(sign)
                continue
            assert is_in_order(run, rightwards=True), "".join(str(one["sign"]) for one in run)
            run = [sign] if is_latin else []


def test_hebrew_quotation_marks_stand_around_what_they_quote(visit: Visit) -> None:
    page = visit().open(HEBREW)
    checked = 0
    for number in range(page.locator("article :is(p, li)").count()):
        signs = letters(page, "article :is(p, li)", number)
        marks = [place for place, sign in enumerate(signs) if sign["sign"] == "״"]
        for place in marks:
            before, after = signs[place - 1] if place else None, signs[place + 1] if place + 1 < len(signs) else None
            if before and after and len({before["line"], signs[place]["line"], after["line"]}) == 1:
                assert float(after["x"]) < float(signs[place]["x"]) < float(before["x"])
                checked += 1
    assert checked >= 4
