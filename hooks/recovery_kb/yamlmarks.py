"""YAML read with the place of every value, and without YAML 1.1's surprises.

Only `true`/`false`, decimal integers and `null` are more than text, so that `no` stays the text "no",
`12:30` is not 750 and `010` is not 8. Anchors, aliases and repeated keys are faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from recovery_kb.problems import START, Position, Problem, problem

Path = tuple[str | int, ...]
"""Where a value stands in a document: `("source", "author", 0, "family")`."""

AMBIGUOUS = re.compile(r"y|n|yes|no|on|off|[-+]?0[0-9_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+", re.IGNORECASE)
"""Plain values that other YAML readers take for a truth value, an octal or a base-60 number."""

MAX_DEPTH = 12
"""Nothing here nests deeper; a bound keeps a hostile file from exhausting the stack."""


class _Loader(yaml.SafeLoader):
    """PyYAML's composer with resolvers of our own."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^(?:0|-?[1-9][0-9]*)$"), list("-0123456789")
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])


@dataclass(slots=True)
class Marked:
    """A YAML document as plain data, and where each part of it stands."""

    data: Any = None
    marks: dict[Path, Position] = field(default_factory=dict)
    """Position of every value by its path; of a mapping's entry, the position of its key."""
    problems: list[Problem] = field(default_factory=list)

    def at(self, *path: str | int) -> Position:
        """The place of a value, or of the nearest thing around it that exists."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.marks:
                return self.marks[path[:end]]
        return START


REASONS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "yaml-colon"),
    ("found unexpected end of stream", "yaml-quote"),
    ("found character '\\t'", "yaml-tab"),
    ("expected <block end>", "yaml-indent"),
    ("could not find expected ':'", "yaml-indent"),
    ("expected ',' or", "yaml-bracket"),
    ("expected a single document", "yaml-document"),
)
"""PyYAML's words for the faults that editors really make, and the rule whose text explains each."""


def read(text: str, path: str, first_line: int = 1) -> Marked:
    """Read one YAML document that starts at `first_line` of the file `path`. Never raises."""
    result = Marked(marks={(): Position(first_line, 1)})
    offset = first_line - 1
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Position(mark.line + 1 + offset, mark.column + 1) if mark else Position(first_line, 1)
        said = f"{error.context or ''} {error.problem or ''}"
        code = next((code for words, code in REASONS if words in said), "yaml-syntax")
        result.problems.append(problem(path, at, code))
        return result
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        at = Position(before.count("\n") + 1 + offset, error.position - before.rfind("\n"))
        result.problems.append(problem(path, at, "character-forbidden", name=f"U+{error.character:04X}"))
        return result
    except RecursionError:
        result.problems.append(problem(path, Position(first_line, 1), "yaml-depth"))
        return result
    if node is None:
        return result
    result.problems.extend(_aliases(text, path, offset))
    if not result.problems:
        result.data = _Builder(path, offset, result).value(node, ())
    return result


def _compose(text: str) -> Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _aliases(text: str, path: str, offset: int) -> Iterator[Problem]:
    """Anchors and aliases save typing but hide where a value comes from, and can be made to explode."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        anchor, mark = getattr(event, "anchor", None), event.start_mark
        if anchor is not None and mark is not None:
            yield problem(path, Position(mark.line + 1 + offset, mark.column + 1), "yaml-alias", name=anchor)


class _Builder:
    """Turns composed nodes into plain data and notes their places."""

    def __init__(self, path: str, offset: int, result: Marked) -> None:
        self.path = path
        self.offset = offset
        self.result = result

    def value(self, node: Node, where: Path) -> Any:
        """The node's data; problems and places go into the result."""
        self.result.marks.setdefault(where, self._position(node))
        if len(where) > MAX_DEPTH:
            self._report(node, "yaml-depth")
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, where)
        if isinstance(node, SequenceNode):
            return [self.value(child, (*where, number)) for number, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: MappingNode, where: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._report(key_node, "yaml-key")
                continue
            key = str(key_node.value)
            if key in data:
                self._report(key_node, "yaml-duplicate-key", key=key)
                continue
            self._check_ambiguous(key_node)
            self.result.marks[*where, key] = self._position(key_node)
            data[key] = self.value(value_node, (*where, key))
        return data

    def _scalar(self, node: Node) -> Any:
        if node.tag == "tag:yaml.org,2002:bool":
            return node.value == "true"
        if node.tag == "tag:yaml.org,2002:int":
            # An absurdly long number would make int() itself refuse.
            return int(node.value) if len(node.value) < 20 else node.value
        if node.tag == "tag:yaml.org,2002:null":
            return None
        if node.tag != "tag:yaml.org,2002:str":
            self._report(node, "yaml-tag", tag=node.tag)
            return None
        self._check_ambiguous(node)
        return str(node.value)

    def _check_ambiguous(self, node: Node) -> None:
        if isinstance(node, ScalarNode) and node.style is None and AMBIGUOUS.fullmatch(node.value):
            self._report(node, "yaml-ambiguous", value=node.value)

    def _position(self, node: Node) -> Position:
        mark = node.start_mark
        return Position(mark.line + 1 + self.offset, mark.column + 1)

    def _report(self, node: Node, code: str, **values: object) -> None:
        self.result.problems.append(problem(self.path, self._position(node), code, **values))
