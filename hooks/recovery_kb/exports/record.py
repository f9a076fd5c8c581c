"""The record of a summary as a work of its own, in one of its languages: never that of the work it is about."""

from __future__ import annotations

from typing import Any

from recovery_kb.citations import in_text_name
from recovery_kb.library import Library, Summary, Text
from recovery_kb.schema.documents import EDITORS, FrontMatter
from recovery_kb.strings import strings


def summary_record(library: Library, summary: Summary, text: Text[FrontMatter], base: str) -> dict[str, Any]:
    """A CSL item: a page of this site, by who summarised it, with its version's date and its permanent address.

    `base` is the site's address with a slash at its end. An id of its own, and that it says what it is a summary of,
    keep it apart from the original's record, whose title is often much the same.
    """
    words = strings(text.language)
    work = library.works.get(summary.source_key or "")
    author, translator = summarised_by(summary, text), translated_by(text)
    record: dict[str, Any] = {
        "id": f"{summary.id}-summary-{text.language}",
        "type": "webpage",
        "title": text.front.title,
        "container-title": words["site-name"],
        "URL": permanent_address(summary.id, base),
        "language": text.language,
    }
    if work:
        record["genre"] = words["summary-of"].format(work=in_text_name(work.item, text.language))
    if author:
        record["author"] = [{"literal": author}]
    if translator and translator != author:
        record["translator"] = [{"literal": translator}]
    if version := version_date(summary):
        record["issued"] = version
    return record


def permanent_address(id_: str, base: str) -> str:
    """The address that a thing keeps whatever it is called and whatever language is read."""
    return f"{base}id/{id_}/"


def version_date(summary: Summary) -> str:
    """When what is read was last reviewed, else when it was added; ISO 8601, empty if neither is stated."""
    front = summary.original.front
    return front.reviewed or front.added or ""


def summarised_by(summary: Summary, text: Text[FrontMatter]) -> str:
    """Who summarised the work; the editors as an organisation, named in the text's language."""
    return _name(text.front.summarised_by or summary.original.front.summarised_by, text.language)


def translated_by(text: Text[FrontMatter]) -> str:
    """Who translated the summary, if it is a translation."""
    return _name(text.front.translated_by, text.language)


def is_editors(name: str, language: str) -> bool:
    """Whether a name is the editors' as an organisation."""
    return name == strings(language)["editors-of-site"]


def _name(name: str | None, language: str) -> str:
    return strings(language)["editors-of-site"] if name == EDITORS else name or ""
