"""The one entrance to word analysis: from a word to its keys, in any language of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_kb.text.choice import Choice
from recovery_kb.text.english import English
from recovery_kb.text.norwegian import Norwegian
from recovery_kb.text.reader import Reader
from recovery_kb.text.words import spellings, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

READERS: dict[str, type[Reader]] = {"en": English, "nb": Norwegian, "he": Choice}
"""Who reads which language; any other language has `Reader`, to which every word is a form of itself alone."""


class Analyser:
    """Says which words belong together: two words do if they share a key. Results are kept, as texts repeat words."""

    def __init__(self, language: str, vocabulary: Iterable[str]) -> None:
        """Takes a BCP 47 code and what the site says in that language, concepts' labels included.

        That may be single words or whole texts, in any order, repeated or not. With no vocabulary all works, less
        well: much of what a word is shows by the other words in use.
        """
        self.language = language
        known = {word.text for text in vocabulary for word in words(text, language)}
        self._reader = READERS.get(language, Reader)(spelling for word in known for spelling in spellings(word))
        self._kept: dict[tuple[str, str], tuple[str, ...]] = {}

    def keys(self, word: str) -> tuple[str, ...]:
        """Keys for search, best first. Empty for what has no letter or digit."""
        return self._keep("keys", word, self._reader.keys)

    def forms(self, word: str) -> tuple[str, ...]:
        """Keys of the words that this is an inflected form of: stricter than `keys`, for running text."""
        return self._keep("forms", word, self._reader.forms)

    def parts(self, word: str) -> tuple[str, ...]:
        """Keys of a compound's first and last part, else nothing. Only Norwegian writes compounds as one word."""
        return self._keep("parts", word, self._reader.parts)

    def roots(self, word: str) -> tuple[str, ...]:
        """Those of the keys that a word is only near to: the root of an English word in -ful."""
        return self._keep("roots", word, self._reader.roots)

    def fragments(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """First and last parts, without inflection, that a compound may have whose parts the site has nowhere alone."""
        return self._reader.fragments(word)

    def link(self, word: str) -> str:
        """The conjunction that is written as one with a word (Hebrew ו), else nothing."""
        return "".join(self._keep("link", word, lambda spelling: (self._reader.link(spelling),)))

    def citation(self, word: str, *, bare: bool) -> tuple[str, ...]:
        """Keys by which `forms` of a text are compared with a label's word; `bare`: it has no particle before it."""
        kind = "bare" if bare else "citation"
        return self._keep(kind, word, lambda spelling: self._reader.citation(spelling, bare=bare))

    def _keep(self, kind: str, word: str, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
        kept = self._kept.get((kind, word))
        if kept is None:
            kept = tuple(dict.fromkeys(key for spelling in spellings(word) for key in read(spelling)))
            self._kept[kind, word] = kept
        return kept
