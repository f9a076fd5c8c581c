"""A graph in Turtle (RDF 1.1 Turtle, W3C 2014)."""

from __future__ import annotations

from collections.abc import Iterable

from recovery_kb.skos.nodes import PREFIXES, Iri, Literal, Node

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def as_turtle(nodes: Iterable[Node]) -> str:
    """The nodes in the order given, each a block of its own."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return prefixes + "".join(f"\n{_block(node)}\n" for node in nodes)


def _block(node: Node) -> str:
    lines = [f"<{node.iri}> a {node.type}"]
    for name, values in node.properties.items():
        lines.append(f"    {name} " + " ,\n        ".join(_value(value) for value in values))
    return " ;\n".join(lines) + " ."


def _value(value: Literal | Iri) -> str:
    if isinstance(value, Iri):
        return f"<{value.value}>"
    return f'"{value.text.translate(ESCAPES)}"' + (f"@{value.language}" if value.language else "")
