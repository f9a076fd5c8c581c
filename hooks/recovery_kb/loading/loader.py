"""From a folder to a `Library`: what is read, in which order, and what does not belong there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

# The package brings no types.
import imagesize  # type: ignore[import-untyped]

from recovery_kb.identifiers import is_citation_key, is_kebab
from recovery_kb.languages import LANGUAGES
from recovery_kb.library import REFERENCES, Entry, Library, Page, Summary, Text, Work
from recovery_kb.loading.escapes import clean
from recovery_kb.loading.files import IGNORED, read_text
from recovery_kb.loading.frontmatter import split
from recovery_kb.loading.validation import validate
from recovery_kb.problems import START, Position, Problem, problem
from recovery_kb.schema.csl import Item
from recovery_kb.schema.documents import ConceptFile, FrontMatter, PageMatter, SchemeFile
from recovery_kb.yamlmarks import Marked, read

FrontT = TypeVar("FrontT", FrontMatter, PageMatter)

IMAGES = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".avif": re.compile(rb"....ftypavi[fs]", re.DOTALL),
    ".gif": re.compile(rb"GIF8[79]a"),
}
"""Image files a summary may use, and how each begins. SVG is not among them: it can carry scripts."""

FOLDERS = ("summaries", "docs")
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
        missing = [name for name in FOLDERS if not (self.root / name).is_dir() or (self.root / name).is_symlink()]
        for name in missing:
            self._report(name, "folder-missing", folder=name)
        if missing:
            return  # this is no library, and everything in the other folder would look wrong
        self._summaries(self.root / "summaries")
        self._docs(self.root / "docs")
        for summary in self.library.summaries.values():
            self._aliases(summary.original)

    def _summaries(self, folder: Path) -> None:
        for entry in self._entries(folder):
            if entry.is_dir():
                self._summary(entry)
            elif self._path(entry) == REFERENCES:
                self._references(entry)
            else:
                self._report(self._path(entry), "file-stray")

    def _aliases(self, text: Text[FrontMatter]) -> None:
        """Former ids come last: where one is taken, the alias is at fault and not the thing that bears the name."""
        for number, alias in enumerate(text.front.aliases or []):
            self._claim(alias, text.path, text.at("aliases", number))

    def _summary(self, folder: Path) -> None:
        path = self._path(folder)
        texts: dict[str, Text[FrontMatter]] = {}
        images: dict[str, tuple[int, int]] = {}
        for entry in self._entries(folder):
            parts = entry.name.split(".")
            if entry.is_dir():
                self._report(self._path(entry), "file-stray")
            elif len(parts) == 3 and parts[0] == "index" and parts[2] == "md":
                self._summary_text(entry, folder.name, parts[1], texts)
            elif entry.suffix.lower() in IMAGES:
                images[entry.name] = self._image(entry)
            else:
                self._report(self._path(entry), "file-stray")
        self._claim(folder.name, path)
        if not is_kebab(folder.name):
            self._report(path, "id-shape", id=folder.name)
        if not texts:
            self._report(path, "summary-empty")
            return
        summary = Summary(folder.name, path, texts, images)
        self.library.summaries[summary.id] = summary
        original = summary.original
        if isinstance(original.front.source, dict):
            self._work(summary.id, original.path, original.marked, ("source",))
        elif original.front.source is None and (original.states("source") or original.marked.data is None):
            self.library.unread_works.add(summary.id)

    def _image(self, file: Path) -> tuple[int, int]:
        """An image's width and height as it is shown, if it is what its name says; what it shows, people must judge."""
        try:
            with file.open("rb") as opened:
                start = opened.read(16)
        except OSError as error:
            self._report(self._path(file), "file-unreadable", reason=error.strerror or type(error).__name__)
            return (0, 0)
        width, height = imagesize.get(file)
        if not IMAGES[file.suffix.lower()].match(start) or width < 1 or height < 1:
            self._report(self._path(file), "image-broken", kind=file.suffix.lower())
        return width, height

    def _summary_text(self, file: Path, id_: str, language: str, texts: dict[str, Text[FrontMatter]]) -> None:
        if language in LANGUAGES:
            texts[language] = self._text(file, id_, language, FrontMatter)
        else:
            self._report(self._path(file), "file-language", language=language, known=", ".join(LANGUAGES))

    def _docs(self, folder: Path) -> None:
        for entry in self._entries(folder):
            if entry.name == "concepts" and entry.is_dir():
                self._vocabulary(entry)
            elif entry.name not in LANGUAGES or not entry.is_dir():
                self._report(self._path(entry), "file-stray")
        pages: dict[str, dict[str, Text[PageMatter]]] = {}
        for language in LANGUAGES:
            if not (folder / language).exists():
                self._report(self._path(folder / language), "folder-missing", folder=language)
            for file in self._walk(folder / language):
                if file.suffix != ".md":
                    self._report(self._path(file), "file-stray")
                else:
                    self._page_text(file, file.relative_to(folder / language), language, pages)
        for id_, texts in pages.items():
            first = next(iter(texts.values()))
            self._claim(id_, first.path)
            self.library.pages[id_] = Page(id_, Path(first.path).parent.as_posix(), texts)

    def _page_text(
        self, file: Path, inside: Path, language: str, pages: dict[str, dict[str, Text[PageMatter]]]
    ) -> None:
        id_, path = page_id(inside), self._path(file)
        texts = pages.setdefault(id_, {})
        text = self._text(file, id_, language, PageMatter)
        first = next(iter(texts.values()), text)
        if first.path.removeprefix(f"docs/{first.language}/") != inside.as_posix():
            # a/b.md and a-b.md would be one page, in one language or across two.
            self._report(path, "id-taken", id=id_, other=first.path)
            texts.setdefault(language, text)
            return
        if not is_kebab(id_):
            self._report(path, "id-shape", id=id_)
        texts[language] = text

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
            self._entry(id_, path, self._yaml(entry))

    def _entry(self, id_: str, path: str, marked: Marked) -> None:
        """A scheme or a concept; what is neither could not be read."""
        if not isinstance(marked.data, dict):
            self.library.unread.add(path)
            if marked.data is not None:
                self.problems.append(problem(path, marked.at(), "vocabulary-shape"))
        elif "type" in marked.data:
            scheme, problems = validate(SchemeFile, marked, path)
            self.library.schemes[id_] = Entry(id_, path, scheme, marked)
            self.problems += problems
        else:
            concept, problems = validate(ConceptFile, marked, path)
            self.library.concepts[id_] = Entry(id_, path, concept, marked)
            self.problems += problems

    def _references(self, file: Path) -> None:
        path = self._path(file)
        marked = self._yaml(file)
        data = marked.data if isinstance(marked.data, dict) else {}
        items = data.get("references")
        if not isinstance(items, list):
            self.library.unread.add(path)
            if marked.data is not None:
                self._report(path, "references-shape")
            return
        for key in data:
            if key != "references":
                self.problems.append(problem(path, marked.at(key), "field-unknown", field=key))
        for number, item in enumerate(items):
            where = ("references", number)
            key = item.get("id") if isinstance(item, dict) else None
            if not isinstance(key, str) or not key:
                self.problems.append(problem(path, marked.at(*where, "id"), "reference-id"))
            else:
                self._work(key, path, marked, where)
                if not is_citation_key(key):
                    self.problems.append(problem(path, marked.at(*where, "id"), "reference-id-shape", key=key))

    def _work(self, key: str, path: str, marked: Marked, where: tuple[str | int, ...]) -> None:
        item, problems = validate(Item, marked, path, where)
        self.problems += problems
        # Where fields were left out, names are still plain data, of which pydantic would warn.
        values = item.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True, warnings=False)
        self.library.descriptions.append(Work(key, {**values, "id": key}, path, marked, where))

    def _text(self, file: Path, id_: str, language: str, schema: type[FrontT]) -> Text[FrontT]:
        path = self._path(file)
        content, problems = read_text(file, path)
        self.problems += problems
        front = schema.model_construct(title="", description="")
        if content is None:
            self.library.unread.add(path)
            return Text(id_, language, path, front, Marked(), "", 1)
        marked, body, body_line, faults = split(content, path)
        self.problems += faults
        self.problems += clean(marked, path)
        if marked.data is None:
            self.library.unread.add(path)
        else:
            front, faults = validate(schema, marked, path)
            self.problems += faults
        return Text(id_, language, path, front, marked, body, body_line)

    def _yaml(self, file: Path) -> Marked:
        path = self._path(file)
        content, problems = read_text(file, path)
        self.problems += problems
        if content is None:
            return Marked()
        marked = read(content, path)
        self.problems += marked.problems
        self.problems += clean(marked, path)
        if marked.data is None and not marked.problems:
            self._report(path, "file-empty")
        return marked

    def _entries(self, folder: Path) -> Iterator[Path]:
        """What stands in a folder, links, devices and the leavings of operating systems left out."""
        if folder.is_symlink() or not folder.is_dir():
            return
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            self._report(self._path(folder), "file-unreadable", reason=error.strerror or type(error).__name__)
            return
        for name in names:
            entry = folder / name
            if entry.is_symlink():
                self._report(self._path(entry), "file-link")
            elif not entry.is_dir() and not entry.is_file():
                self._report(self._path(entry), "file-stray")
            elif name not in IGNORED:
                yield entry

    def _walk(self, folder: Path) -> Iterator[Path]:
        for entry in self._entries(folder):
            if entry.is_dir():
                yield from self._walk(entry)
            else:
                yield entry

    def _claim(self, id_: str, path: str, at: Position = START) -> None:
        paths = self.library.ids.setdefault(id_, [])
        if paths:
            self.problems.append(problem(path, at, "id-taken", id=id_, other=paths[0]))
        paths.append(path)

    def _path(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()

    def _report(self, path: str, code: str, **values: object) -> None:
        self.problems.append(problem(path, START, code, **values))


def page_id(path: Path) -> str:
    """The id of a page by its path below `docs/<language>/`: `summaries/by-year.md` is `summaries-by-year`."""
    parts = list(path.with_suffix("").parts)
    if parts[-1] == "index":
        parts.pop()
    return "-".join(parts) or HOME
