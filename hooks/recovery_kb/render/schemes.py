"""A scheme's page: its concepts with what covers them, and the figure they make."""

from __future__ import annotations

from recovery_kb.enrich.relations import members, treating
from recovery_kb.figures import Part, Subject, figure
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Concept, Library, Scheme
from recovery_kb.render.site import Site, title_of
from recovery_kb.render.views import FigureView, Link, Member
from recovery_kb.strings import strings


def count_text(count: int, language: str) -> str:
    """A number of summaries in words, in the plural form the language has for it."""
    form = {0: "none", 1: "one", 2: "two"}.get(count, "other")
    return strings(language)[f"summaries-{form}"].format(count=count)


def member(site: Site, link: Link, language: str) -> Member:
    """A concept in the list on its scheme's page."""
    return Member(link, count_text(len(treating({link.id}, site.library)), language))


def core(scheme: Scheme, library: Library) -> Concept | None:
    """The concept that every concept of the scheme names as broader, if there is one and no more."""
    above = [set(one.file.broader) for one in library.concepts.values() if one.file.scheme == scheme.id]
    shared = set.intersection(*above) & set(library.concepts) if above else set()
    return library.concepts[shared.pop()] if len(shared) == 1 else None


def figure_view(site: Site, scheme: Scheme, path: str, language: str) -> FigureView | None:
    """The scheme's figure on its page at `path`, where it has one and the language's labels fit into it."""
    shape, library, words = scheme.file.figure, site.library, strings(language)
    if not shape:
        return None
    parts = [_part(site, concept, path, language, is_counted=True) for concept in members(scheme.id, library, language)]
    middle = core(scheme, library)
    subject = Subject(
        title=title_of(scheme.id, language, library).text,
        description=words["figure-text"].format(concepts=", ".join(part.name for part in parts)),
        parts=parts,
        core=_part(site, middle, path, language, is_counted=False) if middle else None,
        is_rtl=LANGUAGES[language].direction == "rtl",
    )
    svg = figure(shape, subject)
    return FigureView(shape, svg) if svg else None


def _part(site: Site, concept: Concept, path: str, language: str, *, is_counted: bool) -> Part:
    label = title_of(concept.id, language, site.library).text
    # The page's style sheet can't do this in a drawing, as it does in the list.
    label = label[:1].upper() + label[1:]
    href = site.href(concept.id, path, language) or ""
    if not is_counted:
        return Part(label, href, label)
    count = len(treating({concept.id}, site.library))
    return Part(label, href, f"{label} – {count_text(count, language)}", count, concept.file.notation)
