"""All problems of a library: what the loader could not read, and what the rules found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recovery_kb import rules
from recovery_kb.library import Library
from recovery_kb.loading import load
from recovery_kb.problems import Problem, Severity


def check(root: Path) -> tuple[Library, list[Problem]]:
    """Load the library below a folder and apply every rule; problems sorted by place, each once."""
    library, found = load(root)
    return library, sorted({*found, *rules.apply(library)})


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [found for found in problems if found.severity is Severity.ERROR]
