"""The formats in which records can be taken along."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recovery_kb.citations import CslItem

from .bibtex import bibtex
from .csl_json import csl_json
from .ris import ris


@dataclass(frozen=True, slots=True)
class Format:
    """A file format for bibliographic records."""

    name: str
    """Its name, the same in every language."""
    extension: str
    media_type: str
    write: Callable[[Iterable[CslItem]], str]
    """Records as the text of one file."""


def _csl_file(items: Iterable[CslItem]) -> str:
    return json.dumps([csl_json(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def _bibtex_file(items: Iterable[CslItem]) -> str:
    return "\n".join(bibtex(item) for item in items)


def _ris_file(items: Iterable[CslItem]) -> str:
    return "\r\n".join(ris(item) for item in items)


FORMATS = (
    Format("BibTeX", "bib", "application/x-bibtex", _bibtex_file),
    Format("RIS", "ris", "application/x-research-info-systems", _ris_file),
    Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", _csl_file),
)
