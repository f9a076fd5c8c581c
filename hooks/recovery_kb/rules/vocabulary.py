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
            if not set(texts) <= set(LANGUAGES):
                continue  # the language that is missing is probably the one that nobody knows
            for language in LANGUAGES:
                if language not in texts:
                    yield problem(entry.path, entry.at(name), "label-missing", field=name, language=language)
        for name in (*LABELS, "definition", "status"):
            for language in getattr(entry.file, name) or {}:
                if language not in LANGUAGES and (name, language) not in entry.marked.faulty:
                    near = nearest(language, LANGUAGES) or "nb"
                    yield problem(entry.path, entry.at(name, language), "label-language", value=language, near=near)


def clean(library: Library) -> Iterator[Problem]:
    """Labels have no space around them, stand once in a concept, and definitions are short."""
    for entry in library.entries():
        for language in LANGUAGES:
            seen: set[str] = set()
            for name, number, label in labels(entry, language):
                at = entry.at(name, language, *number)
                if label != " ".join(label.split()):
                    yield problem(entry.path, at, "label-space", label=" ".join(label.split()))
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
        if scheme and scheme not in library.schemes and not library.is_unread(scheme):
            near = nearest(scheme, library.schemes)
            yield problem(
                concept.path,
                concept.at("scheme"),
                "scheme-unknown-near" if near else "scheme-unknown",
                id=scheme,
                near=near,
            )
    if any(library.is_unread(id_) for id_ in library.ids):
        return  # what could not be read may belong to it
    used = {concept.file.scheme for concept in library.concepts.values()}
    for scheme_ in library.schemes.values():
        if scheme_.id not in used:
            yield problem(scheme_.path, scheme_.at(), "scheme-empty", id=scheme_.id)


def orders(library: Library) -> Iterator[Problem]:
    """A scheme's order names its own concepts, each once."""
    for scheme in library.schemes.values():
        ordered = scheme.file.hasTopConcept or []
        for number, id_ in enumerate(ordered):
            at = scheme.at("hasTopConcept", number)
            concept = library.concepts.get(id_)
            if id_ in ordered[:number]:
                yield problem(scheme.path, at, "concept-twice", id=id_)
            elif concept and concept.file.scheme not in library.schemes:
                continue  # where it belongs is what is wrong, and its own file says so
            elif (concept is None or concept.file.scheme != scheme.id) and not library.is_unread(id_):
                yield problem(scheme.path, at, "order-stranger", id=id_, scheme=scheme.id)


def relations(library: Library) -> Iterator[Problem]:
    """`broader` and `related` name other concepts; a relation holds both ways; a pair is not both."""
    for concept in library.concepts.values():
        for name in ("broader", "related"):
            for number, id_ in enumerate(getattr(concept.file, name) or []):
                at = concept.at(name, number)
                other = library.concepts.get(id_)
                if id_ == concept.id:
                    yield problem(concept.path, at, "relation-self", field=name)
                elif id_ in getattr(concept.file, name)[:number]:
                    yield problem(concept.path, at, "relation-twice", field=name, id=id_)
                elif other is None:
                    if not library.is_unread(id_):
                        near = nearest(id_, library.concepts)
                        code = "relation-unknown-near" if near else "relation-unknown"
                        yield problem(concept.path, at, code, field=name, id=id_, near=near)
                elif name == "related":
                    if concept.id not in (other.file.related or []) and other.is_sound("related"):
                        yield problem(concept.path, at, "relation-one-sided", id=concept.id, other=id_)
                    if id_ in (concept.file.broader or []):
                        yield problem(concept.path, at, "relation-both", other=id_)


def circles(library: Library) -> Iterator[Problem]:
    """No concept is broader than itself, by however many steps."""
    told: set[str] = set()
    for concept in library.concepts.values():
        for number, id_ in enumerate(concept.file.broader or []):
            ring = _above(id_, library) if id_ != concept.id else set()
            if concept.id in ring and concept.id not in told:
                # Whoever stands in the circle would be told the same.
                told |= {other for other in ring if concept.id in _above(other, library)}
                yield problem(concept.path, concept.at("broader", number), "broader-circle", id=concept.id)


def _above(id_: str, library: Library) -> set[str]:
    """A concept and everything broader than it."""
    seen: set[str] = set()
    waiting = [id_]
    while waiting:
        id_ = waiting.pop()
        if id_ not in seen and id_ in library.concepts:
            seen.add(id_)
            waiting.extend(other for other in library.concepts[id_].file.broader or [] if other != id_)
    return seen


def sources(library: Library) -> Iterator[Problem]:
    """The works a concept or a scheme rests on are described."""
    for entry in library.entries():
        for number, key in enumerate(entry.file.source or []):
            if not library.is_work(key):
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


RULES = (languages, clean, unambiguous, schemes, orders, relations, circles, sources)
