"""Door to the finished site: marks on every page, and what stands beside the pages."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from recovery_kb.index.files import write_beside
from recovery_kb.index.marks import marked
from recovery_kb.index.scripts import shorten
from recovery_kb.render.pages import view
from recovery_kb.search.bundle import IndexingError
from recovery_kb.search.site import write_search


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mark the page's language, direction and subject."""
    site = config.extra["kb"]
    source = site.sources.get(page.file.src_uri)
    return marked(output, view(site, *source)) if source else output


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Once, after the last language: what stands beside the pages, and what search needs."""
    if config.plugins["i18n"].building:
        return
    config.extra["kb"].cache.save()
    environment = config.theme.get_env()
    write_beside(
        config.extra["kb"],
        Path(config.site_dir),
        lambda name, values: environment.get_template(name).render(values),
    )
    shorten(Path(config.site_dir) / "assets")
    try:
        write_search(config.extra["kb"], Path(config.site_dir))
    except IndexingError as error:
        raise PluginError(str(error)) from error
