"""Four fields around a middle."""

from __future__ import annotations

from math import hypot, sqrt

from recovery_kb.figures.parts import Part, Subject
from recovery_kb.figures.placing import Clearance, Placed, Point, place
from recovery_kb.figures.svg import drawing, ellipse, link, number, path

WIDTH, HEIGHT = 197.0, 164.0
"""From the middle to the edge, in units of the drawing, which is 400 wide."""
CORE = (108.0, 52.0)
"""Half width and half height of what stands in the middle."""
HOLE = (115.0, 59.0)
"""The same of the hole it stands in."""
GAP = 3.0
"""From a field to the line between it and the next."""
CORNER = 14.0
SIZES = (16.5, 16.0, 15.5, 15.0)

Side = tuple[int, int]
"""Which way a field lies from the middle: -1 or 1 across, -1 or 1 down."""


def quarters(subject: Subject) -> str | None:
    """The first part stands at the top where lines begin, the second beside it."""
    if len(subject.parts) != 4:
        return None
    start = 1 if subject.is_rtl else -1
    sides = [(start, -1), (-start, -1), (start, 1), (-start, 1)]
    for size in SIZES:
        found = [_place(part, side, subject, size) for part, side in zip(subject.parts, sides, strict=True)]
        core = _middle(subject.core, size) if subject.core else None
        if all(found) and (core or not subject.core):
            parts = [
                link(part, path(_outline(side, has_hole=bool(core))), placed)
                for part, side, placed in zip(subject.parts, sides, found, strict=True)
                if placed
            ]
            if subject.core and core:
                parts.insert(0, link(subject.core, ellipse(*CORE), core, "core"))
            return drawing(subject, (-200, -HEIGHT - 3, 400, 2 * HEIGHT + 6), parts)
    return None


def _place(part: Part, side: Side, subject: Subject, size: float) -> Placed | None:
    centres: list[Point] = [(side[0] * x, side[1] * y) for x in (100, 105, 95) for y in range(60, 130, 3)]
    return place(part.label, part.count, size, centres, _within(side, has_hole=subject.core is not None))


def _middle(core: Part, size: float) -> Placed | None:
    return place(core.label, None, size, [(0, 0)], lambda x, y: -_beyond(x, y, CORE))


def _within(side: Side, *, has_hole: bool) -> Clearance:
    def clearance(x: float, y: float) -> float:
        across, down = x * side[0], y * side[1]
        room = min(across - GAP, WIDTH - across, down - GAP, HEIGHT - down)
        return min(room, _beyond(x, y, HOLE)) if has_hole else room

    return clearance


def _beyond(x: float, y: float, radii: tuple[float, float]) -> float:
    """How far a point lies outside an ellipse around the origin, or a little less; below 0 inside."""
    return (hypot(x / radii[0], y / radii[1]) - 1) * min(radii)


def _outline(side: Side, *, has_hole: bool) -> str:
    """A field's edge, drawn as if it lay to the right and below, then turned to its side."""
    wide, high = HOLE
    reach, depth = (wide * sqrt(1 - (GAP / high) ** 2), high * sqrt(1 - (GAP / wide) ** 2)) if has_hole else (GAP, GAP)
    right, below = WIDTH, HEIGHT
    points = [
        (reach, GAP),
        (right - CORNER, GAP),
        (right, GAP + CORNER),
        (right, below - CORNER),
        (right - CORNER, below),
        (GAP + CORNER, below),
        (GAP, below - CORNER),
        (GAP, depth),
    ]
    a, b, c, d, e, f, g, h = (f"{number(x * side[0])} {number(y * side[1])}" for x, y in points)
    # In a mirror, arcs turn the other way round.
    turn, back = (1, 0) if side[0] * side[1] > 0 else (0, 1)
    corner = f"A{number(CORNER)} {number(CORNER)} 0 0 {turn} "
    inner = f"A{number(wide)} {number(high)} 0 0 {back} {a}" if has_hole else ""
    return f"M{a}L{b}{corner}{c}L{d}{corner}{e}L{f}{corner}{g}L{h}{inner}Z"
