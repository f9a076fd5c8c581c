"""Reading and judging the vocabulary as linked data."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from rdflib import Graph

from site_support import ROOT

SHAPES = ROOT / "tests" / "unit" / "skos" / "shapes.ttl"


@contextmanager
def _at_peace() -> Iterator[None]:
    """Leave alone what the libraries do with one another: their own old names are not our business."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def graph_of(text: str, notation: str) -> Graph:
    """A graph from its text; `notation` is `turtle` or `json-ld`."""
    with _at_peace():
        return Graph().parse(data=text, format=notation)


def faults(graph: Graph) -> str:
    """What SHACL has to say against a graph, or nothing."""
    with _at_peace():
        from pyshacl import validate  # noqa: PLC0415

        conforms, _, report = validate(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle", advanced=True)
    return "" if conforms else str(report)
