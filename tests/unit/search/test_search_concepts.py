from __future__ import annotations

import json

import pytest

from recovery_kb.loading import load
from recovery_kb.render.site import Site
from recovery_kb.search.concepts import all_labels, concept_page, concept_table, key_sequence, label_keys
from recovery_kb.search.documents import documents
from recovery_kb.text import Analyser
from site_support import TOY


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(load(TOY)[0], "https://kb.example/")


def test_inflections_of_an_expression_share_a_key_sequence() -> None:
    hebrew = Analyser("he", ["תמיכת עמיתים", "תמיכה", "עמית", "תמיכת", "עמיתים", "בתמיכה"])
    assert key_sequence("תמיכת עמיתים", hebrew) == key_sequence("בתמיכת העמיתים", hebrew)


def test_a_label_is_found_by_what_stands_in_and_before_its_brackets() -> None:
    english = Analyser("en", [])
    assert label_keys(["Illness management (IMR)"], english) == {
        "Illness management (IMR)": ["illness management", "imr"]
    }


def test_every_concept_and_scheme_is_in_the_table(site: Site) -> None:
    table = concept_table(site, {})
    assert set(table) == {*site.library.concepts, *site.library.schemes}
    for id_, concept in table.items():
        for language, several in concept["labels"].items():
            file = (site.library.concepts.get(id_) or site.library.schemes[id_]).file
            shown = [file.prefLabel[language], *file.altLabel.get(language, [])]
            assert [label for label, _ in several] == [*shown, *file.hiddenLabel.get(language, [])]
            assert {label for label, _ in several} <= set(all_labels(site, language))
        assert concept["related"] == (site.library.concepts[id_].file.related if id_ in site.library.concepts else [])
    json.dumps(table)


def test_a_concept_names_its_summaries_in_the_languages_they_have(site: Site) -> None:
    for entry in site.library.entries():
        for summary in concept_page(site, entry)["summaries"]:
            texts = site.library.summaries[summary["id"]].texts
            assert set(summary["texts"]) == set(texts)
            for language, (title, _) in summary["texts"].items():
                assert title == texts[language].front.title


@pytest.mark.parametrize("language", ["en", "nb", "he"])
def test_what_is_not_there_in_a_language_is_not_searched(site: Site, language: str) -> None:
    found = {document.id for document in documents(site, language)}
    for summary in site.library.summaries.values():
        assert (summary.id in found) == (language in summary.texts)
    assert not found & {"home", "search", "rules", "summaries"}
