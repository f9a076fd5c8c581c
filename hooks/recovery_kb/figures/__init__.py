"""Figures of a concept scheme, drawn at the build: SVG in which every concept is a link.

A figure scales with its text as a whole, so no text is ever cut. What has no room for its labels is not drawn.
"""

from __future__ import annotations

from recovery_kb.figures.board import board
from recovery_kb.figures.parts import Part, Subject
from recovery_kb.figures.quarters import quarters
from recovery_kb.figures.wheel import wheel

FIGURES = {"wheel": wheel, "quarters": quarters, "board": board}
"""The shapes a figure can have, by the name that a scheme's file gives them."""

__all__ = ["FIGURES", "Part", "Subject", "figure"]


def figure(shape: str, subject: Subject) -> str | None:
    """The figure as an `<svg>` element, or None where the shape can't hold so many parts or such long labels."""
    return FIGURES[shape](subject)
