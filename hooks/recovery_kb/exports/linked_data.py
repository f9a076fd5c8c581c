"""JSON-LD of a summary's page in the words of schema.org, for search engines and learning platforms."""

from __future__ import annotations

import json
from typing import Any

from recovery_kb.addresses import HOME, address, path_of
from recovery_kb.citations import CslItem
from recovery_kb.citations.dates import read_date
from recovery_kb.citations.people import Person
from recovery_kb.citations.work import Work
from recovery_kb.languages import DEFAULT
from recovery_kb.library import Concept, Library, Scheme, Summary, Text
from recovery_kb.schema.documents import FrontMatter
from recovery_kb.strings import strings

from .iso_dates import iso
from .record import is_editors, permanent_address, summarised_by, translated_by, version_date

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""What our texts may be used under."""

Node = dict[str, Any]
"""A thing of schema.org by property; empty properties are left out."""

_TYPES = {
    **dict.fromkeys(("article-journal", "review", "review-book"), "ScholarlyArticle"),
    **dict.fromkeys(("bill", "legislation", "regulation", "treaty"), "Legislation"),
    **dict.fromkeys(("book", "classic"), "Book"),
    **dict.fromkeys(("webpage", "post"), "WebPage"),
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "map": "Map",
    "motion_picture": "Movie",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "software": "SoftwareApplication",
    "thesis": "Thesis",
}
_CONTAINERS = {"Chapter": "Book", "WebPage": "WebSite", "BlogPosting": "Blog"}
_SERIALS = frozenset({"ScholarlyArticle", "Article", "NewsArticle"})
_PAGED = frozenset({"ScholarlyArticle", "Article", "NewsArticle", "Chapter", "Report"})


def linked_data(library: Library, summary: Summary, text: Text[FrontMatter], base: str) -> str:
    """The page's data as JSON that can stand in a `script` element; `base` ends in a slash."""
    graph = [_resource(library, summary, text, base), _breadcrumbs(library, text, base)]
    data = {"@context": "https://schema.org", "@graph": graph}
    # No text of ours can end the element or begin a comment in it.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _resource(library: Library, summary: Summary, text: Text[FrontMatter], base: str) -> Node:
    language = text.language
    front = summary.original.front
    concepts = [library.concepts[id_] for id_ in summary.concepts if id_ in library.concepts]
    work = library.works.get(summary.source_key or "")
    author, translator = summarised_by(summary, text), translated_by(text)
    is_original = text is summary.original
    others = [_edition(other, base) for other in summary if other is not text]
    return _known(
        {
            "@type": "LearningResource",
            "@id": _page(summary.id, language, library, base),
            "name": text.front.title,
            "description": text.front.description,
            "url": _page(summary.id, language, library, base),
            "identifier": permanent_address(summary.id, base),
            "inLanguage": language,
            "learningResourceType": strings(language)[f"kind-{summary.kind}"] if summary.kind else "",
            "author": _contributor(author, language),
            "translator": _contributor(translator, language) if translator != author else None,
            "datePublished": front.added,
            "dateModified": version_date(summary),
            "license": LICENCE,
            "isAccessibleForFree": True,
            "isPartOf": {"@type": "WebSite", "name": strings(language)["site-name"], "url": base},
            "isBasedOn": source_node(work.item) if work else None,
            "about": [_term(concept, language, library, base) for concept in concepts],
            "workTranslation": others if is_original else None,
            "translationOfWork": None if is_original else _edition(summary.original, base),
        }
    )


def _page(id_: str, language: str, library: Library, base: str) -> str:
    return base + address(path_of(id_, library) or "", language)


def _edition(text: Text[FrontMatter], base: str) -> Node:
    """The summary in another language."""
    return {
        "@type": "LearningResource",
        "@id": base + address(f"summaries/{text.id}/", text.language),
        "name": text.front.title,
        "inLanguage": text.language,
    }


def _contributor(name: str, language: str) -> Node | None:
    """A person, or the editors as an organisation."""
    kind = "Organization" if is_editors(name, language) else "Person"
    return {"@type": kind, "name": name} if name else None


def _term(concept: Concept, language: str, library: Library, base: str) -> Node:
    scheme = library.schemes.get(concept.file.scheme)
    return _known(
        {
            "@type": "DefinedTerm",
            "@id": permanent_address(concept.id, base),
            "name": _label(concept, language),
            "description": concept.file.definition.get(language),
            "url": _page(concept.id, language, library, base),
            "inDefinedTermSet": {
                "@type": "DefinedTermSet",
                "@id": permanent_address(scheme.id, base),
                "name": _label(scheme, language),
            }
            if scheme
            else None,
        }
    )


def _label(entry: Concept | Scheme, language: str) -> str:
    return entry.file.prefLabel.get(language) or entry.file.prefLabel.get(DEFAULT, entry.id)


def _breadcrumbs(library: Library, text: Text[FrontMatter], base: str) -> Node:
    language = text.language
    steps = [
        (library.pages[id_].texts[language].front.title, _page(id_, language, library, base))
        for id_ in (HOME, "summaries")
        if id_ in library.pages and language in library.pages[id_].texts
    ]
    steps.append((text.front.title, _page(text.id, language, library, base)))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": {"@id": href}}
            for place, (name, href) in enumerate(steps, start=1)
        ],
    }


def source_node(item: CslItem) -> Node:
    """A work as a thing of schema.org, with what its record states."""
    work = Work(item)
    kind = _TYPES.get(work.type, "CreativeWork")
    publisher = work.text("publisher")
    editors = [_person(person) for person in work.people("editor") if not person.others]
    return _known(
        {
            "@type": kind,
            "@id": f"https://doi.org/{work.doi}" if work.doi else None,
            "name": work.title,
            "author": [_person(person) for person in work.people("author") if not person.others],
            # To schema.org an editor is a person; an institution can only have contributed.
            "editor": [editor for editor in editors if editor["@type"] == "Person"],
            "contributor": [editor for editor in editors if editor["@type"] == "Organization"],
            "datePublished": iso(read_date(item.get("issued"))),
            "isPartOf": _container(work, kind),
            "pagination": work.text("page") if kind in _PAGED else None,
            "isbn": work.text("ISBN") if kind == "Book" else None,
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "inLanguage": work.language,
            "url": work.url,
        }
    )


def _person(person: Person) -> Node:
    if person.literal:
        return {"@type": "Organization", "name": person.literal}
    given = person.given if person.family else ""
    return _known(
        {
            "@type": "Person",
            "name": " ".join(filter(None, (given, person.dropped, person.surname))),
            "givenName": person.given,
            "familyName": person.surname if person.family else None,
        }
    )


def _container(work: Work, kind: str) -> Node | None:
    """What a work came out in; of a serial its issue in its volume, as far as they are known."""
    title = work.text("container-title")
    if not title:
        return None
    if kind not in _SERIALS:
        return {"@type": _CONTAINERS.get(kind, "CreativeWork"), "name": title}
    found: Node = _known({"@type": "Periodical", "name": title, "issn": work.text("ISSN")})
    if volume := work.text("volume"):
        found = {"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": found}
    if issue := work.text("issue"):
        found = {"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": found}
    return found


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
