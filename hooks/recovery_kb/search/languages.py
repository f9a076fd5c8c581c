"""One language's index: its pages with keys, its lexicon, its word tables. Made in a process of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from recovery_kb.search.bundle import NAME, build_bundle, page_hashes
from recovery_kb.search.concepts import label_keys
from recovery_kb.search.copies import Document, article, copy, joined, texts
from recovery_kb.search.lexicon import chunks, directory, file_name, lexicon, to_json, with_fragments, with_parts
from recovery_kb.text.analysis import Analyser
from recovery_kb.text.tables import TABLES, table


@dataclass(frozen=True, eq=False)
class Task:
    """What one language's index is made from."""

    language: str
    site: Path
    """The built site."""
    target: Path
    """Where the index goes; nothing else is there."""
    documents: list[Document]
    labels: list[str]
    """Everything that concepts and schemes are called in the language."""


def index_language(task: Task) -> dict[str, list[str]]:
    """Write one language's index; returns the key sequences of every label, which only this analyser knows."""
    contents = {
        document: article((task.site / document.path / "index.html").read_text(encoding="utf-8"))
        for document in task.documents
    }
    vocabulary = [*task.labels]
    for document, content in contents.items():
        vocabulary += [text for several in document.fields.values() for text in several]
        vocabulary += texts(content)
    analyser = Analyser(task.language, vocabulary)
    # Within the unfinished site: should the build be killed, the next one clears it away.
    with tempfile.TemporaryDirectory(prefix=".search-", dir=task.site) as folder:
        for document, content in contents.items():
            page = Path(folder) / document.path / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(copy(document, content, task.language, analyser.keys), encoding="utf-8")
        build_bundle(Path(folder), task.target)
    hyphened = [word for text in vocabulary for word in joined(text, task.language)]
    _write_lexicon(task.target, analyser, [*vocabulary, *hyphened])
    (task.target / "pages.json").write_bytes(to_json(_pages(task)))
    tables = table(TABLES[task.language]) if task.language in TABLES else {}
    (task.target / "analysis.json").write_bytes(to_json(tables))
    return label_keys(task.labels, analyser)


def _write_lexicon(target: Path, analyser: Analyser, vocabulary: Iterable[str]) -> None:
    cut = chunks(with_fragments(with_parts(lexicon(analyser, vocabulary), analyser), analyser))
    (target / "words").mkdir()
    for _, chunk in cut:
        (target / "words" / file_name(chunk)).write_bytes(chunk)
    (target / "words.json").write_bytes(directory(cut))


def _pages(task: Task) -> dict[str, object]:
    """What is known of each page before it is loaded: all browsers load this, so it is short.

    `pages`: the end of Pagefind's name for it → kind, year or 0, language of the original or -1, concepts; numbers
    count in the lists beside. What is no summary ends with its id.
    """
    hashes = page_hashes(task.target)
    kinds = sorted({document.kind for document in task.documents})
    languages = sorted({document.original for document in task.documents if document.original})
    concepts = sorted({concept for document in task.documents for concept in document.concepts})
    rows = {}
    for document in task.documents:
        rows[hashes[document.path].removeprefix(NAME)] = [
            kinds.index(document.kind),
            document.year or 0,
            languages.index(document.original) if document.original else -1,
            [concepts.index(concept) for concept in document.concepts],
            *([] if document.original else [document.id]),
        ]
    return {"kinds": kinds, "languages": languages, "concepts": concepts, "pages": rows}
