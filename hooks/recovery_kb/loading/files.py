"""Files as text: encoding, line ends, and characters that nobody sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from recovery_kb.problems import Position, Problem, problem
from recovery_kb.text.characters import forbidden

BOM = "\ufeff"
MAX_BYTES = 1_000_000
"""A summary is some kilobytes; a larger file is a slip, and would only make the build slow."""

IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})
"""What operating systems leave behind, and what keeps an empty folder in git."""


def read_text(file: Path, path: str) -> tuple[str | None, list[Problem]]:
    """A file's text with plain line ends, and what is wrong with its characters.

    The text is None where it can't be read at all.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        return None, [
            problem(path, Position(), "file-unreadable", reason=error.strerror or type(error).__name__)
        ]
    if len(data) > MAX_BYTES:
        return None, [problem(path, Position(), "file-too-large", size=len(data), limit=MAX_BYTES)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")
        return None, [problem(path, Position(line, len(before) + 1), "encoding-utf8")]
    problems = []
    if text.startswith(BOM):
        problems.append(problem(path, Position(), "encoding-bom"))
        text = text.removeprefix(BOM)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems.extend(_characters(text, path))
    return text, problems


def position_in(text: str, offset: int, first_line: int = 1) -> Position:
    """Line and column of an offset in a text that begins on `first_line`."""
    return Position(
        text.count("\n", 0, offset) + first_line,
        offset - text.rfind("\n", 0, offset),
    )


def _characters(text: str, path: str) -> Iterator[Problem]:
    for offset, character in forbidden(text):
        name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
        yield problem(path, position_in(text, offset), "character-forbidden", name=name)
