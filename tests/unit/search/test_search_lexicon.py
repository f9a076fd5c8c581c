from __future__ import annotations

import json
import time
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from recovery_kb.search.lexicon import chunks, directory, file_name, lexicon, with_fragments, with_parts
from recovery_kb.text import Analyser

any_lexicon = st.dictionaries(
    st.text(min_size=1, max_size=8), st.lists(st.text(max_size=8), min_size=1, max_size=3)
).map(lambda entries: dict(sorted(entries.items())))


def _lexicon(language: str, *texts: str) -> dict[str, list[str]]:
    return lexicon(Analyser(language, texts), texts)


def test_every_form_leads_to_its_keys() -> None:
    made = _lexicon("en", "Priorities of a university", "priority")
    assert made["priorities"] == ["priority", "prioriti"]
    assert made["university"] == ["university"]


def test_a_key_that_is_no_form_is_marked() -> None:
    made = _lexicon("en", "priorities, participation")
    assert made["priority"] == ["", "priority"]
    assert made["particip"] == ["", "particip"]
    assert made["participation"][0] == "participation"


def test_what_a_word_is_only_near_to_is_marked() -> None:
    made = with_parts(_lexicon("en", "peaceful peace"), Analyser("en", ["peaceful peace"]))
    assert made["peaceful"] == ["peaceful", "+peac"]
    assert made["peace"] == ["peace", "peac"]


def test_parts_of_compounds_that_stand_nowhere_alone_lead_to_them() -> None:
    text = "fjellstøvler, krise"
    made = with_fragments(_lexicon("nb", text), Analyser("nb", [text]))
    assert made["-støvl"] == made["fjell-"] == ["", "fjellstøvler"]
    assert list(made) == sorted(made)
    assert not [form for form in made if "-" in form and "krise" in made[form]]


def test_spellings_that_fold_alike_share_their_keys() -> None:
    made = _lexicon("he", 'סל"ד', "סל״ד", "סלד", "שיקום שִׁקּוּם")
    assert made["סלד"] == ["סלד"]
    assert made["שיקומ"][0] == "שיקומ"
    assert made["שקומ"][0] == "שיקומ"


def test_a_form_for_both_genders_is_entered_as_two() -> None:
    made = _lexicon("he", "מתמודד/ת, מומחה/ית")
    assert {"מתמודד", "מתמודדת", "מומחה", "מומחית"} <= set(made)
    assert not any("/" in form for form in made)


def test_signs_are_no_forms() -> None:
    assert _lexicon("he", "״ — '", "", "\u05b0") == {}


def test_the_order_of_the_vocabulary_does_not_matter() -> None:
    texts = ["החלמה ושיקום", "שיקום", "ההחלמה שלי", "DO’H don't dont"]
    assert list(_lexicon("he", *texts).items()) == list(_lexicon("he", *texts[::-1]).items())


def test_forms_are_in_code_point_order() -> None:
    made = _lexicon("nb", "åpen ærlig øve Zebra zoom hope 12")
    assert list(made) == sorted(made)


def test_every_key_is_an_entry() -> None:
    for language, text in (
        ("he", "בהחלמתו של המתמודד/ת"),
        ("nb", "recoveryorienterte kommunegruppene"),
        ("en", "users"),
    ):
        made = _lexicon(language, text)
        assert {key for keys in made.values() for key in keys if key} <= set(made)


@given(any_lexicon, st.integers(min_value=1, max_value=200))
def test_chunks_hold_the_lexicon_in_order(entries: dict[str, list[str]], size: int) -> None:
    cut = chunks(entries, size)
    loaded = [json.loads(content) for _, content in cut]
    assert [item for chunk in loaded for item in chunk.items()] == list(entries.items())
    assert [first for first, _ in cut] == [next(iter(chunk)) for chunk in loaded]
    assert all(one < other for (one, _), (other, _) in pairwise(cut))
    # Only what holds a single form may be larger.
    assert all(len(content) <= size + 1 or len(chunk) == 1 for (_, content), chunk in zip(cut, loaded, strict=True))


def test_chunks_are_compact() -> None:
    assert chunks({"ה": ["", "ה"], "ו": ["ו"]}) == [("ה", '{"ה":["","ה"],"ו":["ו"]}'.encode())]
    assert chunks({}) == []


def test_the_directory_names_the_files() -> None:
    cut = chunks({"a": ["a"], "b": ["b"]}, size=5)
    assert json.loads(directory(cut)) == {"chunks": [["a", file_name(cut[0][1])], ["b", file_name(cut[1][1])]]}
    assert file_name(b"{}") == "44136fa355.json"


def test_a_large_site_takes_little_time() -> None:
    stems = ["".join(letters) for letters in product("אבגדהוזחטיכלמנס", repeat=3)]
    pieces = product(("", "ה", "ב", "ול", "שה"), stems, ("", "ים", "ות", "יו"))
    words = ["".join(piece) for piece in pieces][:30_000]
    begin = time.perf_counter()
    assert len(lexicon(Analyser("he", words), words)) > 20_000
    # Takes three seconds; the rest is for a busy machine.
    assert time.perf_counter() - begin < 30
