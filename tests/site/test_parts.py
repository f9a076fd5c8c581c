"""Language of parts (WCAG 3.1.2): Hebrew text is marked as Hebrew and runs from the right, on any page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

HEBREW = re.compile(r"[\u05d0-\u05ea]")
UNMARKED = {"code", "pre", "script", "style", "title", "bdo"}


def unmarked(source: str) -> list[str]:
    """The Hebrew texts of a page whose nearest stated language is another one, or whose direction is."""
    found = []
    for element in html.document_fromstring(source).iter():
        if not isinstance(element.tag, str):
            continue
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            if not text or holder is None or not HEBREW.search(text):
                continue
            around = [holder, *holder.iterancestors()]
            # A name within a line of a reference is only isolated; WCAG asks nothing more of proper names.
            is_name = holder.tag == "bdi" and not holder.attrib
            if is_name or any(one.tag in UNMARKED for one in around):
                continue
            language = next((one.get("lang") for one in around if one.get("lang")), None)
            direction = next((one.get("dir") for one in around if one.get("dir")), None)
            if (language, direction) != ("he", "rtl"):
                found.append(text.strip())
    return found


@pytest.mark.parametrize("name", ["site", "toy_site"])
def test_every_hebrew_text_is_marked(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    found = {}
    for file in sorted(site.rglob("*.html")):
        texts = unmarked(file.read_text(encoding="utf-8"))
        if texts:
            found[file.relative_to(site).as_posix()] = texts
    assert found == {}


def test_an_unmarked_text_would_be_found() -> None:
    text = '<b lang="he" dir="rtl">אחד</b> שניים <i lang="he">שלוש</i> <code>ארבע</code>'
    assert unmarked(f'<html lang="en" dir="ltr"><p>{text}</p>') == ["שניים", "שלוש"]
