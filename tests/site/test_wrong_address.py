"""The page for wrong addresses leads only to what the library has."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from fault_support import copy_toy
from site_support import BASE, Page, build

LANGUAGES = {"en": "", "nb": "nb/", "he": "he/"}
ROOT = urlsplit(BASE).path


@pytest.mark.parametrize("name", ["site", "toy_site"])
def test_it_leads_on_in_every_language(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    page = Page(site / "404.html", site)
    assert [form["action"] for form in page.all("form")] == [f"{ROOT}{prefix}search/" for prefix in LANGUAGES.values()]
    ways = {link["href"] for link in page.all("a")}
    assert ways == {ROOT + prefix + path for prefix in LANGUAGES.values() for path in ("", "summaries/", "concepts/")}
    for address in [*ways, *(form["action"] for form in page.all("form"))]:
        assert (site / address.removeprefix(ROOT) / "index.html").is_file()


def test_without_a_search_page_it_offers_no_search(tmp_path: Path) -> None:
    root = copy_toy(tmp_path)
    for language in LANGUAGES:
        (root / "docs" / language / "search.md").unlink()
    result = build(root, tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    page = Page(tmp_path / "site" / "404.html", tmp_path / "site")
    assert page.all("form") == []
    assert len(page.all("section")) == len(LANGUAGES)
    assert {link["href"] for link in page.all("a")} > {ROOT, f"{ROOT}nb/summaries/"}
