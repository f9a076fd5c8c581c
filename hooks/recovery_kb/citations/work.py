"""A bibliographic record read so that nothing strange in it can hurt: a typed view of a CSL item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from recovery_kb.languages import DEFAULT, LANGUAGES

from .dates import PartialDate, read_date
from .marks import clean
from .people import People, Person, read_people
from .terms import FORMATTINGS

CslItem = Mapping[str, Any]
"""A CSL-JSON-like record: CSL variable names; `issued` as EDTF text or CSL date; `language` as BCP 47."""

LAWS = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
ENTRIES = frozenset({"book", "classic", "entry", "entry-dictionary", "entry-encyclopedia"})
"""Types whose title stands for a missing author before any editor does, where they are part of something."""
CREATORS = ("composer", "author", "illustrator", "director")
"""Roles that both styles put first, in this order."""
WEB = frozenset({"webpage", "software"})
"""Types whose publisher counts as the author if nobody else does (APA 7, 10.10 and 10.16)."""

_HEBREW_LETTER = re.compile("[\u0590-\u05ff]")
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
# Scandinavian works are nearer to Norwegian terms than to English ones on a page that is neither.
_NEAREST = {"nn": "nb", "no": "nb"}


@dataclass(frozen=True)
class Work:
    """One work. `item` may hold anything; every property gives something usable, if only an empty text."""

    item: CslItem

    def text(self, variable: str) -> str:
        """A text or number variable as one clean line; empty if it is missing or neither."""
        return clean(self.item.get(variable))

    def people(self, role: str) -> People:
        """The people of a role ("author", "editor", …), none if there are none."""
        return read_people(self.item.get(role))

    @cached_property
    def type(self) -> str:
        """The CSL type; a work of unknown type is a document."""
        return self.text("type") or "document"

    @cached_property
    def title(self) -> str:
        """The title as given."""
        return self.text("title")

    @cached_property
    def issued(self) -> PartialDate | None:
        """When it came out."""
        return read_date(self.item.get("issued"))

    @cached_property
    def year(self) -> int | None:
        """The year it came out, if that is known."""
        return self.issued.year if self.issued else None

    @cached_property
    def status(self) -> str:
        """What stands where the year would: "in press"."""
        return (self.issued.literal if self.issued else "") or self.text("status")

    @cached_property
    def doi(self) -> str:
        """The DOI without any address before it; empty for what is none."""
        found = _DOI.fullmatch(self.text("DOI"))
        return found[1] if found else ""

    @cached_property
    def url(self) -> str:
        """The address; also where it was written into the DOI field."""
        written = "" if self.doi else self.text("DOI")
        return self.text("URL") or (written if written.startswith(("http://", "https://")) else "")

    @cached_property
    def language(self) -> str:
        """The work's own language (BCP 47); if not stated, Hebrew by the script of its title, or empty."""
        stated = self.text("language").replace("_", "-")
        return (stated if _TAG.fullmatch(stated) else "") or ("he" if _HEBREW_LETTER.search(self.title) else "")

    @cached_property
    def creators(self) -> People:
        """Who stands first in the reference: the authors, else others who made it, else a web publisher."""
        roles = CREATORS if self.is_part and self.type in ENTRIES else (*CREATORS, "editor")
        return next((people for role in roles if (people := self.people(role))), self.publisher_as_author)

    @cached_property
    def publisher_as_author(self) -> People:
        """The publisher of a web page that nobody else has signed."""
        publisher = self.text("publisher") if self.type in WEB else ""
        unsigned = not any(self.people(role) for role in (*CREATORS, "editor"))
        return (Person(literal=publisher),) if publisher and unsigned else ()

    @property
    def is_part(self) -> bool:
        """Came out within something else: a journal, a book, a site."""
        return bool(self.text("container-title"))

    @cached_property
    def is_american(self) -> bool:
        """Was made in the country whose laws APA describes."""
        return self.text("jurisdiction").lower().split("-")[0] in {"us", "usa"}

    @cached_property
    def names_its_year(self) -> bool:
        """A law whose title ends in its year ("Mental Health Act 1983") gets no second one."""
        return self.type in LAWS and self.year is not None and str(self.year) in self.title


def script_of(language: str) -> str:
    """The script that counts for formatting and sorting; languages the site does not know count as Latin."""
    known = LANGUAGES.get(language.split("-", maxsplit=1)[0].lower())
    return known.script if known else LANGUAGES[DEFAULT].script


def format_language(work: Work, page_language: str) -> str:
    """The language a reference is formatted in: the page's, if the work is in its script, else the work's own."""
    page = page_language if page_language in FORMATTINGS else DEFAULT
    own = work.language.split("-", maxsplit=1)[0].lower()
    if script_of(own) == script_of(page):
        return page
    own = _NEAREST.get(own, own)
    return own if own in FORMATTINGS else DEFAULT
