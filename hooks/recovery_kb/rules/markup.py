"""Rule for raw HTML and attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recovery_kb.library import Library
from recovery_kb.markup.engine import render
from recovery_kb.markup.safety import refused
from recovery_kb.problems import Problem, problem


def allowed_html(library: Library) -> Iterator[Problem]:
    """Only the HTML and the attributes that the allow-list lets through: no scripts, no event handlers, no styles."""
    for text in library.texts():
        for tag, attribute in refused(render(text.body).html):
            if attribute in {"href", "src"}:
                continue  # links have rules of their own, which say more
            pattern = rf"(?<![\w-]){re.escape(attribute)}\s*=" if attribute else rf"<{re.escape(tag)}"
            at = text.scan.find(pattern) or text.scan.position(0)
            if attribute:
                yield problem(text.path, at, "attribute-refused", attribute=attribute, tag=tag)
            else:
                yield problem(text.path, at, "html-refused", tag="<!-- -->" if tag == "!--" else f"<{tag}>")


RULES = (allowed_html,)
