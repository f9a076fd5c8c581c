"""Small libraries out of a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from recovery_kb.library import Concept, Library, Summary, Text, Work
from recovery_kb.schema.documents import FrontMatter
from recovery_kb.yamlmarks import read


def library_of(summaries: Mapping[str, Mapping[str, Any]], unknown: Iterable[str] = ()) -> Library:
    """A library of summaries with the works they are about and cite, and the concepts they treat."""
    library = Library(Path())
    works: set[str] = set()
    concepts: set[str] = set()
    for id_, given in summaries.items():
        library.summaries[id_] = _summary(id_, given)
        works |= {*given.get("cites", ()), *filter(None, [given.get("about")])}
        concepts |= set(given.get("concepts", ()))
    library.descriptions += [
        Work(key, {"id": key}, "references.yml", read("", "references.yml"), ()) for key in sorted(works - set(unknown))
    ]
    for id_ in sorted(concepts - set(unknown)):
        library.concepts[id_] = cast("Concept", SimpleNamespace(id=id_))
    return library


def _summary(id_: str, given: Mapping[str, Any]) -> Summary:
    languages = given.get("languages", ["en"])
    cites = " ".join(f"[@{key}]" for key in given.get("cites", ()))
    texts = {}
    for language in languages:
        front = FrontMatter(
            title=given.get("titles", {}).get(language, id_),
            description="A summary.",
            original=languages[0],
            **(
                {
                    "kind": given.get("kind", "article"),
                    "source": given.get("about"),
                    "concepts": given.get("concepts"),
                    "series": given.get("series"),
                    "added": given.get("added"),
                }
                if language == languages[0]
                else {}
            ),
        )
        path = f"summaries/{id_}/index.{language}.md"
        # Only the original's citations count.
        body = cites if language == languages[0] else ""
        texts[language] = Text(id_, language, path, front, read("", path), body, 1)
    return Summary(id_, f"summaries/{id_}", texts)
