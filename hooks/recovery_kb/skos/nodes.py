"""What a graph is made of, before it is written in one notation or another."""

from __future__ import annotations

from dataclasses import dataclass

PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


@dataclass(frozen=True, order=True)
class Literal:
    """A text; without a language it is a plain string."""

    text: str
    language: str = ""


@dataclass(frozen=True, order=True)
class Iri:
    """The name of another thing."""

    value: str


@dataclass(frozen=True)
class Node:
    """A thing and what is said of it."""

    iri: str
    type: str
    """Its class, as `skos:Concept`."""
    properties: dict[str, list[Literal] | list[Iri]]
    """Values by property, as `skos:prefLabel`, in the order in which they are written; none is empty."""


def node(iri: str, type_: str, properties: dict[str, list[Literal] | list[Iri]]) -> Node:
    """A node without the properties that have no value."""
    return Node(iri, type_, {name: values for name, values in properties.items() if values})
