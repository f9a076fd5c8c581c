"""What other programs read back: nothing that a record states and a format can carry is lost or changed."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import rispy
from csl_reference import Reference
from pybtex.database import Entry, Person, parse_string
from pybtex.richtext import Text

from exports_support import RECORDS
from recovery_kb.citations import reference
from recovery_kb.citations.dates import read_date
from recovery_kb.citations.people import Person as Named
from recovery_kb.citations.people import read_people
from recovery_kb.exports.bibtex import LANGUAGES, MONTHS, bibtex
from recovery_kb.exports.csl_json import csl_json
from recovery_kb.exports.iso_dates import edtf, iso
from recovery_kb.exports.ris import ris
from recovery_kb.loading import load
from site_support import ROOT


def library_records() -> list[dict[str, Any]]:
    library, _ = load(ROOT)
    return [dict(work.item) for work in library.works.values()]


EVERY = [*RECORDS, *library_records()]
ROLES = ("author", "editor", "translator")


def text_of(record: dict[str, Any], name: str) -> str:
    return str(record.get(name, ""))


def span(pages: str) -> str:
    return re.sub(r"\s*[-–]+\s*", "-", pages)


# BibTeX


def plain(latex: str) -> str:
    """What TeX would print."""
    words = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
    words |= {"textbraceleft": "{", "textbraceright": "}"}
    marks = {name: chr(0xE000 + place) for place, name in enumerate(words)}
    for name, mark in marks.items():
        latex = latex.replace(f"\\{name}{{}}", mark)
    text = str(Text.from_latex(latex)).replace("\\$", "$")
    for name, mark in marks.items():
        text = text.replace(mark, words[name])
    return text


def bibtex_name(person: Named) -> tuple[str, str, str]:
    if person.others:
        return "others", "", ""
    if person.literal or not person.given:
        return person.surname, "", ""
    return " ".join(filter(None, (person.dropped, person.particle, person.family))), person.suffix, person.given


def parsed_name(person: Person) -> tuple[str, str, str]:
    family = " ".join([*person.prelast_names, *person.last_names])
    given = " ".join([*person.first_names, *person.middle_names])
    return plain(family), plain(" ".join(person.lineage_names)), plain(given)


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    read = parse_string("\n".join(map(bibtex, EVERY)), "bibtex", person_fields=ROLES)
    return dict(read.entries)


@pytest.mark.parametrize("record", EVERY, ids=lambda record: record["id"])
def test_bibtex(record: dict[str, Any], entries: dict[str, Entry]) -> None:
    entry = entries[record["id"]]
    fields = {name.lower(): value for name, value in entry.fields.items()}
    stated = {
        "title": text_of(record, "title"),
        "volume": text_of(record, "volume"),
        "edition": text_of(record, "edition"),
        "isbn": text_of(record, "ISBN"),
        "issn": text_of(record, "ISSN"),
        "pmid": text_of(record, "PMID"),
        "pmcid": text_of(record, "PMCID"),
        "eventtitle": text_of(record, "event-title"),
        "venue": text_of(record, "event-place"),
        "address": text_of(record, "publisher-place"),
        "series": text_of(record, "collection-title"),
        "note": text_of(record, "note"),
        "abstract": text_of(record, "abstract"),
        "keywords": text_of(record, "keyword"),
        "langid": LANGUAGES.get(text_of(record, "language"), ""),
    }
    assert {name: plain(fields.get(name, "")) for name in stated} == stated
    alternatives = {
        "container-title": ("journal", "booktitle", "titleaddon"),
        "publisher": ("publisher", "institution", "school", "organization"),
        "genre": ("type", "howpublished"),
        "issue": ("number",),
        "number": ("number", "eid"),
    }
    for variable, names in alternatives.items():
        if text_of(record, variable):
            assert text_of(record, variable) in {plain(fields.get(name, "")) for name in names}, variable
    assert plain(fields.get("pages", "")).replace("--", "-").replace("–", "-") == span(text_of(record, "page"))
    assert fields.get("doi", "") == text_of(record, "DOI")
    assert fields.get("url", "") == text_of(record, "URL").replace("{", "%7B").replace("}", "%7D")
    assert fields.get("urldate", "") == iso(read_date(record.get("accessed")))
    for role in ROLES:
        found = [parsed_name(person) for person in entry.persons.get(role, [])]
        assert found == [bibtex_name(person) for person in read_people(record.get(role))], role
    issued = read_date(record.get("issued"))
    if issued and issued.year:
        known = [fields["year"]]
        if "month" in fields:
            assert fields["month"] in MONTHS or fields["month"].istitle()
            month = fields["month"][:3].lower()
            known.append(f"{MONTHS.index(month) + 1:02}")
        assert iso(issued).startswith("-".join(known))
        assert fields.get("date", "-".join(known)) == edtf(issued)


def test_a_hebrew_name_of_two_words_stays_one_family_name(entries: dict[str, Entry]) -> None:
    names = [parsed_name(person) for person in entries["levi2018"].persons["author"]]
    assert names == [("לוי", "", "דנה"), ("פרידלנדר כץ", "", "איילה")]


# RIS

RIS_FIELDS = {
    "title": "title",
    "title-short": "short_title",
    "collection-title": "tertiary_title",
    "volume": "volume",
    "issue": "number",
    "edition": "edition",
    "genre": "type_of_work",
    "publisher": "publisher",
    "PMID": "accession_number",
    "PMCID": "custom2",
    "abstract": "abstract",
    "DOI": "doi",
    "language": "language",
    "container-title": "secondary_title",
}
RIS_ROLES = {"author": "authors", "editor": "secondary_authors", "translator": "subsidiary_authors"}


def ris_name(person: Named) -> str:
    if person.others:
        return "et al."
    if person.literal or not person.given:
        return person.surname
    family = " ".join(filter(None, (person.dropped, person.particle, person.family)))
    return ", ".join(filter(None, (family, person.given, person.suffix)))


@pytest.mark.parametrize("record", EVERY, ids=lambda record: record["id"])
def test_ris(record: dict[str, Any]) -> None:
    (found,) = rispy.loads(ris(record))
    assert found["id"] == record["id"]
    assert "unknown_tag" not in found
    for variable, name in RIS_FIELDS.items():
        if text_of(record, variable):
            assert str(found.get(name)) == text_of(record, variable), variable
    for role, name in RIS_ROLES.items():
        assert found.get(name, []) == [ris_name(person) for person in read_people(record.get(role))], role
    assert found.get("urls", []) == ([record["URL"]] if "URL" in record else [])
    pages = "-".join(filter(None, (found.get("start_page"), found.get("end_page"))))
    assert pages == span(text_of(record, "page"))
    issued = read_date(record.get("issued"))
    assert found.get("year", "") == (f"{issued.year}" if issued and issued.year else "")
    if issued and issued.day:
        assert found["date"].strip("/").replace("/", "-") == iso(issued)
    assert found.get("issn", "") == text_of(record, "ISBN") or text_of(record, "ISSN")
    assert found.get("place_published", "") == text_of(record, "publisher-place") or text_of(record, "event-place")


@pytest.mark.parametrize("record", EVERY, ids=lambda record: record["id"])
def test_ris_lines_are_whole(record: dict[str, Any]) -> None:
    lines = ris(record).split("\r\n")
    assert lines[0].startswith("TY  - ")
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])


# CSL-JSON

ALIASES = {field.alias or name for name, field in Reference.model_fields.items()}


@pytest.mark.parametrize("record", EVERY, ids=lambda record: record["id"])
def test_csl_json(record: dict[str, Any]) -> None:
    written = json.loads(json.dumps(csl_json(record)))
    assert set(written) <= ALIASES, "only variables of the schema"
    Reference.model_validate_json(json.dumps(written), strict=False)
    assert set(written) == set(record)
    assert all(value not in ("", [], {}) for value in written.values())


@pytest.mark.parametrize("record", EVERY, ids=lambda record: record["id"])
def test_csl_json_says_the_same_as_the_record(record: dict[str, Any]) -> None:
    again = csl_json(csl_json(record))
    assert again == csl_json(record)
    for language in ("en", "he"):
        for style in ("apa", "vancouver"):
            assert reference(csl_json(record), language, style=style) == reference(record, language, style=style)
