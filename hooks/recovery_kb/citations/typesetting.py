"""The last hand on a marked line: punctuation, then plain text or safe HTML with every run in its own direction."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from .marks import AND, ANY, EN_DASH, GERESH, GERSHAYIM, ITALIC_OFF, ITALIC_ON, LINK_OFF, LINK_ON, OTHERS
from .terms import term

if TYPE_CHECKING:
    from recovery_kb.languages import Direction

    from .terms import StyleName

DOI_RESOLVER = "https://doi.org/"
_HEBREW = "\u0590-\u05ff"
_RTL_LETTER = "\u05d0-\u05ea\u05f0-\u05f2\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0710-\u072f"
_LTR_LETTER = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1eff"

_LINK = re.compile(f"({re.escape(DOI_RESOLVER)}|doi:)?{LINK_ON}(.*?){LINK_OFF}")
# A full stop after a title that ends a sentence by itself, also within quotes: "Why?." is no punctuation.
_SECOND_STOP = re.compile(f'([.?!…]["\u201d\u00bb{GERSHAYIM}]?)({ANY}*)\\.(?=$|[ {ITALIC_OFF}])')
_SPACES = re.compile(r" {2,}")

# A run begins and ends with a letter of its script (or a figure that hangs on one); between its words may stand
# punctuation. What belongs to the line, the year after a name or the closing full stop, stays outside.
_APOSTROPHE = f"'\u2019{GERESH}"
_WORD = f'[{{own}}](?:[{{own}}\u0300-\u036f\u05b0-\u05c7\\d_"{_APOSTROPHE}{GERSHAYIM}]*[{{own}}\\d])?'
_BETWEEN = f"(?: ?[-{EN_DASH}/&:,.+] ?| )"
_RUN = f"{_WORD}(?:{_BETWEEN}{_WORD}|[-{EN_DASH}.]\\d+)*"
# An initial keeps its full stop, an abbreviation its geresh.
_LTR_RUN = re.compile(_RUN.format(own=_LTR_LETTER) + f"(?:(?<![{_LTR_LETTER}][{_LTR_LETTER}])\\.)?")
_RTL_RUN = re.compile(_RUN.format(own=_RTL_LETTER) + f"{GERESH}?")


def mend(line: str, language: str, style: StyleName = "apa") -> str:
    """Punctuation that the style leaves to the processor, and the processor does not do. Marks stay in."""
    others = term(language, "et-al")
    # Vancouver parts all names by commas, in every language; of APA's versions only the English one does.
    comma = "," if language == "en" or style == "vancouver" else ""
    line = re.sub(f",? ?{AND} {OTHERS}|,? ?{OTHERS}", f"{comma} {others}", line)
    line = _join_names(line, language)
    # APA 7, 9.25: the comma between a journal and its volume is in italics like both.
    line = line.replace(f"{ITALIC_OFF}, {ITALIC_ON}", ", ")
    line = _SECOND_STOP.sub(r"\1\2", line)
    return _SPACES.sub(" ", line).strip()


def _join_names(line: str, language: str) -> str:
    if language == "he":
        # A prefix of the next word, and no comma before it; with a hyphen where the next word is not Hebrew.
        line = re.sub(f",? {AND} (?={ANY}*[{_HEBREW}])", " ו", line)
        return re.sub(f",? {AND} ", " ו-", line)
    if language == "nb":  # no comma: the style says so for authors, the default contradicts it for others
        line = re.sub(f", {AND}", f" {AND}", line)
    return line.replace(AND, "&")


def plain_text(line: str) -> str:
    """A marked line without its marks."""
    return re.sub(ANY, "", line)


def inline_html(line: str, direction: Direction) -> str:
    """A marked line as HTML of `i`, `bdi` and `a` only, for a block that has `direction`."""
    parts: list[str] = []
    end = 0
    for link in _LINK.finditer(line):
        parts += [_text_html(line[end : link.start()], direction), _link_html(link[2], doi=link[1])]
        end = link.end()
    parts.append(_text_html(line[end:], direction))
    return "".join(parts)


def _text_html(text: str, direction: Direction) -> str:
    """Text with every run of the other direction isolated: else punctuation beside it would jump to its far side."""
    runs = _RTL_RUN if direction == "ltr" else _LTR_RUN
    pieces: list[str] = []
    end = 0
    for run in runs.finditer(text):
        pieces += [html.escape(text[end : run.start()]), f"<bdi>{html.escape(run[0])}</bdi>"]
        end = run.end()
    pieces.append(html.escape(text[end:]))
    return "".join(pieces).replace(ITALIC_ON, "<i>").replace(ITALIC_OFF, "</i>")


def _link_html(address: str, *, doi: str | None) -> str:
    """A DOI or URL, always left to right; a link only if a browser would fetch it from the web.

    `doi` is what stands before a DOI ("doi:" or the resolver's address), None before a URL.
    """
    shown = f"{doi or ''}{address}"
    target = DOI_RESOLVER + quote(address, safe="/:;()._-") if doi else _web_address(address)
    text = html.escape(shown)
    link = f'<a href="{html.escape(target)}">{text}</a>' if target else text
    return f'<bdi dir="ltr">{link}</bdi>'


def _web_address(address: str) -> str:
    """The address with what may not stand in one encoded; empty if it is not http or https."""
    try:
        parts = urlsplit(address)
        usable = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return quote(address, safe="%/:;?#[]@!$&'()*+,=._~-") if usable else ""
