"""Every page of the site, and what each shows."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from babel.dates import format_date

from recovery_kb.addresses import HOME, address, feed_path, languages_of, path_of, relative
from recovery_kb.citations import Reference, reference
from recovery_kb.dates import date_parts
from recovery_kb.enrich.relations import members, narrower, treating, year_of
from recovery_kb.exports.linked_data import linked_data
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Concept, Scheme, Summary, Text
from recovery_kb.render.around import related_summaries, series_view, turn_view
from recovery_kb.render.citing import citation_records
from recovery_kb.render.coverage import coverage_view
from recovery_kb.render.definitions import definitions
from recovery_kb.render.entries import ORDERS, entries, list_view, orders
from recovery_kb.render.qr import qr_svg
from recovery_kb.render.reading import reading_time
from recovery_kb.render.rule_list import rule_views
from recovery_kb.render.schemes import core, figure_view, member
from recovery_kb.render.site import Label, Site, title_of
from recovery_kb.render.text import PageText, page_text
from recovery_kb.render.views import (
    Alternate,
    Contributor,
    EntryView,
    HomeView,
    Link,
    NoticeView,
    OtherLabel,
    PageView,
    SchemeConcepts,
    SearchView,
    SummaryView,
    Switch,
)
from recovery_kb.schema.documents import EDITORS, KINDS, FrontMatter
from recovery_kb.strings import strings

RULES = "rules"
"""The page that lists what `kb check` looks for."""
COVERAGE = "coverage"
"""The page that shows what is covered, and what is missing."""
SEARCH = "search"
"""The page that shows what was found."""
FIXED = (HOME, "summaries", "concepts", "about", "privacy", "accessibility", "guide", "teach", RULES, SEARCH, COVERAGE)
"""Pages that every page leads to."""
NEWEST = 6


TEMPLATES = {
    "summary": "summary.html",
    "concept": "entry.html",
    "scheme": "entry.html",
    "notice": "notice.html",
}


def meta(site: Site, id_: str, language: str) -> dict[str, object]:
    """What an engine has to know of a page: its title, description and template."""
    shown = view(site, id_, language)
    return {"title": shown.title, "description": shown.description, "template": _template(shown)}


def _template(shown: PageView) -> str:
    if shown.kind in TEMPLATES:
        return TEMPLATES[shown.kind]
    parts = {
        "list.html": shown.list,
        "home.html": shown.home,
        "search.html": shown.search,
        "coverage.html": shown.coverage,
    }
    return next((template for template, part in parts.items() if part), "page.html")


@cache
def body(site: Site, id_: str, language: str) -> PageText:
    """The text of a page, rendered; empty where the template shows everything."""
    library = site.library
    document = library.summaries.get(id_) or library.pages.get(id_)
    path = address(path_of(id_, library) or "", language)
    text = document.texts.get(language) if document else None
    return page_text(site, text.body if text else "", language, id_, path)


@cache
def view(site: Site, id_: str, language: str) -> PageView:
    """Everything the template needs for a page."""
    library = site.library
    within = path_of(id_, library) or ""
    path = address(within, language)
    title, description, kind = _head(site, id_, language)
    available = languages_of(id_, library)
    switches = [_switch(site, id_, within, path, code, language) for code in LANGUAGES]
    is_indexed = language in available
    parts = _parts(site, id_, language, path, switches)
    default = f"{site.base}id/{id_}/" if id_ != HOME else site.base
    return PageView(
        id=id_,
        kind=kind if is_indexed else "notice",
        language=LANGUAGES[language],
        title=title.text,
        description=description,
        path=path,
        canonical=site.absolute(within, language),
        default=default,
        alternates=[Alternate(code, site.absolute(within, code)) for code in available] if is_indexed else [],
        switches=switches,
        is_indexed=is_indexed,
        edit_href=_edit_href(site, id_, language),
        report_href=_report_href(site, title.text, site.absolute(within, language), language),
        words=strings(language),
        hrefs={
            fixed: site.href(fixed, path, language) or ""
            for fixed in (*FIXED, *ORDERS.values())
            if fixed in library.pages
        },
        feed=feed_path(language, library) or "",
        qr=qr_svg(default) if is_indexed and id_ != SEARCH else "",
        references=body(site, id_, language).references if id_ in library.pages else [],
        definitions=definitions(site, _named(body(site, id_, language), **parts), path, language),
        **parts,
    )


def _parts(site: Site, id_: str, language: str, path: str, switches: list[Switch]) -> dict[str, Any]:
    """What a page of its kind shows besides what every page shows."""
    library = site.library
    if id_ in library.summaries:
        summary = library.summaries[id_]
        if language not in summary.texts:
            readable = [switch for switch in switches if not switch.is_missing]
            return {"notice": NoticeView(title_of(id_, language, library), readable)}
        return {"summary": _summary(site, summary, summary.texts[language], path, switches)}
    if id_ in library.concepts or id_ in library.schemes:
        return {"entry": _entry(site, library.concepts.get(id_) or library.schemes[id_], language, path)}
    if id_ == RULES:
        return {"rules": rule_views(language)}
    if id_ == COVERAGE:
        return {"coverage": coverage_view(site, path, language)}
    if id_ == SEARCH:
        return {"search": _search(site, path, language)}
    by = library.pages[id_].texts[language].front.list
    if by:
        return {"list": list_view(site, by, path, language)}
    return {"home": _home(site, path, language)} if id_ in {HOME, "concepts"} else {}


def _named(text: PageText, summary: SummaryView | None = None, entry: EntryView | None = None, **_: Any) -> list[str]:
    """The concepts that a page leads to: first those in its text, then those it shows as chips."""
    links = [*summary.concepts] if summary else []
    if entry:
        links = [*entry.broader, *entry.narrower, *entry.related, *([entry.scheme] if entry.scheme else [])]
    return [*text.concepts, *(link.id for link in links)]


def _head(site: Site, id_: str, language: str) -> tuple[Label, str, str]:
    """Title, description and kind of a page."""
    library = site.library
    title = title_of(id_, language, library)
    document = library.summaries.get(id_) or library.pages.get(id_)
    if document:
        text = document.texts.get(language)
        description = text.front.description if text else strings(language)["notice-missing"]
        return title, description, "summary" if id_ in library.summaries else "page"
    entry = library.concepts.get(id_) or library.schemes[id_]
    return title, entry.file.definition.get(language, ""), "concept" if id_ in library.concepts else "scheme"


def _switch(site: Site, id_: str, within: str, path: str, code: str, current: str) -> Switch:
    is_missing = code not in languages_of(id_, site.library)
    # A summary has a notice at its own address; a page that is missing altogether leads to the language's home.
    has_notice = id_ in site.library.summaries
    target = address(within if has_notice or not is_missing else "", code)
    return Switch(LANGUAGES[code], relative(target, path), code == current, is_missing)


def _summary(site: Site, summary: Summary, text: Text[FrontMatter], path: str, switches: list[Switch]) -> SummaryView:
    library, language, front = site.library, text.language, summary.original.front
    work = library.works.get(summary.source_key or "")
    source = reference(work.item, language, site.cache) if work else None
    item = work.item if work else {}
    doi = item.get("DOI")
    return SummaryView(
        kind=strings(language)[f"kind-{summary.kind}"],
        reading_time=reading_time(body(site, summary.id, language).html, language),
        source=source,
        source_href=f"https://doi.org/{quote(doi, safe='/:;().')}" if doi else str(item.get("URL", "")),
        is_open_access=bool(front.open_access),
        concepts=[_concept_link(site, id_, path, language) for id_ in summary.concepts if id_ in library.concepts],
        languages=switches,
        original=strings(language)[f"language-{summary.original.language}"],
        contributors=_contributors(summary, text),
        is_unchecked=text is not summary.original and not text.front.checked_by,
        added=_date(front.added, language),
        reviewed=_date(front.reviewed, language),
        added_date=front.added or "",
        reviewed_date=front.reviewed or "",
        references=body(site, summary.id, language).references,
        related=related_summaries(site, summary, path, language),
        series=series_view(site, summary, path, language),
        turn=turn_view(site, summary, path, language),
        citations=citation_records(site, summary, text, path),
        linked_data=linked_data(library, summary, text, site.base),
    )


def _contributors(summary: Summary, text: Text[FrontMatter]) -> list[Contributor]:
    words = strings(text.language)
    found = []
    for role in ("summarised_by", "recommended_by", "translated_by", "checked_by"):
        name = getattr(text.front, role) or (getattr(summary.original.front, role) if role == "summarised_by" else None)
        if name:
            found.append(Contributor(words[role.replace("_", "-")], words["the-editors"] if name == EDITORS else name))
    return found


def _entry(site: Site, entry: Concept | Scheme, language: str, path: str) -> EntryView:
    library = site.library
    is_concept = entry.id in library.concepts
    concept = library.concepts.get(entry.id)
    inside = [] if is_concept else members(entry.id, library, language)
    treated = {entry.id} | {other.id for other in inside}
    middle = None if is_concept else core(library.schemes[entry.id], library)

    def links(ids: list[str]) -> list[Link]:
        return [_concept_link(site, id_, path, language) for id_ in ids if id_ in library.concepts]

    return EntryView(
        definition=Label(entry.file.definition.get(language, ""), language),
        synonyms=list(entry.file.altLabel.get(language, [])),
        is_proposed=language in entry.file.status,
        others=[
            OtherLabel(
                Label(entry.file.prefLabel[code], code),
                strings(language)[f"language-{code}"],
                code in entry.file.status,
            )
            for code in LANGUAGES
            if code != language and code in entry.file.prefLabel
        ],
        scheme=_scheme_link(site, concept.file.scheme, path, language) if concept else None,
        notation=concept.file.notation if concept else None,
        broader=links(concept.file.broader if concept else [middle.id] if middle else []),
        narrower=links([other.id for other in narrower(entry.id, library)]),
        related=links(concept.file.related) if concept else [],
        members=[member(site, link, language) for link in links([other.id for other in inside])],
        figure=figure_view(site, library.schemes[entry.id], path, language) if not is_concept else None,
        is_numbered=bool(inside) and all(other.file.notation for other in inside),
        sources=_references(site, entry.file.source, language),
        summaries=entries(site, treating(treated, library), path, language),
    )


def _home(site: Site, path: str, language: str) -> HomeView:
    library = site.library
    found = entries(site, library.summaries.values(), path, language)
    found.sort(key=lambda one: library.summaries[one.id].original.front.added or "", reverse=True)
    schemes = [_scheme_link(site, id_, path, language) for id_ in library.schemes]
    return HomeView(
        newest=found[:NEWEST],
        schemes=[link for link in schemes if link],
        summary_count=len(library.summaries),
        concept_count=len(library.concepts),
    )


def _search(site: Site, path: str, language: str) -> SearchView:
    library = site.library
    summaries = library.summaries.values()
    found = ((_scheme_link(site, id_, path, language), members(id_, library, language)) for id_ in library.schemes)
    return SearchView(
        kinds=[kind for kind in KINDS if any(summary.kind == kind for summary in summaries)],
        schemes=[
            SchemeConcepts(link, [_concept_link(site, one.id, path, language) for one in concepts])
            for link, concepts in found
            if link
        ],
        years=sorted({year for summary in summaries if (year := year_of(summary, library))}, reverse=True),
        originals=[code for code in LANGUAGES if any(summary.original.language == code for summary in summaries)],
        orders=orders(site, path, language),
    )


def _references(site: Site, keys: list[str], language: str) -> list[Reference]:
    works = site.library.works
    return [reference(works[key].item, language, site.cache) for key in keys if key in works]


def _concept_link(site: Site, id_: str, path: str, language: str) -> Link:
    definition = site.library.concepts[id_].file.definition.get(language, "")
    return Link(site.href(id_, path, language) or "", title_of(id_, language, site.library), definition, id_)


def _scheme_link(site: Site, id_: str, path: str, language: str) -> Link | None:
    scheme = site.library.schemes.get(id_)
    if not scheme:
        return None
    definition = scheme.file.definition.get(language, "")
    return Link(site.href(id_, path, language) or "", title_of(id_, language, site.library), definition, id_)


def _date(value: str | None, language: str) -> str:
    parts = date_parts(value) if value else None
    return format_date(date(*parts), "long", locale=LANGUAGES[language].locale) if parts and len(parts) == 3 else ""


def _edit_href(site: Site, id_: str, language: str) -> str:
    """Where to suggest a change of the file a page is made from."""
    library = site.library
    if not site.repository:
        return ""
    document = library.summaries.get(id_) or library.pages.get(id_)
    if document:
        text = document.texts.get(language)
        if text is None:
            return f"{site.repository}/new/main/{document.folder}?filename=index.{language}.md"
        return f"{site.repository}/edit/main/{text.path}"
    entry = library.concepts.get(id_) or library.schemes[id_]
    return f"{site.repository}/edit/main/{entry.path}"


def _report_href(site: Site, title: str, canonical: str, language: str) -> str:
    """Where to report a mistake, the page already named."""
    if not site.repository:
        return ""
    words = strings(language)
    query = urlencode(
        {"title": f"{words['report-title']}: {title}", "body": f"{canonical}\n\n{words['report-body']}\n"}
    )
    return f"{site.repository}/issues/new?{query}"
