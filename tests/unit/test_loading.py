"""Reading content: nothing that an author, a system or an attacker puts there makes it fail."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fault_support import TOY, copy_toy, told
from recovery_kb.check import check
from recovery_kb.languages import LANGUAGES
from recovery_kb.loading import load
from recovery_kb.loading.files import position_in, read_text
from recovery_kb.loading.frontmatter import split
from recovery_kb.loading.validation import validate
from recovery_kb.messages import explain
from recovery_kb.problems import Problem
from recovery_kb.schema.documents import FrontMatter
from recovery_kb.yamlmarks import read

TEXTS = sorted(file for file in TOY.rglob("*") if file.suffix in {".md", ".yml"})


def test_all_of_the_toy_is_read() -> None:
    library, problems = load(TOY)
    assert problems == []
    assert set(library.summaries) == {"nordvik2021", "tool-lantern", "conference-harbour-2019"}
    assert [text.language for text in library.summaries["tool-lantern"]] == ["en", "nb"]
    assert library.summaries["tool-lantern"].original.language == "nb"
    assert library.summaries["nordvik2021"].images == {"map.png": (16, 16)}
    assert set(library.works) == {"nordvik2021", "conference-harbour-2019", "lykt2015", "prove2018"}
    assert library.works["nordvik2021"].item["author"][0] == {"family": "Nordvik", "given": "Testine"}
    assert (len(library.concepts), len(library.schemes)) == (8, 2)
    assert library.unread == set()


@pytest.mark.parametrize(
    ("data", "text", "problems"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n", []),
        (b"\xef\xbb\xbfa", "a", [(1, 1, "encoding-bom")]),
        ("a\u200bb\u202ec".encode(), "abc", [(1, 2, "character-forbidden"), (1, 4, "character-forbidden")]),
        ("\u200eא\u200f".encode(), "\u200eא\u200f", []),
        (b"a\nb\xffc", None, [(2, 2, "encoding-utf8")]),
        ("å\nø".encode("latin-1"), None, [(1, 1, "encoding-utf8")]),
        (b"a\rb\r\xff", None, [(3, 1, "encoding-utf8")]),
        ("title".encode("utf-16"), None, [(1, 1, "encoding-utf8")]),
        ("title".encode("utf-16-be"), None, [(1, 1, "encoding-utf8")]),
        (b"one\0zero in a long enough text", "onezero in a long enough text", [(1, 4, "character-forbidden")]),
        (b"\xed\xa0\x80", None, [(1, 1, "encoding-utf8")]),
        (b"", "", []),
    ],
)
def test_bytes(tmp_path: Path, data: bytes, text: str | None, problems: list[tuple[int, int, str]]) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    content, found = read_text(file, "a.md")
    assert content == text
    assert [(one.line, one.column, one.code) for one in found] == problems


def test_a_large_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in (("a.md", 200_001), ("a.yml", 1_000_001)):
        (tmp_path / name).write_bytes(b"a" * size)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "read_bytes", pytest.fail)
            content, found = read_text(tmp_path / name, name)
        assert content is None
        assert [one.code for one in found] == ["file-too-large"]


def test_what_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, folders and images that the system keeps closed; the tests may run as root, who may open anything."""
    root = copy_toy(tmp_path)
    closed = [
        "docs/en/about.md",
        "summaries/nordvik2021/map.png",
        "docs/concepts/wellbeing.yml",
        "summaries/tool-lantern",
    ]
    really_open, really_read, really_list = Path.open, Path.read_bytes, os.listdir

    def refusing(really: Any) -> Any:
        def refuse(path: Any, *more: Any, **named: Any) -> Any:
            if str(path) in {str(root / one) for one in closed}:
                raise PermissionError(13, "Permission denied")
            return really(path, *more, **named)

        return refuse

    monkeypatch.setattr(Path, "open", refusing(really_open))
    monkeypatch.setattr(Path, "read_bytes", refusing(really_read))
    monkeypatch.setattr(os, "listdir", refusing(really_list))
    problems = [found for found in check(root)[1] if found.code == "file-unreadable"]
    assert sorted(found.path for found in problems) == sorted(closed)
    assert {dict(found.values)["reason"] for found in problems} == {"Permission denied"}


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """File names are bytes; where they are no UTF-8, the problem can still be printed."""
    root = copy_toy(tmp_path)
    name = os.fsdecode(b"caf\xe9.md")
    (root / "docs/en" / name).write_text("x", encoding="utf-8")
    problems = check(root)[1]
    assert told(problems) == [(f"docs/en/{name}:1:1", "front-matter-missing"), (f"docs/en/{name}:1:1", "id-shape")]
    assert "caf\\udce9" in explain(problems[1], "he").message


def test_deep_folders_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    root = copy_toy(tmp_path)
    folder = root / "docs/en"
    for _ in range(200):
        folder /= "a"
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text("x", encoding="utf-8")
    assert [found.code for found in check(root)[1]] == ["file-stray"]


@pytest.mark.parametrize(
    ("text", "data", "body", "line", "codes"),
    [
        ("---\na: b\n---\nbody", {"a": "b"}, "body", 4, []),
        ("--- \na: b\n...\nbody\n---\n", {"a": "b"}, "body\n---\n", 4, []),
        ("\n\n---\na: b\n---\nbody", {"a": "b"}, "body", 6, ["front-matter-missing"]),
        ("a: b\n---\nbody", {"a": "b"}, "body", 3, ["front-matter-missing"]),
        ("body\n---\n", None, "body\n---\n", 1, ["front-matter-missing"]),
        ("---\na: b\n", None, "", 3, ["front-matter-unclosed"]),
        ("---\n- a\n---\nbody", None, "body", 4, ["front-matter-shape"]),
        ("---\n---\nbody", None, "body", 3, ["front-matter-missing"]),
        ("", None, "", 1, ["front-matter-missing"]),
        ("---", None, "", 1, ["front-matter-unclosed"]),
    ],
)
def test_heads(text: str, data: object, body: str, line: int, codes: list[str]) -> None:
    marked, found_body, body_line, problems = split(text, "a.md")
    assert (marked.data, found_body, body_line) == (data, body, line)
    assert [found.code for found in problems] == codes


def test_valid_fields_survive_faulty_ones() -> None:
    marked = read("title: T\nkind: tol\nconcepts: [a]\nfoo: 1\ntitel: x\nopen_access: 1", "f")
    front, problems = validate(FrontMatter, marked, "f")
    assert (front.title, front.kind, front.concepts, front.open_access, front.description) == (
        "T",
        None,
        ["a"],
        None,
        "",
    )
    assert sorted((found.code, dict(found.values)["field"]) for found in problems) == [
        ("field-missing", "description"),
        ("field-type", "open_access"),
        ("field-unknown", "foo"),
        ("field-unknown-near", "titel"),
        ("field-value", "kind"),
    ]


def test_positions() -> None:
    assert position_in("a\nbc\n", 0) == (1, 1)
    assert position_in("a\nbc\n", 3) == (2, 2)
    assert position_in("a\nbc\n", 5, first_line=4) == (6, 1)


# fmt: off
BITS = st.sampled_from([
    "\n", "---\n", "```\n", "`", "## ", "> ", "- ", "[", "](", ")", "[[", "]]", "[@", ";", "|", "{#x}", "<div>", "</b>",
    "<!--", "&#8238;", "!!! note\n", "\\", "*", "'", '"', ": ", "no", "!!int ", "&a ", "*a", "%", "@", "\t", "\r", "å",
    "א", "\u202e", "\u200b", "\0", "\x02", "\x03", "\ufeff", "\x85", "\u2028", "😀", "title: ", "a: b\n", "a\n: b\n",
    "wzxhzdk:0", "<?", "]]>", "javascript:", "#" * 20, "[" * 40, " " * 50, "    - x\n", "|a|\n|-|\n", "[r]: x\n",
])
# fmt: on


def assert_sound(problems: list[Problem], root: Path) -> None:
    """Every place is in its file, and everything can be explained in every language."""
    for found in problems:
        file = root / found.path
        text = file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= found.line <= len(lines)
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1
        for language in LANGUAGES:
            assert all(explain(found, language, isolate=True))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_toy(tmp_path_factory.mktemp("scratch"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_random_edits(scratch: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(TEXTS))
    text = file.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.sampled_from([0, 0, 1, 5, 40]))
        text = text[:start] + data.draw(st.lists(BITS, max_size=4).map("".join)) + text[end:]
    changed = scratch / file.relative_to(TOY)
    changed.write_bytes(text.encode("utf-8"))
    try:
        assert_sound(check(scratch)[1], scratch)
    finally:
        changed.write_bytes(file.read_bytes())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_random_bytes(scratch: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(TEXTS))
    changed = scratch / file.relative_to(TOY)
    content = data.draw(st.binary(max_size=80))
    keep = data.draw(st.integers(0, 120))
    changed.write_bytes(file.read_bytes()[:keep] + content)
    try:
        assert_sound(check(scratch)[1], scratch)
    finally:
        changed.write_bytes(file.read_bytes())
