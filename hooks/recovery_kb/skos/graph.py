"""From the library to the graph of its vocabulary.

Concepts and schemes are named by their permanent addresses, works by their DOI or address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from recovery_kb.enrich.relations import members, narrower, treating
from recovery_kb.languages import DEFAULT, LANGUAGES
from recovery_kb.library import Concept, Library, Scheme, Work
from recovery_kb.skos.nodes import Iri, Literal, Node, node
from recovery_kb.strings import strings

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
"""What may stand in an address as it is; `quote` turns everything else that is not a letter or digit into `%xx`."""


def vocabulary(library: Library, base: str) -> list[Node]:
    """Every scheme and concept, and the works they rest on, sorted by name; `base` is the site's address."""
    found = [*_schemes(library, base), *_concepts(library, base), *_works(library, base)]
    return sorted(found, key=lambda one: one.iri)


def _schemes(library: Library, base: str) -> Iterator[Node]:
    for scheme in library.schemes.values():
        inside = members(scheme.id, library, DEFAULT)
        yield node(
            _iri(scheme.id, base).value,
            "skos:ConceptScheme",
            {
                **_texts(scheme),
                "skos:hasTopConcept": _iris((one.id for one in inside if _is_top(one, library)), base),
                **_origin(scheme, library, base),
            },
        )


def _concepts(library: Library, base: str) -> Iterator[Node]:
    for concept in library.concepts.values():
        file = concept.file
        scheme = [_iri(file.scheme, base)]
        yield node(
            _iri(concept.id, base).value,
            "skos:Concept",
            {
                "skos:notation": [] if file.notation is None else [Literal(str(file.notation))],
                **_texts(concept),
                "skos:inScheme": scheme,
                "skos:topConceptOf": scheme if _is_top(concept, library) else [],
                "skos:broader": _iris(file.broader, base),
                "skos:narrower": _iris((one.id for one in narrower(concept.id, library)), base),
                "skos:related": _iris(file.related, base),
                **_origin(concept, library, base),
                "dct:isReferencedBy": _iris((one.id for one in treating({concept.id}, library)), base),
            },
        )


def _works(library: Library, base: str) -> Iterator[Node]:
    keys = {key for entry in library.entries() for key in entry.file.source if key in library.works}
    # Two descriptions may share an address, as two parts of one page do.
    titles: dict[str, set[Literal]] = {}
    for key in keys:
        work = library.works[key]
        title = Literal(str(work.item["title"]), str(work.item.get("language", "")))
        titles.setdefault(_work(work, base).value, set()).add(title)
    for iri, found in titles.items():
        yield node(iri, "dct:BibliographicResource", {"dct:title": sorted(found)})


def _is_top(concept: Concept, library: Library) -> bool:
    """Whether nothing in its own scheme is broader (SKOS Reference, 4.6.3)."""
    above = (library.concepts.get(id_) for id_ in concept.file.broader)
    return not any(one and one.file.scheme == concept.file.scheme for one in above)


def _texts(entry: Concept | Scheme) -> dict[str, list[Literal] | list[Iri]]:
    file = entry.file
    return {
        "skos:prefLabel": _one_each(file.prefLabel),
        "skos:altLabel": _many_each(file.altLabel),
        "skos:hiddenLabel": _many_each(file.hiddenLabel),
        "skos:definition": _one_each(file.definition),
        "skos:editorialNote": list(_proposals(file.status)),
    }


def _one_each(texts: Mapping[str, str]) -> list[Literal]:
    return [Literal(texts[code], code) for code in LANGUAGES if code in texts]


def _many_each(texts: Mapping[str, list[str]]) -> list[Literal]:
    return [Literal(text, code) for code in LANGUAGES for text in texts.get(code, [])]


def _proposals(status: Mapping[str, str]) -> Iterator[Literal]:
    """A note in each language on every label that no native reader has confirmed."""
    for code in (code for code in LANGUAGES if code in status):
        for reader in LANGUAGES:
            words = strings(reader)
            yield Literal(words["proposed-in"].format(language=words[f"language-{code}"]), reader)


def _origin(entry: Concept | Scheme, library: Library, base: str) -> dict[str, list[Literal] | list[Iri]]:
    works = {_work(library.works[key], base) for key in entry.file.source if key in library.works}
    return {"dct:source": sorted(works), "dct:license": [Iri(LICENCE)]}


def _work(work: Work, base: str) -> Iri:
    """A work's DOI, else its address, else its place among the site's references."""
    if doi := work.item.get("DOI"):
        return Iri(f"https://doi.org/{quote(str(doi), safe='/:;().')}")
    if address := work.item.get("URL"):
        return Iri(quote(str(address), safe=IN_ADDRESSES))
    return Iri(f"{base}data/references.json#{quote(work.key)}")


def _iris(ids: Iterable[str], base: str) -> list[Iri]:
    return [_iri(id_, base) for id_ in sorted(ids)]


def _iri(id_: str, base: str) -> Iri:
    """The permanent address of anything with an id."""
    return Iri(f"{base}id/{id_}/")
