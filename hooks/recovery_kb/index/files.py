"""Writing what stands beside the pages into the built site."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from recovery_kb.addresses import HOME, address, page_path
from recovery_kb.exports.files import exported_files
from recovery_kb.index.feed import feeds
from recovery_kb.index.permanent import redirects
from recovery_kb.index.sitemap import sitemap
from recovery_kb.languages import LANGUAGES
from recovery_kb.render.site import Site
from recovery_kb.skos import as_jsonld, as_turtle, vocabulary
from recovery_kb.strings import strings

WAYS = (HOME, "search", "summaries", "concepts")
"""Pages that help on from a wrong address; a library need not have them all."""


def write_beside(site: Site, folder: Path, render: Callable[[str, dict[str, Any]], str]) -> None:
    """Write into `folder` permanent addresses, sitemap, feeds, records, the page for wrong addresses, and images."""
    shared = {"languages": list(LANGUAGES.values()), "words": {code: strings(code) for code in LANGUAGES}}
    for redirect in redirects(site):
        root = "../" * redirect.path.count("/")
        _write(
            folder / redirect.path / "index.html",
            render("id.html", {**shared, "redirect": redirect, "root": root}),
        )
    _write(folder / "404.html", render("404.html", {**shared, "base": site.base, "ways": _ways(site)}))
    _write(folder / "sitemap.xml", sitemap(site))
    for path, feed in feeds(site).items():
        _write(folder / path, feed)
    for path, text in exported_files(site.library, site.base):
        _write(folder / path, text)
    concepts = vocabulary(site.library, site.base)
    _write(folder / "data" / "concepts.ttl", as_turtle(concepts))
    _write(folder / "data" / "concepts.jsonld", as_jsonld(concepts))
    # The packed copy that the engine writes carries the time of the build.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    _write(folder / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.base}sitemap.xml\n")
    # The theme's script, its search and its stemmers are not loaded by any page.
    shutil.rmtree(folder / "assets" / "javascripts", ignore_errors=True)
    # GitHub Pages would otherwise leave out folders that begin with an underscore.
    _write(folder / ".nojekyll", "")
    _images(site, folder)


def _ways(site: Site) -> dict[str, dict[str, str]]:
    """For each language the addresses, from the site's root, of the pages that help on from a wrong one, by id."""
    pages = site.library.pages
    return {
        code: {
            id_: address(page_path(site.library, id_), code)
            for id_ in WAYS
            if id_ in pages and code in pages[id_].texts
        }
        for code in LANGUAGES
    }


def _images(site: Site, folder: Path) -> None:
    for summary in site.library.summaries.values():
        for language in summary.texts:
            for name in sorted(summary.images):
                target = folder / address(f"summaries/{summary.id}/", language) / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(site.library.root / summary.folder / name, target)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
