"""What is covered: every concept by every kind of source, and in which languages that can be read."""

from __future__ import annotations

from urllib.parse import urlencode

from recovery_kb.drafts import draft
from recovery_kb.enrich.relations import members, treating
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Concept, Scheme, Summary
from recovery_kb.render.schemes import count_text
from recovery_kb.render.site import Label, Site, title_of
from recovery_kb.render.views import Cell, CoverageGroup, CoverageRow, CoverageView, Link, Readable
from recovery_kb.schema.documents import KINDS
from recovery_kb.strings import strings

SHADES = (1, 2, 4, 8)
"""From so many summaries on, a cell is a shade darker."""
PLACE = "summaries/my-id/index.{language}.md"
"""Where a new summary is to stand; the guide says how to choose the id."""


def coverage_view(site: Site, path: str, language: str) -> CoverageView:
    """The table on the page at `path`."""
    words = strings(language)
    everything = list(site.library.summaries.values())
    return CoverageView(
        kinds=[words[f"kind-{kind}"] for kind in KINDS],
        groups=[_group(site, scheme, path, language) for scheme in site.library.schemes.values()],
        cells=[_cell(summaries, language) for summaries in _by_kind(everything)],
        total=_cell(everything, language),
    )


def new_summary_href(repository: str, kind: str, language: str, concepts: list[str]) -> str:
    """Where to write a new summary on the repository, its draft already there; nowhere without a repository."""
    if not repository:
        return ""
    query = urlencode({"filename": PLACE.format(language=language), "value": draft(kind, language, concepts)})
    return f"{repository}/new/main?{query}"


def _group(site: Site, scheme: Scheme, path: str, language: str) -> CoverageGroup:
    inside = members(scheme.id, site.library, language)
    summaries = treating({concept.id for concept in inside}, site.library)
    return CoverageGroup(
        Link(site.href(scheme.id, path, language) or "", title_of(scheme.id, language, site.library), id=scheme.id),
        [_row(site, concept, path, language) for concept in inside],
        [_cell(found, language) for found in _by_kind(summaries)],
        _cell(summaries, language),
    )


def _row(site: Site, concept: Concept, path: str, language: str) -> CoverageRow:
    label = title_of(concept.id, language, site.library)
    summaries = treating({concept.id}, site.library)
    cells = [
        _cell(found, language) if found else _empty(site, kind, concept, label, language)
        for kind, found in zip(KINDS, _by_kind(summaries), strict=True)
    ]
    link = Link(site.href(concept.id, path, language) or "", label, id=concept.id)
    return CoverageRow(link, cells, _cell(summaries, language))


def _by_kind(summaries: list[Summary]) -> list[list[Summary]]:
    return [[summary for summary in summaries if summary.kind == kind] for kind in KINDS]


def _cell(summaries: list[Summary], language: str) -> Cell:
    found = {code: sum(code in summary.texts for summary in summaries) for code in LANGUAGES}
    readable = [
        Readable(code, strings(language)[f"language-{code}"], number if number < len(summaries) else None)
        for code, number in found.items()
        if number
    ]
    shade = sum(len(summaries) >= least for least in SHADES)
    return Cell(len(summaries), count_text(len(summaries), language), readable, shade)


def _empty(site: Site, kind: str, concept: Concept, label: Label, language: str) -> Cell:
    words = strings(language)
    text = words["coverage-write"].format(kind=words[f"kind-{kind}"], concept=label.text)
    return Cell(0, text, [], 0, new_summary_href(site.repository, kind, language, [concept.id]))
