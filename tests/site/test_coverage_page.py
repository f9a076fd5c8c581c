"""The page of what is covered, and what leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_support import REPOSITORY, Page

LANGUAGES = {"en": "", "nb": "nb/", "he": "he/"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_is_on_it_and_every_gap_can_be_filled(site: Path, language: str) -> None:
    page = Page(site / LANGUAGES[language] / "coverage" / "index.html", site)
    concepts = {file.stem for file in (Path(__file__).parents[2] / "docs" / "concepts").glob("*.yml")}
    led = {link["href"].split("/")[-2] for link in page.all("a") if link.get("href", "").startswith("../concepts/")}
    assert concepts <= led
    gaps = page.all("a", **{"class": "kb-coverage__write"})
    assert len(gaps) > 50
    for gap in gaps:
        assert gap["href"].startswith(f"{REPOSITORY}/new/main?filename=summaries%2Fmy-id%2Findex.{language}.md&value=")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", ["guide/", "concepts/"])
def test_guide_and_concepts_lead_to_it(site: Path, language: str, start: str) -> None:
    page = Page(site / LANGUAGES[language] / start / "index.html", site)
    assert "../coverage/" in {link.get("href") for link in page.all("a")}
