"""Problems as text, as annotations of a pull request, and as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence

from recovery_kb.languages import DEFAULT, LANGUAGES
from recovery_kb.messages import explain
from recovery_kb.problems import Problem, printable

SAME = {"no": "nb", "nn": "nb", "iw": "he"}
"""Codes under which systems know a language of ours."""


def environment_language() -> str:
    """The interface language of the environment's locale, else English."""
    # The first that is set decides, as everywhere: LC_ALL=C overrules LANG=nb_NO.
    stated = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    code = stated.partition("_")[0].partition(".")[0].lower()
    code = SAME.get(code, code)
    return code if code in LANGUAGES else DEFAULT


def as_text(problems: Sequence[Problem], language: str) -> Iterator[str]:
    """`path:line:column: message [code]`, and the cure on a line of its own."""
    for found in problems:
        message, cure = explain(found, language, isolate=True)
        yield f"{printable(found.path)}:{found.line}:{found.column}: {found.severity}: {message} [{found.code}]"
        yield f"    {cure}"


def as_github(problems: Sequence[Problem], language: str) -> Iterator[str]:
    """GitHub's workflow commands, which put a note on the line in a pull request."""
    for found in problems:
        message, cure = explain(found, language)
        place = f"file={_property(printable(found.path))},line={found.line},col={found.column}"
        text = _escape(f"{message}\n{cure}")
        yield f"::{found.severity} {place},title={_property(found.code)}::{text}"


def as_json(problems: Sequence[Problem], language: str) -> Iterator[str]:
    """A list of objects with path, line, column, code, severity, message and cure."""
    rows = []
    for found in problems:
        message, cure = explain(found, language)
        rows.append(
            {
                "path": found.path,
                "line": found.line,
                "column": found.column,
                "code": found.code,
                "severity": found.severity.value,
                "message": message,
                "cure": cure,
            }
        )
    yield json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Problem], str], Iterator[str]]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
