"""The editors' list of rules, made from the very texts that the checks print."""

from __future__ import annotations

from string import Formatter

from recovery_kb.messages import catalogue, isolated
from recovery_kb.render.views import RuleView

GAP = "…"
"""Stands in the list for what a real message names."""


def rule_views(language: str) -> list[RuleView]:
    """Every rule with its message and cure in a language, in the order of the catalogue."""
    return [
        RuleView(code, *(isolated(_with_gaps(part), language) for part in text))
        for code, text in catalogue(language).items()
        if not code.startswith("type-")
    ]


def _with_gaps(text: str) -> str:
    """A text with a sign for everything that is filled in."""
    return "".join(literal + (GAP if name is not None else "") for literal, name, _, _ in Formatter().parse(text))
