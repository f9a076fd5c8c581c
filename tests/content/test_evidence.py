"""Where every figure, name and date of the summaries stands: `evidence/` says it, and the texts are held to it."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from recovery_kb.identifiers import is_web_address
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library
from recovery_kb.loading import load
from recovery_kb.schema.documents import EDITORS
from site_support import ROOT

LIBRARY = Path(os.environ.get("KB_ROOT", ROOT))
EVIDENCE = Path(os.environ.get("KB_EVIDENCE", Path(__file__).parent / "evidence"))
HELD = sorted(file.stem for file in EVIDENCE.glob("*.yml"))
KINDS = {"figure", "name", "date"}

MARKS = re.compile(r"\[-?@[^\]]*\]|\[\[[^\]|]*(?:\||\]\])|\{[^}\n]*\}|\]\([^)]*\)|^ {0,3}\d+\. ", re.MULTILINE)
"""Citations, names, ids, addresses and the numbers of lists: no words of the text."""
DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
SPACE = re.compile(r"\s+")
OPENINGS = set(
    "A After All An And As At Before Both But By Each For From Her His How If In It Its Neither No None On One "
    "Other Our Since Some That The Then There These They This Three To Two Under When Where Whether While Who With "
    "Without".split()
)
NO_PEOPLE = ("United States", "United Kingdom", "New Zealand", "North America", "New York", "South Wales")
"""Countries and places."""
PERSON = re.compile(r"\b(?:[A-Z][\w’'-]+|[A-Z]\.)(?: (?:de|van|ten|von|le|[A-Z]\.))*(?: [A-ZÆØÅ][\w’'-]+)+")


@cache
def library() -> Library:
    return load(LIBRARY)[0]


def by_the_editors() -> list[str]:
    """The summaries that have to have evidence; where a person signs, it is that person's choice."""
    return sorted(id_ for id_, one in library().summaries.items() if one.original.front.summarised_by == EDITORS)


@cache
def evidence(id_: str) -> list[dict[str, Any]]:
    data = yaml.safe_load((EVIDENCE / f"{id_}.yml").read_text(encoding="utf-8"))
    assert data["summary"] == id_
    return list(data["evidence"])


def plain(text: str) -> str:
    """A text's words on one line."""
    return bare(MARKS.sub(" ", text))


def bare(text: str) -> str:
    """A text without emphasis, on one line."""
    return SPACE.sub(" ", re.sub(r"[*_`]", "", text))


def forms(entry: dict[str, Any], language: str) -> list[str]:
    """How a fact is written in a language: one form, several, or none; the number of a list's item is no part of it."""
    found = entry["forms"].get(language, [])
    texts = [bare(str(form)) for form in (found if isinstance(found, list) else [found])]
    return texts if entry["kind"] == "date" else [re.sub(r"^\d+\. ", "", text) for text in texts]


def test_every_summary_of_the_editors_has_its_evidence() -> None:
    """A new one needs a file in `tests/content/evidence/`: copy another and look at what it says."""
    held = {file.stem for file in EVIDENCE.glob("*.yml")}
    assert sorted(set(by_the_editors()) - held) == []
    assert sorted(held - set(library().summaries)) == []


@pytest.mark.parametrize("id_", HELD)
def test_evidence_is_complete(id_: str) -> None:
    for entry in evidence(id_):
        assert entry["kind"] in KINDS, entry
        assert entry["what"], entry
        assert entry["place"], entry
        assert entry["work"] in {*library().works, *library().summaries}, entry
        assert set(entry["forms"]) <= set(LANGUAGES), entry
        seen = entry.get("seen")
        assert seen is None or is_web_address(seen), entry
        # What stands on no page that was read is attributed, stands in the bibliographic record, or is our own count.
        is_ours = entry["place"].startswith(("bibliographic record", "own count"))
        assert seen or entry.get("attributed") or is_ours, entry


@pytest.mark.parametrize("id_", HELD)
def test_what_the_evidence_holds_stands_in_the_texts(id_: str) -> None:
    for language, text in library().summaries[id_].texts.items():
        words = plain(f"{text.front.title} {text.front.description} {text.body}")
        missing = [form for entry in evidence(id_) for form in forms(entry, language) if form not in words]
        assert missing == [], language


@pytest.mark.parametrize("id_", HELD)
def test_every_figure_has_its_evidence(id_: str) -> None:
    for language, text in library().summaries[id_].texts.items():
        known = " ".join(form for entry in evidence(id_) for form in forms(entry, language))
        figures = set(DIGITS.findall(known))
        used = DIGITS.findall(plain(f"{text.front.title} {text.front.description} {text.body}"))
        assert [figure for figure in used if figure not in figures] == [], language


@pytest.mark.parametrize("id_", HELD)
def test_every_person_named_has_evidence(id_: str) -> None:
    """English texts only: there a name can be told from other words, and the three languages name the same people."""
    text = library().summaries[id_].texts["en"]
    known = " ".join(form for entry in evidence(id_) for form in forms(entry, "en"))
    works = " ".join(str(work.item) for work in library().works.values())
    labels = " ".join(str(entry.file.model_dump()) for entry in library().entries())
    titles = " ".join(other.texts["en"].front.title for other in library().summaries.values())
    words = plain(re.sub(r"^#+ .*$", "", text.body, flags=re.MULTILINE))
    found = [re.sub(r"['’]s$", "", " ".join(_without_opening(name.split()))) for name in PERSON.findall(words)]
    places = (known, works, labels, titles, " ".join(NO_PEOPLE))
    assert [name for name in found if " " in name and not any(name in place for place in places)] == []


def _without_opening(words: list[str]) -> list[str]:
    """Capitalised words without the one that only opens a sentence."""
    return words[1:] if words[0] in OPENINGS else words
