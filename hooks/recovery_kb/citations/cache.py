"""Formatted lines kept on disk between builds, found again only if nothing that made them has changed."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import unicodedata
from contextlib import suppress
from functools import cache
from pathlib import Path

import citeproc  # type: ignore[import-untyped]
from lxml import etree  # type: ignore[import-untyped]

from recovery_kb import languages

from .terms import FORMATTINGS, HERE, LOCALES_FOLDER, locale_paths

FILE_NAME = "citations.json"


@cache
def fingerprint() -> str:
    """A hash of all that a line depends on besides its record: our code and data, citeproc-py, the runtime.

    Files count by content, not by version or date: an edited style or an edited module begins a new cache.
    """
    digest = hashlib.sha256()
    versions = (citeproc.__version__, etree.__version__, sys.version, unicodedata.unidata_version)
    digest.update(json.dumps(versions).encode())
    files = {
        Path(languages.__file__),
        *(path for path in HERE.rglob("*") if path.suffix in {".py", ".csl", ".xml"}),
        *Path(citeproc.__file__).parent.rglob("*.py"),
        *(path for language in FORMATTINGS for path in locale_paths(language)),
        *LOCALES_FOLDER.glob("locales-en-US.xml"),
    }
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class CitationCache:
    """A JSON file of formatted lines in a folder, read at once and written by `save`.

    A file that is missing, damaged or from other code or data counts as empty. Nothing here raises: without the
    cache everything still works, only slower.
    """

    def __init__(self, folder: Path) -> None:
        """Read the cache in `folder`, which need not exist."""
        self._path = folder / FILE_NAME
        self._lines = self._read()
        self._changed = False

    def get(self, key: str) -> str | None:
        """The line kept under `key`, None if there is none."""
        return self._lines.get(key)

    def put(self, key: str, line: str) -> None:
        """Keep a line, on disk from the next `save` on."""
        self._lines[key] = line
        self._changed = True

    def save(self) -> None:
        """Write the file in one step, so that a reader or a crash never meets half of it."""
        if not self._changed:
            return
        kept = {"fingerprint": fingerprint(), "lines": self._lines}
        content = json.dumps(kept, ensure_ascii=False, sort_keys=True)
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=FILE_NAME, suffix=".new")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(content)
                Path(name).replace(self._path)
                self._changed = False
            finally:
                Path(name).unlink(missing_ok=True)

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(kept, dict) or kept.get("fingerprint") != fingerprint():
            return {}
        lines = kept.get("lines")
        if not isinstance(lines, dict) or not all(isinstance(line, str) for line in lines.values()):
            return {}
        return lines


def cache_key(record: str, language: str, suffix: str, style: str) -> str:
    """The name of a line: a hash of its record (canonical JSON), the language it is formatted in, suffix and style."""
    return hashlib.sha256(json.dumps([record, language, suffix, style]).encode()).hexdigest()
