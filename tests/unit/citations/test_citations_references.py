"""The list of a page and its citations: order, and what tells works apart."""

from __future__ import annotations

from typing import Any

import pytest

from recovery_kb.citations import Cite, References, anchor, reference
from recovery_kb.citations.typesetting import plain_text

Item = dict[str, Any]


def book(title: str = "A title", *authors: str, **fields: Any) -> Item:
    """A book by authors written "Family, Given" (or an institution, without comma)."""
    people = [
        {"family": family, "given": given} if comma else {"literal": family}
        for family, comma, given in (author.partition(", ") for author in authors)
    ]
    return {"type": "book", "title": title, "author": people, "issued": "2015", "language": "en"} | fields


def cited(works: dict[str, Item], page: str = "en", *cites: Cite) -> str:
    """The citation of all works (or of `cites`) as plain text."""
    html = References(works, page, list(works)).citation(cites or [Cite(key) for key in works])
    text = html
    for tag in ("bdi", "a", "i"):
        text = _without(text, tag)
    return plain_text(text).replace("&amp;", "&")


def _without(html: str, tag: str) -> str:
    while f"<{tag} " in html or f"<{tag}>" in html or f"</{tag}>" in html:
        start = min(place for form in (f"<{tag} ", f"<{tag}>", f"</{tag}>") if (place := html.find(form)) >= 0)
        html = html[:start] + html[html.index(">", start) + 1 :]
    return html


def order(works: dict[str, Item], page: str) -> list[str]:
    return [entry.key for entry in References(works, page, list(works)).entries()]


# ---------- the form of a citation


def test_citation_links_to_the_entry_and_is_isolated() -> None:
    works = {"leamy2011": book("T", "Leamy, Mary", "Bird, Vic", "Slade, Mike", issued="2011-12")}
    assert References(works, "he", ["leamy2011"]).citation([Cite("leamy2011")]) == (
        '(<bdi lang="en" dir="ltr"><a href="#ref-leamy2011">Leamy et al., 2011</a></bdi>)'
    )
    assert anchor("leamy2011") == "ref-leamy2011"


@pytest.mark.parametrize(
    ("authors", "page", "expected"),
    [
        (["Slade, Mike"], "en", "(Slade, 2015)"),
        (["Ness, Ottar", "Dyrkorn, K."], "en", "(Ness & Dyrkorn, 2015)"),
        (["Ness, Ottar", "Dyrkorn, K."], "nb", "(Ness & Dyrkorn, 2015)"),
        (["A, B.", "C, D.", "E, F."], "en", "(A et al., 2015)"),
        (["A, B.", "C, D.", "E, F."], "nb", "(A et al., 2015)"),
        (["Danske Regioner"], "nb", "(Danske Regioner, 2015)"),
        (["Stacey, Dawn", "others"], "en", "(Stacey et al., 2015)"),
    ],
)
def test_number_of_authors(authors: list[str], page: str, expected: str) -> None:
    assert cited({"k": book("T", *authors)}, page) == expected


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (["כהן, דנה"], "(כהן, 2015)"),
        (["כהן, דנה", "לוי, אבי"], "(כהן ולוי, 2015)"),
        (["כהן, דנה", "OECD"], "(כהן ו-OECD, 2015)"),
        (["כהן, דנה", "לוי, אבי", "גל, רון"], "(כהן ואחרים, 2015)"),
    ],
)
@pytest.mark.parametrize("page", ["en", "nb", "he"])
def test_number_of_hebrew_authors(authors: list[str], expected: str, page: str) -> None:
    assert cited({"k": book("כותר", *authors, language="he")}, page) == expected


def test_particles_belong_to_the_name() -> None:
    named = book("T")
    named["author"] = [{"family": "Velden", "given": "Jan", "non-dropping-particle": "ten"}]
    dropped = book("U", issued="2016")
    dropped["author"] = [{"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}]
    works = {"k": named, "m": dropped}
    assert [entry.text for entry in References(works, "en", list(works)).entries()] == [
        "Humboldt, A. von. (2016). U.",
        "ten Velden, J. (2015). T.",
    ]
    assert cited(works) == "(Humboldt, 2016; ten Velden, 2015)"


@pytest.mark.parametrize(
    ("page", "locator", "expected"),
    [
        ("en", "p. 12", "(A, 2015, p. 12)"),
        ("en", "12-14", "(A, 2015, pp. 12–14)"),
        ("en", "s. 12", "(A, 2015, p. 12)"),
        ("nb", "p. 12", "(A, 2015, s. 12)"),
        ("nb", "12, 19", "(A, 2015, s. 12, 19)"),
        ("nb", "kap. 3", "(A, 2015, kap. 3)"),
        ("en", "§ 4", "(A, 2015, § 4)"),
        ("he", "עמ' 7", "(A, 2015, p. 7)"),
        ("en", "  ", "(A, 2015)"),
        ("en", "<b>", "(A, 2015, &lt;b&gt;)"),
    ],
)
def test_locator_speaks_the_language_of_the_citation(page: str, locator: str, expected: str) -> None:
    assert cited({"k": book("T", "A, B.")}, page, Cite("k", locator)) == expected


def test_hebrew_locator() -> None:
    works = {"k": book("כותר", "כהן, דנה", language="he")}
    assert cited(works, "nb", Cite("k", "s. 12-14")) == "(כהן, 2015, עמ׳ 12–14)"


def test_several_works_stand_in_the_order_of_the_list_and_name_people_once() -> None:
    works = {
        "z": book("Z", "Zahl, P.", issued="2001"),
        "b": book("B", "Wassmo, H.", issued="2006"),
        "a": book("A", "Wassmo, H.", issued="2003"),
        "h": book("כותר", "כהן, דנה", language="he"),
    }
    assert cited(works) == "(Wassmo, 2003, 2006; Zahl, 2001; כהן, 2015)"
    assert cited(works, "he") == "(כהן, 2015; Wassmo, 2003, 2006; Zahl, 2001)"


def test_one_work_with_different_locators() -> None:
    works = {"k": book("T", "A, B.")}
    cites = [Cite("k", "p. 1"), Cite("k", "p. 9"), Cite("k", "p. 1")]
    assert cited(works, "en", *cites) == "(A, 2015, p. 1; A, 2015, p. 9)"


def test_unknown_keys() -> None:
    references = References({"k": book("T", "A, B.")}, "en", ["k", "gone<x>"])
    assert [entry.key for entry in references.entries()] == ["k"]
    assert references.citation([Cite("gone<x>")]) == "(<bdi>gone&lt;x&gt;</bdi>)"
    assert references.citation([]) == ""


# ---------- no author, no date


@pytest.mark.parametrize(
    ("page", "expected"),
    [("en", "(“Peers on the ward,” n.d.)"), ("nb", "(«Peers on the ward», u.å.)")],
)
def test_title_of_a_part_stands_in_quotes_of_the_language(page: str, expected: str) -> None:
    item = {"type": "article-newspaper", "title": "Peers on the ward", "container-title": "Times", "language": "en"}
    assert cited({"k": item}, page) == expected


def test_title_of_a_hebrew_part_stands_in_gershayim() -> None:
    item = {"type": "article-newspaper", "title": "מרכז חדש", "container-title": "ערוץ", "language": "he"}
    assert cited({"k": item}, "en") == "(״מרכז חדש״, ח״ת)"


def test_title_of_a_whole_work_is_in_italics_as_in_the_list() -> None:
    references = References({"k": book("Standing alone", author=[])}, "en", ["k"])
    assert "<i>Standing alone</i>, 2015" in references.citation([Cite("k")])
    assert references.entries()[0].html.startswith("<i>Standing alone</i>. (2015)")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Eight words are still short enough to show", "Eight words are still short enough to show"),
        ("A review of reviews: what we know about peers and why", "A review of reviews"),
        ("Results of a randomized controlled trial of the new plan in", "Results of a randomized controlled"),
        ("What will it take in the end? Nine words and more", "What will it take in the end?"),
        ("The quick brown fox and the very lazy dog of them all", "The quick brown fox"),
    ],
)
def test_long_titles_are_shortened_without_an_ellipsis(title: str, shown: str) -> None:
    assert cited({"k": book(title, author=[])}) == f"({shown}, 2015)"


def test_short_title_of_the_record_wins() -> None:
    assert (
        cited({"k": book("Some long title: with a subtitle", author=[], **{"title-short": "Short"})}) == "(Short, 2015)"
    )


# ---------- two works that are called the same


@pytest.mark.parametrize(
    ("page", "dates", "first", "second", "together"),
    [
        ("en", {}, "Cook, J. A. (2015a). Alpha.", "Cook, J. A. (2015b). Beta.", "(Cook, 2015a, 2015b)"),
        ("nb", {}, "Cook, J. A. (2015a). Alpha.", "Cook, J. A. (2015b). Beta.", "(Cook, 2015a, 2015b)"),
        (
            "en",
            {"issued": None},
            "Cook, J. A. (n.d.-a). Alpha.",
            "Cook, J. A. (n.d.-b). Beta.",
            "(Cook, n.d.-a, n.d.-b)",
        ),
        (
            "nb",
            {"issued": None},
            "Cook, J. A. (u.å.-a). Alpha.",
            "Cook, J. A. (u.å.-b). Beta.",
            "(Cook, u.å.-a, u.å.-b)",
        ),
    ],
)
def test_same_author_and_year(page: str, dates: Item, first: str, second: str, together: str) -> None:
    works = {"b": book("Beta", "Cook, Judith A.", **dates), "a": book("Alpha", "Cook, J. A.", **dates)}
    assert [entry.text for entry in References(works, page, list(works)).entries()] == [first, second]
    assert cited(works, page) == together


def test_same_hebrew_author_and_year_get_hebrew_letters() -> None:
    works = {"b": book("בית", "כהן, ד.", language="he"), "a": book("אלף", "כהן, דן", language="he")}
    assert [entry.text for entry in References(works, "en", list(works)).entries()] == [
        "כהן, ד׳ (2015א). אלף.",
        "כהן, ד׳ (2015ב). בית.",
    ]
    assert cited(works, "he") == "(כהן, 2015א, 2015ב)"


def test_same_author_and_year_in_different_languages() -> None:
    works = {"n": book("Bok", "Slade, M.", language="nb"), "e": book("Book", "Slade, M.")}
    assert cited(works, "he") == "(Slade, 2015a; Slade, 2015b)"


def test_letters_depend_on_the_page() -> None:
    works = {"a": book("Alpha", "Cook, J."), "b": book("Beta", "Cook, J.")}
    assert References(works, "en", ["b"]).entries()[0].text == "Cook, J. (2015). Beta."


def test_more_works_than_letters() -> None:
    works = {f"k{number:02}": book(f"T{number:02}", "A, B.") for number in range(28)}
    entries = References(works, "en", list(works)).entries()
    assert [entry.text[6:13] for entry in entries[24:]] == ["(2015y)", "(2015z)", "(2015aa", "(2015ab"]


def test_different_coauthors_are_named_until_they_differ() -> None:
    works = {
        "a": book("T", "Kapoor, A.", "Bloom, B.", "Montez, C.", "Warner, D.", "Hill, E."),
        "b": book("U", "Kapoor, A.", "Bloom, B.", "Zucker, C.", "Davidson, D.", "Hill, E."),
    }
    assert cited(works) == "(Kapoor, Bloom, Montez, et al., 2015; Kapoor, Bloom, Zucker, et al., 2015)"


def test_et_al_never_stands_for_one_person() -> None:
    works = {
        "a": book("T", "Hasan, A.", "Liang, B.", "Kahn, C."),
        "b": book("U", "Hasan, A.", "Liang, B.", "Weintraub, D."),
    }
    assert cited(works) == "(Hasan, Liang, & Kahn, 2015; Hasan, Liang, & Weintraub, 2015)"
    assert cited(works, "nb") == "(Hasan, Liang & Kahn, 2015; Hasan, Liang & Weintraub, 2015)"


def test_different_people_of_one_surname_get_initials() -> None:
    works = {"a": book("T", "Slade, Mike", issued="2009"), "b": book("U", "Slade, Jane"), "c": book("V", "Cook, J. A.")}
    assert cited(works) == "(Cook, 2015; J. Slade, 2015; M. Slade, 2009)"


def test_one_person_with_more_and_less_initials_stays_one() -> None:
    works = {"a": book("T", "Deegan, Pat", issued="2009"), "b": book("U", "Deegan, Patricia E.")}
    assert cited(works) == "(Deegan, 2009, 2015)"


def test_one_hebrew_person_with_more_and_less_initials_stays_one() -> None:
    works = {
        "a": book("כותר", "כהן, דן", language="he", issued="2009"),
        "b": book("כותר", "כהן, דן רון", language="he"),
        "c": book("כותר", "לוי, רם", language="he", issued="2009"),
        "d": book("כותר", "לוי, גיל", language="he"),
    }
    assert cited(works) == "(כהן, 2009, 2015; ג׳ לוי, 2015; ר׳ לוי, 2009)"


# ---------- the order of the list


def test_own_script_first_each_in_its_alphabet() -> None:
    works = {
        "latin-b": book("T", "Berg, A."),
        "latin-a": book("T", "Aas, A."),
        "hebrew-b": book("כ", "בר, א", language="he"),
        "hebrew-a": book("כ", "אבן, א", language="he"),
    }
    assert order(works, "he") == ["hebrew-a", "hebrew-b", "latin-a", "latin-b"]
    assert order(works, "en") == ["latin-a", "latin-b", "hebrew-a", "hebrew-b"]
    # aa is å in Norwegian, the last letter
    assert order(works, "nb") == ["latin-b", "latin-a", "hebrew-a", "hebrew-b"]


def test_norwegian_letters() -> None:
    works = {name: book("T", f"{name}, A.") for name in ("Østby", "Åsen", "Ærø", "Öberg", "Zahl", "Oppen", "Ås")}
    assert order(works, "nb") == ["Oppen", "Zahl", "Ærø", "Öberg", "Østby", "Ås", "Åsen"]
    assert order(works, "en") == ["Ærø", "Ås", "Åsen", "Öberg", "Oppen", "Østby", "Zahl"]


def test_hebrew_final_letters_and_points() -> None:
    works = {name: book("כ", f"{name}, א", language="he") for name in ("כרמי", "כץ", "כַּהֲנָא", "כהן")}
    assert order(works, "he") == ["כהן", "כַּהֲנָא", "כץ", "כרמי"]


def test_letter_by_letter_and_shorter_first() -> None:
    works = {
        "3": book("T", "Browning, A."),
        "1": book("T", "Brown, J."),
        "2": book("T", "Brown, J.", "Adams, A."),
        "5": book("T", "Le Boutillier, C."),
        "4": book("T", "Lawson, C."),
        "6": book("T", "Leland, C."),
    }
    assert order(works, "en") == ["1", "2", "3", "4", "5", "6"]


def test_dates_in_order_undated_first_in_press_last() -> None:
    works = {
        "4": book("A", "Brown, J.", issued=None, status="In press"),
        "2": book("A", "Brown, J.", issued="2009"),
        "3": book("A", "Brown, J.", issued="2009-02"),
        "1": book("Z", "Brown, J.", issued=None),
    }
    assert order(works, "en") == ["1", "2", "3", "4"]
    assert cited(works) == "(Brown, n.d., 2009a, 2009b, in press)"


def test_article_before_a_title_does_not_count() -> None:
    works = {"2": book("The bridge", author=[]), "1": book("Art", author=[]), "3": book("A canal", author=[])}
    assert order(works, "en") == ["1", "2", "3"]


# ---------- languages


@pytest.mark.parametrize(
    ("language", "page", "expected"),
    [
        ("en", "nb", "Ek, A. & Bo, C. (u.å.). T."),
        ("cs", "nb", "Ek, A. & Bo, C. (u.å.). T."),
        ("cs", "en", "Ek, A., & Bo, C. (n.d.). T."),
        ("cs", "he", "Ek, A., & Bo, C. (n.d.). T."),
        ("nn", "he", "Ek, A. & Bo, C. (u.å.). T."),
        ("nn-NO", "en", "Ek, A., & Bo, C. (n.d.). T."),
        ("en-GB", "he", "Ek, A., & Bo, C. (n.d.). T."),
        ("", "nb", "Ek, A. & Bo, C. (u.å.). T."),
        ("en", "fr", "Ek, A., & Bo, C. (n.d.). T."),
    ],
)
def test_formatted_in_the_language_of_the_page_within_one_script(language: str, page: str, expected: str) -> None:
    entry = reference(book("T", "Ek, A.", "Bo, C.", issued=None, language=language), page)
    assert entry.text == expected
    assert entry.language == (language or page)


def test_language_of_a_hebrew_work_is_seen_from_its_title() -> None:
    entry = reference({"type": "book", "title": "דרכים"}, "nb")
    assert (entry.language, entry.direction, entry.text) == ("he", "rtl", "דרכים (ח״ת).")


def test_right_to_left_work_in_a_language_of_its_own() -> None:
    entry = reference({"type": "book", "title": "عنوان", "language": "ar", "issued": 2010}, "he")
    assert entry.direction == "rtl"
