"""Every summary as plain data, for other programs; the fields are documented by their schema."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from recovery_kb.addresses import address, languages_of
from recovery_kb.library import Library, Summary

from .record import permanent_address


class Addresses(BaseModel):
    """Where a summary stands on the web."""

    model_config = ConfigDict(extra="forbid")

    permanent: str = Field(description="The address to link to and to cite: it leads to the reader's language.")
    pages: dict[str, str] = Field(description="The address of the page in each language, by language code.")


class SummaryData(BaseModel):
    """One summary."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(description="Its name in addresses; never changes.")
    kind: str = Field(description="What it is about: article, report, conference-report, tool, framework, programme.")
    titles: dict[str, str] = Field(description="Its title in each language, by language code (BCP 47).")
    descriptions: dict[str, str] = Field(description="What it says in one sentence, by language code.")
    languages: list[str] = Field(description="The languages in which it can be read.")
    original: str = Field(description="The language in which it was first written.")
    source: str | None = Field(description="The id of the summarised work in references.json.")
    concepts: list[str] = Field(description="Ids of the concepts it covers.")
    added: str | None = Field(description="When it was published here (ISO 8601 date).")
    reviewed: str | None = Field(description="When it was last reviewed (ISO 8601 date).")
    addresses: Addresses


CATALOGUE = TypeAdapter(list[SummaryData])


def catalogue(library: Library, base: str) -> list[SummaryData]:
    """All summaries, sorted by id; `base` is the site's address with a slash at its end."""
    return [_data(library.summaries[id_], library, base) for id_ in sorted(library.summaries)]


def _data(summary: Summary, library: Library, base: str) -> SummaryData:
    front = summary.original.front
    languages = languages_of(summary.id, library)
    return SummaryData(
        id=summary.id,
        kind=summary.kind or "",
        titles={code: summary.texts[code].front.title for code in languages},
        descriptions={code: summary.texts[code].front.description for code in languages},
        languages=languages,
        original=summary.original.language,
        source=summary.source_key if summary.source_key in library.works else None,
        concepts=summary.concepts,
        added=front.added,
        reviewed=front.reviewed,
        addresses=Addresses(
            permanent=permanent_address(summary.id, base),
            pages={code: base + address(f"summaries/{summary.id}/", code) for code in languages},
        ),
    )
