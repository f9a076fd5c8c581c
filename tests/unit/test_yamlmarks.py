"""YAML with places, and without surprises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_kb.yamlmarks import MAX_DEPTH, Marked, read


def told(marked: Marked) -> list[tuple[int, int, str]]:
    return [(found.line, found.column, found.code) for found in marked.problems]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# only a comment", None),
        ("a: b", {"a": "b"}),
        ("a: true\nb: false", {"a": True, "b": False}),
        ("a: 0\nb: -7\nc: 42", {"a": 0, "b": -7, "c": 42}),
        ("a: +7\nb: 1.50\nc: 2015-07-01", {"a": "+7", "b": "1.50", "c": "2015-07-01"}),
        ("a: ~\nb: null\nc:", {"a": None, "b": None, "c": None}),
        ("a: 'no'\nb: \"yes\"", {"a": "no", "b": "yes"}),
        ("a: |\n  no\n", {"a": "no\n"}),
        ("a: 99999999999999999999999", {"a": "99999999999999999999999"}),
        ("- a\n- [b, {c: d}]", ["a", ["b", {"c": "d"}]]),
        ("a: 'סל\"ד'", {"a": 'סל"ד'}),
        ("a: b  # c", {"a": "b"}),
    ],
)
def test_values(text: str, data: object) -> None:
    marked = read(text, "f")
    assert marked.data == data
    assert marked.problems == []


@pytest.mark.parametrize(
    "value", ["no", "Yes", "ON", "off", "y", "N", "True", "NULL", "010", "12:30", "1e3", "0x1F", ".inf"]
)
def test_what_others_misread(value: str) -> None:
    """The value stays what was written, and is told."""
    marked = read(f"a: {value}", "f")
    assert marked.data == {"a": value}
    assert told(marked) == [(1, 4, "yaml-ambiguous")]
    assert marked.faulty == {("a",)}


def test_places_count_from_the_first_line_of_the_file() -> None:
    marked = read("a:\n  b: [c, d]\nå: {e: f}", "f", first_line=10)
    assert marked.marks == {
        (): (10, 1),
        ("a",): (10, 1),
        ("a", "b"): (11, 3),
        ("a", "b", 0): (11, 7),
        ("a", "b", 1): (11, 10),
        ("å",): (12, 1),
        ("å", "e"): (12, 5),
    }
    assert marked.at("a", "b", 7, "x") == (11, 3)
    assert marked.at("nothing") == (10, 1)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: b: c", [(1, 5, "yaml-colon")]),
        ("a: b\n c: d", [(2, 2, "yaml-indent")]),
        ("title 'x'\nb: c", [(1, 1, "yaml-no-colon")]),
        ("title:'x'\nb: c", [(1, 1, "yaml-no-colon")]),
        ("b: c\ntitle:'x'", [(2, 1, "yaml-no-colon")]),
        ("a: x\n\n# why\nword\nb: c", [(4, 1, "yaml-no-colon")]),
        ("a: 'x\nb: c", [(1, 4, "yaml-quote")]),
        ("a: [x\nb: c\n", [(1, 4, "yaml-bracket")]),
        ("a: {x: y z: w}", [(1, 11, "yaml-bracket")]),
        ("a:\n\tb: c", [(2, 1, "yaml-tab")]),
        ("a: @x", [(1, 4, "yaml-syntax")]),
        ("a: b\n---\nc: d", [(2, 1, "yaml-document")]),
        ("a: b\n...\nc: d", [(3, 1, "yaml-document")]),
        ("? [a]\n: b", [(1, 3, "yaml-key")]),
        ("a: 1\na: 2", [(2, 1, "yaml-duplicate-key")]),
        ("a: &x b", [(1, 4, "yaml-alias")]),
        ("a: *x", [(1, 4, "yaml-alias")]),
        ("a: &x b\nc: *x\nd: [", [(3, 5, "yaml-bracket"), (1, 4, "yaml-alias"), (2, 4, "yaml-alias")]),
        ("a: !!int x", [(1, 4, "yaml-tag")]),
        ("a: !!map {b: c}", [(1, 4, "yaml-tag")]),
        ("!x a: b", [(1, 1, "yaml-tag")]),
        ("a: \x00", [(1, 4, "character-forbidden")]),
        ("[" * (MAX_DEPTH + 9), [(1, MAX_DEPTH + 2, "yaml-depth")]),
        ("- " * 5000 + "a", [(1, 2 * MAX_DEPTH + 3, "yaml-depth")]),
    ],
)
def test_faults(text: str, problems: list[tuple[int, int, str]]) -> None:
    assert told(read(text, "f")) == problems


def test_an_alias_bomb_is_not_followed() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    marked = read(bomb * 3, "f")
    assert marked.data is None
    assert {found.code for found in marked.problems} == {"yaml-alias"}


# fmt: off
PIECES = st.sampled_from([
    "a", ": ", "- ", "\n", " ", "  ", "[", "]", "{", "}", ",", "'", '"', "|", ">", "&x ", "*x", "!!str ", "!y ",
    "#", "%", "@", "`", "?", "~", "no", "---", "...", "\t", "א", "\\", "\x85", "\u2028", "\r", "\ufeff", "0", "1:2",
])
# fmt: on


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join)))
def test_nothing_raises_and_every_place_is_in_the_file(text: str) -> None:
    marked = read(text, "f", first_line=3)
    # YAML 1.1 counts more line ends than an editor; the loader takes those out before.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n")
    lines = lines.replace("\u2029", "\n")
    last = 3 + lines.count("\n")
    for line, column in [*marked.marks.values(), *((found.line, found.column) for found in marked.problems)]:
        assert 3 <= line <= last
        assert 1 <= column <= len(text) + 1
    if marked.problems:
        assert all(isinstance(found.code, str) for found in marked.problems)
