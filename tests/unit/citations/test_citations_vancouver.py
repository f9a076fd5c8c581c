"""The second style: every golden record as Vancouver has it, and what only this style asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from recovery_kb.citations import in_text_name, reference
from recovery_kb.citations.people import bare_initials

HERE = Path(__file__).parent
EXPECTED: dict[str, dict[str, dict[str, str]]] = yaml.safe_load((HERE / "vancouver.yml").read_text(encoding="utf-8"))
RECORDS: dict[tuple[str, str], dict[str, Any]] = {
    (path.stem, case["name"]): case["item"]
    for path in sorted((HERE / "golden").glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
}


def test_every_record_is_expected() -> None:
    assert set(RECORDS) == {(kind, name) for kind, cases in EXPECTED.items() for name in cases}


@pytest.mark.parametrize(("kind", "name"), list(RECORDS), ids=lambda part: part)
def test_line(kind: str, name: str) -> None:
    item = RECORDS[kind, name]
    found = {page: reference(item, page, style="vancouver").text for page in ("en", "nb", "he")}
    assert found == EXPECTED[kind][name]


def test_a_doi_is_a_link_and_stands_from_left_to_right() -> None:
    item = {"type": "article-journal", "title": "T", "container-title": "J", "issued": "2019", "DOI": "10.1234/a"}
    shown = reference(item, "en", style="vancouver").html
    assert shown.endswith('<bdi dir="ltr"><a href="https://doi.org/10.1234/a">doi:10.1234/a</a></bdi>')


def test_the_styles_do_not_mix() -> None:
    item = {"type": "book", "title": "T", "author": [{"family": "Moe", "given": "Kari Anne"}], "issued": "2020"}
    assert reference(item, "en").text == "Moe, K. A. (2020). T."
    assert reference(item, "en", style="vancouver").text == "Moe KA. T. 2020."
    assert reference(item, "en").text == "Moe, K. A. (2020). T."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Jean-Paul", "JP"),
        ("JA", "JA"),
        ("Wenche ten", "W ten"),
        ("איילה", "א"),
        ("דוד בן", "דב"),
        ("", ""),
    ],
)
def test_bare_initials(given: str, expected: str) -> None:
    assert bare_initials(given) == expected


def test_what_a_page_is_stands_beside_its_title() -> None:
    item = {"type": "webpage", "title": "T", "container-title": "S", "genre": "Summary of X", "URL": "https://e.org/"}
    shown = reference(item, "en", style="vancouver").text
    assert shown == "S [Internet]. T [Summary of X]. Available from: https://e.org/"


def test_an_articles_numbers_in_pubmed_follow_its_doi() -> None:
    item = {"type": "article-journal", "title": "T", "DOI": "10.1234/a", "PMID": "30000001", "PMCID": "PMC7000001"}
    shown = reference(item, "en", style="vancouver").text
    assert shown.endswith(" doi:10.1234/a PubMed PMID: 30000001; PubMed Central PMCID: PMC7000001.")
    assert "PubMed" not in reference(item, "en").text


def test_others_without_names_follow_a_comma_in_every_language() -> None:
    people = [{"family": "Moe", "given": "Kari"}, {"literal": "others"}]
    latin = {"type": "book", "title": "T", "author": people, "language": "nb"}
    hebrew = {
        "type": "book",
        "title": "ספר",
        "author": [{"family": "לוי", "given": "דנה"}, people[1]],
        "language": "he",
    }
    assert reference(latin, "nb", style="vancouver").text == "Moe K, et al. T."
    assert reference(latin, "nb").text == "Moe, K. et al. (u.å.). T."
    assert reference(hebrew, "he", style="vancouver").text == "לוי ד, ואחרים. ספר."


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            {"author": [{"family": "Deegan", "given": "P."}, {"family": "Drake", "given": "R."}], "issued": "2006"},
            {"en": "Deegan & Drake, 2006", "nb": "Deegan & Drake, 2006", "he": "Deegan ו-Drake, 2006"},
        ),
        (
            {"title": "Five pathways"},
            {"en": "“Five pathways,” n.d.", "nb": "«Five pathways», u.å.", "he": "״Five pathways״, ח״ת"},
        ),
    ],
)
def test_a_name_in_running_text(item: dict[str, Any], expected: dict[str, str]) -> None:
    assert {page: in_text_name(item, page) for page in expected} == expected
