"""Shapes and check digits of the identifiers that bibliographies use."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Ids of summaries, concepts, schemes, packs and sections: they stand in addresses for ever."""

DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>{}|\\^`\[\]]+")
"""Crossref's own recommendation, a little wider: the suffix is anything printable."""

CITATION_KEY = re.compile(r"[A-Za-z0-9][\w.:-]*")
"""What can stand behind the @ of a citation."""

IMAGE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""A name that is the same on every system, in every address, and to the eye."""

WEB_SCHEMES = frozenset({"https", "http"})


def is_kebab(text: str) -> bool:
    """Whether a text is an ASCII kebab-case name, as `tool-wrap`."""
    return KEBAB.fullmatch(text) is not None


def is_citation_key(text: str) -> bool:
    """Whether a work with this key can be cited, as `leamy2011`."""
    return CITATION_KEY.fullmatch(text) is not None


def is_image_name(text: str) -> bool:
    """Whether an image's file can have this name, as `map-of-services.png`."""
    return IMAGE_NAME.fullmatch(text) is not None


def is_doi(text: str) -> bool:
    """Whether a text is a bare DOI: `10.…/…`, without an address before it."""
    return DOI.fullmatch(text) is not None and text[-1] not in ".,;:"


def is_isbn(text: str) -> bool:
    """Whether a text is an ISBN-10 or ISBN-13 with its right check digit (ISO 2108)."""
    if not re.fullmatch(r"[0-9][0-9 -]*[0-9Xx]", text):
        return False
    digits = re.sub(r"[ -]", "", text).upper()
    if len(digits) == 10 and digits[:9].isdigit():
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    if len(digits) == 13 and digits.isdigit() and digits[:3] in {"978", "979"}:
        return sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(digits)) % 10 == 0
    return False


def is_issn(text: str) -> bool:
    """Whether a text is an ISSN, `1234-567X`, with its right check digit (ISO 3297)."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{3}[0-9X]", text):
        return False
    digits = text.replace("-", "")
    total = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), digits[:7], strict=True))
    return "0123456789X"[-total % 11] == digits[7]


def is_language_tag(text: str) -> bool:
    """Whether a text has the shape of a BCP 47 tag: `he`, `en-GB`, `zh-Hant`."""
    return re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", text) is not None


def is_web_address(text: str) -> bool:
    """Whether a text is an absolute `https:` or `http:` address with a host and without a user's name.

    `https://ministry.example@evil.example/` looks like the one and leads to the other.
    """
    if re.search(r"[\s<>\"\\^`{|}]", text):
        return False
    try:
        parts = urlsplit(text)
        is_whole = bool(parts.hostname) and parts.username is None and parts.port != 0
        return parts.scheme.lower() in WEB_SCHEMES and is_whole
    except ValueError:
        return False


def page_range(text: str) -> tuple[int, int] | None:
    """First and last page of `429-438`, `S32-S43` or `577-95`; None for anything that is no numeric range.

    A short last page is completed from the first, as bibliographies print it: 577-95 is 577-595.
    """
    match = re.fullmatch(r"([A-Za-z]*)([0-9]+)\s*[-–]\s*([A-Za-z]*)([0-9]+)", text.strip())
    if not match or match[1].lower() != (match[3] or match[1]).lower():
        return None
    first, last = match[2], match[4]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first), int(last)
