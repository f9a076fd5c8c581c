"""Where things stand on the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from fault_support import TOY
from recovery_kb.addresses import address, languages_of, path_of, relative
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library
from recovery_kb.loading import load


@pytest.fixture(scope="module")
def toy() -> Library:
    return load(TOY)[0]


@pytest.mark.parametrize(
    ("id_", "path"),
    [
        ("home", ""),
        ("about", "about/"),
        ("summaries", "summaries/"),
        ("summaries-by-year", "summaries/by-year/"),
        ("concepts", "concepts/"),
        ("nordvik2021", "summaries/nordvik2021/"),
        ("nordvik2020", "summaries/nordvik2021/"),
        ("night-staff", "concepts/night-staff/"),
        ("compass", "concepts/compass/"),
        ("nothing", None),
    ],
)
def test_path_of(toy: Library, id_: str, path: str | None) -> None:
    assert path_of(id_, toy) == path


def test_everything_has_an_address_of_its_own(toy: Library) -> None:
    ids = [*toy.summaries, *toy.pages, *toy.concepts, *toy.schemes]
    paths = [path_of(id_, toy) for id_ in ids]
    assert len(set(paths)) == len(paths) > 20


def test_an_alias_never_hides_what_bears_its_name(toy: Library) -> None:
    assert set(toy.aliases) == {"nordvik2020"}


def test_addresses_in_languages() -> None:
    assert [address("about/", code) for code in LANGUAGES] == ["about/", "nb/about/", "he/about/"]


def test_languages_of(toy: Library) -> None:
    assert languages_of("tool-lantern", toy) == ["en", "nb"]
    assert languages_of("conference-harbour-2019", toy) == ["en", "he"]
    assert languages_of("about", toy) == languages_of("wellbeing", toy) == ["en", "nb", "he"]


@pytest.mark.parametrize(
    ("target", "start", "link"),
    [
        ("", "", "./"),
        ("", "summaries/a/", "../../"),
        ("summaries/b/", "summaries/a/", "../b/"),
        ("he/summaries/a/", "summaries/a/", "../../he/summaries/a/"),
        ("summaries/a/", "he/", "../summaries/a/"),
        ("summaries/a/", "summaries/a/", "./"),
    ],
)
def test_relative(target: str, start: str, link: str) -> None:
    assert relative(target, start) == link


def test_addresses_do_not_depend_on_the_folder(tmp_path: Path, toy: Library) -> None:
    (tmp_path / "toy").symlink_to(TOY)
    library, problems = load(tmp_path / "toy")
    assert problems == []
    assert {path_of(id_, library) for id_ in library.ids} == {path_of(id_, toy) for id_ in toy.ids}
