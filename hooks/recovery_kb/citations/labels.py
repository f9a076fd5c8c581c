"""In-text names of works: "Leamy et al.", and what tells two on one page apart (APA 7, 8.14 to 8.20)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from .marks import AND, EN_DASH, ITALIC_OFF, ITALIC_ON, OTHERS, clean
from .people import initials
from .quoting import quoted
from .terms import term
from .typesetting import mend
from .work import LAWS, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .people import People

_LONGEST_TITLE = 8
_SHORTENED_TITLE = 5
_MOST_NAMES = 2
_SUBTITLE = re.compile(rf"\s*(?::|\s[{EN_DASH}-]|(?<=[?!]))\s+")
_ENDS_BADLY = re.compile(rf"[\s,;:.{EN_DASH}-]+$")
# Words a shortened title must not end in.
_WEAK_WORDS = {
    "en": frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}),
    "nb": frozenset({"av", "en", "et", "for", "fra", "i", "med", "og", "om", "på", "som", "til", "å"}),
    "he": frozenset({"את", "אל", "או", "כי", "עם", "על", "של"}),
}
# Standalone works are in italics in the list, and then in the text too; parts of something stand in quotes.
_ALWAYS_STANDALONE = frozenset({"webpage", "post"})


class Naming:
    """The names by which the works of one page are cited. Works are given with the language they are formatted in."""

    def __init__(self, works: Mapping[str, tuple[Work, str]]) -> None:
        """Find the shortest names that tell the works apart, as far as names can."""
        self._works = works
        self._ambiguous_surnames = _ambiguous_surnames(work.creators for work, _ in works.values())
        self._names = {key: self._label(key, 1) for key in works}
        self._add_names()

    def __getitem__(self, key: str) -> str:
        """The name of a work, with marks in it."""
        return self._names[key]

    def _add_names(self) -> None:
        """Give works of one year that are "Slade et al." both, but by different people, as many names as it takes."""
        groups: dict[tuple[str, int | None], list[str]] = defaultdict(list)
        for key, (work, _) in self._works.items():
            groups[self._names[key], work.year].append(key)
        for keys in groups.values():
            people = {key: tuple(person.surname for person in self._works[key][0].creators) for key in keys}
            different, most = set(people.values()), max(len(names) for names in people.values())
            shown = 1
            while shown < most and len({names[:shown] for names in different}) < len(different):
                shown += 1
            if len(different) > 1:
                self._names.update({key: self._label(key, shown) for key in keys})

    def _label(self, key: str, shown: int) -> str:
        work, language = self._works[key]
        if work.type in LAWS or not work.creators:
            return title_label(work, language) or clean(key)
        return mend(_names_label(work.creators, language, shown, self._ambiguous_surnames), language)


def _names_label(people: People, language: str, shown: int, ambiguous: frozenset[str]) -> str:
    named = [person for person in people if not person.others]
    names = [person.surname for person in named]
    if named and names[0] in ambiguous and named[0].given:
        names[0] = f"{initials(named[0].given)} {names[0]}"
    more = len(named) < len(people)
    if not more and len(names) <= max(_MOST_NAMES, shown + 1):  # "et al." must stand for several people
        final_comma = "," if len(names) > _MOST_NAMES else ""
        return f"{', '.join(names[:-1])}{final_comma} {AND} {names[-1]}" if len(names) > 1 else "".join(names)
    names = names[:shown]
    others = OTHERS if len(names) > 1 else f" {term(language, 'et-al')}"
    return ", ".join(names) + others


def _ambiguous_surnames(all_people: Iterable[People]) -> frozenset[str]:
    """Surnames of first authors who are different people. "J." may be "J. A.", but not "M."."""
    given: dict[str, set[str]] = defaultdict(set)
    for people in all_people:
        if people and people[0].given:
            given[people[0].surname].add("".join(filter(str.isalpha, initials(people[0].given))))
    return frozenset(surname for surname, found in given.items() if not _one_person(sorted(found, key=len)))


def _one_person(forms: Sequence[str]) -> bool:
    return all(forms[-1].startswith(form) for form in forms)


def title_label(work: Work, language: str) -> str:
    """A title in the place of the missing author: short, in quotes or italics as in the list; empty without a title."""
    if work.type in LAWS:
        return work.text("title-short") or work.title
    title = work.text("title-short") or _shorten(work.title, language)
    if not title:
        return ""
    if work.type in _ALWAYS_STANDALONE or not work.is_part:
        return f"{ITALIC_ON}{title}{ITALIC_OFF}"
    return quoted(title, language)


def _shorten(title: str, language: str) -> str:
    """A long title without its subtitle, or else its first words; APA puts no ellipsis there."""
    if len(title.split()) <= _LONGEST_TITLE:
        return title
    words = _SUBTITLE.split(title, maxsplit=1)[0].split()
    if len(words) > _LONGEST_TITLE:
        words = words[:_SHORTENED_TITLE]
        while len(words) > 1 and words[-1].casefold() in _WEAK_WORDS.get(language, ()):
            words.pop()
    return _ENDS_BADLY.sub("", " ".join(words)) or title
