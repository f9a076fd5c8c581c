"""What is wrong and what to do about it, in the editor's language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from recovery_kb.languages import DEFAULT, LANGUAGES
from recovery_kb.problems import Problem
from recovery_kb.yamlmarks import read

LATIN_RUN = re.compile(
    r"((?<=[\u05d0-\u05ea])-)?([^\s\u0590-\u05ff]*[A-Za-z](?:[^\n\u0590-\u05ff]*[^\s\u0590-\u05ff.,:;?(])?)"
)
"""Names of files, fields and examples within a sentence in Hebrew; the hyphen after a particle is no part of them."""


class Explanation(NamedTuple):
    """A problem's text."""

    message: str
    cure: str


@cache
def catalogue(language: str) -> dict[str, Explanation]:
    """All texts of a language by the code of their problem."""
    file = files(__package__) / f"{language}.yml"
    data = read(file.read_text(encoding="utf-8"), file.name).data
    return {code: Explanation(entry["message"], entry["cure"]) for code, entry in data.items()}


def explain(found: Problem, language: str = DEFAULT, *, isolate: bool = False) -> Explanation:
    """A problem's message and cure.

    With `isolate`, a terminal or a page shows `[[leamy2011]]` in a right-to-left text, and not its mirror.
    """
    texts = catalogue(language if language in LANGUAGES else DEFAULT)
    values = dict(found.values)
    # The name of a type is a text of its own, in one form for the message and one for the cure.
    kind = texts.get(values.get("expected", ""))
    message, cure = (
        text.format_map({**values, "expected": name} if kind else values)
        for text, name in zip(texts[found.code], kind or ("", ""), strict=True)
    )
    if isolate:
        message, cure = isolated(message, language), isolated(cure, language)
    return Explanation(message, cure)


def isolated(text: str, language: str) -> str:
    """A right-to-left text in which everything Latin keeps its own direction; any other text as it is."""
    if LANGUAGES[language].direction == "ltr":
        return text
    return LATIN_RUN.sub("\\1\u2066\\2\u2069", text)
