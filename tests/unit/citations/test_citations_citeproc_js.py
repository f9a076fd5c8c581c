"""Our lines beside those of citeproc-js, the processor in Zotero: what differs is named, with the reason why."""

from __future__ import annotations

import html
import json
import re
from collections import Counter, defaultdict
from typing import Any

import pytest
import yaml

from recovery_kb.citations import STYLES
from recovery_kb.citations.lines import line_of
from recovery_kb.citations.marks import ITALIC_OFF, ITALIC_ON, LINK_OFF, LINK_ON
from recovery_kb.citations.terms import FORMATTINGS, StyleName
from recovery_kb.citations.work import Work
from unit.citations.citeproc_js import make

WORKS = {work["id"]: work for work in make.works()}
MADE = json.loads(make.THEIRS.read_text(encoding="utf-8"))
THEIRS: dict[str, dict[str, str]] = MADE["lines"]
NAMED: dict[str, Any] = yaml.safe_load((make.HERE / "differences.yml").read_text(encoding="utf-8"))
DIFFERENCES: dict[tuple[str, str, str], dict[str, Any]] = {
    (one["work"], one["language"], one["style"]): one for one in NAMED["differences"]
}
CASES = [
    (work["id"], language, style) for language in FORMATTINGS for style in STYLES for work in make.works_in(language)
]


def ours(id_: str, language: str, style: StyleName) -> str:
    """Our line with italics as `<i>`, without the marks that only say where a link is."""
    line = line_of(Work(WORKS[id_]), language, style=style)
    return re.sub(f"[{LINK_ON}{LINK_OFF}]", "", line).replace(ITALIC_ON, "<i>").replace(ITALIC_OFF, "</i>")


def theirs(id_: str, language: str, style: StyleName) -> str:
    """Their line without the boxes around it and the list's number, which a line by itself does not have."""
    made = re.sub(r'<div class="csl-left-margin">.*?</div>', "", THEIRS[f"{language} {style}"][id_])
    return html.unescape(re.sub(r"</?div[^>]*>", "", made)).strip()


@pytest.mark.parametrize(("id_", "language", "style"), CASES, ids="-".join)
def test_what_differs_is_named(id_: str, language: str, style: StyleName) -> None:
    one, other = ours(id_, language, style), theirs(id_, language, style)
    named = DIFFERENCES.get((id_, language, style))
    if named is None:
        assert one == other
        return
    assert {"ours": one, "theirs": other} == {"ours": named["ours"], "theirs": named["theirs"]}
    assert one != other, "this difference is no more: take it out of differences.yml"


def test_theirs_are_made_of_what_ours_are_made_of() -> None:
    assert MADE["made_from"] == make.made_from(), "styles, words, works or export changed: run make.py"


def test_nothing_is_named_that_is_not_compared() -> None:
    assert len(DIFFERENCES) == len(NAMED["differences"])
    assert set(DIFFERENCES) <= set(CASES)
    assert {f"{language} {style}": set(lines) for (language, style), lines in by_run().items()} == {
        run: set(lines) for run, lines in THEIRS.items()
    }


def by_run() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, language, style in CASES:
        found[language, style].append(id_)
    return found


def test_every_difference_has_reasons_and_every_reason_is_needed() -> None:
    used = Counter(reason for one in DIFFERENCES.values() for reason in one["why"])
    assert all(one["why"] for one in DIFFERENCES.values())
    assert set(used) == set(NAMED["reasons"])
    assert all(len(reason.split()) > 5 for reason in NAMED["reasons"].values())


@pytest.mark.parametrize("language", FORMATTINGS)
def test_a_dozen_types_are_compared_in_each_language(language: str) -> None:
    types = {WORKS[id_]["type"] for id_, one, _ in CASES if one == language}
    assert len(types) >= 12, types
