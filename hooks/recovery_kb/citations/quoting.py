"""Titles in quotation marks: marks within a title give way to inner ones, «‘Vi løfter hverandre’, 2019».

The inner marks are the locales': ‘…’ in English and in Norwegian, ׳…׳ in Hebrew.
"""

from __future__ import annotations

import re

from .terms import term

_OPENING, _CLOSING, _EITHER = "«“„", "»”", '"״'
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
# What a word, and so what is quoted, begins after.
_BEFORE_WORD = re.compile(rf"(?:^|[\s([{{/\-\u2013\u2014:{_OPENING}])$")
# Hebrew particles, and behind them what is quoted: ה"שיקום" החדש. Gershayim are never closed (מו"לים).
_PARTICLES = re.compile("(?:^|[^\u05d0-\u05ea])[משהוכלב]{1,3}$")
_CLOSED = re.compile(f"[{_EITHER}][\u05d0-\u05ea]{{2}}[^{_EITHER}]*[{_EITHER}](?![\u05d0-\u05ea])")


def quoted(title: str, language: str) -> str:
    """A title between quotation marks. A mark that is opened and never closed, as a shortened title has it, goes."""
    return term(language, "open-quote") + _with_inner_marks(title, language) + term(language, "close-quote")


def _with_inner_marks(title: str, language: str) -> str:
    parts: list[str] = []
    opened: list[int] = []
    end = 0
    for found in _MARK.finditer(title):
        if _is_gershayim(title, found.start()):
            continue
        parts.append(title[end : found.start()])
        end = found.end()
        if _opens(title, found.start(), is_open=bool(opened)):
            opened.append(len(parts))
            parts.append(term(language, "open-inner-quote"))
        elif opened:
            opened.pop()
            parts.append(term(language, "close-inner-quote"))
        else:  # closes nothing: the sign of inches, or a slip
            parts.append(found[0])
    for place in opened:
        parts[place] = ""
    return "".join([*parts, title[end:]])


def _is_gershayim(title: str, place: int) -> bool:
    """Whether a mark stands within a Hebrew word, as in דו״ח."""
    around = title[place - 1 : place] + title[place + 1 : place + 2]
    is_within = title[place] in _EITHER and len(_HEBREW.findall(around)) == 2
    return is_within and not _follows_particles(title, place)


def _follows_particles(title: str, place: int) -> bool:
    """Whether a mark opens a quotation behind particles."""
    return _PARTICLES.search(title[:place]) is not None and _CLOSED.match(title, place) is not None


def _opens(title: str, place: int, *, is_open: bool) -> bool:
    mark = title[place]
    begins = _BEFORE_WORD.search(title[:place]) is not None or _follows_particles(title, place)
    if mark in _CLOSING:  # Scandinavians write ”…” too
        return mark == "”" and begins and not is_open
    if mark == "“" and is_open and not begins:  # Germans write „…“
        return False
    return mark in _OPENING or begins
