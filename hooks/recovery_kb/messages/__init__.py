"""What is wrong and what to do about it, in the editor's language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from recovery_kb.languages import DEFAULT, LANGUAGES
from recovery_kb.problems import Problem
from recovery_kb.yamlmarks import read

ISOLATE = "\u2068{}\u2069"
"""Keeps a Latin value from disturbing the order of a Hebrew sentence, and the other way round."""


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
    """A problem's message and cure; with `isolate`, every value is kept apart from the direction around it."""
    texts = catalogue(language if language in LANGUAGES else DEFAULT)
    message, cure = texts[found.code]
    values = dict(found.values)
    in_message, in_cure = values, values
    expected = values.get("expected")
    if expected in texts:
        # The name of a type is a text of its own, in two forms.
        in_message = {**values, "expected": texts[expected].message}
        in_cure = {**values, "expected": texts[expected].cure}
    if isolate:
        in_message = {name: ISOLATE.format(value) for name, value in in_message.items()}
        in_cure = {name: ISOLATE.format(value) for name, value in in_cure.items()}
    return Explanation(message.format_map(in_message), cure.format_map(in_cure))
