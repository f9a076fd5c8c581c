"""Faults as data: edits of the toy library, and the problems that each must lead to.

A file in `tests/faults/` is a list of cases. Each has a `name`, one or more `edits`, and the whole list of `problems`
that a check of the edited library finds, in their order. See `tests/faults/README.md`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from recovery_kb.messages import explain
from recovery_kb.problems import Problem

HERE = Path(__file__).parent
TOY = HERE / "toy"
FAULTS = HERE / "faults"


@dataclass(frozen=True)
class Case:
    """One fault and what is said of it."""

    name: str
    edits: list[dict[str, Any]]
    problems: list[dict[str, str]]
    alone: bool = False
    """It reaches beyond the files it names, so it can't share a library with other faults."""
    why: str = ""
    """Why one fault has several problems."""

    @property
    def places(self) -> set[str]:
        """What it changes or has problems in: files, and whole summaries, whose languages depend on one another."""
        named = {edit["file"] for edit in self.edits} | {edit["rename"] for edit in self.edits if "rename" in edit}
        named |= {expected["at"].rsplit(":", 2)[0] for expected in self.problems}
        return {"/".join(name.split("/")[:2]) if name.startswith("summaries/") else name for name in named}


def cases() -> list[Case]:
    """Every case, in the order of the files."""
    found = []
    for file in sorted(FAULTS.glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            found.append(Case(**{**entry, "name": f"{file.stem}/{entry['name']}"}))
    return found


def copy_toy(folder: Path) -> Path:
    """A toy library of one's own below a folder."""
    root = folder / "library"
    shutil.copytree(TOY, root)
    return root


def apply(case: Case, root: Path) -> None:
    """Make the case's edits in a library."""
    for edit in case.edits:
        file = root / edit["file"]
        for action, value in edit.items():
            if action != "file":
                ACTIONS[action](file, value, root)


def _replace(file: Path, value: Sequence[str], root: Path) -> None:
    old, new = value
    text = _read(file)
    assert text.count(old) == 1, f"{file}: {old!r} stands there {text.count(old)} times"
    _write(file, text.replace(old, new), root)


def _write(file: Path, value: str, root: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(value.encode("utf-8"))


def _append(file: Path, value: str, root: Path) -> None:
    _write(file, _read(file) + value, root)


def _repeat(file: Path, value: Sequence[Any], root: Path) -> None:
    """Append a text so many times."""
    _append(file, value[0] * value[1], root)


def _encode(file: Path, value: str, root: Path) -> None:
    file.write_bytes(_read(file).encode(value))


def _lines(file: Path, value: str, root: Path) -> None:
    """Change the line ends."""
    _write(file, _read(file).replace("\n", value), root)


def _hex(file: Path, value: str, root: Path) -> None:
    file.write_bytes(bytes.fromhex(value))


def _symlink(file: Path, value: str, root: Path) -> None:
    if file.is_dir():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)
    file.symlink_to(value)


def _folder(file: Path, value: bool, root: Path) -> None:
    file.mkdir(parents=True)


def _pipe(file: Path, value: bool, root: Path) -> None:
    os.mkfifo(file)


def _copy(file: Path, value: str, root: Path) -> None:
    """Put a copy of something of the toy library there."""
    source = TOY / value
    file.parent.mkdir(exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, file)
    else:
        shutil.copyfile(source, file)


def _rename(file: Path, value: str, root: Path) -> None:
    (root / value).parent.mkdir(parents=True, exist_ok=True)
    file.rename(root / value)


def _delete(file: Path, value: bool, root: Path) -> None:
    if file.is_dir():
        shutil.rmtree(file)
    else:
        file.unlink()


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


ACTIONS = {
    "replace": _replace,
    "write": _write,
    "append": _append,
    "repeat": _repeat,
    "encode": _encode,
    "lines": _lines,
    "hex": _hex,
    "symlink": _symlink,
    "folder": _folder,
    "pipe": _pipe,
    "copy": _copy,
    "rename": _rename,
    "delete": _delete,
}


def told(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """Problems as `path:line:column` and code."""
    return [(f"{found.path}:{found.line}:{found.column}", found.code) for found in problems]


def expected(case: Case) -> list[tuple[str, str]]:
    """The case's problems in the same form, sorted as a check sorts them."""
    return [(one["at"], one["code"]) for one in case.problems]


def unlike(case: Case, problems: Sequence[Problem]) -> Iterator[str]:
    """Cures that lack the phrase that the case expects of them."""
    for found, one in zip(problems, case.problems, strict=True):
        cure = explain(found, "en").cure
        if one["cure"] not in cure:
            yield f"{found.code}: {one['cure']!r} is not in {cure!r}"


def together(cases: Sequence[Case]) -> list[list[Case]]:
    """As few groups as a simple packing makes, in each of which no two cases touch the same place."""
    groups: list[tuple[list[Case], set[str]]] = []
    for case in cases:
        fitting = next((group for group in groups if not group[1] & case.places), None)
        if fitting is None:
            fitting = ([], set())
            groups.append(fitting)
        fitting[0].append(case)
        fitting[1].update(case.places)
    return [group for group, _ in groups]
