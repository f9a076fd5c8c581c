"""Which summaries belong together, and why: by the concepts they treat and by the works they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from recovery_kb.library import Library, Summary

SUBJECT = 2.0
"""A work that a summary is about counts so many times as much as one that it cites."""
MOST = 4
"""So many related summaries are shown."""
LEAST = 0.03
"""Two summaries with less in common, one concept that many treat, are not related."""

Feature = tuple[str, str]
"""What summaries can have in common: `concept` or `work`, and its id or key."""


@dataclass(frozen=True)
class Relation:
    """A summary that belongs to another one, seen from that one, with the reasons: at least one of them holds."""

    id: str
    is_of_the_same: bool
    """Both summarise one work."""
    cites_this: bool
    """It cites the work that this one summarises."""
    is_cited_here: bool
    """It summarises a work that this one cites."""
    works: tuple[str, ...]
    """Keys of works that both cite, the rarest first."""
    concepts: tuple[str, ...]
    """Ids of concepts that both treat, the rarest first."""
    likeness: float
    """From 0, nothing in common, to 1."""


def related(summary: Summary, library: Library, language: str, most: int = MOST) -> list[Relation]:
    """The summaries that have most in common with one: those that can be read in the language first, the best first.

    Likeness is the cosine of what each treats and rests on (bibliographic coupling, weighted by inverse document
    frequency): what few summaries share says more than what many do, and a report on everything is near to nothing.
    """
    index = _index(library)
    likenesses = {id_: likeness for id_, likeness in index.likenesses(summary.id).items() if likeness >= LEAST}

    def order(id_: str) -> tuple[bool, float, str]:
        return language not in library.summaries[id_].texts, -likenesses[id_], id_

    return [index.relation(summary.id, id_, likenesses[id_]) for id_ in sorted(likenesses, key=order)[:most]]


class _Index:
    """What every summary treats and rests on, and how rare each of that is."""

    def __init__(self, library: Library) -> None:
        summaries = library.summaries
        self.subject = {id_: _subject(summary, library) for id_, summary in summaries.items()}
        self.cited = {id_: _cited(summary, library) - {self.subject[id_]} for id_, summary in summaries.items()}
        self.features = {id_: self._features(summary, library) for id_, summary in summaries.items()}
        self.having: dict[Feature, list[str]] = defaultdict(list)
        for id_, features in self.features.items():
            for feature in features:
                self.having[feature].append(id_)
        self.vectors = {id_: self._vector(id_) for id_ in summaries}
        self.lengths = {id_: sqrt(sum(weight**2 for weight in vector.values())) for id_, vector in self.vectors.items()}

    def likenesses(self, here: str) -> dict[str, float]:
        """How near every summary is that has anything in common with one."""
        found: dict[str, float] = defaultdict(float)
        for feature, weight in self.vectors[here].items():
            for there in self.having[feature]:
                if there != here:
                    found[there] += weight * self.vectors[there][feature]
        # Whole numbers, so that the order does not hang on how a machine rounds the last digit.
        return {there: round(sum_ / (self.lengths[here] * self.lengths[there]), 9) for there, sum_ in found.items()}

    def relation(self, here: str, there: str, likeness: float) -> Relation:
        """Why one summary is near to another."""
        shared = sorted(
            self.vectors[here].keys() & self.vectors[there].keys(),
            key=lambda feature: (len(self.having[feature]), feature),
        )
        both = self.cited[here] & self.cited[there]
        return Relation(
            there,
            is_of_the_same=bool(self.subject[here]) and self.subject[here] == self.subject[there],
            cites_this=self.subject[here] in self.cited[there],
            is_cited_here=self.subject[there] in self.cited[here],
            works=tuple(key for kind, key in shared if kind == "work" and key in both),
            concepts=tuple(id_ for kind, id_ in shared if kind == "concept"),
            likeness=likeness,
        )

    def _features(self, summary: Summary, library: Library) -> list[Feature]:
        concepts = {id_ for id_ in summary.concepts if id_ in library.concepts}
        works = self.cited[summary.id] | ({self.subject[summary.id]} - {""})
        return [*(("concept", id_) for id_ in sorted(concepts)), *(("work", key) for key in sorted(works))]

    def _vector(self, id_: str) -> Mapping[Feature, float]:
        found = {}
        for feature in self.features[id_]:
            rarity = log((1 + len(self.features)) / len(self.having[feature]))
            found[feature] = rarity * (SUBJECT if feature == ("work", self.subject[id_]) else 1)
        return found


@lru_cache(maxsize=2)
def _index(library: Library) -> _Index:
    return _Index(library)


def _subject(summary: Summary, library: Library) -> str:
    """The key of the work it is about; empty if the library doesn't know it."""
    key = summary.source_key or ""
    return key if key in library.works else ""


def _cited(summary: Summary, library: Library) -> Set[str]:
    """The keys of the works its original cites: translations follow it."""
    return {mark.id for mark in summary.original.scan.citations if mark.id in library.works}
