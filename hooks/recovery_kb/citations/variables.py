"""What is handed to the CSL processor for one work: its record, with what APA asks for but no style can work out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .dates import PartialDate, read_date
from .marks import LINK_OFF, LINK_ON
from .people import People
from .terms import term
from .work import LAWS, WEB, Work

if TYPE_CHECKING:
    from collections.abc import Callable

Value = str | People | PartialDate
Variables = dict[str, Value]
"""CSL variables by their CSL names."""

# Everything else in a record (notes, ISBN, abstracts) is nothing a reference shows.
_TEXTS = (
    *("title", "container-title", "collection-title", "collection-number", "publisher", "volume", "issue", "page"),
    *("number", "genre", "medium", "edition", "version", "event-title", "event", "event-place", "archive"),
    *("archive-place", "archive_location", "section", "chapter-number", "number-of-volumes", "original-title"),
    *("original-publisher", "reviewed-title", "authority", "supplement-number", "part-number"),
)
_ROLES = (
    *("author", "editor", "translator", "interviewer", "illustrator", "director", "composer", "recipient"),
    *("container-author", "editorial-director", "reviewed-author"),
)
# What only Vancouver asks for: where the publisher is, and the numbers in PubMed.
_VANCOUVER_TEXTS = ("container-title-short", "publisher-place", "PMID", "PMCID")
_PRESENTATIONS = frozenset({"speech", "paper-conference", "event", "performance"})
_PUBLISHED_IN = ("editor", "collection-editor", "issue", "page", "volume")
_WRITTEN_EDITIONS: dict[str, Callable[[int], str]] = {
    "en": lambda number: f"{_english_ordinal(number)} ed.",
    "nb": lambda number: f"{number}. utg.",
    # Citeproc-py can only put the label behind the number, which is the wrong way round in Hebrew.
    "he": lambda number: f"מהדורה {number}",
}


def variables_of(work: Work, language: str, suffix: str = "") -> Variables:
    """The CSL variables of a work for one language. `suffix` is the letter after the year, if it needs one."""
    found: Variables = {name: text for name in _TEXTS if (text := work.text(name))}
    found |= {role: people for role in _ROLES if (people := work.people(role))}
    if work.publisher_as_author:
        found["author"] = work.publisher_as_author
    _set_dates(work, found, suffix)
    _set_links(work, found)
    _set_edition(found, language)
    _set_event(found)
    _set_genre(work, found, language)
    if work.type in LAWS:
        _set_law(work, found)
    else:
        _drop_repeated_publisher(work, found)
    return found


def vancouver_variables_of(work: Work, language: str) -> Variables:
    """The same for Vancouver: the record as it is, without what only APA asks for."""
    found: Variables = {name: text for name in _TEXTS if (text := work.text(name))}
    found |= {role: people for role in _ROLES if (people := work.people(role))}
    found |= {name: text for name in _VANCOUVER_TEXTS if (text := work.text(name))}
    _set_dates(work, found, "")
    _set_links(work, found)
    _set_edition(found, language)
    _set_event(found)
    return found


def _set_dates(work: Work, found: Variables, suffix: str) -> None:
    if work.issued is not None and work.year is not None and not work.names_its_year:
        found["issued"] = work.issued
    if work.status:
        found["status"] = work.status
    for name in ("accessed", "original-date", "event-date"):
        date = read_date(work.item.get(name))
        if date is not None and date.year is not None:
            found[name] = date
    if suffix:
        found["year-suffix"] = suffix


def _set_links(work: Work, found: Variables) -> None:
    if work.doi:
        found["DOI"] = f"{LINK_ON}{work.doi}{LINK_OFF}"
    if work.url:
        found["URL"] = f"{LINK_ON}{work.url}{LINK_OFF}"


def _set_edition(found: Variables, language: str) -> None:
    """Write a bare number out ("2nd ed."), leave words alone; a first edition is not mentioned (APA 7, 9.19)."""
    edition = found.get("edition")
    if not isinstance(edition, str) or not edition.isdecimal():
        return
    del found["edition"]
    if int(edition) > 1:
        found["edition"] = _WRITTEN_EDITIONS.get(language, _WRITTEN_EDITIONS["en"])(int(edition))


def _english_ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _set_event(found: Variables) -> None:
    """Citeproc-py knows the event's name only under its old name."""
    if (title := found.pop("event-title", None)) is not None:
        found["event"] = title


def _set_genre(work: Work, found: Variables, language: str) -> None:
    """Say what the thing is where APA wants it in square brackets and the record does not tell."""
    if "genre" in found or "medium" in found:
        return
    if work.type in {"thesis", "pamphlet"}:
        found["genre"] = term(language, work.type)
    elif work.type in _PRESENTATIONS and not any(name in found for name in _PUBLISHED_IN):
        found["genre"] = term(language, "paper-conference" if "event" in found else "speech")


def _set_law(work: Work, found: Variables) -> None:
    """The name it is cited by, and its number as its source: the style takes that for an American "Pub. L. No."."""
    if short := work.text("title-short"):
        found["title"] = work.title if short in work.title else f"{short} ({work.title})"
    if not work.is_american and (number := found.pop("number", None)) is not None:
        found["container-title"] = number


def _drop_repeated_publisher(work: Work, found: Variables) -> None:
    """Name nobody twice: not a publisher who is the author (APA 7, 9.29), not a site and who runs it."""
    names = {person.literal for person in work.creators if person.literal}
    if found.get("publisher") in names or (work.type in WEB and "container-title" in found):
        found.pop("publisher", None)
    if work.type in WEB and found.get("container-title") in names:
        del found["container-title"]
