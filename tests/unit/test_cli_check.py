"""`kb check` as it is typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fault_support import TOY, copy_toy
from recovery_kb.cli.main import kb
from recovery_kb.cli.output import environment_language
from recovery_kb.messages import catalogue

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(kb, [str(argument) for argument in arguments])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A toy library with an error in a summary and advice in another."""
    root = copy_toy(tmp_path)
    tool = root / "summaries/tool-lantern/index.nb.md"
    tool.write_text(tool.read_text(encoding="utf-8").replace("[@lykt2015]", "[@lykt2051]"), encoding="utf-8")
    article = root / "summaries/nordvik2021/index.en.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace("night-staff]\n", "night-staff, compass-rest]\n"), encoding="utf-8"
    )
    return root


def test_all_is_well() -> None:
    result = run("--root", TOY, "check", "--lang", "en")
    assert (result.exit_code, result.output) == (0, "Errors: 0. Warnings: 0.\n")


def test_errors(broken: Path) -> None:
    result = run("--root", broken, "check", "--lang", "en")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "summaries/nordvik2021/index.en.md:21:60: warning: "
        'The summary is tagged with "rest" (compass-rest), but its text never mentions it. [tag-unmentioned]',
        "    Take the tag out, or name the concept in the text, if need be with [[compass-rest]].",
        'summaries/tool-lantern/index.nb.md:24:32: error: No work has the key "lykt2051". [citation-unknown-near]',
        '    Did you mean "lykt2015"? If not, describe the work in summaries/references.yml.',
        "Errors: 1. Warnings: 1.",
    ]


def test_warnings_alone_are_no_failure(broken: Path) -> None:
    result = run("--root", broken, "check", broken / "summaries/nordvik2021", "--lang", "en")
    assert result.exit_code == 0
    assert result.output.endswith("Errors: 0. Warnings: 1.\n")


@pytest.mark.parametrize(
    ("paths", "codes"),
    [
        ([], ["tag-unmentioned", "citation-unknown-near"]),
        (["."], ["tag-unmentioned", "citation-unknown-near"]),
        (["summaries"], ["tag-unmentioned", "citation-unknown-near"]),
        (["summaries/tool-lantern/index.nb.md"], ["citation-unknown-near"]),
        (["summaries/tool-lantern/"], ["citation-unknown-near"]),
        (["docs/../summaries/nordvik2021"], ["tag-unmentioned"]),
        (["docs", "summaries/nordvik2021/index.he.md"], []),
    ],
)
def test_paths(broken: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], codes: list[str]) -> None:
    monkeypatch.chdir(broken)
    result = run("--root", broken, "check", *paths, "--format", "json")
    assert [row["code"] for row in json.loads(result.output)] == codes
    assert result.exit_code == ("citation-unknown-near" in codes)


def test_a_link_can_be_asked_for(tmp_path: Path) -> None:
    root = copy_toy(tmp_path)
    link = root / "summaries/tool-lantern/index.he.md"
    link.symlink_to("/etc/hostname" if Path("/etc/hostname").exists() else "/etc/passwd")
    result = run("--root", root, "check", link, "--format", "json")
    assert [row["code"] for row in json.loads(result.output)] == ["file-link"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--root", "/no/such/folder", "check"],
        ["--root", __file__, "check"],
        ["--root", str(TOY), "check", "no-such-file"],
        ["--root", str(TOY), "check", "/"],
        ["--root", str(TOY), "check", "--format", "xml"],
        ["--root", str(TOY), "check", "--lang", "no"],
        ["--root", str(TOY), "check", "--no-such-option"],
        ["no-such-command"],
    ],
)
def test_wrong_calls(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_empty_folder_is_no_library(tmp_path: Path) -> None:
    result = run("--root", tmp_path, "check", "--format", "json")
    assert result.exit_code == 1
    assert [row["code"] for row in json.loads(result.output)] == ["folder-missing", "folder-missing"]


@pytest.mark.parametrize("language", ["en", "nb", "he"])
def test_languages(broken: Path, language: str) -> None:
    result = run("--root", broken, "check", "--lang", language, "--format", "json")
    (row,) = [row for row in json.loads(result.output) if row["severity"] == "error"]
    text = catalogue(language)["citation-unknown-near"]
    assert row["message"] == text.message.format(key="lykt2051")
    assert row["cure"] == text.cure.format(near="lykt2015")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "no"}, "nb"),
        ({"LANG": "nn_NO"}, "nb"),
        ({"LANG": "he_IL.UTF-8"}, "he"),
        ({"LANG": "iw"}, "he"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "sv_SE"}, "en"),
        ({"LANG": "nb_NO", "LC_ALL": "C"}, "en"),
        ({"LANG": "nb_NO", "LC_ALL": ""}, "nb"),
        ({"LANG": "nb_NO", "LC_MESSAGES": "he_IL"}, "he"),
    ],
)
def test_language_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert environment_language() == language


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_hebrew_on_a_system_without_it(broken: Path, form: str) -> None:
    """Neither the locale nor the name of a file makes the command fail."""
    (broken / "docs/en" / os.fsdecode(b"caf\xe9.md")).write_text("x", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "recovery_kb.cli", "--root", broken, "check", "--lang", "he", "--format", form],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "hooks"),
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr == b""
    output = result.stdout.decode("utf-8")
    assert "לא" in output
    assert "caf\\udce9" in output
    if form == "json":
        assert len(json.loads(output)) == 4
