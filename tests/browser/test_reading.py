"""Reading as people do: switching language, following permanent addresses, by keyboard, without scripts, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import DESKTOP, PHONE, Visit
from browser.places import EVERY, PREFIXES
from site_support import pages

SUMMARY = "summaries/leboutillier2015/"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390", "1280"])
@pytest.mark.parametrize(("start", "target"), [("en", "he"), ("he", "nb"), ("nb", "en")])
def test_the_switch_lands_on_the_same_page_and_section(
    visit: Visit, size: tuple[int, int], start: str, target: str
) -> None:
    watched = visit(size)
    page = watched.open(f"{PREFIXES[start]}{SUMMARY}#findings")
    page.locator(".kb-languages").get_by_role(
        "link", name={"en": "English", "nb": "Norsk bokmål", "he": "עברית"}[target]
    ).click()
    page.wait_for_url(f"{watched.address}{PREFIXES[target]}{SUMMARY}#findings")
    expect(page.locator("html")).to_have_attribute("lang", target)
    box = page.locator("#findings").bounding_box()
    assert box
    assert 0 <= box["y"] <= size[1]


def test_the_switch_says_when_a_translation_is_missing(visit: Visit, toy_address: str, toy_site: Path) -> None:
    notice = next(page for page in pages(toy_site) if page.one("main")["data-kb-kind"] == "notice")
    watched = visit(at=toy_address)
    page = watched.open(notice.path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    available = page.get_by_role("main").locator("a[hreflang]").first
    available.click()
    expect(page.locator("main")).to_have_attribute("data-kb-kind", "summary")
    missing = page.locator(".kb-languages a[hreflang]").filter(has_text="not translated yet")
    expect(missing).to_have_count(1)


@pytest.mark.parametrize(
    ("locale", "prefix"),
    [("nb-NO", "nb/"), ("no", "nb/"), ("nn-NO", "nb/"), ("he-IL", "he/"), ("iw", "he/"), ("en-GB", ""), ("fi-FI", "")],
)
def test_a_permanent_address_leads_to_the_readers_language_and_section(visit: Visit, locale: str, prefix: str) -> None:
    watched = visit(locale=locale)
    page = watched.open("id/leboutillier2015/#findings")
    page.wait_for_url(f"{watched.address}{prefix}{SUMMARY}#findings")


def test_a_permanent_address_works_without_scripts(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open("id/leboutillier2015/")
    page.locator("a[hreflang=he]").click()
    expect(page.locator("main")).to_have_attribute("data-kb-id", "leboutillier2015")


@pytest.mark.parametrize(("kind", "language", "path"), EVERY, ids=[f"{kind}-{code}" for kind, code, _ in EVERY])
def test_nothing_scrolls_sideways(visit: Visit, kind: str, language: str, path: str) -> None:
    page = visit((320, 640)).open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_a_phone_shows_the_whole_head_and_where_the_key_messages_begin(visit: Visit, prefix: str) -> None:
    watched = visit(PHONE)
    # The longest heads: many authors, and a long title.
    for path in (SUMMARY, "summaries/jorgensen2022/"):
        page = watched.open(prefix + path)
        for part in (".kb-kind", ".kb-source__line", ".kb-byline", "#key-messages"):
            box = page.locator(part).first.bounding_box()
            assert box
            assert box["y"] + box["height"] <= PHONE[1], (path, part)


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_the_first_tab_stop_skips_to_the_content(visit: Visit, prefix: str) -> None:
    page = visit().open(prefix + SUMMARY)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_be_in_viewport()
    assert (focused.get_attribute("href") or "").startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_the_keyboard_alone_reaches_everything_visibly(visit: Visit, prefix: str) -> None:
    page = visit().open(prefix + SUMMARY)
    seen = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => {
                const element = document.activeElement, box = element.getBoundingClientRect();
                const style = getComputedStyle(element);
                return {
                    what: element.outerHTML.slice(0, 120),
                    shown: box.width > 0 && box.height > 0,
                    marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
                    body: element === document.body,
                };
            }"""
        )
        if place["body"]:
            break
        assert place["shown"], place["what"]
        assert place["marked"], place["what"]
        seen.add(place["what"])
    assert len(seen) > 20


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_light_and_dark_can_be_chosen_by_keyboard_and_stay_chosen(visit: Visit, prefix: str) -> None:
    page = visit().open(prefix)
    scheme = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(scheme)
    page.locator(".kb-scheme").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"{scheme} !== '{before}'")
    page.reload()
    page.wait_for_function(f"{scheme} !== '{before}'")


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_pages_can_be_read_without_scripts(visit: Visit, prefix: str) -> None:
    page = visit(java_script_enabled=False).open(prefix + SUMMARY)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#key-messages")).to_be_visible()
    expect(page.locator(".kb-languages a[hreflang]").first).to_be_attached()


def test_hebrew_pages_run_from_right_to_left(visit: Visit) -> None:
    page = visit(DESKTOP).open(f"he/{SUMMARY}")
    contents = page.locator(".kb-toc").first.bounding_box()
    text = page.locator("#key-messages").bounding_box()
    assert contents
    assert text
    assert contents["x"] + contents["width"] <= text["x"], "the contents stand left of the text, at the line's end"
    paragraph = page.locator("article p").first
    assert paragraph.evaluate("element => getComputedStyle(element).textAlign") in {"start", "right"}
    bullet = page.locator("#key-messages + ul > li").first
    padding = bullet.evaluate("element => getComputedStyle(element.parentElement).direction")
    assert padding == "rtl"
