"""The vocabulary as linked data: what it says, that both notations say the same, and that it is sound SKOS."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import SKOS

from recovery_kb.loading import load
from recovery_kb.skos import as_jsonld, as_turtle, vocabulary
from recovery_kb.skos.nodes import Iri, Node, node
from recovery_kb.skos.nodes import Literal as Text
from site_support import BASE, ROOT, TOY
from skos_support import faults, graph_of

GOLDEN = Path(__file__).parent / "golden"
HOPE, CHIME = (URIRef(f"{BASE}id/{id_}/") for id_ in ("chime-hope", "chime"))


@pytest.fixture(scope="module")
def toy() -> list[Node]:
    return vocabulary(load(TOY)[0], BASE)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return graph_of(as_turtle(vocabulary(load(ROOT)[0], BASE)), "turtle")


@pytest.mark.parametrize(("name", "write"), [("toy.ttl", as_turtle), ("toy.jsonld", as_jsonld)])
def test_the_toy_vocabulary_is_written_so(toy: list[Node], name: str, write: object) -> None:
    assert callable(write)
    assert write(toy) == (GOLDEN / name).read_text(encoding="utf-8")


def test_both_notations_say_the_same(toy: list[Node]) -> None:
    assert isomorphic(graph_of(as_turtle(toy), "turtle"), graph_of(as_jsonld(toy), "json-ld"))


def test_signs_with_a_meaning_of_their_own_are_only_signs() -> None:
    text = 'a "quoted" \\ back\nslash\t\r and ״גרשיים״'
    nodes = [
        node(
            "https://kb.example/x",
            "skos:Concept",
            {"skos:prefLabel": [Text(text, "he")], "skos:related": [Iri("https://kb.example/y")], "skos:broader": []},
        )
    ]
    for found in (graph_of(as_turtle(nodes), "turtle"), graph_of(as_jsonld(nodes), "json-ld")):
        assert found.value(URIRef("https://kb.example/x"), SKOS.prefLabel) == Literal(text, lang="he")
        assert len(found) == 3


def test_the_toy_vocabulary_is_sound(toy: list[Node]) -> None:
    assert faults(graph_of(as_turtle(toy), "turtle")) == ""


def test_what_a_concept_says(graph: Graph) -> None:
    assert {str(label) for label in graph.objects(HOPE, SKOS.prefLabel)} >= {"hope and optimism about the future"}
    assert Literal("תקווה", lang="he") in set(graph.objects(HOPE, SKOS.altLabel))
    assert (HOPE, SKOS.inScheme, CHIME) in graph
    assert (CHIME, SKOS.hasTopConcept, HOPE) in graph
    described = {str(one) for one in graph.objects(HOPE, URIRef("http://purl.org/dc/terms/isReferencedBy"))}
    assert f"{BASE}id/framework-chime/" in described
    sources = {str(one) for one in graph.objects(HOPE, URIRef("http://purl.org/dc/terms/source"))}
    assert "https://doi.org/10.1192/bjp.bp.110.083733" in sources


def test_proposed_labels_are_marked_in_words(graph: Graph) -> None:
    notes = {note.language: str(note) for note in graph.objects(CHIME, SKOS.editorialNote)}
    assert set(notes) == {"en", "nb", "he"}
    assert "Hebrew" in notes["en"]
    assert "בעברית" in notes["he"]
    assert not list(graph.objects(URIRef(f"{BASE}id/chime-empowerment/"), SKOS.editorialNote))


def test_a_concept_with_a_broader_one_in_its_scheme_is_not_at_the_top(graph: Graph) -> None:
    below = URIRef(f"{BASE}id/self-stigma/")
    assert list(graph.objects(below, SKOS.inScheme))
    assert not list(graph.objects(below, SKOS.topConceptOf))


@pytest.mark.parametrize(
    ("about", "relation", "value"),
    [
        (HOPE, SKOS.prefLabel, Literal("another name", lang="en")),
        (HOPE, SKOS.altLabel, Literal("hope and optimism about the future", lang="en")),
        (HOPE, SKOS.hiddenLabel, Literal("תקווה", lang="he")),
        (HOPE, SKOS.related, URIRef(f"{BASE}id/personal-recovery/")),
        (HOPE, SKOS.related, URIRef(f"{BASE}id/nothing/")),
        (HOPE, SKOS.broader, HOPE),
        (HOPE, SKOS.topConceptOf, URIRef(f"{BASE}id/topics/")),
        (HOPE, SKOS.definition, Literal("no language")),
    ],
)
def test_the_shapes_would_find(graph: Graph, about: URIRef, relation: URIRef, value: Literal | URIRef) -> None:
    spoiled = Graph() + graph
    spoiled.add((about, relation, value))
    assert faults(spoiled)
