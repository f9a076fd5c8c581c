"""Passages in another language are found, and nothing else: in made-up cases, and in every sentence of the library."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pytest

from recovery_kb.languages import LANGUAGES
from recovery_kb.loading.loader import load
from recovery_kb.markup.engine import render
from recovery_kb.markup.foreign import unmarked_passages
from recovery_kb.text.foreign import LEAST_WORDS, WORD, known_languages, runs
from recovery_kb.text.tables import table
from site_support import ROOT

OURS = "#ours"


def found(body: str, language: str) -> list[tuple[str, str]]:
    """Language and words of each passage in a Markdown text."""
    passages = unmarked_passages(render(body, language=language).html, language, OURS)
    return [(passage.language, " ".join(passage.words)) for passage in passages]


@pytest.mark.parametrize(
    ("language", "body", "passages"),
    [
        ("nb", "Det er at recovery is what people do for us hver dag.", ["recovery is what people do for us"]),
        ("nb", "Han sa: «Recovery is what people do.» Så gikk han.", ["Recovery is what people do"]),
        ("nb", "Målet var **hope for all of us who live here**.", ["of us who live here"]),
        ("nb", "Et ord, *the words of the people we meet*, til slutt.", ["the words of the people we meet"]),
        ("nb", "They are not the same. It is what it is. Slik er det.", ["They are not the same It is what it is"]),
        ("en", "They say at det skal være mulig å leve et godt liv.", ["det skal være mulig å leve et godt liv"]),
        ("en", "| a | b |\n|---|---|\n| hope | håp om at ting skal bli bedre |", ["håp om at ting skal bli bedre"]),
        ("he", "הם אמרו: it is not what we expected, וזהו.", ["it is not what we expected"]),
        ("he", "הם אמרו: det er ikke slik vi trodde, וזהו.", ["det er ikke slik vi trodde"]),
        ("en", "One line of it\nand det er ikke slik\nvi trodde.", ["det er ikke slik vi trodde"]),
    ],
)  # fmt: skip
def test_a_passage_is_found(language: str, body: str, passages: list[str]) -> None:
    assert [words for _, words in found(body, language)] == passages


@pytest.mark.parametrize(
    ("language", "body"),
    [
        # Names and terms.
        ("nb", "Boka kommer fra University of Illinois at Chicago og Centre for Mental Health."),
        ("nb", "Metoden heter Illness Management and Recovery for the Community in Practice."),
        ("he", "Narrative Enhancement and Cognitive Therapy for All of Us היא קבוצה."),
        ("nb", "Skillet mellom clinical recovery og personal recovery, og peer support, er kjent."),
        ("en", "The network calls this Sammen om mestring."),
        ("en", "Sagene og Lovisenberg DPS in Oslo, and Ås and Bærum, took part with og without NAV."),
        # Titles in italics, and words that are said to be titles.
        ("nb", "Boka *Recovery is for all: hope, agency and opportunity* kom i 2010."),
        ("nb", "Boka <cite>recovery is what we do for all</cite> kom i 2010."),
        # What is marked, what is code, what is the site's.
        ("nb", 'Slik: <span lang="en">it is not what we expected</span>.'),
        ("nb", 'Slik: *it is not what we expected*{lang="en"}.'),
        ("nb", "Slik: `it is not what we expected`."),
        ("nb", f"Slik: [it is not what we expected]({OURS})."),
        # Words that both languages have.
        ("en", "For over under her to men at by so den for for under her over."),
        ("nb", "Du kan be om hjelp her i en by for alle, under tak og over tid, så men at ting."),
        ("nb", "Vi er to, i det minste, og WHO, IT, US, AND, OR og THE er forkortelser her."),
        # Parts that do not belong together.
        ("nb", "| is what | we are |\n|---|---|\n| of the | a and b |"),
    ],
)
def test_nothing_is_made_of_what_needs_no_mark(language: str, body: str) -> None:
    assert found(body, language) == []


@cache
def sentences(language: str) -> list[str]:
    """Every sentence of the real summaries in a language that has some length and no mark."""
    library, _ = load(ROOT)
    every = []
    for summary in library.summaries.values():
        if language in summary.texts:
            paragraphs = re.split(r"\n\s*\n", summary.texts[language].scan.text)
            plain = [part for part in paragraphs if not part.lstrip().startswith(("#", "|"))]
            every += [one for part in plain for one in re.split(r"(?<=[.!?])\s+", part)]
    return [one for one in every if len(WORD.findall(one)) >= 8 and not re.search(r"[\[\]<>*]", one)]


@pytest.mark.parametrize(("own", "other"), [("nb", "en"), ("en", "nb"), ("he", "en"), ("he", "nb")])
def test_nearly_every_sentence_of_another_language_would_be_found(own: str, other: str) -> None:
    asked = sentences(other)
    assert len(asked) > 300
    missed = [one for one in asked if not any(run.language == other for run in runs(one, own))]
    assert len(missed) / len(asked) < 0.06, missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_foreign_in_its_own_language(language: str) -> None:
    asked = sentences(language)
    assert len(asked) > 300
    assert [(one, run.words) for one in asked for run in runs(one, language)] == []


def test_every_language_in_latin_letters_has_its_commonest_words() -> None:
    assert set(known_languages()) == {code for code, language in LANGUAGES.items() if language.script == "Latn"}
    for one, two in combinations(known_languages(), 2):
        first, second = (table("commonest")[code].split() for code in (one, two))
        assert first == sorted(set(first), key=first.index)
        assert len(set(first) - set(second)) > 100


def test_a_passage_has_a_least_length() -> None:
    words = "it is not what we expected".split()
    assert [bool(list(runs(" ".join(words[:count]), "nb"))) for count in (LEAST_WORDS - 1, LEAST_WORDS)] == [
        False,
        True,
    ]
