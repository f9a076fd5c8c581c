"""The lexicon of a language: every word form of its pages with its keys, cut into chunks that a browser can load.

A query needs the few chunks that its words fall into; the directory says which. The browser compares words by code
points, as sorting does here.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from recovery_kb.text.characters import fold
from recovery_kb.text.words import spellings, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from recovery_kb.text import Analyser

NO_FORM = ""
"""First element of an entry that is a key only: no text has it as a word."""

PART = "+"
"""Stands before a key that is only of a part of the compound."""

BORDER = "-"
"""Stands where the other part of a compound is left out."""

MOST_COMPOUNDS = 4
"""A query looks for no more keys a word."""


def lexicon(analyser: Analyser, vocabulary: Iterable[str]) -> dict[str, list[str]]:
    """Folded form → keys, best first, sorted by form; then the keys that are no form, each leading to itself.

    Takes what the analyser was given: words or whole texts, repeated or not, in any order. The form for both genders
    (מתמודד/ת) is entered as the two words that it stands for. Forms that fold alike share their keys, those of the
    form that is first in code point order foremost.
    """
    written = {word.text for text in vocabulary for word in words(text, analyser.language)}
    found: dict[str, dict[str, None]] = {}
    for spelling in sorted({spelling for word in written for spelling in spellings(word)}):
        if keys := analyser.keys(spelling):
            found.setdefault(fold(spelling), {}).update(dict.fromkeys(keys))
    entries = {form: list(own) for form, own in found.items()}
    for own in found.values():
        for key in own:
            entries.setdefault(key, [NO_FORM, key])
    return dict(sorted(entries.items()))


def with_parts(lexicon: Mapping[str, Sequence[str]], analyser: Analyser) -> dict[str, list[str]]:
    """The lexicon with the keys of a compound's parts marked, best first as before.

    Who asks for `læringsnettverk` wants that; what only has `nettverk` is something near.
    """
    marked = {}
    for form, keys in lexicon.items():
        parts = {key for part in analyser.parts(form) for key in analyser.forms(part)} - {form}
        parts.update(analyser.roots(form))
        first = next(key for key in keys if key != NO_FORM)
        marked[form] = [f"{PART}{key}" if key in parts and key != first else key for key in keys]
    return marked


def with_fragments(lexicon: Mapping[str, Sequence[str]], analyser: Analyser) -> dict[str, list[str]]:
    """The lexicon with entries for what compounds may begin or end with that stands nowhere alone.

    `-tablett` leads to `sovetabletter`, `frisklivs-` to `frisklivssentral`. The hyphen keeps them apart from words.
    """
    found: dict[str, dict[str, None]] = {}
    for form, keys in lexicon.items():
        if keys[0] == NO_FORM:
            continue
        firsts, lasts = analyser.fragments(form)
        for fragment in [*(f"{first}{BORDER}" for first in firsts), *(f"{BORDER}{last}" for last in lasts)]:
            found.setdefault(fragment, {})[keys[0]] = None
    fragments = {fragment: [NO_FORM, *list(keys)[:MOST_COMPOUNDS]] for fragment, keys in found.items()}
    return dict(sorted({**{form: list(keys) for form, keys in lexicon.items()}, **fragments}.items()))


def chunks(lexicon: Mapping[str, Sequence[str]], size: int = 10_000) -> list[tuple[str, bytes]]:
    """The lexicon as JSON files of about so many bytes, each behind its first form, in the lexicon's order."""
    found: list[tuple[str, bytes]] = []
    entries: dict[str, Sequence[str]] = {}
    weight = 0
    for form, keys in lexicon.items():
        entry = len(to_json({form: keys})) - 1  # one brace becomes a comma
        if entries and weight + entry > size:
            found.append((next(iter(entries)), to_json(entries)))
            entries, weight = {}, 0
        entries[form] = keys
        weight += entry
    if entries:
        found.append((next(iter(entries)), to_json(entries)))
    return found


def file_name(chunk: bytes) -> str:
    """The name of a chunk's file: it changes with the content, so that a browser may keep the file for ever."""
    return f"{hashlib.sha256(chunk).hexdigest()[:10]}.json"


def directory(chunks: Iterable[tuple[str, bytes]]) -> bytes:
    """The content of `words.json`: the first form of each chunk and the name of its file."""
    return to_json({"chunks": [[first, file_name(chunk)] for first, chunk in chunks]})


def to_json(content: object) -> bytes:
    """JSON as it is published: short, and the same on every run."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
