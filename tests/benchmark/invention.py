"""New words that look like a language's own: inflected, compounded, or built on stems that nobody has used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple


class Word(NamedTuple):
    """A word that was made."""

    text: str
    is_base: bool
    """Has it neither particle nor ending, so that it can take them?"""


_FINALS = {"כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ"}
_ORDINARY = str.maketrans({final: letter for letter, final in _FINALS.items()})

_ROOT_LETTERS = "בגדזחטכלמנסעפצקרשת" + "רלמנשבקת"
_PATTERNS = (
    "{0}{1}ו{2} {0}י{1}ו{2} {0}{1}י{2}ה מ{0}{1}{2}ה מ{0}{1}ו{2} ת{0}{1}ו{2}ה {0}{1}{2}ון {0}{1}{2}ות הת{0}{1}{2}ות "
    "ה{0}{1}{2}ה מ{0}{1}{2}ת {0}ו{1}{2} {0}{1}{2}ן {0}{1}{2}י נ{0}{1}{2} מ{0}ו{1}{2} {0}ו{1}{2}ת א{0}{1}{2}ה"
).split()
_PARTICLES = ["ב", "ל", "ו"] * 6 + ["מ", "ש", "שב", "וב", "ול", "של"] * 2 + ["ומ", "כ", "כש", "שמ", "לכש", "וש"]
_ARTICLES = ["ה"] * 6 + ["וה", "מה", "שה"] * 2 + ["ומה", "ושה"]
"""With the article, which a form with a possessor never takes."""
_FORMS = ["ים", "ות", "ית", "יים"]
_POSSESSED = ["י", "ת", "ו", "ם", "יהם", "נו", "ותיו", "יו", "ן"]

_NORWEGIAN_ONSETS = "b br d dr f fl fr g gr h j k kl kr l m n p pl r s sk sl sp st str sv t tr v".split()
_NORWEGIAN_RHYMES = (
    "a ad al an ang ar at e eid ein el en er ers et i ig il in ing is o old om ot u und ut y ø ør å ål".split()
)
_NORWEGIAN_ENDINGS = ["en", "et", "er", "ene", "s", "ens", "ets", "e", "t", "ende", "ing", "lig", "ere"]
_BINDING_S = re.compile("(?:ing|sjon|het|skap|dom|itet)$")

_ENGLISH_ONSETS = "b bl c ch cl cr d dr f fl g gr h j l m n p pl pr qu r s sc sh sp st str t th tr v w".split()
_ENGLISH_RHYMES = (
    "a ack al an ar at e ead ect el en ent er ess i ic in ine ist o oad om on or ort u um un ure us y".split()
)
_ENGLISH_ENDINGS = ["s", "ed", "ing", "ly", "ness", "er", "ers", "al", "ation", "able", "less", "ity", "ism"]
_ENGLISH_BEGINNINGS = ["un", "re", "non", "pre", "inter", "over", "sub", "co"]


def invented(language: str, bases: Sequence[str], chance: Random) -> Word:
    """A word that may be new; `bases` are words in use without particles and endings, from which some are made."""
    return {"he": _hebrew, "nb": _norwegian, "en": _english}[language](bases, chance)


def inflected(language: str, base: str, chance: Random) -> str:
    """A form of a word as its language makes them, now and then one that nobody would say."""
    if language == "he":
        return _hebrew_form(base, chance)
    endings = _NORWEGIAN_ENDINGS[:7] if language == "nb" else _ENGLISH_ENDINGS[:3]
    return _joined(base, chance.choice(endings))


def _hebrew(bases: Sequence[str], chance: Random) -> Word:
    if chance.random() < 0.65:
        return Word(_hebrew_form(chance.choice(bases), chance), is_base=False)
    root = chance.choices(_ROOT_LETTERS, k=3)
    return Word(_with_final(chance.choice(_PATTERNS).format(*root)), is_base=True)


def _hebrew_form(base: str, chance: Random) -> str:
    """A base with particles, with an ending, or both; only in ways that the language knows."""
    stem, ending = base.translate(_ORDINARY), ""
    if chance.random() < 0.4 and not base.endswith(("ים", "ות", "י")):
        ending = chance.choice(_FORMS * 2 + _POSSESSED)
        stem = (stem[:-1] if stem.endswith(("ה", "ת")) else stem) + ending.translate(_ORDINARY)
        if chance.random() < 0.5:
            return _with_final(stem)
    # Behind a particle, a word's own first ו is doubled.
    stem = f"ו{stem}" if stem[0] == "ו" and stem[1] != "ו" else stem
    particles = _PARTICLES if ending in _POSSESSED else _PARTICLES + _ARTICLES
    return _with_final(chance.choice(particles) + stem)


def _with_final(word: str) -> str:
    return word[:-1] + _FINALS.get(word[-1], word[-1])


def _norwegian(bases: Sequence[str], chance: Random) -> Word:
    kind = chance.random()
    first, last = chance.choice(bases), chance.choice(bases)
    if kind < 0.5 and len(first) + len(last) < 22:
        binding = "s" if _BINDING_S.search(first) else chance.choice(["", "", "", "s", "e"])
        return Word(first + binding + last, is_base=True)
    if kind < 0.75:
        return Word(_joined(first, chance.choice(_NORWEGIAN_ENDINGS)), is_base=False)
    return Word(_stem(_NORWEGIAN_ONSETS, _NORWEGIAN_RHYMES, chance), is_base=True)


def _english(bases: Sequence[str], chance: Random) -> Word:
    kind = chance.random()
    if kind < 0.4:
        return Word(_joined(chance.choice(bases), chance.choice(_ENGLISH_ENDINGS)), is_base=False)
    if kind < 0.5:
        return Word(chance.choice(_ENGLISH_BEGINNINGS) + chance.choice(bases), is_base=False)
    return Word(_stem(_ENGLISH_ONSETS, _ENGLISH_RHYMES, chance), is_base=True)


def _joined(word: str, ending: str) -> str:
    return (word[:-1] if word[-1] == "e" and ending[0] in "aei" else word) + ending


def _stem(onsets: Sequence[str], rhymes: Sequence[str], chance: Random) -> str:
    syllables = chance.choice([2, 2, 3])
    return "".join(chance.choice(onsets) + chance.choice(rhymes) for _ in range(syllables))
