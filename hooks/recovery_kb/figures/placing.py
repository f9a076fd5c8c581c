"""Finding room for a label in a field of any shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from recovery_kb.figures.letters import width, wrappings

Point = tuple[float, float]
Clearance = Callable[[float, float], float]
"""How far a point lies inside a field, in units of the drawing; below 0 outside."""

LEADING = 1.22
"""From line to line, in font sizes."""
LINES = 5
TALLY = 21.0
"""Height of the number's plate with the gap above it, in units of the drawing."""
MARGIN = 5.0
"""The least room between a label and the edge of its field."""


@dataclass(frozen=True)
class Placed:
    """A label with the centre of each of its lines."""

    lines: list[tuple[str, Point]]
    size: float
    tally: Point | None
    """Where the centre of the number is."""


def place(label: str, count: int | None, size: float, centres: Iterable[Point], clearance: Clearance) -> Placed | None:
    """Put a label where it has the most room, on as many lines as it takes; None where it has not enough."""
    best: tuple[float, Placed] | None = None
    centres = list(centres)
    for lines in wrappings(label, LINES):
        for centre in centres:
            placed = _at(centre, lines, count, size)
            room = min(clearance(*point) for point in _outline(placed, count))
            # Fewer lines read better: more lines have to bring plainly more room.
            if room >= MARGIN and (best is None or room > best[0] + 4):
                best = room, placed
    return best[1] if best else None


def _at(centre: Point, lines: list[str], count: int | None, size: float) -> Placed:
    x, y = centre
    leading = LEADING * size
    height = leading * len(lines) + (TALLY if count is not None else 0)
    top = y - height / 2
    rows = [(line, (x, top + leading * (number + 0.5))) for number, line in enumerate(lines)]
    return Placed(rows, size, None if count is None else (x, y + height / 2 - 9))


def _outline(placed: Placed, count: int | None) -> list[Point]:
    """Points around everything that was placed, near enough to one another that no edge of a field slips between."""
    points: list[Point] = []
    for line, (x, y) in placed.lines:
        half, rise = width(line) * placed.size / 2, placed.size / 2
        corners = [(x - half, y - rise), (x + half, y - rise), (x + half, y + rise), (x - half, y + rise)]
        for (ax, ay), (bx, by) in pairwise([*corners, corners[0]]):
            points += [(ax + (bx - ax) * step / 4, ay + (by - ay) * step / 4) for step in range(4)]
    if placed.tally and count is not None:
        x, y = placed.tally
        half = tally_width(count) / 2
        points += [(x - half, y + 9), (x + half, y + 9), (x - half, y - 9), (x + half, y - 9)]
    return points


def tally_width(count: int) -> float:
    """The width of a number's plate, in units of the drawing."""
    return 12 + 8 * len(str(count))
