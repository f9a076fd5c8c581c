"""The order of a reference list: each script in its own alphabet, the page's own first (APA 7, 9.44 to 9.49)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recovery_kb.collation import sort_key
from recovery_kb.languages import DEFAULT, LANGUAGES

from .people import initials
from .work import LAWS, script_of

if TYPE_CHECKING:
    from .people import Person
    from .work import Work

Key = tuple[object, ...]

# Letters that have no accent to lose: in an alphabet without them they sort by what a reader looks them up under.
_LOOK_UP = {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ł": "l"}
_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)


def order_key(work: Work, page_language: str) -> Key:
    """What a work is sorted by on a page: script, names, date, title."""
    script = script_of(work.language)
    alphabet = _alphabet_of(script, page_language)
    title = _letters(_without_article(work), alphabet)
    names = _names_key(work, alphabet) or (title,)
    return (script != script_of(page_language), script, names, _date_key(work), title, work.title)


def _without_article(work: Work) -> str:
    english = work.language.lower().startswith("en") or not work.language
    return _ARTICLE.sub("", work.title, count=1) if english and _ARTICLE.match(work.title) else work.title


def _alphabet_of(script: str, page_language: str) -> str:
    """The language whose alphabet sorts a script: the page's if it is written in it, else the first that is."""
    if script_of(page_language) == script and page_language in LANGUAGES:
        return page_language
    return next((code for code, language in LANGUAGES.items() if language.script == script), DEFAULT)


def _names_key(work: Work, alphabet: str) -> Key:
    if work.type in LAWS:
        short = work.text("title-short")
        return (_letters(short, alphabet),) if short else ()
    return tuple(part for person in work.creators for part in _person_key(person, alphabet))


def _person_key(person: Person, alphabet: str) -> Key:
    if person.others:
        return ()
    return (_letters(person.surname, alphabet), _letters(initials(person.given), alphabet))


def _date_key(work: Work) -> Key:
    """Undated works first, those not out yet last; a bare year before a full date of it (APA 7, 9.46)."""
    date = work.issued
    if date is None or date.year is None:
        return (2 if work.status else 0, 0, 0, 0)
    return (1, date.year, date.month, date.day)


def _letters(text: str, alphabet: str) -> Key:
    """The letters of a text one after another, spaces unseen: "Le Boutillier" stands where "Leboutillier" would."""
    letters = LANGUAGES[alphabet].alphabet
    folded = "".join(text.casefold().split())
    return sort_key("".join(c if c in letters else _LOOK_UP.get(c, c) for c in folded), alphabet)
