"""Rules for what is true of a summary in any language, and where it is stated."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library
from recovery_kb.nearest import nearest
from recovery_kb.problems import Problem, problem
from recovery_kb.schema.documents import SHARED_FIELDS

REQUIRED = ("kind", "source", "concepts", "summarised_by", "added")
"""What the original's file has to state besides its title and description."""


def original(library: Library) -> Iterator[Problem]:
    """One of a summary's languages is its original, and every file that names it names the same."""
    for summary in library.summaries.values():
        for text in summary:
            stated = text.front.original
            if stated and stated not in LANGUAGES:
                near = "nb" if stated in {"no", "nn"} else nearest(stated, LANGUAGES) or "en"
                known = ", ".join(LANGUAGES)
                yield problem(
                    text.path, text.at("original"), "original-unknown", value=stated, near=near, known=known
                )
            elif stated and stated not in summary.texts:
                yield problem(
                    text.path, text.at("original"), "original-absent", value=stated, folder=summary.folder
                )
        if summary.original_language is None and not any(text.states("original") for text in summary):
            yield problem(summary.original.path, summary.original.at(), "original-missing")


def required(library: Library) -> Iterator[Problem]:
    """The original's file states kind, source, concepts, summarised_by and added."""
    for summary in library.summaries.values():
        text = summary.original
        if summary.original_language is None or text.marked.data is None:
            continue
        for name in REQUIRED:
            if not text.states(name):
                yield problem(text.path, text.at(), "field-missing", field=name)


def agreement(library: Library) -> Iterator[Problem]:
    """Where another language repeats what the original states, the two agree."""
    for summary in library.summaries.values():
        truth = summary.original
        for text in summary:
            for name in SHARED_FIELDS:
                value = getattr(text.front, name)
                # An original's empty field says nothing that could be contradicted, except here, in a translation.
                if text is not truth and value is not None and value != getattr(truth.front, name):
                    yield problem(text.path, text.at(name), "value-disagrees", field=name, other=truth.path)


def translators(library: Library) -> Iterator[Problem]:
    """A translation says who translated it; the original has no translator."""
    for summary in library.summaries.values():
        if summary.original_language is None:
            continue
        for text in summary:
            is_original = text is summary.original
            if not is_original and text.marked.data is not None and not text.states("translated_by"):
                yield problem(text.path, text.at(), "field-missing", field="translated_by")
            if is_original and text.front.translated_by:
                yield problem(text.path, text.at("translated_by"), "original-translated")


RULES = (original, required, agreement, translators)
