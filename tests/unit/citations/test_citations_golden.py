"""Every source type on pages in three languages, as judged by hand against the manuals: each file says why.

A golden file is a list of cases: `name`, `why` it is right, the record (`item`), and for each page language what is
expected. Adding a case is adding an entry. A changed expectation is to be judged again, not recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from recovery_kb.citations import Cite, References, reference
from recovery_kb.languages import LANGUAGES

GOLDEN = Path(__file__).parent / "golden"
REQUIRED_TYPES = {
    *("article-journal", "article-newspaper", "article-magazine", "book", "chapter", "report", "thesis", "webpage"),
    *("speech", "pamphlet", "legislation", "document"),
}


def cases() -> Iterator[Any]:
    for path in sorted(GOLDEN.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            for page in LANGUAGES:
                yield pytest.param(case, page, id=f"{path.stem}: {case['name']} ({page} page)")


@pytest.mark.parametrize(("case", "page"), list(cases()))
def test_reference_and_citation(case: dict[str, Any], page: str) -> None:
    item = case["item"]
    references = References({item["id"]: item}, page, [item["id"]])
    (entry,) = references.entries()
    found = {
        "language": entry.language,
        "direction": entry.direction,
        "text": entry.text,
        "html": entry.html,
        "citation": references.citation([Cite(item["id"])]),
    }
    assert found == case[page]
    assert reference(item, page) == entry


@pytest.mark.parametrize("kind", sorted(REQUIRED_TYPES))
def test_each_type_is_covered_in_latin_and_hebrew_script(kind: str) -> None:
    golden = yaml.safe_load((GOLDEN / f"{kind}.yml").read_text(encoding="utf-8"))
    assert {case["item"]["language"] == "he" for case in golden} == {True, False}
    assert all(case["why"] for case in golden)
