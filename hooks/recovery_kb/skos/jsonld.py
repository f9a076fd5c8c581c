"""A graph in JSON-LD 1.1 that reads well as plain JSON: labels by language, relations as addresses."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from recovery_kb.skos.nodes import PREFIXES, Iri, Literal, Node

BY_LANGUAGE = {"skos:prefLabel": False, "skos:altLabel": True, "skos:hiddenLabel": True, "skos:definition": False}
"""Properties whose values all have a language, and whether there may be several in each."""
RELATIONS = (
    *("skos:hasTopConcept", "skos:inScheme", "skos:topConceptOf", "skos:broader", "skos:narrower", "skos:related"),
    *("dct:source", "dct:license", "dct:isReferencedBy"),
)
OTHERS = ("skos:notation", "skos:editorialNote", "dct:title")


def as_jsonld(nodes: Iterable[Node]) -> str:
    """The nodes in the order given. The context stands in the file: nothing has to be fetched to read it."""
    graph = [_object(node) for node in nodes]
    return json.dumps({"@context": _context(), "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _context() -> dict[str, Any]:
    return {
        **PREFIXES,
        "id": "@id",
        "type": "@type",
        **{_short(name): {"@id": name, "@container": "@language"} for name in BY_LANGUAGE},
        **{_short(name): {"@id": name, "@type": "@id"} for name in RELATIONS},
        **{_short(name): name for name in OTHERS},
    }


def _object(node: Node) -> dict[str, Any]:
    properties = {_short(name): _values(name, values) for name, values in node.properties.items()}
    return {"id": node.iri, "type": node.type, **properties}


def _values(name: str, values: list[Literal] | list[Iri]) -> Any:
    if name in BY_LANGUAGE:
        texts: dict[str, Any] = {}
        for value in values:
            assert isinstance(value, Literal)
            if BY_LANGUAGE[name]:
                texts.setdefault(value.language, []).append(value.text)
            else:
                texts[value.language] = value.text
        return texts
    shown = [_value(value) for value in values]
    return shown[0] if len(shown) == 1 else shown


def _value(value: Literal | Iri) -> Any:
    if isinstance(value, Iri):
        return value.value
    return {"@value": value.text, "@language": value.language} if value.language else value.text


def _short(name: str) -> str:
    return name.partition(":")[2]
