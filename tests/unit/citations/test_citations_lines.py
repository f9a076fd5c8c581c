"""One line at a time: what APA asks for beyond the golden files."""

from __future__ import annotations

from typing import Any

import pytest

from recovery_kb.citations import reference
from recovery_kb.citations.people import initials, read_people


def line(page: str = "en", **fields: Any) -> str:
    return reference({"type": "book", "title": "Title", "issued": "2015", "language": "en"} | fields, page).text


def authors(number: int) -> list[dict[str, str]]:
    return [{"family": f"Name{place:02}", "given": "A."} for place in range(1, number + 1)]


def test_twenty_authors_are_all_named() -> None:
    text = line(author=authors(20))
    assert "…" not in text
    assert "Name19, A., & Name20, A. (2015)" in text


@pytest.mark.parametrize(("page", "start"), [("en", "Name19, A., … Name21, A."), ("nb", "Name19, A., … Name21, A.")])
def test_of_more_than_twenty_authors_the_first_nineteen_and_the_last(page: str, start: str) -> None:
    text = line(page, author=authors(21))
    assert start in text
    assert "Name20" not in text
    assert "&" not in text


@pytest.mark.parametrize(
    ("page", "expected"),
    [("en", "Stacey, D., et al. (2015). Title."), ("nb", "Stacey, D. et al. (2015). Title.")],
)
def test_authors_who_are_not_all_known(page: str, expected: str) -> None:
    assert line(page, author=[{"family": "Stacey", "given": "Dawn"}, {"literal": "others"}]) == expected


def test_hebrew_authors_who_are_not_all_known() -> None:
    people = [{"family": "כהן", "given": "דנה"}, {"family": "לוי", "given": "רם"}, {"literal": "others"}]
    assert line(author=people, title="כותר", language="he") == "כהן, ד׳, לוי, ר׳ ואחרים (2015). כותר."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Victoria J.", "V. J."),
        ("Jean-Paul", "J.-P."),
        ("J.A.", "J. A."),
        ("JA", "J. A."),
        ("Jo", "J."),
        ("Øyvind", "Ø."),
        ("Wenche ten Velden", "W. ten V."),
        ("bell", "b."),
        ("D'Arcy", "D."),
        ("Михаил", "М."),
        ("איילה", "א׳"),
        ("א'", "א׳"),
        ("יוסף חיים", "י״ח"),
        ("בן־ציון", "ב״צ"),
        ("ג'יהאד", "ג׳"),
        ("שָׂרָה", "ש׳"),
        ("", ""),
        (".", ""),
        ("-", ""),
    ],
)
def test_initials(given: str, expected: str) -> None:
    assert initials(given) == expected


def test_hebrew_author_on_an_english_page_stays_hebrew() -> None:
    entry = reference(
        {
            "type": "webpage",
            "title": "הגדרה עצמית",
            "author": [{"family": "פרידלנדר כץ", "given": "איילה"}],
            "issued": "2012-07-08",
            "container-title": 'עלון יספר"א',
            "URL": "https://example.org.il/2012",
            "language": "he",
        },
        "en",
    )
    assert (entry.language, entry.direction) == ("he", "rtl")
    assert entry.html == (
        "פרידלנדר כץ, א׳ (2012, 8 ביולי). <i>הגדרה עצמית</i>. עלון יספר&quot;א. "
        '<bdi dir="ltr"><a href="https://example.org.il/2012">https://example.org.il/2012</a></bdi>'
    )


def test_latin_names_in_a_hebrew_line_are_isolated() -> None:
    people = [{"family": "Slade", "given": "Mike"}, {"family": "לוי", "given": "דן"}]
    entry = reference({"type": "book", "title": "מודל CHIME: מבוא", "author": people, "language": "he"}, "he")
    assert entry.html == "<bdi>Slade, M.</bdi> ולוי, ד׳ (ח״ת). <i>מודל <bdi>CHIME</bdi>: מבוא</i>."
    other_way_round = reference({"type": "book", "title": "כותר", "author": people[::-1], "language": "he"}, "he")
    assert other_way_round.html == "לוי, ד׳ ו-<bdi>Slade, M.</bdi> (ח״ת). <i>כותר</i>."


def test_hebrew_in_a_latin_line_is_isolated() -> None:
    entry = reference({"type": "report", "title": "Report", "publisher": 'יספר"א', "language": "en"}, "he")
    assert entry.html == "<i>Report</i>. (n.d.). <bdi>יספר&quot;א</bdi>."


@pytest.mark.parametrize(
    ("issued", "en", "nb"),
    [
        ("2015-07-01", "2015, July 1", "2015, 1. juli"),
        ("2015-07", "2015, July", "2015, juli"),
        (2015, "2015", "2015"),
        ({"date-parts": [[2015, 7, 1]]}, "2015, July 1", "2015, 1. juli"),
        ({"date-parts": [["2015", "7"]]}, "2015, July", "2015, juli"),
        ({"date-parts": [[2015]], "season": 2}, "2015, Summer", "2015, sommer"),
        ("2015-21", "2015, Spring", "2015, vår"),
        ({"date-parts": [[2017, 2, 14], [2017, 2, 15]]}, "2017, February 14–15", "2017, 14.–15. februar"),
        ("2017-06-30/2017-07-02", "2017, June 30–July 2", "2017, 30. juni–2. juli"),
        ("2015/2016", "2015–2016", "2015–2016"),
        ("2015/..", "2015–", "2015–"),
        ("2015~", "ca. 2015", "ca. 2015"),
        ([{"year": 2015, "month": 7}], "2015, July", "2015, juli"),
        ("2015-13", "2015", "2015"),
        ("2015-02-31", "2015, February", "2015, februar"),
        ("in press", "in press", "in press"),
        ({"literal": "forthcoming"}, "forthcoming", "forthcoming"),
        ({"raw": "2015-07-01"}, "2015, July 1", "2015, 1. juli"),
        (None, "n.d.", "u.å."),
        ([], "n.d.", "u.å."),
        ({"date-parts": [[]]}, "n.d.", "u.å."),
        ({"date-parts": 7}, "n.d.", "u.å."),
        (True, "n.d.", "u.å."),
    ],
)
def test_dates(issued: object, en: str, nb: str) -> None:
    people = [{"family": "Ek", "given": "A."}]
    assert line("en", type="webpage", author=people, issued=issued) == f"Ek, A. ({en}). Title."
    assert line("nb", type="webpage", author=people, issued=issued) == f"Ek, A. ({nb}). Title."


@pytest.mark.parametrize(
    ("edition", "en", "nb", "he"),
    [
        (2, "2nd ed.", "2. utg.", "מהדורה 2"),
        ("3", "3rd ed.", "3. utg.", "מהדורה 3"),
        (11, "11th ed.", "11. utg.", "מהדורה 11"),
        (21, "21st ed.", "21. utg.", "מהדורה 21"),
        ("Rev. ed.", "Rev. ed.", "Rev. ed.", "Rev. ed."),
    ],
)
def test_editions(edition: object, en: str, nb: str, he: str) -> None:
    assert f"({en})" in line("en", edition=edition)
    assert f"({nb})" in line("nb", edition=edition)
    assert f"({he})" in line("he", edition=edition, title="כותר", language="he")


def test_first_edition_is_not_mentioned() -> None:
    assert line(edition=1) == "Title. (2015)."


@pytest.mark.parametrize("page", ["en", "nb"])
@pytest.mark.parametrize("title", ["What Does recovery mean? A Study", "lower case: still Lower", "ÅPEN Dør i NAV"])
def test_titles_keep_their_capitals(title: str, page: str) -> None:
    assert title in line(page, title=title)
    item = {"type": "article-journal", "title": title, "container-title": title}
    assert reference(item, page).text == f"{title}. ({'n.d.' if page == 'en' else 'u.å.'}). {title}."


@pytest.mark.parametrize("title", ["Why?", "Go!", "Wait…", "And so on.", "“Why?”"])
def test_a_title_that_ends_a_sentence_gets_no_second_stop(title: str) -> None:
    assert line(title=title, author=authors(1)) == f"Name01, A. (2015). {title}"


def test_nocase_tags_of_csl_are_not_shown() -> None:
    assert line(title='On <span class="nocase">WRAP</span> plans') == "On WRAP plans. (2015)."


def test_doi_is_preferred_and_always_one_address() -> None:
    for doi in (
        "10.1192/bjp.bp.110.083733",
        "doi:10.1192/bjp.bp.110.083733",
        "http://dx.doi.org/10.1192/bjp.bp.110.083733",
    ):
        assert line(DOI=doi, URL="https://example.org").endswith(" https://doi.org/10.1192/bjp.bp.110.083733")
    assert line(DOI="https://example.org/x").endswith(" https://example.org/x")
    assert line(DOI="nonsense", URL="https://example.org/").endswith(" https://example.org/")


def test_old_dois_with_odd_characters_are_encoded_in_the_link_only() -> None:
    item = {"type": "book", "title": "T", "DOI": "10.1002/(SICI)1097<1::AID-X>3.0.CO;2-1"}
    assert reference(item, "en").html.endswith(
        '<bdi dir="ltr"><a href="https://doi.org/10.1002/(SICI)1097%3C1::AID-X%3E3.0.CO;2-1">'
        "https://doi.org/10.1002/(SICI)1097&lt;1::AID-X&gt;3.0.CO;2-1</a></bdi>"
    )


def test_people_are_read_leniently() -> None:
    assert [person.surname for person in read_people("Ministry of Health")] == ["Ministry of Health"]
    assert [person.surname for person in read_people({"family": "Ek"})] == ["Ek"]
    assert read_people([None, 7.5, {}, {"family": ""}, [], True])[0].surname == "7.5"
    assert read_people(12) == ()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("4/2013", "Title (Rapport nr. 4/2013). (2015). Forlaget."),
        ("12-13", "Title (Rapport nr. 12-13). (2015). Forlaget."),
        ("IS-1896", "Title (Rapport IS-1896). (2015). Forlaget."),
    ],
)
def test_a_number_is_labelled_once_and_only_if_it_is_one(number: str, expected: str) -> None:
    assert line("nb", type="report", genre="Rapport", number=number, publisher="Forlaget") == expected


def test_a_chapter_in_a_book_by_somebody_names_them() -> None:
    part = {"type": "chapter", "container-title": "Book", "container-author": [{"family": "Ramon", "given": "Marta"}]}
    assert line(author=[{"family": "Gidron", "given": "Ben"}], **part) == "Gidron, B. (2015). Title. In M. Ramon, Book."
