"""The vocabulary's files on the built site, and the links that lead machines and people to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib.compare import isomorphic

from site_support import BASE, Page, pages
from skos_support import faults, graph_of


@pytest.mark.parametrize("which", ["site", "toy_site"])
def test_both_files_are_sound_and_say_the_same(which: str, request: pytest.FixtureRequest) -> None:
    data: Path = request.getfixturevalue(which) / "data"
    turtle = graph_of((data / "concepts.ttl").read_text(encoding="utf-8"), "turtle")
    assert isomorphic(turtle, graph_of((data / "concepts.jsonld").read_text(encoding="utf-8"), "json-ld"))
    assert faults(turtle) == ""


def test_everything_is_named_by_an_address_of_the_site(site: Path) -> None:
    graph = json.loads((site / "data" / "concepts.jsonld").read_text(encoding="utf-8"))["@graph"]
    entries = {one["id"]: one for one in graph if one["type"] != "dct:BibliographicResource"}
    shown = {
        page.one("main")["data-kb-id"]
        for page in pages(site)
        if page.one("main")["data-kb-kind"] in {"concept", "scheme"}
    }
    assert set(entries) == {f"{BASE}id/{id_}/" for id_ in shown}
    for entry in entries.values():
        for summary in entry.get("isReferencedBy", []) if isinstance(entry.get("isReferencedBy"), list) else []:
            assert (site / summary.removeprefix(BASE) / "index.html").is_file()


def test_works_without_an_address_of_their_own_stand_among_the_references(site: Path) -> None:
    keys = {work["id"] for work in json.loads((site / "data" / "references.json").read_text(encoding="utf-8"))}
    graph = json.loads((site / "data" / "concepts.jsonld").read_text(encoding="utf-8"))["@graph"]
    here = [one["id"] for one in graph if one["id"].startswith(f"{BASE}data/references.json#")]
    assert here
    assert {iri.partition("#")[2] for iri in here} <= keys


def test_concept_and_scheme_pages_and_the_list_name_the_files(site: Path) -> None:
    for path in ("concepts/chime-hope/", "he/concepts/chime/", "nb/concepts/"):
        page = Page(site / path / "index.html", site)
        for kind, name in (("text/turtle", "concepts.ttl"), ("application/ld+json", "concepts.jsonld")):
            link = page.one("link", rel="alternate", type=kind)
            assert (page.file.parent / link["href"]).resolve() == (site / "data" / name).resolve()
    listed = [link["href"] for link in Page(site / "concepts" / "index.html", site).all("a") if "href" in link]
    assert {"../data/concepts.ttl", "../data/concepts.jsonld"} <= set(listed)
