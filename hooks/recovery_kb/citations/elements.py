"""Elements of CSL that citeproc-py 0.11 gets wrong, mended by subclasses that our parser uses in their place.

Nothing of citeproc-py is changed for anybody else in the process. Each class says what it mends; once citeproc-py
does so itself, the golden files pass without the class, and it can go.
"""

from __future__ import annotations

import re
from typing import Any

from citeproc import model  # type: ignore[import-untyped]
from citeproc.source import VariableError  # type: ignore[import-untyped]
from citeproc.string import String  # type: ignore[import-untyped]

from .amendments import YEAR_FIRST
from .dates import write_date, write_date_year_first
from .marks import EN_DASH
from .people import bare_initials, initials

RENDERED = "rendered"
"""Where, among what the layout holds back, the variables stand that have been printed so far."""
_HELD_BACK_TEXTS = "{http://purl.org/net/xbiblio/csl}text"


class Date(model.Date):  # type: ignore[misc]
    """Writes all dates: citeproc-py puts month and day in English order and Norwegian days as "26th"."""

    def process(self, item: Any, *_: Any, **__: Any) -> str | None:
        """The date's text, None if nothing of it is known; raises VariableError if there is no date."""
        value = item.reference[self.get("variable").replace("-", "_")]
        own = [part for part in self.iterchildren() if part.get("name")]
        parts = [part.get("name") for part in own] or self.get("date-parts", "year-month-day").split("-")
        language = item.reference["language_of_terms"]
        write = write_date_year_first if self.get(YEAR_FIRST) and language == "en" else write_date
        text = write(value["date"], language, parts)
        if not text:
            return None
        # Norsk APA hangs the comma before "26. juni" on the day; here the parts are written as one.
        before = own[0].get("prefix", "") if own else ""
        return str(self.wrap(String(before + text)))


class Name(model.Name):  # type: ignore[misc]
    """Makes initials: citeproc-py takes Hebrew given names, which have no capitals, for particles."""

    def initialize(self, given: str, mark: str, *_: Any) -> str:
        """The initials of given names: with full stops, or bare where the style sets nothing after a letter."""
        return initials(given) if mark else bare_initials(given)


class Label(model.Label):  # type: ignore[misc]
    """Capitalises labels in title case, "(Eds.)", and takes a number with a hyphen for one number."""

    def case(self, text: Any, language: str | None = None) -> Any:
        """The label in the case the style asks for."""
        return text.capitalize_first() if self.get("text-case") == "title" else super().case(text, language)

    def _is_plural(self, item: Any) -> bool:
        # "No. 101-336" is one number, not numbers 101 to 336.
        return self.get("variable") != "number" and bool(super()._is_plural(item))


class If(model.If):  # type: ignore[misc]
    """Takes "4/2013" and "12-13" for numbers, "(Rapport nr. 4/2013)", as CSL and citeproc-js do."""

    re_numeric = re.compile(rf"[A-Z]*\d+[A-Z]*(?: ?[-{EN_DASH}&,/] ?[A-Z]*\d+[A-Z]*)*$", re.IGNORECASE)


class ElseIf(If, model.Else_If):  # type: ignore[misc]
    """The same for the other branches of a choice."""


class Text(model.Text):  # type: ignore[misc]
    """Notes what has been printed, for `Substitute`, and counts what is held back as missing.

    A group would else print its label without it: "(nr.)" after a title that took the number along.
    """

    def _variable(self, item: Any, context: Any) -> Any:
        text = super()._variable(item, context)
        if not text:
            raise VariableError
        context.get_layout().repressed.setdefault(RENDERED, []).append(self.get("variable"))
        return text


class Substitute(model.Substitute):  # type: ignore[misc]
    """Holds back what was printed in an author's place; citeproc-py would print the title again after the date."""

    def render(self, item: Any, context: Any = None, **options: Any) -> Any:
        """What stands in for the missing names, None if nothing does."""
        rendered = context.get_layout().repressed.setdefault(RENDERED, [])
        before = len(rendered)
        text = super().render(item, context=context, **options)
        if text:
            context.get_layout().repressed.setdefault(_HELD_BACK_TEXTS, []).extend(rendered[before:])
        return text


class Names(model.Names):  # type: ignore[misc]
    """Leaves out people already printed in an author's place; citeproc-py would name editors twice."""

    def process(self, item: Any, names_context: Any = None, context: Any = None, **options: Any) -> Any:
        """The names of all roles of this element; raises VariableError if there are none."""
        printed = (self if context is None else context).get_layout().repressed.get(self.tag, [])
        held_back = {role for names in printed for role in names.split()}
        roles = self.get("variable")
        left = " ".join(role for role in roles.split() if role not in held_back)
        if not left:
            raise VariableError
        self.set("variable", left)
        try:
            return super().process(item, names_context=names_context, context=context, **options)
        finally:
            self.set("variable", roles)


MENDED: dict[str, type] = {
    "date": Date,
    "name": Name,
    "label": Label,
    "if": If,
    "else-if": ElseIf,
    "text": Text,
    "substitute": Substitute,
    "names": Names,
}
"""The mended classes by the CSL element they stand for."""
