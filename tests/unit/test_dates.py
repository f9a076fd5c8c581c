"""Dates of works."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_kb.dates import date_parts, edtf, is_plausible


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        (2015, (2015,)),
        ("2015", (2015,)),
        ("2015-07", (2015, 7)),
        ("2016-02-29", (2016, 2, 29)),
        ({"date-parts": [[2015, 7, 1]]}, (2015, 7, 1)),
        ({"date-parts": [["2015", "7"]]}, (2015, 7)),
        ([{"year": 2015, "month": 7}], (2015, 7)),
    ],
)
def test_dates_that_exist(value: Any, parts: tuple[int, ...]) -> None:
    assert date_parts(value) == parts


@pytest.mark.parametrize(
    "value",
    [
        "2015-02-30",
        "2015-13",
        "01-07-2015",
        "2015/07",
        "July 2015",
        "",
        "20150701",
        "٢٠١٥",
        "2015-07-01\n",
        "2015-7",
        "0000",
        True,
        -2015,
        {"date-parts": [[2015, 14]]},
        {"date-parts": [[2015], [2016]]},
        {"date-parts": [[True]]},
        {"date-parts": [["²"]]},
        {"date-parts": [["9" * 5000]]},
        [{"month": 7}],
        [{"year": 2015, "day": 3}],
        [{"year": 2015}, {"year": 2016}],
        {"date-parts": []},
        [],
        {},
        {"raw": "2015"},
        None,
        15.5,
    ],
)
def test_dates_that_do_not(value: Any) -> None:
    assert date_parts(value) is None


def test_plausible() -> None:
    today = date(2026, 11, 21)
    assert is_plausible((2027,), today)
    assert not is_plausible((2028,), today)
    assert not is_plausible((1015,), today)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_real_date_comes_back(day: date) -> None:
    assert date_parts(edtf((day.year, day.month, day.day))) == (day.year, day.month, day.day)


@given(
    st.recursive(
        st.none() | st.integers() | st.text() | st.booleans(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_nothing_raises(value: Any) -> None:
    date_parts(value)
