"""Writing SVG: a drawing, its links and their texts. Colours and fonts are the style sheet's."""

from __future__ import annotations

from html import escape

from recovery_kb.figures.parts import Part, Subject
from recovery_kb.figures.placing import Placed, tally_width


def number(value: float) -> str:
    """A coordinate with at most one decimal, the same on every machine."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def drawing(subject: Subject, box: tuple[float, float, float, float], parts: list[str]) -> str:
    """The whole `<svg>`. It is a group, not an image: an image would hide its links."""
    view = " ".join(number(value) for value in box)
    return (
        f'<svg class="kb-figure__drawing" viewBox="{view}" role="group" aria-labelledby="figure-title" '
        f'aria-describedby="figure-text"><title id="figure-title">{escape(subject.title)}</title>'
        f'<desc id="figure-text">{escape(subject.description)}</desc>{"".join(parts)}</svg>'
    )


def link(part: Part, field: str, placed: Placed, kind: str = "part") -> str:
    """A part of the drawing that leads to its concept; `field` is the element that fills its shape."""
    return (
        f'<a class="kb-figure__{kind}" href="{escape(part.href)}"><title>{escape(part.name)}</title>{field}'
        f"{_label(placed)}{_tally(part, placed)}</a>"
    )


def path(commands: str) -> str:
    """A field of any shape."""
    return f'<path class="kb-figure__field" d="{commands}"/>'


def ellipse(across: float, down: float) -> str:
    """A round field around the origin, by half its width and half its height."""
    return f'<ellipse class="kb-figure__field" rx="{number(across)}" ry="{number(down)}"/>'


def rectangle(x: float, y: float, width: float, height: float, radius: float) -> str:
    """A field with four corners, rounded."""
    names = ("x", "y", "width", "height", "rx")
    values = (x, y, width, height, radius)
    shape = " ".join(f'{name}="{number(value)}"' for name, value in zip(names, values, strict=True))
    return f'<rect class="kb-figure__field" {shape}/>'


def text(content: str, x: float, y: float, size: float, kind: str) -> str:
    """A line of text around a point. A third of its size brings a line's middle to where its foot has to be."""
    place = f'x="{number(x)}" y="{number(y + 0.34 * size)}" font-size="{number(size)}"'
    return f'<text class="kb-figure__{kind}" text-anchor="middle" {place}>{escape(content)}</text>'


def _label(placed: Placed) -> str:
    return "".join(text(line, x, y, placed.size, "label") for line, (x, y) in placed.lines)


def _tally(part: Part, placed: Placed) -> str:
    if part.count is None or placed.tally is None:
        return ""
    x, y = placed.tally
    wide = tally_width(part.count)
    plate = f'x="{number(x - wide / 2)}" y="{number(y - 9)}" width="{number(wide)}" height="18" rx="9"'
    return f'<rect class="kb-figure__plate" {plate}/>{text(str(part.count), x, y, 14, "count")}'
