"""Citing as people do: copying a reference, also where the browser forbids it, and taking the record along."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import PHONE, Visit
from browser.places import PREFIXES
from browser.test_order import is_in_order, letters

SUMMARY = "summaries/leboutillier2015/"
FORBIDDEN = """
    Object.defineProperty(navigator, "clipboard", {value: undefined});
    document.execCommand = () => false;
"""


def button(page: Page, record: str, style: str) -> str:
    """The selector of a copy button."""
    return f"#cite-{record}-{style}-copy"


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
@pytest.mark.parametrize(("record", "style"), [("original", "apa"), ("summary", "vancouver")])
def test_a_reference_is_copied_as_it_is_shown(visit: Visit, prefix: str, record: str, style: str) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"]).open(prefix + SUMMARY)
    copy = page.locator(button(page, record, style))
    label = copy.inner_text()
    copy.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-cite [role=status]")).not_to_be_empty()
    expect(copy).not_to_have_text(label)
    shown = page.locator(f"#cite-{record}-{style}-text").text_content()
    assert page.evaluate("navigator.clipboard.readText()") == shown
    rich = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert ("<i>" in rich) == (style == "apa")
    expect(copy).to_have_text(label, timeout=6000)


def test_each_button_says_what_it_copies(visit: Visit) -> None:
    page = visit().open(SUMMARY)
    for name in (
        "Copy APA Cite the original",
        "Copy Vancouver Cite the original",
        "Copy APA Cite this summary",
        "Copy Vancouver Cite this summary",
    ):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_where_copying_is_forbidden_the_reference_is_marked(visit: Visit, prefix: str) -> None:
    watched = visit(PHONE)
    watched.page.add_init_script(FORBIDDEN)
    page = watched.open(prefix + SUMMARY)
    page.locator(button(page, "original", "vancouver")).click()
    expect(page.locator(".kb-cite [role=status]")).to_contain_text("Ctrl+C")
    shown = page.locator("#cite-original-vancouver-text").text_content() or ""
    assert page.evaluate("getSelection().toString()").split() == shown.split()


def test_without_scripts_there_is_no_button_and_the_records_are_there(visit: Visit, site: Path) -> None:
    watched = visit(java_script_enabled=False, accept_downloads=True)
    page = watched.open(f"he/{SUMMARY}")
    expect(page.locator(".kb-copy").first).to_be_hidden()
    expect(page.locator("#cite-original-apa-text")).to_be_visible()
    with page.expect_download() as started:
        page.locator(".kb-record").first.get_by_role("link", name="BibTeX").click()
    assert started.value.suggested_filename == "leboutillier2015.bib"
    written = (site / "data" / "summaries" / "leboutillier2015" / "original.bib").read_bytes()
    assert started.value.path().read_bytes() == written


def test_lines_run_as_their_record_does(visit: Visit) -> None:
    page = visit().open(f"he/{SUMMARY}")
    for style in ("apa", "vancouver"):
        original, summary = f"#cite-original-{style}-text", f"#cite-summary-{style}-text"
        expect(page.locator(original)).to_have_attribute("dir", "ltr")
        assert is_in_order(letters(page, original), rightwards=True)
        expect(page.locator(summary)).to_have_attribute("dir", "rtl")
        hebrew = [sign for sign in letters(page, summary) if "\u05d0" <= str(sign["sign"]) <= "\u05ea"]
        assert is_in_order(hebrew, rightwards=False)
