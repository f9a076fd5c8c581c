"""Lexicons for the shared tables of words, and what stands in these tables."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from recovery_kb.search.lexicon import lexicon
from recovery_kb.text import Analyser
from recovery_kb.text.characters import fold

HERE = Path(__file__).parent / "unit" / "search"
TEXT = HERE.parent / "text"


def table(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


READINGS = table(HERE / "readings.yml")
EXCEPTIONS = READINGS.pop("pairs")
PAIRS = {
    language: [(kind != "different", str(one), str(other)) for kind, pairs in kinds.items() for one, other in pairs]
    for language, kinds in table(TEXT / "words.yml").items()
}


def vocabulary(language: str) -> list[str]:
    """The words of a site."""
    path = TEXT / f"vocabulary.{language}.txt"
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def of_table(language: str) -> list[str]:
    """The words of the site of the table of readings."""
    rows = READINGS[language]
    return [
        *vocabulary(language),
        *rows.get("also", "").split(),
        *rows["unseen"],
        *rows.get("lost", {}),
        *(row[0] for row in rows.get("alike", ())),
    ]


@cache
def analyser(language: str) -> Analyser:
    """The analyser of that site."""
    return Analyser(language, of_table(language))


@cache
def of_readings(language: str) -> dict[str, list[str]]:
    """The lexicon of that site."""
    return lexicon(analyser(language), of_table(language))


def is_word(form: str, entries: dict[str, list[str]]) -> bool:
    """Has a lexicon a word, and not only as a key?"""
    return entries.get(fold(form), [""])[0] != ""


def of_pairs(language: str, without: Iterable[str] = ()) -> dict[str, list[str]]:
    """The lexicon of a site that uses every word of the pairs but some."""
    absent = {fold(word) for word in without}
    used = [*vocabulary(language), *(word for _, *pair in PAIRS[language] for word in pair)]
    used = [word for word in used if fold(word) not in absent]
    return lexicon(Analyser(language, used), used)


def left_out(language: str) -> list[list[str]]:
    """The words of the pairs in some groups, no two of a pair in one."""
    partners: dict[str, set[str]] = {}
    for _, one, other in PAIRS[language]:
        if fold(one) != fold(other):
            partners.setdefault(one, set()).add(other)
            partners.setdefault(other, set()).add(one)
    groups: list[list[str]] = []
    size = len(partners) // 10
    for word in sorted(partners):
        fitting = [group for group in groups if len(group) < size and partners[word].isdisjoint(group)]
        if fitting:
            fitting[0].append(word)
        else:
            groups.append([word])
    return groups
