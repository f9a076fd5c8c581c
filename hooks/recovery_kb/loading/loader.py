"""From a folder to a `Library`: what is read, in which order, and what does not belong there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from recovery_kb.identifiers import is_kebab
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import Entry, Library, Page, Summary, Text, Work
from recovery_kb.loading.files import IGNORED, read_text
from recovery_kb.loading.frontmatter import split
from recovery_kb.loading.validation import validate
from recovery_kb.problems import Position, Problem, problem
from recovery_kb.schema.csl import Item
from recovery_kb.schema.documents import ConceptFile, FrontMatter, PageMatter, SchemeFile
from recovery_kb.yamlmarks import Marked, read

FrontT = TypeVar("FrontT", FrontMatter, PageMatter)

IMAGES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"})
"""Image files a summary may use. SVG is a document that can carry scripts, so it is not among them."""

REFERENCES = "references.yml"
HOME = "home"


def load(root: Path) -> tuple[Library, list[Problem]]:
    """Read the library below `root`; everything that can be read is in it, everything else is a problem."""
    library = Library(root)
    loader = _Loader(library)
    loader.run()
    return library, sorted(set(loader.problems))


class _Loader:
    """One run of loading; collects problems on the way."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.root = library.root
        self.problems: list[Problem] = []

    def run(self) -> None:
        """Summaries, the works cited beside them, then pages and the vocabulary."""
        self._summaries(self.root / "summaries")
        self._docs(self.root / "docs")
        for id_, paths in self.library.ids.items():
            for path in paths[1:]:
                self._report(path, "id-taken", id=id_, other=paths[0])

    def _summaries(self, folder: Path) -> None:
        for entry in self._entries(folder):
            if entry.is_dir():
                self._summary(entry)
            elif entry.name == REFERENCES:
                self._references(entry)
            else:
                self._report(self._path(entry), "file-stray")

    def _summary(self, folder: Path) -> None:
        path = self._path(folder)
        texts: dict[str, Text[FrontMatter]] = {}
        images = set()
        for entry in self._entries(folder):
            parts = entry.name.split(".")
            if entry.is_dir():
                self._report(self._path(entry), "file-stray")
            elif len(parts) == 3 and parts[0] == "index" and parts[2] == "md":
                self._summary_text(entry, folder.name, parts[1], texts)
            elif entry.suffix.lower() in IMAGES:
                images.add(entry.name)
            else:
                self._report(self._path(entry), "file-stray")
        self._claim(folder.name, path)
        if not is_kebab(folder.name):
            self._report(path, "id-shape", id=folder.name)
        if not texts:
            self._report(path, "summary-empty")
            return
        summary = Summary(folder.name, path, texts, frozenset(images))
        self.library.summaries[summary.id] = summary
        for alias in summary.original.front.aliases or []:
            self._claim(alias, summary.original.path)
        if isinstance(summary.original.front.source, dict):
            self._work(summary.id, summary.original.path, summary.original.marked, ("source",))

    def _summary_text(self, file: Path, id_: str, language: str, texts: dict[str, Text[FrontMatter]]) -> None:
        if language not in LANGUAGES:
            self._report(self._path(file), "file-language", language=language, known=", ".join(LANGUAGES))
            return
        text = self._text(file, id_, language, FrontMatter)
        if text:
            texts[language] = text

    def _docs(self, folder: Path) -> None:
        for entry in self._entries(folder):
            if entry.name == "concepts" and entry.is_dir():
                self._vocabulary(entry)
            elif entry.name not in LANGUAGES or not entry.is_dir():
                self._report(self._path(entry), "file-stray")
        pages: dict[str, dict[str, Text[PageMatter]]] = {}
        for language in LANGUAGES:
            for file in self._walk(folder / language):
                if file.suffix != ".md":
                    self._report(self._path(file), "file-stray")
                    continue
                id_ = page_id(file.relative_to(folder / language))
                text = self._text(file, id_, language, PageMatter)
                if text:
                    pages.setdefault(id_, {})[language] = text
        for id_, texts in pages.items():
            first = next(iter(texts.values()))
            self._claim(id_, first.path)
            self.library.pages[id_] = Page(id_, str(Path(first.path).parent.as_posix()), texts)

    def _vocabulary(self, folder: Path) -> None:
        for entry in self._entries(folder):
            if entry.suffix != ".yml" or entry.is_dir():
                self._report(self._path(entry), "file-stray")
                continue
            path = self._path(entry)
            id_ = entry.stem
            self._claim(id_, path)
            if not is_kebab(id_):
                self._report(path, "id-shape", id=id_)
            marked = self._yaml(entry)
            if marked is None or marked.data is None:
                continue
            if isinstance(marked.data, dict) and "type" in marked.data:
                scheme, problems = validate(SchemeFile, marked, path)
                self.library.schemes[id_] = Entry(id_, path, scheme, marked)
            else:
                concept, problems = validate(ConceptFile, marked, path)
                self.library.concepts[id_] = Entry(id_, path, concept, marked)
            self.problems += problems

    def _references(self, file: Path) -> None:
        path = self._path(file)
        marked = self._yaml(file)
        if marked is None or marked.data is None:
            return
        items = marked.data.get("references") if isinstance(marked.data, dict) else None
        if not isinstance(items, list):
            self._report(path, "references-shape")
            return
        for number, item in enumerate(items):
            where = ("references", number)
            key = item.get("id") if isinstance(item, dict) else None
            if isinstance(key, str) and key:
                self._work(key, path, marked, where)
            else:
                self.problems.append(problem(path, marked.at(*where), "reference-id"))

    def _work(self, key: str, path: str, marked: Marked, where: tuple[str | int, ...]) -> None:
        item, problems = validate(Item, marked, path, where)
        self.problems += problems
        values = item.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
        self.library.descriptions.append(Work(key, {**values, "id": key}, path, marked, where))

    def _text(self, file: Path, id_: str, language: str, schema: type[FrontT]) -> Text[FrontT] | None:
        path = self._path(file)
        content, problems = read_text(file, path)
        self.problems += problems
        if content is None:
            return None
        marked, body, body_line, problems = split(content, path)
        self.problems += problems
        front = schema.model_construct(title="", description="")
        if marked.data is not None:
            front, problems = validate(schema, marked, path)
            self.problems += problems
        return Text(id_, language, path, front, marked, body, body_line)

    def _yaml(self, file: Path) -> Marked | None:
        path = self._path(file)
        content, problems = read_text(file, path)
        self.problems += problems
        if content is None:
            return None
        marked = read(content, path)
        self.problems += marked.problems
        if marked.data is None and not marked.problems:
            self._report(path, "file-empty")
        return marked

    def _entries(self, folder: Path) -> Iterator[Path]:
        """What stands in a folder, links and the leavings of operating systems left out."""
        if not folder.is_dir():
            return
        for name in sorted(os.listdir(folder)):
            entry = folder / name
            if entry.is_symlink():
                self._report(self._path(entry), "file-link")
            elif name not in IGNORED:
                yield entry

    def _walk(self, folder: Path) -> Iterator[Path]:
        for entry in self._entries(folder):
            if entry.is_dir():
                yield from self._walk(entry)
            else:
                yield entry

    def _claim(self, id_: str, path: str) -> None:
        self.library.ids.setdefault(id_, []).append(path)

    def _path(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()

    def _report(self, path: str, code: str, **values: object) -> None:
        self.problems.append(problem(path, Position(), code, **values))


def page_id(path: Path) -> str:
    """The id of a page by its path below `docs/<language>/`: `summaries/by-year.md` is `summaries-by-year`."""
    parts = list(path.with_suffix("").parts)
    if parts[-1] == "index":
        parts.pop()
    return "-".join(parts) or HOME
