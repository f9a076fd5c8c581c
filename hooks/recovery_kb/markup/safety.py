"""What may stand in a page: everything else is refused with a message, never dropped in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import nh3

TAGS = {
    *(
        "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
        "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td "
        "tfoot th thead time tr u ul var"
    ).split()
}
ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
SCHEMES = {"https", "http", "mailto"}

Fault = tuple[str, str]
"""What would be dropped: a tag and an attribute of it, or a tag and nothing."""


def refused(html: str) -> list[Fault]:
    """The tags and attributes that the allow-list would drop, in the order in which they stand."""
    cleaned = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    kept = Counter(_parts(cleaned))
    faults: dict[Fault, None] = {}
    for tag, attribute, value in _parts(html):
        part = (tag, attribute, value)
        if kept[part]:
            kept[part] -= 1
        else:
            faults[tag, attribute] = None
    whole = {tag for tag, attribute in faults if not attribute}
    return [(tag, attribute) for tag, attribute in faults if not attribute or tag not in whole]


def _parts(html: str) -> Iterator[tuple[str, str, str]]:
    parser = _Parts()
    parser.feed(html)
    parser.close()
    yield from parser.parts


class _Parts(HTMLParser):
    """Lists every start tag, attribute and comment of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, "", ""))
        self.parts.extend((tag, name, value or "") for name, value in attrs)

    def handle_comment(self, data: str) -> None:
        self.parts.append(("!--", "", data))

    def handle_decl(self, decl: str) -> None:
        self.parts.append(("!", "", decl))

    def handle_pi(self, data: str) -> None:
        self.parts.append(("?", "", data))
