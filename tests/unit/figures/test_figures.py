"""Figures of schemes: what they hold, in which order, and when there is none."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from recovery_kb.addresses import address
from recovery_kb.figures import FIGURES, Part, Subject, figure
from recovery_kb.figures.letters import width, wrappings
from recovery_kb.loading import load
from recovery_kb.render.schemes import figure_view
from recovery_kb.render.site import Site
from site_support import BASE, ROOT

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"
WORDS = [
    "hope & optimism",
    "identity",
    "«mening» i livet",
    "תקווה",
    "empowerment",
    "rest",
    "work",
    "home",
    "five",
    "six",
]
SIZES = {"wheel": 5, "quarters": 4, "board": 10}


def subject(count: int, *, is_rtl: bool = False, words: list[str] = WORDS) -> Subject:
    parts = [Part(word, f"../{n}/", f"{word} – {n}", n, n) for n, word in enumerate(words[:count], start=1)]
    return Subject("A & B", "Made up", parts, Part("core", "../core/", "core"), is_rtl)


def labels(svg: str) -> list[tuple[str, float, float]]:
    """The link and the place of the first line of every part."""
    root = ElementTree.fromstring(svg)
    return [
        (link.get("href") or "", float(text.get("x") or ""), float(text.get("y") or ""))
        for link in root.iter("a")
        for text in [one for one in link.iter("text") if one.get("class") == "kb-figure__label"][:1]
    ]


@pytest.mark.parametrize("shape", FIGURES)
@pytest.mark.parametrize("is_rtl", [False, True], ids=["ltr", "rtl"])
def test_figures_are_drawn_so(shape: str, is_rtl: bool) -> None:
    svg = figure(shape, subject(SIZES[shape], is_rtl=is_rtl))
    assert svg is not None
    golden = GOLDEN / f"{shape}-{'rtl' if is_rtl else 'ltr'}.svg"
    assert svg.replace("><", ">\n<") + "\n" == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("shape", FIGURES)
def test_a_figure_has_a_title_a_description_and_named_links(shape: str) -> None:
    root = ElementTree.fromstring(figure(shape, subject(SIZES[shape])) or "")
    assert root.get("role") == "group"
    assert [root.findtext("title"), root.findtext("desc")] == ["A & B", "Made up"]
    assert root.find("title").get("id") == root.get("aria-labelledby")  # type: ignore[union-attr]
    assert root.find("desc").get("id") == root.get("aria-describedby")  # type: ignore[union-attr]
    links = list(root.iter("a"))
    assert [link.findtext("title") for link in links] == [
        "core",
        *(f"{word} – {n}" for n, word in enumerate(WORDS[: SIZES[shape]], start=1)),
    ]


@pytest.mark.parametrize("shape", FIGURES)
def test_nothing_has_a_style_or_a_script(shape: str) -> None:
    assert not re.search(r"style|\son\w+=|script|fill=|color", figure(shape, subject(SIZES[shape])) or "")


@pytest.mark.parametrize("shape", ["wheel", "quarters"])
def test_the_order_runs_from_the_right_and_nothing_else_is_turned(shape: str) -> None:
    left, right = (labels(figure(shape, subject(SIZES[shape], is_rtl=rtl)) or "") for rtl in (False, True))
    assert [href for href, _, _ in left] == [href for href, _, _ in right]
    assert [(href, x + 0.0, y) for href, x, y in left] == [(href, -x + 0.0, y) for href, x, y in right]


def test_a_board_is_read_row_by_row() -> None:
    places = labels(figure("board", subject(10)) or "")[1:]
    assert places[0][1] < places[1][1]
    assert places[0][1] == places[2][1]
    mirrored = labels(figure("board", subject(10, is_rtl=True)) or "")[1:]
    assert mirrored[0][1] > mirrored[1][1]


@pytest.mark.parametrize(
    ("shape", "count"), [("wheel", 2), ("wheel", 7), ("quarters", 3), ("quarters", 5), ("board", 1)]
)
def test_a_shape_that_cannot_hold_the_parts_is_not_drawn(shape: str, count: int) -> None:
    assert figure(shape, subject(count)) is None


@pytest.mark.parametrize("shape", FIGURES)
def test_a_label_without_room_is_not_cut_but_not_drawn(shape: str) -> None:
    words = ["Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", *WORDS[1:]]
    assert figure(shape, subject(SIZES[shape], words=words)) is None


def test_lines_are_as_even_as_can_be() -> None:
    found = wrappings("hope and optimism about the future", 3)
    assert found == [
        ["hope and optimism about the future"],
        ["hope and optimism", "about the future"],
        ["hope and", "optimism about", "the future"],
    ]
    assert width("the") < width("them") < width("THEM")


@pytest.mark.parametrize("language", ["en", "nb", "he"])
@pytest.mark.parametrize("scheme", ["chime", "practice-domains", "imroc10"])
def test_the_schemes_that_are_taught_have_figures(scheme: str, language: str) -> None:
    site = Site(_LIBRARY, BASE)
    view = figure_view(site, site.library.schemes[scheme], address(f"concepts/{scheme}/", language), language)
    assert view
    hrefs = [link.get("href") for link in ElementTree.fromstring(view.svg).iter("a")]
    own = [one.id for one in site.library.concepts.values() if one.file.scheme == scheme]
    assert sorted(hrefs[1:]) == sorted(f"../{id_}/" for id_ in own)


_LIBRARY = load(ROOT)[0]
