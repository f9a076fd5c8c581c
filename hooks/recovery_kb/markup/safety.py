"""What may stand in a page: everything else is refused with a message, never dropped in silence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from typing import NamedTuple

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

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Tags that have no end."""

MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
"""What a browser takes for the beginning of a tag, wherever it stands."""


class Token(NamedTuple):
    """A piece of markup: `<tag …>`, `</tag>`, or a comment and its like, named by their first signs (`!--`)."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    is_end: bool = False


class Fault(NamedTuple):
    """What may not stand in a page: a tag, or an attribute of one."""

    tag: str
    attribute: str = ""


def parse(html: str) -> list[Token]:
    """The tags, comments and declarations of a piece of HTML, in order."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.tokens


def refused(html: str) -> list[Fault]:
    """What the allow-list would drop, each as often as it stands there, in its order."""
    kept = Counter(part for token in _cleaned(html) for part in _parts(token))
    found = []
    for token in parse(html):
        for part in _parts(token):
            if kept[part]:
                kept[part] -= 1
            else:
                found.append(Fault(part[0], part[1]))
    whole = {fault.tag for fault in found if not fault.attribute}
    found = [fault for fault in found if not fault.attribute or fault.tag not in whole]
    if not found and len(MARKUP.findall(html)) != len(parse(html)):
        # A sign within a value, or a piece that browsers and this parser may not read alike.
        found.append(Fault("<"))
    return found


def unbalanced(html: str) -> list[Token]:
    """Tags without their partner, and tags that stand where a browser would not leave them."""
    tokens = parse(html)
    found = list(_without_partner(tokens))
    if found:
        return found
    pairs = zip_longest(tokens, _cleaned(html))
    return [token for token, kept in pairs if token and (not kept or token[::2] != kept[::2])][:1]


def _cleaned(html: str) -> list[Token]:
    return parse(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None))


def _parts(token: Token) -> Iterator[tuple[str, str, str]]:
    if not token.is_end:
        yield token.tag, "", ""
        yield from ((token.tag, name, value) for name, value in token.attributes)


def _without_partner(tokens: list[Token]) -> Iterator[Token]:
    is_open: list[Token] = []
    for token in tokens:
        if not token.is_end:
            is_open += [] if token.tag in VOID else [token]
        elif token.tag in [other.tag for other in is_open]:
            while is_open[-1].tag != token.tag:
                yield is_open.pop()
            is_open.pop()
        else:
            yield token
    yield from is_open


class _Parser(HTMLParser):
    """Lists every tag, comment and declaration of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tokens.append(Token(tag, tuple((name, value or "") for name, value in attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(Token(tag, is_end=True))

    def handle_comment(self, data: str) -> None:
        self.tokens.append(Token("!--"))

    def handle_decl(self, decl: str) -> None:
        self.tokens.append(Token("!"))

    def unknown_decl(self, data: str) -> None:
        self.tokens.append(Token("!["))

    def handle_pi(self, data: str) -> None:
        self.tokens.append(Token("?"))
