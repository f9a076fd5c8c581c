"""Identifiers of works: shapes and check digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_kb.identifiers import (
    is_citation_key,
    is_doi,
    is_image_name,
    is_isbn,
    is_issn,
    is_kebab,
    is_language_tag,
    is_web_address,
    page_range,
)


@pytest.mark.parametrize("text", ["tool-wrap", "leamy2011", "a", "conference-ispra-2012"])
def test_kebab(text: str) -> None:
    assert is_kebab(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "Tool", "tool_wrap", "החלמה", "a b", "håp", "a\n"])
def test_no_kebab(text: str) -> None:
    assert not is_kebab(text)


@pytest.mark.parametrize(
    "text", ["10.1192/bjp.bp.110.083733", "10.31887/DCNS.2009.11.4/redrake", "10.1007/s10488-014-0585-x"]
)
def test_doi(text: str) -> None:
    assert is_doi(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://doi.org/10.1192/x",
        "doi:10.1192/x",
        "10.1080/17522439.2016. 1198828",
        "10.1/x",
        "10.1192/",
        "10.1192/x.",
        "10.١١٩٢/x",
        "10.1192/x<script>",
        "10.1192/x\n",
    ],
)
def test_no_doi(text: str) -> None:
    assert not is_doi(text)


@pytest.mark.parametrize("text", ["978-82-7570-346-8", "9788275703475", "0-306-40615-2", "080442957X"])
def test_isbn(text: str) -> None:
    assert is_isbn(text)


@pytest.mark.parametrize(
    "text",
    [
        "978-82-7570-346-7",
        "9788275703",
        "0-306-40615-3",
        "97882757034682",
        "isbn",
        "",
        "977-82-7570-346-8",
        "٩788275703468",
        "978-82-7570-346-8\n",
    ],
)
def test_no_isbn(text: str) -> None:
    assert not is_isbn(text)


@pytest.mark.parametrize("text", ["0378-5955", "2434-561X"])
def test_issn(text: str) -> None:
    assert is_issn(text)


@pytest.mark.parametrize("text", ["0378-5954", "03785955", "0378-595x", "", "١٢٣٤-٥٦٧X", "0378-5955\n"])
def test_no_issn(text: str) -> None:
    assert not is_issn(text)


@pytest.mark.parametrize("text", ["https://napha.no/content/14640", "http://a.example/x?y=1#z", "HTTPS://A.EXAMPLE/"])
def test_web_address(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "//host/x",
        "ftp://a.example/",
        "https://",
        "www.napha.no",
        "https://a b",
        "https://[",
        "data:text/html,x",
        "https://ministry.example@evil.example/",
        "https://a.example:99999/",
        "https://a.example:0/",
        "https:\\\\a.example",
        "https:///path",
        "https://?q",
        " https://a.example",
        "https://a.example\n",
        "java\tscript:alert(1)",
    ],
)
def test_no_web_address(text: str) -> None:
    assert not is_web_address(text)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("429-438", (429, 438)),
        ("577-95", (577, 595)),
        ("S32-S43", (32, 43)),
        ("429–438", (429, 438)),
        ("121-19", (121, 119)),
        ("S9-T12", None),
        ("٤٢٩-٤٣٨", None),
        ("10294", None),
        ("e77", None),
    ],
)
def test_page_range(text: str, pages: tuple[int, int] | None) -> None:
    assert page_range(text) == pages


@pytest.mark.parametrize("text", ["en", "he", "en-GB", "zh-Hant", "nb-NO", "yue"])
def test_language_tag(text: str) -> None:
    assert is_language_tag(text)


@pytest.mark.parametrize("text", ["", "e", "English", "en_GB", "en-", "עברית", "nb NO", "en\n"])
def test_no_language_tag(text: str) -> None:
    assert not is_language_tag(text)


@pytest.mark.parametrize("text", ["leamy2011", "a", "doe:2011", "who.2012-a", "LeBoutillier2015"])
def test_citation_key(text: str) -> None:
    assert is_citation_key(text)


@pytest.mark.parametrize("text", ["", "a b", "@a", "-a", "a;b", "a]", "a,b", "a\n"])
def test_no_citation_key(text: str) -> None:
    assert not is_citation_key(text)


@pytest.mark.parametrize("text", ["map.png", "Map_2-b.JPG", "1.png"])
def test_image_name(text: str) -> None:
    assert is_image_name(text)


@pytest.mark.parametrize("text", ["", ".png", "a b.png", "מפה.png", "a/b.png", "..", "a\u202egnp.exe.png", "a.png\n"])
def test_no_image_name(text: str) -> None:
    assert not is_image_name(text)


@given(st.text())
def test_nothing_raises(text: str) -> None:
    for check in (
        is_kebab,
        is_doi,
        is_isbn,
        is_issn,
        is_web_address,
        is_language_tag,
        is_citation_key,
        is_image_name,
    ):
        assert check(text) in {True, False}
    page_range(text)
