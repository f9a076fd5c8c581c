"""What a figure shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One concept of a figure."""

    label: str
    href: str
    name: str
    """What the link is called by those who can't see the figure."""
    count: int | None = None
    """The number that stands with the label."""
    notation: int | None = None
    """The concept's own number, where the scheme counts."""


@dataclass(frozen=True)
class Subject:
    """A scheme to be drawn."""

    title: str
    description: str
    parts: list[Part]
    core: Part | None
    """What all the parts are parts of; stands in the middle or above them."""
    is_rtl: bool
    """The order runs from the right: parts change places, letters and lines stay as they are."""
