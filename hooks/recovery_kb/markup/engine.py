"""Markdown to HTML. One engine for the build, the checks and the previews, so that they can't disagree."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from recovery_kb.markup.passages import mark_passages
from recovery_kb.markup.scan import CITATION, NAME, split_citation

EXTENSIONS = [
    "tables",
    "attr_list",
    "def_list",
    "sane_lists",
    "admonition",
    "pymdownx.betterem",
    "pymdownx.superfences",
]

HEADINGS = {f"h{level}" for level in range(1, 7)}


class Resolver(Protocol):
    """What a text's marks mean on the page it is rendered for."""

    def citation(self, cites: list[tuple[str, str | None]]) -> str:
        """The in-text citation as inline HTML."""

    def name(self, id_: str, text: str | None) -> str:
        """A link to a thing by its id, as inline HTML."""

    def section_id(self, heading: str) -> str | None:
        """The id of a known section by its heading in the page's language."""

    def link_mentions(self, tree: Element) -> None:
        """Link the concepts that the finished text mentions."""

    def image_size(self, target: str) -> tuple[int, int] | None:
        """Width and height in pixels of the image that a text shows."""


@dataclass(frozen=True)
class TocItem:
    """A heading and what stands below it."""

    id: str
    name: str
    level: int
    children: list[TocItem] = field(default_factory=list)


@dataclass(frozen=True)
class Rendered:
    """A text as HTML, and its headings as a tree."""

    html: str
    toc: list[TocItem]
    tokens: list[dict[str, Any]]
    """The headings as Python-Markdown's toc extension gives them."""


class _Plain:
    """Marks left without meaning: for looking at the HTML of an author's own words."""

    def citation(self, cites: list[tuple[str, str | None]]) -> str:
        return "".join(key for key, _ in cites)

    def name(self, id_: str, text: str | None) -> str:
        return id_

    def section_id(self, heading: str) -> str | None:
        return None

    def link_mentions(self, tree: Element) -> None:
        return None

    def image_size(self, target: str) -> tuple[int, int] | None:
        return None


PLAIN: Resolver = _Plain()


def render(body: str, resolver: Resolver = PLAIN, permalink_title: str = "", language: str = "") -> Rendered:
    """Render a body. With `permalink_title`, every heading carries a link to itself under that name.

    With `language`, the page's, passages in another script are marked as such.
    """
    toc = {
        "permalink": "¶" if permalink_title else False,
        "permalink_title": permalink_title,
        "slugify": _no_slug,
    }
    engine = markdown.Markdown(
        extensions=[*EXTENSIONS, "toc", _Marks(resolver, language)],
        extension_configs={"toc": toc, "pymdownx.superfences": {"disable_indented_code_blocks": True}},
        output_format="html",
    )
    html = engine.convert(body)
    tokens: list[dict[str, Any]] = getattr(engine, "toc_tokens", [])
    return Rendered(html, [_toc_item(token) for token in tokens], tokens)


def _toc_item(token: dict[str, Any]) -> TocItem:
    children = [_toc_item(child) for child in token["children"]]
    return TocItem(token["id"], token["name"], token["level"], children)


def _no_slug(text: str, separator: str) -> str:
    """An id for a heading that states none: only the checks ever see it."""
    return re.sub(r"[^a-z0-9]+", separator, text.lower()).strip(separator) or "section"


class _Marks(Extension):
    """The site's own marks as a Python-Markdown extension."""

    def __init__(self, resolver: Resolver, language: str) -> None:
        super().__init__()
        self.resolver = resolver
        self.language = language

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the marks: after code spans and escapes, before ordinary links."""
        md.inlinePatterns.register(_Inline(CITATION.pattern, md, self._citation), "kb-citation", 175)
        md.inlinePatterns.register(_Inline(NAME.pattern, md, self._name), "kb-name", 176)
        md.treeprocessors.register(_Sections(md, self.resolver), "kb-sections", 6)
        md.treeprocessors.register(_Mentions(md, self.resolver), "kb-mentions", 4)
        if self.language:
            md.treeprocessors.register(_Passages(md, self.language), "kb-passages", 3.5)
        md.treeprocessors.register(_Alignment(md), "kb-alignment", 3)
        md.treeprocessors.register(_Images(md, self.resolver), "kb-images", 2)

    def _citation(self, match: re.Match[str]) -> str:
        cites = [cited for cited in split_citation(match[1]) if cited]
        return self.resolver.citation(cites) if cites else ""

    def _name(self, match: re.Match[str]) -> str:
        return self.resolver.name(match[1].strip(), match[2])


class _Inline(InlineProcessor):
    """A mark that a function turns into inline HTML."""

    def __init__(self, pattern: str, md: markdown.Markdown, make: Callable[[re.Match[str]], str]) -> None:
        super().__init__(pattern, md)
        self.make = make

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        return self.md.htmlStash.store(self.make(m)), m.start(0), m.end(0)


class _Sections(Treeprocessor):
    """Gives the known headings of the page's language their language-neutral ids."""

    def __init__(self, md: markdown.Markdown, resolver: Resolver) -> None:
        super().__init__(md)
        self.resolver = resolver

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in HEADINGS and "id" not in element.attrib:
                id_ = self.resolver.section_id("".join(element.itertext()).strip())
                if id_:
                    element.set("id", id_)


class _Mentions(Treeprocessor):
    """Hands the finished text over for linking, after headings have got their ids."""

    def __init__(self, md: markdown.Markdown, resolver: Resolver) -> None:
        super().__init__(md)
        self.resolver = resolver

    def run(self, root: Element) -> None:
        self.resolver.link_mentions(root)


class _Passages(Treeprocessor):
    """Marks passages in another script, after mentions have been looked for in whole runs of text."""

    def __init__(self, md: markdown.Markdown, language: str) -> None:
        super().__init__(md)
        self.language = language

    def run(self, root: Element) -> None:
        mark_passages(root, self.language)


class _Alignment(Treeprocessor):
    """Table alignment by class: an inline style would need an exception in the content security policy."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in {"th", "td"} and element.get("style", "").startswith("text-align:"):
                side = element.attrib.pop("style").partition(":")[2].strip(" ;")
                element.set("class", {"left": "kb-start", "right": "kb-end"}.get(side, "kb-center"))


class _Images(Treeprocessor):
    """Gives images their size, so that nothing moves when they come, and has them fetched when a reader is near."""

    def __init__(self, md: markdown.Markdown, resolver: Resolver) -> None:
        super().__init__(md)
        self.resolver = resolver

    def run(self, root: Element) -> None:
        for element in root.iter("img"):
            size = self.resolver.image_size(element.get("src", ""))
            if not size:
                continue
            element.set("loading", "lazy")
            element.set("decoding", "async")
            # An editor's own width holds, and the height goes with it.
            stated = [element.get("width", ""), element.get("height", "")]
            if not any(stated):
                stated = [str(size[0]), str(size[1])]
            elif stated[0].isdecimal() and not stated[1]:
                stated[1] = str(max(1, round(int(stated[0]) * size[1] / size[0])))
            elif stated[1].isdecimal() and not stated[0]:
                stated[0] = str(max(1, round(int(stated[1]) * size[0] / size[1])))
            for name, value in zip(("width", "height"), stated, strict=True):
                if value:
                    element.set(name, value)
