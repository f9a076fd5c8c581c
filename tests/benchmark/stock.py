"""What ours is compared with: the stock search of Material for MkDocs, and plain Pagefind.

python -m benchmark.stock CONFIG    builds a stock site and prints what its search took
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from material.plugins.search.plugin import SearchPlugin
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_static_i18n.plugin import I18n

from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library

BASE = "https://kb.example/stock/"
_MARK = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")
_CITATION = re.compile(r" ?\[@[^\]]+\]")


def write_stock(library: Library, folder: Path) -> Path:
    """The same texts as stock Material takes them, every language in its folder; the configuration's path."""
    for language in LANGUAGES:
        for text in library.texts():
            if text.language == language:
                inner = "summaries" if text.id in library.summaries else "pages"
                body = _plain(text.body, library, language)
                _page(folder / "docs" / language / inner / f"{text.id}.md", text.front.title, body)
        for entry in library.entries():
            names = "\n".join(f"- {label}" for label in entry.file.altLabel.get(language, []))
            body = f"{entry.file.definition[language]}\n\n{names}"
            _page(folder / "docs" / language / "concepts" / f"{entry.id}.md", entry.file.prefLabel[language], body)
        _page(folder / "docs" / language / "index.md", "Home", "Home.")
    settings = {
        "site_name": "Stock",
        "site_url": BASE,
        "theme": {"name": "material", "font": False},
        "plugins": [
            "search",
            {
                "i18n": {
                    "docs_structure": "folder",
                    "fallback_to_default": False,
                    "languages": [
                        {"locale": code, "name": language.name, **({"default": True} if code == "en" else {})}
                        for code, language in LANGUAGES.items()
                    ],
                }
            },
        ],
        "markdown_extensions": ["attr_list", "tables", "admonition"],
        # With every page in the menu, the pages of so large a site would grow with its square.
        "nav": ["index.md"],
        "validation": {"omitted_files": "ignore"},
    }
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return config


def _page(file: Path, title: str, body: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump({"title": title}, allow_unicode=True, width=10_000)
    file.write_text(f"---\n{head}---\n\n# {title}\n\n{body}\n", encoding="utf-8")


def _plain(body: str, library: Library, language: str) -> str:
    """A text without our own marks: a name becomes the words that it is shown as."""

    def shown(match: re.Match[str]) -> str:
        entry = library.concepts.get(match[1]) or library.schemes.get(match[1])
        if match[2] or entry:
            return match[2] or (entry.file.prefLabel[language] if entry else "")
        summary = library.summaries.get(match[1])
        return summary.texts[language].front.title if summary else match[1]

    return _CITATION.sub("", _MARK.sub(shown, body))


class _Clock:
    """Adds up the time that is spent in functions, not twice where one calls another."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.processor = 0.0
        self.depth = 0

    def wrap(self, owner: type, name: str) -> None:
        function: Callable[..., Any] = getattr(owner, name)

        def timed(*arguments: Any, **named: Any) -> Any:
            self.depth += 1
            start, used = time.perf_counter(), time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.depth -= 1
                if not self.depth:
                    self.seconds += time.perf_counter() - start
                    self.processor += time.process_time() - used

        setattr(owner, name, timed)


def main() -> None:
    """Build a stock site and print the seconds its search took, and the whole."""
    clock = _Clock()
    clock.wrap(SearchPlugin, "on_page_context")
    clock.wrap(SearchPlugin, "on_post_build")
    clock.wrap(I18n, "extend_search_entries")
    clock.wrap(I18n, "reconfigure_search_index")
    start = time.perf_counter()
    build(load_config(sys.argv[1]))
    whole = time.perf_counter() - start
    print(json.dumps({"index": clock.seconds, "processors": clock.processor, "whole": whole}))


if __name__ == "__main__":
    main()
