"""Reading on within the list that one came from."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.places import PREFIXES


def titles(page: Page, part: str) -> list[str]:
    return page.locator(f'[data-kb-list="{part}"] .kb-entry__title a').all_inner_texts()


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_a_list_is_read_from_end_to_end_and_back(visit: Visit, prefix: str) -> None:
    page = visit().open(f"{prefix}concepts/chime-hope/")
    listed, name = (
        titles(page, "concepts/chime-hope/"),
        page.locator("[data-kb-list]").get_attribute("data-kb-list-name"),
    )
    page.locator("[data-kb-list] .kb-entry__title a").first.click()
    after, before = page.locator(".kb-turn__after a"), page.locator(".kb-turn__before a")
    for number, title in enumerate(listed):
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator(".kb-turn > p a")).to_have_text(name or "")
        # Nobody is to copy an address that says where they came from.
        assert "?" not in page.url
        if number:
            expect(before.locator(".kb-turn__title")).to_have_text(listed[number - 1])
        else:
            expect(before).to_be_hidden()
        if number + 1 < len(listed):
            after.click()
    expect(after).to_be_hidden()
    page.go_back()
    expect(page.locator("h1")).to_have_text(listed[-2])
    expect(page.locator(".kb-turn > p a")).to_have_text(name or "")
    page.locator(".kb-turn > p a").click()
    page.wait_for_url("**/concepts/chime-hope/")


def test_groups_of_a_list_are_lists(visit: Visit) -> None:
    page = visit().open("nb/summaries/by-year/")
    group = page.locator("[data-kb-list]").filter(has=page.locator(".kb-entry:nth-child(2)")).first
    part = group.get_attribute("data-kb-list") or ""
    listed = titles(page, part)
    group.locator(".kb-entry__title a").first.click()
    expect(page.locator(".kb-turn > p a")).to_have_text(part.removeprefix("summaries/by-year/y"))
    expect(page.locator(".kb-turn__after .kb-turn__title")).to_have_text(listed[1])


@pytest.mark.parametrize("value", ["concepts/chime/", "concepts/none-such/", "//example.org/", "../../", "", "a%22]b/"])
def test_a_list_that_the_summary_is_not_in_changes_nothing(visit: Visit, value: str) -> None:
    watched = visit()
    page = watched.open("summaries/tool-ips/")
    before = page.locator(".kb-turn").inner_text()
    # That an address leads nowhere is for the browser to say.
    page.route(
        re.compile("/recovery/concepts/none-such/$"),
        lambda route: route.fulfill(status=200, content_type="text/html", body="<p>Nothing</p>"),
    )
    watched.open(f"summaries/tool-ips/?in={value}")
    page.wait_for_load_state("networkidle")
    assert page.locator(".kb-turn").inner_text() == before
    assert page.url.endswith("summaries/tool-ips/")


def test_a_new_tab_stays_in_the_list_too_and_the_link_is_left_as_it_was(visit: Visit) -> None:
    page = visit().open("concepts/chime-hope/")
    link = page.locator("[data-kb-list] .kb-entry__title a").first
    before = link.get_attribute("href")
    name = page.locator("[data-kb-list]").get_attribute("data-kb-list-name")
    with page.context.expect_page() as opened:
        link.click(button="middle")
    expect(opened.value.locator(".kb-turn > p a")).to_have_text(name or "")
    assert page.evaluate("link => new URL(link, location).href", before) == link.evaluate("link => link.href")


def test_a_section_that_is_loaded_anew_stays_in_the_list(visit: Visit) -> None:
    page = visit().open("concepts/chime-hope/")
    name = page.locator("[data-kb-list]").get_attribute("data-kb-list-name")
    page.locator("[data-kb-list] .kb-entry__title a").first.click()
    page.locator(".kb-toc a").first.click()
    page.wait_for_url("**#*")
    page.reload()
    expect(page.locator(".kb-turn > p a")).to_have_text(name or "")


def test_a_page_that_only_says_what_is_missing_is_not_told_of_the_list(visit: Visit, toy_address: str) -> None:
    page = visit(at=toy_address).open("nb/summaries/")
    link = page.locator("[data-kb-list] .kb-entry__title a:has(bdi[lang])").first
    link.click()
    expect(page.locator("main")).to_have_attribute("data-kb-kind", "notice")
    assert "?" not in page.url
