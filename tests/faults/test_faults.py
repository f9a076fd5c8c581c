"""Every fault is told: once, in its place, with its cure, and with nothing that only follows from it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from fault_support import Case, apply, cases, copy_toy, expected, together, told, unlike
from recovery_kb.check import check
from recovery_kb.messages import catalogue
from recovery_kb.problems import Problem

CASES = cases()
SHARED = [case for case in CASES if not case.alone]

ELSEWHERE = {"file-unreadable"}
"""Codes that no edit can bring about everywhere: they have tests of their own in `tests/unit`."""


def test_the_toy_library_is_sound(tmp_path: Path) -> None:
    assert check(copy_toy(tmp_path))[1] == []


def test_names_of_cases_are_unique() -> None:
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_alone(case: Case, tmp_path: Path) -> None:
    """Exactly the problems that the case lists, in this order."""
    root = copy_toy(tmp_path)
    apply(case, root)
    _, problems = check(root)
    assert told(problems) == expected(case)
    assert list(unlike(case, problems)) == []
    assert [found for found in problems if not stands_in_file(found, root)] == []


@pytest.mark.parametrize("case", [case for case in CASES if len(case.problems) > 1], ids=lambda case: case.name)
def test_several_problems_have_a_reason(case: Case) -> None:
    assert case.why, "say why one fault is told more than once"


@pytest.mark.parametrize("group", together(SHARED), ids=lambda group: f"{len(group)}-from-{group[0].name}")
def test_together(group: list[Case], tmp_path: Path) -> None:
    """Faults in different files are all told in one run, none hidden by another."""
    root = copy_toy(tmp_path)
    for case in group:
        apply(case, root)
    _, problems = check(root)
    assert told(problems) == told(sorted(problems))
    assert sorted(told(problems)) == sorted(one for case in group for one in expected(case))


def test_many_faults_in_one_file(tmp_path: Path) -> None:
    """All problems of a file come at once, from its first line to its last."""
    root = copy_toy(tmp_path)
    file = root / "summaries/tool-lantern/index.nb.md"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("'Lyktplanen: en plan for vonde netter'", "AB"),
        ("original: nb", "original: nb\nfoo: 1"),
        ("added: '2024-06-01'", "added: '2024-13-01'"),
        ("  - night-staff", "  - night-staff\n  - nightstaff"),
        ("- Planen brukes bare når personen ber om det.\n", ""),
        ("[@lykt2015]", "[@lykt2051] <script>"),
        ("## Trinn for trinn", "#### Trinn for trinn"),
        ("[[harbour-house]]", "[[harbor-house]] [x](javascript:y)"),
        ("## Forbehold\n\nAlt her er diktet opp for å prøve nettstedet.\n", ""),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    _, problems = check(root)
    assert {found.path for found in problems} == {"summaries/tool-lantern/index.nb.md"}
    assert [(found.line, found.column, found.code) for found in problems] == [
        (2, 1, "title-short"),
        (6, 1, "field-unknown"),
        (11, 5, "concept-unknown-near"),
        (14, 1, "date-full"),
        (18, 1, "key-messages-count"),
        (25, 32, "citation-unknown-near"),
        (25, 43, "html-refused"),
        (29, 23, "name-unknown-near"),
        (29, 40, "link-scheme"),
        (31, 1, "section-level"),
        (46, 78, "section-missing"),
    ]


def test_every_rule_has_a_case() -> None:
    codes = {one["code"] for case in CASES for one in case.problems}
    # The names of types are parts of other texts.
    known = {code for code in catalogue("en") if not code.startswith("type-")}
    assert known - codes == ELSEWHERE
    assert codes - known == set()


def stands_in_file(found: Problem, root: Path) -> bool:
    """Whether a problem's line and column exist, one column beyond the last character included."""
    file = root / found.path
    if found.line < 1 or found.column < 1:
        return False
    if not file.is_file() or file.is_symlink() or file.stat().st_size > 1_000_000:
        return (found.line, found.column) == (1, 1)
    text = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return found.line <= len(lines) and found.column <= len(lines[found.line - 1]) + 1


def test_cases_show_what_they_hide() -> None:
    """No invisible character stands in the files of the cases themselves: they are written as escapes."""
    for file in sorted(Path(__file__).parent.glob("*.yml")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            hidden = [sign for sign in line if unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"}]
            assert hidden == [], f"{file.name}:{number}"
