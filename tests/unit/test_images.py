"""Images keep their room free before they come, and come when a reader is near."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from lxml import html

from recovery_kb.loading.loader import load
from recovery_kb.markup.engine import render
from site_support import TOY


class Album:
    """Knows the size of one image."""

    def image_size(self, target: str) -> tuple[int, int] | None:
        return (640, 480) if target == "map.png" else None

    def citation(self, cites: list[tuple[str, str | None]]) -> str:
        return ""

    def name(self, id_: str, text: str | None) -> str:
        return ""

    def section_id(self, heading: str) -> str | None:
        return None

    def link_mentions(self, tree: Element) -> None:
        return None


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ("![A map](map.png)", ("640", "480")),
        ("Text ![A map](map.png) text", ("640", "480")),
        ("| a |\n|---|\n| ![A map](map.png) |", ("640", "480")),
        ('![A map](map.png){width="320"}', ("320", "240")),
        ('![A map](map.png){height="100"}', ("133", "100")),
        ('![A map](map.png){width="10" height="10"}', ("10", "10")),
    ],
)
def test_an_image_states_its_size_and_waits(body: str, size: tuple[str, str]) -> None:
    (image,) = html.fromstring(f"<div>{render(body, Album()).html}</div>").iter("img")
    assert (image.get("width"), image.get("height")) == size
    assert (image.get("loading"), image.get("decoding")) == ("lazy", "async")


def test_what_is_not_known_is_left_alone() -> None:
    assert render("![A map](other.png)", Album()).html == '<p><img alt="A map" src="other.png"></p>'


def test_an_image_that_breaks_off_is_broken(tmp_path: Path) -> None:
    folder = tmp_path / "summaries" / "a2020"
    folder.mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (folder / "cut.png").write_bytes((TOY / "summaries/nordvik2021/map.png").read_bytes()[:12])
    _, problems = load(tmp_path)
    assert "image-broken" in {problem.code for problem in problems if problem.path.endswith("cut.png")}


@pytest.mark.parametrize("language", ["en", "nb", "he"])
def test_no_page_shows_an_image_without_a_size(toy_site: Path, language: str) -> None:
    page = toy_site / ("" if language == "en" else language) / "summaries" / "nordvik2021" / "index.html"
    images = html.document_fromstring(page.read_text(encoding="utf-8")).findall(".//img")
    for image in images:
        assert (image.get("width"), image.get("height"), image.get("loading")) == ("16", "16", "lazy")
    assert images or language != "en"
