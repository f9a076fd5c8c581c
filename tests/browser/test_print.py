"""On paper: a handout with the reference and the permanent address, and nothing that can only be clicked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from browser.conftest import Visit
from browser.places import PREFIXES

HANDOUTS = {"summary": "summaries/leboutillier2015/", "tool": "summaries/tool-imr/", "concept": "concepts/chime-hope/"}
KEY_MESSAGES = {"en": "Key messages", "nb": "Hovedbudskap", "he": "עיקרי הדברים"}
DOI = "10.1007/s10488-014-0585-x"
LEFT_OUT = [
    "nav",
    "button",
    "form",
    "dialog",
    ".kb-button",
    ".kb-skip",
    ".headerlink",
    ".kb-footer__acts",
    ".kb-footer__links",
]
CASES = [(language, kind) for language in PREFIXES for kind in HANDOUTS]


def on_paper(visit: Visit, language: str, kind: str, scheme: str = "light") -> Page:
    page = visit(scheme=scheme).open(PREFIXES[language] + HANDOUTS[kind])
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    return page


@pytest.mark.parametrize(("language", "kind"), CASES)
def test_a_handout_names_itself_and_leaves_out_what_is_for_screens(visit: Visit, language: str, kind: str) -> None:
    page = on_paper(visit, language, kind)
    for part in LEFT_OUT:
        assert page.locator(part).locator("visible=true").count() == 0, part
    text = page.locator("body").inner_text()
    assert page.locator("h1").inner_text() in text
    id_ = HANDOUTS[kind].split("/")[1]
    assert f"https://kb.example/recovery/id/{id_}/" in page.locator(".kb-handout").inner_text()
    if kind != "concept":
        assert KEY_MESSAGES[language] in text
    if kind == "summary":
        assert DOI in page.locator(".kb-source").inner_text()


@pytest.mark.parametrize("language", PREFIXES)
def test_the_code_is_large_enough_and_at_the_end_of_the_line(visit: Visit, language: str) -> None:
    page = on_paper(visit, language, "summary")
    code = page.locator(".kb-handout svg")
    box, name = code.bounding_box(), page.locator(".kb-brand span").bounding_box()
    assert box
    assert name
    assert box["width"] == box["height"]
    # 24 mm at 96 dots an inch.
    assert abs(box["width"] - 90.7) < 1
    assert (box["x"] < name["x"]) == (language == "he")
    # A camera needs dots of a third of a millimetre and more from a hand's breadth.
    side = float((code.get_attribute("viewBox") or "").split()[2])
    assert 24 / side > 0.4
    page.emulate_media(media="screen")
    assert page.locator(".kb-handout").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "kind"), CASES)
def test_paper_is_black_on_white(visit: Visit, language: str, kind: str, scheme: str) -> None:
    page = on_paper(visit, language, kind, scheme)
    page.evaluate("localStorage.setItem('kb-scheme', 'dark')")
    page.reload()
    colours = page.evaluate(
        """() => {
            const found = new Set();
            for (const element of document.querySelectorAll("body, body *")) {
                if (!element.checkVisibility() || element.closest("svg")) continue;
                const { color, backgroundColor } = getComputedStyle(element);
                if ([...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) found.add(color);
                found.add("on " + backgroundColor);
            }
            return [...found].sort();
        }"""
    )
    assert set(colours) <= {"rgb(0, 0, 0)", "on rgba(0, 0, 0, 0)", "on rgb(255, 255, 255)"}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("language", PREFIXES)
def test_it_prints_on_few_pages_and_nothing_is_cut(visit: Visit, language: str, paper: str) -> None:
    page = visit().open(PREFIXES[language] + HANDOUTS["tool"])
    pdf = page.pdf(format=paper)
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 6
    # The widest text of both kinds of paper is 174 mm; the browser would shrink a page that is wider than its paper.
    page.set_viewport_size({"width": 658, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 658


def test_words_that_lead_out_say_where_to(visit: Visit) -> None:
    page = on_paper(visit, "en", "tool")
    page.evaluate(
        """() => {
            const link = href => Object.assign(document.createElement("a"), { href });
            document.querySelector(".kb-text p").replaceChildren(link("https://example.org/x"), link("#a"));
        }"""
    )
    contents = (
        page.locator(".kb-text p")
        .first.locator("a")
        .evaluate_all("links => links.map(link => getComputedStyle(link, '::after').content)")
    )
    assert "https://example.org/x" in contents[0]
    assert contents[1] == "none"


@pytest.mark.parametrize("language", PREFIXES)
def test_a_figure_stands_on_the_first_sheet_with_the_name_of_its_scheme(visit: Visit, language: str) -> None:
    page = visit().open(f"{PREFIXES[language]}concepts/imroc10/")
    page.emulate_media(media="print")
    # The text of a sheet of A4 is 174 mm wide and 263 mm high.
    page.set_viewport_size({"width": 658, "height": 994})
    drawing = page.locator(".kb-figure__drawing").bounding_box()
    assert drawing
    assert drawing["y"] + drawing["height"] < 994
    assert drawing["height"] > 300


@pytest.mark.parametrize("language", PREFIXES)
def test_the_table_of_what_is_covered_is_whole_on_paper(visit: Visit, language: str) -> None:
    page = visit().open(f"{PREFIXES[language]}coverage/")
    page.set_viewport_size({"width": 658, "height": 994})
    page.emulate_media(media="print")
    table = page.locator(".kb-coverage")
    assert table.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight")
    assert page.evaluate("document.documentElement.scrollWidth") <= 658
    # The head on every sheet, the sums once.
    assert table.locator("thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    assert table.locator("tfoot").evaluate("e => getComputedStyle(e).display") == "table-row-group"
    assert table.locator(".kb-coverage__write").first.is_hidden()
