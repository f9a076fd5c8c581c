"""axe on every type of page, in every language, light and dark, on a phone and on a desktop."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.conftest import DESKTOP, PHONE, Visit, Watched
from browser.places import EVERY, ONCE
from site_support import Page, pages

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    }
}
axe = Axe()

PARTS = 8
"""In so many parts the pages of a language are shared out, to be looked at beside one another."""
Scheme = Literal["light", "dark"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")


COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules whose answer hangs on colours."""


def findings(watched: Watched, rules: Mapping[str, object] = RULES) -> list[str]:
    """What axe found on the page that is open, a line each."""
    found = axe.run(watched.page, options=rules).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def findings_in_all_looks(watched: Watched) -> dict[tuple[int, str], list[str]]:
    """What axe finds on the page that is open, by width and scheme.

    Every rule is asked at both widths and in both schemes; those that hang on colours in all four looks.
    """
    found = {}
    backgrounds = set()
    for width, height in (PHONE, DESKTOP):
        watched.page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            watched.page.emulate_media(color_scheme=scheme)
            backgrounds.add((scheme, watched.page.evaluate("() => getComputedStyle(document.body).backgroundColor")))
            is_crossed = (width == PHONE[0]) == (scheme == "dark")
            found[width, scheme] = findings(watched, COLOURS if is_crossed else RULES)
    # Else the page did not follow, and was looked at in the same colours twice.
    assert len({colour for _, colour in backgrounds}) == len(backgrounds) == len(SCHEMES)
    return {look: lines for look, lines in found.items() if lines}


@pytest.mark.parametrize(("kind", "language", "path"), EVERY, ids=[f"{kind}-{code}" for kind, code, _ in EVERY])
def test_axe_finds_nothing(visit: Visit, kind: str, language: str, path: str) -> None:
    watched = visit(PHONE)
    watched.open(path)
    assert findings_in_all_looks(watched) == {}


@pytest.mark.parametrize(("kind", "path"), ONCE)
def test_axe_finds_nothing_on_pages_without_a_language(visit: Visit, kind: str, path: str) -> None:
    # Without scripts the permanent address shows its list of languages instead of leading on.
    watched = visit(PHONE, java_script_enabled=True)
    watched.page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    watched.open(path)
    assert findings_in_all_looks(watched) == {}


def test_axe_finds_nothing_on_notices(visit: Visit, toy_address: str, toy_site: Path) -> None:
    notices = [page.path for page in pages(toy_site) if page.one("main")["data-kb-kind"] == "notice"]
    assert notices
    watched = visit(PHONE, at=toy_address)
    for path in notices:
        watched.open(path)
        assert findings_in_all_looks(watched) == {}, path


def test_axe_would_find_something(visit: Visit) -> None:
    watched = visit()
    watched.open("")
    watched.page.evaluate(
        """() => {
            const image = new Image(), link = document.createElement("a");
            image.src = "data:,";
            link.href = "#";
            document.querySelector("main").append(image, link);
        }"""
    )
    assert {"image-alt", "link-name"} <= {finding.partition(":")[0] for finding in findings(watched)}


@pytest.mark.audit
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["en", "nb", "he"])
def test_axe_finds_nothing_on_any_page(visit: Visit, site: Path, language: str, part: int) -> None:
    watched = visit(PHONE)
    every: list[Page] = [page for page in pages(site) if page.language == language]
    found = {}
    for page in every[part::PARTS]:
        watched.open(page.path)
        found[page.path] = findings_in_all_looks(watched)
    assert {path: looks for path, looks in found.items() if looks} == {}
