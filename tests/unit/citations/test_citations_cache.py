"""The cache on disk: quick when nothing changed, and never a stale line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_kb.citations import CitationCache, References, lines, reference
from recovery_kb.citations import cache as cache_module

ITEM = {
    "type": "book",
    "title": "Title",
    "author": [{"family": "Ek", "given": "A."}],
    "issued": "2015",
    "language": "en",
}


@pytest.fixture(autouse=True)
def _forget_lines() -> Iterator[None]:
    lines._line_of_record.cache_clear()
    yield
    lines._line_of_record.cache_clear()


@pytest.fixture
def no_processor(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    def fail(*_: object) -> str:
        raise AssertionError("formatted again")

    monkeypatch.setattr(lines, "_make_line", fail)
    return monkeypatch


def filled(folder: Path) -> CitationCache:
    cache = CitationCache(folder)
    for page in ("en", "nb"):
        reference(ITEM, page, cache)
    cache.save()
    return cache


def test_second_build_formats_nothing(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    filled(tmp_path / ".cache")
    expected = reference(ITEM, "nb")
    lines._line_of_record.cache_clear()
    request.getfixturevalue("no_processor")
    assert reference(ITEM, "nb", CitationCache(tmp_path / ".cache")) == expected


@pytest.mark.parametrize("change", [{"title": "Titles"}, {"issued": 2015.5}, {"note": "new"}, {"language": "nb"}])
def test_changed_record_is_formatted_again(tmp_path: Path, change: dict[str, object]) -> None:
    filled(tmp_path)
    assert reference(ITEM | change, "en", CitationCache(tmp_path)) == reference(ITEM | change, "en")


def test_letter_after_the_year_is_part_of_the_key(tmp_path: Path) -> None:
    cache = filled(tmp_path)
    works = {"a": ITEM, "b": ITEM | {"title": "Zebra"}}
    texts = [entry.text for entry in References(works, "en", ["a", "b"], cache).entries()]
    assert texts == ["Ek, A. (2015a). Title.", "Ek, A. (2015b). Zebra."]
    assert reference(ITEM, "en", cache).text == "Ek, A. (2015). Title."


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"fingerprint": "old", "lines": {}}', '{"fingerprint": null}', "\ufeff{}", "\x00"],
)
def test_damaged_file_counts_as_empty(tmp_path: Path, content: str) -> None:
    (tmp_path / "citations.json").write_text(content, encoding="utf-8")
    cache = CitationCache(tmp_path)
    assert reference(ITEM, "en", cache).text == "Ek, A. (2015). Title."
    cache.save()
    assert len(json.loads((tmp_path / "citations.json").read_text(encoding="utf-8"))["lines"]) == 1


def test_lines_of_other_code_or_data_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    file = tmp_path / "citations.json"
    kept = json.loads(file.read_text(encoding="utf-8"))
    kept["lines"] = dict.fromkeys(kept["lines"], "stale")
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert reference(ITEM, "en", CitationCache(tmp_path)).text == "stale"
    monkeypatch.setattr(cache_module, "fingerprint", lambda: "after an update")
    assert reference(ITEM, "en", CitationCache(tmp_path)).text == "Ek, A. (2015). Title."


def test_fingerprint_covers_code_styles_and_locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fingerprint = cache_module.fingerprint.__wrapped__
    assert fingerprint() == fingerprint()
    before = fingerprint()
    for name in ("apa.csl", "locale.xml", "code.py"):
        (tmp_path / name).write_text("x", encoding="utf-8")
        monkeypatch.setattr(cache_module, "HERE", tmp_path)
        assert fingerprint() != before
        before = fingerprint()
    monkeypatch.setattr("citeproc.__version__", "99")
    assert fingerprint() != before


def test_wrong_types_in_the_file_are_not_used(tmp_path: Path) -> None:
    file = tmp_path / "citations.json"
    wrong: tuple[object, ...] = ([], {"x": 1}, None)
    for entries in wrong:
        file.write_text(json.dumps({"fingerprint": cache_module.fingerprint(), "lines": entries}), encoding="utf-8")
        assert CitationCache(tmp_path).get("x") is None


def test_saving_leaves_one_file_and_writes_only_changes(tmp_path: Path) -> None:
    cache = filled(tmp_path / "deep" / ".cache")
    file = tmp_path / "deep" / ".cache" / "citations.json"
    assert list(file.parent.iterdir()) == [file]
    stamp = file.stat().st_mtime_ns
    cache.save()
    assert file.stat().st_mtime_ns == stamp


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = CitationCache(tmp_path / "file")
    reference(ITEM, "en", cache)
    cache.save()


def test_records_json_cannot_hold_are_formatted_all_the_same(tmp_path: Path) -> None:
    odd = ITEM | {"note": object()}
    assert reference(odd, "en", CitationCache(tmp_path)).text == "Ek, A. (2015). Title."
