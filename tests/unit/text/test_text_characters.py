from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_kb.text.characters import fold, fold_finals, forbidden, unify_quotes, unpoint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("tab\tline\r\n", []),
        ("WRAP\u200f \u200e(IPS)", []),
        ("soft\u00adhyphen", [(4, "\u00ad")]),
        ("a\u200bb\ufeff", [(1, "\u200b"), (3, "\ufeff")]),
        ("\u202aא\u202c\u2066ב\u2069", [(0, "\u202a"), (2, "\u202c"), (3, "\u2066"), (5, "\u2069")]),
        ("a\u200db\u200cc\u2060", [(1, "\u200d"), (3, "\u200c"), (5, "\u2060")]),
        ("\ufffd", [(0, "\ufffd")]),
        ("\x00\x0b\x7f\x85", [(0, "\x00"), (1, "\x0b"), (2, "\x7f"), (3, "\x85")]),
        ("line\u2028end", [(4, "\u2028")]),
        ("\uf0b7 bullet", [(0, "\uf0b7")]),
        ("שלום, verden — «ja» 👍 1 000", []),
    ],
)
def test_forbidden(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(forbidden(text)) == expected


def test_forbidden_is_what_unicode_calls_control_format_private_or_surrogate() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    refused = {character for _, character in forbidden(everything)}
    by_category = {c for c in everything if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co")}
    allowed = set("\t\n\r\u200e\u200f")
    assert by_category - allowed <= refused
    # Unicode grows: what this Python knows no category for yet may be refused in advance.
    surplus = {c for c in refused - by_category if unicodedata.category(c) != "Cn"}
    assert surplus <= set("\u2028\u2029\ufffd") | set(map(chr, range(0x13439, 0x13440)))
    assert not refused & allowed


@pytest.mark.parametrize(
    ("text", "expected"),
    [("תִּקְוָה", "תקווה".replace("וו", "ו")), ("בְּרֵאשִׁ֖ית", "בראשית"), ("מכוונת־החלמה", "מכוונת־החלמה"), ("på", "på")],
)
def test_unpoint(text: str, expected: str) -> None:
    assert unpoint(text) == expected


@pytest.mark.parametrize("written", ['סל"ד', "סל״ד", "סל”ד", "סל“ד", "סל„ד", "סל''ד", "סל׳׳ד", "סל’’ד"])
def test_gershayim_are_one(written: str) -> None:
    assert unify_quotes(written) == "סל״ד"
    assert fold(written) == "סלד"


@pytest.mark.parametrize("written", ["ג'ודית", "ג׳ודית", "ג’ודית", "ג‘ודית"])
def test_geresh_is_one(written: str) -> None:
    assert unify_quotes(written) == "ג׳ודית"


def test_final_letters() -> None:
    assert fold_finals("ךםןףץ") == "כמנפצ"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Håp", "ha\u030ap"), ("ﬁt", "FIT"), ("שׁלום", "שלום"), ("מײַן", "מיין"), ("don’t", "don't")],
)
def test_fold_makes_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_fold_keeps_letters_of_norwegian_apart() -> None:
    assert len({fold(word) for word in ("mål", "mal", "møl")}) == 3


@given(st.text())
def test_fold_takes_anything_and_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
