"""Word analysis: what a word is, which words are forms of one word, where a text mentions a label."""

from __future__ import annotations

from recovery_kb.text.analysis import Analyser
from recovery_kb.text.characters import forbidden
from recovery_kb.text.mentions import LabelFinder, Mention
from recovery_kb.text.words import Word, words

__all__ = ["Analyser", "LabelFinder", "Mention", "Word", "forbidden", "words"]
