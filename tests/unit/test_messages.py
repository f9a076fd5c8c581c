"""What is said of a problem: in every language, complete, and safe to print."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter

import pytest

from fault_support import Case, apply, cases, copy_toy, together
from recovery_kb.check import check
from recovery_kb.cli.output import FORMATS
from recovery_kb.languages import LANGUAGES
from recovery_kb.messages import catalogue, explain
from recovery_kb.problems import START, Position, Problem, Severity, problem

PACKAGE = Path(__file__).resolve().parents[2] / "hooks" / "recovery_kb"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """One real problem of every code that a fault can bring about."""
    chosen: dict[str, Case] = {}
    for case in cases():
        for one in case.problems:
            chosen.setdefault(one["code"], case)
    # Few libraries with many faults each; what one fault hides of another is then made alone.
    wanted = {case.name: case for case in chosen.values()}
    shared = together([case for case in wanted.values() if not case.alone])
    by_code: dict[str, Problem] = {}
    for group in [*shared, *([case] for case in wanted.values())]:
        if {one["code"] for case in group for one in case.problems} <= by_code.keys():
            continue
        root = copy_toy(tmp_path_factory.mktemp("faults"))
        for case in group:
            apply(case, root)
        by_code |= {one.code: one for one in check(root)[1]}
    return [by_code[code] for code in sorted(chosen)]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_real_problem_is_told_without_gaps(found: list[Problem], language: str) -> None:
    """Every gap of a text is filled by the rule that breaks it."""
    assert len(found) > 120
    for one in found:
        message, cure = explain(one, language, isolate=True)
        for text in (message, cure):
            assert text.strip()
            assert "None" not in text
            assert "{{" not in text
            assert not re.search(r"\{[a-z_]+\}", text), one.code


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_code_has_a_text(language: str) -> None:
    assert list(catalogue(language)) == list(catalogue("en"))
    for text in catalogue(language).values():
        for part in text:
            list(Formatter().parse(part))


def test_every_code_is_used_by_the_package() -> None:
    """No text is left over from a rule that is gone: every code, or the part before its variant, stands in the code."""
    source = "\n".join(
        file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py") if "messages" not in file.parts
    )
    built = {"doi-shape", "isbn-shape", "issn-shape"} | {
        f"{name}-{side}" for name in ("title", "description") for side in ("short", "long")
    }
    unused = [code for code in catalogue("en") if f'"{code}"' not in source and code not in built]
    assert [code for code in unused if not code.startswith("type-")] == []


@pytest.mark.parametrize("form", list(FORMATS))
def test_hostile_values_and_paths_stay_on_their_lines(form: str) -> None:
    path = "summaries/a\nb\x1b[31m\u202ec:d,e%f/index.en.md"
    values = {"field": "x\ny\x1b[2J\u202e", "value": "{field}\r\n::error::", "near": "{0}", "allowed": "%s"}
    hostile = problem(path, Position(3, 4), "field-value", **values)
    for language in LANGUAGES:
        lines = list(FORMATS[form]([hostile, hostile], language))
        if form == "json":
            assert [row["path"] for row in json.loads("\n".join(lines))] == [path, path]
            continue
        assert len(lines) == (4 if form == "text" else 2)
        for line in lines:
            assert not re.search(r"[\x00-\x1f\x7f\u202a-\u202e]", line)


def test_long_values_are_cut() -> None:
    one = problem("a", START, "doi-shape", value="x" * 10_000)
    assert len(explain(one, "en").message) < 200


def test_text(found: list[Problem]) -> None:
    for one, (line, cure) in zip(found, zip(*[iter(FORMATS["text"](found, "en"))] * 2, strict=True), strict=True):
        assert line.endswith(f"[{one.code}]")
        assert f":{one.line}:{one.column}: {one.severity}: " in line
        assert cure.startswith("    ")


def test_github(found: list[Problem]) -> None:
    for one, line in zip(found, FORMATS["github"](found, "nb"), strict=True):
        match = re.fullmatch(r"::(error|warning) file=([^,:]*),line=(\d+),col=(\d+),title=([a-z0-9-]+)::(.+)", line)
        assert match, line
        assert (match[1], int(match[3]), int(match[4]), match[5]) == (one.severity, one.line, one.column, one.code)
        assert "%0A" in match[6]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_json(found: list[Problem], language: str) -> None:
    (text,) = FORMATS["json"](found, language)
    rows = json.loads(text)
    assert [list(row) for row in rows] == [
        ["path", "line", "column", "code", "severity", "message", "cure"] for _ in found
    ]
    for row, one in zip(rows, found, strict=True):
        assert (row["path"], row["line"], row["column"], row["code"]) == (one.path, one.line, one.column, one.code)
        assert row["severity"] in {"error", "warning"}
        assert not re.search("[\u2066-\u2069]", row["message"] + row["cure"])


def test_no_problems() -> None:
    assert list(FORMATS["text"]([], "he")) == list(FORMATS["github"]([], "he")) == []
    assert list(FORMATS["json"]([], "he")) == ["[]"]


def test_severities() -> None:
    assert [*Severity] == ["error", "warning"]
