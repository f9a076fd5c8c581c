"""Where a summary leads on: to what is related to it and why, to its series, and to its neighbours in a list."""

from __future__ import annotations

from html import escape

from recovery_kb.citations import cited_name
from recovery_kb.enrich.lists import neighbours, of_kind, of_series
from recovery_kb.enrich.related import Relation, related
from recovery_kb.languages import direction_of
from recovery_kb.library import Summary
from recovery_kb.markup.passages import marked_html
from recovery_kb.render.entries import entry
from recovery_kb.render.site import Label, Site, title_of
from recovery_kb.render.views import Link, RelatedSummary, SeriesView, TurnView
from recovery_kb.strings import strings

CONCEPTS = 3
"""So many shared concepts are named as a reason, the rarest."""
WORKS = 2
"""So many works that both cite, where no summarised work connects the two."""


def related_summaries(site: Site, summary: Summary, page: str, language: str) -> list[RelatedSummary]:
    """What is related to a summary, best first, on the page at the path `page`."""
    summaries = site.library.summaries
    return [
        RelatedSummary(entry(site, summaries[one.id], page, language), _reasons(site, one, language))
        for one in related(summary, site.library, language)
    ]


def series_view(site: Site, summary: Summary, page: str, language: str) -> SeriesView | None:
    """The series a summary is part of, if any, with all its members in order."""
    found = of_series(summary.original.front.series, site.library)
    if not found:
        return None
    # A series has one name, which its first summary brought along.
    name = Label(summary.original.front.series or "", found[0].original.language)
    return SeriesView(name, [entry(site, one, page, language) for one in found])


def turn_view(site: Site, summary: Summary, page: str, language: str) -> TurnView:
    """What comes before and after a summary in its series, else among those of its kind.

    Only what can be read in the language is named: who turns pages wants to read on.
    """
    library = site.library
    series = [one for one in of_series(summary.original.front.series, library) if language in one.texts]
    is_series = len(series) > 1
    before, after = neighbours(summary, series if is_series else of_kind(summary.kind, library, language))
    if is_series:
        name = Link("#series", Label(summary.original.front.series or "", series[0].original.language))
    else:
        href = site.href("summaries-by-kind", page, language) if "summaries-by-kind" in library.pages else None
        label = Label(strings(language)[f"kinds-{summary.kind}"], language)
        name = Link(f"{href}#{summary.kind}" if href else "", label)
    return TurnView(
        is_series,
        name,
        entry(site, before, page, language) if before else None,
        entry(site, after, page, language) if after else None,
    )


def _reasons(site: Site, relation: Relation, language: str) -> list[str]:
    """Why two summaries are related, as inline HTML: a work that one of them is about, then what they share."""
    words = strings(language)
    found = []
    if relation.is_of_the_same:
        found.append(escape(words["related-same"]))
    if relation.cites_this and relation.is_cited_here:
        found.append(escape(words["related-each-other"]))
    elif relation.cites_this:
        found.append(escape(words["related-cites-this"]))
    elif relation.is_cited_here:
        found.append(escape(words["related-cited-here"]))
    if relation.works and not found:
        names = [_work_name(site, key, language) for key in relation.works[:WORKS]]
        # A work's name has a comma of its own, before its year.
        found.append(_filled(words["related-works"], "; ".join(names)))
    if relation.concepts:
        names = [_concept_name(site, id_, language) for id_ in relation.concepts[:CONCEPTS]]
        found.append(_filled(words["related-concepts"], ", ".join(names)))
    return found


def _filled(words: str, names: str) -> str:
    """A sentence with names, inline HTML already, in its gap."""
    return escape(words).replace("{names}", names)


def _work_name(site: Site, key: str, language: str) -> str:
    name, own = cited_name(site.library.works[key].item, language)
    return f'<bdi lang="{escape(own)}" dir="{direction_of(own)}">{escape(name)}</bdi>'


def _concept_name(site: Site, id_: str, language: str) -> str:
    label = title_of(id_, language, site.library)
    if label.language == language:
        return f'<bdi dir="{label.direction}">{marked_html(label.text, language)}</bdi>'
    return f'<bdi lang="{label.language}" dir="{label.direction}">{escape(label.text)}</bdi>'
