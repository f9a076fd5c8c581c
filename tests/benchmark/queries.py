"""What is typed: words, two words, inflected words, beginnings of words, slips; the same queries on every run."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import NamedTuple

from benchmark.invention import inflected
from benchmark.voice import bases, is_own, is_word, tokens
from recovery_kb.library import Library

SHARES = {"word": 0.35, "two words": 0.25, "inflected": 0.15, "beginning": 0.15, "slip": 0.10}
COMMONEST = 120
"""So many words are too common to be asked for, unless a concept is called so."""
LABELS = 0.4
"""How often a word is one that a concept is called by: what people ask a library of this field for."""
LETTERS = {"he": "אבגדהוזחטיכלמנסעפצקרשת", "nb": "abdefghijklmnoprstuvyæøå", "en": "abcdefghiklmnoprstuvwy"}


class Query(NamedTuple):
    """A query and how it was made."""

    text: str
    kind: str


def queries(library: Library, language: str, count: int, seed: int) -> list[Query]:
    """About `count` queries for a language, every kind by its share, mixed."""
    maker = _Maker(library, language, Random(f"{seed} queries {language}"))
    makers = dict(zip(SHARES, (maker.word, maker.two_words, maker.inflected, maker.beginning, maker.slip), strict=True))
    made = [Query(makers[kind](), kind) for kind, share in SHARES.items() for _ in range(round(count * share))]
    maker.chance.shuffle(made)
    return made


class _Maker:
    def __init__(self, library: Library, language: str, chance: Random) -> None:
        self.language, self.chance = language, chance
        self.sentences = [
            sentence
            for text in library.texts()
            if text.language == language and text.id in library.summaries
            for sentence in tokens(text.body)
        ]
        counts = Counter(token for sentence in self.sentences for token in sentence if self._is_asked(token))
        common = {word for word, _ in counts.most_common(COMMONEST)}
        self.counts = {word: count for word, count in counts.items() if word not in common}
        texts = [text.body for text in library.texts() if text.language == language]
        self.bases = frozenset(bases(language, {word.lower() for word in self.counts}, texts))
        self.labels = [
            word
            for entry in library.entries()
            for label in [entry.file.prefLabel[language], *entry.file.altLabel.get(language, [])]
            for word in label.split()
            if self._is_asked(word) and len(word) > 3
        ]

    def word(self) -> str:
        """A word of the labels or of the texts, there as often as it is used."""
        if self.chance.random() < LABELS:
            return self.chance.choice(self.labels)
        return self.chance.choices(list(self.counts), list(self.counts.values()))[0]

    def two_words(self) -> str:
        """Two words that stand in one sentence."""
        while True:
            sentence = [token for token in self.chance.choice(self.sentences) if token in self.counts]
            if len(sentence) > 1:
                return " ".join(self.chance.sample(sentence, 2))

    def inflected(self) -> str:
        """A form of a word that has no particle or ending, whether the texts have that form or not."""
        while (word := self.word()).lower() not in self.bases:
            pass
        return inflected(self.language, word, self.chance)

    def beginning(self) -> str:
        return self._long()[: self.chance.randint(3, 5)]

    def slip(self) -> str:
        """A word with a letter wrong, missing, doubled, or in its neighbour's place."""
        word = self._long()
        at = self.chance.randrange(1, len(word) - 1)
        return self.chance.choice(
            [
                word[:at] + self.chance.choice(LETTERS[self.language]) + word[at + 1 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )

    def _long(self) -> str:
        while len(word := self.word()) < 5:
            pass
        return word

    def _is_asked(self, token: str) -> bool:
        return is_word(token) and is_own(token.lower(), self.language)
