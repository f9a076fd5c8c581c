"""COinS: a record as an OpenURL ContextObject (Z39.88-2004) for the `title` of a `span.Z3988`, where Zotero looks.

The standard leaves room; where it does, a field is written so that Zotero takes it whole. What that is for each type of
work stands in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from urllib.parse import quote, urlencode

from recovery_kb.citations import CslItem
from recovery_kb.citations.people import People, Person
from recovery_kb.citations.work import Work

from .iso_dates import iso

_JOURNAL = frozenset({"article-journal", "article-magazine", "review", "review-book"})
_BOOK = {"book": "book", "classic": "book", "chapter": "bookitem", "paper-conference": "proceeding", "report": "report"}
"""Genres of the book format by CSL type."""
_ZOTERO_TYPES = {
    **dict.fromkeys(("speech", "event"), "presentation"),
    **dict.fromkeys(("bill", "legislation", "regulation", "treaty"), "statute"),
    **dict.fromkeys(("entry", "entry-encyclopedia"), "encyclopediaArticle"),
    **dict.fromkeys(("document", "pamphlet"), "document"),
    "article-newspaper": "newspaperArticle",
    "broadcast": "tvBroadcast",
    "dataset": "dataset",
    "entry-dictionary": "dictionaryEntry",
    "interview": "interview",
    "legal_case": "case",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "software": "computerProgram",
    "webpage": "webpage",
}
"""What Zotero calls a type in `rft.type` of the Dublin Core format."""


_WRITTEN_OUT = re.compile(r"[^\W\d_][^\s.]*[^\W\d_A-Z.]")
_SETTLED = re.compile(rf"{_WRITTEN_OUT.pattern}|[A-Z]\.")


def coins(item: CslItem) -> str:
    """The ContextObject as a query string, not yet escaped for HTML."""
    work = Work(item)
    known = [(name, value) for name, value in _fields(work) if value]
    head = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{_format(work)}")]
    return urlencode([*head, *known], quote_via=quote)


def _format(work: Work) -> str:
    if work.type in _JOURNAL or (work.type == "article" and work.is_part):
        return "journal"
    if work.type in _BOOK:
        return "book"
    return {"thesis": "dissertation", "patent": "patent"}.get(work.type, "dc")


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    kind = _format(work)
    if work.doi:
        yield "rft_id", f"info:doi/{work.doi}"
    if work.url:
        yield "rft_id", work.url
    yield from {"journal": _journal, "book": _book}.get(kind, _other)(work)
    yield from _authors(_known(work.people("author") or work.publisher_as_author), "creator" if kind == "dc" else "au")
    for role in ("editor", "translator"):  # the formats have no better word for either
        yield from (("rft.contributor", _inverted(person)) for person in _known(work.people(role)))
    yield "rft.date", iso(work.issued)
    yield "rft.language", work.language


def _journal(work: Work) -> Iterator[tuple[str, str]]:
    yield "rft.genre", "article"
    yield "rft.atitle", work.title
    yield "rft.jtitle", work.text("container-title")
    yield "rft.stitle", work.text("container-title-short")
    for name in ("volume", "issue"):
        yield f"rft.{name}", work.text(name)
    yield "rft.issn", work.text("ISSN")
    yield "rft.artnum", work.text("number")
    yield "rft.pages", work.text("page") or work.text("number")


def _book(work: Work) -> Iterator[tuple[str, str]]:
    genre = _BOOK[work.type]
    is_part = genre in {"bookitem", "proceeding"}
    yield "rft.genre", genre
    yield ("rft.atitle" if is_part else "rft.btitle"), work.title
    if is_part:
        yield "rft.btitle", work.text("container-title")
    yield "rft.series", work.text("collection-title")
    yield "rft.edition", work.text("edition")
    yield "rft.pub", work.text("publisher")
    yield "rft.place", work.text("publisher-place")
    yield "rft.isbn", work.text("ISBN")
    yield "rft.pages", work.text("page")


def _other(work: Work) -> Iterator[tuple[str, str]]:
    """A thesis, a patent, or anything else in Dublin Core."""
    yield "rft.title", work.title
    if work.type == "thesis":
        yield "rft.inst", work.text("publisher")
        yield "rft.degree", work.text("genre")
        return
    publisher = "" if work.publisher_as_author else work.text("publisher")
    yield "rft.type", _ZOTERO_TYPES.get(work.type, "document")
    # Zotero's web pages have no publisher: who runs the site stands for the site's name.
    yield "rft.source", work.text("container-title") or (publisher if work.type == "webpage" else "")
    yield "rft.publisher", publisher
    yield "rft.identifier", work.url


def _known(people: People) -> list[Person]:
    return [person for person in people if not person.others]


def _authors(people: list[Person], name: str) -> Iterator[tuple[str, str]]:
    """The authors under `rft.<name>`, the first one in parts as well; an institution that stands first as such.

    Zotero puts whoever comes as an institution before all others, so the later ones come as names without a comma in
    them, which it leaves in one piece.
    """
    for place, person in enumerate(people):
        if person.literal and (place == 0 or "," in person.literal):
            yield "rft.aucorp", person.literal
            continue
        if place == 0 and name == "au" and (first := _as_zotero_has_it(person.given)):
            yield "rft.aulast", person.surname
            yield "rft.aufirst", first
        yield f"rft.{name}", _inverted(person)


def _as_zotero_has_it(given: str) -> str:
    """Given names as far as they are written out, "Anna B."; empty where they begin with initials.

    Initials such as "MJ" Zotero sets anew where the name stands whole, and then takes one person for two.
    """
    words = list(takewhile(_SETTLED.fullmatch, given.split()))
    return " ".join(words) if words and _WRITTEN_OUT.fullmatch(words[0]) else ""


def _inverted(person: Person) -> str:
    """A name with its surname first. The comma stays without a given name: else the last word counts as the surname."""
    given = " ".join(filter(None, (person.given, person.dropped))) if person.family else ""
    return f"{person.surname}, {given}".strip()
