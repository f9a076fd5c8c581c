"""Running Pagefind, and keeping of its output what the site loads, the same on every run."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

LANGUAGE = "unknown"
"""What Pagefind is told the language is: the words are analysed here, so that its own stemming is not wanted."""

NAME = f"{LANGUAGE}_"
"""Before the hash that Pagefind calls a page by."""

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
KEPT = frozenset({ENTRY, SCRIPT, f"wasm.{LANGUAGE}.pagefind", "index", "fragment"})
"""What the site loads of a bundle, beside its `.pf_meta`. Left out are Pagefind's own interfaces and its worker."""

SIGNATURE = b"pagefind_dcd"
"""What the content of every packed file begins with."""


class IndexingError(RuntimeError):
    """Pagefind failed; the text is what it said."""


def build_bundle(copies: Path, target: Path) -> None:
    """Index a folder of pages into `target`. Raises IndexingError if that fails."""
    # The command, not Pagefind's Python class: that stops the process before all of its files are on the disk.
    command = [sys.executable, "-m", "pagefind", "--silent", "--force-language", LANGUAGE]
    command += ["--site", str(copies), "--output-path", str(target)]
    # From an empty folder: where it is started, it reads its settings.
    done = subprocess.run(command, cwd=copies, check=False, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise IndexingError(f"Pagefind failed: {done.stdout}{done.stderr}".strip())
    for file in target.iterdir():
        if file.name not in KEPT and file.suffix != ".pf_meta":
            shutil.rmtree(file) if file.is_dir() else file.unlink()
    entry = target / ENTRY
    # Pagefind writes its tables in the order of a hash.
    entry.write_text(json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True), encoding="utf-8")


def page_hashes(target: Path) -> dict[str, str]:
    """What Pagefind calls each page of a bundle, by the page's path: `{"nb/about/": "unknown_1a2b3c4"}`."""
    found = {}
    for file in sorted((target / "fragment").iterdir()):
        content = json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE))
        found[content["url"].removeprefix("/")] = file.stem
    return found
