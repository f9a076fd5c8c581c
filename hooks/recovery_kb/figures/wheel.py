"""A wheel: equal parts around a hub, the first at the top."""

from __future__ import annotations

from math import asin, atan2, cos, hypot, pi, sin

from recovery_kb.figures.parts import Part, Subject
from recovery_kb.figures.placing import Clearance, Placed, Point, place
from recovery_kb.figures.svg import drawing, ellipse, link, number, path

RIM, HUB = 197.0, 60.0
"""Radii of the wheel and of the hole in its middle, in units of the drawing, which is 400 wide."""
GAP = 6.0
"""Between two parts; and twice this between the parts and the hub."""
PARTS = range(3, 7)
SIZES = (16.5, 16.0, 15.5, 15.0)
"""Font sizes: the drawing is shown no smaller than 0.82 of its units in pixels."""


def wheel(subject: Subject) -> str | None:
    """The parts run clockwise, or the other way round where lines run from the right."""
    if len(subject.parts) not in PARTS:
        return None
    for size in SIZES:
        found = [_place(part, middle, subject, size) for part, middle in _middles(subject)]
        hub = _hub(subject.core, size)
        if all(found) and (hub or not subject.core):
            parts = [
                link(part, path(_outline(middle, len(subject.parts))), placed)
                for (part, middle), placed in zip(_middles(subject), found, strict=True)
                if placed
            ]
            if subject.core and hub:
                parts.insert(0, link(subject.core, ellipse(HUB - GAP, HUB - GAP), hub, "core"))
            return drawing(subject, (-200, -200, 400, 400), parts)
    return None


def _middles(subject: Subject) -> list[tuple[Part, float]]:
    """The parts with the angle of their middle, from the top, clockwise."""
    turn = -2 * pi / len(subject.parts) if subject.is_rtl else 2 * pi / len(subject.parts)
    return [(part, turn * place) for place, part in enumerate(subject.parts)]


def _at(angle: float, radius: float) -> Point:
    return radius * sin(angle), -radius * cos(angle)


def _outline(middle: float, count: int) -> str:
    """A part's edge; the gap to the next is as wide at the hub as at the rim."""
    outer, inner = (pi / count - asin(GAP / 2 / radius) for radius in (RIM, HUB))
    points = (_at(middle - outer, RIM), _at(middle + outer, RIM), _at(middle + inner, HUB), _at(middle - inner, HUB))
    a, b, c, d = (f"{number(x)} {number(y)}" for x, y in points)
    rim, hub = number(RIM), number(HUB)
    return f"M{a}A{rim} {rim} 0 0 1 {b}L{c}A{hub} {hub} 0 0 0 {d}Z"


def _place(part: Part, middle: float, subject: Subject, size: float) -> Placed | None:
    centres = [_at(middle, radius) for radius in range(int(HUB) + 30, int(RIM) - 20, 2)]
    return place(part.label, part.count, size, centres, _within(middle, len(subject.parts)))


def _within(middle: float, count: int) -> Clearance:
    def clearance(x: float, y: float) -> float:
        radius = hypot(x, y)
        aside = abs((atan2(x, -y) - middle + pi) % (2 * pi) - pi)
        edge = radius * sin(min(pi / count - aside, pi / 2)) - GAP / 2
        return min(RIM - radius, radius - HUB, edge)

    return clearance


def _hub(core: Part | None, size: float) -> Placed | None:
    return place(core.label, None, size, [(0, 0)], lambda x, y: HUB - GAP - hypot(x, y)) if core else None
