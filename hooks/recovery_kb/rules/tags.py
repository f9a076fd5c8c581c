"""Advice where an editor's tags and the text disagree."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.enrich.mentions import treatment
from recovery_kb.library import Library, Summary
from recovery_kb.problems import Problem, Severity, problem


def treated_but_untagged(library: Library) -> Iterator[Problem]:
    """What a text plainly treats (in title, heading or key messages, or three mentions) is among its tags."""
    for summary in library.summaries.values():
        text = summary.original
        if not _is_known(summary, library):
            continue
        for id_, at in treatment(text, library).treated.items():
            concept = library.concepts[id_]
            # Everyday words are mentioned without being treated.
            if id_ not in summary.concepts and concept.file.link:
                label = concept.file.prefLabel.get(text.language, id_)
                yield problem(text.path, at, "tag-missing", Severity.WARNING, id=id_, label=label)


def tagged_but_untreated(library: Library) -> Iterator[Problem]:
    """What a summary is tagged with is mentioned in its text."""
    for summary in library.summaries.values():
        text = summary.original
        if not _is_known(summary, library):
            continue
        counts = treatment(text, library).counts
        for number, id_ in enumerate(summary.concepts):
            label = library.concepts[id_].file.prefLabel.get(text.language) if id_ in library.concepts else None
            if label and not counts[id_] and library.concepts[id_].is_sound("altLabel"):
                at = text.at("concepts", number)
                yield problem(text.path, at, "tag-unmentioned", Severity.WARNING, id=id_, label=label)


def _is_known(summary: Summary, library: Library) -> bool:
    """Whether both the tags and the text could be read."""
    text = summary.original
    return text.front.concepts is not None and text.path not in library.unread and bool(text.body.strip())


RULES = (treated_but_untagged, tagged_but_untreated)
