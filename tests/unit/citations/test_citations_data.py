"""The styles of others stay as they are, and our words for references are complete in every language."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from recovery_kb.citations.terms import (
    CORRECTIONS_FOLDER,
    FORMATTINGS,
    STYLES_FOLDER,
    correction_path,
    locale_paths,
    suffix,
    term,
)
from recovery_kb.languages import LANGUAGES

CSL = "{http://purl.org/net/xbiblio/csl}"
# Terms that our records can bring into a reference, with their form.
USED = [
    *[("et-al", "long"), ("no date", "short"), ("in", "long"), ("retrieved", "long"), ("from", "long")],
    *[("page", "short"), ("editor", "short"), ("translator", "short"), ("volume", "short"), ("number", "short")],
    *[("article-locator", "long"), ("pamphlet", "long"), ("thesis", "long"), ("speech", "long"), ("dataset", "long")],
    *[("paper-conference", "long"), ("supplement", "short"), ("chapter", "short"), ("interview", "long")],
    *[("original-work-published", "long"), ("review-of", "short"), ("software", "long"), ("version", "long")],
    *[(f"month-{month:02}", "long") for month in range(1, 13)],
    *[(f"season-{season:02}", "long") for season in range(1, 5)],
]


def test_third_party_styles_are_unmodified() -> None:
    readme = (STYLES_FOLDER / "README.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"\| `([\w-]+\.csl)` .*`([0-9a-f]{64})` \|", readme))
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in STYLES_FOLDER.glob("*.csl")}
    assert stated == found


def test_each_style_states_its_licence() -> None:
    for path in STYLES_FOLDER.glob("*.csl"):
        rights = ET.parse(path).find(f"{CSL}info/{CSL}rights")
        assert rights is not None
        assert rights.get("license") == "http://creativecommons.org/licenses/by-sa/3.0/"


def test_every_language_of_the_site_has_a_formatting_and_no_other_file_lies_about() -> None:
    assert set(FORMATTINGS) == set(LANGUAGES)
    assert {correction_path(code) for code in FORMATTINGS} == set(CORRECTIONS_FOLDER.iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "form"), USED)
@pytest.mark.parametrize("plural", [False, True])
def test_terms_are_there(language: str, name: str, form: str, *, plural: bool) -> None:
    found = term(language, name, form, plural=plural)
    assert found
    if language == "he":
        assert re.search("[א-ת]", found), f"{name} is not Hebrew: {found}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_corrections_correct_something(language: str) -> None:
    """A correction that says what the locale says by now can go."""
    ours, theirs = (terms_of(path) for path in locale_paths(language))
    assert [name for name in ours if theirs.get(name) == ours[name]] == []


def terms_of(path: Path) -> dict[tuple[str | None, str | None], list[str]]:
    """The words of each term, whether it has one form or a singular and a plural of the same form."""
    return {
        (one.get("name"), one.get("form")): sorted({text.strip() for text in one.itertext() if text.strip()})
        for one in ET.parse(path).iter(f"{CSL}term")
    }


def test_suffixes() -> None:
    assert [suffix("en", number) for number in (0, 1, 25, 26, 27)] == ["a", "b", "z", "aa", "ab"]
    assert [suffix("he", number) for number in (0, 1, 21, 22)] == ["א", "ב", "ת", "אא"]
    assert suffix("fr", 1) == "b"
