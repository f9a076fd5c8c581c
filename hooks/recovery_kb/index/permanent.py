"""Permanent addresses: `/id/<id>/` for everything with an id, whatever it is called and whatever language is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recovery_kb.addresses import address, languages_of, path_of, relative
from recovery_kb.languages import LANGUAGES
from recovery_kb.render.site import Site, title_of
from recovery_kb.render.views import Link


@dataclass(frozen=True)
class Redirect:
    """A page that leads on."""

    path: str
    """From the site's root, with a slash at its end."""
    canonical: str
    links: list[Link]
    """Where it leads, a link a language; `id` is the language's code."""


def redirects(site: Site) -> Iterator[Redirect]:
    """The permanent address of every id and former id, and the former addresses of what was renamed."""
    library = site.library
    for id_ in (*library.summaries, *library.concepts, *library.schemes, *library.pages, *library.aliases):
        path = f"id/{id_}/"
        yield Redirect(
            path,
            site.base + path,
            _links(site, id_, path, languages_of(library.aliases.get(id_, id_), library)),
        )
    for old in library.aliases:
        for language in LANGUAGES:
            path = address(f"summaries/{old}/", language)
            within = path_of(old, library) or ""
            yield Redirect(path, site.absolute(within, language), _links(site, old, path, [language]))


def _links(site: Site, id_: str, path: str, languages: list[str]) -> list[Link]:
    within = path_of(id_, site.library) or ""
    return [
        Link(
            relative(address(within, code), path),
            title_of(id_, code, site.library),
            LANGUAGES[code].name,
            code,
        )
        for code in languages
    ]
