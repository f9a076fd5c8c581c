"""What an author may write in the front matter of a summary or a page, and in a vocabulary file."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

KINDS = ("article", "report", "conference-report", "tool", "framework", "programme")
"""What a summary can be about; decides its sections."""

EDITORS = "editors"
"""Stands for "the editors" in the language of the page, where no person is named."""

Text = Annotated[str, Field(pattern=r"\S")]
Translated = dict[str, Text]
"""A text by language code."""


class Strict(BaseModel):
    """No guessing: `yes` is not a truth value, and a field nobody knows is a slip of the pen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class FrontMatter(Strict):
    """The head of one language's file of a summary."""

    title: Text
    description: Text
    kind: Literal["article", "report", "conference-report", "tool", "framework", "programme"] | None = None
    original: Text | None = None
    source: dict[str, Any] | Text | None = None
    concepts: list[Text] | None = None
    summarised_by: Text | None = None
    recommended_by: Text | None = None
    translated_by: Text | None = None
    checked_by: Text | None = None
    series: Text | None = None
    added: Text | None = None
    reviewed: Text | None = None
    open_access: bool | None = None
    aliases: list[Text] | None = None


SHARED_FIELDS = (
    "kind",
    "source",
    "concepts",
    "series",
    "added",
    "reviewed",
    "open_access",
    "aliases",
)
"""True of the work in any language: stated in the original's file, and the same wherever they are repeated."""


class PageMatter(Strict):
    """The head of a hand-written page in `docs/<language>/`."""

    title: Text
    description: Text
    list: Literal["title", "kind", "concept", "year"] | None = None


class ConceptFile(Strict):
    """A concept of the vocabulary, in the words of SKOS."""

    scheme: Text
    notation: int | None = None
    prefLabel: Translated
    altLabel: dict[str, list[Text]] = {}
    hiddenLabel: dict[str, list[Text]] = {}
    definition: Translated
    broader: list[Text] = []
    related: list[Text] = []
    source: list[Text] = []
    status: dict[str, Literal["proposed"]] = {}
    """Languages whose label no native reader has confirmed yet."""
    link: bool = True
    """False for everyday words whose mentions in a text are not made links."""


class SchemeFile(Strict):
    """A concept scheme: a named set of concepts, as CHIME."""

    type: Literal["scheme"]
    prefLabel: Translated
    altLabel: dict[str, list[Text]] = {}
    hiddenLabel: dict[str, list[Text]] = {}
    definition: Translated
    hasTopConcept: list[Text] = []
    """Its concepts in the order in which they are taught, where there is one: C, H, I, M, E."""
    figure: Literal["wheel", "quarters", "board"] | None = None
    """The shape in which its page draws the concepts; without one there is only the list."""
    source: list[Text] = []
    status: dict[str, Literal["proposed"]] = {}
