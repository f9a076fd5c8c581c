"""What the content must be. A rule is a generator of problems; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from recovery_kb.library import Library
from recovery_kb.problems import Problem
from recovery_kb.rules import (
    addresses,
    front_matter,
    headings,
    links,
    marks,
    markup,
    originals,
    parts,
    sections,
    tags,
    vocabulary,
    works,
)

Rule = Callable[[Library], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *front_matter.RULES,
    *originals.RULES,
    *works.RULES,
    *marks.RULES,
    *headings.RULES,
    *sections.RULES,
    *links.RULES,
    *markup.RULES,
    *parts.RULES,
    *vocabulary.RULES,
    *addresses.RULES,
    *tags.RULES,
)
"""Every rule, in the order of what an editor meets in a file."""


def apply(library: Library) -> Iterator[Problem]:
    """All problems of a library, in no particular order."""
    for rule in RULES:
        yield from rule(library)
