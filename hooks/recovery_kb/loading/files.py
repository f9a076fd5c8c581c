"""Files as text: encoding, line ends, and characters that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recovery_kb.problems import Position, Problem, problem
from recovery_kb.text.characters import character_name, forbidden

BOM = "\ufeff"
MAX_BYTES = 1_000_000
"""A list of works can be long; a larger file is a slip, and would only make the build slow."""
MAX_TEXT = 200_000
"""A summary is some kilobytes."""
ZERO_SHARE = 4
"""Where more than one byte in so many is zero, the file is no text in UTF-8."""

IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})
"""What operating systems leave behind, and what keeps an empty folder in git."""


def read_text(file: Path, path: str) -> tuple[str | None, list[Problem]]:
    """A file's text with plain line ends and without forbidden characters, and what is wrong with it.

    The text is None where it can't be read at all. What is forbidden is taken out, so that an invisible sign
    in a heading is one problem and not also an unknown heading; only what stands behind it on its line is then
    reported that much further left.
    """
    limit = MAX_TEXT if file.suffix == ".md" else MAX_BYTES
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= limit else b""
    except OSError as error:
        return None, [problem(path, Position(), "file-unreadable", reason=error.strerror or type(error).__name__)]
    if size > limit:
        return None, [problem(path, Position(), "file-too-large", size=size, limit=limit)]
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    wrong = _first_wrong(data)
    if wrong is not None:
        before = data[:wrong].decode("utf-8", "replace")
        return None, [problem(path, position_in(before, len(before)), "encoding-utf8")]
    text = data.decode("utf-8")
    problems = []
    if text.startswith(BOM):
        problems.append(problem(path, Position(), "encoding-bom"))
        text = text.removeprefix(BOM)
    found = list(_characters(text, path))
    if found:
        text = without_forbidden(text)
    return text, problems + found


def without_forbidden(text: str) -> str:
    """A text without the characters that may not stand in it."""
    signs = {character for _, character in forbidden(text)}
    return text.translate(dict.fromkeys(map(ord, signs)))


def _first_wrong(data: bytes) -> int | None:
    """Where data stops being UTF-8, if it does."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    # UTF-16 without its mark: every other byte of Latin text is zero, which UTF-8 allows.
    return data.find(b"\0") if data.count(b"\0") * ZERO_SHARE > len(data) else None


def position_in(text: str, offset: int, first_line: int = 1) -> Position:
    """Line and column of an offset in a text that begins on `first_line`."""
    return Position(
        text.count("\n", 0, offset) + first_line,
        offset - text.rfind("\n", 0, offset),
    )


def _characters(text: str, path: str) -> Iterator[Problem]:
    for offset, character in forbidden(text):
        yield problem(path, position_in(text, offset), "character-forbidden", name=character_name(character))
