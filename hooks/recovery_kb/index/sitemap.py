"""The sitemap: every page that can be read, its other languages, and the date of its content, never the build's."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from recovery_kb.addresses import languages_of, path_of
from recovery_kb.exports.record import version_date
from recovery_kb.render.site import Site


def sitemap(site: Site) -> str:
    """The sitemap as XML (sitemaps.org 0.9 with xhtml links for the languages)."""
    library = site.library
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for id_ in sorted((*library.summaries, *library.concepts, *library.schemes, *library.pages)):
        path = path_of(id_, library) or ""
        languages = languages_of(id_, library)
        changed = _changed(site, id_)
        for language in languages:
            lines.append("  <url>")
            lines.append(f"    <loc>{escape(site.absolute(path, language))}</loc>")
            if changed:
                lines.append(f"    <lastmod>{changed}</lastmod>")
            for other in languages:
                href = quoteattr(site.absolute(path, other))
                lines.append(f'    <xhtml:link rel="alternate" hreflang="{other}" href={href}/>')
            lines.append("  </url>")
    return "\n".join([*lines, "</urlset>", ""])


def _changed(site: Site, id_: str) -> str:
    summary = site.library.summaries.get(id_)
    return version_date(summary) if summary else ""
