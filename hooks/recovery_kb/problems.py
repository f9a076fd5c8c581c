"""What is wrong with the content, as data: the text is made when a problem is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An error stops the build; a warning is advice to the editor."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a file, 1-based, the column counted in code points."""

    line: int = 1
    column: int = 1


START = Position()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one place. Sorts by path and place."""

    path: str
    """Path from the library's root, with forward slashes."""
    line: int
    column: int
    code: str
    """Stable name of the rule that was broken; the key of its text in `messages/<language>.yml`."""
    severity: Severity = Severity.ERROR
    values: tuple[tuple[str, str], ...] = ()
    """What the text has to name, as pairs: `{key}` in a message stands for the value paired with "key"."""


LONGEST = 120
"""Characters of a value that a message shows."""


def problem(
    path: str,
    at: Position,
    code: str,
    severity: Severity = Severity.ERROR,
    /,
    **values: object,
) -> Problem:
    """A problem at a position, its values turned into text that is safe to print."""
    texts = tuple((name, _short(printable(str(value)))) for name, value in values.items())
    return Problem(path, at.line, at.column, code, severity, texts)


def printable(text: str) -> str:
    """A text without line breaks, control and direction characters, which could disguise what is printed."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
