"""The beginning of a new summary: its head begun, its headings in place."""

from __future__ import annotations

from recovery_kb.schema.documents import KINDS
from recovery_kb.sections import OPENING, SECTIONS
from recovery_kb.strings import section_titles

TYPES = {"article": "article-journal", "report": "report"}
"""The CSL type of what a kind of summary is mostly about; for the others it may be anything."""
HEAD = """\
---
title: ''
description: ''
kind: {kind}
original: {language}
source:
  type: {type}
  title: ''
concepts: [{concepts}]
summarised_by: ''
added: ''
---
"""


def draft(kind: str, language: str, concepts: list[str]) -> str:
    """The text of a new summary of a kind, first written in a language, tagged with some concepts.

    What only its author can know is left empty, so that `kb check` asks for it.
    """
    if kind not in KINDS:
        raise ValueError(f"no kind of summary: {kind}")
    head = HEAD.format(kind=kind, language=language, type=TYPES.get(kind, "''"), concepts=", ".join(concepts))
    titles = section_titles(language)
    return head + "".join(f"\n## {titles[id_]}\n" + ("\n- \n" if id_ == OPENING else "") for id_ in SECTIONS[kind])
