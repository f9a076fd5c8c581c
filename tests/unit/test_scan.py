"""The scan and the engine see the same text: one knows its lines, the other its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fault_support import TOY
from recovery_kb.loading import load
from recovery_kb.markup.outline import outline
from recovery_kb.markup.scan import Scan, split_citation
from recovery_kb.sections import heading_id

ROOT = Path(__file__).resolve().parents[2]


def seen(scan: Scan, language: str) -> dict[str, list[object]]:
    """What the scan finds, in the engine's terms."""
    return {
        "headings": [(heading.level, heading_id(heading, language)) for heading in scan.headings],
        "links": sorted(link.target for link in scan.links if not link.is_image),
        "images": sorted(link.target for link in scan.links if link.is_image),
        "cites": [mark.id for mark in scan.citations if mark.is_well_formed],
        "names": [mark.id for mark in scan.names],
    }


def shown(body: str, language: str) -> dict[str, list[object]]:
    """What the engine makes of a text."""
    found = outline(body, language)
    links = [target.removeprefix("mailto:") if "@" in target else target for target in found.links]
    return {
        "headings": list(found.headings),
        "links": sorted(links),
        "images": sorted(found.images),
        "cites": list(found.cites),
        "names": list(found.names),
    }


def without_mail(found: dict[str, list[object]]) -> dict[str, list[object]]:
    """Mail addresses in angle brackets are the engine's own links; those written out lose what is before the @."""
    return {**found, "links": [link for link in found["links"] if "@" not in str(link)]}


@pytest.mark.parametrize("root", [TOY, ROOT], ids=["toy", "real"])
def test_all_content_is_seen_alike(root: Path) -> None:
    library, _ = load(root)
    texts = list(library.texts())
    assert texts
    for text in texts:
        # Within a line the engine works from the inside outwards, so only what is there counts, not its order.
        ours, theirs = without_mail(seen(text.scan, text.language)), without_mail(shown(text.body, text.language))
        assert ours["headings"] == theirs["headings"], text.path
        for part in ("links", "images", "cites", "names"):
            assert sorted(map(str, ours[part])) == sorted(map(str, theirs[part])), text.path


def blocks() -> st.SearchStrategy[str]:
    """Pieces of Markdown as people write it: headings only where a heading may stand."""
    word = st.sampled_from(
        ["rest", "håp", "תקווה", "a", "co-op", "it's", "50%", "x_y", "2 * 3", "C#", "a & b", "3 < 4"]
    )
    mark = st.sampled_from(
        [
            "[@key2001]",
            "[@a; @b, p. 3]",
            "[[name]]",
            "[[name|words]]",
            "[link](https://a.example/x_(y))",
            "**bold**",
            "*soft*",
            "`[@no]`",
            "``a ` b``",
            "\\[@no]",
            "<https://a.example>",
            "![An image](a.png)",
            "[a [b] c](https://b.example 'title')",
            "a ` b",
        ]
    )
    line = st.lists(st.one_of(word, mark), min_size=1, max_size=5).map(" ".join)
    paragraph = st.lists(line, min_size=1, max_size=3).map("\n".join)
    id_ = st.sampled_from(["", " {#the-id}", " {: #other .c }", "{#glued}", " {.only-a-class}", " {id=word}"])
    heading = st.builds(
        lambda level, text, stated, end: "#" * level + text + stated + end,
        st.integers(1, 6),
        st.one_of(st.sampled_from([" Findings", "Limits", " Key messages ", "  Ørret", " `code`", " a {b} c"]), line),
        id_,
        st.sampled_from(["", "", " ##", "##", "  "]),
    )
    code = st.builds(
        lambda fence, text, language: f"{fence}{language}\n{text}\n{fence}",
        st.sampled_from(["```", "~~~", "`````"]),
        st.sampled_from(["## no heading", "[@no] [[no]]", "[x](javascript:y)", "```", "~~~ a", "text\n\n# more"]),
        st.sampled_from(["", "yaml", " text"]),
    )
    items = st.lists(line, min_size=1, max_size=4)
    listed = items.map(lambda lines: "\n".join(f"- {one}" for one in lines))
    quoted = items.map(lambda lines: "\n".join(f"> {one}" for one in lines))
    boxed = items.map(lambda lines: '!!! note "A box"\n' + "\n".join(f"    {one}" for one in lines))
    # The | of a name's own words would end the cell; that is a fault of its own (`mark-hidden`).
    table = items.map(
        lambda lines: "| A | B |\n|---|---|\n" + "\n".join(f"| {one.replace('|words', '')} | x |" for one in lines)
    )
    return st.one_of(paragraph, heading, heading, code, listed, quoted, boxed, table)


@given(st.lists(blocks(), min_size=1, max_size=6).map("\n\n".join))
def test_generated_headings_are_seen_alike(body: str) -> None:
    """The same headings, with the same ids wherever the scan knows one."""
    scan = Scan(body, 1)
    if scan.open_fence:
        return
    ours = seen(scan, "en")["headings"]
    theirs = shown(body, "en")["headings"]
    assert [level for level, _ in ours] == [level for level, _ in theirs]  # type: ignore[misc]
    for mine, yours in zip(ours, theirs, strict=True):
        assert mine == yours or mine[1] is None  # type: ignore[index]


@given(st.lists(blocks(), min_size=1, max_size=6).map("\n\n".join))
def test_generated_marks_are_seen_alike(body: str) -> None:
    scan = Scan(body, 1)
    if scan.open_fence:
        return
    ours, theirs = seen(scan, "en"), shown(body, "en")
    for part in ("cites", "names", "images", "links"):
        assert sorted(map(str, ours[part])) == sorted(map(str, theirs[part]))


@given(st.text(alphabet="#=-`~[]()<>{}!@|\\*_:;&. \n\tabא'\"", max_size=300))
def test_scanning_anything_gives_places_inside(body: str) -> None:
    scan = Scan(body, 7)
    lines = body.split("\n")
    assert len(scan.text) == len(body)
    assert scan.text.count("\n") == body.count("\n")
    for at in places(scan):
        assert 7 <= at.line < 7 + len(lines)
        assert 1 <= at.column <= len(lines[at.line - 7]) + 1


def places(scan: Scan) -> Iterator[object]:
    yield from (heading.at for heading in scan.headings)
    yield from (link.at for link in scan.links)
    yield from (mark.at for mark in [*scan.citations, *scan.names])
    yield from scan.items(0, len(scan.body))
    yield from [scan.open_fence] if scan.open_fence else []


@pytest.mark.parametrize(
    ("inside", "works"),
    [
        ("@a", [("a", None)]),
        ("@a, p. 3; @b", [("a", "p. 3"), ("b", None)]),
        ("@a:b.c-d_e", [("a:b.c-d_e", None)]),
        ("-@a", [None]),
        ("@a;", [("a", None), None]),
        ("@a, ", [None]),
        ("see @a", [None]),
    ],
)
def test_split_citation(inside: str, works: list[tuple[str, str | None] | None]) -> None:
    assert split_citation(inside) == works


def test_sections_of_a_text() -> None:
    scan = Scan("## A\n\none\n\n### B\n\ntwo\n\nC\n---\nthree", 1)
    parts = [(section.heading.text, scan.body[section.start : section.end].strip()) for section in scan.sections]
    assert parts == [("A", "one"), ("B", "two"), ("C", "three")]
    assert [section.has_parts for section in scan.sections] == [True, False, False]
