"""Door to loading: the library is read once a run, and every page of it is announced to MkDocs."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from recovery_kb.check import check
from recovery_kb.citations import CitationCache
from recovery_kb.render.site import Site


@event_priority(-150)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the library at the first language; the others find it in `extra`."""
    if "kb" not in config.extra:
        project = Path(config.config_file_path).parent
        library, problems = check(Path(os.environ.get("KB_ROOT") or project))
        cache = CitationCache(project / ".cache")
        config.extra["kb"] = Site(library, config.site_url or "/", config.extra.get("repository", ""), cache)
        config.extra["kb_problems"] = problems
    return config


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for everything that has no Markdown file below `docs/`."""
    known = {file.src_uri for file in files}
    for uri in config.extra["kb"].sources:
        if uri not in known:
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Leave nothing to MkDocs' own reader: the blank line keeps it from looking for a head."""
    return "\n" if page.file.src_uri in config.extra["kb"].sources else None
