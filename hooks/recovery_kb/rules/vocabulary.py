"""Rules for the vocabulary: complete in every language, unambiguous, and without loose ends."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Concept, Library, Scheme
from recovery_kb.nearest import nearest
from recovery_kb.problems import Problem, problem

LABELS = ("prefLabel", "altLabel", "hiddenLabel")
DEFINITION = 400
"""Characters in a definition: it is shown when a reader points at a concept."""


def languages(library: Library) -> Iterator[Problem]:
    """Every concept and scheme has a label and a definition in every language, and no language nobody knows."""
    for entry in library.entries():
        for name in ("prefLabel", "definition"):
            texts = getattr(entry.file, name) or {}
            if not texts:
                continue  # absent or faulty as a whole, which has been reported
            for language in LANGUAGES:
                if not texts.get(language, "").strip() and (name, language) not in entry.marked.marks:
                    yield problem(entry.path, entry.at(name), "label-missing", field=name, language=language)
        for name in (*LABELS, "definition", "status"):
            for language in getattr(entry.file, name) or {}:
                if language not in LANGUAGES:
                    near = nearest(language, LANGUAGES) or "nb"
                    yield problem(
                        entry.path, entry.at(name, language), "label-language", value=language, near=near
                    )


def clean(library: Library) -> Iterator[Problem]:
    """Labels have no space around them, stand once in a concept, and definitions are short."""
    for entry in library.entries():
        for language in LANGUAGES:
            seen: set[str] = set()
            for name, number, label in labels(entry, language):
                at = entry.at(name, language, *number)
                if label != " ".join(label.split()):
                    yield problem(entry.path, at, "label-space", label=label.strip())
                if label.casefold() in seen:
                    yield problem(entry.path, at, "label-twice", label=label)
                seen.add(label.casefold())
        for language, text in (entry.file.definition or {}).items():
            if len(text) > DEFINITION:
                yield problem(
                    entry.path,
                    entry.at("definition", language),
                    "definition-long",
                    length=len(text),
                    most=DEFINITION,
                )


def unambiguous(library: Library) -> Iterator[Problem]:
    """No label of one concept is a label of another concept in its scheme."""
    owners: dict[tuple[str, str, str], Concept] = {}
    for concept in library.concepts.values():
        for language in LANGUAGES:
            for name, number, label in labels(concept, language):
                owner = owners.setdefault((concept.file.scheme, language, label.casefold()), concept)
                if owner is not concept:
                    at = concept.at(name, language, *number)
                    yield problem(concept.path, at, "label-clash", label=label, other=owner.id)


def schemes(library: Library) -> Iterator[Problem]:
    """A concept belongs to a scheme that exists, and a scheme has concepts."""
    for concept in library.concepts.values():
        scheme = concept.file.scheme
        if scheme and scheme not in library.schemes:
            near = nearest(scheme, library.schemes)
            yield problem(
                concept.path,
                concept.at("scheme"),
                "scheme-unknown-near" if near else "scheme-unknown",
                id=scheme,
                near=near,
            )
    used = {concept.file.scheme for concept in library.concepts.values()}
    for scheme_ in library.schemes.values():
        if scheme_.id not in used:
            yield problem(scheme_.path, scheme_.at(), "scheme-empty", id=scheme_.id)


def relations(library: Library) -> Iterator[Problem]:
    """`broader` and `related` name other concepts; a relation holds both ways; a pair is not both."""
    for concept in library.concepts.values():
        for name in ("broader", "related"):
            for number, id_ in enumerate(getattr(concept.file, name) or []):
                at = concept.at(name, number)
                other = library.concepts.get(id_)
                if id_ == concept.id:
                    yield problem(concept.path, at, "relation-self", field=name)
                elif other is None:
                    near = nearest(id_, library.concepts)
                    code = "relation-unknown-near" if near else "relation-unknown"
                    yield problem(concept.path, at, code, field=name, id=id_, near=near)
                elif name == "related":
                    if concept.id not in (other.file.related or []):
                        yield problem(concept.path, at, "relation-one-sided", id=concept.id, other=id_)
                    if id_ in (concept.file.broader or []) or concept.id in (other.file.broader or []):
                        yield problem(concept.path, at, "relation-both", other=id_)


def circles(library: Library) -> Iterator[Problem]:
    """No concept is broader than itself, by however many steps."""
    for concept in library.concepts.values():
        seen: set[str] = set()
        above = list(concept.file.broader or [])
        while above:
            id_ = above.pop()
            if id_ == concept.id and concept.id not in (concept.file.broader or []):
                yield problem(concept.path, concept.at("broader"), "broader-circle", id=concept.id)
                break
            if id_ not in seen and id_ in library.concepts:
                seen.add(id_)
                above.extend(library.concepts[id_].file.broader or [])


def sources(library: Library) -> Iterator[Problem]:
    """The works a concept or a scheme rests on are described."""
    for entry in library.entries():
        for number, key in enumerate(entry.file.source or []):
            if key not in library.works:
                near = nearest(key, library.works)
                code = "citation-unknown-near" if near else "citation-unknown"
                yield problem(entry.path, entry.at("source", number), code, key=key, near=near)


def labels(entry: Concept | Scheme, language: str) -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Field, place in its list, and text of every label in a language."""
    preferred = (entry.file.prefLabel or {}).get(language)
    if preferred:
        yield "prefLabel", (), preferred
    for name in ("altLabel", "hiddenLabel"):
        for number, label in enumerate((getattr(entry.file, name) or {}).get(language, [])):
            yield name, (number,), label


RULES = (languages, clean, unambiguous, schemes, relations, circles, sources)
