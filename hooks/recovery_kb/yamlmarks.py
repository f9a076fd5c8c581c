"""YAML read with the place of every value, and without YAML 1.1's surprises.

Only `true`/`false`, decimal integers and `null` are more than text, so that `no` stays the text "no",
`12:30` is not 750 and `010` is not 8. Anchors, aliases, tags and repeated keys are faults.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import AliasEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from recovery_kb.problems import START, Position, Problem, problem

Path = tuple[str | int, ...]
"""Where a value stands in a document: `("source", "author", 0, "family")`."""

AMBIGUOUS = re.compile(
    r"y|n|yes|no|on|off|true|false|null"
    r"|[-+]?0[0-9_]+|0[box][0-9a-f_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+"
    r"|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?e[-+]?[0-9]+|[-+]?\.inf|\.nan",
    re.IGNORECASE,
)
"""Plain values that other YAML readers take for a truth value, for nothing, or for another number."""

MAX_DEPTH = 12
"""Nothing here nests deeper; a bound keeps a hostile file from exhausting the stack."""
TOO_DEEP = "nested too deeply"

LONGEST_INTEGER = 19
"""Digits of a number: an absurdly long one would make int() itself refuse."""

TEXT, TRUTH, INTEGER, NULL, LIST, GROUP = (
    f"tag:yaml.org,2002:{name}" for name in ("str", "bool", "int", "null", "seq", "map")
)
KNOWN = {ScalarNode: {TEXT, TRUTH, INTEGER, NULL}, SequenceNode: {LIST}, MappingNode: {GROUP}}
"""What a value can be. Its shape says so: nobody has to write a tag."""
WRITTEN = "written "
"""Before a tag that the text states: even `!!int` would only invite `!!int twelve`."""


class _Loader(yaml.SafeLoader):
    """PyYAML's composer with resolvers of our own."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0
        self.aliases: list[tuple[str, yaml.Mark]] = []
        """Anchors and aliases: they save typing but hide where a value comes from, and can be made to explode."""

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        """A node and what is below it; an alias becomes an empty text."""
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if event.anchor is not None:
            self.aliases.append((event.anchor, event.start_mark))
            event.anchor = None
        if isinstance(event, AliasEvent):
            taken: Any = self.get_event()  # type: ignore[no-untyped-call]
            return ScalarNode(TEXT, "", taken.start_mark, taken.end_mark, style="'")
        if event.tag is not None:
            event.tag = WRITTEN + event.tag
        if self.depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=event.start_mark)
        self.depth += 1
        node: Node | None = super().compose_node(parent, index)
        self.depth -= 1
        return node


_Loader.add_implicit_resolver(TRUTH, re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver(INTEGER, re.compile(r"^(?:0|-?[1-9][0-9]*)$"), list("-0123456789"))
_Loader.add_implicit_resolver(NULL, re.compile(r"^(?:~|null|)$"), ["~", "n", ""])


@dataclass(slots=True)
class Marked:
    """A YAML document as plain data, and where each part of it stands."""

    data: Any = None
    marks: dict[Path, Position] = field(default_factory=dict)
    """Position of every value by its path; of a mapping's entry, the position of its key."""
    problems: list[Problem] = field(default_factory=list)
    faulty: set[Path] = field(default_factory=set)
    """Values with a problem of their own: what a schema said of them would only repeat it."""

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
    ("could not find expected ':'", "yaml-no-colon"),
    ("expected ',' or", "yaml-bracket"),
    ("while parsing a flow node", "yaml-bracket"),
    ("expected a single document", "yaml-document"),
    ("expected '<document start>'", "yaml-document"),
    (TOO_DEEP, "yaml-depth"),
)
"""PyYAML's words for the faults that editors really make, and the rule whose text explains each."""

NOTICED_LATE = frozenset({"yaml-quote", "yaml-bracket", "yaml-no-colon"})
"""Faults that a reader of YAML notices only after the place where they were made."""

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML 1.1."""
FIELD = re.compile(r"([ \t]*)[\w-]+")
"""The beginning of a line that is in order by itself: what is wrong with its colon stands before it."""


def read(text: str, path: str, first_line: int = 1) -> Marked:
    """Read one YAML document that starts at `first_line` of the file `path`. Never raises."""
    result = Marked(marks={(): Position(first_line, 1)})
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        line, column = _line_and_column(text, error.position)
        at = Position(line + first_line, column + 1)
        result.problems.append(problem(path, at, "character-forbidden", name=f"U+{error.character:04X}"))
        return result
    node = None
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        result.problems.append(_explain(error, text, path, first_line))
    finally:
        loader.dispose()
    for name, mark in loader.aliases:
        result.problems.append(problem(path, _place(mark, first_line), "yaml-alias", name=name))
    if node is not None and not result.problems:
        result.data = _Builder(path, first_line, result).value(node, ())
    return result


def _explain(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """PyYAML's error as a problem, in the place where a person would look for it."""
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for words, code in REASONS if words in said), "yaml-syntax")
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return problem(path, Position(first_line, 1), code)
    if context and code in NOTICED_LATE and (code != "yaml-bracket" or context.line < mark.line):
        mark = context
    start = FIELD.fullmatch(LINE_END.split(text)[mark.line][: mark.column]) if code == "yaml-colon" else None
    if start and start[1]:
        return problem(path, Position(mark.line + first_line, len(start[1]) + 1), "yaml-indent")
    if start and mark.line:
        return problem(path, Position(mark.line + first_line - 1, 1), "yaml-no-colon")
    return problem(path, _place(mark, first_line), code)


def _place(mark: yaml.Mark, first_line: int) -> Position:
    return Position(mark.line + first_line, mark.column + 1)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n"), offset - before.rfind("\n") - 1


class _Builder:
    """Turns composed nodes into plain data and notes their places."""

    def __init__(self, path: str, first_line: int, result: Marked) -> None:
        self.path = path
        self.first_line = first_line
        self.result = result

    def value(self, node: Node, where: Path) -> Any:
        """The node's data; problems and places go into the result."""
        self.result.marks.setdefault(where, _place(node.start_mark, self.first_line))
        if node.tag not in KNOWN[type(node)]:
            self._report_tag(node)
            self.result.faulty.add(where)
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, where)
        if isinstance(node, SequenceNode):
            return [self.value(child, (*where, number)) for number, child in enumerate(node.value)]
        self._check_ambiguous(node, where)
        return _scalar(node)

    def _mapping(self, node: MappingNode, where: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._report(key_node, "yaml-key")
                continue
            if key_node.tag not in KNOWN[ScalarNode]:
                self._report_tag(key_node)
            key = str(key_node.value)
            if key in data:
                self._report(key_node, "yaml-duplicate-key", key=key)
                continue
            self._check_ambiguous(key_node, (*where, key))
            self.result.marks[*where, key] = _place(key_node.start_mark, self.first_line)
            data[key] = self.value(value_node, (*where, key))
        return data

    def _check_ambiguous(self, node: Node, where: Path) -> None:
        if isinstance(node, ScalarNode) and node.tag == TEXT and not node.style and AMBIGUOUS.fullmatch(node.value):
            self._report(node, "yaml-ambiguous", value=node.value)
            self.result.faulty.add(where)

    def _report_tag(self, node: Node) -> None:
        tag = node.tag.removeprefix(WRITTEN).replace("tag:yaml.org,2002:", "!!")
        self._report(node, "yaml-tag", tag=tag)

    def _report(self, node: Node, code: str, **values: object) -> None:
        self.result.problems.append(problem(self.path, _place(node.start_mark, self.first_line), code, **values))


def _scalar(node: Node) -> bool | int | str | None:
    if node.tag == TRUTH:
        return str(node.value) == "true"
    if node.tag == NULL:
        return None
    if node.tag == INTEGER and len(node.value) <= LONGEST_INTEGER:
        return int(node.value)
    return str(node.value)
