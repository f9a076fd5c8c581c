"""What Zotero finds in a page: our COinS read by its rules, for every type of work and for a page's two records."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from exports_support import RECORDS
from recovery_kb.citations.dates import read_date
from recovery_kb.citations.people import read_people
from recovery_kb.exports.coins import coins
from recovery_kb.exports.iso_dates import iso
from recovery_kb.exports.record import summary_record
from recovery_kb.loading import load
from site_support import BASE, ROOT
from zotero_support import read

WORKS = yaml.safe_load((ROOT / "tests/unit/citations/citeproc_js/works.yml").read_text(encoding="utf-8"))
EVERY: list[dict[str, Any]] = [*RECORDS, *WORKS]
TYPES = {
    "article": "document",
    "article-journal": "journalArticle",
    "article-magazine": "journalArticle",
    "article-newspaper": "newspaperArticle",
    "book": "book",
    "chapter": "bookSection",
    "dataset": "dataset",
    "document": "document",
    "entry-encyclopedia": "encyclopediaArticle",
    "legislation": "statute",
    "motion_picture": "film",
    "pamphlet": "document",
    "paper-conference": "conferencePaper",
    "post-weblog": "blogPost",
    "report": "report",
    "speech": "presentation",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""What each CSL type becomes; an article that is in something is taken for one in a journal."""


def surnames(record: dict[str, Any], role: str) -> list[str]:
    return [person.surname for person in read_people(record.get(role)) if not person.others]


@pytest.mark.parametrize("record", EVERY, ids=lambda record: record["id"])
def test_every_type_of_work_arrives_whole(record: dict[str, Any]) -> None:
    item = read(coins(record))
    assert item is not None
    is_in_journal = record["type"] == "article" and "container-title" in record
    assert item.type == ("journalArticle" if is_in_journal else TYPES[record["type"]])
    assert item.fields["title"] == record["title"]
    assert item.fields.get("date", "") == iso(read_date(record.get("issued")))
    assert item.fields.get("DOI", "").lower() == record.get("DOI", "").lower().removeprefix("https://doi.org/")
    assert item.fields.get("url", "") == record.get("URL", "")
    whole = record.get("container-title")
    assert whole is None or item.fields["publicationTitle"] == whole
    pages = record.get("page", record.get("number") if item.type == "journalArticle" else None)
    kept = item.type in {"journalArticle", "bookSection", "conferencePaper"}
    assert not kept or item.fields.get("pages", "") == str(pages or "")


@pytest.mark.parametrize("record", EVERY, ids=lambda record: record["id"])
def test_everybody_arrives_once_in_one_piece_and_in_order(record: dict[str, Any]) -> None:
    item = read(coins(record))
    assert item is not None
    authors = surnames(record, "author")
    if not authors and record["type"] == "webpage" and "publisher" in record:
        authors = [record["publisher"]]
    assert [last for role, last, _ in item.creators if role == "author"] == authors
    others = surnames(record, "editor") + surnames(record, "translator")
    assert [last for role, last, _ in item.creators if role == "contributor"] == others
    assert sum(bool(first) for _, _, first in item.creators) == sum(
        bool(person.family and person.given)
        for role in ("author", "editor", "translator")
        for person in read_people(record.get(role))
    )


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ([{"family": "Slade", "given": "Mike"}], [("Slade", "Mike")]),
        ([{"family": "Slade", "given": "M.J."}], [("Slade", "M. J.")]),
        ([{"family": "Slade", "given": "MJ"}], [("Slade", "M. J.")]),
        ([{"family": "Bird", "given": "Victoria J."}], [("Bird", "Victoria J.")]),
        ([{"family": "Strand", "given": "Kjell-Arne"}], [("Strand", "Kjell-Arne")]),
        ([{"family": "פרידלנדר כץ", "given": "איילה"}], [("פרידלנדר כץ", "איילה")]),
        ([{"family": "פרידלנדר כץ"}], [("פרידלנדר כץ", "")]),
        ([{"family": "Humboldt", "given": "Wilhelm", "dropping-particle": "von"}], [("Humboldt", "Wilhelm von")]),
        ([{"literal": "World Health Organization"}], [("World Health Organization", "")]),
        ([{"literal": "NAPHA, Nasjonalt senter"}], [("NAPHA, Nasjonalt senter", "")]),
        (
            [{"literal": "First Bureau"}, {"literal": "Second Bureau"}, {"family": "Moe", "given": "Kari"}],
            [("First Bureau", ""), ("Second Bureau", ""), ("Moe", "Kari")],
        ),
        ([{"family": "Moe", "given": "Kari"}, {"literal": "A Bureau"}], [("Moe", "Kari"), ("A Bureau", "")]),
    ],
)
@pytest.mark.parametrize("kind", ["article-journal", "report", "thesis", "webpage"])
def test_names(kind: str, authors: list[dict[str, str]], expected: list[tuple[str, str]]) -> None:
    item = read(coins({"type": kind, "title": "T", "author": authors}))
    assert item is not None
    assert [(last, first) for _, last, first in item.creators] == expected


def test_a_part_without_its_whole_keeps_its_title() -> None:
    for kind in ("chapter", "paper-conference"):
        item = read(coins({"type": kind, "title": "T"}))
        assert item is not None
        assert item.fields["title"] == "T"


def test_the_two_records_of_a_page() -> None:
    """The whole of what Zotero's chooser offers on the page about Leamy et al., 2011."""
    library, _ = load(ROOT)
    summary = library.summaries["leamy2011"]
    original = read(coins(library.works["leamy2011"].item))
    ours = read(coins(summary_record(library, summary, summary.texts["nb"], BASE)))
    assert original is not None
    assert ours is not None
    assert original.type == "journalArticle"
    assert original.fields == {
        "title": library.works["leamy2011"].item["title"],
        "publicationTitle": "The British Journal of Psychiatry",
        **{"volume": "199", "issue": "6", "pages": "445-452", "date": "2011-12", "language": "en"},
        "DOI": "10.1192/bjp.bp.110.083733",
        "url": "https://www.ncbi.nlm.nih.gov/pubmed/22130746",
    }
    assert [last for _, last, _ in original.creators] == ["Leamy", "Bird", "Le Boutillier", "Williams", "Slade"]
    text = summary.texts["nb"].front
    assert ours.type == "webpage"
    assert ours.fields == {
        "title": text.title,
        "publicationTitle": "Kunnskapsbase om recovery",
        "url": f"{BASE}id/leamy2011/",
        **{"date": summary.original.front.reviewed or summary.original.front.added or "", "language": "nb"},
    }
    assert [(role, last) for role, last, _ in ours.creators][:1] == [
        ("author", "Redaksjonen i Kunnskapsbase om recovery")
    ]
    assert original.fields["title"] != ours.fields["title"], "the chooser shows nothing but titles"
