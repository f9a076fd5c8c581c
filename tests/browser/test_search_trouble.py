"""Search when things go wrong: files that do not arrive, several languages at once, a site that has just changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from browser.conftest import Visit

SEARCH = "([query, language]) => window.kb.search(query, {language}).then((found) => found.length, () => -1)"
MANY_AT_ONCE = """
async () => {
    const asked = [["hope", "en"], ["håp", "nb"], ["תקווה", "he"], ["stigma", "en"], ["tvang", "nb"], ["כפייה", "he"]];
    const found = await Promise.all(asked.map(([query, language]) => window.kb.search(query, {language})));
    return found.map((results) => results.filter(({how}) => how !== "near").length);
}
"""


@pytest.fixture
def page(browser: Browser, address: str) -> Page:
    """A page of its own for each test, with nothing loaded yet; what it says in the console is expected here."""
    page = browser.new_context().new_page()
    page.goto(address + "about/")
    return page


def test_several_languages_at_once_do_not_spoil_each_other(visit: Visit) -> None:
    for _ in range(4):
        counts = visit().open("about/").evaluate(MANY_AT_ONCE)
        assert all(count > 0 for count in counts), counts


@pytest.mark.parametrize(
    "file",
    [
        "engine.js",
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.unknown.pagefind",
        "*.pf_meta",
        "index/*",
        "fragment/*",
        "words.json",
        "words/*",
        "pages.json",
        "analysis.json",
        "concepts.json",
    ],
)
def test_what_did_not_arrive_is_asked_for_again(page: Page, file: str) -> None:
    """A hole in the network: the query fails, or finds what it can; the next one is as good as any."""
    pattern = re.compile(
        re.escape("/assets/search/") + ".*" + file.replace(".", r"\.").replace("*", "[^/]*") + r"(\?.*)?$"
    )
    cut = True

    def handle(route: Route) -> None:
        if cut:
            route.abort()
        else:
            route.continue_()

    page.route(pattern, handle)
    page.evaluate(SEARCH, ["stigma", "en"])
    cut = False
    if file == "engine.js":
        page.reload()  # the browser itself keeps a module that failed
    assert page.evaluate(SEARCH, ["stigma", "en"]) > 5


def test_a_page_that_is_not_in_the_list_is_left_out(page: Page, site: Path) -> None:
    """Between two builds a browser may hold the list of one and the index of the other."""
    listed = json.loads((site / "assets/search/en/pages.json").read_text(encoding="utf-8"))
    listed["pages"] = {name: row for name, row in listed["pages"].items() if row[-1] != "stigma"}
    page.route("**/en/pages.json", lambda route: route.fulfill(json=listed))
    results = page.evaluate("window.kb.search('stigma', {language: 'en'})")
    assert results
    assert not [one for one in results if one["url"].endswith("/concepts/stigma/") and one["how"] != "concept"]


def test_an_unfinished_word_finds_what_begins_so(visit: Visit) -> None:
    page = visit().open("about/")
    for query, language in [("collab", "en"), ("nettv", "nb"), ("סטיג", "he"), ("selvbest", "nb")]:
        found = page.evaluate("([q, language]) => window.kb.search(q, {language})", [query, language])
        assert [one["how"] for one in found[:2]] == ["start"] * min(2, len(found)), (query, found[:2])
        assert found


def test_a_word_too_short_to_be_a_slip_loads_no_lexicon(visit: Visit) -> None:
    page = visit().open("about/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    for query in ("x", "qq", "zzz"):
        page.evaluate(SEARCH, [query, "en"])
    assert len([url for url in fetched if "/words/" in url]) < 10


def test_every_key_of_a_word_leads_somewhere(visit: Visit, site: Path) -> None:
    """Else the engine would take its absence for a part of the index that did not arrive."""
    page = visit().open("about/")
    for language in ("en", "nb", "he"):
        folder = site / "assets/search" / language / "words"
        entries = {
            form: keys
            for file in sorted(folder.iterdir())
            for form, keys in json.loads(file.read_text(encoding="utf-8")).items()
        }
        keys = sorted({key.removeprefix("+") for own in entries.values() for key in own if key})
        lost = page.evaluate(
            """async ([language, keys]) => {
                const { indexOf } = await import(new URL("../assets/search/index.js", location.href));
                const index = await indexOf(language);
                const lost = [];
                for (const key of keys) if (!(await index.hits(key)).size) lost.push(key);
                return lost;
            }""",
            [language, keys[::5]],
        )
        assert lost == []


def test_filters_are_counted_within_the_others(visit: Visit) -> None:
    page = visit().open("about/")
    counts = """async (filters) => {
        const { search } = await import(new URL("../assets/search/engine.js", location.href));
        const found = await search("recovery", {language: "en", filters, withFacets: true});
        return [found.total, found.facets];
    }"""
    total, facets = page.evaluate(counts, {})
    assert sum(facets["kind"].values()) == total
    chosen, within = page.evaluate(counts, {"kind": ["summary:tool"]})
    assert chosen == facets["kind"]["summary:tool"]
    assert within["kind"] == facets["kind"], "the other kinds may still be added"
    for year, count in within["year"].items():
        assert page.evaluate(counts, {"kind": ["summary:tool"], "year": [year]})[0] == count


def test_corrections_mend_every_word_where_it_stands(visit: Visit) -> None:
    page = visit().open("about/")
    first = """async (query) => {
        const { search } = await import(new URL("../assets/search/engine.js", location.href));
        return (await search(query, {language: "en"})).corrections[0];
    }"""
    assert page.evaluate(first, "recoverry colege") == "recovery college"
    assert page.evaluate(first, "stgma  and stgma?") == "stigma  and stigma?"
