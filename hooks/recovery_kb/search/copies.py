"""Copies of built pages in which every word carries its keys. The published pages stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise

from recovery_kb.search.marks import mark
from recovery_kb.text import Word, words
from recovery_kb.text.characters import HYPHENS

Keys = Callable[[str], Sequence[str]]
"""From a word to its keys, best first."""

# The pages are our own: every `<` and `>` in text and attributes is escaped.
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_TAG_OR_TEXT = re.compile(r"<(?P<close>/?)(?P<name>[\w-]+)(?P<rest>[^>]*)>|(?P<text>[^<]+)")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile("://")
_HYPHEN = re.compile(f"[{HYPHENS}]")
_IGNORED = "data-pagefind-ignore"
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_LEFT_OUT = re.compile(rf"\b{_IGNORED}\b|class=\"headerlink\"")


@dataclass(frozen=True, eq=False)
class Document:
    """A page as the index sees it."""

    path: str
    """Its address from the site's root: `nb/summaries/tool-wrap/`."""
    id: str
    kind: str
    """`summary:tool`, `concept`, `scheme`, `page`."""
    fields: Mapping[str, Sequence[str]]
    """What is searched beside the text: title, description, labels, people."""
    concepts: Sequence[str] = ()
    """What it is tagged with."""
    year: int | None = None
    """When what it summarises appeared."""
    original: str | None = None
    """The language it was first written in."""


def article(html: str) -> str:
    """What a page says: its `<article>` without what the template keeps out of the search. Empty if it has none."""
    match = _ARTICLE.search(html)
    return "".join(_searched(_COMMENT.sub("", match[0]))) if match else ""


def texts(html: str) -> Iterator[str]:
    """The runs of text in a piece of HTML, as a reader sees them, addresses left out."""
    for piece in _TAG_OR_TEXT.finditer(html):
        if piece["text"] and not piece["text"].isspace():
            yield _TOKEN.sub(lambda token: "" if _ADDRESS.search(token[0]) else token[0], unescape(piece["text"]))


def joined(text: str, language: str) -> Iterator[str]:
    """What stands in a text with a hyphen, as others write it without: co-production, coproduction."""
    for token in _TOKEN.findall(text):
        if not _ADDRESS.search(token):
            yield from _joined(token, list(words(token, language)))


def keyed(text: str, language: str, keys: Keys) -> str:
    """A text with the keys of its words in each run of characters without space, addresses left out.

    The first key of every word is certain (`recovery-oriented` is two words), the others are what it may be. Behind
    them stands the run's punctuation, so that Pagefind sees where a sentence ends.
    """

    def with_keys(token: re.Match[str]) -> str:
        inside = [] if _ADDRESS.search(token[0]) else list(words(token[0], language))
        if not inside:
            return token[0]
        found = [keys(word.text) for word in inside]
        certain = dict.fromkeys(own[0] for own in found if own)
        further = [key for own in found for key in own[1:]]
        further += [key for word in _joined(token[0], inside) for key in keys(word)]
        possible = dict.fromkeys(key for key in further if key not in certain)
        behind = [mark(key) for key in certain] + [mark(key, is_certain=False) for key in possible]
        end = inside[-1].end
        return token[0][:end] + "".join(behind) + token[0][end:]

    return _TOKEN.sub(with_keys, text)


def copy(document: Document, content: str, language: str, keys: Keys) -> str:
    """The page to be indexed: a document's fields and its article, with keys."""

    def with_keys(text: str) -> str:
        return escape(keyed(text, language, keys), quote=False)

    head = [
        f'<p data-pagefind-meta="{escape(name)}">{with_keys(text)}</p>'
        for name, several in document.fields.items()
        for text in [" ".join(several)]
        if text
    ]
    body = _TAG_OR_TEXT.sub(lambda piece: with_keys(unescape(piece["text"])) if piece["text"] else piece[0], content)
    return (
        f'<!doctype html><html lang="{language}"><body><main data-pagefind-body>'
        f"<div {_IGNORED}>{''.join(head)}</div>{body}</main></body></html>"
    )


def _joined(token: str, inside: Sequence[Word]) -> Iterator[str]:
    for one, other in pairwise(inside):
        if _HYPHEN.fullmatch(token, one.end, other.start):
            yield one.text + other.text


def _searched(html: str) -> Iterator[str]:
    """The pieces of HTML that lie outside of ignored elements."""
    ignored, depth = "", 0
    for piece in _TAG_OR_TEXT.finditer(html):
        if not depth and piece["name"] and (piece["name"] == "svg" or _LEFT_OUT.search(piece["rest"])):
            ignored, depth = piece["name"], 1
        elif not depth:
            yield piece[0]
        elif piece["name"] == ignored:
            depth += -1 if piece["close"] else 1
