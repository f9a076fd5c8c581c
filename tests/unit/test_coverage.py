"""The table of what is covered, on the toy library."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from recovery_kb.languages import LANGUAGES
from recovery_kb.loading import load
from recovery_kb.render.coverage import coverage_view, new_summary_href
from recovery_kb.render.site import Site
from recovery_kb.schema.documents import KINDS
from site_support import BASE, REPOSITORY, ROOT, TOY

SITE = Site(load(TOY)[0], BASE, REPOSITORY)
LONGEST = 2000
"""Characters that every browser and host takes in an address."""


def test_every_concept_has_a_row_in_its_scheme() -> None:
    view = coverage_view(SITE, "coverage/", "en")
    assert [kind.casefold() for kind in view.kinds] == [kind.replace("-", " ") for kind in KINDS]
    rows = [row.concept.id for group in view.groups for row in group.rows]
    assert sorted(rows) == sorted(SITE.library.concepts)
    for group in view.groups:
        assert {SITE.library.concepts[row.concept.id].file.scheme for row in group.rows} == {group.scheme.id}
        for row in (*group.rows, group):
            assert len(row.cells) == len(KINDS)


def test_sums_count_every_summary_once() -> None:
    view = coverage_view(SITE, "coverage/", "en")
    assert view.total.count == len(SITE.library.summaries) == sum(cell.count for cell in view.cells)
    for group in view.groups:
        ids = {row.concept.id for row in group.rows}
        treating = [one for one in SITE.library.summaries.values() if ids & set(one.concepts)]
        assert group.total.count == len(treating) == sum(cell.count for cell in group.cells)


def test_a_cell_says_which_languages_lack_some() -> None:
    view = coverage_view(SITE, "coverage/", "en")
    missing = {id_: set(LANGUAGES) - set(one.texts) for id_, one in SITE.library.summaries.items()}
    assert any(missing.values()), "the toy library has missing translations"
    found = {one.code: one.number for one in view.total.readable}
    for code in LANGUAGES:
        lacking = sum(code in languages for languages in missing.values())
        assert found[code] == (len(missing) - lacking if lacking else None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_empty_cells_lead_to_a_draft(language: str) -> None:
    view = coverage_view(SITE, "coverage/", language)
    empty = [
        (row.concept.id, kind, cell)
        for group in view.groups
        for row in group.rows
        for kind, cell in zip(KINDS, row.cells, strict=True)
        if not cell.count
    ]
    assert empty
    for concept, kind, cell in empty:
        parts = urlsplit(cell.write_href)
        query = parse_qs(parts.query, strict_parsing=True)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{REPOSITORY}/new/main"
        assert query["filename"] == [f"summaries/my-id/index.{language}.md"]
        (text,) = query["value"]
        assert f"\nkind: {kind}\noriginal: {language}\n" in text
        assert f"\nconcepts: [{concept}]\n" in text
        assert cell.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_are_short_enough(language: str) -> None:
    library = load(ROOT)[0]
    longest = max(library.concepts, key=len)
    for kind in KINDS:
        href = new_summary_href("https://github.com/" + "o" * 39 + "/" + "r" * 100, kind, language, [longest])
        assert len(href) < LONGEST


def test_without_a_repository_nothing_is_offered() -> None:
    view = coverage_view(Site(SITE.library, BASE), "coverage/", "en")
    assert not any(cell.write_href for group in view.groups for row in group.rows for cell in row.cells)
