"""The site's own words, one flat file a language; every key stands in every file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from recovery_kb.languages import LANGUAGES
from recovery_kb.yamlmarks import read

SECTION = "section-"


@cache
def strings(language: str) -> dict[str, str]:
    """All strings of a language by key."""
    file = files(__package__) / f"{language}.yml"
    data: dict[str, str] = read(file.read_text(encoding="utf-8"), file.name).data
    return data


@cache
def section_titles(language: str) -> dict[str, str]:
    """The known section headings of a language, by the section's id."""
    return {key.removeprefix(SECTION): value for key, value in strings(language).items() if key.startswith(SECTION)}


@cache
def section_ids(language: str) -> dict[str, str]:
    """The ids of the known sections, by their heading in a language, letter case folded."""
    return {title.casefold(): id_ for id_, title in section_titles(language).items()}


def section_id(heading: str, language: str) -> str | None:
    """The id of a known section by its heading, or None."""
    return section_ids(language).get(heading.strip().casefold()) if language in LANGUAGES else None
