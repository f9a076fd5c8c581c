"""A board: two columns of fields below what they belong to, row by row."""

from __future__ import annotations

from recovery_kb.figures.parts import Part, Subject
from recovery_kb.figures.placing import Clearance, Placed, place
from recovery_kb.figures.svg import drawing, link, rectangle, text

WIDTH, GAP = 480.0, 8.0
"""Of the drawing, and between its fields, in its units."""
ROOF = 44.0
"""Height of what stands above the fields."""
EDGE = 2.0
"""Around everything, so that the mark of the focus is not cut."""
NUMBER = 32.0
"""Width of the place for a field's number."""
CORNER = 12.0
PARTS = range(2, 13)
SIZE = 16.0
HEIGHTS = range(64, 170, 4)


def board(subject: Subject) -> str | None:
    """Every field is as high as the longest label needs; the first stands at the side where lines begin."""
    if len(subject.parts) not in PARTS:
        return None
    roof = _roof(subject.core) if subject.core else None
    top = EDGE + (ROOF + GAP if roof else 0)
    for height in HEIGHTS:
        fields = [_field(number, height, top, subject.is_rtl) for number in range(len(subject.parts))]
        found = [_place(part, field, subject.is_rtl) for part, field in zip(subject.parts, fields, strict=True)]
        if all(found):
            parts = [
                _link(part, field, placed, subject.is_rtl)
                for part, field, placed in zip(subject.parts, fields, found, strict=True)
                if placed
            ]
            if subject.core and roof:
                parts.insert(0, link(subject.core, rectangle(EDGE, EDGE, WIDTH - 2 * EDGE, ROOF, CORNER), roof, "core"))
            rows = (len(subject.parts) + 1) // 2
            return drawing(subject, (0, 0, WIDTH, top + rows * (height + GAP) - GAP + EDGE), parts)
    return None


Field = tuple[float, float, float, float]
"""Left, top, width and height."""


def _field(number: int, height: float, top: float, is_rtl: bool) -> Field:
    row, column = divmod(number, 2)
    wide = (WIDTH - 2 * EDGE - GAP) / 2
    left = EDGE + (wide + GAP) * (1 - column if is_rtl else column)
    return left, top + row * (height + GAP), wide, height


def _place(part: Part, field: Field, is_rtl: bool) -> Placed | None:
    left, top, wide, height = field
    aside = NUMBER if part.notation is not None else 0.0
    begin, end = (left, left + wide - aside) if is_rtl else (left + aside, left + wide)
    centre = ((begin + end) / 2, top + height / 2)
    return place(part.label, part.count, SIZE, [centre], _within(begin, end, top, top + height))


def _within(left: float, right: float, top: float, foot: float) -> Clearance:
    return lambda x, y: min(x - left, right - x, y - top, foot - y)


def _link(part: Part, field: Field, placed: Placed, is_rtl: bool) -> str:
    left, top, wide, height = field
    shape = rectangle(left, top, wide, height, CORNER)
    if part.notation is not None:
        x = left + wide - NUMBER / 2 - 2 if is_rtl else left + NUMBER / 2 + 2
        shape += text(str(part.notation), x, top + height / 2, 24, "notation")
    return link(part, shape, placed)


def _roof(core: Part) -> Placed | None:
    within = _within(EDGE, WIDTH - EDGE, EDGE, EDGE + ROOF)
    return place(core.label, None, SIZE, [(WIDTH / 2, EDGE + ROOF / 2)], within)
