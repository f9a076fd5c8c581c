"""A walk through a summary by the Tab key alone: everything in the order in which it is read, seen, and left again."""

from __future__ import annotations

from itertools import groupby

import pytest

from browser.conftest import DESKTOP, PHONE, Visit
from browser.places import PREFIXES

SUMMARY = "summaries/leboutillier2015/"
AREAS = {
    "skip": ".kb-skip",
    "languages": ".kb-languages",
    "scheme": ".kb-scheme",
    "brand": ".kb-brand",
    "search": ".kb-header .kb-find",
    "menu": ".kb-header .kb-disclose, .kb-menu",
    "source": ".kb-source",
    "byline": ".kb-byline",
    "contents": ".kb-toc",
    "original": ".kb-source__lead",
    "text": ".kb-text",
    "references": ".kb-references",
    "cite the original": ".kb-record:has(#cite-original)",
    "cite the summary": ".kb-record:has(#cite-summary)",
    "concepts": ".kb-facts .kb-chips",
    "address": ".kb-facts",
    "related": ".kb-related",
    "list": ".kb-turn",
    "foot": ".kb-footer",
}
ORDER = (
    "skip languages scheme brand search menu source byline text original contents text references "
    "cite-the-original cite-the-summary concepts address related list foot"
)
STOP = """areas => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const rects = [...element.getClientRects()];
    const rect = rects.find(({ bottom, top }) => bottom > 0 && top < innerHeight);
    const style = getComputedStyle(element);
    const at = rect && document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
    return {
        what: element.outerHTML.slice(0, 120),
        area: Object.keys(areas).find(name => element.closest(areas[name])) ?? "",
        isUncovered: Boolean(at) && (element.contains(at) || at.contains(element)),
        isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        described: element.getAttribute("aria-describedby"),
        isOpen: !document.querySelector(".kb-define").hidden,
    };
}"""


@pytest.mark.parametrize(
    ("language", "size"),
    [("en", DESKTOP), ("nb", DESKTOP), ("he", DESKTOP), ("he", PHONE)],
    ids=["en-1280", "nb-1280", "he-1280", "he-390"],
)
def test_tab_goes_through_the_page_as_it_is_read(visit: Visit, language: str, size: tuple[int, int]) -> None:
    page = visit(size).open(PREFIXES[language] + SUMMARY)
    stops = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP, AREAS)
        if stop is None:
            break
        assert stop["isUncovered"], stop["what"]
        assert stop["isMarked"], stop["what"]
        # A definition is open as long as its link has the focus, and no longer.
        assert stop["isOpen"] == bool(stop["described"]), stop["what"]
        stops.append(stop["area"].replace(" ", "-"))
    else:
        raise AssertionError("the walk never leaves the page")
    assert " ".join(area for area, _ in groupby(stops)) == ORDER
    # Two buttons, two addresses and three formats.
    assert stops.count("cite-the-original") == 2 + 2 + 3


def test_and_back_again(visit: Visit) -> None:
    page = visit().open(f"he/{SUMMARY}")
    page.locator(".kb-turn a").last.focus()
    names = []
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
        names.append(
            page.evaluate(
                "areas => Object.keys(areas).find(name => document.activeElement.closest(areas[name]))", AREAS
            )
        )
    assert names == ["list", "list", "related"]
