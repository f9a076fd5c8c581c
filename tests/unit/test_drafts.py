"""The beginning of a new summary is one that the checks accept once it is filled in."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from recovery_kb.check import check
from recovery_kb.drafts import draft
from recovery_kb.languages import LANGUAGES
from recovery_kb.schema.documents import KINDS
from recovery_kb.strings import section_titles
from site_support import TOY

FILLED = {
    "title: ''": "title: 'Invented, and long enough to be a title'",
    "description: ''": "description: 'One sentence about something that was invented for this very test.'",
    "summarised_by: ''": "summarised_by: editors",
    "added: ''": "added: '2026-11-01'",
    "type: ''": "type: document",
    "type: article-journal": "type: document",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_filled_in_it_passes(kind: str, language: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(TOY, tmp_path / "library"))
    text = draft(kind, language, ["harbour-house"])
    for empty, full in FILLED.items():
        text = text.replace(empty, full)
    text = re.sub(r"^- $", "- One point.\n- Another point.\n- A third point.", text, flags=re.MULTILINE)
    text = re.sub(r"^(## .*)$", r"\1\n\nThe harbour house is invented.", text, flags=re.MULTILINE)
    opening = section_titles(language)["key-messages"]
    text = text.replace(f"## {opening}\n\nThe harbour house is invented.\n", f"## {opening}\n")
    text = text.replace("  title: 'Invented, and long enough to be a title'", "  title: 'An invented work'")
    folder = root / "summaries" / "my-id"
    folder.mkdir()
    (folder / f"index.{language}.md").write_text(text, encoding="utf-8")
    found = [problem for problem in check(root)[1] if "my-id" in problem.path and problem.severity.value == "error"]
    assert found == []


def test_left_empty_it_does_not_pass(tmp_path: Path) -> None:
    root = Path(shutil.copytree(TOY, tmp_path / "library"))
    (root / "summaries" / "my-id").mkdir()
    (root / "summaries" / "my-id" / "index.en.md").write_text(draft("tool", "en", ["rest"]), encoding="utf-8")
    assert any("my-id" in problem.path for problem in check(root)[1])


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="poem"):
        draft("poem", "en", [])
