"""Small changes to a third-party style after it is read, by language. The files themselves stay untouched."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .terms import StyleName

NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = {"cs": NAMESPACE}

# English that Norsk APA has written into the style itself, each marked there "should be localized".
_NORWEGIAN_VALUES = {
    "Review of": "Anmeldelse av",
    "Data set": "Datasett",
    "Computer software": "Programvare",
    "Map": "Kart",
}


# English that the Vancouver style has written into itself.
_LOCATED_AT = {"nb": "finnes i", "he": "נמצא ב"}

YEAR_FIRST = "year-first"
"""Set on a date that is written "2011 Dec 8": CSL has no word for it, and the locale's own order would win."""


def amend(style: Any, language: str, name: StyleName = "apa") -> None:
    """Change a parsed style (its root element) for references in `language`."""
    _name_all_names(style)
    if name == "vancouver":
        _amend_vancouver(style, language)
        return
    _retrieve_only_with_date(style)
    _number_only_numbered_theses(style)
    if language == "nb":
        _amend_norwegian(style)
    if language == "he":
        _amend_hebrew(style)


def _name_all_names(style: Any) -> None:
    """Spell out the default `<name/>`: where it is missing, citeproc-py adds one more at every rendering."""
    for names in style.xpath("//cs:names[not(cs:name)][not(ancestor::cs:substitute)]", namespaces=_CSL):
        names.insert(0, names.makeelement(f"{{{NAMESPACE}}}name"))


def _retrieve_only_with_date(style: Any) -> None:
    """No "Retrieved from" without the day (APA 7, 9.16): in a group of its own the word goes with the date."""
    for retrieved in style.xpath("//cs:if/cs:text[@term='retrieved']", namespaces=_CSL):
        _group(retrieved, retrieved.getnext())


def _number_only_numbered_theses(style: Any) -> None:
    """A thesis without a number is no "(Publication)": citeproc-py does not see that the number is missing."""
    macro = "//cs:macro[@name='identifier-number']"
    for condition in style.xpath(f"{macro}//cs:if[@type='thesis'][@variable='genre']", namespaces=_CSL):
        condition.set("variable", "genre number")


def _group(first: Any, second: Any) -> None:
    """Put two neighbours into a group, with a space between them."""
    group = first.makeelement(f"{{{NAMESPACE}}}group", delimiter=" ")
    first.addprevious(group)
    group.extend([first, second])


def _amend_vancouver(style: Any, language: str) -> None:
    # A line that stands by itself has no number.
    for number in style.xpath("//cs:bibliography//cs:text[@variable='citation-number']", namespaces=_CSL):
        number.getparent().remove(number)
    # What a page on the web is ("[Summary of …]") is said of the page, not of the site that it is listed under.
    (kind,) = style.xpath("//cs:macro[@name='bibliography']//cs:text[@macro='content-type']", namespaces=_CSL)
    (title,) = style.xpath("//cs:macro[@name='webpage-part']//cs:text[@variable='title']", namespaces=_CSL)
    title.addnext(deepcopy(kind))
    _group(title, title.getnext())
    choice = kind.makeelement(f"{{{NAMESPACE}}}choose")
    listed = kind.makeelement(f"{{{NAMESPACE}}}if", type="webpage", variable="container-title", match="all")
    rest = kind.makeelement(f"{{{NAMESPACE}}}else")
    kind.addprevious(choice)
    rest.append(kind)
    choice.extend([listed, rest])
    # A page on the web changes: which version is meant, only the whole date tells. The style has the year alone.
    (otherwise,) = style.xpath("//cs:macro[@name='date']/cs:group/cs:choose/cs:else", namespaces=_CSL)
    page = otherwise.makeelement(f"{{{NAMESPACE}}}else-if", type="webpage")
    page.append(page.makeelement(f"{{{NAMESPACE}}}date", form="text", variable="issued"))
    page.append(page.makeelement(f"{{{NAMESPACE}}}text", macro="date-of-citation"))
    otherwise.addprevious(page)
    for located in style.xpath("//cs:text[@value='located at']", namespaces=_CSL):
        located.set("value", _LOCATED_AT.get(language, "located at"))
    dates = style.xpath("//cs:date", namespaces=_CSL)
    for date in dates if language == "en" else []:
        date.set(YEAR_FIRST, "true")
    for date in dates if language == "he" else []:
        if date.get("variable") == "accessed":
            date.set("prefix", "ב־")
            date.getparent().set("delimiter", " ")


def _amend_norwegian(style: Any) -> None:
    for text in style.xpath("//cs:text[@value]", namespaces=_CSL):
        text.set("value", _NORWEGIAN_VALUES.get(text.get("value"), text.get("value")))
    for text in style.xpath("//cs:text[@prefix='Article ']", namespaces=_CSL):
        text.set("prefix", "Artikkel ")
    # "(Rapport nr. 4)": the style has a capital, as English does.
    for text in style.xpath("//cs:macro[@name='number']//cs:text[@term='issue']", namespaces=_CSL):
        text.attrib.pop("text-case", None)
    # "nr." only with its number: a title in the author's place has taken the number along.
    for label in style.xpath("//cs:macro[@name='number']//cs:if[@is-numeric='number']/cs:text[1]", namespaces=_CSL):
        _group(label, label.getnext())
    # "Hentet 1. oktober 2020 fra": no comma after the date (kildekompasset.no, Nettside).
    for date in style.xpath("//cs:date[@variable='accessed']", namespaces=_CSL):
        date.attrib.pop("suffix", None)


def _amend_hebrew(style: Any) -> None:
    # No full stop between the author and the year (2011): the college libraries agree on that.
    macro = "//cs:macro[@name='bibliography']"
    (author,) = style.xpath(f"{macro}//cs:text[@macro='author-and-contributors']", namespaces=_CSL)
    _group(author, author.getnext())
    # "אוחזר ב־1 באוקטובר 2020 מתוך"
    for accessed in style.xpath("//cs:date[@variable='accessed']", namespaces=_CSL):
        accessed.set("prefix", "ב־")
        accessed.getparent().set("delimiter", " ")
