"""The Atom feed of a language: its summaries, the newest first, with the dates of the content, never the build's."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from recovery_kb.addresses import HOME, address, feed_path, path_of
from recovery_kb.exports.record import summarised_by, translated_by, version_date
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Summary
from recovery_kb.render.site import Site, title_of
from recovery_kb.strings import strings

LONGEST = 50
"""So many summaries are in a feed; the older ones stand in the lists."""

RIGHTS = "https://creativecommons.org/licenses/by/4.0/"


def feeds(site: Site) -> dict[str, str]:
    """The feeds as XML (Atom 1.0, RFC 4287), by their path from the site's root."""
    found = {}
    for language in LANGUAGES:
        path = feed_path(language, site.library)
        if path:
            found[path] = _feed(site, language, path)
    return found


def _feed(site: Site, language: str, path: str) -> str:
    words = strings(language)
    summaries = [summary for summary in site.library.summaries.values() if language in summary.texts]
    summaries.sort(key=lambda summary: summary.id)
    summaries.sort(key=version_date, reverse=True)
    home = site.absolute("", language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"  <id>{escape(_id(site, HOME, language))}</id>",
        f"  <title>{escape(words['site-name'])}</title>",
        f"  <subtitle>{escape(words['site-description'])}</subtitle>",
        f"  <updated>{_moment(max(map(version_date, summaries)))}</updated>",
        f'  <link rel="self" type="application/atom+xml" href={quoteattr(site.base + path)}/>',
        f'  <link rel="alternate" type="text/html" hreflang="{language}" href={quoteattr(home)}/>',
        f'  <link rel="license" href={quoteattr(RIGHTS)}/>',
        f"  <rights>{escape(words['licence-content'])}</rights>",
        f"  <icon>{escape(site.base)}assets/favicon.svg</icon>",
    ]
    for summary in summaries[:LONGEST]:
        lines += _entry(site, summary, language)
    return "\n".join([*lines, "</feed>", ""])


def _entry(site: Site, summary: Summary, language: str) -> list[str]:
    text = summary.texts[language]
    front = text.front
    library = site.library
    page = site.absolute(path_of(summary.id, library) or "", language)
    lines = [
        "  <entry>",
        f"    <id>{escape(_id(site, summary.id, language))}</id>",
        f"    <title>{escape(front.title)}</title>",
        f"    <updated>{_moment(version_date(summary))}</updated>",
        f"    <published>{_moment(summary.original.front.added or '')}</published>",
        _person("author", summarised_by(summary, text)),
    ]
    if translator := translated_by(text):
        lines.append(_person("contributor", translator))
    lines.append(f'    <link rel="alternate" type="text/html" hreflang="{language}" href={quoteattr(page)}/>')
    for id_ in summary.concepts:
        if id_ in library.concepts:
            label = title_of(id_, language, library).text
            lines.append(f"    <category term={quoteattr(id_)} label={quoteattr(label)}/>")
    return [*lines, f"    <summary>{escape(front.description)}</summary>", "  </entry>"]


def _person(role: str, name: str) -> str:
    return f"    <{role}><name>{escape(name)}</name></{role}>"


def _id(site: Site, id_: str, language: str) -> str:
    """The permanent address, told apart by language: two languages of a summary are two entries to a feed reader."""
    return f"{site.base}id/{id_}/#{language}" if id_ != HOME else f"{site.base}{address('', language)}"


def _moment(day: str) -> str:
    """A day as Atom writes it (RFC 3339); the content knows days, so it is midnight."""
    return f"{day}T00:00:00Z"
