"""What is related, in which order and why: see related.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from library_support import library_of

from recovery_kb.enrich.related import Relation, related

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("related.yml").read_text(encoding="utf-8"))


def reasons(relation: Relation) -> dict[str, Any]:
    """The reasons that hold."""
    every = {
        "same": relation.is_of_the_same,
        "cites_this": relation.cites_this,
        "cited_here": relation.is_cited_here,
        "works": list(relation.works),
        "concepts": list(relation.concepts),
    }
    return {name: value for name, value in every.items() if value}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_related(case: dict[str, Any]) -> None:
    library = library_of(case["library"], case.get("unknown", ()))
    found = {}
    for key in case["expected"]:
        id_, language = key.split()
        found[key] = [(one.id, reasons(one)) for one in related(library.summaries[id_], library, language)]
    assert found == {key: list(several.items()) for key, several in case["expected"].items()}


def test_likeness_is_the_same_from_both_sides_and_at_most_one() -> None:
    library = library_of(
        {
            "one": {"about": "work", "cites": ["a", "b"], "concepts": ["x", "y"]},
            "two": {"about": "b", "cites": ["a"], "concepts": ["y"]},
            "twin": {"about": "work", "cites": ["a", "b"], "concepts": ["x", "y"]},
        }
    )
    every = {id_: {one.id: one for one in related(of, library, "en")} for id_, of in library.summaries.items()}
    for here, relations in every.items():
        for there, relation in relations.items():
            assert 0 < relation.likeness <= 1
            assert relation.likeness == every[there][here].likeness
            assert reasons(relation)
    assert every["one"]["twin"].likeness == 1
    assert every["one"]["two"].likeness < 1
