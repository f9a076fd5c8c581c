"""The head and the body of a Markdown file."""

from __future__ import annotations

import re

from recovery_kb.problems import Position, Problem, problem
from recovery_kb.yamlmarks import Marked, read

FENCE = re.compile(r"---[ \t]*")
END = re.compile(r"(?:---|\.\.\.)[ \t]*")
FIELD = re.compile(r"[A-Za-z_]+:(?:\s|$)")


def split(text: str, path: str) -> tuple[Marked, str, int, list[Problem]]:
    """Front matter, body, the body's first line, and what is wrong with the head as YAML."""
    lines = text.split("\n")
    start, problems = _start(lines, path)
    if start is None:
        return _headless(), text, 1, problems
    end = next((number for number, line in enumerate(lines[start:], start) if END.fullmatch(line)), None)
    if end is None:
        return _headless(), "", len(lines), [problem(path, Position(start), "front-matter-unclosed")]
    marked = read("\n".join(lines[start:end]), path, first_line=start + 1)
    problems += marked.problems
    if marked.data is not None and not isinstance(marked.data, dict):
        problems.append(problem(path, Position(start + 1), "front-matter-shape"))
        marked.data = None
    elif marked.data is None and not problems:
        problems.append(problem(path, Position(), "front-matter-missing"))
    return marked, "\n".join(lines[end + 1 :]), end + 2, problems


def _start(lines: list[str], path: str) -> tuple[int | None, list[Problem]]:
    """The number of the head's first line, counted from 0; None where there is no head.

    A head that stands below empty lines, or whose first --- is forgotten, is read all the same: else its fields
    would be taken for text, and one slip would be told as many.
    """
    missing = [problem(path, Position(), "front-matter-missing")]
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None, missing
    if FENCE.fullmatch(lines[first]):
        return first + 1, missing if first else []
    is_head = FIELD.match(lines[first]) and any(END.fullmatch(line) for line in lines)
    return first if is_head else None, missing


def _headless() -> Marked:
    return Marked(marks={(): Position()})
