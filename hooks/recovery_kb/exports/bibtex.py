"""BibTeX that biblatex reads too: classic types and fields where there are any, biblatex's where there are none.

UTF-8 throughout. A name is only split as the record splits it, capitals that carry meaning are held by braces, and
`url` and `doi` are verbatim, as biblatex and the url package read them.
"""

from __future__ import annotations

import re

from recovery_kb.citations import CslItem
from recovery_kb.citations.dates import SEASONS, PartialDate, read_date
from recovery_kb.citations.marks import clean
from recovery_kb.citations.people import People, Person
from recovery_kb.citations.work import Work

from .iso_dates import edtf, iso

TYPES = {
    **dict.fromkeys(("article-journal", "article-magazine", "article-newspaper", "review", "review-book"), "article"),
    **dict.fromkeys(("book", "classic"), "book"),
    **dict.fromkeys(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), "incollection"),
    **dict.fromkeys(("webpage", "post", "post-weblog"), "online"),
    **dict.fromkeys(("bill", "legislation", "regulation", "treaty"), "legislation"),
    **dict.fromkeys(("manuscript", "speech"), "unpublished"),
    "collection": "collection",
    "dataset": "dataset",
    "legal_case": "jurisdiction",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "periodical": "periodical",
    "report": "techreport",
    "software": "software",
    "standard": "standard",
}
"""Entry types by CSL type; what is not here is `misc`, and a thesis says by its own words what it is."""

LANGUAGES = {"en": "english", "nb": "norsk", "nn": "nynorsk", "no": "norsk", "he": "hebrew", "da": "danish"}
LANGUAGES |= {"sv": "swedish", "de": "german", "fr": "french", "ar": "arabic"}
"""Names that babel gives to languages, by BCP 47 tag."""

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_TEXTS = {
    "title-short": "shorttitle",
    "volume": "volume",
    "chapter-number": "chapter",
    "number-of-volumes": "volumes",
    "number-of-pages": "pagetotal",
    "edition": "edition",
    "version": "version",
    "event-title": "eventtitle",
    "event-place": "venue",
    "publisher-place": "address",
    "original-title": "origtitle",
    "original-publisher": "origpublisher",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "keyword": "keywords",
    "abstract": "abstract",
    "note": "note",
    "status": "pubstate",
}
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school", "thesis": "institution"}
_PUBLISHERS |= {"online": "organization"}
_HAS_TYPE = frozenset({"techreport", "phdthesis", "mastersthesis", "thesis", "patent"})
_BOOKTITLE = frozenset({"incollection", "inproceedings"})

_SPECIAL = {character: f"\\{character}" for character in "#$%&_"}
_SPECIAL |= {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
# A backslash before a brace does not keep BibTeX from counting it.
_SPECIAL |= {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_WORD = re.compile(r"[^\s\-–—/()\[\]:;,.!?\"“”]+")
_SENTENCE_START = re.compile(r"(?:^|[.:?!]\s)[\"“'‘(]?$")
_TITLE_CASE = 0.75
"""From this share of capitals on, a title is written in title case, and its capitals mean nothing. A name that loses
its capital is worse than a word that keeps one, so the share is high."""
_NAMES_AND = re.compile(r"\band\b", re.IGNORECASE)


def bibtex(item: CslItem) -> str:
    """One entry, with a line break at its end."""
    work = Work(item)
    fields = _fields(work, _entry_type(work))
    lines = [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([f"@{_entry_type(work)}{{{clean(item.get('id'))},", *lines, "}", ""])


def _entry_type(work: Work) -> str:
    if work.type == "thesis":
        genre = work.text("genre").casefold()
        if "master" in genre:
            return "mastersthesis"
        return "phdthesis" if re.search(r"ph\.? ?d|doctor|doktor|דוקטור", genre) else "thesis"
    if work.type == "article" and work.is_part:
        return "article"
    return TYPES.get(work.type, "misc")


def _fields(work: Work, entry_type: str) -> dict[str, str]:
    """The fields of an entry by name, in the order in which people read them; values in braces."""
    fields: dict[str, str] = {}

    def put(name: str, text: str) -> None:
        if text and name not in fields:
            fields[name] = f"{{{text}}}"

    for role in ("author", "editor", "translator"):
        put(role, _names(work.people(role)))
    put("title", _title(work.title))
    container = escaped(work.text("container-title"))
    if entry_type in _BOOKTITLE:
        put("booktitle", container)
    else:
        put("journal" if entry_type == "article" else "titleaddon", container)
    put("shortjournal", escaped(work.text("container-title-short")))
    put("series", escaped(work.text("collection-title")))
    put(_PUBLISHERS.get(entry_type, "publisher"), escaped(work.text("publisher")))
    put("type" if entry_type in _HAS_TYPE else "howpublished", escaped(work.text("genre")))
    fields |= _date_fields(work.issued)
    for name in ("issue", "number", "collection-number"):
        # The second number is an article's own, which biblatex calls its electronic identifier.
        taken = "number" in fields
        put("eid" if taken and name == "number" else "number", escaped(work.text(name)))
    put("pages", _pages(work.text("page")))
    for variable, name in _TEXTS.items():
        put(name, escaped(work.text(variable)))
    put("origdate", edtf(read_date(work.item.get("original-date"))))
    put("eventdate", edtf(read_date(work.item.get("event-date"))))
    put("doi", _verbatim(work.doi))
    put("url", _verbatim(work.url))
    put("urldate", iso(read_date(work.item.get("accessed"))))
    put("langid", LANGUAGES.get(work.language.partition("-")[0].lower(), ""))
    return fields


def _date_fields(date: PartialDate | None) -> dict[str, str]:
    """`year` and `month` for BibTeX; `date` as well where only biblatex's says everything."""
    if date is None or date.year is None:
        return {"year": f"{{{escaped(date.literal)}}}"} if date and date.literal else {}
    fields = {"year": f"{{{date.year}}}"}
    if date.month and date.month not in SEASONS:
        fields["month"] = MONTHS[date.month - 1]
    if date.day or date.month in SEASONS or date.about or date.end:
        fields["date"] = f"{{{edtf(date)}}}"
    return fields


def escaped(text: str) -> str:
    """A text with what means something to TeX written out."""
    return "".join(_SPECIAL.get(character, character) for character in text)


def _verbatim(address: str) -> str:
    """An address as it is, but for braces, which would end the field."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _pages(text: str) -> str:
    return re.sub(r"(?<=\w)\s*[-–]+\s*(?=\w)", "--", escaped(text))


def _names(people: People) -> str:
    return " and ".join(map(_name, people))


def _name(person: Person) -> str:
    if person.others:
        return "others"
    if person.literal or not (person.family and person.given):
        # The inner braces keep an organisation's name, commas and "and" included, in one piece.
        return f"{{{escaped(person.surname)}}}"
    family = person.family
    # "de Vries" with no particle given: without braces its first word would be taken for one.
    held = f"{{{escaped(family)}}}" if family[:1].islower() else _held(family)
    von = " ".join(_held(part) for part in (person.dropped, person.particle) if part)
    return ", ".join(filter(None, (f"{von} {held}".strip(), _held(person.suffix), _held(person.given))))


def _held(part: str) -> str:
    """A part of a name, in braces where BibTeX would take it apart: "Hagen and Sons", "Anna, the younger"."""
    text = escaped(part)
    return f"{{{text}}}" if "," in part or _NAMES_AND.search(part) else text


def _title(title: str) -> str:
    """A title whose capitals survive styles that lower them: acronyms always, names where the title is a sentence."""
    words = list(_WORD.finditer(title))
    inner = [word for word in words if not _SENTENCE_START.search(title[: word.start()]) and len(word[0]) > 3]
    capitals = sum(word[0][0].isupper() for word in inner)
    in_title_case = bool(inner) and capitals / len(inner) >= _TITLE_CASE
    pieces: list[str] = []
    end = 0
    for word in words:
        text = word[0]
        is_name = text[0].isupper() and not in_title_case and not _SENTENCE_START.search(title[: word.start()])
        keep = any(letter.isupper() for letter in text[1:]) or is_name
        pieces += [escaped(title[end : word.start()]), f"{{{escaped(text)}}}" if keep else escaped(text)]
        end = word.end()
    return "".join([*pieces, escaped(title[end:])])
