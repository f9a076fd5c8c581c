"""A typed door to citeproc-py: CSL variables in, one marked line of a bibliography out. Quiet, and without a schema."""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
)
from citeproc.model import CitationStylesElement  # type: ignore[import-untyped]
from citeproc.source import BibliographySource, Reference  # type: ignore[import-untyped]
from citeproc.source import Name as CiteprocName
from citeproc.string import String  # type: ignore[import-untyped]
from lxml import etree  # type: ignore[import-untyped]

from .amendments import NAMESPACE, amend
from .dates import PartialDate
from .elements import MENDED
from .marks import AND, ITALIC_OFF, ITALIC_ON
from .terms import StyleName, locale_paths, style_path

if TYPE_CHECKING:
    from .people import People, Person
    from .variables import Value, Variables

_KEY = "work"


class _Marks:
    """What citeproc-py calls a formatter: says in private characters what it would say in HTML (see `marks`)."""

    @staticmethod
    def preformat(text: object) -> str:
        return AND if str(text) == "&" else str(text)

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802 (citeproc-py's name)
        return f"{ITALIC_ON}{text}{ITALIC_OFF}"

    Oblique = Italic
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = str


class _Style(CitationStylesStyle):  # type: ignore[misc]
    """A style with the locales we choose; citeproc-py's own loader knows only its bundled ones."""

    def __init__(self, language: str, style: StyleName) -> None:
        """Read a style for a language with its locales. Raises OSError if a file of this package is missing."""
        parser = _parser()
        self.root = etree.parse(style_path(language, style), parser).getroot()
        amend(self.root, language, style)
        correction, locale = (etree.parse(path, parser).getroot() for path in locale_paths(language))
        own = f"cs:locale[@xml:lang='{language}' or not(@xml:lang)]"
        self.root.locales = [correction, *self.root.xpath_search(own), locale]
        for part in self.root.locales:
            part.style = self.root


def _parser() -> Any:
    lookup = etree.ElementNamespaceClassLookup()
    classes = lookup.get_namespace(NAMESPACE)
    classes[None] = CitationStylesElement
    elements = CitationStylesElement.__subclasses__()
    classes.update({element.__name__.replace("_", "-").lower(): element for element in elements} | MENDED)
    parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
    parser.set_element_class_lookup(lookup)
    return parser


@cache
def _style(language: str, style: StyleName) -> _Style:
    return _Style(language, style)


def bibliography_line(kind: str, variables: Variables, language: str, style: StyleName = "apa") -> str:
    """One reference, with marks in it. Citeproc-py may raise nearly anything on records that make no sense."""
    # No language: with "en" the style would put titles into title case, and titles stay as they were given.
    # Roles stand under both spellings: of "container-author" citeproc-py looks up now the one, now the other.
    values = {name: _citeproc_value(value) for name, value in variables.items()}
    fields = values | {name.replace("-", "_"): value for name, value in values.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of every variable that is newer than CSL 1.0.1
        source = BibliographySource()
        source.add(Reference(_KEY, kind.lower(), **fields, language="zxx", language_of_terms=language))
        bibliography = CitationStylesBibliography(_style(language, style), source, _Marks)
        bibliography.register(Citation([CitationItem(_KEY)]))
        lines = bibliography.bibliography()
    return str(lines[0]) if lines and lines[0] is not None else ""


def _citeproc_value(value: Value) -> object:
    if isinstance(value, PartialDate):
        return {"date": value, "circa": value.about}  # a dict, since the style asks for "circa"
    if isinstance(value, str):
        return String(value)
    return _citeproc_names(value)


def _citeproc_names(people: People) -> list[Any]:
    return [CiteprocName(**_citeproc_name(person)) for person in people]


def _citeproc_name(person: Person) -> dict[str, str]:
    if person.literal:
        return {"literal": person.literal}
    parts = {
        "family": person.family or person.given,
        "given": person.given if person.family else "",
        "non-dropping-particle": person.particle,
        "dropping-particle": person.dropped,
        "suffix": person.suffix,
    }
    return {name: part for name, part in parts.items() if part}
