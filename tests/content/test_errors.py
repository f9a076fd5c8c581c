"""The known errors of the source documents stay out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from content.test_evidence import library

ERRORS = yaml.safe_load((Path(__file__).parent / "errors.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("error", ERRORS, ids=[error["pattern"][:24] for error in ERRORS])
def test_an_error_is_not_repeated(error: dict[str, object]) -> None:
    pattern = re.compile(str(error["pattern"]), re.IGNORECASE)
    languages = error.get("languages", ["en", "nb", "he"])
    only_in = error.get("only_in", [])
    assert isinstance(languages, list)
    assert isinstance(only_in, list)
    found = {
        (text.path, match[0])
        for text in library().texts()
        if text.language in languages and text.id not in only_in
        for match in pattern.finditer(f"{text.front.title}\n{text.front.description}\n{text.body}")
    }
    assert found == set(), error["why"]
