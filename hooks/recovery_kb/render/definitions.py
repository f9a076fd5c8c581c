"""What the concepts that a page names mean: shown at the link that names them, and as a list without scripts."""

from __future__ import annotations

from collections.abc import Iterable

from recovery_kb.languages import DEFAULT
from recovery_kb.library import Library
from recovery_kb.markup.passages import marked_html
from recovery_kb.render.site import Label, Site, title_of
from recovery_kb.render.views import Definition


def place_of(id_: str) -> str:
    """The id of the element on a page that holds a definition: what a link's `aria-describedby` names."""
    return f"kb-define-{id_}"


def definition_of(id_: str, language: str, library: Library) -> Label | None:
    """How the vocabulary defines a concept or a scheme, if need be in the default language; None for anything else."""
    entry = library.concepts.get(id_) or library.schemes.get(id_)
    if not entry:
        return None
    code = language if language in entry.file.definition else DEFAULT
    text = entry.file.definition.get(code, "")
    return Label(text, code) if text else None


def definitions(site: Site, ids: Iterable[str], page: str, language: str) -> list[Definition]:
    """The definitions of what the page at the path `page` names, each once, in the order of `ids`."""
    found = []
    for id_ in dict.fromkeys(ids):
        text = definition_of(id_, language, site.library)
        if text:
            found.append(
                Definition(
                    place_of(id_),
                    site.href(id_, page, language) or "",
                    title_of(id_, language, site.library),
                    text,
                    marked_html(text.text, text.language),
                )
            )
    return found
