"""Our own scripts as they are published: without what only their readers here need."""

from __future__ import annotations

from pathlib import Path

# The package brings no types.
import rjsmin  # type: ignore[import-untyped]


def shorten(folder: Path) -> None:
    """Take comments and indentation out of every script below a folder."""
    for file in sorted(folder.rglob("*.js")):
        file.write_text(str(rjsmin.jsmin(file.read_text(encoding="utf-8"))), encoding="utf-8", newline="\n")
