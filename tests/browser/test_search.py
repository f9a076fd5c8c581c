"""Search as it is asked from a script, on the real site."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from browser.conftest import Visit
from browser.places import PREFIXES
from recovery_kb.search.copies import joined
from recovery_kb.text import words
from recovery_kb.text.characters import fold
from recovery_kb.text.words import spellings
from site_support import BASE

SEARCH = "([query, language, limit]) => window.kb.search(query, {language, limit})"
FEW = 5
"""Beside the concepts and their summaries, which are all listed."""
ROOT_PATH = urlsplit(BASE).path


@pytest.fixture
def page(visit: Visit) -> Page:
    """Any page of the site: search can be asked from all of them."""
    return visit().open("about/")


def found(page: Page, query: str, language: str, limit: int = 20) -> list[dict[str, str]]:
    return page.evaluate(SEARCH, [query, language, limit])


def labels(site: Path) -> Iterator[tuple[str, str, str]]:
    """Every label of every concept and scheme: id, language and text."""
    table = json.loads((site / "assets/search/concepts.json").read_text(encoding="utf-8"))["concepts"]
    for id_, concept in table.items():
        for language, several in concept["labels"].items():
            for text, _ in several:
                yield id_, language, text


def test_every_label_leads_to_its_concept_and_its_summaries_in_all_languages(site: Path, page: Page) -> None:
    lost = []
    for id_, language, label in labels(site):
        urls = {result["url"] for result in found(page, label, language, FEW)}
        summaries = json.loads((site / f"assets/search/concepts/{id_}.json").read_text(encoding="utf-8"))["summaries"]
        wanted = {f"{ROOT_PATH}{PREFIXES[language]}concepts/{id_}/"}
        wanted |= {
            f"{ROOT_PATH}{PREFIXES[code]}summaries/{summary['id']}/"
            for summary in summaries
            for code in summary["texts"]
        }
        lost += [(language, label, url) for url in sorted(wanted - urls)]
    assert lost == []


@pytest.mark.parametrize("reader", PREFIXES)
def test_a_label_is_understood_in_any_language(site: Path, page: Page, reader: str) -> None:
    """A reader of one language types what another calls it, and is led to the concept in the own language."""
    lost = []
    for id_, language, label in labels(site):
        own = f"{ROOT_PATH}{PREFIXES[reader]}concepts/{id_}/"
        if own not in {result["url"] for result in found(page, label, reader, FEW)[:10]}:
            lost.append((language, label))
    assert lost == []


KEY = re.compile(r"[\^ξωψ]")


@pytest.mark.parametrize("language", PREFIXES)
def test_no_excerpt_shows_a_key(site: Path, page: Page, language: str) -> None:
    count = 0
    for file in sorted((site / "assets/search" / language / "words").iterdir())[::4]:
        for form in [form for form, keys in json.loads(file.read_text(encoding="utf-8")).items() if keys[0]][::4]:
            for result in found(page, form, language):
                count += 1
                shown = result["title"] + result["excerpt"]
                assert not KEY.search(shown), (form, shown)
    assert count > 1000


MARK = re.compile("<mark>(.*?)</mark>")


def lexicon(site: Path, language: str) -> dict[str, set[str]]:
    """Every word of a language's pages with its keys."""
    return {
        form: {key.removeprefix("+") for key in keys if key}
        for file in sorted((site / "assets/search" / language / "words").iterdir())
        for form, keys in json.loads(file.read_text(encoding="utf-8")).items()
        if keys[0]
    }


@pytest.mark.parametrize("language", PREFIXES)
def test_the_marked_word_is_the_one_that_was_found(site: Path, page: Page, language: str) -> None:
    """Of hundreds of words of the site: what is marked shares a key with what was asked for."""
    entries = lexicon(site, language)
    asked = [form for form in entries if len(form) > 3][:: len(entries) // 200]
    count, wrong = 0, []
    for form in asked:
        for result in found(page, form, language):
            for marked in MARK.findall(result["excerpt"]) if result["how"] == "word" else []:
                count += 1
                text = html.unescape(marked)
                # Where a link begins behind a particle, the page has two words in one: כ<a>מונח</a>.
                parts = [text, *(text[start:] for start in range(1, 4) if language == "he")]
                shown = [word.text for part in parts for word in words(part, language)] + list(joined(text, language))
                forms = [fold(spelling) for word in shown for spelling in spellings(word)]
                if not any(entries.get(one, set()) & entries[form] for one in forms):
                    wrong.append((form, text))
    assert count > 900
    assert wrong == [], wrong


STRANGE = [
    "",
    " ",
    "א" * 3000,
    "recovery " * 400,
    "?!.,;:–—…",
    '""',
    "''",
    '"',
    "(",
    "[",
    "\\",
    ".*",
    "^$",
    "a{1,99999}",
    "(a+)+$",
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 1'>",
    "\u0591\u05b0\u05b8",
    "👩‍👩‍👧 recovery",
    "החלמה WRAP 2015 (תקווה) peer-support",
    "\u202eyrevocer\u202c",
    "\u0000\u0007",
    "%22%3E",
    "ξhopeω",
    "^ξhopeωψψψ",
    "__proto__",
    "constructor",
    "toString hasOwnProperty",
    "\ud800",
    "0",
    "1e999",
    "ﬁt",
    "İstanbul",
    "ß",
]


@pytest.mark.parametrize("language", PREFIXES)
def test_strange_queries_do_no_harm(page: Page, language: str) -> None:
    """Whatever is typed: an answer, no word in the console (see `visit`), and nothing of it runs."""
    for query in STRANGE:
        for result in found(page, query, language):
            assert set(result) == {"url", "title", "excerpt", "how"}
            assert re.sub("</?mark>|&[#a-z0-9]+;", "", result["excerpt"]).find("<") == -1
    assert page.evaluate("window.hit") is None


def test_hits_lead_to_pages(site: Path, page: Page) -> None:
    for language, query in [("he", "תמיכת עמיתים"), ("nb", "brukermedvirkning"), ("en", "family")]:
        results = found(page, query, language)
        assert results
        for result in results:
            path = result["url"].removeprefix(ROOT_PATH)
            assert (site / path / "index.html").is_file(), result["url"]
            assert result["how"] in {"word", "start", "spelling", "near", "concept"}


def test_no_notice_is_found(toy_site: Path, toy_address: str, visit: Visit) -> None:
    """Where a translation is missing stands a page that says so: it is no result."""
    page = visit(at=toy_address).open("")
    notices = {
        "/" + file.parent.relative_to(toy_site).as_posix() + "/"
        for file in toy_site.rglob("index.html")
        if 'data-kb-kind="notice"' in file.read_text(encoding="utf-8")
    }
    assert notices
    for language in PREFIXES:
        for file in (toy_site / "assets/search" / language / "words").iterdir():
            for form in list(json.loads(file.read_text(encoding="utf-8")))[:40]:
                urls = {"/" + result["url"].removeprefix(ROOT_PATH) for result in found(page, form, language)}
                assert not urls & notices
