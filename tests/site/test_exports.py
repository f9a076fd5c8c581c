"""Records on the built site: two for every summary, in every format, where pages and programs look for them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
import rispy
from pybtex.database import parse_string

from recovery_kb.loading import load
from schema_org_support import faults
from site_support import ROOT, Page, pages


@pytest.fixture(scope="module")
def summary_pages(site: Path) -> list[Page]:
    return [page for page in pages(site) if page.one("main")["data-kb-kind"] == "summary"]


def test_the_site_gives_away_all_works_in_every_format(site: Path) -> None:
    library, _ = load(ROOT)
    keys = set(library.works)
    read = (site / "data" / "references.json").read_text(encoding="utf-8")
    assert {item["id"] for item in json.loads(read)} == keys
    bib = (site / "data" / "references.bib").read_text(encoding="utf-8")
    assert set(parse_string(bib, "bibtex").entries) == keys
    ris = (site / "data" / "references.ris").read_bytes().decode("utf-8")
    assert {record["id"] for record in rispy.loads(ris)} == keys
    assert "\r\r" not in ris


def test_each_summary_page_offers_both_records_and_never_mixes_them(summary_pages: list[Page]) -> None:
    for page in summary_pages:
        files = {link["download"]: link["href"] for link in page.all("a") if "download" in link}
        assert len(files) == 6, page.path
        ids = set()
        for name, href in files.items():
            file = (page.file.parent / href).resolve()
            text = file.read_text(encoding="utf-8")
            id_, _, extension = name.rpartition(".")
            assert file.suffix == f".{extension}"
            assert id_ in text, (page.path, name)
            ids.add(id_)
        id_ = page.one("main")["data-kb-id"]
        assert len(ids) == 2
        assert f"{id_}-summary-{page.language}" in ids


def test_zotero_finds_both_records_on_a_page(summary_pages: list[Page]) -> None:
    for page in summary_pages:
        spans = page.all("span", **{"class": "Z3988"})
        found = [parse_qs(span["title"]) for span in spans]
        assert len(found) == 2, page.path
        assert all(one["ctx_ver"] == ["Z39.88-2004"] for one in found)
        original, summary = found
        assert summary["rft.type"] == ["webpage"]
        assert summary["rft.language"] == [page.language]
        assert original.get("rft.atitle", original.get("rft.title", original.get("rft.btitle"))) != summary["rft.title"]


def linked_data(page: Page) -> list[Any]:
    """What stands in the page for search engines, script by script."""
    texts = re.findall(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", page.html, re.DOTALL)
    assert len(texts) == page.html.count('<script type="application/ld+json"')
    return [json.loads(text) for text in texts]


def test_linked_data_stands_on_every_summary_page(summary_pages: list[Page]) -> None:
    for page in summary_pages:
        (data,) = linked_data(page)
        resource, breadcrumbs = data["@graph"]
        assert resource["url"] == page.one("link", rel="canonical")["href"]
        assert resource["name"] == breadcrumbs["itemListElement"][-1]["name"]


@pytest.mark.parametrize("built", ["site", "toy_site"])
def test_linked_data_holds_only_what_schema_org_knows(built: str, request: pytest.FixtureRequest) -> None:
    found = 0
    for page in pages(request.getfixturevalue(built)):
        for data in linked_data(page):
            assert data["@context"] == "https://schema.org"
            assert list(faults(data["@graph"], page.path)) == []
            found += 1
    assert found


def test_schemas_stand_where_they_say(site: Path) -> None:
    for file in (site / "schema").iterdir():
        assert json.loads(file.read_text(encoding="utf-8"))["$id"].endswith(f"/schema/{file.name}")
