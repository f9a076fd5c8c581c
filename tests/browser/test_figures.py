"""Figures of schemes: nothing cut in any language or size, a list where they have no room, and links by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import DESKTOP, PHONE, Visit
from browser.places import PREFIXES

SCHEMES = ("chime", "practice-domains", "imroc10")
SMALLEST = 13
"""Pixels of a label at its smallest, where the reader's text is 16 pixels."""

OUTSIDE = """() => {
  const found = [];
  for (const link of document.querySelectorAll(".kb-figure a")) {
    const field = link.querySelector(".kb-figure__field");
    const boxes = [...link.querySelectorAll("text")].map(text => {
      const box = text.getBBox(), spare = box.height * 0.16;   // above and below the letters
      return {text, left: box.x, right: box.x + box.width, top: box.y + spare, foot: box.y + box.height - spare};
    });
    for (const {text, left, right, top, foot} of boxes) {
      for (const [x, y] of [[left, top], [right, top], [left, foot], [right, foot]])
        if (!field.isPointInFill(new DOMPoint(x, y))) found.push(`${text.textContent} leaves its field`);
    }
    for (const one of boxes) for (const two of boxes) {
      const apart = one.right <= two.left || two.right <= one.left || one.foot <= two.top || two.foot <= one.top;
      if (one !== two && !apart) found.push(`${one.text.textContent} meets ${two.text.textContent}`);
    }
  }
  return found;
}"""
LABEL = """() => Math.min(...[...document.querySelectorAll(".kb-figure__label")].map(text =>
  Number(text.getAttribute("font-size")) * text.getScreenCTM().a))"""


def is_drawn(page: Page) -> bool:
    return page.locator(".kb-figure").is_visible()


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("font", ["", "Liberation Sans", "DejaVu Sans Condensed"])
@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_text_leaves_its_field(visit: Visit, scheme: str, language: str, font: str) -> None:
    page = visit(DESKTOP).open(f"{PREFIXES[language]}concepts/{scheme}/")
    page.evaluate("document.fonts.ready")
    if font:
        page.evaluate("font => document.documentElement.style.setProperty('--kb-sans', font)", font)
    assert is_drawn(page)
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_a_figure_is_readable_or_leaves_it_to_the_list(visit: Visit, width: int, scheme: str, language: str) -> None:
    page = visit((width, 900)).open(f"{PREFIXES[language]}concepts/{scheme}/")
    assert is_drawn(page) == (width >= 768 or (width == 390 and scheme != "imroc10"))
    if is_drawn(page):
        assert page.evaluate(LABEL) >= SMALLEST
    assert overflow(page) == 0
    expect(page.locator(".kb-members li").first).to_be_visible()


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_figure_grows_with_the_readers_text(visit: Visit, scheme: str, language: str) -> None:
    page = visit((1280, 900)).open(f"{PREFIXES[language]}concepts/{scheme}/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert is_drawn(page)
    assert page.evaluate(LABEL) >= SMALLEST * 2
    assert page.evaluate(OUTSIDE) == []
    assert overflow(page) == 0
    page.set_viewport_size({"width": 640, "height": 900})
    assert not is_drawn(page)
    assert overflow(page) == 0


def test_every_part_is_a_link_with_its_number_in_words(visit: Visit) -> None:
    page = visit().open("concepts/chime/")
    group = page.get_by_role("group", name="CHIME recovery processes")
    names = [link.text_content() for link in page.locator(".kb-members h3 a").all()]
    counts = [count.text_content() for count in page.locator(".kb-members__count").all()]
    assert len(names) == len(counts) == 5
    for name, count in zip(names, counts, strict=True):
        label = f"{(name or '')[:1].upper()}{(name or '')[1:]}"
        expect(group.get_by_role("link", name=f"{label} – {count}", exact=True)).to_have_count(1)
    expect(group.get_by_role("link", name="Personal recovery", exact=True)).to_have_count(1)


@pytest.mark.parametrize(("language", "side"), [("en", 1), ("nb", 1), ("he", -1)])
def test_the_wheel_turns_the_way_the_language_runs(visit: Visit, language: str, side: int) -> None:
    page = visit().open(f"{PREFIXES[language]}concepts/chime/")
    links = page.locator(".kb-figure__part").all()
    boxes = [link.locator(".kb-figure__field").bounding_box() for link in links]
    assert all(boxes)
    middles = [box["x"] + box["width"] / 2 for box in boxes if box]
    assert (middles[1] - middles[0]) * side > 0
    assert links[0].get_attribute("href") == "../chime-connectedness/"
    # No part of the drawing, and so no letter, is turned round.
    assert page.evaluate(
        "[...document.querySelectorAll('.kb-figure *')].every(e => !e.getScreenCTM || e.getScreenCTM().a > 0)"
    )


@pytest.mark.parametrize("colours", [None, "active"], ids=["own", "forced"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_by_keyboard_the_focus_is_seen_and_leads_on(visit: Visit, scheme: str, colours: str | None) -> None:
    page = visit(scheme=scheme, forced_colors=colours).open("concepts/practice-domains/")
    part = page.locator(".kb-figure__part").first
    stroke = """e => {
      const style = getComputedStyle(e.querySelector(".kb-figure__field"));
      return [style.stroke, parseFloat(style.strokeWidth)];
    }"""
    colour, thickness = part.evaluate(stroke)
    page.locator(".kb-figure__core").focus()
    page.keyboard.press("Tab")
    assert part.evaluate("e => e === document.activeElement && e.matches(':focus-visible')")
    focused, thick = part.evaluate(stroke)
    assert focused != colour
    assert thick >= thickness + 2
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_have_attribute("data-kb-id", "pd-promoting-citizenship")


def test_a_scheme_without_a_figure_has_its_list(visit: Visit) -> None:
    page = visit(PHONE).open("concepts/recovery-tasks/")
    expect(page.locator(".kb-figure")).to_have_count(0)
    expect(page.locator(".kb-members li")).to_have_count(4)
