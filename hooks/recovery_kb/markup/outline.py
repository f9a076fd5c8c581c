"""The engine's own account of a text, to hold against what the scan has found in it.

The scan knows lines and reads Markdown only roughly; the engine knows Markdown and no lines. Where the two
disagree, something stands in a text that no rule has looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from recovery_kb.markup.engine import HEADINGS, render
from recovery_kb.markup.foreign import unmarked_passages
from recovery_kb.markup.safety import Fault, Token, parse, refused, unbalanced
from recovery_kb.strings import section_id
from recovery_kb.text.foreign import Run

OUR_HREF = "#kb-mark"
OURS = f'<a href="{OUR_HREF}">x</a>'
"""Stands for what a citation or a name becomes: a link, so that one within another link is noticed."""


@dataclass(frozen=True)
class Outline:
    """What a text becomes on its page."""

    headings: list[tuple[int, str]]
    """Level and id of each heading."""
    links: list[str]
    """Where links lead."""
    images: list[str]
    """What images show."""
    ids: list[str]
    """Ids of everything that is no heading."""
    cites: list[str]
    names: list[str]
    refused: list[Fault]
    unbalanced: list[Token]
    foreign: list[Run]
    """Passages in another language than the text's that nobody has marked."""


@lru_cache(maxsize=10_000)
def outline(body: str, language: str) -> Outline:
    """Render a text and list what it has become; once a text, as a preview checks all of them again and again."""
    marks = _Marks(language)
    html = render(body, marks).html
    tokens = [token for token in parse(html) if not token.is_end]
    attributes = [(token.tag, name, value) for token in tokens for name, value in token.attributes]
    return Outline(
        headings=[
            (int(token.tag[1]), dict(token.attributes).get("id", "")) for token in tokens if token.tag in HEADINGS
        ],
        links=[value for tag, name, value in attributes if (tag, name) == ("a", "href") and value != OUR_HREF],
        images=[value for tag, name, value in attributes if (tag, name) == ("img", "src")],
        ids=[value for tag, name, value in attributes if name == "id" and tag not in HEADINGS],
        cites=marks.cites,
        names=marks.names,
        refused=refused(html),
        unbalanced=unbalanced(html),
        foreign=unmarked_passages(html, language, OUR_HREF),
    )


class _Marks:
    """Notes the site's own marks and leaves a link in their place, as the page will."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.cites: list[str] = []
        self.names: list[str] = []

    def citation(self, cites: list[tuple[str, str | None]]) -> str:
        """Note the works that are cited."""
        self.cites += [key for key, _ in cites]
        return OURS

    def name(self, id_: str, text: str | None) -> str:
        """Note the thing that is named."""
        self.names.append(id_)
        return OURS

    def section_id(self, heading: str) -> str | None:
        """The id of a known section by its heading."""
        return section_id(heading, self.language)

    def link_mentions(self, tree: Element) -> None:
        """Link nothing: what the build adds needs no check."""

    def image_size(self, target: str) -> tuple[int, int] | None:
        """No size, for the same reason."""
        return None
