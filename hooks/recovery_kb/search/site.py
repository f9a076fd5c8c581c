"""Everything that search adds to a built site, below `assets/search/`."""

from __future__ import annotations

import multiprocessing
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from recovery_kb.languages import LANGUAGES
from recovery_kb.render.site import Site
from recovery_kb.search.bundle import SCRIPT
from recovery_kb.search.concepts import all_labels, concept_page, concept_table
from recovery_kb.search.documents import documents
from recovery_kb.search.languages import Task, index_language
from recovery_kb.search.lexicon import to_json

FOLDER = "assets/search"


def write_search(site: Site, folder: Path) -> None:
    """Write the indexes of the site that was built into `folder`, the languages at the same time."""
    target = folder / FOLDER
    tasks = [
        Task(code, folder, target / code, list(documents(site, code)), all_labels(site, code)) for code in LANGUAGES
    ]
    tasks = [task for task in tasks if task.documents]
    # Processes that begin anew: a copy of this one, with its threads, may hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max(len(tasks), 1), mp_context=context) as pool:
        keys = dict(zip([task.language for task in tasks], pool.map(index_language, tasks), strict=True))
    _share_script(target, tasks)
    languages = {code: {"prefix": one.prefix, "script": one.script} for code, one in LANGUAGES.items()}
    _write(target / "concepts.json", {"languages": languages, "concepts": concept_table(site, keys)})
    for entry in site.library.entries():
        _write(target / "concepts" / f"{entry.id}.json", concept_page(site, entry))


def _share_script(target: Path, tasks: list[Task]) -> None:
    """Keep one copy of what is the same in every bundle and may be loaded from anywhere.

    With one script, all indexes share one memory of Pagefind's: two must not begin at once (see index.js).
    """
    for task in tasks:
        shutil.move(task.target / SCRIPT, target / SCRIPT)


def _write(file: Path, content: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(to_json(content))
