"""What analysis of a language must be able to do, and the least it does for a language nobody has taught it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_kb.text.characters import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class Reader:
    """Reads words one by one. As it stands: every word is its own and only form."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        """Takes the words that the site and its labels use, as they are written, in any order, repeated or not."""

    def keys(self, word: str) -> tuple[str, ...]:
        """Keys for search, best first: words that share one find each other. Empty for a word of signs only."""
        return self.forms(word)

    def forms(self, word: str) -> tuple[str, ...]:
        """Keys of the words that this is an inflected form of: the strict part of `keys`, for running text."""
        folded = fold(word)
        return (folded,) if folded else ()

    def parts(self, word: str) -> tuple[str, ...]:
        """Keys of a compound's first and last part, in this order; empty for any other word."""
        return ()

    def roots(self, word: str) -> tuple[str, ...]:
        """Those of the keys that a word is only near to, beside those of its parts."""
        return ()

    def fragments(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """First and last parts that a compound of unknown words may have, to be looked for as such only."""
        return (), ()

    def citation(self, word: str, *, bare: bool) -> tuple[str, ...]:
        """Keys under which a label's word is looked for among `forms`.

        `bare` says that no particle stands before the word, as at the beginning of a label.
        """
        return self.forms(word)

    def link(self, word: str) -> str:
        """The conjunction written as one with a word. It parts two words that would else be a phrase."""
        return ""
