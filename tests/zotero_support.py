"""What Zotero takes of a COinS, told from its translator «COinS» (2021-06-01) and the reader that it calls.

Only what bears on our fields is told: a field not named here is passed over. Zotero itself is not needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

FORMATS = {"journal": "journalArticle", "book": "book", "dissertation": "thesis", "patent": "patent", "dc": "webpage"}
GENRES = {
    "bookitem": "bookSection",
    "conference": "conferencePaper",
    "proceeding": "conferencePaper",
    "report": "report",
}
PARTS = {"journalArticle", "bookSection", "conferencePaper"}
"""Types whose own title is an `atitle`, while `btitle`, `jtitle` and `title` name what they are in."""
DUBLIN_CORE_TYPES = {
    *("presentation", "statute", "encyclopediaArticle", "document", "newspaperArticle", "tvBroadcast", "dataset"),
    *("dictionaryEntry", "interview", "case", "manuscript", "map", "film", "forumPost", "blogPost", "computerProgram"),
    "webpage",
}
PLAIN = {
    **{"date": "date", "volume": "volume", "issue": "issue", "pages": "pages", "issn": "ISSN", "isbn": "ISBN"},
    **{"pub": "publisher", "publisher": "publisher", "place": "place", "edition": "edition"},
}
"""Fields that every type takes."""


@dataclass
class Item:
    """An item as Zotero would hold it before it is saved; creators as (role, last name, first name)."""

    type: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[tuple[str, str, str]] = field(default_factory=list)


def read(coins: str) -> Item | None:
    """What Zotero makes of a ContextObject; None for a format it does not know."""
    pairs = [part.partition("=")[::2] for part in coins.split("&")]
    given = {name: unquote(value) for name, value in pairs}
    kind = FORMATS.get(given.get("rft_val_fmt", "").removeprefix("info:ofi/fmt:kev:mtx:"))
    if kind is None:
        return None
    item = Item(GENRES.get(given.get("rft.genre", ""), kind) if kind == "book" else kind)
    first: tuple[str, str] = ("", "")
    institutions: list[str] = []
    for name, value in pairs:
        # A plus sign is a space, even one that was escaped.
        text = unquote(re.sub(r"\+|%2[bB]", " ", value))
        short = name.removeprefix("rft.")
        if short == "aulast":
            first = (text, first[1])
        elif short == "aufirst":
            first = (first[0], text)
        elif short == "aucorp":
            institutions.append(text)
        elif short in {"au", "creator", "contributor"}:
            item.creators.append(("contributor" if short == "contributor" else "author", *_name(text)))
        elif text:
            _take(item, name, text)
    if any(first) and not any(_is_same(first, creator) for creator in item.creators):
        item.creators.insert(0, ("author", *first))
    for institution in institutions:  # each before all others
        item.creators.insert(0, ("author", institution, ""))
    return item


def _take(item: Item, name: str, text: str) -> None:
    short = name.removeprefix("rft.")
    if name == "rft_id":
        if text.startswith("info:doi/"):
            item.fields["DOI"] = text.removeprefix("info:doi/")
        elif re.match("https?://", text):
            item.fields["url"] = text
    elif short in {"btitle", "atitle", "jtitle", "title"}:
        _take_title(item, short, text)
    elif short == "stitle" and item.type == "journalArticle":
        item.fields["journalAbbreviation"] = text
    elif short in PLAIN:
        item.fields[PLAIN[short]] = text
    elif short == "series":
        item.fields["seriesTitle" if item.type == "report" else "series"] = text
    elif item.type == "thesis":
        item.fields |= {"publisher": text} if short == "inst" else {"type": text} if short == "degree" else {}
    elif item.type != "patent":
        _take_of_dublin_core(item, short, text)


def _take_title(item: Item, short: str, text: str) -> None:
    is_part = item.type in PARTS
    own = {"atitle": is_part, "btitle": item.type in {"book", "report"}, "jtitle": False, "title": not is_part}
    whole = {
        "atitle": False,
        "btitle": item.type in {"bookSection", "conferencePaper"},
        "jtitle": item.type == "journalArticle",
        "title": is_part,
    }
    if own[short]:
        item.fields["title"] = text
    elif whole[short]:
        item.fields["publicationTitle"] = text


def _take_of_dublin_core(item: Item, short: str, text: str) -> None:
    if short == "identifier" and re.match("https?://", text):
        item.fields["url"] = text
    elif short == "language":
        item.fields["language"] = text
    elif short == "source":
        item.fields["publicationTitle"] = text
    elif short == "type" and text in DUBLIN_CORE_TYPES:
        item.type = text


def _name(text: str) -> tuple[str, str]:
    """Last and first name: parted at the first comma, without one at the last space; initials each with a stop."""
    bare = re.sub(r"[\s.,/\[\]:]+$", "", re.sub(r"^[\s.,/\[\]:]+", "", text))
    if "," in text:
        last, _, rest = bare.partition(",")
        first = rest.partition(",")[0].strip()
    else:
        first, _, last = bare.rpartition(" ")
    if re.fullmatch("[A-Z]{1,3}", first) and (len(first) == 1 or last.upper() != last):
        first = " ".join(f"{letter}." for letter in first)
    words = [word for word in re.split(r"[\s.]+|(?=-)", first) if word]
    first = " ".join(f"{word}." if re.fullmatch("-?[A-Z]", word) else word for word in words).replace(" -", "-")
    return last, first


def _is_same(person: tuple[str, str], creator: tuple[str, str, str]) -> bool:
    """Whether the first author, given in parts, is one who was given whole."""
    last, first = person
    return creator[1] == last and bool(creator[2]) and creator[2].startswith(first)
