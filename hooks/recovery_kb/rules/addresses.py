"""Rules for where things will stand on the site: one address each, in every language."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.addresses import path_of
from recovery_kb.identifiers import is_kebab
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library
from recovery_kb.problems import START, Problem, problem

RESERVED = frozenset({*LANGUAGES, "id", "data", "schema", "assets"})
"""What the site itself puts at its root: the other languages, permanent addresses, exports, styles and scripts."""
INDEX = "index"
"""Not an address of its own: `concepts/index` is `concepts`."""


def addresses(library: Library) -> Iterator[Problem]:
    """No two things share an address, and none takes one that the site needs for itself."""
    taken: dict[str, str] = {}
    for id_ in (*library.pages, *library.summaries, *library.concepts, *library.schemes):
        path = path_of(id_, library) or ""
        file = library.ids[id_][0]
        is_reserved = path.split("/")[0] in RESERVED or id_ == INDEX
        first = taken.setdefault(path, file)
        if is_reserved:
            yield problem(file, START, "address-reserved", id=id_)
        elif first != file:
            yield problem(file, START, "address-taken", id=id_, other=first)


def pages(library: Library) -> Iterator[Problem]:
    """A hand-written page exists in every language, at the same path."""
    begun = {language for page in library.pages.values() for language in page.texts}
    for page in library.pages.values():
        first = next(iter(page))
        for language in LANGUAGES:
            # Of a language without a page, and of a name that can't stay, the loader has told.
            if language not in page.texts and language in begun and is_kebab(page.id):
                path = first.path.replace(f"docs/{first.language}/", f"docs/{language}/", 1)
                yield problem(first.path, START, "page-missing", path=path, language=language)


RULES = (addresses, pages)
