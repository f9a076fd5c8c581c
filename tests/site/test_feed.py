"""The Atom feeds: read by a feed reader's parser, true to the content, and found from every page."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from recovery_kb.library import Library
from recovery_kb.loading import load
from site_support import BASE, TOY, Page, pages

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIXES = {"en": "", "nb": "nb/", "he": "he/"}


@pytest.fixture(scope="module")
def toy() -> Library:
    return load(TOY)[0]


@pytest.mark.parametrize("language", PREFIXES)
def test_a_parser_reads_it_and_it_names_each_summary_of_its_language(
    toy: Library, toy_site: Path, language: str
) -> None:
    source = (toy_site / PREFIXES[language] / "feed.xml").read_bytes()
    feed = feedparser.parse(source)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert ElementTree.fromstring(source).get(LANG) == language
    expected = {summary.id: summary for summary in toy.summaries.values() if language in summary.texts}
    entries = {entry.id.removeprefix(f"{BASE}id/").partition("/")[0]: entry for entry in feed.entries}
    assert set(entries) == set(expected)
    for id_, entry in entries.items():
        front, original = expected[id_].texts[language].front, expected[id_].original.front
        assert entry.id == f"{BASE}id/{id_}/#{language}"
        assert (entry.title, entry.summary) == (front.title, front.description)
        assert entry.link == f"{BASE}{PREFIXES[language]}summaries/{id_}/"
        assert entry.updated == f"{original.reviewed or original.added}T00:00:00Z"
        assert entry.published == f"{original.added}T00:00:00Z"
        assert entry.author
        assert {tag.term for tag in entry.tags} <= set(expected[id_].concepts)
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == days[0]
    (own,) = [link for link in feed.feed.links if link.rel == "self"]
    assert own.href == f"{BASE}{PREFIXES[language]}feed.xml"


def test_every_id_and_address_is_once_in_all_feeds(site: Path) -> None:
    found = []
    for prefix in PREFIXES.values():
        root = ElementTree.parse(site / prefix / "feed.xml").getroot()
        found += [one.text for one in root.iter(f"{ATOM}id")]
        for entry in root.iter(f"{ATOM}entry"):
            (link,) = entry.findall(f"{ATOM}link")
            path = (link.get("href") or "").removeprefix(BASE)
            assert (site / path / "index.html").is_file()
    assert len(found) == len(set(found))


def test_every_page_leads_to_the_feed_of_its_language(site: Path, toy_site: Path) -> None:
    for folder in (site, toy_site):
        every: list[Page] = pages(folder)
        for page in every:
            link = page.one("link", type="application/atom+xml")
            assert link["rel"] == "alternate"
            assert link["title"]
            target = (page.file.parent / link["href"]).resolve()
            assert target == (folder / PREFIXES[page.language] / "feed.xml").resolve()
            assert page.one("a", type="application/atom+xml")["href"] == link["href"], page.path
