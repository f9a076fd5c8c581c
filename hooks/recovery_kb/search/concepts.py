"""What leads from one language to the others: the labels of every concept, and the summaries that treat it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recovery_kb.enrich.relations import members, treating
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Concept, Scheme, Summary
from recovery_kb.render.site import Site
from recovery_kb.schema.documents import ConceptFile
from recovery_kb.search.documents import labels_of
from recovery_kb.text.analysis import Analyser
from recovery_kb.text.characters import fold
from recovery_kb.text.labels import variants
from recovery_kb.text.words import words


def all_labels(site: Site, language: str) -> list[str]:
    """Everything that concepts and schemes are called in a language."""
    return [label for entry in site.library.entries() for label in labels_of(entry, language)]


def key_sequence(label: str, analyser: Analyser) -> str:
    """The best keys of a label's words, one after another: two inflections of one expression share it."""
    found = [analyser.keys(word.text) for word in words(label, analyser.language)]
    return " ".join(keys[0] for keys in found if keys)


def label_keys(labels: list[str], analyser: Analyser) -> dict[str, list[str]]:
    """What each label is found by beside its own words: key sequences of it and of its variants (see `variants`)."""
    found = {}
    for label in labels:
        written = " ".join(fold(word.text) for word in words(label, analyser.language))
        sequences = dict.fromkeys(key_sequence(variant, analyser) for variant in variants(label))
        found[label] = [sequence for sequence in sequences if sequence and sequence != written]
    return found


def concept_table(site: Site, keys: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Any]:
    """All labels of all concepts and schemes, by id.

    `keys` are those of `label_keys`, by language. `labels` are pairs of text and key sequences, hidden ones last; the
    first of a language is its preferred label. `related` are ids of concepts.
    """
    return {
        entry.id: {
            "scheme": entry.file.scheme if isinstance(entry.file, ConceptFile) else None,
            "related": entry.file.related if isinstance(entry.file, ConceptFile) else [],
            "labels": {
                code: [[label, keys.get(code, {}).get(label, [])] for label in labels_of(entry, code)]
                for code in LANGUAGES
            },
        }
        for entry in site.library.entries()
    }


def concept_page(site: Site, entry: Concept | Scheme) -> dict[str, Any]:
    """A concept or scheme with the summaries that treat it, in all their languages."""
    inside = members(entry.id, site.library, next(iter(LANGUAGES))) if entry.id in site.library.schemes else []
    treated = treating({entry.id, *(concept.id for concept in inside)}, site.library)
    return {"definition": dict(entry.file.definition), "summaries": [_summary(summary) for summary in treated]}


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "kind": summary.kind,
        "texts": {
            code: [summary.texts[code].front.title, summary.texts[code].front.description]
            for code in LANGUAGES
            if code in summary.texts
        },
    }
