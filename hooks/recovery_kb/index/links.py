"""Whether every link of a built site leads somewhere: to a page that exists, and to an anchor on it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class BrokenLink(NamedTuple):
    """A link that leads nowhere."""

    page: str
    """Path of the page's file in the site."""
    target: str
    """The link as written."""


class _Links(HTMLParser):
    """Collects where a page leads, and what can be led to on it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.targets: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.targets.append(value)
            elif name == "id" and value:
                self.anchors.add(value)


def base_of(folder: Path) -> str:
    """The address a built site was made for: the canonical address of its first page."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    match = re.search(r'<link rel="canonical" href="([^"]+)"', page)
    return unescape(match[1]) if match else ""


def broken_links(folder: Path, base: str) -> Iterator[BrokenLink]:
    """Every internal link of the site in `folder` that leads nowhere; `base` is the site's own address."""
    pages: dict[str, _Links] = {}
    for file in sorted(folder.rglob("*.html")):
        parser = _Links()
        parser.feed(file.read_text(encoding="utf-8"))
        pages[file.relative_to(folder).as_posix()] = parser
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    for page, links in pages.items():
        for target in links.targets:
            if not _resolves(target, page, base, pages, files):
                yield BrokenLink(page, target)


def _resolves(target: str, page: str, base: str, pages: dict[str, _Links], files: set[str]) -> bool:
    if base and target.startswith(base):
        target = "/" + target.removeprefix(base)
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return True
    # The page for wrong addresses is shown at any depth, so its links are absolute below the base.
    path = unquote(parts.path)
    path = path.removeprefix(urlsplit(base).path) if page == "404.html" else path
    if not path:
        found = page
    else:
        found = posixpath.normpath(posixpath.join("/" + posixpath.dirname(page), path)).lstrip("/")
        if path.endswith("/") or found in {"", "."} or f"{found}/index.html" in files:
            found = posixpath.join(found, "index.html").removeprefix("./")
    if found not in files:
        return False
    return not parts.fragment or found not in pages or unquote(parts.fragment) in pages[found].anchors
