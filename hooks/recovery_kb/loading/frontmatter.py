"""The head and the body of a Markdown file."""

from __future__ import annotations

import re

from recovery_kb.problems import Position, Problem, problem
from recovery_kb.yamlmarks import Marked, read

FENCE = re.compile(r"---[ \t]*")
END = re.compile(r"(?:---|\.\.\.)[ \t]*")


def split(text: str, path: str) -> tuple[Marked, str, int, list[Problem]]:
    """Front matter, body, the body's first line, and what is wrong with the head as YAML."""
    lines = text.split("\n")
    if not FENCE.fullmatch(lines[0]):
        return Marked(marks={(): Position()}), text, 1, [problem(path, Position(), "front-matter-missing")]
    end = next((number for number, line in enumerate(lines[1:], 1) if END.fullmatch(line)), None)
    if end is None:
        return (
            Marked(marks={(): Position()}),
            "",
            len(lines),
            [problem(path, Position(), "front-matter-unclosed")],
        )
    marked = read("\n".join(lines[1:end]), path, first_line=2)
    problems = list(marked.problems)
    if marked.data is not None and not isinstance(marked.data, dict):
        problems.append(problem(path, Position(2), "front-matter-shape"))
        marked.data = None
    elif marked.data is None and not problems:
        problems.append(problem(path, Position(), "front-matter-missing"))
    return marked, "\n".join(lines[end + 1 :]), end + 2, problems
