"""Door to enrichment: a page's head comes from the library, with everything the library knows about it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from recovery_kb.render.pages import meta


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the page its title, description and template; its text follows as HTML."""
    site = config.extra["kb"]
    if page.file.src_uri in site.sources:
        page.meta = meta(site, *site.sources[page.file.src_uri])
    return markdown
