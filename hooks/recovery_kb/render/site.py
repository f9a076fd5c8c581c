"""What every page of one build shares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from recovery_kb.addresses import address, path_of, relative
from recovery_kb.citations import CitationCache
from recovery_kb.languages import DEFAULT, LANGUAGES
from recovery_kb.library import Library


@dataclass(frozen=True, eq=False)
class Site:
    """A library, and where it will stand on the web."""

    library: Library
    base: str
    """The site's address, with a slash at its end."""
    repository: str = ""
    """Where its sources are kept: the start of "suggest a change" and "report a mistake"; may be empty."""
    cache: CitationCache | None = None
    """Formatted references of earlier builds."""

    @cached_property
    def sources(self) -> dict[str, tuple[str, str]]:
        """Every page by the path an engine knows its text under, `nb/summaries/tool-wrap.md`: its id and language."""
        library = self.library
        found = {}
        for code in LANGUAGES:
            for id_ in library.summaries:
                found[f"{code}/summaries/{id_}.md"] = id_, code
            for id_ in (*library.concepts, *library.schemes):
                found[f"{code}/concepts/{id_}.md"] = id_, code
            for page in library.pages.values():
                if code in page.texts:
                    found[page.texts[code].path.removeprefix("docs/")] = page.id, code
        return found

    def href(self, id_: str, page: str, language: str) -> str | None:
        """A link from the page at the path `page` to a thing by its id, in a language; None for an unknown id."""
        path = path_of(id_, self.library)
        return None if path is None else relative(address(path, language), page)

    def absolute(self, path: str, language: str) -> str:
        """The whole address of a path in a language."""
        return self.base + address(path, language)


@dataclass(frozen=True)
class Label:
    """A name in some language, so that the page can mark it."""

    text: str
    language: str

    @property
    def direction(self) -> str:
        """Its writing direction."""
        return LANGUAGES[self.language].direction


def title_of(id_: str, language: str, library: Library) -> Label:
    """What a thing is called in a language; where it has no name there, in the language it was written in."""
    id_ = library.aliases.get(id_, id_)
    if id_ in library.summaries:
        summary = library.summaries[id_]
        text = summary.texts.get(language, summary.original)
        return Label(text.front.title, text.language)
    entry = library.concepts.get(id_) or library.schemes.get(id_)
    if entry:
        return Label(entry.file.prefLabel.get(language) or entry.file.prefLabel.get(DEFAULT, id_), language)
    page = library.pages[id_]
    page_text = page.texts.get(language) or next(iter(page))
    return Label(page_text.front.title, page_text.language)
