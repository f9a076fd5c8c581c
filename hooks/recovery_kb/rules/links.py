"""Rules for links and images."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import PurePosixPath

from recovery_kb.identifiers import is_image_name, is_web_address
from recovery_kb.library import Library, Summary
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
                file = PurePosixPath(link.target)
                if UNTITLED.fullmatch(link.text.strip()) or link.text.strip() in {file.name, file.stem}:
                    yield problem(text.path, link.at, "image-alt", target=link.target)
                if link.target not in held:
                    near = file.name if file.name in held else nearest(link.target, held)
                    code = "image-missing-near" if near else "image-missing"
                    yield problem(text.path, link.at, code, target=link.target, near=near, folder=document.folder)


def image_names(library: Library) -> Iterator[Problem]:
    """An image's name is made of Latin letters, digits, hyphens, underscores and dots."""
    for summary in library.summaries.values():
        for name in sorted(summary.images):
            if not is_image_name(name):
                yield problem(f"{summary.folder}/{name}", START, "image-name", name=name)


def unused_images(library: Library) -> Iterator[Problem]:
    """No image file lies in a summary's folder unused."""
    for summary in library.summaries.values():
        if not library.unread.isdisjoint(text.path for text in summary):
            continue  # what could not be read may show it
        used = {link.target for text in summary for link in text.scan.links if link.is_image}
        for name in sorted(filter(is_image_name, summary.images.keys() - used)):
            yield problem(f"{summary.folder}/{name}", START, "image-unused")


def links(library: Library) -> Iterator[Problem]:
    """A link is an address on the web, or names a thing of ours by `[[id]]`; never a path to a file."""
    for text in library.texts():
        anchors = {heading_id(heading, text.language) for heading in text.scan.headings}
        for link in text.scan.links:
            if link.is_image:
                continue
            code = fault_of(link.target, anchors)
            if code:
                yield problem(text.path, link.at, code, target=link.target, value=link.target)
            elif link.is_nested:
                yield problem(text.path, link.at, "link-nested", target=link.target)
            elif not link.text.strip():
                yield problem(text.path, link.at, "link-nameless", target=link.target)


def fault_of(target: str, anchors: Container[str | None]) -> str | None:
    """The rule that a link's target breaks, if any; `anchors` are the ids that exist on its page."""
    if is_web_address(target) or MAIL.fullmatch(target) or (target[:1] == "#" and target[1:] in anchors):
        return None
    if not target:
        return "link-empty"
    if target[0] == "#":
        return "link-anchor"
    if re.search(r"\.md(?:[#?]|$)", target):
        return "link-markdown"
    if re.match(r"https?:", target, re.IGNORECASE):
        return "url-shape"
    return "link-scheme" if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target) else "link-relative"


RULES = (images, image_names, unused_images, links)
