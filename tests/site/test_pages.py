"""Every page of the built site: language, direction, addresses, and what machines read."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

import pytest

from site_support import BASE, REPOSITORY, Page, pages

DIRECTION = {"en": "ltr", "nb": "ltr", "he": "rtl"}
HEBREW = re.compile(r"[\u05d0-\u05ea]")
LOCALE = {"en": "en_GB", "nb": "nb_NO", "he": "he_IL"}


@pytest.fixture(scope="module")
def all_pages(site: Path) -> list[Page]:
    return pages(site)


@pytest.fixture(scope="module")
def toy_pages(toy_site: Path) -> list[Page]:
    return pages(toy_site)


def test_each_language_has_the_same_addresses(all_pages: list[Page]) -> None:
    by_language = defaultdict(set)
    for page in all_pages:
        by_language[page.language].add(page.path.removeprefix(f"{page.language}/"))
    assert by_language["en"] == by_language["nb"] == by_language["he"]
    assert {"", "summaries/leboutillier2015/", "concepts/chime-hope/", "concepts/chime/"} <= by_language["en"]


def test_language_and_direction_are_true(all_pages: list[Page], toy_pages: list[Page]) -> None:
    for page in (*all_pages, *toy_pages):
        html = page.one("html")
        assert html["lang"] == page.language, page.path
        assert html["dir"] == DIRECTION[page.language], page.path
        assert page.one("body")["dir"] == DIRECTION[page.language], page.path


def test_the_title_of_each_page_is_in_its_language(all_pages: list[Page]) -> None:
    for page in all_pages:
        title = re.search(r"<title>(.*?)</title>", page.html, re.S)
        assert title, page.path
        # Names such as CommonGround are the same everywhere; the site's own name is not.
        assert bool(HEBREW.search(title[1])) == (page.language == "he"), page.path


def test_every_page_says_what_it_is_about(all_pages: list[Page], toy_pages: list[Page]) -> None:
    for page in (*all_pages, *toy_pages):
        main = page.one("main")
        assert main["data-kb-kind"] in {"summary", "concept", "scheme", "page", "notice"}, page.path
        assert main["data-kb-id"], page.path


def test_canonical_addresses_are_absolute_and_their_own(all_pages: list[Page]) -> None:
    for page in all_pages:
        assert page.one("link", rel="canonical")["href"] == BASE + page.path


def test_hreflang_is_absolute_mutual_and_of_one_id(all_pages: list[Page], toy_pages: list[Page]) -> None:
    for group in (all_pages, toy_pages):
        by_address = {BASE + page.path: page for page in group}
        for page in group:
            links = {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate") if "hreflang" in link}
            if page.one("main")["data-kb-kind"] == "notice":
                assert links == {}
                continue
            default = links.pop("x-default")
            assert default.startswith(BASE)
            assert links[page.language] == BASE + page.path
            for language, href in links.items():
                other = by_address[href]
                assert other.language == language
                assert other.one("main")["data-kb-id"] == page.one("main")["data-kb-id"]
                theirs = {link.get("hreflang"): link["href"] for link in other.all("link", rel="alternate")}
                assert theirs[page.language] == BASE + page.path


def test_a_missing_translation_is_said_and_not_claimed(toy_pages: list[Page]) -> None:
    notices = [page for page in toy_pages if page.one("main")["data-kb-kind"] == "notice"]
    assert notices
    for page in notices:
        assert page.meta("robots") == "noindex"
        id_ = page.one("main")["data-kb-id"]
        readable = [
            other
            for other in toy_pages
            if other.one("main")["data-kb-id"] == id_ and other.one("main")["data-kb-kind"] == "summary"
        ]
        hrefs = {
            (page.file.parent / link["href"]).resolve()
            for link in page.all("a")
            if link.get("href", "").startswith(".")
        }
        assert readable
        assert {other.file.parent for other in readable} <= hrefs


def test_description_and_open_graph_on_every_page(all_pages: list[Page]) -> None:
    for page in all_pages:
        assert len(page.meta("description")) >= 10, page.path
        assert page.meta("og:title"), page.path
        assert page.meta("og:description") == page.meta("description"), page.path
        assert page.meta("og:url") == BASE + page.path
        assert page.meta("og:locale") == LOCALE[page.language]
        assert page.meta("og:type") == ("article" if page.one("main")["data-kb-kind"] == "summary" else "website")


def test_nothing_comes_from_another_site(all_pages: list[Page], site: Path) -> None:
    loading = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}
    for page in all_pages:
        for element in page.elements:
            address = element.attributes.get(loading.get(element.tag, ""), "")
            if element.tag == "link" and element.attributes.get("rel") in {"stylesheet", "icon", "preload", "manifest"}:
                address = element.attributes["href"]
            assert not re.match(r"(?:https?:)?//", address), (page.path, address)
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_suggest_a_change_and_report_a_mistake_on_every_page(all_pages: list[Page]) -> None:
    for page in all_pages:
        hrefs = [link.get("href", "") for link in page.all("a")]
        edits = [href for href in hrefs if href.startswith((f"{REPOSITORY}/edit/main/", f"{REPOSITORY}/new/main/"))]
        assert len(edits) == 1, page.path
        assert sum(href.startswith(f"{REPOSITORY}/issues/new?") for href in hrefs) == 1, page.path


def test_summaries_stay_out_of_the_navigation(all_pages: list[Page]) -> None:
    for page in all_pages:
        before = page.html[page.html.index("<body") : page.html.index("<main")]
        links = re.findall(
            r'href="([^"]*summaries/[^"]*)"', re.sub(r"(?s)<nav class=\"kb-languages\".*?</nav>", "", before)
        )
        assert not [link for link in links if "leboutillier2015" in link], page.path


def test_the_sitemap_names_every_readable_page_and_its_languages(site: Path, all_pages: list[Page]) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ElementTree.fromstring((site / "sitemap.xml").read_text(encoding="utf-8"))
    found = {url.findtext("s:loc", namespaces=space): url for url in root.findall("s:url", space)}
    assert set(found) == {BASE + page.path for page in all_pages}
    summary = found[f"{BASE}he/summaries/leboutillier2015/"]
    assert {link.get("hreflang") for link in summary.findall("x:link", space)} == {"en", "nb", "he"}
    assert summary.findtext("s:lastmod", namespaces=space) == "2026-11-21"
    assert not (site / "sitemap.xml.gz").exists()


def test_every_id_has_a_permanent_address(site: Path, all_pages: list[Page]) -> None:
    for id_ in {page.one("main")["data-kb-id"] for page in all_pages}:
        page = Page(site / "id" / id_ / "index.html", site)
        links = {link["hreflang"]: link["href"] for link in page.all("a") if "hreflang" in link}
        assert set(links) == {"en", "nb", "he"}, id_
        for href in links.values():
            assert (page.file.parent / href / "index.html").resolve().is_file(), (id_, href)


def test_a_renamed_summary_keeps_its_old_addresses(toy_site: Path) -> None:
    for old in ("id/nordvik2020", "summaries/nordvik2020", "nb/summaries/nordvik2020", "he/summaries/nordvik2020"):
        page = Page(toy_site / old / "index.html", toy_site)
        hrefs = [link["href"] for link in page.all("a") if "hreflang" in link]
        assert hrefs, old
        for href in hrefs:
            assert (page.file.parent / href).resolve().name == "nordvik2021", old


def test_headings_in_the_text_can_be_linked(all_pages: list[Page]) -> None:
    for page in all_pages:
        if page.one("main")["data-kb-kind"] == "summary":
            ids = {element.attributes.get("id") for element in page.elements if element.tag in {"h2", "h3"}}
            assert {"key-messages", "limits"} <= ids, page.path


def test_the_licences_stand_on_every_page(all_pages: list[Page]) -> None:
    for page in all_pages:
        assert "CC BY 4.0" in page.text, page.path
        assert "MIT" in page.text, page.path


def test_every_link_has_an_address(site: Path) -> None:
    """Also those that are hidden until a script fills them: what crawls the site can't tell."""
    lost = [
        (page.path, element.attributes)
        for page in pages(site)
        for element in page.elements
        if element.tag == "a" and not element.attributes.get("href")
    ]
    assert lost == []
