"""What the build adds for search, and what it must not touch."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

LANGUAGES = ("en", "nb", "he")


def test_published_pages_carry_no_keys(site: Path) -> None:
    for file in site.rglob("*.html"):
        assert not re.search(r"\^?ξ\w+ω|\u03c8{3}", file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bundle_holds_what_is_loaded_and_nothing_else(site: Path, language: str) -> None:
    folder = site / "assets" / "search" / language
    names = {re.sub(r"_[0-9a-f]+", "", path.name) for path in folder.iterdir()}
    assert names == {
        "analysis.json",
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind.unknown.pf_meta",
        "pages.json",
        "wasm.unknown.pagefind",
        "words",
        "words.json",
    }
    assert {path.suffix for path in (folder / "fragment").iterdir()} == {".pf_fragment"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_is_searched_is_known_by_name(site: Path, language: str) -> None:
    folder = site / "assets" / "search" / language
    listed = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
    assert {f"unknown_{name}" for name in listed["pages"]} == {path.stem for path in (folder / "fragment").iterdir()}
    ids = [row[4] for row in listed["pages"].values() if len(row) > 4]
    assert len(set(ids)) == len(ids)
    assert {"chime-hope", "chime", "about"} <= set(ids)
    assert not {"home", "search", "rules", "summaries", "summaries-by-year"} & set(ids)
    for kind, year, original, concepts, *_ in listed["pages"].values():
        assert listed["kinds"][kind]
        assert year == 0 or 1900 < year < 2100
        assert original == -1 or listed["languages"][original] in LANGUAGES
        assert all(listed["concepts"][place] for place in concepts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_directory_leads_to_every_chunk_in_order(site: Path, language: str) -> None:
    folder = site / "assets" / "search" / language
    chunks = json.loads((folder / "words.json").read_text(encoding="utf-8"))["chunks"]
    assert {name for _, name in chunks} == {path.name for path in (folder / "words").iterdir()}
    forms = []
    for first, name in chunks:
        entries = json.loads((folder / "words" / name).read_text(encoding="utf-8"))
        assert next(iter(entries)) == first
        forms += entries
    assert forms == sorted(forms)
