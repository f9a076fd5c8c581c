"""What a first visit costs: bytes over the wire, hosts asked, fonts fetched, and lines that move while one reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page, Route

from benchmark.server import Host, serving
from browser.conftest import DESKTOP, PHONE, Visit
from browser.places import EVERY, PREFIXES
from site_support import BASE, pages

MOST = 250_000
"""Bytes of a first visit to a summary, heads of the answers included."""
STILL = 0.01
"""The layout shift that nobody notices."""
SUMMARY = "summaries/leboutillier2015/"
SUMMARIES = [SUMMARY, "nb/" + SUMMARY, "he/" + SUMMARY, "nb/summaries/tool-imr/", "he/summaries/conference-ispra-2012/"]
TYPES = {"home", "list", "summary", "concept", "wheel", "coverage"}
WORD = {"en": "hope", "nb": "håp", "he": "תקווה"}

WATCH = """
    window.shift = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({type: "layout-shift", buffered: true});
"""
WORDS = "() => document.body.innerText + [...document.querySelectorAll('svg text')].map(e => e.textContent)"
HEBREW = re.compile("[\u05d0-\u05ea]")
FONT = re.compile(r"/([\w-]+)\.woff2$")


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    """The real site, compressed as hosts do."""
    with serving({urlsplit(BASE).path: site}) as running:
        yield running


def first_visit(visit: Visit, host: Host, path: str, size: tuple[int, int]) -> tuple[int, float, str]:
    """Bytes and layout shift of a visit with nothing in store, read to the page's foot; and what was fetched."""
    watched = visit(size, at=host.address + urlsplit(BASE).path)
    page = watched.page
    page.add_init_script(WATCH)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sent: list[int] = []
    session.on("Network.loadingFinished", lambda event: sent.append(int(event["encodedDataLength"])))
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    watched.open(path)
    page.evaluate("() => document.fonts.ready.then(() => scrollTo(0, document.body.scrollHeight))")
    page.wait_for_load_state("networkidle")
    files = "\n".join(fetched)
    assert len(sent) >= len({address for address in fetched if not address.startswith("data:")}), files
    return sum(sent), float(page.evaluate("window.shift")), files


def too_much(visit: Visit, host: Host, path: str) -> list[str]:
    """What is wrong with a first visit on a phone and on a desktop; `visit` itself watches hosts and the console."""
    found = []
    for size in (PHONE, DESKTOP):
        weight, shift, files = first_visit(visit, host, path, size)
        assert weight > 20_000, files
        if weight > MOST:
            found.append(f"{path} at {size[0]}: {weight} bytes\n{files}")
        if shift > STILL:
            found.append(f"{path} at {size[0]}: moves by {shift:.3f}")
    return found


@pytest.mark.parametrize("path", SUMMARIES)
def test_a_first_visit_to_a_summary_is_light_and_still(visit: Visit, host: Host, path: str) -> None:
    assert too_much(visit, host, path) == []


@pytest.mark.audit
@pytest.mark.parametrize("language", PREFIXES)
def test_a_first_visit_to_any_summary_is_light_and_still(visit: Visit, host: Host, site: Path, language: str) -> None:
    own = [page for page in pages(site) if page.language == language]
    every = [page.path for page in own if page.one("main").get("data-kb-kind", "").startswith("summary")]
    assert len(every) > 30
    assert [line for path in every for line in too_much(visit, host, path)] == []


def late_fonts(visit: Visit, host: Host, path: str, size: tuple[int, int]) -> Page:
    """A page whose fonts come when it has been read for a while."""
    watched = visit(size, at=host.address + urlsplit(BASE).path)
    page = watched.page
    page.add_init_script(WATCH)
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))  # noqa: PLW0108 (Playwright asks how many it takes)
    page.goto(watched.address + path, wait_until="commit")
    page.locator("footer").wait_for()
    page.wait_for_timeout(500)
    assert held
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.wait_for_timeout(300)
    return page


@pytest.mark.parametrize("path", [SUMMARY, "search/"])
@pytest.mark.parametrize("language", PREFIXES)
def test_fonts_that_come_late_move_nothing(visit: Visit, host: Host, language: str, path: str) -> None:
    page = late_fonts(visit, host, PREFIXES[language] + path, PHONE)
    assert page.evaluate("window.shift") <= STILL


@pytest.mark.parametrize("language", PREFIXES)
def test_fonts_that_come_in_time_are_seen(visit: Visit, host: Host, language: str) -> None:
    """At the latest on the second page, which has them in store."""
    watched = visit(at=host.address + urlsplit(BASE).path)
    watched.open(PREFIXES[language])
    page = watched.open(PREFIXES[language] + SUMMARY)
    for selector, family in (("h1", "Frank Ruhl Libre"), (".kb-text p, .kb-text li", "Assistant")):
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        drawn = {font["familyName"] for font in used if font["isCustomFont"]}
        assert any(family in name for name in drawn), used


@pytest.mark.parametrize("language", PREFIXES)
def test_only_fonts_of_the_pages_scripts_are_fetched(visit: Visit, language: str) -> None:
    for path in [path for kind, code, path in EVERY if code == language and kind in TYPES]:
        # Each in a browser that has nothing in store.
        watched = visit()
        fonts: list[str] = []
        watched.page.on("request", lambda request, fonts=fonts: fonts.extend(FONT.findall(request.url)))
        page = watched.open(path)
        page.evaluate("() => document.fonts.ready.then(() => true)")
        # The switch names Hebrew in Hebrew, in a font of the reader's own system. A Hebrew page needs the Latin files
        # too, for its spaces, digits and full stops.
        text = str(page.evaluate(WORDS)).replace("עברית", "")
        assert bool(HEBREW.search(text)) == any("hebrew" in font for font in fonts), path
        assert len(fonts) == len(set(fonts)) <= 4, path


@pytest.mark.parametrize("language", PREFIXES)
def test_results_come_without_moving_what_is_read(visit: Visit, host: Host, language: str) -> None:
    watched = visit(PHONE, at=host.address + urlsplit(BASE).path)
    watched.page.add_init_script(WATCH)
    page = watched.open(f"{PREFIXES[language]}search/?q={quote(WORD[language])}")
    page.locator("#kb-found [data-kb-result]").first.wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") <= STILL
