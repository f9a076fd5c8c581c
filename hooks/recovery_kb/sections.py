"""Which sections a summary of each kind has, and in which order."""

from __future__ import annotations

from recovery_kb.markup.scan import Heading
from recovery_kb.nearest import nearest
from recovery_kb.strings import section_id, section_ids

OPENING = "key-messages"
CLOSING = "limits"

_MIDDLE: dict[str, tuple[str, ...]] = {
    "article": ("introduction", "method", "findings", "discussion", "conclusion"),
    "report": ("introduction", "method", "findings", "discussion", "conclusion"),
    "conference-report": ("background", "talks", "conclusion"),
    "tool": ("purpose", "audience", "steps", "requirements", "evidence", "access"),
    "framework": ("background", "content", "use", "evidence"),
    "programme": ("background", "content", "use", "evidence"),
}

SECTIONS: dict[str, tuple[str, ...]] = {kind: (OPENING, *middle, CLOSING) for kind, middle in _MIDDLE.items()}
"""Section ids by kind of summary."""


def heading_id(heading: Heading, language: str) -> str | None:
    """The id a heading states, or the known section's whose heading it is."""
    return heading.id if heading.id is not None else section_id(heading.text, language)


def probable_id(heading: Heading, language: str) -> str | None:
    """The id of the known section whose heading was probably meant by one that has no id."""
    if heading_id(heading, language) is not None:
        return None
    known = section_ids(language)
    return known.get(nearest(heading.text.casefold(), known))
