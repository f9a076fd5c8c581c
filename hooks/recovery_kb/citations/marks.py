"""Marks that travel inside a formatted line until it is turned into text or HTML.

The processor writes plain characters only. What it has to say besides (italics, a link, "and") is one private-use
character each, so that nothing has to be escaped before the very end and no title can forge markup.
"""

from __future__ import annotations

import re

ITALIC_ON = "\ue000"
ITALIC_OFF = "\ue001"
LINK_ON = "\ue002"
"""Begins the part of a DOI or URL that came from the record."""
LINK_OFF = "\ue003"
AND = "\ue004"
"""Stands for the word before the last name: "&", in Hebrew a prefix of the next word."""
OTHERS = "\ue005"
"""Stands for authors that the record does not name."""
EN_DASH = "\u2013"
GERESH = "\u05f3"
GERSHAYIM = "\u05f4"
ANY = "[\ue000-\ue005]"

# Control characters, private use, lone surrogates, and the bidirectional controls that could turn a whole line
# round. RLM, LRM and the zero-width joiners stay: Hebrew and Persian titles rightly contain them.
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
_NEVER = re.compile(f"[{_CONTROLS}\ue000-\uf8ff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
# CSL's way of saying "keep these capitals". We never change capitals, so the tag has nothing to say.
_NO_CASE = re.compile(r'<span class="nocase">(.*?)</span>', re.IGNORECASE | re.DOTALL)


def clean(value: object) -> str:
    """One line of plain text out of a field of a record; empty for what is no text or number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = _NO_CASE.sub(r"\1", _NEVER.sub("", str(value)))
    return _SPACE.sub(" ", text).strip()
