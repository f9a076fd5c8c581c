"""Rules for what is true of a summary in any language, and where it is stated."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Library, Text
from recovery_kb.nearest import nearest
from recovery_kb.problems import Problem, problem
from recovery_kb.schema.documents import SHARED_FIELDS, FrontMatter

REQUIRED = ("kind", "source", "concepts", "summarised_by", "added")
"""What the original's file has to state besides its title and description."""


def original(library: Library) -> Iterator[Problem]:
    """One of a summary's languages is its original, and every file that names it names the same."""
    for summary in library.summaries.values():
        for text in summary:
            stated = text.front.original
            if text.is_faulty("original"):
                continue
            if stated and stated not in LANGUAGES:
                near = "nb" if stated in {"no", "nn"} else nearest(stated, LANGUAGES) or "en"
                known = ", ".join(LANGUAGES)
                yield problem(text.path, text.at("original"), "original-unknown", value=stated, near=near, known=known)
            elif stated and stated not in summary.texts:
                yield problem(text.path, text.at("original"), "original-absent", value=stated, folder=summary.folder)
            elif stated and stated != summary.original_language:
                code = "original-elsewhere" if text is summary.original else "value-disagrees"
                other = summary.original.path
                yield problem(text.path, text.at("original"), code, field="original", value=stated, other=other)
        is_whole = library.unread.isdisjoint(text.path for text in summary)
        if is_whole and not any(text.states("original") for text in summary):
            yield problem(summary.original.path, summary.original.at(), "original-missing")


def required(library: Library) -> Iterator[Problem]:
    """The original's file states kind, source, concepts, summarised_by and added."""
    for summary in library.summaries.values():
        text = summary.original
        if summary.original_language is None or text.marked.data is None:
            continue
        for name in REQUIRED:
            if not text.states(name):
                yield _absent(text, name)


def agreement(library: Library) -> Iterator[Problem]:
    """Where another language repeats what the original states, the two agree."""
    for summary in library.summaries.values():
        truth = summary.original
        for name in SHARED_FIELDS:
            told = getattr(truth.front, name)
            if told is None and (truth.states(name) or truth.path in library.unread):
                continue  # nobody knows what it was meant to say
            for text in summary:
                value = getattr(text.front, name)
                if text is not truth and value is not None and value != told:
                    yield problem(text.path, text.at(name), "value-disagrees", field=name, other=truth.path)


def translators(library: Library) -> Iterator[Problem]:
    """A translation says who translated it; the original has no translator."""
    for summary in library.summaries.values():
        if summary.original_language is None:
            continue
        for text in summary:
            is_original = text is summary.original
            if not is_original and text.marked.data is not None and not text.states("translated_by"):
                yield _absent(text, "translated_by")
            if is_original and text.front.translated_by:
                yield problem(text.path, text.at("translated_by"), "original-translated")


def _absent(text: Text[FrontMatter], name: str) -> Problem:
    """A field that is not there, or is there and says nothing."""
    code = "field-empty" if (name,) in text.marked.marks else "field-missing"
    return problem(text.path, text.at(name), code, field=name)


RULES = (original, required, agreement, translators)
