"""What the browser makes of a query's words: what Python does if the site has them, else a guess that must be good."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.conftest import serve
from readings_support import EXCEPTIONS, PAIRS, READINGS, TEXT, left_out, of_pairs, of_readings, table, vocabulary
from recovery_kb.search.lexicon import chunks, lexicon, with_fragments
from recovery_kb.text import Analyser, words
from recovery_kb.text.characters import fold
from recovery_kb.text.english import keys as english_keys
from recovery_kb.text.tables import table as word_table
from recovery_kb.text.words import spellings
from site_support import ROOT

Run = Callable[..., Any]

LANGUAGES = list(READINGS)
TABLES = {"en": "english", "he": "hebrew", "nb": "norwegian"}

READ = """
async ({base, language, tables, entries, words}) => {
    const { analyser } = await import(`${base}analysis.js`);
    const all = new Map(Object.entries(entries));
    const lookup = (form) => all.get(form)?.filter((key) => key !== "");
    lookup.isWord = (form) => all.has(form) && all.get(form)[0] !== "";
    const { read } = await analyser(language, tables, lookup);
    return words.map(read);
}
"""

READ_IN_PIECES = """
async ({base, language, tables, chunks, words}) => {
    const { analyser } = await import(`${base}analysis.js`);
    const { Missing } = await import(`${base}missing.js`);
    const firsts = chunks.map(([first]) => first);
    const read = async (word) => {
        const loaded = new Set();
        const place = (form) => Math.max(firsts.findLastIndex((first) => first <= form), 0);
        const entry = (form) => {
            if (!loaded.has(place(form))) throw new Missing(form);
            return chunks[place(form)][1][form];
        };
        const lookup = (form) => entry(form)?.filter((key) => key !== "");
        lookup.isWord = (form) => (entry(form)?.[0] ?? "") !== "";
        const reader = await analyser(language, tables, lookup);
        for (let rounds = 0; ; rounds++) {
            try {
                return { reading: reader.read(word), loaded: loaded.size, rounds };
            } catch (error) {
                if (!(error instanceof Missing) || loaded.has(place(error.form))) throw error;
                for (const form of error.forms) loaded.add(place(form));
            }
        }
    };
    return Promise.all(words.map(read));
}
"""

TAKE_APART = """
async ({base, texts}) => {
    const { fold, spellings, words } = await import(`${base}words.js`);
    const texted = (text, language) => words(text, language).map((word) => word.text);
    return texts.map(([language, text]) => [texted(text, language), fold(text), spellings(text)]);
}
"""

PLACES = """
async ({base, texts}) => {
    const { words } = await import(`${base}words.js`);
    return texts.map(([language, text]) => words(text, language).every(
        ({text: word, start, end}) => text.slice(start, end) === word,
    ));
}
"""

EVERY_CHARACTER = """
async ({base}) => {
    const { fold, words } = await import(`${base}words.js`);
    const found = [];
    for (let code = 0; code < 0x10000; code++) {
        if (code < 0xd800 || code > 0xdfff) {
            const character = String.fromCharCode(code);
            found.push([character, fold(character), words(character, "en").length]);
        }
    }
    return found;
}
"""

STEMS = """
async ({base, words}) => {
    const { stem } = await import(`${base}english.js`);
    return words.map(stem);
}
"""


@pytest.fixture(scope="module")
def run(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Runs a script on a page that can load the modules."""
    page = browser.new_page()
    for address in serve(ROOT / "overrides" / "assets", tmp_path_factory.mktemp("modules")):
        page.goto(f"{address}search/")
        yield lambda script, **values: page.evaluate(script, {"base": page.url, **values})
    page.close()


@cache
def tables(language: str) -> Any:
    """The word tables as the browser gets them."""
    return json.loads(json.dumps(word_table(TABLES[language])))


def read(run: Run, language: str, entries: dict[str, list[str]], wanted: list[str]) -> dict[str, dict[str, Any]]:
    """What the browser reads into words."""
    found = run(READ, language=language, tables=tables(language), entries=entries, words=wanted)
    return dict(zip(wanted, found, strict=True))


def share(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return not set(one["keys"]).isdisjoint(other["keys"])


# Words


def _texts() -> list[tuple[str, str]]:
    """Texts of the library, and texts that nobody would write."""
    chance = random.Random(5)
    signs = "אבהושתםןגר ־-/.'\"״׳’”“‘( )ae'sSåøİΣςßﬁ_1²½一😀יתות"
    signs += "\u05b4\u05bc\u0301\n\r\u2028\U0001d400\ufb2a\u05f0\ufb1d\u05f3"
    texts = [
        (path.suffixes[0][1:], path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("summaries/*/index.*.md"))
    ]
    for language in (*LANGUAGES, "xx"):
        texts += [(language, case["text"]) for case in table(TEXT / "tokens.yml").get(language, ())]
        texts += [(language, "".join(chance.choices(signs, k=chance.randint(0, 14)))) for _ in range(3000)]
    return texts


def test_a_text_has_the_same_words_as_in_python(run: Run) -> None:
    texts = _texts()
    for (language, text), (found, folded, spelled) in zip(texts, run(TAKE_APART, texts=texts), strict=True):
        assert found == [word.text for word in words(text, language)], text
        assert (folded, spelled) == (fold(text), list(spellings(text))), text


def test_words_stand_where_they_say(run: Run) -> None:
    assert all(run(PLACES, texts=_texts()))


def test_every_character_means_the_same_as_in_python(run: Run) -> None:
    differing = [
        character
        for character, folded, count in run(EVERY_CHARACTER)
        if (folded, count) != (fold(character), len(list(words(character, "en"))))
    ]
    # Browsers may know a newer Unicode, in which these are letters.
    assert {unicodedata.category(character) for character in differing} <= {"Cn"}


# Words of the lexicon


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_the_lexicon_has_its_keys(run: Run, language: str) -> None:
    entries = of_readings(language)
    forms = [form for form, keys in entries.items() if keys[0]]
    for form, found in read(run, language, entries, forms).items():
        assert found == {"keys": entries[form], "how": "word", "known": True}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pairs(run: Run, language: str) -> None:
    found = read(run, language, of_pairs(language), sorted({word for _, *pair in PAIRS[language] for word in pair}))
    wrong = [pair for same, *pair in PAIRS[language] if share(*map(found.get, pair)) != same]  # type: ignore[arg-type]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pairs_of_which_the_lexicon_lacks_a_word(run: Run, language: str) -> None:
    wrong = []
    for group in left_out(language):
        pairs = [pair for pair in PAIRS[language] if set(pair[1:]) & set(group)]
        wanted = sorted({word for _, *pair in pairs for word in pair})
        found = read(run, language, of_pairs(language, without=group), wanted)
        for same, *pair in pairs:
            if share(found[pair[0]], found[pair[1]]) != same:
                pair.sort(key=lambda word: word not in group)
                wrong.append(pair)
    assert sorted(wrong) == sorted([row["without"], row["other"]] for row in EXCEPTIONS.get(language, ()))


# Words that the lexicon lacks


@pytest.mark.parametrize("language", LANGUAGES)
def test_absent_words_stay_unknown(run: Run, language: str) -> None:
    rows = READINGS[language]
    found = read(run, language, of_readings(language), rows["absent"].split())
    assert {word: reading["keys"] for word, reading in found.items() if reading["known"]} == {}
    assert all(reading == {"keys": [], "how": "none", "known": False} for reading in found.values())
    # Should one of these become unknown, it belongs to the others.
    homographs = read(run, language, of_readings(language), rows.get("homographs", "").split())
    assert all(reading["known"] for reading in homographs.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["unseen", "typed"])
def test_forms_that_the_lexicon_lacks_are_led_back(run: Run, language: str, kind: str) -> None:
    rows = {base: forms.split() for base, forms in READINGS[language].get(kind, {}).items()}
    wanted = [word for base, forms in rows.items() for word in (base, *forms)]
    found = read(run, language, of_readings(language), wanted)
    lost = {form: base for base, forms in rows.items() for form in forms if not share(found[base], found[form])}
    assert lost == {}


def test_what_is_known_to_be_lost(run: Run) -> None:
    forms = " ".join(READINGS["he"]["lost"].values()).split()
    assert not any(reading["known"] for reading in read(run, "he", of_readings("he"), forms).values())


def test_ways_to_write_a_word_share_a_key(run: Run) -> None:
    rows = READINGS["he"]["alike"] + [
        [written, word] for written, both in READINGS["he"]["both"].items() for word in both
    ]
    found = read(run, "he", of_readings("he"), [word for row in rows for word in row])
    assert [row for row in rows if not all(share(found[row[0]], found[word]) for word in row)] == []


def test_a_compound_has_the_keys_of_its_parts(run: Run) -> None:
    compounds = READINGS["nb"]["compounds"]
    found = read(run, "nb", of_readings("nb"), list(compounds))
    for compound, parts in compounds.items():
        assert found[compound]["how"] == "part"
        assert [key for key in found[compound]["keys"] if key in parts] == parts


def test_a_word_that_stands_only_in_compounds_leads_to_them(run: Run) -> None:
    used = ["gulrotkaka", "fjellstøvler", "trommestikkene"]
    reader = Analyser("nb", used)
    entries = with_fragments(lexicon(reader, used), reader)
    found = read(run, "nb", entries, ["fjell", "støvlene", "stikker", "gulrota", "høst", "fjær"])
    first = {word: (reading["how"], reading["keys"][:1]) for word, reading in found.items()}
    assert first == {
        "fjell": ("part", ["fjellstøvler"]),
        "støvlene": ("part", ["fjellstøvler"]),
        "stikker": ("part", ["trommestikkene"]),
        "gulrota": ("part", ["gulrotkaka"]),
        "høst": ("none", []),
        "fjær": ("none", []),
    }


def test_keys_of_parts_are_told_from_those_of_the_word(run: Run) -> None:
    used = ["vaktmestere", "vakt", "mester"]
    found = read(run, "nb", lexicon(Analyser("nb", used), used), ["vaktmester"])["vaktmester"]
    assert found["keys"][0] == "vaktmester"
    assert {"vakt", "mester"} <= set(found["parts"])


def test_a_word_that_is_there_is_not_respelled(run: Run) -> None:
    entries = {"mal": ["mal"], "mål": ["mål"], "aerobic": ["aerobic"]}
    found = read(run, "nb", entries, ["mal", "maal", "aerobic"])
    assert [reading["keys"] for reading in found.values()] == [["mal"], ["mål"], ["aerobic"]]


def test_english_stems_are_snowballs(run: Run) -> None:
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("summaries/*/index.en.md")))
    # `keys` gives the base and the stem of whatever is no exception to the stemmer.
    expected = {own[0]: own[1] for word in words(text, "en") if len(own := english_keys(word.text)) == 2}
    stems = dict(zip(expected, run(STEMS, words=list(expected)), strict=True))
    assert stems == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_that_is_loaded_in_pieces_gives_the_same(run: Run, language: str) -> None:
    entries = of_readings(language)
    pieces = [[first, json.loads(content)] for first, content in chunks(entries, size=4000)]
    rows = READINGS[language]
    wanted = [*rows["absent"].split()[:100], *" ".join(rows["unseen"].values()).split(), *rows.get("compounds", ())]
    whole = read(run, language, entries, wanted)
    found = run(READ_IN_PIECES, language=language, tables=tables(language), chunks=pieces, words=wanted)
    assert [one["reading"] for one in found] == list(whole.values())
    # Each round is a wait for the network.
    assert max(one["rounds"] for one in found) <= 5


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_anything_can_be_read(run: Run, language: str) -> None:
    chance = random.Random(7)
    signs = "אבהושתםןל־-/.'\"״׳aeoåøs\u05b4 1😀ß\n^$(["
    wanted = ["", "'", "…", "/ת", "s", "a" * 500, "ו" * 300, "ao" * 200, "constructor", "__proto__"]
    wanted += ["".join(chance.choices(signs, k=chance.randint(1, 12))) for _ in range(1000)]
    own = language if language in READINGS else "en"
    found = run(READ, language=language, tables=tables(own), entries=of_readings(own), words=wanted)
    for reading in found:
        assert reading["known"] == bool(reading["keys"]) == (reading["how"] != "none")
        assert len(set(reading["keys"])) == len(reading["keys"])
        assert set(reading["keys"]) <= set(of_readings(own))


def test_words_of_the_vocabulary_are_read_quickly(run: Run) -> None:
    begun = run("() => performance.now()")
    read(run, "he", of_readings("he"), [f"וכש{word}" for word in vocabulary("he")])
    # Two thousand words that the lexicon lacks take a tenth of a second; the rest is for a busy machine.
    assert run("() => performance.now()") - begun < 5000
