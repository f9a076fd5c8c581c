"""Hebrew words: which particles stand before one and which base forms its ending may come from.

Rules and small tables, no dictionary. The rules offer every legal cut; `choice.py` says which of them the site's
own vocabulary backs.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

from recovery_kb.text.characters import fold
from recovery_kb.text.tables import table

_TABLE = table("hebrew")

PARTICLES = frozenset(
    "".join(parts)
    for parts in product(("", "ו"), ("", "ש", "כש", "לכש", "מש", "בש"), ("", "ה", "ב", "כ", "ל", "מ", "מה"))
)
"""Every string of particles that may stand before a word, the empty one included."""

LINKS = frozenset({"ו", "ש", "וש", "כש", "וכש"})
"""The only particles looked for before a word of grammar."""

ARTICLE = "ה"

UNMISTAKABLE = frozenset({"irregular", "plural", "construct", "possessive", "possessive_plural"})
"""Endings that no other word has by nature."""

CERTAIN = UNMISTAKABLE | {"plural_or_abstract"}
"""Endings of forms of one word; what the other gender leads to may be another word (חברה, חבר)."""

LOOSE = CERTAIN - {"possessive"} | {"feminine"}
"""Endings that are cut even where no vocabulary backs it."""

DOUBTFUL = "doubtful"
"""Endings that lead to a word which another word may be the nearer base of."""

NEVER_DEFINITE = frozenset({"construct", "possessive", "possessive_plural"})
"""Endings of forms that never take the article."""

_OF_SEGOLATES = frozenset({"ימ", "י", "יו", "יהמ", "יהנ", "ינו", "יכמ", "יי"})

_LONGEST = max(map(len, PARTICLES))
_SURE = 5
_SHORTEST = 3
"""Letters a noun has at least, but for those of the table `short`."""

_DOUBLE_STAYS = re.compile("[רט]ווח")
"""With one ו these are other words: רווחה and רוח, טווח and בטוח."""


class Reading(NamedTuple):
    """One legal way to part a word."""

    particles: str
    rest: str
    """Folded, in the usual spelling; וו and יי not yet simplified, as endings are told by them."""


class Base(NamedTuple):
    """A form that an ending may lead back to."""

    key: str
    kind: str
    """The table that leads there: irregular, or one of `endings`."""


def key(rest: str) -> str:
    """What two spellings of one form share: חוויה and חויה, מחויבות and מחוייבות."""
    simple = rest.replace("יי", "י")
    return simple if _DOUBLE_STAYS.search(simple) else simple.replace("וו", "ו")


CLOSED = frozenset(map(fold, " ".join(_TABLE["closed"].values()).split()))
"""Words of grammar, folded: never cut."""

_SHORT = frozenset(map(fold, _TABLE["short"].split()))
_SPELLINGS = tuple((fold(old), fold(new)) for old, new in _TABLE["spellings"].items())
_WHOLE = tuple(map(fold, _TABLE["whole"].split())) + tuple(
    fold(stem + ending) for stem in _TABLE["whole_action"].split() for ending in ("ה", "ת", "ות")
)
_IRREGULAR = {fold(form): key(fold(base)) for base, forms in _TABLE["irregular"].items() for form in forms}
_UNLIKE = frozenset(
    (key(fold(longer)), key(fold(shorter))) for shorter, forms in _TABLE["unlike"].items() for longer in forms
)
_ENDINGS = tuple(
    (fold(ending), kind, tuple(map(fold, replacements)))
    for kind, endings in _TABLE["endings"].items()
    for ending, replacements in endings.items()
)


def respell(rest: str) -> str:
    """A form in the spelling used here, where its own is defective or outdated."""
    for old, new in _SPELLINGS:
        if rest.startswith(old):
            return new + rest.removeprefix(old)
    return rest


def readings(word: str) -> tuple[Reading, ...]:
    """All ways to part a folded word into particles and rest, the least cut first. Never empty."""
    found = []
    for length in range(min(_LONGEST + 1, len(word) or 1)):
        rest = word[length:]
        if word[:length] in PARTICLES and (not length or _may_follow(rest)):
            found.append(Reading(word[:length], respell(rest)))
            if rest.startswith(_WHOLE):
                break
    return tuple(found)


def bases(rest: str) -> tuple[Base, ...]:
    """The forms that a rest without particles may be a form of, itself left out."""
    if rest in _IRREGULAR:
        return (Base(_IRREGULAR[rest], "irregular"),)
    own = key(rest)
    found: dict[str, str] = {}
    for ending, kind, replacements in _ENDINGS:
        if rest.endswith(ending):
            for replacement in replacements:
                form = rest[: -len(ending)] + replacement
                if _may_end(form, ending, kind) and (own, key(form)) not in _UNLIKE:
                    found.setdefault(key(form), kind)
            # טפסים, כמרים: the vowel of טופס, כומר is gone.
            stem = rest[: -len(ending)]
            if len(stem) == _SHORTEST and stem[1] not in "וי" and ending in _OF_SEGOLATES:
                found.setdefault(f"{stem[0]}ו{stem[1:]}", DOUBTFUL)
    return tuple(Base(form, kind) for form, kind in found.items() if form != own)


def onward(base: Base) -> list[str]:
    """Keys of what a base is itself a form of: the masculine of an adjective, the singular of תקוות+יהם."""
    if base.key.endswith("ית"):
        masculine = base.key[:-1]
        return [] if (base.key, masculine) in _UNLIKE or masculine in CLOSED else [masculine]
    if base.key.endswith("ות"):
        possessed = base.kind in ("possessive", "possessive_plural")
        return [further.key for further in bases(base.key) if possessed and further.kind == "plural"]
    # What is known in -ת may be known before another noun only: עמותות, עמותת, עמותה.
    return [base.key[:-1] + "ה"] if base.key.endswith("ת") else []


def is_irregular(rest: str) -> bool:
    """Is a rest an irregular form, long enough to be no chance (מבנים is not מ+בנים)?"""
    return rest in _IRREGULAR and len(rest) >= _SURE


def is_short(reading: Reading) -> bool:
    """Is what a single letter leaves so short that any word might end in it (מדף, לבן)?"""
    return len(reading.particles) == 1 and len(reading.rest) <= _SHORTEST


def inflected(form: str) -> tuple[str, ...]:
    """Keys of the commonest forms of a form, itself left out."""
    if form.endswith("ה"):
        participle = (key(form[:-1] + "ימ"),) if _is_participle(form) else ()
        return form[:-1] + "ת", key(form[:-1] + "ות"), *participle
    if form.endswith("ת"):
        return key(form[:-1] + "ות"), key(form[:-1] + "יות"), key(form + "ימ")
    return key(form + "ימ"), key(form + "ות"), key(form + "י")


def of_grammar(folded: str) -> str:
    """Key of the word of grammar that a folded word is, with or without a linking particle; else nothing."""
    for length in range(4):
        rest = folded[length:]
        if rest in CLOSED and (not length or (folded[:length] in LINKS and not folded.startswith(_WHOLE))):
            return key(rest)
    return ""


def candidates(word: str) -> tuple[str, ...]:
    """Every key that a word may have, whatever the vocabulary: what a search asks the index for."""
    folded = fold(word)
    keys = {of_grammar(folded): None}
    for reading in readings(folded):
        keys[key(reading.rest)] = None
        for base in bases(reading.rest):
            keys.update(dict.fromkeys((base.key, *onward(base))))
    return tuple(filter(None, keys))


def _may_follow(rest: str) -> bool:
    """May particles stand before this? A word's own first ו is doubled behind them: מוגדר is not מ+וגדר."""
    return _long_enough(rest) and (rest[0] != "ו" or rest[:2] == "וו") and rest not in CLOSED


def _may_end(form: str, ending: str, kind: str) -> bool:
    """May a form take this ending?"""
    if form in CLOSED:
        return False
    # -ים and what else begins with י stands for -ה in participles (מתחרה, רואה), not in other nouns in ה, whose
    # plural is -ות.
    if ending[0] == "י" and form.endswith("ה") and not _is_participle(form):
        return False
    # -נית is the feminine of people in -ן (שחקנית), not of things in -ון (ביטחונית).
    if ending.startswith("נ") and kind == DOUBTFUL and form.endswith("ונ"):
        return False
    # Behind ת an added י makes an adjective, a word of its own: משמעותי, חברתי.
    if form.endswith("ת") and ending == "י":
        return False
    # A noun of two letters is told by its plural; with other endings too much looks like one (מקום, קו+ם).
    return len(form) >= _SHORTEST or (kind == "plural" and form in _SHORT)


def _is_participle(form: str) -> bool:
    """Has a form in ה the shape of one: מורה, אופה?"""
    return form[:1] in "מנ" or form[1:2] == "ו"


def _long_enough(form: str) -> bool:
    return len(form) >= _SHORTEST or form in _SHORT
