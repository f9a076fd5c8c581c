"""How a summary's page says what to cite: the original and the summary, two records that stay apart."""

from __future__ import annotations

import posixpath
from typing import Any

from recovery_kb.citations import STYLES, StyleName, reference
from recovery_kb.citations.marks import clean
from recovery_kb.exports.coins import coins
from recovery_kb.exports.files import original_path, summary_path
from recovery_kb.exports.formats import FORMATS, Format
from recovery_kb.exports.record import summary_record
from recovery_kb.library import Summary, Text
from recovery_kb.render.site import Site
from recovery_kb.render.views import CitationLine, CitationRecord, Download
from recovery_kb.schema.documents import FrontMatter

STYLE_NAMES: dict[StyleName, str] = {"apa": "APA", "vancouver": "Vancouver"}
"""What the styles are called, in every language."""


def citation_records(site: Site, summary: Summary, text: Text[FrontMatter], page: str) -> list[CitationRecord]:
    """The records to cite on the page at the path `page`: the original's, if the library describes it, and ours."""
    language = text.language
    work = site.library.works.get(summary.source_key or "")
    found = []
    if work:
        files = [(form, original_path(summary.id, form)) for form in FORMATS]
        found.append(_record(site, "original", work.item, language, page, files))
    ours = summary_record(site.library, summary, text, site.base)
    files = [(form, summary_path(summary.id, language, form)) for form in FORMATS]
    return [*found, _record(site, "summary", ours, language, page, files)]


def _record(
    site: Site, id_: str, item: Any, language: str, page: str, files: list[tuple[Format, str]]
) -> CitationRecord:
    name = clean(item.get("id"))
    return CitationRecord(
        id=id_,
        lines=[
            CitationLine(style, STYLE_NAMES[style], reference(item, language, site.cache, style)) for style in STYLES
        ],
        downloads=[
            Download(
                form.name,
                posixpath.relpath(f"/{path}", f"/{page}"),
                f"{name}.{form.extension}",
                form.media_type,
            )
            for form, path in files
        ],
        coins=coins(item),
    )
