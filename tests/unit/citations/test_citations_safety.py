"""Whatever stands in a record: the output is safe HTML of three elements, and nothing raises, prints or warns."""

from __future__ import annotations

import string
import sys
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from recovery_kb.citations import Cite, References, reference
from recovery_kb.languages import LANGUAGES

ATTACK = '"><script>alert(1)</script>\'&amp;</i></bdi><a href="javascript:x">'
ALLOWED = {"i": set(), "bdi": {"lang", "dir"}, "a": {"href"}}


class Checker(HTMLParser):
    """Raises on anything but well-nested i, bdi and a with safe attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= ALLOWED[tag]
        for name, value in attrs:
            assert value is not None
            if name == "href":
                assert value.lower().startswith(("http://", "https://", "#ref-"))
                assert not set(value) & set("\"'<> \n")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        assert "<" not in data
        assert ">" not in data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def check_html(html: str) -> None:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert not checker.open
    assert not any("\ue000" <= character <= "\uf8ff" for character in html)


def check(item: Any, page: str) -> None:
    entry = reference(item, page)
    check_html(entry.html)
    assert entry.text.strip()
    references = References({"k": item, "l": item}, page, ["k", "l", "gone"])
    check_html(references.citation([Cite("k", ATTACK), Cite("l"), Cite(ATTACK)]))
    for listed in references.entries():
        check_html(listed.html)


@pytest.mark.parametrize("page", LANGUAGES)
@pytest.mark.parametrize("kind", ["article-journal", "book", "chapter", "legislation", "webpage", "speech", "thesis"])
@pytest.mark.parametrize("language", ["en", "he"])
def test_attack_in_every_field(kind: str, page: str, language: str) -> None:
    fields = [*"title container-title publisher volume issue page number genre edition event-title status".split()]
    item: dict[str, Any] = dict.fromkeys(fields, ATTACK) | {
        "type": kind,
        "language": language,
        "URL": ATTACK,
        "DOI": ATTACK,
    }
    item |= {role: [{"family": ATTACK, "given": ATTACK}, {"literal": ATTACK}] for role in ("author", "editor")}
    check(item, page)
    html = reference(item, page).html
    assert "<script" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,<script>",
        "ftp://example.org/x",
        "//example.org",
        "example.org",
        "http://",
        "http://[bad",
        "mailto:a@example.org",
    ],
)
def test_other_schemes_are_shown_but_never_linked(url: str) -> None:
    html = reference({"type": "webpage", "title": "T", "URL": url}, "en").html
    assert "<a " not in html
    assert '<bdi dir="ltr">' in html


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&amp;c=2#d"),
        ('https://example.org/"onclick="x', "https://example.org/%22onclick=%22x"),
        ("https://example.org/כנס", "https://example.org/%D7%9B%D7%A0%D7%A1"),
        ("https://example.org/%D7%9B", "https://example.org/%D7%9B"),
        ("HTTPS://example.org/a b", "HTTPS://example.org/a%20b"),
    ],
)
def test_addresses_are_encoded(url: str, target: str) -> None:
    html = reference({"type": "webpage", "title": "T", "URL": url}, "he").html
    assert f'<bdi dir="ltr"><a href="{target}">' in html
    check_html(html)


def test_controls_that_turn_lines_round_are_dropped() -> None:
    entry = reference({"type": "book", "title": "a\u202eb\u2066c\u0000d\ue000e\nf  g"}, "en")
    assert entry.html == "<i>abcde f g</i>. (n.d.)."


EVERYTHING_ODD: list[Any] = [
    {},
    None,
    "text",
    7,
    {"type": None},
    {"type": "no-such-type", "title": "T"},
    {"type": "interview"},
    {"type": "personal_communication", "author": [{"family": "Ek"}]},
    {"type": "book", "title": "   "},
    {"type": ["book"], "title": {"a": 1}},
    {"type": "book", "author": "Ek, A."},
    {"type": "book", "author": [["Ek"]], "issued": object()},
    {"type": "article-journal", "title": "T", "page": "1-2-3, 5 & 7", "volume": "", "issue": [1]},
    {"type": "chapter", "editor": [{"literal": ""}], "container-title": "C"},
    {"type": "legislation"},
    {"type": "legislation", "number": 5},
    {"type": "webpage", "URL": "https://example.org"},
    {"type": "song", "composer": [{"family": "Ek"}], "author": [{"family": "Bo"}]},
    {"type": "book", "edition": "²", "issued": "9999999"},
    {"type": "book", 5: "five", None: "none"},
    {"type": "book", "title": "T", "volume": float("nan")},
]


@pytest.mark.parametrize("item", EVERYTHING_ODD, ids=range(len(EVERYTHING_ODD)))
@pytest.mark.parametrize("page", [*LANGUAGES, "xx", ""])
def test_strange_records_never_raise(item: Any, page: str) -> None:
    check(item, page)


def test_a_plain_line_where_the_style_has_none() -> None:
    item = {"type": "personal_communication", "author": [{"family": "Ek", "given": "Ann"}], "issued": "2015-03-01"}
    assert reference(item, "en").text == "Ek, A. (2015)."
    assert reference({}, "nb").text == "(u.å.)."


def test_language_is_a_tag_or_unknown() -> None:
    assert reference({"title": "T", "language": '"><script>'}, "nb").language == "nb"
    assert reference({"title": "T", "language": "en_GB"}, "nb").language == "en-GB"


def test_marks_and_controls_in_keys_and_locators_are_dropped() -> None:
    references = References({"k\ue000": {}}, "en", ["k\ue000"])
    html = references.citation([Cite("k\ue000", "\ue002kap.\u202e 3"), Cite("gone\ue001")])
    assert html == ('(<bdi lang="en" dir="ltr"><a href="#ref-k%EE%80%80">k, n.d., kap. 3</a></bdi>; <bdi>gone</bdi>)')


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    reference({"type": "software", "title": "T", "event-title": "E", "contributor": [{"family": "Ek"}], "x": 1}, "en")
    sys.stdout.flush()
    assert capfd.readouterr() == ("", "")


NAMES = ["type", "title", "container-title", "publisher", "page", "volume", "edition", "number", "URL", "DOI", "genre"]
TEXT = st.text(alphabet=string.printable + "אבגם׳״–“é\u200f\ue000\ue002\ue003\u202e", max_size=20)
VALUE = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT)
PEOPLE = st.lists(
    st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix"]), TEXT, max_size=4), max_size=4
)
DATE = st.one_of(VALUE, st.fixed_dictionaries({"date-parts": st.lists(st.lists(VALUE, max_size=4), max_size=3)}))
ITEM = st.builds(
    lambda fields, people, date, kind, language: fields | people | {"issued": date, "type": kind, "language": language},
    st.dictionaries(st.sampled_from(NAMES), VALUE),
    st.dictionaries(st.sampled_from(["author", "editor", "translator"]), PEOPLE),
    DATE,
    st.sampled_from(
        ["article-journal", "book", "chapter", "report", "webpage", "speech", "thesis", "legislation", "x"]
    ),
    st.sampled_from(["en", "nb", "he", "", "ar"]),
)


@settings(max_examples=150, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(item=ITEM, page=st.sampled_from(sorted(LANGUAGES)))
@example(item={"type": "book", "title": "\ue002x\ue003"}, page="en")
def test_any_record_gives_safe_html(item: dict[str, Any], page: str) -> None:
    check(item, page)
