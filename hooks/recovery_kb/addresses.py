"""Where things stand on the site: paths from its root, the same below any base address."""

from __future__ import annotations

import posixpath

from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library

HOME = "home"
FEED = "feed.xml"


def path_of(id_: str, library: Library) -> str | None:
    """The path of a thing within a language, with a slash at its end: `summaries/tool-wrap/`, and `""` for home."""
    id_ = library.aliases.get(id_, id_)
    if id_ in library.summaries:
        return f"summaries/{id_}/"
    if id_ in library.concepts or id_ in library.schemes:
        return f"concepts/{id_}/"
    if id_ in library.pages:
        return page_path(library, id_)
    return None


def page_path(library: Library, id_: str) -> str:
    """The path of a hand-written page: its file's path below `docs/<language>/` without `index.md` or `.md`."""
    text = next(iter(library.pages[id_]))
    inside = text.path.removeprefix(f"docs/{text.language}/").removesuffix(".md")
    return "" if inside == "index" else inside.removesuffix("/index") + "/"


def address(path: str, language: str) -> str:
    """The path from the site's root of a thing in a language: `nb/summaries/tool-wrap/`."""
    return LANGUAGES[language].prefix + path


def languages_of(id_: str, library: Library) -> list[str]:
    """The languages in which a thing can really be read, in the site's order."""
    if id_ in library.summaries:
        return [code for code in LANGUAGES if code in library.summaries[id_].texts]
    if id_ in library.pages:
        return [code for code in LANGUAGES if code in library.pages[id_].texts]
    return list(LANGUAGES)


def feed_path(language: str, library: Library) -> str | None:
    """The path from the site's root of a language's Atom feed; None where the language has no summary to name."""
    has_any = any(language in summary.texts for summary in library.summaries.values())
    return address(FEED, language) if has_any else None


def relative(target: str, start: str) -> str:
    """A link from the page at `start` to `target`, both paths from the site's root with a slash at the end."""
    link = posixpath.relpath("/" + target, "/" + start)
    return "./" if link == "." else link + "/"
