"""How one language speaks: sentences made of the real summaries' words and their neighbours, and of new words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from random import Random

from benchmark.invention import invented
from recovery_kb.text.analysis import Analyser
from recovery_kb.text.characters import fold
from recovery_kb.text.hebrew import CLOSED, key

GROWTH = {"he": 0.494, "nb": 0.49, "en": 0.44}
"""Heaps' exponent: how the number of forms grows with the text. That of the real texts (0.61, 0.52, 0.46 from their
half to their whole), less what it falls by as a text grows: 30,000 Hebrew forms at 1,000 summaries."""

NEW_SHARE = 0.13
"""How many of the words in a large text are none of its first thousands."""

RARE = 8
"""A word that the real texts use no more often may give way to a new one."""

TOPIC = 0.8
"""How often a word follows as in the few real summaries that a new one is like."""

AGAIN = 0.35
"""How often a text comes back to a new word that it has used."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SKIPPED = re.compile(r"^(?:#|\||```|!!!|<).*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\[]+)\]\([^)]*\)")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+", re.MULTILINE)
_TOKEN = re.compile(
    r"\[@[^\]]+\]|[א-ת]{0,3}\[\[[^\]]+\]\]|\d+(?:[.,]\d+)*%?"
    r"|[^\W\d_]+(?:[-'’׳״\"־/.](?=[^\W\d_])[^\W\d_]+)*|[.,:;?!–]"
)
_FOREIGN = {"he": re.compile("[^א-ת]"), "nb": re.compile("[^a-zæøå]"), "en": re.compile("[^a-z]")}
_END = frozenset(".?!")
_CLOSE = frozenset(".,:;?!")
_LONGEST = 40
HALF_SENTENCE = 6


def is_word(token: str) -> bool:
    """Neither a sign nor a number nor a mark such as `[[wrap]]`."""
    return token.isalpha() and len(token) > 2


def is_own(word: str, language: str) -> bool:
    """In the language's script: Hebrew texts have Latin words in them too."""
    return not _FOREIGN[language].search(word)


def body_of(markdown: str) -> str:
    """A file's text without its head."""
    return _FRONT.sub("", markdown, count=1)


def tokens(markdown: str) -> Iterator[list[str]]:
    """The sentences of a text as words, signs and marks; headings, tables and brackets are left out."""
    body = _LINK.sub(r"\1", _SKIPPED.sub("", body_of(markdown)))
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)", body):
        sentence: list[str] = []
        for token in _TOKEN.findall(_BULLET.sub("", paragraph)):
            sentence.append(token)
            if token in _END:
                yield sentence
                sentence = []


def bases(language: str, forms: Iterable[str], texts: Iterable[str]) -> list[str]:
    """Those of some forms that have neither particle nor ending, as the site's own analysis of the texts reads them."""
    analyser = Analyser(language, texts)
    own = key if language == "he" else str
    return [
        form
        for form in sorted(forms)
        if len(form) > 3
        and is_own(form, language)
        and fold(form) not in CLOSED
        and analyser.keys(form)[:1] == (own(fold(form)),)
    ]


class Chain:
    """Which words follow which in a text."""

    def __init__(self, sentences: Iterable[list[str]]) -> None:
        self.starts: list[str] = []
        self.following: dict[str, list[str]] = {}
        for sentence in sentences:
            # A sentence that begins with a number would be taken for a list, with a mark for a footnote.
            if sentence[0][0].isalpha() and "[" not in sentence[0]:
                self.starts.append(sentence[0])
            for one, other in pairwise(sentence):
                self.following.setdefault(one, []).append(other)


class Voice:
    """Speaks one language, with more words the longer it has spoken."""

    def __init__(self, language: str, texts: dict[str, str], chance: Random) -> None:
        """`texts` are the real summaries by id."""
        self.language, self.chance = language, chance
        sentences = {id_: list(tokens(text)) for id_, text in texts.items()}
        self.chains = {id_: Chain(parts) for id_, parts in sentences.items()}
        everything = [sentence for parts in sentences.values() for sentence in parts]
        self.whole = Chain(everything)
        self.counts = Counter(token for sentence in everything for token in sentence if is_word(token))
        self.lengths = {
            id_: sum(token not in _CLOSE for part in parts for token in part) for id_, parts in sentences.items()
        }
        self.spoken = sum(self.lengths.values())
        self.forms = {token.lower() for token in self.counts}
        self.first = len(self.forms), self.spoken
        self.bases = bases(language, self.forms, texts.values())
        self.new: list[str] = []
        """Every use of a new word: a choice among them falls on a word as often as it has been said."""
        rare = sum(count for count in self.counts.values() if count <= RARE)
        self.share = min(1.0, NEW_SHARE * self.spoken / rare)

    def document(self, seeds: Sequence[str]) -> Document:
        """A text that is like some of the real ones."""
        return Document(self, [self.chains[id_] for id_ in seeds if self.chains[id_].starts])

    def wanted_forms(self) -> float:
        """How many forms a text has that is as long as what has been said."""
        forms, length = self.first
        return forms * (self.spoken / length) ** GROWTH[self.language]

    def new_word(self) -> str:
        """A word that has not been said."""
        while True:
            word = invented(self.language, self.bases, self.chance)
            if word.text not in self.forms and len(word.text) < 28:
                self.forms.add(word.text)
                if word.is_base and len(word.text) < 13:
                    self.bases.append(word.text)
                return word.text


class Document:
    """One text in the making: it comes back to its own topics and its own new words."""

    def __init__(self, voice: Voice, chains: list[Chain]) -> None:
        self.voice, self.chains, self.chance = voice, chains, voice.chance
        self.own: list[str] = []

    def sentence(self, *, plain: bool = False) -> str:
        """A sentence; a plain one has no marks in it, as titles and headings must not."""
        said: list[str] = []
        token = self.chance.choice(self.chance.choice(self.chains).starts)
        while len(said) < _LONGEST and token not in _END:
            if not (plain and "[" in token) and not (token in _CLOSE and said and said[-1] in _CLOSE):
                said.append(self._perhaps_new(token, first=not said))
            token = self._next(token)
        while said[-1] in _CLOSE or said[-1] == "–":
            said.pop()
        self.voice.spoken += len(said)
        text = "".join(part if part in _CLOSE else f" {part}" for part in said).strip()
        return f"{text[:1].upper()}{text[1:]}."

    def paragraph(self, words: int) -> str:
        """About so many words."""
        sentences: list[str] = []
        # The last sentence goes beyond what was asked for by half its length.
        while sum(sentence.count(" ") + 1 for sentence in sentences) < words - HALF_SENTENCE:
            sentences.append(self.sentence())
        return " ".join(sentences)

    def phrase(self, least: int, most: int) -> str:
        """Words for a title or heading of a number of letters between the two."""
        while True:
            words = self.sentence(plain=True).rstrip(".").split()
            while words and len(" ".join(words)) > most:
                words.pop()
            text = " ".join(words[: self.chance.randint(4, 12)]).rstrip(" ,:;–")
            if len(text) > least:
                return text

    def description(self, least: int, most: int) -> str:
        """Sentences of a number of letters between the two."""
        while True:
            text = self.sentence(plain=True)
            while len(text) < least:
                text += " " + self.sentence(plain=True)
            if len(text) <= most:
                return text

    def _next(self, token: str) -> str:
        if self.chance.random() < TOPIC:
            near = [chain.following[token] for chain in self.chains if token in chain.following]
            if near:
                return self.chance.choice(self.chance.choice(near))
        following = self.voice.whole.following.get(token)
        return self.chance.choice(following) if following else "."

    def _perhaps_new(self, token: str, *, first: bool) -> str:
        voice = self.voice
        if not is_word(token) or voice.counts[token] > RARE or self.chance.random() > voice.share:
            return token
        if len(voice.forms) < voice.wanted_forms():
            word = voice.new_word()
        elif self.own and self.chance.random() < AGAIN:
            word = self.chance.choice(self.own)
        elif voice.new:
            word = self.chance.choice(voice.new)
        else:
            return token
        voice.new.append(word)
        self.own.append(word)
        return word.capitalize() if first else word
