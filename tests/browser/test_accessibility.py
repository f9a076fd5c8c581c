"""axe on every type of page, in every language, light and dark, on a phone and on a desktop."""

from __future__ import annotations

from pathlib import Path

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

COMBINATIONS = [
    pytest.param(PHONE, "light", id="390-light"),
    pytest.param(DESKTOP, "dark", id="1280-dark"),
    # Colours hardly depend on the width: the other two are left to the long run.
    pytest.param(PHONE, "dark", id="390-dark", marks=pytest.mark.audit),
    pytest.param(DESKTOP, "light", id="1280-light", marks=pytest.mark.audit),
]


def findings(watched: Watched) -> list[str]:
    """What axe found on the page that is open, a line each."""
    found = axe.run(watched.page, options=RULES).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize(("size", "scheme"), COMBINATIONS)
@pytest.mark.parametrize(("kind", "language", "path"), EVERY, ids=[f"{kind}-{code}" for kind, code, _ in EVERY])
def test_axe_finds_nothing(
    visit: Visit, size: tuple[int, int], scheme: str, kind: str, language: str, path: str
) -> None:
    watched = visit(size, scheme=scheme)
    watched.open(path)
    assert findings(watched) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("kind", "path"), ONCE)
def test_axe_finds_nothing_on_pages_without_a_language(
    visit: Visit, size: tuple[int, int], scheme: str, kind: str, path: str
) -> None:
    # Without scripts the permanent address shows its list of languages instead of leading on.
    watched = visit(size, scheme=scheme, java_script_enabled=True)
    watched.page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    watched.open(path)
    assert findings(watched) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_notices(
    visit: Visit, toy_address: str, toy_site: Path, size: tuple[int, int], scheme: str
) -> None:
    notices = [page.path for page in pages(toy_site) if page.one("main")["data-kb-kind"] == "notice"]
    assert notices
    watched = visit(size, scheme=scheme, at=toy_address)
    for path in notices:
        watched.open(path)
        assert findings(watched) == [], path


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
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "nb", "he"])
def test_axe_finds_nothing_on_any_page(
    visit: Visit, site: Path, size: tuple[int, int], scheme: str, language: str
) -> None:
    watched = visit(size, scheme=scheme)
    every: list[Page] = [page for page in pages(site) if page.language == language]
    found = {}
    for page in every:
        watched.open(page.path)
        found[page.path] = findings(watched)
    assert {path: lines for path, lines in found.items() if lines} == {}
