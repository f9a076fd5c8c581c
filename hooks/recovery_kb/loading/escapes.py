"""Characters behind an escape: in double quotes `"\\u202E"` becomes a sign that nobody sees, and no file shows it."""

from __future__ import annotations

from typing import Any

from recovery_kb.loading.files import without_forbidden
from recovery_kb.problems import Problem, problem
from recovery_kb.text.characters import character_name, forbidden
from recovery_kb.yamlmarks import Marked
from recovery_kb.yamlmarks import Path as Where


def clean(marked: Marked, path: str) -> list[Problem]:
    """Take forbidden characters out of a document's values; what they were, as problems."""
    problems: list[Problem] = []

    def cleaned(value: Any, where: Where) -> Any:
        if isinstance(value, dict):
            return {key: cleaned(part, (*where, key)) for key, part in value.items()}
        if isinstance(value, list):
            return [cleaned(part, (*where, number)) for number, part in enumerate(value)]
        if not isinstance(value, str):
            return value
        names = [character_name(character) for _, character in forbidden(value)]
        problems.extend(problem(path, marked.at(*where), "character-forbidden", name=name) for name in names)
        return without_forbidden(value) if names else value

    marked.data = cleaned(marked.data, ())
    return problems
