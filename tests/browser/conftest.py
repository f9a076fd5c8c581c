"""A real browser on the built sites, served below a sub-path as a static host would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser_support import LAUNCH, serve
from site_support import BASE

PHONE = (390, 844)
DESKTOP = (1280, 900)


@dataclass
class Watched:
    """A page, and everything it should not have done."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a path of the site and wait until it has settled."""
        self.page.goto(self.address + path, wait_until="load")
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(**LAUNCH)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the real site is served."""
    yield from serve(site, tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def toy_address(toy_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the toy site is served."""
    yield from serve(toy_site, tmp_path_factory.mktemp("served-toy"))


Visit = Callable[..., Watched]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages; at the end nothing may have complained and nothing may have left the site."""
    contexts: list[BrowserContext] = []
    opened: list[Watched] = []

    def start(
        size: tuple[int, int] = DESKTOP, *, scheme: str = "light", at: str = address, **options: object
    ) -> Watched:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        watched = Watched(context.new_page(), at)
        origin = at.partition(urlsplit(BASE).path)[0]
        watched.page.on("console", lambda message: watched.complaints.append(f"console: {message.text}"))
        watched.page.on("pageerror", lambda error: watched.complaints.append(f"error: {error}"))
        watched.page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((origin, "data:"))
                else watched.complaints.append(f"request: {request.url}")
            ),
        )
        opened.append(watched)
        return watched

    yield start
    for context in contexts:
        context.close()
    assert [complaint for watched in opened for complaint in watched.complaints] == []
