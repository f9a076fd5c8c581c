"""The three searches that are measured: how each is made ready, and how it is asked."""

from __future__ import annotations

from playwright.sync_api import Page

from recovery_kb.languages import LANGUAGES

SHOWN = 10
"""So many results plain Pagefind fetches the excerpts of."""
PATIENCE = 120_000


class Subject:
    """A search on a page."""

    name = ""
    way = "from the call to its promise"
    """What a time from key to results is measured between."""
    prefix = "/recovery/"
    is_loaded_with_page = False
    """Does it fetch its index whether or not anybody searches?"""

    is_bound = True
    """Does it run under the policy of the page it is on? A guest may do what it does elsewhere."""

    def address(self, language: str) -> str:
        """The page that is opened."""
        return f"{self.prefix}{LANGUAGES[language].prefix}summaries/tool-wrap/"

    def is_search(self, path: str) -> bool:
        """Does a path belong to the search?"""
        return True

    def ready(self, page: Page, language: str) -> None:
        """Get ready for the first query."""
        raise NotImplementedError

    def ask(self, page: Page, language: str, query: str) -> float:
        """Ask, and return the milliseconds until the results."""
        raise NotImplementedError


class Ours(Subject):
    """Our search by its script, as `window.kb.search` gives it."""

    name = "ours"

    def ready(self, page: Page, language: str) -> None:
        page.evaluate("l => probe.oursReady(location.origin + '/recovery/assets/search/engine.js', l)", language)

    def ask(self, page: Page, language: str, query: str) -> float:
        call = "([q, l]) => probe.timed(() => kb.search(q, {language: l}))"
        return float(page.evaluate(call, [query, language]))


class OurBox(Subject):
    """Our search as it is used: the box opens at `/`, a query is put in."""

    name = "ours, box"
    way = "from the input event to the last change of the results, the box's own pause included"
    field = "#kb-box input"
    results = "#kb-box-list, .kb-box__note"

    def ready(self, page: Page, language: str) -> None:
        page.keyboard.press("/")
        # The box opens at once; what finds things is still on its way then.
        page.wait_for_selector(self.field, timeout=PATIENCE)
        page.evaluate("probe.boxReady()")

    def ask(self, page: Page, language: str, query: str) -> float:
        call = "([f, r, q]) => probe.key(f, r, 'input', q)"
        return float(page.evaluate(call, [self.field, self.results, query]))


class PlainPagefind(Subject):
    """Pagefind as it comes, on the same pages: its script, and the first results with their excerpts."""

    name = "plain Pagefind"
    is_bound = False

    def ready(self, page: Page, language: str) -> None:
        page.evaluate("probe.pagefindReady(location.origin + '/recovery/pagefind/pagefind.js')")

    def ask(self, page: Page, language: str, query: str) -> float:
        return float(page.evaluate("([q, n]) => probe.timed(() => probe.pagefindAsk(q, n))", [query, SHOWN]))


class Material(Subject):
    """The stock search of Material for MkDocs: a worker that loads the whole index with every page."""

    name = "Material"
    way = "from the key event to the last change of the results"
    prefix = "/stock/"
    is_loaded_with_page = True
    meta = ".md-search-result__meta"

    def is_search(self, path: str) -> bool:
        return "/search/" in path or "/workers/" in path or "/lunr/" in path

    def ready(self, page: Page, language: str) -> None:
        # The first words of the field's message stand there until the index is ready.
        page.wait_for_function(
            "m => document.querySelector(m).textContent.trim() !== window.firstMessage",
            arg=self.meta,
            timeout=PATIENCE,
        )
        page.keyboard.press("/")

    def ask(self, page: Page, language: str, query: str) -> float:
        call = "([f, r, q]) => probe.key(f, r, 'keyup', q)"
        return float(page.evaluate(call, [".md-search__input", ".md-search-result", query]))
