"""How wide a text is, and where to break it.

Widths are in ems of Assistant at weight 650, as its own tables give them, rounded up: labels are set before any browser
has seen them, and another font may have to stand in.
"""

from __future__ import annotations

ROOM = 1.06
"""So much wider a stand-in font may be."""

_WIDTHS = {
    0.22: " ",
    0.29: "!',.:;Iijl|‘’׳וין",
    0.39: "()-/[]frt{}זנ",
    0.51: '"–״?csvxyzJLYגכךלץר',
    0.69: "שתמ",
    0.86: "mwMWÆæ@—%",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_SMALL, _LARGE = 0.6, 0.7
"""Of other letters and digits, and of other capitals."""


def width(text: str) -> float:
    """The most room a text on one line takes, in ems."""
    return ROOM * sum(_WIDTH.get(letter, _LARGE if letter.isupper() else _SMALL) for letter in text)


def wrappings(text: str, most: int) -> list[list[str]]:
    """The text on one line, on two, … up to `most`, each time so that the longest line is as short as can be."""
    words = text.split()
    found = []
    for count in range(1, min(most, len(words)) + 1):
        found.append(min(_breaks(words, count), key=lambda lines: max(width(line) for line in lines)))
    return found


def _breaks(words: list[str], count: int) -> list[list[str]]:
    """Every way to put words on so many lines."""
    if count == 1:
        return [[" ".join(words)]]
    return [
        [" ".join(words[:first]), *rest]
        for first in range(1, len(words) - count + 2)
        for rest in _breaks(words[first:], count - 1)
    ]
