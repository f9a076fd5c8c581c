"""Door to rendering: the package's HTML and the package's data go to the templates."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from recovery_kb.render.pages import body, view


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the library's text where MkDocs would put its own."""
    site = config.extra["kb"]
    if page.file.src_uri not in site.sources:
        return html
    text = body(site, *site.sources[page.file.src_uri])
    page.toc = get_toc(text.toc_tokens)
    return text.html


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the template everything it shows, as `kb`."""
    site = config.extra["kb"]
    if page.file.src_uri in site.sources:
        context["kb"] = view(site, *site.sources[page.file.src_uri])  # type: ignore[typeddict-unknown-key]
    return context
