"""Rules for links and images."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recovery_kb.identifiers import is_web_address
from recovery_kb.library import Library, Summary
from recovery_kb.markup.scan import Link
from recovery_kb.nearest import nearest
from recovery_kb.problems import START, Problem, problem
from recovery_kb.sections import heading_id

MAIL = re.compile(r"mailto:[^\s@<>]+@[^\s@<>]+")
UNTITLED = re.compile(r"(?:image|img|photo|picture|bilde|תמונה)?[\s\d._-]*(?:\.\w{3,4})?", re.IGNORECASE)
"""Alt texts that say nothing."""


def images(library: Library) -> Iterator[Problem]:
    """An image stands in the summary's own folder and has a text that says what it shows."""
    for document in library.documents():
        held = document.images if isinstance(document, Summary) else frozenset()
        for text in document:
            for link in text.scan.links:
                if not link.is_image:
                    continue
                if UNTITLED.fullmatch(link.text.strip()):
                    yield problem(text.path, link.at, "image-alt", target=link.target)
                if link.target not in held:
                    near = nearest(link.target, held)
                    code = "image-missing-near" if near else "image-missing"
                    yield problem(
                        text.path, link.at, code, target=link.target, near=near, folder=document.folder
                    )


def unused_images(library: Library) -> Iterator[Problem]:
    """No image file lies in a summary's folder unused."""
    for summary in library.summaries.values():
        used = {link.target for text in summary for link in text.scan.links if link.is_image}
        for name in sorted(summary.images - used):
            yield problem(f"{summary.folder}/{name}", START, "image-unused")


def links(library: Library) -> Iterator[Problem]:
    """A link is an address on the web, or names a thing of ours by `[[id]]`; never a path to a file."""
    for text in library.texts():
        anchors = None
        for link in text.scan.links:
            target = link.target
            if link.is_image or is_web_address(target) or MAIL.fullmatch(target):
                continue
            if target.startswith("#"):
                anchors = anchors or {heading_id(heading, text.language) for heading in text.scan.headings}
                if target[1:] not in anchors:
                    yield problem(text.path, link.at, "link-anchor", target=target)
            else:
                yield problem(text.path, link.at, _fault(link), target=target)


def _fault(link: Link) -> str:
    if re.search(r"\.md(?:[#?]|$)", link.target):
        return "link-markdown"
    if not link.target:
        return "link-empty"
    return "link-scheme" if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", link.target) else "link-relative"


RULES = (images, unused_images, links)
