"""What comes before and after a summary: in the list of its kind, and in its series."""

from __future__ import annotations

from library_support import library_of

from recovery_kb.enrich.lists import neighbours, of_kind, of_series

LIBRARY = library_of(
    {
        "zebra": {"titles": {"en": "Honest", "nb": "Ærlig"}, "languages": ["en", "nb"]},
        "apple": {"titles": {"en": "Zone", "nb": "Å bo"}, "languages": ["nb", "en"]},
        "middle": {"titles": {"en": "Middle"}},
        "tool": {"titles": {"en": "A tool"}, "kind": "tool"},
        "second": {"kind": "report", "series": "Rest", "added": "2026-02-01"},
        "first": {"kind": "report", "series": "Rest", "added": "2026-01-01"},
        "undated": {"kind": "article", "titles": {"en": "Last: zzz"}, "series": "Rest"},
        "elsewhere": {"kind": "report", "series": "Work", "added": "2025-01-01"},
    }
)


def ids(summaries: object) -> list[str]:
    return [one.id for one in summaries]  # type: ignore[attr-defined]


def test_a_kind_is_in_the_order_of_the_languages_alphabet_and_leaves_out_what_is_missing() -> None:
    assert ids(of_kind("article", LIBRARY, "en")) == ["zebra", "undated", "middle", "apple"]
    assert ids(of_kind("article", LIBRARY, "nb")) == ["zebra", "apple"]
    assert ids(of_kind("article", LIBRARY, "he")) == []


def test_a_series_is_in_the_order_of_its_dates() -> None:
    assert ids(of_series("Rest", LIBRARY)) == ["first", "second", "undated"]
    assert of_series(None, LIBRARY) == []


def test_neighbours_at_the_ends_and_between() -> None:
    series = of_series("Rest", LIBRARY)
    assert [tuple(one and one.id for one in neighbours(summary, series)) for summary in series] == [
        (None, "second"),
        ("first", "undated"),
        ("second", None),
    ]
    (alone,) = of_series("Work", LIBRARY)
    assert neighbours(alone, [alone]) == (None, None)
