"""The content as one object: what was read, by id, with the place of everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from recovery_kb.markup.scan import Scan
from recovery_kb.problems import Position
from recovery_kb.schema.documents import ConceptFile, FrontMatter, PageMatter, SchemeFile
from recovery_kb.yamlmarks import Marked

FrontT = TypeVar("FrontT", FrontMatter, PageMatter)
FileT = TypeVar("FileT", ConceptFile, SchemeFile)

REFERENCES = "summaries/references.yml"
"""Where works are described that have no summary of their own."""


@dataclass(frozen=True, eq=False)
class Text(Generic[FrontT]):
    """One language's file of a summary or a page."""

    id: str
    language: str
    path: str
    """Path from the library's root."""
    front: FrontT
    """The valid fields of the front matter; what was faulty or absent is empty."""
    marked: Marked
    body: str
    body_line: int
    """The line of the file on which the body begins."""

    @cached_property
    def scan(self) -> Scan:
        """The body's headings, links and marks, with their places."""
        return Scan(self.body, self.body_line)

    def at(self, *where: str | int) -> Position:
        """The place of a front matter field, or of the nearest thing around it."""
        return self.marked.at(*where)

    def is_faulty(self, name: str) -> bool:
        """Whether a front matter field can't be read as YAML."""
        return (name,) in self.marked.faulty

    def states(self, name: str) -> bool:
        """Whether the file states a front matter field, rightly or wrongly; an empty one states nothing."""
        return isinstance(self.marked.data, dict) and self.marked.data.get(name) is not None


@dataclass(frozen=True, eq=False)
class Document(Generic[FrontT]):
    """A summary or a page in the languages it exists in."""

    id: str
    folder: str
    """Folder of its files, from the library's root."""
    texts: Mapping[str, Text[FrontT]]

    def __iter__(self) -> Iterator[Text[FrontT]]:
        return iter(self.texts.values())

    @property
    def original(self) -> Text[FrontT]:
        """The text that the other languages follow."""
        return next(iter(self))


@dataclass(frozen=True, eq=False)
class Summary(Document[FrontMatter]):
    """A summary of one source. What is true of it in any language stands in its original."""

    images: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """The image files in its folder by name, each with its width and height in pixels."""

    @cached_property
    def original_language(self) -> str | None:
        """The language it was first written in, if its files state one that exists.

        Where they contradict one another, the one that most name; and the original's file describes the source,
        so that one wrong word does not make an original of a translation.
        """
        votes = Counter(text.front.original for text in self if text.front.original in self.texts)
        if not votes:
            return None
        votes.update(self._describing * 2)
        return votes.most_common(1)[0][0]

    @property
    def _describing(self) -> list[str | None]:
        """The languages whose files say what is summarised."""
        return [text.language for text in self if text.front.source]

    @property
    def original(self) -> Text[FrontMatter]:
        """The original's text; where none is stated, the likeliest, so that every fault is found."""
        return self.texts[self.original_language or next(iter([*self._describing, *self.texts])) or ""]

    @property
    def kind(self) -> str | None:
        """What it is about: `article`, `tool`, …"""
        return self.original.front.kind

    @property
    def concepts(self) -> list[str]:
        """Ids of the concepts its editors tagged it with."""
        return self.original.front.concepts or []

    @property
    def source_key(self) -> str | None:
        """The citation key of the work it summarises: its own id where it describes the work itself."""
        source = self.original.front.source
        return self.id if isinstance(source, dict) else source


class Page(Document[PageMatter]):
    """A hand-written page of `docs/`; its id is its path there, with `-` for `/`, and `home` for the first."""


@dataclass(frozen=True, eq=False)
class Entry(Generic[FileT]):
    """One file of the vocabulary."""

    id: str
    path: str
    file: FileT
    marked: Marked

    def is_sound(self, name: str) -> bool:
        """Whether a field is as it should be, or not stated at all."""
        return name not in self.marked.data or name in self.file.model_fields_set

    def at(self, *where: str | int) -> Position:
        """The place of a field, or of the nearest thing around it."""
        return self.marked.at(*where)


Concept = Entry[ConceptFile]
Scheme = Entry[SchemeFile]


@dataclass(frozen=True, eq=False)
class Work:
    """A cited work: a CSL item, and where it is described."""

    key: str
    item: Mapping[str, Any]
    path: str
    marked: Marked
    where: tuple[str | int, ...]
    """Where in the file the item stands: `("source",)` or `("references", 3)`."""

    def at(self, *variable: str | int) -> Position:
        """The place of a CSL variable, or of the item."""
        return self.marked.at(*self.where, *variable)


@dataclass(eq=False)
class Library:
    """Everything the site is made from. The loader fills it; nothing else reads content files."""

    root: Path
    summaries: dict[str, Summary] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    concepts: dict[str, Concept] = field(default_factory=dict)
    schemes: dict[str, Scheme] = field(default_factory=dict)
    descriptions: list[Work] = field(default_factory=list)
    """Every description of a work, also where one is described twice."""
    ids: dict[str, list[str]] = field(default_factory=dict)
    """Every id and alias, and the paths that claim it."""
    unread: set[str] = field(default_factory=set)
    """Paths of files that could not be read: rules don't judge what may stand in them."""
    unread_works: set[str] = field(default_factory=set)
    """Keys of works whose description could not be read."""

    @cached_property
    def works(self) -> dict[str, Work]:
        """Works by citation key, the first description of each."""
        works: dict[str, Work] = {}
        for work in self.descriptions:
            works.setdefault(work.key, work)
        return works

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Former ids of summaries that nothing bears today, and the ids they have now."""
        borne = {*self.summaries, *self.pages, *self.concepts, *self.schemes}
        return {
            alias: summary.id
            for summary in self.summaries.values()
            for alias in summary.original.front.aliases or []
            if alias not in borne
        }

    def is_unread(self, id_: str) -> bool:
        """Whether a file that bears this id could not be read, so that nothing can be said about it."""
        return any(path in self.unread for path in self.ids.get(id_, ()))

    def is_work(self, key: str) -> bool:
        """Whether a key is a work's, or may be one's whose description could not be read."""
        return key in self.works or key in self.unread_works or REFERENCES in self.unread

    def entries(self) -> Iterator[Concept | Scheme]:
        """The whole vocabulary: schemes, then concepts."""
        yield from self.schemes.values()
        yield from self.concepts.values()

    def documents(self) -> Iterator[Summary | Page]:
        """Everything that is written in several languages: summaries first, then pages."""
        yield from self.summaries.values()
        yield from self.pages.values()

    def texts(self) -> Iterator[Text[FrontMatter] | Text[PageMatter]]:
        """Every text in every language: summaries first, then pages."""
        for document in self.documents():
            yield from document
