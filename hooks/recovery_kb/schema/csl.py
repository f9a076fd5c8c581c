"""A bibliographic item in the words of the Citation Style Language, CSL 1.0.2."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic "
    "collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing "
    "interview legal_case legislation manuscript map motion_picture musical_score pamphlet "
    "paper-conference patent performance periodical personal_communication post post-weblog regulation "
    "report review review-book software song speech standard thesis treaty webpage".split()
)

NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director "
    "editor editorial-director editor-translator executive-producer guest host illustrator interviewer "
    "narrator organizer original-author performer producer recipient reviewed-author script-writer "
    "series-creator translator"
).split()

DATES = ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]

NUMBERS = (
    "chapter-number citation-number collection-number edition issue number number-of-pages "
    "number-of-volumes page page-first part-number printing-number section supplement-number version volume"
).split()

STRINGS = (
    "abstract annote archive archive_collection archive_location archive-place authority call-number "
    "citation-key citation-label collection-title container-title container-title-short dimensions "
    "division DOI event event-place event-title genre ISBN ISSN jurisdiction keyword language license "
    "medium note original-publisher original-publisher-place original-title part-title PMCID PMID "
    "publisher publisher-place references reviewed-genre reviewed-title scale source status title "
    "title-short type URL volume-title year-suffix"
).split()

REQUIRED: dict[str, tuple[str, ...]] = {
    "article-journal": ("title", "container-title", "issued"),
    "article-magazine": ("title", "container-title"),
    "article-newspaper": ("title", "container-title"),
    "book": ("title", "publisher", "issued"),
    "chapter": ("title", "container-title", "publisher", "issued"),
    "legislation": ("title", "issued", "jurisdiction"),
    "paper-conference": ("title", "issued"),
    "report": ("title",),
    "speech": ("title",),
    "thesis": ("title", "publisher", "issued"),
    "webpage": ("title", "URL"),
}
"""What a reader needs to find a work of each type again; other types need a title."""


class Name(BaseModel):
    """A person by `family` and `given`, or an institution by `literal`."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=True)

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    suffix: str | None = None
    dropping_particle: str | None = Field(None, alias="dropping-particle")
    non_dropping_particle: str | None = Field(None, alias="non-dropping-particle")


def _fields() -> dict[str, Any]:
    text = Annotated[str, Field(pattern=r"\S")]
    number = Annotated[int | str, Field()]
    fields: dict[str, Any] = {"id": (text | None, None)}
    fields |= dict.fromkeys(NAMES, (list[Name] | None, None))
    # The dates' own rule explains a wrong date better than a list of types would.
    fields |= dict.fromkeys(DATES, (Any, None))
    fields |= dict.fromkeys(NUMBERS, (number | None, None))
    fields |= dict.fromkeys(STRINGS, (text | None, None))
    return {_attribute(name): (kind, Field(default, alias=name)) for name, (kind, default) in fields.items()}


def _attribute(name: str) -> str:
    """A Python name for a CSL variable."""
    return name.replace("-", "_")


Item: type[BaseModel] = create_model(
    "Item",
    __config__=ConfigDict(strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True),
    **_fields(),
)
"""One CSL item; unknown variables and wrong types are errors."""
