"""Every type of work in every format, byte by byte. A file that changes is to be judged again, not recorded."""

from __future__ import annotations

from typing import Any

import pytest

from exports_support import EXPORTS, RECORDS
from recovery_kb.exports.bibtex import bibtex
from recovery_kb.exports.coins import coins
from recovery_kb.exports.formats import FORMATS

GOLDEN = EXPORTS / "golden"
IDS = [record["id"] for record in RECORDS]


def test_enough_types_are_covered() -> None:
    assert len({record["type"] for record in RECORDS}) >= 12
    assert {path.stem for path in GOLDEN.iterdir()} == set(IDS)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("record", RECORDS, ids=IDS)
def test_file(record: dict[str, Any], form: Any) -> None:
    golden = (GOLDEN / f"{record['id']}.{form.extension}").read_bytes()
    assert form.write([record]).encode() == golden


@pytest.mark.parametrize("record", RECORDS, ids=IDS)
def test_coins(record: dict[str, Any]) -> None:
    golden = (GOLDEN / f"{record['id']}.coins").read_text(encoding="utf-8")
    assert coins(record).replace("&", "\n") + "\n" == golden


def test_a_file_of_several_records_holds_them_in_their_order() -> None:
    for form in FORMATS:
        text = form.write(RECORDS)
        places = [text.index(id_) for id_ in IDS]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The recovery of John Strauss", "The recovery of {John} {Strauss}"),
        ("Recovery: The view from Bergen", "Recovery: The view from {Bergen}"),
        ("The Recovery of the Self in Psychosis", "The Recovery of the Self in Psychosis"),
        ("CommonGround and WRAP: first steps", "{CommonGround} and {WRAP}: first steps"),
        ("למידה עם CHIME", "למידה עם {CHIME}"),
    ],
)
def test_capitals_that_mean_something_are_held(title: str, expected: str) -> None:
    assert f"title = {{{expected}}}" in bibtex({"id": "x", "type": "book", "title": title})
