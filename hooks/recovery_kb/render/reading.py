"""How long a page's text takes to read, in words."""

from __future__ import annotations

import re
from html import unescape

from babel import Locale

from recovery_kb.languages import LANGUAGES
from recovery_kb.strings import strings
from recovery_kb.text.reading_time import reading_minutes

# The pages are our own: every `<` and `>` in text and attributes is escaped, and such a link holds no other element.
_HEADERLINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def reading_time(html: str, language: str) -> str:
    """ "Reading time: about 6 minutes", for a finished text, in the plural form that the language has for it."""
    text = unescape(_TAG.sub(" ", _HEADERLINK.sub("", html)))
    minutes = reading_minutes(text, language)
    form = Locale.parse(LANGUAGES[language].locale).plural_form(minutes)
    return strings(language)[f"reading-time-{form}"].format(count=minutes)
