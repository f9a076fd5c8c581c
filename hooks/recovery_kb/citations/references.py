"""The references of a page: its list, and the citations in its text. The entrance of this sub-package."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from recovery_kb.languages import Direction, direction_of

from .dates import write_date
from .labels import Naming
from .lines import line_of
from .marks import EN_DASH, GERESH, ITALIC_OFF, ITALIC_ON, clean
from .order import order_key
from .quoting import quoted
from .terms import suffix, term
from .typesetting import inline_html, plain_text
from .work import CslItem, Work, format_language

if TYPE_CHECKING:
    from .cache import CitationCache
    from .terms import StyleName

# What people write before a page number, in any of the languages; a bare number is a page too.
_PAGES = re.compile(rf"(?:(?:pp?|ss?|sider?|pages?|עמ|עמודים|עמוד)(?:[.'{GERESH}]\s*|\s+))?(\d.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cite:
    """One work in one citation."""

    key: str
    locator: str | None = None
    """Where in the work: "p. 12", "s. 12", "12", "kap. 3". Pages get the word of the language that is cited in."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a reference list. The caller renders it as a block with this `lang` and `dir`."""

    key: str
    html: str
    """Inline HTML: `i`, `bdi` and `a` only, everything from the record escaped."""
    text: str
    """The same without markup."""
    language: str
    """BCP 47 tag of the work, or of the formatting if the record does not name a language."""
    direction: Direction


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    work: Work
    language: str
    suffix: str
    name: str
    when: str


def anchor(key: str) -> str:
    """The id that the caller gives an entry of the list, and that citations link to."""
    return f"ref-{quote(key, safe='')}"


def reference(
    item: CslItem,
    page_language: str,
    cache: CitationCache | None = None,
    style: StyleName = "apa",
) -> Reference:
    """One reference by itself, e.g. for what a summary is about. `key` is the record's `id`, if it has one."""
    work = _work(item)
    return _reference(work.text("id"), work, format_language(work, page_language), "", cache, style)


def in_text_name(item: CslItem, page_language: str) -> str:
    """A work as a sentence in `page_language` names it, without markup: "Leamy et al., 2011"."""
    work = _work(item)
    name = Naming({"work": (work, page_language)})["work"]
    # Without italics, only quotes show where a title ends.
    name = re.sub(f"{ITALIC_ON}(.*){ITALIC_OFF}", lambda title: quoted(title[1], page_language), name)
    return _with_details(plain_text(name), [_when(work, page_language, "")], page_language)


def cited_name(item: CslItem, page_language: str) -> tuple[str, str]:
    """A work as the citations of a page name it, without markup, and the language they do it in."""
    language = format_language(_work(item), page_language)
    return in_text_name(item, language), language


class References:
    """The references of one page, all in the order and with the letters that this page needs."""

    def __init__(
        self,
        works: Mapping[str, CslItem],
        page_language: str,
        keys: Sequence[str],
        cache: CitationCache | None = None,
    ) -> None:
        """Take what a page cites: `keys` of `works`, in any order. Keys without a work are passed over."""
        self._cache = cache
        chosen = {key: _work(works[key]) for key in keys if key in works}
        ordered = sorted(chosen, key=lambda key: (order_key(chosen[key], page_language), key))
        formatted = {key: (chosen[key], format_language(chosen[key], page_language)) for key in ordered}
        self._entries = _entries(formatted)

    def entries(self) -> list[Reference]:
        """The list, sorted: the page's own script first, then the other, each in its own alphabet."""
        return [
            _reference(entry.key, entry.work, entry.language, entry.suffix, self._cache)
            for entry in self._entries.values()
        ]

    def citation(self, cites: Sequence[Cite]) -> str:
        """The citation of some works as inline HTML, in parentheses and in the order of the list; empty for none.

        Works by the same people are named once ("Slade, 2009, 2014"). A key that is not on the page is shown as it
        is, without a link.
        """
        places = {key: place for place, key in enumerate(self._entries)}
        ordered = sorted(dict.fromkeys(cites), key=lambda cite: places.get(cite.key, len(places)))
        parts: list[str] = []
        for before, cite in zip([None, *ordered], ordered, strict=False):
            same_names = before is not None and self._continues(before, cite)
            if before is not None:
                parts.append(", " if same_names else "; ")
            parts.append(self._cite_html(cite, named=not same_names))
        return f"({''.join(parts)})" if parts else ""

    def _continues(self, before: Cite, cite: Cite) -> bool:
        """Whether a cite may leave its names to the one before it."""
        one, other = self._entries.get(before.key), self._entries.get(cite.key)
        if one is None or other is None or one.key == other.key or before.locator or cite.locator:
            return False
        same = (one.name, one.language) == (other.name, other.language)
        return same and bool(one.work.creators and one.when and other.when)

    def _cite_html(self, cite: Cite, *, named: bool) -> str:
        entry = self._entries.get(cite.key)
        if entry is None:
            return f"<bdi>{html.escape(clean(cite.key))}</bdi>"
        direction = direction_of(entry.language)
        where = _locator(cite.locator or "", entry.language)
        name, *details = filter(None, [entry.name if named else "", entry.when, where])
        text = _with_details(name, details, entry.language)
        return (
            f'<bdi lang="{entry.language}" dir="{direction}">'
            f'<a href="#{anchor(entry.key)}">{inline_html(text, direction)}</a></bdi>'
        )


def _work(item: object) -> Work:
    return Work(item if isinstance(item, Mapping) else {})


def _entries(works: Mapping[str, tuple[Work, str]]) -> dict[str, _Entry]:
    """The entries in the order of `works`, with letters where two are still called the same (2012a, 2012b)."""
    names = Naming(works)
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, (work, language) in works.items():
        alike[plain_text(names[key]).casefold(), _when(work, language, "")].append(key)
    letters: dict[str, str] = {}
    for (_, when), keys in alike.items():
        if len(keys) > 1 and when:
            letters |= {key: suffix(works[key][1], place) for place, key in enumerate(keys)}
    entries: dict[str, _Entry] = {}
    for key, (work, language) in works.items():
        letter = letters.get(key, "")
        entries[key] = _Entry(key, work, language, letter, names[key], _when(work, language, letter))
    return entries


def _with_details(name: str, details: Sequence[str], language: str) -> str:
    """What stands after a name, with commas; American quotes take the first in: “New Child Vaccine,” 2001."""
    known = [detail for detail in details if detail]
    if known and language == "en" and name.endswith("”"):
        name, known = f"{name[:-1]},” {known[0]}", known[1:]
    return ", ".join([name, *known])


def _when(work: Work, language: str, letter: str) -> str:
    """The year of a citation, or what stands for it: "2012a", "n.d.-a"; empty for a law named with its year."""
    if work.names_its_year:
        return ""
    year = write_date(work.issued, language, {"year"}) if work.issued is not None else ""
    if year:
        return year + letter
    return "-".join(filter(None, (work.status.lower() or term(language, "no date", "short"), letter)))


def _locator(locator: str, language: str) -> str:
    locator = clean(locator)
    found = _PAGES.fullmatch(locator)
    if found is None:
        return locator
    pages = re.sub(r"(?<=\d)\s*-+\s*(?=\d)", EN_DASH, found[1])
    return f"{term(language, 'page', 'short', plural=EN_DASH in pages or ',' in pages)} {pages}"


def _reference(
    key: str,
    work: Work,
    language: str,
    letter: str,
    cache: CitationCache | None,
    style: StyleName = "apa",
) -> Reference:
    line = line_of(work, language, letter, cache, style)
    own = work.language or language
    direction = direction_of(own)
    return Reference(key, inline_html(line, direction), plain_text(line), own, direction)
