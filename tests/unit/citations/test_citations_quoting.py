"""Marks within what is quoted are inner ones."""

from __future__ import annotations

import pytest

from recovery_kb.citations import Cite, References, in_text_name
from recovery_kb.citations.quoting import quoted


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("nb", "Nye veier", "«Nye veier»"),
        ("nb", "Fra «Nye horisonter»-kurset", "«Fra ‘Nye horisonter’-kurset»"),
        ("nb", "«Vi løfter hverandre»", "«‘Vi løfter hverandre’»"),
        ("nb", "”Jeg er her”: om håp", "«‘Jeg er her’: om håp»"),
        ("nb", "„Jeg er her“: om håp", "«‘Jeg er her’: om håp»"),
        ("nb", '"Jeg er her": om håp', "«‘Jeg er her’: om håp»"),
        ("nb", "«En av dem (“andre”)»", "«‘En av dem (‘andre’)’»"),
        ("nb", "«Vi løfter hverandre", "«Vi løfter hverandre»"),
        ("nb", "Å være «bruker", "«Å være bruker»"),
        ("nb", 'Skjerm på 5" og håp', '«Skjerm på 5" og håp»'),
        ("en", "“Why not?” and other questions", "“‘Why not?’ and other questions”"),
        ("en", "It's the staff's «own» view", "“It's the staff's ‘own’ view”"),
        ("he", 'תכנית "מסירה" (מסע)', "״תכנית ׳מסירה׳ (מסע)״"),
        ("he", "תכנית ״מסירה״: דו״ח הערכה", "״תכנית ׳מסירה׳: דו״ח הערכה״"),
        ("he", "ה“בעיה האיומה” שלנו", "״ה׳בעיה האיומה׳ שלנו״"),
        ("he", 'השקת מרכז מיל"ם', '״השקת מרכז מיל"ם״'),
        ("he", 'ה"שיקום" החדש', "״ה׳שיקום׳ החדש״"),
        ("he", 'מבט מ"בפנים" על דו"ח', '״מבט מ׳בפנים׳ על דו"ח״'),
        ("he", 'מו"לים ב"שיקום"', '״מו"לים ב׳שיקום׳״'),
        ("en", '"One"-"two"', "“‘One’-‘two’”"),
        ("en", "", "“”"),
    ],
)
def test_marks_within_a_title_become_inner_ones(language: str, title: str, expected: str) -> None:
    assert quoted(title, language) == expected


def test_a_title_that_stands_for_the_author_is_quoted_so() -> None:
    title = "«Vi løfter hverandre opp og fram!»: Erfaringer fra «Nye horisonter»-kurset for erfaringsmedarbeidere"
    item = {"type": "article-journal", "title": title, "container-title": "T", "issued": "2019", "language": "nb"}
    assert "«‘Vi løfter hverandre opp og fram!’», 2019" in References({"x": item}, "nb", ["x"]).citation([Cite("x")])
    assert "“‘Vi løfter hverandre opp og fram!’,” 2019" in References({"x": item}, "en", ["x"]).citation([Cite("x")])
    assert in_text_name(item | {"type": "report"}, "nb") == "«‘Vi løfter hverandre opp og fram!’», 2019"
