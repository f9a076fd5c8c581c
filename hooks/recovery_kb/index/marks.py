"""Marks on the outermost elements, which the theme's templates don't offer a place for."""

from __future__ import annotations

import re
from html import escape

from recovery_kb.render.views import PageView

HTML = re.compile(r"<html lang=\"[^\"]*\"")
MAIN = re.compile(r"<main ")


def marked(html: str, view: PageView) -> str:
    """A page with its true language and direction on `<html>`, and what it is about on `<main>`."""
    language = view.language
    html = HTML.sub(f'<html lang="{language.code}" dir="{language.direction}"', html, count=1)
    about = f'data-kb-kind="{escape(view.kind)}" data-kb-id="{escape(view.id)}"'
    return MAIN.sub(f"<main {about} ", html, count=1)
