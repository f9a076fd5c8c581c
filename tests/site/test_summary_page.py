"""What a summary's page says at its head and where it leads on, in the built site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from recovery_kb.languages import LANGUAGES
from recovery_kb.loading import load
from recovery_kb.search.copies import article
from site_support import ROOT, pages

PREFIXES = {"en": "", "nb": "nb/", "he": "he/"}
SUMMARIES = load(ROOT)[0].summaries


def tree(site: Path, path: str) -> html.HtmlElement:
    return html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def one(page: html.HtmlElement, xpath: str) -> html.HtmlElement:
    (found,) = page.xpath(xpath)
    return found


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("summaries/nordvik2021", "about 1 minute"),
        ("nb/summaries/nordvik2021", "omtrent 1 minutt"),
        ("he/summaries/nordvik2021", "זמן קריאה: כדקה"),
    ],
)
def test_the_head_says_who_what_and_when_once(toy_site: Path, path: str, said: str) -> None:
    page = tree(toy_site, path)
    head = one(page, "//header[contains(@class, 'kb-summary')]")
    assert said in text(head)
    assert "10.5555/toy.2021.007" in text(head)
    assert one(head, ".//*[contains(@class, 'kb-open')]") is not None
    assert [time.get("datetime") for time in head.iter("time")] == ["2024-05-01", "2025-05-01"]
    assert {link.get("hreflang") for link in head.iter("a") if link.get("hreflang")} == set(LANGUAGES)
    rest = one(page, "//article")
    assert len(rest.xpath(".//time")) == 2
    assert len(rest.xpath(".//a[@data-kb-language]")) == len(LANGUAGES)


def test_the_head_says_where_a_translation_is_unchecked(toy_site: Path) -> None:
    notes = "//article/header//p[contains(@class, 'kb-note')]"
    assert not tree(toy_site, "summaries/nordvik2021").xpath(notes)
    assert not tree(toy_site, "nb/summaries/nordvik2021").xpath(notes)
    assert tree(toy_site, "summaries/tool-lantern").xpath(notes)


def test_every_described_link_finds_its_definition(site: Path, toy_site: Path) -> None:
    count = 0
    for page in (*pages(site), *pages(toy_site)):
        ids = {element.attributes.get("id") for element in page.elements}
        named = [link["aria-describedby"] for link in page.all("a") if "aria-describedby" in link]
        assert set(named) <= ids, page.path
        # The vocabulary defines everything.
        assert all("aria-describedby" in link for link in page.all("a", **{"class": "kb-concept"})), page.path
        assert ("assets/definitions.js" in page.html) == any("kb-define-" in (id_ or "") for id_ in ids), page.path
        count += len(named)
    assert count > 500


def test_a_definition_is_in_the_pages_language(site: Path) -> None:
    for language, prefix in PREFIXES.items():
        definition = one(tree(site, f"{prefix}summaries/leboutillier2015"), "//*[@id='kb-define-competing-priorities']")
        assert definition.get("lang") is None
        assert bool(re.search("[\u05d0-\u05ea]", text(definition))) == (language == "he")


@pytest.mark.parametrize("language", PREFIXES)
def test_related_summaries_exist_and_say_why(site: Path, language: str) -> None:
    for id_ in SUMMARIES:
        path = f"{PREFIXES[language]}summaries/{id_}"
        entries = tree(site, path).xpath("//section[contains(@class, 'kb-related')]/ul/li")
        assert 1 <= len(entries) <= 4, path
        for entry in entries:
            href = one(entry, ".//h3/a").get("href")
            assert (site / path / href / "index.html").resolve().is_file(), (path, href)
            reasons = entry.xpath("./ul/li")
            assert 1 <= len(reasons) <= 3, path
            assert all(text(reason) and "{" not in text(reason) for reason in reasons), path


def test_reasons_name_works_and_concepts(site: Path) -> None:
    reasons = "//ul[@class='kb-reasons']/li"
    said = {text(reason) for id_ in SUMMARIES for reason in tree(site, f"summaries/{id_}").xpath(reasons)}
    assert "Summarises the same work" in said
    assert any(re.fullmatch(r"Both cite: .+, \d{4}", reason) for reason in said)
    assert any(reason.startswith("Both cover: ") for reason in said)


@pytest.mark.parametrize("language", PREFIXES)
def test_turning_pages_goes_through_each_kind_from_end_to_end(site: Path, language: str) -> None:
    listed = tree(site, f"{PREFIXES[language]}summaries/by-kind")
    for group in listed.xpath("//section[contains(@class, 'kb-group')]"):
        expected = [link.get("href").strip("/").split("/")[-1] for link in group.xpath(".//li//a")]
        path = f"{PREFIXES[language]}summaries/{expected[0]}"
        found = [expected[0]]
        while following := tree(site, path).xpath("//nav[contains(@class, 'kb-turn')]//a[@rel='next' and @href]"):
            id_ = following[0].get("href").strip("./").split("/")[-1]
            path = f"{PREFIXES[language]}summaries/{id_}"
            back = one(tree(site, path), "//nav[contains(@class, 'kb-turn')]//a[@rel='prev']")
            assert back.get("href").strip("./").split("/")[-1] == found[-1]
            found.append(id_)
        assert found == expected


def test_a_series_is_shown_in_order_and_turned_through(toy_site: Path) -> None:
    page = tree(toy_site, "summaries/conference-harbour-2019")
    series = one(page, "//dd[@id='series']")
    assert one(series, "./bdi").get("lang") == "nb"
    assert [text(item).split(":")[0] for item in series.xpath("./ol/li")] == [
        "The Lantern plan",
        "The Harbour conference 2019",
    ]
    assert one(series, ".//*[@aria-current]").tag == "b"
    turn = one(page, "//nav[contains(@class, 'kb-turn')]")
    assert [link.get("href") for link in turn.xpath(".//a[@rel and @href]")] == ["../tool-lantern/"]
    # In Norwegian only one of the two can be read: its series is still named, with what is missing.
    norwegian = tree(toy_site, "nb/summaries/tool-lantern")
    assert "ikke på norsk ennå" in text(one(norwegian, "//dd[@id='series']"))
    assert "hidden" in one(norwegian, "//nav[contains(@class, 'kb-turn')]").attrib


def test_other_pages_titles_are_not_searched_for_here(site: Path) -> None:
    path = "summaries/leboutillier2015"
    page = tree(site, path)
    others = [text(link) for link in page.xpath("//section[contains(@class, 'kb-related')]//h3/a")]
    others += [text(one(page, "//nav[contains(@class, 'kb-turn')]//a[@rel='next' and @href]"))]
    searched = article((site / path / "index.html").read_text(encoding="utf-8"))
    assert "10.1007/s10488-014-0585-x" in searched
    for title in others:
        assert title not in searched
    assert "kb-define-" not in re.sub(r'aria-describedby="[^"]*"', "", searched)
