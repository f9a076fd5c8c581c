"""How good the search is: recall@5, MRR@10 and queries without a result, by language and by kind of query.

`make relevance` builds the real site, asks every query of the search in a real browser, and prints a table.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any

import yaml
from playwright.sync_api import sync_playwright

from browser_support import LAUNCH, serve
from site_support import ROOT, build

HERE = Path(__file__).parent
SETS = (HERE / "queries.yml", HERE / "kept_apart.yml")
CUT = 5
DEEP = 10
ABSENT = "absent"
SLIP = "slip"

Ask = Callable[[str, str], list[dict[str, str]]]
"""From query and language to results as `window.kb.search` gives them."""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the pages that would answer it."""

    text: str
    language: str
    kind: str
    relevant: tuple[str, ...]


@dataclass
class Answer:
    """What a query found."""

    query: Query
    ids: list[str]
    """Ids of the pages found, in order, each once."""
    results: list[dict[str, str]] = field(repr=False)

    @property
    def recall(self) -> float:
        """The part of the relevant pages that stands among the first five, or of five where there are more."""
        found = set(self.ids[:CUT]) & set(self.query.relevant)
        return len(found) / min(CUT, len(self.query.relevant))

    @property
    def reciprocal_rank(self) -> float:
        """One divided by the place of the first relevant page; 0 beyond the tenth."""
        places = (place for place, id_ in enumerate(self.ids[:DEEP], 1) if id_ in self.query.relevant)
        return 1 / next(places, float("inf"))

    @property
    def is_silent_on_absent(self) -> bool:
        """Whether a word that the site lacks finds nothing but what is labelled as near."""
        return all(result["how"] == "near" for result in self.results)


def read(file: Path) -> list[Query]:
    """The queries of a file."""
    rows: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [Query(row["query"], row["language"], row["kind"], tuple(row["relevant"])) for row in rows]


def id_of(url: str) -> str:
    """The id of a page by its address: `/recovery/nb/summaries/tool-wrap/` is `tool-wrap`."""
    return url.rstrip("/").rpartition("/")[2]


def answer(query: Query, ask: Ask) -> Answer:
    """Ask a query."""
    results = ask(query.text, query.language)
    return Answer(query, list(dict.fromkeys(id_of(result["url"]) for result in results)), results)


@dataclass(frozen=True)
class Figures:
    """What a group of answers amounts to."""

    count: int
    recall: float
    reciprocal_rank: float
    empty: int


def figures(answers: Iterable[Answer]) -> Figures:
    """The figures of answers to queries that have relevant pages."""
    of = list(answers)
    return Figures(
        len(of),
        mean(one.recall for one in of),
        mean(one.reciprocal_rank for one in of),
        sum(not one.ids for one in of),
    )


def groups(answers: Iterable[Answer]) -> Iterator[tuple[str, list[Answer]]]:
    """Answers by language (slips apart), then by language and kind; absent words are left out."""
    by: dict[str, list[Answer]] = defaultdict(list)
    kinds: dict[str, list[Answer]] = defaultdict(list)
    for one in answers:
        query = one.query
        if query.kind != ABSENT:
            by[f"{query.language} slip" if query.kind == SLIP else query.language].append(one)
            kinds[f"{query.language} / {query.kind}"].append(one)
    yield from sorted(by.items())
    yield from sorted(kinds.items())


@contextmanager
def asking(site: Path) -> Iterator[Ask]:
    """Asks `window.kb.search` of a built site in a real browser."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        serving = serve(site, Path(folder))
        browser = playwright.chromium.launch(**LAUNCH)
        page = browser.new_page()
        page.goto(next(serving))
        yield lambda text, language: page.evaluate(
            "([query, language]) => window.kb.search(query, {language})", [text, language]
        )
        browser.close()
        serving.close()


def table(answers: list[Answer]) -> str:
    """The figures as a Markdown table."""
    lines = ["| | queries | recall@5 | MRR@10 | no result |", "|---|--:|--:|--:|--:|"]
    for name, group in groups(answers):
        got = figures(group)
        lines.append(f"| {name} | {got.count} | {got.recall:.3f} | {got.reciprocal_rank:.3f} | {got.empty} |")
    loud = [one.query.text for one in answers if one.query.kind == ABSENT and not one.is_silent_on_absent]
    absent = sum(one.query.kind == ABSENT for one in answers)
    return "\n".join([*lines, "", f"Absent words: {absent}; with results that are not labelled near: {loud or 'none'}"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=Path, nargs="+", default=[file for file in SETS if file.exists()])
    parser.add_argument("--site", type=Path)
    parser.add_argument("--misses", action="store_true", help="also list what was not found among the first five")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = options.site
        if not site:
            site = Path(folder) / "site"
            build(ROOT, site).check_returncode()
        with asking(site) as ask:
            for file in options.queries:
                answers = [answer(query, ask) for query in read(file)]
                print(f"\n## {file.name}\n\n{table(answers)}")
                if options.misses:
                    _print_misses(answers)


def _print_misses(answers: list[Answer]) -> None:
    for one in answers:
        if one.query.relevant and (one.recall < 1 or one.reciprocal_rank < 1):
            hows = [f"{result['how']}:{id_of(result['url'])}" for result in one.results[:7]]
            query = one.query
            print(f"{query.language} {query.kind} «{query.text}» recall {one.recall:.2f} rr {one.reciprocal_rank:.2f}")
            print(f"    wanted {list(query.relevant)}\n    got    {hows}")


if __name__ == "__main__":
    main()
