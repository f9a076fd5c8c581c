"""Summaries as entries of lists, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from recovery_kb.citations.people import read_people
from recovery_kb.collation import sort_key
from recovery_kb.enrich.relations import treating, year_of
from recovery_kb.library import Summary
from recovery_kb.markup.passages import marked_html
from recovery_kb.render.site import Label, Site, title_of
from recovery_kb.render.views import Group, Link, ListView, SummaryEntry
from recovery_kb.schema.documents import KINDS
from recovery_kb.strings import strings

ORDERS = {
    "title": "summaries",
    "kind": "summaries-by-kind",
    "concept": "summaries-by-concept",
    "year": "summaries-by-year",
}
"""The pages that list every summary, by what they are ordered by."""

AUTHORS = 3
"""So many authors are named in a list; more become "et al."."""


def entry(site: Site, summary: Summary, page: str, language: str) -> SummaryEntry:
    """A summary as an entry of a list on the page at the path `page`."""
    text = summary.texts.get(language, summary.original)
    words = strings(language)
    return SummaryEntry(
        id=summary.id,
        href=site.href(summary.id, page, language) or "",
        title=Label(text.front.title, text.language),
        description=Label(text.front.description, text.language),
        kind=words[f"kind-{summary.kind}"],
        authors=_authors(site, summary, language),
        year=year_of(summary, site.library),
        is_missing=language not in summary.texts,
    )


def entries(site: Site, summaries: Iterable[Summary], page: str, language: str) -> list[SummaryEntry]:
    """Entries sorted by title, in the order of the language's own alphabet."""
    found = [entry(site, summary, page, language) for summary in summaries]
    return sorted(found, key=lambda one: (sort_key(one.title.text, language), one.id))


def list_view(site: Site, by: str, page: str, language: str) -> ListView:
    """The list of every summary by title, kind, concept or year."""
    library = site.library
    everything = entries(site, library.summaries.values(), page, language)
    groups = {"title": _by_title, "kind": _by_kind, "concept": _by_concept, "year": _by_year}[by](
        site, everything, page, language
    )
    return ListView(by, groups, orders(site, page, language), len(everything))


def orders(site: Site, page: str, language: str) -> list[Link]:
    """Links to the lists of every summary, by what they are ordered by."""
    return [
        Link(
            site.href(id_, page, language) or "",
            Label(strings(language)[f"list-by-{name}"], language),
            id=name,
        )
        for name, id_ in ORDERS.items()
        if id_ in site.library.pages
    ]


def _by_title(site: Site, everything: list[SummaryEntry], page: str, language: str) -> list[Group]:
    return [Group("all", Label(strings(language)["list-by-title"], language), everything)] if everything else []


def _by_kind(site: Site, everything: list[SummaryEntry], page: str, language: str) -> list[Group]:
    words = strings(language)
    groups = []
    for kind in KINDS:
        found = [one for one in everything if site.library.summaries[one.id].kind == kind]
        if found:
            groups.append(Group(kind, Label(words[f"kinds-{kind}"], language), found))
    return groups


def _by_concept(site: Site, everything: list[SummaryEntry], page: str, language: str) -> list[Group]:
    groups = []
    for id_ in site.library.concepts:
        ids = {summary.id for summary in treating({id_}, site.library)}
        if ids:
            found = [one for one in everything if one.id in ids]
            label = title_of(id_, language, site.library)
            groups.append(Group(id_, label, found, site.href(id_, page, language) or ""))
    return sorted(groups, key=lambda group: (sort_key(group.heading.text, language), group.id))


def _by_year(site: Site, everything: list[SummaryEntry], page: str, language: str) -> list[Group]:
    years = sorted({one.year for one in everything if one.year}, reverse=True)
    groups = [
        Group(f"y{year}", Label(str(year), language), [o for o in everything if o.year == year]) for year in years
    ]
    undated = [one for one in everything if not one.year]
    if undated:
        groups.append(Group("undated", Label(strings(language)["list-undated"], language), undated))
    return groups


def _authors(site: Site, summary: Summary, language: str) -> str:
    """The authors' family names as HTML; "et al." where there are many, or where the list was not read in full."""
    work = site.library.works.get(summary.source_key or "")
    people = read_people(work.item.get("author")) if work else ()
    known = [person.surname for person in people if not person.others]
    is_cut = len(known) > AUTHORS or len(known) < len(people)
    shown = marked_html(", ".join(known[:1] if is_cut else known), language)
    return f"{shown} {escape(strings(language)['and-others'])}" if is_cut else shown
