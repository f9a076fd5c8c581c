"""COinS: a record as an OpenURL ContextObject (Z39.88-2004) for the `title` of a `span.Z3988`, where Zotero looks."""

from __future__ import annotations

from collections.abc import Iterator
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
    if kind == "dc":
        yield from (("rft.creator", _name(person)) for person in _known(work.people("author")))
    else:
        yield from _authors(_known(work.people("author")))
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
    yield from _pages(work.text("page"))


def _book(work: Work) -> Iterator[tuple[str, str]]:
    genre = _BOOK[work.type]
    is_part = genre in {"bookitem", "proceeding"} and work.is_part
    yield "rft.genre", genre
    yield ("rft.atitle" if is_part else "rft.btitle"), work.title
    if is_part:
        yield "rft.btitle", work.text("container-title")
    yield "rft.series", work.text("collection-title")
    yield "rft.edition", work.text("edition")
    yield "rft.pub", work.text("publisher")
    yield "rft.place", work.text("publisher-place")
    yield "rft.isbn", work.text("ISBN")
    yield from _pages(work.text("page"))


def _other(work: Work) -> Iterator[tuple[str, str]]:
    """A thesis, a patent, or anything else in Dublin Core."""
    yield "rft.title", work.title
    if work.type == "thesis":
        yield "rft.inst", work.text("publisher")
        yield "rft.degree", work.text("genre")
        return
    yield "rft.type", _ZOTERO_TYPES.get(work.type, "document")
    yield "rft.source", work.text("container-title")
    yield "rft.publisher", work.text("publisher")
    yield "rft.identifier", work.url


def _known(people: People) -> list[Person]:
    return [person for person in people if not person.others]


def _authors(people: list[Person]) -> Iterator[tuple[str, str]]:
    if people and not people[0].literal:
        yield "rft.aulast", people[0].surname
        yield "rft.aufirst", people[0].given
    for person in people:
        yield ("rft.aucorp" if person.literal else "rft.au"), _name(person)


def _name(person: Person) -> str:
    given = "" if person.literal else person.given
    return ", ".join(filter(None, (person.surname, given)))


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    yield "rft.pages", pages
