"""The pages that stand for each type of page."""

from __future__ import annotations

PREFIXES = {"en": "", "nb": "nb/", "he": "he/"}

TYPES = {
    "home": "",
    "list": "summaries/",
    "list-by-kind": "summaries/by-kind/",
    "list-by-concept": "summaries/by-concept/",
    "list-by-year": "summaries/by-year/",
    "summary": "summaries/leboutillier2015/",
    "conference": "summaries/conference-ispra-2012/",
    "concept": "concepts/chime-hope/",
    "scheme": "concepts/imroc10/",
    "wheel": "concepts/chime/",
    "quarters": "concepts/practice-domains/",
    "concepts": "concepts/",
    "coverage": "coverage/",
    "about": "about/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "guide": "guide/",
    "rules": "rules/",
    "teach": "teach/",
}
EVERY = [(kind, language, PREFIXES[language] + path) for kind, path in TYPES.items() for language in PREFIXES]
ONCE = [("permanent", "id/leboutillier2015/"), ("wrong", "404.html")]
