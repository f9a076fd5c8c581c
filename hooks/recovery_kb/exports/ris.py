"""RIS, the format that EndNote, Mendeley and Zotero share. UTF-8, lines end in CR LF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recovery_kb.citations import CslItem
from recovery_kb.citations.dates import PartialDate, read_date
from recovery_kb.citations.marks import clean
from recovery_kb.citations.people import People
from recovery_kb.citations.work import Work

from .csl_json import OTHERS
from .iso_dates import iso

TYPES = {
    **dict.fromkeys(("article-journal", "review", "review-book"), "JOUR"),
    **dict.fromkeys(("entry", "entry-encyclopedia"), "ENCYC"),
    **dict.fromkeys(("legislation", "regulation", "treaty"), "STAT"),
    **dict.fromkeys(("motion_picture", "broadcast"), "VIDEO"),
    **dict.fromkeys(("song", "musical_score"), "SOUND"),
    **dict.fromkeys(("graphic", "figure"), "ART"),
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "manuscript": "UNPB",
    "map": "MAP",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "SER",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""Reference types by CSL type; what is not here is GEN."""

_TEXTS = {
    "TI": "title",
    "ST": "title-short",
    "T2": "container-title",
    "J2": "container-title-short",
    "T3": "collection-title",
    "VL": "volume",
    "IS": "issue",
    "M1": "number",
    "ET": "edition",
    "M3": "genre",
    "PB": "publisher",
    "AN": "PMID",
    "C2": "PMCID",
    "AB": "abstract",
    "N1": "note",
}
_PAGES = re.compile(r"\s*([^\s,–-]+)\s*[-–]+\s*([^\s,–-]+)\s*")


def ris(item: CslItem) -> str:
    """One record, from TY to ER, each line `XX  - value`."""
    work = Work(item)
    lines = [("TY", _type(work)), ("ID", clean(item.get("id"))), *_lines(work), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def _type(work: Work) -> str:
    return "JOUR" if work.type == "article" and work.is_part else TYPES.get(work.type, "GEN")


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    """Every field that the record states, by tag."""
    for tag, role in (("AU", "author"), ("A2", "editor"), ("A4", "translator")):
        yield from ((tag, name) for name in _names(work.people(role)))
    yield from ((tag, text) for tag, variable in _TEXTS.items() if (text := work.text(variable)))
    yield from _date_lines(work.issued)
    # One place for two: where it was published, else where it was held.
    if place := work.text("publisher-place") or work.text("event-place"):
        yield "CY", place
    if event := work.text("event-title"):
        yield ("T2" if not work.is_part else "C3"), event
    yield from _page_lines(work.text("page"))
    yield from (("SN", text) for name in ("ISBN", "ISSN") if (text := work.text(name)))
    yield from (("KW", word) for word in map(str.strip, work.text("keyword").split(",")) if word)
    if work.doi:
        yield "DO", work.doi
    if work.url:
        yield "UR", work.url
    if accessed := _date(read_date(work.item.get("accessed"))):
        yield "Y2", accessed
    if work.language:
        yield "LA", work.language


def _date_lines(date: PartialDate | None) -> Iterator[tuple[str, str]]:
    if date is None:
        return
    if date.year is None:
        yield "DA", date.literal
        return
    yield "PY", f"{date.year:04}"
    if "-" in iso(date):
        yield "DA", _date(date)


def _date(date: PartialDate | None) -> str:
    """`2015/07/01/`: year, month, day and anything else, each between slashes also where it is not known."""
    known = iso(date).split("-") if iso(date) else []
    return "/".join([*known, "", "", ""][:4]) if known else ""


def _page_lines(pages: str) -> Iterator[tuple[str, str]]:
    found = _PAGES.fullmatch(pages)
    if found:
        yield "SP", found[1]
        yield "EP", found[2]
    elif pages:
        yield "SP", pages


def _names(people: People) -> Iterator[str]:
    for person in people:
        if person.literal or not person.given:
            yield OTHERS if person.others else person.surname
        else:
            family = " ".join(filter(None, (person.dropped, person.particle, person.family)))
            yield ", ".join(filter(None, (family, person.given, person.suffix)))
