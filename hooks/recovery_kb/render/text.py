"""A Markdown text as the HTML of one page: citations, names and mentions resolved for that page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from recovery_kb.citations import Cite, Reference, References
from recovery_kb.enrich.mentions import vocabulary_of
from recovery_kb.languages import direction_of
from recovery_kb.markup.engine import render
from recovery_kb.markup.scan import Scan
from recovery_kb.render.definitions import definition_of, place_of
from recovery_kb.render.site import Site, title_of
from recovery_kb.strings import section_id, strings
from recovery_kb.text.mentions import Mention

UNLINKED = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "th"}
"""Where a mention is no link: headings carry their own, and a link holds no link."""


@dataclass(frozen=True)
class PageText:
    """A finished text."""

    html: str
    toc_tokens: list[dict[str, Any]]
    references: list[Reference]
    concepts: list[str]
    """Concepts and schemes that it leads to, in the order of its links."""


def page_text(site: Site, body: str, language: str, id_: str, path: str) -> PageText:
    """Render a body for the page of `id_`, which stands at `path` from the site's root."""
    resolver = PageResolver(site, body, language, id_, path)
    rendered = render(body, resolver, strings(language)["permalink"], language)
    return PageText(rendered.html, rendered.tokens, resolver.references.entries(), resolver.concepts)


class PageResolver:
    """Gives a text's marks their meaning on one page."""

    def __init__(self, site: Site, body: str, language: str, id_: str, path: str) -> None:
        self.site = site
        self.language = language
        self.id = id_
        self.path = path
        scan = Scan(body, 1)
        works = {key: work.item for key, work in site.library.works.items()}
        keys = list(dict.fromkeys(mark.id for mark in scan.citations if mark.id in works))
        self.references = References(works, language, keys, site.cache)
        self.linked = {mark.id for mark in scan.names} | {id_}
        self.concepts: list[str] = []

    def citation(self, cites: list[tuple[str, str | None]]) -> str:
        """The in-text citation, as the style of the page's language wants it."""
        return self.references.citation([Cite(key, locator) for key, locator in cites])

    def name(self, id_: str, text: str | None) -> str:
        """A link to a thing by its id; its own name in the page's language unless other words are given."""
        href = self.site.href(id_, self.path, self.language)
        if href is None:
            return escape(text or id_)
        label = title_of(id_, self.language, self.site.library)
        opening = f'<a href="{escape(href)}"'
        for name, value in self._concept_marks(id_).items():
            opening += f' {name}="{escape(value)}"'
        if text:
            return f"{opening}>{escape(text)}</a>"
        mark = "" if label.language == self.language else f' lang="{label.language}"'
        # Without a direction of its own, a Hebrew title that begins with a Latin name would run from the left.
        direction = direction_of(label.language)
        return f'{opening}><bdi{mark} dir="{direction}">{escape(label.text)}</bdi></a>'

    def section_id(self, heading: str) -> str | None:
        """The id of a known section by its heading."""
        return section_id(heading, self.language)

    def image_size(self, target: str) -> tuple[int, int] | None:
        """Width and height of an image in the summary's own folder."""
        summary = self.site.library.summaries.get(self.id)
        return summary.images.get(target) if summary else None

    def link_mentions(self, tree: Element) -> None:
        """Link the first mention of every concept on the page that is not linked by name already."""
        self._link_within(tree)

    def _link_within(self, element: Element) -> None:
        if element.tag in UNLINKED or element.get("class", "").startswith("highlight"):
            return
        element.text = self._link_text(element, element.text, 0)
        for child in list(element):
            self._link_within(child)
            place = list(element).index(child) + 1
            child.tail = self._link_text(element, child.tail, place)

    def _link_text(self, parent: Element, text: str | None, place: int) -> str | None:
        """Split a run of text at its first mentions; the links go into `parent` from `place` on."""
        if not text or not text.strip():
            return text
        finder = vocabulary_of(self.site.library).finders[self.language]
        chosen = [(mention, id_) for mention in finder.find(text) if (id_ := self._to_link(mention))]
        if not chosen:
            return text
        ends = [mention.start for mention, _ in chosen[1:]] + [len(text)]
        for number, ((mention, id_), end) in enumerate(zip(chosen, ends, strict=True)):
            href = self.site.href(id_, self.path, self.language) or ""
            link = Element("a", {"href": href, **self._concept_marks(id_)})
            link.text = text[mention.start : mention.end]
            link.tail = text[mention.end : end]
            parent.insert(place + number, link)
        return text[: chosen[0][0].start]

    def _concept_marks(self, id_: str) -> dict[str, str]:
        """The attributes of a link to a concept: what it is, and where on the page its definition stands."""
        library = self.site.library
        if id_ not in library.concepts and id_ not in library.schemes:
            return {}
        self.concepts.append(id_)
        is_defined = definition_of(id_, self.language, library) is not None
        return {"class": "kb-concept", **({"aria-describedby": place_of(id_)} if is_defined else {})}

    def _to_link(self, mention: Mention) -> str | None:
        """The concept a mention is to be linked to, if it is its first on the page."""
        for id_ in mention.ids:
            if id_ not in self.linked and self.site.library.concepts[id_].file.link:
                self.linked.add(id_)
                return id_
        return None
