"""The record of a summary is its own, and what is said of it in the words of schema.org is what schema.org knows."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from exports_support import RECORDS
from recovery_kb.citations import reference
from recovery_kb.exports.catalogue import CATALOGUE, catalogue
from recovery_kb.exports.files import exported_files
from recovery_kb.exports.linked_data import linked_data, source_node
from recovery_kb.exports.record import summary_record, version_date
from recovery_kb.exports.schemas import schemas
from recovery_kb.library import Library
from recovery_kb.loading import load
from schema_org_support import faults as faults_of_things
from site_support import BASE, ROOT, TOY

SCHEMAS = schemas(f"{BASE}schema/")


@pytest.fixture(scope="module", params=[ROOT, TOY], ids=["real", "toy"])
def library(request: pytest.FixtureRequest) -> Library:
    return load(request.param)[0]


def test_a_summarys_record_is_not_the_originals(library: Library) -> None:
    for summary in library.summaries.values():
        ids = {summary_record(library, summary, text, BASE)["id"] for text in summary}
        assert len(ids) == len(summary.texts)
        assert not ids & set(library.works)
        for text in summary:
            record = summary_record(library, summary, text, BASE)
            assert record["title"] == text.front.title
            assert record["URL"] == f"{BASE}id/{summary.id}/"
            assert record["language"] == text.language
            assert record.get("issued", "") == version_date(summary)
            assert "DOI" not in record


def test_the_version_counts_from_the_last_review() -> None:
    library, _ = load(ROOT)
    summary = library.summaries["leamy2011"]
    shown = reference(summary_record(library, summary, summary.texts["en"], BASE), "en")
    assert shown.text == (
        "Recovery knowledge base editors. (2026, November 21). The review behind CHIME: a framework for personal "
        f"recovery [Summary of Leamy et al., 2011]. Recovery knowledge base. {BASE}id/leamy2011/"
    )
    assert version_date(summary) == (summary.original.front.reviewed or summary.original.front.added)


def test_linked_data_has_only_what_schema_org_knows(library: Library) -> None:
    for summary in library.summaries.values():
        for text in summary:
            written = linked_data(library, summary, text, BASE)
            assert "<" not in written
            data = json.loads(written)
            assert data["@context"] == "https://schema.org"
            assert list(faults_of_things(data["@graph"])) == []
            resource = data["@graph"][0]
            assert resource["@type"] == "LearningResource"
            assert resource["inLanguage"] == text.language
            assert ("isBasedOn" in resource) == (summary.source_key in library.works)
            others = len(summary.texts) - 1
            if text is summary.original:
                assert "translationOfWork" not in resource
                assert len(resource.get("workTranslation", [])) == others
            else:
                assert resource["translationOfWork"]["inLanguage"] == summary.original.language


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_every_type_of_source_is_a_thing_of_schema_org(record: dict[str, Any]) -> None:
    node = source_node(record)
    assert list(faults_of_things(node)) == []
    assert node["name"] == record["title"]


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Book", "pages": "12"}, "Book.pages: no property 'pages'"),
        ({"@type": "Book", "issn": "1234-5679"}, "Book.issn: not a property of Book"),
        ({"@type": "Essay", "name": "T"}, "Essay: no type 'Essay'"),
        ({"@type": "Book", "name": ""}, "Book.name: empty"),
        ({"@type": "Book", "author": []}, "Book.author: empty"),
        ({"@type": "Book", "datePublished": "4 March 2019"}, "'4 March 2019' is none of Date, DateTime"),
        ({"@type": "Book", "url": "/id/x/"}, "'/id/x/' is none of URL"),
        ({"@id": "x", "@type": "Book"}, "Book: @id 'x' is not absolute"),
        ({"@type": "Book", "editor": {"@type": "Organization", "name": "O"}}, "is none of Person"),
        ({"@type": "Book", "isPartOf": {"@type": "BookSeries", "issn": "x", "isbn": "y"}}, "isPartOf.isbn: not a"),
    ],
)
def test_what_schema_org_does_not_know_is_found(node: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in faults_of_things(node))


def test_an_institution_that_edited_a_work_is_no_editor() -> None:
    editors = [{"family": "Moe", "given": "Kari"}, {"literal": "Example Bureau"}]
    node = source_node({"type": "book", "title": "T", "editor": editors})
    assert [one["@type"] for one in node["editor"] + node["contributor"]] == ["Person", "Organization"]
    assert list(faults_of_things(node)) == []


def registry() -> Registry:
    return Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()])


def faults(name: str, data: Any) -> list[str]:
    return [fault.message for fault in Draft202012Validator(SCHEMAS[name], registry=registry()).iter_errors(data)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_what_authors_have_written_fits_the_schemas(library: Library) -> None:
    for summary in library.summaries.values():
        for text in summary:
            assert faults("summary.json", text.marked.data) == [], text.path
    for page in library.pages.values():
        for text in page:
            assert faults("page.json", text.marked.data) == [], text.path
    for concept in library.concepts.values():
        assert faults("concept.json", concept.marked.data) == [], concept.path
    for scheme in library.schemes.values():
        assert faults("scheme.json", scheme.marked.data) == [], scheme.path
    for work in library.works.values():
        assert faults("item.json", dict(work.item)) == [], work.key


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("summary.json", {"title": "T"}),
        ("summary.json", {"title": "T", "description": "D", "kind": "essay"}),
        ("summary.json", {"title": "T", "description": "D", "source": {"type": "article-journal", "tittle": "T"}}),
        ("concept.json", {"prefLabel": {"en": "hope"}, "definition": {"en": "Hope."}}),
        ("summaries.json", [{"id": "x"}]),
    ],
)
def test_what_is_wrong_does_not_fit(name: str, data: Any) -> None:
    assert faults(name, data)


def test_the_catalogue_fits_its_schema_and_documents_every_field(library: Library) -> None:
    data = CATALOGUE.dump_python(catalogue(library, BASE), mode="json")
    assert faults("summaries.json", data) == []
    assert [one["id"] for one in data] == sorted(library.summaries)
    for one in data:
        assert set(one["titles"]) == set(one["languages"]) == set(one["addresses"]["pages"])
    schema = SCHEMAS["summaries.json"]
    for definition in schema["$defs"].values():
        for name, field in definition["properties"].items():
            assert field.get("description") or "$ref" in field, name


def test_files_are_the_same_each_time_and_have_names_of_their_own(library: Library) -> None:
    files = list(exported_files(library, BASE))
    assert files == list(exported_files(library, BASE))
    assert len({path for path, _ in files}) == len(files)
    assert all(re.fullmatch(r"(?:data|schema)/[a-z0-9./-]+", path) for path, _ in files)
