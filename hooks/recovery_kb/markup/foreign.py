"""Passages of a text in another language of the same script that nobody has marked as such.

What is in another script marks itself (`passages.py`); what is not, its editor has to mark.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from recovery_kb.markup.passages import UNMARKED
from recovery_kb.markup.safety import VOID
from recovery_kb.text.foreign import BOUND, WORD, Run, runs

INLINE = set("a abbr b bdi cite del dfn em i img ins mark q s small span strong sub sup time u var".split())
"""Elements that stand in a line of text; all others part one text from the next."""
SILENT = UNMARKED | {"cite"}
"""What these hold is no language, or the title of a work."""
ITALIC = {"em", "i"}
LONG = 3
"""Words in italics that stand for themselves: what they are says nothing of the words around them."""
TITLE = re.compile(r"\s*[A-ZÆØÅ](?:.*[^.!?…])?\s*", re.DOTALL)
"""What looks like a title: it begins with a capital, and is no sentence."""


def unmarked_passages(html: str, language: str, ours: str) -> list[Run]:
    """The passages of a piece of HTML that are in another language than the page's and state none, in order.

    `ours` is where links lead that stand for the site's own marks: what these show is not the editor's.
    """
    reader = _Reader(language, ours)
    reader.feed(html)
    reader.close()
    return list(runs(reader.text, language))


class _Reader(HTMLParser):
    """Collects the text that is said to be in the page's language, with a bound wherever it is interrupted."""

    def __init__(self, language: str, ours: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.ours = ours
        self.text = ""
        self.open: list[tuple[str, bool, int]] = []
        """The tags that are open, whether what they hold is left out, and where it begins."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_left_out = bool(self.open) and self.open[-1][1]
        if given.get("lang"):
            is_left_out = given["lang"] != self.language
        is_left_out = is_left_out or tag in SILENT or (tag == "a" and given.get("href") == self.ours)
        self._part(tag, is_left_out=is_left_out)
        if tag not in VOID:
            self.open.append((tag, is_left_out, len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in [name for name, *_ in self.open]:
            return
        while self.open:
            name, is_left_out, start = self.open.pop()
            inner = self.text[start:]
            if name in ITALIC and len(WORD.findall(inner)) >= LONG:
                self.text = self.text[:start] + BOUND + ("" if TITLE.fullmatch(inner) else inner) + BOUND
            self._part(name, is_left_out=is_left_out)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self.text += BOUND if self.open and self.open[-1][1] else data

    def _part(self, tag: str, *, is_left_out: bool) -> None:
        if is_left_out or tag not in INLINE:
            self.text += BOUND
