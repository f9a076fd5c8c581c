"""Every file of records and schemas that the site gives away, by its path from the site's root."""

from __future__ import annotations

import json
from collections.abc import Iterator

from recovery_kb.library import Library

from .catalogue import CATALOGUE, catalogue
from .formats import FORMATS, Format
from .record import summary_record
from .schemas import schemas


def original_path(id_: str, form: Format) -> str:
    """The file with the record of the work that a summary is about."""
    return f"data/summaries/{id_}/original.{form.extension}"


def summary_path(id_: str, language: str, form: Format) -> str:
    """The file with the record of a summary itself, in one of its languages."""
    return f"data/summaries/{id_}/summary.{language}.{form.extension}"


def exported_files(library: Library, base: str) -> Iterator[tuple[str, str]]:
    """Path and text of every file; `base` is the site's address with a slash at its end."""
    works = [library.works[key].item for key in sorted(library.works)]
    for form in FORMATS:
        yield f"data/references.{form.extension}", form.write(works)
    for summary in library.summaries.values():
        work = library.works.get(summary.source_key or "")
        for form in FORMATS:
            if work:
                yield original_path(summary.id, form), form.write([work.item])
            for text in summary:
                record = summary_record(library, summary, text, base)
                yield summary_path(summary.id, text.language, form), form.write([record])
    listed = CATALOGUE.dump_python(catalogue(library, base), mode="json")
    yield "data/summaries.json", _json(listed)
    for name, schema in schemas(f"{base}schema/").items():
        yield f"schema/{name}", _json(schema)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
