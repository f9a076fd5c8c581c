"""Definitions at the links that name concepts, for mouse, keyboard and finger (WCAG 1.4.13)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import DESKTOP, PHONE, Visit
from browser.places import PREFIXES
from browser.test_accessibility import findings

SUMMARY = "summaries/leboutillier2015/"
NARROW = (320, 640)
MENTION = ".kb-text .kb-concept"
CHIP = ".kb-facts .kb-chip"


def box(page: Page) -> Locator:
    return page.locator(".kb-define")


def definition(link: Locator) -> str:
    """What the page says the link's concept means."""
    return str(link.evaluate("link => document.getElementById(link.getAttribute('aria-describedby')).textContent"))


def is_whole(page: Page) -> bool:
    """Nothing cuts the box off, nothing lies over it, and it lies in the window."""
    return bool(
        page.locator(".kb-define__card").evaluate(
            """card => {
                const { left, right, top, bottom } = card.getBoundingClientRect();
                const width = document.documentElement.clientWidth;
                const corners = [left + 4, right - 4].flatMap(x => [[x, top + 4], [x, bottom - 4]]);
                return left >= 0 && right <= width && top >= 0 && bottom <= innerHeight
                    && document.documentElement.scrollWidth <= innerWidth
                    && corners.every(([x, y]) => card.contains(document.elementFromPoint(x, y)));
            }"""
        )
    )


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_a_pointer_that_rests_opens_it_and_can_move_into_it(visit: Visit, prefix: str) -> None:
    page = visit(DESKTOP).open(prefix + SUMMARY)
    link = page.locator(CHIP).nth(2)
    link.hover()
    expect(box(page)).to_be_visible()
    expect(page.locator(".kb-define__text")).to_have_text(definition(link))
    expect(page.locator(".kb-define__more")).to_be_hidden()
    assert is_whole(page)
    page.locator(".kb-define__text").hover()
    page.wait_for_timeout(500)
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    # The same place again, and it opens again.
    page.mouse.move(5, 5)
    link.hover()
    expect(box(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(box(page)).to_be_hidden()


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_focus_opens_it_and_escape_puts_it_away_where_it_is(visit: Visit, prefix: str) -> None:
    watched = visit(NARROW)
    page = watched.open(prefix + SUMMARY)
    page.keyboard.press("Tab")
    for link in (page.locator(MENTION).first, page.locator(CHIP).last):
        link.focus()
        expect(page.locator(".kb-define__text")).to_have_text(definition(link))
        assert is_whole(page)
        expect(link).to_have_accessible_description(definition(link))
        page.keyboard.press("Escape")
        expect(box(page)).to_be_hidden()
        expect(link).to_be_focused()
    page.locator(CHIP).first.focus()
    expect(box(page)).to_be_visible()
    assert findings(watched) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/concepts/competing-priorities/")


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_a_first_tap_shows_it_with_a_link_and_a_second_follows(visit: Visit, prefix: str) -> None:
    watched = visit(NARROW, has_touch=True)
    page = watched.open(prefix + SUMMARY)
    link = page.locator(MENTION).first
    link.tap()
    expect(page.locator(".kb-define__text")).to_have_text(definition(link))
    assert is_whole(page)
    more = page.locator(".kb-define__more")
    expect(more).to_be_visible()
    assert (more.bounding_box() or {})["height"] >= 24
    page.locator("h1").tap()
    expect(box(page)).to_be_hidden()
    link.tap()
    more.tap()
    page.wait_for_url("**/concepts/competing-priorities/")
    page.go_back()
    chip = page.locator(CHIP).first
    chip.tap()
    expect(box(page)).to_be_visible()
    chip.tap()
    page.wait_for_url("**/concepts/competing-priorities/")


def test_it_opens_above_where_there_is_no_room_below(visit: Visit) -> None:
    page = visit(PHONE).open(f"he/{SUMMARY}")
    link = page.locator(CHIP).first
    link.evaluate("link => scrollTo(0, link.getBoundingClientRect().bottom + scrollY - innerHeight + 4)")
    link.hover()
    expect(box(page)).to_be_visible()
    card, chip = page.locator(".kb-define__card").bounding_box(), link.bounding_box()
    assert card
    assert chip
    assert card["y"] + card["height"] <= chip["y"]
    assert is_whole(page)


def test_large_letters_leave_it_in_the_window(visit: Visit) -> None:
    page = visit(NARROW).open(SUMMARY)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.keyboard.press("Tab")
    page.locator(MENTION).first.focus()
    expect(box(page)).to_be_visible()
    assert page.locator(".kb-define__card").evaluate(
        "card => card.scrollWidth <= card.clientWidth && card.getBoundingClientRect().right <= innerWidth"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_links_are_plain_and_the_definitions_are_a_list(visit: Visit) -> None:
    page = visit(PHONE, java_script_enabled=False).open(SUMMARY)
    expect(page.locator("#kb-define-competing-priorities")).to_be_visible()
    page.locator(CHIP).first.click()
    page.wait_for_url("**/concepts/competing-priorities/")


def test_nothing_of_it_is_on_paper(visit: Visit) -> None:
    page = visit(DESKTOP).open(SUMMARY)
    page.keyboard.press("Tab")
    page.locator(MENTION).first.focus()
    expect(box(page)).to_be_visible()
    page.emulate_media(media="print")
    for part in (".kb-define", ".kb-definitions", ".kb-related", ".kb-turn", ".kb-byline__languages"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".kb-byline time").first).to_be_visible()


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_in_a_low_window_it_comes_into_sight(visit: Visit, prefix: str) -> None:
    """320 × 256 px is a window of 1280 × 1024 px at 400 %."""
    page = visit((320, 256)).open(f"{prefix}summaries/framework-imroc-ten-challenges/")
    page.keyboard.press("Tab")
    links = page.locator('main a[aria-describedby^="kb-define-"]')
    for link in links.all()[:15]:
        link.focus()
        expect(page.locator(".kb-define__text")).to_have_text(definition(link))
        assert is_whole(page), link.inner_text()


def test_a_window_that_grows_or_shrinks_as_a_phone_scrolls_keeps_it(visit: Visit) -> None:
    page = visit((390, 664)).open(SUMMARY)
    page.keyboard.press("Tab")
    link = page.locator(MENTION).first
    link.focus()
    expect(box(page)).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 720})
    page.wait_for_timeout(100)
    expect(box(page)).to_be_visible()
    assert is_whole(page)
    page.set_viewport_size({"width": 700, "height": 720})
    expect(box(page)).to_be_hidden()


def test_what_the_keyboard_opened_is_open_again_when_a_pointer_has_passed(visit: Visit) -> None:
    page = visit(DESKTOP).open(SUMMARY)
    page.keyboard.press("Tab")
    first, last = page.locator(CHIP).first, page.locator(CHIP).last
    last.focus()
    expect(page.locator(".kb-define__text")).to_have_text(definition(last))
    first.hover()
    expect(page.locator(".kb-define__text")).to_have_text(definition(first))
    page.mouse.move(5, 5)
    expect(page.locator(".kb-define__text")).to_have_text(definition(last))
    # Its text can be selected.
    page.locator(".kb-define__text").click()
    expect(box(page)).to_be_visible()


def test_a_touch_that_became_a_scroll_holds_up_no_later_click(visit: Visit) -> None:
    page = visit(PHONE).open(SUMMARY)
    is_prevented = page.locator(MENTION).first.evaluate(
        """link => {
            const send = (name, type = PointerEvent) => link.dispatchEvent(
                new type(name, { bubbles: true, cancelable: true, pointerType: "touch" }),
            );
            send("pointerdown");
            send("pointercancel");
            addEventListener("click", (event) => {
                window.wasPrevented = event.defaultPrevented;
                event.preventDefault();
            });
            send("click", MouseEvent);
            return window.wasPrevented;
        }"""
    )
    assert is_prevented is False


def test_without_its_script_the_definitions_are_a_list(visit: Visit) -> None:
    watched = visit()
    watched.page.route("**/definitions.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = watched.open(SUMMARY)
    expect(page.locator(".kb-definitions")).to_be_visible()
    expect(watched.open("he/" + SUMMARY).locator(".kb-definitions dd").first).to_be_visible()
